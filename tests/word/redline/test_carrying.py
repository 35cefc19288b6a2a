"""What comes along from the earlier document: pictures, links and notes, in the text and in the notes."""

import re
import struct
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import product
from tempfile import NamedTemporaryFile
from zipfile import ZipFile

import pytest
from build import document, figure, paragraph, table, words
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from word.redline.test_redline import redline
from word.word_edits import Body, W, edited
from word.word_edits import paragraph as paragraph_with

from reportgen.diagnostics import Place
from reportgen.document.tree import Block, Link, Note, Paragraph, Picture
from reportgen.readers.docx.parts import open_word_file
from reportgen.word.redline.making import Redline, _disproved, read_draft, texts_of
from reportgen.word.redline.settling import accept, reject
from reportgen.word.redline.stories import stories_of
from reportgen.writers.docx.writing import write_docx

TEXTS = [
    paragraph(f"Paragraph number {name} says something of its own.", key=f"justice-1-{number}")
    for number, name in enumerate(("one", "two", "three", "four"), 1)
]
RED, BLUE = (255, 0, 0), (0, 0, 255)


def picture(color: tuple[int, int, int] = RED, shows: str = "A chart of cases", title: str = "") -> Picture:
    """A picture of one color."""
    rows = b"".join(b"\0" + bytes(color) * 2 for _ in range(2))
    parts = ((b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return Picture(
        words(title) if title else (), shows, b"\x89PNG\r\n\x1a\n" + b"".join(chunks), "png", 2, 2, f"chart-{color[0]}"
    )


def linked(address: str) -> Paragraph:
    """A paragraph with a link."""
    return paragraph("The Act is there to be read (see the ", Link(address, words("text")), ").", key="justice-1-8")


def noted(*notes: Note) -> Paragraph:
    """A paragraph with notes."""
    return paragraph("Persons receive legal aid", *notes, " in all proceedings, and for free.", key="justice-1-9")


def act(words_: str = "Act of 4 May 2021, article 12.", address: str = "") -> Note:
    """A note, perhaps with a link."""
    return Note(words(words_, Link(address, words(" Read it.")))) if address else Note(words(words_))


def made(old: Sequence[Block], new: Sequence[Block]) -> Redline:
    """A redline that gives both of its documents back: text, addresses, and the bytes of pictures."""
    before, after = write_docx(document(*old)), write_docx(document(*new))
    result = redline(before, after)
    assert result.data, result.diagnostics
    assert texts(after) == texts(result.data, accept)
    assert texts(before) == texts(result.data, reject)
    return result


def texts(data: bytes, settle: Callable[[Body], None] | None = None) -> list[str]:
    """What a file says, with the addresses of links and the digests of pictures."""
    file = open_word_file(data, Place("file.docx"))
    for tree in file.trees.values():
        if settle:
            settle(tree)
    return list(texts_of(file, stories_of(data, file)))


def told(result: Redline) -> list[tuple[str, str, str]]:
    """What was done, where, and to what."""
    return [(str(one.edit.kind), one.edit.where, one.edit.text) for one in result.marked]


WHERE = "a picture after paragraph"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([TEXTS[0], picture(), *TEXTS[1:]], TEXTS, [("deleted", f"{WHERE} 1", "[picture: A chart of cases]")]),
        (TEXTS, [*TEXTS, picture()], [("added", f"{WHERE} 4", "[picture: A chart of cases]")]),
        (
            [TEXTS[0], picture(), *TEXTS[1:]],
            [*TEXTS, picture()],
            [
                ("deleted", f"{WHERE} 1", "[picture: A chart of cases]"),
                ("added", f"{WHERE} 4", "[picture: A chart of cases]"),
            ],
        ),
        (
            [*TEXTS, picture()],
            [*TEXTS, picture(BLUE)],
            [
                ("deleted", f"{WHERE} 4", "[picture: A chart of cases]"),
                ("added", f"{WHERE} 4", "[picture: A chart of cases]"),
            ],
        ),
        (
            [*TEXTS, picture()],
            [*TEXTS, picture(shows="Cases")],
            [
                ("deleted", f"{WHERE} 4", "[picture: A chart of cases]"),
                ("added", f"{WHERE} 4", "[picture: Cases]"),
            ],
        ),
        ([*TEXTS, picture()], [*TEXTS, picture()], []),
    ],
    ids=["deleted", "added", "moved", "exchanged", "described", "same"],
)
def test_pictures_come_along(old: Sequence[Block], new: Sequence[Block], expected: list[tuple[str, str, str]]) -> None:
    """Both documents can be had back with their pictures, and what was done to them is told."""
    result = made(old, new)

    assert expected == told(result)
    assert () == result.diagnostics


def test_a_picture_with_its_title_comes_along() -> None:
    """The title is a paragraph of its own; many pictures of many files stay apart, and the file is valid."""
    colors = [(number, 2, 3) for number in range(5)]
    old: list[Block] = [
        TEXTS[0],
        *(picture(color, title=f"Chart number {color[0]}") for color in colors),
        noted(act(address="https://a.org")),
    ]
    result = made(old, [TEXTS[0], picture(BLUE), linked("https://b.org")])
    with ZipFile(BytesIO(result.data)) as archive, NamedTemporaryFile(suffix=".docx") as file:
        names = archive.namelist()
        file.write(result.data)
        file.flush()
        found = OpenXmlValidator().validate(file.name)

    assert 6 == sum("media/" in name for name in names)
    assert len(names) == len(set(names))
    assert found.is_valid, [str(error) for error in found.errors]


def test_a_redline_can_be_compared_again() -> None:
    """What was carried into it has relationships of its own, beside which others come."""
    first = made([*TEXTS, picture(), linked("https://a.org")], TEXTS)
    kept = edited(first.data, reject)
    other = write_docx(document(*TEXTS, picture(BLUE), linked("https://b.org")))

    for old, new in ((other, kept), (kept, other), (kept, first.data)):
        one = redline(old, new)
        assert one.data, one.diagnostics
        assert texts(one.data, reject) == texts(old)
        with ZipFile(BytesIO(one.data)) as archive:
            ids = re.findall(r' Id="([^"]+)"', archive.read("word/_rels/document.xml.rels").decode())
        assert len(ids) == len(set(ids))


def test_a_chart_is_left_out_and_named() -> None:
    """It leads to parts of its own; the words of both documents come back all the same."""

    def put_chart(body: Body) -> None:
        chart = etree.fromstring(
            f'<w:r xmlns:w="{W[1:-1]}" xmlns:c="urn:c" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<w:drawing><c:chart r:id="rId900"/></w:drawing></w:r>'
        )
        paragraph_with(body, "number two").append(chart)

    new = write_docx(document(*TEXTS))
    result = redline(edited(new, put_chart), new)
    back = redline(new, edited(new, put_chart))

    assert ["RG763"] == [one.code for one in result.diagnostics]
    assert "1 drawing of deleted text" in result.diagnostics[0].message
    assert [("edited", "paragraph 2", "… two says something of its own. [-[picture]-]")] == told(result)
    assert not back.diagnostics
    assert texts(new) == texts(result.data, accept)


@pytest.mark.parametrize(("old", "new"), [*product(("https://a.org/1", "https://b.org/2", ""), repeat=2)])
def test_the_address_of_a_link_counts(old: str, new: str) -> None:
    """In the text and in a note: another address is a change that says both, the same one is none."""
    of_text = made([*TEXTS, *([linked(old)] if old else [])], [*TEXTS, *([linked(new)] if new else [])])
    of_note = made([*TEXTS, noted(act(address=old))], [*TEXTS, noted(act(address=new))])

    assert (old != new) == bool(of_text.marked) == bool(of_note.marked)
    if old and new and old != new:
        assert f"[-text ({old})-] {{+text ({new})+}}" in of_text.marked[0].edit.text
        assert f"[-Read it. ({old})-] {{+Read it. ({new})+}}" in of_note.marked[0].edit.text


def test_a_deleted_note_keeps_its_link() -> None:
    """The id of its relationship means another address in the later file."""
    result = made([*TEXTS, noted(act(address="https://a.org"))], [linked("https://c.org"), *TEXTS, noted()])

    assert "[-[note: Act of 4 May 2021, article 12. Read it.]-]" in result.marked[-1].edit.text


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((), (act(),), ("paragraph 5", "aid {+[note: Act of 4 May 2021, article 12.]+} in all")),
        ((act(),), (), ("paragraph 5", "aid [-[note: Act of 4 May 2021, article 12.]-] in all")),
        ((act(),), (act("Repealed."),), ("a note to paragraph 5", "[-Act of 4 May 2021, article 12-] {+Repealed+} .")),
    ],
    ids=["added", "deleted", "edited"],
)
def test_the_words_of_a_note_are_told(old: tuple[Note, ...], new: tuple[Note, ...], expected: tuple[str, str]) -> None:
    """That a note was added or deleted, and what it says."""
    ((kind, where, text),) = told(made([*TEXTS, noted(*old)], [*TEXTS, noted(*new)]))

    assert ("edited", expected[0]) == (kind, where)
    assert expected[1] in text


def test_the_notes_of_an_added_paragraph_are_told() -> None:
    """With its words, where their marks stand."""
    result = made(TEXTS, [*TEXTS, noted(act())])

    assert "legal aid [note: Act of 4 May 2021, article 12.] in all" in result.marked[0].words


def test_a_note_has_its_places_in_both_files() -> None:
    """The earlier place is that of the earlier file."""
    result = made([*TEXTS, noted(act())], [*TEXTS[1:], noted(act("Repealed."))])

    assert ("a note to paragraph 4", "a note to paragraph 5") == (
        result.marked[-1].edit.where,
        result.marked[-1].edit.was,
    )


def test_a_table_with_other_columns_is_deleted_and_added() -> None:
    """Neither is divided; both stand at the table, not at each of its cells."""
    old = table("Cases", "Court | 2022 | 2023", "City | 1 | 2", "District | 3 | 4", key="courts")
    new = table("Cases", "Court | 2021 | 2022 | 2023", "City | 0 | 1 | 2", "District | 9 | 3 | 4", key="courts")

    assert [
        ("deleted", "table 1", "Court | 2022 | 2023 | City | 1 | 2 | District | 3 | 4"),
        ("added", "table 1", "Court | 2021 | 2022 | 2023 | City | 0 | 1 | 2 | District | 9 | 3 | 4"),
    ] == told(made([*TEXTS, old], [*TEXTS, new]))


def test_a_comment_changes_nothing() -> None:
    """That of the later file stays; that of the earlier one does not come along, since its words do not."""

    def comment(body: Body) -> None:
        mark = etree.Element(f"{W}commentReference", {f"{W}id": "7"})
        run = etree.SubElement(paragraph_with(body, "number two"), f"{W}r")
        run.append(mark)

    plain = write_docx(document(*TEXTS))
    commented = edited(plain, comment)
    added, gone = redline(plain, commented), redline(commented, write_docx(document(TEXTS[0], *TEXTS[2:])))

    assert () == added.marked
    assert ["deleted"] == [one.edit.kind for one in gone.marked]
    with ZipFile(BytesIO(added.data)) as one, ZipFile(BytesIO(gone.data)) as other:
        assert b"commentReference" in one.read("word/document.xml")
        assert b"commentReference" not in other.read("word/document.xml")


def test_a_bookmark_of_the_earlier_document_comes_along_where_the_later_one_has_none() -> None:
    """A reference within what was deleted leads there when the deletion is rejected; no name stands twice."""
    numbers = "The courts heard ", figure("1,058", "cases", "2023"), " cases."
    kept, left_out = paragraph(*numbers, key="justice-1-7"), paragraph(*numbers, key="justice-1-8")
    result = redline(write_docx(document(kept, *TEXTS, left_out)), write_docx(document(kept, *TEXTS)))
    root = open_word_file(result.data, Place("redline.docx")).document
    names = [mark.get(f"{W}name", "") for mark in root.iter(f"{W}bookmarkStart")]

    assert {"justice_1_7", "justice_1_8"} <= set(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("has_lost", [False, True])
def test_the_proof_sees_a_picture_that_is_missing(*, has_lost: bool) -> None:
    """Of a file that says the same in words; only where it is said that a picture could not come along is it let go."""
    old, new = write_docx(document(*TEXTS, picture())), write_docx(document(*TEXTS))
    drafts = read_draft(old, "old.docx"), read_draft(new, "new.docx")

    assert has_lost == (_disproved(new, *drafts, has_lost=has_lost) == "")
    assert _disproved(old, *drafts, has_lost=has_lost)  # what is accepted lacks none
