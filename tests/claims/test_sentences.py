"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.claims.passages import Span, sentences


def split(text: str) -> list[str]:
    """The sentences of a text, as text."""
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The law applies (Criminal Code, arts. 13 and 14).",
        "Under art. 4 of Order No. 264 of the Minister, it applies.",
        "See paras. 5–7 and para. 12 above.",
        "Mr. Smith, Ms. A. B. Jones and Dr. Novak attended.",
        "In Smith v. State, the court held otherwise.",
        "The share was 3.5 per cent on 1 January 2023.",
        "The measures are: first, training; second, funding; third, review.",
        "The minor, S., was sentenced in 2023.",
        "Some offices (e.g. Northern Region) were closed.",
        "1. The State party replies as follows.",
        "Costs were approx. 5 million.",
        "He waited … and left.",
    ],
)
def test_stops_that_end_nothing(text: str) -> None:
    """A full stop after an abbreviation, an initial or a number does not end a sentence."""
    assert [text] == split(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed. Then it opened.", ["It closed.", "Then it opened."]),
        ("He said “No.” She agreed.", ["He said “No.”", "She agreed."]),
        ("(See art. 4.) The court agreed.", ["(See art. 4.)", "The court agreed."]),
        ("It was citizen A. In its ruling, it agreed.", ["It was citizen A.", "In its ruling, it agreed."]),
        ("Did it close? It did!", ["Did it close?", "It did!"]),
        ("It rose in 2023. In 2022, it fell.", ["It rose in 2023.", "In 2022, it fell."]),
        ("There were 5. 20 more followed.", ["There were 5.", "20 more followed."]),
        ("One line\nand another", ["One line", "and another"]),
        ("It waited … Then it left.", ["It waited …", "Then it left."]),
        ("Did it close?!” It did.", ["Did it close?!”", "It did."]),
        ("It closed...\n... then it opened.", ["It closed...", "... then it opened."]),
        ("It rose to 3.5. «Then» it fell.", ["It rose to 3.5.", "«Then» it fell."]),
        ("It closed. _Then_ it opened.", ["It closed.", "_Then_ it opened."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_stops_that_end_sentences(text: str, expected: list[str]) -> None:
    """A stop before a word that can begin a sentence ends one, with the quotation marks and brackets behind it."""
    assert expected == split(text)


@given(st.text(alphabet="aB1 .?…”)(\n", max_size=60))
def test_nothing_is_lost(text: str) -> None:
    """Sentences are in order, do not overlap, and hold everything but white space."""
    spans = sentences(text)
    covered = "".join(span.of(text) for span in spans)

    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert "".join(text.split()) == "".join(covered.split())


def test_spans() -> None:
    """A span gives its characters and knows what lies within it."""
    span = Span(2, 6)

    assert "cdef" == span.of("abcdefgh")
    assert span.holds(Span(2, 3))
    assert not span.holds(Span(5, 7))
