"""Sentences of every shape and measure, read back by the reader of claims: numbers, periods, directions, grammar.

The long run over the same sentences is `benchmarks/rereading.py`.
"""

from collections.abc import Callable
from random import Random

import pytest
from sentences.frames import FRAMES, referring
from sentences.held import contradictions
from sentences.known import Data
from sentences.made import Written, generated
from sentences.phrase_cases import indicators
from sentences.read_text import ReadText
from sentences.rereading import Proof, ill_formed

from reportgen.sentences import FILTERS

DRAWS = 1200
ALLOWED = 0.002
"""The share of paragraphs in which the reader may still see what is not there; each is a fault of the reader."""


@pytest.mark.parametrize("write", [generated, referring], ids=["generated", "referring"])
def test_what_is_written_is_read_back(write: Callable[[Random], list[Written]]) -> None:
    """99 of 100 figures are read with period and noun, none contradicts the data, 99 of 100 alterations are found."""
    chance, proof = Random(f"{write.__name__} 12"), Proof()  # noqa: S311 - chance that repeats
    for _ in range(DRAWS):
        for written in write(chance):
            proof.add(written, chance)

    told = "\n".join([*proof.shown, *proof.overlooked])
    assert proof.sentences > 700
    assert proof.read_share >= 99, told
    assert proof.caught_share >= 99, told
    assert proof.contradicting <= ALLOWED * proof.sentences, told
    assert proof.ill == 0, told


def test_every_filter_stands_in_a_sentence_that_is_read_back() -> None:
    """The sentences with references use every filter that there is."""
    frames = " ".join(frame for kind in FRAMES.values() for frame in kind)

    assert [name for name in FILTERS if f"| {name}" not in frames] == []


DATA = {"a": {"label": "complaints of torture", "values": {2022: 262, 2023: 348}}}
RIGHT = (
    "In 2023, the number of complaints of torture was 348 (compared with 262 in 2022), an increase of 32.8 per cent."
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("348", "384"), ("262", "226"), ("in 2022", "in 2021"), ("In 2023", "In 2024"), ("32.8", "38.2")],
)
def test_one_wrong_number_or_year_contradicts_the_data(right: str, wrong: str) -> None:
    """The reader is not blind: each number and year of a right sentence, altered, is found."""
    data = Data(indicators(DATA))

    assert not contradictions(ReadText(RIGHT), data)
    assert contradictions(ReadText(RIGHT.replace(right, wrong)), data)


def test_the_other_direction_contradicts_the_data() -> None:
    """An increase that is called a decrease is found."""
    assert contradictions(ReadText(RIGHT.replace("an increase", "a decrease")), Data(indicators(DATA)))


QUARTERS = {"2025-Q1": 0, "2025-Q2": 0, "2025-Q3": 0, "2025-Q4": 3}


@pytest.mark.parametrize(
    ("text", "measure", "is_held"),
    [
        ("No complaints were recorded in the first half of 2025.", "flow", True),
        ("No complaints were recorded in the second half of 2025.", "flow", False),
        ("No complaints were recorded in 2025.", "flow", False),
        ("No complaints were recorded in the first half of 2025.", "stock", False),
    ],
)
def test_what_is_nothing_in_all_parts_of_a_time_is_nothing_in_it(text: str, measure: str, *, is_held: bool) -> None:
    """Two quarters without any are a half without any, of what goes on over time."""
    data = Data(indicators({"a": {"label": "complaints", "measure": measure, "values": QUARTERS}}))

    assert is_held is not bool(contradictions(ReadText(text), data))


@pytest.mark.parametrize(
    "text",
    [
        "In 2023, there there were two cases.",
        "In 2023, there were one case.",
        "In 2023, unemployment rate stood at 5 per cent.",
        "In 2023, there was a increase.",
        "In 2023 , it rose.",
        "in 2023, it rose.",
        "In 2023, it rose",
    ],
)
def test_faults_of_grammar_are_seen(text: str) -> None:
    """Doubled words, agreement, articles, spaces, capitals and stops: the check knows each kind of fault."""
    assert ill_formed(text)
