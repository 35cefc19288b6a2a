"""The last cycle: what it said of a value that was revised since stands beside the new one."""

from decimal import Decimal
from typing import Any

from reportgen.model import Merged, Period, Submission, merge_indicators

Y2021, Y2022 = Period.of_year(2021), Period.of_year(2022)


def submission(**indicators: dict[str, Any]) -> Submission:
    """A submission of one agency."""
    return Submission.model_validate({"agency": "a", "indicators": indicators})


def merge(now: dict[str, Any], then: dict[str, Any]) -> Merged:
    """The indicator `x` of this cycle beside that of the last one."""
    return merge_indicators([submission(x=now)], [submission(y={"values": {}}), submission(x=then)])


def test_a_revised_value_keeps_what_was_reported() -> None:
    """Only the value that differs remembers, and the path leads to the file of the last cycle."""
    merged = merge({"values": {2021: 384, 2022: 273}}, {"values": {2021: 348, 2022: 273}})

    values = merged.indicators["x"].values
    assert [Decimal(348), None] == [values[Y2021].previous, values[Y2022].previous]
    assert {("x", None, Y2021): ("previous", 1, "indicators", "x", "values", "2021")} == merged.former


def test_parts_are_found_by_their_labels() -> None:
    """A part of the last cycle is the one with the same name, wherever it stood."""
    now = {"values": {}, "breakdown": [{"label": "women", "values": {2021: 5}}, {"label": "men", "values": {2021: 7}}]}
    then = {"values": {}, "breakdown": [{"label": "men", "values": {2021: 8}}, {"label": "women", "values": {2021: 5}}]}
    merged = merge(now, then)

    women, men = merged.indicators["x"].breakdown
    assert [None, Decimal(8)] == [women.values[Y2021].previous, men.values[Y2021].previous]
    assert [("x", 1, Y2021)] == list(merged.former)


def test_a_value_given_for_the_first_time_or_no_more_is_no_revision() -> None:
    """Where one of the two cycles has no data, nothing was corrected."""
    merged = merge({"values": {2021: 384, 2022: None}}, {"values": {2021: None, 2022: 273}})

    assert [None, None] == [observation.previous for observation in merged.indicators["x"].values.values()]


def test_what_an_agency_says_of_its_last_report_stays() -> None:
    """A submission may name the earlier value itself."""
    merged = merge({"values": {2021: {"value": 384, "previous": 350}}}, {"values": {2021: 348}})

    assert Decimal(350) == merged.indicators["x"].values[Y2021].previous
    assert {} == merged.former


def test_the_last_cycle_adds_nothing_else() -> None:
    """Indicators and periods of the last cycle alone do not come into the new report."""
    merged = merge_indicators([submission(x={"values": {2022: 1}})], [submission(x={"values": {2021: 2}}, z={})])

    assert ["x"] == list(merged.indicators)
    assert (Y2022,) == merged.indicators["x"].asked
