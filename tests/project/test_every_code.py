"""Every code of intake and of the model, given by an input that a person or an attacker might send."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
import xlsx
from conftest import Golden
from given import BOOK, CASES, OTHERS, project
from spoken import spoken
from xlsx import Rows, book, with_indicators, zipped

from reportgen.diagnostics import Diagnostic
from reportgen.diagnostics.catalogue import STAGES
from reportgen.project import read_project, read_submission

FOREIGN_WORDS = ("pydantic", "input should", "http", "str_", "nonetype", "decimal(", "traceback", "expat", "zipfile")
"""What a library would say."""
UNREACHED = {"RG128", "RG210", "RG211", "RG222", "RG228", "RG229", "RG230", "RG234", "RG235", "RG236", "RG240", "RG241"}
"""A file of cases is no part of a project; the last resort, for what no rule of the model gives today; the words of
workbooks, which tests/model/test_form_texts.py gives; what test_layout.py, test_second.py and
test_list_as_it_comes.py give; and a check."""


def codes(diagnostics: Iterable[Diagnostic]) -> set[str]:
    """The codes of diagnostics."""
    return {diagnostic.code for diagnostic in diagnostics}


@pytest.mark.parametrize("code", CASES)
def test_an_input_gives_its_code(code: str, tmp_path: Path) -> None:
    """Each code is given by its case, at a place within the project, with a hint, in words of no library."""
    folder = project(tmp_path, CASES[code])
    diagnostics = read_project(folder).diagnostics
    found = [one for one in diagnostics if one.code == code]
    said = " ".join(f"{one.message} {one.hint}" for one in diagnostics).casefold()

    assert found
    assert not [word for word in FOREIGN_WORDS if word in said]
    assert all(one.place and one.place.file.startswith(folder.as_posix()) and one.hint for one in found)


def test_what_is_said_of_each_input(tmp_path: Path, golden: Golden) -> None:
    """Every message with its place, its hint and its notes: a wrong name in it sends an agency to a wrong cell."""
    said = []
    for number, (name, case) in enumerate({**CASES, **OTHERS}.items()):
        folder = project(tmp_path / str(number), case)
        said += [f"== {name}", *(spoken(one, folder) for one in read_project(folder).diagnostics)]
    golden("intake.txt", "\n".join(said) + "\n")


TABLES = [
    STAGES[stage] for stage in ("intake", "intake_workbooks", "intake_figures", "intake_cells", "model", "layout")
]
"""The files of the catalogue for what a project's files hold, RG1 before RG2."""


def test_every_code_has_a_case() -> None:
    """A code that nothing gives would be a promise that nothing keeps."""
    assert {code for table in TABLES for code in table} == CASES.keys() | UNREACHED


def test_a_sound_project_gives_none(tmp_path: Path) -> None:
    """The project that the cases change has no problem of its own."""
    folder = project(tmp_path, {BOOK: book()})
    loaded = read_project(folder)

    assert () == loaded.diagnostics
    assert loaded.report is not None


def test_a_broken_submission_does_not_hide_the_others(tmp_path: Path) -> None:
    """Each file is read, whatever its neighbours are, and what is sound of it."""
    folder = project(
        tmp_path,
        {
            "submissions/a.yaml": "agency: [",
            "submissions/b.xlsx": b"PK\x03\x04 not a zip",
            "submissions/c.yaml": "agency: health\ncontcat: x\n",
            "submissions/d.xlsx": book(),
        },
    )
    loaded = read_project(folder)

    assert {"RG120", "RG132", "RG201"} == codes(loaded.diagnostics)
    assert loaded.report is not None
    assert [one.agency for one in loaded.report.submissions] == ["health", "health"]
    assert loaded.places.exact(("submissions", 1, "indicators", "cases", "values", "2022")) is not None


def test_the_catalogue_knows_the_codes_by_stage() -> None:
    """Codes of intake begin with RG1, those of the model with RG2."""
    assert all(code.startswith("RG1") for table in TABLES[:4] for code in table)
    assert all(code.startswith("RG2") for table in TABLES[4:] for code in table)


def test_what_is_said_of_one_file_is_bounded() -> None:
    """A thousand bad cells are a hundred messages, the last of which counts the others."""
    rows: Rows = [("Key", 2023), *((f"k{number}", "abc") for number in range(1000))]
    found = [one for one in read_submission(with_indicators(*rows), "x.xlsx").diagnostics if one.code == "RG154"]

    assert len(found) == 100
    assert found[-1].notes == ("and 900 more like this in the same file",)


def test_a_stored_zip_is_as_good_as_a_deflated_one() -> None:
    """Both ways of packing are read."""
    read = read_submission(zipped(xlsx.parts_of(xlsx.SHEETS), zipfile.ZIP_STORED), "x.xlsx")

    assert () == read.diagnostics
