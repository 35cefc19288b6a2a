"""What the list asks for, figure by figure and sub-question by sub-question, and what of it is missing."""

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import ValidationError
from reports import make_report

from reportgen.checks.asked import (
    answers_name_sub_questions,
    asked_figures_are_given,
    asked_labels_stay_with_their_keys,
    asked_parts_are_given,
    divisions_are_known,
    issues_ask_somebody,
    replies_say_something,
    sub_questions_are_answered,
)
from reportgen.checks.finding import CheckContext, Finding
from reportgen.model import Outline, Reply, Report, merge_indicators
from reportgen.model.items import Joined, items_of, same

SEX = {"sex": ["women", "men"]}
ISSUE = {"number": 1, "agencies": ["justice", "health"]}


def checked(report: Report) -> CheckContext:
    """What checks look at."""
    return CheckContext(report, merge_indicators(report.submissions))


def asking(asks: Mapping[str, Any], sent: Mapping[str, Any] | None = None, **issue: Any) -> CheckContext:
    """A report with one issue that asks for figures, and an agency that has sent some, with a text."""
    submission = {"replies": [{"issue": 1, "text": "Much was done."}], "indicators": sent or {}}
    made = make_report(submission, issues=[ISSUE])
    one = {**ISSUE, "asks": asks, **issue}
    outline = Outline.model_validate({"breakdowns": SEX, "parts": [{"title": "A", "themes": [{"issues": [one]}]}]})
    return checked(made.model_copy(update={"outline": outline}))


def missing(findings: list[Finding]) -> list[str]:
    """What each finding calls missing."""
    return [str(one.values["missing"]) for one in findings]


def victims(**parts: Mapping[int, int | None]) -> dict[str, Any]:
    """Victims of two years, with parts."""
    breakdown = [{"label": label, "values": values} for label, values in parts.items()]
    return {"victims": {"label": "victims", "issue": 1, "values": {2021: 5, 2022: 6}, "breakdown": breakdown}}


ASKS = {"indicators": [{"label": "victims", "breakdowns": ["sex"]}], "years": [2021, 2022]}


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (victims(), ["women 2021, 2022; men 2021, 2022"]),
        (victims(women={2021: 3}, men={2021: 2, 2022: 2}), ["women 2022"]),
        (victims(Women={2021: 3, 2022: 4}, men={2021: 2, 2022: 2}), []),
        (victims(women={2021: 3, 2022: None}, men={2021: 2, 2022: None}), []),
    ],
)
def test_parts_are_missed_by_label_and_year(sent: dict[str, Any], expected: list[str]) -> None:
    """A part without data is given; capitals do not count."""
    assert expected == missing(list(asked_parts_are_given(asking(ASKS, sent))))


def test_a_label_that_is_asked_for_under_another_key_is_found() -> None:
    """Its figures may be those of either; a label of the agency's own stays."""
    asks = {"indicators": [{"key": "a", "label": "arrests"}, {"key": "b", "label": "charges"}]}
    one: dict[str, Any] = {"issue": 1, "values": {2021: 5}}
    for label, expected in (("arrests", []), ("CHARGES", [("a", "CHARGES", "b", "arrests")]), ("beds", []), (None, [])):
        sent = {"c": {**one, "label": "charges"}, "a": {**one, **({"label": label} if label else {})}}
        found = list(asked_labels_stay_with_their_keys(asking(asks, sent)))
        assert expected == [tuple(map(str, finding.values.values())) for finding in found]
        assert all(finding.at == ("submissions", 0, "indicators", "a", "label") for finding in found)


def test_a_whole_without_data_owes_no_parts() -> None:
    """Nobody can divide what is not known."""
    sent = {"victims": {"label": "victims", "issue": 1, "values": {2021: None, 2022: None}}}

    assert [] == list(asked_parts_are_given(asking(ASKS, sent)))


def test_figures_that_nobody_has_sent_are_named_with_the_agency_that_owes_them() -> None:
    """It need not be the lead; what was sent is not named."""
    asks = {"indicators": ["victims", {"label": "beds in shelters", "agency": "health"}]}
    findings = list(asked_figures_are_given(asking(asks, victims())))

    assert [("RG313", "beds in shelters")] == [(one.code, one.values["label"]) for one in findings]
    assert "Ministry of Health" in str(findings[0].values["agency"]) or "health" in str(findings[0].values["agency"])


def test_an_issue_without_agencies_is_asked_of_nobody() -> None:
    """Unless each figure names its own agency and there is a text."""
    asks = {"indicators": [{"label": "victims", "agency": "justice"}]}

    assert ["RG314"] == [one.code for one in issues_ask_somebody(asking({"indicators": ["victims"]}, agencies=[]))]
    assert [] == list(issues_ask_somebody(asking(asks, agencies=[])))
    assert [] == list(issues_ask_somebody(asking(ASKS)))


def test_a_breakdown_in_another_spelling_is_found() -> None:
    """One that agencies divide by themselves is none."""
    near = asking({"indicators": ["victims"], "breakdowns": ["sexs"]})

    assert ["RG315"] == [one.code for one in divisions_are_known(near)]
    assert [] == list(divisions_are_known(asking({"indicators": ["victims"], "breakdowns": ["ethnicity", "Sex"]})))


# ---- sub-questions --------------------------------------------------------------------------------------------

QUESTIONS = {"number": 1, "agencies": ["justice"], "questions": ["Reports", "Convictions", "Shelters"]}


def replied(*answers: object, issue: Mapping[str, Any] = QUESTIONS) -> CheckContext:
    """A report with a reply for each of these; what it answers is left out where None stands for it."""
    replies = [{"issue": 1, "text": "Much was done.", **({} if one is None else {"answers": one})} for one in answers]
    return checked(make_report({"replies": replies}, issues=[dict(issue)]))


@pytest.mark.parametrize(
    ("answers", "unanswered"),
    [
        ([None], "(a) “Reports”, (b) “Convictions”, (c) “Shelters”"),
        ([["a"], ["c"]], "(b) “Convictions”"),
        ([["a", "(b)"], None], "(c) “Shelters”"),
        ([["a", "b", "c"]], None),
        (["all"], None),
        ([["a", "b", "d"]], "(c) “Shelters”"),
    ],
)
def test_a_sub_question_that_no_reply_answers_is_named(answers: list[object], unanswered: str | None) -> None:
    """Several replies answer together."""
    named = [str(one.values["questions"]) for one in sub_questions_are_answered(replied(*answers))]

    assert ([] if unanswered is None else [unanswered]) == named


def test_an_issue_without_a_reply_or_without_sub_questions_is_not_asked_about() -> None:
    """Of the first another finding tells; the second has none to answer."""
    plain = {"number": 1, "agencies": ["justice"]}

    assert [] == list(sub_questions_are_answered(replied()))
    assert [] == list(sub_questions_are_answered(replied(None, issue=plain)))


def test_letters_that_an_issue_does_not_have_are_found() -> None:
    """Also where it has no sub-questions at all; `all` and its own letters are right."""
    plain = {"number": 1, "agencies": ["justice"]}

    assert ["(d)"] == [str(one.values["letters"]) for one in answers_name_sub_questions(replied(["a", "d"]))]
    assert ["(a)"] == [str(one.values["letters"]) for one in answers_name_sub_questions(replied(["a"], issue=plain))]
    assert [] == list(answers_name_sub_questions(replied(["a", "c"], "all", None)))


def test_only_letters_are_taken() -> None:
    """A number or a word is no letter of a sub-question."""
    for wrong in ("1", "abc", "A", ""):
        with pytest.raises(ValidationError):
            Reply.model_validate({"issue": 1, "text": "x", "answers": [wrong]})


def test_what_a_reply_answers_is_part_of_what_it_says() -> None:
    """A later file that changes nothing else changes the reply, and two rows of one reply keep their own letters."""
    one, other = (replied([letter]).report.submissions[0] for letter in "ab")
    item = next(item for item in items_of(one) if item.kind == "reply")
    joined = Joined([(one, frozenset()), (other, frozenset())]).submission

    assert not same(item, items_of(one)[item], items_of(other)[item])
    assert [("b",)] == [reply.answers for reply in joined.replies]


@pytest.mark.parametrize("text", ["n/a", "N/A", "–", "..", "No data.", "н/д", "Нет данных"])
def test_a_text_that_says_that_there_is_none_is_asked_about(text: str) -> None:
    """It would be a paragraph of the report; its place is the text."""
    report = make_report({"replies": [{"issue": 1, "text": text}]}, issues=[ISSUE])
    (found,) = replies_say_something(checked(report))
    assert ("RG385", ("submissions", 0, "replies", 0, "text")) == (found.code, found.at)


@pytest.mark.parametrize(
    "text", ["No data are kept on that.", "No.", "None.", " ", "{{ x }}", "No data were lost: see n/a."]
)
def test_a_short_text_that_says_something_is_not(text: str) -> None:
    """“No.” is an answer."""
    report = make_report({"replies": [{"issue": 1, "text": text}]}, issues=[ISSUE])
    assert [] == list(replies_say_something(checked(report)))
