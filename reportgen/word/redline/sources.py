"""What a redline is made from: a Word file, or a project, which is built for it."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from reportgen.document.tree import Document, Figure
from reportgen.files.reading import read_bytes
from reportgen.limits import FILE_BYTES
from reportgen.pipeline import check_project
from reportgen.readers.reading import ReadReport
from reportgen.results import Checked
from reportgen.word.figures import known_figures
from reportgen.word.redline.making import Draft, read_draft
from reportgen.writers.docx.writing import DocxOptions, bookmark_name, write_docx

_EMPTY = Document("", "", "", (), ())


class Agencies(Struct, frozen=True):
    """Who answers what, as the project says."""

    names: Mapping[str, str] = {}
    """The names of agencies by their codes."""
    blocks: Mapping[str, str] = {}
    """The code of the agency that wrote each block, by the block's bookmark."""
    issues: Mapping[int, tuple[str, ...]] = {}
    """The codes of the agencies that answer each issue, the lead first."""


class Source(Struct, frozen=True):
    """A document that is compared."""

    draft: Draft
    agencies: Agencies = Agencies()
    """Empty for a file."""
    figures: Mapping[str, Figure] = {}
    """The figures by the names of their bookmarks; none for a file."""


def read_source(path: Path) -> Source:
    """Return the Word file at a path, or the one that the project there makes now.

    Args:
        path: a .docx, or the folder of a project, as the user named it.

    Raises:
        Refused: where the file cannot be read.
    """
    if path.is_dir():
        return project_source(check_project(path), path.as_posix())
    name = path.as_posix()
    return Source(read_draft(read_bytes(path, name, root=path.parent, limit=FILE_BYTES), name))


def project_source(checked: Checked, name: str) -> Source:
    """Return the report of a project; without a report, what stands in its way.

    Args:
        checked: the project.
        name: as the user named it, for messages.
    """
    if checked.report is None or not checked.documents:
        return Source(Draft(b"", name, ReadReport(_EMPTY, checked.diagnostics)))
    document = next(iter(checked.documents.values()))
    options = DocxOptions(checked.report.settings.numbering, None, checked.reference)
    return Source(read_draft(write_docx(document, options), name), agencies_of(checked), known_figures(document))


def agencies_of(checked: Checked) -> Agencies:
    """Return who answers what in a project."""
    if checked.report is None:
        return Agencies()
    origins = [origin for reply in checked.composed.origins.values() for origin in reply]
    return Agencies(
        {agency.code: agency.name for agency in checked.report.agencies},
        {bookmark_name(origin.key): origin.agency for origin in origins if origin.key is not None},
        {issue.number: tuple(issue.agencies) for issue in checked.report.outline.issues},
    )
