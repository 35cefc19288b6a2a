"""Build what an edited file is compared with: a report goes through the same writer and reader as the edited one."""

from collections.abc import Iterable

from reportgen.document.tree import Document
from reportgen.published.audit.findings import find_quiet, find_slips
from reportgen.readers.reading import read_report
from reportgen.results import Checked
from reportgen.word.built import AsBuilt, BuiltReport, ReadBack, read_each_once, unplaced
from reportgen.word.figures import known_figures
from reportgen.word.units import units_of
from reportgen.writers.docx.writing import DocxOptions, write_docx


def build_report(checked: Checked) -> BuiltReport:
    """Return the documents of a project as they are built now.

    Args:
        checked: the project, without errors.
    """
    options = DocxOptions(checked.report.settings.numbering) if checked.report else DocxOptions()
    referred = frozenset[str]().union(*checked.referred.values())
    return BuiltReport([read_back(document, options) for document in checked.documents.values()], referred)


def read_back(document: Document, options: DocxOptions) -> ReadBack:
    """Return what is read of a document that was written as a Word file.

    Args:
        document: the composed document.
        options: how it is written.
    """
    read = read_report(write_docx(document, options), "")
    return ReadBack(document.symbol, known_figures(document), units_of(read), document=read.document)


def keep_report(checked: Checked) -> BuiltReport | None:
    """Return the same as plain data, with what the audit finds in each document; None where there are errors.

    Args:
        checked: the project, as it is read in its own language.
    """
    if checked.failed or not checked.documents:
        return None
    built = build_report(checked)
    return BuiltReport(keep_documents([one for one in built.documents if isinstance(one, ReadBack)]), built.referred)


def keep_documents(documents: Iterable[ReadBack]) -> list[AsBuilt]:
    """Return documents without their trees, with all that an audit of edited ones would read and find in them."""
    made: list[AsBuilt] = []
    for built in documents:
        claims = dict(built.claims)
        read = read_each_once(claims)
        found = find_slips(built.document, read)
        quiet = frozenset(find_quiet(built.document, found, read))
        made.append(AsBuilt(built.symbol, built.figures, built.units, list(map(unplaced, found)), claims, quiet))
    return made
