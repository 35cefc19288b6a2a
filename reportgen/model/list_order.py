"""The order of the report's figures: that of the list of issues, which its reader follows."""

from reportgen.model.asks import closest_asks, find_asks
from reportgen.model.merge import Merged
from reportgen.model.report import Report


def in_list_order(report: Report, merged: Merged) -> list[str]:
    """Return the keys of all indicators in the order of the list; those of no issue come last.

    Within an issue they stand as it asks for them. What an agency gives beside these keeps its place behind the asked
    figure that stands before it in the agency's own order, since it is often a part of that one; where an agency was
    asked for none, its figures come last, those of the lead first.

    Args:
        report: the report.
        merged: the indicators of its submissions.
    """
    indicators = merged.indicators
    answered = closest_asks(find_asks(report.outline, (), indicators), indicators)
    issues = {issue.number: (place, issue) for place, issue in enumerate(report.outline.issues)}
    runs: dict[tuple[int | None, int], list[str]] = {}
    for key, indicator in indicators.items():
        runs.setdefault((indicator.issue, int(merged.homes[key][1])), []).append(key)
    ranks: dict[str, tuple[int, ...]] = {}
    for (number, submission), keys in runs.items():
        position, issue = issues.get(number or 0, (len(issues), None))
        sender = report.sender_rank(issue, submission)
        asked = {key: answered[key].place for key in keys if key in answered and answered[key].issue == number}
        at = next(iter(asked.values()), len(issue.asks.indicators) if issue else 0)
        for key in keys:
            at = asked.get(key, at)
            ranks[key] = (position, at, *sender)
    return sorted(indicators, key=ranks.__getitem__)
