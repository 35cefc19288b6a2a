"""Every case gives its exact text, and every number in it knows where it came from."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from conftest import Golden
from sentences.phrase_cases import narrator, parts, read_cases, realised, report_text, written

from reportgen.diagnostics import word
from reportgen.sentences import Narrator, Phrase, PhraseError, TableSpec
from reportgen.sentences.phrase import Source

OWN = ("values", "periods", "comparisons", "changes", "shares", "revised", "gaps")
CASES = read_cases("phrases.yaml", *(f"cases/{name}.yaml" for name in OWN))
SENTENCES = read_cases("cases/sentences.yaml", "cases/kinds.yaml")
GENERATED = [*read_cases("cases/generated.yaml"), *(case for case in SENTENCES if "text" not in case)]
REFERRED = [case for case in SENTENCES if "text" in case]
"""Sentences with a reference, in a paragraph of their own."""
ERRORS = read_cases("cases/errors.yaml")


def named(cases: list[dict[str, Any]]) -> dict[str, Any]:
    """The arguments of a parametrization by cases."""
    return {"argnames": "case", "argvalues": cases, "ids": [case["id"] for case in cases]}


@pytest.mark.parametrize(**named(CASES))
def test_each_case_gives_its_exact_text(case: dict[str, Any]) -> None:
    """The text of a case is what it expects, letter by letter."""
    assert case["expect"] == written(case)


@pytest.mark.parametrize(**named(GENERATED))
def test_each_shape_of_data_gives_its_sentences(case: dict[str, Any]) -> None:
    """The generated paragraphs and tables are what the case expects."""
    assert case["expect"] == report_text(narrator(case), list(case["indicators"]))


@pytest.mark.parametrize(**named(REFERRED))
def test_each_sentence_with_a_reference_reads_as_it_must(case: dict[str, Any]) -> None:
    """The text of a case is what it expects; non-breaking spaces are compared as ordinary ones."""
    assert case["expect"] == [written(case)]


@pytest.mark.parametrize(**named(ERRORS))
def test_each_bad_reference_is_refused(case: dict[str, Any]) -> None:
    """A reference that cannot be written truly gives the code of the case, and its wording can be filled in."""
    with pytest.raises(PhraseError) as raised:
        written(case)

    assert case["error"] == raised.value.code
    assert "{" not in word(raised.value.code, raised.value.values).message.replace("{one:", "").replace("“{", "")


def test_what_is_said_of_bad_references(golden: Golden) -> None:
    """Message and hint of each, which are read in the golden file: what they name is what the author has to change."""
    lines = []
    for case in ERRORS:
        with pytest.raises(PhraseError) as raised:
            written(case)
        said = word(raised.value.code, raised.value.values)
        lines += [f"== {case['id']}: {case['text']}", f"{raised.value.code} {said.message}", f"  hint: {said.hint}"]
    golden("phrase_errors.txt", "\n".join(lines) + "\n")


def test_every_number_of_the_cases_comes_from_where_it_did(golden: Golden) -> None:
    """Indicator, part and periods of each number, and what else is known of it: checks of times go by it."""
    lines = []
    for case in [*CASES, *REFERRED, *GENERATED]:
        writer = narrator(case)
        blocks = [list(parts(writer, case["text"]))] if "text" in case else writer.report(list(case["indicators"]))
        lines += [f"== {case['id']}", *(line for block in blocks for line in traced(writer, block))]
    golden("phrase_sources.txt", "\n".join(lines) + "\n")


def traced(writer: Narrator, block: TableSpec | Sequence[str | Phrase]) -> Iterator[str]:
    """Each number of a paragraph or a table with its sources."""
    if isinstance(block, TableSpec):
        for row in block.rows:
            for cell in row.cells:
                yield from traced(writer, cell.parts)
        return
    for run in realised(writer, list(block)):
        if run.sources:
            yield f"{run.text.replace(chr(160), ' ')}: {'; '.join(map(shown, run.sources))}"


def shown(source: Source) -> str:
    """A source in words."""
    marks = [name for name in ("is_former", "is_change", "is_dated") if getattr(source, name)]
    part = [] if source.part is None else [f"part {source.part}"]
    return " ".join([source.indicator, *part, ", ".join(map(str, source.periods)), *marks])


def test_a_break_within_one_span_lies_between_its_first_year_and_its_last() -> None:
    """A sum that was given as one has no two periods that could be named."""
    cases = {"values": {"2021-2023": 50}, "breaks": {2022: "the new Criminal Code"}}
    with pytest.raises(PhraseError) as raised:
        written({"text": "{{ cases | total }}", "indicators": {"cases": cases}})

    assert "between 2021 and 2023: " in word(raised.value.code, raised.value.values).message


@pytest.mark.parametrize(**named(CASES))
def test_each_printed_number_knows_its_observations(case: dict[str, Any]) -> None:
    """A run with sources names values that exist; outside the author's text no digit stands in any other run."""
    writer = narrator(case)
    phrases = [part for part in parts(writer, case["text"]) if not isinstance(part, str)]
    for run in realised(writer, list(phrases)):
        for source in run.sources:
            indicator = writer.subject(source.indicator).indicator
            series = indicator if source.part is None else indicator.breakdown[source.part]
            assert source.periods
            assert all(series.value(period) is not None for period in source.periods)
        if not run.sources:
            assert not re.search(r"\d", _without_periods(run.text))


_PERIODS = re.compile(r"(\d{4}–)?\d{4}|per\u00a0[\d,]+")
"""Years, and the base of a rate: digits that are no figures from data."""


def _without_periods(text: str) -> str:
    return _PERIODS.sub("", text)
