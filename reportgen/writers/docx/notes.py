"""Footnotes: the footnotes part, with the Geneva separator, and the marks in the text.

    body:  <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>
    note:  TAB, mark, TAB, text; the mark ends at 1021, the text starts at 1134

Word numbers notes itself, in the order of the text, as numbering did on the tree. Notes to the title have marks of
their own (`*`), which Word leaves out of its count; they stand on the line in 10 points, not raised.
"""

from collections.abc import Callable

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from reportgen.document.tree import Inlines, Note
from reportgen.writers.characters import fit
from reportgen.writers.docx.format import Indent, Look, Shape, Spacing, paragraph_properties, run_properties
from reportgen.writers.docx.oxml import TAB, Element, add_text, element, paragraph, root, run
from reportgen.writers.docx.package import Package, Story

SEPARATORS = (-1, 0)
"""The ids of the separator and of the one on a page where a note goes on."""

_SEPARATOR = Shape(tabs=(("right", 2155),), spacing=Spacing(after=80), indent=Indent(left=680))
_TEXT = Shape(style="FootnoteText")
_NUMBER = Look(style="FootnoteReference")
_CUSTOM = Look(style="FootnoteReference", size=20, raised="baseline")

WriteText = Callable[[Story, Element, Inlines], None]
"""Writes inlines of a story into a paragraph."""


class Footnotes:
    """The notes of a document."""

    def __init__(self, package: Package, write_text: WriteText) -> None:
        separators = (_separator(id_, kind) for id_, kind in zip(SEPARATORS, _KINDS, strict=True))
        self._story, _ = package.add("footnotes", CT.WML_FOOTNOTES, RT.FOOTNOTES, root("footnotes", *separators))
        self._write_text = write_text
        self._count = 0

    def holds(self, story: Story) -> bool:
        """Whether the text of notes stands in this story; a note cannot have notes."""
        return story is self._story

    def add(self, parent: Element, note: Note) -> None:
        """Put the mark of a note at the end of a paragraph, and its text into the footnotes."""
        self._count += 1
        _mark(parent, note, element("footnoteReference", **_attributes(self._count, note)))
        footnote = element("footnote", id=self._count)
        self._story.root.append(footnote)
        made = paragraph(footnote, paragraph_properties(_TEXT))
        run(made).append(element("tab"))
        _mark(made, note, element("footnoteRef"))
        run(made).append(element("tab"))
        self._write_text(self._story, made, note.children)


_KINDS = ("separator", "continuationSeparator")


def _attributes(number: int, note: Note) -> dict[str, str | int]:
    return {"customMarkFollows": 1, "id": number} if note.mark else {"id": number}


def _mark(parent: Element, note: Note, reference: Element) -> None:
    """The mark: Word's own number, or the one given; in the note itself a given mark needs no element of Word's."""
    if not note.mark:
        run(parent, run_properties(_NUMBER)).append(reference)
        return
    made = run(parent, run_properties(_CUSTOM))
    if reference.tag.endswith("footnoteReference"):
        made.append(reference)
    if mark := fit(note.mark):
        add_text(made, mark)


def _separator(id_: int, kind: str) -> Element:
    """A short rule, drawn as one underlined tab from 680 to 2155, instead of Word's own."""
    made = element("p", paragraph_properties(_SEPARATOR))
    run(made, run_properties(Look(underlined=True))).append(element(TAB.rpartition("}")[2]))
    return element("footnote", made, type=kind, id=id_)
