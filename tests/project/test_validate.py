"""What the model refuses, in words: the field as its author knows it, what stands there, and what belongs there."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from given import AGENCIES, ISSUES, REPORT
from project import make_project

from reportgen.diagnostics import Diagnostic, Place, Places
from reportgen.limits import PROBLEMS_OF_A_VALUE, SHOWN_CHARACTERS
from reportgen.model import Submission
from reportgen.project import read_project
from reportgen.project.validate import validate

INDICATOR = {"values": {"2023": 1}}


def refused(places: Places | None = None, **fields: Any) -> list[Diagnostic]:
    """What is said of a submission with some fields."""
    model, found = validate(Submission, {"agency": "justice", **fields}, places or Places())
    assert (model is None) == bool(found)
    return found


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (3, "is the number 3"),
        (Decimal("1.5"), "is the number 1.5"),
        (None, "is empty"),
        (True, "is true"),
        (False, "is false"),
        ([1], "is a list"),
        ({"a": 1}, "is a group of fields"),
        (dt.date(2024, 1, 2), "is the date 2024-01-02"),
        (object(), "is something else"),
    ],
)
def test_what_stands_where_text_belongs_is_named(value: object, said: str) -> None:
    """By its kind, as the author knows it."""
    (found,) = refused(agency=value)

    assert ("RG203", f"“agency” {said}, and text belongs here") == (found.code, found.message)


@pytest.mark.parametrize("length", [SHOWN_CHARACTERS - 1, SHOWN_CHARACTERS, SHOWN_CHARACTERS + 1])
def test_a_long_value_is_cut(length: int) -> None:
    """At the bound of all that is shown, with the sign that something is left out."""
    (found,) = refused(date="x" * length)

    shown = "x" * length if length < SHOWN_CHARACTERS else "x" * (SHOWN_CHARACTERS - 1) + "…"
    assert f"“date” is the text “{shown}”, and a date belongs here" == found.message


@pytest.mark.parametrize(
    ("fields", "code", "message"),
    [
        ({"agencyy": "x"}, "RG201", "there is no field “agencyy” here"),
        ({"replies": [{"issue": 1}]}, "RG202", "“text” is missing in “replies, item 1”"),
        ({"replies": "x"}, "RG203", "“replies” is the text “x”, and a list belongs here"),
        (
            {"nothing_to_add": [1, "a"]},
            "RG203",
            "“nothing_to_add, item 2” is the text “a”, and a whole number belongs here",
        ),
        (
            {"indicators": {"x": {**INDICATOR, "measure": "stok"}}},
            "RG204",
            "“measure” is the text “stok”, which is none of “flow”, “stock”, “rate”, “ratio”, “average”, “index”",
        ),
        (
            {"indicators": {"x": {**INDICATOR, "unit": "people"}}},
            "RG204",
            (
                "“unit” is the text “people”, which is none of "
                "“percent”, “rank”, {one: person, other: persons}, {currency: T}"
            ),
        ),
        ({"replies": [{"issue": 0, "text": "x"}]}, "RG206", "“issue” is the number 0, and it must be 1 or more"),
        (
            {"agency": "Justice Ministry"},
            "RG207",
            (
                "“agency” is the text “Justice Ministry”, and it must be lower-case letters and digits with "
                "single hyphens between them, such as supreme-court"
            ),
        ),
        (
            {"indicators": {"X": INDICATOR}},
            "RG207",
            (
                "“key” is the text “X”, and it must be lower-case letters, digits and _ "
                "after a first letter, such as dv_cases"
            ),
        ),
        (
            {"indicators": {"x": {"values": {"2023-13": 1}}}},
            "RG208",
            "“2023-13” is no period: its months do not lie between 01 and 12",
        ),
        ({"agency": " "}, "RG209", "“agency” is empty"),
        ({"agency": ""}, "RG209", "“agency” is empty"),
        ({"indicators": {"x": {**INDICATOR, "label": ""}}}, "RG209", "“label” is empty"),
        ({"indicators": {"x": {**INDICATOR, "unit": {"one": "a"}}}}, "RG202", "“other” is missing in “unit”"),
        (
            {"indicators": {"x": {**INDICATOR, "label": {"one": "a"}}}},
            "RG203",
            "“label” is a group of fields, and text belongs here",
        ),
    ],
)
def test_what_the_model_refuses_is_said_once(fields: dict[str, Any], code: str, message: str) -> None:
    """Each fault by its code, with the field and the value."""
    assert [(code, message)] == [(one.code, one.message) for one in refused(**fields)]


def test_each_fault_stands_at_its_place_and_more_than_are_listed_are_counted() -> None:
    """A list of a thousand faults helps nobody; what is left out is said with the first of them."""
    places = Places()
    places.add(("nothing_to_add", 1), Place("submissions/justice.yaml", 7))
    found = refused(places, nothing_to_add=[1, *"ab"])
    many = refused(nothing_to_add=["a"] * (PROBLEMS_OF_A_VALUE + 2))
    just = refused(nothing_to_add=["a"] * PROBLEMS_OF_A_VALUE)

    assert [Place("submissions/justice.yaml", 7), None] == [one.place for one in found]
    assert [PROBLEMS_OF_A_VALUE] * 2 == [len(many), len(just)]
    assert ("and 2 problems more than are listed for this file",) == many[0].notes
    assert not any(one.notes for one in (*many[1:], *just))


@pytest.mark.parametrize(
    ("report", "codes"),
    [
        (REPORT, []),
        (REPORT.replace("CCPR/C/EXA/3", "CCPR/C/EXA-HKG/3-4"), []),
        (REPORT.replace("CCPR/C/EXA/3", "CEDAW/C/EXA/3"), ["RG218"]),
        (REPORT.replace("CCPR/C/EXA/3", "CCPR/C/EXAM/3"), ["RG218"]),
        (REPORT + "list_of_issues: CCPR/C/KAZ/QPR/3\n", ["RG218"]),
        (REPORT + "list_of_issues: CCPR/C/EXA/QPR/3\nprevious_report: CCPR/C/78/Add.6\n", []),
        (REPORT.replace("CCPR/C/EXA/3", "HRI/CORE/EXA/2024") + "document: core\n", []),
        (REPORT.replace("due: 2024", "due: 2024, submitted: 2024-03-15, received: 2024-03-15"), []),
        (REPORT.replace("due: 2024", "due: 2024, submitted: 2024-03-15, received: 2024-03-14"), ["RG219"]),
        (REPORT.replace("[2022, 2023]", "['2022', '2023']"), ["RG203", "RG203"]),
        (REPORT.replace("[2022, 2023]", "[]"), ["RG209"]),
    ],
)
def test_settings_that_contradict_each_other_are_asked_about(tmp_path: Path, report: str, codes: list[str]) -> None:
    """A symbol left from another project, and dates that were exchanged; a list of wrong items is not called empty."""
    root = make_project(tmp_path, report_yaml=report, issues_yaml=ISSUES, agencies_yaml=AGENCIES)
    (root / "submissions" / "justice.yaml").unlink()

    found = [one.code for one in read_project(root).diagnostics]

    assert codes == [code for code in found if code in {"RG203", "RG209", "RG218", "RG219"}]
