"""Write a numbered document as JSON: every figure, sentence and paragraph with where it came from."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path as FilePath

from msgspec import Struct
from msgspec.structs import replace

from reportgen.claims.passages import Span, sentences
from reportgen.compose.written import TypedPlaces
from reportgen.diagnostics import Path, Place, Places
from reportgen.document import tree
from reportgen.document.authorship import TracedBlock, trace_blocks
from reportgen.document.cells import head_rows, place_cells
from reportgen.document.walk import plain_text, printed_spans, walk_inlines
from reportgen.model import Merged
from reportgen.model.merge import Where
from reportgen.regex import regex
from reportgen.results import Checked
from reportgen.twins.shape import (
    BlockKind,
    CoverText,
    DocumentBlock,
    DocumentFigure,
    DocumentTwin,
    Observation,
    Passage,
    Sentence,
    encode,
)

_KINDS: dict[type[tree.Block], BlockKind] = {
    tree.Heading: "heading",
    tree.Paragraph: "paragraph",
    tree.ItemList: "list",
    tree.Table: "table",
    tree.Quotation: "quotation",
    tree.Picture: "picture",
    tree.Contents: "contents",
    tree.Abbreviations: "abbreviations",
    tree.Awaiting: "awaiting",
}
_WORD = regex(r"\S+")
_TRIED = 12
"""Runs of words of a sentence that are looked for in its text."""


class _Written(Struct, frozen=True):
    """A run of inlines, and what it is of its block."""

    empty: Passage
    inlines: tree.Inlines


def write_document(root: FilePath, checked: Checked, document: tree.Document) -> bytes:
    """Return the JSON of a document.

    Args:
        root: the project's folder; places are named from it on, wherever it lies.
        checked: the project that the document is of.
        document: the report, or its annex where that is a document of its own.
    """
    report, merged = checked.report, checked.printed
    if report is None or merged is None:
        raise AssertionError("a document has a report")
    settings = report.settings
    reader = _Reader(root, checked.loaded.places, merged, _observed(merged), _places(checked, document))
    traced = trace_blocks(document.blocks, checked.composed.origins)
    blocks = (reader.block(*one) for one in zip(range(len(traced)), document.blocks, traced, strict=True))
    cover = tuple(CoverText(line.role.value, plain_text(line.children)) for line in document.cover)
    twin = DocumentTwin(
        schema="reportgen-document",
        version=1,
        symbol=document.symbol,
        title=document.title,
        language=document.language,
        treaty=settings.treaty_data.name,
        state=settings.state.name,
        agencies=dict(sorted(report.agency_names.items())),
        cover=cover,
        blocks=tuple(blocks),
    )
    return encode(twin)


def _places(checked: Checked, document: tree.Document) -> TypedPlaces | None:
    """Return what finds the words of the report; those of an annex apart are all from data or a template."""
    written = checked.composed.written
    return TypedPlaces(written, document.blocks) if written and document is checked.document else None


def _observed(merged: Merged) -> Mapping[Path, tuple[Where, bool]]:
    """Return which observation stands at each path, and whether it is that of the last report."""
    now = {path: (where, False) for where in merged.paths for path in merged.paths_of(where)}
    beside = {(*path, "previous"): (where, True) for where, path in merged.paths.items()}
    return now | beside | {path: (where, True) for where, path in merged.former.items()}


class _Reader(Struct, frozen=True):
    """Reads blocks in the order of the document."""

    root: FilePath
    places: Places
    merged: Merged
    observed: Mapping[Path, tuple[Where, bool]]
    typed: TypedPlaces | None

    def block(self, position: int, block: tree.Block, traced: TracedBlock) -> DocumentBlock:
        """Return a block with all that it holds."""
        origin = traced.origin
        passages = [self._passage(position, run, traced) for run in _with_notes(_runs(block))]
        return DocumentBlock(
            _KINDS[type(block)],
            "template" if origin is None else "data" if origin.is_generated else "agency",
            tuple(passages),
            tree.key_of(block),
            getattr(block, "number", None),
            block.level.value if isinstance(block, tree.Heading) else None,
            block.label if isinstance(block, tree.Heading) else None,
            traced.part,
            traced.issue,
            origin.agency if origin else None,
            self._name(origin.place) if origin else None,
            block.shows if isinstance(block, tree.Picture) else None,
        )

    def _name(self, place: Place | None) -> str | None:
        return str(place.within(self.root)) if place else None

    def _passage(self, position: int, run: _Written, traced: TracedBlock) -> Passage:
        text = plain_text(run.inlines)
        figures = [
            self._figure(start, one) for start, _, one in printed_spans(run.inlines) if isinstance(one, tree.Figure)
        ]
        has_sentences = run.empty.role in {"text", "item", "note"}
        spans = sentences(text) if has_sentences else [Span(0, len(text))] if text.strip() else []
        found: list[Sentence] = []
        for span in spans:
            own = tuple(figure for figure in figures if span.start <= figure.start < span.end)
            found.append(self._sentence(position, span, text, own, traced))
        return replace(run.empty, text=text, sentences=tuple(found))

    def _sentence(
        self, position: int, span: Span, text: str, figures: tuple[DocumentFigure, ...], traced: TracedBlock
    ) -> Sentence:
        origin = traced.origin
        agency = origin.agency if origin else None
        if origin is None or origin.is_generated:
            agency = next((figure.agency for figure in figures), agency)
            return Sentence(span.of(text), span.start, agency, None, figures)
        return Sentence(span.of(text), span.start, agency, self._first_words(position, span, text, figures), figures)

    def _first_words(self, position: int, span: Span, text: str, figures: tuple[DocumentFigure, ...]) -> str | None:
        """Return where the first words of a sentence that stand in its text as they are printed were typed.

        Among them may be words that a reference writes, such as the year in “In 2023, …”.
        """
        if figures and figures[0].start == span.start:
            return figures[0].reference_place
        place: Place | None = None
        for words in list(_runs_of_words(text, span))[:_TRIED]:
            is_typed, found = self.typed.find(position, text, *words) if self.typed else (False, None)
            place = place if place and not is_typed else found
            if is_typed:
                break
        return self._name(place)

    def _figure(self, start: int, figure: tree.Figure) -> DocumentFigure:
        reference = figure.reference
        return DocumentFigure(
            figure.text,
            start,
            _plain(figure.value),
            tuple(self._observations(figure)),
            self.merged.owners.get(figure.indicator),
            reference.text if reference else None,
            self._name(reference.place) if reference else None,
        )

    def _observations(self, figure: tree.Figure) -> Iterator[Observation]:
        """Yield what a figure was written from, a sum that is one observation once."""
        found: dict[tuple[Where, bool], list[Path]] = {}
        for path in figure.paths:
            if path in self.observed:
                found.setdefault(self.observed[path], []).append(path)
        for (where, is_former), paths in found.items():
            yield self._observation(where, paths, is_former=is_former)

    def _observation(self, where: Where, paths: Sequence[Path], *, is_former: bool) -> Observation:
        key, index, period = where
        indicator = self.merged.indicators[key]
        part = None if index is None else indicator.breakdown[index]
        given = (part or indicator).values[period]
        return Observation(
            key,
            str(period),
            _plain(given.previous if is_former else given.value),
            given.status if not is_former else "final",
            part.name if part else None,
            part.by if part else None,
            is_former,
            "; ".join(name for path in paths if (name := self._name(self.places.find(path)))) or None,
        )


def _runs_of_words(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield where each three words of a sentence that follow each other begin and end; fewer where it is shorter."""
    words = [word.span() for word in _WORD.finditer(text, span.start, span.end)]
    for place in range(max(len(words) - 2, 1)):
        yield words[place][0], words[min(place + 2, len(words) - 1)][1]


def _plain(value: Decimal | None) -> Decimal | None:
    """Return a number that is written without an exponent."""
    return None if value is None else Decimal(format(value, "f"))


def _with_notes(runs: Iterator[_Written]) -> Iterator[_Written]:
    """Yield each run with its notes behind it."""
    for run in runs:
        yield run
        for inline in walk_inlines(run.inlines):
            if isinstance(inline, tree.Note) and inline.children:
                mark = inline.mark or (None if inline.number is None else str(inline.number))
                yield _Written(Passage("note", "", (), mark), inline.children)


def _runs(block: tree.Block) -> Iterator[_Written]:
    """Yield the runs of a block that print something, each with what it is."""
    match block:
        case tree.Table():
            yield from _table_runs(block)
        case tree.ItemList():
            yield from _item_runs(block, 0)
        case tree.Contents():
            yield _Written(Passage("title", "", ()), block.title)
        case tree.Abbreviations():
            yield _Written(Passage("title", "", ()), block.title)
            for entry in block.entries:
                yield _Written(Passage("entry", "", ()), (tree.Text(f"{entry.short}: {entry.full}"),))
        case _:
            yield _Written(Passage("text", "", ()), block.children)


def _item_runs(block: tree.ItemList, depth: int) -> Iterator[_Written]:
    for item in block.items:
        yield _Written(Passage("item", "", (), depth=depth), item.children)
        for below in item.lists:
            yield from _item_runs(below, depth + 1)


def _table_runs(table: tree.Table) -> Iterator[_Written]:
    yield _Written(Passage("caption", "", ()), table.caption)
    for row, heads in enumerate(head_rows(table)):
        for head in heads:
            if head.cell.children:
                yield _Written(Passage("head", "", (), row=row, column=head.column), head.cell.children)
    for row, cells in enumerate(table.rows):
        for cell in place_cells(cells):
            if cell.cell.children:
                yield _Written(Passage("cell", "", (), row=row, column=cell.column), cell.cell.children)
    if table.source:
        yield _Written(Passage("source", "", ()), table.source)
