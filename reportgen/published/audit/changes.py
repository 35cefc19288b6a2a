"""Changes and comparisons against their values: how much, which way, and over which periods."""

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from reportgen.claims.model import RELATIVE, Change, Claim, Comparison, Direction, Measure, Nearness, Quantity
from reportgen.claims.passages import Span
from reportgen.claims.reading import quantities_of
from reportgen.diagnostics import Severity
from reportgen.published.audit.bounds import (
    INFINITY,
    Bounds,
    are_exact,
    are_in_hundreds,
    bounds,
    comparable,
    distance,
    have_one_base,
    severity_of,
    unit_of,
)
from reportgen.published.audit.finding import AuditFinding, Code, Judgement
from reportgen.published.audit.general.equations import Kind, is_explained, may_explain
from reportgen.published.audit.inverse import is_inverse, is_negative
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.proof import is_alone, judged
from reportgen.published.audit.wording import figure, named

_HUNDRED = Decimal(100)
_LOOSE = Decimal("0.25")
"""How far from a whole number of times is still so many times: 1.75 to 2.25 is `doubled`."""
_LOOSER = Decimal("0.4")
"""The same for more than twice: 2.6 to 3.4 is `tripled`."""
_TWICE = 2
_WRONG = Decimal("0.5")


def check_changes(passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield every change and comparison that its values contradict."""
    for passage in passages:
        claims = passage.reading.claims
        amounts = {by.span for one in claims if isinstance(one, Change) for by in (one.by, one.also) if by is not None}
        told: dict[tuple[Code, Span, Span], AuditFinding] = {}
        for claim in claims:
            found = _check_change(passage, claim)
            if found is None or _is_misread(passage, claim, amounts) or _may_be_right(passage, claim):
                continue
            finding, (start, end) = judged(passage, claim, *found), _ends(claim) or (None, None)
            key = found[0], start.span if start is not None else claim.span, end.span if end is not None else claim.span
            if key not in told or finding.severity.rank < told[key].severity.rank:
                told[key] = finding  # "rose to 500, against 600" is a change and a comparison: told once
        yield from told.values()


def _check_change(passage: AuditPassage, claim: Claim) -> tuple[Code, Severity, str, str] | None:
    match claim:
        case Change(start=Quantity() as start, end=Quantity() as end) if _is_wrong(claim.direction, start, end):
            is_of_others = claim.by is not None and not may_explain(claim.by, start, end)
            return None if is_of_others else (Code.DIRECTION, *_wrong_way(claim.word, start, end))
        case Change(by=Quantity(), also=Quantity(), start=Quantity() as start, end=None):
            verdict = _check_parts(claim, start)
        case Change(by=Quantity(), start=Quantity() | None, end=Quantity()):
            verdict = None if _fits_another(passage, claim) else _check_amounts(claim)
        case Comparison(direction=Direction() as direction, current=current):
            latest = _latest(claim.earlier)
            is_wrong = _is_wrong(direction, latest, current)
            return (Code.DIRECTION, *_wrong_way(claim.word, latest, current)) if is_wrong else None
        case _:
            return None
    return (Code.CHANGE, *verdict) if verdict is not None else None


def _may_be_right(passage: AuditPassage, claim: Claim) -> bool:
    """Return whether values are of two bases or below zero, or exchange rates or ranks, right with theirs exchanged."""
    ends = _ends(claim)
    if is_negative(passage.text, quantities_of(claim)) or (ends is not None and not have_one_base(*ends)):
        return True
    return ends is not None and is_inverse(passage.text, *ends) and _check_change(passage, _in_reverse(claim)) is None


def _in_reverse(claim: Claim) -> Claim:
    match claim:
        case Change():
            return replace(claim, start=claim.end, end=claim.start)
        case Comparison():
            return replace(claim, current=_latest(claim.earlier), earlier=(claim.current,))
    return claim


_OFF = 6
"""How many times the values of one thing seldom differ: one wrong digit seldom makes as much, a misreading does."""


def _is_misread(passage: AuditPassage, claim: Claim, amounts: Container[Span]) -> bool:
    """Return whether the numbers of a claim surely have nothing to do with one another.

    A value is no amount of another change: `an increase of 21,578 or 3.8 per cent higher than 560,605`. And where other
    numbers of the sentence may be meant, the two values are not many times apart, unless something rose or fell from
    one year to another, and one wrong digit explains a contradiction: `an average of 28 a month, compared with 215`,
    `94 burglaries, a rise of 150 thefts from 30`.
    """
    ends = _ends(claim)
    if ends is None:
        return False
    start, end = ends
    by = claim.by if isinstance(claim, Change) and claim.also is None else None
    if start.span in amounts or end.span in amounts:
        return True
    if isinstance(claim, Comparison) and _is_of_change(passage, claim):
        return True
    numbers = [start, end] if by is None else [by, start, end]
    is_of_years = isinstance(claim, Change) and claim.by is None and None not in {start.period, end.period}
    if is_alone(passage, *numbers) or (is_of_years and start.period != end.period):
        return False
    smaller, larger = sorted((start.value, end.value))
    if larger > smaller * _OFF:
        return by is None or not is_explained(Kind.CHANGE, numbers)
    is_same = by is not None and by.measure is start.measure
    return is_same and are_exact(numbers) and not is_explained(Kind.DIFFERENCE, numbers)


def _is_of_change(passage: AuditPassage, claim: Comparison) -> bool:
    """Return whether a word of change gives a value another beginning: `cut to 14 (from 36) …, nothing (against 3)`.

    A comparison with a word of its own is judged: `rose to 14 (from 3 in 2021), up from 36`.
    """
    earlier = {quantity.span for quantity in claim.earlier}
    changes = (one for one in passage.reading.claims if isinstance(one, Change) and claim.word.startswith(one.word))
    pairs = ((one.start.span, one.end.span) for one in changes if one.start is not None and one.end is not None)
    return any(end == claim.current.span and start not in earlier for start, end in pairs)


def _ends(claim: Claim) -> tuple[Quantity, Quantity] | None:
    """Return the earlier and the later value of a change or a comparison."""
    match claim:
        case Change(start=Quantity() as start, end=Quantity() as end):
            return start, end
        case Comparison(earlier=(start, *_), current=end):
            return start, end
    return None


def _fits_another(passage: AuditPassage, claim: Change) -> bool:
    """Return whether the values are those of another per cent of the claim: `10 per cent on 2019 and 5 on 2021`."""
    start, end, by = claim.start, claim.end, claim.by
    if start is None or end is None or by is None or by.measure is not Measure.PER_CENT:
        return False
    told = (start, end, by, claim.also)
    others = (
        quantity for quantity in passage.reading.quantities if claim.span.holds(quantity.span) and quantity not in told
    )
    return any(
        quantity.measure is by.measure and _check_amount(claim, quantity, start, end) is None for quantity in others
    )


def _latest(earlier: Sequence[Quantity]) -> Quantity:
    """Return the earlier value of the latest period; the first where periods are not known."""
    dated = [quantity for quantity in earlier if quantity.period is not None and quantity.period.last is not None]
    return max(dated, key=lambda quantity: getattr(quantity.period, "last", (0, 0))) if dated else earlier[0]


# ---- which way ------------------------------------------------------------------------------------------------


def _is_wrong(direction: Direction, start: Quantity, end: Quantity) -> bool:
    """Return whether a value went the other way, or not at all, whatever was rounded."""
    pair = comparable(start, end)
    if pair is None:
        return False
    one, other = pair
    if start.is_exact and end.is_exact and one.high == other.low and start.value < end.value:
        return direction is not Direction.UP  # 23 and 24 per cent: halves are rounded up
    if start.is_exact and end.is_exact and other.high == one.low and end.value < start.value:
        return direction is Direction.UP
    if direction is Direction.UP:
        return other.high < one.low or (other == one and one.low == one.high)
    return other.low > one.high or (other == one and one.low == one.high)


def _wrong_way(word: str, start: Quantity, end: Quantity) -> Judgement:
    first, last = comparable(start, end) or (bounds(start), bounds(end))
    went = "rose" if end.value > start.value else "fell" if end.value < start.value else "did not change"
    if unit_of(start) != unit_of(end):
        went = "rose" if last.low > first.high else "fell"
    message = f"“{word}”, but the value {went}, from {named(start)} to {named(end)}"
    sign = {"rose": "<", "fell": ">", "did not change": "="}[went]
    is_range = end.measure is Measure.DURATION  # "a cut of 1 to 3 years" may be one
    severity = Severity.WARNING if is_range else severity_of(start, end)
    units = (start.text, end.text) if end.measure is Measure.DURATION else (figure(start.value), figure(end.value))
    return Judgement(severity, message, f"{units[0]} {sign} {units[1]}")


# ---- how much -------------------------------------------------------------------------------------------------


def _check_amounts(claim: Change) -> Judgement | None:
    """Judge the amounts of a change by its values; two by each other where no earlier value is given."""
    start, end = claim.start, claim.end
    amounts = [quantity for quantity in (claim.by, claim.also) if quantity is not None]
    if end is None or claim.is_average:
        return None
    if start is not None:
        found = (_check_amount(claim, amount, start, end) for amount in amounts if start.value)
        return next((one for one in found if one is not None), None)
    counted = [amount for amount in amounts if amount.measure is end.measure]
    relative = [amount for amount in amounts if amount.measure in RELATIVE]
    if len(amounts) != 2 or len(counted) != 1 or len(relative) != 1:  # both amounts
        return None
    return _check_pair(claim, counted[0], relative[0], end)


def _check_parts(claim: Change, start: Quantity) -> Judgement | None:
    """Judge `a fall of 1,574 (6.2 per cent) from 25,284`: the later value follows from the earlier."""
    amounts = [quantity for quantity in (claim.by, claim.also) if quantity is not None]
    counted = next((amount for amount in amounts if amount.measure is start.measure), None)
    relative = next((amount for amount in amounts if amount.measure in RELATIVE), None)
    if counted is None or relative is None or claim.is_average or not start.value:
        return None
    value = start.value + (counted.value if claim.direction is Direction.UP else -counted.value)
    return _check_amount(claim, relative, start, replace(start, value=value, text=figure(value)))


def _check_pair(claim: Change, by: Quantity, relative: Quantity, end: Quantity) -> Judgement | None:
    """Judge `450 cases, a rise of 50 cases or 12.5 per cent`: the earlier value follows from the later."""
    base = end.value - by.value if claim.direction is Direction.UP else end.value + by.value
    if base <= 0:
        larger = f"{figure(by.value)} > {figure(end.value)}"
        return Judgement(Severity.WARNING, f"it cannot have risen by {named(by)} to {named(end)}", larger)
    step = max(by.step, end.step)
    nearness = end.nearness if by.is_exact else by.nearness
    start = replace(end, value=base, step=step, nearness=nearness, text=figure(base))
    verdict = _check_amount(claim, relative, start, end)
    if verdict is None or verdict.severity is not Severity.ERROR:
        return verdict
    return verdict._replace(message=f"{verdict.message}, if it changed by {named(by)}")


def _check_amount(claim: Change, by: Quantity, start: Quantity, end: Quantity) -> Judgement | None:
    if len({unit_of(quantity) for quantity in (by, start, end) if quantity.measure is Measure.DURATION}) > 1:
        return None  # "by six months, to one year"
    match by.measure:
        case Measure.PER_CENT | Measure.FRACTION:
            return _check_share(by, start, end)
        case Measure.TIMES:
            return _check_times(claim, by, start, end)
        case Measure.POINTS if start.measure is Measure.PER_CENT:
            return _check_difference(by, start, end)
        case Measure.COUNT if start.measure is Measure.RATE and not by.noun and by.step < 1:
            return _check_difference(by, start, end)  # "from 15.2 to 12.4 per 1,000, a reduction of 2.8"
        case Measure.DURATION if start.measure is Measure.COUNT and not start.noun:
            return _check_difference(by, start, end)  # "by 1.3 years, from 24.9 to 26.2"
        case measure if measure is start.measure and measure is not Measure.POINTS:
            return _check_difference(by, start, end)
    return None


def _check_difference(by: Quantity, start: Quantity, end: Quantity) -> Judgement | None:
    if distance(start, end).meets(bounds(by)):
        return None
    smaller, larger = sorted((start.value, end.value))
    true = larger - smaller
    arithmetic = f"{figure(larger)} – {figure(smaller)} = {figure(true)}"
    points = " percentage points" if by.measure is Measure.POINTS else ""
    message = f"from {named(start)} to {named(end)} is a change of {figure(true)}{points}, not {named(by)}"
    return Judgement(severity_of(by, start, end), message, arithmetic)


def _check_share(by: Quantity, start: Quantity, end: Quantity) -> Judgement | None:
    """Return a change in per cent of the earlier value, or by a fraction of it."""
    difference, base = distance(start, end), bounds(start)
    if base.low <= 0:
        return None
    scale = _HUNDRED if by.measure is Measure.PER_CENT else Decimal(1)
    high = difference.high / base.low * scale if base.low else INFINITY
    low = Decimal(0) if base.high == INFINITY else difference.low / base.high * scale
    is_possible = Bounds(low, high).meets(bounds(by)) or are_in_hundreds(by, start, end)
    if is_possible and not _are_doubtful(by, start, end):
        return None
    true = abs(end.value - start.value) / start.value * _HUNDRED
    smaller, larger = sorted((start.value, end.value))
    arithmetic = f"({figure(larger)} – {figure(smaller)}) ÷ {figure(start.value)} = {figure(true)} per cent"
    said = named(by)
    if start.measure is Measure.PER_CENT and distance(start, end).meets(bounds(by)):
        message = f"from {named(start)} to {named(end)} is {figure(larger - smaller)} percentage points, not {said}"
        return Judgement(Severity.WARNING, message, arithmetic)
    message = f"from {named(start)} to {named(end)} is a change of {figure(true)} per cent, not {said}"
    if is_possible:
        return Judgement(Severity.WARNING, f"{message}; unless both are rounded", arithmetic)
    if by.measure is Measure.PER_CENT and by.value <= true < by.value + by.step:
        return Judgement(Severity.WARNING, f"{message}: it is cut, not rounded", arithmetic)
    severity = severity_of(by, start, end) if by.measure is Measure.PER_CENT else Severity.WARNING
    return Judgement(severity, message, arithmetic)


_FEW = 20
"""Whole millions of money up to this number are seldom the result of rounding."""


def _are_doubtful(by: Quantity, start: Quantity, end: Quantity) -> bool:
    """Return whether a share follows only if whole millions are rounded hard: 25 per cent “from €4 to €6 million”."""
    if by.measure is not Measure.PER_CENT or not are_exact([by, start, end]):
        return False
    if any(
        quantity.measure is not Measure.MONEY
        or quantity.step == 1
        or "." in quantity.text
        or quantity.value > quantity.step * _FEW
        for quantity in (start, end)
    ):
        return False
    least, most = abs(end.value - start.value) - start.step / 2, abs(end.value - start.value) + start.step / 2
    shares = Bounds(least / (start.value + start.step / 4), most / (start.value - start.step / 4))
    return not Bounds(shares.low * _HUNDRED, shares.high * _HUNDRED).meets(bounds(by))


def _check_times(claim: Change, by: Quantity, start: Quantity, end: Quantity) -> Judgement | None:
    """Return a change by a factor; `2 times more` is also said of three times as many."""
    one, other = (start, end) if claim.direction is Direction.UP else (end, start)
    if not one.value:
        return None
    true = other.value / one.value
    said = bounds(by)
    if by.nearness is Nearness.EXACT and by.value == by.value.to_integral_value():
        loose = max(_LOOSER if by.value > _TWICE else _LOOSE, by.value / 10)  # "five times" is 4.5 to 5.5
        said = Bounds(by.value - loose, by.value + loose)
    least, greatest = bounds(one), bounds(other)
    factors = Bounds(greatest.low / least.high, greatest.high / least.low if least.low else INFINITY)
    more = Bounds(factors.low - 1, factors.high - 1)
    is_word = claim.word == "as" or (not by.text[:1].isdigit() and "times" not in by.text)
    if factors.meets(said) or (not is_word and more.meets(said)):
        return None
    arithmetic = f"{figure(other.value)} ÷ {figure(one.value)} = {figure(true)}"
    message = f"from {named(start)} to {named(end)} is {figure(true)} times, not “{by.text}”"
    severity = Severity.WARNING if abs(true - by.value) <= _WRONG else severity_of(by, start, end)
    return Judgement(severity, message, arithmetic)
