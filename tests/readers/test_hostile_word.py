"""Word files that no office program writes: each is refused with one diagnostic, and none harms the reader."""

import pytest
from build import sample_document
from hypothesis import given, settings
from hypothesis import strategies as st
from readers.word_files import SPACES, p, r, word

from reportgen import limits
from reportgen.diagnostics import CATALOGUE, Severity
from reportgen.readers.reading import read_report
from reportgen.writers.docx.writing import write_docx

PART = "word/document.xml"
SAMPLE = write_docx(sample_document())
RUN_HIDDEN = r("secret", "<w:vanish/>")


def codes(data: bytes) -> list[str]:
    """The codes of what is said."""
    return [one.code for one in read_report(data, "report.docx").diagnostics]


def with_part(content: str | bytes) -> bytes:
    """A Word file whose text is this part."""
    return word("", parts={PART: content})


def document(body: str) -> str:
    """A whole part with a body."""
    return f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"


CASES: dict[str, list[bytes]] = {
    "RG801": [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600],
    "RG802": [
        b"%PDF-1.7",
        b"{\\rtf1 text}",
        b"PK\x05\x06" + b"\0" * 18,
        word("", parts={"[Content_Types].xml": "<Types/>"}),
        word(p("x"), main="application/vnd.ms-word.document.macroEnabled.main+xml"),
        word(p("x"), main="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        word(p("x"), main="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
    ],
    "RG803": [
        SAMPLE[: len(SAMPLE) // 2],
        b"PK\x03\x04",
        with_part("<w:document"),
        with_part("<other/>"),
        with_part(document("").encode("utf-8").replace(b"<w:body>", b"\xff<w:body>")),
    ],
    "RG804": [
        with_part(f'<!DOCTYPE x [<!ENTITY a "b">]>{document(p("x"))}'),
        with_part(f'<!DOCTYPE x SYSTEM "file:///etc/passwd">{document("")}'),
        word(p("x"), parts={"../../start.xml": "<a/>"}),
        word(p("x"), parts={"WORD/document.xml": "<a/>"}),
    ],
    "RG805": [word(p("x"), parts={"word/bomb.xml": b" " * (limits.ZIP_PART_BYTES + 1)})],
    "RG806": [with_part(document("<w:sdt><w:sdtContent>" * 100 + "</w:sdtContent></w:sdt>" * 100))],
    "RG807": [word(""), word(p())],
    "RG650": [b"P", b"  \n", b"Some text.\n"],
    "RG811": [word(p("1. x"), comments="<w:comment w:id='1'/>")],
    "RG812": [word(p("1. x", "<w:r><w:drawing><wp:docPr descr='A chart'/></w:drawing></w:r>"))],
    "RG813": [word(p("1. x") + '<w:altChunk r:id="rId9"/>')],
    "RG818": [word(p("1. x\u200by"))],
    "RG817": [word(p("1. x", RUN_HIDDEN))],
}


@pytest.mark.parametrize(("code", "data"), [(code, data) for code, found in CASES.items() for data in found])
def test_each_is_named(code: str, data: bytes) -> None:
    """One file, one diagnostic, and an empty document where it was refused."""
    read = read_report(data, "report.docx")

    assert [code] == [one.code for one in read.diagnostics]
    assert (CATALOGUE[code].severity is Severity.ERROR) == (read.document.blocks == ())


def test_alternative_texts_are_shown() -> None:
    """What a picture says of itself is passed on to people."""
    (said,) = read_report(CASES["RG812"][0], "report.docx").diagnostics

    assert ("alternative text: A chart",) == said.notes


def test_every_message_speaks_of_a_document() -> None:
    """A person who sends a Word file is never told of workbooks or Excel."""
    entries = {code: CATALOGUE[code] for code in CASES}

    assert [] == [
        code for code, one in entries.items() if "Excel" in one.hint + one.message or "workbook" in one.message
    ]


def test_addresses_that_links_may_not_have_are_text() -> None:
    """A link to a file or a script is read as its words alone."""
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="t" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    )
    body = p("1. See ", '<w:hyperlink r:id="r1"><w:r><w:t>here</w:t></w:r></w:hyperlink>')

    read = read_report(word(body, parts={"word/_rels/document.xml.rels": rels}), "x.docx")

    assert "passwd" not in repr(read.document)
    assert () == read.diagnostics


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_random_damage_is_no_traceback(changes: list[tuple[int, int]]) -> None:
    """A damaged file is read or refused."""
    data = bytearray(SAMPLE)
    for place, byte in changes:
        data[place] = byte

    read_report(bytes(data), "report.docx")


PIECES = """\
<w:p> </w:p> <w:r> </w:r> <w:tab/> <w:tbl> </w:tbl> <w:tr> </w:tr> <w:tc> </w:tc> <w:ins> </w:ins> <w:sectPr/>
<w:fldChar~w:fldCharType="begin"/> <w:fldChar~w:fldCharType="separate"/> <w:fldChar~w:fldCharType="end"/>
<w:bookmarkStart~w:id="1"~w:name="a"/> <w:bookmarkEnd~w:id="1"/> <w:footnoteReference~w:id="7"/>
<w:pPr><w:numPr><w:numId~w:val="1"/></w:numPr></w:pPr> <w:t>Table~1</w:t> <w:t>Contents</w:t> <w:t>A.~x</w:t>
<w:t>United~Nations</w:t> <w:t>1.~One</w:t> <w:t>(a)~b</w:t>
"""
XML = st.sampled_from([piece.replace("~", " ") for piece in PIECES.split()])
NAMES = st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "pPr", "ins", "del", "sdt", "sdtContent", "hyperlink"])


@given(st.lists(XML, max_size=40))
def test_elements_in_any_order_are_no_traceback(elements: list[str]) -> None:
    """Whatever stands in whatever is read or refused, even what no schema allows."""
    read_report(with_part(document("".join(elements))), "report.docx")


@given(
    st.lists(st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "pPr", "ins", "del", "sdt", "sdtContent", "hyperlink"]))
)
def test_elements_within_each_other_are_no_traceback(names: list[str]) -> None:
    """The same, well-formed."""
    body = "".join(f"<w:{name}>" for name in names) + "".join(f"</w:{name}>" for name in names[::-1])

    read_report(with_part(document(f"{body}{p('1. x')}")), "report.docx")


def test_a_note_is_read_once() -> None:
    """A file whose marks all point to one note does not multiply its text."""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(p("1. x", *([mark] * 50)), footnotes=f'<w:footnote w:id="2">{p("A note.")}</w:footnote>')

    assert 1 == repr(read_report(data, "report.docx").document).count("A note.")


def test_a_text_that_is_too_long_is_refused() -> None:
    """A text file is bounded far above any report."""
    assert ["RG104"] == [one.code for one in read_report(b"a\n" * limits.REPORT_TEXT_BYTES, "x.txt").diagnostics]
