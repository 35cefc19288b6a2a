"""Signed amounts and trends beside figures from data: `131 women (-40 per cent)`, `confirms the downward trend`."""

from collections.abc import Iterator
from itertools import takewhile

from reportgen.checks.beside import Doubt, Sentence
from reportgen.checks.stated import stems
from reportgen.checks.typed.bases import named_bases
from reportgen.checks.typed.change_words import FALLEN, RISEN, ChangeWord, doubt_change
from reportgen.checks.typed.changes import judge_extent
from reportgen.checks.typed.extents import went
from reportgen.claims.model import Measure
from reportgen.languages.en.lexicon import DOWN, TRENDS, UP
from reportgen.languages.words import word_set


def doubt_trends(said: Sentence) -> Iterator[Doubt]:
    """Yield RG433 for signed amounts of change and for trends that the values of an indicator contradict."""
    yield from _signed(said)
    if len({figure.where[:2] for figure in said.figures}) != 1 or said.indicator(said.figures[0]).unit == "rank":
        return
    for at, item in enumerate(said.line.items):
        if item.low in UP | DOWN and said.line.low(at + 1) in TRENDS and said.is_typed(at):
            doubt = _trend(ChangeWord(said, at, said.figures))
            if doubt is not None:
                yield doubt


def _signed(said: Sentence) -> Iterator[Doubt]:
    """Yield the questions about `women: {{ women }} (-40 per cent)`, each of the figure right before the bracket."""
    line = said.line
    for at in line.quantities:
        is_named = line.words(max(at - 3, 0), 2) == ["change", "of"]  # "a change of +13 per cent"
        opening = at - 1 if is_named else line.opening(at)
        if opening is None or line.low(at - 1) not in RISEN | FALLEN or not said.is_typed(at):
            continue
        before = [place for place in line.quantities if place < opening]
        end = said.figure_at(before[-1]) if before else None
        is_amount = (is_named or line.low(at - 2) in {"(", ","}) and line.low(at + 1) in _BEHIND_SIGNED
        if end is None or not is_amount or line.quantity(at).measure not in _CHANGED:
            continue
        series = [figure for figure in said.figures if figure.where[:2] == end.where[:2] and figure.at < at]
        doubt = judge_extent(ChangeWord(said, at - 1, series), end)
        if doubt is not None:
            yield doubt


_BEHIND_SIGNED = word_set(") , ; compared on over since from against versus in than")
_CHANGED = frozenset({Measure.PER_CENT, Measure.COUNT, Measure.POINTS, Measure.MONEY})


def _trend(word: ChangeWord) -> Doubt | None:
    """Return what the data say against `the downward trend`: one that neither the last year nor all years had.

    It is of the figures where it names what they count, or where it is said of the figure before it.
    """
    line, behind = word.line, word.at + 2
    if not word.said.words.isdisjoint(_TURNING):
        return None
    if line.low(behind) in {"in", "of"}:
        words = takewhile(lambda item: item.kind in "wc", line.items[behind + 1 : behind + 1 + _NAMED])
        is_of_figures = any(stems(item.low) & word.known for item in words)
    else:
        is_of_figures = _is_told(word)
    end = word.latest
    named = named_bases(word, end) if is_of_figures else [None]
    if _leads_to_list(word):
        named = [word.figures[0].where[2]]
    past = [
        (period, one.value)
        for period, one in word.series.values.items()
        if one.value is not None and period.months == end.where[2].months and period.end < end.where[2].start
    ]
    bases = [(period, value) for period, value in past if not named or period in named]
    ends = sorted(bases, key=lambda pair: pair[0].order)
    if not ends or None in named or any(went(word, end.value, value) for _, value in (ends[0], ends[-1])):
        return None
    return doubt_change(line.span_of(word.at, word.at + 1), end, (end.where[2], end.value), ends[-1])


def _is_told(word: ChangeWord) -> bool:
    """Return whether a bare `downward trend` is said of a figure: `{{ cases }}, which confirms the downward trend`."""
    line, at = word.line, word.at
    before = [figure.at for figure in word.figures if figure.at < at]
    if before:
        between = line.words(before[-1] + 1, at - before[-1] - 1)
        return not _TELLING.isdisjoint(between) and _PARTING.isdisjoint(between)
    if _leads_to_list(word):
        return True
    begin = line.clauses[at]
    is_opening = at - begin <= 1 and any(line.low(figure.at - 1) == "with" for figure in word.figures)
    return is_opening or _shows(word)


def _leads_to_list(word: ChangeWord) -> bool:
    """Whether several figures follow a colon: `an upward trend was observed: 150 cases in 2022 and 131 in 2023`."""
    first = word.figures[0]
    return len(word.figures) > 1 and first.at > word.at and ":" in word.line.words(word.at, first.at - word.at)


def _shows(word: ChangeWord) -> bool:
    """Whether the subject of the clause is what the figures count: `the number of cases shows a downward trend`."""
    line, at = word.line, word.at
    verb = next((one for one in range(at - 1, max(at - 4, 0), -1) if line.low(one) in _TELLING), None)
    return verb is not None and any(stems(one) & word.known for one in line.words(line.clauses[at], verb))


_TURNING = word_set(
    "reversed reverses reversing reversal broke breaks broken breaking halted ended stopped interrupted despite"
    " contrary unlike after following until former previous earlier past contrast against although though not no"
)
"""What a trend was may differ from where the figures went: `reversing the downward trend`."""
_NAMED = 5
_TELLING = word_set(
    "confirms confirmed confirming continues continued continuing reflects reflected reflecting shows showed showing"
    " shown indicates indicated indicating maintains maintaining follows marks marking is"
)
_PARTING = word_set("; but while whereas and")
