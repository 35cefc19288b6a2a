"""Periods of a whole and of its part: in a sentence that names no time, both figures are read as those of one time."""

from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.times import subject_of, timed_passages
from reportgen.claims.passages import sentences
from reportgen.document.tree import Figure
from reportgen.model.indicators import label_of
from reportgen.regex import regex

_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A sentence with a year says of which time it is; whether its figures are of that time is judged in `times`."""


def parts_are_of_one_time(context: CheckContext) -> Iterator[Finding]:
    """Yield RG335 for undated figures of one indicator in a sentence: a total of 2022, and its women of 2023.

    A reference takes the latest period of its own series, and a part may have one that the whole has not yet.
    """
    for passage in timed_passages(context.tree) if context.tree else ():
        for span in sentences(passage.text) if len(passage.figures) > 1 and not passage.lead else ():
            within = [
                figure for at, figure in passage.figures if span.start <= at.start < span.end and _is_bare(figure)
            ]
            for finding in _judge(within, context):
                if not _YEAR.search(passage.text, span.start, span.end):
                    yield finding


def _is_bare(figure: Figure) -> bool:
    """Return whether no word tells the reader of which period a figure is."""
    return figure.reference is not None and not figure.is_dated and len(figure.periods) == 1


def _judge(figures: list[Figure], context: CheckContext) -> Iterator[Finding]:
    for one, other in pairwise(sorted(figures, key=lambda figure: figure.indicator)):
        is_chosen = all(figure.reference and figure.reference.names_period for figure in (one, other))
        if one.indicator != other.indicator or one.periods == other.periods or is_chosen:
            continue
        (earlier,), (period,) = one.periods, other.periods
        first, subject = subject_of(one, context), subject_of(other, context)
        if first is None or subject is None or first.part == subject.part or ("RG335", subject) in context.confirmed:
            continue  # a phrase such as “fell from … to …” has two figures of one series
        label = label_of(context.merged.indicators[other.indicator], other.indicator)
        values = {"figure": other.text, "period": period, "other": one.text, "earlier": earlier, "label": label}
        yield Finding("RG335", other.reference.place if other.reference else None, values, subject=subject)
