"""`reportgen verify`."""

from pathlib import Path

import click

from reportgen.cli.arguments import PROJECT, behind_project
from reportgen.cli.cache import find_report
from reportgen.cli.echo import echo
from reportgen.cli.github import annotation
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import Place
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import FILE_BYTES
from reportgen.word.printing import verify_json, verify_text
from reportgen.word.verify import verify_report


@click.command()
@PROJECT
@click.argument("file", type=click.Path(path_type=Path), callback=behind_project, metavar="FILE.docx")
@with_printer()
def verify(project: Path, file: Path, printer: Printer) -> None:
    """Compare FILE.docx, edited in Word, with the data.

    Every figure from the data of PROJECT is looked for: unchanged, written differently, changed or gone; numbers
    without a source, edited sentences, paragraphs that were moved, split, merged, added or deleted, and references are
    listed, and the edited text is audited. Nothing is changed. Ends with 1 where a figure contradicts the data.

    It compares with what reportgen build --cache has kept, as long as no file of PROJECT has changed; else it builds.

    Example: reportgen verify inputs edited.docx
    """
    name = file.as_posix()
    try:
        data = read_bytes(file, name, root=file.parent, limit=FILE_BYTES)
    except Refused as refused:
        printer.refuse([refused.diagnostic])
        return
    verified = verify_report(project, data, name, find_report(project))
    if printer.shape == "json":
        printer.dump(verify_json(verified))
    elif printer.shape == "github" or printer.is_quiet:
        printer.show(verified.diagnostics)
    else:
        printer.give(verify_text(verified, name))
    if printer.shape == "github":
        for one, where in zip(verified.findings, verified.audit_places, strict=True):
            echo(annotation(one.severity, one.code, (f"{where}: {one.message}", one.evidence), Place(name)))
    printer.end(verified.diagnostics)
