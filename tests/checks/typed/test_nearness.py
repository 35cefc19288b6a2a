"""Between which values lies what a number is said of: each word at its ends."""

from decimal import Decimal

import pytest

from reportgen.checks.typed.nearness import range_at
from reportgen.claims.passages import Span
from reportgen.claims.typed import read_lines


@pytest.mark.parametrize(
    ("words", "true", "false"),
    [
        ("348 persons", "348", "347 349"),
        ("over 400 persons", "401 900", "400 399"),
        ("fewer than 400 persons", "399 0", "400 401"),
        ("at least 400 persons", "400 401", "399"),
        ("up to 400 persons", "400 1", "401"),
        ("between 300 and 400 persons", "300 400", "299 401"),
        ("nearly 500 persons", "450 500", "449 501"),
        ("almost 500 persons", "450 500", "449 501"),
        ("about 500 persons", "450 550", "449 551"),
        ("some 1,000 persons", "830 1170", "829 1171"),
        ("some 640 persons", "608 672", "607 673"),
        ("an average of 29 persons", "1 900", ""),
        ("38 per cent of persons", "37.5 38.5", "37.4 38.6"),
        ("37.6 per cent of persons", "37.55 37.65", "37.54 37.66"),
        ("about 40 per cent of persons", "37.5 42.5", "37.4 42.6"),
        ("a half of the persons", "0.45 0.55", "0.449 0.551"),
        ("a tenth of the persons", "0.08 0.12", "0.079 0.121"),
        ("more than half of the persons", "0.51", "0.5"),
        ("nearly half of the persons", "0.45 0.55", "0.44 0.56"),
        ("about half of the persons", "0.425 0.575", "0.42 0.58"),
        ("slightly more than half of the persons", "0.51 0.57", "0.5 0.58"),
        ("slightly less than half of the persons", "0.49 0.43", "0.5 0.42"),
        ("just over 400 persons", "401 459", "400 460"),
        ("twice as many persons", "1.6 2.4", "1.5 2.5"),
        ("T 1.4 billion", "1350000000 1450000000", "1340000000 1460000000"),
    ],
)
def test_a_word_holds_for_values_from_one_end_to_the_other(words: str, true: str, false: str) -> None:
    """And for none beyond."""
    (line,) = read_lines(words, [Span(0, len(words))])
    found = range_at(line, line.quantities[0])

    assert [value for value in true.split() if not found.holds(Decimal(value))] == []
    assert [value for value in false.split() if found.holds(Decimal(value))] == []
