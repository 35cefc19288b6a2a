"""The layout of a sheet: whatever stands where nothing is read, or is shown otherwise than read, is told."""

from collections.abc import Sequence

import pytest
import xlsx
from forms import form_of, head_row, heads, opened, partly_answered, wordless, writing_rows
from xlsx import Rows, book, parts_of, typed

from reportgen.diagnostics import Severity
from reportgen.project import ReadSubmission, read_submission

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741 - their first letters
HEADS = ("Key", "Label", "Unit", 2021, 2022, 2023)
CASES = ("cases", "cases", "case / cases", 3, 4, 5)
WOMEN = ("women", "women", "woman / women", 1, 2, 3)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read(data: bytes) -> ReadSubmission:
    """Read a workbook."""
    return read_submission(data, "x.xlsx")


def told(result: ReadSubmission, *codes: str) -> list[tuple[str, Severity, str]]:
    """Code, weight and place of what is said; of some codes only, where these are given."""
    return [
        (one.code, one.severity, str(one.place).removeprefix("x.xlsx:"))
        for one in result.diagnostics
        if not codes or one.code in codes
    ]


def indicators(*rows: Sequence[xlsx.Cell], after: str = "", before: str = "") -> ReadSubmission:
    """Read a workbook with these rows in Indicators, and XML around its cells."""
    part = xlsx.sheet_xml(rows).replace("<sheetData>", f"{before}<sheetData>")
    part = part.replace("</sheetData>", f"</sheetData>{after}")
    sheets = {**xlsx.SHEETS, "Indicators": rows}
    return read(book(sheets, replace={"xl/worksheets/sheet3.xml": part}))


def merged(*areas: str) -> str:
    """The XML of merged ranges."""
    return "<mergeCells>" + "".join(f'<mergeCell ref="{area}"/>' for area in areas) + "</mergeCells>"


# ---- merged ranges ----


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ("D2:F2", [("RG222", E, "Indicators!D2")]),
        ("E2:F2", [("RG222", E, "Indicators!E2")]),
        ("D2:D3", [("RG222", E, "Indicators!D2")]),
        ("C2:D2", [("RG222", E, "Indicators!C2")]),
        ("C2:C3", [("RG222", E, "Indicators!C2")]),
        ("D1:D2", [("RG222", E, "Indicators!D1")]),
        ("B2:B3", [("RG222", W, "Indicators!B2")]),
        ("H2:J2", []),
        ("A9:F9", []),
    ],
)
def test_a_merged_range_over_entries_is_told(area: str, expected: list[tuple[str, Severity, str]]) -> None:
    """An error where figures, units or keys are covered; beside the table and below it, nothing."""
    assert expected == told(indicators(HEADS, CASES, WOMEN, after=merged(area)))


@pytest.mark.parametrize(("area", "cells"), [("A2:C2", ("cases", None, None, 1, 2, 3)), ("B2:C2", ("x", "y", None, 1))])
def test_a_merged_range_that_hides_a_key_is_told(area: str, cells: tuple[xlsx.Cell, ...]) -> None:
    """The row that has lost its key is a row nevertheless."""
    heads = ("Label", "Unit", "Key", 2021, 2022, 2023)

    assert ("RG222", E, f"Indicators!{area[:2]}") in told(indicators(heads, cells, after=merged(area)))


def test_a_head_over_several_columns_is_told() -> None:
    """It is that of the first one; over columns without entries it hides nothing."""
    heads = ("Key", "Label", "Unit", 2021, None, None)
    result = told(indicators(heads, ("cases", "cases", "case / cases", 1, 2), after=merged("D1:E1")))
    empty = told(indicators(heads, ("cases", "cases", "case / cases", 1), after=merged("D1:E1")))

    assert [("RG149", E, "Indicators!E2"), ("RG222", E, "Indicators!D1")] == sorted(result)
    assert [] == empty


def test_a_merged_heading_between_the_rows_is_none() -> None:
    """Words over the next rows may go over all columns."""
    assert [] == told(indicators(HEADS, CASES, ("Figures on women",), WOMEN, after=merged("A3:F3")))


def test_a_merged_range_of_empty_cells_is_none() -> None:
    """Where nothing is written, nothing can be lost."""
    assert [] == told(indicators(HEADS, (*CASES[:3],), WOMEN, after=merged("D2:F2")), "RG222")


# ---- heads ----


@pytest.mark.parametrize(
    "head",
    ["2023 г.", "2023 год", "2023年", "Year 2023", "year: 2023", "Jahr 2023", "année 2023", "٢٠٢٣ سنة", "２０２３"],
)
def test_a_year_beside_the_word_for_it_is_read(head: str) -> None:
    """In many languages and scripts; a remark says what was read."""
    result = indicators((*HEADS[:5], head), CASES)

    assert result.submission is not None
    assert {"2021": 3, "2022": 4, "2023": 5} == {
        str(period): one.value for period, one in result.submission.indicators["cases"].values.items()
    }
    assert {E, W}.isdisjoint(one.severity for one in result.diagnostics)


@pytest.mark.parametrize(
    "head",
    [
        "FY2023",
        "FY 2023",
        "2023/24",
        "2022-23",
        "2023年度",
        "2023 (11 months)",
        "FY23",
        "’23",
        "2023p",
        "end 2023",
        "2023*",
        "2023 год *",
    ],
)
def test_figures_under_a_head_like_a_year_are_refused(head: str) -> None:
    """What may be another span of months is not guessed at; without figures it is a warning."""
    assert [("RG220", E, "Indicators!F1")] == told(indicators((*HEADS[:5], head), CASES))
    assert [("RG143", W, "Indicators!F1")] == told(indicators((*HEADS[:5], head), CASES[:5]))
    assert [("RG143", W, "Indicators!F1")] == told(indicators((*HEADS[:5], head), (*CASES[:5], "checked")))


@pytest.mark.parametrize(
    ("head", "entries", "weight"),
    [("Total", (12, 6), W), ("Colour", ("red", "blue"), I), ("No.", (1, 2), I), ("Lable", ("a", "b"), W)],
)
def test_another_column_is_told_the_more_loudly_the_more_it_holds(
    head: str, entries: tuple[str | int, str | int], weight: Severity
) -> None:
    """Figures are a warning; words, and numbers that only count the rows, a remark."""
    rows = [(*row, entry) for row, entry in zip((CASES, WOMEN), entries, strict=True)]

    assert [("RG143", weight, "Indicators!G1")] == told(indicators((*HEADS, head), *rows))


def test_figures_without_a_head_are_refused() -> None:
    """Words without a head are a warning."""
    assert [("RG149", E, "Indicators!G2")] == told(indicators(HEADS, (*CASES, 6)))
    assert [("RG149", W, "Indicators!G2")] == told(indicators(HEADS, (*CASES, "checked")))


def test_a_second_table_on_the_sheet_is_refused() -> None:
    """Its figures would be read under the periods of the first."""
    second = indicators(HEADS, CASES, ("Key", "Label", "Unit", 2018, 2019, 2020), WOMEN)

    assert [("RG224", E, "Indicators!A3")] == told(second, "RG224")
    assert [] == told(indicators(HEADS, ("share", "Share", "per cent", 1, 2, 3)))


@pytest.mark.parametrize(("was", "head"), [("Unit", "Enhet"), ("Source", "Source of data")])
def test_a_column_of_the_form_with_another_head_is_told(was: str, head: str) -> None:
    """What is missing is named, and where it may stand."""
    data = form_of(partly_answered(), "justice")
    cell = _head_cell(data, was)
    result = read(typed(data, "Indicators", {cell: head}))

    assert [("RG221", E, f"Indicators!{cell}")] == told(result, "RG221")
    assert any(f"“{was}”" in one.message for one in result.diagnostics)


def _head_cell(data: bytes, head: str) -> str:
    """The cell of a head on the sheet Indicators."""
    sheet = opened(data)["Indicators"]
    return f"{xlsx.columns(heads(sheet)[head])}{head_row(sheet)}"


def test_units_under_another_head_are_told_on_a_plain_sheet_too() -> None:
    """Where every entry is a unit; other words are the agency's own."""
    assert [("RG221", E, "Indicators!B1")] == told(
        indicators(("Key", "Enhet", 2023), ("c", "case / cases", 3)), "RG221"
    )
    assert [] == told(indicators(("Key", "Colour", 2023), ("c", "red", 3)), "RG221")


# ---- other sheets ----


@pytest.mark.parametrize("name", ["Indicators (2)", "Copy of Indicators", "Indicators1", "INDICATORS old", "Figures"])
def test_a_copy_of_a_sheet_that_says_something_else_is_refused(name: str) -> None:
    """By its name, or by its heads; the cell that differs is named."""
    rows: Rows = (xlsx.INDICATORS[0], ("cases", "cases", "case / cases", 3, 9))

    assert [("RG227", E, f"{name}!E2")] == told(read(book({**xlsx.SHEETS, name: rows})))
    assert [("RG226", I, name)] == told(read(book({**xlsx.SHEETS, name: xlsx.INDICATORS})))
    assert [] == told(read(book({**xlsx.SHEETS, name: ()})))


def test_a_copy_of_the_replies_is_refused() -> None:
    """Texts get lost as figures do."""
    copied = read(book({**xlsx.SHEETS, "Replies (2)": (("Issue", "Text"), (1, "Two."))}))

    assert [("RG227", E, "Replies (2)!B2")] == told(copied)


def test_another_sheet_with_entries_is_named() -> None:
    """With what it holds, and whether it is hidden."""
    result = read(book({**xlsx.SHEETS, "Workings": ((None, 1), (2, 3))}, states={"Workings": "hidden"}))

    assert [("RG226", W, "Workings")] == told(result)
    assert "hidden sheet is not read; it has 3 entries in A1:B2" in result.diagnostics[0].message


# ---- entries in other places ----


def test_the_form_as_it_is_sent_out_says_nothing() -> None:
    """Its title, its captions, its questions, its notes and what it counts are its own."""
    for agency in ("justice", "interior"):
        assert [] == told(read(form_of(partly_answered(), agency)))


def test_a_reply_in_another_column_is_told() -> None:
    """Under “The Committee asks”, in place of the pointer too, under Answers and under Words, by their places alone."""
    data = wordless(form_of(partly_answered(), "justice"))
    rows = _writing_rows(data)
    for cell, number in (("B", 1), ("B", 0), ("D", 1), ("E", 1)):
        at = f"{cell}{rows[number]}"
        found = told(read(typed(data, "Replies", {at: "A reply typed beside its column."})), "RG225")
        assert [("RG225", W, f"Replies!{at}")] == found
    at = f"A{rows[1]}"
    assert [("RG225", W, f"Replies!{at}")] == told(read(typed(data, "Replies", {at: "A reply."})), "RG225")


def _writing_rows(data: bytes) -> list[int]:
    """The rows of the first issue that are written into."""
    return writing_rows(opened(data), 1)


def test_entries_of_a_row_that_was_offered_are_told_where_it_has_no_figures() -> None:
    """What the form itself wrote is none."""
    heads = ("Issue", "Label", "Key", 2023, "Missing", "Source", "Offered")
    offered = (None, None, "own_1", None, 0, None, "yes")

    assert [] == told(indicators(heads, offered), "RG225")
    typed_in = (None, "beds", "own_1", None, 0, "Register", "yes")
    assert [("RG225", W, "Indicators!B2")] == told(indicators(heads, typed_in), "RG225")
    with_figure = (None, "beds", "own_1", 5, 0, "Register", "yes")
    assert [] == told(indicators(heads, with_figure), "RG225")


def test_entries_above_the_heads_are_told() -> None:
    """A title is a remark, a figure a warning, a year no figure."""
    assert [("RG225", I, "Indicators!A1")] == told(indicators(("Figures of the ministry", 2023), HEADS, CASES))
    assert [("RG225", W, "Indicators!D1")] == told(indicators((None, None, None, 12345), HEADS, CASES))


def test_entries_on_about_beside_its_facts_are_told() -> None:
    """One range is enough."""
    about: Rows = (*xlsx.ABOUT, ("Head of unit", "B. Person"), (None, "approved on 5 May"))

    assert [("RG225", I, "About!A4")] == told(read(book({**xlsx.SHEETS, "About": about})))


# ---- beside the cells ----


def beside(kind: str, part: str, xml: str) -> bytes:
    """A workbook whose sheet Indicators points to another part."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="../{part}"/></Relationships>'
    )
    return book(replace={"xl/worksheets/_rels/sheet3.xml.rels": relations, f"xl/{part}": xml})


def test_a_comment_is_told_at_its_cell_with_its_words() -> None:
    """Also a threaded one; what a marked copy added is left out."""
    comments = (
        f'<comments xmlns="{xlsx.MAIN}"><authors><author/></authors><commentList><comment ref="E2"><text><r>'
        "<t>first</t></r><r><t> half</t></r></text></comment><comment ref='D2'><text>"
        "<t>— reportgen —\nWrong.</t></text></comment>"
        "</commentList></comments>"
    )
    result = read(beside(f"{OFFICE}/comments", "comments1.xml", comments))

    assert [("RG229", W, "Indicators!E2")] == told(result)
    assert "“first half”" in result.diagnostics[0].message
    thread = '<threadedComment ref="E2"><text>Eleven months</text></threadedComment>'
    threads = f'<ThreadedComments xmlns="x">{thread}</ThreadedComments>'
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    assert [("RG229", W, "Indicators!E2")] == told(read(beside(kind, "threadedComments/t1.xml", threads)))


@pytest.mark.parametrize(
    ("inner", "what"),
    [
        ("<x:pic/>", "a picture lies"),
        ('<x:graphicFrame><a:graphicData uri="http://x.org/drawingml/2006/chart"/></x:graphicFrame>', "a chart lies"),
        ('<x:graphicFrame><a:graphicData uri="http://x.org/drawing/2014/chartex"/></x:graphicFrame>', "a chart lies"),
        (
            '<x:graphicFrame><a:graphicData uri="http://x.org/drawingml/2006/diagram"/></x:graphicFrame>',
            "SmartArt lies",
        ),
        (
            "<x:sp><a:p><a:r><a:t>In 2023: 12</a:t></a:r></a:p></x:sp>",
            "a text box lies on the sheet and is not printed: “In 2023: 12”",
        ),
        ("<x:sp/>", "a drawn shape lies"),
    ],
)
def test_an_object_is_told_where_it_begins(inner: str, what: str) -> None:
    """By its kind, never by the name of a part."""
    xml = (
        '<x:wsDr xmlns:x="x" xmlns:a="a" xmlns:mc="mc"><x:twoCellAnchor><x:from><x:col>6</x:col><x:colOff>9</x:colOff>'
        f"<x:row>3</x:row></x:from><x:to><x:col>9</x:col><x:row>9</x:row></x:to>{inner}</x:twoCellAnchor></x:wsDr>"
    )
    result = read(beside(f"{OFFICE}/drawing", "drawings/drawing1.xml", xml))

    assert [("RG230", W, "Indicators!G4")] == told(result)
    assert what in result.diagnostics[0].message
    assert ".xml" not in result.diagnostics[0].message


def test_an_embedded_file_is_told() -> None:
    """The sheet says which program made it and where it lies."""
    embedded = (
        '<oleObjects><oleObject progId="Word.Document.12" shapeId="1025" xmlns:x="x"><objectPr><anchor><from>'
        "<x:col>1</x:col><x:row>4</x:row></from></anchor></objectPr></oleObject></oleObjects>"
    )
    result = indicators(HEADS, CASES, after=embedded)

    assert [("RG230", W, "Indicators!B5")] == told(result)
    assert "an embedded Word document" in result.diagnostics[0].message


@pytest.mark.parametrize(
    ("head", "figures", "expected"),
    [
        ("2023 (prov.)", (1,), [("RG220", E, "Indicators!D1")]),
        ("2023*", (1, 2), [("RG220", E, "Indicators!D1")]),
        ("No.", (1, 2), [("RG143", I, "Indicators!D1")]),
        ("No.", (1, 3), [("RG143", W, "Indicators!D1")]),
    ],
)
def test_a_column_that_numbers_the_rows_has_no_year_over_it(
    head: str, figures: tuple[int, ...], expected: list[tuple[str, Severity, str]]
) -> None:
    """A figure 1 in the first row is lost like any other."""
    rows = [(f"cases{number}", "cases", "case / cases", figure) for number, figure in enumerate(figures)]

    assert expected == told(indicators((*HEADS[:3], head), *rows))


@pytest.mark.parametrize(
    ("words", "is_told"), [("* in thousands", True), ("В тыс. тенге", True), ("Women", False), ("* revised", False)]
)
@pytest.mark.parametrize("is_between", [True, False])
def test_words_that_multiply_all_figures_are_told(words: str, *, is_told: bool, is_between: bool) -> None:
    """Between the rows and below them; the figures are printed as they stand."""
    rows = ((words,), CASES) if is_between else (CASES, (words,))
    found = told(indicators(HEADS, *rows), "RG225")

    assert ([("RG225", W, f"Indicators!A{2 if is_between else 3}")] if is_told else []) == found


@pytest.mark.parametrize(("row", "column"), [('hidden="1"', 'hidden="1"'), ('ht="0"', 'width="0.0"')])
def test_hidden_rows_and_columns_with_entries_are_told(row: str, column: str) -> None:
    """They are read as if they were shown; empty ones are none. A height or a width of nothing hides as well."""
    part = xlsx.sheet_xml((HEADS, CASES, WOMEN)).replace('<row r="2">', f'<row r="2" {row}>')
    part = part.replace('<row r="3">', '<row r="3" ht="0.5" hidden="0">')
    hidden = part.replace(
        "<sheetData>",
        f'<cols><col min="5" max="5" {column}/><col min="6" max="6" width="10"/><col min="9" max="99" {column}/></cols>'
        "<sheetData>",
    )
    data = book({**xlsx.SHEETS, "Indicators": (HEADS, CASES, WOMEN)}, replace={"xl/worksheets/sheet3.xml": hidden})
    result = read(data)

    assert [("RG228", W, "Indicators"), ("RG228", W, "Indicators")] == told(result)
    assert ["the row 2 is hidden", "the column E is hidden"] == [
        one.message.split(",")[0] for one in result.diagnostics
    ]


def test_nothing_of_the_layout_is_followed_or_unfolded() -> None:
    """A merge over all cells and twenty thousand merges cost no more than their text; more are refused."""
    sheet = parts_of(xlsx.SHEETS)["xl/worksheets/sheet3.xml"]

    def with_merges(count: int) -> ReadSubmission:
        areas = merged(*("A1:XFD1048576" for _ in range(count)))
        return read(book(replace={"xl/worksheets/sheet3.xml": sheet.replace("</worksheet>", f"{areas}</worksheet>")}))

    assert {"RG222"} == {one.code for one in with_merges(20_000).diagnostics}
    assert {"RG135"} == {one.code for one in with_merges(20_001).diagnostics}


# ---- what the columns of a form hold ----


@pytest.mark.parametrize(("entry", "code"), [("yes", "RG231"), ("ДА", "RG231"), ("n/a", "RG232"), ("-", "RG232")])
def test_nothing_to_add_beside_a_reply_is_asked_about(entry: str, code: str) -> None:
    """In the row of the reply, or in the line of its issue."""
    heads = ("Issue", "Text", "Nothing to add")
    same = read(book({**xlsx.SHEETS, "Replies": (heads, (1, "One.", entry))}))
    above = read(book({**xlsx.SHEETS, "Replies": (heads, (1, None, entry), (1, "One.", None))}))

    assert [(code, W, "Replies!C2")] == told(same) == told(above)


@pytest.mark.parametrize("rows", [((1, None, "yes"),), ((1, "One.", None),), ((1, "One.", "no"),)])
def test_nothing_to_add_alone_is_no_contradiction(rows: Rows) -> None:
    """Nor a reply alone, nor “no” beside one; another issue does not count."""
    heads = ("Issue", "Text", "Nothing to add")

    assert [] == told(read(book({**xlsx.SHEETS, "Replies": (heads, *rows)})))
    assert [] == told(read(book({**xlsx.SHEETS, "Replies": (heads, (1, "One."), (2, None, "yes"))})))


@pytest.mark.parametrize("head", ["Nothing to add", "NOTHING TO ADD", "Rien à ajouter", "Nada que añadir"])
@pytest.mark.parametrize("entry", ["yes", "oui"])
def test_nothing_to_add_is_read_in_every_language_of_the_forms(head: str, entry: str) -> None:
    """As the head of any other column is."""
    result = read(book({**xlsx.SHEETS, "Replies": (("Issue", "Text", head), (1, "One."), (2, None, entry))}))

    assert result.submission is not None
    assert (2,) == result.submission.nothing_to_add


@pytest.mark.parametrize("entry", ["yes", xlsx.Raw('<c t="b" {r}><v>1</v></c>'), 1])
@pytest.mark.parametrize("number", [2, None])
def test_nothing_to_add_counts_in_every_row_of_its_issue(entry: xlsx.Cell, number: int | None) -> None:
    """Also in a row without a number, which belongs to the issue above it, and as Excel’s own TRUE."""
    rows = ((1, "One."), (2, None, None, "note"), (number, None, entry))
    result = read(book({**xlsx.SHEETS, "Replies": (("Issue", "Text", "Nothing to add", "Own"), *rows)}))

    assert result.submission is not None
    assert (2,) == result.submission.nothing_to_add


@pytest.mark.parametrize("key", ["Cases", " CASES ", "cases"])
def test_a_key_in_other_letters_is_read(key: str) -> None:
    """Also where a part names its whole; a remark says so."""
    heads = ("Key", "Part of", "Label", 2023)
    result = indicators(heads, (key, None, "cases", 5), (None, "CASES", "women", 5))

    assert result.submission is not None
    assert ["women"] == [part.label for part in result.submission.indicators["cases"].breakdown]
    assert {("RG233", I)} == {(code, weight) for code, weight, _ in told(result)}


@pytest.mark.parametrize("key", ["DV reports", "dv_ reports", "Dv_Reports"])
def test_blanks_in_a_key_are_read_too(key: str) -> None:
    """A blank stands for the underscore, or beside it by mistake."""
    result = indicators(("Key", 2023), (key, 5))

    assert result.submission is not None
    assert ["dv_reports"] == list(result.submission.indicators)


def test_codes_in_capitals_are_read() -> None:
    """The agency's, and that of a paragraph."""
    sheets = {"About": (("Agency", "HEALTH"),), "Replies": (("Issue", "Text", "Key"), (1, "One.", "Legal-Aid"))}
    result = read(book(sheets))

    assert result.submission is not None
    assert ("health", "legal-aid") == (result.submission.agency, result.submission.replies[0].key)
    assert [("RG233", I, "About!B1"), ("RG233", I, "Replies!C2")] == told(result)


def test_a_key_that_is_none_stays_refused() -> None:
    """Other letters are not guessed at, and two keys that become one are told."""
    assert [("RG207", E, "Indicators!A2")] == told(indicators(("Key", 2023), ("1st case", 5)))
    assert "RG165" in [code for code, _, _ in told(indicators(("Key", 2023), ("cases", 5), ("Cases", 6)))]


def test_the_keys_of_offered_rows_draw_no_remark() -> None:
    """The form wrote them; a unit that somebody typed for a part does."""
    heads = ("Key", "Label", "Unit", "Part of", 2023, "Offered")
    whole = ("cases", "cases", "case / cases", None, 5, None)

    assert [] == told(indicators(heads, whole, ("own_1", "women", None, "cases", 5, "yes")))
    assert [("RG166", I, "Indicators!A3")] == told(indicators(heads, whole, ("own_1", "women", None, "cases", 5, None)))
    other = ("own_1", "women", "woman / women", "cases", 5, "yes")
    assert [("RG166", I, "Indicators!C3")] == told(indicators(heads, whole, other))


# ---- words and columns beside those of a form ----

_FORM = (
    *("Issue", "Label", "Key", "Unit", 2022, 2023, "Missing", "Sums", "Source", "Measure", "Note"),
    *("2022 status", "2023 status", "Breaks", "Part of", "Offered"),
)
_ROW = (1, "cases", "cases", "case / cases", 1, 2, 0, *(None,) * 5, "provisional")


def of_a_form(*rows: Sequence[xlsx.Cell], heads: Sequence[xlsx.Cell] = _FORM) -> list[tuple[str, Severity, str]]:
    """What is said of a sheet with the heads of a form."""
    return told(indicators(heads, *rows), "RG143", "RG220", "RG221", "RG225")


@pytest.mark.parametrize("head", ["State", "Status (2023)", "Provisional?"])
def test_a_status_under_another_head_is_told(head: str) -> None:
    """An error, since a provisional figure would be printed as a final one; nothing where no such column is lost."""
    heads = (*_FORM[:12], head, *_FORM[13:])

    assert ("RG221", E, "Indicators!M1") in of_a_form(_ROW, heads=heads)
    assert [] == [one for one in of_a_form(_ROW[:12], heads=heads) if one[0] == "RG221"]
    assert [] == [one for one in of_a_form((*_ROW, *(None,) * 3, "x"), heads=(*_FORM, "Mine")) if one[0] == "RG221"]


@pytest.mark.parametrize("head", ["23", 23, "20223", "2O23", "202З", "'23"])
def test_a_slip_in_a_year_is_no_other_column(head: xlsx.Cell) -> None:
    """Figures below it would be lost in silence, or with a warning."""
    assert ("RG220", E, "Indicators!F1") in of_a_form(_ROW, heads=(*_FORM[:5], head, *_FORM[6:]))


@pytest.mark.parametrize("head", ["Total", "Change %", "Q", "No. 5 of the list"])
def test_another_column_of_figures_is_a_warning(head: str) -> None:
    """An agency may have columns of its own."""
    said = of_a_form((*_ROW, *(None,) * 3, 5), heads=(*_FORM, head))

    assert [("RG143", W, "Indicators!Q1")] == [one for one in said if one[0] in {"RG143", "RG220"}]


def test_words_below_the_rows_of_a_form_are_told() -> None:
    """Between the rows and above them they are headings; below, nobody reads them."""
    assert [("RG225", W, "Indicators!B4")] == of_a_form(_ROW, (), (None, "The rest comes in March."))
    assert [] == of_a_form((None, "Courts"), _ROW)
    assert [] == told(indicators(HEADS, CASES, (None, "Source: the register.")), "RG225")


def test_words_where_the_form_counts_are_told() -> None:
    """A number or a mark there is the form's own; the row is told once for all its words."""
    assert [("RG225", W, "Indicators!G2")] == of_a_form((*_ROW[:6], "the north is missing", "and the south", *_ROW[8:]))
    assert [] == of_a_form((*_ROW[:6], 1, "✓", *_ROW[8:]))


def test_what_belongs_to_a_text_is_told_where_there_is_none() -> None:
    """A sub-question or a key in a row without a text answers nothing."""
    heads = ("Issue", "Text", "Key")
    result = read(book({**xlsx.SHEETS, "Replies": (heads, (1, "It was so.", "own"), (None, None, "other"))}))

    assert [("RG225", Severity.INFO, "Replies!C3")] == told(result, "RG225")


@pytest.mark.parametrize(
    ("words", "severity"), [("in thousands", W), ("тыс. руб.", W), ("'000", W), ("sent by the clerk", Severity.INFO)]
)
def test_words_that_scale_all_figures_are_told_more_loudly(words: str, severity: Severity) -> None:
    """Above the heads, and on the sheet About."""
    above = told(indicators((None, None, None, words), HEADS, CASES), "RG225")
    about = told(read(book({**xlsx.SHEETS, "About": (("Agency", "health"), ("Remarks", words))})), "RG225")

    assert [("RG225", severity, "Indicators!D1")] == above
    assert [severity] == [one for _, one, _ in about]


def test_a_copy_of_the_sheet_of_tables_is_told() -> None:
    """As a copy of any other sheet of the form is; a sheet that is only named so is none."""
    table = (("Table", "Beds"), ("Issue", 1), ("Heads", "Town", "Beds"), ("Row", "A", 5))
    copied = read(book({**xlsx.SHEETS, "Tables": table, "Tables (2)": (*table, ("Row", "B", 6))}))
    own = read(book({**xlsx.SHEETS, "Tables": table, "Working tables": (("Town", "Beds"), ("B", 6))}))

    assert [("RG227", E, "Tables (2)!A5")] == told(copied, "RG227")
    assert [] == told(own, "RG227")
