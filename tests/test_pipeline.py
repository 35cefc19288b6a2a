"""What the pipeline finds for a build that is asked where something stands in the inputs, and what it may pass over."""

import re
from pathlib import Path

import pytest
from project import JUSTICE, make_project
from repository import ROOT
from xlsx import book

from reportgen.diagnostics import CATALOGUE, Severity, errors_of
from reportgen.pipeline import _find_letter, check_project

TEXT = """\
  - issue: 2
    key: shelters
    text: |
      There are shelters.
      In 2023, the shelter of Ω opened.
"""


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ("Ω", "submissions/justice.yaml:18:31"),
        ("č", "submissions/justice.yaml:8:13"),
        ("Ж", "report.yaml:1:15"),
        ("ß", None),
    ],
)
def test_the_first_place_where_a_letter_stands(tmp_path: Path, letter: str, expected: str | None) -> None:
    """In a line of a text, in the value of a field, in the settings; nowhere, where no input has it."""
    submission = JUSTICE.replace("source: Fund", "source: Fond obětí, spočítáno (č. 4)") + TEXT
    report = make_project(tmp_path, submissions__justice_yaml=submission) / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("name: Arcania", "name: Жarcania"), encoding="utf-8")
    checked = check_project(tmp_path)
    assert checked.report is not None

    found = _find_letter(checked.report, checked.loaded.places, letter)

    assert expected == (str(found.within(tmp_path)) if found else None)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("{{ cases }} and {{ cases }}", 1),
        ("{{ cases }} and {{ cases | compared }}", 1),
        ("{{ cases }} and {{ others }}", 2),
    ],
)
def test_what_two_references_in_one_cell_lack_is_said_once(text: str, places: int, tmp_path: Path) -> None:
    """A cell is one place; another figure is another problem."""
    figures = (
        ("Key", "Label", "Unit", "Issue", 2022, 2023),
        ("cases", "cases", "case / cases", 1, 5, ".."),
        ("others", "others", "case / cases", 1, 5, ".."),
    )
    root = make_project(tmp_path)
    (root / "submissions/justice.yaml").unlink()
    sheets = {"About": (("Agency", "justice"),), "Replies": (("Issue", "Text"), (1, text)), "Indicators": figures}
    (root / "submissions/justice.xlsx").write_bytes(book(sheets))

    found = [one for one in check_project(root).diagnostics if one.code == "RG408"]

    assert places == len(found)
    assert {"B2"} == {one.place.cell for one in found if one.place}


WARNING = ("typed/words", "typed/small", "version_texts")
"""The checks that are passed over where errors alone count; the first asks the others of its family."""


def test_what_is_passed_over_can_only_be_warned_of() -> None:
    """A verification of a project with an error is refused: none of these may find one."""
    checks = ROOT / "reportgen" / "checks"
    judges = re.findall(
        r"checks\.typed\.(\w+) import doubt", (checks / "typed" / "words.py").read_text(encoding="utf-8")
    )
    names = (*WARNING, *(f"typed/{name}" for name in judges))
    texts = [(checks / f"{name}.py").read_text(encoding="utf-8") for name in names]
    codes = {code for text in texts for code in re.findall(r"RG\d{3}", text)}

    assert codes >= {"RG362", "RG379", "RG386", "RG387", "RG388", "RG433", "RG434"}
    assert {Severity.ERROR} & {CATALOGUE[code].severity for code in codes} == set()


def test_errors_are_found_also_where_nothing_is_warned_of(tmp_path: Path) -> None:
    """A typed number that contradicts the data is an error; words beside a figure that do so are a warning."""
    text = "In 2022, 1,060 persons received compensation. It rose to {{ victims }} in 2023."
    submission = JUSTICE.replace("In 2023, compensation went to {{ victims | compared }} victims.", text)
    project = make_project(tmp_path, submissions__justice_yaml=submission)
    found, errors = (check_project(project, warns=warns).diagnostics for warns in (True, False))

    assert errors_of(found) == errors_of(errors)
    assert {"RG450"} == {one.code for one in errors_of(errors)}
    assert {"RG433"} == {one.code for one in found} - {one.code for one in errors}
