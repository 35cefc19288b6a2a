"""Sentences in the manner of replies to eight treaty bodies: what is false of the data beside it is found, no more."""

from pathlib import Path
from typing import Any

import pytest
from beside_data import said_of, words
from conftest import Golden
from project import make_project
from ruamel.yaml import YAML
from spoken import all_spoken

from reportgen.pipeline import check_project

_FILES = [
    YAML(typ="safe").load(Path(__file__).with_name(f"typed_{name}.yaml"))
    for name in ("replies", "measures", "leads", "turns", "domains", "services", "years")
]
each_file = pytest.mark.parametrize(
    "file", _FILES, ids=["replies", "measures", "leads", "turns", "domains", "services", "years"]
)


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


@each_file
def test_each_sentence_stands_once(file: dict[str, Any]) -> None:
    """A sentence that stands twice proves nothing the second time."""
    texts = [*(one["text"] for one in file["asked"]), *file["right"]]

    assert len(texts) == len(set(texts))


def test_there_are_two_hundred_sentences() -> None:
    """The proof is as large as it says: all measures, and as many right sentences as false ones."""
    assert len(_FILES[0]["asked"]) + len(_FILES[0]["right"]) >= 200
    assert len(_FILES[0]["right"]) >= len(_FILES[0]["asked"]) / 2


def test_a_reply_that_is_a_list_alone_is_looked_at(tmp_path: Path) -> None:
    """It has no paragraph; before it may stand another reply to the same issue, whose text is not its own."""
    data = _FILES[2]["data"]
    reply = "  - issue: 1\n    text: |\n      Men and women were helped.\n"
    text = "- Women: {{ victims | value(part='men') }}\n- Men: {{ victims | value(part='women') }}"
    (alone,) = said_of(tmp_path / "alone", data, [text])
    body = "".join(f"      {line}\n" for line in text.split("\n"))
    root = make_project(
        tmp_path / "both", submissions__justice_yaml=f"{data}replies:\n{reply}  - issue: 1\n    text: |\n{body}"
    )
    both = [one for one in check_project(root).diagnostics if one.code == "RG388"]

    assert [["RG388", "Men"], ["RG388", "Women"]] == sorted(map(words, alone)) == sorted(map(words, both))
    assert all(one.place is not None and one.place.line for one in both)
