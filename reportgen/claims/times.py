"""Read time expressions in prose, each with its place, its relation and the period it names.

`In 2023, …`, `between 2020 and 2023`, `as at 1 January 2024`, `by the end of 2023`, `since 2019`, `that year`. The
words are English and stand in `time_words`; periods in digits are read by `periods`, which the audit uses as well.

To ask whether a number and a period agree: `read_times(text)` gives what the text says, `governing.find_governors`
gives the expressions that hold for each number, and `fitting.fits(expression, Measured(period))` compares the two. A
typed number counts for "the same period" where its governor fits the period of the figure.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from reportgen.claims.model import PeriodKind, StatedPeriod
from reportgen.claims.passages import Span
from reportgen.claims.periods import read_period
from reportgen.claims.tokens import DASHES, Phrase, Token, by_word, low, stands, tokenize
from reportgen.languages.en import time_words as words
from reportgen.model import Period
from reportgen.regex import regex


class Relation(StrEnum):
    """How an expression relates its period to what happened."""

    WITHIN = "within"
    """`in 2023`, `during 2020–2023`, `between 2020 and 2023`, `that year`."""
    AT = "at"
    """`at the end of 2023`, `as at 1 January 2024`, `on 31 December 2023`."""
    BY = "by"
    """`by 2025`, `until May 2023`."""
    SINCE = "since"
    """`since 2019`, `from 2022 on`."""
    COMPARED = "compared"
    """`compared with 2022`, `than in 2022`: the time of what a figure is held against."""
    BEFORE = "before"
    """`before 2020`, `prior to 2020`."""
    AFTER = "after"
    """`after 2020`, `following 2020`."""
    OF_YEAR = "of year"
    """`the 2022 budget`: what holds the figures of that year."""
    ISSUED = "issued"
    """`the 2022 report`: what holds no figure of a later year."""
    OTHER = "other"
    """`around 2020`: the time of no figure."""


THINGS = frozenset({Relation.OF_YEAR, Relation.ISSUED})
"""The relations of what only holds figures of a time, and does not say when anything was."""


class TimeExpression(Struct, frozen=True):
    """One time in a text."""

    span: Span
    """Of the whole expression, with its preposition."""
    text: str
    relation: Relation
    periods: tuple[Period, ...] = ()
    """The period that it names; several for `in 2021 and 2022`; none where only the context tells."""
    day: dt.date | None = None
    """Of a date: the day, the end of a year as its last day."""
    meaning: str = ""
    """Of a time that is known from the context: one of the meanings in `time_words`."""
    years: int | None = None
    """How many years the past covers: 3 in `the past three years`."""

    @property
    def whole(self) -> Period | None:
        """All its periods as one, where they follow one another without a gap."""
        ordered = sorted(self.periods, key=lambda period: period.start)
        for one, other in pairwise(ordered):
            if other.start > next_month(one.end):
                return None
        return Period(ordered[0].start, ordered[-1].end) if ordered else None


def next_month(month: tuple[int, int]) -> tuple[int, int]:
    """Return the month after another one."""
    return (month[0] + 1, 1) if month[1] == 12 else (month[0], month[1] + 1)  # December


def read_times(text: str, tokens: Sequence[Token] | None = None) -> list[TimeExpression]:
    """Return the time expressions of a text, in the order of reading.

    Dates of acts ("the Act of 5 November 2022"), titles of plans ("Plan for 2023–2027"), symbols and years without a
    preposition ("the 2022 Act") are none.

    Args:
        text: plain text; several sentences may be read at once.
        tokens: its tokens, where the caller has them.
    """
    return list(_TimeReader(text, tokenize(text) if tokens is None else tokens).read())


_FAR = 14
"""Tokens from "since" to the time of what was adopted then."""


class _TimeReader(Struct, frozen=True, dict=True):
    """Reads the times of one text."""

    text: str
    tokens: Sequence[Token]

    def read(self) -> Iterator[TimeExpression]:
        at = 0
        while at < len(self.tokens):
            found = self._at(at)
            if found is None:
                at += 1
                continue
            expression, at = found
            if expression is not None:
                yield expression

    def low(self, at: int) -> str:
        return low(self.tokens, at)

    def _at(self, at: int) -> tuple[TimeExpression | None, int] | None:
        """Return the expression whose period begins at a token (None: a period that is no time), and where to go on."""
        if relative := self._relative(at):
            return relative
        period = read_period(self.text, self.tokens, at)
        if period is None or self.low(at + period[1]) in {"million", "billion", "thousand", "%"}:
            return None
        written, used = period
        if written.kind is PeriodKind.RELATIVE and written.years is None:
            return None
        if thing := self._thing(at, at + period[1], written):
            return thing
        first, relation = self._lead(at, written)
        is_aside = self.low(at - 1) in words.DETERMINERS or self.low(first - 1) == "since"
        if relation in {Relation.BEFORE, Relation.AFTER} and is_aside:
            relation = Relation.OTHER  # "after the 2021 elections", "since before 2020"
        if relation in {Relation.WITHIN, Relation.AT} and (since := self._since_made(first)) is not None:
            first, relation = since, Relation.SINCE
        if relation is None and (before := self._alone(at, at + used, written)) is not None:
            first, relation = at - before, Relation.WITHIN
            used += self.low(at - 1) in _OPENING and self.low(at + used) in _CLOSING
        if relation is None or self._is_title(first, relation, at + used) or self._quoted[at]:
            return None, at + used
        periods, end = self._listed(written, at + used)
        if self.low(end) == "academic" or self.low(end) in words.SPLIT_YEARS:
            end += 1 + (self.low(end + 1) == "year")
        return self._made(first, end, relation, written, periods), end

    # ---- what stands before the period ------------------------------------------------------------------------

    def _lead(self, at: int, written: StatedPeriod) -> tuple[int, Relation | None]:
        """Return the token with which the expression begins, and its relation; None where it has no preposition."""
        joined = self.low(at) in words.FROM
        before = at - 1
        while before >= 0:
            for phrase in _LEADS_BY_LAST.get(self.low(before), ()):
                first = before - len(phrase) + 1
                if stands(self.tokens, first, phrase):
                    relation = _LEADS[phrase]
                    if self.low(first - 1) in {"as", "than"} and relation is Relation.WITHIN:
                        return first, Relation.COMPARED
                    if relation is Relation.SINCE and self._is_record(first):
                        return first, Relation.OTHER
                    return first, Relation.WITHIN if joined else _of_date(relation, phrase, written)
            word = self.low(before)
            is_loose = word == "of" and self.low(before - 1) not in words.PERIOD_NOUNS
            is_filler = word in words.FILLERS or (word == "," and self.low(before - 1) in words.WEEKDAYS)
            if at - before > _FILLERS or is_loose or not is_filler:
                break
            before -= 1
        return at, Relation.WITHIN if joined else None

    def _since_made(self, at: int) -> int | None:
        """Return where `Since the adoption of the Act in 2021` begins, by its time; None where it is none."""
        since = next((before for before in range(at - 1, max(at - _FAR, -1), -1) if self.low(before) == "since"), None)
        between = range(at if since is None else since + 1, at)
        is_plain = all(self.tokens[place].kind == "w" for place in between)
        is_made = any(self.low(place) in words.MAKING | words.MADE for place in between)
        return since if is_plain and is_made else None

    def _thing(self, at: int, end: int, written: StatedPeriod) -> tuple[TimeExpression, int] | None:
        """Return what a year is the name of, where that holds figures: `the 2022 budget`, `According to 2022 data`."""
        noun, is_determined = self.low(end), self.low(at - 1) in words.DETERMINERS
        is_source = noun in words.OF_YEAR and (at == 0 or self.tokens[at - 1].text in {".", "to"})
        is_named = (is_determined or is_source) and not self._quoted[at]
        relation = Relation.ISSUED if noun in words.ISSUED else Relation.OF_YEAR
        if not is_named or written.kind is not PeriodKind.YEAR or noun not in words.ISSUED | words.OF_YEAR:
            return None
        if relation is Relation.OF_YEAR and self._lead(at, written)[1] is not None:
            return None  # "in the 2022 budget" says when
        first = at - is_determined
        return self._made(first, end + 1, relation, written, self._listed(written, end)[0]), end + 1

    def _is_title(self, first: int, relation: Relation, end: int) -> bool:
        """Return whether a span belongs to the title of a plan: `the National Plan on Youth for 2023–2027`.

        None is that of a figure: `a budget of 5,200 for 2024`, `the budget for 2024 was 5,200`.
        """
        if relation is not Relation.WITHIN or self.low(first) not in {"for", "from"}:
            return False
        if self.low(end) in words.BEING and self._is_figure(end + 1 + (self.low(end + 1) in {"at", "to"})):
            return False
        for before in range(first - 1, max(first - 9, -1), -1):
            if self._is_figure(before):
                return False
            if self.tokens[before].kind == "m" and self.low(before) not in {"“", "”", '"', "’"}:
                return False
            if self.low(before) in words.PLANS:
                return True
            if self.low(before) in words.AUXILIARIES:
                return False
        return False

    def _alone(self, at: int, end: int, written: StatedPeriod) -> int | None:
        """Return how many words before a year belong to it where it names a time without a preposition, else None.

        `The year 2023 saw …`, `2023 saw …`, `30 cases (2023)`, `2023: 30 cases`, `The 2023 total was …`.
        """
        before, behind = self.low(at - 1), self.low(end)
        sees = behind in words.SEEING and before in _OPENING | {"", ";"}  # "The first half of 2023 saw …"
        if written.kind not in {PeriodKind.YEAR, PeriodKind.SPAN}:
            return 0 if sees and written.kind is PeriodKind.PART else None
        if before in {"year", "period"}:
            return 2 if self.low(at - 2) == "the" and self.tokens[at - 2].text == "The" else None
        if before == "the" and self.tokens[at - 1].text == "The":
            after = self.low(end + 1)
            is_said = after in words.BEING or (after in {"of", "("} and self._is_figure(end + 2))
            return 1 if behind in words.AMOUNTS and is_said else None
        word = self.tokens[at - 2] if at > 1 else None
        if behind in _OPENING and before in {"and", ","} and self._is_figure(end + 1) and self.low(at - 2) in _CLOSING:
            return 0  # "In 2024 (12) and 2025 (14), …"
        if before in _OPENING and behind in _CLOSING and word is not None:
            is_noun = word.kind == "w" and (word.text.islower() or at == 2)  # "Arrests (2023)"
            return 1 if is_noun or self._is_figure(at - 2) else None
        if behind == ":" or behind in DASHES:
            is_first = before in _OPENING | {"", ";"} and low(self.tokens, end + 1).isdecimal() and behind == ":"
            is_next = before in _OPENING | {"", ";", ",", ":"} and self._is_figure(end + 1)
            return 0 if is_first or is_next else None
        return 0 if sees else None

    def _is_figure(self, at: int) -> bool:
        """Return whether a figure from data stands at a place: noughts in its stead, as `governing` reads a text."""
        return at < len(self.tokens) and self.tokens[at].kind == "n" and not self.tokens[at].low.strip("0")

    @cached_property
    def _quoted(self) -> list[bool]:
        """Return whether each token lies within quotation marks: `the project “Safe in 2023”`."""
        curled, straight, found = 0, False, []
        for token in self.tokens:
            curled = max(curled + (token.text == "“") - (token.text == "”"), 0)
            straight ^= token.text == '"'
            found.append(curled > 0 or straight)
        return found

    def _is_record(self, first: int) -> bool:
        """Return whether "since" says of when something is the first or the most: `the highest figure since 2012`."""
        for at in range(first - 1, max(first - 4, -1), -1):
            if self.low(at) in words.AUXILIARIES | {","}:
                return False
            if self.low(at).endswith("est") or self.low(at) in words.RECORDS:
                return True
        return False

    # ---- the period -------------------------------------------------------------------------------------------

    def _made(
        self, first: int, end: int, relation: Relation, written: StatedPeriod, periods: tuple[Period, ...]
    ) -> TimeExpression:
        span = Span(self.tokens[first].start, self.tokens[end - 1].end)
        text = span.of(self.text)
        if not periods:
            return TimeExpression(span, text, relation, meaning=words.RECENT, years=written.years)
        if written.kind is PeriodKind.DATE and periods[0].months > 1:  # "from the end of 2021 to the end of 2023"
            return TimeExpression(span, text, Relation.WITHIN, periods)
        split = any(self.low(at) in words.SPLIT_YEARS for at in range(first, end))
        if split and len(periods) == 1 and periods[0].end[0] == periods[0].start[0] + 1:
            periods = (Period((periods[0].start[0], 7), (periods[0].end[0], 6)),)
        return TimeExpression(span, text, relation, periods, _day(written))

    def _listed(self, written: StatedPeriod, end: int) -> tuple[tuple[Period, ...], int]:
        """Return the periods of a list, `2021, 2022 and 2023`, or from a day to another one; where it ends."""
        if written.first is None or written.last is None:
            return (), end
        periods = [Period(written.first, written.last)]
        while (joint := self._joint(end)) and (more := read_period(self.text, self.tokens, end + joint)):
            other, used = more
            is_date = written.kind is PeriodKind.DATE and self.low(end) in {"to", "until", "through"}
            is_list = written.kind in {PeriodKind.YEAR, PeriodKind.SPAN} and other.kind is PeriodKind.YEAR
            if other.first is None or other.last is None or other.first <= periods[-1].start:
                break
            if not (is_date or is_list):
                break
            if is_date:
                return (Period(periods[0].start, other.last),), end + joint + used
            if self.low(end) == "," and not self._goes_on(end + joint + used):
                break
            periods.append(Period(other.first, other.last))
            end += joint + used
        return tuple(periods), end

    def _joint(self, at: int) -> int:
        """Return how many tokens join two periods of a list at a place: `and in` where the first opens a sentence."""
        if self.low(at) in {"and", "or", "to", "until", "through"}:
            return 1 + (self.low(at + 1) == "in" and self.low(at - 3) in {"", "."})
        return (2 if self.low(at + 1) in {"and", "or"} else 1) if self.low(at) == "," else 0

    def _goes_on(self, at: int) -> bool:
        """Return whether a list of years goes on behind one, so that its comma was one of the list."""
        is_joined = self.low(at) in {",", "and", "or"}
        return is_joined and read_period(self.text, self.tokens, at + 1) is not None

    def _relative(self, at: int) -> tuple[TimeExpression | None, int] | None:
        """Return a time that is known from the context."""
        word = self.low(at)
        if word not in _RELATIVES:  # as most words
            return None
        known = (*_RELATIVES[word].get(self.low(at + 1), ()), *_RELATIVES[word].get("", ()))
        phrase = next((phrase for phrase in known if stands(self.tokens, at, phrase)), None)
        if not (meaning := words.RELATIVES[phrase] if phrase else self._other_part(at)):
            return None
        phrase = phrase or (word, self.low(at + 1))
        if meaning in words.PARTS_OF_YEAR and self.low(at + len(phrase)) == "of":
            return None  # of 2023, or of a trial
        if meaning in words.PARTS_OF_YEAR and (named := read_period(self.text, self.tokens, at)) and named[0].first:
            return None  # "the first half of 2023" names its year
        if meaning == words.EVERY and (self.low(at - 1) not in {"", ".", ";"} or self.low(at + 2) != ","):
            return None  # "a contest that is held every year"
        first, relation = self._lead(at, _RELATIVE)
        if relation is None:
            if meaning not in words.BARE or self.low(at - 1) in {"of", "to", "the"}:
                return None
            first, relation = at, Relation.SINCE if meaning == words.REPORTED else Relation.WITHIN
        end = at + len(phrase)
        span = Span(self.tokens[first].start, self.tokens[end - 1].end)
        return TimeExpression(span, span.of(self.text), relation, meaning=meaning), end

    def _other_part(self, at: int) -> str | None:
        """Return `second half` for `the second` at the end of `36 in the first half and 27 in the second`."""
        if self.low(at + 1) not in _ORDINALS or self.low(at + 2) not in _ENDS:
            return None
        before = (self.low(place) for place in range(at - 1, max(at - _FAR, 0), -1))
        meaning = f"{self.low(at + 1)} {next((word for word in before if word in _PARTED), '')}"
        return meaning if meaning in words.PARTS_OF_YEAR else None


_ORDINALS, _PARTED = map(frozenset, zip(*map(str.split, words.PARTS_OF_YEAR), strict=True))
_ENDS = frozenset({"", ".", ",", ";", ":", ")", "and"})
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_LETTER = regex(r"[A-Za-z]")
"""A year written with letters is told by its months: `from 1 January to 31 December 2023`."""
_FILLERS = 6
"""So many words may stand between a preposition and its period."""
_RELATIVE = StatedPeriod(PeriodKind.RELATIVE, "", Span(0, 0))
_RELATIVES: dict[str, dict[str, list[Phrase]]] = {}
"""Times that the context tells, by their first words and by the second, if any, the longer ones first."""
for _phrase in sorted(words.RELATIVES, key=lambda phrase: -len(phrase)):
    _RELATIVES.setdefault(_phrase[0], {}).setdefault("".join(_phrase[1:2]), []).append(_phrase)
_LEADS: dict[Phrase, Relation] = {
    phrase: relation
    for phrases, relation in (
        (words.COMPARING, Relation.COMPARED),
        (words.AS_AT, Relation.AT),
        (words.OTHER, Relation.OTHER),
        (words.BEFORE, Relation.BEFORE),
        (words.AFTER, Relation.AFTER),
        (words.BY, Relation.BY),
        (words.SINCE, Relation.SINCE),
        (words.AT, Relation.AT),
        (words.WITHIN, Relation.WITHIN),
    )
    for phrase in phrases
}
_LEADS_BY_LAST = by_word(sorted(_LEADS, key=len, reverse=True), -1)
"""Prepositions by their last words; a longer one stands before a shorter one."""


def _of_date(relation: Relation, phrase: tuple[str, ...], written: StatedPeriod) -> Relation | None:
    """Return the relation as the kind of the period has it: "from 1 January to 30 June 2023" lies within."""
    if phrase == ("from",) and written.kind is PeriodKind.YEAR and _LETTER.search(written.text):
        return Relation.WITHIN
    if phrase == ("from",) and written.kind not in {PeriodKind.YEAR, PeriodKind.DATE}:
        return Relation.WITHIN if written.kind is not PeriodKind.RELATIVE else Relation.COMPARED
    if relation is Relation.AT and phrase in {("on",), ("at",)} and written.kind is not PeriodKind.DATE:
        is_days = written.kind is PeriodKind.PART and written.text[:1].isdecimal()  # "on 4 and 5 March 2024"
        return Relation.WITHIN if is_days else None
    return relation


def _day(written: StatedPeriod) -> dt.date | None:
    """Return the day of a date; None for another period, and for 31 June, which is none."""
    if written.kind is not PeriodKind.DATE or written.first is None or written.day is None:
        return None
    try:
        return dt.date(*written.first, written.day)
    except ValueError:
        return None
