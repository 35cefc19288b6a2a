"""Every conformance case gives its exact text."""

from typing import Any

import pytest
from narrative.phrase_cases import narrator, parts, read_cases, realised, written

CASES = read_cases("phrases.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_each_case_gives_its_exact_text(case: dict[str, Any]) -> None:
    """The text of a case is what it expects, letter by letter."""
    assert case["expect"] == written(case)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_each_printed_number_knows_its_observations(case: dict[str, Any]) -> None:
    """Every run with sources names periods that the indicator has, and no number of a phrase is without."""
    writer = narrator(case)
    for run in realised(writer, [part for part in parts(writer, case["text"]) if not isinstance(part, str)]):
        for source in run.sources:
            indicator = writer.subject(source.indicator).indicator
            series = indicator if source.part is None else indicator.breakdown[source.part]
            assert all(series.value(period) is not None for period in source.periods)
