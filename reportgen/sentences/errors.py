"""The one exception of this room: a reference that cannot be written, as a code and the values of its wording."""

from reportgen.diagnostics import Literal

_MISFITS = {
    "no_noun": "it has no noun to print; give its unit as {one: person, other: persons}",
    "no_sum": "percentages and places in a ranking cannot be added up",
    "no_round": "only counts and amounts are rounded; print the value as it is",
    "no_parts": "rates, averages and percentages of groups are no parts of the whole; use breakdown",
    "no_share": "a share is worked out of two counts, or of two amounts in one currency or unit",
    "no_rank": "it is no place in a ranking; give its unit as rank, or use change",
    "no_fraction": "the share is near none of the simple fractions; use share_of",
    "no_points": "it is no percentage; use change",
    "no_change": "a place in a ranking is told by rank_change",
    "no_rate": "a rate is worked out of two counts",
    "no_stock": "it is counted over a period; a date fits a stock (measure: stock)",
    "no_average": "only counts and amounts of years are averaged",
}
"""Why a filter does not fit an indicator, with what to do."""


class PhraseError(Exception):
    """A figure reference that gives no true sentence.

    Its words stand in the catalogue of diagnostics: the caller, who knows the place, turns it into one with
    `diagnose(error.code, place, **error.values)`.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        """Return the code and its values, for a developer's eyes."""
        return f"{self.code} {self.values}"


def misfit(key: str, name: str, reason: str) -> PhraseError:
    """Return the error for a filter that does not fit an indicator, for one of the known reasons.

    Args:
        key: of the indicator.
        name: of the filter.
        reason: a key of the table of reasons.
    """
    return PhraseError("RG405", key=key, filter=name, reason=Literal(_MISFITS[reason]))
