"""English nouns in the plural, by their form."""

import pytest

from reportgen.languages.en.plurals import is_plural, singular


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("cases", "case"),
        ("Women", "woman"),
        ("bodies", "body"),
        ("witnesses", "witness"),
        ("boxes", "box"),
        ("churches", "church"),
        ("dishes", "dish"),
        ("cars", "car"),
        ("ministers of justice", "minister of justice"),
        ("human rights defenders", "human rights defender"),
        ("bus", None),
        ("gas", None),
        ("is", None),
        ("witness", None),
        ("status", None),
        ("basis", None),
        ("statistics", None),
        ("case", None),
        ("covid-19s", None),
        ("victim of crimes", None),
    ],
)
def test_a_plural_has_its_singular(noun: str, one: str | None) -> None:
    """That of its head; a word that only ends like a plural is none, and neither is a short one."""
    assert one == singular(noun)


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("cases", True),
        ("servicemen", True),
        ("grandchildren", True),
        ("always", False),
        ("its", False),
        ("gas", False),
        ("status", False),
        ("man", False),
    ],
)
def test_a_word_is_a_plural_by_its_form(word: str, *, is_one: bool) -> None:
    """Adverbs that end in the letter are none."""
    assert is_one == is_plural(word)
