"""Which pages are turned for tables, and which tables are kept on one page, for all writers.

Below a table stand its notes, in the order of their marks, and then its source.
"""

from collections.abc import Sequence

from reportgen.document.tree import Block, Heading, Row, Table
from reportgen.document.walk import plain_text
from reportgen.writers.columns import is_turned

SHORT = 12
"""Rows of a table that is kept on one page."""
_TALL, _LETTER = 27, 80
"""The lines of a row that need not stand on one page, and the twips that a letter of 9 points takes on the average."""


def is_tall(row: Row, columns: Sequence[int]) -> bool:
    """Return whether a row is so high that it may go on upon the next page: a page might not hold it.

    Args:
        row: the row.
        columns: the widths of the columns in twips.
    """
    return lines_of(row, columns) > _TALL


def lines_of(row: Row, columns: Sequence[int]) -> int:
    """Return about how many lines the highest cell of a row has."""
    cells = [(cell, sum(columns[at : at + cell.columns])) for at, cell in enumerate(row.cells) if cell.columns]
    return max((1 + len(plain_text(cell.children)) * _LETTER // max(width, 1) for cell, width in cells), default=1)


def find_turned(blocks: Sequence[Block]) -> list[bool]:
    """Return whether each block stands on a turned page; the headings right above a turned table go with it."""
    turned = [isinstance(block, Table) and is_turned(block) for block in blocks]
    for position in range(len(blocks) - 2, -1, -1):
        if isinstance(blocks[position], Heading):
            turned[position] = turned[position + 1]
    return turned
