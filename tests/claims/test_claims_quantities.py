"""Numbers with their units and nouns, and the periods that they hold for."""

import pytest
from claims_shown import statements

from reportgen.claims.model import Measure
from reportgen.claims.reading import read_claims

CASES: tuple[tuple[str, list[str]], ...] = (
    (
        "Some 17,000 events reached more than 2.2 million citizens.",
        ["~17000 events", ">2200000 citizens"],
    ),
    (
        "The fund holds T 8 billion, US$5,000, €3.4 million and 300 million dollars.",
        ["8000000000 T", "5000 US$", "3400000 €", "300000000 dollar"],
    ),
    (
        "One in three women and two thirds of men took part.",
        ["0.333 of 1 women", "0.667 of 1 men"],
    ),
    (
        "At least 3 in every 10 pupils and half of the teachers agreed.",
        ["≥0.3 of 1 pupils", "0.5 of 1 teachers"],
    ),
    (
        "Children aged 19–25 years, persons over 65 and persons under 18 were admitted.",
        ["19–25 time", ">65 time", "<18 time"],
    ),
    (
        "Between 8.3 and 8.5 per cent of them were at risk.",
        ["8.3–8.5%"],
    ),
    (
        "The courts heard 348¹ cases, took 10⁶ samples, sold 12 km² and freed 1,250² persons.",
        ["348 cases", "12 km²", "1250 persons"],
    ),
    (
        "One hundred and twenty-three men and twenty-five women worked 1,5 or 1.058,3 days.",
        ["123 men", "25 women"],
    ),
    (
        "Under articles 13, 14 and 15 of Law No. 12, resolution 1325 (2000) and para. 5, 33 persons appealed.",
        ["33 persons"],
    ),
    (
        "The third party paid, the first half of the hall was full and one of the guests left.",
        [],
    ),
    (
        "The 24-hour hot line 83-1 and the A4 form of COVID-19 exist.",
        [],
    ),
    (
        "The rate was 12.5 deaths per 100,000 inhabitants.",
        ["12.5/base deaths"],
    ),
    (
        "No fewer than 20 and up to 30 schools, or 50–60 classes, were built.",
        ["≥20 schools", "≤30 schools", "50–60 classes"],
    ),
    (
        "The State owed Rwf6.4 billion, Frw 3 billion and nearly Shs150 billion; form Rwd644 was lost.",
        ["6400000000 Rwf", "3000000000 Frw", "~150000000000 Shs"],
    ),
    (
        "Some 39.2 th. persons left, 40 thous. women and 200 thsd. men came, for 12.5 mln. tenge and 4 bln euros.",
        ["~39200 persons", "40000 women", "200000 men", "12500000 tenge", "4000000000 euro"],
    ),
    (
        "In the 19 th. century, on the 4 th of May, the 12 th sitting was held.",
        [],
    ),
    (
        "From 17 January to 31 May 2023, 12 cases were opened.",
        ["12@2023-01/2023-05 cases"],
    ),
    (
        "On 5 June 2022, 12 cases were opened.",
        ["12@2022-06 cases"],
    ),
    (
        "In January 2022, 12 cases were opened.",
        ["12@2022-01 cases"],
    ),
    (
        "By the end of 2021, 12 shelters had been opened.",
        ["12@2021-12 shelters"],
    ),
    (
        "In the first nine months of 2023, 12 cases were opened.",
        ["12@2023-01/2023-09 cases"],
    ),
    (
        "In the first nine months in 2023, 12 cases were opened.",
        ["12@2023-01/2023-09 cases"],
    ),
    (
        "Proceedings lasted 11 months in 2016; 12 cases were opened in five months of 2017.",
        ["11 time@2016", "12@2017-01/2017-05 cases"],
    ),
    (
        "In 2022/23, 12 schools were opened.",
        ["12@2022-07/2023-06 schools"],
    ),
    (
        "In the third quarter of 2022, 12 cases were opened.",
        ["12@2022-Q3 cases"],
    ),
    (
        "Over the past three years, 12 cases were opened.",
        ["12@the past three years cases"],
    ),
    (
        "In 2020–2023, 12 cases were opened.",
        ["12@2020-2023 cases"],
    ),
    (
        "Between July 2021 and June 2022, 12 cases were opened.",
        ["12@2021-07/2022-06 cases"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quantities(text: str, expected: list[str]) -> None:
    """A number is read with how near it is, its unit, its noun and its period; names with numbers are not numbers."""
    assert expected == statements(text)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            "The budget was T 4,353 (North: T 3,569; South: T 8; Capital: T 776).",
            ["T 4,353", "T 3,569", "T 8", "T 776"],
        ),
        ("In 2017, T 0 was paid to soldiers, and T 850 to civilians.", ["T 0", "T 850"]),
        ("The share was: T 15 for minors. In all, the budget came to T 704,935.", ["T 15", "T 704,935"]),
        ("The share was: T 15 for minors. In all, the budget came to K 704,935.", ["K 704,935"]),
        ("The army has 40 T 34 tanks and 12 T 72 tanks.", []),
    ],
)
def test_a_letter_is_a_currency_beside_a_longer_sum_of_it(text: str, sums: list[str]) -> None:
    """`T 8` alone may be a tank; beside `T 3,569` it is a sum."""
    found = [one.text for one in read_claims(text).quantities if one.measure is Measure.MONEY]

    assert found == sums


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose from an estimated 12.2 million to 13.6 million.", ["12.2 million", "13.6 million"]),
        ("An estimated 12 to 14 million were poor.", ["12 to 14 million"]),
        ("Thefts were up 1,107 to 4,400.", ["1,107", "4,400"]),
        ("Fees are up 200 to 300 euros, and the delay is down 5 to 8 days.", ["200 to 300 euros", "5 to 8 days"]),
        ("It fell 16 points in the north, and rose by six points on the year.", ["16 points", "six points"]),
        ("They agreed on the 12 points in the plan, and fell 8 places.", ["12", "8"]),
        ("It declined by 39.2 th. In May, 9.6 th. (1.4%) left.", ["39.2 th.", "9.6 th.", "1.4%"]),
    ],
)
def test_a_number_is_read_with_what_belongs_to_it(text: str, expected: list[str]) -> None:
    """What went from one value to another, or by an amount to a value, is two numbers; a range is one."""
    assert [one.text for one in read_claims(text).quantities] == expected


def test_a_noun_ends_before_a_participle_behind_its_plural() -> None:
    """What follows tells something of them; between a number and its noun a participle names their kind."""
    quantities = read_claims(
        "In 2021, 40 persons detained there, 12 police trained abroad and 9 newly trained judges met."
    )
    nouns = [quantity.noun for quantity in quantities.quantities]
    assert nouns == ["persons", "police", "newly trained judges"]
