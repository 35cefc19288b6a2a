"""What a language must know to set the figures of a statistical annex in tables."""

from msgspec import Struct


class Tabling(Struct, frozen=True, kw_only=True):
    """Heads, captions and notes of the tables of an annex, as patterns."""

    others: str
    """The title over figures that belong to no theme."""
    annual: str
    """{title} {period}: the caption of figures by year."""
    other_periods: str
    """{title}: the caption of figures for periods that have no column of their own."""
    source: str
    """The head of the column that names agency and source."""
    idem: str
    """In that column: the same as in the row above, which the parts of an indicator have."""
    figure: str
    """The head of the only column of figures."""
    with_unit: str
    """{label} {unit}"""
    per_cent: str
    """The unit of percentages."""
    by: str
    """{by} {label}: a part, where there are several breakdowns."""
    of_which: str
    """{label}: a part of those that do not make up the whole."""
    formerly: str
    """{former}: the note to a revised figure."""
    broken: str
    """{reason}: the note to the first figure of a new series."""
