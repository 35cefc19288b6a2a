"""The PDF: same text as the tree, tagged for readers of any kind, the same bytes every time, and nothing fetched."""

import gc
import io
import logging
import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, TypeAlias

import page as ua
import pytest
from build import cover_line, document, full_document, heading, paragraph, sample_cover, sample_document, table, words
from conftest import Golden
from msgspec.structs import replace
from printed import printed_lines, printed_notes, squeezed
from pypdf import PdfReader

from reportgen.diagnostics import diagnose
from reportgen.document.tree import (
    Block,
    Document,
    Heading,
    Level,
    Note,
    Reference,
    Role,
    Table,
)
from reportgen.document.walk import plain_text
from reportgen.writers import pdf as writer
from reportgen.writers.pdf import FontFile, Pdf, PdfUnavailableError, install_command, render_pdf

OPTIONAL = "HarfBuzz-Subset"
"""A library that WeasyPrint can do without, and warns about."""
Tags: TypeAlias = Any
"""Objects of pypdf: each is a dictionary, an array or a plain value, as the file has it."""
SENTENCE = (
    "The Government–appointed body, set up in 2022, reviews complaints within fifteen days and informs applicants. "
)


def long_document() -> Document:
    """Sixty-four numbered paragraphs over more than six pages, with notes and a table that breaks over two pages."""
    blocks: list[Block] = []
    for number in range(1, 17):
        blocks.append(heading(Level.REPLY, f"Reply to the issues raised in paragraph {number}"))
        note = Note(words(f"Act No. {number} of 3 May 2022, as amended."))
        blocks += [
            paragraph(SENTENCE * 5, note),
            paragraph(SENTENCE * 3),
            paragraph(SENTENCE * 7),
            paragraph("In ", Reference("regions"), ", ", SENTENCE * 2),
        ]
    rows = (f"Region {number} | {number:,} | –" for number in range(1, 61))
    blocks.insert(30, table("Cases", "Region | 2022 | 2023", *rows, "= Total | 1,830 | –", key="regions"))
    return document(*blocks, cover=sample_cover())


@pytest.fixture(scope="module")
def sample() -> Pdf:
    """The PDF of the document with every kind of node."""
    return render_pdf(sample_document())


@pytest.fixture(scope="module")
def full() -> Pdf:
    """The PDF of the document with everything that a report can hold."""
    return render_pdf(full_document())


@pytest.fixture(scope="module")
def long() -> Pdf:
    """The PDF of the long document."""
    return render_pdf(long_document())


@pytest.fixture(autouse=True)
def no_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever WeasyPrint warns about fails the test."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [record.getMessage() for record in records if record.levelno >= logging.WARNING]

    assert [message for message in loud if OPTIONAL not in message] == []


def reader(made: Pdf) -> PdfReader:
    """A PDF opened for reading."""
    return PdfReader(io.BytesIO(made.content))


# ---- text -----------------------------------------------------------------------------------------------------


def normal(text: str) -> str:
    """Text on one line; a line may break behind a hyphen or a dash, which leaves a blank there."""
    return re.sub(r"(?<=\w[-–/])\s", "", squeezed(text))


def text_and_notes(made: Pdf, tree: Document) -> tuple[str, list[str]]:
    """The text of all pages without what is repeated on them, and the footnotes in the order of the pages."""
    left, found, text = list(map(normal, printed_notes(tree))), [], []
    heads = [normal(" ".join(plain_text(cell.children) for cell in table.head)) + " " for table in tables(tree)]
    for number, page in enumerate(reader(made).pages, start=1):
        body = normal(re.sub(r" ?\.{3,}", "", page.extract_text()))  # the dots of the list of contents
        if number > 1:
            furniture = f" {tree.symbol} {number}"
            assert body.endswith(furniture)
            body = body.removesuffix(furniture)
            repeated = [head for head in heads if body.startswith(head)]  # a table begins with its caption
            body = body.removeprefix(max(repeated, key=len, default=""))
        here = [note for note in left if f" {note}" in body]
        for note in reversed(here):
            assert body.endswith(f" {note}")
            body = body.removesuffix(f" {note}")
        left = left[len(here) :]
        found += here
        text.append(body)
    return normal(" ".join(text)), found


def tables(tree: Document) -> list[Table]:
    """The tables of a document."""
    return [block for block in tree.blocks if isinstance(block, Table)]


def heading_pages(made: Pdf) -> dict[str, int]:
    """The page on which each block with a key begins, counted from 1."""
    pdf = reader(made)
    places = pdf.named_destinations.items()
    return {key: (pdf.get_destination_page_number(place) or 0) + 1 for key, place in places}


@pytest.mark.parametrize("make", [sample_document, full_document, long_document])
def test_pdf_has_the_text_of_the_tree(make: Callable[[], Document]) -> None:
    """The pages say, paragraph by paragraph and in this order, what the tree prints, and nothing else.

    The pages in the list of contents are those on which the headings stand.
    """
    tree = make()
    made = render_pdf(tree)
    text, notes = text_and_notes(made, tree)

    assert normal(" ".join(printed_lines(tree, heading_pages(made)))) == text
    assert list(map(normal, printed_notes(tree))) == notes


# ---- the page -------------------------------------------------------------------------------------------------


Position = tuple[float, float, float]
"""Where a piece of text begins: points from the left and from the top of the page, and its size."""


def positions(made: Pdf, page: int) -> list[tuple[str, Position]]:
    """The pieces of text on a page, in the order in which they are drawn."""
    found: list[tuple[str, Position]] = []

    def visit(text: str, outer: list[float], inner: list[float], _: Tags, size: float) -> None:
        x, y = inner[4] * outer[0] + outer[4], inner[5] * outer[3] + outer[5]
        found.append((squeezed(text), (x, 841.89 - y, abs(size * inner[3] * outer[3]))))

    reader(made).pages[page].extract_text(visitor_text=visit)
    return [piece for piece in found if piece[0]]


def test_pages_are_a4(sample: Pdf) -> None:
    """Every page is 210 by 297 millimetres."""
    sizes = {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in reader(sample).pages}

    assert sizes == {(595, 842)}


def test_text_stands_where_the_format_wants_it(sample: Pdf) -> None:
    """Numbers, text, labels and bullets begin at the places of the Geneva styles, in their sizes."""
    at = dict(reversed(positions(sample, 0)))
    margin, edge, body = 56.7, 113.4, 141.7

    assert at["1."][0] == pytest.approx(edge, abs=0.2)
    assert at["The following bodies were heard:"][0] == pytest.approx(body, abs=0.2)
    assert at["The following bodies were heard:"][2] == pytest.approx(10, abs=0.1)
    assert at["General information on the national human rights situation"][0] == pytest.approx(edge, abs=0.2)
    assert at["General information on the national human rights situation"][2] == pytest.approx(12, abs=0.1)
    assert at["Human Rights Committee"][0] == pytest.approx(margin, abs=0.2)
    assert at["The Ombudsman"][0] == pytest.approx(body, abs=0.2)
    assert at["•"][0] == pytest.approx(body - 8.5, abs=0.2)
    assert at["CCPR"][2] == pytest.approx(20, abs=0.1)


def test_running_heads_stand_outside(long: Pdf) -> None:
    """Symbol and page number stand at the left of even pages and at the right of odd ones, and not on the first."""
    pages = [dict(positions(long, page)) for page in range(3)]  # what is drawn last: the margins
    foot = {text for text, (_, from_top, _) in pages[0].items() if from_top > 800}

    assert foot == set()
    assert pages[1]["CCPR/C/RUR/3"] == pytest.approx((56.7, 51, 9), abs=0.5)
    assert pages[1]["2"] == pytest.approx((56.7, 811, 9), abs=0.5)
    assert pages[2]["CCPR/C/RUR/3"] == pytest.approx((475.6, 51, 9), abs=0.5)
    assert pages[2]["3"] == pytest.approx((534.1, 811, 9), abs=0.5)


def test_heads_of_a_long_table_are_repeated(long: Pdf) -> None:
    """A table that goes on over a page has its column heads there again."""
    texts = [page.extract_text() for page in reader(long).pages]
    with_rows = [text for text in texts if re.search(r"^Region \d+ ", text, flags=re.MULTILINE)]

    assert len(with_rows) > 1
    assert all("Region 2022 2023" in text for text in with_rows)


@pytest.mark.parametrize("above", [1, 2])
def test_a_whole_stays_with_the_first_of_its_parts(above: int) -> None:
    """No page ends with a total whose parts begin on the next, wherever the pages end."""
    made = table("Staff", "Office | 2023", *(f"Row {n} | 5" for n in range(200)))
    rows = tuple(replace(row, is_part=n >= above and n % 2 == 1 - above % 2) for n, row in enumerate(made.rows))
    pages = [
        re.findall(r"Row (\d+)", page.extract_text())
        for page in reader(render_pdf(document(replace(made, rows=rows)))).pages
    ]
    ends = [int(found[-1]) for found in pages if found][:-1]

    assert len(ends) > 1
    assert all(rows[end].is_part for end in ends)


# ---- what readers of any kind need ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sample", "full", "long"])
def test_pdf_keeps_the_rules_of_pdf_ua(name: str, request: pytest.FixtureRequest) -> None:
    """The checker, which has the rules of veraPDF, finds nothing against PDF/UA-1."""
    made: Pdf = request.getfixturevalue(name)
    report = ua.validate_pdf_bytes(made.content, profile=ua.ValidationProfile.PDF_UA_1)

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_catalogue_says_what_the_document_is(sample: Pdf) -> None:
    """Language, title, author, subject, tags and the PDF/UA mark stand where programs look for them."""
    pdf = reader(sample)
    root: Tags = pdf.root_object
    properties = pdf.metadata

    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    assert properties is not None
    assert properties.title == "Third periodic report submitted by Ruritania"
    assert properties.author == "Ruritania"
    assert properties.subject == "International Covenant on Civil and Political Rights"


def tag_lines(element: Tags, depth: int = 0) -> Iterator[str]:
    """The tag tree as text, one line an element that says something: its type, and what a reader is told of it."""
    name = element["/S"][1:]
    is_silent = name in {"Span", "NonStruct"}
    if not is_silent:
        facts = [str(element["/ID"])] if name == "Note" else []
        facts += [str(element["/A"]["/Scope"])] if "/Scope" in element.get("/A", {}) else []
        yield "  " * depth + " ".join([name, *facts])
    for child in element.get("/K", []):
        below = child.get_object()
        if isinstance(below, dict) and below.get("/Type") == "/StructElem":
            yield from tag_lines(below, depth + (not is_silent))


def test_tag_tree_is_as_reviewed(sample: Pdf, golden: Golden) -> None:
    """The tag tree of the sample document is the reviewed one: headings, lists, table heads with scope, notes."""
    root: Tags = reader(sample).root_object["/StructTreeRoot"]

    golden("pdf/sample-tags.txt", "\n".join([*tag_lines(root["/K"][0].get_object()), ""]))


def test_bookmarks_follow_the_headings(sample: Pdf) -> None:
    """The bookmarks are the headings below the title, each below the one that it stands under."""

    def titles(items: Tags) -> list[Tags]:
        return [titles(item) if isinstance(item, list) else item.title for item in items]

    assert titles(reader(sample).outline) == [
        "Replies to the list of issues (CCPR/C/RUR/QPR/3)",
        [
            "A. General information on the national human rights situation",
            ["Reply to the issues raised in paragraph 1"],
            "B. Specific information on the implementation of articles 1–27",
            [
                "Violence against women",
                ["Reply to the issues raised in paragraph 2", "Reply to the issues raised in paragraph 3"],
            ],
        ],
    ]


def test_links_are_described(sample: Pdf) -> None:
    """A link inside the document is read aloud in its words, and all links are printed as they are seen."""
    notes = [note.get_object() for page in reader(sample).pages for note in page.get("/Annots", [])]
    inside = {note["/Dest"]: note["/Contents"] for note in notes if "/Dest" in note}

    assert inside["court-2-1"] == "paragraph 3"
    assert inside["note:1"] == "1"
    assert {note["/F"] for note in notes} == {4}


# ---- same bytes, nothing fetched, nothing missing unsaid ------------------------------------------------------


def test_same_document_same_bytes(sample: Pdf) -> None:
    """Made again, the PDF has the same bytes; without a timestamp it says no date."""
    assert render_pdf(sample_document()).content == sample.content
    assert "/CreationDate" not in (reader(sample).metadata or {})


def test_collector_is_on_again(sample: Pdf) -> None:
    """Making a PDF leaves the garbage collector as it was."""
    assert sample.content
    assert gc.isenabled()


def test_timestamp_is_the_date_in_the_file() -> None:
    """The given moment, and no other, is when the file says it was made."""
    moment = datetime(2024, 2, 5, 12, 30, tzinfo=UTC)
    made = render_pdf(document(), timestamp=moment)
    metadata = reader(made).metadata

    assert metadata is not None
    assert (metadata.creation_date, metadata.modification_date) == (moment, moment)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png"])
def test_nothing_is_fetched(address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Even if an address came into the page, the fetcher would refuse it; only pictures in the page itself are read."""
    html = f'<html lang=en><head><title>x</title><link rel=stylesheet href="{address}"></head><body><p>Text</p>'
    monkeypatch.setattr(writer, "write_html", lambda _: html + f'<img src="{address}" alt=x>')
    render_pdf(document())
    refused = [record.getMessage() for record in caplog.records if OPTIONAL not in record.getMessage()]
    caplog.clear()

    assert len(refused) == 2
    assert all("disallowed protocol" in message for message in refused)


def test_text_of_agencies_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hostile text in every place makes the PDF ask for nothing and carry no attachment."""
    asked: list[str] = []
    weasyprint = writer._load_weasyprint()  # noqa: SLF001 - the fetcher is watched
    monkeypatch.setattr(weasyprint.urls.URLFetcher, "fetch", lambda _, url, **__: asked.append(url))
    hostile = '<link rel="attachment" href="file:///etc/passwd"><img src="http://host/x"><style>@import "x"</style>'
    made = render_pdf(
        document(
            heading(Level.PART, hostile, key=hostile),
            paragraph(hostile, Note(words(hostile))),
            cover=(cover_line(Role.TITLE, hostile), cover_line(Role.SYMBOL, hostile)),
        )
    )

    assert asked == []
    assert "/EmbeddedFiles" not in reader(made).root_object.get("/Names", {})
    assert squeezed(hostile) in squeezed(reader(made).pages[0].extract_text())


def test_missing_library_names_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without Pango there is no traceback and no print, but an error that says what to install."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)

    class NoPango:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                print("WeasyPrint could not import some external libraries.")  # noqa: T201 - as WeasyPrint does
                raise OSError("cannot load library 'libpango-1.0-0': no such file\nand much more")

    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
    with pytest.raises(PdfUnavailableError) as caught:
        render_pdf(document())
    said = diagnose("RG601", **caught.value.values)

    assert said.message == "the PDF cannot be made here: cannot load library 'libpango-1.0-0': no such file"
    assert said.hint is not None
    assert install_command() in said.hint
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("system", "distributions", "beginning"),
    [
        ("Linux", ("ubuntu", "debian"), "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"),
        ("Linux", ("rhel", "fedora"), "sudo dnf install pango"),
        ("Linux", ("alpine",), "sudo apk add pango"),
        ("Linux", ("unheard-of",), "sudo apt-get install"),
        ("Darwin", (), "brew install pango"),
        ("Plan9", (), "sudo apt-get install"),
    ],
)
def test_install_command_fits_the_platform(system: str, distributions: tuple[str, ...], beginning: str) -> None:
    """The command is that of the platform's own package manager."""
    assert install_command(system, distributions).startswith(beginning)


def test_fonts_are_told(sample: Pdf) -> None:
    """The PDF tells with which font files it was set, and whether one has the widths of Times New Roman."""
    dejavu, liberation = (FontFile(family, "X", "1", "0") for family in ("DejaVu Sans", "Liberation Serif"))

    assert sample.fonts
    assert Pdf(b"", (dejavu,)).has_times is False
    assert Pdf(b"", (dejavu, liberation)).has_times is True


def test_font_files_are_told_by_what_they_are(sample: Pdf) -> None:
    """Each file once, by name, release and a hash of all of it, whatever letters a document takes of it."""
    other = render_pdf(document(paragraph("Quite other letters: xyzwq")))
    faces = {str(font.get_object()["/BaseFont"]) for page in reader(sample).pages for font in fonts_of(page)}

    assert len(faces) == len({font.name for font in sample.fonts}) == len(sample.fonts)
    assert sorted(sample.fonts) == list(sample.fonts)
    assert all(re.fullmatch(r"\d[\d.]*", font.version) for font in sample.fonts)
    assert all(re.fullmatch(r"[0-9a-f]{64}", font.sha256) for font in sample.fonts)
    assert set(other.fonts) < set(sample.fonts)


def fonts_of(page: Tags) -> list[Tags]:
    """The fonts of a page."""
    return list(page["/Resources"]["/Font"].values())


def test_pages_are_those_of_headings_alone(sample: Pdf) -> None:
    """Every heading with a key has a page; paragraphs and tables have none."""
    keys = [block.key for block in sample_document().blocks if isinstance(block, Heading) and block.key is not None]

    assert keys
    assert keys == list(sample.pages)


def test_another_font_is_told_in_words() -> None:
    """The diagnostic of a missing font names the font that was taken and what installs the right one."""
    said = diagnose("RG603", fonts="DejaVu Serif", command=install_command("Linux", ("debian",)))

    assert "the PDF is set in DejaVu Serif" in said.message
    assert said.hint is not None
    assert "Liberation Serif" in said.hint
