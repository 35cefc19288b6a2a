"""Places in an order."""

import pytest
from claims_shown import claims

CASES: tuple[tuple[str, list[str]], ...] = (
    (
        "The country rose to sixty-fifth out of 142 countries in the index.",
        ["rank 65 of 142"],
    ),
    (
        "In the index, the country ranked sixty-second.",
        ["rank 62 of -"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_ranking(text: str, expected: list[str]) -> None:
    """A place is read with the number of places, where it is given."""
    assert expected == claims(text)
