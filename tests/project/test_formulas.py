"""Results of formulas: what the file holds is what the formula gives of the cells as they are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsx import SHEETS, Cell, Raw, book, error, parts_of, sheet_xml, styled, with_indicators

from reportgen.project import read_submission

HEADS = ("Key", "Unit", 2020, 2021, 2022, 2023)


def formula(text: str, result: str, attributes: str = "") -> Raw:
    """A cell with a formula and its result."""
    return Raw(f"<c {{r}}><f{attributes}>{text}</f><v>{result}</v></c>")


def told(*cells: Cell, more: tuple[Cell, ...] = ()) -> list[tuple[str, str | None]]:
    """What is said of a row of figures from C2 on: codes and cells."""
    rows = (HEADS, ("cases", "case / cases", *cells), *([("others", "case / cases", *more)] if more else []))
    return [
        (one.code, one.place.cell)
        for one in read_submission(with_indicators(*rows), "x.xlsx").diagnostics
        if one.place and one.code in {"RG239", "RG120"}
    ]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("C2+D2", "7"),
        ("SUM(C2:D2)", "7"),
        ("SUM(C2,D2,1)", "8"),
        ("SUM(C2:D2)*2-(C2-D2)/2", "14.5"),
        ("-C2+ 10", "7"),
        ("$C$2/D2", "0.75"),
        ("C2/D2*100", "75.000000000000014"),
        ("ROUND(C2/D2,1)", "0.8"),
        ("C2+A9", "3"),
        ("SUM(A2:D2)", "7"),
    ],
)
def test_a_result_that_its_formula_gives_is_read(text: str, result: str) -> None:
    """Beside it, every other number is asked about."""
    assert [] == told(3, 4, formula(text, result))
    assert [("RG239", "E2")] == told(3, 4, formula(text, "99"))


@pytest.mark.parametrize(
    "text",
    [
        *("Sheet2!C2+D2", "'Year 1'!C2", "[1]Sheet1!A1", "C2+rate", "AVERAGE(C2:D2)", "IF(C2,1,2)", "C2^2", "C2%"),
        *("C2:D2", "C2+", "SUM(C2", "C2#", "SUM(C2:D2 C2:C2)", "1/0", "LOG10(C2)", "C2/A9", "1e3"),
        "(" * 30 + "1" + ")" * 30,
    ],
)
def test_what_is_not_worked_out_stands(text: str) -> None:
    """Other sheets and workbooks, names, and functions: nobody guesses."""
    assert [] == told(3, 4, formula(text, "99"))


DATA = {
    "Data": ((3, 4), (formula("A1+B1", "7"), formula("A1+B1", "99"), formula("C2", "9"))),
    "Year '23": ((5, formula("Data!A1+Data!B1", "99")),),
}
"""Sheets of the agency's own, from which figures are taken: B2 is stale there, C2 leads to itself."""


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Data!A1", "3"),
        ("data!$B$1*2", "8"),
        ("SUM(Data!A1:B1)+C2", "10"),
        ("'Year ''23'!A1", "5"),
        ("'Data'!A2", "7"),
        ("Data!B2+1", "8"),
        ("'Year ''23'!B1", "7"),
        ("Data!C2", "9"),
        ("SUM(Data!A1:C1)-'Year ''23'!A1", "2"),
    ],
)
def test_cells_of_other_sheets_count(text: str, result: str) -> None:
    """Also by way of formulas there, of which the file may hold an old result."""
    sheets = (HEADS, ("cases", "case / cases", 3, 4, formula(text, result), formula(text, "98")))
    found = read_submission(book({**SHEETS, "Indicators": sheets, **DATA}), "x.xlsx").diagnostics

    assert [("RG239", "F2")] == [(one.code, one.place.cell) for one in found if one.place and one.place.cell]


def test_a_sheet_that_was_not_read_as_a_whole_proves_nothing() -> None:
    """Cells behind the last column that is read may count as well."""
    wide = {"Data": ((3,) * 201,)}
    sheets = (HEADS, ("cases", "case / cases", 3, 4, formula("SUM(Data!A1:IV1)", "603")))
    rows = sheet_xml(wide["Data"][:0]).replace(
        "<sheetData>", '<sheetData><row r="1">' + "<c><v>3</v></c>" * 201 + "</row>"
    )
    data = book({**SHEETS, "Indicators": sheets, "Data": ()}, replace={"xl/worksheets/sheet4.xml": rows})

    assert "RG239" not in [one.code for one in read_submission(data, "x.xlsx").diagnostics]


def test_a_long_chain_of_formulas_ends() -> None:
    """What a hundred running totals give is worked out from one to the next, and in few steps."""
    chain = [formula(f"A{row}+1", str(row)) for row in range(100)]
    sheets = (HEADS, ("cases", "case / cases", 3, 4, formula("Data!A100", "99")))
    data = book({**SHEETS, "Indicators": sheets, "Data": [(1,), *((one,) for one in chain[1:])]})

    assert "RG239" not in [one.code for one in read_submission(data, "x.xlsx").diagnostics]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("YEAR(TODAY())-1990", "TODAY"),
        ("randbetween(1,9)", "RANDBETWEEN"),
        ("SUM(INDIRECT(A1))", "INDIRECT"),
        ("[1]Sheet1!A1+1", "cells of another workbook"),
        ("'[2]Year 1'!A1", "cells of another workbook"),
        ("Grand(1)", None),
        ("Table1[2023]+1", None),
        ("C2+D2", None),
        ("IF(C2,7,8)", None),
    ],
)
def test_a_figure_that_changes_by_itself_is_told(text: str, what: str | None) -> None:
    """It is read as it was saved; what other formulas give changes with the cells that they name alone."""
    for attributes in ("", ' t="array" ref="E2"'):
        rows = (HEADS, ("cases", "case / cases", 3, 4, formula(text, "7", attributes)))
        read = read_submission(with_indicators(*rows), "x.xlsx")
        found = [one.message for one in read.diagnostics if one.code == "RG217"]

        assert ([] if what is None else [True]) == [f"has {what}," in message for message in found]
        assert read.submission is not None
        assert len(read.submission.indicators["cases"].values) == 3


def test_a_date_that_changes_by_itself_is_told() -> None:
    """With each opening, the submission would be a newer one."""
    about = (*SHEETS["About"], ("Date", Raw('<c s="1" {r}><f>TODAY()</f><v>45000</v></c>')))
    found = read_submission(book({**SHEETS, "About": about}), "x.xlsx").diagnostics

    assert ["RG217"] == [one.code for one in found]


def test_a_stale_number_in_a_table_of_words_is_told() -> None:
    """It would be printed as it stands."""
    table = (("Table", "Courts"), ("Issue", 1), ("Heads", "Court", "Judges"), ("Row", "Supreme", formula("5+7", "99")))
    found = read_submission(book({**SHEETS, "Tables": table}), "x.xlsx").diagnostics

    assert [("RG239", "C4")] == [(one.code, one.place.cell) for one in found if one.place and one.place.cell]


@pytest.mark.parametrize("cell", [error("#N/A"), styled(45000, 1), Raw('<c t="b" {r}><v>1</v></c>')])
def test_a_sum_over_something_else_than_numbers_stands(cell: Raw) -> None:
    """Only texts are known not to count."""
    assert [] == told(3, cell, formula("SUM(C2:D2)", "99"))
    assert [("RG239", "E2")] == told(3, "..", formula("SUM(C2:D2)", "99"))
    assert [] == told(3, "..", formula("C2+D2", "99"))


def test_a_formula_that_was_filled_to_the_right_is_moved() -> None:
    """Excel writes it in the first cell alone."""
    shared = ' t="shared" si="0"'
    first = formula("SUM(C3:C3)+$C$3", "10", f'{shared} ref="C2:F2"')
    right = [formula("", result, shared) for result in ("11", "12", "99")]

    assert [("RG239", "F2")] == told(first, *right, more=(5, 6, 7, 8))


def test_a_formula_of_a_range_stands() -> None:
    """What it gives depends on where it stands."""
    assert [] == told(3, 4, formula("C2:D2*2", "99", ' t="array" ref="E2:F2"'))
    assert [] == told(3, 4, formula("C2+D2", "99", ' t="dataTable" ref="E2:F2"'))


@given(st.lists(st.integers(-(10**6), 10**6), min_size=3, max_size=3), st.integers(0, 3))
def test_sums_of_cents_are_no_contradiction(cents: list[int], places: int) -> None:
    """Binary numbers leave some noise in the result."""
    values = [one / 10**places for one in cents]

    assert [] == told(*values, formula("SUM(C2:E2)", repr(sum(values))))


@pytest.mark.parametrize(("setting", "expected"), [('fullPrecision="0"', []), ('fullPrecision="1"', ["RG239"])])
def test_results_that_the_workbook_rounds_stand(setting: str, expected: list[str]) -> None:
    """With Excel's "Set precision as displayed", two thirds are 0.7, however often they are calculated."""
    sheets = {
        **SHEETS,
        "Indicators": (("Key", "Measure", 2020, 2021), ("length", "average", 2, formula("C2/3", "0.7"))),
    }
    listing = parts_of(sheets)["xl/workbook.xml"].replace("</workbook>", f"<calcPr {setting}/></workbook>")
    found = read_submission(book(sheets, replace={"xl/workbook.xml": listing}), "x.xlsx").diagnostics

    assert expected == [one.code for one in found]


def test_formulas_over_very_many_cells_stand() -> None:
    """They end within the bounds of reading."""
    assert [] == told(3, 4, formula("SUM(A1:XFD1048576)", "99"))


def test_a_figure_of_a_stale_formula_is_not_read() -> None:
    """Neither of the two numbers is printed."""
    data = with_indicators(HEADS, ("cases", "case / cases", 3, formula("C2+1", "5")))
    submission = read_submission(data, "x.xlsx").submission

    assert submission is not None
    assert [Decimal(3)] == [one.value for one in submission.indicators["cases"].values.values()]
