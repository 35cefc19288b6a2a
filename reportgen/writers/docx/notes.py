"""Footnotes: the footnotes part, with the Geneva separator, and the marks in the text.

    body:  <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>
    note:  TAB, mark, TAB, text; the mark ends at 1021, the text starts at 1134

Word numbers notes itself, in the order of the text, as numbering did on the tree: through the whole document, since
neither the settings nor a section say `numRestart`. Notes to the title have marks of their own (`*`), which Word leaves
out of its count; they stand on the line in 10 points, not raised. Endnotes were rejected: the United Nations does not
use them ("Footnotes", chap. II.B).
"""

from collections.abc import Callable

from lxml import etree

from reportgen.document.tree import Inlines, Note
from reportgen.writers.characters import fit
from reportgen.writers.docx.format import Indent, ParagraphFormat, RunFormat, Spacing
from reportgen.writers.docx.oxml import Element, T, element, root, set_text
from reportgen.writers.docx.package import PackagePart, WordPackage
from reportgen.writers.docx.runs import paragraph, run, tab_run, text_run

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""The ids and kinds of the separator and of the one on a page where a note goes on."""

_SEPARATOR = ParagraphFormat(tabs=(("right", 2155),), spacing=Spacing(after=80), indent=Indent(left=680))
_TEXT = ParagraphFormat(style="FootnoteText")
_NUMBER = RunFormat(style="FootnoteReference")
_CUSTOM = RunFormat(style="FootnoteReference", size=20, raised="baseline")

WriteText = Callable[[PackagePart, Element, Inlines], None]
"""Writes inlines of a story into a paragraph."""


class Footnotes:
    """The notes of a document."""

    def __init__(self, package: WordPackage, write_text: WriteText) -> None:
        separators = (_separator(number, kind) for number, kind in SEPARATORS.items())
        self._story, _ = package.add("footnotes", root("footnotes", *separators))
        self._write_text = write_text
        self._count = 0

    def add(self, parent: Element, note: Note) -> None:
        """Put the mark of a note at the end of a paragraph, and its text into the footnotes."""
        self._count += 1
        _refer(parent, note, self._count)
        footnote = element("footnote", id=self._count)
        self._story.root.append(footnote)
        made = paragraph(footnote, _TEXT)
        tab_run(made)
        if note.mark:
            text_run(made, note.mark, _CUSTOM)
        else:
            run(made, _NUMBER).append(element("footnoteRef"))
        tab_run(made)
        self._write_text(self._story, made, note.children)


def note_look(note: Note) -> RunFormat:
    """Return how the mark of a footnote looks in the text."""
    return _CUSTOM if note.mark else _NUMBER


def _refer(parent: Element, note: Note, number: int) -> None:
    """Write the mark in the text: Word's own number, or the one given, which follows in the same run."""
    if not note.mark:
        run(parent, _NUMBER).append(element("footnoteReference", id=number))
        return
    made = run(parent, _CUSTOM)
    made.append(element("footnoteReference", customMarkFollows=1, id=number))
    set_text(etree.SubElement(made, T), fit(note.mark))


def _separator(number: int, kind: str) -> Element:
    """Return a short rule, drawn as one underlined tab from 680 to 2155, instead of Word's own."""
    made = element("footnote", type=kind, id=number)
    tab_run(paragraph(made, _SEPARATOR), RunFormat(underlined=True))
    return made
