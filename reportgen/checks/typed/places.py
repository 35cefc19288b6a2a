"""Typed words of change beside places in a ranking from data: who rises has a smaller number."""

from collections.abc import Iterator, Sequence

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.typed.change_words import ChangeWord, doubt_change
from reportgen.checks.typed.changes import bases_of, end_of, last_before, leads_to
from reportgen.checks.typed.nearness import range_at
from reportgen.checks.typed.records import judge_record
from reportgen.languages.en.lexicon import BETTER, WORSE
from reportgen.languages.words import word_set
from reportgen.model import Period
from reportgen.model.base import Number

_COMPARED = {"better": True, "higher": True, "worse": False, "lower": False}
"""Before "than", whether the place is a better one."""
_MOVED = {"gained": True, "gaining": True, "up": True, "lost": False, "losing": False, "down": False}
"""Before so many places."""
_PLACES = word_set("place places position positions rank ranks")


def doubt_places(said: Sentence) -> Iterator[Doubt]:
    """Yield RG433 for words by which a place in a ranking went up or down, and the data hold another one."""
    for at, item in enumerate(said.line.items):
        if not said.is_typed(at):
            continue
        word = ChangeWord(said, at, said.spoken)
        if item.low in {"best", "worst"} and (doubt := judge_record(word)):
            yield doubt
        is_better, places = _told(word)
        if is_better is None:
            continue
        end = end_of(word)
        for period, value in _bases(word, end, places):
            if period == end.where[2] or period.months != end.where[2].months:
                continue
            is_far = places is not None and not range_at(word.line, places).holds(abs(end.value - value))
            if is_far or not (end.value < value if is_better else end.value > value):
                span = word.span() if places is None else word.span(places)
                yield doubt_change(span, end, (end.where[2], end.value), (period, value))


def _told(word: ChangeWord) -> tuple[bool | None, int | None]:
    """Return whether a word says that a place became better, None for other words, and where by how many places."""
    line, low = word.line, word.low
    first = word.at + 1 + (line.low(word.at + 1) in {"by", "of"})
    places = first if line.kind(first) == "q" and line.low(first + 1) in _PLACES else None
    if line.low(word.at - 1) in _PLACES and line.kind(word.at - 2) == "q":  # "11 places lower than in 2022"
        places = word.at - 2
    if places is not None and low in _MOVED:
        return _MOVED[low], places
    if low in _COMPARED and line.low(word.at + 1) == "than":
        return _COMPARED[low], places
    return (low in BETTER, places) if low in BETTER | WORSE else (None, None)


def _bases(word: ChangeWord, end: Observed, places: int | None) -> Sequence[tuple[Period, Number]]:
    """Return the periods that a place is held against, with their values; the one before, where none is named."""
    is_said = leads_to(word, end) or word.line.low(word.at - 1) in {"a", "an", ",", "(", "but", "and"}
    found = bases_of(word, end) if is_said or places is not None else ()
    if found or places is None:
        return found
    before = last_before(word, end)
    value = word.series.value(before) if before is not None else None
    return [(before, value)] if before is not None and value is not None else []
