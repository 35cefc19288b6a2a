"""Typed numbers that say once more what a figure from data beside them says: `over 400 victims (348)`.

Only where the place says that both are one number: the one in brackets, between commas or between dashes right behind
the other. `(over 400 applied)` and `(involving 350 victims)` speak of something else.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from reportgen.checks.beside import Doubt, Observed, Sentence, is_ratio_joint
from reportgen.checks.finding import shown_number
from reportgen.checks.stated import is_extent, stems
from reportgen.checks.typed.nearness import Range, range_at, range_of, units_in
from reportgen.claims.line import Line
from reportgen.claims.model import Measure, Nearness, Quantity
from reportgen.claims.passages import Span
from reportgen.claims.typed import NumberKind, kind_at
from reportgen.languages.en.lexicon import AUXILIARIES, LESS_OR_SHORTER, MORE_OR_LONGER, RELATIVES
from reportgen.languages.en.quantifiers import CURRENCIES, EXCEEDING, RESTATING, TOTALLING, VAGUE, VAGUE_FACTORS
from reportgen.languages.words import word_set

_MEASURES = frozenset({Measure.COUNT, Measure.MONEY, Measure.PER_CENT, Measure.DURATION})
DASHES = frozenset("–—-")
_OPENING = frozenset({"(", ",", *DASHES})
_COUNTED = stems(" ".join(TOTALLING))
_EACH = word_set("per each every a an")
"""`$120,400 (about $350 per victim)` restates nothing."""
_JOINING = word_set("and but while whereas who ;")
_EXPLAINING = word_set("i.e. that means meaning namely")
"""After these the number may be that of the whole clause: `348 were compensated, i.e. about 350`."""
_FAR, _LONG = 10, 14
"""Items between a number and the one that restates it; and where that one ends the clause."""


def doubt_amounts(said: Sentence) -> Iterator[Doubt]:
    """Yield RG386 for typed numbers that restate a figure of a sentence, and are not so by its value."""
    line = said.line
    for at, quantity in said.typed_quantities():
        if _is_of_another(line, at):
            continue
        is_counted = kind_at(line, at) in {NumberKind.STATISTIC, None} or quantity.measure is Measure.DURATION
        if quantity.measure in _MEASURES and is_counted:
            figure = _restated(said, at, quantity)
            value = _measured(line, figure, quantity) if figure is not None else None
            if figure is not None and value is not None and not _range(line, at, quantity).holds(value):
                yield doubt_restated(line.span_of(at, at), figure)
    for at, item in enumerate(line.items):
        if item.low in VAGUE and said.is_typed(at) and line.low(at + 1) == "of" and line.low(at + 2) not in VAGUE:
            yield from _doubt_vague(said, at)


def _is_of_another(line: Line, at: int) -> bool:
    """Return whether the words around a number make something else of it than a figure once more."""
    quantity, behind = line.quantity(at), line.low(at + 1)
    if quantity.text.casefold() == "one" and behind in _OPENING | {"", "."}:
        return True  # "under the new one, 348 persons were helped"
    if behind in MORE_OR_LONGER | LESS_OR_SHORTER or is_extent(line, at):
        return True  # "19 fewer complaints (131) than in 2022"
    if any(is_ratio_joint(line, place) for place in range(at - 2, at + _FAR)):
        return True  # "three women (209) for every two men (139)"
    if behind == "in" and line.low(at + 2) in TOTALLING and len(line.quantities) > len(("one", "all")):
        return True  # "36 in the one half and 27 in the other, or 63 in all" adds them up
    is_whole = line.words(max(at - 2, 0), 2) in (["of", "the"], ["of", "all"], ["of", "its"])
    return is_whole and quantity.is_exact  # "less than a third of the 2,000 schools (348)"


def _measured(line: Line, figure: Observed, quantity: Quantity) -> Decimal | None:
    """Return the value of a figure in the unit of a typed number: 180 days in months; None for hectares in acres."""
    if quantity.measure is not Measure.DURATION:
        return Decimal(figure.value)
    many = units_in(line.quantity(figure.at).unit, quantity.unit)
    return Decimal(figure.value) * many if many else None


def _range(line: Line, at: int, quantity: Quantity) -> Range:
    """Return the values of which a typed number may be said, `exceeded 300` as `more than 300`."""
    if quantity.is_exact and line.low(at - 1) in EXCEEDING:
        return range_of(replace(quantity, nearness=Nearness.MORE_THAN), "")
    if quantity.nearness in _DENIED and not _DENYING.isdisjoint(line.words(max(at - _BEFORE, 0), min(at, _BEFORE))):
        return range_of(replace(quantity, nearness=_DENIED[quantity.nearness]), "")
    return range_at(line, at)


_DENYING = word_set("not never")
_DENIED = {Nearness.LESS_THAN: Nearness.AT_LEAST, Nearness.MORE_THAN: Nearness.AT_MOST}
"""What is left of a number that is denied: `did not fall below 300`."""
_BEFORE = 3


def _doubt_vague(said: Sentence, at: int) -> Iterator[Doubt]:
    """Yield what the data say against `thousands of victims`."""
    line = said.line
    factor = VAGUE_FACTORS.get(line.low(at - 2), 1) if line.low(at - 1) == "of" else 1
    figure = next((one for one in said.figures if one.at > at and _stands_for(said, at, one)), None)
    if figure is not None and figure.value < VAGUE[line.low(at)] * factor:
        yield doubt_restated(line.span_of(at - 2 if factor > 1 else at, at), figure)


def doubt_restated(span: Span, figure: Observed) -> Doubt:
    """Return the question about typed words that say otherwise what a figure says."""
    return Doubt("RG386", span, figure, {"value": shown_number(figure.value), "period": figure.where[2]})


def _restated(said: Sentence, at: int, quantity: Quantity) -> Observed | None:
    """Return the figure that a typed number says once more: the one next to it, if their places say so."""
    line = said.line
    place = line.quantities.index(at)
    for near in (*line.quantities[place + 1 : place + 2], *line.quantities[max(0, place - 1) : place]):
        figure = said.figure_at(near)
        if figure is None or not _are_alike(quantity, line.quantity(near)):
            continue
        if _stands_for(said, at, figure) and not _is_earlier_value(said, at, figure):
            return figure
    return None


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities are measured in the same; currencies that nobody knows by name may be the same."""
    if one.measure is not Measure.MONEY or other.measure is not Measure.MONEY:
        return one.measure is other.measure
    return CURRENCIES.get(one.unit.casefold(), one.unit) == CURRENCIES.get(other.unit.casefold(), other.unit)


def _is_earlier_value(said: Sentence, at: int, figure: Observed) -> bool:
    """Return whether a number in digits is that of another period: `348 (1,058)`."""
    quantity = said.line.quantity(at)
    others = [one.value for period, one in said.series(figure).values.items() if period != figure.where[2]]
    return quantity.is_exact and quantity.text[:1].isdigit() and quantity.value in others


def _stands_for(said: Sentence, at: int, figure: Observed) -> bool:
    """Return whether a typed number is the same as a figure, by their places."""
    line, quantity, known = said.line, said.line.items[at].quantity, said.known(figure)
    mark = placed(line, min(at, figure.at), max(at, figure.at), known)
    is_rough = quantity is None or not quantity.is_exact or line.low(at - 1) in EXCEEDING
    noun = stems(quantity.noun) if quantity is not None else frozenset[str]()
    is_named = not noun or bool(noun & (known | _COUNTED))
    is_in_words = quantity is not None and not quantity.text[:1].isdigit()
    if is_rough and is_named and _is_predicate(line, at, figure.at):
        return True
    if figure.at < at and line.low(at - 1) in EXCEEDING:  # "legal aid, T 1,400 million, exceeded T 2 billion"
        return is_named and _JOINING.isdisjoint(line.words(figure.at, at - figure.at))
    match mark:
        case "(":
            return is_rough or is_named
        case "":
            return is_named and (is_rough or is_in_words) and ends_clause(line, at, figure.at)
        case _:
            return is_named and (
                is_rough or is_in_words or mark in DASHES or line.low(max(at, figure.at) - 1) in RESTATING
            )


def _is_predicate(line: Line, at: int, figure: int) -> bool:
    """Return whether a bound is what its subject came to: `At 16.9 per cent, the gap was above 15 per cent`."""
    is_opening = line.low(0) == "at" and figure <= _OPENED and line.low(figure + 1) == ","
    is_bracketed = (line.low(figure - 1), line.low(figure + 1)) == ("(", ")") and figure == at - _BRACKETED
    is_verb = line.low(at - 1) in _BEING or line.words(max(at - 2, 0), 2)[:1] == ["was"]
    return (is_opening or is_bracketed) and is_verb and line.low(at + 1) in {"", ".", "in", "at"}


_OPENED, _BRACKETED = 2, 3
"""Items before the figure of `At 348, …`; and from `(348) remained` to the bound behind it."""
_BEING = word_set("was were is remained stood still")


def placed(line: Line, first: int, second: int, known: frozenset[str]) -> str:
    """Return the mark by which the later of two numbers says the earlier one once more; nothing where it does not.

    Args:
        line: the sentence.
        first: the index of the earlier one, or of a word in its place.
        second: the index of the later one.
        known: stems of the words that may stand behind it.
    """
    opening = next((at for at in range(first + 1, second) if line.low(at) in _OPENING), None)
    if opening is None or second - first > _FAR:
        return ""
    between = line.items[opening + 1 : second]
    mark, end = line.low(opening), _end(line, second, opening, known | _COUNTED)
    is_last = end is not None and line.low(end) in {"", "."}
    is_explained = is_last or not _EXPLAINING.isdisjoint(item.low for item in between)
    if not is_explained and not _is_noun(line, first + 1, opening):
        return ""
    if any(item.low not in (RESTATING if item.kind == "w" else {",", "."}) for item in between):
        return ""
    if any(one.low == "of" and other.low == "which" for one, other in pairwise(between)):  # "817, of which 119 in 2024"
        return ""
    is_closed = mark == "(" or (end is not None and line.low(end) in {mark, "", ".", ";", ")"})
    return mark if end is not None and is_closed else ""


def ends_clause(line: Line, first: int, second: int) -> bool:
    """Whether the later of two numbers stands alone in brackets at the end: `over 400 were heard in 2023 (348)`."""
    if second < first or line.low(second - 1) != "(" or line.low(second + 1) != ")":
        return False
    between = line.items[first + 1 : second - 1]
    is_plain = all(item.kind in "wcp" and item.low not in RELATIVES for item in between)
    return is_plain and len(between) <= _LONG and line.low(second + 2) in {"", ".", ",", ";"}


def _is_noun(line: Line, first: int, end: int) -> bool:
    """Return whether nothing but what is counted stands between a number and a mark."""
    words = line.items[first:end]
    return all(item.kind in "wc" and item.low not in AUXILIARIES | RELATIVES for item in words)


def _end(line: Line, second: int, opening: int, known: frozenset[str]) -> int | None:
    """Return the index behind the later number and its noun; None where more is said of it."""
    at = second + 1
    limit = line.close.get(opening, len(line.items))
    while at < limit and line.items[at].kind in "wc":
        if stems(line.low(at)) - known or line.low(at) in AUXILIARIES | _EACH:
            return None
        at += 1
    return at if at == limit or line.low(opening) != "(" else None
