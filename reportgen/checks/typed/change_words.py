"""Words of change in sentences with figures from data: which way they say that the figures went."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.finding import shown_number
from reportgen.checks.stated import stems
from reportgen.claims.line import Line
from reportgen.claims.model import Measure
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import (
    FACTORS_DOWN,
    FACTORS_UP,
    LESS_OR_SHORTER,
    MORE_OR_LONGER,
    NOUN_STOPS,
    PASSING,
    UNMOVED,
    UP,
)
from reportgen.languages.words import word_set
from reportgen.model import Noun, Period
from reportgen.model.base import Number
from reportgen.model.indicators import Series

FACTORS = {**FACTORS_UP, **FACTORS_DOWN}
RISEN, FALLEN = word_set("+ plus"), word_set("- – − minus")
"""Before the amount of a change in brackets: `384 cases (-12 per cent)`."""
BASES = word_set("than on over from since with to against")
"""Before the period from which a change starts: `more than in 2022`, `an increase on 2022`, `compared with 2022`."""
CLOSE = 12
"""Items between a word of change and what it starts from or leads to."""
LEADS = word_set(", ( – — - representing represents represented marking marked showing is was being this that meaning")
"""Before `an increase on 2022` that speaks of the figure before it."""
_MANY = word_set("many much high large")
AMOUNTS = word_set("number amount sum figure level total")
"""`half the number of 2022`, as `half of what was paid in 2022`: what goes before the period it starts from."""
BEING = word_set("was were is are remained remains been be stayed stood kept largely relatively fairly broadly almost")
ROUGHLY = word_set("about roughly approximately almost nearly virtually practically broadly around")
LEVELS = word_set("level levels")
_DENYING = word_set("not no never neither nor without stopped ceased")
_SUBORDINATE = word_set("why that whether how to which who because when where if")
"""`Neither the police nor the courts could say why complaints rose` denies no rise."""
_ONLY = word_set("only just merely simply")
_EXTENTS = word_set("below above under over by")
_DEGREES = word_set(
    "significant substantial major sharp notable great marked further real such far even still much slightly"
)
_PASSED = word_set("a an any yet longer")
_FAR_DENIED = 4
"""Items between a word and that which denies it: `has not been significantly higher`."""
_NAMELY = word_set(", : ( namely i.e. that is with at precisely exactly specifically only")


class ChangeWord(Struct, frozen=True, dict=True):
    """A word of change in a sentence, with the figures of the one series that it speaks of."""

    said: Sentence
    at: int
    figures: Sequence[Observed]

    @property
    def line(self) -> Line:
        """Return the sentence."""
        return self.said.line

    @property
    def low(self) -> str:
        """Return the word in small letters."""
        return self.line.low(self.at)

    @property
    def series(self) -> Series:
        """Return the values among which those of its figures stand."""
        return self.said.series(self.figures[0])

    @property
    def known(self) -> frozenset[str]:
        """Return the stems of the words by which the series goes."""
        return self.said.known(self.figures[0])

    @property
    def unit(self) -> str:
        """Return the noun in which its figures are measured; nothing for another unit."""
        unit = self.said.indicator(self.figures[0]).unit
        return unit.other if isinstance(unit, Noun) else ""

    @property
    def latest(self) -> Observed:
        """Return the figure of the latest period."""
        return max(self.figures, key=lambda figure: figure.where[2].order)

    @property
    def is_up(self) -> bool:
        """Return whether it says that a value became larger."""
        return self.low in UP | MORE_OR_LONGER | PASSING | FACTORS_UP.keys() | RISEN

    @property
    def is_as_many(self) -> bool:
        """Return whether it is `twice`, `three times` or `half`, before "as many as", "what", "the number" or so."""
        line, at, quantity = self.line, self.at, self.line.items[self.at].quantity
        if quantity is None or quantity.measure not in {Measure.TIMES, Measure.FRACTION}:
            return False
        if line.low(at + 1) == "as":
            return line.low(at + 2) in _MANY and line.low(at + 3) != "again"
        place = at + 1 + (line.low(at + 1) == "of")
        is_amount = line.low(place + 1) in AMOUNTS or (place == at + 1 and self.figure_at(place + 1) is not None)
        return line.low(place) in {"what", "that"} or (line.low(place) == "the" and is_amount)

    @property
    def is_same(self) -> bool:
        """Return whether it is that of `the same number as in 2022`, `as many as in 2022`."""
        line, at = self.line, self.at
        if self.low == "same":
            return line.low(at - 1) == "the" and line.low(at + 1) in AMOUNTS | {"as"}
        behind = line.items[at + 2 : at + 3]
        is_equal = self.low in _MANY and line.low(at - 1) == "as" and (line.low(at + 1) == "as" or self._is_resumed)
        before = line.items[at - 2] if at > 1 else None
        is_alone = before is None or before.kind == "m" or before.low in ROUGHLY
        is_alone = is_alone or (before is not None and before.kind == "w" and self._is_resumed)
        return is_equal and is_alone and any(item.kind != "q" for item in behind)

    @property
    def _is_resumed(self) -> bool:
        """Return whether a second `as` has the period: `as many persons were granted asylum in 2023 as in 2022`."""
        line, ahead = self.line, range(self.at + 1, min(self.at + CLOSE, len(self.line.items) - 2))
        is_named = bool(stems(line.low(self.at + 1)) & self.known)
        return is_named and any(line.words(at, 2) == ["as", "in"] and line.kind(at + 2) == "p" for at in ahead)

    @property
    def is_passing(self) -> bool:
        """Return whether it is `exceeding`, `above` or `below`, behind which the value stands that it starts from."""
        return self.low in PASSING | {"below"}

    @property
    def is_level(self) -> bool:
        """Return whether it is that of `returned to the level of 2021`, `was back at its 2021 level`."""
        words = self.line.words(self.at + 1, 5)
        if self.low in {"similar", "equalled"}:
            return not (LEVELS | AMOUNTS | {"that"}).isdisjoint(words[:3])
        return self.low in {"returned", "back"} and words[:1] in (["to"], ["at"]) and not LEVELS.isdisjoint(words)

    @property
    def is_frequency(self) -> bool:
        """Return whether it is that of `complaints are becoming more frequent`."""
        before, behind = self.line.low(self.at - 1), self.line.low(self.at + 1)
        return before in BEING | {"becoming", "became", "become"} and behind in {"frequent", "common", "numerous"}

    @property
    def is_unmoved(self) -> bool:
        """Return whether it says that nothing changed: `remained stable`, `has not changed`."""
        return self.low in UNMOVED or self.is_level or (self.low in {"changed", "change"} and self.is_denied)

    @cached_property
    def is_denied(self) -> bool:
        """Return whether the sentence denies it: `did not fall`, `no increase`, `no more than in 2022`."""
        return bool(self._denial)

    @cached_property
    def is_half_denied(self) -> bool:
        """Return whether only a great change is denied: `no significant increase`, `did not fall below 300`."""
        is_extent = self.line.kind(self.at + 1) == "q" or self.line.low(self.at + 1) in _EXTENTS
        return is_extent or any(low not in BEING | _PASSED for low in self._denial[1:])

    @property
    def _denial(self) -> Sequence[str]:
        """Return the words from that which denies a word up to it."""
        line, at = self.line, self.at
        before = [low for one, low in enumerate(line.words(0, at)) if low != "that" or line.low(one + 1) != "of"]
        if line.low(0) == "neither" and "nor" in before and _SUBORDINATE.isdisjoint(before):
            return ["neither"]
        while at > line.clauses[self.at] and self.at - at < _FAR_DENIED:
            at -= 1
            if line.low(at) in _DENYING:
                return [] if line.low(at + 1) in _ONLY else line.words(at, self.at - at)
            if line.low(at) not in _DEGREES | BEING | _PASSED and not line.low(at).endswith("ly"):
                return []
        return []

    @cached_property
    def named_behind(self) -> Observed | None:
        """Return the figure that says how many `slightly fewer, namely 384` are."""
        line, at = self.line, self.at + 1
        while line.low(at) in _NAMELY:
            at += 1
        figure = self.figure_at(at)
        is_named = (
            self.low in MORE_OR_LONGER | LESS_OR_SHORTER
            and figure is not None
            and at > self.at + 1
            and line.low(at - 1) != ","
        )
        before = range(line.clauses[self.at], self.at)
        is_plain = all(line.items[one].kind in "pm" or line.low(one) in NOUN_STOPS | _DEGREES for one in before)
        return figure if is_named and is_plain else None

    @property
    def is_roughly(self) -> bool:
        """Return whether what is the same is so only nearly: `about the same number`, `remained relatively stable`."""
        return bool(ROUGHLY & {self.line.low(self.at - 1), self.line.low(self.at - 2)})

    def figure_at(self, at: int) -> Observed | None:
        """Return the figure whose item stands at an index."""
        return next((figure for figure in self.figures if figure.at == at), None)

    def span(self, *places: int) -> Span:
        """Return the characters from the first to the last of the word and some items beside it."""
        return (
            self.line.span_of(min(self.at, *places), max(self.at, *places))
            if places
            else self.line.span_of(self.at, self.at)
        )


def doubt_change(span: Span, end: Observed, at: tuple[Period, Number], base: tuple[Period, Number]) -> Doubt:
    """Return the question about words of change and the two values that contradict them.

    Args:
        span: of the words.
        end: the figure by which the question is known.
        at: the period that the change leads to, and its value.
        base: the period that it starts from, and its value.
    """
    values = {"value": shown_number(at[1]), "period": at[0], "base": shown_number(base[1]), "base_period": base[0]}
    return Doubt("RG433", span, end, values)
