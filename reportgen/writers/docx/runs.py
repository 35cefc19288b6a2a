"""Runs: pieces of text of one look, tabs, line breaks and fields. Foreign text enters the XML here and nowhere else."""

from lxml import etree

from reportgen.writers.characters import fit
from reportgen.writers.docx.format import PLAIN, Look, run_properties
from reportgen.writers.docx.oxml import BR, INSTRUCTION, TAB, Element, add_text, element, run


def text_run(parent: Element, text: str, look: Look = PLAIN) -> None:
    """A run with text at the end of a paragraph; nothing where no text is left."""
    if fitting := fit(text):
        add_text(run(parent, run_properties(look)), fitting)


def tab_run(parent: Element, look: Look = PLAIN) -> None:
    """A run that holds one tab."""
    etree.SubElement(run(parent, run_properties(look)), TAB)


def break_run(parent: Element, look: Look = PLAIN) -> None:
    """A run that holds one line break."""
    etree.SubElement(run(parent, run_properties(look)), BR)


def field(parent: Element, code: str, result: str, look: Look = PLAIN) -> None:
    """A complex field with its result in place, so that it reads right before Word ever updates it (17.16.18)."""
    _mark(parent, look, "begin")
    add_text(run(parent, run_properties(look)), f" {code} ", INSTRUCTION)
    _mark(parent, look, "separate")
    text_run(parent, result, look)
    _mark(parent, look, "end")


def _mark(parent: Element, look: Look, kind: str) -> None:
    run(parent, run_properties(look)).append(element("fldChar", fldCharType=kind))
