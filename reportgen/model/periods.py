"""Periods: a year, a span of years, a part of a year, a month.

Every period is a run of whole months. Written forms: `2023`, `2020-2023`, `2023-H1`, `2023-Q2`, `2023-05`,
`2023-01/2023-05`; an en dash does for the hyphen.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reportgen.limits import FIRST_YEAR, LAST_YEAR
from reportgen.regex import regex

if TYPE_CHECKING:  # what only reads prose compares periods, and never loads pydantic, which takes longer than all else
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import core_schema

_MONTHS = 12
_FORMS = regex(
    r"(?P<year>\d{4})"
    r"(?:-(?P<last>\d{4})|-H(?P<half>[12])|-Q(?P<quarter>[1-4])"
    r"|-(?P<month>\d{2})(?:/(?P<end_year>\d{4})-(?P<end_month>\d{2}))?)?",
    re.ASCII,
)
PATTERN = r"^\d{4}(-\d{4}|-H[12]|-Q[1-4]|-\d{2}(/\d{4}-\d{2})?)?$"
"""The written forms, for JSON Schema."""


class Period(Struct, frozen=True):
    """A run of whole months, from the first to the last inclusive, each as (year, month)."""

    start: tuple[int, int]
    end: tuple[int, int]

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """Return the whole of a year."""
        return cls((year, 1), (year, _MONTHS))

    @classmethod
    def parse(cls, written: str | int) -> "Period":
        """Read one of the written forms.

        Raises:
            ValueError: with words for the user, where it is none of them.
        """
        return _parse(str(written).strip().replace("–", "-"))

    @property
    def months(self) -> int:
        """Return its length in months."""
        return (self.end[0] - self.start[0]) * _MONTHS + self.end[1] - self.start[1] + 1

    @property
    def is_year(self) -> bool:
        """Return whether it is one whole calendar year."""
        return self.start[1] == 1 and self.months == _MONTHS

    @property
    def is_span(self) -> bool:
        """Return whether it is several whole calendar years."""
        return self.start[1] == 1 and self.end[1] == _MONTHS and self.end[0] > self.start[0]

    @property
    def is_part(self) -> bool:
        """Return whether it is neither a year nor a span of years: a month, a quarter, a half, some months."""
        return not (self.is_year or self.is_span)

    @property
    def half(self) -> int | None:
        """1 or 2 where it is a half of a year, else None."""
        return _fraction(self, 6)

    @property
    def quarter(self) -> int | None:
        """1 to 4 where it is a quarter of a year, else None."""
        return _fraction(self, 3)

    @property
    def year(self) -> int:
        """Return the year in which it ends."""
        return self.end[0]

    @property
    def order(self) -> tuple[tuple[int, int], int]:
        """Return a key that sorts periods by time; a span counts as later than the single year that it ends with."""
        return (self.end, self.months)

    def like(self, other: "Period") -> bool:
        """Return whether figures of the two may be compared: equally long, and at the same place in their years."""
        return self.months == other.months and self.start[1] == other.start[1]

    def follows(self, other: "Period") -> bool:
        """Return whether no period of the kind of both lies between another one and this: a year, the same half."""
        (year, month), (other_year, other_month) = self.start, other.start
        return (year - other_year) * 12 + month - other_month == max(self.months, 12)

    def overlaps(self, other: "Period") -> bool:
        """Return whether the two have a month in common."""
        return self.start <= other.end and other.start <= self.end

    def __contains__(self, other: "Period") -> bool:
        return self.start <= other.start and other.end <= self.end

    def __str__(self) -> str:
        """Return the written form, with a hyphen."""
        return _written(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "core_schema.CoreSchema":
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(_validate, serialization=core_schema.to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: "core_schema.CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> dict[str, Any]:
        del schema, handler
        return {"type": "string", "pattern": PATTERN, "examples": ["2023", "2020-2023", "2023-H1", "2023-01/2023-05"]}


@lru_cache(maxsize=4096)
def _written(period: Period) -> str:
    (year, month), (end_year, end_month) = period.start, period.end
    if period.is_year:
        return str(year)
    if period.is_span:
        return f"{year}-{end_year}"
    if period.half:
        return f"{year}-H{period.half}"
    if period.quarter:
        return f"{year}-Q{period.quarter}"
    first, last = f"{year}-{month:02}", f"{end_year}-{end_month:02}"
    return first if first == last else f"{first}/{last}"


def _fraction(period: Period, months: int) -> int | None:
    """Return which half (6 months) or quarter (3) of its year a period is, or None."""
    first = period.start[1] - 1
    return first // months + 1 if period.months == months and first % months == 0 else None


def _validate(value: object) -> Period:
    """For pydantic: a Period, or a written form as text or whole number."""
    from pydantic_core import PydanticCustomError

    if isinstance(value, Period):
        return value
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        try:
            return Period.parse(value)
        except ValueError as error:
            raise PydanticCustomError("period", "{reason}", {"reason": str(error)}) from None
    raise PydanticCustomError("period", "{reason}", {"reason": "it is no period"})


@lru_cache(maxsize=4096)
def _parse(written: str) -> Period:
    match = _FORMS.fullmatch(written)
    if match is None:
        raise ValueError("it is not written as 2023, 2020-2023, 2023-H1, 2023-Q2, 2023-05 or 2023-01/2023-05")
    period = _build({name: int(text) for name, text in match.groupdict().items() if text})
    if not FIRST_YEAR <= period.start[0] <= period.end[0] <= LAST_YEAR:
        raise ValueError(f"its years do not lie between {FIRST_YEAR} and {LAST_YEAR}")
    if period.end < period.start:
        raise ValueError("it ends before it begins")
    return period


def _build(fields: dict[str, int]) -> Period:
    """Return the period of the fields that the pattern found."""
    year = fields["year"]
    for name, months in (("half", 6), ("quarter", 3)):
        if name in fields:
            last = fields[name] * months
            return Period((year, last - months + 1), (year, last))
    if "month" in fields:
        end = (fields.get("end_year", year), fields.get("end_month", fields["month"]))
        if not (1 <= fields["month"] <= _MONTHS and 1 <= end[1] <= _MONTHS):
            raise ValueError("its months do not lie between 01 and 12")
        return Period((year, fields["month"]), end)
    return Period((year, 1), (fields.get("last", year), _MONTHS))
