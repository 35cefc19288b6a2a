"""Paragraphs and their runs: pieces of text of one look, tabs, line breaks, fields.

Foreign text enters the XML here and nowhere else. Each piece is made in the fewest steps of lxml, and what is the
same in many is copied whole: a report has thousands of them.
"""

from copy import copy
from functools import cache, lru_cache

from lxml import etree

from reportgen.writers.characters import fit
from reportgen.writers.docx.format import PLAIN, ParagraphFormat, RunFormat, paragraph_properties, run_properties
from reportgen.writers.docx.oxml import BR, INSTRUCTION, TAB, Element, R, T, element, set_text


def paragraph(parent: Element, shape: ParagraphFormat) -> Element:
    """Add a paragraph at the end of a story or a cell."""
    made = copy(_paragraph(shape))
    parent.append(made)
    return made


@lru_cache(maxsize=512)
def _paragraph(shape: ParagraphFormat) -> Element:
    return element("p", paragraph_properties(shape))


def run(parent: Element, look: RunFormat = PLAIN) -> Element:
    """Add an empty run at the end of a paragraph."""
    made = etree.SubElement(parent, R)
    if look is not PLAIN:
        made.append(run_properties(look))
    return made


def text_run(parent: Element, text: str, look: RunFormat = PLAIN) -> None:
    """Add a run with text at the end of a paragraph; nothing where no text is left.

    Args:
        parent: a paragraph, or a link in it.
        text: what is written; characters that XML cannot hold are left out.
        look: how it looks.
    """
    if fitting := fit(text):
        set_text(etree.SubElement(run(parent, look) if look is not PLAIN else etree.SubElement(parent, R), T), fitting)


def tab_run(parent: Element, look: RunFormat = PLAIN) -> None:
    """Add a run that holds one tab."""
    etree.SubElement(run(parent, look), TAB)


def break_run(parent: Element, look: RunFormat = PLAIN) -> None:
    """Add a run that holds one line break."""
    etree.SubElement(run(parent, look), BR)


def field(parent: Element, code: str, result: str, look: RunFormat = PLAIN, *, stale: bool = False) -> None:
    """Write a complex field with its result in place, so that it reads right before Word ever updates it (17.16.18).

    Args:
        parent: the paragraph or link that it ends.
        code: the instruction, without blanks around it.
        result: what is printed.
        look: how it is printed.
        stale: whether Word is to compute the result when the file is opened.
    """
    _mark(parent, look, "begin", stale=stale)
    set_text(etree.SubElement(run(parent, look), INSTRUCTION), f" {code} ")
    _mark(parent, look, "separate")
    text_run(parent, result, look)
    _mark(parent, look, "end")


def _mark(parent: Element, look: RunFormat, kind: str, *, stale: bool = False) -> None:
    run(parent, look).append(copy(_field_mark(kind, stale=stale)))


@cache
def _field_mark(kind: str, *, stale: bool) -> Element:
    return element("fldChar", fldCharType=kind, **({"dirty": "true"} if stale else {}))
