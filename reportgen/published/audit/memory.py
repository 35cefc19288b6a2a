"""A memory of quantities: the same thing with two values, said in other words or in another report.

A quantity is remembered by its head noun, the words that qualify it, its period, its places, and what else its
sentence says. Nothing here is certain, since other words may mean another thing: every finding is a question with both
sentences. What stands twice in the same words is left to `conflicts.py`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.claims.model import Measure, PeriodKind, Quantity, StatedPeriod
from reportgen.claims.passages import Span
from reportgen.diagnostics import Severity
from reportgen.languages.en.lexicon import DENYING, LESS, MORE
from reportgen.languages.en.persons import PERSONS
from reportgen.languages.words import word_set
from reportgen.limits import COMPARED_CLAUSES
from reportgen.published.audit.conflicts import changing, content_words, stem, within
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.wording import figure, quoted
from reportgen.regex import regex

_SHARED = 4
"""Content words that two sentences in other words must share, beside the noun."""
_NEAR = 2
"""Two values of one thing differ by less than this factor; those farther apart are of two things."""
_SAYING_NO_MORE = word_set("active serving existing working operating functioning current such dedicated available")
"""Qualifiers that leave a quantity what it is: `active female investigators` are `female investigators`."""
_COMPARING = word_set("compared comparison respectively period same while against versus")
"""Words that only compare, and do not tell what a sentence is about."""
_PLACE = regex(r"(?<=[a-z,;] )\b[A-Z][a-z]++(?:-[A-Z][a-z]++)*")
"""A name within a sentence: the same thing in two places is two things."""
_DIGIT = regex(r"\d")
_NARROWING = PERSONS | DENYING | {stem(word) for word in PERSONS}
"""Words that make another thing of what is counted: `women` of `judges`. Made once, since every two sentences ask."""


_Thing = tuple[str, frozenset[str], str]


class Remembered(Struct, frozen=True):
    """A quantity with what tells it from others."""

    source: str
    """The name of the report that it stands in; empty for the one that is audited."""
    passage: AuditPassage
    sentence: Span
    quantity: Quantity
    head: str
    qualifiers: frozenset[str]
    period: str
    """As project files write it; empty where none is said."""
    periods: frozenset[str]
    """All those of its sentence."""
    context: frozenset[str]
    """The content words of its sentence, without those that compare."""
    places: frozenset[str]
    """Names in its sentence: of places, mostly."""
    is_moving: bool
    """Whether it belongs to a change or a series, or is one of several values of a sentence."""

    @property
    def thing(self) -> "_Thing":
        """What must be the same in two quantities that may be one."""
        return self.head, self.qualifiers, self.period

    @property
    def place(self) -> str:
        """The name that a reader would give its place."""
        return f"{self.source}, {self.passage.place}" if self.source else self.passage.place


def remember(passages: Sequence[AuditPassage], source: str = "") -> list[Remembered]:
    """Return the exact counts of a document that name what they count, in the order of the text."""
    found: list[Remembered] = []
    for passage in passages:
        if passage.reading.quantities:
            moving = set(changing(passage))
            for sentence in passage.sentences:
                found += _of_sentence(passage, sentence, moving, source)
    return found


def _of_sentence(passage: AuditPassage, sentence: Span, moving: set[Span], source: str) -> Iterator[Remembered]:
    quantities = list(within(passage.reading.quantities, sentence))
    if not quantities:
        return
    context = content_words(passage, sentence) - _COMPARING
    periods = frozenset(map(_written, within(passage.reading.periods, sentence)))
    places = frozenset(_PLACE.findall(sentence.of(passage.text)))
    noun = ""
    for quantity in quantities:
        if not quantity.noun and _is_aside(passage.text, quantity.span):
            continue
        noun = quantity.noun or noun  # "41 persons in 2020; 45 in 2021"
        words = [stem(word) for word in noun.lower().partition(" of ")[0].split()]
        is_count = quantity.measure is Measure.COUNT and quantity.is_exact and quantity.step >= 1
        if words and is_count and not _is_by_how_much(passage, quantity):
            yield Remembered(
                source, passage, sentence, quantity, words[-1], frozenset(words[:-1]) - _SAYING_NO_MORE,
                _written(quantity.period), periods, context, places, quantity.span in moving,
            )  # fmt: skip


def _is_aside(text: str, span: Span) -> bool:
    """Return whether a number stands alone in brackets, as that of the word before: `cancer (48)`, `(n = 61,002)`."""
    before = text[max(span.start - 4, 0) : span.start]
    return text[span.end : span.end + 1] == ")" and before.endswith(("(", "n = ", "n="))


def _written(period: StatedPeriod | None) -> str:
    """Return a period as project files write it, or as the text does; empty where there is none."""
    if period is None:
        return ""
    return (period.kind is not PeriodKind.DATE and period.written) or period.text


def _is_by_how_much(passage: AuditPassage, quantity: Quantity) -> bool:
    """Return whether a number says how many more or fewer: `12 more`, `five persons fewer`."""
    behind = passage.text[quantity.span.end : quantity.span.end + 40].lower().split()[:3]
    return any(word.strip(",.;)") in MORE | LESS for word in behind)


# ---- the same thing twice -------------------------------------------------------------------------------------


def check_memory(quantities: Sequence[Remembered], earlier: Sequence[Remembered] = ()) -> Iterator[AuditFinding]:
    """Yield a question for every quantity that has another value elsewhere.

    Args:
        quantities: what the report that is audited says, from `remember`.
        earlier: what other reports say, from `remember` with their names.
    """
    past: dict[_Thing, list[Remembered]] = defaultdict(list)
    known: dict[_Thing, list[Remembered]] = defaultdict(list)
    for quantity in earlier:
        past[quantity.thing].append(quantity)
    asked: set[tuple[str, int, int]] = set()
    for one in quantities:
        before = [*past[one.thing][:COMPARED_CLAUSES], *known[one.thing][-COMPARED_CLAUSES:]]
        yield from _conflicts(one, before, asked)
        known[one.thing].append(one)


def _conflicts(
    quantity: Remembered, before: Sequence[Remembered], asked: set[tuple[str, int, int]]
) -> Iterator[AuditFinding]:
    """Yield a question about the first earlier quantity of each report that is the same thing with another value."""
    sources: set[str] = set()
    is_alike = _is_dated_alike if quantity.period else _is_standing_alike
    for other in before:
        if not is_alike(quantity, other) or not _is_asked_of(quantity, other):  # as nearly all
            continue
        pair = (other.source, other.passage.block, quantity.passage.block)
        is_asked = other.source in sources or (pair in asked and not other.source)
        if not is_asked and not _agrees(quantity, other) and not _agrees(other, quantity):
            asked.add(pair)
            sources.add(other.source)
            yield _question(quantity, other)


def _is_asked_of(one: Remembered, other: Remembered) -> bool:
    """Return whether two quantities that are said alike contradict each other, as far as this is asked about here."""
    if one.quantity.value == other.quantity.value:
        return False
    if other.source:
        return bool(one.period)  # what has no date may have changed since
    if one.passage.block == other.passage.block:
        return False
    return one.context != other.context or one.periods != other.periods  # the same words: a conflict, if it is one


def _is_dated_alike(one: Remembered, other: Remembered) -> bool:
    """Return whether two quantities of one period are said in the same words, or in some more that qualify nothing."""
    small, large = one.context, other.context
    if small == large:
        return len(small) >= _SHARED or any(map(_DIGIT.search, small))
    if one.places != other.places:
        return False
    if len(small) > len(large):
        small, large = large, small
    if not small <= large or not _SHARED <= len(small) >= len(large) - _SHARED:
        return False
    more = large - small
    is_named = any(map(_DIGIT.search, small))  # "article 256"
    return is_named and not more & _NARROWING and not any(map(_DIGIT.search, more))


def _is_standing_alike(one: Remembered, other: Remembered) -> bool:
    """Return whether two quantities without a period are the same: `356 active female investigators` and `365 …`."""
    if one.is_moving or other.is_moving or not one.qualifiers:
        return False
    less, more = sorted((one.quantity.value, other.quantity.value))
    nouns = one.qualifiers | {one.head}
    shared = (one.context & other.context) - nouns
    return less * _NEAR > more and len(shared) >= _SHARED and _are_of_one_place(one, other)


def _are_of_one_place(one: Remembered, other: Remembered) -> bool:
    """Return whether no two different places are named: each may name one that the other leaves out, as the State."""
    return not (one.places - other.places and other.places - one.places)


def _agrees(one: Remembered, other: Remembered) -> bool:
    """Return whether the passage of one gives the value of the other as well."""
    return any(quantity.value == other.quantity.value for quantity in one.passage.reading.quantities)


def _question(one: Remembered, other: Remembered) -> AuditFinding:
    here, there = (
        f"{figure(item.quantity.value)} {item.quantity.noun.partition(' of ')[0]}".strip() for item in (one, other)
    )
    message = f"{here} here, but {there} in {other.place}: are they the same?"
    before = f"{other.place}: {quoted(other.passage.text, other.sentence)}"
    unequal = f"{figure(one.quantity.value)} ≠ {figure(other.quantity.value)}"
    evidence = f"{quoted(one.passage.text, one.sentence)}; {before}: {unequal}"
    return one.passage.finding_at(one.quantity.span.start, Code.CONFLICT, Severity.WARNING, message, evidence)
