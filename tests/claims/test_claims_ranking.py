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
    ("The country rose to 40th place out of 142 countries.", ["rank 40 of 142"]),
    ("The country ranked in 40th position of 142 countries.", ["rank 40 of 142"]),
    ("It held 40th place in the index.", ["rank 40 of -"]),
    # ordinals that are no places
    ("In the twentieth century, the Committee held its sixty-fifth session.", []),
    ("The third of 142 cases was closed.", []),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_ranking(text: str, expected: list[str]) -> None:
    """A place is read with the number of places, where it is given."""
    assert expected == claims(text)
