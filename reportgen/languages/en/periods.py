"""How periods are called in English."""

import datetime as dt

from reportgen.languages.en.months import MONTHS
from reportgen.model import Period

_HALVES = ("first", "second")
_QUARTERS = ("first", "second", "third", "fourth")


def period_name(period: Period) -> str:
    """Return a period by itself: `2023`, `2020–2023`, `the first half of 2023`, `May 2023`, `January–May 2023`."""
    (year, month), (end_year, end_month) = period.start, period.end
    if period.is_year:
        return str(year)
    if period.is_span:
        return f"{year}–{end_year}"
    if period.half:
        return f"the {_HALVES[period.half - 1]} half of {year}"
    if period.quarter:
        return f"the {_QUARTERS[period.quarter - 1]} quarter of {year}"
    if period.months == 1:
        return f"{MONTHS[month - 1]} {year}"
    if year == end_year:
        return f"{MONTHS[month - 1]}–{MONTHS[end_month - 1]} {year}"
    return f"the period from {MONTHS[month - 1]} {year} to {MONTHS[end_month - 1]} {end_year}"


def opening_period(period: Period) -> str:
    """Return a period where it opens a sentence: `The year 2023`, `The period 2020–2023`, `The first half of 2023`."""
    name = period_name(period)
    if period.is_year:
        return f"The year {name}"
    return f"The period {name}" if period.is_span else name[0].upper() + name[1:]


def when(period: Period) -> str:
    """Return a period as a time: `in 2023`, `in the period 2018–2022`, `in the first half of 2023`."""
    return f"in the period {period_name(period)}" if period.is_span else f"in {period_name(period)}"


def as_at(period: Period) -> str:
    """Return the date of a stock: `as at January 2024`, `as at the end of 2023`."""
    return f"as at {period_name(period)}" if period.months == 1 else f"as at the end of {period_name(period)}"


def date_name(day: dt.date) -> str:
    """Return `5 June 2022`, the day kept with its month (UN Editorial Manual, "Numbers, dates and time")."""
    return f"{day.day}\u00a0{MONTHS[day.month - 1]} {day.year}"
