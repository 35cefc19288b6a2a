"""The parts that are the same in all documents, as Word keeps them: styles, settings, font table and theme.

They stand in `parts/`, each with the reasons for what is in it; only the language of the text is the document's own.
"""

from copy import deepcopy
from functools import cache
from pathlib import Path

from lxml import etree

from reportgen.writers.docx.oxml import VAL, Element, W, element

BASE_PARTS = {"styles": "styles", "settings": "settings", "fontTable": "fontTable", "theme": "theme/theme1"}
"""The files in `parts/`, and the part that each is in the package."""
_SONG, _KAI = "SimSun", "KaiTi"
"""The fonts of Chinese in Word: for text, and in the place of italics; LibreOffice finds a likeness."""
_LATIN_IN_CHINESE = "en-GB"
"""The language of Latin letters among Chinese ones; `w:eastAsia` has that of the text (ECMA-376 Part 1, 17.3.2.20)."""


def base_part(name: str, language: str) -> Element:
    """Return the root element of a part, of which the caller may change all.

    Args:
        name: a key of `BASE_PARTS`.
        language: the BCP 47 tag of the document's text.
    """
    made = deepcopy(_parsed(name))
    is_chinese = language.startswith("zh")
    for tag in made.iter(f"{W}lang", f"{W}themeFontLang"):
        tag.set(VAL, _LATIN_IN_CHINESE if is_chinese else language)
        if is_chinese:
            tag.set(f"{W}eastAsia", language)
    if is_chinese:
        _set_chinese(made)
    return made


def _set_chinese(styles: Element) -> None:
    """Name the fonts of Chinese letters, which have no italics: KaiTi stands in their place."""
    for fonts in styles.iterfind(f"{W}docDefaults//{W}rFonts"):
        fonts.set(f"{W}eastAsia", _SONG)
    for looks in styles.iter(f"{W}rPr"):
        if (slanted := looks.find(f"{W}i")) is not None:
            looks.remove(slanted)
            looks.insert(0, element("rFonts", eastAsia=_KAI))


@cache
def _parsed(name: str) -> Element:
    data = (Path(__file__).parent / "parts" / f"{name}.xml").read_bytes()
    return etree.fromstring(data, etree.XMLParser(remove_blank_text=True, remove_comments=True))
