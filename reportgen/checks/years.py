"""Years: what is reported over time is reported for every year that the Committee asks for."""

from collections.abc import Iterator

from reportgen.checks.finding import Checked, Finding
from reportgen.diagnostics import Literal, Path
from reportgen.limits import SUGGESTIONS
from reportgen.model import Indicator, Period, Report
from reportgen.model.asks import find_asks, is_asked_by_name


def reporting_years_are_given(checked: Checked) -> Iterator[Finding]:
    """RG305: a series has a value, or a plain "no data", for every year that is asked; RG236: so has a single figure.

    A single figure is no series: those of one submission are told together, unless an issue asks for the indicator
    by name and names the years. A span covers its years.
    """
    asks = find_asks(checked.report.outline.issues, checked.merged.indicators)
    single: dict[Path, list[tuple[str, tuple[int, ...]]]] = {}
    for key, indicator in checked.merged.indicators.items():
        years = _years_asked(checked.report, indicator)
        missing = tuple(year for year in sorted(years) if not _covers(indicator, year))
        home = checked.merged.homes[key]
        if not missing or not indicator.values:
            continue
        is_series = len(years) - len(missing) > 1 and len(indicator.values) > 1
        if is_series or is_asked_by_name(checked.report.outline.issues, asks, key, indicator):
            yield Finding("RG305", home, {"key": key, "years": Literal(_listed(missing))})
        elif len(missing) < len(years):
            single.setdefault(home[:2], []).append((key, missing))
    for found in single.values():
        yield _single_figures(checked, found)


def _single_figures(checked: Checked, found: list[tuple[str, tuple[int, ...]]]) -> Finding:
    """What is said of the single figures of one submission."""
    homes = checked.merged.homes
    keys = [key for key, _ in found]
    more = f" and {len(keys) - SUGGESTIONS} more" if len(keys) > SUGGESTIONS else ""
    names = Literal(", ".join(keys[:SUGGESTIONS]) + more)
    notes = tuple((f"{key}: none for {_listed(missing)}", homes[key]) for key, missing in found)
    return Finding("RG236", homes[keys[0]], {"keys": names}, notes)


def _listed(years: tuple[int, ...]) -> str:
    return ", ".join(map(str, years))


def _years_asked(report: Report, indicator: Indicator) -> tuple[int, ...]:
    """The years for which figures of an indicator are asked: those of its issue, else the reporting years."""
    asked = next((issue.asks.years for issue in report.outline.issues if issue.number == indicator.issue), ())
    return asked or report.settings.reporting_years


def _covers(indicator: Indicator, year: int) -> bool:
    """Whether something was said of a year, be it that there are no data."""
    whole = Period.of_year(year)
    return any(whole in period or period in whole for period in indicator.values)
