"""Whether a report may leave: what a final build asks beyond its stages, and what its manifest vouches for.

The verdict names void clearances, replies that are awaited, the clearances in force, and the questions about figures
that were answered. The pipeline knows nothing of clearances; the command line hands this in.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportgen.agencies.belonging import Registry
from reportgen.agencies.cleared import Standing, lacking_names, standings, void_clearance
from reportgen.checks.figures import periods_have_begun
from reportgen.checks.finding import CheckContext
from reportgen.checks.questions import questions_are_answered
from reportgen.diagnostics import Diagnostic, diagnose
from reportgen.model import Report
from reportgen.pipeline import Checked, Verdict

Standings = Mapping[int, Standing]
"""The last clearance of each issue, by its number."""


def judge_agencies(root: Path, checked: Checked) -> Verdict:
    """Return what stands in the way of a final build, by replies, clearances and answers, and the proof of the rest."""
    report = checked.report
    if report is None:
        return Verdict()
    registry, known = Registry(root, checked, report), standings(checked, report, root)
    return Verdict(
        (*_awaiting(checked, registry), *_clearances(checked, report, registry, known)),
        tuple(_in_force(known)),
        tuple(_answered(checked, report)),
    )


def _awaiting(checked: Checked, registry: Registry) -> Iterator[Diagnostic]:
    """Yield replies with nothing to print although figures were sent, which the checks do not count as missing."""
    named = {found.place for found in checked.diagnostics if found.code in {"RG306", "RG314"}}
    for number in checked.awaiting:
        place = registry.place_of(number)
        if place not in named:
            yield diagnose("RG306", place, number=number, agency=registry.lead_of(number))


def _clearances(checked: Checked, report: Report, registry: Registry, known: Standings) -> Iterator[Diagnostic]:
    """Yield void clearances, those that lack a name, and issues that were never cleared, where any was."""
    for number, standing in known.items():
        if standing.changes:
            yield void_clearance(standing, registry.place_of(number))
        elif standing.lacks_names:
            yield lacking_names(standing, registry.place_of(number))
    for issue in report.outline.issues if known else ():
        if issue.number not in known and issue.number not in checked.awaiting:
            yield diagnose("RG630", registry.place_of(issue.number), issue=issue.number)


def _in_force(known: Standings) -> Iterator[dict[str, str | int]]:
    """Yield the clearances that hold, as the manifest names them."""
    for number, standing in sorted(known.items()):
        if standing.holds:
            cleared = standing.clearance
            yield {"issue": number, "by": standing.by, "date": cleared.date.isoformat(), "hash": cleared.hash}


def _answered(checked: Checked, report: Report) -> Iterator[dict[str, str | None]]:
    """Yield the questions that would be asked if nobody had answered them, with what was answered."""
    if checked.merged is None:
        return
    silent = [one.model_copy(update={"answers": ()}) for one in report.submissions]
    unanswered = CheckContext(report.model_copy(update={"submissions": tuple(silent)}), checked.merged)
    questions = (*questions_are_answered(unanswered), *periods_have_begun(unanswered))
    asked = {(found.code, found.subject) for found in questions}
    for submission in report.submissions:
        for answer in submission.answers:
            if (answer.code, answer.subject) in asked:
                yield {
                    "code": answer.code,
                    "agency": submission.agency,
                    "indicator": answer.indicator,
                    "part": answer.part,
                    "period": str(answer.period),
                    "value": None if answer.value is None else f"{answer.value:f}",
                    "reason": answer.reason,
                }
