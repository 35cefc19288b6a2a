"""Totals against the sum of their parts.

Parts that are all of a total must add up to it. Where some may be left out (`including`, `of whom`), no part may be
larger than the total. A breakdown whose total stands in another paragraph is compared with the total of the same reply.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.claims.forms.kinds import are_pair, divide
from reportgen.claims.model import ListForm, Measure, Nearness, Quantity, Total
from reportgen.claims.passages import Span
from reportgen.claims.reading import quantities_of
from reportgen.diagnostics import Severity
from reportgen.languages.en.persons import PERSONS
from reportgen.published.audit.bounds import Bounds, add_up_rounded, added, are_exact, bounds, severity_of
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.general.equations import Kind, nearly_holds
from reportgen.published.audit.general.wholes import has_rest, leaves_out
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.proof import judged
from reportgen.published.audit.sisters import proven_whole
from reportgen.published.audit.wording import figure, larger_part, named, quoted, ranged
from reportgen.regex import regex

_NEAR = (Decimal("0.75"), Decimal("1.34"))
"""A sum that is so near its total is a breakdown with a slip, whatever the parts are called."""
_FAR = (Decimal("0.4"), Decimal("2.5"))
"""A sum farther from it than this is no breakdown of it at all."""
_BACK = 6
"""Paragraphs that may stand between a breakdown and its total."""
_SMALL = Decimal("0.03")
_OVERLAP = Decimal("1.2")
"""Outcomes that are more than the whole by a larger factor are stages of the same cases."""
_DIVIDED = 3
"""Parts of a division; of pairs, the grammar knows whether they are all."""


def check_sums(passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield every total that is not the sum of its parts."""
    proven = proven_whole(passages)
    for place, passage in enumerate(passages):
        for claim in passage.reading.claims:
            if isinstance(claim, Total):
                found = list(_check(claim, passage, passages, place))
                yield from found
                if not found and (passage.block, claim.span) in proven:
                    yield from _disprove(claim, passage)


def _disprove(claim: Total, passage: AuditPassage) -> Iterator[AuditFinding]:
    """Yield that a total is wrong whose sister lists prove its parts to be all, unless others stand behind them."""
    if claim.total is not None and not _is_level(claim, claim.total, passage) and not leaves_out(claim, passage):
        yield _wrong_sum(claim, claim.total, passage, Severity.ERROR)


def _check(claim: Total, passage: AuditPassage, passages: Sequence[AuditPassage], place: int) -> Iterator[AuditFinding]:
    parts = [part.quantity for part in claim.parts]
    if claim.total is None:
        yield from _check_breakdown(claim, passage, passages, place)
    elif has_rest(claim, claim.total, passage):
        return
    elif claim.total.measure is not Measure.PER_CENT or claim.form is ListForm.COLON:
        if claim.form is ListForm.YEARS:
            yield from _check_years(claim, claim.total, passage)
        elif claim.is_exhaustive:
            yield from _check_whole(claim, claim.total, passage)
        elif len(parts) == 1:
            yield from _check_part(claim, claim.total, parts[0], passage)
        else:
            yield from _check_some(claim, claim.total, passage)


_LEVEL = regex(r"\b(?:average|mean|median|rate|ratio|index|per \d)", re.IGNORECASE)
"""What has a value of its own for each group: `a mortality ratio of 12 (6 in towns and 14 in villages)`."""


def _leading(total: Quantity, passage: AuditPassage) -> str:
    """Return the words of the sentence before a total."""
    sentence = passage.sentence_of(total.span) or total.span
    return passage.text[sentence.start : total.span.start]


def _arithmetic(claim: Total) -> str:
    """Return `1 + 3 + 5 = 9`."""
    terms: list[str] = []
    low = high = Decimal(0)
    for part in claim.parts:
        least, most = part.each
        low, high = low + part.quantity.value * least, high + part.quantity.value * most
        times = "" if most == 1 else f" × {least}" if least == most else f" × {least} or {most}"
        terms.append(f"{figure(part.quantity.value)}{times}")
    return f"{' + '.join(terms)} = {ranged(Bounds(low, high))}"


def _ratio(claim: Total, total: Quantity) -> Decimal:
    value = sum((part.quantity.value * part.each[0] for part in claim.parts), Decimal(0))
    return value / total.value if total.value else Decimal(0)


# ---- parts that are all ---------------------------------------------------------------------------------------


def _check_whole(claim: Total, total: Quantity, passage: AuditPassage) -> Iterator[AuditFinding]:
    sums = added(claim.parts)
    if sums.meets(bounds(total)) or add_up_rounded([*quantities_of(claim)]) or _is_level(claim, total, passage):
        return
    if sums.high < total.value and leaves_out(claim, passage):
        return
    if sums.low > total.value and _OVERLAPPING.search(passage.text, total.span.end, claim.parts[0].quantity.span.start):
        return
    ratio = _ratio(claim, total)
    is_near = _NEAR[0] <= ratio <= _NEAR[1]
    if not is_near and _is_pair_of(claim, total):
        yield _wrong_sum(claim, total, passage, Severity.WARNING)
        return
    is_apart = claim.form in {ListForm.OUTCOMES, ListForm.TRAILING}
    is_far = not is_apart and _FAR[0] <= ratio <= _FAR[1] and (_are_alike(claim, total) or _is_misprint(claim, total))
    if not is_near and not is_far:
        return
    is_less = not is_near and ratio < 1
    if is_less and claim.form is ListForm.BRACKETS:
        return  # "45 schools (12 in the capital and 8 on the coast)" leaves the others out
    yield _wrong_sum(claim, total, passage, Severity.WARNING if is_less else Severity.ERROR)


_OVERLAPPING = regex(r"\b(?:or more|at least one|more than one|any) of\b", re.IGNORECASE)
"""What says that one may be counted in several parts: `5.5 per cent had one or more of three diseases: …`."""


def _is_pair_of(claim: Total, total: Quantity) -> bool:
    """Return whether two parts are all of a number of persons, however far from it: men and women, dead and hurt."""
    words = set(total.noun.lower().split())
    return are_pair([part.label for part in claim.parts]) and (not words or bool(words & PERSONS))


def _is_level(claim: Total, total: Quantity, passage: AuditPassage) -> bool:
    """Return whether a total is no sum but a level, with those of groups: an index of 0.4, a wage of $900 for women."""
    parts = [part.quantity.value for part in claim.parts]
    are_groups = total.measure is Measure.MONEY or _are_of_groups(claim)
    are_groups = are_groups or _LEVEL.search(_leading(total, passage)) is not None
    return (are_groups and min(parts) <= total.value <= max(parts)) or (
        total.measure is Measure.COUNT and total.step < 1 and not total.noun
    )


_OF_GROUPS = ("for ", "among ")


def _wrong_sum(claim: Total, total: Quantity, passage: AuditPassage, most: Severity) -> AuditFinding:
    """Return the finding that parts add up to another total: a warning where one of them is rounded."""
    severity = most if are_exact([*quantities_of(claim)]) else Severity.WARNING
    message = f"the parts add up to {ranged(added(claim.parts))}, not to {named(total)}"
    arithmetic = f"{_arithmetic(claim)}, not {figure(total.value)}"
    return judged(passage, claim, Code.SUM, severity, message, arithmetic)


_LITTLE = Decimal("0.1")


def _check_years(claim: Total, total: Quantity, passage: AuditPassage) -> Iterator[AuditFinding]:
    """Judge years in brackets against a total that names no period: surely their sum only where it is called one."""
    if claim.is_exhaustive:
        yield from _check_whole(claim, total, passage)
    elif not added(claim.parts).meets(bounds(total)):
        apart = abs(added(claim.parts).low - total.value)
        if apart <= max(_LITTLE * total.value, Decimal(1)):
            yield _wrong_sum(claim, total, passage, Severity.WARNING)


def _are_alike(claim: Total, total: Quantity) -> bool:
    """Return whether the parts are of what the total counts: they leave the noun out, or share it."""
    head = _head(total.noun)
    is_of_persons = bool(set(total.noun.lower().split()) & PERSONS)
    return all(
        not part.quantity.noun
        or _head(part.quantity.noun) == head
        or (is_of_persons and bool(set(part.quantity.noun.lower().split()) & PERSONS))
        for part in claim.parts
    )


def _head(noun: str) -> str:
    words = noun.lower().partition(" of ")[0].split()
    word = words[-1] if words else ""
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


# ---- parts that are some --------------------------------------------------------------------------------------


def _check_part(claim: Total, total: Quantity, part: Quantity, passage: AuditPassage) -> Iterator[AuditFinding]:
    """Judge one part that is larger than what it is a part of."""
    if total.measure is Measure.PER_CENT or bounds(part).low <= bounds(total).high:
        return
    if not part.noun and _LEVEL.search(passage.text, total.span.end, part.span.start):
        return  # "of 50 towns, those with the highest rates were Rye (233 per 100,000) and Hove (228)"
    are_people = all(set(quantity.noun.lower().split()) & PERSONS for quantity in (part, total))
    if not part.noun or _head(part.noun) == _head(total.noun) or are_people:
        arithmetic = f"{figure(part.value)} > {figure(total.value)}"
        yield judged(passage, claim, Code.SUM, severity_of(part, total), larger_part(part, total), arithmetic)


def _check_some(claim: Total, total: Quantity, passage: AuditPassage) -> Iterator[AuditFinding]:
    """Judge several parts that together are more than the whole, or fall short of it by a little."""
    largest = max((part.quantity for part in claim.parts), key=lambda quantity: quantity.value)
    if _is_division(claim) and total.nearness is Nearness.AT_LEAST and total.step == 1:
        yield from _check_least(claim, total, passage)
        return
    whole = bounds(total)
    if bounds(largest).low > whole.high and claim.form is ListForm.OUTCOMES:
        return  # "57 trials of officers; 70 were convicted"
    if bounds(largest).low > whole.high:
        yield from _check_part(claim, total, largest, passage)
        return
    sums = added(claim.parts)
    exact = are_exact([*quantities_of(claim)])
    is_division = _is_division(claim)
    if claim.form is ListForm.OUTCOMES and sums.low > whole.high * _OVERLAP and not is_division:
        return  # "100 cases; 90 were investigated, 60 were prosecuted and 45 were tried": the same cases
    if sums.low > whole.high and exact and _are_apart(claim):
        yield _wrong_sum(claim, total, passage, Severity.ERROR)
    elif sums.low > whole.high and (claim.form is not ListForm.OF_WHICH or _is_slip(claim)):
        message = f"the parts add up to {ranged(sums)}, more than the whole, {named(total)}; unless they overlap"
        yield passage.finding(
            Code.SUM, claim.span, Severity.WARNING, message, f"{_arithmetic(claim)} > {figure(total.value)}"
        )
    elif sums.meets(whole):
        return
    elif exact and (is_division or claim.form is ListForm.OF_WHICH) and _is_short(total, sums, is_division=is_division):
        message = f"the parts add up to {ranged(sums)}, a little less than the whole, {named(total)}"
        yield passage.finding(
            Code.SUM, claim.span, Severity.WARNING, message, f"{_arithmetic(claim)} < {figure(total.value)}"
        )


def _is_misprint(claim: Total, total: Quantity) -> bool:
    """Return whether a digit may be wrong in a total right before its parts in brackets: `22 persons (50 and 2)`."""
    return claim.form is ListForm.BRACKETS and total.value >= _LEAST and _is_slip(claim)


_LEAST = 20
"""A smaller total is nearly the sum of too many parts."""


def _is_slip(claim: Total) -> bool:
    """Return whether one wrong digit may make parts more than their whole; else they overlap, as stages of a case."""
    return nearly_holds(Kind.SUM, [*quantities_of(claim)])


def _check_least(claim: Total, total: Quantity, passage: AuditPassage) -> Iterator[AuditFinding]:
    """Ask about men, women and children who are not as many as there were `at least`: they are those known."""
    exact = are_exact([part.quantity for part in claim.parts])
    if exact and added(claim.parts).low != total.value and _NEAR[0] <= _ratio(claim, total) <= _NEAR[1]:
        yield _wrong_sum(claim, total, passage, Severity.WARNING)


def _is_short(total: Quantity, sums: Bounds, *, is_division: bool) -> bool:
    """Return whether parts fall short of a total by so little that it looks like a slip."""
    most = (1 - _NEAR[0]) if is_division else _SMALL
    return 0 < total.value - sums.high <= max(most * total.value, Decimal(1))


def _is_division(claim: Total) -> bool:
    """Return whether parts divide their whole by one thing, so that none overlap: men, women and children."""
    return len(claim.parts) >= _DIVIDED and _are_apart(claim)


def _are_apart(claim: Total) -> bool:
    """Return whether no part overlaps another: women and men."""
    return divide([part.label for part in claim.parts])


# ---- breakdowns whose total stands elsewhere ------------------------------------------------------------------


def _check_breakdown(
    claim: Total, passage: AuditPassage, passages: Sequence[AuditPassage], place: int
) -> Iterator[AuditFinding]:
    if claim.parts[0].quantity.measure is Measure.PER_CENT:
        yield from _check_hundred(claim, passage)
        return
    if not claim.is_exhaustive:
        return
    before = list(_before(passages, place, claim))
    values = added(claim.parts)
    if any(values.meets(bounds(one)) or add_up_rounded([one, *quantities_of(claim)]) for _, one, _ in before):
        return
    if _is_measured(claim, passage) or _are_levels(claim, passage):
        return
    before = [one for one in before if _may_count(claim.subject, one[1])]
    likely = [(where, total) for where, total, is_total in before if is_total]
    likely = likely or [(where, total) for where, total, _ in before]
    near = [one for one in likely if _NEAR[0] <= _ratio(claim, one[1]) <= _NEAR[1] and one[1].is_exact]
    if not near:
        return
    where, total = near[-1]
    elsewhere = "" if where is passage else f" of {where.place}"
    message = f"the parts add up to {ranged(values)}, not to the {named(total)}{elsewhere}"
    evidence = f"{_arithmetic(claim)}, not {figure(total.value)}"
    if where is not passage:
        evidence += f"; {where.place}: {quoted(where.text, _around(where, total))}"
    yield passage.finding(Code.SUM, claim.span, Severity.WARNING, message, evidence)


def _are_levels(claim: Total, passage: AuditPassage) -> bool:
    """Return whether an average or a rate stands before the numbers of groups, which have decimals or lie around it."""
    have_decimals = all(part.quantity.step < 1 for part in claim.parts)
    is_named = _LEVEL.search(passage.text, 0, claim.span.start) is not None
    return is_named and (have_decimals or _are_of_groups(claim) or _lies_between(claim, passage))


def _are_of_groups(claim: Total) -> bool:
    """Return whether each part is said to be a group's own: `48 per cent for minors and 57 per cent for adults`."""
    return all(part.label.startswith(_OF_GROUPS) for part in claim.parts)


_ANYBODY = frozenset({"persons", "people", "those", "individuals"})


def _may_count(divided: str, total: Quantity) -> bool:
    """Return whether a number may count those whom a breakdown divides: `Of the teachers, 300 were women and 200 men`.

    Those are not so many schools, nor pupils; where nothing is said of them, they may be anything.
    """
    words, noun = set(divided.lower().split()), set(total.noun.lower().split())
    return not words or not words.isdisjoint(noun) or (not words.isdisjoint(_ANYBODY) and not noun.isdisjoint(PERSONS))


def _is_measured(claim: Total, passage: AuditPassage) -> bool:
    """Return whether the parts add up to a measure before them, without its unit: `125 hours … 28 for women`."""
    values = added(claim.parts)
    return any(
        one.measure is Measure.DURATION and one.span.end <= claim.span.start and values.meets(bounds(one))
        for one in passage.reading.quantities
    )


def _around(passage: AuditPassage, total: Quantity) -> Span:
    """Return the words about a total, for a quotation."""
    start = passage.text.rfind(" ", 0, max(total.span.start - 30, 0)) + 1
    end = passage.text.find(" ", min(total.span.end + 60, len(passage.text)))
    return Span(start if total.span.start > 30 else 0, end if end >= 0 else len(passage.text))  # characters


def _before(
    passages: Sequence[AuditPassage], place: int, claim: Total
) -> Iterator[tuple[AuditPassage, Quantity, bool]]:
    """Yield the counts before a breakdown in its reply, and whether each is a total that its parts add up to."""
    measure = claim.parts[0].quantity.measure
    for passage in passages[max(place - _BACK, 0) : place + 1]:
        if passage.reply != passages[place].reply:
            continue
        last = claim.span.start if passage is passages[place] else len(passage.text)
        totals = {
            one.total.span
            for one in passage.reading.claims
            if isinstance(one, Total) and one.total and one.is_exhaustive and added(one.parts).meets(bounds(one.total))
        }
        for quantity in passage.reading.quantities:
            if quantity.measure is measure and quantity.span.end <= last:
                yield passage, quantity, quantity.span in totals


def _check_hundred(claim: Total, passage: AuditPassage) -> Iterator[AuditFinding]:
    """Judge a breakdown in per cent that does not add up to 100."""
    values = added(claim.parts)
    hundred = Decimal(100)
    is_near = not values.meets(Bounds(hundred, hundred)) and _NEAR[0] <= values.low / 100 <= _NEAR[1]
    if claim.is_exhaustive and is_near and not _are_of_groups(claim) and not _lies_between(claim, passage):
        total = sum((part.quantity.value for part in claim.parts), Decimal(0))
        message = f"the shares add up to {figure(total)} per cent"
        yield passage.finding(Code.SUM, claim.span, Severity.WARNING, message, f"{_arithmetic(claim)}, not 100")


def _lies_between(claim: Total, passage: AuditPassage) -> bool:
    """Return whether a number before the parts lies between the least and the most of them, as a rate of groups."""
    values, measure = [part.quantity.value for part in claim.parts], claim.parts[0].quantity.measure
    least, most = min(values), max(values)  # a count that is one of them is more likely to be their sum
    before = [quantity for quantity in passage.reading.quantities if quantity.span.end <= claim.span.start]
    is_level = any(quantity.measure in _LEVELS and least <= quantity.value <= most for quantity in before)
    return is_level or any(quantity.measure is measure and least < quantity.value < most for quantity in before)


_LEVELS = frozenset({Measure.RATE, Measure.DURATION})
"""Whose unit the parts leave out: `45 years … 18 for minors and 53 for adults`."""
