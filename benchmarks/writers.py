"""The writers alone: on a tree that is ready, in one process, turn by turn with what they are measured against.

    python benchmarks/writers.py docx|pdf|typst PROJECT PREPARED ROUNDS

Prints JSON: by name of the writer, reportgen's first, the processor seconds of each round. DOCX is measured against a
writer with lxml only, with the same bookmarks and without; PDF against WeasyPrint on the same page, and with Typst
against the writer with WeasyPrint, and against Typst alone on plain text.
Reading, composing and imports are over before the clock starts; a first, unmeasured turn fills the caches of all.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rivals import lxml_only

from reportgen.document.tree import Document
from reportgen.pipeline import EARLIEST, check_project

Write = Callable[[], bytes]


def main(format_: str, project: Path, prepared: Path, rounds: int) -> None:
    """Measure one format and print what was found."""
    document = check_project(project).document
    if document is None:
        sys.exit(f"{project} has errors: reportgen check {project}")
    writers = {"docx": _docx, "pdf": _pdf, "typst": _typst}[format_](document, prepared)
    for write in writers.values():
        write()
    turns = [{name: seconds(write) for name, write in writers.items()} for _ in range(rounds)]
    print(json.dumps({name: [turn[name] for turn in turns] for name in writers}))


def _docx(document: Document, prepared: Path) -> dict[str, Write]:
    from reportgen.document.stamp import stamp_of
    from reportgen.writers.docx.writing import write_docx

    content = json.loads((prepared / "content.json").read_text(encoding="utf-8"))
    base = (prepared / "base.docx").read_bytes()
    return {
        "reportgen": lambda: write_docx(document),
        "lxml with bookmarks": lambda: lxml_only.write(content, base, bookmarks=True),
        "lxml only": lambda: lxml_only.write(content, base),
        "the stamp alone": lambda: stamp_of(document).encode(),
    }


def _pdf(document: Document, prepared: Path) -> dict[str, Write]:
    import weasyprint

    from reportgen.writers.pdf import render_pdf

    page = (prepared / "page.html").read_text(encoding="utf-8")

    def alone() -> bytes:
        data: bytes = weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
        return data

    return {"reportgen": lambda: render_pdf(document, timestamp=EARLIEST).content, "WeasyPrint": alone}


def _typst(document: Document, prepared: Path) -> dict[str, Write]:
    from rivals import typst_alone

    from reportgen.writers.pdf import render_pdf
    from reportgen.writers.typst.engine import render_typst

    content = json.loads((prepared / "content.json").read_text(encoding="utf-8"))
    return {
        "reportgen": lambda: render_typst(document, timestamp=EARLIEST).content,
        "with WeasyPrint": lambda: render_pdf(document, timestamp=EARLIEST).content,
        "Typst alone": lambda: typst_alone.write(content),
    }


def seconds(write: Write) -> float:
    """Return the processor time of one turn; what the turn before left behind is cleared away first."""
    gc.collect()
    start = time.process_time()
    write()
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
