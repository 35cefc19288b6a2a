"""Sentences in the manner of replies to eight treaty bodies: what is false of the data beside it is found, no more."""

from pathlib import Path

from beside_data import said_of, words
from ruamel.yaml import YAML

_FILE = YAML(typ="safe").load(Path(__file__).with_name("typed_replies.yaml"))


def test_what_is_false_is_found(tmp_path: Path) -> None:
    """Each false sentence, with the words that make it false."""
    asked = _FILE["asked"]
    said = said_of(tmp_path, _FILE["data"], [one["text"] for one in asked])

    told = {one["text"]: sorted(map(words, several)) for one, several in zip(asked, said, strict=True)}
    assert {one["text"]: sorted(one["said"]) for one in asked} == told


def test_what_is_true_is_left_alone(tmp_path: Path) -> None:
    """Its right neighbours, and idioms, ages, articles, deadlines, quotations and figures of other things."""
    said = said_of(tmp_path, _FILE["data"], _FILE["right"])

    assert {text: list(map(words, one)) for text, one in zip(_FILE["right"], said, strict=True) if one} == {}


def test_there_are_two_hundred_sentences() -> None:
    """The proof is as large as it says: all measures, and as many right sentences as false ones."""
    assert len(_FILE["asked"]) + len(_FILE["right"]) >= 200
    assert len(_FILE["right"]) >= len(_FILE["asked"]) / 2
