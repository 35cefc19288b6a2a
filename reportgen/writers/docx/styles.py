"""The styles part: the United Nations' Geneva styles with their names, ids and measures.

Names and ids are those of the secretariat's templates, so that a document that is pasted into one of them takes
its styles. Outline levels are ours: the templates have none, and the navigation pane needs them.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.tree import Mark
from reportgen.writers.docx.format import (
    AS_IS,
    PLAIN,
    Indent,
    Look,
    Shape,
    Spacing,
    paragraph_properties,
    rule,
    run_properties,
)
from reportgen.writers.docx.numbering import BULLETS, list_shape
from reportgen.writers.docx.oxml import Element, element, root
from reportgen.writers.docx.theme import FONT

HEADING_INDENT = Indent(left=1134, right=1134, first=-1134)
BODY_INDENT = Indent(left=1134, right=1134)


class Style(Struct, frozen=True):
    """One style."""

    id: str
    name: str
    based_on: str | None = "Normal"
    kind: str = "paragraph"
    next: str | None = None
    aliases: str | None = None
    shape: Shape = AS_IS
    look: Look = PLAIN


def build_styles(language: str) -> Element:
    """The root of the styles part.

    Args:
        language: the BCP 47 tag of the document's text.
    """
    return root("styles", _defaults(language), _latent(), *map(style_element, named_styles()), *table_styles())


def _defaults(language: str) -> Element:
    fonts = element("rFonts", ascii=FONT, eastAsia=FONT, hAnsi=FONT, cs=FONT)
    languages = element("lang", val=language, eastAsia="en-US", bidi="ar-SA")
    look = element("rPr", fonts, element("sz", val=20), element("szCs", val=20), languages)
    return element("docDefaults", element("rPrDefault", look), element("pPrDefault"))


def _latent() -> Element:
    """Word's other built-in styles stay out of sight until they are used."""
    return element(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def named_styles() -> Iterator[Style]:
    """Every style but those of tables and lists."""
    yield Style(
        "Normal",
        "Normal",
        based_on=None,
        shape=Shape(no_hyphens=True, spacing=Spacing(before=0, after=0, line=240, rule="atLeast")),
    )
    yield Style("DefaultParagraphFont", "Default Paragraph Font", based_on=None, kind="character")
    yield from _headings()
    yield from _body()
    yield from _notes()
    yield from _furniture()


def _headings() -> Iterator[Style]:
    small = Spacing(240, 120, 240)
    yield _heading("HMG", "_ H __M_G", Look(bold=True, size=34), Spacing(240, 240, 360), 0)
    yield _heading("HChG", "_ H _Ch_G", Look(bold=True, size=28), Spacing(360, 240, 300), 0)
    yield _heading("H1G", "_ H_1_G", Look(bold=True, size=24), Spacing(360, 240, 270), 1)
    yield _heading("H23G", "_ H_2/3_G", Look(bold=True, size=20), small, 2)
    yield _heading("H4G", "_ H_4_G", Look(italic=True, size=20), small, 3)
    yield _heading("H56G", "_ H_5/6_G", Look(size=20), small, 4)
    for style_id, name, size, line in (
        ("SSG", "__S_S_G", 28, 300),
        ("SMG", "__S_M_G", 40, 420),
        ("XLargeG", "__XLarge_G", 40, 420),
        ("SLG", "__S_L_G", 56, 580),
    ):
        shape = Shape(keep_next=True, keep_lines=True, spacing=Spacing(240, 240, line), indent=BODY_INDENT)
        yield Style(style_id, name, next="Normal", shape=shape, look=Look(bold=True, size=size))


def _heading(style_id: str, name: str, look: Look, spacing: Spacing, outline: int) -> Style:
    """A heading: its label ends at 851, its text starts at 1134."""
    shape = Shape(
        keep_next=True,
        keep_lines=True,
        tabs=(("right", 851),),
        spacing=spacing,
        indent=HEADING_INDENT,
        outline=outline,
    )
    return Style(style_id, name, next="Normal", shape=shape, look=look)


def _body() -> Iterator[Style]:
    text = Shape(spacing=Spacing(after=120), indent=BODY_INDENT, align="both")
    yield Style("SingleTxtG", "_ Single Txt_G", shape=text)
    for depth, style_id, name in ((0, "Bullet1G", "_Bullet 1_G"), (1, "Bullet2G", "_Bullet 2_G")):
        # All of the indent, though the list level brings the left of it: LibreOffice would lose the right.
        indent = replace(list_shape(Mark.BULLET, depth)[0], right=1134)
        yield Style(style_id, name, shape=replace(text, indent=indent, list_level=(BULLETS, depth)))
    yield Style(
        "Heading1",
        "heading 1",
        "SingleTxtG",
        next="SingleTxtG",
        aliases="Table_G",
        shape=Shape(spacing=Spacing(0, 0, 240, "auto"), indent=Indent(right=0), align="left", outline=0),
    )
    yield from _contents()


def _contents() -> Iterator[Style]:
    """Lines of the list of contents.

    The secretariat's tabs at 1559 and 1984 are left out: a heading of one short word would end before them, and its
    numbers would stand in the wrong columns.
    """
    shape = Shape(keep_next=True, spacing=Spacing(after=120), outline=9)
    yield Style("TOCHeading", "TOC Heading", next="Normal", shape=shape, look=Look(size=28))
    columns = (("left dot", 7654), ("right", 8929), ("right", 9638))
    for number, left, tabs in ((1, 1134, (("right", 851), *columns)), (2, 1559, columns), (3, 1984, columns)):
        indent = Indent(left=left, first=-1134 if number == 1 else None)
        shape = Shape(tabs=tabs, spacing=Spacing(after=120), indent=indent)
        yield Style(f"TOC{number}", f"toc {number}", next="Normal", shape=shape)


def _notes() -> Iterator[Style]:
    shape = Shape(tabs=(("right", 1021),), spacing=Spacing(line=220), indent=HEADING_INDENT)
    yield Style("FootnoteText", "footnote text", aliases="5_G", shape=shape, look=Look(size=18))
    yield Style(
        "FootnoteReference",
        "footnote reference",
        None,
        "character",
        None,
        "4_G",
        look=Look(size=18, raised="superscript"),
    )
    yield Style("EndnoteText", "endnote text", "FootnoteText", aliases="2_G")
    yield Style("EndnoteReference", "endnote reference", "FootnoteReference", "character", None, "1_G")


def _furniture() -> Iterator[Style]:
    single = Spacing(line=240, rule="auto")
    look = Look(bold=True, size=18)
    yield Style("Header", "header", aliases="6_G", shape=Shape(rule_below=True, spacing=single), look=look)
    yield Style("Footer", "footer", aliases="3_G", shape=Shape(spacing=single), look=Look(size=16))
    yield Style("PageNumber", "page number", "DefaultParagraphFont", "character", None, "7_G", look=look)
    yield Style("Hyperlink", "Hyperlink", "DefaultParagraphFont", "character")
    yield Style("FollowedHyperlink", "FollowedHyperlink", "DefaultParagraphFont", "character")


def style_element(style: Style) -> Element:
    """One style as an element; the order is the schema's (17.7.4.17)."""
    made = element("style", type=style.kind, **_flags(style), styleId=style.id)
    made.append(element("name", val=style.name))
    for tag, value in (("aliases", style.aliases), ("basedOn", style.based_on), ("next", style.next)):
        if value is not None:
            made.append(element(tag, val=value))
    made.append(element("uiPriority", val=0 if style.kind == "paragraph" else 1))
    if style.id != "DefaultParagraphFont":
        made.append(element("qFormat"))
    made.extend(properties for properties in (_paragraph(style), _run(style)) if properties is not None)
    return made


def _flags(style: Style) -> dict[str, str | int]:
    if style.id in {"Normal", "DefaultParagraphFont"}:
        return {"default": 1}
    return {"customStyle": 1} if style.name.startswith("_") else {}


def _paragraph(style: Style) -> Element | None:
    return None if style.shape is AS_IS else paragraph_properties(style.shape)


def _run(style: Style) -> Element | None:
    if style.id in {"Hyperlink", "FollowedHyperlink"}:
        return element("rPr", element("color", val="auto"), element("u", val="none"))
    return None if style.look is PLAIN else run_properties(style.look)


def table_styles() -> Iterator[Element]:
    """The styles of tables and lists."""
    margins = element(
        "tblCellMar",
        element("top", w=0, type="dxa"),
        element("left", w=108, type="dxa"),
        element("bottom", w=0, type="dxa"),
        element("right", w=108, type="dxa"),
    )
    normal = element("style", element("name", val="Normal Table"), type="table", default=1, styleId="TableNormal")
    normal.extend((element("uiPriority", val=99), element("semiHidden"), element("unhideWhenUsed")))
    normal.append(element("tblPr", element("tblInd", w=0, type="dxa"), margins))
    yield normal
    none = element("style", element("name", val="No List"), type="numbering", default=1, styleId="NoList")
    none.extend((element("uiPriority", val=99), element("semiHidden"), element("unhideWhenUsed")))
    yield none
    yield _table_grid()


def _table_grid() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    margins = element("tblCellMar", element("left", w=0, type="dxa"), element("right", w=0, type="dxa"))
    return element(
        "style",
        element("name", val="Table Grid"),
        element("basedOn", val="TableNormal"),
        element("tblPr", element("tblBorders", *(rule(side, 4) for side in sides)), margins),
        type="table",
        styleId="TableGrid",
    )
