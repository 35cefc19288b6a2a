"""The series of which a report prints something, row by row, with the place where each figure stood."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path as FilePath
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from reportgen.agencies.status.values import unit_words
from reportgen.diagnostics import Place
from reportgen.model import Indicator, Merged, Observation, Period, Report
from reportgen.model.indicators import MEASURE_WORDS, Series, label_of
from reportgen.model.merge import Where
from reportgen.pipeline import Checked
from reportgen.review.arithmetic import check_parts, check_share
from reportgen.review.problems import Problems
from reportgen.review.values import ArithmeticLine, RowFacts, SeriesFacts

_S = TypeVar("_S", bound=Series)
NO_DATA = ".."
"""What statistics print where there are no data."""


class ShownSeries(Struct, frozen=True):
    """The series that the page shows."""

    series: Mapping[str, SeriesFacts]
    indicators: Mapping[str, Indicator]
    """The same as they are drawn: of a public page, with what is printed alone."""
    rows: Mapping[Where, int]
    """The row of each observation in its series."""


class SeriesFinder:
    """Tells what is known of each observation of one checked project."""

    def __init__(
        self, root: FilePath, checked: Checked, report: Report, merged: Merged, problems: Problems, *, is_public: bool
    ) -> None:
        self._root, self._checked, self._report, self._merged = root, checked, report, merged
        self._problems, self._is_public = problems, is_public

    def find(self, printed: Iterable[Where]) -> ShownSeries:
        """Return the series of the observations that are printed.

        Args:
            printed: the observations; of a public page, no others are shown.
        """
        wanted = set(printed)
        keys = [key for key in self._merged.indicators if any(where[0] == key for where in wanted)]
        shown = {key: self._cut(key, wanted) for key in keys}
        wheres = {key: list(_wheres(key, one)) for key, one in shown.items()}
        rows = {where: index for found in wheres.values() for index, where in enumerate(found)}
        return ShownSeries({key: self._series(key, wheres[key], shown[key]) for key in keys}, shown, rows)

    def _cut(self, key: str, wanted: set[Where]) -> Indicator:
        """Return an indicator with what may be shown of it."""
        indicator = self._merged.indicators[key]
        if not self._is_public:
            return indicator
        parts = (
            _with(part, values=_kept(part.values, wanted, (key, index)))
            for index, part in enumerate(indicator.breakdown)
        )
        return _with(indicator, values=_kept(indicator.values, wanted, (key, None)), breakdown=tuple(parts))

    def _series(self, key: str, wheres: Sequence[Where], indicator: Indicator) -> SeriesFacts:
        agency = self._merged.owners.get(key, "")
        made = SeriesFacts(
            label=label_of(indicator, key),
            unit=unit_words(indicator),
            measure="rank" if indicator.nature == "rank" else MEASURE_WORDS[indicator.nature],
            agency=self._report.agency_names.get(agency, agency),
            source=indicator.source or "",
            rows=tuple(self._row(where, indicator) for where in wheres),
            breaks=tuple(f"{period}: {reason}" for period, reason in indicator.breaks.items()),
        )
        if self._is_public:
            return made
        return replace(
            made,
            contact=self._contact(agency),
            published=indicator.published or "",
            problems=self._problems.of_series.get(key, ()),
        )

    def _row(self, where: Where, indicator: Indicator) -> RowFacts:
        key, index, period = where
        series = indicator.series(index)
        observation = series.values[period]
        path = self._merged.paths.get(where, ())
        submission = self._report.submissions[int(path[1])] if path[:1] == ("submissions",) else None
        other = submission.agency if submission and submission.agency != self._merged.owners.get(key) else ""
        row = RowFacts(
            period=str(period),
            value=_exact(observation.value) or NO_DATA,
            part="" if index is None else indicator.breakdown[index].name,
            status="" if observation.status == "final" else observation.status,
            note=observation.note or "",
            agency=self._report.agency_names.get(other, other),
            arithmetic=tuple(self._arithmetic(indicator, index, period, observation)),
        )
        if self._is_public:
            return row
        place = self._checked.loaded.places.find(path) if path else None
        return replace(
            row,
            previous=_exact(observation.previous),
            file=place.within(self._root).file if place else "",
            where=_within_file(place),
            sent=submission.date.isoformat() if submission and submission.date else "",
            contact=self._contact(other),
            problems=self._problems.of_wheres.get((key, index, period), ()),
        )

    def _arithmetic(
        self, indicator: Indicator, index: int | None, period: Period, observation: Observation
    ) -> Iterator[ArithmeticLine]:
        if index is not None:
            return
        yield from check_parts(indicator, period)
        share = indicator.share
        if share and observation.value is not None and not self._is_public:
            part, of = (self._observation(key, period) for key in (share.part, share.of))
            line = check_share(observation.value, part, of)
            yield from (line,) if line else ()

    def _observation(self, key: str, period: Period) -> Observation | None:
        indicator = self._merged.indicators.get(key)
        return indicator.values.get(period) if indicator else None

    def _contact(self, agency: str) -> str:
        """Return whom to ask at an agency."""
        known = self._report.agencies_by_code.get(agency)
        return (known and known.focal_point) or ""


def _wheres(key: str, indicator: Indicator) -> Iterator[Where]:
    """Yield the observations of an indicator: those of the whole in the order of time, then those of each part."""
    yield from ((key, None, period) for period in indicator.asked)
    for index, part in enumerate(indicator.breakdown):
        yield from ((key, index, period) for period in part.asked)


def _kept(
    values: Mapping[Period, Observation], wanted: set[Where], series: tuple[str, int | None]
) -> Mapping[Period, Observation]:
    return {period: one for period, one in values.items() if (*series, period) in wanted}


def _with(series: _S, **fields: object) -> _S:
    """Return a series with other values of some fields; a copy would keep what was worked out from the old ones."""
    held = {name: getattr(series, name) for name in type(series).model_fields}
    return cast("_S", type(series).model_construct(series.model_fields_set, **{**held, **fields}))


def _exact(value: Decimal | None) -> str:
    return "" if value is None else f"{value:,f}"


def _within_file(place: Place | None) -> str:
    """Return `Indicators!F14`, `line 15, column 44`, or as much as is known."""
    if place is None:
        return ""
    if place.sheet is not None:
        return f"{place.sheet}!{place.cell}" if place.cell else place.sheet
    parts = (("line", place.line), ("column", place.column))
    return ", ".join(f"{name} {number}" for name, number in parts if number is not None)
