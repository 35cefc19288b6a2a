"""What the words about numbers say of a sum: that parts are all of their total, or that a total is that of numbers."""

from collections.abc import Sequence

from reportgen.claims.forms.kinds import are_pair
from reportgen.claims.model import Measure, Quantity, Total
from reportgen.languages.words import word_set
from reportgen.published.audit.bounds import common_step
from reportgen.published.audit.general.equations import Equation, Kind, holds
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.general.related import STRONG, WORDS
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_ROUND = 100
"""What numbers are rounded to, where none of them is finer."""
_AND = regex(r"\b(?:and|while)\b")
_OF_THEM = regex(r" of (?:them|these|those|whom|which)\b")
_ANNOUNCED = regex(
    r"\b(?:of (?:whom|which|them|these|those|the number|the total)|this includ\w+|these (?:[a-z]+ )?included"
    r"|compris\w+|consist\w*|made up|namely)\b|:"
)
"""What stands between a total and the first of its parts."""
_ALL_OF = regex(
    r"\bthis includ|\b(?:made up|consisting|composed|which consist\w*) of $|\bcomprising $|\bof the total, $"
)
"""What stands between a total and the first of two parts that are all."""
_SOME = regex(
    r"\b(?:among others?|inter alia|etc|for example|for instance|such as|mainly|mostly|notably|in particular)\b"
)
"""What says that there are more parts than those that are named."""
_CALLED = regex(r"\b(?:for|making|to|giving|or|out of) a (?:grand |combined )?total of $|\btotall?ing $")
"""What stands before the total of the numbers before it."""


_THAT_IS = regex(r"(?:, |\()(?:that is|i\.e\.|or|making|giving|which makes),? (?:in all |altogether )?$")
_IN_ALL = regex(
    r"[^,;:.()]{0,30}?\b(?:in all|in total|altogether"
    r"|(?:in|for|over|during) the (?:(?:whole|entire|full|two|three|four|five|six|seven) )?"
    r"(?:years?|quarters?|months?|period))\b"
)
"""What stands before and behind the total of the numbers before it: `, that is, 50 in the three years`."""


def says_all(equation: Equation, passage: AuditPassage) -> bool:
    """Return whether the words leave no other reading than that the parts of a sum are all of its total."""
    is_told = _is_summed_up(equation, passage) or _are_predicated(equation)
    return is_told or _are_all(equation, passage) or _are_in_brackets(equation, passage)


def _are_predicated(equation: Equation) -> bool:
    """Return whether each of three parts or more is all the subject of a clause: `18 were fatal, 35 were slight …`."""
    total, *parts = equation.numbers
    first, last = parts[0], parts[-1]
    are_one = (
        len(parts) > 2
        and equation.chance < STRONG / 2
        and last.sentence == first.sentence
        and last.at - first.at == len(parts) - 1
    )
    is_behind = total.at - last.at in (1, 2) and not total.before.endswith("of the ")  # it opens the next sentence
    is_near = first.at - total.at in (1, 2) or is_behind
    is_near = is_near and total.is_of(first) and not _WERE.match(total.after)
    return are_one and is_near and all(_WERE.match(part.after) for part in parts)


_WERE = regex(r" (?:[a-z]++ )?(?:were|was|are|is) ")


def _are_in_brackets(equation: Equation, passage: AuditPassage) -> bool:
    """Return whether parts stand alone in brackets, each behind its name: `125 deaths in Oran (65) and Blida (60)`.

    The total may stand in the sentence before, with one that it is held against; and the places may be counted.
    """
    total, *parts = equation.numbers
    if not all(map(is_bare, parts)) or total.before.endswith("(") or _MORE.search(_told(equation, passage)):
        return False
    if parts[0].sentence != total.sentence:
        return len(parts) > 2 and _is_only(equation, passage)
    return parts[0].at == total.at + 1 and is_alone(equation, passage)


def is_bare(number: PlacedNumber) -> bool:
    """Return whether a number stands alone in brackets, with or without what it counts: `(47)`, `(137 cases`."""
    return number.before.endswith(" (") and number.after[:1] == ")"


def _is_only(equation: Equation, passage: AuditPassage) -> bool:
    """Return whether the sentence before has no other number of its kind than one of before, or of the places."""
    total, *parts = equation.numbers
    if total.is_earlier or parts[0].sentence - total.sentence != 1:
        return False
    spans = {quantity.span for quantity in equation.quantities}
    first, last = passage.sentences[total.sentence].start, passage.sentences[parts[-1].sentence].end
    others = [one for one in passage.reading.quantities if first <= one.span.start < last and one.span not in spans]
    others = [one for one in others if one.measure is total.quantity.measure and one.value != len(parts)]
    return all(_COMPARED.search(passage.low, first, one.span.start) for one in others)


_COMPARED = regex(r"\bcompared (?:to|with)\b[^.;]*$")


def is_closed(equation: Equation, passage: AuditPassage) -> bool:
    """Return whether a sentence lists three or more parts and no other number, right behind their total."""
    total, *parts = equation.numbers
    is_plain = parts[0].at == total.at + 1 and is_list(equation) and not any(";" in part.before for part in parts)
    return is_plain and _MORE.search(_told(equation, passage)) is None and is_alone(equation, passage)


def _told(equation: Equation, passage: AuditPassage) -> str:
    """Return the words from a total to the number behind the last of its parts, in small letters."""
    total, *_, last = equation.numbers
    return passage.low[total.quantity.span.end : last.quantity.span.end + len(last.after)]


_MORE = regex(rf"{_SOME.pattern}|\b(?:includ\w+|highest|largest|most|followed|led|top)\b")
"""What says that the parts that are named are not all."""


def _are_all(equation: Equation, passage: AuditPassage) -> bool:
    """Return whether parts behind a total are all of it: `407 cases. This included 360 new cases and 47 old ones`."""
    total, *parts = equation.numbers
    first, last = parts[0], parts[-1]
    are_near = last.sentence == first.sentence or first.before.endswith(": ")
    is_behind = total.at < first.at and are_near and first.sentence <= total.sentence + 1
    are_round = _ROUND * equation.quantities[0].step <= common_step(equation.quantities)
    if not is_behind or total.is_earlier or are_round:
        return False
    if len(parts) > 2 and all(part.before.endswith(": ") for part in parts) and first.at - total.at == 1:
        return all(part.is_of(total) for part in parts)  # "…: serious cases: 40, minor cases: 64"
    if ":" in first.before and all(";" in part.before for part in parts[1:]):  # "…: 40 new, of which 3 …; 12 old"
        return len(parts) > 2
    if first.at - total.at > 1:
        return False
    between = passage.low[total.quantity.span.end : first.quantity.span.start]
    if is_pair(parts):
        is_all = (
            not any(word in between for word in ("includ", "among"))
            or "casualt" in total.quantity.noun.lower()
            or equation.chance <= WORDS
        )
        return is_all and all(part.sentence == total.sentence or may_count(total, part) for part in parts)
    if last.at - first.at != len(parts) - 1 or _AND.search(last.before) is None:
        return False
    is_told = _ANNOUNCED.search(between) is not None and (len(parts) > 2 or _ALL_OF.search(between) is not None)
    is_told = is_told and _SOME.search(f"{between}{last.after}") is None
    return is_told or _OF_THEM.match(first.after) is not None


def _is_summed_up(equation: Equation, passage: AuditPassage) -> bool:
    """Return whether a total is called that of the numbers before it: `31 … and 111 …, for a total of 142`."""
    total, *parts = equation.numbers
    is_called = _CALLED.search(total.before) is not None
    end = total.quantity.span.end
    is_called = is_called or (_THAT_IS.search(total.before) is not None and _IN_ALL.match(passage.low, end) is not None)
    if not is_called or [part.at - total.at for part in parts] != [*range(-len(parts), 0)]:
        return False
    return all(part.sentence == total.sentence and part.is_of(total) and not part.is_earlier for part in parts)


def is_pair(parts: Sequence[PlacedNumber]) -> bool:
    """Return whether two parts are all there is: `27 boys and 13 girls`."""
    if len(parts) != 2 or ";" in parts[1].before:
        return False
    return are_pair([part.after for part in parts]) or are_pair([_named(part) for part in parts])


def _named(part: PlacedNumber) -> str:
    """Return the noun that a part is of, before it: `boys` of `The number of boys was 2,233`."""
    found = _OF_NOUN.search(part.before)
    return found[1] if found is not None else ""


_OF_NOUN = regex(r"\b([a-z]+) (?:(?:was|were|is|are|stood at|numbered|totalled) )?$")


def is_list(equation: Equation) -> bool:
    """Return whether the parts of a sum are three or more that one sentence lists."""
    first, *middle, last = equation.numbers[1:]
    is_one = last.sentence == first.sentence and last.at - first.at == len(middle) + 1
    is_told = bool(_AND.search(last.before)) or "as well as" in last.before
    return bool(middle) and is_one and is_told and all(_COMMA.search(part.before) for part in middle)


_COMMA = regex(r",|\band\b")


def is_alone(equation: Equation, passage: AuditPassage) -> bool:
    """Return whether the sentences of a total and of the parts right behind it have no other number of their kind."""
    total, *parts = equation.numbers
    if total.is_earlier or not 0 <= parts[0].sentence - total.sentence <= 1:
        return False
    spans = {quantity.span for quantity in equation.quantities}
    first, last = passage.sentences[total.sentence].start, passage.sentences[parts[-1].sentence].end
    near = (one for one in passage.reading.quantities if first <= one.span.start < last)
    others = [one for one in near if one.measure is total.quantity.measure and one.span not in spans]
    return all(_INNER.search(passage.low, first, one.span.start) for one in others)


def is_inner(number: PlacedNumber) -> bool:
    """Return whether a number only says more of a part: `18 were fatal accidents in which 21 persons died`."""
    return _INNER.search(number.before) is not None


_INNER = regex(r"\b(?:in which|resulting in|where|involving|claiming|leaving|killing|injuring)\b[^,;.]{0,20}$")


def are_places(equation: Equation) -> bool:
    """Return whether numbers behind a total are where it is counted: `43 raids in 21 towns, 12 villages and 9 ports`.

    Not where each has its own `in`: `143 raids: in 97 houses, in 28 cars and in 18 boats`.
    """
    total, first, *others = equation.numbers
    is_led = first.at > total.at and _IN.search(first.before) is not None and bool(first.quantity.noun)
    return is_led and not any(_IN.search(part.before) for part in others)


_IN = regex(r"\b(?:across|at|in|throughout|within) (?:all |the |some )?$")


def have_other_whole(equation: Equation, passage: AuditPassage) -> bool:
    """Return whether parts stand before shares in brackets, none of which is that of the total: they are of another."""
    total, *parts = equation.numbers
    shares = {one.span.start: one for one in passage.reading.quantities if one.measure is Measure.PER_CENT}
    beside = [(shares.get(part.quantity.span.end + len(" (")), part) for part in parts]
    told = [holds(Kind.SHARE, share, part.quantity, total.quantity) for share, part in beside if share is not None]
    return len(told) > 1 and not any(told)


def may_count(total: PlacedNumber, part: PlacedNumber) -> bool:
    """Return whether a total may count a part of another sentence: by their nouns, or because it counts anything."""
    return part.is_of(total) or not _ANY.isdisjoint(total.quantity.noun.lower().split())


_ANY = word_set(
    "births people persons deaths fatalities victims casualties cases complaints incidents applications students"
)


def leaves_out(claim: Total, passage: AuditPassage) -> bool:
    """Return whether others stand behind the parts: `250 families (100 in the north, as well as others elsewhere)`."""
    return _LEAVES_OUT.match(passage.text, claim.span.end) is not None


_LEAVES_OUT = regex(r"[^();.]*\b(?:others?|elsewhere|the rest|the remainder|inter alia|etc)\b")
"""What says behind the parts that they are not all."""


def has_rest(claim: Total, total: Quantity, passage: AuditPassage) -> bool:
    """Return whether another part stands behind those of a claim: `40 by women and 35 by men; the remaining 15 …`."""
    is_less = sum(part.quantity.value for part in claim.parts) < total.value
    if is_less and _UNCOUNTED.search(passage.low, total.span.end, claim.parts[-1].quantity.span.start) is not None:
        return True
    if not is_less or _REST.search(passage.low, claim.span.end) is None:
        return False
    sentence = passage.sentence_of(claim.span) or claim.span
    return _REST.search(passage.low, claim.span.end, sentence.end) is not None


_REST = regex(r"\b(?:the (?:other|rest)|remaining)\b")
_UNCOUNTED = regex(r"(?:[:,;] |\band )(?:the|an?|its|their) (?:[a-z-]+ ){0,3}[a-z-]+(?=,|;| and )")
"""One that is named among parts without a number: `17 members: the director, two deputies and 14 researchers`."""
