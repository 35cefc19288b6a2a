"""The settings part: what holds for the whole document in Word."""

from reportgen.writers.docx.notes import SEPARATORS
from reportgen.writers.docx.oxml import Element, element, root

_WORD = "http://schemas.microsoft.com/office/word"
_MODE = 15
"""Word 2013 and later; without it Word opens the file in compatibility mode."""


def build_settings(language: str) -> Element:
    """The root of the settings part; the order is the schema's (17.15.1.78).

    Notes are numbered through the document, as numbering settled them on the tree, and not by section.

    Args:
        language: the BCP 47 tag of the document's text.
    """
    return root(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=567),
        element("hyphenationZone", val=357),
        element("doNotHyphenateCaps"),
        element("evenAndOddHeaders"),
        element("noPunctuationKerning"),
        element("characterSpacingControl", val="doNotCompress"),
        element("footnotePr", *(element("footnote", id=number) for number in SEPARATORS)),
        element("endnotePr", element("numFmt", val="decimal")),
        element("compat", element("compatSetting", name="compatibilityMode", uri=_WORD, val=_MODE)),
        element("themeFontLang", val=language),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )
