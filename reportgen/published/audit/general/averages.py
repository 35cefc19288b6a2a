"""Relate averages with what they are worked out from: `840 judges in 28 seminars, an average of 30 per seminar`.

An average is of a total and of what that is divided by: a count in its sentence, of the noun that it is `per`, or the
months, weeks or days of the period of the total.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from reportgen.claims.forms.comparison import have_one_head
from reportgen.claims.model import Measure, Nearness, Quantity
from reportgen.claims.passages import Span
from reportgen.published.audit.bounds import unit_of
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.general.related import STRONG, Related
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_BEFORE = regex(
    r"(?:\baverages? of|\baveraging|\b(?<!an )average(?: [a-z]+)? (?:was|is|being)|\bon average,?)"
    r"(?P<about> (?:about|around|some|nearly|roughly|approximately|almost|over))? $"
)
"""What stands before an average: `an average of`, `averaging`, `on average`."""
_BEHIND = regex(r"(?: [a-z-]++){0,5}?,? on average\b")
"""What stands behind one."""
_EACH = regex(r"(?: (?!per |an? |every |each )[a-z-]++){0,3} (?:(?:per|an?|every|each|for each) ([a-z-]++)|each\b)")
"""What stands behind an average, with the noun of what is divided by: `30 per seminar`, `15,000 euros each`."""
_CUES = ("that is, ", "that is ", "i.e. ", " or ", "about ", "some ")
"""How the words end that stand before an average which nothing calls so."""
_THAT_IS = regex(r"(?:, |\(|– )(?:that is|i\.e\.|or),? (?:about |some )?$")
"""What stands before an average that nothing else calls so: `85 posts for 17 courts, that is, five per court`."""
_OF_YEAR = regex(
    r"[^;.()]{0,40}?\b(?:(?:in|for|over|during|throughout|of) (?:the|that) year|annually|(?:per|a) year)\b"
)
"""What stands behind a total of one year."""
_OTHERS = regex(r"\b(?:range[sd]?|ranging|median|between|compared|against|than|from|previous\w*|up|down|target\w*)\b")
"""Words of an average that is held against another one, or is not worked out from the numbers beside it."""
_TIMES = {"year": (12, 0), "quarter": (3, 0), "month": (1, 0), "week": (0, 7), "day": (0, 1)}
"""The months, or the days, of a time that something is counted in."""
_DAYS_OF_YEAR = Decimal("365.25")
_WORKING_DAYS = Decimal(250)
"""Days of a year on which offices are open, roughly."""
_YEAR = 12
_BOTH = regex(r"(?<!between )\b(?:19|20)\d\d(?:,? and |, )(?:19|20)\d\d\b")
"""Years that are told one by one, of which a number may be that of all."""


def relate_averages(passage: AuditPassage, numbers: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield for each average what it follows from, where one total and one divisor stand in its sentence."""
    is_told = "averag" in passage.low
    for average in numbers:
        is_asked = is_told or average.before.endswith(_CUES) or " each" in average.after or _is_paced(average)
        if is_asked and average.is_value and (said := _said(average)) is not None:
            sentence = passage.sentences[average.sentence].of(passage.low)
            others = [one for one in numbers if one.sentence == average.sentence and one is not average]
            if _BOTH.search(sentence) is None:  # "In 2022 and 2023 together"
                yield from _worked_out(average, said, others)


def _said(number: PlacedNumber) -> Quantity | None:
    """Return an average as it is printed, exact unless it is said to be `about` so much; None for another number."""
    before, behind = _BEFORE.search(number.before), _BEHIND.match(number.after)
    is_each = number.after.rstrip(".").endswith(" each") and not number.before.endswith(("of the ", "of "))
    is_each = is_each or (_THAT_IS.search(number.before) is not None and _EACH.match(number.after) is not None)
    is_each = is_each or number.after.endswith(_EACH_OF) or _is_paced(number)
    after = number.after.partition(")")[0] if number.before.endswith("(") else number.after
    if (before is None and behind is None and not is_each) or _OTHERS.search(number.before + after):
        return None
    is_about = before is not None and before["about"] is not None
    quantity = number.quantity
    noughts = len(str(int(quantity.value))) - len(str(int(quantity.value)).rstrip("0"))
    step = quantity.step if quantity.step < 1 or not noughts else Decimal(10) ** (noughts - 1)
    nearness = Nearness.ABOUT if is_about or quantity.nearness not in _PLAIN else Nearness.EXACT
    return replace(quantity, nearness=nearness, step=max(step, quantity.step))


def _is_paced(number: PlacedNumber) -> bool:
    """Return whether a number ends its sentence, or fills brackets, as a pace: `730 applications, two a day`."""
    if number.before[-1:] == "(" and ")" in number.after:
        return _PACE.fullmatch(number.after.partition(")")[0]) is not None
    return number.before[-2:] == ", " and number.after[:1] == " " and _PACE.fullmatch(number.after) is not None


_PACE = regex(r"(?: [a-z-]++)? (?:an?|per|each|every) (?:day|week|month|quarter|year)\.?")
_EACH_OF = (" each of ", " each of the ")
_PLAIN = {Nearness.EXACT, Nearness.ABOUT}
"""An average is read as about right, since most are rounded."""


def _worked_out(average: PlacedNumber, said: Quantity, others: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Relate an average with the only total and the only divisor of its sentence."""
    first = replace(average, quantity=said)
    totals = [one for one in others if one.is_value and _is_total(one, average)]
    each = _EACH.match(average.after)
    noun = (each[1] or "") if each is not None and not average.after.endswith(_EACH_OF) else ""
    equations = []
    for total in totals:
        length = _length(total, others)
        divisors = _times(length, said, noun) if noun in _TIMES else _counts(total, average, noun, others)
        equations += [Equation(Kind.AVERAGE, (first, total, divisor)) for divisor in divisors]
    right = next((one for one in equations if one.holds), None)
    if right is not None:
        yield Related(right, is_right=True)
    elif len({one.numbers[1].at for one in equations}) == 1 and equations[0].chance <= STRONG:
        yield Related(equations[0], is_right=False)


def _is_total(total: PlacedNumber, average: PlacedNumber) -> bool:
    """Return whether a number is larger than an average of the same, and of no other period or noun."""
    one, other = total.quantity, average.quantity
    are_alike = total.is_like(average) or (one.measure is Measure.COUNT and one.step > 1)  # "3.6 million … 3,000"
    nouns = not other.noun or not one.noun or have_one_head(one.noun, other.noun)
    periods = {quantity.period.written for quantity in (one, other) if quantity.period is not None}
    return are_alike and nouns and len(periods) < 2 and one.value > other.value and not total.is_earlier


def _counts(
    total: PlacedNumber, average: PlacedNumber, noun: str, others: Sequence[PlacedNumber]
) -> Iterator[PlacedNumber]:
    """Yield the counts that a total may be divided by: of the noun that its average is `per`, or the only other one."""
    counts = [one for one in others if one is not total and one.is_value and one.quantity.measure is Measure.COUNT]
    if not noun:
        is_last = len(counts) == 1 and average.at > max(one.at for one in (total, *counts))
        yield from counts if is_last else ()
        yield from [one for one in counts if one.at == average.at + 1 and average.after.endswith(_EACH_OF)]
        return
    named = [one for one in counts if one.quantity.noun and _names(one.quantity.noun, noun)]
    yield from named if len(named) == 1 else ()


def _names(counted: str, noun: str) -> bool:
    """Return whether what is counted has a noun: `office` of `regional offices employ`, where a verb ends it."""
    singular = noun.removesuffix("s")
    return any(word in {noun, f"{noun}s", f"{noun}es", f"{singular.removesuffix('y')}ies"} for word in counted.split())


def _length(total: PlacedNumber, others: Sequence[PlacedNumber]) -> int:
    """Return the months that a total is of; 0 where they are not known: two years are named, or none."""
    told = [one for one in others if one.quantity.measure is Measure.DURATION and _OVER.search(one.before)]
    if told:
        months = _MONTHS.get(unit_of(told[0].quantity), 0)
        return int(told[0].quantity.value) * months if len(told) == 1 else 0
    period = total.quantity.period
    if period is None:
        return _YEAR if _OF_YEAR.match(total.after) else 0
    return period.months


_OVER = regex(r"\b(?:over|in|during|within) (?:the |these |those )?(?:past |last |previous |following |first )?$")
"""What stands before the length of time that a total is of: `over the four years`."""
_MONTHS = {"year": _YEAR, "month": 1}


def _times(length: int, said: Quantity, unit: str) -> Iterator[PlacedNumber]:
    """Yield how many years, months, weeks or days a length in months has; a day may be one of work."""
    months, days = _TIMES[unit]
    if length < 1 or (months and (length % months or length == months)):
        return
    each = [Decimal(length) / months] if months else [_DAYS_OF_YEAR * length / _YEAR / days]
    if unit == "day":
        each.append(_WORKING_DAYS * length / _YEAR)
    for count in each:
        step = Decimal(1) if months else count / 100
        place = Span(said.span.start, said.span.start)  # it stands nowhere in the text, and no digit of it is doubted
        yield PlacedNumber(Quantity(count, "", place, Measure.COUNT, step), 0, 0, "", "")
