"""The parts that are the same in all documents, as Word keeps them: styles, settings, font table and theme.

They stand in `parts/`, each with the reasons for what is in it; only the language of the text is the document's own.
"""

from functools import cache
from pathlib import Path

from lxml import etree

from reportgen.writers.docx.oxml import VAL, Element, W

BASE_PARTS = {"styles": "styles", "settings": "settings", "fontTable": "fontTable", "theme": "theme/theme1"}
"""The files in `parts/`, and the part that each is in the package."""


def base_part(name: str, language: str) -> Element:
    """Return the root element of a part, of which the caller may change all.

    Args:
        name: a key of `BASE_PARTS`.
        language: the BCP 47 tag of the document's text.
    """
    file = Path(__file__).parent / "parts" / f"{name}.xml"
    made = etree.fromstring(_read(file), etree.XMLParser(remove_blank_text=True, remove_comments=True))
    for tag in made.iter(f"{W}lang", f"{W}themeFontLang"):
        tag.set(VAL, language)
    return made


@cache
def _read(file: Path) -> bytes:
    return file.read_bytes()
