"""What was asked in comments of a Word file: whom it is asked, at which text or figure, and in which words."""

from typing import Any

import pytest
from reports import make_report

from reportgen.checks.comments import comments_are_answered
from reportgen.checks.finding import CheckContext, Finding
from reportgen.diagnostics import Path
from reportgen.model import merge_indicators
from reportgen.model.comments import Comment

VICTIMS: dict[str, Any] = {
    "values": {2022: 5, 2023: 7},
    "breakdown": [
        {"label": "women", "values": {2023: 3}},
        {"label": {"one": "man", "other": "men"}, "values": {2022: 4, 2023: 4}},
    ],
}
JUSTICE = {
    "indicators": {"judges": {"values": {2023: 9}}, "victims": VICTIMS},
    "replies": [
        {"issue": 2, "text": "Nothing of it."},
        {"issue": 1, "text": "Courts were built.\n\nJudges were trained in Arcania.\nThey were paid."},
        {"issue": 1, "text": "Judges were heard."},
    ],
}
INTERIOR = {"agency": "interior", "replies": [{"issue": 1, "text": "Judges were trained in Arcania."}]}


def asked(*comments: dict[str, Any]) -> list[Finding]:
    """What is asked of two agencies."""
    report = make_report(INTERIOR, JUSTICE, issues=[{"number": 1, "agencies": []}, {"number": 2, "agencies": []}])
    told = tuple(
        Comment.model_validate({"document": "a.docx", "author": "A. Lawyer", "text": "Why?", **one}) for one in comments
    )
    made = report.model_copy(update={"comments": told})
    return list(comments_are_answered(CheckContext(made, merge_indicators(made.submissions))))


TRAINED: Path = ("submissions", 1, "replies", 1, "text", 2)
FIGURES: Path = ("submissions", 1, "indicators", "victims")


@pytest.mark.parametrize(
    ("comment", "path"),
    [
        ({}, ("comments", 0)),
        ({"agency": "health"}, ("comments", 0)),
        ({"agency": "justice"}, ("submissions", 1)),
        ({"agency": "justice", "issue": 9}, ("submissions", 1)),
        ({"agency": "justice", "issue": 2}, ("submissions", 1, "replies", 0, "text", 0)),
        ({"agency": "justice", "issue": 1, "passage": "trained in Arcania"}, TRAINED),
        (
            {"agency": "justice", "issue": 1, "passage": "were", "paragraph": "Judges were heard."},
            (*TRAINED[:3], 2, "text", 0),
        ),
        ({"agency": "interior", "issue": 1, "passage": "trained"}, ("submissions", 0, "replies", 0, "text", 0)),
        ({"agency": "justice", "department": "courts", "issue": 1}, ("comments", 0)),
        ({"agency": "justice", "indicator": "victims"}, FIGURES),
        ({"agency": "justice", "indicator": "victims", "issue": 1, "passage": "trained"}, FIGURES),
        ({"agency": "justice", "indicator": "victims", "period": "2023"}, (*FIGURES, "values", "2023")),
        (
            {"agency": "justice", "indicator": "victims", "period": "2023", "part": "men"},
            (*FIGURES, "breakdown", 1, "values", "2023"),
        ),
        ({"agency": "justice", "indicator": "victims", "part": "men"}, FIGURES),
        ({"agency": "justice", "indicator": "victims", "period": "2023", "part": "boys"}, FIGURES),
        ({"agency": "justice", "indicator": "nobody", "period": "2023"}, ("submissions", 1)),
        ({"agency": "interior", "indicator": "victims", "issue": 1}, ("submissions", 0, "replies", 0, "text", 0)),
    ],
)
def test_a_comment_is_asked_where_the_agency_said_it(comment: dict[str, Any], path: Path) -> None:
    """At the line of its reply that has most of the words, at its figure, at its file; else at the comment."""
    (found,) = asked(comment)

    assert (path, "RG885") == (found.at, found.code)


@pytest.mark.parametrize(
    ("comment", "about"),
    [
        ({}, ""),
        ({"passage": "384\n persons"}, "on “384 persons” "),
        ({"paragraph": "In  2023."}, "on “In 2023.” "),
        ({"passage": "In 2023.", "paragraph": "In\n2023."}, "on “In 2023.” "),
        ({"passage": "2023", "paragraph": "In 2023."}, "on “2023” in “In 2023.” "),
    ],
)
def test_a_comment_is_told_with_the_words_it_stands_on(comment: dict[str, Any], about: str) -> None:
    """On one line, and the paragraph where it says more."""
    (found,) = asked({"where": "paragraph 14", "text": "Since  when\nis this?", **comment})

    assert {
        "author": "A. Lawyer",
        "about": about,
        "text": "Since when is this?",
        "where": "a.docx, paragraph 14",
    } == found.values


def test_what_is_answered_is_not_asked_and_hides_nothing_behind_it() -> None:
    """Each comment by itself; a reply names what it replies to."""
    found = asked({"answer": "It was corrected."}, {"replies_to": "Is it\n right?"})

    assert [(("comments", 1), (("it replies to “Is it right?”", ("comments", 1)),), "a.docx")] == [
        (one.at, one.notes, one.values["where"]) for one in found
    ]
