"""Bounds of what is read: what just fits is read, and what is one larger is refused with its code."""

from decimal import Decimal

import pytest
from xlsx import MAIN, SHEETS, book

from reportgen.limits import DIGITS
from reportgen.project import read_submission
from reportgen.project.numbers import from_cell, has_too_many_digits
from reportgen.project.yaml import read_yaml

YAML_MODULE, CELLS_MODULE = "reportgen.project.yaml", "reportgen.project.cells"


def codes(text: str) -> list[str]:
    """What is said of a YAML file; none where its data are whole."""
    result = read_yaml(text.encode(), "a.yaml")
    assert (result.data is None) == bool(result.diagnostics)
    return [one.code for one in result.diagnostics]


@pytest.mark.parametrize(("text", "found"), [("[[1]]", []), ("[[[1]]]", []), ("[[[[1]]]]", ["RG124"])])
def test_yaml_is_so_deep(monkeypatch: pytest.MonkeyPatch, text: str, found: list[str]) -> None:
    """Lists in lists, three at most here."""
    monkeypatch.setattr(f"{YAML_MODULE}.YAML_DEPTH", 3)

    assert found == codes(text)


@pytest.mark.parametrize(("text", "found"), [("[1]", []), ("[1, 2]", []), ("[1, 2, 3]", ["RG125"])])
def test_yaml_has_so_many_events(monkeypatch: pytest.MonkeyPatch, text: str, found: list[str]) -> None:
    """Each value within a list, and the end of the list."""
    monkeypatch.setattr(f"{YAML_MODULE}.YAML_EVENTS", 3)

    assert found == codes(text)


@pytest.mark.parametrize(("text", "is_refused"), [("a: 12345", False), ("a: 123456", False), ("a: 1234567", True)])
def test_yaml_has_so_many_bytes(monkeypatch: pytest.MonkeyPatch, text: str, is_refused: bool) -> None:
    """Nine at most here."""
    monkeypatch.setattr(f"{YAML_MODULE}.YAML_BYTES", 9)

    assert is_refused == bool(codes(text))


def sheet_codes(rows: str) -> list[str]:
    """What is said of the size of a sheet of these rows, as XML."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    result = read_submission(book(SHEETS, replace={"xl/worksheets/sheet3.xml": sheet}), "a.xlsx")
    return [one.code for one in result.diagnostics if one.code == "RG145"]


@pytest.mark.parametrize(("count", "found"), [(19, []), (20, []), (21, ["RG145"])])
def test_so_many_filled_rows_are_read(monkeypatch: pytest.MonkeyPatch, count: int, found: list[str]) -> None:
    """Rows that hold nothing are not counted."""
    monkeypatch.setattr(f"{CELLS_MODULE}.SHEET_ROWS_READ", 20)
    filled = "".join(f'<row r="{2 * row}"><c r="A{2 * row}"><v>1</v></c></row>' for row in range(1, count + 1))

    assert found == sheet_codes(filled)


@pytest.mark.parametrize(("column", "found"), [("AD", []), ("AE", ["RG145"]), ("AF", ["RG145"])])
def test_so_many_columns_are_read(monkeypatch: pytest.MonkeyPatch, column: str, found: list[str]) -> None:
    """By where a filled cell stands: the thirtieth is the last here."""
    monkeypatch.setattr(f"{CELLS_MODULE}.SHEET_COLUMNS_READ", 30)

    assert found == sheet_codes(f'<row r="1"><c r="A1"><v>1</v></c><c r="{column}1"><v>1</v></c></row>')


@pytest.mark.parametrize(
    ("written", "is_too_long"),
    [
        ("9" * DIGITS, False),
        ("9" * (DIGITS + 1), True),
        ("1E+14", False),
        ("1E+15", True),
        ("1E+16", True),
        ("1E-15", False),
        ("1E-16", True),
        ("1." + "1" * (DIGITS - 1), False),
        ("1." + "1" * DIGITS, True),
        ("0", False),
    ],
)
def test_a_figure_has_so_many_digits(written: str, is_too_long: bool) -> None:
    """Fifteen, which is what Excel keeps exactly, before the point and behind it."""
    for value in (Decimal(written), -Decimal(written)):
        assert is_too_long == has_too_many_digits(value)


@pytest.mark.parametrize(
    ("written", "is_read"), [("999999999999999", True), ("1000000000000000", False), ("1e308", False)]
)
def test_a_cell_holds_so_many_digits(written: str, is_read: bool) -> None:
    """A larger number is no figure, however round it is."""
    assert is_read == (from_cell(written) is not None)
