"""Ranges, hidden rows and drawn objects of a sheet, each read by itself: where one lies is where a reader looks."""

import pytest

from reportgen.diagnostics import Place
from reportgen.files.xml import XmlPart
from reportgen.project.beside import Beside, kind_of_program, read_beside
from reportgen.project.layout import Area, parse_area, read_layout


def part(xml: str) -> XmlPart:
    """A part of a workbook."""
    return XmlPart(xml.encode(), "xl/part.xml", Place("x.xlsx", sheet="Indicators"))


@pytest.mark.parametrize(
    ("written", "area"),
    [
        ("B2", Area(2, 2, 2, 2)),
        ("B2:D9", Area(2, 2, 9, 4)),
        ("$B$2:$D$9", Area(2, 2, 9, 4)),
        ("A1:XFD1048576", Area(1, 1, 1_048_576, 16_384)),
        ("A1:A1048577", None),
        ("A1:XFE1", None),
        ("D2:B9", None),
        ("B9:D2", None),
        ("B0", None),
        ("B02", None),
        ("b2", None),
        ("B2:", None),
        ("2", None),
        ("", None),
    ],
)
def test_a_range_is_read_as_excel_writes_it(written: str, area: Area | None) -> None:
    """From its first row and column to its last, within the bounds of a sheet; nothing else is a range."""
    assert area == parse_area(written)


def test_hidden_rows_that_follow_each_other_are_one_span() -> None:
    """Also where a row does not say its number: it follows the one before."""
    rows = '<row r="2" hidden="1"/><row hidden="true"/><row r="4"/><row r="5" hidden="1"/><row r="7" hidden="1"/>'
    columns = '<cols><col min="3" max="4" hidden="1"/><col min="6" hidden="1"/><col min="7" max="7"/></cols>'
    layout = read_layout(part(f"<worksheet>{columns}<sheetData>{rows}</sheetData></worksheet>"))

    assert ((2, 3), (5, 5), (7, 7)) == tuple(map(tuple, layout.hidden_rows))
    assert ((3, 4),) == tuple(map(tuple, layout.hidden_columns))


ANCHOR = "<from><col>6</col><row>3</row></from>"


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        (f"<oneCellAnchor>{ANCHOR}<pic/></oneCellAnchor>", [Beside("a picture", (4, 7))]),
        ("<absoluteAnchor><pic/></absoluteAnchor>", [Beside("a picture")]),
        ("<oneCellAnchor><from><col>x</col></from><pic/></oneCellAnchor>", [Beside("a picture", (1, 1))]),
        (f"<twoCellAnchor>{ANCHOR}<sp/><pic/><pic/></twoCellAnchor>", [Beside("a drawn shape and a picture", (4, 7))]),
        (f"<twoCellAnchor>{ANCHOR}<sp/><p><t>No</t><t>te</t></p><p><t> 1 </t></p></twoCellAnchor>", "a text box"),
        (f"<twoCellAnchor>{ANCHOR}<pic/><p><t>No</t><t>te</t></p><p><t> 1 </t></p></twoCellAnchor>", "a picture"),
        (f'<twoCellAnchor>{ANCHOR}<graphicData uri="x/other"/></twoCellAnchor>', [Beside("an object", (4, 7))]),
        (f'<twoCellAnchor>{ANCHOR}<graphicData uri="x/slicer"/></twoCellAnchor>', [Beside("a slicer", (4, 7))]),
        (
            f'<twoCellAnchor>{ANCHOR}<graphicData uri="2012/timeslicer"/></twoCellAnchor>',
            [Beside("a timeline", (4, 7))],
        ),
        (f"<twoCellAnchor>{ANCHOR}<sp/><compatExt/></twoCellAnchor>", []),
        (f"<twoCellAnchor>{ANCHOR}</twoCellAnchor>", []),
        (f"<twoCellAnchor>{ANCHOR}<Fallback><pic/></Fallback></twoCellAnchor>", []),
    ],
)
def test_an_object_is_known_by_its_kind_its_place_and_its_words(anchor: str, expected: list[Beside] | str) -> None:
    """Nothing is the frame of a control, which the sheet itself names, or what older programs are to show."""
    told = expected if isinstance(expected, list) else [Beside(expected, (4, 7), "Note 1")]

    assert told == read_beside("drawing", part(f"<wsDr>{anchor}</wsDr>"))


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<comment ref="E2"><text><t> A</t><t>b </t></text></comment>', [Beside("a comment", (2, 5), "Ab")]),
        ('<threadedComment ref="E2"><text>Ab</text></threadedComment>', []),
        ('<comment ref="?"><text><t>Ab</t></text></comment>', [Beside("a comment", None, "Ab")]),
        ('<comment ref="E2"><text><t> </t></text></comment>', []),
    ],
)
def test_a_comment_stands_at_its_cell(xml: str, expected: list[Beside]) -> None:
    """One without words says nothing, and of one whose cell cannot be read the words are told all the same."""
    assert expected == read_beside("comments", part(f"<comments>{xml}</comments>"))


@pytest.mark.parametrize(
    ("program", "kind"),
    [
        ("Word.Document.12", "an embedded Word document"),
        ("Excel.Sheet.12", "an embedded workbook"),
        ("AcroExch.Document", "an embedded PDF"),
        ("Forms.CheckBox.1", "an embedded file or control"),
    ],
)
def test_an_embedded_file_is_known_by_its_program(program: str, kind: str) -> None:
    """By the name that the program gives itself."""
    assert kind == kind_of_program(program)
