"""Write blocks of a published text as the light Markdown of replies, so that compose gives back the same blocks.

What is written is read back with compose's own parser before it counts: escapes stand only where the text would change
without them, and a block that Markdown cannot carry is not written at all.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from reportgen.compose.ledger import PhraseLedger
from reportgen.compose.markdown import FIRST_MARK, parse_markdown
from reportgen.compose.markup import MarkupReader
from reportgen.compose.references import Expression, evaluate, split_references
from reportgen.compose.semantic import TreeBuilder
from reportgen.compose.text_blocks import Parsed, Quote, TextBlock, TextList
from reportgen.document import tree
from reportgen.document.walk import map_runs, plain_text
from reportgen.model.list_marks import read_mark
from reportgen.project.typed_marks import typed_marks, unclear_lines
from reportgen.regex import regex
from reportgen.sentences import Narrator, Phrase, Run

if TYPE_CHECKING:
    from markupsafe import Markup

_SPECIAL = regex(r"[*_\[\]\\^~`<&=|]")
_RAISED_SPECIAL = regex(r"[\\^~]")
_BRACES = regex(r"\{(?=[{%#])")
_LINE_START = regex(r"^(\s*)([-+](?=\s|$)|>|#{1,6}(?=\s|$)|(\d{1,9})(?=[.)](?:\s|$)))")
_SPACES = regex(r"[ \t\r\n]+")
"""White space that compose folds into one space."""


def plain_inlines(inlines: tree.Inlines) -> tree.Inlines:
    """Return inlines with figures and references as the text that they print, and spaces where compose keeps them.

    A published text has no data behind it: what was a figure or a settled reference is text now. Neighbouring texts
    are one; no space stands at an end, beside a line break, or just within an emphasis.
    """
    joined: list[tree.Inline] = []
    for inline in _plain(inlines):
        last = joined[-1] if joined else None
        if isinstance(inline, tree.Text) and isinstance(last, tree.Text):
            joined[-1] = tree.Text(_SPACES.sub(" ", last.text + inline.text))
        else:
            joined.append(inline)
    return tuple(inline for inline in _trimmed(joined) if inline != tree.Text(""))


def _trimmed(inlines: Sequence[tree.Inline]) -> Iterator[tree.Inline]:
    """Yield the inlines without spaces at the ends of lines."""
    last = len(inlines) - 1
    for place, inline in enumerate(inlines):
        if not isinstance(inline, tree.Text):
            yield inline
            continue
        opens = place == 0 or isinstance(inlines[place - 1], tree.LineBreak)
        closes = place == last or isinstance(inlines[place + 1], tree.LineBreak)
        text = inline.text.lstrip(" ") if opens else inline.text
        yield tree.Text(text.rstrip(" ") if closes else text)


def _plain(inlines: tree.Inlines) -> Iterator[tree.Inline]:
    for inline in inlines:
        match inline:
            case tree.Emphasis() | tree.Link():
                yield from _spaced_outside(inline)
            case tree.Raised():
                yield from _raised_words(inline)
            case tree.Note():
                yield tree.Note(plain_inlines(inline.children))
            case tree.LineBreak():
                yield inline
            case _:
                yield tree.Text(_SPACES.sub(" ", plain_text((inline,))))


def _raised_words(inline: tree.Raised) -> Iterator[tree.Inline]:
    """Yield raised text word by word: in Markdown, a mark does not reach over a space."""
    text = _SPACES.sub(" ", plain_text(inline.children))
    for word in re.findall(r" |[^ ]+", text):
        yield tree.Text(" ") if word == " " else replace(inline, children=(tree.Text(word),))


def _spaced_outside(inline: tree.Emphasis | tree.Link) -> Iterator[tree.Inline]:
    """Yield an emphasis or a link with its outer spaces outside of it."""
    text = _SPACES.sub(" ", plain_text(inline.children))
    children = plain_inlines(inline.children)
    if text.startswith(" "):
        yield tree.Text(" ")
    if children:
        yield replace(inline, children=children)
    if text.endswith(" ") and text != " ":
        yield tree.Text(" ")


def plain_block(block: tree.Block) -> tree.Block:
    """Return a paragraph, quotation or list as text alone: without keys, numbers and figures."""
    if not isinstance(block, _CARRIED):
        return block
    plain = map_runs(block, plain_inlines)
    return replace(plain, key=None, number=None, label="") if isinstance(plain, tree.Paragraph) else plain


_CARRIED = (tree.Paragraph, tree.ItemList, tree.Quotation)


# ---- writing --------------------------------------------------------------------------------------------------


class PlacedReference(Struct, frozen=True):
    """A stretch of a paragraph's text, notes left out, and the reference that gives it."""

    start: int
    end: int
    source: str
    """`{{ victims | compared }}`"""


class MarkdownWriter(Struct):
    """Writes the blocks of one reply; notes are numbered through it."""

    narrator: Narrator = field(default_factory=lambda: Narrator({}))
    notes: list[str] = []
    """The texts of the notes so far; the mark of the last one is its length."""

    def write(self, block: tree.Block, references: Sequence[PlacedReference] = ()) -> str | None:
        """Return a block as Markdown, without its notes; None where Markdown cannot give it back.

        Args:
            block: a paragraph, a list, or a quotation.
            references: of a paragraph, the stretches of its text that references give.
        """
        plain = plain_block(block)
        if not isinstance(plain, _CARRIED) or (isinstance(plain, tree.Paragraph) and not plain.numbered):
            return None
        marked = _marked(plain, references) if isinstance(plain, tree.Paragraph) else plain
        if marked is None:
            return None
        before = len(self.notes)
        for escapes in Escapes:
            written = _in_place(_BlockWriter(self.notes, escapes).block(marked), references)
            text = written + self.notes_text(before)
            if not any((*typed_marks(text), *unclear_lines(text))) and read_back(text, self.narrator) == (plain,):
                return written
            del self.notes[before:]
        return None

    def notes_text(self, first: int = 0) -> str:
        """Return the notes from an index on, as the lines that stand below the text."""
        notes = enumerate(self.notes[first:], start=first + 1)
        return "".join(f"\n\n[^{number}]: {note}" for number, note in notes)


def _marked(paragraph: tree.Paragraph, references: Sequence[PlacedReference]) -> tree.Paragraph | None:
    """Return a paragraph with a mark for each reference; None where one does not lie within a run of plain text."""
    children: list[tree.Inline] = []
    offset = placed = 0
    for inline in paragraph.children:
        length = len(plain_text((inline,)))
        if isinstance(inline, tree.Text):
            end = offset + length
            inside = [pair for pair in enumerate(references) if offset <= pair[1].start and pair[1].end <= end]
            placed += len(inside)
            children.append(tree.Text(_with_marks(inline.text, inside, offset)))
        else:
            children.append(inline)
        offset += length
    return replace(paragraph, children=tuple(children)) if placed == len(references) else None


def _with_marks(text: str, references: Sequence[tuple[int, PlacedReference]], offset: int) -> str:
    pieces: list[str] = []
    end = 0
    for place, one in sorted(references, key=lambda item: item[1].start):
        pieces += [text[end : one.start - offset], chr(FIRST_MARK + place)]
        end = one.end - offset
    return "".join([*pieces, text[end:]])


def _in_place(written: str, references: Sequence[PlacedReference]) -> str:
    """Return Markdown with references in place of their marks."""
    for place, one in enumerate(references):
        written = written.replace(chr(FIRST_MARK + place), one.source)
    return written


class Escapes(IntEnum):
    """Which signs get a backslash."""

    NONE = 0
    """None but those in marks of a list at the start of a line; most text needs no more."""
    BEGINNINGS = 1
    """Those that begin a reference, and those that mean something else at the start of a line."""
    ALL = 2


class _BlockWriter(Struct):
    """Writes a block with the escapes of one level."""

    notes: list[str]
    escapes: Escapes

    def block(self, block: tree.Paragraph | tree.ItemList | tree.Quotation) -> str:
        if isinstance(block, tree.Paragraph):
            return self._inlines(block.children)
        if isinstance(block, tree.Quotation):
            return f"> {self._inlines(block.children)}".replace("\\\n", "\\\n> ")
        return "\n".join(self._list(block, ""))

    def _list(self, block: tree.ItemList, indent: str) -> Iterator[str]:
        for number, item in enumerate(block.items, start=1):
            mark = "- " if block.mark is tree.Mark.BULLET else f"{number}. "
            inner = indent + " " * len(mark)
            yield f"{indent}{mark}{self._inlines(item.children)}".replace("\\\n", f"\\\n{inner}")
            for below in item.lists:
                yield from self._list(below, inner)

    def _inlines(self, inlines: tree.Inlines) -> str:
        return "".join(
            self._inline(inline, opens=place == 0 or isinstance(inlines[place - 1], tree.LineBreak))
            for place, inline in enumerate(inlines)
        )

    def _inline(self, inline: tree.Inline, *, opens: bool) -> str:
        match inline:
            case tree.Text():
                return self._escaped(inline.text, opens=opens)
            case tree.Emphasis():
                mark = "**" if inline.strong else "*"
                return f"{mark}{self._inlines(inline.children)}{mark}"
            case tree.Raised():
                mark = "~" if inline.is_lowered else "^"
                return f"{mark}{_RAISED_SPECIAL.sub(_escaped, plain_text(inline.children))}{mark}"
            case tree.Link():
                return f"[{self._inlines(inline.children)}](<{inline.address}>)"
            case tree.LineBreak():
                return "\\\n"
            case tree.Note():
                text = self._inlines(inline.children)
                self.notes.append(text)
                return f"[^{len(self.notes)}]"
            case _:
                return plain_text((inline,))

    def _escaped(self, text: str, *, opens: bool) -> str:
        if self.escapes is Escapes.NONE:
            return _bullet_escaped(text) if opens else text
        if self.escapes is Escapes.ALL:
            text = _SPECIAL.sub(_escaped, text)
        text = _BRACES.sub(r"{\\", text)
        start = _LINE_START.match(text) if opens else None
        if start is None:
            return _bullet_escaped(text) if opens else text
        head = start[3] or ""
        return f"{start[1]}{head}\\{text[start.end(1) + len(head) :]}"


def _bullet_escaped(text: str) -> str:
    """Return a text with a backslash in a mark of a list at its beginning: `– word`, `(a) word`.

    Alone it may be no list; beside another block it may become one with it, also where its words follow in bold.
    """
    words = text.lstrip()
    found = read_mark(f"{words}x")
    if found is None:
        return text
    close = words.find(found[0].style[-1]) if found[0].number and not words.startswith("(") else 0
    at = len(text) - len(words) + close
    return f"{text[:at]}\\{text[at:]}"


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


# ---- reading back ---------------------------------------------------------------------------------------------


def read_back(text: str, narrator: Narrator) -> tuple[tree.Block, ...] | None:
    """Return the blocks that compose makes of a reply's text, as text alone; None where it cannot be read."""
    ledger = PhraseLedger()
    marks: list[Markup] = []
    source: list[str] = []
    for piece in split_references(text):
        if piece.meaning is None and piece.problem is None:
            source.append(piece.text)
            continue
        made = evaluate(piece.meaning, narrator) if isinstance(piece.meaning, Expression) else None
        if not isinstance(made, Phrase):
            return None
        source.append(chr(FIRST_MARK + len(marks)))
        marks.append(ledger.put(made))
    parsed = parse_markdown("".join(source), tuple(marks))
    if parsed.leftovers:
        return None
    return _blocks(parsed, ledger, narrator)


def _blocks(parsed: Parsed, ledger: PhraseLedger, narrator: Narrator) -> tuple[tree.Block, ...] | None:
    """Return what the tree builder makes of parsed Markdown."""
    html = "".join(map(_block_html, parsed.blocks))
    markup = MarkupReader()
    builder = TreeBuilder(ledger, narrator, _as_figure)
    blocks = builder.build(markup.read(html))
    if markup.diagnostics or builder.diagnostics:
        return None
    return tuple(plain_block(block) for block in blocks)


def _as_figure(run: Run, reference: tree.FigureReference | None) -> tree.Figure:
    del reference
    return tree.Figure(run.text, "", (), (), ())


def _block_html(block: TextBlock) -> str:
    match block:
        case TextList():
            return _list_html(block)
        case Quote():
            return f"<blockquote>{block.text}</blockquote>"
        case _:
            return f"<p>{block}</p>"


def _list_html(block: TextList) -> str:
    items = "".join(f"<li>{item.text}{''.join(map(_list_html, item.lists))}</li>" for item in block.items)
    return f"<{block.tag}>{items}</{block.tag}>"
