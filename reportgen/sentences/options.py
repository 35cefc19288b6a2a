"""Settings of the writing."""

from msgspec import Struct

from reportgen.model import Period
from reportgen.sentences.thresholds import TABLE_FROM


class Options(Struct, frozen=True):
    """How a report's phrases are written."""

    non_breaking_spaces: bool = True
    """Keep figure and `per cent`, symbol and amount, amount and million, day and month on one line."""
    table_from: int = TABLE_FROM
    """Generated text with so many figures for one indicator is a table."""
    reference: Period | None = None
    """The period that counts as the latest; later ones are used only where they are named. None: no bound."""
