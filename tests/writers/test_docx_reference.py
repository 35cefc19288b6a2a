"""A Word file whose styles are used instead of ours: what is taken, what is supplied, what is refused."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from build import document as made_document
from build import full_document, item_list, paragraph, sample_document
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from printed import printed_lines, printed_notes
from project import make_project
from word_file import Word, printed, printed_footnotes

from reportgen.document.tree import Mark
from reportgen.files.refusal import Refused
from reportgen.pipeline import build_project, check_project
from reportgen.writers import Format
from reportgen.writers.docx.sections import estimate_pages
from reportgen.writers.docx.writing import DocxOptions, StyleReference, missing_styles, read_reference, write_docx

STYLES, NUMBERING = "word/styles.xml", "word/numbering.xml"
Edit = Callable[[str], str]
ODD_IDS = {"SingleTxtG": "a3", "H1G": "SingleTxtG", "FootnoteText": "a5", "Normal": "a", "Bullet1G": "b1"}
"""Ids such as Word in other languages makes; one of them is an id of ours for another style."""


def edited(edits: dict[str, Edit], added: str | None = None) -> bytes:
    """A Word file of ours with some parts changed, and one added."""
    output = BytesIO()
    with (
        ZipFile(BytesIO(write_docx(sample_document()))) as source,
        ZipFile(output, "w", ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            edit = edits.get(name)
            target.writestr(name, edit(content.decode()) if edit else content)
        if added:
            target.writestr(added, "<a/>")
    return output.getvalue()


def house() -> bytes:
    """A Word file with the styles of Geneva under other ids, in another font, with body text at the margin."""

    def rename(text: str) -> str:
        naming = r'((?:styleId|(?:basedOn|next|pStyle) w:val)=)"(\w+)"'
        return re.sub(naming, lambda found: f'{found[1]}"{ODD_IDS.get(found[2], found[2])}"', text)

    def restyle(text: str) -> str:
        before, name, after = rename(text).replace("Times New Roman", "Garamond").partition("_ Single Txt_G")
        return before + name + after.replace('w:left="1134"', 'w:left="0"', 1)

    return edited({STYLES: restyle, NUMBERING: rename})


def plain() -> bytes:
    """A Word file with Word's own styles alone, as Word made it."""
    output = BytesIO()
    docx.Document().save(output)
    return output.getvalue()


def read(data: bytes) -> StyleReference:
    """What is taken of a file."""
    return read_reference(data, "house.docx")


def written(data: bytes, tree=None, numbering="automatic") -> Word:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """The full document with the styles of a file."""
    return Word(write_docx(tree or full_document(), DocxOptions(numbering, reference=read(data))))


def style(word: Word, name: str) -> str:
    """The id of the style of that name."""
    [found] = word.values(f"//w:style[w:name/@w:val='{name}']/@w:styleId", STYLES)
    return found


FILES = pytest.mark.parametrize(
    "data", [house(), plain(), write_docx(sample_document())], ids=["house", "plain", "own"]
)


@FILES
@pytest.mark.parametrize("numbering", ["automatic", "typed"])
def test_the_file_is_valid_whatever_it_is_styled_by(data: bytes, numbering: str, tmp_path: Path) -> None:
    """The Open XML rules find nothing wrong in what was merged."""
    file = tmp_path / "report.docx"
    file.write_bytes(write_docx(full_document(), DocxOptions(numbering, reference=read(data))))  # type: ignore[arg-type]

    assert [] == [str(error) for error in OpenXmlValidator().validate(file).errors]


@FILES
@pytest.mark.parametrize("numbering", ["automatic", "typed"])
def test_the_text_is_the_same(data: bytes, numbering: str) -> None:
    """Styles change nothing of what is said, numbers, letters and bullets included."""
    tree, word = full_document(), written(data, numbering=numbering)

    assert printed_lines(tree, estimate_pages(tree)) == printed(word)
    assert printed_notes(tree) == printed_footnotes(word)


@FILES
def test_every_style_and_list_that_is_named_is_there(data: bytes) -> None:
    """In the text, in styles and in lists, nothing points to what the file does not hold."""
    word = written(data)
    ids = set(word.values("//w:style/@w:styleId", STYLES))
    naming = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:basedOn/@w:val | //w:next/@w:val | //w:link/@w:val"
    numbers = set(word.values("//w:num/@w:numId", NUMBERING)) | {"0"}

    for part in ("word/document.xml", "word/footnotes.xml", "word/header2.xml", STYLES, NUMBERING):
        assert set(word.values(naming, part)) <= ids
        assert set(word.values("//w:numPr/w:numId/@w:val", part)) <= numbers


def test_the_body_uses_the_ids_of_the_file() -> None:
    """Styles are found by name; an id that is ours for another style does not mislead."""
    word = written(house(), sample_document())
    lines = word.lines()

    assert ("a3", "SingleTxtG", "b1") == tuple(
        style(word, name) for name in ("_ Single Txt_G", "_ H_1_G", "_Bullet 1_G")
    )
    assert "SingleTxtG: →A.→General information on the national human rights situation" in lines
    assert "a3: This paragraph has no number." in lines
    assert "b1: The Ombudsman" in lines
    assert ["a5"] * 4 == word.values("//w:footnote[not(@w:type)]//w:pStyle/@w:val", "word/footnotes.xml")


def test_the_looks_are_those_of_the_file() -> None:
    """Its font is in its defaults, and its body text starts where it says; our lists start there as well."""
    word = written(house())
    left = word.values("//w:style[w:name/@w:val='_ Single Txt_G']/w:pPr/w:ind/@w:left", STYLES)
    paragraphs = "//w:abstractNum[@w:abstractNumId='1']/w:lvl/w:pPr"

    assert {"Garamond"} == set(word.values("//w:docDefaults//w:rFonts/@*", STYLES))
    assert (["0"], ["0"], ["567"]) == (
        left,
        word.values(f"{paragraphs}/w:ind/@w:left", NUMBERING),
        word.values(f"{paragraphs}/w:tabs/w:tab/@w:pos", NUMBERING),
    )


def test_pages_and_headers_stay_ours() -> None:
    """Of the file's sections, headers and text nothing is taken."""
    word = written(plain())

    assert ["11906", "16838", "9"] == word.values("(//w:pgSz)[1]/@*")
    assert ["CCPR/C/RUR/3"] == word.values("//w:t/text()", "word/header2.xml")


def test_what_the_file_lacks_is_named_and_supplied() -> None:
    """A file of Word's own styles has header and footer; the styles of the secretariat come from us, on its Normal."""
    word = written(plain())

    assert (
        *("_ H _Ch_G", "_ H_1_G", "_ H_2/3_G", "_ H_4_G", "_ Single Txt_G", "_Bullet 1_G", "_Bullet 2_G", "Table_G"),
        *("toc 1", "toc 2", "toc 3", "footnote text", "footnote reference", "page number", "Hyperlink"),
    ) == missing_styles(read(plain()))
    assert () == missing_styles(read(house()))
    assert ["Normal"] == word.values("//w:style[@w:styleId='SingleTxtG']/w:basedOn/@w:val", STYLES)


def test_words_heading_1_is_not_taken_for_captions() -> None:
    """Only where its second name says so is it the style of captions; else captions have one of their own."""
    ours, theirs = written(write_docx(sample_document())), written(plain())

    assert "Heading1" == style(ours, "heading 1")
    assert ("Heading1", "Heading11") == (style(theirs, "heading 1"), style(theirs, "Table_G"))
    assert "Heading11: Cases of domestic violence" in theirs.lines()


def test_bullets_are_ours_where_the_style_has_none() -> None:
    """A style of bullets without a list still prints bullets."""

    def without_list(text: str) -> str:
        return text.replace('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>', "")

    word = written(edited({STYLES: without_list}), made_document(item_list("one", "two")))

    assert ["Bullet1G(2.0): one", "Bullet1G(2.0): two"] == word.lines()[:2]


def test_lists_of_the_file_do_not_disturb_ours() -> None:
    """Its bullets come along under a new number, after ours; every lettered list still begins at (a)."""
    letters = item_list("one", "two", mark=Mark.LETTER)
    word = written(house(), made_document(paragraph("Text."), letters, letters, item_list("three")))

    assert ["1. Text.", "(a) one", "(b) two", "(a) one", "(b) two", "• three"] == printed(word)
    assert ["3"] == word.values("//w:style[w:name/@w:val='_Bullet 1_G']//w:numId/@w:val", STYLES)


def test_the_language_is_that_of_the_document() -> None:
    """A template in Russian does not make the spelling of an English text be checked in Russian."""
    word = written(edited({STYLES: lambda text: text.replace('w:val="en-GB"', 'w:val="ru-RU"')}))

    assert ["en-GB"] == word.values("//w:lang/@w:val", STYLES)


def test_fonts_and_colours_of_the_theme_come_along() -> None:
    """Styles may name them by their place in the theme."""
    word = written(plain())

    assert b"Calibri" in word.parts["word/theme/theme1.xml"]
    assert {"Calibri", "Times New Roman"} <= set(word.values("//w:font/@w:name", "word/fontTable.xml"))


def test_larger_text_breaks_headings_earlier() -> None:
    """Lines of the list of contents are measured at the size of the file, so that numbers stay in their columns."""
    tree = full_document()
    ours, larger = Word(write_docx(tree)), written(plain(), tree)
    lines = [next(line for line in word.lines() if "→Specific information" in line) for word in (ours, larger)]

    assert [0, 1] == [line.count("⏎") for line in lines]


def test_only_looks_are_taken() -> None:
    """Elements and attributes that are no part of a style stay behind, with all that could lead outside."""
    evil = (
        '<w:style w:type="paragraph" w:styleId="Evil" xmlns:x="urn:x" x:a="1"><w:name w:val="Evil"/>'
        '<w:altChunk xmlns:r="urn:r" r:id="rId9"/><w:pPr><w:jc w:val="left"/><x:b/></w:pPr>'
        '<w:fldSimple w:instr="INCLUDETEXT http://example.org"/></w:style></w:styles>'
    )
    word = written(edited({STYLES: lambda text: text.replace("</w:styles>", evil)}))
    [taken] = word.find("//w:style[@w:styleId='Evil']", STYLES)

    assert ["style", "name", "pPr", "jc"] == [one.tag.rpartition("}")[2] for one in taken.iter()]
    assert b"example.org" not in word.parts[STYLES]
    assert b"urn:x" not in word.parts[STYLES]


def test_styles_that_lead_in_a_circle_are_straightened() -> None:
    """A style that is based on itself by a roundabout way would keep a program busy for ever."""
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("X", "Y"), ("Y", "X"), ("Z", "Z"), ("W", "nowhere"))
    )
    word = written(edited({STYLES: lambda text: text.replace("</w:styles>", circle + "</w:styles>")}))

    assert ["X"] == word.values("//w:style[@w:styleId='Y']/w:basedOn/@w:val", STYLES)
    assert [] == word.values("//w:style[@w:styleId='X' or @w:styleId='Z' or @w:styleId='W']/w:basedOn/@w:val", STYLES)


def test_equal_files_give_equal_bytes() -> None:
    """Nothing of the order of sets or of the clock is in what is merged."""
    assert write_docx(full_document(), DocxOptions(reference=read(house()))) == write_docx(
        full_document(), DocxOptions(reference=read(house()))
    )


# ---- what is refused ------------------------------------------------------------------------------------------

_RELATIONSHIPS = "word/_rels/document.xml.rels"


def strict(text: str) -> str:
    """Relationships as Word writes them in the Strict form."""
    return text.replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )


@pytest.mark.parametrize(
    ("data", "code", "reason"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "RG801", "protected with a password"),
        (b"%PDF-1.7 and so on", "RG802", "the file is a PDF"),
        (write_docx(sample_document())[:-400], "RG803", "the document is damaged"),
        (edited({}, added="../../start.xml"), "RG804", "it holds a file named"),
        (
            edited({STYLES: lambda text: "<!DOCTYPE a [<!ENTITY b 'c'>]>" + text.split("?>")[1]}),
            "RG804",
            "declares a document type",
        ),
        (edited({STYLES: lambda _: "<a><b></a>"}), "RG803", "not well-formed"),
        (edited({STYLES: lambda text: text + " " * 4_300_000}), "RG611", "has more than 4 MB"),
        (edited({STYLES: lambda _: "<w>" * 70 + "</w>" * 70}), "RG806", "nested more than"),
        (edited({STYLES: lambda _: "<styleSheet/>"}), "RG611", "it is not a Word document with styles"),
        (
            edited({_RELATIONSHIPS: lambda text: text.replace("styles.xml", "none.xml")}),
            "RG611",
            "it is not a Word document",
        ),
        (
            edited(
                {
                    _RELATIONSHIPS: lambda text: text.replace(
                        'Target="styles.xml"', 'Target="http://x.org/s.xml" TargetMode="External"'
                    )
                }
            ),
            "RG611",
            "it is not a Word document",
        ),
        (edited({_RELATIONSHIPS: strict}), "RG611", "it is saved as “Strict Open XML Document”"),
    ],
    ids=["password", "pdf", "cut", "path", "entity", "broken", "long", "deep", "other", "gone", "outside", "strict"],
)
def test_what_is_no_sound_word_file_is_refused(data: bytes, code: str, reason: str) -> None:
    """One error with its reason in plain words, whatever is wrong with the file."""
    with pytest.raises(Refused) as refused:
        read(data)

    assert code == refused.value.diagnostic.code
    assert reason in refused.value.diagnostic.message


# ---- in a project ---------------------------------------------------------------------------------------------


def project(root: Path, data: bytes | None) -> Path:
    """A project whose report names a Word file, with that file where there is one."""
    make_project(root)
    report = root / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8") + "layout: {reference: house.docx}\n", encoding="utf-8")
    if data is not None:
        (root / "house.docx").write_bytes(data)
    return root


def test_a_report_names_its_file(tmp_path: Path) -> None:
    """The Word file has the styles of the one that the report names, and the manifest names it as an input."""
    built = build_project(project(tmp_path, house()), ("docx",))
    word = Word(built.files["CCPR-C-ARC-2.docx"])

    assert "a3" == style(word, "_ Single Txt_G")
    assert f'"{tmp_path.as_posix()}/house.docx"' in built.files["manifest.json"].decode() or (
        '"house.docx"' in built.files["manifest.json"].decode()
    )


def test_a_template_of_word_does_as_well(tmp_path: Path) -> None:
    """A .dotx holds the same styles."""
    root = project(tmp_path, None)
    (root / "house.dotx").write_bytes(house())
    report = root / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("house.docx", "house.dotx"), encoding="utf-8")
    word = Word(build_project(root, ("docx",)).files["CCPR-C-ARC-2.docx"])

    assert "a3" == style(word, "_ Single Txt_G")


def test_that_the_pdf_does_not_follow_the_file_is_said(tmp_path: Path) -> None:
    """Once, and only where both a file is named and a PDF is made."""
    styled, plain_one = project(tmp_path / "styled", house()), make_project(tmp_path / "plain")

    def said(root: Path, *formats: Format) -> int:
        return [found.code for found in build_project(root, formats).diagnostics].count("RG557")

    assert [1, 0, 0] == [said(styled, "docx", "pdf"), said(styled, "docx"), said(plain_one, "docx", "pdf")]


@pytest.mark.parametrize(
    ("data", "code", "has_file"),
    [
        (plain(), "RG610", True),
        (edited({STYLES: lambda _: "<a/>"}), "RG611", False),
        (None, "RG612", False),
        (b"", "RG105", False),
    ],
    ids=["lacking", "other", "missing", "empty"],
)
def test_what_is_wrong_with_the_file_is_said(tmp_path: Path, data: bytes | None, code: str, *, has_file: bool) -> None:
    """Styles that are lacking are a remark; a file that cannot be read, or is not there, stands in the way."""
    checked = check_project(project(tmp_path, data))

    assert code in {one.code for one in checked.diagnostics}
    assert has_file is not checked.failed


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        ("report.yaml", "RG207", "it must be a Word file of the project, such as our-styles.docx"),
        ("/etc/ref.docx", "RG207", "it must be a Word file of the project, such as our-styles.docx"),
        ("../ref.docx", "RG613", "the file ../ref.docx lies outside the project"),
        ("a/../../ref.docx", "RG613", "the file a/../../ref.docx lies outside the project"),
        ("a/../ref.docx", "RG612", "there is no Word file a/../ref.docx in the project"),
    ],
)
def test_a_name_that_is_no_word_file_of_the_project_is_said(tmp_path: Path, given: str, code: str, words: str) -> None:
    """What kind of file it must be, or where it must lie; the file outside is never looked for."""
    root = tmp_path / "project"
    make_project(root)
    (tmp_path / "ref.docx").write_bytes(house())
    report = root / "report.yaml"
    report.write_text(f"{report.read_text(encoding='utf-8')}layout: {{reference: {given}}}\n", encoding="utf-8")
    (found,) = [one for one in check_project(root).diagnostics if one.code.startswith(("RG2", "RG6"))]

    assert (code, True) == (found.code, words in found.message)


@pytest.mark.parametrize(
    ("lacking", "words"),
    [(["Table_G"], "lacks the style “Table_G”; what"), (["A", "B"], "lacks the styles “A”, “B”; what")],
)
def test_styles_that_are_lacking_are_counted_in_grammar(
    tmp_path: Path, lacking: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One style is no several."""
    monkeypatch.setattr("reportgen.writers.docx.writing.missing_styles", lambda _: lacking)
    (found,) = [one for one in check_project(project(tmp_path, house())).diagnostics if one.code == "RG610"]

    assert words in found.message


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    """A file elsewhere is not read, whatever the project calls it."""
    root = tmp_path / "project"
    outside = tmp_path / "outside.docx"
    outside.write_bytes(house())
    project(root, None)
    (root / "house.docx").symlink_to(outside)

    assert "RG103" in {one.code for one in check_project(root).diagnostics}
