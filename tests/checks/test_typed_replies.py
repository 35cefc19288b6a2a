"""Sentences in the manner of replies to eight treaty bodies: what is false of the data beside it is found, no more."""

from pathlib import Path
from typing import Any

import pytest
from beside_data import said_of, words
from conftest import Golden
from ruamel.yaml import YAML
from spoken import all_spoken

_FILES = [
    YAML(typ="safe").load(Path(__file__).with_name(name)) for name in ("typed_replies.yaml", "typed_measures.yaml")
]
each_file = pytest.mark.parametrize("file", _FILES, ids=["replies", "measures"])


@each_file
def test_what_is_false_is_found(
    tmp_path: Path, file: dict[str, Any], golden: Golden, request: pytest.FixtureRequest
) -> None:
    """Each false sentence, with the words that make it false, and all that is said of them."""
    asked = file["asked"]
    said = said_of(tmp_path, file["data"], [one["text"] for one in asked])

    told = {one["text"]: sorted(map(words, several)) for one, several in zip(asked, said, strict=True)}
    assert {one["text"]: sorted(one["said"]) for one in asked} == told
    golden(f"checks/typed_{request.node.callspec.id}.txt", all_spoken(said, tmp_path))


@each_file
def test_what_is_true_is_left_alone(tmp_path: Path, file: dict[str, Any]) -> None:
    """Its right neighbours, and idioms, ages, articles, deadlines, quotations and figures of other things."""
    said = said_of(tmp_path, file["data"], file["right"])

    assert {text: list(map(words, one)) for text, one in zip(file["right"], said, strict=True) if one} == {}


def test_there_are_two_hundred_sentences() -> None:
    """The proof is as large as it says: all measures, and as many right sentences as false ones."""
    assert len(_FILES[0]["asked"]) + len(_FILES[0]["right"]) >= 200
    assert len(_FILES[0]["right"]) >= len(_FILES[0]["asked"]) / 2
