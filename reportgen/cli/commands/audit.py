"""`reportgen audit`."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from reportgen.cli.echo import echo
from reportgen.cli.github import annotation
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import Diagnostic, Place, Severity, has_errors
from reportgen.document.tree import Document
from reportgen.published.audit.findings import Audited, audit_document
from reportgen.published.audit.printing import audit_json, audit_text
from reportgen.readers.reading import read_file


@click.command()
@click.argument("what", type=click.Path(path_type=Path), metavar="FILE | PROJECT")
@click.argument("earlier", nargs=-1, type=click.Path(path_type=Path), metavar="[EARLIER]...")
@with_printer("html")
def audit(what: Path, earlier: tuple[Path, ...], printer: Printer) -> None:
    """Recompute what the text of a report claims.

    Sums, shares, changes, directions and periods are worked out again from the numbers that the text gives; the same
    quantity with two values, paragraphs that stand twice, notes to the authors and missing spaces are found as well.
    FILE is any report as .docx or .txt, PROJECT a folder; nothing else is needed, and nothing is changed. The page of
    --format html is printed: write > audit.html after it. Ends with 1 where something is certainly wrong.
    EARLIER are reports before this one: where they give other figures of the same years, both sentences are shown.

    Example: reportgen audit inputs
    """
    document, *others = [_read(path, printer) for path in (what, *earlier)]
    audited = audit_document(document, [(one.name, other) for one, other in zip(earlier, others, strict=True)])
    errors = tuple(finding for finding in audited.findings if finding.severity is Severity.ERROR)
    _print(replace(audited, findings=errors) if printer.is_quiet else audited, what, printer)
    if errors:
        sys.exit(1)


def _read(what: Path, printer: Printer) -> Document:
    """Return the document of a file or a project; end with 1 where it cannot be read."""
    if not what.exists():
        raise click.BadParameter(f"{what} is not there; name a .docx, a .txt or the folder of a project")
    document, diagnostics = _read_project(what) if what.is_dir() else _read_file(what)
    printer.refuse(diagnostics)
    if document is None:
        sys.exit(1)
    return document


def _read_project(folder: Path) -> tuple[Document | None, Sequence[Diagnostic]]:
    """Return the document of a project, or None and what stands in its way."""
    from reportgen.pipeline import check_project

    checked = check_project(folder)
    return checked.document, () if checked.document is not None else checked.diagnostics


def _read_file(file: Path) -> tuple[Document | None, Sequence[Diagnostic]]:
    """Return the document of a file, or None where it is refused, and what was not understood of it."""
    read = read_file(file)
    failed = has_errors(read.diagnostics)
    return (None if failed else read.document), read.diagnostics


def _print(audited: Audited, what: Path, printer: Printer) -> None:
    match printer.shape:
        case "html":
            from reportgen.published.audit.page import audit_html

            echo(audit_html(audited, what.name or str(what)))
        case "json":
            printer.dump(audit_json(audited))
        case "github":
            for finding in audited.findings:
                place = Place(what.as_posix(), paragraph=finding.paragraph)
                echo(annotation(finding.severity, finding.code, (finding.message, finding.evidence), place))
        case _ if audited.findings or not printer.is_quiet:
            printer.give(audit_text(audited))
