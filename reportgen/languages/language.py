"""What a language package gives: one `Language`, made of wording (data) and a few rules (functions).

`load("en")` finds the package of that name. Number symbols and plural rules come from CLDR through Babel, which is
imported with the first language.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from reportgen.languages.patterns import Patterns
from reportgen.model import Period

if TYPE_CHECKING:
    from reportgen.languages.naming import Naming
    from reportgen.languages.tabling import Tabling

LANGUAGES = ("en", "fr")
"""The languages that have a package."""
_NARROW = "\u202f"


class Verb(Struct, frozen=True):
    """A verb of change."""

    rises: bool
    past: str
    """`increased`"""
    participle: str
    """`risen`, after "having"."""
    noun: str
    """`a decrease`, with its article."""


class Multiple(Protocol):
    """A verb for a change to so many times, or to one of so many parts."""

    def __call__(self, times: int, how: str, *, rises: bool) -> str | None:
        """`more than doubled`, `nearly halved`; None where the language has no such verb."""


class Language(Struct, frozen=True):
    """Everything that narrative knows of one language."""

    tag: str
    patterns: Patterns
    verbs: Mapping[str, Verb]
    """By the names that an author writes; the first of each direction is the usual one."""
    cardinal: Callable[[int], str | None]
    """A whole number in words; None where the language does not write it in words."""
    words_up_to: int
    """The largest number that opens a sentence in words."""
    ordinal: Callable[[int], str]
    opening_ordinal: Callable[[int], str]
    period: Callable[[Period], str]
    """A period by itself: `2020–2023`, `the first half of 2023`."""
    opening_period: Callable[[Period], str]
    """The same where it opens a sentence: `The period 2020–2023`."""
    when: Callable[[Period], str]
    """A period as a time: `in 2023`, `in the period 2018–2022`."""
    date: Callable[[dt.date], str]
    """A day: `5 June 2022`."""
    as_at: Callable[[Period], str]
    """The date of a stock: `as at January 2024`, `as at the end of 2023`."""
    abbreviations: frozenset[str]
    """Words whose full stop ends no sentence."""
    opens_with_period: re.Pattern[str]
    """An item of a list that opens with its year."""
    zero_is_bare: Callable[[str], bool]
    """Whether a zero stands alone (`none`) before the text that follows it, or counts a noun in it (`no`)."""
    fold: Callable[[str, str], str]
    """A figure and a direction word as `a 2.5-fold decrease`."""
    agreed: Callable[[str, bool], str]
    """A verb given by an author in the plural, for one or for more."""
    multiple: "Multiple"
    fraction: Callable[[tuple[int, int], str], str]
    """A simple fraction and how near the value is: `one third`, `nearly half`."""
    by_fraction: Callable[[tuple[int, int], str], str]
    """The same after a verb of change: `by one third`."""
    naming: "Naming"
    """How generated sentences call what an indicator counts."""
    tabling: "Tabling"
    """How the tables of an annex are worded."""


class Cldr(Struct, frozen=True):
    """What CLDR knows of a language."""

    group: str
    decimal: str
    is_one: Callable[[Decimal], bool]


@lru_cache
def load(tag: str) -> Language:
    """The language of a tag.

    Raises:
        ValueError: for a language without a package.
    """
    if tag not in LANGUAGES:
        raise ValueError(f"no language package for {tag}")
    language: Language = import_module(f"reportgen.languages.{tag}.language").LANGUAGE
    return language


@lru_cache
def cldr(tag: str) -> Cldr:
    """Number symbols and plural rule of a language, from CLDR."""
    from babel.core import Locale  # noqa: PLC0415 - 40 ms, only where something is written

    locale = Locale.parse(tag)
    symbols = locale.number_symbols["latn"]
    rule = locale.plural_form
    # Word justifies a narrow no-break space badly, and United Nations documents use the full one.
    group = symbols["group"].replace(_NARROW, "\u00a0")
    return Cldr(group, symbols["decimal"], lambda value: rule(value) == "one")
