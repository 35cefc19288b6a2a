"""English numbers in words: written and read by one module, so that what is written is read back."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.checks.editorial.words import IN_WORDS
from reportgen.claims.numerals import read_numeral
from reportgen.claims.tokens import tokenize
from reportgen.languages.en import numerals
from reportgen.word.numerals import find_numbers

MILLION = 1_000_000


@given(st.integers(0, MILLION))
@example(0)
@example(99)
@example(100)
@example(2_300)
@example(MILLION)
def test_what_is_written_is_read_back(number: int) -> None:
    """Every number up to a million is read from its words, with all of them."""
    words = numerals.cardinal(number).split()
    read = numerals.read_cardinal(words)

    assert read is not None
    assert (number, len(words)) == (read.value, read.used)


@given(st.integers(1, 99))
def test_places_are_read_back(number: int) -> None:
    """Every place that is written in words is read from them, and from figures with their ending."""
    assert number == numerals.read_ordinal(numerals.ordinal(number))
    assert number + 100 == numerals.read_ordinal(numerals.ordinal(number + 100))


@given(st.integers(1, MILLION))
def test_every_reader_of_numbers_reads_the_same(number: int) -> None:
    """The grammar of claims and verify read a number as it was written; so do the editorial rules."""
    words = numerals.cardinal(number)
    text = f"There were {words} complaints."
    claimed = read_numeral(tokenize(text), 2)
    (found,) = find_numbers(text)

    assert claimed is not None
    assert (Decimal(number), Decimal(number)) == (claimed.value, found.value)
    assert IN_WORDS.get(words, number) == number


@pytest.mark.parametrize(
    ("words", "value", "rest"),
    [
        ("two thousand three hundred cases", 2_300, "cases"),
        ("two thousand , three hundred and five cases", 2_305, "cases"),
        ("two thousand , three hundred of them", 2_000, ", three hundred of them"),
        ("two thousand , three of them", 2_000, ", three of them"),
        ("one million two hundred thousand persons", 1_200_000, "persons"),
        ("one hundred and two hundred", 100, "and two hundred"),
        ("one thousand and two thousand", 1_000, "and two thousand"),
        ("two thousand and three hundred thousand", 2_000, "and three hundred thousand"),
        ("one hundred and two thousand", 102_000, ""),
        ("twelve hundred persons", 1_200, "persons"),
        ("twenty five persons", 25, "persons"),
        ("twenty five hundred", 20, "five hundred"),
        ("a hundred and a half", 100, "and a half"),
        ("five hundred , and six of them", 500, ", and six of them"),
        ("two lakh", 200_000, ""),
        ("two and a half thousand families", 2_500, "families"),
        ("one and a half million", 1_500_000, ""),
        ("two and a half years", 2, "and a half years"),
        ("two and half a million", 2, "and half a million"),
        ("two dozen judges", 24, "judges"),
        ("a dozen judges", 12, "judges"),
        ("half a dozen judges", 6, "judges"),
        ("zero thousand", 0, ""),
    ],
)
def test_a_number_ends_where_another_begins(words: str, value: int, rest: str) -> None:
    """A group goes on only where it can belong to the number before it."""
    read = numerals.read_cardinal(words.split())

    assert read is not None
    assert (value, rest) == (read.value, " ".join(words.split()[read.used :]))


@pytest.mark.parametrize("words", ["a person", "an", "hundred", "and two", "persons", "thirtieth", "twenty-tenth", ""])
def test_other_words_are_no_numbers(words: str) -> None:
    """An article, a scale alone, an ordinal and any other word begin no number."""
    assert numerals.read_cardinal(words.split()) is None


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("two dozen", 12),
        ("half a dozen", 6),
        ("two and a half million", 100_000),
        ("two thousand", 1_000),
        ("two thousand three hundred", 1),
        ("two million three thousand", 1_000),
        ("ninety", 1),
    ],
)
def test_a_number_knows_how_exact_it_is(words: str, step: int) -> None:
    """The last word of a round number says to what it was rounded."""
    read = numerals.read_cardinal(words.split())

    assert read is not None
    assert step == read.step
