"""Clearing: somebody vouches for the reply to an issue as it is now, and `clearances.yaml` records it.

The file is changed, not written anew: its comments and its order stay.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from reportgen.agencies.belonging import Registry, touching
from reportgen.agencies.cleared import (
    Standing,
    canonical,
    content_of,
    digest,
    digests,
    kept_name,
    last_of_each,
    standings,
)
from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose, errors_of
from reportgen.model import Clearance, Report
from reportgen.pipeline import Checked, check_project
from reportgen.project.appending import append_entries
from reportgen.project.folder import CLEARANCES

_HEAD = """\
# clearances.yaml: who cleared which reply, and when. reportgen clear adds to it; reportgen status says what holds.
# The hashes are those of the text and the figures that were cleared: when one of these changes, the clearance is void.
# What was cleared stands in the folder cleared/, in files that are called by these hashes.
clearances:
"""


class Cleared(Struct, frozen=True):
    """What was cleared, and what to write for it."""

    clearances: tuple[Clearance, ...]
    """What was cleared; nothing where one of the issues was refused."""
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes] = {}
    """What to write into the project; nothing where all of it was recorded already."""
    before: Mapping[int, Standing] = {}
    """The clearances that stood before, by issue."""
    names: Mapping[int, int] = {}
    """How many different persons have cleared each issue as it is, with this one."""
    needed: int = 1
    """How many the project asks for."""


def clear_issues(root: Path, numbers: Sequence[int], by: str, date: dt.date) -> Cleared:
    """Clear issues, all of them or none.

    Args:
        root: the project's folder.
        numbers: the issues.
        by: who clears.
        date: the day of the clearance.
    """
    checked = check_project(root)
    report = checked.report
    if report is None:
        return Cleared((), errors_of(checked.diagnostics))
    registry = Registry(root, checked, report)
    refused = [found for number in numbers for found in _refusals(registry, checked, report, number)]
    if refused:
        return Cleared((), tuple(dict.fromkeys(refused)))
    contents = {number: content_of(checked, report, number) for number in dict.fromkeys(numbers)}
    clearances = tuple(
        Clearance(issue=number, by=by, date=date, hash=digest(items), items=digests(items))
        for number, items in contents.items()
    )
    doubts = [found for number in numbers for found in touching(registry, checked.diagnostics, number)]
    warnings = tuple(dict.fromkeys(found for found in doubts if found.severity is Severity.WARNING))
    # run again, clearing records nothing twice
    new = [clearance for clearance in clearances if clearance not in report.clearances]
    kept = {kept_name(clearance): canonical(contents[clearance.issue]) for clearance in new}
    before = standings(checked, report, root)
    return Cleared(
        clearances,
        warnings,
        {CLEARANCES: append_entries(root, CLEARANCES, _HEAD, "clearances", map(dict, new)), **kept} if new else {},
        {clearance.issue: before[clearance.issue] for clearance in clearances if clearance.issue in before},
        {clearance.issue: _names(report, clearance) for clearance in clearances},
        report.settings.names_to_clear,
    )


def _names(report: Report, clearance: Clearance) -> int:
    """Return how many different persons have cleared what is cleared now, each by the last that he or she cleared."""
    own = (one for one in (*report.clearances, clearance) if one.issue == clearance.issue)
    return sum(one.hash == clearance.hash for one in last_of_each(own))


def _refusals(registry: Registry, checked: Checked, report: Report, number: int) -> list[Diagnostic]:
    """Return what stands in the way of clearing an issue: the errors themselves, and the reason."""
    place = Place((registry.root / "issues.yaml").as_posix())
    if report.outline.issue(number) is None:
        known = Literal(", ".join(str(issue.number) for issue in report.outline.issues) or "there are none")
        return [diagnose("RG703", place, issue=number, known=known)]
    errors = errors_of(touching(registry, checked.diagnostics, number))
    if errors:
        codes = Literal(", ".join(dict.fromkeys(error.code for error in errors)))
        return [*errors, diagnose("RG701", registry.place_of(number), issue=number, codes=codes)]
    if number in checked.awaiting:
        return [diagnose("RG702", registry.place_of(number), issue=number, agency=registry.lead_of(number))]
    return []
