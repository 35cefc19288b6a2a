"""Small reports composed into trees, for tests of compose."""

from pathlib import Path
from typing import Any

from reportgen.compose import Composed, compose
from reportgen.diagnostics import Places
from reportgen.document.tree import Document, Paragraph
from reportgen.document.walk import plain_text
from reportgen.model import Report, merge_indicators

CASES: dict[str, Any] = {"cases": {"values": {2021: 12, 2022: 15, 2023: 11}, "report": "none"}}


def composed(report: Report, templates: Path | None = None, places: Places | None = None) -> Composed:
    """What compose makes of a report."""
    return compose(report, merge_indicators(report.submissions), places or Places(), templates)


def tree(report: Report, templates: Path | None = None) -> Document:
    """The document of a report that has no errors."""
    made = composed(report, templates)

    assert made.document is not None, made.diagnostics
    return made.document


def texts(document: Document) -> list[str]:
    """The text of each paragraph, with non-breaking spaces as ordinary ones."""
    return [
        plain_text(block.children).replace("\u00a0", " ") for block in document.blocks if isinstance(block, Paragraph)
    ]


def reply(text: str, issue: int = 1, **more: object) -> dict[str, Any]:
    """A submission with one reply and the indicator `cases`."""
    return {"indicators": CASES, "replies": [{"issue": issue, "text": text, **more}]}


def templates(folder: Path, **files: str) -> Path:
    """A project's own templates, by name with `__` for `/`."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.html.j2"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
