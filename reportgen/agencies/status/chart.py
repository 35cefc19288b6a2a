"""One indicator as a small chart: bars with their figures, as inline SVG that is also told in words.

Looks stand in the SVG's own attributes: programs that print a page do not all apply its style sheet within one.
"""

from collections.abc import Iterator
from decimal import Decimal
from html import escape

from reportgen.agencies.status.values import Chart, Point

_COLUMN, _BAR = 64, 32
"""Widths in pixels: of a column with its labels, and of a bar."""
_HEIGHT, _HEAD, _FOOT = 60, 16, 16
"""Heights in pixels: of the tallest bar, of the figures above, of the periods below."""
_MOST = 12
"""Periods that a chart shows, the latest; more would be too narrow to read."""
_TEXT = 'font-family="sans-serif" font-size="11" text-anchor="middle" fill="#1f2937"'
_FILLED = 'fill="#33658a"'
_BROKEN = 'fill="#ffffff" stroke="#33658a" stroke-width="2" stroke-dasharray="4 2"'
_SCALES = ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


def chart_svg(chart: Chart) -> str:
    """A chart as an SVG element; a reader who does not see it hears all of its figures."""
    points = _drawn(chart)
    width, height = max(len(points), 1) * _COLUMN, _HEIGHT + _HEAD + _FOOT
    return (
        f'<svg role="img" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'aria-label="{escape(_words(chart), quote=True)}">\n{"".join(_columns(points))}</svg>\n'
    )


def _drawn(chart: Chart) -> tuple[Point, ...]:
    """The points that stand beside each other as bars: single years, where there are any; else all."""
    years = tuple(point for point in chart.points if point.period.isdecimal())
    return (years or chart.points)[-_MOST:]


def undrawn(chart: Chart) -> tuple[Point, ...]:
    """The points that are told in words alone: spans and parts of years beside single years, and the oldest ones."""
    drawn = _drawn(chart)
    return tuple(point for point in chart.points if point not in drawn)


def _columns(points: tuple[Point, ...]) -> Iterator[str]:
    values = [point.value for point in points if point.value is not None]
    top, bottom = max([*values, Decimal(0)]), min([*values, Decimal(0)])
    span = (top - bottom) or Decimal(1)
    zero = _HEAD + _pixels(top / span)
    yield f'<line stroke="#6b7280" x1="0" x2="{len(points) * _COLUMN}" y1="{zero}" y2="{zero}"/>\n'
    for place, point in enumerate(points):
        middle = place * _COLUMN + _COLUMN // 2
        yield _label(middle, _HEAD + _HEIGHT + _FOOT - 3, point.period)
        if point.value is None:
            yield _label(middle, zero - 4, "..")
            continue
        size = _pixels(abs(point.value) / span)
        upper = zero - size if point.value >= 0 else zero
        looks = _FILLED if point.status == "final" else _BROKEN
        yield f'<rect {looks} x="{middle - _BAR // 2}" y="{upper}" width="{_BAR}" height="{size}"/>\n'
        yield _label(middle, upper - 4, _short(point.value))


def _label(x: int, y: int, text: str) -> str:
    return f'<text {_TEXT} x="{x}" y="{y}">{text}</text>\n'


def _pixels(share: Decimal) -> int:
    return round(share * _HEIGHT)


def _short(value: Decimal) -> str:
    """`348`, `1,058`, `45.4`, `2.35 m`."""
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.3g} {name}".replace("-", "−")
    return f"{value:,f}".replace("-", "−")


def _words(chart: Chart) -> str:
    """`criminal cases (cases): 2022: 384; 2023: 273, provisional`."""
    unit = f" ({chart.unit})" if chart.unit else ""
    told = "; ".join(map(point_words, chart.points))
    return f"{chart.label}{unit}: {told or 'no figures yet'}"


def point_words(point: Point) -> str:
    """`2023: 384, provisional`, `2022: no data`."""
    if point.value is None:
        return f"{point.period}: no data"
    status = "" if point.status == "final" else f", {point.status}"
    return f"{point.period}: {point.value:,f}{status}"
