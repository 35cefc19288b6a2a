"""A report is built, imported from its Word file and built again: text and numbers stay the same."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from build import full_document, sample_document

from reportgen.diagnostics import Severity
from reportgen.document.tree import Document
from reportgen.document.walk import plain_text
from reportgen.files.output import write_tree
from reportgen.pipeline import Checked, build_project, check_project
from reportgen.published.importer.facts import Given
from reportgen.published.importer.proof import lines_of
from reportgen.published.importer.report import Imported, import_report
from reportgen.readers.reading import read_report
from reportgen.writers.docx.writing import write_docx

INPUTS = Path(__file__).parents[1] / "inputs"


@dataclass(frozen=True)
class Trip:
    """A report on its way: as it was built first, imported, and built again."""

    first: Checked
    imported: Imported
    second: Checked


@pytest.fixture(scope="module")
def trip(tmp_path_factory: pytest.TempPathFactory) -> Trip:
    """The real project, through its Word file."""
    first = check_project(INPUTS)
    built = build_project(INPUTS, ["docx"])
    name, data = next((name, data) for name, data in built.files.items() if name.endswith(".docx"))
    imported = import_report(read_report(data, name).document, Given(), name)
    root = tmp_path_factory.mktemp("trip") / "project"
    write_tree(root, imported.files)
    return Trip(first, imported, check_project(root))


def document_of(checked: Checked) -> Document:
    """The document of a project that has one."""
    assert checked.document is not None, [str(found.place) for found in checked.diagnostics]
    return checked.document


def test_the_text_is_the_same(trip: Trip) -> None:
    """Every heading, paragraph, item, table and number, the annex included."""
    assert lines_of(document_of(trip.first).blocks) == lines_of(document_of(trip.second).blocks)
    assert trip.imported.counted.same


def test_the_first_page_is_the_same(trip: Trip) -> None:
    """Line by line, with the notes to the title."""
    pages = [
        [(line.role, plain_text(line.children, notes=True)) for line in document_of(checked).cover]
        for checked in (trip.first, trip.second)
    ]

    assert pages[0] == pages[1]


def test_the_new_project_has_no_errors(trip: Trip) -> None:
    """It can be built at once."""
    assert [] == [found.code for found in trip.second.diagnostics if found.severity is Severity.ERROR]


def test_figures_that_were_found_are_those_of_the_data(trip: Trip) -> None:
    """No value of a wrong period, and none that the project does not hold."""
    assert trip.first.merged is not None
    assert trip.second.merged is not None
    known = set()
    for indicator in trip.first.merged.indicators.values():
        for series in (indicator, *indicator.breakdown):
            known |= {(period.year, series.value(period)) for period in series.periods}
    found = [
        (key, str(period), series.value(period))
        for key, indicator in trip.second.merged.indicators.items()
        for series in (indicator, *indicator.breakdown)
        for period in series.periods
        if not period.is_span and (period.year, series.value(period)) not in known
    ]

    assert [] == found
    assert len(trip.second.merged.indicators) >= 30


def test_what_is_built_again_is_imported_as_the_same_project(trip: Trip, tmp_path: Path) -> None:
    """A second trip changes nothing."""
    root = tmp_path / "project"
    write_tree(root, trip.imported.files)
    name, data = next(iter(build_project(root, ["docx"]).files.items()))
    again = import_report(read_report(data, name).document, Given(), name)

    assert dict(trip.imported.files) == dict(again.files)


@pytest.mark.parametrize("document", [sample_document(), full_document()], ids=["sample", "full"])
def test_every_kind_of_node_survives_the_trip(document: Document, tmp_path: Path) -> None:
    """Notes, links, lists, tables, quotations, citations and annexes of a Word file."""
    imported = import_report(read_report(write_docx(document), "report.docx").document, Given(), "report.docx")
    write_tree(tmp_path / "project", imported.files)

    assert lines_of(document.blocks) == lines_of(document_of(check_project(tmp_path / "project")).blocks)
