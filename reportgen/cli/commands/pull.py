"""`reportgen pull`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from msgspec import to_builtins

from reportgen.cli.arguments import PROJECT, behind_project
from reportgen.cli.holding import holding, refusals, write_results
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import count_of, shown
from reportgen.diagnostics.render import shown_path
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.languages.words import capital
from reportgen.limits import FILE_BYTES
from reportgen.model import Comment
from reportgen.word.pull.pulling import ARRANGED, pull_report
from reportgen.word.pull.result import Pulled, RefusedFigure
from reportgen.word.pull.since import Sent


@click.command()
@PROJECT
@click.argument("file", type=click.Path(path_type=Path), callback=behind_project, metavar="FILE.docx")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option(
    "--accept",
    default="all",
    show_default=True,
    metavar="all|none|AUTHOR",
    help="Whose tracked changes are taken; the others are left as if rejected.",
)
@click.option(
    "--list",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Where what was refused is listed, in a text for each agency.",
)
@click.option(
    "--built",
    type=click.Path(path_type=Path),
    metavar="FILE.docx",
    help="The document as it was built, before anybody edited it; else that of the last build, if it is the same one.",
)
@click.option("--yes", is_flag=True, help="Delete and move paragraphs without a question.")
@with_printer()
def pull(
    project: Path,
    file: Path,
    accept: str,
    folder: Path | None,
    built: Path | None,
    printer: Printer,
    *,
    dry_run: bool,
    yes: bool,
) -> None:
    """Return what was edited in FILE.docx to PROJECT.

    FILE.docx is a report that was built from PROJECT and edited in Word. Each edit goes to the reply that it came from:
    into YAML files, of which nothing else changes, and into copies of workbooks, which take their place, while the
    workbooks themselves go to submissions/earlier. References stay references. A figure that is written from data, and
    the words that are written with it, are refused and listed with their cells. What cannot be taken is listed too;
    the project then prints what was taken, and everything else as before. What was changed in the inputs since the
    document was built stays. Comments become questions to the agency whose text or figure they stand on,
    which are kept in comments.yaml and shown by reportgen feedback. Ends with 1 where a figure was refused.

    Example: reportgen pull inputs edited.docx --dry-run
    """
    name = file.as_posix()
    try:
        data = _read_word_file(file).data
        sent = _read_word_file(built) if built else None
    except Refused as refused:
        printer.refuse([refused.diagnostic])
        return
    with holding(project, "pull", printer):
        pulled = pull_report(project, data, name, sent, accepting=accept)
        if not dry_run and not yes and not _agreed(pulled):
            pulled = pull_report(project, data, name, sent, accepting=accept, arranges=False)
        diagnostics = list(pulled.diagnostics)
        written: list[Path] = []
        is_taken = False
        with refusals(diagnostics):
            if not dry_run:
                written += _write_lists(folder, pulled, name)
                written += pulled.copies.file(project, pulled.files)
                is_taken = True
    facts = {
        "taken": to_builtins(pulled.taken),
        "refused": to_builtins(pulled.refused),
        "left": to_builtins(pulled.left),
        "comments": [comment.model_dump(mode="json", exclude_none=True) for comment in pulled.comments],
        "files": [path.as_posix() for path in written],
    }
    printer.say(*_lines(pulled, written))
    printer.finish(diagnostics, facts, [_summary(pulled, name, is_taken=is_taken)])


def _read_word_file(file: Path) -> Sent:
    """Return a Word file that was named.

    Raises:
        Refused: where it cannot be read.
    """
    return Sent(read_bytes(file, file.as_posix(), root=file.parent, limit=FILE_BYTES), file.as_posix())


def _agreed(pulled: Pulled) -> bool:
    """Ask whether paragraphs are to be deleted and moved in the inputs; where there are none, there is no question."""
    arranged = [one for one in pulled.taken if one.kind in ARRANGED]
    if not arranged:
        return True
    for edit in arranged:
        click.echo(f"{edit.where}: {edit.kind}: {shown(edit.text)}", err=True)
    try:
        return click.confirm(f"Do this to {count_of(len(arranged), 'paragraph')} of the inputs?", err=True)
    except click.Abort:
        return False  # nobody is there to answer


def _write_lists(folder: Path | None, pulled: Pulled, name: str) -> list[Path]:
    """Write lists of what was refused, where they are wanted; a wrong folder is noticed before anything is taken."""
    return write_results(folder, _lists_for_agencies(pulled.refused, name)) if folder and pulled.refused else []


def _lines(pulled: Pulled, written: list[Path]) -> Iterator[str]:
    for edit in pulled.taken:
        by = f" by {shown(', '.join(edit.authors))}" if edit.authors else ""
        yield f"{shown_path(edit.place)}: {edit.kind}{by} ({edit.where}): {shown(edit.text)}"
    for comment in pulled.comments:
        where = f" ({comment.where})" if comment.where else ""
        text = shown(" ".join(comment.text.split()))
        yield f"{_agency_asked(comment)}: asked by {shown(comment.author)}{where}: {text}"
    yield from (f"wrote {path}" for path in written)


def _agency_asked(comment: Comment) -> str:
    return ".".join(filter(None, (comment.agency, comment.department))) or "the coordinator"


def _summary(pulled: Pulled, name: str, *, is_taken: bool) -> str:
    verb = "taken" if is_taken else "can be taken"
    refused = f"{count_of(len(pulled.refused), 'edit')} of what is written from data refused"
    asked = f", {count_of(len(pulled.comments), 'comment')} to be answered" if pulled.comments else ""
    return f"{name}: {count_of(len(pulled.taken), 'edit')} {verb}, {refused}, {len(pulled.left):,} left{asked}"


_ADVICE = (
    "Where the document is right, correct the figure in the file that you send. Where it is not, nothing needs to be\n"
    "done: the next document prints the figure that you gave.\n"
)


def _lists_for_agencies(refused: Iterable[RefusedFigure], name: str) -> dict[str, bytes]:
    """Return a text for each agency, by file name.

    Args:
        refused: what was edited though it is written from data; what no agency gave is left out.
        name: the edited document.
    """
    by_agency: dict[str, list[RefusedFigure]] = {}
    for one in refused:
        if one.agency:
            by_agency.setdefault(one.agency, []).append(one)
    heading = f"Figures of yours that differ in {name}\n"
    return {
        f"{agency}.txt": "\n".join([heading, *map(_entry, own), _ADVICE]).encode() for agency, own in by_agency.items()
    }


def _entry(refused: RefusedFigure) -> str:
    where = capital(refused.where)
    lines = [
        where,
        f"  the document says: {refused.new}",
        f"  your data say: {refused.old} ({', '.join(refused.cells)})",
    ]
    return "\n".join([*lines, f"  {refused.sentence}", ""])
