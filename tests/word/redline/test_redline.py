"""Redlines: accepted they are the later document, rejected the earlier one, and they mark nothing that only follows."""

import datetime as dt
import re
from collections.abc import Callable
from io import BytesIO
from tempfile import NamedTemporaryFile
from zipfile import ZipFile

import pytest
from build import document, paragraph
from hypothesis import assume, given, settings
from lxml import etree
from office import needs_office
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from word.redline.changes_in_office import settled
from word.redline.drafts import chosen, drafts
from word.test_verify import report
from word.word_edits import (
    Body,
    Change,
    W,
    added_after,
    deleted,
    edited,
    merged,
    moved_to_the_start,
    retyped,
    split_before,
    tracked,
)
from xlsx import unzipped

from reportgen.document.tree import Document, Reference
from reportgen.word.redline.carrying import Author
from reportgen.word.redline.making import Redline, make_redline, read_draft
from reportgen.word.redline.settling import accept, reject
from reportgen.word.result import EditKind
from reportgen.word.verify import verify_documents
from reportgen.writers.docx.writing import DocxOptions, write_docx

AUTHOR = Author("Ministry of Justice", dt.datetime(2024, 5, 1, tzinfo=dt.UTC))
EDITS = {
    "figure": [retyped("1,058", "1,085")],
    "turned": [retyped("Nobody was turned away from", "Some were turned away by")],
    "reworded": [retyped("Every call is recorded and kept", "All calls are kept")],
    "split": [split_before(" in 2022")],
    "merged": [merged("Shelters", "The police")],
    "moved": [moved_to_the_start("The oversight", "In 2023")],
    "deleted": [deleted("The oversight")],
    "added": [added_after("Shelters", "A new paragraph was put in here.")],
    "cell": [retyped("District", "Districts")],
    "heading": [retyped("General information on the national", "Information on the national")],
}
"""What people do to a document."""


def redline(old: bytes, new: bytes, author: Author = AUTHOR) -> Redline:
    """The redline of two files."""
    return make_redline(read_draft(old, "old.docx"), read_draft(new, "new.docx"), author)


def test_a_paragraph_that_references_lead_to_keeps_its_place() -> None:
    """When a move is rejected, its bookmark is gone: others are moved around it, as few as can be."""
    led_to = paragraph("Legal aid is given to all who cannot pay.", key="justice-1-1")
    others = [paragraph(f"Court number {name} heard cases.", key=f"justice-1-{name}") for name in (2, 3, 4)]
    last = paragraph("See ", Reference("justice-1-1"), ".", key="justice-1-5")
    made = redline(write_docx(document(led_to, *others, last)), write_docx(document(*others, led_to, last)))

    moved = {one.edit.text for one in made.marked if one.edit.kind is EditKind.MOVED}
    assert {f"Court number {name} heard cases." for name in (2, 3, 4)} == moved


def part(data: bytes, name: str = "word/document.xml") -> str:
    """A part of a file."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def kinds(made: Redline) -> list[tuple[str, str]]:
    """What was marked, and where."""
    return [(str(one.edit.kind), one.edit.where) for one in made.marked]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("figure", ("edited", "paragraph 1")),
        ("turned", ("edited", "paragraph 1")),
        ("reworded", ("edited", "paragraph 3")),
        ("split", ("split", "paragraph 1 and paragraph 2")),
        ("merged", ("merged", "paragraph 2")),
        ("moved", ("moved", "paragraph 1")),
        ("deleted", ("deleted", "paragraph 4")),
        ("added", ("added", "paragraph 3")),
        ("cell", ("edited", "table 1, row 3, column 1")),
        ("heading", ("edited", "heading “Information on the national human rights situation”")),
    ],
)
def test_each_edit_is_one_change(name: str, expected: tuple[str, str]) -> None:
    """What was done is one change with its place, there and back, and the proof holds."""
    old = write_docx(report())
    new = edited(old, *EDITS[name])
    made, back = redline(old, new), redline(new, old)

    assert kinds(made) == [expected]
    assert len(back.marked) == 1
    assert made.data
    assert back.data
    assert not made.diagnostics


def test_a_note_is_one_change() -> None:
    """A word of a note is a change in the note, and not in its paragraph."""
    old = write_docx(report())
    parts = unzipped(old)
    parts["word/footnotes.xml"] = parts["word/footnotes.xml"].replace(b"made in error", b"made by mistake")
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    made = redline(old, stream.getvalue())

    assert kinds(made) == [("edited", "a note to paragraph 3")]
    assert "<w:ins " not in part(made.data)
    assert "<w:ins " in part(made.data, "word/footnotes.xml")


def test_a_changed_figure_and_an_added_paragraph_are_two_changes() -> None:
    """The numbers, references and contents that follow from them are not marked."""
    old = write_docx(report())
    new = edited(old, retyped("1,058", "1,085"), added_after("the issues raised in paragraph 1", "A new first one."))
    body = part(redline(old, new).data)

    assert 1 == body.count("<w:del ") == len(re.findall(r"<w:delText[^>]*>1,058<", body))
    assert 3 == body.count("<w:ins ")  # the figure, the paragraph and its mark
    assert "delInstrText" not in body


def test_typed_numbers_that_follow_are_not_marked() -> None:
    """Where numbers are typed, a paragraph at the beginning changes no other."""
    top, rest = report().blocks[:3], report().blocks[3:]
    longer = document(*top, paragraph("A new first paragraph.", key="new-1-1"), *rest)
    old, new = (write_docx(one, DocxOptions("typed")) for one in (document(*top, *rest), longer))
    made = redline(old, new)

    assert [("added", "paragraph 1")] == kinds(made)
    assert 3 == part(made.data).count("<w:ins ")  # the number, the paragraph and its mark


def test_equal_documents_have_nothing_marked() -> None:
    """Two builds of one project give the later one back."""
    made = redline(write_docx(report()), write_docx(report()))

    assert () == made.marked
    assert "<w:ins " not in part(made.data)


def test_a_redline_is_read_by_verify() -> None:
    """Bookmarks of figures and paragraphs stay: every figure of the later document is found in its redline."""
    later = report()
    old = edited(write_docx(later), retyped("1,058", "1,085"), deleted("The oversight"), split_before(" in 2022"))
    made = redline(old, write_docx(later))
    verified = verify_documents((later,), DocxOptions(), made.data, "redline.docx")

    assert () == verified.edits
    assert ["RG810"] == [one.code for one in verified.diagnostics]
    assert all(one.state == "unchanged" for one in verified.figures)


def test_open_changes_are_taken_as_accepted() -> None:
    """A draft with tracked changes is compared as it stands when they are accepted."""
    old = write_docx(report())
    made = redline(old, edited(old, tracked("1,058", "1,085")))

    assert [("edited", "paragraph 1")] == kinds(made)
    assert 'w:author="A"' not in part(made.data)


def test_without_a_date_nothing_is_a_move() -> None:
    """The schema wants the date of a move, so that a move without one is deleted and inserted."""
    old = write_docx(report())
    new = edited(old, *EDITS["moved"])

    assert "moveFromRangeStart" in part(redline(old, new).data)
    assert "moveFrom" not in part(redline(old, new, Author("A")).data)


def test_what_cannot_be_compared_is_refused() -> None:
    """Another report, a file that is none, and changes within a field are said, and nothing is made."""
    old = write_docx(report())
    other = document(paragraph("Another State reports to another Committee about something else.", key="justice-1-1"))
    in_field = edited(old, _changed_in_field)
    refused = [redline(old, new) for new in (write_docx(other), b"PK\x03\x04", b"%PDF-1.7", b"text", in_field)]

    assert [b""] * 5 == [one.data for one in refused]
    assert ["RG760", "RG803", "RG802", "RG650", "RG762"] == [one.diagnostics[-1].code for one in refused]


def _changed_in_field(body: Body) -> None:
    """The number of a reference typed over while changes are tracked."""
    code = next(one for one in body.iter(f"{W}instrText") if "REF" in (one.text or ""))
    begin = code.getparent()
    assert begin is not None
    result = list(begin.itersiblings(f"{W}r"))[1]
    mark = etree.Element(f"{W}ins", {f"{W}id": "900", f"{W}author": "A"})
    result.addprevious(mark)
    mark.append(result)


def _deleted_field(author: str) -> Change:
    """A paragraph with a reference deleted while changes are tracked, run by run as LibreOffice does; by one or two."""

    def change(body: Body) -> None:
        code = next(one for one in body.iter(f"{W}instrText") if "REF" in (one.text or ""))
        found = next(code.iterancestors(f"{W}p"))
        for number, run in enumerate(list(found.iter(f"{W}r"))):
            mark = etree.Element(f"{W}del", {f"{W}id": f"9{number}", f"{W}author": author if number % 2 else "A"})
            run.addprevious(mark)
            mark.append(run)

    return change


def test_a_field_may_be_changed_as_a_whole() -> None:
    """A reference that was deleted with its sentence is no change within it; a part of it deleted by another one is."""
    old = write_docx(report())

    assert [] == [one.code for one in redline(old, edited(old, _deleted_field("A"))).diagnostics if one.code == "RG762"]
    assert "RG762" == redline(old, edited(old, _deleted_field("B"))).diagnostics[-1].code


@given(drafts(), drafts())
@settings(max_examples=60, deadline=None)
def test_accepting_gives_the_new_and_rejecting_the_old(old: Document, new: Document) -> None:
    """Whatever was added, taken out, moved, divided, joined or written anew: the redline gives both documents back."""
    before, after = write_docx(old), write_docx(new)
    made = redline(before, after)

    assume("RG760" not in [one.code for one in made.diagnostics])  # by chance they have too little in common
    assert made.data, made.diagnostics
    assert _paragraphs(made.data, accept) == _paragraphs(after, None)
    assert _paragraphs(made.data, reject) == _paragraphs(before, None)


def _paragraphs(data: bytes, settle: Callable[[Body], None] | None) -> list[str]:
    """The text of each paragraph, without the results of fields."""
    root = etree.fromstring(part(data).encode())
    if settle:
        settle(root)
    for mark in root.iter(f"{W}fldChar"):
        run = mark.getparent()
        if mark.get(f"{W}fldCharType") == "separate" and run is not None:
            for text in next(run.itersiblings(f"{W}r")).iter(f"{W}t"):
                text.text = "#"
    texts = ["".join(one.text or "" for one in paragraph.iter(f"{W}t")) for paragraph in root.iter(f"{W}p")]
    return [text for text in texts if text]


@given(drafts(), drafts())
@settings(max_examples=10, deadline=None)
def test_redlines_are_valid(old: Document, new: Document) -> None:
    """The schemas accept what is written, and no two changes have one id."""
    made = redline(write_docx(old), write_docx(new))
    assume("RG760" not in [one.code for one in made.diagnostics])
    data = made.data
    with NamedTemporaryFile(suffix=".docx") as file:
        file.write(data)
        file.flush()
        result = OpenXmlValidator().validate(file.name)
    ids = re.findall(r'<w:(?:ins|del|moveFrom|moveTo) w:id="(\d+)"', part(data))

    assert result.is_valid, [str(error) for error in result.errors]
    assert len(ids) == len(set(ids))


def drafts_of(seed: int) -> tuple[bytes, bytes]:
    """Two drafts as files."""
    old, new = chosen(seed)
    return write_docx(old), write_docx(new)


@needs_office
def test_libreoffice_gives_both_documents_back() -> None:
    """With changes accepted LibreOffice prints what it prints of the new document, rejected of the old one."""
    old = write_docx(report())
    pairs = {name: (old, edited(old, *changes)) for name, changes in EDITS.items()}
    pairs |= {f"{name}-back": (new, old) for name, (old, new) in pairs.items()}
    pairs |= {f"draft{seed}": drafts_of(seed) for seed in range(4)}
    files = {data: f"plain{number}" for number, data in enumerate({one for pair in pairs.values() for one in pair})}
    redlines = {name: redline(*pair).data for name, pair in pairs.items()}
    printed = settled({name: data for data, name in files.items()}, redlines)

    for name, (before, after) in pairs.items():
        assert _lines(printed[name, "accepted"]) == _lines(printed[files[after], ""]), name
        assert _lines(printed[name, "rejected"]) == _lines(printed[files[before], ""]), name


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
