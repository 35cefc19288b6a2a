"""Exchange rates, ranks and numbers below zero: a smaller number may be called higher, and no other number may."""

import pytest
from build import document, paragraph

from reportgen.published.audit.findings import audit_document

EITHER_WAY = (
    "The peso closed at an exchange rate of 43.3 per dollar, {} from 43.4 the day before.",
    "The shilling traded at 129.2 to the dollar, {} from 130.5 in May.",
    "It was worth 1,530 naira per US dollar, {} from 1,540 naira.",
    "The exchange rate in June was 129.2, {} from 130.5 in May.",
    "The peso closed at 43.3, {} from 43.4 the day before.",
    "The currency traded at 43.3, {} from 43.4 on Monday.",
    "One dollar cost 43.3 pesos in 2023, {} from 43.4 pesos in 2022.",
    "The rate was 475 for US$ 1 in 2021, {} from 470 in 2020.",
    "The rate was 470 per US$1 in 2023, {} from 475 in 2022.",
    "The country was in position 43 in 2023, {} from position 45 in 2022.",
    "Its place was 43 in the ranking, {} from 45 in 2022.",
    "The index ranking was 43 in 2023, {} from 45 in 2022.",
    "The country ranked 43 in the index in 2023, {} from 45 in 2022.",
    "Its rank in the index was 43 in 2023, {} from 45 in 2022.",
)
ONE_WAY = (
    "The price was 43.3 dollars per barrel, {} from 43.4 dollars.",
    "Tin cost 4.3 dollars per pound, {} from 4.4 dollars.",
    "The fund recovered 0.43 per dollar spent, {} from 0.44 in 2022.",
    "The bank made 43 transfers to the euro area in 2023, {} from 45 in 2022.",
    "The police had 43 cases of a dollar fraud in 2023, {} from 45 in 2022.",
    "The rate was 43.3 per 100,000 inhabitants, {} from 43.4 in 2022.",
    "The number of cases was 433 in 2023, {} from 434 in 2022.",
    "The number of high-ranking women was 43 in 2023, {} from 45 in 2022.",
    "The number of ranking officers was 43 in 2023, {} from 45 in 2022.",
    "The number of positions was 43 in 2023, {} from 45 in 2022.",
    "Owing to the exchange rate, the number of dollar accounts was 43, {} from 45 in 2022.",
)


def severities(text: str) -> list[str]:
    """How grave each finding in a paragraph is."""
    return [one.severity.value for one in audit_document(document(paragraph(text))).findings]


@pytest.mark.parametrize("text", EITHER_WAY)
def test_a_smaller_rate_or_rank_may_be_up(text: str) -> None:
    """A currency rises where fewer of it are paid for a dollar, a country where its rank is a smaller number."""
    assert severities(text.format("up")) == severities(text.format("down")) == []


@pytest.mark.parametrize("text", ONE_WAY)
def test_no_other_smaller_number_is_up(text: str) -> None:
    """Prices of things, rates of people and counts go the way of their numbers."""
    assert severities(text.format("down")) == []
    assert severities(text.format("up")) == ["error"]


@pytest.mark.parametrize(
    ("text", "said", "wrong"),
    [
        ("The rate fell from 12 deaths per 1,000 births in 2010 to 90 per 100,000 in 2020.", "1,000", "100,000"),
        ("The rate was 90 per 100,000 in 2020, down from 12 per 1,000 in 2010.", "1,000", "100,000"),
        ("Arrivals rose from 1,200 a year to 300 a month.", "year", "month"),
        ("Arrivals rose by 200 per cent, from 1,200 a year to 300 a month.", "year", "month"),
    ],
)
def test_values_of_two_bases_are_not_compared(text: str, said: str, wrong: str) -> None:
    """Twelve of a thousand are more than ninety of a hundred thousand; of one base they are fewer."""
    assert not severities(text)
    assert severities(text.replace(f" {said} ", f" {wrong} "))


@pytest.mark.parametrize(
    ("text", "said", "wrong"),
    [
        ("Net migration was -43 in 2023, up from -45 in 2022.", "-", ""),
        ("Net migration was minus 43 in 2023, up from minus 45 in 2022.", "minus ", ""),
        ("Growth was −0.3 per cent in 2023, up from −0.5 per cent in 2022.", "−", ""),
        ("The balance was -5 million in 2023, down from 3 million in 2022.", "-", ""),
        ("Growth was -3 per cent in 2023, compared with -5 per cent in 2022, a rise of 2 points.", "-", ""),
        (
            "The mortality rate improved by 5 points, from 20 per cent in 2021 to 15 per cent in 2022.",
            "improved",
            "rose",
        ),
        (
            "The literacy rate improved by 5 points, from 75 per cent in 2021 to 80 per cent in 2022.",
            "improved",
            "fell",
        ),
    ],
)
def test_what_lies_below_zero_or_gets_better_may_be_smaller(text: str, said: str, wrong: str) -> None:
    """A sign is not read with its number, and what improves may rise or fall."""
    assert not severities(text)
    assert severities(text.replace(said, wrong))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The exchange rate rose from 10 per dollar to 20 per dollar.", []),
        ("The peso fell by 50 per cent, from 10 per dollar to 20 per dollar.", []),
        ("The exchange rate rose by 100 per cent, from 10 per dollar to 20 per dollar.", []),
        ("The peso fell by 70 per cent, from 10 per dollar to 20 per dollar.", ["warning"]),
        ("The country ranked 43 in 2023, up from 43 in 2022.", ["error"]),
        ("In May the rate was 43.3 to the dollar. It was lower than in April, at 43.3 against 43.2 to the dollar.", []),
        ("In May the price was 43.3. It was lower than in April, at 43.3 against 43.2.", ["warning"]),
    ],
)
def test_a_rate_is_judged_in_either_order(text: str, found: list[str]) -> None:
    """Half of a currency's value is lost where twice as much of it is paid; no order makes other amounts right."""
    assert severities(text) == found


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        (EITHER_WAY[0].format("up"), False),
        ("Net migration was -43 in 2023, down from -45 in 2022.", False),
        (ONE_WAY[0].format("down"), True),
    ],
)
def test_a_change_that_was_not_judged_is_not_called_right(text: str, *, is_right: bool) -> None:
    """What holds with either word shows nothing; a price of a thing that went as its word says is right."""
    assert is_right == bool(audit_document(document(paragraph(text))).right)
