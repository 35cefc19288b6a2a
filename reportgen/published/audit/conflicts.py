"""One quantity with two values, in two places.

Two sentences, or two clauses between semicolons, are held to speak of the same thing where the same content words
stand in both and the same periods: `In the district courts, there are 1,036 women judges …` and `… 1,019 women judges
…`. Where the numbers of one measure then differ altogether, the two contradict each other. Articles, article numbers,
places and grounds are content words, so that what differs in any of them is never compared.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from reportgen.claims.model import Change, Measure, Quantity, StatedPeriod, StatedSeries
from reportgen.claims.passages import Span
from reportgen.diagnostics import Severity, and_list
from reportgen.languages.en.lexicon import SAYING_LITTLE
from reportgen.limits import COMPARED_CLAUSES
from reportgen.published.audit.bounds import bounds, severity_of
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.wording import named, quoted
from reportgen.regex import regex

_Found = TypeVar("_Found", Quantity, StatedPeriod)
_WORD = regex(r"[^\W\d_]++(?:[’'-][^\W_]++)*|\d[\d.,–-]*+")
_BACK = frozenset({"these", "they", "them", "those", "latter", "such", "this", "including", "former"})
_LEAST = 4
"""Content words that two sentences must share at least."""
_MEASURES = (Measure.COUNT, Measure.PER_CENT, Measure.MONEY, Measure.RATE)
_VALUES = 2
"""Values that one thing may have before its words are a pattern, said of many things; and numbers that may differ."""
_MOST = 6
"""Numbers of a sentence; in longer ones it is not clear which are the same."""


class _Clause(NamedTuple):
    """A clause with its numbers."""

    passage: AuditPassage
    span: Span
    words: frozenset[str]
    periods: frozenset[str]
    quantities: tuple[Quantity, ...]


def check_conflicts(passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield every clause that gives other numbers than an earlier one of the same words and periods."""
    known: dict[tuple[frozenset[str], frozenset[str]], list[_Clause]] = defaultdict(list)
    for passage in passages:
        if passage.reading.quantities:
            for clause in _clauses(passage):
                known[clause.words, clause.periods].append(clause)
    for alike in known.values():
        values = {tuple(quantity.value for quantity in clause.quantities) for clause in alike}
        if len(alike) > 1 and len(values) <= _VALUES:
            yield from _conflicts(alike)


def _conflicts(alike: Sequence[_Clause]) -> Iterator[AuditFinding]:
    """Yield each clause against the first that it contradicts."""
    for place, clause in enumerate(alike):
        for one in alike[: min(place, COMPARED_CLAUSES)]:
            if (found := _conflict(one, clause)) is not None:
                yield found
                break


def _clauses(passage: AuditPassage) -> Iterator[_Clause]:
    """Yield the clauses of a passage that can be compared."""
    periods: frozenset[str] = frozenset()
    for sentence in passage.sentences:
        own = _periods(passage, sentence)
        periods = own or periods
        for span in _spans_of_clauses(passage.text, sentence):
            quantities = tuple(
                quantity for quantity in within(passage.reading.quantities, span) if quantity.measure in _MEASURES
            )
            if not quantities or len(quantities) > _MOST:
                continue
            words = content_words(passage, span)
            if len(words) >= _LEAST and not words & _BACK:
                yield _Clause(passage, span, words - _BACK, _periods(passage, span) or periods, quantities)


def _spans_of_clauses(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the stretches of a sentence between semicolons."""
    start = sentence.start
    while (end := text.find(";", start, sentence.end)) >= 0:
        yield Span(start, end)
        start = end + 1
    yield Span(start, sentence.end)


def _periods(passage: AuditPassage, span: Span) -> frozenset[str]:
    """Return the periods in a stretch, as project files write them."""
    return frozenset(period.written or period.text.lower() for period in within(passage.reading.periods, span))


def within(found: Sequence[_Found], span: Span) -> Iterator[_Found]:
    """Yield what lies within a stretch, of quantities or periods in the order of the text."""
    for one in islice(found, bisect_left(found, span.start, key=lambda one: one.span.start), None):
        if one.span.start >= span.end:
            break
        if one.span.end <= span.end:
            yield one


def content_words(passage: AuditPassage, span: Span) -> frozenset[str]:
    """Return the content words of a stretch, without its numbers and periods."""
    if (known := passage.words.get(span)) is None:
        known = passage.words[span] = _content_words(passage, span)
    return known


def _content_words(passage: AuditPassage, span: Span) -> frozenset[str]:
    taken = [quantity.span for quantity in within(passage.reading.quantities, span)]
    taken += [period.span for period in within(passage.reading.periods, span)]
    taken.sort(reverse=True)
    end = span.start
    found: set[str] = set()
    for match in _WORD.finditer(passage.text, span.start, span.end):
        while taken and taken[-1].start <= match.start():
            end = max(end, taken.pop().end)
        word = match.group().lower()
        word = word.replace("’", "'") if "’" in word else word
        if match.start() >= end and (word not in SAYING_LITTLE or word in _BACK):
            found.add(word.removesuffix("'s") if word in _BACK else stem(word.removesuffix("'s")))
    return frozenset(found)


def stem(word: str) -> str:
    """Return a word without the ending of its number: `judges` and `judge` are one."""
    if word.endswith("ies") and len(word) > 4:  # not "dies"
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word  # not "its"


def _conflict(one: _Clause, other: _Clause) -> AuditFinding | None:
    if one.passage.block == other.passage.block:
        return None
    differing: list[tuple[Quantity, Quantity]] = []
    for measure in _MEASURES:
        mine = [quantity for quantity in other.quantities if quantity.measure is measure]
        theirs = [quantity for quantity in one.quantities if quantity.measure is measure]
        if mine and len(mine) == len(theirs):
            differing += _unmatched(theirs, mine)
        elif len(mine) == 1 and theirs and not any(bounds(mine[0]).meets(bounds(a)) for a in theirs):
            return None  # it is not clear which of several numbers is the same
    if not differing or len(differing) > _VALUES:
        return None
    return _finding(one, other, differing)


def _unmatched(theirs: Sequence[Quantity], mine: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Return the numbers of two clauses that no number of the other can be, in pairs; their order may differ."""
    left = list(mine)
    alone: list[Quantity] = []
    for their in theirs:
        same = next((other for other in left if bounds(their).meets(bounds(other))), None)
        if same is None:
            alone.append(their)
        else:
            left.remove(same)
    return list(zip(alone, left, strict=True))


def changing(passage: AuditPassage) -> Iterator[Span]:
    """Yield where the values of changes and series stand."""
    for claim in passage.reading.claims:
        if isinstance(claim, Change):
            yield from (quantity.span for quantity in (claim.by, claim.start, claim.end) if quantity is not None)
        elif isinstance(claim, StatedSeries):
            yield from (point.span for point in claim.points)


def _finding(one: _Clause, other: _Clause, differing: Sequence[tuple[Quantity, Quantity]]) -> AuditFinding:
    before, now = (and_list([named(one) for one in side]) for side in zip(*differing, strict=True))
    message = f"{now} here, but {before} in {one.passage.place}"
    is_proved = one.passage.reply == other.passage.reply and _are_literal(one, other)
    severity = severity_of(*(quantity for pair in differing for quantity in pair)) if is_proved else Severity.WARNING
    if not other.periods and other.span not in other.passage.sentences:
        severity = Severity.INFO  # items of two lists: "sale of marihuana (13 counts); …"
    unequal = " and ".join(f"{named(b)} ≠ {named(a)}" for a, b in differing)
    earlier = f"{one.passage.place}: {quoted(one.passage.text, one.span)}"
    evidence = f"{quoted(other.passage.text, other.span)}; {earlier}: {unequal}"
    return other.passage.finding_at(other.span.start, Code.CONFLICT, severity, message, evidence)


def _are_literal(one: _Clause, other: _Clause) -> bool:
    """Return whether two clauses are one, word for word, but for their numbers, and name their period.

    Under another heading, or in other words, another thing may be meant.
    """
    texts = {" ".join(_without_numbers(clause).lower().split()).rstrip(".") for clause in (one, other)}
    return len(texts) == 1 and all(list(within(clause.passage.reading.periods, clause.span)) for clause in (one, other))


def _without_numbers(clause: _Clause) -> str:
    text, end = "", clause.span.start
    for quantity in within(clause.passage.reading.quantities, clause.span):
        text, end = text + clause.passage.text[end : quantity.span.start] + "#", quantity.span.end
    return text + clause.passage.text[end : clause.span.end]
