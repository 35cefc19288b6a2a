"""The few words that writers add to the text of the tree, the same in all outputs."""

from reportgen.document.labels import letter, roman
from reportgen.document.tree import Mark, Table

SOURCE = "Source: "
"""Stands in italics before the source of a table; `Table.source` holds the source alone."""
AWAITING_OPEN, AWAITING_CLOSE = "[", "]"
"""Stand around an `Awaiting`, so that it cannot be taken for text."""


def table_label(table: Table) -> str:
    """The line above the title of a table: `Table 3`."""
    return f"Table {table.number}"


def item_label(mark: Mark, position: int) -> str:
    """What stands before the item at a position counted from 1: `•`, `(a)` or `(i)`, as Word's own lists print it."""
    match mark:
        case Mark.BULLET:
            return "•"
        case Mark.LETTER:
            return f"({letter(position)})"
        case Mark.ROMAN:
            return f"({roman(position)})"
