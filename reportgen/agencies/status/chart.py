"""One indicator as a small chart: where its bars and their words stand. The template of the page draws it."""

from decimal import Decimal

from msgspec import Struct

from reportgen.agencies.status.values import Chart, Point
from reportgen.agencies.status.words import StatusWords

_COLUMN, _BAR = 64, 32
"""Widths in pixels: of a column with its labels, and of a bar."""
_HEIGHT, _HEAD, _FOOT = 60, 16, 16
"""Heights in pixels: of the tallest bar, of the figures above, of the periods below."""
_MOST = 12
"""Periods that a chart shows, the latest; more would be too narrow to read."""


class Bar(Struct, frozen=True):
    """One period of a chart; places and sizes are in pixels."""

    period: str
    label: str
    """The figure over the bar; two dots where there are no data."""
    is_final: bool
    middle: int
    left: int
    top: int
    width: int
    height: int | None
    """None: there are no data, and no bar."""


class Drawing(Struct, frozen=True):
    """A chart as it is drawn, in pixels."""

    unit: str
    width: int
    height: int
    zero: int
    """How far down the line for nought lies."""
    bars: tuple[Bar, ...]
    words: str
    """All of its figures, for readers who do not see it."""
    others: str
    """The figures that have no bar: spans and parts of years beside single years, and the oldest ones."""


def draw_chart(chart: Chart, words: StatusWords) -> Drawing:
    """Return a chart as it is drawn: single years as bars, where there are any, else all of its periods.

    Args:
        chart: the indicator.
        words: of the figures, and beside them.
    """
    years = tuple(point for point in chart.points if point.period.isdecimal())
    points = (years or chart.points)[-_MOST:]
    values = [Decimal(0), *(point.value for point in points if point.value is not None)]
    span = (max(values) - min(values)) or Decimal(1)
    zero = _HEAD + round(max(values) / span * _HEIGHT)
    unit = words.unit(chart.unit)
    name = f"{chart.label} ({unit})" if unit else chart.label
    said = [(point, _point_words(point, words)) for point in chart.points]
    return Drawing(
        unit=unit,
        width=max(len(points), 1) * _COLUMN,
        height=_HEIGHT + _HEAD + _FOOT,
        zero=zero,
        bars=tuple(_bar(place, point, _short(point.value, words), span, zero) for place, point in enumerate(points)),
        words=f"{name}: {'; '.join(text for _, text in said) or words.texts.no_figures}",
        others="; ".join(text for point, text in said if point not in points),
    )


def _bar(place: int, point: Point, label: str, span: Decimal, zero: int) -> Bar:
    middle = place * _COLUMN + _COLUMN // 2
    value, height = point.value, None if point.value is None else round(abs(point.value) / span * _HEIGHT)
    top = zero - height if value and height and value > 0 else zero
    return Bar(point.period, label, point.status == "final", middle, middle - _BAR // 2, top, _BAR, height)


def _short(value: Decimal | None, words: StatusWords) -> str:
    """Return a figure as it fits over a bar: `348`, `1,058`, `45.4`, `2.35 m`; two dots where there are no data."""
    if value is None:
        return ".."
    for scale, name in ((Decimal(10) ** 9, words.texts.billion), (Decimal(10) ** 6, words.texts.million)):
        if abs(value) >= scale:
            return f"{words.number(Decimal(f'{value / scale:.3g}'))} {name}"
    return words.number(value)


def _point_words(point: Point, words: StatusWords) -> str:
    """Return one figure in words: `2023: 384, provisional`, `2022: no data`."""
    if point.value is None:
        return f"{point.period}: {words.named('not available')}"
    status = "" if point.status == "final" else f"{words.texts.comma}{words.named(point.status)}"
    return f"{point.period}: {words.number(point.value)}{status}"
