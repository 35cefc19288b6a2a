"""`reportgen receive`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click
from msgspec import to_builtins

from reportgen.agencies.changes import Changes
from reportgen.agencies.receive import receive_file
from reportgen.agencies.received import Outcome, Pending, Received
from reportgen.agencies.undo import undo_last
from reportgen.cli.arguments import PROJECT, behind_project
from reportgen.cli.holding import holding, refusals
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import Diagnostic
from reportgen.diagnostics.render import as_json, summary
from reportgen.files.output import file_versions

if TYPE_CHECKING:
    from reportgen.agencies.filing import Filing
    from reportgen.agencies.received import Decision


@click.command()
@PROJECT
@click.argument("files", type=click.Path(path_type=Path), callback=behind_project, nargs=-1, metavar="[FILE]...")
@click.option("--merge", "decision", flag_value="merge", help="Take what each FILE says; what else is in force stays.")
@click.option(
    "--replace",
    "decision",
    flag_value="replace",
    help="Take each FILE in the place of all that its sender sent before.",
)
@click.option(
    "--edited", is_flag=True, help="Each FILE is your own edited copy of a workbook in force; mark what you edited."
)
@click.option("--undo", metavar="CODE", help="Bring back what was in force of AGENCY or AGENCY.DEPARTMENT before.")
@with_printer()
def receive(
    project: Path, files: tuple[Path, ...], decision: str | None, undo: str | None, printer: Printer, *, edited: bool
) -> None:
    """Take in FILEs that agencies sent.

    Each is checked and filed in PROJECT, and it is said what it changes. A file without errors becomes
    submissions/AGENCY.xlsx, which check and build read; the version before it is kept in submissions/earlier. A file
    that says only some things is put beside it as AGENCY+2.xlsx, and both are read. A file with errors, or one that
    contradicts what is in force or takes something out, waits in submissions/refused, and what was there stays in
    force; --merge or --replace decides. Whose a file is stands in the file; its name does not matter. Bytes are kept
    as they came. To correct something yourself, edit a copy of the workbook in force and receive it with --edited:
    each cell that you edited becomes blue and has what stood there in a note.

    Examples: reportgen receive inputs Downloads/reply-of-labour.xlsx, reportgen receive inputs --undo labour
    """
    if undo is not None and (files or decision or edited):
        raise click.UsageError("--undo stands alone, with the code of an agency.")
    if undo is not None:
        _undo(project, undo, printer)
        return
    if not files:
        raise click.UsageError("Missing argument 'FILE...'.")
    desk = _Desk(printer)
    with holding(project, "receive", printer):
        for file in files:
            desk.take(
                receive_file(project, file, cast("Decision", decision or "ask"), is_edited=edited, held=desk.held)
            )
        desk.show_late()
    if printer.shape == "json":
        printer.dump(desk.facts)
    printer.end(desk.diagnostics)


class _Desk:
    """Files what comes in, and says what became of it."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self.held: list[Pending] = []
        self.facts: list[dict[str, object]] = []
        self.diagnostics: list[Diagnostic] = []
        self._late: dict[str, tuple[Received, list[Path], list[Diagnostic]]] = {}
        """What is said in the end of files that another sender contradicts, unless a file behind them settles it."""

    def take(self, received: Received) -> None:
        """File what came in, with what comes into force along with it."""
        kept, problems = _file(one.filing for one in (received, *received.along))
        if received.disagrees:
            self._late[received.file] = received, kept, problems
            return
        self._show(received, kept, problems)
        for one in received.along if not problems else ():
            self._late.pop(one.file, None)
            self._show(one, [], [])

    def show_late(self) -> None:
        """Say what became of the files that are contradicted still."""
        for one in self._late.values():
            self._show(*one)

    def _show(self, received: Received, kept: list[Path], problems: list[Diagnostic]) -> None:
        found = [*received.diagnostics, *problems]
        self.diagnostics += found
        self.facts.append(_facts(received, kept, problems))
        if self._printer.shape != "json":
            self._printer.show(found)
            self._printer.say(*_lines(received, kept, filed=not problems))


def _undo(project: Path, code: str, printer: Printer) -> None:
    """Bring the version before back into force."""
    with holding(project, "receive", printer):
        undone = undo_last(project, code)
        kept, problems = _file([undone.filing])
    files = list(undone.files) if not problems else []
    lines = []
    if files:
        lines = [f"{code}: in force again: {', '.join(files)}"]
        lines += [f"  kept what was in force as {path}" for path in kept]
        lines += [f"  {line}" for line in _change_lines(undone.changes)]
    facts = {"undone": code, "in_force": files, "kept": [path.as_posix() for path in kept]}
    printer.finish([*undone.diagnostics, *problems], facts, lines)


def _file(filings: "Iterable[Filing | None]") -> tuple[list[Path], list[Diagnostic]]:
    """File what came in; return where the versions before it are kept, and what stands in the way."""
    kept: list[Path] = []
    problems: list[Diagnostic] = []
    versions = [filing.version for filing in filings if filing is not None]
    if versions:
        with refusals(problems):
            kept = file_versions(versions)
    return kept, problems


def _lines(received: Received, kept: list[Path], *, filed: bool) -> Iterator[str]:
    """Yield what came in and what became of it, for people."""
    if received.outcome is Outcome.SAME:
        yield f"{received.file}: the same as {received.same_as}, byte for byte; nothing was filed"
    elif received.filing is None:
        yield f"{received.file}: not accepted, and not filed ({summary(received.diagnostics)})"
    elif not filed:
        yield f"{received.file}: nothing was filed"
    elif received.outcome is Outcome.REFUSED:
        yield f"{received.file}: not accepted ({summary(received.diagnostics)}), kept as {received.filing.path}"
        yield from ("  what was in force before stays in force",) if not received.is_first else ()
        yield "  reportgen feedback marks what is wrong in a copy that you can send back"
    elif received.outcome is Outcome.WAITING:
        is_last = received.filing.folder != received.filing.archive
        kept_as = "it waits" if is_last else "a newer file waits; this one is kept"
        yield f"{received.file}: not taken, {kept_as} as {received.filing.path}; what is in force stays in force"
        yield "  when you know what is right, receive the same file again: with --merge to take what it says and keep"
        yield "  the rest, or with --replace to take it alone"
    else:
        yield f"{received.file}: accepted ({summary(received.diagnostics)}), filed as {received.filing.path}"
        for path in received.stays:
            yield f"  {path} stays in force for what this file does not say"
    for path in kept:
        yield f"  kept an earlier version as {path}"
    if filed and received.outcome is Outcome.ACCEPTED:
        yield from (f"  {line}" for line in _change_lines(received.changes))
        if not received.changes and not received.is_first:
            yield "  no figure and no text changed"


def _change_lines(changes: Changes) -> Iterator[str]:
    yield from map(str, (*changes.figures, *changes.fields, *changes.replies))


def _facts(received: Received, kept: list[Path], problems: list[Diagnostic]) -> dict[str, object]:
    """Return what came in and what became of it, for programs."""
    changes = received.changes if received.outcome is Outcome.ACCEPTED and not problems else Changes()
    return {
        "file": received.file,
        "agency": received.agency,
        "department": received.department,
        "outcome": received.outcome.value,
        "filed": received.filing.path.as_posix() if received.filing and not problems else None,
        "kept": [path.as_posix() for path in kept],
        "stays": [path.as_posix() for path in received.stays],
        "figures": to_builtins(changes.figures),
        "fields": to_builtins(changes.fields),
        "replies": to_builtins(changes.replies),
        "diagnostics": as_json([*received.diagnostics, *problems]),
    }
