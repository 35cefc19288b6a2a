"""Inlines as runs, fields, links, bookmarks and note marks, at the end of a paragraph.

Notes are Word's footnotes, except in tables, where Word has nothing for them: a footnote there would stand at the foot
of the page, in the count of the text. Their letters are raised text, and the table's writer puts them below it:

    9<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>a</w:t></w:r>
"""

from typing import Literal
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.tree import (
    Citation,
    Emphasis,
    Figure,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Raised,
    Reference,
    Text,
)
from reportgen.writers.docx.bookmarks import Bookmarks
from reportgen.writers.docx.format import PLAIN, RunFormat
from reportgen.writers.docx.languages import differs, split_languages
from reportgen.writers.docx.notes import Footnotes, note_look
from reportgen.writers.docx.oxml import Element, hyperlink
from reportgen.writers.docx.package import PackagePart, WordPackage
from reportgen.writers.docx.references import Targets
from reportgen.writers.docx.runs import break_run, field, text_run

NotePlace = Literal["foot", "table"]
"""Where the text of notes goes: to the foot of the page, or below the table."""

SCHEMES = ("http", "https", "mailto")
"""Links that are made; the text of any other stands alone."""


class Setting(Struct, frozen=True):
    """What surrounds inlines."""

    story: PackagePart
    look: RunFormat = PLAIN
    linked: bool = False
    """Whether they stand in a link, where no other may begin."""
    notes: NotePlace = "foot"


class InlineWriter:
    """Writes inlines; knows the document's notes, bookmarks and targets."""

    def __init__(
        self, package: WordPackage, targets: Targets, language: str, bookmarks: Bookmarks | None = None
    ) -> None:
        self.language = language
        self.bookmarks = bookmarks or Bookmarks()
        self.slanted = RunFormat(italic=not language.startswith("zh"))
        """How what is no text of an author stands in italics, which Chinese has not."""
        self._targets = targets
        self._body = Setting(package.main)
        self._notes = Footnotes(package, self._write_note)
        self._settings: dict[tuple[RunFormat, NotePlace], Setting] = {}
        self._last_mark: Element | None = None
        self._table_notes: list[Note] = []

    def write(self, parent: Element, inlines: Inlines, look: RunFormat = PLAIN, *, notes: NotePlace = "foot") -> None:
        """Write inlines of the document's body.

        Args:
            parent: the paragraph.
            inlines: what to write.
            look: how it looks, beyond the paragraph's style.
            notes: where the text of notes goes; below a table, its writer puts it.
        """
        if look is PLAIN and notes == "foot":
            self._write(parent, inlines, self._body)
            return
        setting = self._settings.get((look, notes))  # tables have few looks and many cells
        if setting is None:
            setting = self._settings[look, notes] = replace(self._body, look=look, notes=notes)
        self._write(parent, inlines, setting)

    def write_marked(
        self, parent: Element, name: str | None, inlines: Inlines, look: RunFormat = PLAIN, *, notes: NotePlace = "foot"
    ) -> None:
        """Write inlines as `write` does, between the ends of a bookmark where it has a name."""
        if name is None:  # as most paragraphs
            self.write(parent, inlines, look, notes=notes)
            return
        bookmark = self.bookmarks.open(parent, name)
        self.write(parent, inlines, look, notes=notes)
        self.bookmarks.close(parent, bookmark)

    def take_table_notes(self) -> list[Note]:
        """Return the notes whose marks were written since the last time with `notes="table"`."""
        taken, self._table_notes = self._table_notes, []
        return taken

    def _write_note(self, story: PackagePart, parent: Element, inlines: Inlines) -> None:
        self._write(parent, inlines, Setting(story))

    def _write(self, parent: Element, inlines: Inlines, setting: Setting) -> None:
        for inline in inlines:
            if type(inline) is Text and not differs(inline.text, self.language):  # as most
                text_run(parent, inline.text, setting.look)
            else:
                self._inline(parent, inline, setting)

    def _inline(self, parent: Element, inline: Inline, setting: Setting) -> None:
        match inline:
            case Text():
                _write_languages(parent, inline.text, setting.look)
            case Figure():
                self._figure(parent, inline, setting)
            case Emphasis() | Raised():
                self._write(parent, inline.children, replace(setting, look=_changed(setting.look, inline)))
            case Citation():
                self._write(parent, inline.children, setting)
            case Reference():
                self._reference(parent, inline, setting)
            case Link():
                self._link(parent, inline, setting)
            case Note():
                self._note(parent, inline, setting)
            case LineBreak():
                break_run(parent, setting.look)

    def _figure(self, parent: Element, figure: Figure, setting: Setting) -> None:
        """Write a figure between the ends of a hidden bookmark, by which it is found again in an edited document."""
        bookmark = self.bookmarks.open(parent, self.bookmarks.name(figure))
        text_run(parent, figure.text, setting.look)
        self.bookmarks.close(parent, bookmark)

    def _reference(self, parent: Element, reference: Reference, setting: Setting) -> None:
        target = self._targets.find(reference.target)
        if target is None or setting.linked or (reference.is_side and not target.code):
            text_run(parent, reference.text, setting.look)
            return
        if reference.is_side:
            field(parent, rf"REF {target.bookmark} \p \h", reference.text, setting.look)
            return
        words, number = target.split(reference.text)
        if number:
            text_run(parent, words, setting.look)
            field(parent, target.code, number, setting.look)
        elif words:
            text_run(hyperlink(parent, anchor=target.bookmark), words, setting.look)

    def _link(self, parent: Element, link: Link, setting: Setting) -> None:
        if setting.linked or not _is_allowed(link.address):
            self._write(parent, link.children, setting)
            return
        made = hyperlink(parent, relationship=setting.story.link(link.address))
        look = replace(setting.look, style="Hyperlink")
        self._write(made, link.children, replace(setting, look=look, linked=True))

    def _note(self, parent: Element, note: Note, setting: Setting) -> None:
        """Write the mark of a note; marks at one place are separated by a comma (UN Editorial Manual, "Footnotes")."""
        look = replace(setting.look, raised="superscript") if setting.notes == "table" else note_look(note)
        if len(parent) and parent[-1] is self._last_mark:
            text_run(parent, ",", look)
        if setting.notes == "table":
            text_run(parent, note.mark or "", look)
            self._table_notes += [note] if note.children else []
        else:
            self._notes.add(parent, note)
        self._last_mark = parent[-1]


def _changed(look: RunFormat, inline: Emphasis | Raised) -> RunFormat:
    if isinstance(inline, Raised):
        return replace(look, raised="subscript" if inline.is_lowered else "superscript")
    return replace(look, bold=True) if inline.strong else replace(look, italic=True)


def _write_languages(parent: Element, text: str, look: RunFormat) -> None:
    for piece, language in split_languages(text):
        text_run(parent, piece, replace(look, language=language) if language else look)


def _is_allowed(address: str) -> bool:
    try:
        return urlsplit(address).scheme in SCHEMES
    except ValueError:  # not an address at all, such as `http://[`
        return False
