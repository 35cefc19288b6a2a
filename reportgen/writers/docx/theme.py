"""The theme and the font table: both say Times New Roman; Word asks that a package has them.

No style refers to the theme; it is the smallest that DrawingML allows (ECMA-376 Part 1, 20.1.6.9), with the colours
that Word's pickers offer.
"""

from collections.abc import Iterable

from lxml import etree

from reportgen.writers.docx.oxml import Element, element, root

FONT = "Times New Roman"
"""The font of everything."""

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SYSTEM_COLOURS = (("dk1", "windowText", "000000"), ("lt1", "window", "FFFFFF"))
_COLOURS = (
    ("dk2", "1F497D"),
    ("lt2", "EEECE1"),
    ("accent1", "4F81BD"),
    ("accent2", "C0504D"),
    ("accent3", "9BBB59"),
    ("accent4", "8064A2"),
    ("accent5", "4BACC6"),
    ("accent6", "F79646"),
    ("hlink", "0000FF"),
    ("folHlink", "800080"),
)
_STYLES_EACH = 3
"""Fills, lines and effects that a theme must have: subtle, moderate, intense."""


def build_theme() -> Element:
    """The root of the theme part."""
    elements = _drawing("themeElements", _colours(), _fonts(), _formats())
    return _drawing("theme", elements, name="reportgen")


def build_font_table() -> Element:
    """The root of the font table, by which a machine without the font finds a likeness (17.8.3.10)."""
    return root(
        "fonts",
        element(
            "font",
            element("panose1", val="02020603050405020304"),
            element("charset", val="00"),
            element("family", val="roman"),
            element("pitch", val="variable"),
            name=FONT,
        ),
    )


def _drawing(tag: str, *children: Element, **attributes: str) -> Element:
    made = etree.Element(f"{{{_NAMESPACE}}}{tag}", attributes, {"a": _NAMESPACE})
    made.extend(children)
    return made


def _colours() -> Element:
    system = (_drawing(tag, _drawing("sysClr", val=name, lastClr=last)) for tag, name, last in _SYSTEM_COLOURS)
    fixed = (_drawing(tag, _drawing("srgbClr", val=value)) for tag, value in _COLOURS)
    return _drawing("clrScheme", *system, *fixed, name="reportgen")


def _fonts() -> Element:
    return _drawing("fontScheme", *map(_font, ("majorFont", "minorFont")), name="reportgen")


def _font(tag: str) -> Element:
    scripts = (_drawing(script, typeface=face) for script, face in (("latin", FONT), ("ea", ""), ("cs", "")))
    return _drawing(tag, *scripts)


def _formats() -> Element:
    lines = (_drawing("ln", _fill(), w="6350") for _ in range(_STYLES_EACH))
    effects = (_drawing("effectStyle", _drawing("effectLst")) for _ in range(_STYLES_EACH))
    return _drawing(
        "fmtScheme",
        _drawing("fillStyleLst", *_fills()),
        _drawing("lnStyleLst", *lines),
        _drawing("effectStyleLst", *effects),
        _drawing("bgFillStyleLst", *_fills()),
        name="reportgen",
    )


def _fills() -> Iterable[Element]:
    return (_fill() for _ in range(_STYLES_EACH))


def _fill() -> Element:
    return _drawing("solidFill", _drawing("schemeClr", val="phClr"))
