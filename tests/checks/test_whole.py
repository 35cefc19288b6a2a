"""Counts of persons and cases have no fractions; what is measured in persons may have."""

from decimal import Decimal
from typing import Any

import pytest
from reports import make_report

from reportgen.checks.finding import CheckContext
from reportgen.checks.report import check_report
from reportgen.model import merge_report

PERSONS = {"one": "person", "other": "persons"}


def wrong(language: str = "en", **fields: Any) -> list[tuple[str, object]]:
    """The periods and values of which RG333 is said."""
    indicator = {"label": "victims", "unit": PERSONS, "issue": 1, **fields}
    report = make_report({"indicators": {"x": indicator}}, language=language)
    merged = merge_report(report)
    found = [one for one in check_report(CheckContext(report, merged)) if one.code == "RG333"]
    return [(str(one.values["period"]), one.values["value"]) for one in found]


@pytest.mark.parametrize(
    ("values", "more"),
    [
        ({2022: "1.058", 2023: "1.234"}, {}),
        ({2021: 944, 2022: 1058, 2023: "1.234"}, {}),
        ({2023: "97.5"}, {"unit": {"one": "case", "other": "cases"}}),
        ({2023: "1.234"}, {"unit": {"one": "personne", "other": "personnes"}, "language": "fr"}),
        (
            {2023: "1.234"},
            {"label": "plaintes déposées par des femmes", "unit": {"one": "plainte", "other": "plaintes"}},
        ),
        ({2023: "1.234"}, {"unit": {"one": "дело", "other": "дела"}, "language": "ru", "label": "дела"}),
        ({2023: "1.234"}, {"unit": {"one": "起案件", "other": "起案件"}, "language": "zh", "label": "案件"}),
    ],
)
def test_a_part_of_a_person_is_an_error(values: dict[int, str], more: dict[str, Any]) -> None:
    """Alone, among whole numbers, and where every figure of the row has a point."""
    parted = [str(year) for year, value in values.items() if "." in str(value)]

    assert parted == [year for year, _ in wrong(values={year: Decimal(one) for year, one in values.items()}, **more)]


def test_a_part_of_a_breakdown_is_looked_at_as_well() -> None:
    """The whole may be right where a part is not."""
    parts = [{"label": "women", "values": {2023: Decimal("1.234")}}, {"label": "men", "values": {2023: 10}}]

    assert [("2023", "1.234")] == wrong(values={2023: 1244}, breakdown=parts)


@pytest.mark.parametrize(
    "more",
    [
        {"measure": "average"},
        {"label": "average number of detainees in a cell"},
        {"label": "teachers (full-time equivalents)"},
        {"label": "teachers (FTE)"},
        {"label": "enseignants (ETP)", "language": "fr"},
        {"unit": {"one": "hour", "other": "hours"}},
        {"unit": "percent"},
        {"unit": None},
        {"values": {2023: Decimal("1234.0")}},
    ],
)
def test_what_is_measured_has_fractions(more: dict[str, Any]) -> None:
    """An average, hours, percentages, and a whole number with a nought behind its point."""
    assert [] == wrong(**{"values": {2022: Decimal("2.4"), 2023: Decimal("2.6")}, **more})
