"""The words of an agency against its budget, as the sheet of replies shows them."""

import pytest
from forms import form_of, opened, texts
from reports import make_report

from reportgen.agencies.form.plan import Planner

BUDGET = 5


def shown(words: int) -> tuple[str, str]:
    """The line over all replies, as a value and as a formula, of an agency that has written so many words."""
    submission = {"contact": "A. Person", "replies": [{"issue": 1, "text": "word " * words}]}
    report = make_report(submission, issues=[{"number": 1, "agencies": ["justice"], "words": BUDGET}])
    data = form_of(report, "justice")
    lines = [
        str(cell.value)
        for values in (True, False)
        for sheet in opened(data, values=values)
        for row in sheet.iter_rows(max_row=3)
        for cell in row
        if str(texts().replies.total).partition("{")[0] in str(cell.value) and f" {BUDGET}" in str(cell.value)
    ]
    assert len(lines) == 2, lines
    return lines[0], lines[1]


@pytest.mark.parametrize(("words", "is_over"), [(BUDGET - 1, False), (BUDGET, False), (BUDGET + 1, True)])
def test_only_words_beyond_the_budget_are_over_it(words: int, is_over: bool) -> None:
    """An agency that has used its budget to the last word has kept to it; Excel calculates the same."""
    value, formula = shown(words)

    assert is_over == (str(texts().replies.over) in value)
    assert f">{BUDGET}," in formula


@pytest.mark.parametrize(("departments", "expected"), [({}, 100), ({"courts": "Courts", "prisons": "Prisons"}, 50)])
def test_departments_share_the_words_of_their_agency(departments: dict[str, str], expected: int) -> None:
    """Each workbook names its share, as the status does: two that name the whole would allow it twice."""
    report = make_report(issues=[{"number": 1, "agencies": ["justice"], "words": 100}])
    agencies = tuple(
        agency.model_copy(update={"departments": departments if agency.code == "justice" else {}})
        for agency in report.agencies
    )
    planner = Planner(report.model_copy(update={"agencies": agencies}))

    forms = [planner.plan("justice", department) for department in departments or [None]]

    assert {form.budget for form in forms} == {expected}
