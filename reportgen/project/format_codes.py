"""Read the code of a number format: its sections, and which of them applies to a number or to a text.

ECMA-376 Part 1, 18.8.30 and 18.8.31.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from functools import lru_cache

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
_WHITE = frozenset({"white", "color2"})
"""What makes a section white (18.8.31); the second of the colours that are numbered is white, too."""
_CURRENCY = regex(r"\$(.*?)(?:-[0-9A-Fa-f]*)?", re.DOTALL)
_DIGITS = frozenset("0#?")


class FormatKind(Enum):
    """What a number is shown as."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


def kind_of_format(code: str, value: Decimal = Decimal(1)) -> FormatKind:
    """Return what a value is shown as by a format's code: `0.0%`, `dd/mm/yyyy`, `# ##0`.

    The section that applies to the value counts.
    """
    section = section_for(code, value)
    return FormatKind.NUMBER if section is None else section.kind


class FormatPart(Struct, frozen=True):
    """A piece of a section."""

    kind: str
    """`digit`, `point`, `group`, `literal`, `space`, `percent`, `exponent`, `general`, `currency`, `date` or `white`:
    the colour."""
    text: str = ""


class FormatSection(Struct, frozen=True):
    """One section of a format."""

    parts: tuple[FormatPart, ...]
    condition: tuple[str, Decimal] | None = None
    scale: int = 0
    """How often the number is divided by 1,000."""
    shows_minus: bool = True
    """Whether a minus sign is put before negative numbers."""
    is_unknown: bool = False

    @property
    def kind(self) -> FormatKind:
        """What a number is shown as by this section."""
        kinds = {part.kind for part in self.parts}
        if "percent" in kinds:
            return FormatKind.PERCENT
        return FormatKind.DATE if "date" in kinds else FormatKind.NUMBER


def section_for(code: str, value: Decimal) -> FormatSection | None:
    """Return the section that applies to a value; None where none does."""
    sections = _sections(code)
    if any(section.condition for section in sections):
        return next((section for section in sections if _meets(section.condition, value, sections)), None)
    if value == 0 and len(sections) > 2:  # noqa: PLR2004 - positive; negative; zero
        return sections[2]
    return sections[1] if value < 0 and len(sections) > 1 else sections[0]


def _meets(condition: tuple[str, Decimal] | None, value: Decimal, sections: Sequence[FormatSection]) -> bool:
    if condition is None:  # a section without a condition beside others with one: what is left over
        return not any(section.condition and _meets(section.condition, value, ()) for section in sections)
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
def _sections(code: str) -> tuple[FormatSection, ...]:
    """Return the sections of a code; the fourth is for text."""
    parts: list[list[FormatPart]] = [[]]
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


@lru_cache(maxsize=512)
def text_section(code: str) -> tuple[str, ...] | None:
    """Return the pieces of the section for text, a single `@` for the text itself; None where there is no section."""
    sections: list[list[str]] = [[]]
    for token in _TOKEN.finditer(code[:_LONGEST_CODE]):
        if token["sign"] == ";":
            sections.append([])
        else:
            sections[-1] += [part.text for part in _parts(token)]
    with_text = [section for section in sections if "@" in section] + sections[_MOST_SECTIONS - 1 : _MOST_SECTIONS]
    return tuple(with_text[0]) if with_text else None


def _parts(token: re.Match[str]) -> Iterator[FormatPart]:
    """Yield what one token of a code stands for."""
    sign = token["sign"]
    if token["text"] is not None or token["escaped"]:
        yield FormatPart("literal", token["text"] if token["text"] is not None else token["escaped"])
    elif token["pad"]:
        yield FormatPart("space", " ")
    elif token["fill"] and token["fill"].isdigit():  # as often as there is room for it
        yield FormatPart("literal", token["fill"])
    elif token["general"]:
        yield FormatPart("general")
    elif token["exponent"]:
        yield FormatPart("exponent", token["exponent"])
    elif token["clock"] or sign in _DATE_SIGNS:
        yield FormatPart("date")
    elif token["bracket"]:
        yield from _bracket(token["bracket"])
    elif sign in _DIGITS:
        yield FormatPart("digit", sign)
    elif sign:
        yield FormatPart({".": "point", ",": "group", "%": "percent", "/": "fraction"}.get(sign, "literal"), sign)


def _bracket(text: str) -> Iterator[FormatPart]:
    """Yield what a text in brackets stands for; colours but white, and conditions, say nothing."""
    if _ELAPSED.fullmatch(text):
        yield FormatPart("date")
    elif currency := _CURRENCY.fullmatch(text):
        yield FormatPart("currency", currency[1])
    elif text.casefold() in _WHITE:
        yield FormatPart("white")


def _scaled_section(
    parts: tuple[FormatPart, ...], condition: tuple[str, Decimal] | None, *, shows_minus: bool
) -> FormatSection:
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
    return FormatSection(kept, condition, len(scaling), shows_minus, unknown or is_engineering or len(points) > 1)
