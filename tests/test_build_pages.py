"""A build of PDF and DOCX: one knows the pages, the other says them; and both say with which fonts they were made."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from project import REPORT, make_project
from word_file import Word

from reportgen.cli.main import cli
from reportgen.pipeline import Built, build_project
from reportgen.writers import Format, pdf
from reportgen.writers.pdf import FontFile, Pdf, PdfUnavailableError

NAME = "CCPR-C-ARC-2"
LONG = "\n\n".join(
    f"Paragraph {number}. " + "The courts apply the Covenant in their work. " * 25 for number in range(40)
)
JUSTICE = f"agency: justice\nreplies:\n  - issue: 1\n    text: |\n      {LONG.replace(chr(10), chr(10) + '      ')}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose second part begins many pages after the first."""
    report = REPORT + "layout: {contents: replies}\n"
    return make_project(tmp_path / "project", report_yaml=report, submissions__justice_yaml=JUSTICE)


def pages_said(built: Built) -> list[int]:
    """The pages in the list of contents of the Word file."""
    lines = Word(built.files[f"{NAME}.docx"]).lines()
    return [int(line.rpartition("}")[2]) for line in lines if line.startswith("TOC") and "PAGEREF" in line]


def feigned(monkeypatch: pytest.MonkeyPatch, font: str = "Liberation Serif") -> None:
    """Let the writer of the PDF say of each heading that it stands on a page that no estimate would give."""

    def render(document: object, **_: object) -> Pdf:
        headings = [block.key for block in document.blocks if hasattr(block, "level")]  # type: ignore[attr-defined]
        return Pdf(b"%PDF", (FontFile(font, "X-Bold", "2.1.5", "0" * 64),), dict.fromkeys(headings, 700))

    monkeypatch.setattr(pdf, "render_pdf", render)


@pytest.mark.parametrize("formats", [("docx", "pdf"), ("pdf", "docx"), ("docx", "pdf", "html")])
def test_the_word_file_says_the_pages_of_the_pdf(
    root: Path, formats: tuple[Format, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In whatever order they are asked for."""
    feigned(monkeypatch)
    built = build_project(root, formats)

    assert {700} == set(pages_said(built))
    assert {f"{NAME}.{format_}" for format_ in formats} | {"manifest.json"} == set(built.files)


def test_the_pages_are_those_of_a_real_pdf(root: Path) -> None:
    """The second part begins where the PDF prints it, many pages after the first."""
    built = build_project(root, ("docx", "pdf"))
    said = pages_said(built)

    assert said == sorted(said)
    assert said[-1] > said[0] + 8


def test_without_a_pdf_pages_are_estimated(root: Path) -> None:
    """The Word file alone says pages that are near."""
    alone, both = (pages_said(build_project(root, formats)) for formats in (("docx",), ("docx", "pdf")))

    assert len(alone) == len(both)
    assert all(abs(one - other) <= 1 + other / 4 for one, other in zip(alone, both, strict=True))


def test_where_no_pdf_can_be_made_the_word_file_is_made_all_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without pango the PDF is missing, and said to be; the Word file is that of a build without a PDF."""

    def render(*_: object, **__: object) -> Pdf:
        raise PdfUnavailableError("install pango", "no pango")

    monkeypatch.setattr(pdf, "render_pdf", render)
    built = build_project(root, ("docx", "pdf"))

    assert "RG601" in {one.code for one in built.diagnostics}
    assert built.files[f"{NAME}.docx"] == build_project(root, ("docx",)).files[f"{NAME}.docx"]
    assert () == built.fonts


def test_same_inputs_give_the_same_bytes_in_whatever_order(root: Path) -> None:
    """The order of formats, and how often a project is built, changes nothing."""
    one, two = (build_project(root, formats).files for formats in (("docx", "pdf"), ("pdf", "docx")))

    assert dict(one) == dict(two)


def test_the_build_says_with_which_fonts_the_pdf_was_set(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The summary, its JSON and the manifest name each file with its release; no place of this machine stands there."""
    feigned(monkeypatch)
    text = CliRunner().invoke(cli, ["build", str(root), "--to", "pdf"]).output
    facts = json.loads(CliRunner().invoke(cli, ["build", str(root), "--to", "pdf", "--format", "json"]).stdout)
    manifest = json.loads((root / "build" / "manifest.json").read_text(encoding="utf-8"))
    font = {"name": "X-Bold", "version": "2.1.5", "sha256": "0" * 64}

    assert re.search(r"(?m)^  fonts       X-Bold \(2\.1\.5\)$", text)
    assert [font] == facts["fonts"] == manifest["fonts"]


def test_a_build_without_a_pdf_names_no_fonts(root: Path) -> None:
    """A Word file is set with fonts when it is opened, not here."""
    text = CliRunner().invoke(cli, ["build", str(root), "--to", "docx"]).output

    assert "fonts  " not in text
    assert "fonts" not in json.loads((root / "build" / "manifest.json").read_text(encoding="utf-8"))
