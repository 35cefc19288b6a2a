"""What the first page's lines take: the masthead, which is of one height, and the lines below it as boxes."""

from collections.abc import Iterator
from dataclasses import replace

from reportgen.document.tree import CoverLine, Role
from reportgen.writers.docx.cover import _ANCHOR, _BELOW
from reportgen.writers.docx.format import Shape
from reportgen.writers.docx.pages.boxes import Setter
from reportgen.writers.docx.pages.engine import Engine
from reportgen.writers.docx.pages.flow import Box
from reportgen.writers.first_page import place_cover

_MASTHEAD = 284 + 851 + 2835
"""Where the masthead ends: its place below the edge of the paper, and its two rows."""
_TITLE = Shape(style="HChG")
_RECEIVED = Shape(style="SingleTxtG")


def cover_boxes(setter: Setter, cover: tuple[CoverLine, ...], engine: Engine) -> tuple[int, list[Box]]:
    """Twips that the masthead takes of the first page's text, and the lines below it."""
    page = place_cover(cover)
    taken = (
        _MASTHEAD - setter.sheet.top + (_ANCHOR.spacing.line or 0) + engine.under_masthead if page.has_masthead else 0
    )
    return taken, list(_below(setter, page.below))


def _below(setter: Setter, lines: tuple[CoverLine, ...]) -> Iterator[Box]:
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        yield _line(setter, line, is_last=following is None or following.role is not line.role)


def _line(setter: Setter, line: CoverLine, *, is_last: bool) -> Box:
    below = setter.measure(_BELOW)
    match line.role:
        case Role.COMMITTEE:
            return setter.box(replace(below, bold=True, size=24), line.children)
        case Role.SESSION:
            return setter.box(below, line.children)
        case Role.AGENDA:
            return setter.box(replace(below, bold=True) if is_last else replace(below, before=0), line.children)
        case Role.TITLE:
            return setter.box(_TITLE, line.children, first=0)
        case _:
            return setter.box(_RECEIVED, line.children)
