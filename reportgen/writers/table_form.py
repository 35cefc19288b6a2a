"""Which pages are turned for tables, and which tables are kept on one page, for all writers.

Below a table stand its notes, in the order of their marks, and then its source.
"""

from collections.abc import Sequence

from reportgen.document.tree import Block, Heading, Table
from reportgen.writers.columns import is_turned

SHORT = 12
"""Rows of a table that is kept on one page."""


def find_turned(blocks: Sequence[Block]) -> list[bool]:
    """Return whether each block stands on a turned page; the headings right above a turned table go with it."""
    turned = [isinstance(block, Table) and is_turned(block) for block in blocks]
    for position in range(len(blocks) - 2, -1, -1):
        if isinstance(blocks[position], Heading):
            turned[position] = turned[position + 1]
    return turned
