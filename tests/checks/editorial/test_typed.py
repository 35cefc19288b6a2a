"""Numbers that were typed although an indicator holds them."""

from decimal import Decimal

import pytest

from reportgen.checks.editorial.passage import EditorialPassage
from reportgen.checks.editorial.retyped import KnownValue, label_words
from reportgen.checks.editorial.rules import find_remarks

KNOWN = (
    KnownValue("{{ victims }}", Decimal(348), label_words("victims who received compensation"), 1),
    KnownValue("{{ fund }}", Decimal(49456000), label_words("compensation paid by the Fund"), 1, symbol="T"),
    KnownValue("{{ aid }}", Decimal(1000), label_words("aid paid to families"), 1, symbol="som"),
    KnownValue(
        "{{ share }}", Decimal("55.4"), label_words("proportion of women among civil servants"), 1, is_percentage=True
    ),
    KnownValue("{{ year }}", Decimal(2023), label_words("victims who received compensation"), 1),
    KnownValue("{{ few }}", Decimal(8), label_words("victims who received compensation"), 1),
)


def found(text: str, group: int | None = 1) -> list[tuple[str, str]]:
    """The words and the advice of each remark on typed numbers in a reply that names its currency."""
    remarks = find_remarks([EditorialPassage(text, group=group), EditorialPassage("Amounts are in tenge (T).")], KNOWN)
    return [(text[one.start : one.end], one.advice) for _, one in remarks if one.code == "RG937"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2023, 348 victims received compensation.", [("348", "write {{ victims }}")]),
        ("The Fund paid compensation of T 49,456,000.", [("T 49,456,000", "write {{ fund }}")]),
        ("The Fund paid compensation of T\xa049.456 million.", [("T\xa049.456 million", "write {{ fund }}")]),
        ("Among civil servants, 55.4 per cent were women.", [("55.4 per cent", "write {{ share }}")]),
        ("Families were paid aid of som\xa01,000.", [("som\xa01,000", "write {{ aid }}")]),
    ],
)
def test_a_typed_number_is_found_with_its_unit(text: str, expected: list[tuple[str, str]]) -> None:
    """The words that the reference would write are quoted, symbol and per cent included."""
    assert expected == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "In 2023, 348 prisoners were released.",
        "Article 348 of the Code protects victims and their compensation.",
        "Order No. 348 gives victims compensation.",
        "On 348 January, victims received compensation.",
        "In 2023, victims received compensation.",
        "There were 8 victims who received compensation.",
        "Some 348 per cent of victims received compensation.",
        "Among civil servants, 55.4 were women.",
        "Victims received compensation of 348.5 each.",
        "Victims received compensation under the plan 348–350.",
        "Victims received compensation at a rate of 348,5 tenge.",
    ],
)
def test_a_number_that_counts_something_else_is_left_alone(text: str) -> None:
    """Other words near it, a number of something, a year, a small one, another measure."""
    assert [] == found(text)


def test_only_indicators_of_the_same_issue_count() -> None:
    """Under another issue the number may be another one."""
    assert [] == found("In 2023, 348 victims received compensation.", group=2)
    assert [] == found("In 2023, 348 victims received compensation.", group=None)
