"""How a table is placed, which pages are turned for it, and what stands below it, for all writers.

Below a table stand its notes, in the order of their marks, and then its source.
"""

from collections.abc import Sequence

from reportgen.document.tree import Block, Heading, Table

BODY_COLUMNS = 7
"""Columns that still fit into the column of the text; a wider table takes the page."""
SHORT = 12
"""Rows of a table that is kept on one page."""


def text_columns(table: Table) -> int:
    """Return how many columns hold texts: labels, and what stands right of the figures, such as their sources."""
    return sum(not cell.is_figure for cell in table.head)


def takes_page(table: Table) -> bool:
    """Return whether a table goes from margin to margin: it has many columns, or texts on both sides of figures."""
    return len(table.head) > BODY_COLUMNS or (text_columns(table) > 1 and any(cell.is_figure for cell in table.head))


def find_turned(blocks: Sequence[Block]) -> list[bool]:
    """Return whether each block stands on a turned page; the headings right above a turned table go with it."""
    turned = [isinstance(block, Table) and block.is_landscape for block in blocks]
    for position in range(len(blocks) - 2, -1, -1):
        if isinstance(blocks[position], Heading):
            turned[position] = turned[position + 1]
    return turned
