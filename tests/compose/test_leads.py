"""Lists, quotations and tables of replies stand below a numbered paragraph of their own text."""

from pathlib import Path as FilePath
from typing import Any

import pytest
from composing import composed, reply, templates
from reports import make_report

from reportgen.diagnostics import Place, Places

TABLE = "| A | B |\n|---|---|\n| 1 | 2 |"
TEXT = ("submissions", 0, "replies", 0, "text")


def led(
    *submissions: dict[str, Any], own: FilePath | None = None, departments: dict[str, str] | None = None
) -> list[tuple[str, str]]:
    """What is said of lists that nothing leads to, with the place of each."""
    places = Places({("submissions", at, "replies", 0, "text"): Place("a.yaml", at + 1) for at in range(9)})
    report = make_report(*submissions)
    first = report.agencies[0].model_copy(update={"departments": departments or {}})
    report = report.model_copy(update={"agencies": (first, *report.agencies[1:])})
    made = composed(report, own, places)
    return [(one.message, str(one.place)) for one in made.diagnostics if one.code == "RG536"]


@pytest.mark.parametrize(
    ("text", "what"),
    [("- One\n- Two", "a list"), ("1. One\n2. Two", "a list"), ("> Quoted.", "a quotation"), (TABLE, "a table")],
)
def test_a_reply_that_begins_without_a_paragraph_is_named(text: str, what: str) -> None:
    """Also where a paragraph follows: readers refer to what comes first by no number."""
    said = f"the text for issue 1 begins with {what}, which is printed without a numbered paragraph before it"

    assert [(said, "a.yaml:1")] == led(reply(text)) == led(reply(f"{text}\n\nMore."))


@pytest.mark.parametrize("text", ["The following:\n\n- One\n- Two", f"As follows.\n\n{TABLE}", "One.\n\n> Quoted."])
def test_what_a_paragraph_leads_to_is_not_named(text: str) -> None:
    """Its own text, or an earlier one of the same agency."""
    lead, below = text.split("\n\n", 1)

    assert [] == led(reply(text)) == led(reply(lead), reply(below))


def test_a_list_does_not_go_on_the_text_of_another_agency() -> None:
    """The second agency wrote it without knowing what stands before it; a table has a title of its own."""
    second = {"agency": "interior", **reply("- Two\n- Three")}
    said = "the text for issue 1 begins with a list, which is printed below the text of “Ministry of Justice”"

    assert [(said, "a.yaml:2")] == led(reply("One.", key="one"), second)
    assert [] == led(reply("One.", key="one"), {**second, **reply(f"Table [t]: Two\n\n{TABLE}")})
    assert [] == led(reply("One.", key="one"), {**second, **reply("Two:\n\n- Three")})


def test_a_list_does_not_go_on_the_text_of_another_department() -> None:
    """Each writes a workbook of its own; within one, a list in a further cell goes on the cell above it."""
    courts, prisons = {"department": "courts", **reply("One.", key="one")}, {"department": "prisons", **reply("- Two")}
    departments = {"courts": "Courts", "prisons": "Prisons"}
    said = "the text for issue 1 begins with a list, which is printed below the text of “Ministry of Justice, Courts”"

    assert [(said, "a.yaml:2")] == led(courts, prisons, departments=departments)
    assert [] == led(courts, {**courts, **reply("- Two")}, departments=departments)


def test_a_table_of_its_own_stands_behind_what_refers_to_it() -> None:
    """Also where the table is written first."""
    assert [] == led(reply(f"Table [t]: Cases\n\n{TABLE}"), reply("See {{ table('t') }}."))


def test_a_template_may_write_the_paragraph(tmp_path: FilePath) -> None:
    """What leads to the list is the coordinator's then."""
    own = templates(
        tmp_path, replies__1='<h4 id="{{ reply.key }}">One</h4><p>As follows:</p>{% include "blocks.html.j2" %}'
    )

    assert [] == led(reply("- One\n- Two"), own=own)


def test_a_template_may_quote_what_the_committee_asks(tmp_path: FilePath) -> None:
    """Its quotation is no text of an agency, and leads to no list of one either."""
    own = templates(
        tmp_path,
        replies__1='<h4 id="{{ reply.key }}">One</h4><blockquote>Asked.</blockquote>{% include "blocks.html.j2" %}',
    )

    assert [] == led(reply("One.\n\n- Two"), own=own)
    assert [] != led(reply("- One\n- Two"), own=own)
