"""Values for what a text claims about numbers: quantities, periods, and claims that relate them.

All places are spans of the text that was read. Numbers are `Decimal`, never rounded: 2.2 million is 2200000, printed
to a step of 100000.
"""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from reportgen.claims.passages import Span

Month = tuple[int, int]
"""A year and a month, 1 to 12."""


class PeriodKind(StrEnum):
    """What sort of time a period is."""

    YEAR = "year"
    SPAN = "span"
    """Several whole years: `2020–2023`, `between 2018 and 2023`."""
    PART = "part"
    """Some months of a year: `the first half of 2023`, `January to May 2023`."""
    DATE = "date"
    """A day or the end of a month, at which something is counted: `as at 1 June 2023`."""
    RELATIVE = "relative"
    """Known only from the context: `the previous year`, `the past three years`."""


class StatedPeriod(Struct, frozen=True):
    """A period as written, with the months that it covers."""

    kind: PeriodKind
    text: str
    span: Span
    first: Month | None = None
    """None where it is relative."""
    last: Month | None = None
    day: int | None = None
    """Of a date."""
    years: int | None = None
    """How many years a relative period covers, where it says so."""

    @property
    def months(self) -> int:
        """Its length; 0 where it is not known, or a date."""
        if self.kind is PeriodKind.DATE:
            return 0
        if self.first is None or self.last is None:
            return 12 * (self.years or 0)
        return (self.last[0] - self.first[0]) * 12 + self.last[1] - self.first[1] + 1

    @property
    def written(self) -> str:
        """The form that project files use: `2023`, `2020-2023`, `2023-H1`, `2023-Q2`, `2023-05`, `2023-01/2023-05`.

        Empty where the months are not known.
        """
        if self.first is None or self.last is None:
            return ""
        (year, month), (end_year, end_month) = self.first, self.last
        if (month, end_month) == (1, 12):
            return f"{year}" if year == end_year else f"{year}-{end_year}"
        for name, length in (("H", 6), ("Q", 3)):
            if year == end_year and end_month - month + 1 == length and (month - 1) % length == 0:
                return f"{year}-{name}{(month - 1) // length + 1}"
        first, last = f"{year}-{month:02}", f"{end_year}-{end_month:02}"
        return first if first == last else f"{first}/{last}"

    def covers(self, other: "StatedPeriod") -> bool:
        """Return whether the other lies within it; False where either is not known."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return self.first <= other.first and other.last <= self.last


class Measure(StrEnum):
    """What a number counts."""

    COUNT = "count"
    PER_CENT = "per cent"
    POINTS = "percentage points"
    TIMES = "times"
    """A factor: `three times`, `doubled`."""
    FRACTION = "fraction"
    """`a third`, `one in three`, `half`: the value lies between 0 and 1."""
    MONEY = "money"
    RATE = "rate"
    """So many for each 1,000, 100,000, …"""
    RANK = "rank"
    """`sixty-second`, `the fortieth place`."""
    DURATION = "duration"
    """Years, months, days, hours; ages and sentences too."""


SUMMED = frozenset({Measure.COUNT, Measure.MONEY})
"""What can be added up."""
RELATIVE = frozenset({Measure.PER_CENT, Measure.FRACTION, Measure.TIMES})
"""What is of another amount."""


class Nearness(StrEnum):
    """How near the value is said to be."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    AT_LEAST = "at least"
    AT_MOST = "at most"


class Quantity(Struct, frozen=True):
    """A number with what it counts."""

    value: Decimal
    """Scaled: 2.2 million is 2200000; 21 per cent is 21; a half is 0.5."""
    text: str
    """The number as written, with its unit where one belongs to it: `T 8 billion`, `21 per cent`, `eight`."""
    span: Span
    """Of `text`."""
    measure: Measure
    step: Decimal
    """One unit of the last digit printed, scaled; 1 for `348`, 0.1 for `55.4`, 100000 for `2.2 million`."""
    nearness: Nearness = Nearness.EXACT
    upper: Decimal | None = None
    """The upper end where a range is given: `between 70 and 80 per cent`."""
    noun: str = ""
    """What is counted: `criminal cases`; empty where the text leaves it out."""
    phrase: str = ""
    """The words that follow the number and say more of it, up to the next number, period or stop: `criminal cases
    involving women and children`; a part's label."""
    unit: str = ""
    """The currency, or what a rate refers to: `T`, `$`, `100,000 inhabitants`, `months`."""
    period: StatedPeriod | None = None

    @property
    def is_exact(self) -> bool:
        """Return whether it is one number, and said to be exactly that."""
        return self.nearness is Nearness.EXACT and self.upper is None

    @property
    def end(self) -> int:
        """Where the number ends."""
        return self.span.end


class Direction(StrEnum):
    """Which way a value is said to have gone."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


class StatedPart(Struct, frozen=True):
    """One part of a total."""

    quantity: Quantity
    label: str
    """What tells the part from the others: `on grounds of sex`, `Kazakhs`, `2018`."""
    each: tuple[int, int] = (1, 1)
    """How often it counts, at least and at most: `one complaint each of …`."""


class ListForm(StrEnum):
    """How parts are given."""

    COLON = "colon"
    """`eight complaints: one …, three … and four …`"""
    BRACKETS = "brackets"
    """`39 persons (26 police officers and 13 others)`"""
    YEARS = "years"
    """`10 drivers (4 in 2021 and 6 in 2022)`, where the total has no period of its own"""
    OF_WHICH = "of which"
    """`238 persons, of whom 219 were civilians and 19 officers`, `Of these, …`; may leave something out."""
    INCLUDING = "including"
    """`4,409 victims, including 2,808 children`; leaves something out."""
    OUT_OF = "out of"
    """`14 of the 20 judges`: the part stands before its total"""
    BREAKDOWN = "breakdown"
    """`The breakdown by sex was: 73 males and 2 females`: the total may stand elsewhere."""
    TRAILING = "trailing"
    """`112 visits in 2020, 98 in 2021 and 140 in 2022 (350 in total)`"""
    OUTCOMES = "outcomes"
    """`1,482 applications were lodged; 640 were granted, 502 rejected and 340 were pending`; may leave some out."""


class Comparison(Struct, frozen=True, tag=True):
    """A value beside earlier values: `348 (compared with 262 in 2020 and 944 in 2021)`."""

    span: Span
    subject: str
    current: Quantity
    earlier: tuple[Quantity, ...]
    direction: Direction | None = None
    """Where a word says so: `fewer than`, `up from`."""
    word: str = ""
    """That word."""
    trigger: str = ""
    """The words that compare: `compared with`."""


class Change(Struct, frozen=True, tag=True):
    """A value that rose or fell: `rose by 12 per cent, from 50 in 2021 to 56 in 2022`."""

    span: Span
    subject: str
    direction: Direction
    word: str
    by: Quantity | None = None
    """By how much: per cent, points, times, a fraction, or an amount."""
    start: Quantity | None = None
    end: Quantity | None = None
    also: Quantity | None = None
    """A second amount: the per cent of `a decrease of 1,759 cases or 6.2 per cent`."""
    is_factor: bool = False
    """Whether `by` says how many times as large it is now: `doubled`, `2.5 times more`."""
    is_average: bool = False
    """Whether `by` is a yearly average."""


class StatedShare(Struct, frozen=True, tag=True):
    """A share of a whole: `21.02 per cent of all deputies (786 out of 3,415)`."""

    span: Span
    subject: str
    share: Quantity
    part: Quantity | None = None
    whole: Quantity | None = None


class Total(Struct, frozen=True, tag=True):
    """A total with its parts."""

    span: Span
    subject: str
    total: Quantity | None
    """None where the total stands elsewhere."""
    parts: tuple[StatedPart, ...]
    form: ListForm
    is_exhaustive: bool
    """Whether the parts are said to make up the whole of it."""


class StatedSeries(Struct, frozen=True, tag=True):
    """Values of several periods: `In 2020, 235 persons …; in 2021, 190 …; in 2022, 180`."""

    span: Span
    subject: str
    points: tuple[Quantity, ...]
    """In the order of the text, each with its period."""


class Ranking(Struct, frozen=True, tag=True):
    """A place in an order: `sixty-second of 142 countries, having risen three places`."""

    span: Span
    subject: str
    rank: Quantity
    of: Quantity | None = None


class Statement(Struct, frozen=True, tag=True):
    """One quantity, said by itself."""

    span: Span
    subject: str
    quantity: Quantity


Claim = Comparison | Change | StatedShare | Total | StatedSeries | Ranking | Statement
"""Each is tagged with its kind, by which what a build keeps of a text is read again (`word/built.py`)."""


class ClaimsRead(Struct, frozen=True):
    """What was read of a text."""

    claims: tuple[Claim, ...]
    """In the order of the text; statements are of quantities that stand in no other claim."""
    quantities: tuple[Quantity, ...]
    periods: tuple[StatedPeriod, ...]
    unread: tuple[Span, ...]
    """The words that compare, but that could not be read: `compared with`, `of whom`."""
    sentences: tuple[Span, ...]
    """All of its sentences, also those that say nothing of numbers."""
