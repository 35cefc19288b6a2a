"""Find series in clauses that say the same of one period after another.

`44 cases were completed in 2020, with 36 verdicts; 39 cases in 2021, with 41 verdicts`: two series. A figure belongs to
the one before whose noun and words it has; a clause may leave the words out where only one figure has its noun. What
could belong to two is left in the text.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.claims.model import SUMMED, ClaimsRead, Measure, PeriodKind, Quantity, StatedPeriod, StatedSeries
from reportgen.claims.passages import Span, sentences
from reportgen.languages.en.plurals import singular
from reportgen.regex import regex

_KINDS = frozenset({PeriodKind.YEAR, PeriodKind.SPAN, PeriodKind.PART})
_STOP = regex(r"[,;:()–]|\.\s|\band\b|\bwhile\b")
"""Where the words around a figure end."""
_CUT = regex(r";|,?\s(?:while|whereas)\b")
"""What parts clauses of one form: `In 2018 there were 9 shelters, while in 2022 there were 14`."""
_BEGINS = regex(r";|\(|,?\s(?:while|whereas)\b|\b(?:as )?(?:compared|against|relative|up|down)\s(?:with|to|from)?\b")
"""What begins the words of a later value."""
_OPENS = regex(r"(?:as\s+)?(?:compared\s?with|compared\s?to|against)?\s*(?:in|during|for)\b", re.IGNORECASE)
"""How brackets begin that compare in a clause of their own: `(compared with 14 cases in 2021, with 12 rulings)`."""
_EMPTY = regex(
    r"\b(?:(?:a )?total of|in total|(?:the|this) (?:figure|number|total)|it|there|also|only|such|were|was|are|is|have|"
    r"has|had|been|with|an?|the|compared(?: with)?|in|of|for|during|from|to|(?:reporting )?period|years?)\b",
    re.IGNORECASE,
)
"""Words that tell one figure of a clause not from another."""


_JOINING = regex(r"\b(?:and|but|while|whereas|then|as|against|in contrast|by contrast)\b|[,:]", re.IGNORECASE)
"""Words that join clauses and tell nothing of their figures."""
_NOT = regex(r"\b(?:not|no|non|never|without|un\w+ed)\b")
"""A negation: `12 cases were not examined` is another figure than `12 cases were examined`."""


class _Figure(Struct, frozen=True):
    """A figure of a clause, with what tells it from the others."""

    quantity: Quantity
    head: str
    """The last word of its noun, in the singular."""
    before: str
    after: str

    def may_be(self, other: "_Figure") -> bool:
        """Return whether a later figure may be of the same thing: it may leave words out, and adds none."""
        words = f"{self.before} {self.quantity.noun.lower()} {self.after}"
        return self._is_named_as(other) and _leaves_out(words, f"{other.before} {other.after}")

    def _is_named_as(self, other: "_Figure") -> bool:
        """Return whether a later figure has its noun: `cases` after `criminal cases of theft`, not the other way."""
        own, later = self.quantity, other.quantity
        if (own.measure, own.unit) != (later.measure, later.unit) and own.measure is later.measure is Measure.MONEY:
            return False
        if not (self.head and other.head):
            words = map(singular, self.before.split())
            return not other.head or other.head in {"person", "case", *words}  # "The number of victims was 348 persons"
        first, _, of = own.noun.lower().partition(" of ")
        second, _, later_of = later.noun.lower().partition(" of ")
        kind, later_kind = first.split()[:-1], second.split()[:-1]
        are_kinds = kind[len(kind) - len(later_kind) :] == later_kind
        return self.head == other.head and are_kinds and later_of in {"", of}

    def is_like(self, other: "_Figure") -> bool:
        """Return whether noun and words are the same; a bare noun tells too little."""
        has_words = bool(self.before or self.after)
        are_same = (self.head, self.before, self.after) == (other.head, other.before, other.after)
        return has_words and are_same and self._is_named_as(other)


class _Clause(Struct, frozen=True):
    """A clause that speaks of one period."""

    period: StatedPeriod
    figures: tuple[_Figure, ...]
    lead: str
    """The words before its period and its figures: `under article 146`."""


def read_parallel(text: str, reading: ClaimsRead) -> list[StatedSeries]:
    """Return the series of a paragraph that stand in clauses of the same form."""
    found: list[StatedSeries] = []
    for sentence in sentences(text):
        for run in _runs(text, sentence, reading):
            found += _series(run)
    return found


def is_of_one(text: str, points: Sequence[Quantity], reading: ClaimsRead) -> bool:
    """Return whether nothing in the words around the values of a series says that they are of different things.

    `40 complaints were filed by women; in 2022, 50 complaints were filed by men` is no series.
    """
    figures = [_point(text, points[:place], point, reading) for place, point in enumerate(points)]
    return all(figures[0].may_be(other) for other in figures[1:])


def _point(text: str, before: Sequence[Quantity], point: Quantity, reading: ClaimsRead) -> _Figure:
    """Return a value of a series with the words of its clause; a noun that stands before it is one of these."""
    found = _figure(text, Span(0, len(text)), point, reading)
    is_behind = _noun_end(text, point) > point.span.end
    return replace(found, before=_lead(text, before, point, reading), head=found.head if is_behind else "")


def _lead(text: str, before: Sequence[Quantity], point: Quantity, reading: ClaimsRead) -> str:
    """Return the words of its clause before a value of a series, behind the value before it."""
    start = next((sentence.start for sentence in sentences(text) if sentence.holds(point.span)), 0)
    for quantity in before[-1:]:
        start = max(start, _noun_end(text, quantity))
        if quantity.period and start <= quantity.period.span.start < point.span.start:
            start = quantity.period.span.end
    words = _without(text, Span(start, point.span.start), [period.span for period in reading.periods])
    return _telling_words(_JOINING.sub(" ", _BEGINS.split(words)[-1]))


def _without(text: str, span: Span, holes: Sequence[Span]) -> str:
    """Return a stretch of text without some that lie in it."""
    inside = [hole for hole in holes if span.holds(hole)]
    starts, ends = [span.start, *(hole.end for hole in inside)], [*(hole.start for hole in inside), span.end]
    return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _series(clauses: Sequence[_Clause]) -> Iterator[StatedSeries]:
    """Yield the series of clauses with different periods."""
    if len({clause.period.first for clause in clauses}) < len(clauses):
        return
    slots: list[list[tuple[_Figure, _Clause]]] = []
    for clause in clauses:
        fitting = [(figure, _slot_of(figure, clause, slots)) for figure in clause.figures]
        taken = [id(slot) for _, slot in fitting if slot is not None]
        for figure, slot in fitting:
            if slot is not None and taken.count(id(slot)) == 1:
                slot.append((figure, clause))
            elif slot is None:
                slots.append([(figure, clause)])
    for slot in (slot for slot in slots if len(slot) > 1):
        points = [replace(figure.quantity, period=clause.period) for figure, clause in slot]
        span = Span(points[0].span.start, points[-1].span.end)
        yield StatedSeries(span, points[0].phrase.partition(" and ")[0] or points[0].noun, tuple(points))


def _slot_of(
    figure: _Figure, clause: _Clause, slots: Sequence[list[tuple[_Figure, _Clause]]]
) -> list[tuple[_Figure, _Clause]] | None:
    """Return the series that a figure goes on with: the one with its words, else the only one with its noun."""
    alike = [slot for slot in slots if slot[0][0].is_like(figure)]
    if alike:
        return alike[0] if len(alike) == 1 else None
    named = [slot for slot in slots if slot[0][0].head == figure.head]
    is_alone = sum(one.head == figure.head for one in clause.figures) == 1
    if figure.head and is_alone and len(named) == 1 and named[0][0][0].may_be(figure):
        return named[0]
    return None


# ---- clauses --------------------------------------------------------------------------------------------------


def _runs(text: str, sentence: Span, reading: ClaimsRead) -> Iterator[list[_Clause]]:
    """Yield neighbouring clauses of one sentence that speak of one period each, at least two."""
    run: list[_Clause] = []
    for ranges in _ranges(text, sentence, reading):
        clause = _clause(text, ranges, reading)
        if clause is None or (run and not _leaves_out(run[0].lead, clause.lead)):
            if len(run) > 1:
                yield run
            run = []
        if clause is not None:
            run.append(clause)
    if len(run) > 1:
        yield run


def _ranges(text: str, sentence: Span, reading: ClaimsRead) -> list[list[Span]]:
    """Return the clauses of a sentence as the stretches of text that they fill.

    Brackets that compare stand for clauses of their own: `38 cases in 2020, with 34 rulings (compared with 14 cases in
    2021, with 12 rulings)`.
    """
    cuts = _cuts(text, sentence)
    if len(cuts) > 1:
        return [[span] for span in cuts]
    brackets = [span for span in _brackets(text, sentence) if _compares(text, span, reading)]
    if len(brackets) != 1:
        return []
    inside = brackets[0]
    around = [Span(sentence.start, inside.start), Span(inside.end, sentence.end)]
    return [around, *([span] for span in _cuts(text, inside))]


def _compares(text: str, span: Span, reading: ClaimsRead) -> bool:
    """Return whether brackets compare in clauses; bare values, `(compared with 5 in 2021)`, belong to the sentence."""
    held = [quantity for quantity in reading.quantities if span.holds(quantity.span)]
    opens = _OPENS.match(text[span.start : span.end])
    periods = [period for period in reading.periods if span.holds(period.span)]
    is_list = ";" in text[span.start : span.end] or len(periods) == 1
    compares = opens is not None and opens[0].lower().lstrip().startswith(("compared", "as", "against"))
    return (
        bool(periods)
        and len({_head(quantity) for quantity in held}) > 1
        and (is_list or (opens is not None and not compares))
    )


def _cuts(text: str, span: Span) -> list[Span]:
    """Return the stretches between the semicolons of a text, those in brackets apart."""
    depth, start, found = 0, span.start, list[Span]()
    stops = {stop.start(): stop.end() for stop in _CUT.finditer(text, span.start, span.end)}
    for at in range(span.start, span.end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0 and at in stops:
            found.append(Span(start, at))
            start = stops[at]
    return [*found, Span(start, span.end)]


def _brackets(text: str, span: Span) -> Iterator[Span]:
    """Yield the insides of the outer brackets of a stretch."""
    depth = start = 0
    for at in range(span.start, span.end):
        if text[at] == "(":
            depth, start = depth + 1, at + 1 if depth == 0 else start
        elif text[at] == ")" and depth:
            depth -= 1
            if depth == 0:
                yield Span(start, at)


def _clause(text: str, ranges: Sequence[Span], reading: ClaimsRead) -> _Clause | None:
    """Return a clause with its period and figures; None where it speaks of none, or of several."""
    periods = [period for period in reading.periods if any(span.holds(period.span) for span in ranges)]
    if len({period.written for period in periods}) != 1 or periods[0].kind not in _KINDS:
        return None
    figures = [
        _figure(text, span, quantity, reading)
        for span in ranges
        for quantity in reading.quantities
        if span.holds(quantity.span) and quantity.is_exact and quantity.measure in SUMMED
    ]
    if not figures:
        return None
    start = ranges[0].start
    lead = text[start : max(start, min(periods[0].span.start, figures[0].quantity.span.start))]
    return _Clause(periods[0], tuple(figures), _telling_words(_JOINING.sub(" ", lead)))


def _figure(text: str, clause: Span, quantity: Quantity, reading: ClaimsRead) -> _Figure:
    """Return a figure with the words around it, up to a comma, a period or another figure."""
    others = [period.span for period in reading.periods]
    others += [Span(one.span.start, _noun_end(text, one)) for one in reading.quantities if one is not quantity]
    start = max((span.end for span in others if span.end <= quantity.span.start), default=clause.start)
    end = min((span.start for span in others if span.start >= quantity.span.end), default=clause.end)
    before = _STOP.split(text[max(start, clause.start) : quantity.span.start])[-1]
    after = _STOP.split(text[_noun_end(text, quantity) : min(end, clause.end)])[0]
    return _Figure(quantity, _head(quantity), _telling_words(before), _telling_words(after))


def _noun_end(text: str, quantity: Quantity) -> int:
    """Return where the noun behind a figure ends; the end of the figure where it has none."""
    words = r"\s+".join(map(re.escape, quantity.noun.split()))
    found = re.compile(rf"\s*{words}").match(text, quantity.span.end) if words else None
    return found.end() if found else quantity.span.end


def _leaves_out(first: str, later: str) -> bool:
    """Return whether later words are all among the first ones, in their order, and drop no negation."""
    words, told = iter(first.split()), later.split()
    is_negated = bool(_NOT.search(first)) == bool(_NOT.search(later))
    return not told or (is_negated and all(word in words for word in told))


def _telling_words(words: str) -> str:
    """Return the words that tell one figure of a clause from another, in small letters."""
    return " ".join(_EMPTY.sub(" ", words.strip(" .")).lower().split())


def _head(quantity: Quantity) -> str:
    """Return the last word of a noun in the singular: `case` of `criminal cases of theft`."""
    words = quantity.noun.lower().partition(" of ")[0].split()
    return (singular(words[-1]) or words[-1]) if words else ""
