"""Answers to questions, and where a workbook comes from: what the sheet Problems and the document properties say."""

import contextlib
from decimal import Decimal

import pytest
import xlsx
from xlsx import Rows, book, with_properties

from reportgen.diagnostics import Place, Severity
from reportgen.files.refusal import Refused
from reportgen.model import Period
from reportgen.model.report import Answer
from reportgen.model.sheets import AGENCY_PROPERTY, FORMAT_PROPERTY, FORMAT_VERSION, PROJECT_PROPERTY
from reportgen.project import ReadSubmission, read_submission
from reportgen.project.origin import WorkbookOrigin, refuse_newer
from reportgen.project.workbook import read_workbook

HEADS = ("Code", "Where", "Indicator", "Part", "Period", "Value", "Your answer", "Reason")
ROW = ("RG320", "Indicators!E2", "cases", None, 2023, 4, "Confirmed", "The law\nchanged.")
ANSWER = Answer(
    code="RG320", indicator="cases", period=Period.of_year(2023), value=Decimal(4), reason="The law changed."
)


def read(*rows: Rows, heads: tuple[str, ...] = HEADS) -> ReadSubmission:
    """Read a workbook with these rows below the heads of Problems."""
    return read_submission(book({"Problems": (("Explanations.",), heads, *rows), **xlsx.SHEETS}), "x.xlsx")  # type: ignore[arg-type] # each is a row


def answers(*rows: object) -> tuple[Answer, ...]:
    """The answers that rows of Problems give."""
    result = read(*rows)  # type: ignore[arg-type] # each is a row

    assert result.submission is not None
    return result.submission.answers


def test_an_answer_is_read_with_what_it_answers() -> None:
    """Code, indicator, period, value and reason come out of the row; line breaks do not matter."""
    assert (ANSWER,) == answers(ROW)


def test_a_row_without_an_answer_is_no_answer() -> None:
    """What is not answered says nothing, also where a reason was begun."""
    assert () == answers((*ROW[:6], None, "perhaps"))


def test_values_and_periods_may_be_text() -> None:
    """A program that saves every cell as text changes nothing."""
    assert (ANSWER,) == answers((*ROW[:4], "2023", "4", *ROW[6:]))


def test_the_part_and_an_unknown_value_are_kept() -> None:
    """A question may be about a part, and about a value that is not there."""
    (answer,) = answers(("RG325", None, "cases", "women", "2023-H1", None, "confirmed", "Not counted."))

    assert ("women", None, "2023-H1") == (answer.part, answer.value, str(answer.period))


def test_answers_know_their_cells() -> None:
    """Each field has its place on the sheet."""
    assert "x.xlsx:Problems!H3" == str(read(ROW).places.find(("answers", 0, "reason")))  # type: ignore[arg-type] # a row


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        ((*ROW[:7], None), "RG175", "G3"),
        ((*ROW[:6], "see letter", "x"), "RG176", "G3"),
        (("RG320", None, "cases", None, "last year", 4, "confirmed", "x"), "RG177", "G3"),
        ((None, None, "cases", None, 2023, 4, "confirmed", "x"), "RG177", "G3"),
    ],
)
def test_an_answer_that_does_not_count_is_said(row: Rows, code: str, cell: str) -> None:
    """It never stands in the way of the submission."""
    result = read(row)

    assert result.submission is not None
    assert () == result.submission.answers
    assert [(code, Severity.WARNING, cell)] == [
        (found.code, found.severity, found.place.cell) for found in result.diagnostics if found.place
    ]


def test_a_sheet_that_only_has_the_name_is_left_alone() -> None:
    """An agency's own sheet Problems is no list of ours."""
    assert () == read(("x", "y"), heads=("Problem", "Solution")).diagnostics


def test_a_list_of_problems_alone_is_no_submission() -> None:
    """The sheet Problems does not make a workbook a submission."""
    found = read_submission(book({"Problems": (HEADS, ROW)}), "x.xlsx").diagnostics

    assert ["RG141"] == [one.code for one in found]


def test_properties_say_where_a_workbook_comes_from() -> None:
    """Format, project and agency are read, whatever else stands there."""
    data = with_properties({"Other": "x", FORMAT_PROPERTY: 1, PROJECT_PROPERTY: "A/1", AGENCY_PROPERTY: "health"})

    assert WorkbookOrigin("1", "A/1", "health") == read_workbook(data, "x.xlsx").origin
    assert WorkbookOrigin() == read_workbook(book(), "x.xlsx").origin


def test_the_agency_of_the_properties_fills_an_empty_cell() -> None:
    """About may lack the agency where the workbook was made for one."""
    data = with_properties({AGENCY_PROPERTY: "health"}, {**xlsx.SHEETS, "About": (("Agency", None), ("Contact", "A"))})
    result = read_submission(data, "x.xlsx")

    assert result.submission is not None
    assert ("health", ()) == (result.submission.agency, result.diagnostics)


def test_the_agency_is_known_even_where_the_rest_is_refused() -> None:
    """Whose file it is can be said of a file with errors; what is sound of it is kept."""
    result = read_submission(xlsx.with_indicators(("Key", 2023), ("Not. A. Key", 4)), "x.xlsx")

    assert result.submission is not None
    assert ("health", {}) == (result.agency, result.submission.indicators)


@pytest.mark.parametrize(
    ("version", "is_read"),
    [(None, True), ("0", True), (str(FORMAT_VERSION), True), (f"{FORMAT_VERSION}.0", True),
     (str(FORMAT_VERSION + 1), False), ("one", False), ("9999999", False), ("-1", False)],
)  # fmt: skip
def test_only_formats_that_are_known_are_read(version: str | None, *, is_read: bool) -> None:
    """Those up to today's, also as Excel writes a number; a newer one may say something else in the same cells."""
    context = contextlib.nullcontext() if is_read else pytest.raises(Refused, match="RG172")
    with context:
        refuse_newer(version, Place("x.xlsx"))


@pytest.mark.parametrize("version", [0, 1, "1", "1.0"])
def test_known_versions_are_read_alike(version: str | int) -> None:
    """A program may save the number of the version as text."""
    assert read_submission(book(), "x.xlsx").submission == (
        read_submission(with_properties({FORMAT_PROPERTY: version}), "x.xlsx").submission
    )


@pytest.mark.parametrize("version", [2, 99999, "one", "-1"])
def test_a_version_that_is_not_known_is_named(version: str | int) -> None:
    """A newer workbook is not read as if it were today's."""
    found = read_submission(with_properties({FORMAT_PROPERTY: version}), "x.xlsx").diagnostics

    assert ["RG172"] == [one.code for one in found]
    assert str(version) in found[0].message
