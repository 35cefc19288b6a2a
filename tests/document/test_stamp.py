"""The stamp of a document: the same for the same words and figures, another one for any other."""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from build import document, full_document
from msgspec import to_builtins
from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.document.remarks import Remark
from reportgen.document.stamp import STAMP, stamp_of
from reportgen.document.tree import Emphasis, Figure, FigureReference, Inline, Paragraph, Text
from reportgen.readers.reading import read_report
from reportgen.writers.docx.writing import DocxOptions, write_docx

FIGURE = Figure("849", "legal_aid", ("2023",), (("submissions", 0),), (Place("justice.yaml", 4),))


def stamp(*children: Inline) -> str:
    """The stamp of a document of one paragraph."""
    return stamp_of(document(Paragraph(children, key="one")))


def test_where_something_stands_in_the_inputs_is_no_part_of_it() -> None:
    """A line that is added above a figure prints no other document."""
    first, second = FigureReference("{{ a }}", Place("justice.yaml", 4)), FigureReference("{{ a }}", None)
    elsewhere = replace(FIGURE, paths=(("submissions", 1),), places=(), reference=second)

    assert stamp(Text("To "), replace(FIGURE, reference=first)) == stamp(Text("To "), elsewhere)


def _placeless(node: object) -> object:
    match node:
        case dict():
            return {key: _placeless(one) for key, one in node.items() if key not in ("place", "places", "paths")}
        case list() | tuple():
            return [_placeless(one) for one in node]
    return node


@pytest.mark.parametrize("text", ["To ", '“Él” \\ " \t\x7f😀', "\ud800"])
def test_it_is_the_same_for_ever(text: str) -> None:
    """It is compared with that of files that were sent out long ago: sorted JSON in ASCII, without the places."""
    tree = replace(full_document(), title=text)
    said = json.dumps(_placeless(to_builtins(tree)), sort_keys=True)

    assert sha256(said.encode("ascii")).hexdigest() == stamp_of(tree)


@pytest.mark.parametrize(
    "other",
    [
        (Text("to "), FIGURE),
        (Text("To "), Text("849")),
        (Text("To "), replace(FIGURE, text="850")),
        (Text("To "), replace(FIGURE, periods=("2022",))),
        (Emphasis((Text("To "),)), FIGURE),
    ],
    ids=["word", "typed", "figure", "period", "italics"],
)
def test_other_words_figures_and_looks_have_another(other: tuple[Inline, ...]) -> None:
    """Whatever the document prints, or writes it from, is part of it."""
    assert stamp(Text("To "), FIGURE) != stamp(*other)


@pytest.mark.parametrize(
    "options", [DocxOptions(), DocxOptions(numbering="typed"), DocxOptions(remarks={1: (Remark(("Since when?",)),)})]
)
def test_the_word_file_holds_it(options: DocxOptions, tmp_path: Path) -> None:
    """It is read from the file as it was written, with comments and typed numbers as well as without."""
    tree = full_document()
    read = read_report(write_docx(tree, options), (tmp_path / "report.docx").as_posix())

    assert read.word
    assert stamp_of(tree) == read.word.file.property_of(STAMP)
    assert not read.word.file.property_of("another")


def test_it_is_a_custom_property_of_the_package() -> None:
    """Word and LibreOffice keep custom properties, and find them by a relationship of the package."""
    with ZipFile(BytesIO(write_docx(full_document()))) as archive:
        assert b'/relationships/custom-properties" Target="docProps/custom.xml"' in archive.read("_rels/.rels")
        assert f">{stamp_of(full_document())}<".encode() in archive.read("docProps/custom.xml")
