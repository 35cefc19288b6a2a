"""Where the time of a whole DOCX build goes: each stage, its imports apart from its work.

    python benchmarks/stages.py PROJECT OUT

Prints JSON: a list of `{name, imports, work}` in seconds, in the order of the stages. It does what
`reportgen build PROJECT --to docx` does, and hears from the pipeline when a stage begins.
"""

import builtins
import json
import sys
import time
from pathlib import Path
from typing import Any


class ImportClock:
    """Adds up the time of import statements, those within others once; takes the place of `__import__`."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._import = builtins.__import__
        self._depth = 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever __import__ takes and gives
        """Import, and count the time."""
        start = time.perf_counter()
        self._depth += 1
        try:
            return self._import(*args, **kwargs)
        finally:
            self._depth -= 1
            if not self._depth:
                self.seconds += time.perf_counter() - start


class Stages:
    """The stages so far, the last one still running."""

    def __init__(self, clock: ImportClock) -> None:
        self._clock = clock
        self._marks: list[tuple[str, float, float]] = []

    def begin(self, name: str) -> None:
        """End the running stage and begin the next."""
        self._marks.append((name, time.perf_counter(), self._clock.seconds))

    def ended(self) -> list[dict[str, str | float]]:
        """All stages; the one begun last, which only marks the end, is not among them."""
        found: list[dict[str, str | float]] = []
        for (name, start, before), (_, end, after) in zip(self._marks, self._marks[1:], strict=False):
            found.append({"name": name, "imports": after - before, "work": end - start - (after - before)})
        return found


def main(project: Path, out: Path) -> None:
    """Build once and print the stages."""
    clock = ImportClock()
    builtins.__import__ = clock
    stages = Stages(clock)
    stages.begin("command line")
    import reportgen.cli.main  # noqa: PLC0415 - its time is measured
    from reportgen.files.output import write_files  # noqa: PLC0415 - as above
    from reportgen.pipeline import build_project  # noqa: PLC0415 - as above

    del reportgen.cli.main
    built = build_project(project, ("docx",), progress=lambda step: stages.begin(step.split()[0]))
    stages.begin("saving")
    write_files(out, built.files)
    stages.begin("end")
    print(json.dumps(stages.ended()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
