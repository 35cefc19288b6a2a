"""Both engines give the same page: each line holds the same words and begins at the same place."""

import io
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from build import cover_line, document, full_document, heading, item_list, paragraph, sample_cover, table, words
from pypdf import PdfReader

from reportgen.document.numbering import number_document
from reportgen.document.tree import (
    Abbreviation,
    Abbreviations,
    Block,
    Cell,
    Contents,
    Document,
    Item,
    ItemList,
    Level,
    LineBreak,
    Mark,
    Note,
    Quotation,
    Role,
    Row,
    Table,
)
from reportgen.languages.front import load_front
from reportgen.writers.pdf import render_pdf
from reportgen.writers.typst.engine import render_typst

Line = tuple[int, float, float, str]
"""A page, points from the bottom and from the left of it, and what stands there without spaces."""
LONG = "words that are enough to turn the line, as those of long titles do, and once more, I should say"
WORD = "Rechtsschutzversicherungsgesellschaftsangestelltenverband"


def lines(content: bytes) -> list[Line]:
    """The lines of a PDF from the top; what stands at one height is one line, and the dots of contents are left out."""
    found: list[Line] = []
    for number, page in enumerate(PdfReader(io.BytesIO(content)).pages):
        pieces: dict[int, list[tuple[float, str]]] = {}

        def visit(
            text: str,
            outer: list[float],
            inner: list[float],
            *_: object,
            to: dict[int, list[tuple[float, str]]] = pieces,
        ) -> None:
            if text.strip(" .…\n"):
                x, y = inner[4] * outer[0] + outer[4], inner[5] * outer[3] + outer[5]
                to.setdefault(round(y), []).append((x, "".join(text.split())))

        page.extract_text(visitor_text=visit)
        for y, line in sorted(pieces.items(), reverse=True):
            found.append((number, y, min(line)[0], "".join(text for _, text in sorted(line))))
    return found


def looks(content: bytes) -> Counter[tuple[str, float, str]]:
    """How often each letter stands in each font and size; dots of contents and bullets are the engine's own."""
    found: Counter[tuple[str, float, str]] = Counter()

    def visit(text: str, outer: list[float], inner: list[float], font: dict[str, Any] | None, size: float) -> None:
        name = str(font["/BaseFont"]).partition("+")[2].replace("-", "") if font else ""
        found.update((name, round(size * abs(inner[3] * outer[3]), 1), one) for one in text if one not in "\n .…•")

    for page in PdfReader(io.BytesIO(content)).pages:
        page.extract_text(visitor_text=visit)
    return found


def both(tree: Document) -> tuple[list[Line], list[Line]]:
    """The lines of the page of each engine."""
    return lines(render_pdf(tree).content), lines(render_typst(tree).content)


def in_russian(tree: Document) -> Document:
    """A document with Russian words, whose annexes have long names."""
    front = load_front("ru")
    return number_document(Document(tree.title, tree.symbol, front.tag, tree.cover, tree.blocks, words=front.wording))


def deep(depth: int) -> ItemList:
    """Lists within lists, with two lines before each."""
    below = (deep(depth - 1),) if depth > 1 else ()
    return ItemList((Item(words(f"Level {depth} of {LONG}"), below), Item(words("Second"))))


AGENDA = (
    cover_line(Role.ORGANIZATION, "United Nations"),
    cover_line(Role.SYMBOL, "CEDAW/C/OPSC/GBR/QPR/22-24/Add.12/Rev.1/Corr.2"),
    cover_line(Role.COMMITTEE, f"Committee of {LONG}"),
    cover_line(Role.SESSION, "140th session", LineBreak(), "4–28 March 2024"),
    cover_line(Role.AGENDA, "Item 4 (a) of the provisional agenda"),
    cover_line(Role.AGENDA, f"Consideration of {LONG}"),
    cover_line(Role.TITLE, f"Report with {LONG}, {LONG}", Note(words(f"Note of {LONG}, {LONG}, {LONG}"), mark="*")),
)
MERGED = Table(
    words("Cases"),
    (Cell(words("Region")), *(Cell(words(sex), is_figure=True) for sex in ("Women", "Men"))),
    (
        Row((Cell(words("North")), *(Cell(words(text), is_figure=True) for text in ("1", "2")))),
        Row((Cell(words("Total")), *(Cell(words(text), is_figure=True) for text in ("1", "2"))), is_total=True),
    ),
    over=((Cell(()), Cell(words("2023"), is_figure=True, columns=2)),),
    source=words("Supreme Court."),
)
HARD: dict[str, Sequence[Block]] = {
    "headings of several lines": (
        heading(Level.PART, f"Part with {LONG}", key="part"),
        heading(Level.THEME, f"Theme with {LONG}"),
        heading(Level.REPLY, f"Reply with {LONG}"),
        paragraph("Text."),
    ),
    "justified text, whose last note shows where the line ends": (
        paragraph("text " * 39 + "text", Note(words("Note."), None), " text" * 20),
        Quotation(words("quoted " * 26, Note(words("Note."), None), "quoted " * 20)),
    ),
    "notes of several lines": (paragraph("Text", Note(words("note " * 70)), ".", Note(words("Another."))),),
    "contents over pages": (
        Contents(words("Contents")),
        Abbreviations(words("Abbreviations"), (Abbreviation("A" * 12, LONG), Abbreviation("NGO", LONG))),
        *(
            block
            for number in range(50)
            for block in (heading(Level.PART, f"Part {number} {LONG}", key=f"part-{number}"), paragraph("Text."))
        ),
    ),
    "tables": (
        paragraph("Text."),
        MERGED,
        paragraph("Text."),
        table("One", "What", "First", "=Second"),
        paragraph("a"),
    ),
    "many marks": (paragraph("Text."), paragraph("Text:"), item_list(*[f"Item of {LONG}"] * 39, mark=Mark.ROMAN)),
    "lists below lists": (*[paragraph("Text.") for _ in range(13)], deep(6), paragraph("Text.")),
    "many columns": (
        table("Wide", " | " + " | ".join(map(str, range(2000, 2021))), "North | " + " | ".join(["1,234,567"] * 21)),
    ),
}


def assert_same(tree: Document) -> None:
    """Fail where a line of one engine holds other words than that of the other, or stands elsewhere."""
    weasyprint, typst = both(tree)

    assert [text for *_, text in typst] == [text for *_, text in weasyprint]
    assert [line[0] for line in typst] == [line[0] for line in weasyprint]
    for ours, theirs in zip(typst, weasyprint, strict=True):
        assert ours[1:3] == pytest.approx(theirs[1:3], abs=3), ours


@pytest.mark.parametrize("tree", [full_document(), document(*HARD["contents over pages"], cover=AGENDA)])
def test_both_engines_set_each_letter_in_the_same_font(tree: Document) -> None:
    """Bold, italic and roman, in the sizes of headings, heads of tables, notes and running heads."""
    weasyprint, typst = looks(render_pdf(tree).content), looks(render_typst(tree).content)

    assert weasyprint == typst
    assert {round(size) for _, size, _ in typst} >= {8, 9, 10, 12, 14, 20}


@pytest.mark.parametrize("blocks", HARD.values(), ids=HARD.keys())
def test_both_engines_set_hard_documents_alike(blocks: Sequence[Block]) -> None:
    """No line is lost, moved or broken elsewhere."""
    assert_same(document(*blocks, cover=sample_cover()))


def test_both_engines_set_the_agenda_alike() -> None:
    """The number of the item stands close to the session, its title apart, and a note of several lines at the foot."""
    assert_same(document(Contents(words("Contents")), heading(Level.PART, "Part"), paragraph("a"), cover=AGENDA))


def test_the_title_stays_on_the_first_page_with_both_engines() -> None:
    """Also where contents that have no room there follow it at once, before the date of receipt is known."""
    cover = tuple(line for line in sample_cover() if line.role is not Role.RECEIVED)
    parts = [heading(Level.THEME, f"Theme {number}", key=f"t{number}") for number in range(25)]
    tree = document(Contents(words("Contents")), *parts, paragraph("Text."), cover=cover)

    assert_same(tree)
    assert any(not page and "Thirdperiodicreport" in text for page, *_, text in lines(render_typst(tree).content))


SYMBOLS = ("CEDAW/C/RUR/7-8/Add.1/Corr.2", "CRC/C/RUR/5-6/Rev.1", "CCPR/C/RUR/3")


@pytest.mark.parametrize("count", [1, 2, 3])
def test_each_symbol_stands_above_the_rule(count: int) -> None:
    """Those of a document of several committees keep to their row, one below the other, and to each other."""
    symbols = [cover_line(Role.SYMBOL, symbol) for symbol in SYMBOLS[:count]]
    others = [line for line in sample_cover() if line.role is not Role.SYMBOL]
    tree = document(paragraph("Text."), cover=(*symbols, *others))
    distribution = next(y for _, y, _, text in lines(render_pdf(tree).content) if "Distr." in text)
    heights = [y for page, y, _, text in lines(render_pdf(tree).content) if not page and text.endswith(SYMBOLS[:count])]

    assert_same(tree)
    assert len(heights) == count
    assert all(above - below > 10 for above, below in pairwise([*heights, distribution]))


def test_both_engines_set_long_names_of_annexes_alike() -> None:
    """“Приложение VIII” takes more room than a letter, and what follows it moves."""
    annexes = [heading(Level.ANNEX, f"Приложение о {LONG}", key=f"annex-{number}") for number in range(9)]

    assert_same(in_russian(document(Contents(words("Содержание")), *annexes, cover=sample_cover())))


@pytest.mark.parametrize("block", [paragraph(WORD * 5), item_list(WORD * 5), Quotation(words(WORD * 5))])
def test_a_word_longer_than_its_line_is_broken(block: Block) -> None:
    """Nothing of it runs off the page."""
    for found in both(document(block, cover=sample_cover())):
        text = [line for *_, line in found]

        assert WORD * 5 in "".join(text).replace("2.", "")
        assert max(map(len, text)) < 90


def test_a_long_word_of_a_cell_is_broken_in_it() -> None:
    """It does not run over the figure beside it; a word that fits is left whole."""
    tree = document(table("Words", "What | 2023", f"{WORD}{WORD} | 12", "Ombudspersons | 3"), cover=sample_cover())
    typst = [text for *_, text in lines(render_typst(tree).content)]

    assert not any(WORD * 2 in text for text in typst)
    assert "Ombudspersons3" in typst


def test_a_row_higher_than_a_page_goes_on_upon_the_next() -> None:
    """None of its words is lost, and its caption and heads stand on the page where it begins."""
    tall = table("Long", "What | Year", "First | 1", "word " * 900 + "end | 3")
    for found in both(document(paragraph("Text."), tall, cover=sample_cover())):
        texts = [text for *_, text in found]
        begins = next(page for page, *_, text in found if text.startswith("wordword"))

        assert 900 == "".join(texts).count("word")
        assert {begins} == {page for page, *_, text in found if text in {"Long", "First1"}}
        assert any(text.startswith("word") for page, *_, text in found if page > begins)
