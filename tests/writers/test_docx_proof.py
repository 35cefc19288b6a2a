"""The figures of a finished Word file, read again by python-docx and compared with those of the tree."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from build import document, figure, full_document, heading, paragraph, sample_document, words
from msgspec.structs import replace

from reportgen.document.tree import Contents, Document, Emphasis, Level, Link, Note, Raised
from reportgen.pipeline import EARLIEST, check_project, no_progress
from reportgen.writers.docx.proof import FigureDiffersError, prove_figures
from reportgen.writers.docx.writing import DocxOptions, write_docx
from reportgen.writers.rendering import RenderOptions, render_documents

ROOT = Path(__file__).resolve().parents[2]


def everywhere() -> Document:
    """A document with figures at each place where one can stand."""
    return document(
        Contents(words("Of ", figure("7"))),
        heading(Level.PART, figure("8"), key="cases"),
        paragraph(
            figure("1,234"),
            Emphasis(words(figure("5"), Raised(words(figure("2"))))),
            Link("https://example.org", words(figure("6"), " cases")),
            Note(words("Of which ", figure("9"), Note(words("Also ", figure("10"))))),
            figure("five\u00a0per\u00a0cent", "share", "2022", "2023"),
        ),
    )


@pytest.mark.parametrize("options", [DocxOptions(), DocxOptions(numbering="typed")], ids=["automatic", "typed"])
@pytest.mark.parametrize(
    "tree",
    [everywhere(), sample_document(), full_document(), document()],
    ids=["everywhere", "sample", "full", "empty"],
)
def test_figures_are_those_of_the_tree(tree: Document, options: DocxOptions) -> None:
    """Wherever a figure may stand, nothing is said of a file that is as it was written."""
    prove_figures(write_docx(tree, options), tree)


@pytest.mark.parametrize("project", ["inputs", "examples/minimal"])
def test_figures_of_projects_are_those_of_their_trees(project: str) -> None:
    """Also those of tables, notes and generated paragraphs."""
    for tree in check_project(ROOT / project).documents.values():
        prove_figures(write_docx(tree), tree)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda body: body.replace(b">1,234<", b">1,243<"), "“1,234” stands 0 times in the Word file and 1 times"),
        (lambda body: body.replace(b">1,234<", b"><"), "“” stands 1 times in the Word file and 0 times"),
        (lambda body: body.replace(b'w:name="_fig_', b'w:name="fig_', 1), "0 times in the Word file and 1 times"),
        (lambda body: body.replace(b">5<", b">5</w:t><w:t>0<"), "“5” stands 0 times in the Word file and 1 times"),
    ],
    ids=["digits", "empty", "unmarked", "longer"],
)
def test_another_figure_is_named(change: Callable[[bytes], bytes], said: str) -> None:
    """Digits that changed places, a figure that is lost, one without its bookmark, one with a digit more."""
    with pytest.raises(FigureDiffersError, match=said):
        prove_figures(changed(write_docx(everywhere()), change), everywhere())


def test_figure_of_another_source_is_named() -> None:
    """The same digits of another indicator are another figure."""
    tree = document(paragraph(figure("7", "cases", "2023")))
    other = document(paragraph(figure("7", "victims", "2023")))

    with pytest.raises(FigureDiffersError):
        prove_figures(write_docx(tree), other)


def test_only_the_files_of_a_report_that_leaves_are_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    """A false file is refused where proof is asked for; a draft is written without the cost of it."""
    false = changed(write_docx(everywhere()), lambda body: body.replace(b">1,234<", b">1,243<"))
    monkeypatch.setattr("reportgen.writers.docx.writing.write_docx", lambda *_: false)
    draft = RenderOptions(EARLIEST, "automatic", None)

    assert {"report.docx": false} == render_documents({"report": everywhere()}, ("docx",), draft, no_progress).files
    with pytest.raises(FigureDiffersError):
        render_documents({"report": everywhere()}, ("docx",), replace(draft, proved=True), no_progress)


def changed(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A Word file whose body was changed."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            body = change(part) if name == "word/document.xml" else part
            assert name != "word/document.xml" or body != part
            new.writestr(name, body)
    return made.getvalue()
