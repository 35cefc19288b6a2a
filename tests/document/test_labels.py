"""Letters and Roman numerals that count: what is written is read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document.labels import (
    capitals,
    capitals_position,
    letter,
    letter_position,
    roman,
    roman_position,
)


@given(st.integers(1, 399))
def test_roman_numerals_are_read_back(position: int) -> None:
    """Every numeral that a list counts with is its position."""
    assert position == roman_position(roman(position))


@given(st.integers(1, 104))
def test_letters_of_lists_are_read_back(position: int) -> None:
    """`a` to `z`, then `aa` to `zz`, and so on, as Word counts."""
    assert position == letter_position(letter(position))


@given(st.integers(1, 16_384))
def test_letters_of_columns_are_read_back(position: int) -> None:
    """Every column of a sheet of Excel is read from its letters."""
    assert position == capitals_position(capitals(position))


@pytest.mark.parametrize(("position", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (28, "AB"), (702, "ZZ"), (703, "AAA")])
def test_columns_count_on_after_z(position: int, name: str) -> None:
    """After `Z` come `AA` and `AB`."""
    assert name == capitals(position)


@pytest.mark.parametrize("name", ["iiii", "vx", "ic", "abc"])
def test_other_letters_are_no_numerals(name: str) -> None:
    """What is written otherwise than a numeral is none."""
    assert roman_position(name) == 0


def test_unlike_letters_are_no_position_of_a_list() -> None:
    """Word never counts `ab`."""
    assert letter_position("ab") == 0
