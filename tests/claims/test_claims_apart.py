"""Totals that stand apart from their parts: behind them, between dashes, or before a semicolon."""

import pytest
from claims_shown import claims

CASES: tuple[tuple[str, list[str]], ...] = (
    (
        "It made 112 visits in 2020, 98 in 2021 and 140 in 2022 (350 in total).",
        ["350 = 112@2020 visits, 98@2021 2021, 140@2022 2022"],
    ),
    (
        "It spent 12.5 million dinars on roads and 14 million dinars on farms, making a total of 26.5 million dinars.",
        ["26500000 dinar = 12500000 dinar on roads, 14000000 dinar on farms"],
    ),
    ("It trained 240 girls and 180 boys, or 420 pupils in all.", ["420 = 240 girls, 180 boys"]),
    ("It trained 240 girls and 180 boys in 2021, bringing the total to 4,200.", []),
    ("It trained 1,450 persons – 870 women and 580 men – in all districts.", ["1450 = 870 women, 580 men"]),
    (
        "A total of 1,482 claims were lodged; 640 were granted, 502 were rejected and 340 were pending.",
        ["1482 ≥ 640 were granted, 502 were rejected, 340 were pending"],
    ),
    (
        "There were 57 trials; 31 were quashed, 12 were upheld and the remaining 14 are continuing.",
        ["57 = 31 were quashed, 12 were upheld, 14 are continuing"],
    ),
    ("It made 112 visits; 98 persons were heard and 140 were seen.", []),
    (
        "Under the programme, 14 judges were promoted, 6 of whom to courts of appeal.",
        ["14 ≥ 6 of whom to courts of appeal"],
    ),
    ("Twelve organizations trained teachers, 400 of whom live there.", []),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_apart(text: str, expected: list[str]) -> None:
    """A total is read with the parts that stand before it, or in a clause or dashes behind it."""
    assert expected == claims(text)
