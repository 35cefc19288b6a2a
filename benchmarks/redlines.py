"""How long a redline of `inputs` takes, against a build of it, by the processor time of one process.

    python benchmarks/redlines.py

One build is compared with another in which words and figures of every agency that sent YAML were changed.
"""

import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reportgen.pipeline import build_project
from reportgen.word.redline.carrying import Author
from reportgen.word.redline.making import Redline, make_redline, read_draft

_ROUNDS = 3
_INPUTS = Path(__file__).parents[1] / "inputs"
_FIGURE = re.compile(r"(2023: \d)(\d)(\d)\b")


def main() -> None:
    """Print the best of some rounds of each, and how many builds a redline is."""
    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "inputs"
        shutil.copytree(_INPUTS, project)
        old = _built(project)
        build = min(_seconds(lambda: _built(project)) for _ in range(_ROUNDS))
        for file in (project / "submissions").glob("*.yaml"):
            text = file.read_text(encoding="utf-8").replace("Since the", "After the", 2)
            file.write_text(_FIGURE.sub(r"\1\3\2", text, count=1), encoding="utf-8")
        new = _built(project)
    redline = min(_seconds(lambda: _redline(old, new)) for _ in range(_ROUNDS))
    marked = len(_redline(old, new).marked)
    print(f"build --to docx {build:.2f} s, redline {redline:.2f} s with {marked} changes: {redline / build:.1f} builds")


def _built(project: Path) -> bytes:
    files = build_project(project, ["docx"]).files
    return next(data for name, data in files.items() if name.endswith(".docx"))


def _redline(old: bytes, new: bytes) -> Redline:
    return make_redline(read_draft(old, "old.docx"), read_draft(new, "new.docx"), Author("A. Lawyer", None))


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
