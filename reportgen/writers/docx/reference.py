"""Read the styles of a Word file, and what they need, for `layout.reference`.

What is taken: `word/styles.xml`, the lists that styles refer to, the fonts and colours of the theme, the font table.
What is not: text, headers, sections, pictures, macros, embedded fonts, and whatever leads outside the file: only
internal relationships are followed, and of each part only elements and attributes of the format that say how things
look are copied (ECMA-376 Part 1, 17.7 and 17.9), so nothing else can come along.

A file saved in the "Strict" form has other namespaces, and is refused with the advice to save it anew.
"""

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from reportgen.diagnostics import Literal, Place
from reportgen.files.container import relationships_of, target_of, unpack
from reportgen.files.refusal import WORD_FILE, refuse
from reportgen.files.xml import Attributes, XmlPart
from reportgen.limits import REFERENCE_PART_BYTES
from reportgen.writers.docx.oxml import NAMESPACES, Element

_W = f"{{{NAMESPACES['w']}}}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_COLOURS = 12
"""Children that a scheme of colours must have (20.1.6.2)."""

_NUMBERING = """abstractNum nsid multiLevelType tmpl name styleLink numStyleLink lvl start numFmt lvlRestart pStyle
isLgl suff lvlText lvlJc num abstractNumId lvlOverride startOverride"""
_STYLE = """styles docDefaults rPrDefault pPrDefault latentStyles lsdException style name aliases basedOn next link
hidden uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr tblStylePr"""
_PARAGRAPH = """keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
textboxTightWrap outlineLvl"""
_WITHIN = "ilvl numId top left bottom right between bar tab"
_RUN = """rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
webHidden color spacing w kern position sz szCs highlight u effect bdr shd vertAlign rtl cs em specVanish"""
"""Properties of paragraphs and runs, in the order of the schema (17.3.1.26, 17.3.2.28)."""
_TABLE = """tblStyleRowBandSize tblStyleColBandSize tblW tblCellSpacing tblInd tblBorders insideH insideV tblLayout
tblCellMar start end cantSplit trHeight tblHeader tcW vAlign tcBorders tl2br tr2bl noWrap tcMar hideMark"""
_FONTS = "fonts font altName panose1 charset family notTrueType pitch sig"
_THEME = """clrScheme dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink sysClr srgbClr
scrgbClr hslClr prstClr schemeClr fontScheme majorFont minorFont latin ea cs font"""


def _named(namespace: str, *names: str) -> frozenset[str]:
    return frozenset(namespace + name for text in names for name in text.split())


_STYLE_ELEMENTS = _named(_W, _STYLE, _PARAGRAPH, _WITHIN, _RUN, _TABLE)
_NUMBERING_ELEMENTS = _named(_W, "numbering", _NUMBERING, "pPr rPr", _PARAGRAPH, _WITHIN, _RUN)
_FONT_ELEMENTS = _named(_W, _FONTS)
_THEME_ELEMENTS = _named(_A, _THEME)
_ORDERS = {
    f"{_W}{tag}": {_W + name: place for place, name in enumerate(names.split())}
    for tag, names in (("pPr", _PARAGRAPH), ("rPr", _RUN))
}


class StyleReference(Struct, frozen=True, eq=False):
    """What was taken from a Word file; its elements are not to be changed."""

    name: str
    """The file, for messages."""
    styles: Element
    """The styles part, cleaned."""
    numbering: Element | None
    fonts: Element | None
    """The font table."""
    theme: tuple[Element, ...]
    """The colours and the fonts of the theme, or neither."""


def read_reference(data: bytes, name: str) -> StyleReference:
    """Return the styles of a Word file.

    Args:
        data: the bytes of the file.
        name: its path as the user would type it.

    Raises:
        Refused: where it is no Word file, or a damaged or hostile one.
    """
    place = Place(name)
    return _Reader(unpack(data, place, WORD_FILE), place).read()


class _Reader:
    def __init__(self, parts: Mapping[str, bytes], place: Place) -> None:
        self._parts = parts
        self._place = place

    def read(self) -> StyleReference:
        main = self._related("", "officeDocument")
        styles = self._part(main, "styles", _STYLE_ELEMENTS) if main else None
        if main is None or styles is None or styles.tag != _W + "styles":
            raise refuse("RG611", self._place, reason="it is not a Word document with styles")
        return StyleReference(
            str(self._place.file),
            styles,
            self._part(main, "numbering", _NUMBERING_ELEMENTS),
            self._part(main, "fontTable", _FONT_ELEMENTS),
            self._theme(main),
        )

    def _theme(self, main: str) -> tuple[Element, ...]:
        root = self._parsed(self._related(main, "theme"))
        schemes = [root.find(f".//{_A}{name}") for name in ("clrScheme", "fontScheme")] if root is not None else []
        found = tuple(_cleaned(scheme, _THEME_ELEMENTS) for scheme in schemes if scheme is not None)
        is_whole = len(found) == len(("clrScheme", "fontScheme")) and len(found[0]) == _COLOURS
        return found if is_whole else ()

    def _part(self, source: str, kind: str, allowed: frozenset[str]) -> Element | None:
        root = self._parsed(self._related(source, kind))
        return None if root is None else _cleaned(root, allowed)

    def _parsed(self, name: str | None) -> Element | None:
        """Return the root of a part, parsed after it was scanned; None where it is not there."""
        data = self._parts.get(name) if name else None
        if name is None or data is None:
            return None
        if len(data) > REFERENCE_PART_BYTES:
            raise refuse(
                "RG611",
                self._place,
                reason=Literal(f"something in it has more than {REFERENCE_PART_BYTES // (1024 * 1024)} MB"),
            )
        XmlPart(data, name, self._place, WORD_FILE).scan()
        return etree.fromstring(data, _parser())

    def _related(self, source: str, kind: str) -> str | None:
        """Return the name of the part that another part refers to; targets outside the file do not count."""
        for found in self._relationships(relationships_of(source)):
            if found.get("Type", "").startswith(_STRICT):
                raise refuse("RG611", self._place, reason="it is saved as “Strict Open XML Document”")
            if found.get("Type") == _RELATIONSHIPS + kind and found.get("TargetMode", "Internal") == "Internal":
                target = target_of(source, found.get("Target", "")).casefold()
                return target if target in self._parts else None
        return None

    def _relationships(self, name: str) -> Iterator[Attributes]:
        found: list[Attributes] = []
        if name in self._parts:
            XmlPart(self._parts[name], name, self._place, WORD_FILE).scan(
                lambda _, attributes: found.append(attributes)
            )
        yield from found


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


def _cleaned(source: Element, allowed: frozenset[str]) -> Element:
    """Return a copy with what is allowed alone: elements by name, attributes of their namespace or of none.

    Properties are put in the order of the schema, which LibreOffice does not keep.
    """
    made = etree.Element(source.tag)
    for name, value in source.attrib.items():
        if (named := str(name)).startswith(_W) or not named.startswith("{"):
            made.set(named, value)
    made.extend(_cleaned(child, allowed) for child in source if child.tag in allowed)
    if order := _ORDERS.get(str(source.tag)):
        once = {child.tag: child for child in reversed(made) if child.tag in order}
        made[:] = [once[tag] for tag in sorted(once, key=lambda tag: order[str(tag)])]
    return made
