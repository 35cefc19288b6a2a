"""Russian ordinals. Numbers are never written in words: they would have to agree in gender and case."""

from decimal import Decimal

from reportgen.languages.language import cldr

_ORDINALS = (
    "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый "
    "тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый"
).split()


def ordinal(number: int) -> str:
    """Return a place in a ranking: `62-е`."""
    return f"{number}-е"


def opening_ordinal(number: int) -> str:
    """Return the same where it opens a sentence: never a figure."""
    return f"место {number}-е"


def report_ordinal(number: int) -> str:
    """Return the number of a report in the nominative: `третий`, `21-й`."""
    return _ORDINALS[number - 1] if 1 <= number <= len(_ORDINALS) else f"{number}-й"


def report_ordinal_with(number: int) -> str:
    """Return the same in the instrumental, as in "в связи с третьим докладом": `третьим`, `21-м`."""
    if not 1 <= number <= len(_ORDINALS):
        return f"{number}-м"
    return "третьим" if number == 3 else _ORDINALS[number - 1][:-2] + "ым"  # третий alone is soft


def fold(figure: str, noun: str) -> str:
    """Return `увеличение в 2,5 раза`, `увеличение в 5 раз`."""
    value = Decimal(figure.replace("\u00a0", "").replace(",", "."))
    return f"{noun} в {figure} " + cldr("ru").form({"one": "раз", "many": "раз", "other": "раза"}, value)
