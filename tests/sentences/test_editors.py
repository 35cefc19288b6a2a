"""Comparisons as an editor would write them, and as real documents have them, beside what is printed."""

import re
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
SEEN = [
    pytest.param(tag, case["values"], told, id=f"{tag} {case['id']}")
    for case in read_cases("seen.yaml")
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


@pytest.mark.parametrize(("tag", "fields", "told"), SEEN)
def test_a_comparison_is_that_of_a_real_document_or_differs_on_purpose(
    tag: str, fields: dict[str, Any], told: dict[str, Any]
) -> None:
    """Figures, times and words of comparison; what is printed otherwise has a reason in the page of languages."""
    units = told.get("units", {})
    indicators = {key: {**one, **({"unit": units[key]} if key in units else {})} for key, one in fields.items()}

    assert told.get("printed", told["seen"]) == written({"text": told["text"], "indicators": indicators}, tag)
    assert ("printed" in told) == ("differs" in told)
    if "printed" in told:
        assert told["printed"] != told["seen"]
        assert f"- *{told['differs']}*: " in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "count", "same"), [("editors.yaml", 12, 33), ("seen.yaml", 20, 50)])
def test_each_language_has_each_comparison(name: str, count: int, same: int) -> None:
    """In each of five languages; the page of languages says how many are the same letter by letter."""
    cases = read_cases(name)
    told = [one for case in cases for one in case["languages"].values()]

    counts = Counter(tag for case in cases for tag in case["languages"])
    assert dict.fromkeys(("fr", "es", "ru", "ar", "zh"), count) == counts
    assert same == sum("printed" not in one for one in told)
    assert f"{same} of the {5 * count} are the same" in PAGE.read_text(encoding="utf-8")


def test_a_comparison_that_was_seen_names_its_document() -> None:
    """By a symbol of the United Nations."""
    assert all(
        re.fullmatch(r"(?:[A-Z]+|WG\.\d+)(?:/[A-Z0-9._-]+|/Add\.\d)+", case["symbol"])
        for case in read_cases("seen.yaml")
    )
