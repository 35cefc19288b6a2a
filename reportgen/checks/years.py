"""Years: what is reported over time is reported for every year that the Committee asks for."""

from collections.abc import Iterator

from reportgen.checks.finding import Checked, Finding
from reportgen.diagnostics import Literal
from reportgen.model import Indicator, Period


def reporting_years_are_given(checked: Checked) -> Iterator[Finding]:
    """RG305: a series has a value, or a plain "no data", for every reporting year.

    A single figure is no series and is left alone, also where it is that of a span; a span covers its years.
    """
    asked_by_issue = {issue.number: issue.asks.years for issue in checked.report.outline.issues}
    for key, indicator in checked.merged.indicators.items():
        years = asked_by_issue.get(indicator.issue or 0) or checked.report.settings.reporting_years
        given = [year for year in years if _covers(indicator, year)]
        missing = [year for year in sorted(years) if year not in given]
        if missing and len(given) > 1 and len(indicator.values) > 1:
            values = {"key": key, "years": Literal(", ".join(str(year) for year in missing))}
            yield Finding("RG305", checked.merged.homes[key], values)


def _covers(indicator: Indicator, year: int) -> bool:
    whole = Period.of_year(year)
    return any(whole in period or period in whole for period in indicator.values)
