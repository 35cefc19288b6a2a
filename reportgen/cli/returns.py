"""The commands for what agencies send back: receiving it, and saying what is wrong with it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.holding import holding
from reportgen.cli.showing import OUTPUT_FORMAT, PROJECT, dumped, end, rendered, show

if TYPE_CHECKING:
    from reportgen.agencies.changes import Changes
    from reportgen.agencies.filing import Filing
    from reportgen.agencies.receive import Received
    from reportgen.diagnostics import Diagnostic


@click.command()
@PROJECT
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, metavar="[FILE]...")
@click.option("--merge", "decision", flag_value="merge", help="Take what each FILE says; what else is in force stays.")
@click.option(
    "--replace",
    "decision",
    flag_value="replace",
    help="Take each FILE in the place of all that its sender sent before.",
)
@click.option("--undo", metavar="CODE", help="Bring back what was in force of AGENCY or AGENCY.DEPARTMENT before.")
@OUTPUT_FORMAT
def receive(project: Path, files: tuple[Path, ...], decision: str | None, undo: str | None, shape: str) -> None:
    """Take in FILEs that agencies sent: check each, say what it changes, and file it in PROJECT.

    A file without errors becomes submissions/AGENCY.xlsx, which check and build read; the version before it is kept in
    submissions/earlier. A file that says only some things is put beside it as AGENCY+2.xlsx, and both are read. A file
    with errors, or one that contradicts what is in force or takes something out, waits in submissions/refused, and what
    was there stays in force; --merge or --replace decides. Whose a file is stands in the file; its name does not
    matter. Bytes are kept as they came.

    Examples: reportgen receive inputs Downloads/reply-of-labour.xlsx, reportgen receive inputs --undo labour
    """
    from reportgen.agencies.receive import receive_file  # noqa: PLC0415 - `--help` needs none of it

    if undo is not None and (files or decision):
        raise click.UsageError("--undo stands alone, with the code of an agency.")
    if undo is not None:
        _undo(project, undo, shape)
        return
    if not files:
        raise click.UsageError("Missing argument 'FILE...'.")
    facts: list[dict[str, object]] = []
    diagnostics: list[Diagnostic] = []
    with holding(project, "receive", shape):
        for file in files:
            received = receive_file(project, file, decision or "ask")  # type: ignore[arg-type] # one of the flags
            kept, problems = _file(received.filing)
            diagnostics += [*received.diagnostics, *problems]
            facts.append(_facts(received, kept, problems))
            if shape == "text":
                found = rendered([*received.diagnostics, *problems])
                click.echo("\n".join(filter(None, (found, *_said(received, kept, filed=not problems)))))
    if shape == "json":
        click.echo(dumped(facts))
    end(diagnostics)


def _undo(project: Path, code: str, shape: str) -> None:
    """Bring the version before back into force."""
    from reportgen.agencies.undo import undo_last  # noqa: PLC0415 - `--help` needs none of it

    with holding(project, "receive", shape):
        undone = undo_last(project, code)
        kept, problems = _file(undone.filing)
    diagnostics = [*undone.diagnostics, *problems]
    files = list(undone.files) if not problems else []
    show(diagnostics, shape, {"undone": code, "in_force": files, "kept": [path.as_posix() for path in kept]})
    if shape == "text" and files:
        click.echo(f"{code}: in force again: {', '.join(files)}")
        for line in (*(f"kept what was in force as {path}" for path in kept), *_lines_of(undone.changes)):
            click.echo(f"  {line}")
    end(diagnostics)


def _file(filing: "Filing | None") -> "tuple[list[Path], list[Diagnostic]]":
    """File what came in; where the versions before it are kept, or what stands in the way."""
    from reportgen.files.output import OutputError, file_version  # noqa: PLC0415 - `--help` needs none of it

    if filing is None:
        return [], []
    try:
        files = {filing.name: filing.data, **filing.answers}
        return file_version(filing.folder, filing.name, files, filing.replaced, filing.archive), []
    except OutputError as error:
        return [], [error.diagnostic]


def _said(received: "Received", kept: list[Path], *, filed: bool) -> Iterator[str]:
    """What came in and what became of it, in lines for people."""
    from reportgen.agencies.receive import Outcome  # noqa: PLC0415 - as above
    from reportgen.diagnostics.render import summary  # noqa: PLC0415 - `--help` needs none of it

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
        yield from (f"  {line}" for line in _change_lines(received))


def _change_lines(received: "Received") -> Iterator[str]:
    """What an accepted version changed, or that nothing did."""
    yield from _lines_of(received.changes)
    if not received.changes and not received.is_first:
        yield "no figure and no text changed"


def _lines_of(changes: "Changes") -> Iterator[str]:
    yield from map(str, (*changes.figures, *changes.fields, *changes.replies))


def _facts(received: "Received", kept: list[Path], problems: "list[Diagnostic]") -> dict[str, object]:
    """What came in and what became of it, for programs."""
    from msgspec import to_builtins  # noqa: PLC0415 - `--help` does not need it

    from reportgen.agencies.changes import Changes  # noqa: PLC0415 - as above
    from reportgen.agencies.receive import Outcome  # noqa: PLC0415 - as above
    from reportgen.diagnostics.render import as_json  # noqa: PLC0415 - as above

    changes = received.changes if received.outcome is Outcome.ACCEPTED and not problems else Changes()
    return {
        "file": received.file,
        "agency": received.agency,
        "department": received.department,
        "outcome": received.outcome.value,
        "filed": received.filing.path.as_posix() if received.filing and not problems else None,
        "kept": [path.as_posix() for path in kept],
        "stays": [path.as_posix() for path in received.stays],
        "figures": [to_builtins(change) for change in changes.figures],
        "fields": [to_builtins(change) for change in changes.fields],
        "replies": [to_builtins(change) for change in changes.replies],
        "diagnostics": as_json([*received.diagnostics, *problems]),
    }


@click.command()
@PROJECT
@click.option("--agency", "codes", multiple=True, metavar="CODE", help="Only for this agency; may be repeated.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write. [default: PROJECT/build/feedback]")
@OUTPUT_FORMAT
def feedback(project: Path, codes: tuple[str, ...], out: Path | None, shape: str) -> None:
    """Write for each agency what is wrong or doubtful in what it sent last, ready to be sent back.

    An agency that sent a workbook gets a copy of it, in which every problem is a marked cell with a comment, and whose
    first sheet lists them all; questions can be answered there. One that sent YAML gets the list as a text file.
    The files in PROJECT/submissions stay as they are.

    Example: reportgen feedback inputs --agency labour
    """
    from reportgen.agencies.feedback import find_feedback  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.files.output import OutputError, write_files  # noqa: PLC0415 - as above

    folder = out or project / "build" / "feedback"
    written: list[Path] = []
    with holding(project, "feedback", shape, folder):
        made = find_feedback(project, codes)
        diagnostics = list(made.diagnostics)
        try:
            kept = {name: data for one in made.feedbacks for name, data in one.kept.items()}
            if kept:
                write_files(project / "submissions", kept)
            written = write_files(folder, {one.name: one.data for one in made.feedbacks}) if made.feedbacks else []
        except OutputError as error:
            diagnostics.append(error.diagnostic)
    counts = [
        {"agency": one.agency, "about": one.source.as_posix(), "file": path.as_posix()}
        | {"errors": one.errors, "warnings": one.warnings, "questions": one.questions}
        for one, path in zip(made.feedbacks, written, strict=False)
    ]
    show(diagnostics, shape, {"feedback": counts, "awaited": list(made.awaited)})
    if shape == "text":
        for one in counts:
            said = ", ".join(_counted(one[f"{noun}s"], noun) for noun in ("error", "warning", "question"))
            click.echo(f"{one['agency']}: {said}: {one['file']}")
        for code in made.awaited:
            click.echo(f"{code}: nothing was received yet")
    end(diagnostics)


COMMANDS: tuple[click.Command, ...] = (receive, feedback)
"""All commands for what comes back, for the command line."""


def _counted(count: object, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
