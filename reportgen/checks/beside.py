"""Sentences in which an author typed words beside figures from data: what the judges of such words read and yield.

Each figure comes with the one observation that it was written from, so that the words can be held against all values of
its indicator.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from reportgen.checks.stated import head_of, stems
from reportgen.claims.line import Line
from reportgen.claims.model import Measure, PeriodKind, Quantity
from reportgen.claims.passages import Span, sentences
from reportgen.claims.typed import read_lines
from reportgen.diagnostics import Path, QuestionSubject
from reportgen.document.passages import Passage
from reportgen.document.tree import Figure
from reportgen.languages.words import word_set
from reportgen.model import Indicator, Merged, Period
from reportgen.model.base import Number
from reportgen.model.indicators import Series, label_of
from reportgen.model.merge import Where
from reportgen.regex import regex


class Observed(Struct, frozen=True):
    """A figure of a sentence."""

    at: int
    """The index of its item in the line."""
    where: Where
    value: Number
    """What the data hold; it may be printed rounded."""


class Sentence(Struct, frozen=True, dict=True):
    """A sentence with figures from data, in the order of reading."""

    line: Line
    passage: Passage
    figures: Sequence[Observed]
    merged: Merged
    ranks: Sequence[Observed] = ()
    """Figures that are places in a ranking, in words: `sixty-second`; their items are no quantities."""
    shares: Sequence[Observed] = ()
    """Percentages that references worked out, each with the observation of the part that it is a share of."""
    before: Observed | None = None
    """The one figure of the sentence before, where this one has none and speaks of it: `Most of them were women.`"""
    below: Sequence[Observed] = ()
    """Where it has none: the figures of one series in the list or the table that it leads to; they stand behind it."""

    @cached_property
    def spoken(self) -> Sequence[Observed]:
        """Return the figures that its words of change may speak of."""
        before = [replace(self.before, at=-1)] if self.before else []
        return self.figures or self.ranks or self.below or before

    def is_typed(self, at: int) -> bool:
        """Return whether an author may have typed the item at an index; False outside the line."""
        if not 0 <= at < len(self.line.items):
            return False
        return self.passage.is_typed(self.line.items[at].start, self.line.items[at].end)

    def figure_at(self, at: int) -> Observed | None:
        """Return the figure whose item stands at an index."""
        return next((figure for figure in self.figures if figure.at == at), None)

    def typed_quantities(self) -> Iterator[tuple[int, Quantity]]:
        """Yield the numbers that an author typed, with the indexes of their items."""
        for at in self.line.quantities:
            if self.is_typed(at):
                yield at, self.line.quantity(at)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words and marks in small letters, whoever wrote them."""
        return frozenset(item.low for item in self.line.items)

    @cached_property
    def measures(self) -> frozenset[Measure]:
        """What the numbers count that an author typed."""
        return frozenset(quantity.measure for _, quantity in self.typed_quantities())

    @cached_property
    def is_relative(self) -> bool:
        """Return whether it speaks of a year from another one: `384, compared with 410 the year before`."""
        return any(item.period is not None and item.period.kind is PeriodKind.RELATIVE for item in self.line.items)

    def indicator(self, figure: Observed) -> Indicator:
        """Return the indicator of a figure."""
        return self.merged.indicators[figure.where[0]]

    def series(self, figure: Observed) -> Series:
        """Return the values among which that of a figure stands: of its indicator, or of its part."""
        _, part, _ = figure.where
        return self.indicator(figure) if part is None else self.indicator(figure).breakdown[part]

    def in_period(self, figure: Observed, period: Period | None) -> Observed | None:
        """Return what the series of a figure holds for another period; None where it holds nothing."""
        value = self.series(figure).value(period) if period is not None else None
        return None if period is None or value is None else Observed(figure.at, (*figure.where[:2], period), value)

    def part(self, figure: Observed) -> str:
        """Return what the part of a figure is called; nothing where it is that of the whole."""
        part = figure.where[1]
        return "" if part is None else self.indicator(figure).breakdown[part].name

    def known(self, figure: Observed) -> frozenset[str]:
        """Return the stems of the words by which the series of a figure goes: those of its label and of its part."""
        return stems(f"{self.indicator(figure).label or ''} {self.part(figure)}")


def observe(figures: Sequence[Figure], at: int, wheres: Mapping[Path, Where], merged: Merged) -> Observed | None:
    """Return the one observation that a number was written from; None where it has several, or none.

    Args:
        figures: that the number touches.
        at: the index of its item.
        wheres: the observations by their paths.
        merged: the indicators as they are printed.
    """
    found = {wheres.get(path) for figure in figures for path in figure.paths}
    where = found.pop() if len(figures) == len(found) == 1 else None
    if where is None or figures[0].is_change:
        return None
    key, part, period = where
    indicator = merged.indicators[key]
    value = (indicator if part is None else indicator.breakdown[part]).value(period)
    return Observed(at, where, value) if value is not None else None


def subject_of(figure: Observed, merged: Merged) -> QuestionSubject:
    """Return the one figure that a question is about, so that an answer can be matched with it."""
    key, part, period = figure.where
    called = None if part is None else merged.indicators[key].breakdown[part].name
    return QuestionSubject(key, called, str(period), figure.value)


def label_of_series(figure: Observed, merged: Merged) -> str:
    """Return what a message calls the series of a figure."""
    key, part, _ = figure.where
    label = label_of(merged.indicators[key], key)
    return label if part is None else f"{label}: {merged.indicators[key].breakdown[part].name}"


class Doubt(Struct, frozen=True):
    """Typed words that the data contradict, and the figure beside them."""

    code: str
    span: Span
    """Of the words, in the text of the passage."""
    figure: Observed
    values: Mapping[str, object]
    """What the wording of the code names besides the words and the series."""


CLOSING = word_set(", ; . ) – —") | {""}
"""Behind words of which nothing more is said: a mark, or the end of the line."""


def is_ratio_joint(line: Line, at: int) -> bool:
    """Return whether `for every` or `to each` is at an index, between the numbers of a ratio: `three for every two`."""
    return line.low(at) in {"for", "to"} and line.low(at + 1) in {"every", "each"}


_TITLE = regex(
    r"(?:(?:an?|the|sharp|steady|continued|marked|significant|further|slight|considerable) )*"
    r"(?:(?:increase|rise|growth|decline|decrease|drop|fall|surge) in|(?:more|fewer)"
    r"|(?:rising|growing|increasing|falling|declining|decreasing) (?:number|rate|share)s? of) [^,;:?!]{3,80}$",
    re.IGNORECASE,
)
"""A sentence without a verb that says of the next one which way its figures went."""
_TITLE_OPENS = word_set(
    "a an the sharp steady continued marked significant further slight considerable increase rise growth decline"
    " decrease drop fall surge more fewer rising growing increasing falling declining decreasing"
)
"""How it begins; of other sentences the pattern is not asked."""
_SPEAKS_OF_THEM = regex(
    r"\s*(?:of (?:these|them|those)\b|(?:the )?(?:vast |great |overwhelming |large )?(?:majority|minority)\b"
    r"|(?:\S+ ){0,4}?(?:most|half|thirds?|quarters?|fifth|tenth|all|none|few|in [a-z]+|cent)"
    r" (?:of (?:these|them|those)|were|are)\b"
    r"|(?:this|that|it) (?:is|was|represents|represented|means|meant|marks|marked)"
    r" (?:an? |\S*\d|(?:more|fewer|less|higher|lower) than|(?:\S+ )?(?:twice|double|half|\S+ times)\b)"
    r"|(?:in \d{4}|(?:in )?the (?:previous|preceding) year|(?:the|a|one) year (?:before|earlier)),? (?:\S+ ){0,3}?"
    r"(?:had been|was|were) "
    r"|(?:their|this|that|the) number (?:has|had|have|was|is|\w+ed|rose|fell|grew)\b"
    r"|(?:wo)?men were in )",
    re.IGNORECASE,
)
"""How a sentence begins that tells a share or a change of what the one before it counted."""


_SHARE = regex(r"\|\s*(?:share_of|with_share)\b")


def _is_title(passage: Passage, span: Span) -> bool:
    opens = span.of(passage.text).partition(" ")[0].lower() in _TITLE_OPENS
    return opens and _TITLE.match(passage.text, span.start, span.end) is not None


class SentenceReader(Struct, dict=True):
    """Reads the sentences of passages that hold figures from data beside what an author wrote."""

    merged: Merged
    """The indicators as they are printed."""

    def read(self, passage: Passage) -> Iterator[Sentence]:
        """Yield the sentences of a passage that hold figures."""
        if passage.is_generated:
            return
        if passage.below and (leading := self._leading(passage)):
            yield leading
        if not passage.figures:
            return
        starts = [figure.start for figure in passage.figures]
        before: Observed | None = None
        spans = sentences(passage.text)
        for place, span in enumerate(spans):
            has_figures = bisect_left(starts, span.start) < bisect_left(starts, span.end)
            if not has_figures and (before is None or not _SPEAKS_OF_THEM.match(passage.text, span.start)):
                before = None
                if _is_title(passage, span) and (title := self._title(passage, spans[place:])):
                    yield title
                continue
            (line,) = read_lines(passage.text, (span,))
            printed = [
                (at, [figure.figure for figure in passage.figures_at(*line.quantity(at).span)])
                for at in line.quantities
            ]
            observed = (observe(several, at, self._wheres, self.merged) for at, several in printed)
            figures = [figure for figure in observed if figure is not None]
            ranks = self._ranks(line, passage) if has_figures else []
            shares = [one for at, several in printed if (one := self._share(several, at)) is not None]
            if figures or ranks or shares or not has_figures:
                yield Sentence(line, passage, figures, self.merged, ranks, shares, None if has_figures else before)
            before = figures[0] if len(figures) == 1 else None

    def _leading(self, passage: Passage) -> Sentence | None:
        """Return the sentence that leads to figures of one series in a list or a table; None where it has its own."""
        span = sentences(passage.text)[-1]
        return None if passage.figures_at(*span) else self._led(passage, span, passage.below)

    def _title(self, passage: Passage, spans: Sequence[Span]) -> Sentence | None:
        """Return the words that stand before a sentence as a title: `Rise in the number of cases. In 2023, …`."""
        below = [figure.figure for span in spans[1:2] for figure in passage.figures_at(*span)]
        return self._led(passage, spans[0], below)

    def _led(self, passage: Passage, span: Span, below: Sequence[Figure]) -> Sentence | None:
        """Return a sentence that leads to figures, of those of the one series that it names, if they are of several."""
        found = (observe([figure], 0, self._wheres, self.merged) for figure in below)
        observed = [figure for figure in found if figure is not None]
        keys = {figure.where[0] for figure in observed}
        if len(keys) > 1:
            words = stems(span.of(passage.text))
            keys = {key for key in keys if head_of(self.merged.indicators[key].label or "") & words}
        series = {figure.where[:2] for figure in observed if figure.where[0] in keys}
        wholes = {where for where in series if where[1] is None}
        if len(keys) != 1 or len(wholes or series) != 1:
            return None
        (line,) = read_lines(passage.text, (span,))
        figures = [one for one in observed if one.where[:2] in (wholes or series)]
        led = [replace(one, at=len(line.items) + at) for at, one in enumerate(figures, 1)]
        return Sentence(line, passage, [], self.merged, below=led)

    def _share(self, figures: Sequence[Figure], at: int) -> Observed | None:
        """Return a percentage that a reference worked out, with the part that it is a share of: the first it names."""
        figure = figures[0] if len(figures) == 1 else None
        if figure is None or figure.is_change or len(figure.paths) == 1 or figure.reference is None:
            return None
        is_share = _SHARE.search(figure.reference.text)
        return observe([replace(figure, paths=figure.paths[:1])], at, self._wheres, self.merged) if is_share else None

    def _ranks(self, line: Line, passage: Passage) -> list[Observed]:
        """Return the places in a ranking that a sentence prints in words."""
        words = ((at, passage.figures_at(item.start, item.end)) for at, item in enumerate(line.items) if item.low)
        found = (
            observe([figure.figure for figure in several], at, self._wheres, self.merged)
            for at, several in words
            if several
        )
        return [
            figure for figure in found if figure is not None and self.merged.indicators[figure.where[0]].unit == "rank"
        ]

    @cached_property
    def _wheres(self) -> Mapping[Path, Where]:
        return self.merged.by_path()
