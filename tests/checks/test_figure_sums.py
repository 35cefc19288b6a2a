"""Sums and shares of figures: each tolerance holds exactly, and a step beyond it is found."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import make_report

from reportgen.checks.figures import half_step, shares_follow, years_add_up
from reportgen.checks.finding import CheckContext
from reportgen.model import merge_indicators


def codes(indicators: dict[str, Any]) -> list[str]:
    """The codes of sums and shares that are not right."""
    made = make_report({"indicators": indicators})
    context = CheckContext(made, merge_indicators(made.submissions))
    return [finding.code for check in (years_add_up, shares_follow) for finding in check(context)]


def years(total: str, *values: str) -> dict[str, Any]:
    """Yearly figures from 2021 on, and what the whole period has."""
    written = {2021 + place: Decimal(value) for place, value in enumerate(values)}
    return {"x": {"measure": "flow", "values": {**written, f"2021-{2020 + len(values)}": Decimal(total)}}}


@pytest.mark.parametrize(
    ("total", "found"), [("3.2", []), ("3.3", []), ("3.4", []), ("3.5", []), ("3.6", ["RG302"]), ("3.7", ["RG302"])]
)
def test_a_sum_of_rounded_years_is_off_by_half_a_step_for_each_figure(total: str, found: list[str]) -> None:
    """Three years and their total, each rounded to a tenth: 3.3 may be printed as up to 3.5."""
    assert found == codes(years(total, "1.1", "1.1", "1.1"))


@pytest.mark.parametrize(("total", "found"), [("6", []), ("7", ["RG302"]), ("8", ["RG302"])])
def test_a_sum_of_whole_years_is_exact(total: str, found: list[str]) -> None:
    """Nothing that is counted was rounded."""
    assert found == codes(years(total, "1", "2", "3"))


@pytest.mark.parametrize(
    ("figures", "step"),
    [((), "0.5"), (("1",), "0.5"), (("1.0",), "0.05"), (("1", "1.25", "1.5"), "0.005"), (("1E+2",), "0.5")],
)
def test_half_a_step_is_of_the_last_decimal_of_any_figure(figures: tuple[str, ...], step: str) -> None:
    """Whatever the other figures have."""
    assert Decimal(step) == half_step(map(Decimal, figures))


@pytest.mark.parametrize(
    ("part", "whole", "right", "wrong"),
    [
        (1, 8, "13", "12"),
        (5, 8, "63", "62"),
        (3, 8, "38", "37"),
        (1, 16, "6.3", "6.2"),
        (1, 80, "1.3", "1.2"),
        (1, 3, "33", "34"),
    ],
)
def test_a_share_at_half_is_rounded_up(part: int, whole: int, right: str, wrong: str) -> None:
    """As it is printed: 12.5 per cent is 13, never 12 because 12 is even."""
    assert [[], ["RG308"]] == [codes(share(written, part, whole)) for written in (right, wrong)]


def share(written: str, part: int, whole: int) -> dict[str, Any]:
    """A percentage, with the figures of which it is a share."""
    of_both = {"unit": "percent", "values": {2023: Decimal(written)}, "share": {"part": "part", "of": "whole"}}
    return {"part": {"values": {2023: part}}, "whole": {"values": {2023: whole}}, "share": of_both}


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4), st.sampled_from((-1, 0, 0, 1)))
def test_a_share_is_right_as_it_is_rounded_and_no_step_beside_it(part: int, whole: int, digits: int, slip: int) -> None:
    """With whole numbers alone: a half and more is a step more, whatever decimals it prints."""
    steps = (2 * 100 * part * 10**digits + whole) // (2 * whole) + slip

    assert (["RG308"] if slip else []) == codes(share(str(Decimal(steps).scaleb(-digits)), part, whole))


@pytest.mark.parametrize(("written", "part", "found"), [("50", 5, ["RG308"]), ("50", 0, ["RG308"]), ("0", 0, [])])
def test_nothing_has_no_share_but_nought(written: str, part: int, found: list[str]) -> None:
    """“There were no judges”, and 50 per cent of them were women."""
    assert found == codes(share(written, part, 0))


def test_a_share_far_from_its_figures_is_found_whatever_its_decimals() -> None:
    """Where the two percentages have more digits together than a figure may have."""
    assert ["RG308"] == codes(share("0.1234567890123", 10**14, 7))
