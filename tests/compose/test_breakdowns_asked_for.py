"""A breakdown that the list of issues asks for stays in the text where a text gives the total alone."""

from typing import Any

import pytest
from composing import texts, tree
from reports import make_report

_PARTS = [
    {"label": "women", "by": "sex", "values": {2023: 7}},
    {"label": "men", "by": "sex", "values": {2023: 2}},
    {"label": "adults", "by": "age", "values": {2023: 8}},
    {"label": "children", "by": "age", "values": {2023: 1}},
]
_SENTENCE = "The breakdown by sex of the number of victims in 2023 was: seven women and two men."


def _paragraphs(text: str, asked: list[str] | dict[str, Any], **fields: object) -> list[str]:
    """The paragraphs of a report whose reply is one text, and whose issue asks for breakdowns, of all or as it says."""
    asks = asked if isinstance(asked, dict) else {"indicators": ["victims"], "breakdowns": asked}
    victims: dict[str, Any] = {"label": "victims", "issue": 1, "values": {2023: 9}, "breakdown": _PARTS, **fields}
    issue = {"number": 1, "agencies": ["justice"], "asks": asks}
    submission = {"indicators": {"victims": victims}, "replies": [{"issue": 1, "text": text}]}
    return texts(tree(make_report(submission, issues=[issue])))


def test_a_breakdown_that_is_asked_for_follows_a_text_with_the_total_alone() -> None:
    """The breakdown that the issue asks for stands after the text; the one that it does not ask for does not."""
    found = " ".join(_paragraphs("In 2023 there were {{ victims }} victims.", ["sex"]))

    assert "In 2023 there were nine victims." in found
    assert _SENTENCE in found
    assert "children" not in found


@pytest.mark.parametrize(
    ("asked", "for_all", "is_told"),
    [
        ({"label": "victims", "breakdowns": ["sex"]}, [], True),
        ({"label": "victims", "breakdowns": ["sex"]}, ["age"], True),
        ({"label": "victims", "key": "victims", "breakdowns": []}, ["sex"], False),
        ({"label": "victims", "breakdowns": ["age"]}, ["sex"], False),
        ({"label": "prisons", "breakdowns": ["age"]}, ["sex"], True),
    ],
    ids=["of it alone", "of it, others of all", "none of it", "another of it", "of another indicator"],
)
def test_what_is_asked_of_one_indicator_goes_before_what_is_asked_of_all(
    asked: dict[str, object], for_all: list[str], *, is_told: bool
) -> None:
    """Breakdowns may be asked of one indicator, or of all figures of an issue that do not say otherwise."""
    asks = {"indicators": [asked], "breakdowns": for_all}
    found = _paragraphs("In 2023 there were {{ victims }} victims.", asks)

    assert is_told == any(_SENTENCE in paragraph for paragraph in found)


def test_breakdowns_that_are_asked_for_follow_each_other() -> None:
    """All breakdowns that the issue asks for stand after the text, whatever case their names have there."""
    found = " ".join(_paragraphs("In 2023 there were {{ victims }} victims.", ["Sex", "age"]))

    assert (
        f"{_SENTENCE} The breakdown by age of the number of victims in 2023 was: eight adults and one child." in found
    )


@pytest.mark.parametrize(
    ("text", "asked", "fields"),
    [
        ("In 2023, {{ victims | breakdown(by='sex') }}.", ["sex"], {}),
        ("In 2023 there were {{ victims }} victims.", [], {}),
        ("In 2023 there were {{ victims }} victims.", ["region"], {}),
        ("In 2023 there were {{ victims }} victims.", ["sex"], {"report": "none"}),
    ],
    ids=["the text gives parts", "none is asked for", "another is asked for", "it is not to be reported"],
)
def test_no_breakdown_is_added_that_nobody_needs(text: str, asked: list[str], fields: dict[str, object]) -> None:
    """Nothing follows where the text gives parts, the issue asks for none of them, or the agency reports none."""
    assert not any("The breakdown" in paragraph for paragraph in _paragraphs(text, asked, **fields))


def test_a_breakdown_that_a_text_gives_does_not_keep_another_from_being_told() -> None:
    """A text that says how many were women has not said how many were children."""
    found = " ".join(_paragraphs("In 2023, {{ victims | breakdown(by='sex') }} were victims.", ["sex", "age"]))

    assert "The breakdown by age of the number of victims in 2023 was: eight adults and one child." in found
    assert _SENTENCE not in found


def test_parts_that_are_not_all_are_said_to_be_included() -> None:
    """Of parts that do not make up the whole it is said that the figure included them."""
    parts = [{"label": "women", "values": {2023: 7}}, {"label": "minors", "values": {2023: 1}}]
    found = " ".join(_paragraphs("There were {{ victims }} in 2023.", ["sex"], breakdown=parts, exhaustive=False))

    assert "The number of victims in 2023 included seven women and one minor." in found
