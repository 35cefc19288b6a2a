"""Place the numbers of a passage: each with the words around it, and with what part it can have in a relation.

A number says how much something changed (`an increase of 12 per cent`, `43 fewer`), is a share, or a value. Nothing
more is read of a sentence here: which numbers belong together is found by their arithmetic.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportgen.claims.forms.comparison import head_of
from reportgen.claims.model import Direction, Measure, Nearness, Quantity
from reportgen.languages.en.lexicon import CHANGE_NOUNS, DOWN, LESS, MORE, UP
from reportgen.languages.en.months import MONTH_NUMBERS
from reportgen.languages.words import word_set
from reportgen.published.audit.bounds import is_worked_out, unit_of
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_BY = "|".join(sorted(MORE | LESS, key=len, reverse=True))
BETTER = word_set("improved improvement gap difference")
"""Words of change that say nothing of direction: what improves is more literate, or dies less often; a gap."""
_PASSED = BETTER | word_set("exceeded exceeds exceeding surpassed outnumbered")
_UPWARD = UP | MORE | _PASSED
_CHANGING = UP | DOWN | _PASSED | {"up", "down"}
_CHANGED = "|".join(sorted(_CHANGING, key=len, reverse=True))
_BEHIND = "|".join(sorted(CHANGE_NOUNS | MORE | LESS | {"improvement"}, key=len, reverse=True))
_SMALL = (
    "and|or|to|of|in|were|was|the|compared|from|on|by|than|which|with|as|for|who|that|are|is|have|had|has|but|while|an?"
)
_CHANGED_BY = regex(
    rf"(?<!made )(?<!make )(?<!makes )(?<!making )"
    rf"\b({_CHANGED})(?: (?:of|by|by a further|of a|of some|of around|in \w++ of))?"
    rf"(?: (?:about|around|almost|nearly|approximately|roughly))?\s*+[(+–-]?\s*+$"
    rf"|\b({_CHANGED})\b[^,;()]{{0,60}}\bby(?: an? \w++)?\s*+$|\b({_BY}) by $"
)
"""What stands before an amount of change: `an increase of`, `rose by`, `down`, `exceeded the number of births by`."""
_BY_BEHIND = regex(
    rf"\)?\s*+(?:(?!(?:{_SMALL})\b)[a-z'’-]++ ){{0,2}}({_BEHIND})\b(?! (?:of|to|the age)\b)(?!(?<=above|below) $)"
)
"""What stands behind one: `12 per cent increase`, `169 babies fewer`, `1,022 (15 per cent) less`."""
_JOINT = regex(
    r"\s*(?:\(|–|\(or)\s*|[^.,;:()–]{0,40}?(?:,? or|,? (?:which is )?(?:equivalent|equal) to|,? i\.e\.)"
    r"(?: (?:about|approximately|around|almost|nearly|roughly|some))?\s*"
)
_COUNTED = regex(r" (?!in |of |for |to )[a-z-]++(?: [a-z-]++)? \(")
"""What stands between two amounts of one change: `1,022 (15 per cent)`, `169 births, equivalent to 16.1 per cent`."""
_MONTHS = "|".join(MONTH_NUMBERS)
_NO_COUNT = frozenset(MONTH_NUMBERS) | word_set("age aged class form grade level programme stage tier")
_NO_COUNT_BEHIND = regex(rf"\s*+(?:(?:{_MONTHS}|or more|or less|or fewer|or over|and over|and above|years?)\b|:$)")
"""A day of a month, an age, and a threshold (`five or more subjects`) are no counts."""
_AMOUNTS = frozenset({Measure.PER_CENT, Measure.POINTS, Measure.COUNT, Measure.MONEY})
_VALUES = frozenset({Measure.COUNT, Measure.MONEY, Measure.RATE})


_NO_VERB = (
    r"(?:(?!\b(?:is|was|were|are|has|had|have|stood|estimated|making|giving|totall?ing|bringing|comprising|including|namely"
    r"|to|by|at|and)\b)[^,;(])*"
)
BASE = regex(
    r"(?:\b(?:than|(?<!came )(?<!come )(?<!comes )from|compar(?:es|ed|ison) (?:to|with)|against|versus|vs?"
    r"|(?<!carried )over|as opposed to|relative to)"
    r"|(?:^[)\s]*|\b(?:(?:in|de)crease|rise|growth|fall|drop|decline|reduction|up|(?<!cracked )down|higher|lower|more)"
    r" )on)\b"
    rf"{_NO_VERB}(?:,? ?\((?:n ?= ?)?)?$"
    r"|\b(?:compared (?:to|with)|over|from|than|on|against) (?:the |that of )?"
    r"(?:(?:same|corresponding|similar) \w+|previous|last)[^;()]{0,40}? (?:when|which|where)\b[^,;()]{0,40}$"
    r"|\bsince [^;()]{0,30}? (?:when|which|where)\b[^,;()]{0,40}$"
    r"|^\s*(?:in the )?(?:last|previous|preceding) year,?(?: (?:in|for|during) the same (?:period|months?),?)? $"
)
"""What stands before the value that a change starts from."""
_BASE_BEHIND = regex(
    r"(?![^,;(]*\b(?:carried|left|remaining|brought)\b)[^,;(]{0,30}"
    r"\b(?:(?:last|previous) year|year (?:before|earlier)|a year ago)\b(?!,? (?:compared|up|down|against))"
)


_BASES = regex(r"\b(?:than|from|above|compar\w+|against|versus|vs?|year|ago|relative|since|on (?:19|20)\d\d)\b")
"""One of these stands where values are held against others: most passages have none."""


class PlacedNumber(Struct, eq=False):
    """A number of a passage."""

    quantity: Quantity
    at: int
    """Its place among the numbers of the passage."""
    sentence: int
    before: str
    """The words between the number before it and it, in its sentence, in small letters."""
    after: str
    """The words from it to the next number, likewise."""
    is_earlier: bool = False
    """Whether its words say that it is the value that another is held against: `compared with 40`."""
    word: str = ""
    """The word of change by which it is an amount of change; empty for a share and a value."""

    @property
    def is_relative(self) -> bool:
        """Return whether it is in per cent."""
        return self.quantity.measure is Measure.PER_CENT

    @property
    def is_share(self) -> bool:
        """Return whether it is in per cent and no amount of change."""
        return self.is_relative and not self.word and self.quantity.upper is None

    @property
    def is_value(self) -> bool:
        """Return whether it is a count, a sum of money or a rate, and no amount of change."""
        return _is_counted(self.quantity) and not self.word and self.quantity.upper is None

    @property
    def is_open(self) -> bool:
        """Return whether it has no other end, so that it is in a relation with anything: `more than 600`."""
        return self.quantity.nearness in _OPEN

    @property
    def direction(self) -> Direction:
        """Which way its word of change says that something went."""
        return Direction.UP if says_up(self.word) else Direction.DOWN

    def is_like(self, other: "PlacedNumber") -> bool:
        """Return whether it measures the same as another."""
        one, two = self.quantity, other.quantity
        return one.measure is two.measure and one.unit == two.unit

    def is_of(self, other: "PlacedNumber") -> bool:
        """Return whether it may count the same things as another: their nouns are one, or left out."""
        heads = {head_of(number.quantity.noun.lower()) for number in (self, other) if number.quantity.noun}
        return len(heads) < 2 or not heads.isdisjoint(_ANYBODY)


def _is_counted(quantity: Quantity) -> bool:
    """Return whether a quantity is a count, money, a rate, or of a unit that is none of time: `3.49 million tonnes`."""
    is_measured = quantity.measure is Measure.DURATION and bool(quantity.unit) and unit_of(quantity) not in _TIME
    return is_measured or quantity.measure in _VALUES


_TIME = word_set("minute hour day week month year decade century centurie")
_ANYBODY = frozenset(map(head_of, ("people", "persons", "victims", "deaths", "fatalities")))
"""What may be counted as murders, drowned, or dead."""


def says_up(word: str) -> bool:
    """Return whether a word of change says that something rose."""
    return word in _UPWARD


def place_numbers(passage: AuditPassage) -> list[PlacedNumber]:
    """Return the numbers of a passage in the order of the text, without those that count nothing."""
    placed = list(_placed(passage))
    if _BASES.search(passage.text):
        _mark_earlier(placed)
    placed = [number for number in placed if number.quantity.measure is not Measure.COUNT or not _is_no_count(number)]
    for at, one in enumerate(placed):
        one.at = at
        if (
            at and placed[at - 1].word and one.before.endswith(" over ")
        ):  # "an increase of 72 per cent over 0.88 million"
            one.quantity = replace(one.quantity, nearness=Nearness.EXACT)
        if one.quantity.measure in _AMOUNTS or _is_counted(one.quantity):
            one.word = _change_word(one)
    for one, other in pairwise(placed):
        if not other.word and other.before.endswith(" by ") and one.sentence == other.sentence:
            said = (_TO if _THAT_IS_BY.search(other.before) else _PASSING).search(one.before)
            other.word = said[1] if said is not None else ""
    for one, other in reversed([*pairwise(placed)]):
        are_joint = one.sentence == other.sentence and one.is_relative != other.is_relative
        are_joint = are_joint and Measure.POINTS not in {one.quantity.measure, other.quantity.measure}
        is_joined = _JOINT.fullmatch(one.after) or (other.is_relative and _COUNTED.fullmatch(one.after))
        word = one.word or other.word
        if are_joint and (word or not (one.is_earlier or other.is_earlier)) and is_joined:
            one.word = other.word = word
    return placed


_THAT_IS_BY = regex(r", (?:that is|i\.e\.),? by $")
_TO = regex(rf"\b({_CHANGED}) to (?:an? |the )?$")
"""What stands before an amount, and before the value in front of it: `raised to 1.8 million, i.e. by 20 per cent`."""
PASSING = word_set("exceed exceeds exceeded exceeding surpassed surpassing outnumbered outnumbering")
_PASSING = regex(rf"\b({'|'.join(PASSING)}) [^,;:.()]{{0,60}}\(?$")
"""What stands before a value that another is above by an amount: `exceeding the capacity of 900 by 120`."""


def _mark_earlier(placed: Sequence[PlacedNumber]) -> None:
    """Mark the values that others are held against, and all in their brackets.

    `(compared with 9, 2 of them women)`, `from 9 (2 of them women)`
    """
    depth, sentence, is_held, was_base, was_share = 0, -1, False, False, False
    for number in placed:
        if number.sentence != sentence:
            depth, sentence, is_held, was_base, was_share = 0, number.sentence, False, False, False
        depth = max(depth + number.before.count("(") - number.before.count(")"), 0)
        is_base = BASE.search(number.before) is not None and (not number.is_open or was_share)
        is_base = is_base or _is_of_its_year(number)
        is_held = depth > 0 and (is_held or is_base or (was_base and "(" in number.before))
        was_base, was_share = is_base, number.is_relative  # "fewer than 40", but "12 per cent over 40"
        number.is_earlier = is_held or is_base or _BASE_BEHIND.match(number.after) is not None


def _is_of_its_year(number: PlacedNumber) -> bool:
    """Return whether a value stands alone in brackets with its year, behind another: `725 of them (706 in 2016)`."""
    return number.before.endswith("(") and _OF_YEAR.match(number.after) is not None


_OF_YEAR = regex(r" (?:[a-z-]++ )?(?:in|for) (?:19|20)\d\d\)")


def _change_word(number: PlacedNumber) -> str:
    """Return the word of change by which a number is an amount; empty where none is."""
    before = number.before.replace("(", " ").split()
    found = None
    if before and (before[-1] == "by" or not _CHANGING.isdisjoint(before[-_NEAR:])):  # most have none: look first
        found = _CHANGED_BY.search(number.before) if not number.before.endswith("falls (") else None
    found = found or _BY_BEHIND.match(number.after)
    if found is None and number.quantity.measure in _SIGNED and (sign := _SIGN.search(number.before)):
        return "up" if "+" in sign[0] else "down"
    word = next(filter(None, found.groups()), "") if found else ""
    return "" if word in _APART and number.quantity.measure is not Measure.POINTS else word


_APART = word_set("gap difference")
"""Words of how far two shares are apart; `a gap of 80 per cent` is one."""
_SIGN = regex(r"\(([+–−-])$|(?:^|\s)(\+)$")
_SIGNED = frozenset({Measure.PER_CENT, Measure.POINTS})
"""What changed by an amount behind a sign alone: `(+0.9 points)`."""
_NEAR = 5
"""Words from a word of change to its amount: `an increase in value of`."""


def _placed(passage: AuditPassage) -> Iterator[PlacedNumber]:
    low, spans = passage.low, [one.span for one in passage.reading.quantities]
    sentence = 0
    for at, quantity in enumerate(passage.reading.quantities):
        while quantity.span.start >= passage.sentences[sentence].end:
            sentence += 1
        within = passage.sentences[sentence]
        first = max(within.start, spans[at - 1].end) if at else within.start
        last = min(within.end, spans[at + 1].start) if at + 1 < len(spans) else within.end
        before, after = low[first : quantity.span.start], low[quantity.span.end : last]
        yield PlacedNumber(as_printed(quantity), at, sentence, before, after)


def as_printed(quantity: Quantity) -> Quantity:
    """Return a quantity as exact where it is printed too finely to be rounded, whatever stands before it."""
    is_exact = quantity.nearness in _LOOSELY and is_worked_out(quantity)
    return replace(quantity, nearness=Nearness.EXACT) if is_exact else quantity


_LOOSELY = frozenset({Nearness.ABOUT, Nearness.AT_LEAST, Nearness.MORE_THAN, Nearness.AT_MOST})
"""How numbers are said that nobody has rounded: `at least 12,556 cases`."""
_OPEN = frozenset({Nearness.AT_LEAST, Nearness.MORE_THAN, Nearness.AT_MOST, Nearness.LESS_THAN})


def _is_no_count(number: PlacedNumber) -> bool:
    before = number.before.rstrip()
    is_named = (
        before.rstrip(".").rpartition(" ")[2] in _NO_COUNT or before.endswith(" one of") or number.before.endswith(":")
    )
    return is_named or _NO_COUNT_BEHIND.match(number.after) is not None


def around(numbers: Sequence[PlacedNumber], at: int) -> Sequence[PlacedNumber]:
    """Return the numbers that stand near to one."""
    return numbers[max(at - _AROUND, 0) : at + _AROUND + 1]


_AROUND = 12
"""Numbers on either side among which those of a relation are looked for: the time grows with the length alone."""


def groups(numbers: Sequence[PlacedNumber]) -> list[list[PlacedNumber]]:
    """Return numbers by what they measure."""
    found: dict[tuple[Measure, str], list[PlacedNumber]] = {}
    for number in numbers:
        found.setdefault((number.quantity.measure, number.quantity.unit), []).append(number)
    return list(found.values())
