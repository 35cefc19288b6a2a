"""The styles of the DOCX: names, ids and measures are those of the secretariat's files."""

import pytest
from build import document
from word_file import Word

from reportgen.writers.docx.writing import write_docx

STYLES = "word/styles.xml"
MEASURES = """
id                | name               | size | weight | spacing            | indent         | tabs
Normal            | Normal             | -    | -      | 0 0 240 atLeast    | - - -          | -
HMG               | _ H __M_G          | 34   | b      | 240 240 360 exact  | 1134 1134 1134 | 851
HChG              | _ H _Ch_G          | 28   | b      | 360 240 300 exact  | 1134 1134 1134 | 851
H1G               | _ H_1_G            | 24   | b      | 360 240 270 exact  | 1134 1134 1134 | 851
H23G              | _ H_2/3_G          | 20   | b      | 240 120 240 exact  | 1134 1134 1134 | 851
H4G               | _ H_4_G            | 20   | i      | 240 120 240 exact  | 1134 1134 1134 | 851
H56G              | _ H_5/6_G          | 20   | -      | 240 120 240 exact  | 1134 1134 1134 | 851
SSG               | __S_S_G            | 28   | b      | 240 240 300 exact  | 1134 1134 -    | -
SMG               | __S_M_G            | 40   | b      | 240 240 420 exact  | 1134 1134 -    | -
XLargeG           | __XLarge_G         | 40   | b      | 240 240 420 exact  | 1134 1134 -    | -
SLG               | __S_L_G            | 56   | b      | 240 240 580 exact  | 1134 1134 -    | -
SingleTxtG        | _ Single Txt_G     | -    | -      | - 120 - -          | 1134 1134 -    | -
Bullet1G          | _Bullet 1_G        | -    | -      | - 120 - -          | 1701 1134 170  | -
Bullet2G          | _Bullet 2_G        | -    | -      | - 120 - -          | 2268 1134 170  | -
Heading1          | heading 1          | -    | -      | 0 0 240 auto       | - 0 -          | -
FootnoteText      | footnote text      | 18   | -      | - - 220 exact      | 1134 1134 1134 | 1021
FootnoteReference | footnote reference | 18   | -      | - - - -            | - - -          | -
Header            | header             | 18   | b      | - - 240 auto       | - - -          | -
Footer            | footer             | 16   | -      | - - 240 auto       | - - -          | -
PageNumber        | page number        | 18   | b      | - - - -            | - - -          | -
TOC1              | toc 1              | -    | -      | - 120 - -          | 1134 - 1134    | 851 … 9638
TOC2              | toc 2              | -    | -      | - 120 - -          | 1559 - -       | 7654 … 9638
TOC3              | toc 3              | -    | -      | - 120 - -          | 1984 - -       | 7654 … 9638
TOCHeading        | TOC Heading        | 28   | -      | - 120 - -          | - - -          | -
"""
"""Sizes in half points, all else in twentieths of a point; spacing is before, after, line and its rule; an indent is
left, right and hanging."""


def rows() -> list[list[str]]:
    """The lines of the table of measures, without its head."""
    return [[cell.strip() for cell in line.split("|")] for line in MEASURES.strip().splitlines()[1:]]


@pytest.fixture(scope="module")
def word() -> Word:
    """An empty document."""
    return Word(write_docx(document()))


@pytest.mark.parametrize("measures", rows(), ids=lambda row: row[0])
def test_style_has_the_measures_of_geneva(measures: list[str], word: Word) -> None:
    """Name, size, weight, spacing, indents and tabs are those measured in the secretariat's files."""
    style = f"//w:style[@w:styleId='{measures[0]}']"

    def values(path: str, *names: str) -> str:
        found = ("".join(word.values(f"{style}/{path}/@w:{name}", STYLES)) or "-" for name in names)
        return " ".join(found)

    weights = [name for name in ("b", "i") if word.find(f"{style}/w:rPr/w:{name}", STYLES)]
    tabs = word.values(f"{style}/w:pPr/w:tabs/w:tab/@w:pos", STYLES)
    tabs = [tabs[0], "…", tabs[-1]] if len(tabs) > 1 else tabs
    measured = [
        measures[0],
        values("w:name", "val"),
        values("w:rPr/w:sz", "val"),
        "".join(weights) or "-",
        values("w:pPr/w:spacing", "before", "after", "line", "lineRule"),
        values("w:pPr/w:ind", "left", "right", "hanging"),
        " ".join(tabs) or "-",
    ]

    assert measures == measured


def test_every_style_that_is_used_exists(word: Word) -> None:
    """No style refers to one that is not there."""
    known = set(word.values("//w:style/@w:styleId", STYLES))

    assert set(word.values("//w:basedOn/@w:val | //w:next/@w:val", STYLES)) <= known


def test_all_text_is_in_times_new_roman(word: Word) -> None:
    """The defaults name one font for every script, and no style another."""
    assert {"Times New Roman"} == set(word.values("//w:rFonts/@*", STYLES))


def test_captions_keep_the_secretariats_second_name(word: Word) -> None:
    """Word's heading 1 is known as Table_G there."""
    assert ["Table_G"] == word.values("//w:style[@w:styleId='Heading1']/w:aliases/@w:val", STYLES)


@pytest.mark.parametrize(("style", "level"), [("Bullet1G", 0), ("Bullet2G", 1)])
def test_bullets_stand_where_their_list_puts_them(style: str, level: int, word: Word) -> None:
    """The indent in the style is that of its list level, which is made apart; only the right one is the style's own."""
    indent = f"//w:style[@w:styleId='{style}']//w:ind"
    [number] = word.values(f"//w:style[@w:styleId='{style}']//w:numId/@w:val", STYLES)
    [abstract] = word.values(f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val", "word/numbering.xml")
    of_level = f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']//w:ind"

    for side in ("left", "hanging"):
        assert word.values(f"{of_level}/@w:{side}", "word/numbering.xml") == word.values(f"{indent}/@w:{side}", STYLES)


def test_separators_of_notes_are_those_that_the_settings_name(word: Word) -> None:
    """Word looks for the separators by the ids in the settings; the notes have them under these."""
    named = word.values("//w:footnotePr/w:footnote/@w:id", "word/settings.xml")

    assert ["-1", "0"] == named == word.values("//w:footnote[@w:type]/@w:id", "word/footnotes.xml")
