"""The statistical annex as it is built: of the real project, at the end and as files of its own."""

import json
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from project import REPORT, make_project
from pypdf import PdfReader

from reportgen.cli.main import cli
from reportgen.document.tree import Document, Table
from reportgen.document.walk import figures, plain_text
from reportgen.document.words import main_blocks
from reportgen.model import Indicator, Merged, Part
from reportgen.model.merge import Where
from reportgen.pipeline import Checked, check_project
from reportgen.writers.docx.writing import write_docx
from reportgen.writers.html.writing import write_html
from reportgen.writers.pdf import render_pdf

INPUTS = Path(__file__).parent.parent / "inputs"


@cache
def checked() -> Checked:
    """The real project."""
    return check_project(INPUTS)


def annex_tables() -> list[Table]:
    """The tables of its annex."""
    document = checked().document
    assert document is not None
    annex = document.blocks[len(main_blocks(document)) :]
    return [block for block in annex if isinstance(block, Table)]


def series(merged: Merged, where: Where) -> Indicator | Part:
    """The indicator, or the part of it, that an observation belongs to."""
    indicator = merged.indicators[where[0]]
    return indicator if where[1] is None else indicator.breakdown[where[1]]


def test_every_figure_of_the_real_project_stands_in_its_annex_once() -> None:
    """136 indicators with their parts, each figure with the place where it was typed."""
    merged = checked().merged
    assert merged is not None
    document = Document("", "", "en-GB", (), tuple(annex_tables()))
    given = [path for where, path in merged.paths.items() if series(merged, where).value(where[2]) is not None]

    found = [path for figure in figures(document) for path in figure.paths]
    assert sorted(map(str, given)) == sorted(map(str, found))
    assert all(figure.places for figure in figures(document))


def test_every_row_names_an_agency_and_its_form_or_register() -> None:
    """Parts have those of the row above; the paragraph of the published report is not printed."""
    report = checked().report
    assert report is not None
    names = set(report.agency_names.values())
    rows = [(row.is_part, plain_text(row.cells[-1].children)) for table in annex_tables() for row in table.rows]

    assert {"Idem"} == {source for is_part, source in rows if is_part}
    assert [] == [
        source
        for is_part, source in rows
        if not is_part and (source.split("; ")[0] not in names or "; " not in source or "CCPR/C/KAZ/3" in source)
    ]


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """A small project with its annex apart."""
    return make_project(tmp_path, report_yaml=REPORT + "annex: separate\n")


def annex_of(project: Path) -> Document:
    """The annex of a project that has it apart."""
    annex = check_project(project).composed.annex
    assert annex is not None
    return annex


def test_an_annex_apart_has_the_same_text_in_all_formats(apart: Path) -> None:
    """Table and figures, in a valid Word file, on the page and in the PDF."""
    annex = annex_of(apart)
    docx = apart / "annex.docx"
    docx.write_bytes(write_docx(annex))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(render_pdf(annex).content)).pages)
    page = "".join(map(str, html.document_fromstring(write_html(annex)).itertext()))

    assert OpenXmlValidator().validate(docx).is_valid
    for words in ("Victims who received compensation", "944", "1,058", "348", "Ministry of Justice; Fund"):
        assert words in page
        assert words.replace(" ", "") in "".join(text.split())


def test_an_annex_apart_is_built_beside_the_report(apart: Path) -> None:
    """Its files have its name, stand in the manifest, and are the same every time."""
    for folder in ("one", "two"):
        result = CliRunner().invoke(cli, ["build", str(apart), "--to", "docx,html", "--out", str(apart / folder)])
        assert 0 == result.exit_code, result.output

    names = ["CCPR-C-ARC-2-annex.docx", "CCPR-C-ARC-2-annex.html", "CCPR-C-ARC-2.docx", "CCPR-C-ARC-2.html"]
    assert [*names, "manifest.json"] == sorted(path.name for path in (apart / "one").iterdir())
    assert names == sorted(json.loads((apart / "one" / "manifest.json").read_text(encoding="utf-8"))["outputs"])
    assert all((apart / "one" / name).read_bytes() == (apart / "two" / name).read_bytes() for name in names)


def test_the_summary_counts_the_figures_of_the_annex_by_themselves(apart: Path) -> None:
    """For people and for programs, wherever the annex stands."""
    said = CliRunner().invoke(cli, ["build", str(apart), "--to", "html"]).output
    facts = json.loads(CliRunner().invoke(cli, ["build", str(apart), "--to", "html", "--format", "json"]).stdout)

    assert "annex       3 figures; its words do not count" in said
    assert (3, 3) == (facts["figures"], facts["annexed"])


def test_final_ends_with_one_or_nought(tmp_path: Path) -> None:
    """One while an issue is awaiting; nought when the reply is there."""
    project = make_project(tmp_path)
    refused = CliRunner().invoke(cli, ["build", str(project), "--to", "html", "--final"])
    make_project(
        tmp_path, submissions__interior_yaml="agency: interior\nreplies: [{issue: 2, text: Nothing to add.}]\n"
    )
    built = CliRunner().invoke(cli, ["build", str(project), "--to", "html", "--final"])

    assert (1, 0) == (refused.exit_code, built.exit_code)
    assert "nothing was written" in refused.output
    assert json.loads((project / "build" / "manifest.json").read_text(encoding="utf-8"))["final"]
