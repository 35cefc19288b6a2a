"""Sheets of a submission as people and programs leave them: what must not matter, and what is said."""

import io

import openpyxl
import pytest
import xlsx
from xlsx import MAIN, NAME, Raw, Rows, book, parts_of, read, zipped

from reportgen.diagnostics import Severity
from reportgen.model import Indicator, Period, Reply, Submission
from reportgen.project import ReadSubmission, read_submission

USUAL = read_submission(book(), NAME).submission


def sheets(**changed: Rows) -> ReadSubmission:
    """Read a workbook in which some sheets are others."""
    return read(book({**xlsx.SHEETS, **changed}))


def sound(result: ReadSubmission) -> Submission:
    """What a workbook without errors holds."""
    assert not [found for found in result.diagnostics if found.severity is Severity.ERROR]
    assert result.submission is not None
    return result.submission


def test_the_usual_workbook_is_read() -> None:
    """Agency, contact, replies, indicators and values come out of the three sheets."""
    submission = sound(read(book()))

    assert (submission.agency, submission.contact) == ("health", "A. Person")
    assert submission.replies == (Reply(issue=1, text="One."),)
    assert {Period.of_year(2022): 3, Period.of_year(2023): 4} == {
        period: one.value for period, one in submission.indicators["cases"].values.items()
    }


@pytest.mark.parametrize(
    "rows",
    [
        ((2023, "UNIT", "key", 2022, "Label"), (4, "case / cases", "cases", 3, "cases")),
        ((), ("Explanations stand here.",), (), *xlsx.INDICATORS, (), ("", " ")),
        ((None, *xlsx.INDICATORS[0]), (None, *xlsx.INDICATORS[1])),
        ((" Key *", "label:", "U n i t", "2022", " 2023 "), ("cases", "cases", "case / cases", 3, 4)),
        ((*xlsx.INDICATORS[0], "Our remark"), (*xlsx.INDICATORS[1], "checked")),
        (xlsx.INDICATORS[0], ("Courts",), xlsx.INDICATORS[1]),
    ],
    ids=["moved", "rows above and below", "columns before", "case and spaces", "own column", "heading"],
)
def test_where_columns_and_rows_stand_does_not_matter(rows: Rows) -> None:
    """Columns moved and added, rows left empty, heads typed otherwise: the submission is the same."""
    assert USUAL == sound(sheets(Indicators=rows))


@pytest.mark.parametrize("name", ["indicators", "INDICATORS", " Indicators ", "Indi cators"])
def test_sheets_are_found_without_regard_to_case_and_spaces(name: str) -> None:
    """A sheet's name may be typed as it comes."""
    assert USUAL == sound(read(book({"About": xlsx.ABOUT, "REPLIES": xlsx.REPLIES, name: xlsx.INDICATORS})))


def test_extra_sheets_do_no_harm() -> None:
    """Sheets of one's own beside the three are left alone."""
    assert USUAL == sound(read(book({"Start here": (("Hello",),), **xlsx.SHEETS, "Sheet4": (("x",),)})))


def test_a_workbook_of_replies_alone_is_enough() -> None:
    """An agency without figures needs no sheet Indicators, if no other sheet could be meant by it."""
    assert () == read(book({"About": xlsx.ABOUT, "Replies": xlsx.REPLIES})).diagnostics


def test_parts_find_their_whole_in_any_order() -> None:
    """Rows may be sorted: a part may stand above the indicator that it is part of."""
    rows: Rows = (
        ("Key", "Part of", "Label", "By", "Exhaustive", 2023),
        (None, "cases", "woman / women", "sex", "no", 1),
        ("cases", None, "cases", None, None, 4),
        (None, "cases", "on grounds of age", "age", None, 2),
    )
    indicator = sound(sheets(Indicators=rows)).indicators["cases"]

    assert [part.called(one=False) for part in indicator.breakdown] == ["women", "on grounds of age"]
    assert [part.by for part in indicator.breakdown] == ["sex", "age"]
    assert not indicator.is_exhaustive("sex")
    assert indicator.is_exhaustive("age")


def test_all_fields_of_an_indicator_are_read() -> None:
    """Every column reaches its field."""
    rows: Rows = (
        ("Key", "Label", "Unit", "Measure", "Issue", "Exhaustive", "Source", "Report", "Show", "Breaks", "Share", 2023),
        ("c", "cases", "Currency T", "Stock", "1", "no", "Form 10", "Table", "Million", "2021: new form", "a of b", 5),
    )
    indicator = sound(sheets(Indicators=rows)).indicators["c"]

    expected = {
        "label": "cases",
        "unit": {"currency": "T"},
        "measure": "stock",
        "issue": 1,
        "exhaustive": False,
        "source": "Form 10",
        "report": "table",
        "show": "million",
        "breaks": {"2021": "new form"},
        "share": {"part": "a", "of": "b"},
        "values": {"2023": 5},
    }
    assert indicator == Indicator.model_validate(expected)


def test_rows_of_one_issue_are_paragraphs_in_their_order() -> None:
    """Each row is a reply with its own place; a row without an issue goes on with the one above, and that is said."""
    result = sheets(Replies=(("Text", "Key", "Issue"), ("One.", "first", 1), ("Two.", None, None), ("Three.", None, 1)))

    assert [(reply.issue, reply.text, reply.key) for reply in sound(result).replies] == [
        (1, "One.", "first"),
        (1, "Two.", None),
        (1, "Three.", None),
    ]
    assert ["RG169"] == [found.code for found in result.diagnostics]
    assert str(result.places.find(("replies", 1, "text"))) == f"{NAME}:Replies!A3"


def test_issues_without_text_are_no_replies() -> None:
    """A row that was sent out with its issue and came back without text says nothing."""
    assert [reply.text for reply in sound(sheets(Replies=(("Issue", "Text"), (1, None), (2, "Two.")))).replies] == [
        "Two."
    ]


def test_each_value_knows_its_cell() -> None:
    """Places lead from the model to the cell."""
    places = read(book()).places

    assert str(places.exact(("agency",))) == f"{NAME}:About!B1"
    assert str(places.exact(("indicators", "cases"))) == f"{NAME}:Indicators!A2"
    assert str(places.exact(("indicators", "cases", "unit"))) == f"{NAME}:Indicators!C2"
    assert str(places.exact(("indicators", "cases", "values", "2023"))) == f"{NAME}:Indicators!E2"


def test_a_refused_field_is_named_at_its_cell() -> None:
    """What the model refuses is said where it stands in the workbook."""
    found = sheets(Indicators=(("Key", "Measure", 2023), ("1st case", "sum", 4))).diagnostics

    assert [(one.code, str(one.place)) for one in found] == [
        ("RG167", f"{NAME}:Indicators!B2"),
        ("RG207", f"{NAME}:Indicators!A2"),
    ]


@pytest.mark.parametrize(
    ("label", "offered", "codes"),
    [(None, "yes", ["RG214"]), ("cases", "yes", []), (None, None, []), ("=cases", None, [])],
)
def test_an_offered_row_with_figures_says_what_is_counted(
    label: str | None, offered: str | None, codes: list[str]
) -> None:
    """Its key is a number, "interior 3"; that of a row that the agency named itself is a name."""
    found = sheets(Indicators=(("Key", "Label", 2023, "Offered"), ("cases", label, 4, offered))).diagnostics

    assert codes == [one.code for one in found]


HEADS = ("Key", "Label", "Part of", 2023)
CASES, BANS = ("cases", "cases of theft", None, 9), ("bans", "bans", None, 9)


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        ((CASES, BANS, (None, "women", "Cases of theft", 4)), "cases"),
        ((CASES, BANS, (None, "women", "cases", 4)), "cases"),
        ((CASES, ("dv", "cases", None, 5), (None, "women", "cases", 4)), "cases"),
        ((CASES, ("dv", "Cases of theft", None, 5), (None, "women", "cases of theft", 4)), None),
        ((CASES, (None, "women", "cases of thefts", 4)), None),
    ],
)
def test_a_total_is_named_by_its_key_or_its_label(rows: Rows, whole: str | None) -> None:
    """People write what they read; where two rows have the label, they are asked for the key."""
    found = sheets(Indicators=(HEADS, *rows))
    parts = (
        {key: len(one.breakdown) for key, one in found.submission.indicators.items() if one.breakdown}
        if found.submission
        else {}
    )

    assert {whole: 1} == parts if whole else "RG164" in {one.code for one in found.diagnostics}


@pytest.mark.parametrize("head", ["Lable", "Part off"])
def test_a_head_that_was_probably_meant_is_a_warning(head: str) -> None:
    """A head that looks like one of the names is not passed over with a remark."""
    found = sheets(Indicators=(("Key", head), ("cases", 4))).diagnostics

    assert [(one.code, one.severity) for one in found] == [("RG143", Severity.WARNING)]


@pytest.mark.parametrize("label", ["agency", "AGENCY:", " Agency *"], ids=["lower case", "colon", "star"])
def test_labels_of_about_may_be_typed_as_they_come(label: str) -> None:
    """Explanations above, empty columns and other spellings do no harm."""
    about: Rows = (("Please fill in the cells on the right.",), (), (None, label, None, "health"))

    assert sound(sheets(About=about)).agency == "health"


PHONETIC = "<is><r><t>日</t></r><r><t>本</t></r><rPh sb='0' eb='1'><t>にほん</t></rPh></is>"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Raw("<c t='inlineStr' {r}><is><r><t>One</t></r><r><t xml:space='preserve'> two</t></r></is></c>"), "One two"),
        (Raw(f"<c t='inlineStr' {{r}}>{PHONETIC}</c>"), "日本"),
        (Raw("<c t='str' {r}><f>A1</f><v>One</v></c>"), "One"),
        (Raw("<c t='inlineStr' {r}><is><t>One,_x000D_\ntwo</t></is></c>"), "One,\ntwo"),
        (Raw("<c t='inlineStr' {r}><is><t>_x005F_x0041_</t></is></c>"), "_x0041_"),
        ("Қазақстан, 日本, العربية, हिन्दी, 😀", "Қазақстан, 日本, العربية, हिन्दी, 😀"),
        ("a & b < c > d \"e\" 'f'", "a & b < c > d \"e\" 'f'"),
        ("  One.\n\nTwo.  ", "One.\n\nTwo."),
        (2023, "2023"),
    ],
)
def test_text_is_read_as_it_was_meant(cell: str | int, text: str) -> None:
    """Rich text, formulas of text, escapes, scripts of the world and signs of XML arrive whole."""
    assert [text] == [reply.text for reply in sound(sheets(Replies=(("Issue", "Text"), (1, cell)))).replies]


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% include 'x' %}", "\\<script>x\\</script>", "=cmd|'/c calc'!A0"])
def test_text_that_looks_like_code_is_text(text: str) -> None:
    """Whatever an agency writes is data."""
    assert [text] == [reply.text for reply in sound(sheets(Replies=(("Issue", "Text"), (1, text)))).replies]


@pytest.mark.parametrize("character", ["_x0007_", "_xFFFE_", "_xD800_", "\u202e", "\u2028", "\ue000", "\ufffd"])
def test_forbidden_characters_are_named_at_their_cell(character: str) -> None:
    """Controls, turned text, halves of characters and private signs are refused, also where they are escaped."""
    found = sheets(Replies=(("Issue", "Text"), (1, f"a{character}b"))).diagnostics

    assert [("RG112", "B2")] == [(one.code, one.place.cell) for one in found if one.place]


def with_parts(**parts: str) -> bytes:
    """A workbook with some parts replaced; `__` stands for `/` and `_` for `.` in their names."""
    return book(replace={name.replace("__", "/").replace("_", "."): content for name, content in parts.items()})


def test_other_prefixes_of_the_namespace_are_read() -> None:
    """A program may write `x:c` for `c`."""
    sheet = parts_of(xlsx.SHEETS)["xl/worksheets/sheet3.xml"]
    prefixed = sheet.replace("xmlns=", "xmlns:x=").replace("</", "</x:")
    for tag in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
        prefixed = prefixed.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>")

    assert USUAL == sound(read(with_parts(xl__worksheets__sheet3_xml=prefixed)))


def test_strict_workbooks_are_read() -> None:
    """A workbook saved as Strict Open XML has other namespaces and the same cells."""
    parts = parts_of(xlsx.SHEETS)
    strict = {
        name: content.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in parts.items()
    }

    assert USUAL == sound(read(zipped(strict)))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_parts_may_have_a_byte_order_mark(encoding: str) -> None:
    """Parts are in UTF-8 or UTF-16, with their mark."""
    parts: dict[str, str | bytes] = {
        name: content.encode(encoding) for name, content in parts_of(xlsx.SHEETS).items() if name.startswith("xl/")
    }

    assert USUAL == sound(read(book(replace=parts)))


@pytest.mark.parametrize("dimension", ["A1", "A1:XFD1048576", "nonsense"])
def test_a_wrong_dimension_does_not_matter(dimension: str) -> None:
    """What a sheet says of its size is not believed."""
    sheet = parts_of(xlsx.SHEETS)["xl/worksheets/sheet3.xml"].replace(
        "<sheetData>", f'<dimension ref="{dimension}"/><sheetData>'
    )

    assert USUAL == sound(read(with_parts(xl__worksheets__sheet3_xml=sheet)))


def test_cells_without_references_stand_one_after_the_other() -> None:
    """References are optional in the format."""
    parts = parts_of(xlsx.SHEETS)
    bare = parts["xl/worksheets/sheet1.xml"]
    for reference in ("A1", "B1", "A2", "B2", "A3", "B3", "1", "2", "3"):
        bare = bare.replace(f' r="{reference}"', "")

    assert USUAL == sound(read(with_parts(xl__worksheets__sheet1_xml=bare)))


def saved_by_openpyxl() -> bytes:
    """The usual workbook as another library writes it, with shared texts, styles and a theme."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in xlsx.SHEETS.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    workbook["Indicators"].merge_cells("A10:Z400")
    workbook["Indicators"].auto_filter.ref = "A1:E2"
    workbook["Indicators"].row_dimensions[2].hidden = True
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def test_a_workbook_of_another_library_is_read_alike() -> None:
    """Merges, filters, hidden rows, shared texts and themes do not matter."""
    submission = sound(read(saved_by_openpyxl()))

    assert USUAL == submission


@pytest.mark.parametrize("second", ["2023", "2023 г.", "Year 2023"])
def test_a_year_with_a_word_is_the_same_column(second: str) -> None:
    """The second of two columns of one year is said to be doubled, whatever word stands beside its year."""
    found = read_submission(xlsx.with_indicators(("Key", 2023, second), ("cases", 4, 5)), "x.xlsx").diagnostics

    assert "RG144" in {one.code for one in found}
