"""Number formats: what a cell shows of the number that it holds.

Covers what number formats of figures use (ECMA-376 Part 1, 18.8.30 and 18.8.31): sections for positive, negative and
zero values and for conditions, digit placeholders, grouping and scaling commas, per cent, exponents, and text beside
the digits. What is not covered (fractions, engineering notation) is said to be unknown, never guessed.
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from unicodedata import category

from msgspec import Struct

from reportgen.project.format_codes import GENERAL, FormatPart, FormatSection, section_for, text_section
from reportgen.regex import regex

_SPACES = frozenset(" \u00a0\u2007\u2009\u202f'’")
"""What stands between groups of digits in formats of countries that write no comma there."""
_GROUP = 3
_THOUSAND = Decimal(1000)
_SCALE_WORDS = regex(
    r"\b(?:hundreds?|dozens?|thousands?|thous|tsd|millions?|mill|mio|mln|mn|mm|m|billions?|bln|bn|b|k|lakhs?|crores?"
    r"|cr|mille|milliers?|milliards?|mrd|md|mds|mil|miles|mill[oó]n(?:es)?|mi|bi|тысяч[аи]?|тыс|т|миллион\w*|млн"
    r"|миллиард\w*|млрд|сот\w*|мың|миллион|ألف|آلاف|مليون|ملايين|千|万|億|亿|百万)\b",
    re.IGNORECASE,
)
"""Words beside digits by which a reader multiplies them."""


_LIKE_NEGATIVE = regex(r"^\W*[-−–]\W*\d|^\W*\(\W*\d.*\)\W*$|\d\W*[-−–]$")
"""What a reader takes for a number below nought: `-50`, `€ -50`, `(50)`, and `50-` as accountants write it."""

_BOUND = regex(r"[<>≤≥~≈±?]")
"""What makes another figure of a number beside it: `<12`, `12?`; so does `12+`, and as text all of them are refused."""


class Gap(Enum):
    """How what a cell shows differs from what it holds, in words for a message."""

    NOTHING = "its number format shows nothing"
    OTHER = "its number format shows words in place of the number"
    TEXT = "its number format shows another text"
    WHITE = "its number format shows it in white letters"
    DIGITS = "its number format adds digits or points of its own"
    SCALED = "its number format divides by {factor}"
    MULTIPLIED = "its number format adds “{words}”, by which a reader multiplies the number"
    SIGN = "its number format leaves out the minus sign"
    MINUS = "its number format adds a minus sign, or brackets, which mean one"
    ROUNDED = "its number format hides digits"
    BOUND = "its number format adds “{words}”, which makes it a bound or a guess"
    WORDS = "its number format adds “{words}”, which is not printed"
    UNKNOWN = "its number format “{code}” may show the number otherwise"


MISLEADING = frozenset(Gap) - {Gap.TEXT, Gap.ROUNDED, Gap.WORDS, Gap.UNKNOWN}
"""Gaps after which nobody but the author can say which figure is meant."""


class Display(Struct, frozen=True):
    """What a cell shows of a number."""

    text: str
    """Without padding; empty where nothing is shown or the format is not covered."""
    gap: Gap | None = None
    """None where text and number say the same."""
    words: str = ""
    """Letters and signs that the format puts beside the digits, without currencies."""
    reason: str = ""
    """The gap in words."""


def display(value: Decimal, code: str) -> Display:
    """Return what a cell shows that holds a number.

    Args:
        value: the number as the workbook holds it; of 55 %, 0.55.
        code: the code of the number format.
    """
    plain = plain_figure(value)
    if code.casefold() == GENERAL.casefold() or code == "@":
        return Display(plain)
    return _formatted(value, code)


@lru_cache(4_000)
def _formatted(value: Decimal, code: str) -> Display:
    """Return what a format of its own shows of a value, of which issues and years are most in a workbook."""
    section = section_for(code, value)
    if section is None or section.is_unknown or (section.condition and value < 0):
        return Display("", Gap.UNKNOWN, reason=Gap.UNKNOWN.value.format(code=code[:60]))
    return _judged(section, value)


def shown_text(text: str, code: str) -> str:
    """Return what a cell shows that holds a text, which a section of its format may hide, replace or add to.

    That section is the one with `@`, or the fourth (18.8.31).
    """
    section = None if code in {GENERAL, "@"} else text_section(code)
    return text if section is None else "".join(text if part == "@" else part for part in section).strip()


def _judged(section: FormatSection, value: Decimal) -> Display:
    """Return what a section shows of a value, and how far that is from the value."""
    percent = sum(part.kind == "percent" for part in section.parts)
    scaled = abs(value) * 100**percent / _THOUSAND**section.scale
    digits, says = _digits(section, scaled)
    is_negative = value < 0
    text = _text(section, _spread(section, digits) if _breaks_digits(section) else digits)
    if is_negative and section.shows_minus and text:
        text = f"-{text}"
    words = _words(section) + "%" * (percent if percent > 1 else 0)  # 0.12 with 0%% is 1200%%
    signed = not is_negative or says == 0 or any(sign in text for sign in "-−–(")
    gap = _gap(section, words, is_exact=says == scaled, shows=text, signed=signed, value=value)
    reason = gap.value.format(words=words, factor=f"{1000**section.scale:,}", code="") if gap else ""
    return Display(text, gap, words, reason)


def _gap(section: FormatSection, words: str, *, is_exact: bool, shows: str, signed: bool, value: Decimal) -> Gap | None:
    if not shows:
        return Gap.NOTHING
    if any(part.kind == "white" for part in section.parts):
        return Gap.WHITE
    if not any(part.kind in {"digit", "general"} for part in section.parts):
        return None if value == 0 and shows.strip("-–—− ") == "" else Gap.OTHER
    if any(category(character).startswith("N") for character in words) or _breaks_digits(section):
        return Gap.DIGITS
    if section.scale:
        return Gap.SCALED
    if other := _other_figure(words, shows):
        return other
    if not signed:
        return Gap.SIGN
    if value > 0 and any(sign in shows for sign in "-−–(") and _LIKE_NEGATIVE.search(shows):
        return Gap.MINUS
    if not is_exact:
        return Gap.ROUNDED
    return Gap.WORDS if any(character.isalnum() or character in "*%" for character in words) else None


def _other_figure(words: str, shows: str) -> Gap | None:
    """Return whether the words beside a number make another figure of it."""
    if not words:  # as in most formats
        return None
    if _SCALE_WORDS.search(words) or "‰" in words or "%%" in words:
        return Gap.MULTIPLIED
    return Gap.BOUND if _BOUND.search(words) or shows.endswith("+") else None


def _breaks_digits(section: FormatSection) -> bool:
    """Return whether text stands among the digits otherwise than between their groups."""
    places = [index for index, part in enumerate(section.parts) if part.kind == "digit"]
    if not places:
        return False
    end = _end(section)
    for index in range(places[0], places[-1]):
        part = section.parts[index]
        if part.kind in {"literal", "currency"} and part.text:
            after = sum(place > index for place in places if place < end)
            if not set(part.text) <= _SPACES or index > end or after % _GROUP:
                return True
    return False


def _spread(section: FormatSection, digits: str) -> str:
    """Return digits with the text that stands among them: each placeholder has one, the first all that are too many."""
    parts = section.parts
    places = [index for index, part in enumerate(parts) if part.kind == "digit"]
    plain = re.sub(r"[^\d.]", "", digits.partition("E")[0])
    whole, _, decimals = plain.partition(".")
    before = sum(part.kind == "digit" for part in parts[: _end(section)])
    signs = list(whole.rjust(before)) if before else []
    first = "".join(signs[: len(signs) - before + 1])
    queue = [first, *signs[len(signs) - before + 1 :], *decimals]
    made = [
        (queue.pop(0) if queue else "") if part.kind == "digit" else "." if part.kind == "point" else part.text
        for part in parts[places[0] : places[-1] + 1]
        if part.kind in {"digit", "point", "literal", "currency"}
    ]
    return "".join(made).strip()


def _end(section: FormatSection) -> int:
    """Return where the decimals of a section begin, or where it ends."""
    kinds = [part.kind for part in section.parts]
    return kinds.index("point") if "point" in kinds else len(kinds)


def _words(section: FormatSection) -> str:
    """Return the text that a section puts beside the digits, without currencies.

    Whatever is typed as a currency is kept as one, also `[$ mln]` and `[$%]`; before the digits, `K` is kwacha.
    """
    last = max((index for index, part in enumerate(section.parts) if part.kind in {"digit", "general"}), default=0)
    return "".join(
        part.text
        for index, part in enumerate(section.parts)
        if part.kind == "literal" or (part.kind == "currency" and not _is_currency(part.text, is_behind=index > last))
    ).strip()


def _is_currency(text: str, *, is_behind: bool) -> bool:
    """Return whether a text in the place of a currency neither multiplies the figure nor adds to its digits."""
    if any(sign in "%‰" or category(sign).startswith("N") for sign in text):
        return False
    return not (is_behind and _SCALE_WORDS.search(text))


def _digits(section: FormatSection, scaled: Decimal) -> tuple[str, Decimal]:
    """Return the digits that a section shows of a number without a sign, and the number that they say."""
    kinds = [part.kind for part in section.parts]
    if "general" in kinds:
        return plain_figure(scaled), scaled
    point = kinds.index("point") if "point" in kinds else len(kinds)
    end = kinds.index("exponent") if "exponent" in kinds else len(kinds)
    decimals = [part.text for part in section.parts[point:end] if part.kind == "digit"]
    exponent = scaled.adjusted() if end < len(kinds) and scaled else 0
    shown = scaled.scaleb(-exponent)
    said = shown.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    whole, _, rest = f"{said:f}".partition(".")
    needed = sum(part.text == "0" for part in section.parts[:point] if part.kind == "digit")
    whole = whole.lstrip("0").rjust(needed, "0")
    optional = len(rest.rstrip("0")) if "0" not in decimals else len(decimals) - decimals[::-1].index("0")
    rest = rest[: max(optional, len(rest.rstrip("0")))]
    tail = f"E{exponent:+03d}" if end < len(kinds) else ""
    mark = "." if "point" in kinds else ""
    return (f"{_grouped(section, whole)}{mark}{rest}{tail}", said.scaleb(exponent))


def _grouped(section: FormatSection, whole: str) -> str:
    """Return the digits before the point with what stands between their groups."""
    sign = ""
    for before, part in pairwise(_up_to_point(section)):
        is_space = part.kind == "literal" and part.text in _SPACES and before.kind in {"digit", "literal"}
        if part.kind == "group" or (is_space and part.text):
            sign = "," if part.kind == "group" else part.text
            break
    if not sign or len(whole) <= _GROUP:
        return whole
    head = len(whole) % _GROUP
    groups = [whole[:head]] * bool(head) + [whole[at : at + _GROUP] for at in range(head, len(whole), _GROUP)]
    return sign.join(groups)


def _up_to_point(section: FormatSection) -> Sequence[FormatPart]:
    """Return the parts from the first digit to the last one before the point."""
    places = [index for index in range(_end(section)) if section.parts[index].kind == "digit"]
    return section.parts[places[0] : places[-1] + 1] if places else ()


def _text(section: FormatSection, digits: str) -> str:
    """Return the whole text: the digits where the first digit of the section stands, and what stands around them."""
    text: list[str] = []
    places = [
        index for index, part in enumerate(section.parts) if part.kind in {"digit", "point", "general", "exponent"}
    ]
    for index, part in enumerate(section.parts):
        if places and index == places[0]:
            text.append(digits)
        elif part.kind == "percent":
            text.append("%")
        elif part.kind in {"literal", "currency", "space"} and not (places and places[0] < index < places[-1]):
            text.append(part.text)
    return "".join(text).strip()


def plain_figure(value: Decimal) -> str:
    """Return a number without an exponent and without zeros at the end of its decimals."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
