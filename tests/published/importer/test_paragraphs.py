"""Paragraphs in the manner of State reports: what import makes of each, against what each says, read by hand."""

from typing import Any

import pytest
from published.importer.measuring import Measured, measure, table
from published.importer.readings import figures

from reportgen.model import Indicator

PARAGRAPHS = table("paragraphs.yaml")


def read(text: str) -> dict[str, Indicator]:
    """The indicators of a paragraph."""
    return figures(text).indicators


def compare(line: dict[str, Any]) -> Measured:
    """What of a paragraph was found."""
    return measure(read(line["text"]), [{"paragraph": 1, **one} for one in line["figures"]], 2023)


@pytest.mark.parametrize("line", PARAGRAPHS, ids=lambda line: line["text"][:60])
def test_no_paragraph_gives_a_false_figure(line: dict[str, Any]) -> None:
    """Each indicator has the values, the parts and the links that the paragraph gives; the rest stays text."""
    found = compare(line)

    assert () == found.wrong
    assert bool(line.get("left")) == bool(found.missing), found.missing


@pytest.mark.parametrize("line", PARAGRAPHS, ids=lambda line: line["text"][:60])
def test_labels_say_what_is_counted(line: dict[str, Any]) -> None:
    """With the word of the paragraph that tells the figure from others."""
    labels = [one.label or "" for one in read(line["text"]).values()]
    found = compare(line).right

    assert all(any(one["what"] in label for label in labels) for one in line["figures"] if f"1: {one['what']}" in found)
