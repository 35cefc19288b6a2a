"""Whether a report may leave: what a final build asks beyond its stages, and what its manifest vouches for.

In: a project that was checked. Out: a verdict: void clearances, replies that await, the clearances in force, and the
questions about figures that were answered. The pipeline knows nothing of clearances; the command line hands this in.
"""

from collections.abc import Iterator
from pathlib import Path

from reportgen.agencies.belonging import Registry
from reportgen.agencies.cleared import standings, void_clearance
from reportgen.checks.finding import CheckContext
from reportgen.checks.questions import questions_are_answered
from reportgen.diagnostics import Diagnostic, Literal, Subject, diagnose
from reportgen.model import Report
from reportgen.pipeline import Checked, Verdict


def judge_final(root: Path, checked: Checked) -> Verdict:
    """What stands in the way of a final build, each at its place, and what proves that nothing does.

    Args:
        root: the project's folder.
        checked: the project.
    """
    report = checked.report
    if report is None:
        return Verdict()
    registry = Registry(root, checked, report)
    return Verdict(
        (*_awaiting(checked, report, registry), *_clearances(checked, report, registry)),
        tuple(_in_force(checked, report)),
        tuple(_answered(checked, report)),
    )


def _awaiting(checked: Checked, report: Report, registry: Registry) -> Iterator[Diagnostic]:
    """Replies with nothing to print although figures were sent for them, which the checks do not count as missing."""
    named = {found.place for found in checked.diagnostics if found.code == "RG306"}
    agencies = {issue.number: issue.agencies for issue in report.outline.issues}
    for number in checked.awaiting:
        place = registry.place_of(number)
        if place not in named:
            names = [report.agency_names.get(code, code) for code in agencies[number][:1]]
            yield diagnose("RG306", place, number=number, agency=Literal(" and ".join(names) or "an agency"))


def _clearances(checked: Checked, report: Report, registry: Registry) -> Iterator[Diagnostic]:
    """Void clearances; and issues that were never cleared, where any was."""
    known = standings(checked, report)
    for number, standing in known.items():
        if not standing.holds:
            yield void_clearance(standing, registry.place_of(number))
    for issue in report.outline.issues if known else ():
        if issue.number not in known and issue.number not in checked.awaiting:
            yield diagnose("RG630", registry.place_of(issue.number), issue=issue.number)


def _in_force(checked: Checked, report: Report) -> Iterator[dict[str, str | int]]:
    """The clearances that hold, as the manifest names them."""
    for number, standing in sorted(standings(checked, report).items()):
        if standing.holds:
            cleared = standing.clearance
            yield {"issue": number, "by": cleared.by, "date": cleared.date.isoformat(), "hash": cleared.hash}


def _answered(checked: Checked, report: Report) -> Iterator[dict[str, str | None]]:
    """The questions that would be asked if nobody had answered them, with what was answered."""
    if checked.merged is None:
        return
    silent = [one.model_copy(update={"answers": ()}) for one in report.submissions]
    unanswered = CheckContext(report.model_copy(update={"submissions": tuple(silent)}), checked.merged)
    asked = {(found.code, found.subject) for found in questions_are_answered(unanswered)}
    for submission in report.submissions:
        for answer in submission.answers:
            subject = Subject(answer.indicator, answer.part, str(answer.period), answer.value)
            if (answer.code, subject) in asked:
                yield {
                    "code": answer.code,
                    "agency": submission.agency,
                    "indicator": answer.indicator,
                    "part": answer.part,
                    "period": str(answer.period),
                    "value": None if answer.value is None else f"{answer.value:f}",
                    "reason": answer.reason,
                }
