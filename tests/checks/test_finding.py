"""A finding becomes a diagnostic in one place: worded, at its place, with the places of its notes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checks.finding import Finding, diagnose_findings, shown_number
from reportgen.diagnostics import Place, Places, QuestionSubject

HERE, THERE = Place("justice.yaml", 4, 9), Place("interior.xlsx", sheet="Indicators", cell="F14")
PLACES = Places({("submissions", 0, "indicators"): HERE, ("submissions", 1): THERE})


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (("submissions", 0, "indicators"), HERE),
        (("submissions", 0, "indicators", "cases", "values", "2023"), HERE),
        (Place("templates/reply.html.j2", 3), Place("templates/reply.html.j2", 3)),
        (("agencies", 0), None),
        (None, None),
    ],
)
def test_a_finding_stands_at_its_path_or_its_place(at: tuple[str | int, ...] | Place | None, expected: object) -> None:
    """A path that has no place of its own stands at that of its nearest parent; a place is taken as it is."""
    (found,) = diagnose_findings([Finding("RG311", at)], PLACES)

    assert ("RG311", expected) == (found.code, found.place)


def test_a_note_names_the_place_of_its_value() -> None:
    """The message has the values; the figure that a question is about goes along."""
    subject = QuestionSubject("cases", None, "2023", Decimal(12))
    values = {"number": 7, "agency": "the Ministry of Justice"}
    (found,) = diagnose_findings([Finding("RG306", None, values, (("the list", ("submissions", 1)),), subject)], PLACES)

    assert "7" in found.message
    assert (f"the list ({THERE})",) == found.notes
    assert subject == found.subject


@given(st.decimals(-(10**9), 10**9, places=3))
def test_a_shown_number_is_the_number(value: Decimal) -> None:
    """Commas apart, what a message shows is exactly the figure."""
    assert value == Decimal(shown_number(value).replace(",", ""))


def test_a_shown_number_has_no_empty_decimals_where_it_is_whole() -> None:
    """Other figures keep the decimals that they were given with."""
    shown = [shown_number(Decimal(text)) for text in ("1058.00", "45.40", "1E3", "0.0")]

    assert ["1,058", "45.40", "1,000", "0"] == shown
