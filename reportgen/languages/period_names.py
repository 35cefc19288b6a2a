"""How periods and days are called: patterns of a language, by the kind of the period, and one mechanism for all."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from reportgen.document.wording import say
from reportgen.languages.words import capital
from reportgen.model import Period

Kind = Literal["year", "span", "half", "quarter", "month", "months", "long"]
"""A calendar year, several years, a half, a quarter, a month, months of one year, months over the end of a year."""


class PeriodNames(Struct, frozen=True, kw_only=True):
    """The patterns of a language; `{name}` is the period by itself, `{nth}` its half or quarter."""

    months: Sequence[str]
    months_of: Sequence[str] = ()
    """As a date has them, where that is another form: `{month_of}`."""
    months_in: Sequence[str] = ()
    """After "in", where that is another form: `{month_in}`."""
    halves: tuple[str, str]
    quarters: tuple[str, str, str, str]
    name: Mapping[Kind, str]
    listed: Mapping[Kind, str] = {}
    """By itself within the wording of the language, where that is another form."""
    opening: Mapping[Kind, str]
    """Where it opens a sentence; left out: its name with a capital."""
    times: Mapping[Kind, str]
    """As a time: `in 2023`; every kind."""
    dates: Mapping[Kind, str]
    """As the date of a stock: `as at the end of 2023`; every kind."""
    day: str
    """{day} {month_of} {year}"""
    first_day: str = "1"
    """How the first of a month is written."""

    def period_name(self, period: Period) -> str:
        """Return a period by itself: `2023`, `2020–2023`, `the first half of 2023`, `May 2023`."""
        return self._filled(self.name, period)

    def listed_period(self, period: Period) -> str:
        """Return a period as the wording of the language names it: `2023`, but `2023 год` in Russian."""
        return self._filled(self.listed or self.name, period)

    def opening_period(self, period: Period) -> str:
        """Return a period where it opens a sentence: `The year 2023`, `The first half of 2023`."""
        name = self.period_name(period)
        return self._filled(self.opening, period) if kind_of(period) in self.opening else capital(name)

    def when(self, period: Period) -> str:
        """Return a period as a time: `in 2023`, `in the period 2018–2022`."""
        return self._filled(self.times, period)

    def as_at(self, period: Period) -> str:
        """Return the date of a stock: `as at January 2024`, `as at the end of 2023`."""
        return self._filled(self.dates, period)

    def date_name(self, day: dt.date) -> str:
        """Return a day, kept with its month: `5 June 2022` (UN Editorial Manual, "Numbers, dates and time")."""
        number = self.first_day if day.day == 1 else str(day.day)
        month = (self.months_of or self.months)[day.month - 1]
        return say(self.day, day=number, month=month, number=day.month, year=day.year)

    def _filled(self, patterns: Mapping[Kind, str], period: Period) -> str:
        (year, month), (end_year, end_month) = period.start, period.end
        kind = kind_of(period)
        nth = self.halves[period.half - 1] if period.half else ""
        return patterns[kind].format(
            name="" if patterns in (self.name, self.listed) else self.period_name(period),
            nth=self.quarters[period.quarter - 1] if period.quarter else nth,
            year=year,
            end_year=end_year,
            month=self.months[month - 1],
            end_month=self.months[end_month - 1],
            month_of=(self.months_of or self.months)[month - 1],
            end_month_of=(self.months_of or self.months)[end_month - 1],
            month_in=(self.months_in or self.months)[month - 1],
        )


def kind_of(period: Period) -> Kind:
    """Return what kind of period it is, as languages tell them apart."""
    if period.is_year:
        return "year"
    if period.is_span:
        return "span"
    if period.half:
        return "half"
    if period.quarter:
        return "quarter"
    if period.months == 1:
        return "month"
    return "months" if period.start[0] == period.end[0] else "long"


def every_kind(usual: str, **others: str) -> dict[Kind, str]:
    """Return a pattern for every kind of period: the usual one but for those named."""
    kinds: tuple[Kind, ...] = ("year", "span", "half", "quarter", "month", "months", "long")
    return {kind: others.get(kind, usual) for kind in kinds}
