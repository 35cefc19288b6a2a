"""The few words that writers add to the text of the tree, the same in all outputs."""

from reportgen.document.labels import abjad, letter, roman
from reportgen.document.tree import ContentsEntry, Mark, Table
from reportgen.document.walk import plain_text
from reportgen.document.wording import say

AWAITING_OPEN, AWAITING_CLOSE = "[", "]"
"""Stand around an `Awaiting`, so that it cannot be taken for text."""


def table_label(table: Table) -> str:
    """Return the line above the title of a table: `Table 3`."""
    return say(table.words.table_label, number=table.number)


def table_description(table: Table) -> str:
    """Return what a screen reader says of a table before it is entered; it is not printed."""
    heads = table.words.list_comma.join(filter(None, (plain_text(cell.children) for cell in table.head)))
    return say(table.words.description, heads=heads, rows=len(table.rows))


def source_label(table: Table) -> str:
    """Return what stands in italics before the source of a table; `Table.source` holds the source alone."""
    return say(table.words.source)


def paragraph_range(entry: ContentsEntry) -> str:
    """Return the paragraphs under a heading, as the list of contents gives them: `1–14`, `15`, or nothing."""
    if entry.first is None or entry.last is None:
        return ""
    return str(entry.first) if entry.first == entry.last else f"{entry.first}–{entry.last}"


def item_label(mark: Mark, position: int) -> str:
    """Return the mark of the item at a position from 1, as Word's own lists print it, such as `•`, `(a)` or `i.`."""
    match mark:
        case Mark.BULLET:
            return "•"
        case Mark.LETTER:
            return f"({letter(position)})"
        case Mark.CLOSED_LETTER:
            return f"{letter(position)})"
        case Mark.CLOSED_ROMAN:
            return f"{roman(position)})"
        case Mark.ROMAN:
            return f"({roman(position)})"
        case Mark.PLAIN_LETTER:
            return f"{letter(position)}."
        case Mark.ABJAD:
            return f"({abjad(position)})"
        case Mark.QUOTED_NUMBER:
            return f"'{position}'"
        case Mark.PLAIN_ROMAN:
            return f"{roman(position)}."
