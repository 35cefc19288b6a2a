"""What is measured and what is counted, and the number words that depend on it."""

import pytest

from reportgen.languages.en.labels import is_measured, small
from reportgen.languages.en.numerals import article, fold, opening_ordinal, ordinal

UNITS = """
seconds minutes hours days weeks months years centimetres centimeters metres meters kilometres kilometers miles acres
hectares litres liters grams kilograms tonnes tons kilowatt-hours kilowatthours megawatt-hours megawatts km km2 km²
m2 m² ha kg kWh MWh degrees points
""".split()


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_measured(unit: str) -> None:
    """Its figures stay figures, with or without words around it."""
    assert is_measured(unit)
    assert is_measured(f"{unit} of training")


@pytest.mark.parametrize("noun", ["persons", "cases", "women", "working groups", "hourly workers", "day-care centres"])
def test_a_noun_is_counted(noun: str) -> None:
    """Also where it begins like a unit."""
    assert not is_measured(noun)


@pytest.mark.parametrize("prefix", ["working", "square", "cubic"])
def test_a_kind_of_unit_is_measured(prefix: str) -> None:
    """`working days`, `square metres`."""
    assert is_measured(f"{prefix} metres")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "first"),
        (2, "second"),
        (3, "third"),
        (4, "fourth"),
        (9, "ninth"),
        (12, "twelfth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (99, "ninety-ninth"),
        (100, "100th"),
        (101, "101st"),
        (102, "102nd"),
        (103, "103rd"),
        (104, "104th"),
        (110, "110th"),
        (111, "111th"),
        (112, "112th"),
        (113, "113th"),
        (114, "114th"),
        (121, "121st"),
        (1011, "1,011th"),
        (1022, "1,022nd"),
    ],
)
def test_a_place_has_its_ending(number: int, written: str) -> None:
    """In words to ninety-ninth; eleventh, twelfth and thirteenth have none of the endings of first to third."""
    assert written == ordinal(number)


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "first"), (100, "one hundredth"), (101, "one hundred and first"), (999, "nine hundred and ninety-ninth")],
)
def test_a_place_opens_a_sentence_in_words(number: int, written: str) -> None:
    """Below a thousand."""
    assert written == opening_ordinal(number)
    assert "the 1,000th" == opening_ordinal(1000)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *((one, "an") for one in ("8", "80", "800,000", "8.5", "11", "11.5", "11,000", "18", "18,500", "11-fold")),
        *((one, "a") for one in ("1", "110", "1,100", "180", "12", "7.8", "2.5-fold", "threefold")),
        ("eightfold", "an"),
    ],
)
def test_an_article_follows_how_a_figure_is_spoken(written: str, expected: str) -> None:
    """`an 11`, `an 18,000`, but `a 110`."""
    assert expected == article(written)


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        ("3", "a threefold increase"),
        ("8", "an eightfold increase"),
        ("9", "a ninefold increase"),
        ("10", "a 10-fold increase"),
        ("2.5", "a 2.5-fold increase"),
        ("11", "an 11-fold increase"),
    ],
)
def test_a_multiple_is_one_word_below_ten(figure: str, written: str) -> None:
    """As the Manual writes numbers."""
    assert written == fold(figure, "an increase")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Complaints lodged", "complaints lodged"),
        ("Expropriations of land", "expropriations of land"),
        ("Fumigations, by region", "fumigations, by region"),
        ("Women Members of Parliament", "women Members of Parliament"),
        ("In Almaty", "in Almaty"),
        ("Ombudsperson's visits", "Ombudsperson's visits"),
        ("Estonian courts", "Estonian courts"),
        ("WHO reports", "WHO reports"),
        ("IN", "IN"),
        ("Complaints Board", "Complaints Board"),
        ("Ments", "Ments"),
    ],
)
def test_a_label_begins_with_a_small_letter_unless_it_may_be_a_name(label: str, expected: str) -> None:
    """By its first word: one that is known, or whose ending names seldom have; before a capital only a little word."""
    assert expected == small(label)
