"""Small builder of .xlsx files, part by part, so that tests can make what no spreadsheet program would write."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from reportgen.project import ReadSubmission, read_submission

NAME = "submissions/health.xlsx"
"""Where a workbook is read from."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NEWER = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_SHARED = "http://schemas.microsoft.com/office/excel/2006/main"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class Raw(str):
    """XML of a whole cell but for its reference: `Raw('<c t="b" {r}><v>1</v></c>')`."""

    __slots__ = ()


Cell = str | int | float | Raw | None
Rows = Sequence[Sequence[Cell]]
Sheets = Mapping[str, Rows]


def columns(number: int) -> str:
    """The letter of a column below 27."""
    return chr(ord("A") + number - 1)


def error(text: str) -> Raw:
    """A cell with an error."""
    return Raw(f'<c t="e" {{r}}><v>{text}</v></c>')


def styled(value: object, style: int) -> Raw:
    """A number cell with a style: 1 is a date, 2 a percentage, 3 an accounting format."""
    return Raw(f'<c s="{style}" {{r}}><v>{value}</v></c>')


RAISED, LOWERED, STRUCK = '<vertAlign val="superscript"/>', '<vertAlign val="subscript"/>', "<strike/>"
"""What a font says of its text."""


def run_xml(text: str, font: str = "") -> str:
    """One run of a rich text."""
    properties = f"<rPr>{font}</rPr>" if font else ""
    return f'<r>{properties}<t xml:space="preserve">{escape(text)}</t></r>'


def rich(*runs: tuple[str, str]) -> Raw:
    """A cell with a text in runs, each with what its font says."""
    return Raw(f'<c t="inlineStr" {{r}}><is>{"".join(run_xml(*run) for run in runs)}</is></c>')


def styles_xml(*looks: tuple[str, str], dxfs: str = "") -> str:
    """The part of styles in which style 1, 2, … has these formats and fonts.

    Args:
        looks: the code of the number format, and what the font says.
        dxfs: of conditional formatting.
    """
    every = (("General", ""), *looks)
    formats = "".join(
        f'<numFmt numFmtId="{164 + number}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for number, (code, _) in enumerate(every)
    )
    fonts = "".join(f"<font>{font}</font>" for _, font in every)
    styles = "".join(f'<xf numFmtId="{164 + number}" fontId="{number}"/>' for number in range(len(every)))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><fonts>{fonts}</fonts>'
        f"<cellXfs>{styles}</cellXfs><dxfs>{dxfs}</dxfs></styleSheet>"
    )


def with_looks(
    *cells: tuple[object, str, str],
    unit: str = "case / cases",
    dxfs: str = "",
    replace: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook with one indicator whose values for 2020, 2021 … are numbers with a format and a font.

    Args:
        cells: the number as the file holds it, the code of its format, and what its font says.
        unit: of the indicator.
        dxfs: formats of conditional formatting.
        replace: parts to take the place of others.
    """
    years = range(2020, 2020 + len(cells))
    values = (styled(value, number) for number, (value, _, _) in enumerate(cells, 1))
    rows: Rows = (("Key", "Unit", *years), ("cases", unit, *values))
    styles = styles_xml(*((code, font) for _, code, font in cells), dxfs=dxfs)
    return book({**SHEETS, "Indicators": rows}, replace={"xl/styles.xml": styles, **(replace or {})})


def with_rule(rule: str, code: str, area: str, *, is_extension: bool = False) -> bytes:
    """A workbook with one figure, 1431 in C2, and conditional formatting.

    Args:
        rule: as XML; the formatting of number 1 has the number format.
        code: of that format.
        area: where the rule holds.
        is_extension: whether it is written as Excel writes what came after its first version.
    """
    dxfs = f'<dxf><font><b/></font></dxf><dxf><numFmt numFmtId="170" formatCode="{code}"/></dxf>'
    rows: Rows = (("Key", "Unit", 2020), ("cases", "case / cases", styled(1431, 1)))
    added = f'<conditionalFormatting sqref="{area}">{rule}</conditionalFormatting>'
    if is_extension:
        added = (
            f'<extLst><ext xmlns:x14="{_NEWER}"><x14:conditionalFormattings><x14:conditionalFormatting>{rule}'
            f'<xm:sqref xmlns:xm="{_SHARED}">{area}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>'
            "</ext></extLst>"
        )
    sheet = sheet_xml(rows).replace("</worksheet>", f"{added}</worksheet>")
    styles = styles_xml(("0", ""), dxfs=dxfs)
    return book({**SHEETS, "Indicators": rows}, replace={"xl/styles.xml": styles, "xl/worksheets/sheet3.xml": sheet})


def sheet_xml(rows: Rows) -> str:
    """A worksheet part."""
    body = "".join(
        f'<row r="{number}">' + "".join(_cell(cell, number, column) for column, cell in enumerate(row, 1)) + "</row>"
        for number, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def _cell(cell: Cell, row: int, column: int) -> str:
    reference = f'r="{columns(column)}{row}"'
    match cell:
        case None:
            return ""
        case Raw():
            return cell.format(r=reference)
        case str():
            return f'<c t="inlineStr" {reference}><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
        case _:
            return f"<c {reference}><v>{cell!r}</v></c>"


def parts_of(
    sheets: Sheets, *, workbook_attributes: str = "", states: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The parts of a workbook by their names."""
    shown = states or {}
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" state="{shown.get(name, "visible")}" r:id="r{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 10, 164))
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><workbookPr {workbook_attributes}/>'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
        f'<Relationship Id="s" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" '
        'formatCode="_(* #,##0_);_(* \\(#,##0\\);_(* &quot;-&quot;??_);_(@_)"/></numFmts>'
        f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>",
        **{f"xl/worksheets/sheet{number}.xml": sheet_xml(rows) for number, rows in enumerate(sheets.values(), 1)},
    }


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook, or of a Word file, by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of parts; the same parts give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


ABOUT: Rows = (("Agency", "health"), ("Date", "2024-01-31"), ("Contact", "A. Person"))
REPLIES: Rows = (("Issue", "Text"), (1, "One."))
INDICATORS: Rows = (("Key", "Label", "Unit", 2022, 2023), ("cases", "cases", "case / cases", 3, 4))
SHEETS: Sheets = {"About": ABOUT, "Replies": REPLIES, "Indicators": INDICATORS}


def book(
    sheets: Sheets = SHEETS,
    *,
    replace: Mapping[str, str | bytes] | None = None,
    workbook_attributes: str = "",
    states: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook.

    Args:
        sheets: rows of cells by the names of sheets.
        replace: parts to take the place of its own, or to add.
        workbook_attributes: of `workbookPr`.
        states: `hidden` or `veryHidden` by the names of sheets.
    """
    parts: dict[str, str | bytes] = dict(parts_of(sheets, workbook_attributes=workbook_attributes, states=states))
    return zipped({**parts, **(replace or {})})


def with_indicators(*rows: Sequence[Cell], calculates_on_load: bool = False) -> bytes:
    """A workbook with these rows in Indicators, which may ask to be calculated when it is opened."""
    sheets = {**SHEETS, "Indicators": rows}
    listing = parts_of(sheets)["xl/workbook.xml"]
    asking = listing.replace("</workbook>", '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>')
    return book(sheets, replace={"xl/workbook.xml": asking} if calculates_on_load else None)


def with_value(*cells: Cell, unit: str = "case / cases") -> bytes:
    """A workbook with one indicator whose values for 2020, 2021 … are these cells."""
    years = range(2020, 2020 + len(cells))
    return with_indicators(("Key", "Unit", *years), ("cases", unit, *cells))


_TEXT_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def with_properties(properties: Mapping[str, str | int], sheets: Sheets = SHEETS) -> bytes:
    """A workbook with document properties of its own, such as those that are sent out have."""
    listed = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{escape(name)}">'
        + (f"<vt:i4>{value}</vt:i4>" if isinstance(value, int) else f"<vt:lpwstr>{escape(value)}</vt:lpwstr>")
        + "</property>"
        for number, (name, value) in enumerate(properties.items(), 2)
    )
    own = f'<Properties xmlns="{_OFFICE.replace("relationships", "custom-properties")}" xmlns:vt="{_TEXT_TYPES}">'
    relations = parts_of(sheets)["_rels/.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="r9" Type="{_OFFICE}/custom-properties" Target="docProps/custom.xml"/></Relationships>',
    )
    return book(sheets, replace={"docProps/custom.xml": f"{own}{listed}</Properties>", "_rels/.rels": relations})


def typed(data: bytes, sheet: str, cells: Mapping[str, str | int | float | None]) -> bytes:
    """A workbook into which somebody typed, cell by cell, as Excel would keep it; the cells must have a format.

    Args:
        data: the workbook.
        sheet: the name on the tab.
        cells: what is typed, by cell; None clears it.
    """
    parts = unzipped(data)
    listing = ET.fromstring(parts["xl/workbook.xml"])  # noqa: S314 - our own workbook
    relation = next(one.get(f"{{{_OFFICE}}}id") for one in listing.iter(f"{{{MAIN}}}sheet") if one.get("name") == sheet)
    relations = ET.fromstring(parts["xl/_rels/workbook.xml.rels"])  # noqa: S314 - as above
    target = next(str(one.get("Target")) for one in relations if one.get("Id") == relation)
    name = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    text = parts[name].decode()
    for cell, value in cells.items():
        text, count = re.subn(
            rf'<c r="{cell}"( s="\d+")?(?: t="\w+")?(?:/>|>.*?</c>)',
            lambda found, cell=cell, value=value: _typed_cell(cell, found[1] or "", value),  # type: ignore[misc] # bound
            text,
            flags=re.DOTALL,
        )
        assert count == 1, f"{sheet}!{cell} has no format"
    return zipped({**parts, name: text})


def _typed_cell(cell: str, style: str, value: str | float | None) -> str:
    if value is None:
        return f'<c r="{cell}"{style}/>'
    if isinstance(value, str):
        return f'<c r="{cell}"{style} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{cell}"{style}><v>{value!r}</v></c>'


def read(data: bytes) -> ReadSubmission:
    """Read a workbook."""
    return read_submission(data, NAME)


def codes(data: bytes) -> list[tuple[str, str | None]]:
    """The codes of what is said of a workbook, with their cells."""
    return [(one.code, one.place.cell if one.place else None) for one in read(data).diagnostics]
