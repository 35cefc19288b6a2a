"""The few words that writers add to the text of the tree, the same in all outputs."""

from reportgen.document.tree import Mark, Table

SOURCE = "Source: "
"""Stands in italics before the source of a table; `Table.source` holds the source alone."""
AWAITING_OPEN, AWAITING_CLOSE = "[", "]"
"""Stand around an `Awaiting`, so that it cannot be taken for text."""

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def table_label(table: Table) -> str:
    """The line above the title of a table: `Table 3`."""
    return f"Table {table.number}"


def item_label(mark: Mark, position: int) -> str:
    """What stands before the item at a position counted from 1: `•`, `(a)` or `(i)`, as Word's own lists print it."""
    match mark:
        case Mark.BULLET:
            return "•"
        case Mark.LETTER:
            return f"({_letters(position)})"
        case Mark.ROMAN:
            return f"({_roman(position)})"


def _letters(position: int) -> str:
    """`a` to `z`, then `aa`, `bb`, … (ECMA-376 Part 1, 17.18.59, `lowerLetter`)."""
    repeats, index = divmod(position - 1, len(_ALPHABET))
    return _ALPHABET[index] * (repeats + 1)


def _roman(position: int) -> str:
    letters = ""
    for value, numeral in _ROMAN:
        count, position = divmod(position, value)
        letters += numeral * count
    return letters
