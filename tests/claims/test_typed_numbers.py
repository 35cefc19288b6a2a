"""Numbers of a text sorted by what they are: labelled sentences, opposite pairs among them."""

from pathlib import Path

import pytest

from reportgen.claims.typed import NumberKind, sort_numbers

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


def test_there_are_enough_sentences() -> None:
    """A hundred and fifty at least, each once."""
    assert len(SENTENCES) >= 150
    assert len(SENTENCES) == len({sentence for sentence, _ in SENTENCES})
