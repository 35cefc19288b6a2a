"""Replace figures of a text by references, only where the text that these give is the same to the last character.

Longer ones are tried first, since they follow the data best: a whole comparison, then single values. What is put
together is read back and written out with the whole machinery of a build before it is accepted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from reportgen.document.tree import Paragraph
from reportgen.document.walk import plain_text
from reportgen.limits import IMPORTED_TRIES
from reportgen.model import Indicator, Noun, Period
from reportgen.published.importer.figures.indicators import PlacedIndicator
from reportgen.published.importer.light_markdown import MarkdownWriter, PlacedReference, plain_inlines
from reportgen.sentences import Narrator, Phrase, PhraseError

_PLAIN_VERBS: tuple[dict[str, object], ...] = ({}, {"verb": "were"}, {"verb": "are"})
_VERBS = {
    "increase": ("increase",),
    "rise": ("rose", "rise", "risen"),
    "grow": ("grew", "growth"),
    "decrease": ("decrease",),
    "fall": ("fell", "fall"),
    "decline": ("decline",),
    "drop": ("drop",),
}
"""The verbs of changes, and the words by which a text uses them."""


class _Candidate(Struct, frozen=True):
    key: str
    name: str
    arguments: Mapping[str, object]

    @property
    def source(self) -> str:
        """As it is written in a text."""
        if self.name == "value" and not self.arguments:
            return f"{{{{ {self.key} }}}}"
        given = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"{{{{ {self.key} | {self.name}{f'({given})' if given else ''} }}}}"


class Rewriter:
    """Finds references for the paragraphs of one report."""

    def __init__(self, narrator: Narrator, indicators: Mapping[str, Indicator]) -> None:
        self._narrator = narrator
        self._indicators = indicators
        self._context = _Context(narrator)

    def rewrite(self, paragraph: Paragraph, found: Iterable[PlacedIndicator]) -> list[PlacedReference]:
        """Return the references that can stand in a paragraph, so that it prints as it is.

        Args:
            paragraph: as it was published.
            found: the indicators that were found in it, with the places of their figures.
        """
        text = plain_text(plain_inlines(paragraph.children))
        attempt = _Attempt(self._narrator, paragraph, len(text))
        waiting = self._fitting(text, list(found))
        while waiting:
            before = len(attempt.chosen)
            waiting = attempt.take(waiting)
            if len(attempt.chosen) == before:
                break
        return attempt.chosen

    def _fitting(self, text: str, found: Sequence[PlacedIndicator]) -> list[PlacedReference]:
        """Return references that give a stretch of the text, the longest first, then those with the largest figures."""
        largest = {indicator.key: _largest(self._indicators[indicator.key]) for indicator in found}
        fitting = [
            (reference, largest[indicator.key]) for indicator in found for reference in self._of_series(text, indicator)
        ]
        unique = {(one.start, one.end): (one, value) for one, value in reversed(fitting)}
        ordered = sorted(unique.values(), key=lambda item: (item[0].start - item[0].end, -item[1]))
        return [reference for reference, _ in ordered]

    def _of_series(self, text: str, found: PlacedIndicator) -> Iterator[PlacedReference]:
        indicator = self._indicators[found.key]
        for candidate in _candidates(text, found, indicator):
            for rendering in self._context.tell(candidate):
                for start in _places(text, rendering, found):
                    yield PlacedReference(start, start + len(rendering.text), candidate.source)


class _Attempt(Struct):
    """References that are put into one paragraph, as long as its text stays the same."""

    narrator: Narrator
    paragraph: Paragraph
    length: int
    """Of its text."""
    chosen: list[PlacedReference] = []
    written: int = 0
    """Characters that were written out to try references."""

    def take(self, waiting: Sequence[PlacedReference]) -> list[PlacedReference]:
        """Try each reference once, the first ones first; what failed may be tried again once others stand.

        A small figure may have to wait for a larger one in its sentence: alone, it would be written in words.
        """
        failed: list[PlacedReference] = []
        while waiting:
            free = _free(self.chosen, waiting)
            failed += self._join(free)
            waiting = [reference for reference in waiting if reference not in free and _is_free(self.chosen, reference)]
        return [reference for reference in failed if _is_free(self.chosen, reference)]

    def _join(self, group: Sequence[PlacedReference]) -> list[PlacedReference]:
        """Add a group of references, all at once or half by half; those that do not fit are given back."""
        if not group or self.written > IMPORTED_TRIES:
            return list(group)
        self.written += self.length
        if MarkdownWriter(self.narrator).write(self.paragraph, [*self.chosen, *group]) is not None:
            self.chosen += group
            return []
        if len(group) == 1:
            return list(group)
        half = len(group) // 2
        return [*self._join(group[:half]), *self._join(group[half:])]


def _free(chosen: Sequence[PlacedReference], waiting: Sequence[PlacedReference]) -> list[PlacedReference]:
    """Return the first references that overlap neither each other nor those that were chosen."""
    free: list[PlacedReference] = []
    for reference in waiting:
        if _is_free(chosen, reference) and _is_free(free, reference):
            free.append(reference)
    return free


def _is_free(others: Sequence[PlacedReference], reference: PlacedReference) -> bool:
    return all(reference.end <= other.start or other.end <= reference.start for other in others)


def _largest(indicator: Indicator) -> int:
    return max((int(abs(value.value)) for value in indicator.values.values() if value.value is not None), default=0)


def _places(text: str, rendering: "Rendering", found: PlacedIndicator) -> Iterator[int]:
    """Yield where a telling stands in the text, with each of its figures on the very value that it was made from.

    Two values may be the same by chance; a reference to the wrong one would print right only until one is corrected.
    """
    start = text.find(rendering.text)
    while start >= 0:
        before, after = text[start - 1 : start] if start else "", text[start + len(rendering.text) :][:1]
        if not before.isalnum() and not after.isalnum() and _is_meant(rendering, start, found):
            yield start
        start = text.find(rendering.text, start + 1)


def _is_meant(rendering: "Rendering", start: int, found: PlacedIndicator) -> bool:
    are_known = [
        any(
            first <= spot.start - start < last or spot.start <= start + first < spot.end
            for spot in found.spots
            if spot.period in periods and spot.part == part
        )
        for first, last, periods, part in rendering.figures
    ]
    return bool(are_known) and all(are_known)


# ---- candidates -----------------------------------------------------------------------------------------------


def _candidates(text: str, found: PlacedIndicator, indicator: Indicator) -> Iterator[_Candidate]:
    """Yield the references that may tell a series in a text, whole tellings first."""
    key = found.key
    nouns = (False, True) if isinstance(indicator.unit, Noun) else (False,)
    for name, arguments in _whole(text, indicator):
        for unit in nouns:
            yield _Candidate(key, name, {**arguments, **({"unit": True} if unit else {})})
    for by in indicator.criteria:
        given = {"by": by} if by else {}
        yield from (_Candidate(key, "breakdown", {**given, **verb}) for verb in _PLAIN_VERBS)
    for period in indicator.periods:
        at = {} if period == indicator.periods[-1] else {"at": _period(period)}
        for unit in nouns:
            yield _Candidate(key, "value", {**at, **({"unit": True} if unit else {})})
        for part in indicator.breakdown:
            if part.value(period) is not None:
                yield _Candidate(key, "value", {"part": part.name, **at})


def _whole(text: str, indicator: Indicator) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield filters that tell several values at once, with their arguments."""
    if len(indicator.periods) <= 1:
        return
    for order in ({}, {"order": "latest-first"}):
        for name in ("compared", "comparison", "total_by_year"):
            yield name, dict(order)
        if sum(period.is_year for period in indicator.periods) > 1:
            yield "by_year", dict(order)
    yield "total_including", {}
    yield "with_previous", {}
    yield from _changes(text, _period(indicator.periods[0]))
    if indicator.unit == "rank":
        yield "rank_change", {}


def _changes(text: str, first: int | str) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield filters that tell a change, with the verbs that the text uses."""
    if "-fold" in text:
        yield "fold", {"since": first}
        yield "fold", {"since": first, "digits": 0}
    for verb in [verb for verb, words in _VERBS.items() if any(word in text for word in words)]:
        for years in ({}, {"years": False}):
            yield "from_to", {"since": first, "verb": verb, **years}
        for digits in ({}, {"digits": 0}):
            for form in ({}, {"form": "noun"}, {"show": "none"}, {"form": "noun", "show": "none"}):
                yield "change", {"since": first, "verb": verb, **form, **digits}


def _period(period: Period) -> int | str:
    return int(str(period)) if period.is_year else str(period)


# ---- telling --------------------------------------------------------------------------------------------------


class Rendering(Struct, frozen=True):
    """What a reference gives."""

    text: str
    figures: tuple[tuple[int, int, frozenset[str], int | None], ...]
    """Each figure: from where to where, the periods that it was made from, and the part."""


class _Context:
    """Writes a phrase as it stands at the start of a sentence, within one, and beside figures of 10 and more."""

    def __init__(self, narrator: Narrator) -> None:
        self._narrator = narrator
        many = Narrator({"many": Indicator.model_validate({"values": {"2000": 10}})})
        self._many = many.value(many.subject("many"))

    def tell(self, candidate: _Candidate) -> tuple[Rendering, ...]:
        """Return the texts that a reference may give; none where it does not fit the data."""
        try:
            subject = self._narrator.subject(candidate.key)
            phrase = self._narrator.apply(candidate.name, subject, (), candidate.arguments)
            rendering = [
                self._rendered(["They were ", phrase, " here."], 1),
                self._rendered(["They were ", self._many, " and ", phrase, " here."], 3),
                self._rendered([phrase, " were here."], 0),
            ]
        except PhraseError:
            return ()
        return tuple(dict.fromkeys(rendering))

    def _rendered(self, parts: Sequence[str | Phrase], place: int) -> Rendering:
        written = self._narrator.realise(parts)[place]
        text = ""
        figures = []
        for run in () if isinstance(written, str) else written:
            if run.sources:
                periods = frozenset(str(period) for source in run.sources for period in source.periods)
                figures.append((len(text), len(text) + len(run.text), periods, run.sources[0].part))
            text += run.text
        return Rendering(text, tuple(figures))
