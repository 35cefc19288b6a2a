"""What a language package gives: one `Language`, made of wording (data) and a few rules (functions).

`load("en")` finds the package of that name. Number symbols and plural rules are those of CLDR.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from importlib import import_module
from typing import Protocol, get_args

from msgspec import Struct

from reportgen.languages.change_words import ChangeWords
from reportgen.languages.label_rules import LabelRules
from reportgen.languages.patterns import Patterns
from reportgen.languages.period_names import PeriodNames
from reportgen.model import Period
from reportgen.model.report import ReportLanguage

LANGUAGES: tuple[str, ...] = get_args(ReportLanguage)
"""The languages that have a package."""
_OFFICIAL = {"ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian", "zh": "Chinese"}
NAMES = {tag: _OFFICIAL.get(tag, tag) for tag in LANGUAGES}
"""What the official languages of the United Nations are called in English; any other by its tag."""
_MILLION_POWER = 6
PARTS = ("wording", "numerals", "periods", "labels")
"""The modules of each package. For a field of `Language` they hold a function, data by its name in capitals, or the
words of a mechanism that has a method of that name."""
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
    repeated: str | None = None
    """`увеличивалось`: the past of what happened every year; None: the same as `past`."""
    to: str = ""
    """`增至`: what stands between the two values, where the language tells the direction there."""


class Multiple(Protocol):
    """A verb for a change to so many times, or to one of so many parts."""

    def __call__(self, times: int, how: str, *, rises: bool) -> str | None:
        """Return `more than doubled`, `nearly halved`; None where the language has no such verb."""


def _in_figures(number: int) -> None:
    """Leave all numbers to figures."""
    del number


def _always(before: str, following: str) -> bool:
    """Write nothing as a number wherever it stands."""
    del before, following
    return True


def _never(before: str, following: str) -> bool:
    """Write nothing with one word wherever it stands alone."""
    del before, following
    return False


class Language(Struct, frozen=True, kw_only=True):
    """Everything that sentences need of one language."""

    tag: str
    patterns: Patterns
    verbs: Mapping[str, Verb]
    """By the names that an author writes; the first of each direction is the usual one."""
    cardinal: Callable[[int], str | None] = _in_figures
    """A whole number in words; None where the language does not write it in words."""
    ordinal: Callable[[int], str]
    opening_ordinal: Callable[[int], str]
    period_name: Callable[[Period], str]
    """A period by itself: `2020–2023`, `the first half of 2023`."""
    listed_period: Callable[[Period], str]
    """The same within the wording of the language: `2023`, but `2023 год` in Russian."""
    opening_period: Callable[[Period], str]
    """The same where it opens a sentence: `The period 2020–2023`."""
    when: Callable[[Period], str]
    """A period as a time: `in 2023`, `in the period 2018–2022`."""
    says_when: re.Pattern[str]
    """A time with its year in prose, and as second group the last year of several: `au cours de 2022`."""
    says_side: re.Pattern[str]
    """The year before, after, since or until which something was, each a group: `avant 2022`, `depuis 2022`."""
    says_beside: re.Pattern[str]
    """The year before and the year after the one named last, each a group: `l’année précédente`, `l’année suivante`."""
    says_since: re.Pattern[str]
    """The year of what was adopted or began, since which something was: `depuis l’adoption de la loi en 2022`."""
    numbered: re.Pattern[str]
    """A name with its number, or several: `articles 14 et 15`, `№ 123`; what it numbers changes with no data."""
    date_name: Callable[[dt.date], str]
    """A day: `5 June 2022`."""
    as_at: Callable[[Period], str]
    """The date of a stock: `as at January 2024`, `as at the end of 2023`."""
    abbreviations: frozenset[str]
    """Words whose full stop ends no sentence."""
    opens_with_period: re.Pattern[str]
    """An item of a list that opens with its year."""
    zero_is_bare: Callable[[str, str], bool] = _always
    """Whether a zero between two texts of its sentence stands alone (`none`), or counts a noun of the second (`no`)."""
    zero_is_value: Callable[[str, str], bool] = _never
    """Whether the texts around a zero say that it is what a number came to: `The number of cases fell to zero`."""
    fold: Callable[[str, str], str]
    """A figure and a direction word as `a 2.5-fold decrease`."""
    singular_verbs: Mapping[str, str]
    """Verbs for one by those for more: `was` by `were`."""
    multiple: Multiple
    fraction: Callable[[tuple[int, int], str], str]
    """A simple fraction and how near the value is: `one third`, `nearly half`."""
    by_fraction: Callable[[tuple[int, int], str], str]
    """The same after a verb of change: `by one third`."""

    # ---- names of what is counted ----
    number_of: Callable[[str], str]
    """A label as what is counted: `the number of complaints`."""
    quantity: Callable[[str], str]
    """A label as what is measured: `the proportion of women`, `HIV prevalence`."""
    without_number: Callable[[str], str]
    """A label without "number of" before it: `complaints`."""
    of: Callable[[str], str]
    """A label after "of": `of complaints`."""
    has_noun: Callable[[str, str], bool]
    """Whether a label has the words of a noun: "complaints of torture" those of "complaints"."""
    are_persons: Callable[[str], bool]
    """Whether a label or a noun names persons."""
    are_kinds: Callable[[str, str], bool]
    """Whether parts, by a label, may be called what a longer one counts: women are no complaints."""
    is_amount: Callable[[str], bool]
    """Whether a label says itself that it is an amount."""
    who: Callable[[str, str], str | None]
    """What a longer label says of those of a shorter one: `received compensation`; None: it says nothing so."""

    plain: Callable[[str], str]
    """A label as it stands within a sentence: no stop, and a small letter first unless it is a name."""
    counted: Callable[[str, str, str], str | None]
    """The noun for one and for more as it stands behind a number of a plural category; None: it is not known."""
    plural: Callable[[str, str, str], str]
    """A label in the plural, where it is the singular of a unit; takes the unit for one and for more."""
    is_measured: Callable[[str], bool]
    """Whether a unit measures and does not count: hours, hectares."""
    reason: Callable[[str], str]
    """Why figures are not comparable, as it follows "those of earlier years"."""
    part_noun: Callable[[str], tuple[str, str]]
    """The label of a part for one and for more, as it stands within a sentence."""
    part_form: Callable[[str], str]
    """Of the label of a part: `after` (stands behind a number, one verb for all), `noun`, `name` or another `word`."""
    indefinite: Callable[[str], str]
    """A noun for one with its article."""
    done: Callable[[str], tuple[str, str] | None]
    """A label that ends in a participle, and the participle; None: it does not."""
    has_clause: Callable[[str], bool]
    """Whether a label has a clause of its own."""


class Cldr(Struct, frozen=True):
    """What CLDR knows of a language."""

    group: str
    decimal: str
    category: Callable[[Decimal], str]
    """The plural category of a number without its sign: `one`, `few`, `many`, `other`."""

    def form(self, forms: Mapping[str, str], value: Decimal) -> str:
        """Return the wording for a number; forms have `other` at least."""
        return forms.get(self.category(abs(value)), forms["other"])


def _in_english(value: Decimal) -> str:
    return "one" if value == 1 and "." not in f"{value:f}" else "other"


def is_round_million(value: Decimal) -> bool:
    """Return whether a number is one or more whole millions, without decimals, however large it is."""
    digits, exponent = value.as_tuple().digits, int(value.as_tuple().exponent)
    written = "".join(map(str, digits))
    return value != 0 and exponent >= 0 and exponent + len(written) - len(written.rstrip("0")) >= _MILLION_POWER


def _in_french(value: Decimal) -> str:
    return "many" if is_round_million(value) else "one" if int(value) in {0, 1} else "other"


def _in_spanish(value: Decimal) -> str:
    return "many" if is_round_million(value) else "one" if value == 1 else "other"


def _in_russian(value: Decimal) -> str:
    if "." in f"{value:f}":
        return "other"
    tens, ones = divmod(int(value) % 100, 10)
    if tens != 1 and ones == 1:
        return "one"
    return "few" if tens != 1 and ones in {2, 3, 4} else "many"


def _in_arabic(value: Decimal) -> str:
    if value != int(value):
        return "other"
    if value in _SAID_BY_THE_NOUN:
        return _SAID_BY_THE_NOUN[int(value)]
    rest = int(value) % 100
    return "few" if rest in _FEW_IN_ARABIC else "many" if rest > _FEW_IN_ARABIC[-1] else "other"


_SAID_BY_THE_NOUN = {0: "zero", 1: "one", 2: "two"}
_FEW_IN_ARABIC = range(3, 11)
_KNOWN = {
    "en": Cldr(",", ".", _in_english),
    "fr": Cldr("\u00a0", ",", _in_french),
    "es": Cldr(".", ",", _in_spanish),
    "zh": Cldr(",", ".", lambda _: "other"),
    "ru": Cldr("\u00a0", ",", _in_russian),
    "ar": Cldr("\u00a0", ".", _in_arabic),
}
"""What CLDR says of the languages that have a package; to load Babel and its data of one takes 50 ms. In Arabic the
United Nations part thousands with a space, not with CLDR's comma."""


@lru_cache
def load(tag: str) -> Language:
    """Return the language of a tag.

    Raises:
        TypeError: its package lacks the function or the data of a name.
        ValueError: it has no package.
    """
    if tag not in LANGUAGES:
        raise ValueError(f"no language package for {tag}")
    modules = [import_module(f"reportgen.languages.{tag}.{part}") for part in PARTS]
    names = {
        name.lower() if name.isupper() else name: value for module in modules for name, value in vars(module).items()
    }
    given = [value for value in names.values() if isinstance(value, ChangeWords | LabelRules | PeriodNames)]
    fields = Language.__struct_fields__[1:]
    names |= {field: getattr(one, field) for one in given for field in fields if hasattr(one, field)}
    return Language(tag=tag, **{field: names[field] for field in fields if field in names})


def cldr(tag: str) -> Cldr:
    """Number symbols and plural rule of a language."""
    return _KNOWN.get(tag) or read_cldr(tag)


@lru_cache
def read_cldr(tag: str) -> Cldr:
    """Return number symbols and plural rule of a language from CLDR itself; those of English where it has none."""
    from babel.core import Locale, UnknownLocaleError  # 50 ms, only for languages not among those known

    try:
        locale = Locale.parse(tag)
    except UnknownLocaleError:
        return _KNOWN["en"]
    symbols = locale.number_symbols["latn"]
    rule = locale.plural_form
    # Word justifies a narrow no-break space badly, and United Nations documents use the full one.
    group = symbols["group"].replace(_NARROW, "\u00a0")
    return Cldr(group, symbols["decimal"], rule)
