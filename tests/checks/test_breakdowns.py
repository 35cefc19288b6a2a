"""A breakdown that was asked for does not vanish from the text (RG428)."""

from typing import Any

import pytest
from composing import tree
from reports import make_report

from reportgen.checks.breakdowns import breakdowns_are_told
from reportgen.checks.finding import CheckContext, Finding
from reportgen.diagnostics import word
from reportgen.model import merge_report


def found(text: str, values: dict[int, int], *, more: dict[str, Any], asks: dict[str, Any]) -> list[str]:
    """The codes of what is found in a reply to an issue that asks for figures."""
    return [one.code for one in findings(text, values, more=more, asks=asks)]


def findings(text: str, values: dict[int, int], *, more: dict[str, Any], asks: dict[str, Any]) -> list[Finding]:
    """What is found in a reply to an issue that asks for figures."""
    indicator = {"issue": 1, "label": "cases", "unit": {"one": "case", "other": "cases"}, "values": values, **more}
    issue = {"number": 1, "agencies": ["justice"], "asks": asks}
    replies = [{"issue": 1, "text": text}]
    report = make_report({"indicators": {"x": indicator}, "replies": replies}, issues=[issue])
    return list(breakdowns_are_told(CheckContext(report, merge_report(report), tree(report))))


WOMEN: dict[str, Any] = {
    "exhaustive": False,
    "breakdown": [{"label": {"one": "woman", "other": "women"}, "values": {2023: 200}}],
}


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("Aid was given to {{ x | compared }}.", ["sex"], ["RG428"]),
        ("Aid was given to {{ x | compared }}; the annex gives women.", ["sex"], []),
        ("Aid was given to {{ x | compared(including='women') }}.", ["sex"], []),
        ("Aid was given to {{ x }}, including {{ x | breakdown }}.", ["sex"], []),
        ("Aid was given to {{ x | compared }}.", ["age"], []),
        ("Aid was given to {{ x | compared }}.", [], []),
    ],
)
def test_a_breakdown_that_was_asked_for_is_in_the_text(text: str, asked: list[str], expected: list[str]) -> None:
    """What the issue asks and the data have is told, or the text says where it stands."""
    more = {**WOMEN, "report": "none"}  # so that no table of its own gives the parts
    assert expected == found(text, {2022: 455, 2023: 431}, more=more, asks={"breakdowns": asked})


TYPED = "Table: Women who were given aid\n\n| Women |\n| --- |\n| {{ x | value(part='women') }} |"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aid was given to {{ x | compared }}.", ["RG428"]),
        ("Aid was given to {{ x | compared }}. A round table was held.", ["RG428"]),
        ("Aid was given to {{ x | compared }}; the table below gives women.", []),
        ("Aid was given to {{ x | compared }}; see the annexes.", []),
        ("Aid was given to {{ x | compared(including='women') }}.", []),
        ("Aid was given to {{ x }}.\n\n" + TYPED, []),
        ("Aid is given.", []),
    ],
)
def test_a_breakdown_that_a_generated_table_alone_gives_is_told(text: str, expected: list[str]) -> None:
    """What the program's own table gives is told in true words, but for a text that gives it or names the table."""
    [women] = WOMEN["breakdown"]
    more = {**WOMEN, "breakdown": [{**women, "values": {2022: 190, 2023: 200}}]}
    told = findings(text, {2022: 455, 2023: 431}, more=more, asks={"breakdowns": ["sex"]})
    assert expected == [one.code for one in told]
    assert all("the table below it" in str(one.values["where"]) for one in told)


def test_a_breakdown_that_a_generated_sentence_gives_is_not_missed() -> None:
    """Figures of one year are written as a sentence behind the text, and nobody need write them again."""
    text = "Aid was given to {{ x | compared }}."
    assert [] == found(text, {2022: 455, 2023: 431}, more=WOMEN, asks={"breakdowns": ["sex"]})


@pytest.mark.parametrize(
    ("own", "for_all", "expected"), [(["sex"], [], ["RG428"]), ([], ["sex"], []), (None, ["sex"], ["RG428"])]
)
def test_a_breakdown_may_be_asked_of_one_indicator(
    own: list[str] | None, for_all: list[str], expected: list[str]
) -> None:
    """What the list asks of one indicator goes before what it asks of all figures of the issue."""
    asked = {"label": "persons", "key": "x", **({} if own is None else {"breakdowns": own})}
    asks = {"indicators": [asked], "breakdowns": for_all}
    more = {**WOMEN, "report": "none"}
    assert expected == found("Aid was given to {{ x | compared }}.", {2022: 455, 2023: 431}, more=more, asks=asks)


def test_of_two_breakdowns_the_one_that_no_text_gives_is_told() -> None:
    """A text that gives women has not said how many were children."""
    child = {"label": {"one": "child", "other": "children"}, "values": {2023: 20}}
    more = {**WOMEN, "breakdown": [*WOMEN["breakdown"], child]}
    text = "Aid was given to {{ x | compared(including='women') }}."
    [one] = findings(text, {2022: 455, 2023: 431}, more=more, asks={"breakdowns": ["sex", "age"]})
    assert ("RG428", "age") == (one.code, one.values["by"])
    assert "issue 1 asks for figures by age; " in word(one.code, one.values).message
