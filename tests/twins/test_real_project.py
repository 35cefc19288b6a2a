"""The twins of the real project hold all that its document and its submissions hold."""

import json
from pathlib import Path
from typing import Any

import pytest
from pysdmx.io import get_datasets
from twins.test_document import validator

from reportgen import build
from reportgen.document.walk import figures
from reportgen.results import Built

INPUTS = Path(__file__).parents[2] / "inputs"


@pytest.fixture(scope="module")
def built() -> Built:
    """The twins of the real project, in memory."""
    return build(INPUTS, ["json", "sdmx"])


@pytest.fixture(scope="module")
def held(built: Built) -> dict[str, Any]:
    """What its JSON twin holds; it keeps to the published schema."""
    found = json.loads(built.files["CCPR-C-KAZ-3.json"])
    validator().validate(found)
    return dict(found)


def test_every_figure_of_the_document_is_there_with_its_observations(built: Built, held: dict[str, Any]) -> None:
    """As many as the document prints, each with its agency, and with the places of its data in a submission."""
    document = built.checked.document
    assert document is not None
    sentences = [one for block in held["blocks"] for passage in block["passages"] for one in passage["sentences"]]
    found = [figure for sentence in sentences for figure in sentence.get("figures", ())]

    assert sorted(one.text for one in figures(document)) == sorted(one["text"] for one in found)
    assert all(one["observations"] and one["agency"] for one in found)
    assert all(other["place"].startswith("submissions/") for one in found for other in one["observations"])


def test_every_sentence_of_an_agency_has_a_place(held: dict[str, Any]) -> None:
    """The line or cell where its first words, or the reference that begins it, were typed."""
    blocks = [block for block in held["blocks"] if block["origin"] == "agency"]
    sentences = [one for block in blocks for passage in block["passages"] for one in passage["sentences"]]

    assert len(sentences) > 500
    assert all(one["place"].startswith("submissions/") for one in sentences)


def test_every_observation_is_in_the_data(built: Built) -> None:
    """As many are read back by pysdmx as the submissions have, with the same sum of values."""
    merged = built.checked.merged
    assert merged is not None
    series = [one for key in merged.indicators.values() for one in (key, *key.breakdown)]
    given = [observation for one in series for observation in one.values.values()]
    data, message = (built.files[f"CCPR-C-KAZ-3{ending}"].decode() for ending in (".csv", "-structure.json"))
    (dataset,) = get_datasets(data, message)

    assert len(given) == len(dataset.data)
    assert float(sum(one.value or 0 for one in given)) == pytest.approx(dataset.data["OBS_VALUE"].sum())
