"""What stands in a paragraph: runs, fields, links, notes, bookmarks, tracked changes, drawings, text boxes.

Tracked changes are read as if accepted (ECMA-376 Part 1, 17.13.5). Of a field only its result in place is read; what
the field would do is never done (17.16). Of content that is given twice, for new and for old programs, the first that
holds anything is read (Part 3, 7.5).
"""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.tree import Inlines, Note
from reportgen.files.text import FORBIDDEN, INVISIBLE, ODD, has_odd
from reportgen.limits import FIELD_DEPTH, REMARKS_OF_A_KIND, SHOWN_CHARACTERS
from reportgen.readers.docx.builder import PLAIN, Builder, TextLook
from reportgen.readers.docx.equations import equation_text
from reportgen.readers.docx.oxml import MATH, MC, Element, R, W, child, chosen, is_bound, is_on, name_of, number, value
from reportgen.readers.docx.parts import WordFile, is_address
from reportgen.readers.docx.remarks import Remarks, beside
from reportgen.readers.docx.styles import StyleSheet, is_painted, is_white, marked
from reportgen.readers.docx.symbols import symbol
from reportgen.readers.line import BOUND, FieldSpan, FileLine, cut, settle
from reportgen.regex import regex

_FETCHING = regex(r"\s*(INCLUDETEXT|INCLUDEPICTURE|IMPORT|DDEAUTO|DDE|LINK|DATABASE|MACROBUTTON|RD)\b", re.IGNORECASE)
"""Fields that fetch something or run a command: they are never done, and that they stand there is said."""
_LINKING = regex(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_REFERRING = regex(r"\s*(?:REF|PAGEREF)\s+(\w+)", re.IGNORECASE)
_THROUGH = frozenset({"ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdt", "sdtContent", "rubyBase", "ruby"})
"""Elements that only hold others."""
_CHANGES = {"ins": "insertion", "moveTo": "move"}
_CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": ""}
_DRAWN = frozenset({"drawing", "pict", "object"})
_BOXES = f"{W}txbxContent"
_PAINTED = (f"{W}tbl", _BOXES)
"""In these, styles and neighbours may put a colour under white letters."""
_TINY = 4
"""Half-points; nobody reads letters of two points."""
_MARK = regex(r"[*†‡§a-z\d]{1,3}")
"""A footnote mark that somebody typed or chose: `*`, `a`."""


class _Field(Struct):
    """A field that is open."""

    code: str = ""
    start: int = 0
    has_result: bool = False


class StoryReader:
    """Reads paragraphs of one text."""

    def __init__(self, file: WordFile, sheet: StyleSheet, remarks: Remarks, boxes: Callable[[Element], None]) -> None:
        self._file = file
        self._sheet = sheet
        self._remarks = remarks
        self._boxes = boxes
        self._fields: list[_Field] = []
        self._numbers = {"footnote": 0, "endnote": 0}
        self._awaits_mark = False
        self._in_note = False
        self._read_notes: set[int] = set()
        self._struck_at: tuple[Builder | None, int] = (None, 0)
        """The paragraph, and the place in it, after which the last struck-out text was met."""

    @property
    def is_contents(self) -> bool:
        """Return whether a list of contents that Word makes is being read."""
        return any(field.has_result and field.code.strip().upper().startswith("TOC") for field in self._fields)

    def read(self, paragraph: Element, builder: Builder, look: TextLook = PLAIN) -> None:
        """Add what stands in a paragraph to a builder."""
        for field in self._fields:
            field.start = builder.length
        start = builder.length
        self._content(paragraph, builder, look)
        if any(map(is_bound, paragraph.iterancestors(f"{W}sdt"))):
            builder.fields.append(FieldSpan(BOUND, start, builder.length))
        self._fields = [field for field in self._fields if field.has_result]  # a code never goes on for pages

    def _content(self, parent: Element, builder: Builder, look: TextLook) -> None:
        for element in parent:
            self._element(element, builder, look)

    def _element(self, element: Element, builder: Builder, look: TextLook) -> None:  # noqa: C901 - one call a kind
        match name_of(element):
            case "r":
                self._run(element, builder, look)
            case "hyperlink":
                self._hyperlink(element, builder, look)
            case "fldSimple":
                self._simple(element, builder, look)
            case "bookmarkStart":
                builder.open[element.get(f"{W}id") or ""] = (element.get(f"{W}name") or "", builder.length)
            case "bookmarkEnd":
                builder.close(element.get(f"{W}id") or "")
            case "del" | "moveFrom" as gone:  # a move is counted where it went
                self._remarks.changes["deletion"] += gone == "del"
            case name if name in _THROUGH:
                self._holder(name, element, builder, look)
            case name if name == f"{MC}AlternateContent":
                for option in chosen(element):
                    self._content(option, builder, look)
            case name if name.startswith(MATH):
                self._text(equation_text(element), builder, look)

    def _holder(self, name: str, element: Element, builder: Builder, look: TextLook) -> None:
        if name in _CHANGES:
            self._remarks.changes[_CHANGES[name]] += 1
        start = builder.length
        self._content(element, builder, look)
        if is_bound(element):
            builder.fields.append(FieldSpan(BOUND, start, builder.length))

    def _run(self, run: Element, builder: Builder, look: TextLook) -> None:
        properties = child(run, "rPr")
        look = self._look(properties, look)
        if properties is not None and self._is_unseen(run, properties) and _text_in(run).strip():
            # a small blank is still a blank
            look = replace(look, is_hidden=True)
        if (look.is_hidden or look.is_struck) and not self._is_in_code:
            text = _text_in(run)
            if not look.is_hidden:
                self._strike(text, builder)
            else:
                self._remarks.hide(text, beside(builder.plain))
        self._in_run(run, builder, look, is_hidden=look.is_hidden or look.is_struck)
        self._awaits_mark = False

    def _is_unseen(self, run: Element, properties: Element) -> bool:
        """Return whether a run is too small to be read, or white where nothing lies under it that Word paints.

        What lies under tables and text boxes is said in many places, which are not read.
        """
        if number(value(properties, "sz"), _TINY + 1) <= _TINY:
            return True
        if not is_white(properties) or next(run.iterancestors(*_PAINTED), None) is not None:
            return False
        paragraph = next(run.iterancestors(f"{W}p"), None)
        own = child(paragraph, "pPr")
        styles = self._sheet.style(value(own, "pStyle")).chain
        places = [properties, own, *(child(style, name) for style in styles for name in ("pPr", "rPr"))]
        return not any(map(is_painted, places))

    def _strike(self, text: str, builder: Builder) -> None:
        """Remark that a text is struck out; pieces of one stretch make one remark."""
        if not text:
            return
        struck, here = self._remarks.struck, (builder, len(builder.pieces))
        if struck and self._struck_at[0] is builder and self._struck_at[1] == here[1]:
            before, where = struck[-1]
            struck[-1] = (before + text if len(before) < SHOWN_CHARACTERS else before, where)
        elif text.strip() and len(struck) < REMARKS_OF_A_KIND:
            struck.append((text, beside(builder.plain)))
            self._struck_at = here

    def _in_run(self, parent: Element, builder: Builder, look: TextLook, *, is_hidden: bool) -> None:
        for element in parent:
            name = name_of(element)
            if name == "fldChar":
                self._field(element, builder)
            elif name == "instrText" and self._fields:
                self._fields[-1].code += element.text or ""
            elif name == f"{MC}AlternateContent":
                for option in chosen(element):
                    self._in_run(option, builder, look, is_hidden=is_hidden)
            elif not is_hidden and not self._is_in_code:
                self._piece(name, element, builder, look)

    @property
    def _is_in_code(self) -> bool:
        return any(not field.has_result for field in self._fields)

    def _piece(self, name: str, element: Element, builder: Builder, look: TextLook) -> None:
        match name:
            case "t":
                self._text(_kept(element), builder, look)
            case "br" | "cr":
                if element.get(f"{W}type") in {None, "textWrapping"}:
                    builder.line_break(self._within(look))
            case "sym":
                text, is_known = symbol(element.get(f"{W}font"), element.get(f"{W}char"))
                self._remarks.things["symbol of a special font"] += not is_known
                self._beside(builder, is_said=not is_known)
                self._text(text, builder, look)
            case "footnoteReference" | "endnoteReference":
                self._note(name.removesuffix("Reference"), element, builder)
            case name if name in _CHARACTERS:
                self._text(_CHARACTERS[name], builder, look)
            case name if name in _DRAWN:
                self._drawn(name, element, builder)
            case name if name in _THROUGH:
                self._content(element, builder, look)

    def _text(self, text: str, builder: Builder, look: TextLook) -> None:
        if has_odd(text):
            self._remarks.removed += len(ODD.findall(text))
            text = INVISIBLE.sub("", FORBIDDEN.sub("", text))
        if self._awaits_mark and (mark := _MARK.match(text)):
            builder.take_mark(mark.group())
            text = text[mark.end() :]
        self._awaits_mark = self._awaits_mark and not text
        last = builder.pieces[-1][1] if builder.pieces else None
        if isinstance(last, Note) and last.children and text == last.mark:
            return  # LibreOffice 7 writes the mark of a note at the end of a paragraph twice
        builder.text(text, self._within(look))

    def _within(self, look: TextLook) -> TextLook:
        """Return the look with the link or the reference that an open field makes of its result."""
        for field in self._fields:
            if (link := _LINKING.match(field.code)) and is_address(link.group(1)):
                return replace(look, address=link.group(1))
            if reference := _REFERRING.match(field.code):
                return replace(look, target=reference.group(1))
        return look

    def _look(self, properties: Element | None, look: TextLook) -> TextLook:
        if properties is None:
            return look
        bold, italic = is_on(properties, "b"), is_on(properties, "i")
        style = value(properties, "rStyle")
        if style and bold is None and italic is None:
            chain = self._sheet.style(style).chain if style in self._sheet.styles else ()
            bold = next((found for element in chain if (found := is_on(element, "rPr", "b")) is not None), None)
            italic = next((found for element in chain if (found := is_on(element, "rPr", "i")) is not None), None)
        look = replace(look, bold=look.bold if bold is None else bold, italic=look.italic if italic is None else italic)
        styled = marked(self._sheet.style(style).chain, look, "rPr") if style in self._sheet.styles else look
        return marked([properties], styled)

    # ---- links and fields ---------------------------------------------------------------------------------------

    def _hyperlink(self, element: Element, builder: Builder, look: TextLook) -> None:
        links = self._file.note_links if self._in_note else self._file.links
        address = links.get(element.get(f"{R}id") or "", "")
        target = element.get(f"{W}anchor") or ""
        self._content(element, builder, replace(look, address=address, target="" if address else target))

    def _simple(self, element: Element, builder: Builder, look: TextLook) -> None:
        self._fields.append(_Field(element.get(f"{W}instr") or "", builder.length, has_result=True))
        self._content(element, builder, look)
        self._end_field(builder)

    def _field(self, element: Element, builder: Builder) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            del self._fields[: len(self._fields) - FIELD_DEPTH]
            form = element.find(f"{W}ffData/{W}textInput/{W}type")  # what is calculated is told here (17.16.34)
            is_calculated = form is not None and form.get(f"{W}val") == "calculated"
            self._fields.append(_Field("=" if is_calculated else ""))
        elif kind == "separate" and self._fields:
            self._fields[-1].has_result = True
            self._fields[-1].start = builder.length
        elif kind == "end" and self._fields:
            self._end_field(builder)

    def _end_field(self, builder: Builder) -> None:
        field = self._fields.pop()
        code = field.code.strip()
        if _FETCHING.match(code) and len(self._remarks.fetching) < REMARKS_OF_A_KIND:
            self._remarks.fetching.append((f"the field {code.split()[0].upper()}", beside(builder.plain)))
        if field.has_result:
            builder.fields.append(FieldSpan(code, field.start, builder.length))

    # ---- notes and drawings -------------------------------------------------------------------------------------

    def _note(self, kind: str, element: Element, builder: Builder) -> None:
        notes = self._file.footnotes if kind == "footnote" else self._file.endnotes
        found = notes.get(element.get(f"{W}id") or "")
        if found is None or self._in_note or id(found) in self._read_notes:
            return  # Word gives each note one mark; a note that is pointed to a million times would fill the memory
        self._read_notes.add(id(found))
        is_custom = element.get(f"{W}customMarkFollows") in {"1", "true", "on"}
        line = self._note_line(found)
        self._numbers[kind] += not is_custom
        number = None if is_custom else self._numbers[kind]
        builder.note(Note(line.inlines, number=number), line)
        self._awaits_mark = is_custom

    def _note_line(self, note: Element) -> FileLine:
        """Return the text of a note, its paragraphs one below the other, without the mark before it."""
        self._in_note, awaits = True, self._awaits_mark
        fields, self._fields = self._fields, []
        builder = Builder()
        for place, paragraph in enumerate(note.iter(f"{W}p")):
            if place:
                builder.line_break(PLAIN)
            self.read(paragraph, builder)
        self._in_note, self._awaits_mark, self._fields = False, awaits, fields
        return settle(_unmarked(builder.line(0)))

    def _drawn(self, name: str, element: Element, builder: Builder) -> None:
        boxes = list(_outermost(element))
        for box in boxes:
            self._boxes(box)
        if not boxes:
            self._remarks.things["embedded file" if name == "object" else "picture"] += 1
            self._beside(builder, is_said=True)
            self._remarks.alternatives += filter(None, (part.get("descr") or "" for part in element.iter("{*}docPr")))
            self._remarks.alternatives += filter(None, (part.get("alt") or "" for part in element.iter("{*}shape")))

    def _beside(self, builder: Builder, *, is_said: bool) -> None:
        if is_said and len(self._remarks.beside) < REMARKS_OF_A_KIND:
            self._remarks.beside.append(beside(builder.plain))


def _outermost(element: Element) -> Iterable[Element]:
    """Yield the text boxes of a drawing, each once: those within others are met when these are read."""
    for part in element:
        if part.tag == f"{MC}AlternateContent":
            for option in chosen(part):
                yield from _outermost(option)
        elif part.tag == _BOXES:
            yield part
        else:
            yield from _outermost(part)


def _text_in(run: Element) -> str:
    return "".join(part.text or "" for part in run.iter(f"{W}t"))


def _kept(element: Element) -> str:
    """Return the text of an element; blanks at its ends count only where it says so (17.3.3.31)."""
    text = element.text or ""
    if not text.isprintable():
        text = re.sub("[\r\n\t]+", " ", text)
    is_kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return text if is_kept else text.strip(" ")


def _unmarked(line: FileLine) -> FileLine:
    """Return a note's text without the mark typed before it, which its number or the reference says already."""
    inlines: Inlines = line.inlines
    while inlines and isinstance(inlines[0], Note):
        inlines = inlines[1:]
    line = replace(line, inlines=inlines)
    match = re.match(r"\s*(?:(?:[*†‡§]{1,3}\s*)+|[a-z]\t\s*)", line.text)
    if match is None:
        return line
    return cut(line, match.end(), len(line.text))
