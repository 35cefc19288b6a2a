"""Changes from one value to another."""

import pytest
from claims_shown import claims

CASES: tuple[tuple[str, list[str]], ...] = (
    (
        "The prison population rose by 12 per cent, from 50 in 2021 to 56 in 2022.",
        ["up by 12% from 50@2021 to 56@2022"],
    ),
    (
        "Crimes fell by a third, from 90 to 60.",
        ["down by 0.333 of 1 from 90 to 60"],
    ),
    (
        "The budget more than doubled, from €12.4 million to €26 million.",
        ["up by >2× from 12400000 € to 26000000 €"],
    ),
    (
        "The ratio declined from 74 to 58 per 100,000 live births.",
        ["down from 74/base to 58/base"],
    ),
    (
        "The rate fell from 12.5 deaths per 100,000 live births in 2015 to 9.8 in 2020.",
        ["down from 12.5/base@2015 to 9.8/base@2020"],
    ),
    (
        "Enrolment rose by 4.2 percentage points, from 81.3 per cent to 85.5 per cent.",
        ["up by 4.2pp from 81.3% to 85.5%"],
    ),
    (
        "In 2022, 450 inspections were carried out, 25 per cent more than in 2021 (360).",
        ["up by 25%@2022 from 360@2021 to 450@2022", "450@2022 against 360@2021 (up)"],
    ),
    (
        "The population fell from 11,200 to 9,520, a decrease of 15 per cent.",
        ["down by 15% from 11200 to 9520"],
    ),
    (
        "The number of recorded cases has declined (310 in 2020, 288 in 2021 and 240 in 2022).",
        ["down from 310@2020 to 240@2022", "series 310@2020, 288@2021, 240@2022"],
    ),
    (
        "Infant mortality fell by 18.9 per cent. In 2015, the rate was 15.9; in 2021, it was 12.9.",
        ["down by 18.9% from 15.9@2015 to 12.9@2021", "series 15.9@2015, 12.9@2021"],
    ),
    (
        "The penalty was increased from 3 to 5 days.",
        ["up from 3 time to 5 time"],
    ),
    (
        "The plan aims to reduce poverty to 10 per cent.",
        [],
    ),
    (
        "The number of complaints doubled between 2019 (110) and 2022 (220).",
        ["up by 2× from 110@2019 to 220@2022"],
    ),
    (
        "The budget rose from $1.2 to 2.5 million.",
        ["up from 1200000 $ to 2500000 $"],
    ),
    (
        "Staff numbered 3,480 in 2020, 3,512 in 2021 and 3,601 in 2022, an increase of 3.5 per cent over the period.",
        ["series 3480@2020, 3512@2021, 3601@2022", "up by 3.5%@2020 from 3480@2020 to 3601@2022"],
    ),
    (
        "Staff numbered 3,480 in 2020, 3,512 in 2021 and 3,601 in 2022, an increase of 2.5 per cent over 2021.",
        ["series 3480@2020, 3512@2021, 3601@2022", "up by 2.5%@2021"],
    ),
    (
        "The number of women rose by 1,250 to 23,480 in 2022 (22,230 in 2020).",
        ["up by 1250 from 22230@2020 to 23480@2022"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_change(text: str, expected: list[str]) -> None:
    """A change is read with its direction, its size and the values that it went from and to."""
    assert expected == claims(text)
