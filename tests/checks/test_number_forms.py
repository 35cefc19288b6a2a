"""Numbers of two texts in different languages, by what they have in common."""

import pytest

from reportgen.checks.number_forms import has_scale, typed_numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1 058,50", "1,058.5"),
        ("1\u202f058", "1.058"),
        ("١٬٠٥٨٫٥", "1,058.5"),
        ("007", "7"),
        ("2023年2月1日", "1 February 2023"),
        ("1.2.2023", "1 February 2023"),
        ("12/11/2023", "12 November 2023"),
    ],
)
def test_a_number_is_its_value_in_every_language(one: str, other: str) -> None:
    """Signs between digits, noughts at the ends, digits of other scripts and months make no other number."""
    assert typed_numbers(one, by_scale=False) == typed_numbers(other, by_scale=False)


@pytest.mark.parametrize(("one", "other"), [("22,5", "225"), ("0,125", "125"), ("1,058", "1.05"), ("100", "1")])
def test_a_sign_of_decimals_makes_another_number(one: str, other: str) -> None:
    """What is ten times as much is never the same."""
    assert typed_numbers(one, by_scale=False) != typed_numbers(other, by_scale=False)


@pytest.mark.parametrize(
    "text",
    [
        "2.5 million",
        "2,5 millions",
        "2,5 millones",
        "2500 mil",
        "2,5 млн",
        "2.500 тыс.",
        "250万",
        "2.5 مليون",
        "2,500,000",
    ],
)
def test_a_number_of_a_scale_has_the_same_digits_in_every_language(text: str) -> None:
    """A scale is a word of its language: what the languages have in common are the digits."""
    assert list(typed_numbers(text, by_scale=True).values()) == ["25"]


def test_numbers_beside_a_scale_are_what_they_are() -> None:
    """In `3 million in 12 courts`, only the first is a number of a scale."""
    assert typed_numbers("3 million in 12 courts, 1,200 cases", by_scale=True) == {"3": "3", "12": "", "1200": ""}


def test_a_number_of_many_digits_is_read() -> None:
    """However long a number that somebody typed."""
    assert typed_numbers("9" * 200, by_scale=False) == {"9" * 200: ""}


@pytest.mark.parametrize(
    ("text", "has"), [("mille personnes", True), ("familles", False), ("5 тысяч", True), ("مؤلف", False)]
)
def test_a_word_of_a_scale_is_a_word(text: str, *, has: bool) -> None:
    """And no part of another one."""
    assert has_scale(text) is has
