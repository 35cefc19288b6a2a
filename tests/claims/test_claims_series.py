"""Values of several periods."""

import pytest
from claims_shown import claims

CASES: tuple[tuple[str, list[str]], ...] = (
    (
        "In 2020, 235 persons were convicted; in 2021, 190; and in 2022, 180.",
        ["series 235@2020, 190@2021, 180@2022"],
    ),
    (
        "In 2020, there were 235 cases, in 2021, 190 cases and in 2022, 180 cases.",
        ["series 235@2020, 190@2021, 180@2022"],
    ),
    (
        "Cases: 790 in 2019, 689 in 2020 and 632 in 2021.",
        ["series 790@2019, 689@2020, 632@2021"],
    ),
    (
        "In 2021, 2022 and 2023, 10, 12 and 15 cases were opened, respectively.",
        ["series 10@2021, 12@2022, 15@2023"],
    ),
    (
        "The number of visits (2019: 14; 2020: 9; 2021: 17) varied.",
        ["series 14@2019, 9@2020, 17@2021"],
    ),
    (
        "Migrants: 2,410 (2019), 1,980 (2020) and 2,105 (2021).",
        ["series 2410@2019, 1980@2020, 2105@2021"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_series(text: str, expected: list[str]) -> None:
    """Values with a period each are read as a series."""
    assert expected == claims(text)
