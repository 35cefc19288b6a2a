"""Read agencies' light Markdown as semantic HTML: paragraphs, lists, quotations, tables with emphasis, links and notes.

Lists may have any mark that people type (`model.typed_lists`). Nothing else of Markdown is read and no HTML is: what
would be printed with its marks is given as a `Leftover`. References have been replaced by single private-use
characters before, and become their own marks here.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from reportgen.compose.block_rules import CAPTION, NOTE, PICTURE, ROW, SOURCE, TABLE, add_blocks
from reportgen.compose.text_blocks import Leftover, ListItem, Parsed, Quote, TextBlock, TextList, TextPicture, TextTable
from reportgen.limits import MARKDOWN_NESTING
from reportgen.model.typed_lists import BULLET, as_markdown
from reportgen.regex import regex
from reportgen.remembering import remembered

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

FIRST_MARK = 0xF0000
"""The first of the private-use characters that stand for references; intake refuses them in inputs."""
_MARKS = regex(f"[{chr(FIRST_MARK)}-{chr(0xFFFFD)}]")
_LOST_NOTE = regex(r"\[\^[^\[\]\s]++\]")
ADDRESSES = regex(r"(https?://|mailto:)\S+", re.ASCII | re.IGNORECASE)
"""Addresses that a link may have."""


def _is_address(url: str) -> bool:
    """Return whether a link may have this address."""
    return url.startswith("#") or bool(ADDRESSES.fullmatch(url))


@cache
def _parser(*, links: bool) -> "MarkdownIt":
    """Return the parser; without links it need not look for the end of each bracket, which takes most of its time."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.subscript import sub_plugin
    from mdit_py_plugins.superscript import superscript_plugin

    parser = MarkdownIt("zero", {"html": False, "linkify": False, "maxNesting": MARKDOWN_NESTING})
    parser.enable(["emphasis", "list", "blockquote", "escape", "newline", "autolink", *(["link"] if links else [])])
    parser.disable("text_join")  # it would make what is escaped like the rest
    parser.use(footnote_plugin, inline=False, move_to_end=True)
    parser.use(superscript_plugin).use(sub_plugin)
    add_blocks(parser)
    parser.inline.ruler.before("sub", "sign", _leave_sign)
    parser.inline.ruler.before("emphasis", "times", _leave_times)
    parser.validateLink = _is_address  # type: ignore[method-assign] # the parser's way to say which links there are
    return parser


_LOWERED = regex(r"~(?:[^\s~\\]|\\.)+~")
_RAISED = regex(r"\^(?:[^\s^\\]|\\.)+\^")
_FIGURE = f"[\\d{chr(FIRST_MARK)}-{chr(0xFFFFD)}]"
"""A digit, or what stands for a reference."""
_TIMES = regex(rf"(?<={_FIGURE})\*+(?={_FIGURE})")


def _leave_times(state: "StateInline", silent: bool) -> bool:
    """Take `*` between figures as the sign that it is: `5*6 and 7*8` has no emphasis, and would become “56 and 78”."""
    found = _TIMES.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.pending += found.group()
    state.pos = found.end()
    return True


def _is_escaped(source: str, at: int) -> bool:
    """Return whether an odd number of backslashes stands before a character."""
    first = at
    while first and source[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


_POWERS = regex(r"\d\^[-−+]?\d+ ?[^\w\s\\^] ?\d+\^\d")
"""`10^6/10^7`, where what stands between the signs is no raised text; `x^1^1` is."""


def _leave_sign(state: "StateInline", silent: bool) -> bool:
    """Take a `^` or a `~` that raises or lowers nothing as the sign that it is.

    `[^1]` is the mark of a note, `~~` strikes out, and in “~100–~200” each `~` says “about”: what is lowered stands
    behind a letter, as in `CO~2~`, or not before a digit. In `10^6/10^7`, nothing is raised.
    """
    source, at = state.src, state.pos
    sign, before = source[at], source[at - 1 : at]
    if sign == "^":
        found = _RAISED.match(source, at)
        is_power = found is not None and _POWERS.match(source, at - 1) is not None
        leaves = is_power or (before == "[" and not _is_escaped(source, at - 1))
    elif sign == "~":
        found = _LOWERED.match(source, at)
        follows = source[found.end() : found.end() + 1] if found else ""
        leaves = "~" in (before, source[at + 1 : at + 2], follows) or (not before.isalpha() and follows.isdigit())
    else:
        return False
    if leaves and not silent:
        state.pending += sign
    state.pos += leaves
    return leaves


@remembered(10_000)
def parse_markdown(text: str, marks: tuple[Markup, ...]) -> Parsed:
    """Return the blocks of a text.

    Args:
        text: light Markdown in which the character `FIRST_MARK + n` stands for reference n.
        marks: the HTML of each reference.
    """
    source, origins = as_markdown(text)
    plain, rest = split_plain(source)
    tokens = _parser(links="](" in rest).parse(rest) if rest else []
    of_rest = origins[source.count("\n", 0, source.rfind(rest)) :]
    reader = _BlockReader(marks, _notes(tokens), of_rest)
    blocks = (*map(reader.plain, plain), *reader.blocks(tokens))
    unread = _unread_notes(rest, tokens, of_rest)
    return Parsed(blocks, tuple(dict.fromkeys((*reader.leftovers, *unread))), origins)


_BLANK_LINES = regex(r"(\n{2,})")
_MARKED = regex(r"[*_\\\[\]^~<>|\t\r\0]|^(?:[-+\s]|\d+[.)]|Table\b)|\s$", re.MULTILINE)
"""What may be a mark of Markdown or begin a table, or is white space that the parser takes off."""


def split_plain(text: str) -> tuple[list[str], str]:
    """Return the blocks before the first that has marks but those of a simple list, and the rest, which is parsed.

    A text that may have a table is parsed as a whole, since problems of tables are told at their lines.
    """
    if "|" in text or "\t" in text:
        return [], text
    parts = _BLANK_LINES.split(text.strip("\n"))  # blocks, and what stands between them
    end = 0
    while end < len(parts) and (
        _is_plain(parts[end]) or (_is_list(parts[end]) and _is_plain("".join(parts[end + 2 : end + 3])))
    ):
        end += 2
    return [part for part in parts[:end:2] if part], "".join(parts[end:])


def _is_plain(block: str) -> bool:
    return not _MARKED.search(block)


def _is_list(block: str) -> bool:
    """Return whether each line of a block is an item of a list of bullets."""
    return all(line.startswith(BULLET) and _is_plain(line.removeprefix(BULLET)) for line in block.split("\n"))


def _nodes(tokens: Sequence["Token"]) -> Iterator[tuple["Token", Sequence["Token"]]]:
    """Yield each token of the outermost level with the tokens within it."""
    depth = start = 0
    for place, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start], tokens[start + 1 : place]
            start = place + 1


_NOTE = regex(r"^[-+>\d.) \t]*+\[\^([^\[\]\s]++)\]:[ \t]*(.*)$", re.MULTILINE)


def _unread_notes(source: str, tokens: Sequence["Token"], origins: Sequence[int]) -> Iterator[Leftover]:
    """Yield the notes that no mark leads to, and the second of one name, which would not be printed."""
    if "[^" not in source:
        return
    blocks = (inner for token, inner in _nodes(tokens) if token.type != "footnote_block_open")
    marks = (child for block in blocks for token in block if token.type == "inline" for child in _marks_in(token))
    used = {str(mark.meta["label"]) for mark in marks}
    read = set[str]()
    for note in _NOTE.finditer(source):
        if note[1] in read or note[1] not in used:
            yield Leftover("RG745", f"[^{note[1]}]: {note[2]}", origins[source.count("\n", 0, note.start())])
        read.add(note[1])


def _notes(tokens: Sequence["Token"]) -> dict[int, list["Token"]]:
    """Return the inline tokens of each footnote by its number; the plugin puts them behind the text."""
    blocks = (inner for token, inner in _nodes(tokens) if token.type == "footnote_block_open")
    notes = (note for block in blocks for note in _nodes(block))
    return {int(opening.meta["id"]): [token for token in inner if token.type == "inline"] for opening, inner in notes}


_TAGS = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "link_close": "</a>",
    "sup_open": "<sup>",
    "sup_close": "</sup>",
    "sub_open": "<sub>",
    "sub_close": "</sub>",
    "softbreak": " ",
    "hardbreak": "<br>",
}
_NOTE_MARK = "footnote_ref"
_EMPHASIS = regex(r"\*+|_{1,2}(?!_)")
_AROUND = 24
"""Characters of a text that are shown beside a mark."""
_LOST_LINK = regex(r"(?<!!)\[[^\[\]]*+\]\([^)]*+\)")


class _BlockReader:
    """Turns tokens into blocks; collects notes and links that lead nowhere, and marks of emphasis that do not close."""

    def __init__(self, marks: Sequence[Markup], notes: dict[int, list["Token"]], origins: Sequence[int]) -> None:
        self.marks = marks
        self.notes = notes
        self.leftovers: list[Leftover] = []
        self._origins = origins
        self._line = 0
        self._in_note = self._is_raised = False
        self._in_items: list[TextTable | TextPicture] = []

    def plain(self, block: str) -> TextBlock:
        """Return a block that was not parsed: a list of bullets, or a paragraph."""
        if not block.startswith(BULLET):
            return self.text(block.replace("\n", " "))
        items = (ListItem(self.text(line.removeprefix(BULLET)), ()) for line in block.split("\n"))
        return TextList("ul", tuple(items))

    def blocks(self, tokens: Sequence["Token"]) -> list[TextBlock]:
        """Return the blocks of a run of tokens; each paragraph of a quotation is one of its own."""
        found: list[TextBlock] = []
        for token, inner in _nodes(tokens):
            match token.type:
                case "bullet_list_open" | "ordered_list_open" as kind:
                    items = tuple(self._item(within) for _, within in _nodes(inner))
                    found.append(TextList("ul" if kind == "bullet_list_open" else "ol", items))
                    found += self._take_tables()
                case kind if kind == f"{TABLE}_open":
                    found.append(self._table(token, inner))
                case kind if kind == f"{PICTURE}_open":
                    found.append(TextPicture(token.meta["shows"], token.meta["file"], self.inline(inner[0])))
                case "paragraph_open":
                    found.append(self.inline(inner[0]))
                case "blockquote_open":
                    found += [Quote(block) if isinstance(block, Markup) else block for block in self.blocks(inner)]
        return found

    def _item(self, tokens: Sequence["Token"]) -> ListItem:
        """Return an item; further paragraphs within it stand under its text."""
        blocks = self.blocks(tokens)
        self._in_items += [block for block in blocks if isinstance(block, TextTable | TextPicture)]
        words = [block for block in blocks if not isinstance(block, TextList | TextTable | TextPicture)]
        texts = [block.text if isinstance(block, Quote) else block for block in words]
        lists = tuple(block for block in blocks if isinstance(block, TextList))
        return ListItem(Markup('<br class="paragraph">').join(texts), lists)

    def _take_tables(self) -> list[TextTable | TextPicture]:
        """Return the tables and pictures that stood in items of a list; they stand below the outermost list."""
        taken, self._in_items = self._in_items, []
        return taken

    def _table(self, token: "Token", tokens: Sequence["Token"]) -> TextTable:
        kinds = {kind: list[Markup]() for kind in (CAPTION, SOURCE, NOTE)}
        heads: list[tuple[tuple[Markup, int], ...]] = []
        rows: list[tuple[Markup, ...]] = []
        for opening, inner in _nodes(tokens):
            kind = opening.type.removesuffix("_open")
            if kind != ROW:
                kinds[kind].append(self.inline(inner[0]))
                continue
            cells = [(self.inline(text[0]), int(cell.meta["columns"])) for cell, text in _nodes(inner)]
            if opening.meta["kind"] == "head":
                heads.append(tuple(cells))
            else:
                rows.append(tuple(text for text, _ in cells))
        caption, source = kinds[CAPTION][0], Markup(" ").join(kinds[SOURCE])
        return TextTable(token.meta["found"], caption, tuple(heads), tuple(rows), source, tuple(kinds[NOTE]))

    def inline(self, token: "Token") -> Markup:
        """Return the HTML of a run of inline text."""
        self._line = token.map[0] if token.map else self._line
        return Markup("").join(self._inline(child) for child in token.children or [])

    def _leave(self, code: str, text: str) -> None:
        self.leftovers.append(Leftover(code, text, self._origins[min(self._line, len(self._origins) - 1)]))

    def _inline(self, token: "Token") -> Markup:
        self._line += token.type in {"softbreak", "hardbreak"}
        if token.tag in {"sup", "sub"}:
            self._is_raised = token.nesting > 0
        match token.type:
            case "text":
                return self.text(token.content)
            case "text_special":
                return escape(token.content)
            case "link_open":
                return Markup('<a href="{}">').format(str(token.attrs.get("href", "")))
            case "footnote_ref":
                return self._note(token)
            case kind:
                return Markup(_TAGS.get(kind, ""))  # the few tags of the table above

    def _note(self, token: "Token") -> Markup:
        """Return a note; a mark within a note is reported, since notes have no notes."""
        inlines = self.notes.get(int(token.meta["id"]), [])
        for child in (child for inline in inlines for child in _marks_in(inline)):
            self._leave("RG519", f"[^{child.meta['label']}]")
        line, self._in_note = self._line, True
        texts = [
            Markup("").join(self._inline(child) for child in inline.children or [] if child.type != _NOTE_MARK)
            for inline in inlines
        ]
        self._line, self._in_note = line, False
        return Markup("<aside>{}</aside>").format(Markup(" ").join(texts))

    def _mark(self, html: Markup) -> Markup:
        """Return the HTML of a reference; a source, which is a note itself, is plain text within a note."""
        if self._in_note and html.startswith("<aside>"):
            return html.removeprefix("<aside>").removesuffix("</aside>")
        return html

    def text(self, text: str) -> Markup:
        """Return the HTML of plain text, with that of the references in it."""
        for lost in _LOST_NOTE.findall(text):
            self._leave("RG519", lost)
        for lost in _LOST_LINK.findall(text, 0, text.rfind(")") + 1):  # so that no search is in vain
            self._leave("RG518", lost)
        for words in () if self._is_raised else _open_emphasis(text):
            self._leave("RG197", _MARKS.sub("…", words))
        parts: list[Markup] = []
        end = 0
        for mark in _MARKS.finditer(text):
            parts += [escape(text[end : mark.start()]), self._mark(self.marks[ord(mark.group()) - FIRST_MARK])]
            end = mark.end()
        return Markup("").join([*parts, escape(text[end:])])


def _open_emphasis(text: str) -> Iterator[str]:
    """Yield each mark of emphasis that does not close, with the words around it.

    It has words at one side alone: `5 * 3`, `5*3`, `(*)` and `dv_cases` have them at both or at none.
    """
    for mark in _EMPHASIS.finditer(text):
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        is_behind = bool(before.strip()) and before not in "([{/_"
        is_ahead = bool(after.strip()) and after not in ")]}/,.;:!?_"
        is_double = len(mark.group()) > 1 and "*" in mark.group()
        if is_behind != is_ahead or (is_double and (is_behind or is_ahead)):
            start = text.rfind(" ", 0, mark.start() - 1) + 1
            end = text.find(" ", mark.end() + 1)
            yield text[max(start, mark.start() - _AROUND) : min(len(text) if end < 0 else end, mark.end() + _AROUND)]


def _marks_in(inline: "Token") -> list["Token"]:
    """Return the marks of notes in a run of inline text."""
    return [child for child in inline.children or [] if child.type == _NOTE_MARK]
