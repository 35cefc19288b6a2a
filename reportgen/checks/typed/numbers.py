"""The typed numbers of a report: sorted by kind, and compared with the data that the report is written from.

Numbers of a table, a note or a list are read as those of a paragraph are.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from reportgen.checks.finding import Finding, shown_number
from reportgen.checks.typed.matches import Match, typed_beside_data
from reportgen.claims.passages import Span
from reportgen.claims.typed import NumberKind, SortedNumber, sort_numbers
from reportgen.compose import Composed
from reportgen.compose.written import TypedPlaces, WrittenPlaces
from reportgen.diagnostics import Literal, Place
from reportgen.document.passages import Passage, passages
from reportgen.document.tree import Block
from reportgen.model import Indicator, Merged, Period
from reportgen.model.indicators import label_of
from reportgen.remembering import Held, remembered
from reportgen.sentences.referring import reference_to

if TYPE_CHECKING:
    from reportgen.checks.editorial.retyped import KnownValue


class TypedNumber(Struct, frozen=True):
    """A number that an author typed."""

    kind: NumberKind
    text: str
    sentence: str
    offset: int
    """Where the number begins in its sentence."""
    place: Place | None
    issue: int | None
    reference: str | None = None
    """What writes the same number from data, where an indicator holds it."""
    passage: int = 0
    """The index of its passage."""
    start: int = 0
    """Where it begins in its passage."""
    match: Match | None = None
    """The figure of the data that it states; it may contradict it."""


class TypedNumbers(Struct, dict=True):
    """The typed numbers of a report; they are sorted when they are asked for."""

    passages: Sequence[Passage] = ()
    merged: Merged = field(default_factory=Merged)
    written: WrittenPlaces | None = None
    blocks: Sequence[Block] = ()
    language: str = "en"

    @cached_property
    def matches(self) -> Mapping[tuple[int, Span], Match]:
        """The typed numbers that state what data hold, by their passages and spans."""
        return {(match.passage, match.span): match for match in typed_beside_data(self.passages, self.merged)}

    @cached_property
    def numbers(self) -> tuple[TypedNumber, ...]:
        """All typed numbers in the order of the document."""
        return tuple(self._numbers())

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each kind."""
        counts = Counter(number.kind for number in self.numbers)
        return {kind.value: counts[kind] for kind in NumberKind}

    @property
    def statistics(self) -> tuple[TypedNumber, ...]:
        """Those that were counted or measured by somebody, and may go out of date."""
        return tuple(number for number in self.numbers if number.kind is NumberKind.STATISTIC)

    def walk(self) -> TypedPlaces:
        """Return what finds places; it is asked in the order of the document, so each walk has its own."""
        if self.written is None:
            raise AssertionError("there are no passages without a document")
        return TypedPlaces(self.written, self.blocks)

    def _numbers(self) -> Iterator[TypedNumber]:
        """Yield the typed numbers in the order of the document."""
        places = self.walk() if self.passages else None
        read = self._read()
        held = self._held(read)
        for index, numbers in read.items():
            passage = self.passages[index]
            for number in numbers:
                start, end = number.span
                is_typed, place = places.find(passage.position, passage.text, start, end) if places else (False, None)
                if is_typed:
                    text, sentence = number.span.of(passage.text), number.sentence.of(passage.text)
                    match = self.matches.get((index, number.quantity.span)) if number.quantity else None
                    reference = self._reference(match) if match else held.get((index, end))
                    offset = start - number.sentence.start
                    where = (index, start, match)
                    yield TypedNumber(number.kind, text, sentence, offset, place, passage.issue, reference, *where)

    def _read(self) -> Mapping[int, Sequence[SortedNumber]]:
        """Return the numbers that neither a figure nor a reference touches, by their passages."""
        found: dict[int, Sequence[SortedNumber]] = {}
        for index, passage in enumerate(self.passages):
            if not passage.is_generated and (typed := _sort_typed(passage.text, passage.made, self.language)):
                found[index] = typed
        return found

    def _held(self, asked: Collection[int]) -> Mapping[tuple[int, int], str]:
        """Return the references that write what was typed near words of a label, by passage and end of the number.

        Args:
            asked: the passages to look at.
        """
        from reportgen.checks.editorial.passage import EditorialPassage  # for a manifest, never for `check`
        from reportgen.checks.editorial.retyped import find_retyped

        running = [
            EditorialPassage(one.text if index in asked else "", group=one.issue)
            for index, one in enumerate(self.passages)
        ]
        remarks = find_retyped(running, _known(Held(self.merged.indicators)))
        return {(index, remark.end): remark.advice.removeprefix("write ") for index, remark in remarks}

    def _reference(self, match: Match) -> str | None:
        """Return the reference that writes what a typed number states."""
        key, part, period = match.where
        indicator = self.merged.indicators[key]
        if match.where in self.merged.paths:
            return reference_to(key, indicator, period, part)
        years = [one for one in indicator.periods if one.is_year]
        is_all = part is None and (years[0].start, years[-1].end) == (period.start, period.end)
        return f"{{{{ {key} | total }}}}" if is_all else None  # of all years together

    def contradictions(self) -> Iterator[Finding]:
        """Yield RG450 for the numbers that contradict the data, each at its place."""
        wrong = [one for one in self.matches.values() if not one.agrees]
        places = self.walk() if wrong else None
        for match in wrong:
            passage = self.passages[match.passage]
            is_typed, place = places.find(passage.position, passage.text, *match.span) if places else (False, None)
            if is_typed:
                yield self._contradiction(match, match.span.of(passage.text), place)

    def _contradiction(self, match: Match, text: str, place: Place | None) -> Finding:
        """Return the finding on a typed number, which names both values and the cell of the data."""
        key, part, period = match.where
        indicator = self.merged.indicators[key]
        label = label_of(indicator, key)
        if part is not None:
            label = f"{label}: {indicator.breakdown[part].name}"
        value, reference = shown_number(match.value), self._reference(match)
        action = f"write {reference} in place of the typed number" if reference else "write what the data say"
        values = {"typed": text, "value": value, "period": period, "label": label, "action": Literal(action)}
        last = Period((period.end[0], 1), period.end)
        path = self.merged.paths.get(match.where) or self.merged.paths[key, part, last]
        note = (f"the figure of the data: {value}", path)
        return Finding("RG450", place, values, (note,))


@remembered(8)
def _known(indicators: Held[dict[str, Indicator]]) -> "tuple[KnownValue, ...]":
    from reportgen.checks.editorial.retyped import known_values

    return tuple(known_values(indicators.value))


@remembered(10_000)
def _sort_typed(text: str, made: tuple[tuple[int, int], ...], language: str) -> tuple[SortedNumber, ...]:
    """Return the numbers of a text that the characters which the program made do not touch."""
    passage = Passage(text, 0, None, made=made)
    return tuple(number for number in sort_numbers(text, passage.is_typed, language) if passage.is_typed(*number.span))


def find_typed_numbers(composed: Composed, merged: Merged) -> TypedNumbers:
    """Return the typed numbers of a document; none where an error stands in the way of it.

    Args:
        composed: the document, with where its words were written.
        merged: the indicators of all submissions.
    """
    if composed.document is None or composed.written is None:
        return TypedNumbers()
    generated = {
        origin.key for origins in composed.origins.values() for origin in origins if origin.is_generated and origin.key
    }
    read = tuple(passages(composed.document, generated))
    language = composed.document.language.partition("-")[0]
    return TypedNumbers(read, merged, composed.written, composed.document.blocks, language)
