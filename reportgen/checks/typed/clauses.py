"""Typed words of change in sentences with figures of several series: which of them each word speaks of."""

from collections.abc import Iterator

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.stated import stems
from reportgen.checks.typed.bases import named_bases
from reportgen.checks.typed.change_subjects import speaks_of_another
from reportgen.checks.typed.change_words import ChangeWord
from reportgen.checks.typed.changes import TO, judge_base, judge_extent, judge_years, last_before, leads_to
from reportgen.languages.en.lexicon import CHANGING, DOWN, LESS_OR_SHORTER, MORE_OR_LONGER, NOUN_STOPS, UP


def doubt_clauses(said: Sentence) -> Iterator[Doubt]:
    """Yield RG433 for changes of several series: `A rose to 348, while B fell to 212`, `348 A, more than in 2022`."""
    for at, item in enumerate(said.line.items):
        if item.low not in UP | DOWN | MORE_OR_LONGER | LESS_OR_SHORTER or not said.is_typed(at):
            continue
        if (place := _place_in_order(said, at)) is not None:
            yield from _in_order(said, at, place)
            continue
        if "respectively" in said.line.words(at, _NEAR + 2):
            continue  # "rose and stagnated, respectively"
        for figure, is_of_all in _spoken_of(said, at):
            word = ChangeWord(said, at, [figure])
            if said.indicator(figure).unit == "rank" or speaks_of_another(word):
                continue
            doubt = judge_extent(word, figure) or (judge_years(word, figure) if is_of_all else None)
            if doubt is not None:
                yield doubt
                break


def _place_in_order(said: Sentence, at: int) -> int | None:
    """Return which of two words a word is in `rose and fell, respectively`, from 0 on; None where it is neither."""
    line, turns = said.line, UP | DOWN
    for place, first in ((0, at), (1, at - 2)):
        is_pair = line.low(first) in turns and line.low(first + 1) == "and" and line.low(first + 2) in turns
        if is_pair and "respectively" in line.words(first + 3, _NEAR):
            return place
    return None


_NEAR = 4


def _in_order(said: Sentence, at: int, place: int) -> Iterator[Doubt]:
    """Yield the question about one of two words that are said of two figures in their order."""
    figures = [figure for figure in said.figures if figure.at < at]
    if len(figures) != len(("rose", "fell")) or figures[0].where[2] != figures[1].where[2]:
        return
    word = ChangeWord(said, at, [figures[place]])
    base = next(iter(named_bases(word, figures[place])), None) or last_before(word, figures[place])
    value = word.series.value(base) if base is not None else None
    if base is not None and value is not None and (doubt := judge_base(word, figures[place], (base, value))):
        yield doubt


def _spoken_of(said: Sentence, at: int) -> Iterator[tuple[Observed, bool]]:
    """Yield the figures that a word of change speaks of by its place, and whether it is said of all of a sentence."""
    line = said.line
    if not {"both", "neither"}.isdisjoint((line.low(0), line.low(at - 1), line.low(at - 2))):
        yield from ((figure, True) for figure in said.figures if figure.at < at)
        return
    end = next((figure for figure in said.figures if figure.at > at), None)
    if end is not None and (line.low(end.at - 1) in TO or line.low(end.at - 1) == "("):
        word = ChangeWord(said, at, [end])
        words = line.words(line.clauses[at], at - line.clauses[at])
        if leads_to(word, end) and (line.low(end.at - 1) != "(" or stems(" ".join(words)) & said.known(end)):
            yield end, False
            return
    before = [figure for figure in said.figures if figure.at < at]
    opening = line.opening(at - 1) if line.low(at - 1) == ")" else None
    if opening is not None and before and before[-1].at > opening:  # "deaths (348) rose, while complaints (212) fell"
        yield before[-1], True
        return
    first = at - 1
    while first > 0 and line.items[first].kind in "wq" and line.low(first) not in NOUN_STOPS:
        first -= 1
    first -= line.low(first) in {"a", "an"}
    is_nearest = before and not any(before[-1].at < place < first for place in line.quantities)
    between = line.words(before[-2].at, before[-1].at - before[-2].at) if len(before) > 1 else []
    is_joined = "and" in between and line.low(first) != "(" and CHANGING.isdisjoint(between)
    # "348 victims and 384 cases were recorded, more than …"
    if is_nearest and not is_joined and line.low(first) in _APPOSING and line.low(at + 1) != "to":
        yield before[-1], False


_APPOSING = frozenset(",(")
