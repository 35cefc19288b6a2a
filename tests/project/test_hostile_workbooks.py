"""Workbooks that no office program writes: each is refused with one diagnostic, and none harms the reader."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest
import xlsx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlsx import MAIN, SHEETS, book, parts_of, read, zipped

from reportgen import limits
from reportgen.project import read_submission

SHEET = "xl/worksheets/sheet3.xml"


def only_code(data: bytes) -> str:
    """The code of the one diagnostic that a refused workbook has."""
    result = read(data)

    assert result.submission is None
    assert len(result.diagnostics) == 1
    assert result.diagnostics[0].place is not None
    return result.diagnostics[0].code


def with_sheet(body: str, around: str = "{}") -> bytes:
    """A workbook whose sheet Indicators has this XML between its first and its last tag."""
    return book(replace={SHEET: around.format(f'<worksheet xmlns="{MAIN}">{body}</worksheet>')})


def with_cell(cell: str) -> bytes:
    """A workbook with one cell, as XML, in a row 2 of its sheet Indicators."""
    return with_sheet(f'<sheetData><row r="1"/><row r="2">{cell}</row></sheetData>')


def renamed(old: str, new: str) -> bytes:
    """A workbook in whose zip a name was overwritten by one of the same length, in both of its lists."""
    return book(replace={old: "<a/>"}).replace(old.encode(), new.encode())


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "RG130"),
        (b"%PDF-1.7", "RG131"),
        (b"<html><table>", "RG131"),
        (b"<?xml version='1.0'?><Workbook>", "RG131"),
        (b"Key;2023\ncases;384", "RG131"),
        (b"\x00\x01\x02", "RG131"),
        (b"PK\x05\x06" + b"\0" * 18, "RG131"),
        (b"PK\x03\x04", "RG132"),
    ],
)
def test_what_is_no_workbook_is_named(start: bytes, code: str) -> None:
    """The first bytes tell what a file is, not its name."""
    assert code == only_code(start)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "macros"),
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "macros"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "Word"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", "template"),
    ],
)
def test_the_content_type_counts_not_the_ending(kind: str, said: str) -> None:
    """A renamed .xlsm, .xlsb, .docx or .xltx is named as what it is."""
    parts = parts_of(SHEETS)
    types = parts["[Content_Types].xml"]
    main = types.split('ContentType="')[-1].split('"')[0]
    result = read(zipped({**parts, "[Content_Types].xml": types.replace(main, kind)}))

    assert ["RG131"] == [found.code for found in result.diagnostics]
    assert said in result.diagnostics[0].message


def test_another_zip_is_no_workbook() -> None:
    """A zip without the parts of a workbook is refused."""
    assert only_code(zipped({"mimetype": "application/vnd.oasis", "content.xml": "<a/>"})) in {"RG131", "RG132"}


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil.xml", "xl/../../evil.xml", "C:/evil.xml", "xl\\evil.xml"])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    """Nothing in a workbook may name a file outside it."""
    placeholder = "x" * (len(name) - 4) + ".xml"

    assert only_code(renamed(placeholder, name)) in {"RG133", "RG132"}


def test_doubled_names_are_refused() -> None:
    """Of two parts with one name, different programs would read different ones."""
    assert only_code(book(replace={"XL/Workbook.xml": "<a/>"})) == "RG133"


def test_an_encrypted_entry_is_refused() -> None:
    """An entry that says it is encrypted is not read."""
    data = bytearray(book())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1

    assert only_code(bytes(data)) == "RG133"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing_is_refused(method: int) -> None:
    """Workbooks are stored or deflated."""
    assert only_code(zipped(parts_of(SHEETS), method)) == "RG133"


def test_overlapping_entries_are_refused() -> None:
    """Many names for the same packed bytes are a bomb."""
    data = zipped({"a.xml": "<a>" + "x" * 10_000 + "</a>"}, zipfile.ZIP_STORED)
    end = data.rfind(b"PK\x05\x06")
    start = data.find(b"PK\x01\x02")
    listed = data[start:end]
    again = b"".join(listed.replace(b"a.xml", f"{letter}.xml".encode()) for letter in "abcdefgh")
    tail = data[end:].replace(struct.pack("<HHL", 1, 1, len(listed)), struct.pack("<HHL", 8, 8, len(again)))

    assert only_code(data[:start] + again + tail) in {"RG132", "RG133"}


def test_more_entries_than_a_workbook_has_are_refused() -> None:
    """Thousands of parts are no workbook."""
    assert only_code(book(replace={f"x{number}.bin": "" for number in range(limits.ZIP_ENTRIES)})) == "RG133"


def test_unpacked_bytes_are_counted_not_believed() -> None:
    """A part that unpacks to more than is allowed is stopped while it streams, also one that lies about its size."""
    data = book(replace={"xl/media.xml": b" " * (limits.ZIP_PART_BYTES + 1)})
    lying = data.replace(struct.pack("<L", limits.ZIP_PART_BYTES + 1), struct.pack("<L", 100))

    assert only_code(data) == "RG134"
    assert only_code(lying) in {"RG132", "RG134"}


def test_all_parts_together_are_bounded() -> None:
    """Parts that are each within the bound are counted together."""
    third = b" " * (limits.ZIP_TOTAL_BYTES // 3 + 1)

    assert only_code(book(replace={f"xl/{number}.xml": third for number in range(3)})) == "RG134"


def test_what_is_not_xml_is_not_unpacked() -> None:
    """A picture, a macro or a printer's settings are left packed, whatever they hold."""
    assert () == read(book(replace={"xl/media/image1.png": b" " * (limits.ZIP_PART_BYTES + 1)})).diagnostics


LAUGHS = '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;">]>{}'
OUTSIDE = '<!DOCTYPE a SYSTEM "file:///etc/passwd">{}'


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "docProps/core.xml", "_rels/.rels"])
@pytest.mark.parametrize("around", [LAUGHS, OUTSIDE, "<!DOCTYPE a>{}"])
def test_a_document_type_is_refused_in_every_part(part: str, around: str) -> None:
    """No part may declare a document type, with or without entities."""
    content = parts_of(SHEETS).get(part, "<a/>")

    assert only_code(book(replace={part: around.format(content)})) == "RG133"


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "windows-1251", "UTF-7", "nonsense"])
def test_other_encodings_are_refused(encoding: str) -> None:
    """Parts are in UTF-8 or UTF-16."""
    assert only_code(with_sheet("", f'<?xml version="1.0" encoding="{encoding}"?>{{}}')) == "RG132"


@pytest.mark.parametrize(
    "body",
    [
        "<a>" * 64 + "</a>" * 64,
        "<a " + " ".join(f'b{number}="1"' for number in range(limits.XML_ATTRIBUTES + 1)) + "/>",
        f'<a b="{"x" * (limits.XML_TAG_BYTES + 1)}"/>',
    ],
    ids=["depth", "attributes", "tag"],
)
def test_bounds_of_xml_are_kept(body: str) -> None:
    """Depth, attributes and the length of a tag are bounded."""
    assert only_code(with_sheet(body)) == "RG135"


@pytest.mark.parametrize("body", ["<sheetData>", "<a></b>", "&undefined;", "\x01", "<a b='1' b='2'/>", "]]>"])
def test_broken_xml_is_refused(body: str) -> None:
    """A part that is not well-formed ends the reading of its workbook."""
    assert only_code(with_sheet(body)) == "RG132"


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A3"><v>1</v></c>',
        '<c r="A0"><v>1</v></c>',
        '<c r="XFE2"><v>1</v></c>',
        '<c r="ZZZZ2"><v>1</v></c>',
        '<c r="2A"><v>1</v></c>',
        '<c r=""><v>1</v></c>',
        '<c r="B2"><v>1</v></c><c r="A2"><v>1</v></c>',
        '<c r="A2"><v>1</v></c><c r="A2"><v>2</v></c>',
        '<c r="A2" t="s"><v>0</v></c>',
        '<c r="A2" t="s"><v>-1</v></c>',
        '<c r="A2" t="s"><v>9999999999999999</v></c>',
        '<c r="A2" s="99"><v>1</v></c>',
        '<c r="A2" s="x"><v>1</v></c>',
        '<c r="A2" t="vbscript"><v>1</v></c>',
    ],
)
def test_impossible_cells_are_refused(cell: str) -> None:
    """References beyond the format, out of order or doubled, and indexes to nothing, end the reading."""
    assert only_code(with_cell(cell)) == "RG132"


@pytest.mark.parametrize(
    "rows", ['<row r="2"/><row r="1"/>', '<row r="1"/><row r="1"/>', '<row r="1048577"/>', '<row r="x"/>']
)
def test_impossible_rows_are_refused(rows: str) -> None:
    """Rows ascend, are unique and exist."""
    assert only_code(with_sheet(f"<sheetData>{rows}</sheetData>")) == "RG132"


@pytest.mark.parametrize("written", ["NaN", "INF", "1e999", "9" * 5000, "0x10", "1,5", "٣"])
def test_impossible_numbers_are_no_figures(written: str) -> None:
    """A number cell that holds no finite decimal number gives no figure."""
    result = read(xlsx.with_value(xlsx.Raw(f"<c {{r}}><v>{written}</v></c>")))

    assert {"RG154", "RG156"} & {found.code for found in result.diagnostics}


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: parts.pop(SHEET),
        lambda parts: parts.pop("xl/_rels/workbook.xml.rels"),
        lambda parts: parts.pop("xl/workbook.xml"),
        lambda parts: parts.pop("[Content_Types].xml"),
        lambda parts: parts.pop("_rels/.rels"),
        lambda parts: parts.update({SHEET: ""}),
        lambda parts: parts.update({"xl/workbook.xml": "<workbook/>"}),
    ],
)
def test_missing_parts_are_said(change: Callable[[dict[str, str]], object]) -> None:
    """A workbook that lacks a part of itself is damaged, or is none."""
    parts = parts_of(SHEETS)
    change(parts)

    assert only_code(zipped(parts)) in {"RG131", "RG132", "RG141"}


def test_a_sheet_outside_the_workbook_is_not_followed() -> None:
    """A relation that leads out of the file is as if it were not there."""
    relations = parts_of(SHEETS)["xl/_rels/workbook.xml.rels"]
    outside = relations.replace('Target="worksheets/sheet3.xml"', 'Target="http://example.org/x" TargetMode="External"')

    assert only_code(book(replace={"xl/_rels/workbook.xml.rels": outside})) == "RG132"


@pytest.mark.parametrize(
    "extra", ["<mergeCells><mergeCell ref='A9:XFD1048576'/></mergeCells>", "<hyperlinks/>", "<drawing/>"]
)
def test_merges_links_and_pictures_are_not_followed(extra: str) -> None:
    """What a submission does not need costs nothing."""
    sheet = parts_of(SHEETS)[SHEET].replace("</worksheet>", f"{extra}</worksheet>")

    assert () == read(book(replace={SHEET: sheet})).diagnostics


def test_a_million_formatted_rows_are_as_nothing() -> None:
    """Rows that hold formats alone are read over; the far-away cell is read with its place."""
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(10, 60_000))
    sheet = parts_of(SHEETS)[SHEET].replace("</sheetData>", f"{rows}</sheetData>")

    assert () == read(book(replace={SHEET: sheet})).diagnostics


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_damage_never_ends_in_anything_but_a_diagnostic(data: st.DataObject) -> None:
    """A workbook cut off or changed at any byte is read, or refused with a diagnostic."""
    whole = bytearray(book())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    result = read(bytes(whole[:cut] if data.draw(st.booleans()) else whole))

    assert result.submission is not None or result.diagnostics


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(parts_of(SHEETS))), st.data())
def test_damaged_parts_never_end_in_anything_but_a_diagnostic(part: str, data: st.DataObject) -> None:
    """A part with any of its bytes changed is read, or refused with a diagnostic."""
    content = bytearray(parts_of(SHEETS)[part].encode())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    result = read(book(replace={part: bytes(content)}))

    assert result.submission is not None or result.diagnostics


def test_trailing_bytes_do_not_matter() -> None:
    """A zip with bytes after its end is read as Excel reads it."""
    assert () == read(book() + b"\0" * 100).diagnostics


def test_streamed_zips_are_read() -> None:
    """A zip that was written without seeking, with its sizes behind its entries, is read."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            chunk = bytes(data)  # type: ignore[call-overload]  # any buffer
            self.data += chunk
            return len(chunk)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(SHEETS).items():
            archive.writestr(name, content)

    assert () == read(bytes(pipe.data)).diagnostics


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (with_sheet("<sheetData><row r='2'/><row r='1'/></sheetData>"), "Indicators", "(in the sheet “Indicators”)"),
        (book(replace={"xl/sharedStrings.xml": "<sst><si>"}), None, "(in the texts of the cells)"),
        (book(replace={"docProps/app.xml": "<a>" * 65 + "</a>" * 65}), None, "(in the properties)"),
        (book(replace={"xl/unheard.xml": "<a>"}), None, "(in something that is not shown)"),
    ],
)
def test_a_part_is_called_what_people_see_of_it(data: bytes, place: str | None, words: str) -> None:
    """Its sheet by the name on the tab; nobody is told the names of files within a workbook."""
    (found,) = read_submission(data, "x.xlsx").diagnostics

    assert found.place is not None
    assert place == found.place.sheet
    assert words in found.message
    assert ".xml" not in found.message
