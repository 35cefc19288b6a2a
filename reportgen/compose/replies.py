"""Replies as templates see them: agencies' texts read, and figures that no text refers to put after them.

In come the report and its merged indicators; out come views with ready text, and the diagnostics of every reference
that could not be read, each at its line and column or its cell.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from markupsafe import Markup, escape
from msgspec import Struct

from reportgen.compose.contexts import BlockView, PartView, ReplyView, ThemeView
from reportgen.compose.evaluate import evaluate
from reportgen.compose.ledger import Ledger
from reportgen.compose.markdown import FIRST_MARK, Quote, TextBlock, TextList, parse_markdown
from reportgen.compose.pointers import Pointer, PointerWriter
from reportgen.compose.references import (
    Piece,
    mentioned_in,
    names_in_text,
    place_in,
    split_references,
)
from reportgen.compose.tables import parts_html, table_html
from reportgen.compose.written import WrittenText
from reportgen.diagnostics import Diagnostic, Path, Place, Places, diagnose, word
from reportgen.document.authorship import Origin
from reportgen.model import Issue, Merged, Reply, Report, ReportPart, Theme
from reportgen.regex import regex
from reportgen.sentences import Narrator, Phrase, PhraseError, TableSpec

_HTML = regex(r"</?[A-Za-z][^<>]*>")


class ReplyReader(Struct, dict=True):
    """Reads the replies of a report; call `parts` once, after `read_texts`."""

    report: Report
    merged: Merged
    places: Places
    narrator: Narrator
    ledger: Ledger
    diagnostics: list[Diagnostic] = []
    block_places: dict[str, Place] = {}
    """Where each paragraph with a key was written."""
    pointers: dict[str, list[tuple[Pointer, Place | None]]] = {}
    """Every reference to each key, and where it was written."""
    referred: dict[int, set[str]] = {}
    """The keys of the indicators that the texts of each issue refer to, by the issue's number."""
    origins: dict[int, list[Origin]] = {}
    """Where the blocks of the reply to each issue came from, by the issue's number."""
    written: dict[str, WrittenText] = {}
    """The text in which each paragraph was written, by the paragraph's key."""
    _blocks: dict[int, tuple[BlockView, ...]] = {}

    def read_texts(self) -> None:
        """Read all agencies' texts: afterwards the ledger knows which indicators they refer to."""
        for issue in self.report.outline.issues:
            positions: dict[str, int] = {}
            blocks: list[BlockView] = []
            for submission, position, reply in self.report.replies(issue):
                path: Path = ("submissions", submission, "replies", position, "text")
                agency = self.report.submissions[submission].agency
                keys = _Keys(f"{agency}-{issue.number}", positions, reply)
                place, read = self.places.find(path), tuple(self._read_reply(reply, path, keys))
                origins = [Origin(block.key, agency, place) for block in read]
                self.origins.setdefault(issue.number, []).extend(origins)
                blocks += read
                named = self.referred.setdefault(issue.number, set())
                named.update(names_in_text(reply.text))
            self._blocks[issue.number] = tuple(blocks)

    def unprinted(self) -> Iterator[Diagnostic]:
        """Indicators that belong to no issue and that nothing refers to, in a report without an annex."""
        if self.report.settings.annex != "none":
            return
        for key, indicator in self.merged.indicators.items():
            if indicator.issue is None and key not in self.ledger.used and indicator.report != "none":
                yield diagnose("RG520", self.places.find(self.merged.homes[key]), key=key)

    def parts(self) -> tuple[PartView, ...]:
        """The whole list of issues with its replies."""
        return self._parts

    def awaiting(self) -> tuple[int, ...]:
        """The numbers of the issues without a reply, in the order of the list."""
        replies = (reply for part in self._parts for theme in part.themes for reply in theme.replies)
        return tuple(reply.number for reply in replies if reply.awaiting)

    @cached_property
    def _parts(self) -> tuple[PartView, ...]:
        return tuple(self._part(part) for part in self.report.outline.parts)

    def _part(self, part: ReportPart) -> PartView:
        return PartView(part.title, tuple(self._theme(theme) for theme in part.themes))

    def _theme(self, theme: Theme) -> ThemeView:
        return ThemeView(theme.title, tuple(self._reply(issue) for issue in theme.issues))

    def _reply(self, issue: Issue) -> ReplyView:
        names = self.report.agency_names
        blocks = (*self._blocks[issue.number], *self._generated(issue))
        return ReplyView(
            number=issue.number,
            key=f"reply-{issue.number}",
            question=issue.text,
            articles=issue.articles,
            agencies=tuple(names.get(code, code) for code in issue.agencies),
            awaiting=not blocks,
            blocks=blocks,
            refer=self._pointers.function("reply"),
        )

    @cached_property
    def _pointers(self) -> PointerWriter:
        return PointerWriter(self.report.outline.issues, self.narrator)

    # ---- agencies' texts --------------------------------------------------------------------------------------

    def _read_reply(self, reply: Reply, path: Path, keys: "_Keys") -> Iterator[BlockView]:
        """The blocks of one text."""
        place = self.places.find(path)
        marks: list[Markup] = []
        source: list[str] = []
        for piece in split_references(reply.text):
            if piece.meaning is None and piece.problem is None:
                source.append(piece.text)
                self._name_html(piece, reply.text, path)
                continue
            at = place_in(reply.text, piece.offset, path, self.places)
            source.append(chr(FIRST_MARK + len(marks)))
            marks.append(self._mark(piece, at))
        parsed = parse_markdown("".join(source), marks)
        self.diagnostics += [diagnose("RG519", place, note=note) for note in parsed.lost_notes]
        self.diagnostics += [diagnose("RG518", place, address=link) for link in parsed.lost_links]
        for block in parsed.blocks:
            view = self._view(block, keys, place)
            if view.key is not None:
                self.written.setdefault(view.key, WrittenText(reply.text, path))
            yield view

    def _name_html(self, piece: Piece, text: str, path: Path) -> None:
        """Say where plain text holds HTML, which is printed as it stands."""
        for tag in _HTML.finditer(piece.text):
            at = place_in(text, piece.offset + tag.start(), path, self.places)
            self.diagnostics.append(diagnose("RG521", at, text=tag.group()))

    def _view(self, block: TextBlock, keys: "_Keys", place: Place | None) -> BlockView:
        if isinstance(block, TextList):
            return BlockView("list", list=block)
        if isinstance(block, Quote):
            return BlockView("quotation", text=block.text)
        key = keys.next()
        if place is not None:
            self.block_places.setdefault(key, place)
        return BlockView("paragraph", key, block)

    def _mark(self, piece: Piece, at: Place | None) -> Markup:
        """The HTML that stands for a reference; its problems are recorded at its place."""
        match piece.meaning:
            case None if piece.problem is not None:
                self.diagnostics.append(piece.problem.moved(at))
                return escape(piece.text)
            case None:
                return escape(piece.text)
            case Pointer() as pointer:
                return self._point(pointer, piece, at)
            case expression:
                self.ledger.used.update(mentioned_in(expression))
                made = evaluate(expression, self.narrator)
                if isinstance(made, Phrase):
                    return self.ledger.put(made, piece.text, at)
                self.diagnostics += [word(error.code, error.values, at) for error in made]
                return escape(piece.text)

    def _point(self, pointer: Pointer, piece: Piece, at: Place | None) -> Markup:
        for key in pointer.targets:
            self.pointers.setdefault(key, []).append((pointer, at))
        try:
            return self._pointers.write(pointer)
        except PhraseError as error:
            self.diagnostics.append(word(error.code, error.values, at))
            return escape(piece.text)

    # ---- figures that no text refers to -----------------------------------------------------------------------

    def _generated(self, issue: Issue) -> Iterator[BlockView]:
        """The paragraphs and tables of the issue's indicators that nothing refers to."""
        keys = [
            key
            for key in self._indicators.get(issue.number, ())
            if key not in self.ledger.used and self.merged.indicators[key].report != "none"
        ]
        for number, block in enumerate(self._reported(keys), start=1):
            if isinstance(block, TableSpec):
                name = f"table-{issue.number}-{number}"
                yield BlockView("table", name, table=table_html(block, name, self.ledger))
            else:
                name = f"figures-{issue.number}-{number}"
                yield BlockView("paragraph", name, parts_html(block, self.ledger))
            agency, place = self.merged.owners[keys[0]], self.places.find(self.merged.homes[keys[0]])
            self.origins.setdefault(issue.number, []).append(Origin(name, agency, place, is_generated=True))

    @cached_property
    def _indicators(self) -> dict[int | None, list[str]]:
        """The keys of the indicators by the number of their issue."""
        found: dict[int | None, list[str]] = {}
        for key, indicator in self.merged.indicators.items():
            found.setdefault(indicator.issue, []).append(key)
        return found

    def _reported(self, keys: Sequence[str]) -> Sequence[TableSpec | Sequence[str | Phrase]]:
        """What the narrator makes of the indicators; one that cannot be reported is named at its place."""
        try:
            return self.narrator.report(keys) if keys else ()
        except PhraseError as error:
            key = str(error.values.get("key", keys[0]))
            place = self.places.find(self.merged.homes.get(key, ()))
            self.diagnostics.append(word(error.code, error.values, place))
            rest = [other for other in keys if other != key]
            return self._reported(rest) if len(rest) < len(keys) else ()


class _Keys(Struct):
    """Gives the paragraphs of one reply their keys: agency, issue and position, or the key that the reply names."""

    base: str
    positions: dict[str, int]
    """How many paragraphs each base has so far in this issue."""
    reply: Reply
    count: int = 0

    def next(self) -> str:
        """The next paragraph's key."""
        self.positions[self.base] = self.positions.get(self.base, 0) + 1
        self.count += 1
        if self.reply.key is None:
            return f"{self.base}-{self.positions[self.base]}"
        return self.reply.key if self.count == 1 else f"{self.reply.key}-{self.count}"
