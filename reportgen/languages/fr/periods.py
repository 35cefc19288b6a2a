"""How periods are called in French."""

import datetime as dt

from reportgen.model import Period

_MONTHS_TEXT = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MONTHS = _MONTHS_TEXT.split()
_HALVES = ("premier", "second")
_QUARTERS = ("premier", "deuxième", "troisième", "quatrième")


def period_name(period: Period) -> str:
    """Return a period by itself: `2023`, `2020-2023`, `le premier semestre de 2023`, `mai 2023`."""
    (year, month), (end_year, end_month) = period.start, period.end
    if period.is_year:
        return str(year)
    if period.is_span:
        return f"{year}-{end_year}"
    if period.half:
        return f"le {_HALVES[period.half - 1]} semestre de {year}"
    if period.quarter:
        return f"le {_QUARTERS[period.quarter - 1]} trimestre de {year}"
    if period.months == 1:
        return f"{MONTHS[month - 1]} {year}"
    if year == end_year:
        return f"la période de {MONTHS[month - 1]} à {MONTHS[end_month - 1]} {year}"
    return f"la période de {MONTHS[month - 1]} {year} à {MONTHS[end_month - 1]} {end_year}"


def opening_period(period: Period) -> str:
    """Return a period where it opens a sentence: `L’année 2023`, `La période 2020-2023`."""
    name = period_name(period)
    if period.is_year:
        return f"L’année {name}"
    return f"La période {name}" if period.is_span else name[0].upper() + name[1:]


def when(period: Period) -> str:
    """Return a period as a time: `en 2023`, `au cours de la période 2018-2022`, `au premier semestre de 2023`."""
    name = period_name(period)
    if period.is_span:
        return f"au cours de la période {name}"
    if name.startswith("le "):
        return f"au {name.removeprefix('le ')}"
    return f"au cours de {name}" if name.startswith("la ") else f"en {name}"


def as_at(period: Period) -> str:
    """Return the date of a stock: `en janvier 2024`, `à la fin de 2023`."""
    name = period_name(period)
    if period.months == 1:
        return f"en {name}"
    return f"à la fin du {name.removeprefix('le ')}" if name.startswith("le ") else f"à la fin de {name}"


def date_name(day: dt.date) -> str:
    """Return `5 juin 2022`, `1er juin 2022`, the day kept with its month."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{MONTHS[day.month - 1]} {day.year}"
