"""Values of cells: what is a figure, what is none, and what is said of each."""

import datetime as dt
from decimal import Decimal

import pytest
import xlsx
from xlsx import Cell, Raw, Rows, book, codes, error, read, styled, with_indicators, with_value

from reportgen.diagnostics import Severity
from reportgen.model import Period
from reportgen.project import read_submission
from reportgen.project.format_codes import FormatKind, kind_of_format


def values(*cells: Cell, unit: str = "case / cases") -> dict[str, Decimal | None]:
    """The values that cells of the years from 2020 on give, by period."""
    submission = read(with_value(*cells, unit=unit)).submission

    assert submission is not None
    return {str(period): one.value for period, one in submission.indicators["cases"].values.items()}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (384, "384"),
        (0, "0"),
        (-5, "-5"),
        (55.4, "55.4"),
        (Raw("<c {r}><v>55.399999999999999</v></c>"), "55.4"),
        (Raw("<c {r}><v>1.058E3</v></c>"), "1058"),
        (Raw("<c {r}><f>1+1</f><v>2</v></c>"), "2"),
        (styled(1058, 3), "1058"),
        ("1 058", "1058"),
        ("1\u00a0058", "1058"),
        ("1\u202f058", "1058"),
        (" 384 ", "384"),
        ("1'058", "1058"),
        ("1,234,567", "1234567"),
    ],
)
def test_a_figure_is_read(cell: Cell, value: str) -> None:
    """Numbers, cached values of formulas, accounting formats and numbers typed as text give their figure."""
    assert {"2020": Decimal(value)} == values(cell)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (error("#DIV/0!"), "RG150"),
        (error("#N/A"), "RG150"),
        (Raw("<c {r}><f>SUM(A1:A2)</f></c>"), "RG151"),
        (Raw("<c {r}><f>SUM(A1:A2)</f><v></v></c>"), "RG151"),
        (styled(45000, 1), "RG152"),
        (Raw('<c t="d" {r}><v>2024-01-31</v></c>'), "RG152"),
        (Raw('<c t="b" {r}><v>1</v></c>'), "RG153"),
        ("360*", "RG154"),
        ("(384)", "RG154"),
        ("384\u043e", "RG154"),
        ("=1+1", "RG154"),
        ("1,058", "RG155"),
        ("1.058", "RG155"),
        (10**15, "RG156"),
        ("5 %", "RG157"),
        (styled(0.05, 2), "RG157"),
    ],
)
def test_what_is_no_figure_is_refused_at_its_cell(cell: Cell, code: str) -> None:
    """Nothing is guessed at, and the cell is named; what is left out is not complained of again."""
    assert [(code, "C2")] == codes(with_value(cell))


def test_the_longest_number_of_a_cell_has_64_characters() -> None:
    """No program writes more than 17 digits; one more is refused, not cut."""
    assert {"2020": Decimal(5)} == values(Raw(f"<c {{r}}><v>5.{'0' * 62}</v></c>"))
    assert [("RG156", "C2")] == codes(with_value(Raw(f"<c {{r}}><v>5.{'0' * 63}</v></c>")))


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        (styled(0.554, 2), "55.4", "RG158"),
        (55.4, "55.4", None),
        ("55.4 %", "55.4", "RG158"),
        ("55,4%", "55.4", "RG158"),
    ],
)
def test_a_percentage_is_read_as_it_is_shown(cell: Cell, value: str, code: str | None) -> None:
    """In an indicator of per cent, 0.554 with a percentage format is 55.4, and that is said."""
    assert {"2020": Decimal(value)} == values(cell, unit="per cent")
    assert ([(code, "C2")] if code else []) == codes(with_value(cell, unit="per cent"))


def test_unclear_numbers_follow_the_clear_ones_of_the_file() -> None:
    """`1.234` is a thousand where the file writes decimals with a comma, and a fraction where it writes a point."""
    assert values("1.234", "12,5") == {"2020": Decimal(1234), "2021": Decimal("12.5")}
    assert values("1.234", "12.5") == {"2020": Decimal("1.234"), "2021": Decimal("12.5")}


def test_a_file_that_contradicts_itself_settles_nothing() -> None:
    """Where both signs stand before decimals, an unclear number is asked about."""
    assert ("RG155", "C2") in codes(with_value("1.234", "12.5", "12,5"))


@pytest.mark.parametrize(
    ("cell", "said"), [("..", []), ("n/a", ["RG159"]), ("нет данных", ["RG159"]), ("–", ["RG160"])]
)
def test_no_data_is_a_value_that_is_not_known(cell: str, said: list[str]) -> None:
    """The agreed sign is silent; others are said; a dash is a warning, because it may mean nothing counted."""
    assert {"2020": None} == values(cell)
    assert said == [code for code, _ in codes(with_value(cell))]


def test_statuses_and_notes_stand_beside_their_value() -> None:
    """`2023 status` and `2023 note` belong to the value of 2023, in any order of columns."""
    rows: Rows = (("2023 Note", "Key", "2023 STATUS", 2023), ("first eleven months", "cases", "Provisional", 384))
    submission = read(with_indicators(*rows)).submission

    assert submission is not None
    observation = submission.indicators["cases"].values[Period.of_year(2023)]
    assert ("first eleven months", "provisional", Decimal(384)) == (
        observation.note,
        observation.status,
        observation.value,
    )


def test_a_status_alone_says_that_there_is_no_value() -> None:
    """An empty value with the status `not available` was asked for and is not known."""
    submission = read(with_indicators(("Key", 2023, "2023 status"), ("cases", None, "not available"))).submission

    assert submission is not None
    assert submission.indicators["cases"].values[Period.of_year(2023)].value is None


@pytest.mark.parametrize(
    ("days", "attributes", "date"),
    [
        (45322, "", dt.date(2024, 1, 31)),
        (43860, 'date1904="1"', dt.date(2024, 1, 31)),
        (45322.75, "", dt.date(2024, 1, 31)),
        (1, "", dt.date(1900, 1, 1)),
    ],
)
def test_dates_are_read_in_both_calendars(days: float, attributes: str, date: dt.date) -> None:
    """A workbook counts days from 1900 or from 1904, and says which."""
    about: Rows = (("Agency", "health"), ("Date", styled(days, 1)))
    submission = read(book({**xlsx.SHEETS, "About": about}, workbook_attributes=attributes)).submission

    assert submission is not None
    assert submission.date == date


def test_the_calendar_of_a_mac_stays_where_a_newer_excel_adds_its_own_properties() -> None:
    """Excel 2013 and later end the workbook with a second `workbookPr`, of their own namespace."""
    parts = xlsx.parts_of(xlsx.SHEETS, workbook_attributes='date1904="1"')
    own = (
        '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/'
        'spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>'
    )
    about = xlsx.sheet_xml((("Agency", "health"), ("Date", styled(43496, 1))))
    listing = parts["xl/workbook.xml"].replace("</workbook>", own)
    data = xlsx.zipped({**parts, "xl/workbook.xml": listing, "xl/worksheets/sheet1.xml": about})
    submission = read_submission(data, "x.xlsx").submission

    assert submission is not None
    assert dt.date(2023, 2, 1) == submission.date


@pytest.mark.parametrize(("text", "date"), [("2024-01-31", dt.date(2024, 1, 31)), ("31.01.2024", dt.date(2024, 1, 31))])
def test_dates_typed_as_text_are_read_in_forms_with_one_reading(text: str, date: dt.date) -> None:
    """Year first, or points between day, month and year."""
    submission = read(book({**xlsx.SHEETS, "About": (("Agency", "health"), ("Date", text))})).submission

    assert submission is not None
    assert submission.date == date


@pytest.mark.parametrize("text", ["01/02/2024", "31.02.2024", "2024-02-30", "soon"])
def test_unclear_dates_are_refused(text: str) -> None:
    """A date with two readings, or none, is asked about."""
    assert [("RG162", "B2")] == codes(book({**xlsx.SHEETS, "About": (("Agency", "health"), ("Date", text))}))


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", FormatKind.NUMBER),
        ("#,##0.00", FormatKind.NUMBER),
        ("0.0%", FormatKind.PERCENT),
        ('0.0" %"', FormatKind.NUMBER),
        ("0\\%", FormatKind.NUMBER),
        ("[Red]0.0;[Blue]-0.0", FormatKind.NUMBER),
        ("0.00E+00", FormatKind.NUMBER),
        ('0 "days"', FormatKind.NUMBER),
        ("_-* #,##0_-", FormatKind.NUMBER),
        ("@", FormatKind.NUMBER),
        ("dd/mm/yyyy", FormatKind.DATE),
        ("mmm-yy", FormatKind.DATE),
        ("[h]:mm", FormatKind.DATE),
        ("[$-419]d mmm yyyy", FormatKind.DATE),
        ("0;0%", FormatKind.NUMBER),
    ],
)
def test_formats_tell_numbers_percentages_and_dates_apart(code: str, shown: FormatKind) -> None:
    """Quoted and escaped text, colours and padding are no signs of a format."""
    assert shown == kind_of_format(code)


def test_what_is_read_otherwise_than_written_is_said_once_a_cell() -> None:
    """Each reinterpreted number has a remark with what was read, and no error."""
    found = read(with_value("1 058", 3, "2 000")).diagnostics

    assert [(one.code, one.severity, one.message) for one in found] == [
        ("RG158", Severity.INFO, "“1 058” was read as 1058"),
        ("RG158", Severity.INFO, "“2 000” was read as 2000"),
    ]


def test_invisible_characters_do_not_hide_a_number() -> None:
    """A space without width inside a number is taken out, and said."""
    assert values("1\u200b058") == {"2020": Decimal(1058)}
    assert {"RG113", "RG158"} == {code for code, _ in codes(with_value("1\u200b058"))}


@pytest.mark.parametrize(("label", "name"), [("cases of theft", "cases of theft"), (None, "cases")])
def test_an_indicator_is_called_by_its_label(label: str | None, name: str) -> None:
    """An official sees the label in the sheet; the key is said where there is no label."""
    rows: Rows = (("Key", "Label", 2023), ("cases", label, "5 %"))
    found = read_submission(xlsx.with_indicators(*rows), "x.xlsx").diagnostics

    assert [f"5 % is a percentage, and the unit of “{name}” is not a percentage"] == [
        one.message for one in found if one.code == "RG157"
    ]
