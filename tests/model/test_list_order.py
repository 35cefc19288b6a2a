"""Figures stand in the order of the list of issues, whatever files and agencies are called."""

from itertools import permutations
from typing import Any

from composing import texts, tree
from reports import make_report

from reportgen.document.tree import Table
from reportgen.document.walk import plain_text
from reportgen.model.list_order import in_list_order
from reportgen.model.merge import merge_report
from reportgen.model.report import Agency

ASKED: list[dict[str, Any]] = [
    {
        "number": 7,
        "agencies": ["justice", "interior"],
        "asks": {"indicators": ["reports of violence", {"label": "convictions", "key": "sentences"}, "shelters"]},
    },
    {"number": 3, "agencies": ["interior"]},
]


def given(agency: str, **issues: int | None) -> dict[str, Any]:
    """A submission with a figure under each key, for the issue named."""
    named = {key: {"label": key.replace("_", " "), "values": {2023: 5}} for key in issues}
    return {
        "agency": agency,
        "indicators": {key: {**named[key], **({"issue": at} if at else {})} for key, at in issues.items()},
    }


def listed(*submissions: dict[str, Any]) -> list[str]:
    """The keys in their order, which is that of the submissions in any order of files."""
    found = []
    for order in permutations(submissions):
        report = make_report(*order, issues=ASKED)
        found.append(in_list_order(report, merge_report(report)))
    assert all(one == found[0] for one in found)
    return found[0]


def test_figures_stand_as_the_issue_asks_for_them() -> None:
    """Not as the agency has its rows; the issues as the list has them, though 3 comes before 7."""
    keys = listed(given("interior", loose=None, stops=3, shelters=7, sentences=7, reports_of_violence=7))

    assert ["reports_of_violence", "sentences", "shelters", "stops", "loose"] == keys


def test_the_figures_of_two_agencies_stand_between_each_other() -> None:
    """Where the list asks so: interior's reports before justice's convictions, and its shelters after them."""
    keys = listed(given("justice", sentences=7), given("interior", reports_of_violence=7, shelters=7))

    assert ["reports_of_violence", "sentences", "shelters"] == keys


def test_what_was_not_asked_keeps_its_place_behind_what_was() -> None:
    """It is often a part of it: sentences, then those to prison; what stands before all of them stays there."""
    keys = listed(
        given("justice", cases=7, sentences=7, sentences_to_prison=7),
        given("interior", shelters=7, beds=7, reports_of_violence=7, withdrawn=7),
    )

    assert [
        *("reports_of_violence", "withdrawn", "cases", "sentences", "sentences_to_prison"),
        *("shelters", "beds"),
    ] == keys


def test_without_questions_the_lead_comes_first() -> None:
    """Its name begins with a later letter; then the agencies of the issue, then others as agencies.yaml has them."""
    assert ["zeal", "alarms"] == listed(given("interior", alarms=7), given("justice", zeal=7))
    assert ["alarms", "zeal"] == listed(given("interior", alarms=3), given("justice", zeal=3))


def test_departments_follow_in_their_order() -> None:
    """As their texts do."""
    report = make_report(
        {**given("justice", appeals=7), "department": "courts"},
        {**given("justice", wardens=7), "department": "prisons"},
        issues=ASKED,
    )
    justice = Agency(code="justice", name="Justice", departments={"prisons": "Prisons", "courts": "Courts"})
    report = report.model_copy(update={"agencies": (justice,)})

    assert ["wardens", "appeals"] == in_list_order(report, merge_report(report))


def test_generated_sentences_and_the_annex_have_this_order() -> None:
    """The sentences of one issue, and the rows of its theme."""
    given_in_another = given("interior", shelters=7, stops=3, reports_of_violence=7)
    document = tree(make_report(given_in_another, given("justice", sentences=7), issues=ASKED, annex="included"))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    said = " ".join(texts(document))

    keys = ["reports of violence", "sentences", "shelters", "stops"]
    assert [key.capitalize() for key in keys] == [plain_text(row.cells[0].children) for row in table.rows]
    assert sorted(keys, key=said.index) == keys
