"""Comparisons as an editor of the United Nations would write them, beside what is printed."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sentences.phrase_cases import read_cases, written

COMPARISONS = [
    pytest.param(tag, case["values"], told, id=f"{tag} {case['id']}")
    for case in read_cases("editors.yaml")
    for tag, told in case["languages"].items()
]
PAGE = Path(__file__).parents[2] / "docs" / "languages.md"


@pytest.mark.parametrize(("tag", "values", "told"), COMPARISONS)
def test_a_comparison_is_that_of_an_editor_or_differs_on_purpose(
    tag: str, values: dict[str, Any], told: dict[str, Any]
) -> None:
    """Letter by letter; what is printed otherwise is written down, with the reason that the page of languages gives."""
    units = told.get("units", {})
    indicators = {key: {"values": one, **({"unit": units[key]} if key in units else {})} for key, one in values.items()}

    assert told.get("printed", told["editor"]) == written({"text": told["text"], "indicators": indicators}, tag)
    assert ("printed" in told) == ("differs" in told)
    if "printed" in told:
        assert told["printed"] != told["editor"]
        assert f"- *{told['differs']}*: " in PAGE.read_text(encoding="utf-8")


def test_each_language_has_each_comparison() -> None:
    """Twelve comparisons in each of five languages."""
    counts = Counter(tag for case in read_cases("editors.yaml") for tag in case["languages"])

    assert dict.fromkeys(("fr", "es", "ru", "ar", "zh"), 12) == counts
