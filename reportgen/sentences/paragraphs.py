"""What generated text is made of: paragraphs and tables whose numbers are still phrases."""

from msgspec import Struct

from reportgen.sentences.phrase import Phrase

Parts = tuple[str | Phrase, ...]
"""Text and phrases in the order of reading: one paragraph, one cell, one caption."""
Paragraph = Parts


class TableCell(Struct, frozen=True):
    """One cell."""

    parts: Parts
    is_figure: bool = False
    """Figures stand at the right."""
    notes: tuple[Parts, ...] = ()
    """What must be said of it below the table."""


class TableRow(Struct, frozen=True):
    """One row."""

    cells: tuple[TableCell, ...]
    is_total: bool = False
    is_part: bool = False
    """Whether it is a part of what a row above it shows."""


class TableSpec(Struct, frozen=True):
    """A table: caption, column heads, rows."""

    caption: Parts
    head: tuple[Parts, ...]
    rows: tuple[TableRow, ...]
    is_wide: bool = False
    """Whether it needs a page that is turned by a quarter."""
