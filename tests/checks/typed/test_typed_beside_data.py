"""Typed numbers beside figures from data: what contradicts them is an error, what may be another quantity is not."""

from pathlib import Path

import pytest
from project import ISSUES, make_project
from ruamel.yaml import YAML

from reportgen.diagnostics import Diagnostic
from reportgen.pipeline import check_project

CASES = YAML(typ="safe").load(Path(__file__).with_name("typed_beside_data.yaml"))
DATA = """\
agency: justice
indicators:
  victims:
    label: victims who received compensation
    unit: {one: person, other: persons}
    issue: 1
    report: none
    values: {2020: 262, 2021: 944, 2022: 1058, 2023: 348}
    breakdown:
      - {label: women, values: {2023: 131}}
      - {label: men, values: {2023: 217}}
  cases:
    label: criminal cases related to domestic violence
    unit: {one: case, other: cases}
    issue: 1
    report: none
    values: {2022: 410, 2023: 384}
  share: {label: share of women among judges, unit: percent, issue: 1, report: none, values: {2022: 54.1, 2023: 55.4}}
  paid:
    label: compensation paid by the Fund
    unit: {currency: T}
    issue: 1
    report: none
    values: {2022: 143442000, 2023: 49456000}
  offices:
    label: offices
    measure: stock
    issue: 1
    report: none
    values: {2021: 9, 2023: 12}
  persons: {label: persons, unit: {one: person, other: persons}, issue: 1, report: none, values: {2022: 206, 2023: 165}}
replies:
  - issue: 1
    text: |
"""


def contradictions(root: Path, text: str) -> list[Diagnostic]:
    """What is said of the typed numbers of a reply."""
    reply = "".join(f"      {line}\n" if line else "\n" for line in text.split("\n"))
    make_project(root, issues_yaml=ISSUES, submissions__justice_yaml=DATA + reply)
    found = check_project(root).diagnostics
    assert [] == [one for one in found if one.code.startswith("RG5") and one.code != "RG536"]  # lists alone
    return [one for one in found if one.code == "RG450"]


@pytest.mark.parametrize("case", CASES["contradictions"], ids=lambda case: case["text"])
def test_a_contradiction_is_an_error(tmp_path: Path, case: dict[str, str]) -> None:
    """It names both values."""
    messages = [one.message.partition(" for ")[0] for one in contradictions(tmp_path, case["text"])]

    assert [f"“{case['typed']}” is typed here, and the data say {case['value']}"] == messages


@pytest.mark.parametrize("text", CASES["others"])
def test_what_may_be_another_quantity_is_none(tmp_path: Path, text: str) -> None:
    """A group, a place, a verb, a unit or a time that differs, and values that agree."""
    assert [] == [one.message for one in contradictions(tmp_path, text)]


def test_the_error_stands_at_the_typed_number_and_names_the_cell_of_the_data(tmp_path: Path) -> None:
    """The same digits further up, in another sentence and in a reference, are not taken for it."""
    text = "Under article 350, 350 staff work.\n\nIn 2023, 350 persons\n({{ victims | at(2023) }} in all) were paid."
    (found,) = contradictions(tmp_path, text)

    assert f"{tmp_path}/submissions/justice.yaml:37:16" == str(found.place)
    assert (f"the figure of the data: 348 ({tmp_path}/submissions/justice.yaml:8:54)",) == found.notes
    assert (found.hint or "").startswith("write {{ victims }} in place of the typed number")
