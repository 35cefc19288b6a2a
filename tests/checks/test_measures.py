"""What a figure is decides what is asked of it: parts, groups, years within periods, leaps of a level."""

from decimal import Decimal
from typing import Any

import pytest
from reports import make_report

from reportgen.checks.finding import CheckContext
from reportgen.checks.report import check_report
from reportgen.model import merge_report


def codes(indicator: dict[str, Any], previous: dict[str, Any] | None = None) -> list[str]:
    """The codes of what is found of one indicator."""
    last = [{"indicators": {"x": previous}}] if previous else []
    report = make_report(
        {"indicators": {"x": indicator}}, issues=[{"number": 9, "agencies": ["justice"]}], previous=last
    )
    found = (finding.code for finding in check_report(CheckContext(report, merge_report(report))))
    return [code for code in found if code not in {"RG236", "RG305", "RG306"}]


def groups(*values: str, **more: Any) -> list[dict[str, Any]]:
    """Parts with one value each."""
    return [{"label": f"group {place}", "values": {2023: Decimal(value)}, **more} for place, value in enumerate(values)]


@pytest.mark.parametrize(
    ("measure", "whole", "parts", "expected"),
    [
        ({"unit": "percent"}, "6.1", ("6.7", "5.6"), []),
        ({"unit": "percent"}, "6.7", ("6.7", "5.6"), []),
        ({"unit": "percent"}, "6.9", ("6.7", "5.6"), ["RG350"]),
        ({"unit": "percent"}, "5.4", ("6.7", "5.6"), ["RG350"]),
        ({"unit": "percent"}, "7", ("6.7", "5.6"), []),
        ({"unit": "percent", "label": "gender wage gap"}, "16.1", ("12.2", "15.6"), []),
        ({"unit": "percent"}, "100", ("54.2", "45.8"), []),
        ({"unit": "percent", "exhaustive": False}, "9.1", ("6.7", "5.6"), []),
        ({"measure": "average", "unit": {"currency": "T"}}, "1000", ("900", "1080"), []),
        ({"measure": "average", "unit": {"currency": "T"}}, "1100", ("900", "1080"), ["RG350"]),
        ({"measure": "ratio"}, "30", ("12", "24"), []),
        ({"measure": "index"}, "0.9", ("0.2", "0.4"), []),
        ({"measure": "rate"}, "4", ("1", "2"), ["RG350"]),
        ({}, "3", ("1", "2"), []),
        ({}, "4", ("1", "2"), ["RG301"]),
        ({"measure": "stock"}, "4", ("1", "2"), ["RG301"]),
    ],
)
def test_groups_add_up_or_hold_the_whole_between_them(
    measure: dict[str, Any], whole: str, parts: tuple[str, ...], expected: list[str]
) -> None:
    """Counts add up; a rate or an average lies between its groups; gaps, ratios and indices do neither."""
    assert expected == codes({**measure, "values": {2023: Decimal(whole)}, "breakdown": groups(*parts)})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({2023: 44090, "2017-2023": 18000}, ["RG351"]),
        ({2023: 18000, "2017-2023": 18000}, []),
        ({2023: 120, "2023-H1": 130}, ["RG351"]),
        ({2023: 120, "2023-Q1": 130}, ["RG351"]),
        ({2023: 120, "2023-05": 130}, ["RG351"]),
        ({2023: 120, "2023-05": 30}, []),
        ({2022: 10, 2023: 20, "2022-2023": 31}, ["RG302"]),
        ({2022: 10, 2023: 20, "2022-2023": 30}, []),
        ({2022: 10, 2023: 20, "2022-2023": 29}, ["RG352"]),
        ({2023: 31, "2023-H1": 10, "2023-H2": 20}, ["RG302"]),
        ({2023: 29, "2023-H1": 10, "2023-H2": 20}, ["RG352"]),
        ({2021: 10, 2023: 20, "2021-2023": 500}, []),
    ],
)
def test_a_period_lies_between_its_largest_year_and_all_its_years(values: dict[Any, int], expected: list[str]) -> None:
    """Above the sum or below a year is an error, below the sum a question; the same for halves, quarters, months."""
    assert expected == codes({"values": values})
    assert [] == codes({"measure": "index", "values": values})


def test_nothing_is_put_together_over_a_break() -> None:
    """Where the series breaks within the period, neither bound holds; a break at its beginning changes nothing."""
    values = {2022: 10, 2023: 20, "2022-2023": 15}
    assert [] == codes({"values": values, "breaks": {2023: "a new law"}})
    assert ["RG351"] == codes({"values": values, "breaks": {2022: "a new law"}})


def test_periods_of_a_part_and_of_a_balance_are_looked_at_too() -> None:
    """A part obeys as the whole does; a balance may be below one of its years, and is asked about otherwise."""
    parts = [{"label": "women", "values": {2023: 50, "2020-2023": 40}}]
    assert ["RG351"] == codes({"exhaustive": False, "values": {2023: 90, "2020-2023": 300}, "breakdown": parts})
    money = {"unit": {"currency": "T"}}
    assert [] == codes({**money, "values": {2022: -10, 2023: 20, "2022-2023": 10}})
    assert ["RG352"] == codes({**money, "values": {2022: -10, 2023: 20, "2022-2023": 15}})


@pytest.mark.parametrize(
    ("now", "last", "expected"),
    [
        ({2023: Decimal(61)}, {2019: Decimal("6.3")}, ["RG320"]),
        ({2023: Decimal("6.1")}, {2019: Decimal("6.3")}, []),
        ({2023: Decimal("12.1")}, {2019: Decimal("6.3")}, []),
        ({2022: Decimal("6.3"), 2023: Decimal(61)}, None, ["RG320"]),
        ({2022: Decimal(61), 2023: Decimal("6.3")}, None, ["RG320"]),
        ({2022: Decimal("6.3"), 2023: Decimal(9)}, None, []),
    ],
)
def test_a_level_that_leaps_tenfold_is_asked_about(
    now: dict[int, Decimal], last: dict[int, Decimal] | None, expected: list[str]
) -> None:
    """One other figure is enough for a level, also where it is that of the last cycle; a count needs more."""
    unit = {"unit": "percent"}
    assert expected == codes({**unit, "values": now}, {**unit, "values": last} if last else None)


def test_a_count_may_leap_against_one_other() -> None:
    """Cases go up tenfold by themselves."""
    assert [] == codes({"values": {2022: 30, 2023: 300}})
    assert ["RG320"] == codes({"values": {2023: 3000}}, {"values": {2018: 290, 2019: 310}})
