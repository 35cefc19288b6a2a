"""Where the time of one build to DOCX goes: the processor seconds of its stages, in one process.

    python benchmarks/stages.py PROJECT

Prints JSON: the seconds of each stage by its name, in their order. Starting is Python itself and all that is loaded.
"""

import json
import sys
import time
from pathlib import Path

import reportgen.cli.commands.build  # noqa: F401 - what the command loads
from reportgen.pipeline import build_project


def main(project: Path) -> None:
    """Build a project and print how long its stages took."""
    begun = [("starting", 0.0)]

    def note(step: str) -> None:
        begun.append((step.partition(" ")[0], time.process_time()))

    built = build_project(project, ("docx",), progress=note)
    if not built.files:
        sys.exit(f"{project} has errors: reportgen check {project}")
    ends = [seconds for _, seconds in begun[1:]] + [time.process_time()]
    print(json.dumps({name: end - start for (name, start), end in zip(begun, ends, strict=True)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
