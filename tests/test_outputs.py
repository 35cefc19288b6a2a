"""The real project in all formats: one text, the same numbers, valid files."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page as ua
import pytest
from clock import another_day
from lxml import html
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from printed import printed_lines, printed_notes, squeezed
from pypdf import PdfReader
from word_file import Word, printed, printed_footnotes
from writers.test_html import lines
from writers.test_pdf import heading_pages, normal, reader, text_and_notes

from reportgen.document.tree import Contents, Document, Figure, Heading, Level, Note, Paragraph, Table
from reportgen.document.walk import figures, plain_text, walk
from reportgen.pipeline import check_project
from reportgen.writers.docx.sections import estimate_pages
from reportgen.writers.docx.writing import write_docx
from reportgen.writers.html.writing import write_html
from reportgen.writers.pdf import Pdf, render_pdf

INPUTS = Path(__file__).parent.parent / "inputs"
NUMBERED = re.compile(r"\d+\. ")
"""How a numbered paragraph begins."""
LINE = 40
"""Characters that surely stand on a paragraph's first line."""


@pytest.fixture(scope="module")
def document() -> Document:
    """The document of the real project."""
    made = check_project(INPUTS).document

    assert made is not None
    return made


@pytest.fixture(scope="module")
def pdf(document: Document) -> Pdf:
    """The real project as a PDF."""
    return render_pdf(document)


@pytest.fixture(scope="module")
def docx(document: Document) -> bytes:
    """The real project as a Word file."""
    return write_docx(document)


def test_the_report_has_what_reports_have(document: Document) -> None:
    """What is compared below holds contents, notes, an annex with tables, and references with numbers."""
    [contents] = [block for block in document.blocks if isinstance(block, Contents)]
    tables = [block for block in document.blocks if isinstance(block, Table)]

    assert any(entry.level is Level.ANNEX for entry in contents.entries)
    assert any(entry.first is not None for entry in contents.entries)
    assert len(tables) > 10
    assert any(inline.number for inline in walk(document) if isinstance(inline, Note)) or printed_notes(document)
    assert any(re.search(r"paragraphs? \d", plain_text((inline,))) for inline in walk(document))


def test_the_word_file_has_the_text_of_the_tree(document: Document, docx: bytes) -> None:
    """Paragraph by paragraph, with the numbers that Word counts."""
    word = Word(docx)

    assert printed_lines(document, estimate_pages(document)) == printed(word)
    assert printed_notes(document) == printed_footnotes(word)


def test_the_page_has_the_text_of_the_tree(document: Document) -> None:
    """Paragraph by paragraph, numbers included."""
    assert (printed_lines(document), printed_notes(document)) == lines(html.document_fromstring(write_html(document)))


def test_the_pdf_has_the_text_of_the_tree(document: Document, pdf: Pdf) -> None:
    """All pages together, without what is repeated on them."""
    text, notes = text_and_notes(pdf, document)

    assert normal(" ".join(printed_lines(document, heading_pages(pdf)))) == text
    assert list(map(normal, printed_notes(document))) == notes


def test_the_pdf_keeps_the_rules_of_pdf_ua(pdf: Pdf) -> None:
    """The checker finds nothing against PDF/UA-1 in the whole report with its annex."""
    report = ua.validate_pdf_bytes(pdf.content, profile=ua.ValidationProfile.PDF_UA_1)

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_the_outline_of_the_pdf_has_every_heading(document: Document, pdf: Pdf) -> None:
    """The bookmarks are the headings, on the pages where they stand, and no other than the list of abbreviations."""
    marks = list(_bookmarks(reader(pdf), reader(pdf).outline))
    pages = heading_pages(pdf)
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    expected = [
        (squeezed(f"{block.label or ''} {plain_text(block.children)}"), pages[block.key or ""]) for block in headings
    ]

    assert expected == [mark for mark in marks if mark[0] != "Abbreviations"]


def _bookmarks(opened: PdfReader, outline: Any) -> Iterator[tuple[str, int]]:  # noqa: ANN401 - a list of lists
    for item in outline:
        if isinstance(item, list):
            yield from _bookmarks(opened, item)
        else:
            yield squeezed(item.title), (opened.get_destination_page_number(item) or 0) + 1


def test_the_word_file_is_valid(docx: bytes, tmp_path: Path) -> None:
    """The schemas of Office Open XML have nothing against it."""
    file = tmp_path / "report.docx"
    file.write_bytes(docx)

    assert [] == list(OpenXmlValidator().validate(file).errors)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_counts_the_same_numbers(document: Document, docx: bytes, tmp_path: Path) -> None:
    """Every numbered paragraph begins with its number in the PDF that LibreOffice makes, in the order of the tree."""
    (tmp_path / "report.docx").write_bytes(docx)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "report.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=300, cwd=tmp_path)
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages)
    text = squeezed(text).replace(" ", "")

    starts = [line.replace(" ", "")[:LINE] for line in printed_lines(document) if NUMBERED.match(line)]
    assert sum(isinstance(block, Paragraph) and block.numbered for block in document.blocks) == len(starts)
    place = 0
    for start in starts:
        place = text.find(start, place)
        assert place >= 0, start


def test_every_figure_can_be_followed_to_its_cell(document: Document) -> None:
    """Each has a path in the model and a line or a cell in a submission."""
    for figure in figures(document):
        assert figure.paths
        assert len(figure.paths) == len(figure.places)
        assert all(place.line or place.cell for place in figure.places), figure


def test_no_reference_is_left_in_the_text(document: Document) -> None:
    """No brace and no mark of Markdown survives into print."""
    texts = [inline.text for inline in walk(document) if not isinstance(inline, Figure) and hasattr(inline, "text")]

    assert [] == [text for text in texts if any(mark in text for mark in ("{{", "}}", "{%", "**", "[^", "\ue000"))]


def built(tmp_path: Path, days: int) -> dict[str, bytes]:
    """The files that the command makes of the real project on another day, from files of that day."""
    project = tmp_path / f"project-{days}" / "inputs"
    shutil.copytree(INPUTS, project, ignore=shutil.ignore_patterns("build"))
    moment = 1_700_000_000 + days * 86_400
    for file in project.rglob("*"):
        os.utime(file, (moment, moment))
    command = [sys.executable, "-m", "reportgen", "build", "inputs"]
    environment = another_day(tmp_path / f"clock-{days}", days)
    subprocess.run(command, check=True, capture_output=True, timeout=300, cwd=project.parent, env=environment)
    return {file.name: file.read_bytes() for file in sorted((project / "build").iterdir())}


def test_two_builds_on_two_days_are_the_same(tmp_path: Path) -> None:
    """Every file of a build has the same bytes on another day, Word, PDF, HTML and manifest."""
    today, later = built(tmp_path, 0), built(tmp_path, 400)

    assert {".docx", ".pdf", ".html"} <= {Path(name).suffix for name in today}
    assert list(today) == list(later)
    assert [] == [name for name in today if today[name] != later[name]]


def test_the_clock_of_another_day_is_seen(tmp_path: Path) -> None:
    """A file that said when it was made would differ: all ways to ask for the time give the other day."""
    script = (
        "import time, datetime; from datetime import date, datetime as moment, timezone;"
        "print(moment.now().year, moment.now(timezone.utc).year, moment.today().year, date.today().year,"
        " datetime.date.today().year, time.localtime().tm_year, time.gmtime().tm_year, time.strftime('%Y'),"
        " isinstance(date(2020, 1, 1), datetime.date))"
    )
    seen = [_run(script, another_day(tmp_path / str(days), days)).split() for days in (0, 800)]

    assert all(int(later) >= int(now) + 2 for now, later in zip(seen[0][:-1], seen[1][:-1], strict=True))
    assert ["True", "True"] == [seen[0][-1], seen[1][-1]]


def test_a_moment_in_a_file_would_be_found(tmp_path: Path) -> None:
    """A Word file that is stamped with the clock has other bytes on another day, so the test above can fail."""
    script = (
        "import hashlib, datetime; from reportgen.document.tree import Document;"
        "from reportgen.writers.docx.writing import DocxOptions, write_docx;"
        "now = datetime.datetime.now(datetime.timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0);"
        "made = write_docx(Document('T', 'S', 'en-GB', (), ()), DocxOptions(timestamp=now));"
        "print(hashlib.sha256(made).hexdigest())"
    )
    first, again, later = (
        _run(script, another_day(tmp_path / name, days)) for name, days in (("a", 0), ("b", 0), ("c", 3))
    )

    assert first == again
    assert first != later


def _run(script: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60, env=environment
    )
    return done.stdout
