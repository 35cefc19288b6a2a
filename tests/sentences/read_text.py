"""What a reader without the data takes from a text: numbers with their periods and nouns, and what the audit finds.

`read_claims` gives numbers, nouns, periods and what is said of them; `find_governors` the times of numbers to which
the grammar gives none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from reportgen.claims.governing import find_governors
from reportgen.claims.model import ClaimsRead, Measure, PeriodKind, Quantity
from reportgen.claims.passages import Span, sentences
from reportgen.claims.reading import quantities_of, read_claims
from reportgen.languages.en.numerals import read_ordinal
from reportgen.published.audit import changes, conflicts, shares, sums, times, years
from reportgen.published.audit import text as slips
from reportgen.published.audit.passages import AuditPassage

_CHECKS = (
    sums.check_sums,
    shares.check_shares,
    changes.check_changes,
    times.check_periods,
    times.check_year_order,
    conflicts.check_conflicts,
    years.check_years,
    slips.check_placeholders,
    slips.check_spacing,
)


class Read(NamedTuple):
    """A number as it was read."""

    span: Span
    value: Decimal
    text: str
    step: Decimal
    measure: Measure
    period: str
    """As project files write it; empty where the text gives none."""
    words: frozenset[str]
    """The words that say what is counted, small and in the singular."""
    is_nearly: bool = False
    """Whether the value is said to be a little less."""


_NOTHING = re.compile(r"\b(?:no(?= (?!change\b)[a-z])|none)\b", re.IGNORECASE)
_NO_DATA = re.compile(r"\bno data\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "in",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "were",
        "was",
        "who",
        "with",
        "number",
    ]
)


def words_of(text: str) -> frozenset[str]:
    """Return the words that say something, small and without the ending of a plural."""
    return frozenset(_singular(word) for word in _WORD.findall(text.lower()) if word not in _SMALL)


def _singular(word: str) -> str:
    return {"women": "woman", "men": "man", "children": "child"}.get(word, word.removesuffix("s"))


class ReadText(Struct, frozen=True, dict=True):
    """A text as a reader without the data takes it."""

    text: str

    @cached_property
    def reading(self) -> ClaimsRead:
        """The claims of the text."""
        return read_claims(self.text)

    @cached_property
    def numbers(self) -> tuple[Read, ...]:
        """The numbers of the text in order, nothing in words and places in a ranking among them."""
        quantities = self.reading.quantities
        spans = [one.span for one in quantities]
        others = [one for one in self._others() if not any(span.start <= one.span.start < span.end for span in spans)]
        spans += [one.span for one in others]
        governed = self._governed(spans) if others or any(not _written(one) for one in quantities) else {}
        governed = {
            span: self._revised(span.start) or governed.get(span) or self._only_time(span.start) for span in spans
        }
        read = [
            Read(
                one.span,
                one.value,
                one.text,
                _step(one),
                one.measure,
                self._period(one, governed),
                self._named(one),
                self._is_nearly(one),
            )
            for one in quantities
        ]
        for one in others:
            period = "" if self.is_bare(one.span) or self.is_undated(one.span) else governed.get(one.span, "")
            read.append(one._replace(period=period, words=self._around(one.span)))
        return self._respectively(sorted(read))

    def _respectively(self, read: Sequence[Read]) -> tuple[Read, ...]:
        """Give numbers in a row the periods in a row behind them, nothing in words among them: `none and 3 in …`."""
        found = tuple(read)
        for sentence in self._sentences if ", respectively" in self.text else ():
            end = self.text.find(", respectively", *sentence)
            listed = [one for one in found if sentence.start <= one.span.start < end]
            times = [one.written for one in self.reading.periods if sentence.start <= one.span.start < end]
            if end >= 0 and "(" not in sentence.of(self.text) and len(listed) == len(times):
                paired = dict(zip((one.span for one in listed), times, strict=True))
                found = tuple(one._replace(period=paired.get(one.span, one.period)) for one in found)
        return found

    def _period(self, one: Quantity, governed: Mapping[Span, str]) -> str:
        """Return the period of a quantity; none where it stands alone in brackets, which say nothing of its time."""
        is_value = one.measure in {Measure.COUNT, Measure.MONEY}
        if (is_value and self.is_bare(one.span)) or self.is_undated(one.span):
            return ""
        return _written(one) or governed.get(one.span, "")

    def is_bare(self, span: Span) -> bool:
        """Return whether a number stands alone in its brackets."""
        return self.text[max(span.start - 1, 0)] == "(" and self.text[span.end : span.end + 1] in {")", ";"}

    def is_undated(self, span: Span) -> bool:
        """Return whether a number is of an earlier time that does not stand beside it.

        `from 0 to 12`; `(compared with six)` and `(compared with none and one, respectively)`, where the sentence gave
        the time of other numbers before.
        """
        is_start = self.text.endswith("from ", 0, span.start) and self.text.startswith(" to ", span.end)
        brackets = self.text[self.text.rfind("(", 0, span.start) : self.text.find(")", span.start) + 1]
        return is_start or _UNDATED.match(brackets) is not None

    def _is_nearly(self, one: Quantity) -> bool:
        return self.text[max(one.span.start - 7, 0) : one.span.start] == "nearly "

    @cached_property
    def findings(self) -> tuple[str, ...]:
        """What the audit finds in the text by itself."""
        passages = [AuditPassage(0, 1, -1, self.text, self.reading)]
        return tuple(
            f"{one.severity} {one.code}: {one.message} {one.evidence}" for check in _CHECKS for one in check(passages)
        )

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        return sentences(self.text)

    @cached_property
    def _called(self) -> Mapping[Span, frozenset[str]]:
        """The words by which claims call their quantities."""
        found: dict[Span, frozenset[str]] = {}
        for claim in self.reading.claims:
            words = words_of(claim.subject)
            for one in quantities_of(claim):
                found[one.span] = found.get(one.span, frozenset()) | words
        return found

    def _named(self, quantity: Quantity) -> frozenset[str]:
        """Return the words that say what a quantity counts: its own, those of its claims, the head of its sentence."""
        own = words_of(f"{quantity.noun} {quantity.phrase} {quantity.unit}")
        return own | self._called.get(quantity.span, frozenset()) | self._around(quantity.span)

    def _only_time(self, at: int) -> str:
        """Return the only period of a sentence, brackets apart, or of the sentence that it points back to."""
        place = next(place for place, one in enumerate(self._sentences) if one.start <= at < one.end)
        while place >= 0:
            first = self._sentences[place]
            named = {
                one.written
                for one in self.reading.periods
                if first.start <= one.span.start < first.end and not self._depth(one.span.start)
            }
            behind = next(
                (
                    one.written
                    for one in self.reading.periods
                    if one.span.start >= at and not _STOP.search(self.text, at, one.span.start)
                ),
                "",
            )
            if self._depth(at) and behind:
                return behind
            if named or not _BACK.search(first.of(self.text)):
                return named.pop() if len(named) == 1 else ""
            place -= 1
        return ""

    def _revised(self, at: int) -> str:
        """Return the period of what was reported before: that of `the figure for`, or its one of `the figures for`."""
        start = self.text.rfind("figure", 0, at)
        said = self.text.find("reported as ", max(start, 0), at)
        given = self.text[said:at]
        if start < 0 or said < 0 or not _FORMER_ROW.fullmatch(given):
            return ""
        times = [one.written for one in self.reading.periods if start <= one.span.start < said]
        place = len(_BETWEEN.findall(given))
        return times[place] if place < len(times) else ""

    def names_time(self, at: int) -> bool:
        """Return whether the sentence of a number names any period."""
        sentence = self._sentence(at)
        return any(sentence.start <= one.span.start < sentence.end for one in self.reading.periods)

    def _sentence(self, at: int) -> Span:
        return next(one for one in self._sentences if one.start <= at < one.end)

    def _depth(self, at: int) -> bool:
        """Return whether a character stands within brackets."""
        return self.text.rfind("(", 0, at) > self.text.rfind(")", 0, at)

    def _around(self, span: Span) -> frozenset[str]:
        """Return the words before a number of its sentence, and those that it begins: `There were no victims in …`."""
        return self._head(span.start) | words_of(_PHRASE.match(self.text, span.end).group())  # type: ignore[union-attr]

    def _head(self, at: int) -> frozenset[str]:
        """Return the words of a sentence up to a number, and of the one before where they only point back to it."""
        place = next(place for place, one in enumerate(self._sentences) if one.start <= at < one.end)
        sentence = self._sentences[place]
        before = self.text[sentence.start : at]
        words = words_of(_THAT_OF.sub("", before if self._depth(at) else _CLOSED.sub("", before)))
        behind = _IN_NUMBER.search(self.text, at, sentence.end)
        words |= words_of(behind[1]) if behind else frozenset()
        while place and _BACK.search(self._sentences[place].of(self.text)):
            place -= 1
            words |= words_of(self._sentences[place].of(self.text))
        return words

    def _others(self) -> Iterator[Read]:
        """Yield nothing in words, and places in a ranking."""
        for match in _NOTHING.finditer(self.text):
            if not _NO_DATA.match(self.text, match.start()):
                yield Read(Span(*match.span()), Decimal(0), match.group(), Decimal(1), Measure.COUNT, "", frozenset())
        for match in _PLACE.finditer(self.text):
            place = read_ordinal(match.group().lower())
            if place is not None:
                yield Read(
                    Span(*match.span()), Decimal(place), match.group(), Decimal(1), Measure.RANK, "", frozenset()
                )

    def _governed(self, spans: Sequence[Span]) -> dict[Span, str]:
        """Return the periods that time words give numbers."""
        ordered = sorted(spans)
        return {
            span: str(one.times[0].whole)
            for span, one in zip(ordered, find_governors(self.text, ordered), strict=True)
            if one is not None and one.times[0].whole is not None
            if one.times[0].span.start >= self._sentence(span.start).start or not self.names_time(span.start)
        }


_FORMER_ROW = re.compile(r"reported as (?:[^;()]+(?:, | and ))*\W*")
"""From the words before what was reported to a number of it, which nothing but others of the row parts from them."""
_BETWEEN = re.compile(r", | and ")
_PHRASE = re.compile(r"(?:[^,.;()]|(?<=\d)[,.](?=\d))*")
_IN_NUMBER = re.compile(r"in the number of ([^.;()]*)")
_THAT_OF = re.compile(r"^.*(?:\bthat of |\), and )")
_UNDATED = re.compile(r"\(compared with (?![^)]*\d{4})[^)]*\)")
_CLOSED = re.compile(r"\([^()]*\)")
"""Brackets whose words are not those of what follows them: `298 (figures from 2018 on are …), of whom 113 were`."""
_STOP = re.compile(r"[;()]|\. ")
_BACK = re.compile(
    r"\b(?:it (?:was|stood|amounted)|the amount was|the figure for [^.]* included|the breakdown\b|there were none)",
    re.IGNORECASE,
)
"""Words that point back to the quantity of the sentence before."""
_PLACE = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th))\b(?= place\b| (?:in|from|to|and|as)\b|[,.;)]| \()",
    re.IGNORECASE,
)


def _step(quantity: Quantity) -> Decimal:
    """Return twice by how much a number may differ: half a unit of its last figure, or a whole one."""
    if quantity.is_exact:
        return quantity.step
    if quantity.measure in {Measure.FRACTION, Measure.PER_CENT}:
        return quantity.value / 5 + Decimal("1e-9")  # just above a fraction is up to a tenth, which 11 of 30 are
    zeros = len(str(int(quantity.value))) - len(str(int(quantity.value)).rstrip("0"))
    return 2 * max(Decimal(10) ** zeros, quantity.step)


def _written(quantity: Quantity) -> str:
    period = quantity.period
    return "" if period is None or period.kind is PeriodKind.RELATIVE else period.written
