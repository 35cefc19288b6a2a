"""Thresholds of sentences, on both sides: what changes at a number changes exactly there."""

from typing import Any

import pytest
from sentences.phrase_cases import narrator, report_text, written


def generated(**fields: Any) -> str:
    """The sentences that an indicator gets by itself, a paragraph a line."""
    case = {"indicators": {"a": {"label": "complaints", **fields}}}
    return "\n".join(report_text(narrator(case), ["a"]))


@pytest.mark.parametrize(
    ("first", "last", "change"),
    [
        (19, 15, None),
        (20, 15, "a decrease of 25 per cent"),
        (21, 15, "a decrease of 28.6 per cent"),
        (1000, 1009, None),
        (1000, 1010, "an increase of 1 per cent"),
        (20, 39, "an increase of 95 per cent"),
        (20, 40, None),
        (20, 41, None),
    ],
)
def test_a_percentage_is_given_between_a_hundredth_and_a_doubling_of_twenty(
    first: int, last: int, change: str | None
) -> None:
    """Of fewer cases, one more or less moves it by over five points; beyond, the two values are read more easily."""
    text = generated(values={2022: first, 2023: last})

    assert text.endswith(
        f"(compared with {first:,} in 2022), {change}." if change else f"(compared with {first:,} in 2022)."
    )


@pytest.mark.parametrize(("last", "has_change"), [(54.1, False), (54.2, True), (54.3, True), (54.0, True)])
def test_a_difference_of_percentages_is_told_from_a_tenth_of_a_point_on(last: float, has_change: bool) -> None:
    """It is the smallest that both figures show."""
    text = generated(unit="percent", values={2022: 54.1, 2023: last})

    assert has_change == ("percentage point" in text)


@pytest.mark.parametrize(("years", "is_table"), [(8, False), (9, False), (10, True), (11, True)])
def test_ten_figures_are_a_table(years: int, is_table: bool) -> None:
    """Nine can still be read in a sentence."""
    values = {2023 - place: 30 + (place * 7) % 10 for place in range(years)}

    assert is_table == ("\n" in generated(values=values))


@pytest.mark.parametrize(
    ("value", "within", "opening"),
    [
        (9, "came to nine.", "Nine"),
        (10, "came to 10.", "Ten"),
        (11, "came to 11.", "Eleven"),
        (99, "came to 99.", "Ninety-nine"),
        (100, "came to 100.", "One hundred"),
        (101, "came to 101.", "A total of 101"),
    ],
)
def test_numbers_are_words_below_ten_and_where_they_open_a_sentence(value: int, within: str, opening: str) -> None:
    """Up to a hundred; a larger one has words before it."""
    indicators = {"a": {"label": "complaints", "values": {2023: value}}}

    assert written({"text": "The complaints came to {{ a }}.", "indicators": indicators}).endswith(within)
    assert f"{opening} were received." == written({"text": "{{ a }} were received.", "indicators": indicators})


@pytest.mark.parametrize(
    ("value", "word", "text"),
    [
        (1250, "some", "some 1,300"),
        (1350, "some", "some 1,400"),
        (1249, "about", "about 1,200"),
        (1299, "more than", "more than 1,200"),
        (1300, "more than", "1,300"),
        (1239, "nearly", "nearly 1,300"),
        (1201, "over", "over 1,200"),
        (1290, "less than", "less than 1,300"),
        (1290, "almost", "almost 1,300"),
    ],
)
def test_a_round_figure_lies_on_the_side_that_its_word_says(value: int, word: str, text: str) -> None:
    """At half it is rounded up, whether even or odd; "more than" is never above."""
    case = {"text": f"There were {{{{ a | about('{word}') }}}}.", "indicators": {"a": {"values": {2023: value}}}}

    assert f"There were {text}." == written(case).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (0, "decreased by 100 per cent (from 52,053 to 0)"),
        (8, "decreased from 52,053 to 8"),
        (26, "decreased from 52,053 to 26"),
        (27, "decreased by 99.9 per cent (from 52,053 to 27)"),
    ],
)
def test_a_decrease_by_100_per_cent_leaves_nothing(last: int, expected: str) -> None:
    """Where something is left, the two values say it."""
    case = {
        "indicators": {"a": {"label": "complaints", "values": {2022: 52053, 2023: last}}},
        "text": "{{ a | change }}",
    }

    assert expected == written(case)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (0, "0 per cent"),
        (1, "0.03 per cent"),
        (2, "0.1 per cent"),
        (2998, "99.9 per cent"),
        (2999, "99.97 per cent"),
        (3000, "100 per cent"),
    ],
)
def test_a_share_of_none_or_of_all_is_one(part: int, expected: str) -> None:
    """A share that would be rounded to 0 or to 100 per cent gets the decimals that tell it from them."""
    values = {"a": {"label": "complaints", "values": {2023: part}}, "b": {"label": "cases", "values": {2023: 3000}}}

    assert expected == written({"indicators": values, "text": "{{ a | share_of(b) }}"})


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (0, 1, "increased by 0.03 percentage points (from 0 to 0.03 per cent)"),
        (1, 0, "decreased by 0.03 percentage points (from 0.03 to 0 per cent)"),
        (1, 2, "increased by 0.04 percentage points (from 0.03 to 0.07 per cent)"),
        (2999, 3000, "increased by 0.03 percentage points (from 99.97 to 100 per cent)"),
        (1, 3000, "increased by 99.97 percentage points (from 0.03 to 100 per cent)"),
        (3000, 3000, "remained unchanged at 100 per cent"),
        (300, 600, "increased by 10 percentage points (from 10 to 20 per cent)"),
    ],
)
def test_the_ends_of_a_change_of_shares_and_its_points_fit(first: int, last: int, expected: str) -> None:
    """Both shares have as many decimals as the one that needs more, and the difference is that of what is printed."""
    values = {
        "a": {"label": "complaints", "values": {2022: first, 2023: last}},
        "b": {"label": "cases", "values": {2022: 3000, 2023: 3000}},
    }

    assert expected == written({"indicators": values, "text": "{{ a | share_change(b) }}"})
