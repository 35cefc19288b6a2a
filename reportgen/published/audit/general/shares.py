"""Relate shares with their part and whole, wherever these stand."""

from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, groupby

from msgspec.structs import replace

from reportgen.claims.forms.comparison import head_of
from reportgen.claims.model import Measure
from reportgen.claims.passages import Span
from reportgen.published.audit.bounds import common_step
from reportgen.published.audit.general.equations import Equation, Kind, holds
from reportgen.published.audit.general.numbers import PlacedNumber, around
from reportgen.published.audit.general.related import STRONG, WEAK, WORDS, Related
from reportgen.regex import regex

_LINKS = (
    r"represent\w*|constitut\w*|account\w* for|equivalent to|equal to|equals|mak(?:es?|ing)(?: up)?|made up|compris\w+"
    r"|translat\w+ (?:to|into)|yield\w*|giv\w+|amount\w* to|correspond\w* to|being|that is|which is|or|i\.e\.|a rate of"
)
_FILLING = (
    "a|an|of|the|about|around|some|nearly|percentage|pass|success|share|rate|overall|only|just|total|further|another"
    "|roughly|approximately|almost|over|cfr|case|fatality|ratio"
)
_PART_BEFORE = regex(rf"(?:\(|–|\b(?:{_LINKS}))\s*+(?:(?:{_FILLING})(?: [=(]|:)?\s*+)*$")
"""What stands between a part and its share: `59,879 passed, yielding a pass rate of 33.9 per cent`."""
_MEANS = regex(r"\b(?:represent\w*|constitut\w*|equivalent|equal|translat\w+|which is)\b")
"""What says that a share follows from the numbers before it."""
_PART_BEHIND = regex(
    r"\)?\s*+(?:of the (?:total|sample|whole) )?(?:(?:(?:was|were|are|is|being) [a-z-]++ )?"
    r"\(|–|;|,? with|at|as|, or|or|\(or|,? which (?:represents?|is)|,? that is,?|\(i\.e\.)\s*+$"
)
"""What stands between a share and its part: `38.78 per cent – 19`."""
_WHOLE_BEHIND = regex(
    r"\)?\s*+(?:out )?of (?:(?:the|a|its|their) (?:[a-z-]++ ){1,3}of )?"
    r"(?:the (?:total |overall )?|all |its |their |some )?$"
)
"""What stands between a share or its part and the whole: `15 per cent of the total appeal of $14 million`."""
_THIS = regex(r"\s*+(?:although |thus,? )?(?:this|that|it|which|these)\b")
"""How the words of a share begin that is of the numbers of the sentence before: `This is 33.9 per cent`."""
_BACK = 2
"""Sentences before that of a share in which its whole may stand."""
_MOST = 4
"""Wholes that are tried."""
_OF_ALL = regex(r"\)? of (?:the (?:[a-z]++ )?total|all|the whole)\b")
"""What stands behind a share of the total, which the sentence before may give alone."""


def relate_shares(numbers: Sequence[PlacedNumber], proved: Container[Span]) -> Iterator[Related]:
    """Yield what follows from part and whole for each share that nothing else proves.

    Ages and other lengths of time are passed over: `There were 224 deaths of persons aged 65 or older (12 per cent)`.
    """
    if any(_is_of_time(number) for number in numbers):
        others = [number for number in numbers if not _is_of_time(number)]
        numbers = [replace(number, at=at) for at, number in enumerate(others)]
    wholes, used = dict[int, PlacedNumber](), set[int]()
    unproved: list[PlacedNumber] = []
    parts = {
        share.at: part
        for share in numbers
        if share.is_share and (part := _part(share, numbers)) is not None and not part.is_open
    }
    for share in numbers:
        is_proved = share.quantity.span in proved
        if not _is_asked(share) or (is_proved and share.at not in parts):
            continue
        last = next(reversed(wholes.values()), None)
        right = next(
            (equation for equation in _explanations(share, parts.get(share.at), last, numbers) if equation.holds), None
        )
        if right is None:
            unproved += [] if is_proved else [share]
        else:
            yield Related(right, is_right=True)
            wholes[share.at] = right.numbers[-1]
            used.add(right.numbers[1].at)
    told = set[int]()
    for related in _of_their_sum(numbers, parts):
        told |= {number.at for number in related.equation.numbers}
        yield related
    for share in unproved:
        if share.at in parts and share.at not in told:
            near = min(wholes, key=lambda at: abs(at - share.at), default=None)
            yield from _suspect(share, parts, numbers, [wholes[near]] if near is not None else [])
        elif share.at not in parts:
            yield from _suspect_rate(share, [number for number in numbers[: share.at] if number.at not in used])


def _is_of_time(number: PlacedNumber) -> bool:
    is_range = number.quantity.measure is Measure.COUNT and number.quantity.upper is not None
    return is_range or (number.quantity.measure is Measure.DURATION and not number.is_value)


def _is_asked(share: PlacedNumber) -> bool:
    """Return whether a share is of something: over a hundred only as a rate, `a clearance rate of 112 per cent`."""
    return share.is_share and (0 < share.quantity.value < _ALL or (_is_rate(share) and share.quantity.value < _TENFOLD))


def _is_rate(share: PlacedNumber) -> bool:
    return _RATE.search(share.before) is not None


_ALL, _TENFOLD = 100, 1_000
_RATE = regex(
    r"\b(?:rate|ratio|turnout|percentage|proportion|share)\b[^,;()]{0,40}?"
    r"(?:\b(?:was|were|is|are|of|at|to|stood at|remained|reached|being) |\()$"
)
"""What stands before a share that is worked out from numbers before it: `The turnout was`."""


def _explanations(
    share: PlacedNumber, named: PlacedNumber | None, last: PlacedNumber | None, numbers: Sequence[PlacedNumber]
) -> Iterator[Equation]:
    """Yield what a share may follow from: the part that its words name, of any whole; else any two values nearby.

    The part may be of the `last` whole that a share was found to be of, however far before it stands.
    """
    if named is not None and last is not None and named.is_like(last) and named is not last:
        yield Equation(Kind.SHARE, (share, named, last))
    near = [
        number
        for number in around(numbers, share.at)
        if -_BACK <= number.sentence - share.sentence <= 1 and number.is_value and not number.is_open
    ]
    is_named = named is not None and share.quantity.step >= 1
    for part in (one for one in near if one is named or not is_named):
        for whole in near:
            is_less = part.quantity.value < whole.quantity.value or share.quantity.value > _ALL
            if is_less and part is not whole and part.is_like(whole):
                yield Equation(Kind.SHARE, (share, part, whole))


def _suspect_rate(share: PlacedNumber, numbers: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield the two values before a share that nearly give it, where it is printed finely, or called their rate.

    Args:
        share: without a part beside it.
        numbers: those before it, without the parts of other shares.
    """
    if (
        not numbers
        or _AVERAGE.search(share.before)
        or numbers[-1].at != share.at - 1
        or share.sentence - numbers[-1].sentence > 1
    ):
        return
    before = [number for number in numbers[-_RECALLED:] if number.is_value and not number.is_open]
    before = [number for number in before if share.sentence - number.sentence <= _BACK and number.is_like(numbers[-1])]
    is_meant = _is_rate(share) or (_MEANS.search(share.before) and _THIS.match(share.before)) is not None
    budget, spent = WORDS if is_meant else WEAK, Decimal(0)
    for other in reversed(before[:-1]):
        pair = sorted((before[-1], other), key=lambda number: number.quantity.value)
        equations = [Equation(Kind.SHARE, (share, *ordered)) for ordered in (pair, pair[::-1])]
        spent += equations[0].chance
        found = next((equation for equation in equations if spent <= budget and equation.nearly_holds(())), None)
        if found is not None:
            yield Related(found, is_right=False)
            return


_AVERAGE = regex(r"\b(?:averag\w+|interest|growth|inflation|funds|bank rate|loan rate)\b")
"""Words of per cents that are no share of anything: `borrowings were 1.4 billion as federal funds averaged`."""
_RECALLED = 8
"""Numbers before a share among which its part and whole may be."""


def _suspect(
    share: PlacedNumber,
    parts: Mapping[int, PlacedNumber],
    numbers: Sequence[PlacedNumber],
    known: Sequence[PlacedNumber],
) -> Iterator[Related]:
    """Yield the part and whole that nearly give a share, of those that its words name; the part of another is none."""
    part, spent = parts[share.at], Decimal(0)
    for whole, budget in _wholes(share, part, numbers, known):
        if any(whole is number for number in parts.values()):
            continue
        equation = Equation(Kind.SHARE, (share, part, whole))
        spent += equation.chance
        if equation.holds or (spent <= budget and equation.nearly_holds(()) and not _are_rounded(equation)):
            yield Related(equation, equation.holds)
            return


def _are_rounded(equation: Equation) -> bool:
    """Return whether a share follows if whole hundreds are rounded ones: 8 per cent of 13,800 are 1,000."""
    share, *values = equation.quantities
    step = common_step(values)
    return step >= _ALL and holds(Kind.SHARE, share, *(replace(value, step=max(step, value.step)) for value in values))


def _of_their_sum(numbers: Sequence[PlacedNumber], parts: Mapping[int, PlacedNumber]) -> Iterator[Related]:
    """Yield shares of all parts of a whole that nobody gives: `90,044, or 85 per cent, and 16,210, or 15 per cent`.

    Where they are nearly a hundred, the one that is not right of the sum of the parts is doubted.
    """
    for shares in _side_by_side(numbers, [numbers[at] for at in parts]):
        own = list({parts[share.at].at: parts[share.at] for share in shares}.values())
        if not 2 <= len(own) == len(shares) or not all(number.is_like(own[0]) for number in own):
            continue
        whole = replace(own[0].quantity, value=sum((number.quantity.value for number in own), Decimal(0)))
        total = PlacedNumber(whole, own[0].at, own[0].sentence, "", "")
        equations = [Equation(Kind.SHARE, (share, parts[share.at], total)) for share in shares]
        wrong = [equation for equation in equations if not equation.holds]
        hundred = Equation(Kind.HUNDRED, tuple(shares))
        if not wrong:
            yield from (Related(equation, is_right=True) for equation in equations)
            yield from _of_other_whole(numbers[: min(shares[0].at, own[0].at)], own) if hundred.holds else ()
        elif wrong[0].nearly_holds(()) if hundred.holds else len(wrong) == 1 and hundred.nearly_holds(()):
            yield Related(wrong[0], is_right=False)


def _side_by_side(numbers: Sequence[PlacedNumber], shares: Sequence[PlacedNumber]) -> Iterator[list[PlacedNumber]]:
    """Yield the shares of each clause; those of a sentence where each of its clauses has one: `12 (4%), while 88 …`."""
    clauses = list(accumulate(bool(_APART.search(number.before)) for number in numbers))
    for _, group in groupby(shares, key=lambda number: number.sentence):
        within = list(group)
        apart = [list(clause) for _, clause in groupby(within, key=lambda number: clauses[number.at])]
        yield from apart if len(apart) < len(within) else [within]


def _of_other_whole(before: Sequence[PlacedNumber], own: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield the last value before all parts of a whole where it should be their sum: `5,715 files: 4,512 (88%) …`."""
    sentence = own[0].sentence
    wholes = [number for number in before if number.is_value and number.is_like(own[0]) and not number.is_earlier]
    for whole in [number for number in wholes if sentence - number.sentence <= _BACK][-1:]:
        equation = Equation(Kind.SUM, (whole, *own))
        if not equation.holds and equation.nearly_holds(()):
            yield Related(equation, is_right=False)


_APART = regex(r";|\b(?:while|whilst|whereas)\b")


def _part(share: PlacedNumber, numbers: Sequence[PlacedNumber]) -> PlacedNumber | None:
    """Return the part that stands beside its share, or in the sentence before: `This gives a pass rate of …`."""
    behind = numbers[share.at + 1] if share.at + 1 < len(numbers) else None
    if behind is not None and behind.is_share and behind.before == " and " and _ONE_FOR_EACH.search(behind.after):
        return None  # "11,068 in 2017 and 12,019 in 2018, representing 85 and 87 per cent respectively"
    if behind is not None and behind.is_value and behind.sentence == share.sentence and _PART_BEHIND.match(share.after):
        return behind
    before = numbers[share.at - 1] if share.at else None
    part = numbers[share.at - 2] if share.at > 1 else None
    if part is not None and part.is_value and _is_out_of(part, before, share):
        return part  # "$11.2 million out of a total appeal of $14.0 million, with a gap of 80 per cent"
    is_paired = before is not None and before.before.endswith("(") and _PAIRED.fullmatch(share.before) is not None
    if before is None or not before.is_value or not (is_paired or _PART_BEFORE.search(share.before)):
        return None
    is_back = before.sentence == share.sentence - 1 and _THIS.match(share.before) is not None
    if is_back and part is not None and part.sentence == before.sentence and _OUT_OF.search(before.before):
        return part  # "222 of them out of 7,983. These represent 2.8 per cent"
    return before if before.sentence == share.sentence or is_back else None


_ONE_FOR_EACH = regex(r"^[^,;]{0,40}\brespectively\b")
_PAIRED = regex(r"(?: [a-z]++){0,3}[;,] ")
"""What stands between a part and its share within brackets: `(3,614 cases; 88 per cent)`."""


_OUT_OF = regex(r"\bout of (?:the |a total of )?$")


def _is_out_of(part: PlacedNumber, whole: PlacedNumber | None, share: PlacedNumber) -> bool:
    """Return whether a part stands before `out of` and its whole, and neither is a proportion: `9 out of 10`."""
    if whole is None or part.sentence != share.sentence or not part.is_like(whole):
        return False
    return whole.quantity.value >= _LEAST and part.after.startswith(" out of") and bool(_WHOLE_BEHIND.match(part.after))


_LEAST = 100
"""Of a smaller number, `out of` may say a proportion."""


def _whole_behind(number: PlacedNumber, numbers: Sequence[PlacedNumber]) -> PlacedNumber | None:
    """Return the whole that stands behind `of` and a share or its part."""
    behind = numbers[number.at + 1] if number.at + 1 < len(numbers) else None
    is_near = behind is not None and behind.sentence == number.sentence and behind.is_value
    return behind if is_near and _WHOLE_BEHIND.match(number.after) else None


def _wholes(
    share: PlacedNumber, part: PlacedNumber, numbers: Sequence[PlacedNumber], known: Sequence[PlacedNumber]
) -> Iterator[tuple[PlacedNumber, Decimal]]:
    """Yield the wholes that a share may be of, with the chance that the words allow."""
    last = part if share.at == part.at + 2 else max(share, part, key=lambda number: number.at)
    if last is part and part.sentence < share.sentence:
        yield numbers[part.at + 1], STRONG  # "318 of them out of 8,154. These represent …"
        return
    if (behind := _whole_behind(last, numbers)) is not None and behind.is_like(part):
        yield behind, STRONG
        return
    first = min(share.at, part.at)
    meant = _pointed_at(share, part, numbers[:first]) or _named_whole(last, numbers[:first])
    if meant is not None and meant.is_like(part) and meant.quantity.value != part.quantity.value:
        yield meant, STRONG
        return
    for whole in known:
        if whole.is_like(part) and whole is not part and whole.is_earlier <= part.is_earlier:
            yield whole, STRONG
    before = [number for number in numbers[:first] if number.is_value and number.is_like(part)]
    of_its_time = [number for number in before if number.is_earlier == part.is_earlier]
    if of_its_time or part.is_earlier:  # "up from 15,747 (1.48 per cent)": of the whole of that year
        before = of_its_time
    before = [number for number in before if share.sentence - number.sentence <= _BACK]
    within = [number for number in before if number.sentence == share.sentence]
    if not within and _OF_ALL.match(last.after):
        within = [number for number in before if number.sentence == share.sentence - 1]
    is_of_all = _OF_ALL.match(last.after) is not None and _OF_ALL_NAMED.match(last.after) is None
    is_only = len(within) == 1 and (is_of_all or _MEANS.search(share.before) is not None)
    for whole in reversed(within if is_only else before[-_MOST:]):
        if not any(whole is number for number in known):
            yield whole, STRONG if is_only else WORDS


def _pointed_at(share: PlacedNumber, part: PlacedNumber, before: Sequence[PlacedNumber]) -> PlacedNumber | None:
    """Return the value of the sentence before that `of these decisions`, `of those seats` points at, by its noun."""
    pointed = _OF_THESE.match(share.before) or _OF_THOSE.match(share.after) or _OF_THOSE.match(part.after)
    if pointed is None:
        return None
    said = [
        number
        for number in before
        if number.sentence == share.sentence - 1 and number.is_value and not number.is_earlier
    ]
    meant = [number for number in said if head_of(number.quantity.noun.lower()) == head_of(pointed[1] or "")]
    is_bare = len(said) == 1 and _BY_NOUN.search(pointed[0]) is None
    found = meant or (said if is_bare else [])
    return found[0] if found else None


def _named_whole(last: PlacedNumber, before: Sequence[PlacedNumber]) -> PlacedNumber | None:
    """Return the value that counts what a share is said to be of: `5 per cent of all road casualties`.

    Of several it is the largest, so that the others may be parts of it: the first, or one beside the share.
    """
    said = _OF_NAMED.match(last.after)
    if said is None:
        return None
    named = [
        number
        for number in before
        if number.is_value and not number.is_earlier and head_of(number.quantity.noun.lower()) in said[1].split()
    ]
    whole = max(named, key=lambda number: number.quantity.value, default=None)
    return whole if whole is not None and (whole is named[0] or last.sentence - whole.sentence <= 1) else None


_OF_NAMED = regex(r"\)? of (?:all |the |all the )?((?:[a-z-]++ ){0,2}[a-z-]++)")
_OF_ALL_NAMED = regex(r"\)? of all (?:[a-z-]++ ){0,2}[a-z-]++")
_OF_THESE = regex(r"\s*+(?:out )?of (?:these|those|such|this|the total)(?: (?:[a-z-]++ )?([a-z-]++))?(?:,? | \()$")
_BY_NOUN = regex(r"\b(?:such|number)\b")
_OF_THOSE = regex(r"(?:[,)]? of (?:these|those)|\)? of the total number of) ([a-z-]++)\b")
