"""Relate shares that are all of one whole: together they are a hundred."""

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from reportgen.claims.forms.kinds import are_pair
from reportgen.claims.passages import Span
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.general.related import Related
from reportgen.regex import regex

_OTHERS = regex(r"\b(?:others?|the rest|remaining|the remainder|unknown|undecided|unspecified)\b")
"""Words of the last share of a hundred: `and the rest`."""
_REST = regex(r"\band the (?:rest|remainder)\b[^,;]{0,20}$")
_OF_TOTAL = regex(r"\s*+of (?:the total|all)\b")
"""Both of two shares of one whole: `60 per cent of the total and 40 per cent of all`."""
_OF_ONE = regex(r" of (?:the|all|its|our)\b")
"""The first of two shares of one whole; `_BEING`, the second: `53.7 per cent of the people … and 46.3 live in …`."""
_BEING = regex(r" (?:in|are|were|is|was|live[sd]?)\b")
_FEW = 2
"""Two shares make a hundred only where they are surely of one whole."""
_UNKNOWN = 2
"""Points that shares may leave out: those of whom nothing is known."""


def relate_hundreds(numbers: Sequence[PlacedNumber], proved: Container[Span]) -> Iterator[Related]:
    """Yield the shares of one sentence that are a hundred together, or should be: `…, 8 per cent and others 10`."""
    exact = [number for number in numbers if number.is_share and number.quantity.is_exact]
    for _, group in groupby(exact, key=lambda number: number.sentence):
        shares = list(group)
        last = shares[-1]
        if len(shares) < _FEW or (len(shares) == _FEW and not _are_both(*shares)):
            continue
        if len({share.quantity.period.written for share in shares if share.quantity.period is not None}) > 1:
            continue  # "40 per cent in 2019, 30 in 2020 and 30 in 2021"
        equation = Equation(Kind.HUNDRED, tuple(shares))
        if equation.holds:
            yield Related(equation, is_right=True)
        elif _are_all(shares, proved):
            yield Related(equation, is_right=False)
        elif len(shares) == _FEW or _OTHERS.search(last.before + last.after) or _are_alike(shares):
            added = sum((share.quantity.value for share in shares), Decimal(0))
            if abs(added - 100) > _UNKNOWN and not any(share.quantity.span in proved for share in shares):
                yield Related(equation, is_right=False)


def _are_all(shares: Sequence[PlacedNumber], proved: Container[Span]) -> bool:
    """Return whether a sentence lists shares side by side to its end, and one digit keeps them from a hundred."""
    are_fine = all(share.quantity.step < 1 for share in shares)
    is_list = are_fine or all(one.at == before.at + 1 for before, one in pairwise(shares))
    are_told = len(shares) >= (_FEW + 1 if are_fine else _LISTED) and _LAST.search(shares[-1].before)
    are_most = sum(share.quantity.value for share in shares) > _MOST_OF_ALL
    if not (is_list and are_told and are_most) or any(share.is_earlier for share in shares):
        return False
    return Equation(Kind.HUNDRED, tuple(shares)).nearly_holds(proved)


_LAST = regex(r"\b(?:and|while)\b")
_MOST_OF_ALL = 60
_LISTED = 4
"""Whole per cents that are seldom one digit away from a hundred, where they are only some of all."""


def _are_alike(shares: Sequence[PlacedNumber]) -> bool:
    """Return whether shares say the same of one whole, not of places: `44% of cases were of …; 25% of cases were …`."""
    words = {" ".join(share.after.split()[:_WORDS]) for share in shares}
    is_whole = all(_OF_WHOLE.match(share.after) for share in shares)
    return len(words) == 1 and is_whole and len(shares[0].after.split()) >= _WORDS


_OF_WHOLE = regex(r" of (?:[a-z-]++ ){1,2}(?:is|are|was|were)\b(?! (?:[a-z]++ )?(?:in|at|among)\b)")
"""What stands behind a share of a whole that nothing narrows: not `of girls in …`, `of girls were schooled in …`."""


_WORDS = 4
"""Words behind a share that tell it from others."""


def _are_both(first: PlacedNumber, second: PlacedNumber) -> bool:
    """Return whether two shares are of one total: `53.7 per cent of people live in towns and 46.3 in rural areas`."""
    are_of_total = _OF_TOTAL.match(first.after) is not None and _OF_TOTAL.match(second.after) is not None
    is_one = _OF_ONE.match(first.after) is not None and _BEING.match(second.after) is not None
    is_rest = _REST.search(second.before) is not None and not second.before.strip().startswith("of")
    are_two = are_of_total or (is_one and are_pair([first.after, second.after]))
    is_rest = is_rest or (_SO.search(second.before) is not None and not second.after.startswith(" of "))
    is_rest = is_rest or (_WHILE.search(second.before) is not None and _DID_NOT.match(second.after) is not None)
    return is_rest or (are_two and " and " in second.before)


_WHILE = regex(r",? (?:while|whereas|and) (?:the (?:other|remaining) )?$")
_DID_NOT = regex(r" (?:(?:had|have|has|did|do|does|were|was|are|is|could|would) not|didn.t)[.;]?$")
"""What stands before and behind the second where it says only that they did not: `while 86 per cent did not.`"""
_SO = regex(r", (?:so (?:that )?(?:only |the remaining )?|(?:hence |thus |thereby )?leaving (?:only )?)$")
"""What stands before the second of two shares that are all: `, leaving 18 per cent without`."""
