"""The published replies: the import is the identity, and most comparisons become indicators with the right values."""

from pathlib import Path

import pytest
from published.importer.measuring import measure, table
from ruamel.yaml import YAML

from reportgen.document.walk import figures
from reportgen.files.output import write_tree
from reportgen.model import Indicator
from reportgen.pipeline import Checked, check_project
from reportgen.published.importer.facts import Given
from reportgen.published.importer.proof import lines_of
from reportgen.published.importer.report import Imported, import_report
from reportgen.readers.reading import read_report


@pytest.fixture(scope="module")
def imported(published: bytes) -> Imported:
    """The project of the published replies."""
    return import_report(read_report(published, "report.txt").document, Given(), "report.txt")


@pytest.fixture(scope="module")
def checked(imported: Imported, tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """The project, written, read again and composed."""
    root = tmp_path_factory.mktemp("published") / "project"
    write_tree(Path(root), imported.files)
    return check_project(Path(root))


def test_the_build_prints_the_same_text(published: bytes, imported: Imported, checked: Checked) -> None:
    """Every heading, paragraph, item and number, to the last character."""
    assert checked.document is not None
    assert lines_of(read_report(published, "report.txt").document.blocks) == lines_of(checked.document.blocks)
    assert imported.counted.same


def test_the_project_has_no_errors(checked: Checked) -> None:
    """Its figures pass all checks; years that the report does not give are asked for."""
    assert set() == {found.code for found in checked.diagnostics if found.severity.value == "error"}


def test_most_comparisons_become_indicators(checked: Checked) -> None:
    """More than three in four of those that were counted by hand, and none with a wrong value."""
    assert checked.merged is not None
    found = measure(checked.merged.indicators, table("expected.yaml"), 2022)

    assert () == found.wrong
    assert (50, 39) == (found.expected, len(found.right)), found.missing


def test_comparisons_in_clauses_of_one_form_become_indicators() -> None:
    """In the forms of issues 16 to 26 of CCPR/C/KAZ/3; what names no year, a plan or a bracket is left alone."""
    data = Path(__file__).with_name("clauses.txt").read_bytes()
    imported = import_report(read_report(data, "clauses.txt").document, Given(years=(2021, 2022)), "clauses.txt")
    loaded = YAML(typ="safe").load(imported.files["submissions/published-report.yaml"])
    indicators = {key: Indicator.model_validate(one) for key, one in loaded["indicators"].items()}
    found = measure(indicators, table("clauses.yaml"), 2022)

    assert () == found.wrong
    assert {6, 7, 8, 22, 26} == {int(name.partition(":")[0]) for name in found.missing}
    assert imported.counted.same


def test_many_figures_follow_the_data(imported: Imported, checked: Checked) -> None:
    """Paragraphs are written from data where that gives the same characters."""
    assert checked.document is not None
    written = sum(1 for _ in figures(checked.document))

    assert imported.counted.rewritten >= 22
    assert written >= 110
