"""Numbers of a text sorted by what they are: labelled sentences, opposite pairs among them."""

from pathlib import Path

import pytest

from reportgen.claims.passages import Span, sentences
from reportgen.claims.typed import NumberKind, kind_at, may_hold_number, read_lines, sort_numbers
from reportgen.languages.en.numerals import CARDINALS, FRACTIONS, SCALES

KINDS = {
    "date": NumberKind.DATE,
    "name": NumberKind.NAME,
    "law": NumberKind.LAW,
    "time": NumberKind.TIME,
    "stat": NumberKind.STATISTIC,
}
SENTENCES = [
    line.split(" |")
    for line in Path(__file__).with_name("typed_numbers.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("sentence", "kinds"), SENTENCES)
def test_each_number_has_its_kind(sentence: str, kinds: str) -> None:
    """“article 12” is a name, “12 articles” a statistic."""
    assert [KINDS[kind] for kind in kinds.split()] == [number.kind for number in sort_numbers(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [*(sentence for sentence, _ in SENTENCES), "A third of them fled.", "Twenty-five fled.", "Half of all fled.", "²"],
)
def test_a_sentence_that_is_passed_over_holds_no_number(sentence: str) -> None:
    """Only sentences in which the grammar finds no number are left unread."""
    spans = sentences(sentence)
    passed = [span for span in spans if not may_hold_number(sentence, span, lambda *_: True)]
    numbers = [
        item
        for line in read_lines(sentence, passed)
        for at, item in enumerate(line.items)
        if kind_at(line, at) is not None
    ]
    assert numbers == []


@pytest.mark.parametrize("word", [*CARDINALS, *FRACTIONS, *SCALES, "hundred"])
@pytest.mark.parametrize("written", ["some {} victims", "a {} of victims", "two-{} of victims", "(some_{})"])
def test_each_word_of_a_number_is_looked_for(word: str, written: str) -> None:
    """No number in words escapes because its sentence is not read."""
    text = written.format(word)
    assert may_hold_number(text, Span(0, len(text)), lambda *_: True)


def test_only_sentences_with_a_number_that_is_asked_for_are_read() -> None:
    """A sentence whose numbers are all written from data is passed over, and one that was typed is read as a whole."""
    text = "In 2023, 40 victims fled. In 2024, 50 victims fled. Many victims fled."
    typed = text.index("50")
    found = list(sort_numbers(text, lambda start, _: start >= typed))
    assert [one.span.of(text) for one in found] == ["2024", "50"]
    assert list(sort_numbers(text, lambda *_: False)) == []


def test_there_are_enough_sentences() -> None:
    """A hundred and fifty at least, each once."""
    assert len(SENTENCES) >= 150
    assert len(SENTENCES) == len({sentence for sentence, _ in SENTENCES})
