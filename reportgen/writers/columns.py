"""How wide a table and its columns are, for Word and print: each figure on one line, texts by how long they are.

Widths are in twips, of which 20 are a point, for figures and texts of 9 points in Times New Roman.
"""

from collections.abc import Sequence
from itertools import starmap

from reportgen.document.tree import Cell, Table
from reportgen.document.walk import plain_text

BODY_WIDTH, FULL_WIDTH, TURNED_WIDTH = 7371, 9638, 14286
"""The column of the text, the whole of the page between its margins, and that of a turned page."""
MARGIN = 113
"""Stands right of the text of a cell."""
_USUAL_GAP, _LEAST_GAP = 3 * MARGIN, 170
"""What a column of figures has beside them, and what it keeps where a table is wider than a turned page."""
LONGEST_FIGURE = 24
"""Characters of a cell in a column of figures that is not broken into lines; more are words."""

LETTERS, _SMALLEST = 18, 6
"""The size of letters in half points, and the least to which a table shrinks that is wider than a turned page."""
_BODY_COLUMNS = 7
"""Columns that look well in the column of the text."""
_DIGIT = 90
"""The width of a digit: half of an em, in bold as well; a comma takes half of that."""
_NARROWEST, _USUAL = 567, 1134
"""A column of figures: the least, and what it takes where there is room."""
_LABELS, _TEXTS, _LONGEST_WORD = 1701, 1134, 2835
"""The least that the first column and others of texts take, and the most that one word claims."""
_SHORT_HEAD = len("2020–2023")
"""Characters of a head that is not broken into lines."""


def is_turned(table: Table) -> bool:
    """Return whether a table stands on a turned page: its author wants it, or it does not fit upright."""
    return table.is_landscape or not _fits(table, FULL_WIDTH)


def takes_page(table: Table) -> bool:
    """Return whether a table goes from margin to margin.

    It has many columns or broad ones, or texts on both sides of figures.
    """
    if len(table.head) > _BODY_COLUMNS or not _fits(table, BODY_WIDTH):
        return True
    return text_columns(table) > 1 and any(cell.is_figure for cell in table.head)


def text_columns(table: Table) -> int:
    """Return how many columns hold texts: labels, and what stands right of the figures, such as their sources."""
    return sum(not cell.is_figure for cell in table.head)


def table_width(table: Table) -> int:
    """Return how wide a table is: as the text, from margin to margin, or as a turned page."""
    if is_turned(table):
        return TURNED_WIDTH
    return FULL_WIDTH if takes_page(table) else BODY_WIDTH


def letter_size(table: Table) -> int:
    """Return the size of a table's letters in half points: less where its figures do not fit on a turned page."""
    gaps = sum(cell.is_figure for cell in table.head)
    letters = max(_needed(table) - gaps * _USUAL_GAP, 1)
    return max(min(LETTERS, LETTERS * (TURNED_WIDTH - gaps * _LEAST_GAP) // letters), _SMALLEST)


def column_widths(table: Table, width: int) -> list[int]:
    """Return the widths of a table's columns, which fill the width of the table."""
    if _fits(table, width):
        return _usual_widths(table, width)
    size = letter_size(table)
    widths = [
        (need - _USUAL_GAP) * size // LETTERS + _LEAST_GAP if cell.is_figure else need * size // LETTERS
        for cell, need in zip(table.head, _least_widths(table), strict=True)
    ]
    room = width - sum(widths)
    return [widths[0] + room, *widths[1:]] if room >= 0 else _usual_widths(table, width)


def _usual_widths(table: Table, width: int) -> list[int]:
    """Return the widths of the columns of a table that has room for letters of the usual size."""
    figures = [cell.is_figure for cell in table.head]
    if not figures:
        return []
    columns = _columns(table)
    least = list(starmap(_least, enumerate(zip(table.head, columns, strict=True))))
    usual = min(_USUAL, width * 7 // 10 // len(figures)) if figures.count(False) <= 1 else _NARROWEST
    needs = [max(usual, need) if is_figure else 0 for is_figure, need in zip(figures, least, strict=True)]
    legible = sum(need for is_figure, need in zip(figures, least, strict=True) if not is_figure)
    most = min(sum(needs), max(width - legible, width * 3 // 4))
    lengths = [0 if is_figure else 1 + len("".join(texts)) for is_figure, texts in zip(figures, columns, strict=True)]
    room = width - most
    spare = max(room - legible, 0)
    widths = [
        need * (room - spare) // legible + spare * length // sum(lengths) if length else wanted * most // sum(needs)
        for need, wanted, length in zip(least, needs, lengths, strict=True)
    ]
    widths[0] += width - sum(widths)
    return widths


def _fits(table: Table, width: int) -> bool:
    """Return whether every figure stands on one line, with a gap, beside columns of texts that can be read."""
    return _needed(table) <= width


def _needed(table: Table) -> int:
    return sum(_least_widths(table))


def _least_widths(table: Table) -> list[int]:
    return list(starmap(_least, enumerate(zip(table.head, _columns(table), strict=True))))


def _columns(table: Table) -> list[list[str]]:
    """Return the texts of each column; those of cells over several columns are not of one."""
    return [
        [
            plain_text(row.cells[place].children)
            for row in table.rows
            if place < len(row.cells) and row.cells[place].columns == 1
        ]
        for place in range(len(table.head))
    ]


def _least(place: int, column: tuple[Cell, Sequence[str]]) -> int:
    """Return the least width of a column, given as its head and its texts."""
    head, texts = column
    if head.is_figure:
        return max(_NARROWEST, _figure_width(head, texts))
    longest = max((len(word) for text in (plain_text(head.children), *texts) for word in text.split()), default=0)
    return max(_TEXTS if place else _LABELS, min(longest * _DIGIT + 2 * MARGIN, _LONGEST_WORD))


def _figure_width(head: Cell, figures: Sequence[str]) -> int:
    """Return the width in which the figures of a column, with marks of notes, stand on one line."""
    title = plain_text(head.children)
    words = [title] if len(title) <= _SHORT_HEAD else title.split()
    words += [word for text in figures for word in ([text] if len(text) <= LONGEST_FIGURE else text.split())]
    halves = max((2 * len(text) - text.count(",") - text.count(".") for text in words), default=0)
    return halves * _DIGIT // 2 + _USUAL_GAP
