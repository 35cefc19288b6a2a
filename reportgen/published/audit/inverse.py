"""Tell the values of which a smaller one may be called higher: exchange rates, ranks and negative numbers.

`43.3 per dollar, up from 43.4`: the peso rose, its number fell. `Ranked 43, up from 45` likewise. Such a change is
right where it is right in either order of its values. A number below zero is read without its sign.
"""

import re
from collections.abc import Iterable

from reportgen.claims.model import Quantity
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import CURRENCY_NAMES, DOWN, UP
from reportgen.languages.words import word_set
from reportgen.regex import regex

_NAMES = "|".join(sorted(CURRENCY_NAMES - word_set("cents pence real reais won sol colon"), key=len)[::-1])
_MOVED = "|".join(
    sorted(
        UP
        | DOWN
        | word_set(
            "appreciated bought closed cost depreciated fetched firmed opened stood strengthened traded weakened worth"
        )
    )
)
_GOING_ON = (
    "in|on|at|by|from|to|up|down|as|a|the|this|last|and|but|compared|against|versus|than|after|before|during|for"
)
"""What may stand behind a currency that is the end of its phrase: not `per dollar spent`, `to the euro area`."""
_PRICED = regex(
    r"(?: [a-z]+){0,2} (?:per|to the|to one|against the|for|an?) (?:1 |one )?(?:u\.?s\.? )?"
    rf"(?:(?:us|au|ca|nz)?\$(?: ?1)?|(?:[a-z]+ )?(?:{_NAMES})\b)(?:[,;:.)]|$| (?:{_GOING_ON})\b)"
)
"""What stands behind a price of money: `43.3 per dollar`, `1,540 naira to the dollar`."""
_WEIGHED = regex(r"(?: [a-z]+){0,2} (?:per|an?) pounds?\b(?! sterling)")
"""`4.3 dollars per pound` is a price of what is weighed."""
_RATED = regex(
    r"\b(?:exchange rates?|rates? of exchange)\b[^,;.()\d]*$"
    rf"|\b(?:the|one|an?) (?:[a-z]+ )?(?:{_NAMES}|currency) (?:ha[sd] |was |is )?(?:[a-z]+ly )?(?:{_MOVED})\b"
    r"[^,;.()\d]*$"
)
"""What stands before one: `the exchange rate in May was`, `the peso closed at`."""
_RANKED = regex(
    r"(?<![a-z-])(?:rank(?:s|ed|ing)(?: (?:number|at|no\.))? |position "
    r"|(?:its|their|country[’']s|overall|global|world) rank(?:ing)?\b[^,;.()\d]*"
    rf"|ranking (?:in|on|of|was|improved|{_MOVED})\b[^,;.()\d]*)$"
)
_IN_RANKING = regex(r"[^,;.()]{0,40} (?:in|on) the (?:[a-z]+ ){0,3}ranking\b")


def is_negative(text: str, values: Iterable[Quantity]) -> bool:
    """Return whether one of some values of a text is below zero: `-43`, `minus 43`; `(-4 per cent)` is a change."""
    return any(_MINUS.search(text[max(one.span.start - _SIGN, 0) : one.span.start]) is not None for one in values)


_MINUS = regex(r"(?:(?<![\w(])[-−–]|\bminus )$", re.IGNORECASE)
_SIGN = 7


def is_inverse(text: str, *values: Quantity) -> bool:
    """Return whether one of some values of a text is a rank, or a price of one money in another."""
    return any(_is_inverse(text, value.span) for value in values)


_NEAR = 80
"""Characters on either side of a number in which its words stand."""


def _is_inverse(text: str, span: Span) -> bool:
    before, behind = text[max(span.start - _NEAR, 0) : span.start].lower(), text[span.end : span.end + _NEAR].lower()
    is_priced = _PRICED.match(behind) is not None and _WEIGHED.match(behind) is None
    is_ranked = _RANKED.search(before) is not None or _IN_RANKING.match(behind) is not None
    return is_priced or is_ranked or _RATED.search(before) is not None
