"""Indicators: what is counted, in which unit, and its observations by period."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from reportgen.model.base import EXACT, Frozen, Key, Label, Many, Model, Name, Number, nothing
from reportgen.model.periods import Period

Status = Literal["final", "provisional", "estimated", "not available"]
Measure = Literal["flow", "stock", "rate", "ratio", "average", "index"]
Nature = Measure | Literal["rank"]
MEASURE_WORDS: Mapping[Measure, str] = {
    "flow": "counted over the year",
    "stock": "state at a date",
    "rate": "rate or per cent",
    "ratio": "ratio",
    "average": "average",
    "index": "index",
}
"""What a workbook calls each measure."""
ReportAs = Literal["sentence", "table", "none"]
Scale = Literal["million", "billion"]


class Noun(Model):
    """A noun phrase in both numbers, and in the further ones of Russian and Arabic where they cannot be derived."""

    one: Label
    """For one. Example: `criminal case`."""
    other: Label
    """For all other numbers. Example: `criminal cases`."""
    two: Label | None = None
    """For two, in Arabic. Example: `قضيتان`."""
    few: Label | None = None
    """For 2 to 4 in Russian, 3 to 10 in Arabic. Example: `уголовных дела`."""
    many: Label | None = None
    """For 5 to 20 in Russian, 11 to 99 in Arabic. Example: `уголовных дел`."""


class Currency(Model):
    """Amounts of money."""

    currency: Name
    """The symbol that stands before an amount: `T`, `$`. Example: `$`."""


def _unit_kind(value: Any) -> str:
    if isinstance(value, Currency) or (isinstance(value, dict) and "currency" in value):
        return "money"  # no name of a field, which the path of an error would take it for
    return "noun" if isinstance(value, (dict, Noun)) else "word"


Unit = Annotated[
    Annotated[Noun, Tag("noun")]
    | Annotated[Currency, Tag("money")]
    | Annotated[Literal["percent", "rank"], Tag("word")],
    Discriminator(_unit_kind),
]
"""`{one, other}`, `{currency: SYMBOL}`, `percent` or `rank`."""


class Observation(Model):
    """The value of an indicator in one period."""

    value: Number | None = None
    """The figure; empty where it was asked for and there are no data. Example: `384`."""
    status: Status = "final"
    """How certain it is. Example: `provisional`."""
    note: Label | None = None
    """What a reader of the figure must know. Example: `first eleven months`."""
    previous: Number | None = None
    """What the last report said of the same period, where the value was revised since. Example: `394`."""

    @property
    def is_bare(self) -> bool:
        """Return whether only a status or a note stands beside an empty cell: nobody said that there are no data."""
        return "value" not in self.model_fields_set and self.status != "not available"


def _observation(value: Any) -> Any:
    """Take a bare figure, or nothing, for an observation with just that value."""
    return value if isinstance(value, (dict, Observation)) else {"value": value}


Values = Frozen[
    Period, Annotated[Observation, BeforeValidator(_observation, json_schema_input_type=Observation | Number | None)]
]
"""Observations by period; `2023: 384` is short for `2023: {value: 384}`."""


class Series(Model):
    """Observations by period, of an indicator or of one part of it."""

    values: Values = Field(default_factory=nothing)
    """Figures by period; `2023: 384` is short for `2023: {value: 384}`. Example: `{"2022": 360, "2023": 384}`."""

    @cached_property
    def figures(self) -> tuple[tuple[Period, Decimal], ...]:
        """Return all periods that have a value, each with its value, in the order of time."""
        given = ((period, self.values[period].value) for period in self.asked)
        return tuple((period, value) for period, value in given if value is not None)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Return all periods that have a value, in the order of time."""
        return tuple(period for period, _ in self.figures)

    @cached_property
    def asked(self) -> tuple[Period, ...]:
        """Return all periods, also those asked for without data, in the order of time."""
        return tuple(sorted(self.values, key=lambda period: period.order))

    @property
    def answered(self) -> tuple[Period, ...]:
        """Return all periods for which something is given, be it that there are no data."""
        return tuple(period for period, one in self.values.items() if not one.is_bare)

    def value(self, period: Period) -> Number | None:
        """Return the value at a period, or None where there is none."""
        observation = self.values.get(period)
        return observation.value if observation else None


class Part(Series):
    """One part of a breakdown."""

    label: Label | Noun
    """How the part is called after its figure: `on grounds of sex`, or a noun in both numbers. Example: `on grounds of
    sex`."""
    by: Name | None = None
    """What the parts divide by, where an indicator has several breakdowns: `sex`, `age`. Example: `sex`."""
    exhaustive: bool = True
    """False where the parts by this criterion do not make up the whole. Example: `false`."""

    @property
    def name(self) -> str:
        """Return its label, beside any number but one."""
        return self.label.other if isinstance(self.label, Noun) else self.label

    @property
    def identity(self) -> tuple[str | None, str]:
        """Return what tells it from the other parts of its indicator: the criterion and the name."""
        return self.by, self.name

    def called(self, *, one: bool) -> str:
        """Return its label, for one or for any other number."""
        return self.label.one if one and isinstance(self.label, Noun) else self.name


class Share(Model):
    """What a percentage is a share of: two other indicators, so that it can be worked out again."""

    part: Key
    """The key of the indicator that is a part of the other. Example: `women_deputies`."""
    of: Key
    """The key of the whole. Example: `deputies`."""


class Indicator(Series):
    """A quantity that an agency reports, with its observations and its breakdowns."""

    label: Label | None = None
    """What is counted, a noun phrase in the plural. Example: `criminal cases related to domestic violence`."""
    unit: Unit | None = None
    """The word after the figure, or what it is measured in; left out for a bare count. Example: `{"one": "case",
    "other": "cases"}`."""
    measure: Measure = "flow"
    """A flow is counted over a period, a stock is the state at a date; the others are worked out. Example: `stock`."""
    issue: int | None = Field(default=None, ge=1, le=999)
    """The issue under which it is reported. Example: `4`."""
    breakdown: Many[Part] = ()
    """Its parts; those with the same `by` belong together. Example: `[{"label": "women", "values": {"2023": 120}}]`."""
    exhaustive: bool = True
    """False where the parts do not make up the whole. Example: `false`."""
    breaks: Frozen[Period, Label] = Field(default_factory=nothing)
    """Breaks in the series: the first period of the new series, and what changed. Example: `{"2021": "new
    definition"}`."""
    share: Share | None = None
    """For a percentage: the indicators that it follows from. Example: `{"part": "women_deputies",
    "of": "deputies"}`."""
    source: Label | None = None
    """The form or register that the figures come from. Example: `Register of the Legal Aid Service`."""
    published: Label | None = None
    """Where the figures were published before; not printed. Example: `CCPR/C/RUR/3, para. 25`."""
    report: ReportAs = "sentence"
    """How it is reported where no text refers to it. Example: `table`."""
    show: Scale | None = None
    """Print large amounts in this scale. Example: `million`."""

    @cached_property
    def nature(self) -> Nature:
        """Return the measure of the figures; per cent is a rate, or a ratio where it is known of what it is a share."""
        if self.unit == "rank":
            return "rank"
        if self.unit == "percent" and self.measure in {"flow", "stock"}:
            return "ratio" if self.share else "rate"
        return self.measure

    @property
    def adds_up_over_time(self) -> bool:
        """Return whether the figures of several periods may be added up: only what is counted over each of them."""
        return self.nature == "flow"

    @property
    def adds_up_over_parts(self) -> bool:
        """Return whether the figures of parts make up that of the whole: only counts and amounts do."""
        return self.nature in {"flow", "stock"}

    @cached_property
    def criteria(self) -> tuple[str | None, ...]:
        """Return what its breakdowns divide by, in the order of their first part."""
        return tuple(dict.fromkeys(part.by for part in self.breakdown))

    def series(self, part: int | None) -> Series:
        """Return the series of a part by its index; None: that of the whole."""
        return self if part is None else self.breakdown[part]

    @property
    def all_series(self) -> Iterator[tuple[int | None, Series]]:
        """Yield the whole and all parts, with the index of each part; None for the whole."""
        yield None, self
        yield from enumerate(self.breakdown)

    def parts(self, by: str | None = None) -> tuple[Part, ...]:
        """Return the parts of one breakdown."""
        return tuple(part for part in self.breakdown if part.by == by)

    def is_exhaustive(self, by: str | None = None) -> bool:
        """Return whether the parts of one breakdown make up the whole."""
        return self.exhaustive and all(part.exhaustive for part in self.parts(by))


def parse_measure(text: str) -> Measure:
    """Read a cell that says what the figures are: the words of the form, or the short word that YAML has.

    Raises:
        ValueError: with words for the user, where it is neither.
    """
    said = " ".join(text.casefold().split())
    for measure, words in MEASURE_WORDS.items():
        if said in {measure, words}:
            return measure
    raise ValueError("it is none of " + ", ".join(f"“{words}”" for words in MEASURE_WORDS.values()))


Indicators = Frozen[Key, Indicator]
"""Indicators by their keys."""


def share_of(part: Decimal, whole: Decimal, written: Decimal) -> Decimal:
    """Return how many per cent a part is of a whole that is not nought, rounded half up as `written` is."""
    step = Decimal(1).scaleb(int(written.as_tuple().exponent))
    return EXACT.divide(part * 100, whole).quantize(step, context=EXACT)


def label_of(indicator: Indicator, key: str) -> str:
    """Return what a message calls an indicator: its label, else its key."""
    return indicator.label or key
