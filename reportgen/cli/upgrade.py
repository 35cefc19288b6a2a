"""The command that upgrades a project in the middle of a cycle."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.holding import holding
from reportgen.cli.showing import OUTPUT_FORMAT, PROJECT, end, show

if TYPE_CHECKING:
    from reportgen.agencies.upgrade import Upgrade


@click.command()
@PROJECT
@click.option("--dry-run", is_flag=True, help="Say what changes, and write nothing.")
@OUTPUT_FORMAT
def upgrade(project: Path, shape: str, *, dry_run: bool) -> None:
    """Set the format of PROJECT to that of this version, and say what this version changes.

    With --dry-run, every sentence that this version puts otherwise than the last build in PROJECT/build, and every
    clearance that it changes, is listed before anything is written. Without it, the format in report.yaml is set, and
    nothing else.

    Example: reportgen upgrade inputs --dry-run
    """
    from reportgen.agencies.upgrade import find_upgrade  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.files.output import OutputError, write_files  # noqa: PLC0415 - as above

    written: list[Path] = []
    with holding(project, "upgrade", shape):
        found = find_upgrade(project)
        diagnostics = list(found.diagnostics)
        try:
            written = write_files(project, found.files) if found.files and not dry_run else []
        except OutputError as error:
            diagnostics.append(error.diagnostic)
    show(diagnostics, shape, _facts(found, written))
    if shape == "text" and found.old_format is not None:
        click.echo("\n".join(_lines(project, found, written)))
    end(diagnostics)


def _facts(found: "Upgrade", written: list[Path]) -> dict[str, object]:
    """Return what an upgrade changes for programs."""
    from msgspec import to_builtins  # noqa: PLC0415 - `--help` does not need it

    from reportgen.model.report import PROJECT_FORMAT  # noqa: PLC0415 - as above

    return {
        "format": found.old_format,
        "newest": PROJECT_FORMAT,
        "last_build_by": found.built_by,
        "sentences": [to_builtins(one) for one in found.sentences],
        "clearances": [to_builtins(one) for one in found.clearances],
        "files": [path.as_posix() for path in written],
    }


def _lines(project: Path, found: "Upgrade", written: list[Path]) -> Iterator[str]:
    """Yield what an upgrade changes in lines for people."""
    from reportgen.model.report import PROJECT_FORMAT  # noqa: PLC0415 - `--help` does not need it

    is_newest = found.old_format == PROJECT_FORMAT
    yield f"{project}: format {found.old_format}" + (
        ", the newest" if is_newest else f"; this version: {PROJECT_FORMAT}"
    )
    if found.built_by is not None:
        yield from _sentence_lines(found)
    yield f"clearances that change: {len(found.clearances) or 'none'}"
    for cleared in found.clearances:
        yield f"  issue {cleared.issue}, cleared by {cleared.by} on {cleared.date}: {cleared.explanation}"
    if written:
        yield from (f"wrote {path}" for path in written)
    else:
        yield "nothing was written"


def _sentence_lines(found: "Upgrade") -> Iterator[str]:
    """Yield the sentences that are put otherwise, the old ones and the new ones, by issue."""
    from reportgen.diagnostics import shown  # noqa: PLC0415 - `--help` needs none of it

    places = len(found.sentences)
    yield f"sentences that differ from the last build (by reportgen {found.built_by}): {places or 'none'}"
    for change in found.sentences:
        yield f"  issue {change.issue}:" if change.issue else "  outside the replies:"
        for sign, texts in (("-", change.old), ("+", change.new)):
            yield from (f"    {sign} {''.join(map(shown, text))}" for text in texts)


COMMANDS: tuple[click.Command, ...] = (upgrade,)
"""The commands of this module, for the command line."""
