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
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_share(text: str, expected: list[str]) -> None:
    """A share is read with its part and its whole, wherever they stand."""
    assert expected == claims(text)
