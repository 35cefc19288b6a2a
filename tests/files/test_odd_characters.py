"""Characters that need a second look: each is found, whatever Python calls printable."""

import sys

import pytest

from reportgen.files.text import ODD, has_odd


def test_each_odd_character_is_found_and_no_other() -> None:
    """Some are printable for Python: U+FFFD, and selectors of variants."""
    characters = map(chr, range(sys.maxunicode + 1))
    assert [] == [ascii(one) for one in characters if has_odd(one) != (ODD.search(one) is not None)]


@pytest.mark.parametrize("text", ["", "a\n\tb\r\n", "48 000 – «été»", "😀 a", "\U000e0100", "a\ufffd", "\u200b"])
def test_a_text_is_odd_with_one_odd_character(text: str) -> None:
    """Alone and within other words."""
    assert has_odd(f"In 2023, {text} cases") == (ODD.search(text) is not None)
