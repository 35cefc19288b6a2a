"""Numbers in texts: the value counts, in digits or in words."""

from decimal import Decimal

import pytest

from reportgen.word.numerals import find_numbers, is_same


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("one hundred and sixty-five", 165),
        ("One hundred sixty-five", 165),
        ("a hundred", 100),
        ("two thousand three hundred", 2300),
        ("one thousand and fifty-eight", 1058),
        ("twelve thousand", 12000),
        ("one hundred and twenty thousand, four hundred and one", 120401),
        ("two million", 2_000_000),
        ("sixty-five", 65),
        ("sixty five", 65),
    ],
)
def test_number_words_above_a_hundred(words: str, value: int) -> None:
    """A number in words is one number, however many words it has."""
    (number,) = find_numbers(f"There were {words} complaints.")

    assert (words, Decimal(value)) == (number.text, number.value)
    assert is_same(f"{value:,}", words)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two and three", [2, 3]),
        ("one hundred and two hundred", [100, 200]),
        ("hundreds of people, three of them judges", [3]),
        ("from twenty to thirty", [20, 30]),
        ("five hundred, and six of them", [500, 6]),
        ("sixty, five", [60, 5]),
        ("5 hundred", [5]),
    ],
)
def test_numbers_that_stand_beside_each_other(text: str, values: list[int]) -> None:
    """Two numbers do not become one."""
    assert values == [int(number.value) for number in find_numbers(text)]
