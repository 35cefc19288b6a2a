"""The second reading: a cell that openpyxl reads otherwise is an error, whatever made the two differ."""

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
import xlsx
from forms import form_of, partly_answered
from project import make_project
from xlsx import MAIN, Raw, book, parts_of, styled, with_value, zipped

from reportgen.agencies.receive import receive_file
from reportgen.agencies.received import Outcome
from reportgen.diagnostics import Place
from reportgen.project.cells import CellKind, SheetCell
from reportgen.project.entries import at_cell, cells_in
from reportgen.project.second import compare, is_same, read_again
from reportgen.project.workbook import read_every_sheet


def told(data: bytes) -> list[tuple[str, str | None]]:
    """Codes and cells of what the second reading says."""
    return [(one.code, one.place.cell if one.place else None) for one in read_again(data, "x.xlsx")]


@pytest.mark.parametrize(
    "cells",
    [
        (3, 3.5, -12, 0, 1e15, 0.1, 1e-7),
        ("1 058", "..", "text", " spaced ", "a\nb"),
        (styled(0.354, 2), styled(45000, 1), styled(1058, 3), styled(0.5, 1)),
        (styled(-5, 1), styled(20240131, 1), styled(99999999, 1)),
        (xlsx.error("#DIV/0!"), Raw('<c t="b" {r}><v>1</v></c>')),
        (Raw("<c {r}><f>SUM(A1:A9)</f></c>"), Raw("<c {r}><f>1+1</f><v>2</v></c>")),
        (Raw('<c t="str" {r}><f>A1</f><v>7</v></c>'), Raw('<c t="str" {r}><f>A1</f><v></v></c>')),
        (Raw("<c {r}><v>0.30000000000000004</v></c>"), Raw("<c {r}><v>0.3333333333333333</v></c>")),
        (Raw('<c t="inlineStr" {r}><is><r><t>4</t></r><r><t>5</t></r></is></c>'),),
        (Raw('<c t="inlineStr" {r}><is><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></is></c>'),),
        (Raw('<c t="inlineStr" {r}><is><t>a_x000D_\nb</t></is></c>'), Raw('<c t="d" {r}><v>2024-02-01</v></c>')),
        (Raw('<c s="0" {r}/>'), None, 5),
    ],
)
def test_two_readings_of_an_honest_cell_agree(cells: tuple[xlsx.Cell, ...]) -> None:
    """Numbers, texts, dates, percentages, errors, formulas with and without a result."""
    assert [] == told(with_value(*cells))


def test_two_readings_of_the_forms_agree() -> None:
    """With their formulas, merged cells, conditions and notes."""
    assert [] == told(form_of(partly_answered(), "justice"))


def as_text(value: str) -> SheetCell:
    """A cell of text."""
    return SheetCell(CellKind.TEXT, value)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        (SheetCell(CellKind.NUMBER, Decimal(5)), SheetCell(CellKind.NUMBER, Decimal(5)), True),
        (SheetCell(CellKind.NUMBER, Decimal(5)), SheetCell(CellKind.NUMBER, Decimal(51)), False),
        (SheetCell(CellKind.NUMBER, Decimal("0.5")), SheetCell(CellKind.PERCENT, Decimal("0.5")), False),
        (SheetCell(CellKind.NUMBER, Decimal(45000)), SheetCell(CellKind.DATE, dt.date(2023, 3, 15)), False),
        (SheetCell(CellKind.NUMBER, Decimal("164.111"), "0"), SheetCell(CellKind.NUMBER, Decimal("164.111")), False),
        (
            SheetCell(CellKind.NUMBER, Decimal(5000), "#,##0,"),
            SheetCell(CellKind.NUMBER, Decimal(5000), "#,##0"),
            False,
        ),
        (
            SheetCell(CellKind.PERCENT, Decimal("0.554"), "0%"),
            SheetCell(CellKind.PERCENT, Decimal("0.554"), "0.0%"),
            False,
        ),
        (
            SheetCell(CellKind.NUMBER, Decimal(5), "#,##0_);(#,##0)"),
            SheetCell(CellKind.NUMBER, Decimal(5), "#,##0 ;(#,##0)"),
            True,
        ),
        (SheetCell(CellKind.NUMBER, Decimal(5), "0"), SheetCell(CellKind.NUMBER, Decimal(5)), True),
        (as_text("55"), as_text("5"), False),
        (as_text("5"), SheetCell(CellKind.NUMBER, Decimal(5)), False),
        (as_text("5"), None, False),
        (None, as_text("5"), False),
        (None, None, True),
        (None, as_text("_x000D_ "), True),
        (as_text("a\nb"), as_text("a_x000D_\nb"), True),
        (as_text("_x000D_"), as_text("_x000D_"), True),
        (as_text("a_b"), as_text("a_c"), False),
        (SheetCell(CellKind.UNCALCULATED, ""), None, True),
        (SheetCell(CellKind.UNCALCULATED, ""), SheetCell(CellKind.NUMBER, Decimal(0)), True),
        (SheetCell(CellKind.UNCALCULATED, ""), SheetCell(CellKind.NUMBER, Decimal(7)), False),
        (SheetCell(CellKind.DATE, dt.date(1899, 12, 30)), SheetCell(CellKind.DATE, "12:00:00"), True),
        (SheetCell(CellKind.DATE, dt.date(2024, 2, 1)), SheetCell(CellKind.DATE, dt.date(2028, 2, 2)), False),
    ],
)
def test_readings_differ_by_value_or_by_what_is_shown(
    ours: SheetCell | None, theirs: SheetCell | None, *, same: bool
) -> None:
    """A percentage is no number, a text no figure; a result that nobody calculated is none."""
    assert same is is_same(ours, theirs)


def test_a_difference_is_an_error_at_its_cell_with_both_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever of the two is wrong."""
    from reportgen.project import second  # its reader is taken away

    monkeypatch.setattr(second, "as_cell", lambda cell: as_text("6" if cell.value == 4 else " "))
    found = [one for one in read_again(with_value(3, 4), "x.xlsx") if one.place and one.place.cell in {"C2", "D2"}]

    assert [("RG234", "x.xlsx:Indicators!C2"), ("RG234", "x.xlsx:Indicators!D2")] == [
        (one.code, str(one.place)) for one in found
    ]
    assert "read as the number 3, and by a second reader as the text “ ”" in found[0].message
    assert "read as the number 4, and by a second reader as the text “6”" in found[1].message


def test_a_reading_is_named_by_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A percentage as it is shown; what nobody calculated is nothing."""
    from reportgen.project import second  # its reader is taken away

    other = {3: SheetCell(CellKind.UNCALCULATED, ""), 4: as_text("some"), 5: SheetCell(CellKind.TRUTH, value=True)}
    monkeypatch.setattr(second, "as_cell", lambda cell: other.get(cell.value, as_text("a head")))
    found = [one for one in read_again(with_value(3, styled(4, 2), 5), "x.xlsx") if one.place]
    said = {one.place.cell: one.message.partition("read as ")[2] for one in found if one.place}

    assert [
        "the number 3, and by a second reader as nothing",
        "400 per cent, and by a second reader as the text “some”",
        "the number 5, and by a second reader as the truth value “True”",
    ] == [said[cell] for cell in ("C2", "D2", "E2")]


def test_every_sheet_of_any_workbook_is_read() -> None:
    """Also one that is no submission, for the comparison of the two readings over a corpus (`benchmarks/`)."""
    data = book({"Prices": (("Year", 2023), ("Price", 1.5)), "Empty": ()})
    sheets = read_every_sheet(data, "x.xlsx")

    assert ["Prices", "Empty"] == [sheet.title for sheet in sheets]
    assert [{"A1": "Year", "B1": 2023, "A2": "Price", "B2": Decimal("1.5")}, {}] == [
        {at_cell(Place("x.xlsx"), "", at).cell: sheet.rows[at[0]][at[1]].value for at in cells_in(sheet.rows)}
        for sheet in sheets
    ]
    assert () == compare(data, Place("x.xlsx"), sheets)


def test_a_difference_keeps_a_file_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits among the refused ones, and what was in force stays."""
    from reportgen.project import second  # its reader is taken away

    root = make_project(tmp_path / "project")
    sheets = {"About": (("Agency", "justice"),), "Replies": (("Issue", "Text"), (1, "Victims were paid."))}
    file = tmp_path / "reply.xlsx"
    file.write_bytes(book(sheets))
    assert Outcome.ACCEPTED is receive_file(root, file, "replace").outcome
    monkeypatch.setattr(second, "as_cell", lambda cell: as_text(f"{cell.value}1"))
    received = receive_file(root, file, "replace")

    assert Outcome.REFUSED is received.outcome
    assert received.filing is not None
    assert "refused" == received.filing.folder.name


def test_a_workbook_that_openpyxl_cannot_open_gets_a_remark() -> None:
    """A strict one is known by its namespaces; of others, the kind of trouble is said."""
    strict = {
        name: content.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in parts_of(xlsx.SHEETS).items()
    }
    assert [("RG235", None)] == told(zipped(strict))
    assert "it is saved as “Strict Open XML”" in read_again(zipped(strict), "x.xlsx")[0].message
    odd = parts_of(xlsx.SHEETS)["xl/styles.xml"].replace(
        "<cellStyleXfs>", "<fonts><font><sz val='large'/></font></fonts><cellStyleXfs>"
    )
    (found,) = read_again(book(replace={"xl/styles.xml": odd}), "x.xlsx")
    assert ("RG235", "x.xlsx") == (found.code, str(found.place))
    assert "openpyxl cannot open it (TypeError)" in found.message


def test_what_the_first_reader_refuses_is_not_read_again() -> None:
    """Nothing unchecked reaches another library."""
    assert [] == told(b"PK\x03\x04 no zip")
    assert [] == told(book(replace={"xl/evil.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}))


def test_only_what_was_checked_is_handed_on() -> None:
    """Other parts, such as pictures, are left out, whatever they hold."""
    assert [] == told(book(replace={"xl/media/image1.png": b"no picture"}))


def test_check_does_not_load_openpyxl(tmp_path: Path) -> None:
    """Only a workbook that is received is read twice."""
    root = make_project(tmp_path / "project")
    (root / "submissions" / "justice.yaml").unlink()
    (root / "submissions" / "justice.xlsx").write_bytes(
        book({"About": (("Agency", "justice"),), "Replies": xlsx.REPLIES})
    )
    code = (
        "import sys\nfrom pathlib import Path\nfrom reportgen.pipeline import check_project\n"
        f"check_project(Path({str(root)!r}))\nprint('openpyxl' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "False\n" == done.stdout
