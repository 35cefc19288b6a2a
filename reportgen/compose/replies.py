"""Write the phrases of all replies: those that agencies' texts refer to, then the figures that no text refers to.

Every reference that could not be read is named at its line and column or its cell.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path as FilePath

from markupsafe import Markup, escape
from msgspec import Struct

from reportgen.compose.contexts import BlockView, PartView, ReplyView, ThemeView
from reportgen.compose.ledger import PhraseLedger
from reportgen.compose.markdown import FIRST_MARK, parse_markdown
from reportgen.compose.pointers import Pointer, PointerWriter
from reportgen.compose.references import Segment, evaluate, mentioned_in, names_in_segments, place_in, split_references
from reportgen.compose.tables import judge_table, parts_html, picture_html, table_html, text_table_html
from reportgen.compose.templates import Templates, open_templates, read_own
from reportgen.compose.text_blocks import Leftover, Quote, TextBlock, TextList, TextPicture, TextTable
from reportgen.compose.written import WrittenText
from reportgen.diagnostics import Diagnostic, Path, Place, Places, diagnose, word
from reportgen.document.authorship import BlockOrigin
from reportgen.document.tree import REPLY_KEY
from reportgen.document.wording import say_asked
from reportgen.languages.front import load_front
from reportgen.model import Indicator, Issue, Merged, Reply, Report
from reportgen.model.asks import asked_breakdowns
from reportgen.model.list_order import in_list_order
from reportgen.model.pictures import PictureFile
from reportgen.regex import regex
from reportgen.remembering import Held, remembered
from reportgen.sentences import Narrator, Options, Phrase, PhraseError, TableSpec

_LINK = regex(r'href="([^"]*)"')
_NEW_LINE = regex(r"\n")
_LEFTOVERS = {"RG197": "text", "RG518": "address", "RG519": "note", "RG745": "note"}
"""What each diagnostic on a leftover of Markdown calls it."""


class Replies(Struct, frozen=True):
    """The replies of a report with their phrases written, and what the next steps need of them."""

    report: Report
    merged: Merged
    places: Places
    narrator: Narrator
    ledger: PhraseLedger
    templates: Templates
    parts: tuple[PartView, ...]
    """The whole list of issues with its replies, as templates see it."""
    awaiting: tuple[int, ...]
    """The numbers of the issues without a reply, in the order of the list."""
    texts: "TextReader"
    """What was seen in agencies' texts."""
    diagnostics: tuple[Diagnostic, ...]
    pictures: Mapping[str, PictureFile | None] = {}
    """The pictures that texts name, by the names of their files; None: it cannot be printed."""


def write_replies(
    report: Report,
    merged: Merged,
    places: Places,
    templates: FilePath | None,
    pictures: Mapping[str, PictureFile | None] | None = None,
) -> Replies:
    """Write every phrase of the replies to a report's issues.

    Args:
        report: the valid report.
        merged: its indicators, of all submissions together.
        places: where the values of the report stood.
        templates: the folder `templates` of the project: an indicator that one of its templates prints is not printed
            again. None: the shipped templates alone.
        pictures: the pictures that texts name, by the names of their files.
    """
    settings, ledger = report.settings, PhraseLedger()
    narrator = _narrator(Held(merged.indicators), settings.language, has_fixed_spaces=settings.non_breaking_spaces)
    pointers = PointerWriter(report.outline.issues, narrator)
    opened = open_templates(templates, narrator, ledger, pointers)
    texts = TextReader(places, narrator, ledger, pointers)
    blocks = {issue.number: list(_read_issue(issue, report, texts)) for issue in report.outline.issues}
    own = read_own(opened, merged.indicators)
    ledger.used |= own.used
    for number, keys in own.referred.items():
        texts.referred.setdefault(number, set()).update(keys)
    figures = _FigureWriter(merged, places, narrator, ledger, asked_breakdowns(report.outline, merged.indicators))
    by_issue: dict[int | None, list[str]] = {}
    for key in in_list_order(report, merged):
        by_issue.setdefault(merged.indicators[key].issue, []).append(key)
    for issue in report.outline.issues:
        generated, origins = figures.write(issue, by_issue.get(issue.number, ()), own.used)
        blocks[issue.number] += generated
        texts.origins.setdefault(issue.number, []).extend(origins)
    parts = tuple(_view_parts(report, blocks, pointers))
    awaiting = tuple(number for number, printed in blocks.items() if not printed)
    unprinted = _unprinted(report, merged, places, ledger)
    problems = (*own.diagnostics, *unprinted, *texts.diagnostics, *figures.diagnostics)
    return Replies(report, merged, places, narrator, ledger, opened, parts, awaiting, texts, problems, pictures or {})


@remembered(8)
def _narrator(indicators: Held[dict[str, Indicator]], language: str, *, has_fixed_spaces: bool) -> Narrator:
    return Narrator(indicators.value, language, Options(non_breaking_spaces=has_fixed_spaces))


def _unprinted(report: Report, merged: Merged, places: Places, ledger: PhraseLedger) -> Iterator[Diagnostic]:
    """Yield the indicators that belong to no issue and that nothing refers to, in a report without an annex."""
    for key, indicator in merged.indicators.items() if report.settings.annex == "none" else ():
        if indicator.issue is None and key not in ledger.used and indicator.report != "none":
            yield diagnose("RG520", places.find(merged.homes[key]), key=key)


# ---- what templates see -----------------------------------------------------------------------------------------


def _view_parts(
    report: Report, blocks: Mapping[int, Sequence[BlockView]], pointers: PointerWriter
) -> Iterator[PartView]:
    """Yield the parts of the list of issues with the blocks of each reply."""
    names, refer = report.agency_names, pointers.function("reply")
    front = load_front(report.settings.language, report.settings.treaty)

    def view_reply(issue: Issue) -> ReplyView:
        return ReplyView(
            number=issue.number,
            key=f"{REPLY_KEY}{issue.number}",
            question=issue.text,
            articles=issue.articles,
            agencies=tuple(names.get(code, code) for code in issue.agencies),
            awaiting=not blocks[issue.number],
            heading=say_asked(front.wording, front.reply, issue.number),
            not_received=say_asked(front.wording, front.not_received, issue.number),
            blocks=tuple(blocks[issue.number]),
            refer=refer,
        )

    for part in report.outline.parts:
        themes = (ThemeView(theme.title, tuple(map(view_reply, theme.issues))) for theme in part.themes)
        yield PartView(part.title, tuple(themes))


# ---- agencies' texts --------------------------------------------------------------------------------------------


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


def _read_issue(issue: Issue, report: Report, texts: TextReader) -> Iterator[BlockView]:
    """Yield the blocks of all texts that answer an issue, with their origins noted."""
    positions: dict[str, int] = {}
    read: list[_ReadBlock] = []
    for submission, position, reply in report.replies(issue):
        path: Path = ("submissions", submission, "replies", position, "text")
        agency, place = report.submissions[submission].agency, texts.places.find(path)
        blocks = list(texts.read(reply, path, _paragraph_keys(f"{agency}-{issue.number}", positions, reply)))
        is_alone = [block.kind for block in blocks] == ["table"]
        read += [_ReadBlock(block, BlockOrigin(block.key, agency, place), is_alone) for block in blocks]
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


# ---- figures that no text refers to -----------------------------------------------------------------------------


class _FigureWriter(Struct, dict=True):
    """Writes paragraphs and tables of indicators that nothing refers to; collects what keeps one from being written."""

    merged: Merged
    places: Places
    narrator: Narrator
    ledger: PhraseLedger
    breakdowns: Mapping[str, Sequence[str]]
    """What the issues want indicators to be divided by, by key."""
    diagnostics: list[Diagnostic] = []

    def write(
        self, issue: Issue, indicators: Sequence[str], templated: Container[str]
    ) -> tuple[list[BlockView], list[BlockOrigin]]:
        """Return the paragraphs and tables of an issue's indicators, and where each came from.

        Args:
            issue: the issue.
            indicators: the keys of its indicators; of those in texts, only breakdowns asked for that no text gives.
            templated: the keys that the project's own templates print as they wish.
        """
        merged, blocks, origins = self.merged, list[BlockView](), list[BlockOrigin]()
        told = [key for key in indicators if merged.indicators[key].report != "none"]
        unused = [key for key in told if key not in self.ledger.used]
        used = [key for key in told if key in self.ledger.used and key not in templated]
        specs = [(unused[0], spec) for spec in self._reported(unused)]
        specs += [(key, spec) for key in used for spec in self._broken_down(key)]
        for number, (key, spec) in enumerate(specs, start=1):
            if isinstance(spec, TableSpec):
                name = f"table-{issue.number}-{number}"
                blocks.append(BlockView("table", name, table=table_html(spec, name, self.ledger)))
            else:
                blocks.append(BlockView("paragraph", f"figures-{issue.number}-{number}", parts_html(spec, self.ledger)))
            place = self.places.find(merged.homes[key])
            origins.append(BlockOrigin(blocks[-1].key, merged.owners[key], place, is_generated=True))
        return blocks, origins

    @cached_property
    def _parts_given(self) -> dict[str, set[int]]:
        """The parts that some text gives, by indicator; all texts are read before the first figures are written."""
        phrases = (phrase for phrase, reference in self.ledger.entries if reference is not None)
        given: dict[str, set[int]] = {}
        for source in (source for phrase in phrases for source in phrase.sources):
            if source.part is not None:
                given.setdefault(source.indicator, set()).add(source.part)
        return given

    def _broken_down(self, key: str) -> Sequence[TableSpec | Sequence[str | Phrase]]:
        """Return the breakdowns of an indicator that an issue asks for, and of which no text gives a part."""
        if key not in self.breakdowns:
            return ()
        return self.narrator.report_parts(key, self.breakdowns[key], self._parts_given.get(key, ()))

    def _reported(self, keys: Sequence[str]) -> Sequence[TableSpec | Sequence[str | Phrase]]:
        """Return what the narrator makes of indicators; one that it cannot write is reported at its place."""
        try:
            return _report(Held(self.narrator), tuple(keys)) if keys else ()
        except PhraseError as error:
            key = str(error.values.get("key", keys[0]))
            place = self.places.find(self.merged.homes.get(key, ()))
            self.diagnostics.append(word(error.code, error.values, place))
            rest = [other for other in keys if other != key]
            return self._reported(rest) if len(rest) < len(keys) else ()


@remembered(1_000)
def _report(narrator: Held[Narrator], keys: tuple[str, ...]) -> Sequence[TableSpec | Sequence[str | Phrase]]:
    """Return what the narrator makes of indicators.

    Raises:
        PhraseError: where it cannot write one of them.
    """
    return narrator.value.report(keys)
