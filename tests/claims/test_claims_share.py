"""Shares of a whole."""

import pytest
from claims_shown import claims

CASES: tuple[tuple[str, list[str]], ...] = (
    (
        "Girls are 49.3 per cent of pupils (74,200 out of a total of 150,400).",
        ["49.3% = 74200 of 150400"],
    ),
    (
        "Of the 449 judges, 204 (45.4 per cent) are women.",
        ["449 ≥ 204", "45.4% = 204 of 449"],
    ),
    (
        "Women hold 54 of the 180 seats (30 per cent).",
        ["30% = 54 of 180"],
    ),
    (
        "Women hold 12 of 25 ministerial posts, or 48 per cent.",
        ["48% = 12 of 25"],
    ),
    (
        "The 86 per cent (43) of the 50 schools have a library.",
        ["86% = 43 of 50"],
    ),
    (
        "A third of the 300 applicants (100) were refused.",
        ["0.333 of 1 = 100 of 300"],
    ),
    (
        "Women are 45.7 per cent of the 449 judges.",
        ["45.7% = - of 449"],
    ),
    (
        "The Council has 90 members: 36 women (40 per cent) and 54 men (60 per cent).",
        ["40% = 36 of 90", "90 = 36 women, 54 men", "60% = 54 of 90"],
    ),
    (
        "The share of women is 40 per cent.",
        [],
    ),
    ("The occupancy rate was 104 per cent (8,320 prisoners for 8,000 places).", ["104% = 8320 of 8000"]),
    ("The rate of overcrowding was 4 per cent (8,320 prisoners for 8,000 places).", []),
    ("There were 28,675 Roma, or 0.3 per cent of the population of 9.4 million.", ["0.3% = 28675 of 9400000"]),
    (
        "It recruited 3,000 teachers, 1,240 of them women, that is, 41.3 per cent.",
        ["3000 ≥ 1240 of them women", "41.3% = 1240 of 3000"],
    ),
    ("Women earned 1,240 lei, or 86.5 per cent of that of men (1,434 lei).", ["86.5% = 1240 lei of 1434 lei"]),
    ("Of the 9,300 refugees in two camps, more than half (5,022) are children.", [">0.5 of 1 = 5022 of 9300"]),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_share(text: str, expected: list[str]) -> None:
    """A share is read with its part and its whole, wherever they stand."""
    assert expected == claims(text)
