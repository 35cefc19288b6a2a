"""All that is wrong with a file is said at once, and nothing that only follows from it."""

from pathlib import Path

import pytest
from project import JUSTICE, make_project
from xlsx import Cell, Rows, book

from reportgen.diagnostics import Place, Places
from reportgen.model import Submission
from reportgen.pipeline import check_project
from reportgen.project.salvage import salvage

HEADS = ("Key", "Label", "Issue", 2021, 2022, 2023, "2023 status")


def errors(root: Path) -> list[tuple[str, str]]:
    """The errors of a project: code and cell, or line."""
    found = check_project(root).diagnostics
    return [(one.code, one.place.cell or str(one.place.line)) for one in found if one.severity == "error" and one.place]


def errors_of_book(root: Path, text: str, *row: Cell, issue: Cell = 1) -> list[tuple[str, str]]:
    """The errors of a workbook with two replies and an indicator."""
    replies: Rows = (("Issue", "Text"), (issue, "Much."), (1, text))
    sheets = {"About": (("Agency", "justice"),), "Replies": replies, "Indicators": (HEADS, row)}
    project = make_project(root, submissions__justice_yaml="")
    (project / "submissions" / "justice.yaml").unlink()
    (project / "submissions" / "justice.xlsx").write_bytes(book(sheets))
    return errors(project)


def test_what_is_sound_keeps_its_places() -> None:
    """Items move up where others were taken out; what lacks a needed field goes with it."""
    data = {
        "agency": "justice",
        "replies": [{"issue": "2a", "text": "A."}, {"issue": 1, "text": "B.", "key": "!"}, {"issue": 1, "text": "C."}],
        "indicators": {"my key!": {"values": {}}, "cases": {"label": "cases", "issue": "x", "values": {}}},
    }
    places = Places({("replies", number, "text"): Place("a.yaml", number) for number in range(3)})
    places.add(("indicators", "my key!"), Place("a.yaml", 9))
    found, kept = salvage(Submission, data, places)

    assert found is not None
    assert [("B.", None), ("C.", None)] == [(reply.text, reply.key) for reply in found.replies]
    assert [("cases", None)] == [(key, one.issue) for key, one in found.indicators.items()]
    assert {("replies", 0, "text"): Place("a.yaml", 1), ("replies", 1, "text"): Place("a.yaml", 2)} == dict(kept)
    assert 3 == len(data["replies"])


@pytest.mark.parametrize("data", [[], {"replies": []}, {"agency": "Ministry of Justice"}])
def test_a_file_of_nobody_is_not_saved(data: object) -> None:
    """Without the code of an agency there is no submission."""
    assert salvage(Submission, data, Places())[0] is None


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        ("In {{ nothing }} cases.", {"issue": "2a"}, [("RG203", "A2"), ("RG401", "B3")]),
        ("In {{ cases | increse }} cases.", {"issue": "2a"}, [("RG203", "A2"), ("RG402", "B3")]),
        ("In 2022, there were {{ cases }} cases.", {"issue": 77}, [("RG183", "A2"), ("RG430", "B3")]),
        ("In 2022, there were {{ cases | at(2022) }} cases.", {"issue": "2a"}, [("RG203", "A2")]),
        ("{{ cases }} <b>in all</b>: {{ nothing }}.", {}, [("RG521", "B3"), ("RG521", "B3"), ("RG401", "B3")]),
    ],
)
def test_a_text_is_read_beside_what_is_refused(
    tmp_path: Path, text: str, options: dict[str, Cell], found: list[tuple[str, str]]
) -> None:
    """An agency is told of a wrong reference at once, and not when it has corrected the rest."""
    read = errors_of_book(tmp_path, text, "cases", "cases", 1, 3, 4, 5, None, **options)

    assert sorted(found) == sorted(read)


@pytest.mark.parametrize(
    ("text", "row", "found"),
    [
        ("There were {{ my_key }} cases.", ("my key!", "cases", 1, 3, 4, 5), [("RG207", "A2")]),
        ("In 2022, there were {{ cases }} cases.", ("cases", "cases", 1, 3, "about 4", "x"), None),
        ("In 2022, there were {{ cases }}.", ("cases", "cases", 1, 3, 4, 5, "prelim."), [("RG204", "G2")]),
        ("{{ cases | at(2022) }} cases", ("cases", "cases", 1, 3, "about 4", 5), [("RG154", "E2")]),
        ("{{ cases | compared }} cases", ("cases", "cases", 1, "?", "?", 5), None),
        ("Cases {{ cases | from_to(verb='grow') }}.", ("cases", "cases", 1, 6, 4, "about 9"), [("RG154", "F2")]),
    ],
)
def test_what_only_follows_from_an_unread_figure_is_not_said(
    tmp_path: Path, text: str, row: tuple[Cell, ...], found: list[tuple[str, str]] | None
) -> None:
    """A key or a figure that could not be read would make references wrong that are right."""
    read = errors_of_book(tmp_path, text, *row)

    assert read == found if found else {"RG154"} == {code for code, _ in read}


def test_yaml_is_read_on_as_well(tmp_path: Path) -> None:
    """Whether the error took a figure away cannot be told from its place: times and names are not looked at."""
    text = JUSTICE.replace("key: fund", "key: FUND").replace("| compared", "| compard")

    assert [("RG207", "11"), ("RG402", "13")] == errors(make_project(tmp_path, submissions__justice_yaml=text))


@pytest.mark.parametrize(("unit", "found"), [("pieces of it", {"RG167"}), ("per cent", set()), (None, {"RG331"})])
@pytest.mark.parametrize("file", ["workbook", "yaml"])
def test_a_unit_that_was_refused_is_not_called_missing(
    tmp_path: Path, unit: str | None, found: set[str], file: str
) -> None:
    """“Neither its unit nor its measure says how” stood beside a unit that was written, and could not be read."""
    if file == "yaml":
        written = {"per cent": "unit: percent, ", None: ""}.get(unit, f"unit: {unit}, ")
        text = JUSTICE.replace(
            "indicators:", f"indicators:\n  s: {{label: share of women, {written}values: {{2023: 4}}}}", 1
        )
        project = make_project(tmp_path, submissions__justice_yaml=text)
        found = {"RG204" if code == "RG167" else code for code in found}
    else:
        row = ("share", "share of women", unit, 1, 3, 4, 5)
        heads = ("Key", "Label", "Unit", "Issue", 2021, 2022, 2023)
        sheets: dict[str, Rows] = {"About": (("Agency", "justice"),), "Indicators": (heads, row)}
        project = make_project(tmp_path, submissions__justice_yaml="")
        (project / "submissions" / "justice.yaml").unlink()
        (project / "submissions" / "justice.xlsx").write_bytes(book(sheets))

    codes = {one.code for one in check_project(project).diagnostics}
    assert found == codes & {"RG167", "RG204", "RG331"}
