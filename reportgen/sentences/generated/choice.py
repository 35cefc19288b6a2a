"""The choice of a form for a series: the first of the list that fits its shape, and why.

The order is the rule: a form further up says more, and is taken where the facts allow it.
"""

from collections.abc import Callable
from enum import StrEnum

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


def choose(shape: Shape, table_from: int) -> Form:
    """Return the form of a series' sentence: the first that fits; the plainest one fits whatever has a value."""
    return next(form for form, fits in _FORMS.items() if fits(shape, table_from))


def _is_table(shape: Shape, table_from: int) -> bool:
    """Return whether it asks for a table, would hold too much for a sentence, or has parts without a whole."""
    if shape.latest is None:
        return bool(shape.parts)
    return shape.view.indicator.report == "table" or shape.figures >= table_from


def _has_change(shape: Shape) -> bool:
    """Return whether there is one earlier value, and a change that is worth a percentage."""
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
    Form.SPAN: lambda shape, _: bool(shape.inside),
    Form.GROUPS: lambda shape, _: shape.has_groups,
    Form.PARTS: lambda shape, _: shape.has_parts_over_years,
    Form.CONSTANT: lambda shape, _: shape.trend is Trend.CONSTANT,
    Form.STEADY: lambda shape, _: shape.trend in {Trend.UP, Trend.DOWN} and shape.kind != "rank",
    Form.CHANGE: lambda shape, _: _has_change(shape),
    Form.COMPARED: lambda shape, _: bool(shape.used),
    Form.VALUE: lambda shape, _: shape.latest is not None,
}
