"""Pages in Arabic by Typst: each line as WeasyPrint sets it, pieces from left to right whole, each letter read once."""

import io
import re
import string
from collections.abc import Sequence

import page as ua
import pytest
from build import document, full_document, heading, paragraph, sample_cover, table, words
from pypdf import PdfReader
from repository import ROOT
from writers.test_same_page import AGENDA, HARD

from reportgen.document import tree as t
from reportgen.document.numbering import number_document
from reportgen.document.walk import change_document
from reportgen.languages.front import load_front
from reportgen.pipeline import check_project
from reportgen.writers.pdf import render_pdf
from reportgen.writers.typst.engine import render_typst

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
ARABIC = {ord(letter): LETTERS[at * 5 % 28] for at, letter in enumerate(string.ascii_lowercase)}
ARABIC |= {ord(letter.upper()): ARABIC[ord(letter)] for letter in string.ascii_lowercase} | {ord(","): "،"}
UNSEEN = re.compile("[\\s.…•\u200f\u2066\u2069]")
Row = tuple[int, float, float, str]
"""A page, points from the bottom and from the left of it, and the letters that stand there, sorted."""


def in_arabic(tree: t.Document, *, spelled: bool = True) -> t.Document:
    """A document in Arabic; spelled, with an Arabic letter for each Latin one of the text below the first page."""
    front = load_front("ar")
    spell = (lambda one: t.Text(one.text.translate(ARABIC)) if isinstance(one, t.Text) else one) if spelled else None
    changed = change_document(tree, spell) if spell else tree
    return number_document(
        t.Document(tree.title, tree.symbol, front.tag, tree.cover, changed.blocks, words=front.wording)
    )


def rows(content: bytes) -> list[Row]:
    """The lines of a PDF from the top, whatever the order in which its pieces were written."""
    found: list[Row] = []
    for number, page in enumerate(PdfReader(io.BytesIO(content)).pages):
        pieces: list[tuple[float, float, str]] = []

        def visit(
            text: str, outer: list[float], inner: list[float], *_: object, to: list[tuple[float, float, str]] = pieces
        ) -> None:
            if bare := UNSEEN.sub("", text):
                to.append((inner[5] * outer[3] + outer[5], inner[4] * outer[0] + outer[4], bare))

        page.extract_text(visitor_text=visit)
        height, line = 1000.0, list[tuple[float, str]]()
        for y, x, text in sorted(pieces, reverse=True):
            if height - y > 5:
                found += [_row(number, height, line)] if line else []
                height, line = y, []
            line.append((x, text))
        found += [_row(number, height, line)] if line else []
    return found


def _row(page: int, height: float, line: list[tuple[float, str]]) -> Row:
    return page, height, min(line)[0], "".join(sorted("".join(text for _, text in line)))


def assert_same_rows(tree: t.Document) -> None:
    """Fail where a line holds other letters, or stands elsewhere than with the other engine."""
    typst, weasyprint = rows(render_typst(tree).content), rows(render_pdf(tree).content)

    assert [text for *_, text in typst] == [text for *_, text in weasyprint]
    for ours, theirs in zip(typst, weasyprint, strict=True):
        assert ours[0] == theirs[0]
        assert ours[1] == pytest.approx(theirs[1], abs=4), ours
        assert ours[2] == pytest.approx(theirs[2], abs=7), ours  # WeasyPrint leaves the last space of a line at its end


SHORT = {name: blocks for name, blocks in HARD.items() if name not in {"contents over pages", "many marks"}}
"""Documents of a page: lines of WeasyPrint are 0.09 points higher where letters come from another font."""


@pytest.mark.parametrize("blocks", SHORT.values(), ids=SHORT.keys())
def test_both_engines_set_hard_documents_alike(blocks: Sequence[t.Block]) -> None:
    """Headings, notes, lists, tables, turned pages: from right to left, with the same lines at the same places."""
    assert_same_rows(in_arabic(document(*blocks, cover=sample_cover())))


def test_both_engines_set_contents_and_annexes_alike() -> None:
    """The numbers of the contents stand at the left, and the first pages of annexes are those that they say."""
    parts = [heading(t.Level.THEME, f"Theme {number} of words", key=f"theme-{number}") for number in range(6)]
    annexes = [heading(t.Level.ANNEX, f"Annex of words {number}", key=f"annex-{number}") for number in range(2)]
    tree = in_arabic(document(t.Contents(words("Contents")), *parts, paragraph("Text."), *annexes, cover=AGENDA))

    assert_same_rows(tree)
    assert render_typst(tree).pages == render_pdf(tree).pages


def test_both_engines_set_english_in_arabic_alike() -> None:
    """Every kind of block, with words and years that read on from left to right."""
    tree = in_arabic(full_document(), spelled=False)
    typst, weasyprint = rows(render_typst(tree).content), rows(render_pdf(tree).content)

    assert [text for *_, text in typst] == [text for *_, text in weasyprint]


def test_the_example_has_the_lines_of_the_other_engine() -> None:
    """The report of `examples/arabic`, without marks above and below letters, which pypdf does not read as such."""
    tree = check_project(ROOT / "examples" / "arabic").document
    assert tree is not None
    bare = change_document(
        tree, lambda one: t.Text(re.sub("[\u064b-\u0652]", "", one.text)) if isinstance(one, t.Text) else one
    )

    assert_same_rows(bare)


def from_the_left(content: bytes) -> str:
    """What stands on the first page from the left, without the Arabic words."""
    pieces: list[tuple[int, float, str]] = []

    def visit(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        bare = re.sub("[\u0600-\u06ff]", "", UNSEEN.sub("", text))
        pieces.append((-round(inner[5] * outer[3] + outer[5]), inner[4] * outer[0] + outer[4], bare))

    PdfReader(io.BytesIO(content)).pages[0].extract_text(visitor_text=visit)
    return "".join(text for *_, text in sorted(pieces))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("On 4–28 March 2024, 3 of 5.", "On4–28March2024,3of5"),
        ("وفي CCPR/C/NRS/3، الفقرة 5", "5CCPR/C/NRS/3"),
        ("في الفترة 2020-2023 فقط", "2023-2020"),
        ("الفقرتان 5–7 أعلاه", "7–5"),
        ("نسبة −5 و77.18% فقط", "77.18%−5"),
        ("قانون 1 058 وقانون", "1058"),
    ],
)
def test_pieces_keep_their_order(text: str, shown: str) -> None:
    """What reads from left to right is not turned over; of a range in Arabic the first number stands at the right."""
    tree = in_arabic(document(paragraph(text), cover=()), spelled=False)

    assert f"{UNSEEN.sub('', shown)}-1" == from_the_left(render_typst(tree).content)
    assert f"{UNSEEN.sub('', shown)}-1" == from_the_left(render_pdf(tree).content)


MARKED = "شخصاً وقُدمت في محامٍ"
"""Three marks, each above or below its letter."""
EMPTY = b"/Span<</ActualText<FEFF>>>BDC"


def content_of(pdf: bytes) -> bytes:
    """What draws the first page."""
    contents = PdfReader(io.BytesIO(pdf)).pages[0].get_contents()
    assert contents is not None
    return contents.get_data()


def test_each_letter_is_read_once() -> None:
    """The mark of a letter, which is drawn apart from it, has no text of its own, and the file is still a PDF/UA."""
    made = render_typst(in_arabic(document(paragraph(MARKED), cover=()), spelled=False)).content

    assert 3 == content_of(made).count(EMPTY)
    assert ua.validate_pdf_bytes(made, profile=ua.ValidationProfile.PDF_UA_1).failures == []


@pytest.mark.parametrize(
    "tree",
    [
        in_arabic(document(paragraph("Text of 1,234 words"), table("A", "B | 2023", "C | 1"), cover=sample_cover())),
        in_arabic(full_document(), spelled=False),
    ],
)
def test_what_has_no_marks_is_left_alone(tree: t.Document) -> None:
    """Raised numbers of notes, single letters and figures keep their text."""
    assert EMPTY not in content_of(render_typst(tree).content)


def test_the_same_document_gives_the_same_bytes() -> None:
    """Also where something is written behind the file."""
    tree = in_arabic(document(paragraph(MARKED), cover=()), spelled=False)

    assert render_typst(tree).content == render_typst(tree).content
