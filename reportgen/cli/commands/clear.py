"""`reportgen clear`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.agencies.clear import Cleared, clear_issues
from reportgen.cli.arguments import PROJECT
from reportgen.cli.holding import holding, refusals
from reportgen.cli.options import DATE, one_line
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import Literal, shown
from reportgen.files.output import write_files
from reportgen.limits import LABEL_CHARACTERS

if TYPE_CHECKING:
    import datetime as dt

    from reportgen.model import Clearance


def _name(context: click.Context, parameter: click.Parameter, value: str) -> str:
    del context, parameter
    return one_line(value, LABEL_CHARACTERS)


@click.command()
@PROJECT
@click.option(
    "--issue", "issues", type=int, multiple=True, required=True, help="The number of an issue; may be repeated."
)
@click.option("--by", required=True, callback=_name, help="Who clears.")
@DATE
@with_printer()
def clear(project: Path, issues: tuple[int, ...], by: str, date: "dt.date", printer: Printer) -> None:
    """Record that somebody cleared the reply to an issue.

    The clearance holds for the text and the figures of this moment; any later change of them voids it, and
    reportgen status says which, word by word, since what was cleared is kept in the folder cleared. An issue with
    errors, or without a reply, cannot be cleared. Where report.yaml says names_to_clear: 2, two different persons
    have to clear it.

    Example: reportgen clear inputs --issue 3 --by "Deputy Minister of Justice"
    """
    with holding(project, "clear", printer):
        cleared = clear_issues(project, issues, by, date)
        diagnostics = list(cleared.diagnostics)
        written: list[Path] = []
        with refusals(diagnostics):
            written = write_files(project, cleared.files) if cleared.files else []
    shown_ones = cleared.clearances if written else ()
    facts = [_facts(clearance, cleared) for clearance in shown_ones]
    lines = [line for clearance in shown_ones for line in _lines(clearance, cleared)]
    printer.finish(diagnostics, {"cleared": facts}, lines or ["nothing was cleared"])


def _facts(clearance: "Clearance", cleared: Cleared) -> dict[str, object]:
    before = cleared.before.get(clearance.issue)
    return {
        "issue": clearance.issue,
        "by": clearance.by,
        "date": clearance.date.isoformat(),
        "hash": clearance.hash,
        "names": cleared.names[clearance.issue],
        "names_needed": cleared.needed,
        "changes": list(map(str, before.words or before.changes)) if before else [],
    }


def _lines(clearance: "Clearance", cleared: Cleared) -> Iterator[str]:
    """Yield who cleared an issue, who has yet to, and what changed since it was cleared before."""
    names = cleared.names[clearance.issue]
    lacking = f", {names} of {cleared.needed} persons" if names < cleared.needed else ""
    yield f"issue {clearance.issue}: cleared by {clearance.by} on {clearance.date}{lacking}"
    before = cleared.before.get(clearance.issue)
    if before is not None and before.changes:
        yield f"  changed since {shown(Literal(before.by))} cleared it on {before.clearance.date}:"
        yield from (f"    {change}" for change in before.words or before.changes)
