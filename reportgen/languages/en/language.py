"""English as a value of the shape that every language has."""

from reportgen.languages.en.naming import NAMING
from reportgen.languages.en.numerals import cardinal, fold, opening_ordinal, ordinal
from reportgen.languages.en.periods import as_at, date_name, opening_period, period_name, when
from reportgen.languages.en.tabling import TABLING
from reportgen.languages.en.wording import (
    ABBREVIATIONS,
    PATTERNS,
    VERBS,
    agreed,
    by_fraction,
    fraction,
    multiple,
    zero_is_bare,
)
from reportgen.languages.language import Language
from reportgen.regex import regex

LANGUAGE = Language(
    tag="en",
    patterns=PATTERNS,
    verbs=VERBS,
    cardinal=cardinal,
    words_up_to=100,
    ordinal=ordinal,
    opening_ordinal=opening_ordinal,
    period=period_name,
    opening_period=opening_period,
    when=when,
    as_at=as_at,
    date=date_name,
    abbreviations=ABBREVIATIONS,
    opens_with_period=regex(r"in (the period )?\d{4}(–\d{4})?,"),
    zero_is_bare=zero_is_bare,
    fold=fold,
    agreed=agreed,
    multiple=multiple,
    fraction=fraction,
    by_fraction=by_fraction,
    naming=NAMING,
    tabling=TABLING,
)
