"""Answers to questions, and where a workbook comes from: what the sheet Problems and the document properties say."""

from decimal import Decimal

import pytest
import xlsx
from xlsx import Rows, book, with_properties

from reportgen.diagnostics import Severity
from reportgen.model import Period
from reportgen.model.report import Answer
from reportgen.model.sheets import AGENCY_PROPERTY, FORMAT_PROPERTY, FORMAT_VERSION, PROJECT_PROPERTY, Sheet
from reportgen.project import ReadSubmission, read_submission
from reportgen.project.cells import Cell, Kind
from reportgen.project.origin import MIGRATIONS, Origin, migrate
from reportgen.project.workbook import Workbook, read_workbook

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

    assert Origin("1", "A/1", "health") == read_workbook(data, "x.xlsx").origin
    assert Origin() == read_workbook(book(), "x.xlsx").origin


def test_the_agency_of_the_properties_fills_an_empty_cell() -> None:
    """About may lack the agency where the workbook was made for one."""
    data = with_properties({AGENCY_PROPERTY: "health"}, {**xlsx.SHEETS, "About": (("Agency", None), ("Contact", "A"))})
    result = read_submission(data, "x.xlsx")

    assert result.submission is not None
    assert ("health", ()) == (result.submission.agency, result.diagnostics)


def test_the_agency_is_known_even_where_the_rest_is_refused() -> None:
    """Whose file it is can be said of a file with errors."""
    result = read_submission(xlsx.with_indicators(("Key", 2023), ("Not. A. Key", 4)), "x.xlsx")

    assert (None, "health") == (result.submission, result.agency)


def old(text: str) -> Workbook:
    """A workbook read from one whose column Key was called otherwise."""
    rows: Rows = ((text, "Label", 2023), ("cases", "cases", 4))
    return read_workbook(xlsx.with_indicators(*rows), "x.xlsx")


def test_an_older_format_is_migrated_step_by_step() -> None:
    """Every step from the version of the workbook to today's is applied once, in order."""
    steps: list[str] = []

    def rename(workbook: Workbook) -> None:
        steps.append("rename")
        workbook.sheets[Sheet.INDICATORS].rows[1][1] = Cell(Kind.TEXT, "Key")

    def next_one(workbook: Workbook) -> None:
        del workbook
        steps.append("next")

    workbook = old("Name")
    migrate(workbook, {0: rename, 1: next_one})

    assert ["rename", "next"] == steps
    assert "Key" == workbook.sheets[Sheet.INDICATORS].rows[1][1].value


def test_every_version_has_a_way_to_the_newest() -> None:
    """The table of migrations leads from the plain workbook to today's format without a gap."""
    assert list(range(FORMAT_VERSION)) == sorted(MIGRATIONS)


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
