"""Write all observations of a report as SDMX-CSV 2.0, with their structure message in SDMX-JSON 2.0.

One row is one observation. Its series is named by the reference area, the indicator, what its parts divide by, and the
part; `_T` stands for the whole.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from reportgen.model import Currency, Indicator, Merged, Noun, Observation, Part, Period, Unit
from reportgen.model.small_numbers import Withheld
from reportgen.regex import regex
from reportgen.results import Checked
from reportgen.twins.codes import NOT_APPLICABLE, TOTAL, assign_codes
from reportgen.twins.structure import COMPONENTS, Artefacts, write_structure

_STATUSES = {"final": "A", "provisional": "P", "estimated": "E", "not available": "O"}
"""Our statuses in SDMX's code list CL_OBS_STATUS, version 2.2; a missing value of unknown reason is O."""
_BREAK = "B"
_WITHHELD = "Q"
_UNNAMED = " Unnamed breakdown"
"""Of parts without `by`: with a space before it, as no name that is given has, since one may be called the same."""
_OTHERS = regex(r"[^A-Za-z0-9]+")
_MONTHS = 12


class _Codes(Struct, frozen=True):
    """The codes of all words that rows have."""

    criteria: Mapping[str, str]
    parts: Mapping[str, str]
    units: Mapping[str, str]


def write_sdmx(root: Path, checked: Checked, timestamp: dt.datetime) -> tuple[bytes, bytes]:
    """Return the observations and their structure message.

    Args:
        root: the project's folder; places are named from it on, wherever it lies.
        checked: the project, with a document.
        timestamp: when the message was prepared, UTC.
    """
    report, merged = checked.report, checked.printed
    if report is None or merged is None:
        raise AssertionError("a document has a report")
    state, symbol = report.settings.state, report.settings.symbol
    indicators = dict(sorted(merged.indicators.items()))
    codes = _codes(indicators)
    artefacts = Artefacts(
        agency=state.code,
        state=state.name,
        id=f"REPORT_{_OTHERS.sub('_', symbol)}",
        title=checked.document.title if checked.document else symbol,
        prepared=timestamp,
        lists={
            "REF_AREA": {state.code: state.name},
            "INDICATOR": {key: one.label or key for key, one in indicators.items()},
            "BREAKDOWN": {TOTAL: "No breakdown"} | _names_by_code(codes.criteria),
            "PART": {TOTAL: "Total"} | _names_by_code(codes.parts),
            "UNIT_MEASURE": _names_by_code(codes.units),
            "AGENCY": dict(sorted(report.agency_names.items())),
        },
    )
    rows = _Rows(root, checked, merged, codes, artefacts)
    return _csv(rows.all(indicators)), write_structure(artefacts)


def _names_by_code(codes: Mapping[str, str]) -> dict[str, str]:
    """Return the names of codes, sorted by code."""
    return dict(sorted((code, name.strip()) for name, code in codes.items()))


def _codes(indicators: Mapping[str, Indicator]) -> _Codes:
    parts = [part for indicator in indicators.values() for part in indicator.breakdown]
    return _Codes(
        assign_codes(_criterion(part) for part in parts),
        assign_codes(part.name for part in parts),
        assign_codes(_unit_name(indicator.unit) for indicator in indicators.values()),
    )


def _criterion(part: Part) -> str:
    return part.by or _UNNAMED


def _unit_name(unit: Unit | None) -> str:
    """Return what a unit is called in its code list."""
    match unit:
        case None:
            return "Number"
        case Currency():
            return unit.currency
        case Noun():
            return unit.other
        case "percent":
            return "Per cent"
        case word:
            return word.capitalize()


class _Rows(Struct, frozen=True):
    """Writes the rows of observations."""

    root: Path
    checked: Checked
    merged: Merged
    codes: _Codes
    artefacts: Artefacts

    def all(self, indicators: Mapping[str, Indicator]) -> Iterator[Mapping[str, str]]:
        """Yield a row for each observation, by indicator, part and time."""
        for key, indicator in indicators.items():
            for index, series in ((None, indicator), *enumerate(indicator.breakdown)):
                for period in series.asked:
                    yield self._row(key, index, period)

    def _row(self, key: str, index: int | None, period: Period) -> Mapping[str, str]:
        indicator = self.merged.indicators[key]
        part = None if index is None else indicator.breakdown[index]
        given = (part or indicator).values[period]
        places = [self.checked.loaded.places.find(one) for one in self.merged.paths_of((key, index, period))]
        has_break = period in indicator.breaks
        return {
            "STRUCTURE": "dataflow",
            "STRUCTURE_ID": self.artefacts.dataflow,
            "ACTION": "I",
            "REF_AREA": self.artefacts.agency,
            "INDICATOR": key,
            "BREAKDOWN": self.codes.criteria[_criterion(part)] if part else TOTAL,
            "PART": self.codes.parts[part.name] if part else TOTAL,
            "TIME_PERIOD": time_period(period),
            "OBS_VALUE": _number(given.value),
            "OBS_STATUS": _status(given, has_break=has_break),
            "COMMENT_OBS": given.note or "",
            "BREAK": indicator.breaks.get(period, ""),
            "PREVIOUS_VALUE": _number(given.previous),
            "ORIGIN": "; ".join(str(place.within(self.root)) for place in places if place),
            "MEASURE": indicator.nature,
            "UNIT_MEASURE": self.codes.units[_unit_name(indicator.unit)],
            "AGENCY": self.merged.owners.get(key, NOT_APPLICABLE),
            "SOURCE": indicator.source or "",
            "ISSUE": "" if indicator.issue is None else str(indicator.issue),
        }


def _status(given: Observation, *, has_break: bool) -> str:
    """Return the code of a status; a break is told by the status only where it is otherwise normal."""
    if isinstance(given, Withheld):
        return _WITHHELD
    code = _STATUSES["not available" if given.value is None else given.status]
    return _BREAK if has_break and code == "A" else code


def _number(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def time_period(period: Period) -> str:
    """Return a period as SDMX writes it: `2023`, `2023-S1`, `2023-Q2`, `2023-05`, or `2020-01-01/P4Y` for any other."""
    year, month = period.start
    if period.is_year:
        return str(year)
    if period.half:
        return f"{year}-S{period.half}"
    if period.quarter:
        return f"{year}-Q{period.quarter}"
    if period.months == 1:
        return f"{year}-{month:02}"
    years, rest = divmod(period.months, _MONTHS)
    length = f"{years}Y" if years and not rest else f"{period.months}M"
    return f"{year}-{month:02}-01/P{length}"


def _csv(rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return rows as RFC 4180 has them, in UTF-8."""
    text = io.StringIO(newline="")
    head = ["STRUCTURE", "STRUCTURE_ID", "ACTION", *(component.id for component in COMPONENTS)]
    writer = csv.DictWriter(text, head)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
