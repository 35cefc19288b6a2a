"""Number formats: what a cell shows of the number that it holds.

Covers what number formats of figures use (ECMA-376 Part 1, 18.8.30 and 18.8.31): sections for positive, negative and
zero values and for conditions, digit placeholders, grouping and scaling commas, per cent, exponents, and text beside
the digits. What is not covered (fractions, engineering notation) is said to be unknown, never guessed.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from unicodedata import category

from msgspec import Struct

from reportgen.regex import regex

GENERAL = "General"
_LONGEST_CODE = 1_000
"""Characters of a format that are read; Excel allows 255."""
_MOST_SECTIONS = 4
_TOKEN = regex(
    r'"(?P<text>[^"]*)"?|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General)|(?P<exponent>[Ee][+-])|(?P<clock>AM/PM|A/P)|(?P<sign>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = regex(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)", re.ASCII)
_ELAPSED = regex(r"h+|m+|s+", re.IGNORECASE)
_DATE_SIGNS = frozenset("dmyhsDMYHS")
_CURRENCY = regex(r"\$([^-]*)(?:-[0-9A-Fa-f]+)?")
_DIGITS = frozenset("0#?")
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


class FormatKind(Enum):
    """What a number is shown as."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


class Gap(Enum):
    """How what a cell shows differs from what it holds, in words for a message."""

    NOTHING = "its number format shows nothing"
    OTHER = "its number format shows words in place of the number"
    DIGITS = "its number format adds digits or points of its own"
    SCALED = "its number format divides by {factor}"
    MULTIPLIED = "its number format adds “{words}”, by which a reader multiplies the number"
    SIGN = "its number format leaves out the minus sign"
    MINUS = "its number format adds a minus sign, or brackets, which mean one"
    ROUNDED = "its number format hides digits"
    WORDS = "its number format adds “{words}”, which is not printed"
    UNKNOWN = "its number format “{code}” may show the number otherwise"


MISLEADING = frozenset({Gap.NOTHING, Gap.OTHER, Gap.DIGITS, Gap.SCALED, Gap.MULTIPLIED, Gap.SIGN, Gap.MINUS})
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


def kind_of_format(code: str, value: Decimal = Decimal(1)) -> FormatKind:
    """Return what a value is shown as by a format's code: `0.0%`, `dd/mm/yyyy`, `# ##0`.

    The section that applies to the value counts.
    """
    section = _section(code, value)
    return FormatKind.NUMBER if section is None else section.kind


def display(value: Decimal, code: str) -> Display:
    """Return what a cell shows that holds a number.

    Args:
        value: the number as the workbook holds it; of 55 %, 0.55.
        code: the code of the number format.
    """
    plain = plain_figure(value)
    if code.casefold() == GENERAL.casefold() or code == "@":
        return Display(plain)
    section = _section(code, value)
    if section is None or section.is_unknown or (section.condition and value < 0):
        return Display("", Gap.UNKNOWN, reason=Gap.UNKNOWN.value.format(code=code[:60]))
    return _judged(section, value)


class _Part(Struct, frozen=True):
    """A piece of a section."""

    kind: str
    """`digit`, `point`, `group`, `literal`, `space`, `percent`, `exponent`, `general`, `currency` or `date`."""
    text: str = ""


class _Section(Struct, frozen=True):
    """One section of a format."""

    parts: tuple[_Part, ...]
    condition: tuple[str, Decimal] | None = None
    scale: int = 0
    """How often the number is divided by 1,000."""
    shows_minus: bool = True
    """Whether a minus sign is put before negative numbers."""
    is_unknown: bool = False

    @property
    def kind(self) -> FormatKind:
        kinds = {part.kind for part in self.parts}
        if "percent" in kinds:
            return FormatKind.PERCENT
        return FormatKind.DATE if "date" in kinds else FormatKind.NUMBER


# ---- reading a code ---------------------------------------------------------------------------------------------


def _section(code: str, value: Decimal) -> _Section | None:
    """Return the section that applies to a value; None where none does."""
    sections = _sections(code)
    if any(section.condition for section in sections):
        return next((one for one in sections if _meets(one.condition, value, sections)), None)
    if value == 0 and len(sections) > 2:  # noqa: PLR2004 - positive; negative; zero
        return sections[2]
    return sections[1] if value < 0 and len(sections) > 1 else sections[0]


def _meets(condition: tuple[str, Decimal] | None, value: Decimal, sections: Sequence[_Section]) -> bool:
    if condition is None:  # a section without a condition beside others with one: what is left over
        return not any(one.condition and _meets(one.condition, value, ()) for one in sections)
    sign, bound = condition
    return {
        "<": value < bound,
        ">": value > bound,
        "<=": value <= bound,
        ">=": value >= bound,
        "=": value == bound,
        "<>": value != bound,
    }[sign]


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    """Return the sections of a code; the fourth is for text."""
    parts: list[list[_Part]] = [[]]
    conditions: list[tuple[str, Decimal] | None] = [None]
    for token in _TOKEN.finditer(code[:_LONGEST_CODE]):
        if token["sign"] == ";":
            parts.append([])
            conditions.append(None)
        elif token["bracket"] is not None and (found := _CONDITION.fullmatch(token["bracket"])):
            conditions[-1] = (found[1], Decimal(found[2]))
        else:
            parts[-1] += _parts(token)
    kept = list(zip(parts, conditions, strict=True))[: _MOST_SECTIONS - 1]
    has_conditions = any(conditions)
    return tuple(
        _scaled_section(tuple(one), condition, shows_minus=index != 1 or has_conditions)
        for index, (one, condition) in enumerate(kept)
    )


def _parts(token: re.Match[str]) -> Iterator[_Part]:
    """Yield what one token of a code stands for."""
    sign = token["sign"]
    if token["text"] is not None or token["escaped"]:
        yield _Part("literal", token["text"] if token["text"] is not None else token["escaped"])
    elif token["pad"]:
        yield _Part("space", " ")
    elif token["general"]:
        yield _Part("general")
    elif token["exponent"]:
        yield _Part("exponent", token["exponent"])
    elif token["clock"] or (token["bracket"] and _ELAPSED.fullmatch(token["bracket"])) or sign in _DATE_SIGNS:
        yield _Part("date")
    elif token["bracket"] and (currency := _CURRENCY.fullmatch(token["bracket"])):
        yield _Part("currency", currency[1])
    elif sign in _DIGITS:
        yield _Part("digit", sign)
    elif sign:
        yield _Part({".": "point", ",": "group", "%": "percent", "/": "fraction"}.get(sign, "literal"), sign)


def _scaled_section(parts: tuple[_Part, ...], condition: tuple[str, Decimal] | None, *, shows_minus: bool) -> _Section:
    """Return a section with its scale: commas divide after the last digit before the point, or the last of all."""
    digits = [index for index, part in enumerate(parts) if part.kind == "digit"]
    points = [index for index, part in enumerate(parts) if part.kind == "point"]
    whole = [index for index in digits if not points or index < points[0]]
    scaling = {
        index
        for index, part in enumerate(parts)
        if part.kind == "group"
        and digits
        and (index > digits[-1] or (whole and points and whole[-1] < index < points[0]))
    }
    kept = tuple(part for index, part in enumerate(parts) if index not in scaling)
    kinds = [part.kind for part in kept]
    is_engineering = "exponent" in kinds and len(whole) > 1
    unknown = "fraction" in kinds and "date" not in kinds and bool(digits)
    return _Section(kept, condition, len(scaling), shows_minus, unknown or is_engineering or len(points) > 1)


# ---- showing a value --------------------------------------------------------------------------------------------


def _judged(section: _Section, value: Decimal) -> Display:
    """Return what a section shows of a value, and how far that is from the value."""
    percent = sum(part.kind == "percent" for part in section.parts)
    scaled = abs(value) * 100**percent / _THOUSAND**section.scale
    digits, says = _digits(section, scaled)
    is_negative = value < 0
    text = _text(section, _spread(section, digits) if _breaks_digits(section) else digits)
    if is_negative and section.shows_minus and text:
        text = f"-{text}"
    words = _words(section)
    signed = not is_negative or says == 0 or any(sign in text for sign in "-−–(")
    gap = _gap(section, words, is_exact=says == scaled, shows=text, signed=signed, value=value)
    reason = gap.value.format(words=words, factor=f"{1000**section.scale:,}", code="") if gap else ""
    return Display(text, gap, words, reason)


def _gap(section: _Section, words: str, *, is_exact: bool, shows: str, signed: bool, value: Decimal) -> Gap | None:
    if not shows:
        return Gap.NOTHING
    if not any(part.kind in {"digit", "general"} for part in section.parts):
        return None if value == 0 and shows.strip("-–—− ") == "" else Gap.OTHER
    if any(category(character).startswith("N") for character in words) or _breaks_digits(section):
        return Gap.DIGITS
    if section.scale:
        return Gap.SCALED
    if _SCALE_WORDS.search(words) or "‰" in words:
        return Gap.MULTIPLIED
    if not signed:
        return Gap.SIGN
    if value > 0 and _LIKE_NEGATIVE.search(shows):
        return Gap.MINUS
    if not is_exact:
        return Gap.ROUNDED
    return Gap.WORDS if any(character.isalnum() or character in "*~<>≈±%" for character in words) else None


def _breaks_digits(section: _Section) -> bool:
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


def _spread(section: _Section, digits: str) -> str:
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


def _end(section: _Section) -> int:
    """Return where the decimals of a section begin, or where it ends."""
    kinds = [part.kind for part in section.parts]
    return kinds.index("point") if "point" in kinds else len(kinds)


def _words(section: _Section) -> str:
    """Return the text that a section puts beside the digits, without currencies."""
    return "".join(part.text for part in section.parts if part.kind == "literal").strip()


def _digits(section: _Section, scaled: Decimal) -> tuple[str, Decimal]:
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


def _grouped(section: _Section, whole: str) -> str:
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


def _up_to_point(section: _Section) -> Sequence[_Part]:
    """Return the parts from the first digit to the last one before the point."""
    places = [index for index in range(_end(section)) if section.parts[index].kind == "digit"]
    return section.parts[places[0] : places[-1] + 1] if places else ()


def _text(section: _Section, digits: str) -> str:
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
