"""Merging: one indicator from several files, and every way in which they can disagree."""

from typing import Any

from reportgen.model import Merged, Period, Submission, merge_indicators


def merge(*indicators: dict[str, Any]) -> Merged:
    """The indicators of one submission each, merged."""
    return merge_indicators(Submission.model_validate({"agency": "a", "indicators": each}) for each in indicators)


def test_years_from_two_files_make_one_series() -> None:
    """A second file adds the years that the first one lacks."""
    merged = merge({"x": {"values": {2022: 1}}}, {"x": {"values": {2023: 2}}})

    assert ["2022", "2023"] == [str(period) for period in merged.indicators["x"].periods]
    assert [] == merged.disagreements


def test_each_value_is_found_in_the_file_that_gave_it() -> None:
    """The path of an observation leads to the submission that holds it."""
    merged = merge({"x": {"values": {2022: 1}}}, {"x": {"values": {2023: 2}}})

    assert ("submissions", 1, "indicators", "x", "values", "2023") == merged.paths["x", None, Period.parse(2023)]


def test_values_of_one_file_alone_are_found_in_it() -> None:
    """With those of its parts; nothing has to be put together, and each still has its place."""
    merged = merge({"x": {"values": {2022: 3}, "breakdown": [{"label": "women", "values": {2022: 1}}]}})
    year = Period.parse(2022)

    assert {
        ("x", None, year): ("submissions", 0, "indicators", "x", "values", "2022"),
        ("x", 0, year): ("submissions", 0, "indicators", "x", "breakdown", 0, "values", "2022"),
    } == merged.paths


def test_a_value_given_twice_alike_is_no_disagreement() -> None:
    """Two files may hold the same value."""
    assert [] == merge({"x": {"values": {2022: 1}}}, {"x": {"values": {2022: 1}}}).disagreements


def test_a_value_given_twice_differently_is_recorded_and_the_first_one_kept() -> None:
    """The second file's value is named with both places."""
    merged = merge({"x": {"values": {2022: 348}}}, {"x": {"values": {2022: 384}}})

    assert [("x", "the value for 2022", "348", "384")] == [
        (found.key, found.what, found.first, found.second) for found in merged.disagreements
    ]
    assert 348 == merged.indicators["x"].value(Period.parse(2022))


def test_a_value_fills_a_place_left_empty() -> None:
    """No data in one file and a value in the other make the value."""
    merged = merge({"x": {"values": {2022: None}}}, {"x": {"values": {2022: 5}}})

    assert 5 == merged.indicators["x"].value(Period.parse(2022))
    assert ("submissions", 1, "indicators", "x", "values", "2022") == merged.paths["x", None, Period.parse(2022)]


def test_another_unit_in_a_second_file_is_recorded() -> None:
    """Fields other than values must agree as well, where both files give them."""
    merged = merge({"x": {"unit": "percent", "values": {2022: 1}}}, {"x": {"unit": "rank", "values": {2023: 2}}})

    assert ["“Unit”"] == [found.what for found in merged.disagreements]


def test_parts_are_joined_by_their_labels() -> None:
    """A part of the same name takes the years of both files; a new one is added."""
    merged = merge(
        {"x": {"values": {2022: 3}, "breakdown": [{"label": "women", "values": {2022: 1}}]}},
        {
            "x": {
                "values": {2023: 4},
                "breakdown": [{"label": "men", "values": {2023: 2}}, {"label": "women", "values": {2023: 2}}],
            }
        },
    )

    parts = {
        part.called(one=False): [str(period) for period in part.periods] for part in merged.indicators["x"].breakdown
    }
    assert {"women": ["2022", "2023"], "men": ["2023"]} == parts
    assert ("submissions", 1, "indicators", "x", "breakdown", 1, "values", "2023") == merged.paths[
        "x", 0, Period.parse(2023)
    ]
