"""The DOCX as a package: valid, complete, the same bytes each time, and the same text as every other output."""

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import docx
import pytest
from build import document, full_document, sample_document
from conftest import Golden
from lxml import etree
from msgspec.structs import replace
from office import needs_office, resaved
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from printed import printed_lines, printed_notes, squeezed
from word_file import Word, printed, printed_footnotes

from reportgen.document.tree import Document
from reportgen.writers.docx.sections import estimate_pages
from reportgen.writers.docx.writing import DocxOptions, write_docx

BOTH = pytest.mark.parametrize("options", [DocxOptions(), DocxOptions(numbering="typed")], ids=["automatic", "typed"])


@BOTH
@pytest.mark.parametrize("tree", [sample_document(), full_document(), document()], ids=["sample", "full", "empty"])
def test_package_is_valid(tree: Document, options: DocxOptions, tmp_path: Path) -> None:
    """The Open XML rules find nothing: no missing part, no wrong element, no wrong order."""
    file = tmp_path / "report.docx"
    file.write_bytes(write_docx(tree, options))
    result = OpenXmlValidator().validate(file)

    assert [] == [str(error) for error in result.errors]
    assert result.is_valid


def test_python_docx_opens_it() -> None:
    """The file is one that its own library reads, with the styles by their names."""
    opened = docx.Document(BytesIO(write_docx(sample_document())))
    names = {paragraph.style.name for paragraph in opened.paragraphs if paragraph.style}

    assert {"_ H _Ch_G", "_ H_1_G", "_ H_2/3_G", "_ H_4_G", "_ Single Txt_G", "_Bullet 1_G", "_Bullet 2_G"} <= names


@BOTH
def test_text_is_that_of_the_tree(options: DocxOptions) -> None:
    """Each paragraph, with the number, letter or mark that Word gives it, is the line that the tree prints."""
    tree = full_document()
    word = Word(write_docx(tree, options))

    assert printed_lines(tree, estimate_pages(tree)) == printed(word)
    assert printed_notes(tree) == printed_footnotes(word)


def test_same_document_gives_same_bytes() -> None:
    """Nothing of the clock, of memory or of the system is in the file."""
    assert write_docx(sample_document()) == write_docx(sample_document())


def test_time_is_the_one_given() -> None:
    """Properties and every member carry the time of the options, in UTC."""
    noon = datetime(2024, 1, 31, 12, tzinfo=timezone(timedelta(hours=5)))
    word = Word(write_docx(document(), DocxOptions(timestamp=noon)))

    assert {(2024, 1, 31, 7, 0, 0)} == {member.date_time for member in word.members}
    assert 2 == word.parts["docProps/core.xml"].count(b">2024-01-31T07:00:00Z<")


def test_without_a_time_the_properties_have_none() -> None:
    """No moment is given: no property says one, least of all the first that a zip can hold."""
    word = Word(write_docx(document()))

    assert b"1980" not in word.parts["docProps/core.xml"]
    assert b"dcterms:" not in word.parts["docProps/core.xml"].replace(b"xmlns:dcterms", b"")
    assert {(1980, 1, 1, 0, 0, 0)} == {member.date_time for member in word.members}


def test_a_line_before_a_break_is_not_torn_apart() -> None:
    """Word spreads a justified line that ends with Shift+Enter over the column, unless the settings say otherwise."""
    compat = Word(write_docx(document())).find("//w:compat/*", "word/settings.xml")

    assert ["doNotExpandShiftReturn", "compatSetting"] == [etree.QName(one).localname for one in compat]


def test_time_before_zips_is_theirs() -> None:
    """A zip knows no time before 1980; the properties do."""
    word = Word(write_docx(document(), DocxOptions(timestamp=datetime(1970, 1, 1, tzinfo=UTC))))

    assert {(1980, 1, 1, 0, 0, 0)} == {member.date_time for member in word.members}
    assert b"1970-01-01T00:00:00Z" in word.parts["docProps/core.xml"]


def test_properties_say_what_the_document_is() -> None:
    """The title is the symbol, as in the secretariat's files; title, subject, author and language are the tree's."""
    properties = docx.Document(BytesIO(write_docx(sample_document()))).core_properties

    assert "Third periodic report submitted by Ruritania" == properties.comments
    assert "International Covenant on Civil and Political Rights" == properties.subject
    assert "Ruritania" == properties.author
    assert "CCPR/C/RUR/3" == properties.title == properties.identifier == properties.keywords
    assert "en-GB" == properties.language


def test_long_title_does_not_break_the_properties() -> None:
    """A property holds 255 characters; the title on the page is whole all the same."""
    tree = replace(document(), title="x" * 300)

    assert "x" * 255 == docx.Document(BytesIO(write_docx(tree))).core_properties.comments


def test_language_is_the_documents() -> None:
    """The language of the tree is the default of all text, so that spelling is checked in it."""
    word = Word(write_docx(replace(document(), language="fr-CH")))

    assert ["fr-CH"] == word.values("//w:docDefaults//w:lang/@w:val", "word/styles.xml")
    assert ["fr-CH"] == word.values("//w:themeFontLang/@w:val", "word/settings.xml")


def test_golden(golden: Golden) -> None:
    """The parts of the sample document, its body and its notes are those that were reviewed."""
    word = Word(write_docx(sample_document()))

    golden("docx/sample-parts.txt", "".join(f"{member.filename}\n" for member in word.members))
    golden("docx/sample-document.xml", word.tidy("word/document.xml"))
    golden("docx/sample-footnotes.xml", word.tidy("word/footnotes.xml"))
    golden("docx/full-body.txt", "".join(f"{line}\n" for line in Word(write_docx(full_document())).lines()))


@needs_office
@BOTH
def test_libreoffice_reads_the_same(options: DocxOptions) -> None:
    """LibreOffice opens it with every line of the tree and its number, in the order of the tree.

    Its text is compared, not a PDF of it: LibreOffice 25.2 squeezes the blanks of a justified line and prints the line
    without the full stop that does not fit all the same, although it knows of it.
    """
    tree = replace(full_document(), cover=())
    text = _without_blanks(resaved(write_docx(tree, options), "txt:Text (encoded):UTF8", "docx").decode("utf-8-sig"))
    place = 0
    for line in printed_lines(tree):
        found = text.find(_without_blanks(line), place)

        assert found >= 0, f"{line!r} is not there, or not in its place"
        place = found


def _without_blanks(text: str) -> str:
    """Text without blanks, and with one mark for bullets of all levels, as LibreOffice writes text."""
    return squeezed(text).replace(" ", "").replace("◦", "•")
