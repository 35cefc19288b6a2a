"""How a table of a reply stands on the sheet `Tables` of a workbook, and how the same table is written in a text.

Tables stand below each other. One column has the labels, the cells beside them what they label:

    Table  | Protection orders by year
    Issue  | 4
    Key    | orders
    Heads  |        | 2022  |     | 2023  |
    Heads  | Region | Women | Men | Women | Men
    Row    | North  | 12    | 3   | 14    | 2
    Row    | South  | 7     | 1   | 9     | 4
    Note   | First instance only
    Source | Register of the courts

A head on the upper row goes over the empty cells on its right. Rows without a label are rows of the table as well.
Nothing here knows a file format; cells are text.
"""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from reportgen.model.references import REFERENCE
from reportgen.regex import regex


class TableLabel(StrEnum):
    """What stands in the column of labels."""

    TABLE = "Table"
    ISSUE = "Issue"
    KEY = "Key"
    HEADS = "Heads"
    ROW = "Row"
    NOTE = "Note"
    SOURCE = "Source"


class SheetTable(Struct, frozen=True):
    """A table as text; in a row of heads above others, an empty head belongs to the one on its left."""

    title: str
    heads: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    source: str = ""


class TextLine(Struct, frozen=True):
    """A line of a text, and what of the table it holds."""

    text: str
    label: TableLabel | None = None
    index: int = 0
    """Which of the rows, heads or notes."""


_NUMBERED = regex(r"Table\s+(?:\d+|[IVXL]+)\s*[.:]\s*\S")
_LABELLED = regex(r"(?:Sources?|Notes?)\s*:\s*(?=\S)", 0)
_DASHES = regex(r":?-+:?")
_BAR = regex(rf"({REFERENCE})|(?<!\\)((?:\\\\)*)\|")


def table_lines(table: SheetTable) -> list[TextLine]:
    """Return the lines of a table in light Markdown; the heads and the source are told apart by what they hold."""
    width = max(map(len, (*table.heads, *table.rows)), default=1)
    lines: list[TextLine] = []
    if table.title:
        title = _guarded(table.title)
        begins = "" if _NUMBERED.match(title) else "Table: "
        lines += [TextLine(f"{begins}{title}", TableLabel.TABLE), TextLine("")]
    last = len(table.heads) - 1
    for index, row in enumerate(table.heads):
        cells = _heads(row, width, is_last=index == last)
        lines.append(TextLine(f"|{'|'.join(cells)}|", TableLabel.HEADS, index))
    lines.append(TextLine(f"|{'---|' * width}"))
    for index, row in enumerate(table.rows):
        lines.append(TextLine(f"|{'|'.join(_cells(row, width))}|", TableLabel.ROW, index))
    for index, note in enumerate(table.notes):
        lines += [TextLine(""), TextLine(f"Note: {_LABELLED.sub('', _line(note), count=1)}", TableLabel.NOTE, index)]
    if table.source:
        source = _LABELLED.sub("", _line(table.source), count=1)
        lines += [TextLine(""), TextLine(f"Source: {source}", TableLabel.SOURCE)]
    return lines


def _heads(row: Sequence[str], width: int, *, is_last: bool) -> list[str]:
    """Return the cells of a row of heads; one that belongs to its neighbour has nothing at all between its bars."""
    cells = _cells(row, width)
    if is_last:
        return cells
    begun = next((place for place, cell in enumerate(cells) if cell.strip()), width)
    return [cell if cell.strip() or place < begun else "" for place, cell in enumerate(cells)]


def _cells(row: Sequence[str], width: int) -> list[str]:
    texts = [*map(_guarded, row), *([""] * (width - len(row)))]
    return [f" \\{text} " if _DASHES.fullmatch(text) and len(text) > 1 else f" {text} " for text in texts]


def _guarded(text: str) -> str:
    """Return text on one line in which a bar is one of the text; those of references are no bars of the table."""
    return _BAR.sub(lambda found: found[1] or f"{found[2]}\\|", _line(text))


def _line(text: str) -> str:
    return " ".join(text.split())
