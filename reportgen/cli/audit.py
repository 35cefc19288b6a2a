"""The command for recomputing what a text claims."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.showing import dumped, end, rendered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.diagnostics import Diagnostic
    from reportgen.document.tree import Document
    from reportgen.published.audit.findings import Audited


@click.command()
@click.argument("what", type=click.Path(path_type=Path), metavar="FILE | PROJECT")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="How to print what was found.",
)
def audit(what: Path, shape: str) -> None:
    """Recompute what the text of a report claims.

    Sums, shares, changes, directions and periods are worked out again from the numbers that the text gives; the same
    quantity with two values, paragraphs that stand twice, notes to the authors and missing spaces are found as well.
    FILE is any report as .docx or .txt, PROJECT a folder; nothing else is needed, and nothing is changed. The page of
    --format html is printed: write > audit.html after it. Ends with 1 where something is certainly wrong.

    Example: reportgen audit inputs
    """
    if not what.exists():
        raise click.BadParameter(f"{what} is not there; name a .docx, a .txt or the folder of a project")
    document, diagnostics = _read_project(what) if what.is_dir() else _read_file(what)
    if diagnostics:
        click.echo(rendered(diagnostics), err=True)
    if document is None:
        end(diagnostics)
        sys.exit(1)
    from reportgen.diagnostics import Severity  # noqa: PLC0415 - as above
    from reportgen.published.audit.findings import audit_document  # noqa: PLC0415 - `--help` needs none of it

    audited = audit_document(document)
    click.echo(_printed(audited, shape, what.name or str(what)))
    if any(finding.severity is Severity.ERROR for finding in audited.findings):
        sys.exit(1)


def _read_project(folder: Path) -> "tuple[Document | None, Sequence[Diagnostic]]":
    """The document of a project, and what stands in its way."""
    from reportgen.pipeline import check_project  # noqa: PLC0415 - a file needs none of it

    checked = check_project(folder)
    return checked.document, () if checked.document is not None else checked.diagnostics


def _read_file(file: Path) -> "tuple[Document | None, Sequence[Diagnostic]]":
    """The document of a file, and what was not understood; None where it was refused."""
    from reportgen.diagnostics import Severity  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.files.reading import read_bytes  # noqa: PLC0415 - as above
    from reportgen.files.refusal import Refused  # noqa: PLC0415 - as above
    from reportgen.limits import FILE_BYTES  # noqa: PLC0415 - as above
    from reportgen.readers.reading import read_report  # noqa: PLC0415 - as above

    name = file.as_posix()
    try:
        data = read_bytes(file, name, root=file.parent, limit=FILE_BYTES)
    except Refused as refused:
        return None, (refused.diagnostic,)
    read = read_report(data, name)
    failed = any(one.severity is Severity.ERROR for one in read.diagnostics)
    return (None if failed else read.document), read.diagnostics


def _printed(audited: "Audited", shape: str, name: str) -> str:
    """What was found, as text, JSON or a page."""
    if shape == "html":
        from reportgen.published.audit.page import audit_html  # noqa: PLC0415 - only for a page

        return audit_html(audited, name)
    from reportgen.published.audit.printing import audit_json, audit_text  # noqa: PLC0415 - `--help` needs none of it

    if shape == "json":
        return dumped(audit_json(audited))
    return audit_text(audited)


COMMANDS: tuple[click.Command, ...] = (audit,)
"""The commands of this module, for the command line."""
