"""Comparisons with earlier values."""

import pytest
from claims_shown import claims

CASES: tuple[tuple[str, list[str]], ...] = (
    (
        "There were 348 victims (compared with 262 persons in 2020, 944 in 2021 and 1,058 in 2022).",
        ["348 against 262@2020, 944@2021, 1058@2022"],
    ),
    (
        "In 2023, 119 women were sentenced (compared with 126 in 2020 and 125 in 2021).",
        ["119@2023 against 126@2020, 125@2021"],
    ),
    (
        (
            "In 2023, 345 persons, including 119 women, were sentenced (compared with 337, including 126"
            " women, in 2020; and 349, including 125 women, in 2021)."
        ),
        [
            "345@2023 ≥ 119@2023 women",
            "345@2023 against 337@2020, 349@2021",
            "337@2020 ≥ 126@2020 women",
            "349@2021 ≥ 125@2021 women",
        ],
    ),
    (
        "In 2022, there were 14 shelters, up from 9 in 2017.",
        ["14@2022 against 9@2017 (up)"],
    ),
    (
        "There were 19 strikes in 2022, against 25 in 2021.",
        ["19@2022 against 25@2021"],
    ),
    (
        "There were 34 accidents in 2022, fewer than in 2021 (45).",
        ["34@2022 against 45@2021 (down)"],
    ),
    (
        "Compared with 262 persons in 2020, 348 persons received aid in 2021.",
        ["348@2021 against 262@2020"],
    ),
    (
        "In the first half of 2023, 80 complaints were lodged, compared with 95 in the same period of 2022.",
        ["80@2023-H1 against 95@the same period of 2022"],
    ),
    (
        "The number of inspections dropped to 450 in 2022 (compared with 460 in 2021).",
        ["450@2022 against 460@2021 (down)"],
    ),
    (
        "Twelve cases against 39 persons were heard.",
        [],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_comparison(text: str, expected: list[str]) -> None:
    """A value is read with the earlier ones that it is compared with, and with the direction that a word gives."""
    assert expected == claims(text)
