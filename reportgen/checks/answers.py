"""Answers: every issue has a reply within its length, for every year that the Committee asks for."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen.checks.finding import CheckContext, Finding
from reportgen.diagnostics import Literal, Path
from reportgen.limits import SUGGESTIONS
from reportgen.model import Indicator, Issue, Period, Report
from reportgen.model.asks import find_asks, is_asked_by_name


def issues_are_listed(context: CheckContext) -> Iterator[Finding]:
    """Yield RG311 where the outline holds no issue to answer."""
    if not context.report.outline.issues:
        yield Finding("RG311", ("outline", "parts"))


def issues_are_answered(context: CheckContext) -> Iterator[Finding]:
    """Yield RG306 for an issue that has neither text nor figures from any agency."""
    report = context.report
    answered = {reply.issue for submission in report.submissions for reply in submission.replies if reply.text.strip()}
    answered |= {one.issue for one in context.merged.indicators.values() if one.issue and one.report != "none"}
    for path, issue in _issues(report):
        if issue.number not in answered:
            lead = next((report.agency_names.get(code, code) for code in issue.agencies), "an agency")
            yield Finding("RG306", path, {"number": issue.number, "agency": Literal(lead)})


def _issues(report: Report) -> Iterator[tuple[Path, Issue]]:
    """Yield the issues of the list with their paths."""
    for part_number, part in enumerate(report.outline.parts):
        for theme_number, theme in enumerate(part.themes):
            for number, issue in enumerate(theme.issues):
                yield ("outline", "parts", part_number, "themes", theme_number, "issues", number), issue


# ---- years ------------------------------------------------------------------------------------------------------


def reporting_years_are_given(context: CheckContext) -> Iterator[Finding]:
    """Yield RG305 for a series that lacks a value, or a plain "no data", for a year that is asked.

    A single figure is no series: RG236 names those of one submission together, unless an issue asks for the indicator
    by name and names the years. A span covers its years.
    """
    issues = context.report.outline.issues
    asks = find_asks(issues, context.merged.indicators)
    single: dict[Path, list[tuple[str, Sequence[int]]]] = {}
    for key, indicator in context.merged.indicators.items():
        years = _years_asked(context.report, indicator)
        missing = [year for year in sorted(years) if not _covers(indicator, year)]
        home = context.merged.homes[key]
        if not missing or not indicator.values:
            continue
        is_series = len(years) - len(missing) > 1 and len(indicator.values) > 1
        if is_series or is_asked_by_name(issues, asks, key, indicator):
            yield Finding("RG305", home, {"key": key, "years": Literal(", ".join(map(str, missing)))})
        elif len(missing) < len(years):
            single.setdefault(home[:2], []).append((key, missing))
    yield from (_single_figures(context, one) for one in single.values())


def _single_figures(context: CheckContext, incomplete: Sequence[tuple[str, Sequence[int]]]) -> Finding:
    """Return the finding on the single figures of one submission, from their keys and the years that they lack."""
    keys = [key for key, _ in incomplete]
    more = f" and {len(keys) - SUGGESTIONS} more" if len(keys) > SUGGESTIONS else ""
    names = Literal(", ".join(keys[:SUGGESTIONS]) + more)
    homes = context.merged.homes
    notes = tuple((f"{key}: none for {', '.join(map(str, years))}", homes[key]) for key, years in incomplete)
    return Finding("RG236", homes[keys[0]], {"keys": names}, notes)


def _years_asked(report: Report, indicator: Indicator) -> tuple[int, ...]:
    """Return the years for which figures are asked: those of the indicator's issue, else the reporting years."""
    asked = next((issue.asks.years for issue in report.outline.issues if issue.number == indicator.issue), ())
    return asked or report.settings.reporting_years


def _covers(indicator: Indicator, year: int) -> bool:
    """Return whether something is given for a year, be it that there are no data."""
    whole = Period.of_year(year)
    return any(whole in period or period in whole for period in indicator.values)


# ---- length -----------------------------------------------------------------------------------------------------


def words_within_limit(context: CheckContext) -> Iterator[Finding]:
    """Yield RG307 where a document has more words than its limit (General Assembly resolution 68/268, para. 16)."""
    words, limit = context.counts.words if context.counts else 0, context.report.settings.limit
    if words > limit:
        values = {"words": f"{words:,}", "limit": f"{limit:,}", "over": f"{words - limit:,}"}
        yield Finding("RG307", ("settings",), values)


def issues_within_share(context: CheckContext) -> Iterator[Finding]:
    """Yield RG330 where a reply has more words than `issues.yaml` gives its issue; a share that nobody set is none."""
    used: Counter[int | None] = Counter()
    for piece in context.pieces:
        used[piece.issue] += piece.words
    for path, issue in _issues(context.report):
        words, share = used[issue.number], issue.words
        if share is not None and words > share:
            values = {"words": f"{words:,}", "share": f"{share:,}", "over": f"{words - share:,}"}
            yield Finding("RG330", path, {"number": issue.number, **values})
