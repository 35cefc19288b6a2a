"""The page of phrases is current, and each filter's example can be written."""

from pathlib import Path

import pytest
from sentences.gallery import example_text, page
from sentences.phrase_cases import read_cases

from reportgen.sentences import FILTERS
from reportgen.sentences.filters.registry import FilterSpec

PAGE = Path(__file__).parents[2] / "docs" / "phrases.md"


def test_the_page_of_phrases_is_current(request: pytest.FixtureRequest) -> None:
    """`docs/phrases.md` is what the filters and the cases give; `--update-golden` writes it."""
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page(), encoding="utf-8", newline="\n")

    assert page() == PAGE.read_text(encoding="utf-8")


def test_the_page_shows_forty_generated_sentences() -> None:
    """A coordinator finds the shape of his own data."""
    assert len(read_cases("cases/generated.yaml")) >= 40


@pytest.mark.parametrize("spec", FILTERS.values(), ids=lambda spec: spec.name)
def test_each_filter_has_a_meaning_and_an_example_that_can_be_written(spec: FilterSpec) -> None:
    """What a hint offers as an example is a reference that works."""
    assert spec.meaning.endswith(".")
    assert f"| {spec.name}" in spec.example
    assert example_text(spec)
