"""The choice of a form for a series: the first of the list that fits its shape, and why.

The order is the rule: a form further up says more, and is taken where the facts allow it.
"""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from reportgen.sentences.amounts import kind_of
from reportgen.sentences.generated.shape import Shape, Trend
from reportgen.sentences.phrase import Kind
from reportgen.sentences.thresholds import CHANGE_TO, POINTS_FROM, SMALL_BASE


class Form(StrEnum):
    """What a generated sentence is built like."""

    NO_DATA = "no data"
    TABLE = "table"
    NONE_RECORDED = "none recorded"
    SPAN = "span"
    GROUPS = "groups"
    PARTS = "parts over years"
    CONSTANT = "constant"
    STEADY = "steady"
    CHANGE = "change"
    COMPARED = "compared"
    VALUE = "value"


class Choice(Struct, frozen=True):
    """A form, and those that fit as well."""

    form: Form
    others: tuple[Form, ...]


def choose(shape: Shape, table_from: int) -> Choice:
    """The form of a series' sentence."""
    found = fitting(shape, table_from)
    return Choice(found[0], tuple(found[1:]))


def fitting(shape: Shape, table_from: int) -> list[Form]:
    """All forms that fit, the best first; the plainest one fits whatever has a value."""
    return [form for form, fits in _FORMS.items() if fits(shape, table_from)]


def _is_table(shape: Shape, table_from: int) -> bool:
    """Whether it asks for a table, would hold too much for a sentence, or has parts without a whole."""
    if shape.latest is None:
        return bool(shape.parts)
    return shape.view.indicator.report == "table" or shape.figures >= table_from


def _is_span(shape: Shape, table_from: int) -> bool:
    del table_from
    return bool(shape.inside)


def _is_steady(shape: Shape, table_from: int) -> bool:
    del table_from
    return shape.trend in {Trend.UP, Trend.DOWN} and shape.kind != "rank"


def _has_change(shape: Shape, table_from: int) -> bool:
    """Whether there is one earlier value, and a change that is worth a percentage."""
    del table_from
    change = shape.change
    if change is None or not change.amount or shape.has_remarks:
        return False
    if kind_of(shape.view) is Kind.PERCENT:
        return change.amount >= POINTS_FROM
    if kind_of(shape.view) is Kind.MEASURE and not shape.view.indicator.adds_up_over_parts:
        return False
    return shape.kind == "rank" or (change.first >= SMALL_BASE and 1 <= change.amount < CHANGE_TO)


_FORMS: dict[Form, Callable[[Shape, int], bool]] = {
    Form.NO_DATA: lambda shape, _: shape.latest is None and not shape.parts,
    Form.TABLE: _is_table,
    Form.NONE_RECORDED: lambda shape, _: shape.is_nothing and shape.kind in {"count", "stock"},
    Form.SPAN: _is_span,
    Form.GROUPS: lambda shape, _: shape.has_groups,
    Form.PARTS: lambda shape, _: shape.has_parts_over_years,
    Form.CONSTANT: lambda shape, _: shape.trend is Trend.CONSTANT,
    Form.STEADY: _is_steady,
    Form.CHANGE: _has_change,
    Form.COMPARED: lambda shape, _: bool(shape.used),
    Form.VALUE: lambda shape, _: shape.latest is not None,
}
