"""Verify: each kind of editing that people do in Word is seen as what it is, and no figure goes astray."""

import re

import pytest
from build import document, figure, heading, paragraph, table, words
from lxml import etree
from msgspec.structs import replace
from office import needs_office, resaved
from word.word_edits import (
    Body,
    Change,
    W,
    added_after,
    bound,
    carried,
    deleted,
    edited,
    exchanged,
    joined_by_tracking,
    marked_figure,
    merged,
    moved_to_the_start,
    put_in,
    retyped,
    run,
    split_before,
    text_of,
    tracked,
    typed_beside,
    without_bookmarks,
)

from reportgen.document.tree import Cell, Document, Level, Note, Reference, Row, Table
from reportgen.published.audit.findings import audit_document
from reportgen.word.printing import verify_json, verify_text
from reportgen.word.result import EditKind, FigureFate, Verified
from reportgen.word.verify import verify_documents
from reportgen.writers.docx.writing import DocxOptions, write_docx

NAME = "edited.docx"


def report() -> Document:
    """A report with figures in sentences, in a note and in a table."""
    return document(
        heading(Level.TITLE, "Replies to the list of issues (CCPR/C/RUR/QPR/3)"),
        heading(Level.PART, "General information on the national human rights situation", key="part-general"),
        heading(Level.REPLY, "Reply to the issues raised in paragraph 1", key="reply-1"),
        paragraph(
            "In 2023, ",
            figure("1,058", "cases", "2023"),
            " cases of domestic violence were heard by the courts (compared with ",
            figure("944", "cases", "2022"),
            " in 2022). Nobody was turned away from the courts of first instance.",
            key="court-1-1",
        ),
        paragraph(
            "Shelters were opened in ",
            figure("nine", "shelters", "2023"),
            " cities of the country, and all of them are paid for by the State, as paragraph ",
            Reference("court-1-1", "1"),
            " says.",
            key="interior-1-1",
        ),
        paragraph(
            "The police answered ",
            figure("2,300", "calls", "2023"),
            " calls.",
            Note(words("Of these, ", figure("17", "false_calls", "2023"), " were made in error.")),
            " Every call is recorded and kept for ten years.",
            key="interior-1-2",
        ),
        paragraph("The oversight bodies report to Parliament once a year.", key="justice-1-1"),
        Table(
            words("Cases of domestic violence"),
            (Cell(words("Court")), Cell(words("2023"), is_figure=True)),
            (
                Row((Cell(words("City")), Cell((figure("700", "city", "2023"),), is_figure=True))),
                Row((Cell(words("District")), Cell((figure("358", "district", "2023"),), is_figure=True))),
            ),
            "courts",
        ),
    )


def verified(*changes: Change, numbering: str = "automatic") -> Verified:
    """The report, edited, against itself."""
    options = DocxOptions(numbering)  # type: ignore[arg-type] # one of the two
    data = edited(write_docx(report(), options), *changes)
    return verify_documents((report(),), options, data, NAME)


def figures(result: Verified) -> dict[str, tuple[str, str, str]]:
    """The figures that are not unchanged, by what they were: state, old, new."""
    return {
        one.old: (one.state.value, one.new, one.where)
        for one in result.figures
        if one.state is not FigureFate.UNCHANGED
    }


def codes(result: Verified) -> list[str]:
    """The codes of what is said."""
    return [one.code for one in result.diagnostics]


def edits(result: Verified) -> list[tuple[EditKind, str]]:
    """What was done, and where."""
    return [(edit.kind, edit.where) for edit in result.edits]


@pytest.mark.parametrize("numbering", ["automatic", "typed"])
def test_nothing_changed(numbering: str) -> None:
    """A report that nobody touched has all its figures and no edit."""
    result = verified(numbering=numbering)

    assert ({}, [], []) == (figures(result), edits(result), codes(result))
    assert 7 == result.count(FigureFate.UNCHANGED)
    assert not result.failed


@needs_office
def test_nothing_changed_by_libreoffice() -> None:
    """Opening and saving a report in LibreOffice changes nothing that counts."""
    data = resaved(write_docx(report()), "docx", "docx")

    result = verify_documents((report(),), DocxOptions(), data, NAME)

    assert ({}, []) == (figures(result), edits(result))
    assert 7 == result.count(FigureFate.UNCHANGED)


def test_a_figure_that_was_retyped_in_its_bookmark() -> None:
    """It is changed: old and new value, the paragraph, the indicator and the cell are said, and the command fails."""
    result = verified(retyped("1,058", "1,085"))

    assert {"1,058": ("changed", "1,085", "paragraph 1")} == figures(result)
    assert result.failed
    message = next(one.message for one in result.diagnostics if one.code == "RG851")
    assert (
        "paragraph 1 says 1,085 where the data say 1,058: cases, 2023 (submissions/court.xlsx:Indicators!D4)" == message
    )


def test_a_figure_that_was_typed_beside_its_bookmark() -> None:
    """People delete a figure and type another one next to where it stood: that is a change as well."""
    result = verified(typed_beside("1,058", "1,085"))

    assert {"1,058": ("changed", "1,085", "paragraph 1")} == figures(result)
    assert "RG853" not in codes(result)


def test_a_digit_that_was_typed_before_the_bookmark() -> None:
    """The whole number counts, not the part of it within the bookmark."""
    result = verified(retyped("In 2023, ", "In 2023, 3"))

    assert {"1,058": ("changed", "31,058", "paragraph 1")} == figures(result)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1,058", "1 058"),
        ("1,058", "1\u00a0058"),
        ("1,058", "1’058"),
        ("1,058", "١٬٠٥٨"),
        ("nine", "9"),
        ("2,300", "2300"),
    ],
)
def test_a_figure_in_another_spelling_is_the_same_figure(old: str, new: str) -> None:
    """Words and digits, commas and spaces: the value counts."""
    result = verified(retyped(old, new))

    assert "written differently" == figures(result)[old][0]
    assert not result.failed
    assert ["RG854"] == codes(result)


RUN = "<w:r><w:t>{}</w:t></w:r>"
MATH = "<m:r><m:t>{}</m:t></m:r>"


@pytest.mark.parametrize(
    ("xml", "new"),
    [
        ("<m:f><m:num>{1}</m:num><m:den>{058}</m:den></m:f>", "1/058"),
        ("<m:sSup><m:e>{1,05}</m:e><m:sup>{8}</m:sup></m:sSup>", "1,05⁸"),
        ("<m:sSub><m:e>{1,05}</m:e><m:sub>{8}</m:sub></m:sSub>", "1,05₈"),
        ("<m:rad><m:radPr/><m:deg/><m:e>{1,058}</m:e></m:rad>", "√(1,058)"),
        ("{1,0}<w:ins>{8}</w:ins><w:del>{58}</w:del>{5}", "1,085"),
        ("<m:d><m:e>{1,0}</m:e><m:e>{58}</m:e></m:d>", "(1,0; 58)"),
        (
            "<m:m><m:mPr/><m:mr><m:e>{1}</m:e><m:e>{0}</m:e></m:mr><m:mr><m:e>{5}</m:e><m:e>{8}</m:e></m:mr></m:m>",
            "1; 0; 5; 8",
        ),
        ("<m:eqArr><m:e>{1,0}</m:e><m:e>{58}</m:e></m:eqArr>", "1,0; 58"),
        ("<m:limLow><m:e>{1,0}</m:e><m:lim>{58}</m:lim></m:limLow>", "1,0(58)"),
        ("{1}<m:r><w:br/></m:r>{058}", "1; 058"),
    ],
)
def test_an_equation_is_more_than_its_digits(xml: str, new: str) -> None:
    """One over 058 is not 1058, nor are 1, 0, 5 and 8 in a matrix; what was deleted in an equation is gone."""
    runs = re.sub(r"\{(.*?)\}", lambda match: MATH.format(match[1]), xml)
    result = verified(put_in("1,058", f"<m:oMath>{runs}</m:oMath>"))

    assert {"1,058": ("changed", new, "paragraph 1")} == figures(result)


@pytest.mark.parametrize(
    ("holder", "is_printed"),
    [
        ("<m:r><w:rPr><w:vanish/></w:rPr>{}</m:r>", False),
        ("<m:r><w:rPr><w:strike/></w:rPr>{}</m:r>", False),
        ('<m:r><w:rPr><w:strike w:val="0"/></w:rPr>{}</m:r>', True),
        ('<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r>{}</m:r></m:e></m:phant>', False),
        ("<m:phant><m:e><m:r>{}</m:r></m:e></m:phant>", True),
    ],
)
def test_what_an_equation_does_not_print_is_not_read(holder: str, *, is_printed: bool) -> None:
    """Hidden and struck-out runs, and what only keeps its place free."""
    equation = f"<m:oMath>{MATH.format('1,0')}{holder.format('<m:t>58</m:t>')}</m:oMath>"

    assert ({} if is_printed else {"1,058": ("changed", "1,0", "paragraph 1")}) == figures(
        verified(put_in("1,058", equation))
    )


def test_equations_below_each_other_are_apart() -> None:
    """Two lines of one display are no number."""
    equations = "".join(f"<m:oMath>{MATH.format(text)}</m:oMath>" for text in ("1,0", "58"))
    result = verified(put_in("1,058", f"<m:oMathPara>{equations}</m:oMathPara>"))

    assert {"1,058": ("changed", "1,0; 58", "paragraph 1")} == figures(result)


def test_a_figure_in_an_equation_is_the_same_figure() -> None:
    """Also where it was put together by tracked changes."""
    runs = f"{MATH.format('1,0')}<w:ins>{MATH.format('58')}</w:ins>"

    assert {} == figures(verified(put_in("1,058", f"<m:oMath>{runs}</m:oMath>")))


FORM = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput>[type]</w:textInput></w:ffData></w:fldChar></w:r>'
    "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
"""A form field of Word, into which people type."""


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (f'<w:fldSimple w:instr=" = 9999 ">{RUN}</w:fldSimple>', ["RG881"]),
        (f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{RUN}</w:sdtContent></w:sdt>", ["RG881"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{RUN}</w:sdtContent></w:sdt>", []),
        (f'<w:fldSimple w:instr=" HYPERLINK &quot;https://un.org&quot; ">{RUN}</w:fldSimple>', []),
        (FORM.replace("[type]", ""), []),
        (FORM.replace("[type]", '<w:type w:val="number"/>'), []),
        (FORM.replace("[type]", '<w:type w:val="calculated"/><w:default w:val="=40+5"/>'), ["RG881"]),
    ],
)
def test_a_figure_that_word_works_out_anew(xml: str, expected: list[str]) -> None:
    """What a field shows now is right, and another number may be printed."""
    result = verified(put_in("1,058", xml.format("1,058")))

    assert {} == figures(result)
    assert expected == codes(result)


@pytest.mark.parametrize(("figure", "holder"), [("1,058", "p"), ("358", "p"), ("358", "tc"), ("358", "tr")])
def test_a_figure_in_what_a_control_holds(figure: str, holder: str) -> None:
    """Word shows what a bound control is bound to, also where the control holds whole paragraphs, cells or rows."""
    rich = "<w15:dataBinding/>"  # of a control with paragraphs and looks

    assert "RG881" in codes(verified(bound(figure, holder)))
    assert "RG881" in codes(verified(bound(figure, holder, rich)))
    assert [] == codes(verified(bound(figure, holder, "<w:text/>")))


@pytest.mark.parametrize("instruction", ["= 40 + 5", "HYPERLINK &quot;https://un.org&quot;", "QUOTE 45"])
def test_a_number_in_a_field_is_a_number(instruction: str) -> None:
    """Only numbers of paragraphs, tables and pages are put in by Word; any other has no source, as a typed one."""
    field = f'<w:fldSimple w:instr="{instruction}">{RUN.format("45 judges")}</w:fldSimple>'
    added = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{field}</w:p>')

    assert "RG853" in codes(verified(lambda body: body.insert(len(body) - 1, added)))


def test_a_figure_in_a_table_and_one_in_a_note() -> None:
    """Cells are named by row and column; notes are looked through as well."""
    result = verified(retyped("358", "360"))

    assert {"358": ("changed", "360", "table 1, row 3, column 2")} == figures(result)


def test_a_bookmark_that_was_lost() -> None:
    """The words around a figure show what took its place."""
    result = verified(without_bookmarks("1,058"), retyped("944", "954"))

    assert {"944": ("changed", "954", "paragraph 1")} == figures(result)
    assert {"RG851", "RG857"} <= set(codes(result))


def test_a_lost_bookmark_alone_changes_nothing() -> None:
    """A paragraph that was pasted as plain text has all its figures."""
    result = verified(without_bookmarks("1,058"))

    assert ({}, []) == (figures(result), edits(result))


def test_figures_that_changed_places_between_paragraphs() -> None:
    """Their bookmarks went with them, and each stands where the other stood: both paragraphs say another value."""
    result = verified(exchanged("1,058", "2,300"))

    assert {"1,058": ("changed", "2,300", "paragraph 1"), "2,300": ("changed", "1,058", "paragraph 3")} == figures(
        result
    )
    assert ["RG851", "RG851"] == codes(result)


def test_figures_that_changed_places_between_a_paragraph_and_a_table() -> None:
    """The paragraph says another value, and the figure of the table stands in a text that is none of its own."""
    result = verified(exchanged("1,058", "700"))

    assert {"1,058": ("changed", "700", "paragraph 1")} == figures(result)
    assert {"RG851", "RG853", "RG396"} == set(codes(result))


def test_a_number_that_was_typed_where_a_figure_was_cut_out() -> None:
    """That the figure itself stands elsewhere does not make it right."""
    result = verified(carried("1,058", "The oversight", "9,999"))

    assert {"1,058": ("changed", "9,999", "paragraph 1")} == figures(result)


def test_a_figure_that_was_put_into_another_sentence() -> None:
    """Nobody but a reader can tell what the other sentence says of it."""
    result = verified(carried("944", "The oversight"))

    assert {} == figures(result)
    said = [one.message.rpartition(": ")[0] for one in result.diagnostics]
    assert "paragraph 4: 944 stands in another text than it was written in" in said


@pytest.mark.parametrize(
    ("year", "expected"),
    [("2023", []), ("2021", ["paragraph 4: 1,058 is said to be of “In 2021”, and is of 2023"])],
)
def test_a_figure_that_was_moved_with_its_sentence(year: str, expected: list[str]) -> None:
    """The words beside it came with it, and what they say of its time counts as in its own paragraph."""

    def change(body: Body) -> None:
        first, behind = run(body, "In 2023, "), run(body, "The oversight")
        parts = [first, *marked_figure(body, "1,058"), run(body, " cases of domestic violence were")]
        next(first.iter(f"{W}t")).text = f"In {year}, "
        for part in parts:
            behind.addprevious(part)

    result = verified(change)

    assert {} == figures(result)
    assert expected == [one.message.rpartition(": ")[0] for one in result.diagnostics if one.code in {"RG395", "RG396"}]


def test_a_deleted_paragraph() -> None:
    """Its figures are gone, it is listed where it stood, and references to it lead nowhere."""
    result = verified(deleted("1,058"))

    assert {"1,058": ("gone", "", "paragraph 1"), "944": ("gone", "", "paragraph 1")} == figures(result)
    assert (EditKind.DELETED, "paragraph 1") in edits(result)
    assert ["RG852", "RG852", "RG856"] == sorted(codes(result))
    assert not result.failed


def test_a_moved_paragraph() -> None:
    """It is called moved, not edited; references that Word has not brought up to date are named."""
    result = verified(moved_to_the_start("The oversight bodies", "1,058"))

    assert [(EditKind.MOVED, "paragraph 1")] == edits(result)
    assert {} == figures(result)
    assert ["RG855"] == codes(result)


def test_a_split_paragraph() -> None:
    """Both halves are known, and so are their figures."""
    result = verified(split_before(" cases of domestic violence were"))

    assert [(EditKind.SPLIT, "paragraph 1 and paragraph 2")] == edits(result)
    assert {} == figures(result)


def test_merged_paragraphs() -> None:
    """Two paragraphs that became one are called merged."""
    result = verified(merged("Shelters were", "The police answered"))

    assert [(EditKind.MERGED, "paragraph 2")] == edits(result)
    assert {} == figures(result)


def test_an_added_paragraph_with_a_number() -> None:
    """A number that no data hold is named; a year and the number of an article are none."""
    result = verified(
        added_after("The oversight", "Since 2021, under article 12, inspectors made 45 visits to prisons.")
    )

    assert [(EditKind.ADDED, "paragraph 5")] == edits(result)
    assert ["45"] == [
        str(one.message).split("the number ")[1].split(",")[0] for one in result.diagnostics if one.code == "RG853"
    ]


def test_an_edited_sentence() -> None:
    """The words that changed are shown with some around them."""
    result = verified(retyped("Nobody was turned away", "No person was ever turned away"))

    assert [(EditKind.EDITED, "paragraph 1")] == edits(result)
    shown = (
        "… courts (compared with 944 in 2022). [-Nobody-] {+No person+} was {+ever+} turned away from the courts of …"
    )
    assert shown == result.edits[0].text


def test_open_tracked_changes_count_as_accepted() -> None:
    """What a tracked change makes of a figure is seen, and that changes are open is said."""
    result = verified(tracked("944", "950"))

    assert {"944": ("changed", "950", "paragraph 1")} == figures(result)
    assert "RG810" in codes(result)


def test_a_paragraph_mark_that_is_deleted_by_a_tracked_change() -> None:
    """The two paragraphs count as one."""
    result = verified(joined_by_tracking("Shelters were"))

    assert EditKind.MERGED in [edit.kind for edit in result.edits]
    assert {} == figures(result)


def test_another_value_for_the_same_figure_is_set_against_what_still_stands() -> None:
    """Where the data's value still stands elsewhere, the message says so."""
    twice = document(
        *(paragraph("Cases of theft: ", figure("384", "theft", "2023"), f" in list {name}.") for name in "ABC")
    )
    data = edited(write_docx(twice), retyped("384", "390"))
    everywhere = edited(data, retyped("384", "390"), retyped("384", "390"))

    one = verify_documents((twice,), DocxOptions(), data, NAME)
    all_ = verify_documents((twice,), DocxOptions(), everywhere, NAME)

    assert ("the report still prints 384 for it in paragraph 2; paragraph 3",) == one.diagnostics[0].notes
    assert "the data may have changed" in all_.diagnostics[0].notes[0]


def test_the_audit_of_the_edited_text() -> None:
    """A sum that is wrong since it was edited is found; what was so before is not repeated."""
    sentence = "In 2023, eight complaints were received: one on theft, two on fraud and five on torture."
    before = document(paragraph(sentence), paragraph("Visits: ", figure("12", "visits"), "."))
    data = edited(write_docx(before), retyped("two on", "three on"))

    result = verify_documents((before,), DocxOptions(), data, NAME)

    assert ["sum-mismatch"] == [str(one.code) for one in result.findings]


def test_another_document() -> None:
    """A report of another project is not compared at all."""
    other = document(table("Population", " | 2023", "Men | 5"), paragraph("A letter to somebody, about other things."))

    result = verify_documents((report(),), DocxOptions(), write_docx(other), NAME)

    assert ["RG850"] == codes(result)
    assert result.failed


def test_another_document_with_an_indicator_of_the_same_name() -> None:
    """One name in common does not make it the same report: names such as `cases` are everywhere."""
    one = document(paragraph("One: ", *(figure(str(n), "cases", str(n)) for n in range(2010, 2020)), "."))
    other = document(paragraph("A letter on ", figure("7", "cases", "2010"), " cases."))

    result = verify_documents((one,), DocxOptions(), write_docx(other), NAME)

    assert ["RG850"] == codes(result)


def test_what_is_printed() -> None:
    """Figures come first, then the edits, then one line that counts."""
    text = verify_text(verified(retyped("1,058", "1,085"), deleted("The oversight")), NAME)

    assert text.startswith("edited.docx: error[RG851] paragraph 1 says 1,085")
    assert "paragraph 4: deleted: The oversight bodies report to Parliament once a year." in text
    assert text.endswith("edited.docx: 7 figures from data: 6 unchanged, 1 changed; 2 edits of the text")


def test_json_has_the_indicator_and_the_cell() -> None:
    """Programs get what changed with its source."""
    plain = verify_json(verified(retyped("1,058", "1,085")))

    assert [
        {
            "indicator": "cases",
            "periods": ["2023"],
            "state": "changed",
            "old": "1,058",
            "new": "1,085",
            "where": "paragraph 1",
            "places": ["submissions/court.xlsx:Indicators!D4"],
        }
    ] == plain["changed"]


@needs_office
def test_edits_are_seen_through_libreoffice() -> None:
    """A report that was edited and then saved by LibreOffice is told apart just as well."""
    changes = (retyped("1,058", "1,085"), tracked("2,300", "2,400"), deleted("The oversight"))
    data = resaved(edited(write_docx(report()), *changes), "docx", "docx")

    result = verify_documents((report(),), DocxOptions(), data, NAME)

    assert {"1,058": "1,085", "2,300": "2,400"} == {old: new for old, (_, new, _) in figures(result).items()}
    assert (EditKind.DELETED, "paragraph 4") in edits(result)


def theft(*texts: str, keys: tuple[str, ...] = ()) -> Document:
    """Paragraphs with one figure of thefts each; parts of the breakdown where keys are given."""
    made = [figure(text, "theft", "2023") for text in texts]
    parts = [
        replace(one, paths=(("submissions", 0, "indicators", "theft", "parts", key, "2023"),))
        for one, key in zip(made, keys, strict=False)
    ]
    return document(
        *(
            paragraph("Cases of theft: ", one, f" in the list {name}.")
            for one, name in zip([*parts, *made[len(parts) :]], "ABCD", strict=False)
        )
    )


def test_places_of_another_part_do_not_count_for_a_figure() -> None:
    """Only places that print this value for the same figure still print it; a part of it is another figure."""
    parts = theft("384", "120", "384", "384", keys=("all", "women", "men", "all"))

    result = verify_documents((parts,), DocxOptions(), edited(write_docx(parts), retyped("384", "390")), NAME)

    assert [("the report still prints 384 for it in paragraph 4",)] == [one.notes for one in result.diagnostics]


def test_a_figure_that_is_another_in_every_place() -> None:
    """Where each place says the same other value, the data may have changed; of one place alone nothing can be told."""
    twice = theft("384", "384", "120", keys=("all", "all", "women"))
    once = theft("384", "120", keys=("all", "women"))

    both = verify_documents(
        (twice,), DocxOptions(), edited(write_docx(twice), retyped("384", "390"), retyped("384", "390")), NAME
    )
    one = verify_documents((once,), DocxOptions(), edited(write_docx(once), retyped("384", "390")), NAME)

    note = "every place of theft, 2023 says 390: the data may have changed since the document was built"
    assert [(note,), (note,)] == [said.notes for said in both.diagnostics]
    assert [()] == [said.notes for said in one.diagnostics]


def test_a_finding_of_the_built_text_is_not_new_where_its_paragraph_has_another_number() -> None:
    """Merging two paragraphs gives those after them other numbers; what the audit found in them before is no news."""
    sentence = (
        "In the year 2023 the inspectors of the ministry visited every prison and every ward of the country twice"
    )
    before = document(
        paragraph("The first list was published in spring by the courts of the country.", key="a-1"),
        paragraph("A second list came out in autumn, with the names of all the judges.", key="a-2"),
        paragraph(f"{sentence}, and wrote down what they saw.", key="a-3"),
        paragraph("Visits: ", figure("12", "visits"), ".", key="a-4"),
        paragraph(f"{sentence}, and wrote down what they saw.", key="a-5"),
    )
    data = edited(write_docx(before), merged("The first list", "A second list"))

    assert ["duplicate"] == [str(one.code) for one in audit_document(before).findings]
    assert () == verify_documents((before,), DocxOptions(), data, NAME).findings


def test_a_text_file() -> None:
    """Only Word files have the bookmarks of the figures: a text of the same words is refused."""
    result = verify_documents(
        (report(),), DocxOptions(), b"Replies to the list of issues\n\n1. The courts.\n", "edited.txt"
    )

    assert ["RG858"] == codes(result)
    assert result.failed


def test_a_report_without_any_figure_left() -> None:
    """Where every figure is gone, that is said once and fails: it is not the report any more."""
    left = "The oversight bodies report to Parliament once a year, and the text of this report is public."
    full = document(
        paragraph("Visits: ", figure("12", "visits"), "; letters: ", figure("31", "letters"), "."),
        paragraph(left),
    )
    data = edited(write_docx(full), deleted("Visits"))

    result = verify_documents((full,), DocxOptions(), data, NAME)

    assert ["RG859"] == codes(result)
    assert result.failed
    assert 2 == result.count(FigureFate.GONE)


def change_report() -> Document:
    """A report with a change between two years, and both values."""
    change = figure("12 per cent", "aid", "2022", "2023")
    return document(
        paragraph("In 2023, legal aid was given to ", figure("1,507", "aid", "2023"), " persons."),
        paragraph("The year before, it was given to ", figure("1,342", "aid", "2022"), " persons."),
        paragraph("Legal aid is free. The number of persons increased by ", change, ". Fewer lawyers are needed."),
    )


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("increased by", "decreased by", "decreased"),
        ("The number of persons increased by", "There was a decline of", "decline"),
        ("number of persons increased by", "number of persons fell by", "fell"),
    ],
)
def test_a_change_that_was_turned_around(old: str, new: str, word: str) -> None:
    """The word of direction came from the data; its opposite next to the same figure contradicts them."""
    data = edited(write_docx(change_report()), retyped(old, new))

    result = verify_documents((change_report(),), DocxOptions(), data, NAME)

    (one,) = result.diagnostics
    assert "RG860" == one.code
    assert f"paragraph 3 says “{word}” with 12 per cent where the data say “increased”" in str(one.message)
    assert ("aid: 1,342 in 2022, 1,507 in 2023",) == one.notes
    assert result.failed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("increased by", "rose by"),
        ("increased by", "did not decrease, but rose by"),
        ("Fewer lawyers", "More lawyers"),
        ("Legal aid is free", "Legal aid is no less free"),
    ],
)
def test_a_change_that_still_goes_the_same_way(old: str, new: str) -> None:
    """Another word for the same direction, and a direction of something else, contradict nothing."""
    ends = retyped(old, new)
    data = edited(write_docx(change_report()), ends)

    result = verify_documents((change_report(),), DocxOptions(), data, NAME)

    assert "RG860" not in codes(result)
    assert not result.failed


def test_a_figure_that_is_gone_with_its_paragraph() -> None:
    """The number of a paragraph that is gone is the one that it was built with, and the message says so."""
    result = verified(deleted("1,058"))

    said = [str(one.message) for one in result.diagnostics if one.code == "RG852"]
    source = "cases, 2023 (submissions/court.xlsx:Indicators!D4)"
    assert f"the figure 1,058 of paragraph 1 as built is gone: {source}" == said[0]


def test_a_figure_that_is_gone_and_that_no_reply_refers_to() -> None:
    """Its sentence was generated, so there is no reference to take out: the hint says what to do instead."""
    data = edited(write_docx(report()), deleted("1,058"))

    hints = [
        str(one.hint)
        for referred in (frozenset({"cases"}), frozenset[str]())
        for one in verify_documents((report(),), DocxOptions(), data, NAME, referred).diagnostics
        if one.code in {"RG852", "RG861"}
    ][::2]

    assert ["take its reference out" in hint for hint in hints] == [True, False]
    assert ["report: none" in hint for hint in hints] == [False, True]


def retyped_in_cells(**new: str) -> Change:
    """Figures typed over in their cells, by what stood there."""

    def change(body: Body) -> None:
        cells = {text_of(one): next(one.iter(f"{W}t")) for one in body.iter(f"{W}tc") if text_of(one)}
        for old, text in new.items():
            cells[old.removeprefix("_")].text = text

    return change


def test_figures_that_were_typed_over_each_other_are_both_changed() -> None:
    """All numbers of the table are still there; neither cell moved, since the bookmarks stand where they stood."""
    result = verified(retyped_in_cells(_700="358", _358="700"))

    changed = [(one.old, one.new) for one in result.figures if one.state is FigureFate.CHANGED]
    assert [("700", "358"), ("358", "700")] == changed
    assert [EditKind.EDITED] * 2 == [one.kind for one in result.edits]


def test_a_figure_of_several_words_that_lost_its_bookmark_is_unchanged() -> None:
    """All of its words stand there, also before a full stop; without one of them it is another figure."""
    made = document(
        paragraph("Within one year, the number of cases rose by ", figure("12 per cent", "cases", "2023"), "."),
        paragraph("The courts heard all of them within a year, as the law of the country asks of them."),
    )
    for new, fate in (
        ("12 per cent", FigureFate.UNCHANGED),
        ("12", FigureFate.CHANGED),
        ("21 per cent", FigureFate.CHANGED),
    ):
        data = edited(write_docx(made), without_bookmarks("Within one year"), retyped("12 per cent", new))
        [state] = verify_documents((made,), DocxOptions(), data, NAME).figures
        assert (new, fate) == (new, state.state)


@pytest.mark.parametrize("digits", ["0", ",5", ".5", ",000"])
def test_digits_typed_right_behind_a_figure_change_it(digits: str) -> None:
    """They stand behind the end of its bookmark, and what stands there may be no number any more."""
    [state] = [
        one
        for one in verified(retyped(" cases of domestic", f"{digits} cases of domestic")).figures
        if one.old == "1,058"
    ]

    assert (FigureFate.CHANGED, f"1,058{digits}") == (state.state, state.new)


@pytest.mark.parametrize("digits", ["1", "2,"])
def test_digits_typed_right_before_a_figure_change_it(digits: str) -> None:
    """As behind it."""
    [state] = [one for one in verified(retyped("In 2023, ", f"In 2023, {digits}")).figures if one.old == "1,058"]

    assert (FigureFate.CHANGED, f"{digits}1,058") == (state.state, state.new)
