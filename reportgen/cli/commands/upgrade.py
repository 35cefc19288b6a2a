"""`reportgen upgrade`."""

from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import to_builtins

from reportgen.agencies.upgrade import Upgrade, find_upgrade
from reportgen.cli.arguments import PROJECT
from reportgen.cli.holding import holding, refusals
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import shown
from reportgen.files.output import write_files
from reportgen.model.report import PROJECT_FORMAT


@click.command()
@PROJECT
@click.option("--dry-run", is_flag=True, help="Say what changes, and write nothing.")
@with_printer()
def upgrade(project: Path, printer: Printer, *, dry_run: bool) -> None:
    """Bring PROJECT to the format of this version.

    With --dry-run, every sentence that this version puts otherwise than the last build in PROJECT/build, and every
    clearance that it changes, is listed before anything is written. Without it, the format in report.yaml is set, and
    nothing else.

    Example: reportgen upgrade inputs --dry-run
    """
    written: list[Path] = []
    with holding(project, "upgrade", printer):
        found = find_upgrade(project)
        diagnostics = list(found.diagnostics)
        with refusals(diagnostics):
            written = write_files(project, found.files) if found.files and not dry_run else []
    lines = _lines(project, found, written) if found.old_format is not None else ()
    printer.finish(diagnostics, _facts(found, written), lines)


def _facts(found: Upgrade, written: list[Path]) -> dict[str, object]:
    """Return what an upgrade changes, for programs."""
    return {
        "format": found.old_format,
        "newest": PROJECT_FORMAT,
        "last_build_by": found.built_by,
        "sentences": to_builtins(found.sentences),
        "clearances": to_builtins(found.clearances),
        "files": [path.as_posix() for path in written],
    }


def _lines(project: Path, found: Upgrade, written: list[Path]) -> Iterator[str]:
    """Yield what an upgrade changes, for people."""
    is_newest = found.old_format == PROJECT_FORMAT
    yield f"{project}: format {found.old_format}" + (
        ", the newest" if is_newest else f"; this version: {PROJECT_FORMAT}"
    )
    if found.built_by is not None:
        yield from _sentence_lines(found)
    yield f"clearances that change: {len(found.clearances) or 'none'}"
    for cleared in found.clearances:
        yield f"  issue {cleared.issue}, cleared by {cleared.by} on {cleared.date}: {cleared.explanation}"
    yield from (f"wrote {path}" for path in written)
    if not written:
        yield "nothing was written"


def _sentence_lines(found: Upgrade) -> Iterator[str]:
    """Yield the sentences that are put otherwise, the old ones and the new ones, by issue."""
    places = len(found.sentences)
    yield f"sentences that differ from the last build (by reportgen {found.built_by}): {places or 'none'}"
    for change in found.sentences:
        yield f"  issue {change.issue}:" if change.issue else "  outside the replies:"
        for sign, texts in (("-", change.old), ("+", change.new)):
            yield from (f"    {sign} {''.join(map(shown, text))}" for text in texts)
