"""The PDF of Typst: the page of WeasyPrint's, tagged, the same bytes every time, and no input is ever code."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page as ua
import pytest
from build import document, full_document, heading, paragraph, sample_cover, table, words
from msgspec.structs import replace
from PIL import Image
from printed import squeezed
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject
from typst import Fonts
from writers.test_pdf import Tags, long_document

from reportgen.document.numbering import number_document
from reportgen.document.tree import (
    Block,
    Cell,
    Contents,
    Document,
    Item,
    ItemList,
    Level,
    Link,
    Note,
    Paragraph,
    Picture,
    Row,
    Table,
)
from reportgen.document.walk import plain_text
from reportgen.languages.front import load_front
from reportgen.writers.pdf import PdfUnavailableError, render_pdf
from reportgen.writers.rendering import RenderOptions, render_documents
from reportgen.writers.typst import engine
from reportgen.writers.typst.engine import render_typst

CODE = '#panic("no") *bold* _x_ $y$ `z` <a> @b \\ // c /* d */ #eval("1") "quoted"'


def pages(content: bytes) -> list[str]:
    """The text of each page; dots of leaders and breaks of lines are left out, since the engines put them otherwise."""
    texts = (page.extract_text().replace("…", "...") for page in PdfReader(io.BytesIO(content)).pages)
    return [squeezed(text) for text in texts]


def letters(content: bytes) -> list[str]:
    """The letters of all pages, sorted; the order of notes and of the masthead is the engine's own."""
    return sorted(letter for text in pages(content) for letter in text if not letter.isspace() and letter not in ".•")


def in_language(language: str) -> Document:
    """The full document with the words of another language, and `a)` for `(a)`."""
    front = load_front(language)
    return number_document(replace(full_document(), language=front.tag, words=front.wording))


@pytest.mark.parametrize("tree", [full_document(), long_document(), in_language("fr"), in_language("es")])
def test_both_engines_print_the_same_text(tree: Document) -> None:
    """No letter is lost or added, furniture included, and every page begins alike."""
    typst, weasyprint = render_typst(tree), render_pdf(tree)

    assert letters(typst.content) == letters(weasyprint.content)
    assert len(pages(typst.content)) == len(pages(weasyprint.content))
    assert typst.pages == weasyprint.pages


def test_what_was_set_before_in_a_process_changes_nothing() -> None:
    """Typst remembers the blocks that it has set, and the page of each heading is that of this document."""
    code = """
import sys
from writers.test_typst import edited
from reportgen.writers.typst.engine import render_typst
sys.stdout.buffer.write(render_typst(edited(int(sys.argv[1]))).content)
"""
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    alone = subprocess.run([sys.executable, "-c", code, "2"], capture_output=True, check=True, env=path).stdout

    made = [render_typst(edited(number)) for number in (0, 1, 2, 0)]

    assert alone == made[2].content
    assert made[0] == made[3]
    assert len({pdf.content for pdf in made}) == len(made) - 1
    assert made[0].pages != made[2].pages


def edited(number: int) -> Document:
    """The long document with more or less of it before its middle."""
    tree = long_document()
    more = tuple(replace(paragraph(f"Words {place}. " * 40), label="1.") for place in range(number * 6))
    end = heading(Level.PART, "End", key="end")
    return replace(tree, blocks=(*tree.blocks[:4], *more, *tree.blocks[4:], end))


def test_only_the_text_depends_on_the_document() -> None:
    """A look that holds the document, as a function does whose words name it, would have Typst set all of it anew."""
    page = Path(engine.__file__).with_name("page.typ").read_text(encoding="utf-8")
    statements = [one for one in page.split("\n#") if "doc" in re.findall(r"\bdoc\b", one.partition("\n}")[0])]

    assert "sys.inputs" not in page
    assert [] == [one for one in statements if re.match(r"let [\w-]+\(|show|set page", one)]


def pages_of_paragraphs(tree: Document, content: bytes) -> dict[str, list[int]]:
    """The pages on which each numbered paragraph begins; several, where another page holds the same words."""
    texts = ["".join(text.split()) for text in pages(content)]
    starts = [plain_text(block.children) for block in tree.blocks if isinstance(block, Paragraph) and block.number]
    shortened = ["".join(squeezed(start).split())[:40] for start in starts]
    return {start: [at for at, text in enumerate(texts) if start in text] for start in shortened}


def test_every_paragraph_stands_on_the_page_of_the_other_engine() -> None:
    """Whoever cites a page of a draft cites that of the final report."""
    tree = long_document()
    found = pages_of_paragraphs(tree, render_typst(tree).content)

    assert all(found.values())
    assert found == pages_of_paragraphs(tree, render_pdf(tree).content)


@pytest.mark.parametrize("tree", [full_document(), long_document(), document(), in_language("fr")])
def test_the_file_is_a_pdf_ua(tree: Document) -> None:
    """It holds the rules of PDF/UA-1."""
    report = ua.validate_pdf_bytes(render_typst(tree).content, profile=ua.ValidationProfile.PDF_UA_1)

    assert [] == [(failure.rule_id, failure.message) for failure in report.failures]


@pytest.mark.parametrize("language", ["fr", "es"])
def test_items_have_the_marks_of_the_language(language: str) -> None:
    """`a)` and `i)` in French and Spanish, `(a)` and `(i)` nowhere."""
    printed = " ".join(pages(render_typst(in_language(language)).content)).replace(" ", "")

    assert "a)Inspect" in printed
    assert "i)From" in printed
    assert "(a)Inspect" not in printed


def shown(width: int, height: int, kind: str) -> Picture:
    """A picture of a size in pixels, with a title."""
    data = io.BytesIO()
    Image.new("RGB", (width, height), "#88aadd").save(data, kind)
    return Picture(words("Courts"), "Map of the courts", data.getvalue(), kind, width, height)


def drawn(content: bytes) -> list[tuple[int, int, int]]:
    """The page, and the width and the height in points, of each picture."""
    return [(at, *size) for at, page in enumerate(PdfReader(io.BytesIO(content)).pages) for size in _drawn_on(page)]


def _drawn_on(page: PageObject) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []

    def look(operator: bytes, operands: list[Any], matrix: list[float], _: list[float]) -> None:
        if operator == b"Do" and page["/Resources"]["/XObject"][operands[0]]["/Subtype"] == "/Image":  # type: ignore[index]
            found.append((round(abs(matrix[0])), round(abs(matrix[3]))))

    page.extract_text(visitor_operand_before=look)
    return found


@pytest.mark.parametrize(
    ("width", "height", "points"),
    [
        (40, 20, (30, 15)),
        (491, 100, (368, 75)),
        (492, 100, (368, 75)),
        (2000, 1000, (368, 184)),
        (300, 680, (225, 510)),
        (300, 3000, (51, 510)),
        (6000, 6000, (368, 368)),
    ],
)
@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_picture_has_the_size_of_the_other_engine(
    width: int, height: int, points: tuple[int, int], kind: str
) -> None:
    """As many points as its pixels say, and never wider than the text or higher than 18 cm."""
    tree = document(paragraph("a"), shown(width, height, kind), paragraph("b"))
    typst = render_typst(tree).content

    assert [(0, *points)] == drawn(typst) == drawn(render_pdf(tree).content)


def test_a_picture_has_its_alternative_text() -> None:
    """The file stays a PDF/UA, and its figure says what it shows; quotation marks and all."""
    picture = replace(shown(40, 20, "png"), shows=CODE)
    content = render_typst(document(paragraph("a"), picture)).content
    reader = PdfReader(io.BytesIO(content))
    objects = [reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"])))]
    tagged = [one for one in objects if isinstance(one, DictionaryObject) and one.get("/S") == "/Figure"]

    assert ua.validate_pdf_bytes(content, profile=ua.ValidationProfile.PDF_UA_1).failures == []
    assert [CODE] == [str(one["/Alt"]) for one in tagged]


def test_text_is_never_code() -> None:
    """What would be code of Typst is printed as it stands, wherever text can stand."""
    tree = document(
        heading(Level.PART, CODE),
        paragraph(CODE, Note(words(CODE)), Link("https://a.example/" + CODE.replace(" ", ""), words(CODE))),
        ItemList((Item(words(CODE)),)),
        cover=sample_cover(),
    )

    printed = " ".join(pages(render_typst(tree).content))

    assert 5 == printed.replace(" ", "").count(CODE.replace(" ", ""))


def cells_of(content: bytes) -> list[list[str]]:
    """The cells of each row of all tables as a screen reader meets them: heads with their scopes, and data."""
    return list(_rows(PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]))  # type: ignore[index]


def _rows(element: Tags) -> Iterator[list[str]]:
    below = [kid.get_object() for kid in element.get("/K", [])]
    tagged = [kid for kid in below if isinstance(kid, DictionaryObject) and "/S" in kid]
    if element.get("/S") == "/TR":
        yield [f"{kid['/S']}{_scope(kid.get('/A', []))}" for kid in tagged]
    for kid in tagged:
        yield from _rows(kid)


def _scope(facts: Tags) -> str:
    found = facts if isinstance(facts, list) else [facts]
    return "".join(str(fact.get_object().get("/Scope", "")) for fact in found)


def contents_of(element: Tags, above: str = "") -> Iterator[tuple[str, str, int]]:
    """The tag of each entry of the list of contents, that of what it stands in, and how many links it has."""
    below = [kid.get_object() for kid in element.get("/K", [])]
    tagged = [kid for kid in below if isinstance(kid, DictionaryObject) and "/S" in kid]
    if element.get("/S") == "/TOCI":
        yield "/TOCI", above, links_in(element)
    for kid in tagged:
        yield from contents_of(kid, str(element.get("/S")))


def links_in(element: Tags) -> int:
    """How many links stand below an element."""
    below = [kid.get_object() for kid in element.get("/K", [])]
    tagged = [kid for kid in below if isinstance(kid, DictionaryObject) and "/S" in kid]
    return sum(int(str(kid["/S"]) == "/Link") + links_in(kid) for kid in tagged)


@pytest.mark.parametrize(
    ("blocks", "count"),
    [
        (full_document().blocks, 4),
        ((Contents(words("Contents")), heading(Level.THEME, "", key="a"), heading(Level.THEME, "B", key="b")), 1),
        ((Contents(words("Contents")), paragraph("No heading.")), 0),
        ((heading(Level.PART, "No list", key="a"), paragraph("Text.")), 0),
    ],
    ids=["all kinds", "a heading without words", "no heading", "no list"],
)
def test_each_line_of_the_contents_is_an_entry(blocks: tuple[Block, ...], count: int) -> None:
    """Its words and its page are links; only what is listed is an entry, and each stands in the list."""
    content = render_typst(document(*blocks, cover=sample_cover())).content
    root = PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]

    assert [("/TOCI", "/TOC", 2)] * count == list(contents_of(root))
    assert ua.validate_pdf_bytes(content, profile=ua.ValidationProfile.PDF_UA_1).failures == []


def cell(text: str, *, columns: int = 1, rows: int = 1, is_figure: bool = False) -> Cell:
    """A cell; without text an empty one."""
    return Cell(words(text) if text else (), is_figure, columns, rows)


TALL_HEADS = Table(
    words("Spans"),
    (cell(""), cell("Court"), cell("Women", is_figure=True), cell("Men", is_figure=True)),
    (
        Row((cell("North", rows=2), cell("City"), *[cell("1", is_figure=True)] * 2)),
        Row((cell("", columns=0), cell("District"), *[cell("2", is_figure=True)] * 2)),
        Row((cell("Both", columns=2), cell("", columns=0), *[cell("3", is_figure=True)] * 2)),
    ),
    over=((cell(""), cell(""), cell("2023", is_figure=True, columns=2)),),
)
CLAIM = "1 0 obj\n<</Type/StructElem/S/TD/P 1 0 R/A[<</O/Table/Headers[(U1x0y0)]>>]"


@pytest.mark.parametrize(
    "tree", [full_document(), document(TALL_HEADS, table(CLAIM, f"What | {CLAIM}", "First | 1", f"{CLAIM} | 2"))]
)
def test_rows_have_heads_as_with_the_other_engine(tree: Document) -> None:
    """The first cell of a row heads it, the others are data; cells below a merged one and empty heads are no heads."""
    typst = render_typst(tree).content

    assert ["/TH/Row", "/TD", "/TD"] in cells_of(typst)
    assert cells_of(typst) == cells_of(render_pdf(tree).content)
    assert ua.validate_pdf_bytes(typst, profile=ua.ValidationProfile.PDF_UA_1).failures == []


def test_the_same_document_gives_the_same_bytes() -> None:
    """Nothing of the clock is in the file."""
    assert render_typst(full_document()).content == render_typst(full_document()).content


@pytest.mark.parametrize("letters", ["\U000f1234\U000f1235", "a\U000f1234b\U000f1234"])
def test_letters_that_no_font_has_are_named(letters: str) -> None:
    """A PDF/UA may hold no boxes: the letters come back, and no file."""
    made = render_typst(document(paragraph(letters)))

    assert made.missing == "".join(dict.fromkeys(letter for letter in letters if letter > "\uffff"))
    assert b"" == made.content


def test_the_fonts_are_named() -> None:
    """The manifest can name the files, in the family of the other engine: of two releases, that which was used."""
    typst, weasyprint = render_typst(full_document()), render_pdf(full_document())

    assert [(font.family, font.name) for font in typst.fonts] == [(font.family, font.name) for font in weasyprint.fonts]
    assert typst.has_times


def test_without_fonts_there_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst would leave out all text, without a word."""
    monkeypatch.setattr(engine, "_installed", lambda: Fonts(include_system_fonts=False, include_embedded_fonts=False))

    with pytest.raises(PdfUnavailableError, match="no font"):
        render_typst(document(paragraph("a")))


def test_without_the_package_the_command_says_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback: the error of a PDF that cannot be made, with the extra to install."""
    monkeypatch.setitem(sys.modules, "typst", None)
    options = RenderOptions(None, "automatic", None, pdf_engine="typst")

    made = render_documents({"report": document(paragraph("a"))}, ["pdf"], options, lambda _: None)

    assert {} == made.files
    assert ["RG601"] == [problem.code for problem in made.diagnostics]
    assert "pip install 'reportgen[typst]'" in str(made.diagnostics[0].hint)


def test_the_engine_is_chosen_by_the_options() -> None:
    """A build with Typst has the bytes of Typst, in the file that the other engine would write."""
    tree = document(paragraph("a"))
    options = RenderOptions(None, "automatic", None, pdf_engine="typst")

    made = render_documents({"report": tree}, ["pdf"], options, lambda _: None)

    assert {"report.pdf": render_typst(tree).content} == made.files


def outline(content: bytes) -> list[Any]:
    """The bookmarks, each with those below it in a list behind it."""

    def titles(items: Tags) -> list[Tags]:
        return [titles(item) if isinstance(item, list) else item.title for item in items]

    return titles(PdfReader(io.BytesIO(content)).outline)


@pytest.mark.parametrize(
    "tree",
    [
        full_document(),
        document(heading(Level.PART, "A" * 200), heading(Level.THEME, "Text", Note(words("Note")))),
        document(heading(Level.PART, "Part"), heading(Level.REPLY, "Reply"), cover=sample_cover()[:8]),
    ],
    ids=["all kinds", "a long word and a note", "a first page without a title"],
)
def test_the_bookmarks_are_those_of_the_other_engine(tree: Document) -> None:
    """With labels, without notes, and whole where a word is broken over lines; the first is of the highest rank."""
    typst = render_typst(tree).content

    assert outline(typst) == outline(render_pdf(tree).content)
    assert ua.validate_pdf_bytes(typst, profile=ua.ValidationProfile.PDF_UA_1).failures == []


def test_a_heading_without_words_is_none() -> None:
    """A template may give one; a PDF/UA may not hold it, and what is below it still begins at the highest rank."""
    empty = (heading(Level.THEME, "", key="theme"), heading(Level.ANNEX, "", key="annex"), heading(Level.REPLY, " "))
    made = render_typst(document(*empty, heading(Level.REPLY, "Reply"), paragraph("a")))

    assert ["Annex", ["Reply"]] == outline(made.content)
    assert {"theme": 1, "annex": 2} == made.pages
