"""Words in the language of a workbook or an e-mail that no file of texts can hold: days, and names of States."""

import datetime as dt

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date

from reportgen.languages.ar.periods import MONTHS as _ARABIC_MONTHS

_LOCALES = {"en": "en_GB"}
"""CLDR's English alone writes “January 31, 2024”; the United Nations write “31 January 2024”."""

_YEAR = "г."
"""CLDR's Russian ends with a full stop, which would be doubled at the end of a sentence."""


def day_in_words(day: dt.date, language: str) -> str:
    """Return a day as people write it: `31 January 2024`, `31 января 2024 года`; as 2024-01-31 in unknown languages."""
    if language == "ar":  # the United Nations name both months, and CLDR one
        return f"{day.day} {_ARABIC_MONTHS[day.month - 1]} {day.year}"
    try:
        written = str(format_date(day, "long", locale=_LOCALES.get(language, language)))
    except UnknownLocaleError:
        return day.isoformat()
    written = " ".join(written.split())
    return f"{written.removesuffix(_YEAR)}года" if written.endswith(_YEAR) else written


def state_in_words(code: str, name: str, language: str) -> str:
    """Return the short name of a State, as CLDR has it; its name in report.yaml in English and where that has none.

    Args:
        code: the ISO 3166 alpha-3 code of the State.
        name: how report.yaml names it in a sentence.
        language: the code of the language.
    """
    territories = get_global("territory_aliases").get(code, [])
    if language == "en" or len(territories) != 1:
        return name
    try:
        return str(Locale(language).territories.get(territories[0], name))
    except UnknownLocaleError:
        return name
