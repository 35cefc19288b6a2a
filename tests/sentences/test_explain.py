"""Explanations: the facts, the references that fit, and the reason of the choice."""

import pytest
from sentences.phrase_cases import indicators, parts, realised

from reportgen.sentences import Narrator, PhraseError

DATA = {
    "victims": {
        "label": "victims",
        "unit": {"one": "person", "other": "persons"},
        "values": {2021: 944, 2022: 1058, 2023: {"value": 348, "status": "provisional"}},
        "breakdown": [{"label": "women", "values": {2023: 150}}],
        "exhaustive": False,
    },
    "long": {"label": "cases", "values": {year: year for year in range(2010, 2024)}},
    "share": {"label": "share of women", "unit": "percent", "values": {2023: 40}},
}


def test_the_facts_name_values_and_statuses() -> None:
    """A coordinator sees the latest value, the earlier ones and what is provisional."""
    facts = {fact.name: fact.value for fact in Narrator(indicators(DATA)).explain("victims").facts}

    assert "2023: 348" == facts["latest value"]
    assert "2021: 944, 2022: 1,058" == facts["compared with"]
    assert "2023: provisional" == facts["figures with a status or a note"]


@pytest.mark.parametrize("key", list(DATA))
def test_each_reference_gives_the_text_shown_for_it(key: str) -> None:
    """What the explanation offers can be written and gives just that."""
    writer = Narrator(indicators(DATA))
    explanation = writer.explain(key)
    for form in explanation.forms:
        assert form.text == "".join(run.text for run in realised(writer, list(parts(writer, form.reference))))

    texts = [form.text for form in explanation.forms]
    assert len(set(texts)) == len(texts)


def test_forms_that_do_not_fit_are_not_offered() -> None:
    """A percentage is not added up, and has no rank."""
    references = [form.reference for form in Narrator(indicators(DATA)).explain("share").forms]

    assert not any("total" in reference or "rank" in reference for reference in references)


def test_the_reason_of_a_table_names_the_limit() -> None:
    """A long run is a table because of a threshold, which is said."""
    explanation = Narrator(indicators(DATA)).explain("long")

    assert "14 figures" in explanation.reason
    assert ("The table below shows the number of cases for 2010–2023.", "Cases, 2010–2023") == explanation.generated


def test_an_explanation_reads_as_lines() -> None:
    """Facts, the generated sentence, the reason and the references follow each other."""
    lines = str(Narrator(indicators(DATA)).explain("victims")).splitlines()

    assert "Facts found in “victims”" == lines[0]
    assert "  {{ victims | compared }}" in lines


def test_an_unknown_indicator_is_refused() -> None:
    """The nearest key is offered."""
    with pytest.raises(PhraseError) as raised:
        Narrator(indicators(DATA)).explain("victms")

    assert "RG401" == raised.value.code
