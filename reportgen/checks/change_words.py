"""Words of change in sentences with figures from data, and whether they speak of those figures."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.finding import shown_number
from reportgen.checks.stated import head_of, stems
from reportgen.claims.forms.own_base import has_own_subject
from reportgen.claims.line import Line
from reportgen.claims.model import Measure
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import (
    AUXILIARIES,
    CHANGE_NOUNS,
    FACTORS_DOWN,
    FACTORS_UP,
    GOING,
    LESS,
    MORE,
    NOUN_STOPS,
    PASSING,
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
_LEVELS = word_set("level levels")
_DENYING = word_set("not no never neither nor without")
_ONLY = word_set("only just merely simply")
_DEGREES = word_set(
    "significant substantial major sharp notable great marked further real such far even still much slightly"
)
_PASSED = word_set("a an any yet")
_FAR_DENIED = 4
"""Items between a word and that which denies it: `has not been significantly higher`."""
_NAMELY = word_set(", : namely i.e. that is with at precisely exactly specifically only")
_ADVERBS = 2
"""Words between "has" and a participle: `has thus nearly halved`."""


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
    def latest(self) -> Observed:
        """Return the figure of the latest period."""
        return max(self.figures, key=lambda figure: figure.where[2].order)

    @property
    def is_up(self) -> bool:
        """Return whether it says that a value became larger."""
        return self.low in UP | MORE | PASSING | FACTORS_UP.keys() | RISEN

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
    def is_passing(self) -> bool:
        """Return whether it is `exceeding`, `above` or `below`, behind which the value stands that it starts from."""
        return self.low in PASSING | {"below"}

    @property
    def is_level(self) -> bool:
        """Return whether it is that of `returned to the level of 2021`, `was back at its 2021 level`."""
        words = self.line.words(self.at + 1, 5)
        return self.low in {"returned", "back"} and words[:1] in (["to"], ["at"]) and not _LEVELS.isdisjoint(words)

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
        """Return whether only a great change is denied: `no significant increase`, `did not fall further`."""
        return any(low not in _BEING | _PASSED for low in self._denial[1:])

    @property
    def _denial(self) -> Sequence[str]:
        """Return the words from that which denies a word up to it."""
        line, at = self.line, self.at
        while at > line.clauses[self.at] and self.at - at < _FAR_DENIED:
            at -= 1
            if line.low(at) in _DENYING:
                return [] if line.low(at + 1) in _ONLY else line.words(at, self.at - at)
            if line.low(at) not in _DEGREES | _BEING | _PASSED and not line.low(at).endswith("ly"):
                return []
        return []

    @cached_property
    def named_behind(self) -> Observed | None:
        """Return the figure that says how many `slightly fewer, namely 384` are."""
        line, at = self.line, self.at + 1
        while line.low(at) in _NAMELY:
            at += 1
        figure = self.figure_at(at)
        is_named = self.low in MORE | LESS and figure is not None and at > self.at + 1 and line.low(at - 1) != ","
        before = range(line.clauses[self.at], self.at)
        is_plain = all(line.items[one].kind in "pm" or line.low(one) in NOUN_STOPS | _DEGREES for one in before)
        return figure if is_named and is_plain else None

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
    line, at, low = word.line, word.at, word.low
    if word.is_as_many or word.is_same:
        return word.is_same and _is_same_of_another(word)
    if word.named_behind is not None:
        return False
    if word.is_passing:
        is_said = line.low(at - 1) in LEADS | _BEING | {"which"} or _has_subject(word)
        return not (is_said and _is_of_level(line, at + 1))
    if low in UNMOVED and line.low(at - 1) not in _BEING | {"not"}:
        return True  # "stable employment"
    if low.endswith("ing") and line.low(at + 1) in _COUNTED and line.low(at + 2) == "of":
        return not stems(line.low(at + 3)) & word.known  # "a growing number of victims"
    is_title = word.said.below and at == 0 and low in MORE | LESS
    if word.said.below and not is_title and (_is_wished(word) or not _is_said_of_list(word)):
        return True
    if low in CHANGE_NOUNS:
        return _is_noun_of_another(word)
    if is_title and stems(line.low(1)) & word.known:
        return not AUXILIARIES.isdisjoint(item.low for item in line.items)  # "Fewer victims", over their figures
    if low in MORE | LESS and line.low(at - 1) not in GOING:
        return _is_elsewhere(line, at + 1) or _is_more_of_another(word)
    return _is_elsewhere(line, at + 1) or not _has_subject(word)


def _is_more_of_another(word: ChangeWord) -> bool:
    """Return whether `more complaints than` counts something else, or `more` alone compares nothing."""
    line, at = word.line, word.at
    if line.low(at + 1) == "than" and line.low(at + 2) in FACTORS:
        return True  # "more than doubled"
    between = list(_until_than(line, at))
    end = at + len(between) + 1
    behind = stems(" ".join(line.words(end, len(line.items) - end)))
    is_bare = word.low not in {"up", "down"} and line.low(end) not in {"than", "("}
    return is_bare or any(not stems(line.low(place)) <= word.known | _COUNTING | behind for place in between)


def _is_noun_of_another(word: ChangeWord) -> bool:
    """Return whether `an increase in staff` names another thing, or `a decrease` stands apart from the figures."""
    line, at = word.line, word.at
    counted = _counted_behind(line, at)
    if counted and not stems(counted) <= word.known | _COUNTING:
        return True
    if has_own_subject(line, at):
        place = at + 2 + (line.low(at + 2) in {"the", "this", "that"})
        return not stems(line.low(place)) <= word.known | _COUNTING
    if line.low(at - 1) == "the" and line.low(at - 2) == "on":  # "is on the rise"
        return not _has_subject(word)
    is_named = line.low(at - 1) in {"a", "an", "the"}
    return is_named and line.low(at - 2) not in LEADS | _GIVEN | {"", "not"} and not _is_there(line, at)


def _counted_behind(line: Line, at: int) -> str:
    """Return what an increase `in the number of officers` counts; nothing where it does not say so."""
    place = at + 2 + (line.low(at + 2) == "the")
    if line.low(at + 1) not in {"in", "of"} or line.low(place) not in _COUNTED or line.low(place + 1) != "of":
        return ""
    return line.low(place + 2 + (line.low(place + 2) in {"the", "such", "these", "those"}))


_GIVEN = word_set("despite given notwithstanding considering reflecting following after to of with by")
"""Before `the increase in the number of cases`, which is told by the way."""


_COUNTED = word_set("number numbers figure figures total amount level rate share proportion percentage value it")
_COUNTING = stems(" ".join(_COUNTED)) | stems("persons people")


def _is_wished(word: ChangeWord) -> bool:
    """Whether the change that leads to a list is none that happened, or one of other years or of another clause."""
    return not word.said.words.isdisjoint(_NOT_HAPPENED) or not _APART.isdisjoint(word.line.words(word.at + 1, CLOSE))


_NOT_HAPPENED = word_set(
    "not no never should will shall would may might can could must aim aims aimed goal goals target targets plan plans"
    " planned planning expected intended hoped failed supposed projected forecast whether if without despite"
)
_APART = word_set("; until till before")


def _is_said_of_list(word: ChangeWord) -> bool:
    """Whether a change that leads to a list is said of nothing but what its figures count.

    `The number of victims fell:` and `Fall in the number of victims`, but not `The amount paid to victims fell:`,
    `Prison staff increased:` over persons in prison, or `Legal aid was extended:` over the expenditure on it.
    """
    line, at = word.line, word.at
    if word.low in CHANGE_NOUNS:
        is_aim = word.low in {"reduction", "cut"} and line.low(at + 1) == "of" and at == 0  # "Reduction of poverty"
        return line.low(at + 1) in {"in", "of"} and not is_aim and line.low(at - 1) not in {"its", "their"}
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
    """Whether a participle stands before a noun of its own: `increased penalties`, not `decreased sharply`."""
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
    if line.low(at - 1) in {"after", "having"} and at == 1:  # "After falling in 2022, the number of cases …"
        before = set(line.words(at + 1, CLOSE))
    return not _COUNTED.isdisjoint(before) or bool(stems(" ".join(before)) & word.known)


def _is_of_level(line: Line, at: int) -> bool:
    """Whether the value of a period stands at an index: `the level of 2021`, `that of 2021`, `2021 levels`."""
    at += line.low(at) in {"the", "its", "their"}
    is_level = line.low(at) in _LEVELS | AMOUNTS | {"that", "those"}
    return is_level or any(item.kind == "p" for item in line.items[at : at + 1])


def is_narrowed(word: ChangeWord) -> bool:
    """Return whether the first noun of a sentence is not what its figures count: `in the capital, cases rose`."""
    line, at = word.line, word.at
    first = max((one + 1 for one in range(at) if line.low(one) in {";", ":", "."}), default=0)
    places = range(at + 1, len(line.items)) if at - first <= 1 else range(first, at)
    nouns = (line.low(one) for one in places if line.items[one].kind == "w" and line.low(one) not in NOUN_STOPS)
    noun = next((noun for noun in nouns if noun not in _COUNTED | {"of"} and not noun.endswith("ly")), "")
    return not stems(noun) & word.known


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
