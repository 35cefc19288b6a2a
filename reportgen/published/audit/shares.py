"""Shares against their parts and wholes: `21.02 per cent (786 out of 3,415)` is 23.02 per cent."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, pairwise

from msgspec.structs import replace

from reportgen.claims.forms.kinds import are_pair
from reportgen.claims.model import Measure, Nearness, Quantity, StatedShare
from reportgen.claims.passages import Span
from reportgen.diagnostics import Severity
from reportgen.published.audit.bounds import INFINITY, Bounds, bounds, common_step, severity_of
from reportgen.published.audit.conflicts import within
from reportgen.published.audit.finding import AuditFinding, Code, Judgement
from reportgen.published.audit.general.equations import Kind, nearly_holds
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.proof import judged
from reportgen.published.audit.wording import figure, larger_part, named, ranged
from reportgen.regex import regex

_HUNDRED = Decimal(100)
_TEN = Decimal(10)
_OUT_OF = regex(r"\s(?:out\s)?of\s|\sin\s")
_OF_THE = regex(r"\s(?:out\s)?of\s(?:the\s)?")


def check_shares(passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield every share that is not its part divided by its whole."""
    for passage in passages:
        yield from _check_together(passage)
        yield from _check_hundred(passage)
        yield from _check_fractions(passage)
        yield from _check_rest(passage)
        for claim in passage.reading.claims:
            if (
                isinstance(claim, StatedShare)
                and claim.part is not None
                and claim.whole is not None
                and claim.whole.value
            ):
                verdict = _check(claim.share, _loose(passage.text, claim.part, claim.whole), claim.whole)
                if claim.part.value > claim.whole.value and _has_own_part(passage, claim.part, claim.whole):
                    continue  # "654,700 met two of the three"
                if verdict is not None and not _fits_another(passage, claim, claim.part, claim.whole):
                    yield judged(passage, claim, Code.SHARE, *verdict)
            elif isinstance(claim, StatedShare) and claim.part is not None and claim.whole is None:
                yield from _check_said_before(passage, claim, claim.part)
            elif isinstance(claim, StatedShare) and claim.part is None and claim.whole is not None:
                impossible = _impossible(claim.share, claim.whole)
                if impossible is not None:
                    yield passage.finding(Code.SHARE, claim.span, *impossible)


_OF_ALL = regex(r"\s+of (?:all |the |total |the total |the total number of )+")
_RECALLED = 800
"""Characters before a sentence in which the whole of its share may stand."""
_NAMED = 80
"""Characters behind a share within which its whole is named: `59 per cent of all fatalities in the first half`."""


def _check_said_before(passage: AuditPassage, claim: StatedShare, part: Quantity) -> Iterator[AuditFinding]:
    """Judge a share of a whole that a sentence before gives by the same noun: `139 deaths. 59 % of all deaths … (82)`.

    A question: the whole that is meant may be another with that noun.
    """
    match = _OF_ALL.match(passage.text, claim.share.span.end)
    sentence = passage.sentence_of(claim.share.span)
    if match is None or sentence is None or claim.share.measure is not Measure.PER_CENT:
        return
    behind = passage.text[match.end() : match.end() + _NAMED].lower()
    before = within(passage.reading.quantities, Span(max(sentence.start - _RECALLED, 0), sentence.start))
    wholes = [
        quantity
        for quantity in before
        if quantity.measure is part.measure and quantity.noun and behind.startswith(quantity.noun.lower())
    ]
    if len({whole.value for whole in wholes}) != 1 or wholes[0].value <= part.value:
        return
    verdict = _check(claim.share, part, wholes[0])
    others = [*before, *within(passage.reading.quantities, sentence)]
    if verdict is not None and not any(
        quantity.measure is part.measure and quantity.value and _check(claim.share, part, quantity) is None
        for quantity in others
    ):
        yield passage.finding(Code.SHARE, claim.span, *verdict._replace(severity=Severity.WARNING))


def _loose(text: str, part: Quantity, whole: Quantity) -> Quantity:
    """Return a part, with some play where it is only a proportion: `9 out of 10 children, or 87 per cent`."""
    is_proportion = whole.value <= _TEN and _OUT_OF.fullmatch(text[part.span.end : whole.span.start]) is not None
    return replace(part, step=Decimal(1), nearness=Nearness.ABOUT) if is_proportion else part


def _has_own_part(passage: AuditPassage, part: Quantity, whole: Quantity) -> bool:
    """Return whether another number right before a whole is a part of it: `two of the three criteria`."""
    numbers = (quantity.span for quantity in passage.reading.quantities if quantity is not part)
    return any(_OF_THE.fullmatch(passage.text, span.end, whole.span.start) for span in numbers)


def _fits_another(passage: AuditPassage, claim: StatedShare, part: Quantity, whole: Quantity) -> bool:
    """Return whether a share is right of its part or its whole with a count before it: `500 in total, of whom`.

    Of a part and a whole alone in brackets no other is meant: `10 per cent (50 of 500) and 6 per cent (43 of 690)`.
    """
    around = passage.text[max(part.span.start - 1, 0) : whole.span.end + 1]
    if (
        around.startswith("(")
        and around.endswith(")")
        and _OUT_OF.fullmatch(passage.text, part.span.end, whole.span.start)
    ):
        return False
    sentence = passage.sentence_of(claim.share.span) or claim.span
    before = Span(sentence.start, claim.share.span.start)
    others = [quantity for quantity in within(passage.reading.quantities, before) if quantity.measure is part.measure]
    pairs = [*((part, quantity) for quantity in others), *((quantity, whole) for quantity in others)]
    return any(
        one.value <= other.value and other.value and one is not other and _check(claim.share, one, other) is None
        for one, other in pairs
        if (one, other) != (part, whole)
    )


def _check_together(passage: AuditPassage) -> Iterator[AuditFinding]:
    """Yield the shares of parts in one sentence that cannot all be of one whole: `96 women (40 %) and 144 men (6 %)`.

    What is given is each part with its share, not the whole. Two parts that are all make up the whole themselves; of
    three or more, most must agree on one before another is doubted.
    """
    claims = [
        claim
        for claim in passage.reading.claims
        if isinstance(claim, StatedShare) and claim.part and claim.whole is None
    ]
    for sentence in passage.sentences if len(claims) > 1 else ():
        alike = [claim for claim in claims if sentence.holds(claim.share.span)]
        if are_pair([share.part.phrase for share in alike if share.part]):
            yield from _check_parts(passage, alike)
        elif len(alike) > _PAIR:
            yield from _check_odd(passage, alike)


_PAIR = 2


def _check_fractions(passage: AuditPassage) -> Iterator[AuditFinding]:
    """Yield a fraction that its per cent contradicts: `more than half (42 per cent)`, `half of the 9 (40 per cent)`."""
    quantities = passage.reading.quantities
    for one, other in chain(pairwise(quantities), zip(quantities, quantities[2:], strict=False)):
        between = passage.text[one.span.end : other.span.start].strip()
        is_beside = one.measure is Measure.FRACTION and other.measure is Measure.PER_CENT and other.is_exact
        if (
            not is_beside
            or not _OF_WHOLE.fullmatch(between)
            or passage.text[other.span.end : other.span.end + 1] != ")"
        ):
            continue
        said, slack = bounds(one), _NEARLY if one.nearness in {Nearness.EXACT, Nearness.ABOUT} else Decimal(0)
        low, high = (side * _HUNDRED for side in said)
        if not low - slack <= other.value <= high + slack:
            message = f"“{passage.text[one.span.start : one.span.end]}” is said of {named(other)}"
            span = Span(one.span.start, other.span.end)
            words = f"{figure(one.value * _HUNDRED)} ≠ {figure(other.value)}"
            yield passage.finding(Code.SHARE, span, Severity.WARNING, message, words)


_OF_WHOLE = regex(r"(?:of )?(?:(?:all |the |these |those ){0,2}\d[\d,]* )?(?:[a-z-]+ ){0,4}\((?:or|i\.e\.)?")
"""What stands between a fraction and the per cent that it stands for."""
_NEARLY = Decimal(5)
"""Points by which a fraction may be off the per cent that it stands for: `nearly half (44 per cent)`."""


def _check_hundred(passage: AuditPassage) -> Iterator[AuditFinding]:
    """Yield two shares of one whole that are all there is and not a hundred: `95.7 % were men and 7.3 % were women`."""
    for sentence in passage.sentences:
        shares = [
            quantity
            for quantity in within(passage.reading.quantities, sentence)
            if quantity.measure is Measure.PER_CENT
        ]
        if len(shares) != _PAIR or not all(share.is_exact or share.nearness is Nearness.ABOUT for share in shares):
            continue
        between = passage.text[shares[0].span.end : shares[1].span.start].lower()
        is_bare = shares[1].phrase.partition(" ")[0] in _BEING and _SPLIT.search(between) is not None
        if is_bare and are_pair([_last_word(share.phrase) for share in shares]):
            low, high = (sum((share.value + side * share.step / 2 for share in shares), Decimal(0)) for side in (-1, 1))
            if not low <= _HUNDRED <= high:
                total = shares[0].value + shares[1].value
                message = f"the two shares add up to {figure(total)} per cent"
                added = f"{figure(shares[0].value)} + {figure(shares[1].value)} = {figure(total)}, not 100"
                span = Span(shares[0].span.start, shares[1].span.end)
                yield passage.finding(Code.SUM, span, Severity.WARNING, message, added)


_THE_REST = regex(r"\b(?:the remaining|the other|the rest,?) (?:about )?$", re.IGNORECASE)


def _check_rest(passage: AuditPassage) -> Iterator[AuditFinding]:
    """Yield shares that are not a hundred with what is said to remain: `80 per cent …, with the remaining 10 …`."""
    starts = [sentence.start for sentence in passage.sentences]
    for rest in passage.reading.quantities if "remain" in passage.text or "rest" in passage.text else ():
        start = _THE_REST.search(passage.text, max(rest.span.start - _WORDS_OF_REST, 0), rest.span.start)
        if start is None or rest.measure is not Measure.PER_CENT:
            continue
        at = bisect_right(starts, rest.span.start) - 1
        first = starts[at - 1 if start.start() == starts[at] and at else at]
        recalled = Span(max(first, rest.span.end - _RECALLED), rest.span.end)
        said = within(passage.reading.quantities, recalled)
        told = [quantity for quantity in said if quantity.measure in {Measure.PER_CENT, Measure.FRACTION}]
        scaled = [
            quantity if quantity.measure is Measure.PER_CENT else replace(quantity, value=quantity.value * _HUNDRED)
            for quantity in told
        ]
        total = sum((quantity.value for quantity in scaled), Decimal(0))
        slack = sum((quantity.step / 2 for quantity in scaled if quantity.measure is Measure.PER_CENT), Decimal(0))
        are_exact = len(told) > 1 and all(quantity.is_exact for quantity in told)
        is_asked = are_exact and abs(total - _HUNDRED) > slack and nearly_holds(Kind.HUNDRED, scaled)
        if is_asked and not _adds_up_before(passage, starts[:at], total, slack, first):
            added = f"{' + '.join(figure(quantity.value) for quantity in scaled)} = {figure(total)}, not 100"
            span = Span(told[0].span.start, rest.span.end)
            message = f"the shares add up to {figure(total)} per cent with what remains"
            yield passage.finding(Code.SUM, span, Severity.WARNING, message, added)


def _adds_up_before(passage: AuditPassage, starts: Sequence[int], total: Decimal, slack: Decimal, first: int) -> bool:
    """Return whether shares before them complete a hundred: `Most (61 %) … Another 12 % … The other 27 %`."""
    for start in [start for start in reversed(starts) if start < first][:_BACK]:
        said = within(passage.reading.quantities, Span(start, first))
        shares = [quantity for quantity in said if quantity.measure is Measure.PER_CENT]
        if abs(total + sum((share.value for share in shares), Decimal(0)) - _HUNDRED) <= slack + len(shares):
            return True
    return False


_BACK = 3
"""Sentences before those of what remains in which the other shares may stand."""
_WORDS_OF_REST = 20
"""Characters before a share within which it is said to be the rest."""
_SPLIT = regex(r"\b(?:is|are|was|were)\b.*\b(?:and|while)\b")
"""What stands between two shares of one whole: `95.7 per cent of inmates were men, and 4.3 per cent …`."""


def _last_word(phrase: str) -> str:
    """Return the last word of `of the prison population was male`, which says who they are."""
    words = phrase.replace(",", " ").split()
    return words[-1] if words and _BEING & set(words) else ""


_BEING = frozenset({"is", "are", "was", "were"})


def _check_parts(passage: AuditPassage, alike: Sequence[StatedShare]) -> Iterator[AuditFinding]:
    """Yield the share of a part that is not that part of both together."""
    first, second = (share.part for share in alike)
    if (
        first is None
        or second is None
        or first.measure is not second.measure
        or not (first.is_exact and second.is_exact)
    ):
        return
    whole = replace(first, value=first.value + second.value, step=max(first.step, second.step))
    found = [(claim, _check(claim.share, claim.part, whole) if claim.part and whole.value else None) for claim in alike]
    wrong = [(claim, verdict) for claim, verdict in found if verdict is not None]
    if len(wrong) == 1:  # where both are, they are of other wholes: "306 men (20.4%) and 211 women (18.6%) were left"
        claim, verdict = wrong[0]
        yield passage.finding(Code.SHARE, claim.span, *verdict._replace(severity=Severity.WARNING))


def _check_odd(passage: AuditPassage, alike: Sequence[StatedShare]) -> Iterator[AuditFinding]:
    """Yield the one share whose whole is another than that on which all others agree."""
    step = common_step([share.part for share in alike if share.part])
    odd = list(_odd([_implied(share, step) for share in alike]))
    if len(odd) != 1:
        return  # where two could be the odd one, both may be cut instead of rounded
    place, whole, other = odd[0]
    claim = alike[place]
    message = (
        f"{named(claim.part or claim.share)} is {named(claim.share)} of {_about(whole)}, but the other"
        f" parts are shares of {_about(other)}: is it the same whole?"
    )
    arithmetic = f"{ranged(whole)}, not {ranged(other)}"
    yield passage.finding(Code.SHARE, claim.span, Severity.WARNING, message, arithmetic)


def _about(whole: Bounds) -> str:
    """Return `about 240`; of a share of 0 per cent a whole may be as large as it likes: `more than 3,600`."""
    return f"more than {figure(whole.low)}" if whole.high == INFINITY else f"about {figure(_rounded(whole))}"


def _odd(wholes: Sequence[Bounds]) -> Iterator[tuple[int, Bounds, Bounds]]:
    """Yield each whole that is apart from what all others have in common, with its place and with that."""
    for place, whole in enumerate(wholes):
        others = [*wholes[:place], *wholes[place + 1 :]]
        common = Bounds(max(one.low for one in others), min(one.high for one in others))
        if common.low <= common.high and not whole.meets(common):
            yield place, whole, common


def _rounded(whole: Bounds) -> Decimal:
    return whole.low.to_integral_value()


def _implied(claim: StatedShare, step: Decimal) -> Bounds:
    """Return the least and the greatest whole of which a part, rounded to a step, is a share."""
    part, share = bounds(claim.part or claim.share), bounds(claim.share)
    scale = _HUNDRED if claim.share.measure is Measure.PER_CENT else Decimal(1)
    slack = step / 2 if step > 1 else Decimal(0)
    high = (part.high + slack) * scale / share.low if share.low > 0 else INFINITY
    return Bounds((part.low - slack) * scale / share.high, high)


def _check(share: Quantity, part: Quantity, whole: Quantity) -> Judgement | None:
    one, other = bounds(part), bounds(whole)
    true = Bounds(one.low / other.high * _HUNDRED, one.high / other.low * _HUNDRED if other.low else _HUNDRED)
    said = bounds(share)
    if share.measure is Measure.FRACTION:
        said = Bounds(said.low * _HUNDRED, said.high * _HUNDRED)
    if true.meets(said):
        return None
    exact = part.value / whole.value * _HUNDRED
    arithmetic = f"{figure(part.value)} ÷ {figure(whole.value)} = {figure(exact)} per cent"
    name = f"{named(part)} out of {named(whole)}"
    if part.value > whole.value and share.value <= _HUNDRED:
        return Judgement(Severity.ERROR, larger_part(part, whole), arithmetic)
    if share.measure is Measure.PER_CENT and share.value <= exact < share.value + share.step:
        message = f"{name} is {figure(exact)} per cent: {named(share)} is cut, not rounded"
        return Judgement(Severity.WARNING, message, arithmetic)
    severity = severity_of(share, part, whole) if share.measure is Measure.PER_CENT else Severity.WARNING
    return Judgement(severity, f"{name} is {figure(exact)} per cent, not {named(share)}", arithmetic)


_SMALL = 1_000
"""Of larger wholes, every share to a tenth of a per cent is that of some whole number."""


def _impossible(share: Quantity, whole: Quantity) -> Judgement | None:
    """Judge a share that no whole number of a small whole has: `27.1 per cent of 76 seats` are 20.6 of them."""
    is_counted = whole.measure is Measure.COUNT and whole.is_exact and whole.step == 1 and "’" not in whole.noun
    is_share = share.measure is Measure.PER_CENT and share.is_exact and 0 < share.value < _HUNDRED
    if not (is_counted and is_share and 0 < whole.value < _SMALL):
        return None
    below = int(share.value * whole.value / _HUNDRED)
    shares = [value / whole.value * _HUNDRED for value in (Decimal(below), Decimal(below + 1))]
    if any(share.value - share.step / 2 <= value < share.value + share.step for value in shares):
        return None
    message = f"no whole number out of {named(whole)} is {named(share)}"
    arithmetic = f"{below} is {figure(shares[0])} per cent, {below + 1} is {figure(shares[1])} per cent"
    return Judgement(Severity.WARNING, message, arithmetic)
