"""Relate shares with a group that is named again: `72 women and 48 men, so that women make up 60 per cent`.

Or with a part and a whole behind them: `The rate was 64 per cent: of 150 persons tried, 96 were found guilty`.
"""

from collections.abc import Iterator, Sequence

from reportgen.claims.forms.comparison import have_one_head
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.general.related import STRONG, Related
from reportgen.regex import regex

_NAMED = regex(
    r"\b([a-z]+) (?:thus |therefore |now |also |together )?"
    r"(?:(?:make|made|making) up|account(?:s|ed|ing)? for|constitut\w+|represent\w*|compris\w*) $"
)
"""What stands before the share of a group: `women thus make up`."""
_ENDS = ("up ", "for ", "constitute ", "constituted ", "represent ", "represented ", "comprise ", "comprised ")
"""How it ends."""
_OPENING = regex(r"\s*(?:out )?of (?:the |these |a total of )?$")
"""What stands before the whole that opens a sentence."""
_BEHIND = regex(r": (?:out )?of (?:the |these )?$")
"""What stands between a share and its whole: `64 per cent: of 150 persons`."""


def relate_members(numbers: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield for each share of a group that is named with it, or counted behind a colon, whether it follows."""
    for share in numbers:
        if not share.is_share or not share.quantity.is_exact:
            continue
        pair = _behind(share, numbers) or _rated(share, numbers) or _named(share, numbers)
        if pair is not None and pair[0].quantity.value <= pair[1].quantity.value:
            equation = Equation(Kind.SHARE, (share, *pair))
            if equation.holds or equation.chance <= STRONG:
                yield Related(equation, equation.holds)


def _behind(share: PlacedNumber, numbers: Sequence[PlacedNumber]) -> tuple[PlacedNumber, PlacedNumber] | None:
    """Return the part and whole that a colon announces, and no other numbers of their sentence."""
    behind = [one for one in numbers[share.at + 1 :] if one.sentence == share.sentence]
    if len(behind) != 2 or _BEHIND.fullmatch(share.after) is None or not all(one.is_value for one in behind):
        return None
    return (behind[1], behind[0]) if behind[1].is_like(behind[0]) else None


def _rated(share: PlacedNumber, numbers: Sequence[PlacedNumber]) -> tuple[PlacedNumber, PlacedNumber] | None:
    """Return the part and whole whose rate a share is called: `90 cases, 72 of which …, a conviction rate of 80 …`."""
    if not share.before.endswith(" rate of ") or _RATE.search(share.before) is None:
        return None
    before = [one for one in numbers[: share.at] if one.sentence == share.sentence]
    if len(before) != 2 or not all(one.is_value for one in before) or not before[1].is_like(before[0]):
        return None
    whole, part = before
    return (part, whole) if part.after.startswith(_OF_WHICH) or part.before.endswith(_OF_WHICH) else None


_RATE = regex(r", (?:that is,? |i\.e\. )?an? (?:[a-z-]+ ){1,2}of $")
_OF_WHICH = (" of which ", " of whom ", " of these ", " of them ")


def _named(share: PlacedNumber, numbers: Sequence[PlacedNumber]) -> tuple[PlacedNumber, PlacedNumber] | None:
    """Return the only count of a group, and the only larger number before it in its sentence."""
    said = _NAMED.search(share.before) if share.before.endswith(_ENDS) else None
    if said is None or share.quantity.period is not None:
        return None
    before = [one for one in numbers[: share.at] if share.sentence - one.sentence <= 1 and one.is_value]
    if said[1] == "they":
        are_two = len(before) == 2 and _OPENING.fullmatch(before[0].before) is not None
        return (before[1], before[0]) if are_two else None
    parts = [one for one in before if one.quantity.noun and have_one_head(one.quantity.noun, said[1])]
    if len(parts) != 1 or any(one.is_earlier or one.word for one in before):
        return None
    part = parts[0]
    wholes = [one for one in before if one.at < part.at and one.sentence == part.sentence and one.is_like(part)]
    is_whole = len(wholes) == 1 and _IS_OF.search(part.before) is not None
    return (part, wholes[0]) if is_whole else None


_IS_OF = regex(r":|\b(?:including|of (?:whom|which|them|these)|among (?:them|these|whom|which)|namely)\b")
"""What stands between a whole and the first of its parts."""
