"""Russian labels as they stand in a sentence."""

import re

from reportgen.languages.label_rules import LabelRules
from reportgen.languages.ru.inflection import decimal, few, genitive, singular
from reportgen.languages.words import word_set
from reportgen.regex import regex

_COUNTED = regex(r"((общее |среднее )?(число|количество)) ", re.IGNORECASE)
"""How a label begins that brings its own genitive."""
_NEVER = regex(r"(?!)")


def _of(label: str) -> str:
    """Return `жертв` of `жертвы`; a label whose genitive is not known is quoted."""
    if counted := _COUNTED.match(label):
        return label[counted.end() :]
    found = genitive(label)
    if found is None:
        return f"по категории «{label}»"
    return f"{found}," if ", " in found else found  # the comma that closes a clause; a stop behind it takes its place


def _number_of(label: str) -> str:
    return label if _COUNTED.match(label) else "число " + _of(label)


class _Rules(LabelRules, frozen=True):
    def counted(self, one: str, other: str, category: str) -> str | None:
        """Return `дело`, `дела`, `дел`; None for a noun that cannot be inflected."""
        if category == "one":
            return one
        first, blank, rest = other.partition(" ")
        if first in {"люди", "человек"}:
            return ("человек" if category == "many" else "человека") + blank + rest
        return {"many": genitive, "few": few, "other": decimal}[category](other)

    def part_noun(self, label: str) -> tuple[str, str]:
        """Return `женщина` and `женщины`."""
        return ("человек" if label in {"люди", "человек"} else singular(label) or label), label


RULES = _Rules(
    number=_number_of,
    genitive=_of,
    counting=_NEVER,
    persons=word_set(
        "лицо лица человек люди женщины мужчины дети жертвы потерпевшие судьи заключенные беженцы мигранты"
    ),
    measures=regex(
        r"(секунд[аы]?|минут[аы]?|час(ы|ов)?|день|дн(и|ей)|недел[яи]|месяц(ы|ев)?|год(ы|ов)?|лет|метр(ы|ов)?|"
        r"километр(ы|ов)?|гектар(ы|ов)?|литр(ы|ов)?|грамм(ы|ов)?|килограмм(ы|ов)?|тонн[аы]?)( .*)?",
        re.IGNORECASE,
    ),
    behind=regex(r"(в|во|на|по|из|за|от|до|с|со|среди|без|для|при|между|под|над|у|о|об) |\d", re.IGNORECASE),
    amounts=regex(r"(общая )?(сумма|объем|размер)\b", re.IGNORECASE),
    relative=", которые ",
    because=": {words}",
    levels=_NEVER,
    articles=_NEVER,
    indicator="значение показателя «{label}»",
)
