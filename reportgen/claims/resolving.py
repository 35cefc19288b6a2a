"""Resolve the times of a sentence that depend on another: `that year`, `the following year`."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from reportgen.claims.clauses import TimedSentence
from reportgen.claims.times import Relation, TimeExpression
from reportgen.languages.en import time_words as words
from reportgen.model import Period


def resolve_times(sentence: TimedSentence, known: Period | None) -> tuple[TimedSentence, Period | None]:
    """Return the sentence with the periods of "that year" and "the following year", and the last that it names."""
    times: dict[int, TimeExpression] = {}
    named: list[int] = []
    for at, one in sorted(sentence.times.items()):
        meant = _period_meant(one, _last_of(times, named) if named else known)
        times[at] = replace(one, periods=(meant,)) if meant else one
        if times[at].periods and one.relation in _NAMING:
            named.append(at)
    main = [at for at in named if sentence.depths[at] == 0 and at not in sentence.held] or named
    main = [at for at in main if at in sentence.openers] or main
    return replace(sentence, times=times), _last_of(times, main) if main else known


def _last_of(times: Mapping[int, TimeExpression], places: Sequence[int]) -> Period:
    """Return the period of the last of some times that name one."""
    last = times[places[-1]]
    return last.whole or last.periods[-1]


_NAMING = {Relation.WITHIN, Relation.AT}
"""How a sentence stands to the time that "that year" in the next one means: not one that it only compares with."""


def _period_meant(time: TimeExpression, known: Period | None) -> Period | None:
    """Return the period of `that year` or `the following year` after another period was named; None for other times."""
    if known is None:
        return None
    if time.meaning == words.SAME:
        return known
    if time.meaning in words.PARTS_OF_YEAR:
        first, last = words.PARTS_OF_YEAR[time.meaning]
        return Period((known.end[0], first), (known.end[0], last))
    if time.meaning == words.LAST and known.is_span and time.text.lower().endswith(" the last year"):
        return Period((known.end[0], 1), (known.end[0], 12))  # "between 2020 and 2023, …, of whom 348 in the last year"
    if time.meaning == words.NEXT:
        return Period((known.end[0] + 1, 1), (known.end[0] + 1, 12))
    return None
