"""Years: what is reported over time is reported for every year that the Committee asks for."""

from collections.abc import Iterator

from reportgen.checks.finding import Checked, Finding
from reportgen.diagnostics import Literal
from reportgen.model import Indicator, Period, Report


def reporting_years_are_given(checked: Checked) -> Iterator[Finding]:
    """RG305: a series has a value, or a plain "no data", for every reporting year.

    A single figure is no series and is left alone, also where it is that of a span; a span covers its years.
    """
    for key, indicator in checked.merged.indicators.items():
        years = _years_asked(checked.report, indicator)
        given = [year for year in years if _covers(indicator, year)]
        missing = [year for year in sorted(years) if year not in given]
        if missing and len(given) > 1 and len(indicator.values) > 1:
            values = {"key": key, "years": Literal(", ".join(str(year) for year in missing))}
            yield Finding("RG305", checked.merged.homes[key], values)


def _years_asked(report: Report, indicator: Indicator) -> tuple[int, ...]:
    """The years for which figures of an indicator are asked: those of its issue, else the reporting years."""
    asked = next((issue.asks.years for issue in report.outline.issues if issue.number == indicator.issue), ())
    return asked or report.settings.reporting_years


def _covers(indicator: Indicator, year: int) -> bool:
    """Whether something was said of a year, be it that there are no data."""
    whole = Period.of_year(year)
    return any(whole in period or period in whole for period in indicator.values)
