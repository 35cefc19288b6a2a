"""What a redline is made from: a Word file, or a project, which is built for it."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Severity
from reportgen.document.tree import Document, Figure
from reportgen.files.reading import read_bytes
from reportgen.limits import FILE_BYTES
from reportgen.pipeline import check_project
from reportgen.readers.reading import ReadReport
from reportgen.results import Checked
from reportgen.word.align import shared_texts
from reportgen.word.figures import known_figures
from reportgen.word.redline.making import DraftFile, read_draft
from reportgen.word.units import units_of
from reportgen.writers.docx.writing import DocxOptions, bookmark_name, write_docx

_EMPTY = Document("", "", "", (), ())


class Contributors(Struct, frozen=True):
    """Who answers what, as the project says."""

    names: Mapping[str, str] = {}
    """The names of agencies by their codes."""
    blocks: Mapping[str, str] = {}
    """The code of the agency that wrote each block, by the block's bookmark."""
    issues: Mapping[int, tuple[str, ...]] = {}
    """The codes of the agencies that answer each issue, the lead first."""


class ComparedDocument(Struct, frozen=True):
    """A document that is compared."""

    draft: DraftFile
    agencies: Contributors = Contributors()
    """Empty for a file."""
    figures: Mapping[str, Figure] = {}
    """The figures by the names of their bookmarks; none for a file."""
    stem: str = ""
    """The name of the built file without its ending; empty for a file."""
    left_out: tuple[str, ...] = ()
    """Further documents of the project, which are not compared, as they are named for the user."""


def read_sources(old: Path, new: Path) -> tuple[ComparedDocument, ComparedDocument]:
    """Return two documents that are compared: of a project, the one that is most like the other document.

    Args:
        old: a .docx, or the folder of a project, as the user named it.
        new: the same.

    Raises:
        Refused: where a file cannot be read.
    """
    if old.is_dir() and not new.is_dir():
        after = read_source(new)
        return read_source(old, after.draft.read), after
    before = read_source(old)
    return before, read_source(new, before.draft.read)


def read_source(path: Path, beside: ReadReport | None = None) -> ComparedDocument:
    """Return the Word file at a path, or the one that the project there makes now, with the warnings about it.

    Args:
        path: a .docx, or the folder of a project, as the user named it.
        beside: the document that it is compared with; None: of a project, the report is meant.

    Raises:
        Refused: where the file cannot be read.
    """
    name = path.as_posix()
    if not path.is_dir():
        return ComparedDocument(read_draft(read_bytes(path, name, root=path.parent, limit=FILE_BYTES), name))
    checked = check_project(path)
    source = project_source(checked, name, beside)
    read = source.draft.read
    found = (diagnostic for diagnostic in checked.diagnostics if diagnostic.severity is not Severity.INFO)
    read = replace(read, diagnostics=tuple(dict.fromkeys((*found, *read.diagnostics))))
    return replace(source, draft=replace(source.draft, read=read))


def project_source(checked: Checked, name: str | None, beside: ReadReport | None = None) -> ComparedDocument:
    """Return a document of a project; where the project has errors, they stand in its way.

    Args:
        checked: the project.
        name: as the user named it, for messages; None: as the document's file is named.
        beside: the document that it is compared with; None: the report is meant.
    """
    if checked.report is None or checked.failed or not checked.documents:
        return ComparedDocument(DraftFile(b"", name or "", ReadReport(_EMPTY, checked.diagnostics)))
    options = DocxOptions(checked.report.settings.numbering, None, checked.reference)
    stems = list(checked.documents) if beside else list(checked.documents)[:1]
    drafts = {stem: read_draft(write_docx(checked.documents[stem], options), name or f"{stem}.docx") for stem in stems}
    wanted = units_of(beside) if beside else []
    stem = max(drafts, key=lambda one: shared_texts(units_of(drafts[one].read), wanted))
    left_out = tuple(f"{other}.docx{f' of {name}' if name else ''}" for other in checked.documents if other != stem)
    return ComparedDocument(drafts[stem], agencies_of(checked), known_figures(checked.documents[stem]), stem, left_out)


def agencies_of(checked: Checked) -> Contributors:
    """Return who answers what in a project."""
    if checked.report is None:
        return Contributors()
    origins = [origin for reply in checked.composed.origins.values() for origin in reply]
    return Contributors(
        {agency.code: agency.name for agency in checked.report.agencies},
        {bookmark_name(origin.key): origin.agency for origin in origins if origin.key is not None},
        {issue.number: tuple(issue.agencies) for issue in checked.report.outline.issues},
    )
