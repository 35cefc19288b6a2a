"""Answers: every issue has a reply within its length, for every year that the Committee asks for."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen.checks.finding import CheckContext, Finding
from reportgen.diagnostics import Literal, Path, shown
from reportgen.model import Indicator, Period
from reportgen.model.asks import is_asked_by_name
from reportgen.model.indicators import label_of


def issues_are_listed(context: CheckContext) -> Iterator[Finding]:
    """Yield RG311 where the outline holds no issue to answer."""
    if not context.report.outline.issues:
        yield Finding("RG311", ("outline", "parts"))


def issues_are_answered(context: CheckContext) -> Iterator[Finding]:
    """Yield RG306 for an issue that has neither text nor figures from any agency."""
    report = context.report
    answered = answered_issues(context)
    for path, issue in report.outline.issues_by_path():
        if issue.number not in answered and issue.agencies:
            nothing = _with_nothing_to_add(context, issue.number)
            asked = next((code for code in issue.agencies if code not in nothing), issue.agencies[0])
            names = {code: report.agency_names.get(code, code) for code in (asked, *nothing)}
            notes = tuple((f"{names[code]} has nothing to add", place) for code, place in nothing.items())
            yield Finding("RG306", path, {"number": issue.number, "agency": Literal(names[asked])}, notes)


def answered_issues(context: CheckContext) -> set[int]:
    """Return the numbers of the issues for which some agency has sent a text or figures."""
    submissions = context.report.submissions
    answered = {reply.issue for submission in submissions for reply in submission.replies if reply.text.strip()}
    return answered | {
        indicator.issue
        for indicator in context.merged.indicators.values()
        if indicator.issue and indicator.report != "none"
    }


def _with_nothing_to_add(context: CheckContext, issue: int) -> dict[str, Path]:
    """Return the agencies that have nothing to add to an issue, each with the path where it says so."""
    return {
        one.agency: ("submissions", number, "nothing_to_add", one.nothing_to_add.index(issue))
        for number, one in enumerate(context.report.submissions)
        if issue in one.nothing_to_add
    }


# ---- years ------------------------------------------------------------------------------------------------------


def reporting_years_are_given(context: CheckContext) -> Iterator[Finding]:
    """Yield RG305 for a series that lacks a value, or a plain "no data", for a period that is asked.

    A single figure is no series: RG236 names those of one submission together, unless an issue asks for the indicator
    by name and names the years. A span covers its years.
    """
    single: dict[Path, list[tuple[str, Sequence[Period]]]] = {}
    for key, indicator in context.merged.indicators.items():
        periods = _periods_asked(context, key, indicator)
        missing = [period for period in periods if not _covers(indicator, period)]
        home = context.merged.homes[key]
        if not missing or not (indicator.values or key in context.asked):
            continue
        is_series = len(periods) - len(missing) > 1 and len(indicator.values) > 1
        if is_series or is_asked_by_name(context.asks, key, indicator):
            label, years = label_of(indicator, key), Literal(", ".join(map(str, missing)))
            yield Finding("RG305", home, {"key": label, "years": years})
        elif len(missing) < len(periods):
            single.setdefault(home[:2], []).append((key, missing))
    yield from (_single_figures(context, one) for one in single.values())


def _single_figures(context: CheckContext, incomplete: Sequence[tuple[str, Sequence[Period]]]) -> Finding:
    """Return the finding on the single figures of one submission, from their keys and the periods that they lack."""
    labels = [label_of(context.merged.indicators[key], key) for key, _ in incomplete]
    what = Literal(f"“{shown(labels[0])}” is" if len(labels) == 1 else f"{len(labels)} indicators are")
    homes = context.merged.homes
    notes = tuple(
        (f"{label}: none for {', '.join(map(str, periods))}", homes[key])
        for label, (key, periods) in zip(labels, incomplete, strict=True)
    )
    return Finding("RG236", homes[incomplete[0][0]], {"what": what}, notes)


def _periods_asked(context: CheckContext, key: str, indicator: Indicator) -> list[Period]:
    """Return the periods for which figures are asked, in the order of time: the issue's, else the reporting years."""
    ask = context.asked.get(key)
    if ask is not None:
        return sorted(ask.periods, key=lambda period: period.order)
    return list(context.report.periods_asked(indicator.issue))


def _covers(indicator: Indicator, asked: Period) -> bool:
    """Return whether something is given for a period, be it that there are no data."""
    return any(asked in period or period in asked for period in indicator.answered)


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
    for path, issue in context.report.outline.issues_by_path():
        words, share = used[issue.number], issue.words
        if share is not None and words > share:
            values = {"words": f"{words:,}", "share": f"{share:,}", "over": f"{words - share:,}"}
            yield Finding("RG330", path, {"number": issue.number, **values})
