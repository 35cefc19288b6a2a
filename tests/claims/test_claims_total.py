"""Totals with their parts."""

import pytest
from claims_shown import claims

CASES: tuple[tuple[str, list[str]], ...] = (
    (
        (
            "The Commissioner received eight complaints: one on grounds of sex, three on grounds of"
            " ethnicity and four on grounds of religion."
        ),
        ["8 = 1 on grounds of sex, 3 on grounds of ethnicity, 4 on grounds of religion"],
    ),
    (
        "The 39 defendants (26 police officers and 13 others) appealed.",
        ["39 = 26 police officers, 13 others"],
    ),
    (
        "A total of 238 persons were killed, of whom 219 were civilians and 19 were officers.",
        ["238 ≥ 219 were civilians, 19 were officers"],
    ),
    (
        "Help was given to 4,409 victims, including 2,808 children.",
        ["4409 ≥ 2808 children"],
    ),
    (
        "The breakdown by sex was: 73 males and 2 females.",
        ["- = 73 males, 2 females"],
    ),
    (
        "There were 37 trials. Of these, 21 ended in convictions and the remaining 16 in acquittals.",
        ["37 = 21 ended in convictions, 16 acquittals"],
    ),
    (
        "Of the 640 inmates, 412 were men and 228 were women.",
        ["640 = 412 were men, 228 were women"],
    ),
    (
        (
            "There were 11 complaints: 4 on grounds of sex, 4 on grounds of origin and 1 complaint"
            " each on grounds of religion, language and age."
        ),
        ["11 = 4 on grounds of sex, 4 on grounds of origin, 1 complaint each on grounds of religion"],
    ),
    (
        "The methods were: in 1 case, a fall; in 5 cases, wounds; and, in 69 cases, other causes.",
        ["- ≥ 1 case, a fall, 5 cases, wounds, 69 cases, other causes"],
    ),
    (
        "The 60 shelters are in three regions: North – 20; South – 25; Capital – 15.",
        ["60 = 20 North, 25 South, 15 Capital"],
    ),
    (
        "Between 2018 and 2020, 24 cases were opened (8 in 2018, 7 in 2019 and 9 in 2020).",
        ["24@2018-2020 = 8@2018 2018, 7@2019 2019, 9@2020 2020"],
    ),
    (
        "In 2018–2020, 23 cases were opened (8 in 2018, 8 in 2019 and 7 in 2020; compared with 6 in 2017).",
        ["23@2018-2020 = 8@2018 2018, 8@2019 2019, 7@2020 2020", "23@2018-2020 against 6@2017"],
    ),
    (
        "In that period, the index stood at 0.615 (0.605 in 2019 and 0.119 in 2020).",
        ["series 0.605@2019, 0.119@2020"],
    ),
    (
        "In that period, there were 615 (605 in 2019 and 119 in 2020).",
        ["615 ≥ 605@2019 2019, 119@2020 2020", "series 605@2019, 119@2020"],
    ),
    (
        "In 2019–2023, one case was opened (one in 2023; compared with one in 2018).",
        ["1@2023 against 1@2018"],
    ),
    (
        "In 2025, the number was 6, including 1 woman and 2 men (previously 4, including 1 woman and 3 men, in 2016).",
        ["6@2025 ≥ 1@2025 woman", "4@2016 ≥ 1@2016 woman, 3@2016 men"],
    ),
    (
        "The staff, including 12 women, was trained.",
        [],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_total(text: str, expected: list[str]) -> None:
    """A total is read with its parts, and with whether they are all of it."""
    assert expected == claims(text)
