"""Read values of several periods.

`In 2020, 235 persons …; in 2021, 190 …; in 2022, 180`, `(790 in 2019, 689 in 2020)`,
`135 in 2020 and 128 in 2021`, `In 2021 and 2022, 10 and 12 cases …, respectively`.
"""

from collections.abc import Iterator, Sequence

from reportgen.claims.forms.comparison import are_alike, is_remark, trigger_at
from reportgen.claims.forms.naming import subject_of
from reportgen.claims.forms.own_base import CLOSE
from reportgen.claims.line import Line
from reportgen.claims.model import Quantity, StatedSeries


def read_series(line: Line) -> Iterator[StatedSeries]:
    """Yield the series of a line: at each depth, runs of values with a period each."""
    run: list[int] = []
    depth = 0
    for at in line.quantities:
        quantity = line.quantity(at)
        if run and (line.items[at].depth != depth or not _goes_on(line, run[-1], at)):
            yield from _ended(line, run)
            run = []
        if quantity.period is not None and quantity.period.first is not None:
            depth = line.items[at].depth
            run.append(at)
    yield from _ended(line, run)


def _goes_on(line: Line, last: int, at: int) -> bool:
    """Return whether a value goes on with a run: it is alike, of another period, and not compared with the run."""
    one, other = line.quantity(last), line.quantity(at)
    if other.period is None or one.period is None or not are_alike(one, other):
        return False
    if one.noun and other.noun and one.noun != other.noun:
        return False
    if any(trigger_at(line, place) or is_remark(line, place) for place in range(last + 1, at)):
        return False  # "12 in 2020 and 14 in 2021, against 7 in 2019"
    crosses_brackets = any(item.depth < line.items[at].depth for item in line.items[last:at])
    return one.period.first != other.period.first and not crosses_brackets


def _ended(line: Line, run: list[int]) -> Iterator[StatedSeries]:
    """Yield a run as a series, unless a period comes twice: `10 in 2020 and 12 more in 2020` is none."""
    values: list[Quantity] = [line.quantity(at) for at in run]
    firsts = {quantity.period.first for quantity in values if quantity.period}
    if len(run) > 1 and len(firsts) == len(run):
        span = line.span_of(run[0], run[-1])
        yield StatedSeries(span, subject_of(line, run[0]), tuple(values))


def value_in_front(line: Line, series: Sequence[Quantity]) -> Quantity | None:
    """Return the later value before the brackets that hold a series: `1,204 persons (980 in 2022 and 860 in 2021)`."""
    at = next(place for place in line.quantities if line.quantity(place).span == series[0].span)
    opening = line.opening(at)
    before = [place for place in line.quantities if opening is not None and opening - CLOSE <= place < opening]
    value = line.quantity(before[-1]) if before and line.items[before[-1]].depth < line.items[at].depth else None
    if value is None or value.period is None or value.period.first is None or not are_alike(value, series[0]):
        return None
    firsts = [one.period.first for one in series if one.period is not None and one.period.first is not None]
    return value if value.period.first > max(firsts) else None
