"""Read the texts of agencies into the blocks of replies, with their references written.

Every reference that could not be read is named at its line and column or its cell.
"""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from reportgen.compose.contexts import BlockView
from reportgen.compose.ledger import PhraseLedger
from reportgen.compose.markdown import FIRST_MARK, parse_markdown
from reportgen.compose.pointers import Pointer, PointerWriter
from reportgen.compose.references import Segment, evaluate, mentioned_in, names_in_segments, place_in, split_references
from reportgen.compose.tables import judge_table, picture_html, text_table_html
from reportgen.compose.text_blocks import Leftover, Quote, TextBlock, TextList, TextPicture, TextTable
from reportgen.compose.written import WrittenText
from reportgen.diagnostics import Diagnostic, Path, Place, Places, word
from reportgen.document.authorship import BlockOrigin
from reportgen.model import Issue, Reply, Report
from reportgen.regex import regex
from reportgen.sentences import Narrator, Phrase, PhraseError

_LINK = regex(r'href="([^"]*)"')
_NEW_LINE = regex(r"\n")
_LEFTOVERS = {"RG197": "text", "RG518": "address", "RG519": "note", "RG745": "note"}
"""What each diagnostic on a leftover of Markdown calls it."""


class TextReader(Struct):
    """Reads agencies' texts one after the other, and collects what is seen in them."""

    places: Places
    narrator: Narrator
    ledger: PhraseLedger
    writer: PointerWriter
    diagnostics: list[Diagnostic] = []
    block_places: dict[str, Place] = {}
    """Where each paragraph with a key was written."""
    pointers: dict[str, list[tuple[Pointer, Place | None]]] = {}
    """Every reference to each key, and where it was written."""
    referred: dict[int, set[str]] = {}
    """The indicators that the texts of each issue, and its own template, refer to, by the issue's number."""
    origins: dict[int, list[BlockOrigin]] = {}
    """Where the blocks of the reply to each issue came from, by the issue's number."""
    written: dict[str, WrittenText] = {}
    """The text in which each paragraph was written, by the paragraph's key."""
    keyless: dict[int, list[WrittenText]] = {}
    """The texts that hold lists and quotations alone, which have no key, by the number of the issue."""

    def read(self, reply: Reply, path: Path, keys: Iterator[str]) -> Iterator[BlockView]:
        """Yield the blocks of a text.

        Args:
            reply: the reply that holds the text.
            path: of the text in the model.
            keys: for its paragraphs, in order.
        """
        place = self.places.find(path)
        marks: list[Markup] = []
        source: list[str] = []
        starts = [0]
        segments = split_references(reply.text)
        self.referred.setdefault(reply.issue, set()).update(names_in_segments(segments))
        for segment in segments:
            if segment.meaning is None and segment.problem is None:
                source.append(segment.text)
                starts += [segment.offset + found.end() for found in _NEW_LINE.finditer(segment.text)]
            else:
                at = place_in(reply.text, segment.offset, path, self.places)
                source.append(chr(FIRST_MARK + len(marks)))
                marks.append(self._mark(segment, at))
        parsed = parse_markdown("".join(source), tuple(marks))
        self._name_leftovers(parsed.leftovers, starts, reply.text, path)
        keyed = len(self.written)
        for block in parsed.blocks:
            if isinstance(block, TextTable):
                self.diagnostics += judge_table(
                    block, lambda line: place_in(reply.text, starts[parsed.origins[line]], path, self.places)
                )
            view = _view_block(block, keys)
            if view.key is not None:
                self.written.setdefault(view.key, WrittenText(reply.text, path))
                if place is not None:
                    self.block_places.setdefault(view.key, place)
            yield view
        if len(self.written) == keyed:
            self.keyless.setdefault(reply.issue, []).append(WrittenText(reply.text, path))

    def _name_leftovers(self, leftovers: Iterable[Leftover], starts: Sequence[int], text: str, path: Path) -> None:
        """Report what of Markdown would be printed raw, or not at all.

        Args:
            leftovers: with the lines in which they stand.
            starts: where each of these lines begins in the text; a reference may take several.
            text: the whole text.
            path: of it in the model.
        """
        for leftover in leftovers:
            start = starts[leftover.line]
            at = place_in(text, max(text.find(leftover.text.split("…", 1)[0], start), start), path, self.places)
            self.diagnostics.append(word(leftover.code, {_LEFTOVERS[leftover.code]: leftover.text}, at))

    def _mark(self, segment: Segment, at: Place | None) -> Markup:
        """Return the HTML that stands for a reference; with a problem, which is reported at its place, its own text."""
        problems: list[Diagnostic] = []
        match segment.meaning:
            case None:
                problems += [segment.problem.moved(at)] if segment.problem else []
            case Pointer() as pointer:
                for key in pointer.targets:
                    self.pointers.setdefault(key, []).append((pointer, at))
                try:
                    return self.writer.write(pointer)
                except PhraseError as error:
                    problems.append(word(error.code, error.values, at))
            case expression:
                self.ledger.used.update(mentioned_in(expression))
                made = evaluate(expression, self.narrator)
                if isinstance(made, Phrase):
                    return self.ledger.put(made, segment.text, at)
                problems += [word(error.code, error.values, at) for error in made]
        self.diagnostics += problems
        return escape(segment.text)


class _ReadBlock(Struct, frozen=True):
    """A block of a reply, and where it came from."""

    view: BlockView
    origin: BlockOrigin
    is_alone: bool = False
    """Whether it is a table that is the whole of its text, and so has its place by what refers to it."""


def read_issue(issue: Issue, report: Report, texts: TextReader) -> Iterator[BlockView]:
    """Yield the blocks of all texts that answer an issue, with their origins noted."""
    positions: dict[str, int] = {}
    read: list[_ReadBlock] = []
    for submission, position, reply in report.replies(issue):
        path: Path = ("submissions", submission, "replies", position, "text")
        sent, place = report.submissions[submission], texts.places.find(path)
        blocks = list(texts.read(reply, path, _paragraph_keys(f"{sent.agency}-{issue.number}", positions, reply)))
        is_alone = [block.kind for block in blocks] == ["table"]
        origins = (BlockOrigin(block.key, sent.agency, place, department=sent.department) for block in blocks)
        read += [_ReadBlock(block, origin, is_alone) for block, origin in zip(blocks, origins, strict=True)]
    for one in _beside_references(read):
        texts.origins.setdefault(issue.number, []).append(one.origin)
        yield one.view


def _beside_references(read: Sequence[_ReadBlock]) -> Sequence[_ReadBlock]:
    """Return blocks with each table that is a text of its own behind the first paragraph that refers to it.

    Lists and quotations belong to the paragraph before them; a table that nothing refers to stays where it is.
    """
    placed = list(read)
    for table in [block for block in read if block.is_alone]:
        link = f"#{table.view.key}"
        naming = (at for at, one in enumerate(placed) if any(link in named.split() for named in _links_of(one.view)))
        at = next(naming, None)
        if at is None:
            continue
        referring = placed[at]
        placed.remove(table)
        following = placed.index(referring) + 1
        while following < len(placed) and placed[following].view.kind != "paragraph":
            following += 1
        placed.insert(following, table)
    return placed


def _links_of(view: BlockView) -> Iterator[str]:
    """Yield what the references of a block lead to."""
    lists = [view.list] if view.list else []
    yield from _LINK.findall(view.text)
    while lists:
        for item in lists.pop().items:
            yield from _LINK.findall(item.text)
            lists += item.lists


def _paragraph_keys(base: str, positions: dict[str, int], reply: Reply) -> Iterator[str]:
    """Yield keys for the paragraphs of a reply: agency, issue and position, or the key that the reply names.

    Args:
        base: `justice-14`.
        positions: how many paragraphs each base has so far in this issue; counted on.
        reply: the reply; with the key `fund` its paragraphs are `fund`, `fund-2`, …
    """
    count = 0
    while True:
        count += 1
        positions[base] = positions.get(base, 0) + 1
        if reply.key is None:
            yield f"{base}-{positions[base]}"
        else:
            yield reply.key if count == 1 else f"{reply.key}-{count}"


def _view_block(block: TextBlock, keys: Iterator[str]) -> BlockView:
    if isinstance(block, TextTable):
        key = block.found.key or next(keys)
        return BlockView("table", key, table=text_table_html(block, key))
    if isinstance(block, TextPicture):
        key = next(keys)
        return BlockView("table", key, table=picture_html(block, key))
    if isinstance(block, TextList):
        return BlockView("list", list=block)
    if isinstance(block, Quote):
        return BlockView("quotation", text=block.text)
    return BlockView("paragraph", next(keys), block)
