"""Make buttons of the figures of a document: those from data, and those that an author typed.

The name of a button is made of what it shows, so that a link to it holds when the report is made again.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from reportgen.checks.typed.numbers import TypedNumber, TypedNumbers
from reportgen.claims.typed import NumberKind
from reportgen.diagnostics import Path
from reportgen.document import tree
from reportgen.document.walk import map_runs, plain_text
from reportgen.model.merge import Where
from reportgen.writers.html.escaping import anchor

NOT_FIGURES = frozenset({NumberKind.DATE, NumberKind.NAME})
"""Typed numbers that say when, or what something is called: they count nothing, and are no buttons."""


class MarkedFigure(Struct, frozen=True):
    """A figure that is a button."""

    name: str
    text: str
    issue: int | None
    """The issue whose reply prints it; None outside the replies, as in the annex."""
    paragraph: int | None
    """The number of the paragraph that it stands in or follows."""
    figure: tree.Figure | None = None
    """Written from data; None: typed."""
    typed: TypedNumber | None = None
    wheres: tuple[Where, ...] = ()
    """The observations that it was made from, as far as they are known."""
    is_former: bool = False
    """Whether it is what the last cycle said of them."""


Look = Callable[[tree.Figure, Sequence[Where]], str]


class _Span(Struct, frozen=True):
    start: int
    end: int
    typed: TypedNumber


class Marker:
    """Makes buttons of the figures of the documents of one report."""

    def __init__(self, wheres: Mapping[Path, Where], labels: Mapping[tuple[str, int], str], look: Look) -> None:
        """Begin without a figure.

        Args:
            wheres: the observation at each path of the model.
            labels: of the parts, by indicator and index.
            look: gives the classes of a figure from data and its observations beside `data`: ` wrong`.
        """
        self.marked: list[MarkedFigure] = []
        self._wheres, self._labels, self._look = wheres, labels, look
        self._times: Counter[str] = Counter()
        self._issue: int | None = None
        self._paragraph: int | None = None
        self._key = ""
        self._runs: Iterator[Sequence[_Span]] = iter(())

    def mark(self, document: tree.Document, typed: TypedNumbers | None) -> tuple[tree.Block, ...]:
        """Return the blocks of a document with buttons; `marked` then knows them.

        Args:
            document: the numbered document.
            typed: the numbers that authors typed in it; None: they get no buttons.
        """
        spans = _spans(typed)
        return tuple(self._block(block, spans.get(place, {})) for place, block in enumerate(document.blocks))

    def _block(self, block: tree.Block, spans: Mapping[int, Sequence[_Span]]) -> tree.Block:
        if isinstance(block, tree.Contents | tree.Abbreviations):
            return block
        if isinstance(block, tree.Heading):
            self._issue = tree.issue_of(block)
        if isinstance(block, tree.Paragraph):
            self._paragraph = block.number if block.number is not None else self._paragraph
        self._key = tree.key_of(block) or self._key
        self._runs = (spans.get(place, ()) for place in count())
        return map_runs(block, self._run)

    def _run(self, inlines: tree.Inlines) -> tree.Inlines:
        """Return a run with buttons; blank ones are no passages, so they do not count (`document/passages.py`)."""
        spans = next(self._runs) if plain_text(inlines).strip() else ()
        return tuple(self._inlines(inlines, 0, spans))

    def _inlines(self, inlines: tree.Inlines, offset: int, spans: Sequence[_Span]) -> Iterator[tree.Inline]:
        for inline in inlines:
            match inline:
                case tree.Figure():
                    yield self._figure(inline)
                case tree.Text():
                    yield from self._text(inline, offset, spans)
                case tree.Emphasis() | tree.Raised():
                    yield replace(inline, children=tuple(self._inlines(inline.children, offset, spans)))
                case tree.Link():  # neither holds the other in HTML, and a figure must open its source
                    yield from self._inlines(inline.children, offset, spans)
                case tree.Note():
                    yield replace(inline, children=self._run(inline.children))
                case _:
                    yield inline
            offset += len(plain_text((inline,)))

    def _figure(self, figure: tree.Figure) -> tree.Figure:
        wheres = tuple(self._wheres[path] for path in figure.paths if path in self._wheres)
        name = self._named(self._name_of(figure, wheres))
        is_former = bool(figure.paths) and all(path[0] == "previous" for path in figure.paths)
        where = self._issue, self._paragraph
        self.marked.append(MarkedFigure(name, figure.text, *where, figure, wheres=wheres, is_former=is_former))
        return replace(figure, button=tree.FigureButton(name, f"data{self._look(figure, wheres)}"))

    def _name_of(self, figure: tree.Figure, wheres: Sequence[Where]) -> str:
        """Return `victims.2023`, `victims.2022..2023`, `victims.2023.women`: what a figure shows."""
        periods = (*figure.periods[:1], *figure.periods[1:][-1:])  # the first and the last
        parts = [self._labels[where[0], where[1]] for where in wheres if where[1] is not None]
        return ".".join((figure.indicator, "..".join(periods), *dict.fromkeys(parts)))

    def _text(self, text: tree.Text, offset: int, spans: Sequence[_Span]) -> Iterator[tree.Inline]:
        """Yield a text, with a button for each typed number that begins in it."""
        done = 0
        for span in spans:
            start, end = span.start - offset, min(span.end - offset, len(text.text))
            if done <= start < end:
                yield from (tree.Text(text.text[done:start]),) if start > done else ()
                yield self._typed(text.text[start:end], span.typed)
                done = end
        yield from (tree.Text(text.text[done:]),) if done < len(text.text) else ()

    def _typed(self, text: str, typed: TypedNumber) -> tree.Figure:
        name = self._named(f"typed.{self._key or 'report'}")
        self.marked.append(MarkedFigure(name, text, self._issue, self._paragraph, typed=typed))
        wrong = " wrong" if typed.match and not typed.match.agrees else ""
        return tree.Figure(text, "", (), (), (), button=tree.FigureButton(name, f"typed{wrong}"))

    def _named(self, name: str) -> str:
        """Return a name that no other button has: the second of a name is `victims.2023:2`."""
        safe = f"figure:{anchor(name)}"
        self._times[safe] += 1
        return safe if self._times[safe] == 1 else f"{safe}:{self._times[safe]}"


def _spans(typed: TypedNumbers | None) -> Mapping[int, Mapping[int, Sequence[_Span]]]:
    """Return where typed figures stand: by the index of their block and the index of the run within it."""
    if typed is None:
        return {}
    runs: dict[int, tuple[int, int]] = {}
    numbers: Counter[int] = Counter()
    for index, passage in enumerate(typed.passages):
        runs[index] = passage.position, numbers[passage.position]
        numbers[passage.position] += 1
    found: dict[int, dict[int, list[_Span]]] = defaultdict(lambda: defaultdict(list))
    for number in typed.numbers:
        if number.kind not in NOT_FIGURES or (number.match and not number.match.agrees):
            position, run = runs[number.passage]
            found[position][run].append(_Span(number.start, number.start + len(number.text), number))
    return found
