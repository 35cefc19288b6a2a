"""Generated sentences of every shape and measure, read back by the reader of claims: numbers, years, grammar."""

import re
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sentences.phrase_cases import narrator, report_text

from reportgen.claims.times import read_times

YEARS = (2019, 2020, 2021, 2022, 2023)
LABELS = (
    ("flow", "complaints of torture", None),
    ("flow", "Forced marriages registered", None),
    ("flow", "victims of trafficking", {"one": "person", "other": "persons"}),
    ("flow", "training of judges", {"one": "hour", "other": "hours"}),
    ("flow", "compensation paid", {"currency": "V$"}),
    ("stock", "women in the Government", None),
    ("stock", "land owned by women", {"one": "hectare", "other": "hectares"}),
    ("rate", "unemployment rate", "percent"),
    ("rate", "gender wage gap", "percent"),
    ("ratio", "maternal mortality ratio", {"one": "death per 100,000", "other": "deaths per 100,000"}),
    ("average", "average age at marriage", {"one": "year", "other": "years"}),
    ("average", "average wage", {"currency": "V$"}),
    ("index", "gender inequality index", None),
)
_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TWICE = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
_SPACING = re.compile(r"  | [,.;)]|\( |,,|\.\.|\(\)")
_COUNTABLE = "unemployment rate|gender wage gap|maternal mortality ratio|gender inequality index|average"
_BARE = re.compile(rf"(?<!the )(?<!The )\b({_COUNTABLE})\b (?!\w+ at marriage)")


@st.composite
def indicators(draw: st.DrawFn) -> dict[str, Any]:
    """An indicator of some measure, with some years, whole or with decimals as the measure has them."""
    measure, label, unit = draw(st.sampled_from(LABELS))
    years = draw(st.lists(st.sampled_from(YEARS), min_size=1, max_size=5, unique=True))
    whole = measure in {"flow", "stock"}
    value = st.integers(0, 5000) if whole else st.decimals("0.1", "99", places=1)
    small = st.integers(0, 12) if whole else value
    values = {year: draw(st.one_of(value, small)) for year in sorted(years)}
    return {"label": label, "unit": unit, "measure": measure, "values": values}


def numbers_in(text: str) -> set[Decimal]:
    """The numbers of a text, in figures and in words."""
    bare = text.replace("per 100,000", "")
    figures = {Decimal(one.replace(",", "")) for one in re.findall(r"\d[\d,]*(?:\.\d+)?", bare)}
    words = {Decimal(place) for place, word in enumerate(_WORDS) if re.search(rf"\b{word}\b", bare, re.IGNORECASE)}
    nothing = {Decimal(0)} if re.search(r"\b(no|none)\b", bare, re.IGNORECASE) else set()
    return figures | words | nothing


@settings(max_examples=500)
@given(indicators())
def test_every_value_and_year_is_read_back(indicator: dict[str, Any]) -> None:
    """Each value stands in the sentence, and the reader of times finds each year and no other."""
    text = " ".join(report_text(narrator({"indicators": {"x": indicator}}), ["x"]))
    years = {period.year for time in read_times(text) for period in time.periods}
    first, last = min(indicator["values"]), max(indicator["values"])

    assert {Decimal(value) for value in indicator["values"].values()} <= numbers_in(text), text
    assert {first, last} <= years | {int(one) for one in re.findall(r"\b20\d\d\b", text)}, text
    assert all(first <= year <= last for year in years), text


@settings(max_examples=500)
@given(indicators())
def test_sentences_have_articles_and_single_spaces(indicator: dict[str, Any]) -> None:
    """No word twice, no space before a stop, the article before what is countable, no capital of a table."""
    text = " ".join(report_text(narrator({"indicators": {"x": indicator}}), ["x"]))

    assert not _TWICE.search(text), text
    assert not _SPACING.search(text), text
    assert not _BARE.search(text), text
    assert text[0].isupper()
    assert text.endswith("."), text
    assert "one were" not in text
    assert "were one" not in text
