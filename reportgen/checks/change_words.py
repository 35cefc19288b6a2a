"""Words of change in sentences with figures from data, and whether they speak of those figures."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.finding import shown_number
from reportgen.checks.stated import head_of, stems
from reportgen.claims.forms.own_base import has_own_subject
from reportgen.claims.line import Line
from reportgen.claims.model import Measure
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import (
    CHANGE_NOUNS,
    FACTORS_DOWN,
    FACTORS_UP,
    GOING,
    LESS,
    MORE,
    NOUN_STOPS,
    UNMOVED,
    UP,
)
from reportgen.languages.words import word_set
from reportgen.model import Period
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
_BEING = word_set("was were is are remained remains been be stayed stood kept largely relatively fairly broadly almost")
_ROUGHLY = word_set("about roughly approximately almost nearly virtually practically broadly around")
_ADVERBS = 2
"""Words between "has" and a participle: `has thus nearly halved`."""


class ChangeWord(Struct, frozen=True):
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
    def latest(self) -> Observed:
        """Return the figure of the latest period."""
        return max(self.figures, key=lambda figure: figure.where[2].order)

    @property
    def is_up(self) -> bool:
        """Return whether it says that a value became larger."""
        return self.low in UP | MORE | FACTORS_UP.keys() | RISEN

    @property
    def is_as_many(self) -> bool:
        """Return whether it is `twice`, `three times` or `half`, before "as many as", "what", "the number" or so."""
        line, at, quantity = self.line, self.at, self.line.items[self.at].quantity
        if quantity is None or quantity.measure not in {Measure.TIMES, Measure.FRACTION}:
            return False
        if line.low(at + 1) == "as":
            return line.low(at + 2) in _MANY
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
        is_equal = self.low in _MANY and line.low(at - 1) == "as" and line.low(at + 1) == "as"
        before = line.items[at - 2] if at > 1 else None
        is_alone = before is None or before.kind == "m" or before.low in _ROUGHLY
        return is_equal and is_alone and any(item.kind != "q" for item in behind)

    @property
    def is_roughly(self) -> bool:
        """Return whether what is the same is so only nearly: `about the same number`, `remained relatively stable`."""
        return bool(_ROUGHLY & {self.line.low(self.at - 1), self.line.low(self.at - 2)})

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


def speaks_of_another(word: ChangeWord) -> bool:
    """Return whether the place of a word does not say that it speaks of the figures of its sentence."""
    line, at, low, known = word.line, word.at, word.low, word.known
    if word.is_as_many or word.is_same:
        return word.is_same and _is_same_of_another(word)
    if low in MORE | LESS and line.low(at + 1) == "than" and line.low(at + 2) in FACTORS:
        return True  # "more than doubled"
    if low in UNMOVED and line.low(at - 1) not in _BEING:
        return True  # "stable employment"
    if low.endswith("ing") and line.low(at + 1) in _COUNTED and line.low(at + 2) == "of":
        return not stems(line.low(at + 3)) & known  # "a growing number of victims"
    if word.said.below and (_is_wished(word) or not _is_said_of_list(word)):
        return True
    if low not in CHANGE_NOUNS and _is_elsewhere(line, at + 1):
        return True
    if low in CHANGE_NOUNS and has_own_subject(line, at):
        place = at + 2 + (line.low(at + 2) in {"the", "this", "that"})
        return not stems(line.low(place)) <= known | _COUNTING
    if low in MORE | LESS and line.low(at - 1) not in GOING:
        between = list(_until_than(line, at))
        is_bare = low not in {"up", "down"} and line.low(at + len(between) + 1) not in {"than", "("}
        return is_bare or any(not stems(line.low(place)) <= known | _COUNTING for place in between)
    is_trend = line.low(at - 1) == "the" and line.low(at - 2) == "on"  # "is on the rise"
    if low in CHANGE_NOUNS and line.low(at - 1) in {"a", "an", "the"} and not is_trend:
        return line.low(at - 2) not in LEADS | {""} and not _is_there(line, at)
    return (low not in CHANGE_NOUNS or is_trend) and not _has_subject(word)


_COUNTED = word_set("number numbers figure figures total amount level rate share proportion percentage value it")
_COUNTING = stems(" ".join(_COUNTED)) | stems("persons people")


def _is_wished(word: ChangeWord) -> bool:
    """Return whether the change that leads to a list is none that happened, or one of other years or another clause."""
    return not word.said.words.isdisjoint(_NOT_HAPPENED) or not _APART.isdisjoint(word.line.words(word.at + 1, CLOSE))


_NOT_HAPPENED = word_set(
    "not no never should will shall would may might can could must aim aims aimed goal goals target targets plan plans"
    " planned planning expected intended hoped failed supposed projected forecast whether if without despite"
)
_APART = word_set("; until till before")


def _is_said_of_list(word: ChangeWord) -> bool:
    """Return whether a change that leads to a list is said of nothing but what its figures count.

    `The number of victims fell:` and `Fall in the number of victims`, but not `The amount paid to victims fell:`,
    `Prison staff increased:` over persons in prison, or `Legal aid was extended:` over the expenditure on it.
    """
    line, at = word.line, word.at
    if word.low in CHANGE_NOUNS:
        return line.low(at + 1) in {"in", "of"} and line.low(at - 1) not in {"its", "their"}
    is_agent = line.low(at + 1) == "by" and all(item.kind != "q" for item in line.items[at + 2 : at + 3])
    if is_agent or (word.low.endswith("ed") and _is_attribute(line, at)):
        return False  # "raised by some", "cases of trafficking and increased penalties"
    begin = 0 if line.clauses[at] == at else line.clauses[at]  # "Average monthly wage, decreasing since 2021"
    first = max((one + 1 for one in range(begin, at) if line.low(one) in _BREAKING), default=begin)
    words = [low for low in line.words(first, at - first) if not low.endswith("ly") and low not in _BEING | GOING]
    said = stems(" ".join(words))
    label = word.said.indicator(word.figures[0]).label or ""
    if not said <= word.known | _COUNTING | _MASSES or not _EACH_OF.isdisjoint(words):
        return False
    is_counted = not _COUNTED.isdisjoint(words)
    is_passive = not _PASSIVE.isdisjoint(line.words(max(at - 2, 0), min(at, 2))) and word.low.endswith("ed")
    return is_counted or bool(said & (head_of(label) if is_passive else word.known))


_BREAKING = word_set("and but while whereas that as if because since who which whose where when although")
_EACH_OF = word_set("per each every")
_MASSES = stems("mortality population prevalence expenditure spending total annual overall average reported registered")
"""Words by which a series goes beside those of its label: `maternal mortality`, `the prison population`."""
_PASSIVE = word_set("was were been be being is are")


def _is_attribute(line: Line, at: int) -> bool:
    """Return whether a participle stands before a noun of its own: `increased penalties`, not `decreased sharply`."""
    behind = line.items[at + 1 : at + 2]
    low = line.low(at + 1)
    return any(item.kind == "w" for item in behind) and low not in NOUN_STOPS | _TIMES and not low.endswith("ly")


def _has_subject(word: ChangeWord) -> bool:
    """Return whether the words before a verb of change name what the figures of its sentence count.

    They may stand before what was inserted: `the number of victims, 348 in 2023, has risen`, `…, 348 in 2023, rose`.
    """
    line, at = word.line, word.at
    is_perfect = not {"has", "have", "had"}.isdisjoint(line.words(max(at - 1 - _ADVERBS, 0), min(at, 1 + _ADVERBS)))
    begin = 0 if is_perfect or line.clauses[at] == at else line.clauses[at]
    before = {item.low for item in line.items[max(begin, at - CLOSE) : at] if item.kind == "w"}
    if word.low in FACTORS and word.low.endswith("ing") and begin and before <= _ROUGHLY | {"more", "than", "thus"}:
        return True  # "rose in 2023, more than doubling compared with 2022"
    return not _COUNTED.isdisjoint(before) or bool(stems(" ".join(before)) & word.known)


def _is_same_of_another(word: ChangeWord) -> bool:
    """Return whether `the same number of staff as in 2022` names another thing, or is only said by the way."""
    line, at = word.line, word.at
    if word.low != "same":
        return False
    if line.low(at + 1) in AMOUNTS and line.low(at + 2) == "of":
        first = at + 3
        noun = range(first, next((place for place in range(first, len(line.items)) if line.low(place) in _ENDS), first))
        return not noun or any(not stems(line.low(place)) <= word.known | _COUNTING for place in noun)
    before = at - 2 - (line.low(at - 2) in _ROUGHLY | {"at"})
    return line.low(before) not in LEADS | _BEING or (line.low(before) in _BEING and not _has_subject(word))


_ENDS = word_set("as ( , . was were is are")


def _is_elsewhere(line: Line, at: int) -> bool:
    """Return whether `in` with a place or a group is at an index: `fell in urban areas`, not `rose in recent years`."""
    behind = line.items[at + 1 : at + 2]
    is_place = line.low(at) in {"in", "among"} and any(item.kind == "w" for item in behind)
    return is_place and _TIMES.isdisjoint(line.words(at + 1, 3))


_TIMES = word_set(
    "total number recent past last course comparison relation real absolute relative period year years months following"
    " previous preceding same first second third quarter half reporting nominal both each any every parallel"
)


def _is_there(line: Line, at: int) -> bool:
    return line.low(at - 2) in {"was", "is", "been"} and line.low(at - 3) in {"there", "has"}


def _until_than(line: Line, at: int) -> Iterator[int]:
    """Yield the words and the periods between `more` and `than`."""
    for place in range(at + 1, min(at + CLOSE, len(line.items))):
        if line.items[place].kind not in "wp" or line.low(place) in BASES:
            return
        yield place
