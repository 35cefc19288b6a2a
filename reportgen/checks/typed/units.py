"""Typed units beside a figure from data: whether it is measured in them, and for each of what.

`{{ budget }} million`, `{{ victims }} per cent`, `{{ days }} months`; `{{ deaths }} per 100,000` where the label
says `per 1,000`, `{{ wage }} a year` where it is the monthly one, and `each month` over what was counted in a year.
"""

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.stated import stems
from reportgen.claims.passages import Span
from reportgen.diagnostics import Literal
from reportgen.languages.en.lexicon import CURRENCY_NAMES, DURATIONS, NOUN_STOPS
from reportgen.languages.en.numerals import SCALES
from reportgen.languages.en.quantifiers import CURRENCIES
from reportgen.languages.words import word_set
from reportgen.model import Currency, Noun
from reportgen.model.indicators import Unit
from reportgen.regex import regex


def doubt_unit(said: Sentence, figure: Observed) -> Doubt | None:
    """Return RG389 for `{{ budget }} million`, `{{ victims }} per cent`, `{{ damages }} tenge`, `{{ days }} months`."""
    return _wrong_measure(said, figure) or _wrong_base(said, figure)


def _wrong_measure(said: Sentence, figure: Observed) -> Doubt | None:
    """Return the question about a scale, a percentage or a currency that the figure does not have."""
    text, unit = said.passage.text, said.indicator(figure).unit
    printed = said.passage.figures_at(*said.line.quantity(figure.at).span)[0]
    behind, start = _WORD.match(text, printed.end), len(text[: printed.start].rstrip())
    before, word = Span(max(start - 1, 0), start), " ".join(behind[1].casefold().split()) if behind else ""
    span = None
    if behind is not None and _is_other_unit(word, unit):
        span = Span(*behind.span(1))
    elif before.of(text) in CURRENCIES and not before.of(text).isalpha():
        span = before
    if span is None or not said.passage.is_typed(*span):
        return None
    measured: object = Literal("per cent") if unit == "percent" else Literal("single ones")
    if isinstance(unit, Currency | Noun):
        measured = unit.currency if isinstance(unit, Currency) else unit.other
    return Doubt("RG389", span, figure, {"unit": measured})


_WORD = regex(r"\s*(per\s+cent\b(?!\s+points)|[%$€£¥₸₽₴]|[^\W\d_]+)")


def _is_other_unit(word: str, unit: Unit | None) -> bool:
    """Return whether a word behind a figure is a scale, or a unit that its indicator does not have."""
    if word in {"%", "percent", "per cent"}:
        return unit != "percent"
    if isinstance(unit, Noun):
        measured = unit.other.casefold()
        if word in DURATIONS and measured in DURATIONS and not stems(word) & stems(measured):
            return True
    if word in SCALES or word in _LARGE:
        return True
    is_name = isinstance(unit, Currency) and word in CURRENCY_NAMES - _HOMONYMS
    return is_name or (word in CURRENCIES and not word.isalpha())


_LARGE = word_set("hundred dozen")
_HOMONYMS = word_set("real sole colon")
"""Names of currencies that are other words as well: `T 120 real`."""


# ---- for each of what -----------------------------------------------------------------------------------------

_PER = regex(r"\bper (\d[\d,.\s]*\d|[\w,]+)")
_NO_DIGIT = regex(r"\D")
_TIMES_OF = {
    "day": word_set("day daily"),
    "week": word_set("week weekly"),
    "month": word_set("month monthly"),
    "year": word_set("year yearly annual annually"),
}
_TIME_BASES = {word: base for base, words in _TIMES_OF.items() for word in words}
_ADJECTIVES = word_set("daily weekly monthly yearly annual")
_VERBS = word_set("was were is are to of at reached")
_EACH = word_set("a per each every")


def _wrong_base(said: Sentence, figure: Observed) -> Doubt | None:
    """Return the question about `{{ deaths }} deaths per 100,000`, `{{ wage }} a year`, `{{ days }} months`."""
    indicator = said.indicator(figure)
    label = (indicator.label or "").casefold()
    based, span = _base(said, figure.at)
    if span is None:
        based, span = _adjective(said, figure)
    if span is None:
        return None
    stated = _PER.search(label)
    known = _TIME_BASES.get(based)
    if known is not None:
        own_time = next((base for word in label.split() if (base := _TIME_BASES.get(word))), None)
        if own_time is None and indicator.nature == "flow" and figure.where[2].is_year and known != "year":
            return _doubt(span, figure, f"numbers of all of {figure.where[2]}")
        is_other = own_time is not None and own_time != known
        return _doubt(span, figure, f"numbers per {own_time}") if is_other else None
    if stated is None or _is_same(based, stated[1]):
        return None
    return _doubt(span, figure, f"numbers {stated[0]}")


def _base(said: Sentence, at: int) -> tuple[str, Span | None]:
    """Return what a figure is said to be for each of, and the characters that say it: `100,000` of `per 100,000`."""
    line, quantity = said.line, said.line.quantity(at)
    between = line.items[2:at]
    opens = line.low(0) in {"every", "each"} and all(item.kind == "p" or item.low in {"in", ","} for item in between)
    if opens and line.low(1) in _TIME_BASES and said.is_typed(1):
        return line.low(1), line.span_of(0, 1)
    place = at + 1
    while place < len(line.items) and line.items[place].kind in "wc" and line.low(place) not in NOUN_STOPS:
        place += 1
    is_verb = any(line.low(one).endswith("ed") for one in range(at + 1, place))
    if line.low(place) in _VERBS and line.low(place + 2) in _EACH - {"a"}:  # "2,500 orders were issued each month"
        place += 2
    if is_verb or place - at > _FAR or line.low(place) not in _EACH or not said.is_typed(place):
        return "", None
    if line.low(place) == "per" and quantity.unit[:1].isdigit():
        return quantity.unit, line.span_of(place, place)
    word = line.low(place + 1)
    if not (word in _TIME_BASES or line.low(place) == "per") or not said.is_typed(place + 1):
        return "", None
    return word, line.span_of(place, place + 1)


def _adjective(said: Sentence, figure: Observed) -> tuple[str, Span | None]:
    """Return `monthly` of `monthly expenditure was T 1,400 million`."""
    line, at, known = said.line, figure.at, said.known(figure)
    for place in range(line.clauses[at], at - 1 if line.low(at - 1) in _VERBS else 0):
        if line.low(place) in _ADJECTIVES and stems(line.low(place + 1)) & known and said.is_typed(place):
            return line.low(place), line.span_of(place, place)
    return "", None


_FAR = 5
"""Items between a figure and what it is said to be for each of: `15.6 suicides per 100,000`."""


def _is_same(one: str, other: str) -> bool:
    """Return whether two words or numbers are the same base: `1,000`, `1 000` and `1000`, `teacher` and `teachers`."""
    if one[:1].isdigit() and other[:1].isdigit():
        return _NO_DIGIT.sub("", one) == _NO_DIGIT.sub("", other)
    return one[:1].isdigit() or other[:1].isdigit() or bool(stems(one) & stems(other))


def _doubt(span: Span, figure: Observed, measured: str) -> Doubt:
    return Doubt("RG389", span, figure, {"unit": Literal(measured)})
