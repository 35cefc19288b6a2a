"""What the words about numbers say of a sum: that parts are all of their total, or that a total is that of numbers."""

from collections.abc import Sequence

from reportgen.claims.forms.kinds import are_pair
from reportgen.languages.words import word_set
from reportgen.published.audit.bounds import add_up_rounded, common_step
from reportgen.published.audit.general.equations import Equation
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_ROUND = 100
"""What numbers are rounded to, where none of them is finer."""
_AND = regex(r"\b(?:and|while)\b")
_OF_THEM = regex(r" of (?:them|these|those|whom|which)\b")
_ANNOUNCED = regex(
    r"\b(?:of (?:whom|which|them|these|those)|this includ\w+|these (?:[a-z]+ )?included|compris\w+|consist\w*"
    r"|made up|namely)\b|:|, including $"
)
"""What stands between a total and the first of its parts."""
_SOME = regex(
    r"\b(?:among others?|inter alia|etc|for example|for instance|such as|mainly|mostly|notably|in particular)\b"
)
"""What says that there are more parts than those that are named."""
_CALLED = regex(r"\b(?:for|making|to|giving|or) a (?:grand |combined )?total of $|\btotall?ing $")
"""What stands before the total of the numbers before it."""


def says_all(equation: Equation, passage: AuditPassage) -> bool:
    """Whether the words leave no other reading than that the parts of a sum are all of its total."""
    return _is_summed_up(equation) or _are_all(equation, passage)


def _are_all(equation: Equation, passage: AuditPassage) -> bool:
    """Return whether parts behind a total are all of it: `407 cases. This included 360 new cases and 47 old ones`."""
    total, *parts = equation.numbers
    first, last = parts[0], parts[-1]
    is_behind = total.at < first.at and last.sentence == first.sentence <= total.sentence + 1
    are_round = _ROUND * equation.quantities[0].step <= common_step(equation.quantities)
    if not is_behind or total.is_earlier or are_round:
        return False
    if ":" in first.before and all(";" in part.before for part in parts[1:]):  # "…: 40 new, of which 3 …; 12 old"
        return len(parts) > 2
    if first.at - total.at > 1:
        return False
    between = passage.text[total.quantity.span.end : first.quantity.span.start].lower()
    if is_pair(parts):
        is_all = "includ" not in between or "casualt" in total.quantity.noun.lower()
        return is_all and all(part.sentence == total.sentence or may_count(total, part) for part in parts)
    if last.at - first.at != len(parts) - 1 or _AND.search(last.before) is None:
        return False
    is_told = _ANNOUNCED.search(between) is not None and (len(parts) > 2 or "this includ" in between)
    is_told = is_told and _SOME.search(f"{between}{last.after}") is None
    return is_told or _OF_THEM.match(first.after) is not None


def _is_summed_up(equation: Equation) -> bool:
    """Return whether a total is called that of the numbers before it: `31 … and 111 …, for a total of 142`."""
    total, *parts = equation.numbers
    if _CALLED.search(total.before) is None or [part.at - total.at for part in parts] != [*range(-len(parts), 0)]:
        return False
    return all(part.sentence == total.sentence and part.is_of(total) and not part.is_earlier for part in parts)


def is_pair(parts: Sequence[PlacedNumber]) -> bool:
    """Return whether two parts are all there is: `27 boys and 13 girls`."""
    return len(parts) == 2 and ";" not in parts[1].before and are_pair([part.after for part in parts])


def is_list(equation: Equation) -> bool:
    """Return whether the parts of a sum are three or more that one sentence lists."""
    first, *middle, last = equation.numbers[1:]
    is_one = last.sentence == first.sentence and last.at - first.at == len(middle) + 1
    return bool(middle) and is_one and bool(_AND.search(last.before)) and all("," in part.before for part in middle)


def are_rounded(equation: Equation) -> bool:
    """Return whether hundreds miss their sum by what rounding leaves: `3,900 sheep, 2,700 old and 1,100 young`."""
    return add_up_rounded(equation.quantities)


def may_count(total: PlacedNumber, part: PlacedNumber) -> bool:
    """Return whether a total may count a part of another sentence: by their nouns, or because it counts anything."""
    return part.is_of(total) or not _ANY.isdisjoint(total.quantity.noun.lower().split())


_ANY = word_set("people persons deaths fatalities victims casualties cases complaints incidents applications students")
