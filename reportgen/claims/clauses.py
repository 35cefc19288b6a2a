"""Find the figures, the times and the boundaries of clauses in each sentence of a text.

Nothing here is a grammar of English. What is used is what written English marks: commas, semicolons, brackets, and a
few words that open clauses (`time_words`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from reportgen.claims.passages import Span, sentences
from reportgen.claims.times import THINGS, Relation, TimeExpression, read_times
from reportgen.claims.tokens import Phrase, Token, by_word, low, stands, tokenize
from reportgen.languages.en import time_words as words
from reportgen.languages.en.numerals import SCALES, TENS, UNITS_IN_WORDS
from reportgen.model import Period
from reportgen.regex import regex
from reportgen.remembering import remembered

_NUMBER_WORDS = (UNITS_IN_WORDS.keys() | TENS.keys() | SCALES.keys() | {"hundred"}) - {"one", "zero"}
_STOPS = frozenset(";:")
_FAR = 14
"""Tokens between a figure and the words that say what kind of value it is."""
_DASHES = frozenset("–—")
_PARTS, _COMPARING = by_word(words.PARTS), by_word((*words.COMPARING, words.PREVIOUSLY))


def masked(text: str, figures: Sequence[Span]) -> str:
    """Return the text with noughts in place of figures, so that no figure is read as a year or a day."""
    pieces, end = [], 0
    for span in sorted(figures):
        pieces += [text[end : span.start], "0" * (span.end - span.start)]
        end = span.end
    return "".join([*pieces, text[end:]])


class TimedSentence(Struct, frozen=True, dict=True):
    """One sentence with its tokens; places are indexes of tokens."""

    span: Span
    tokens: Sequence[Token]
    figures: dict[int, Span]
    """The figures by their places."""
    times: dict[int, TimeExpression]
    """The time expressions by the places where they begin."""
    ends: dict[int, int] = {}
    """The places behind the expressions, by where they begin."""

    def low(self, at: int) -> str:
        """Return the word or mark at a place; nothing outside."""
        return low(self.tokens, at)

    # ---- brackets and segments --------------------------------------------------------------------------------

    @cached_property
    def depths(self) -> list[int]:
        """Within how many brackets each token stands."""
        depth, found = 0, []
        for token in self.tokens:
            depth += token.text in {"(", "["}
            found.append(depth)
            depth -= token.text in {")", "]"} and depth > 0
        return found

    def segment(self, at: int) -> tuple[int, int]:
        """Return the stretch between semicolons, or brackets, round a place: its first and the one behind."""
        return self._segments[at]

    @cached_property
    def _segments(self) -> list[tuple[int, int]]:
        """The segment of each token, found in one pass: a semicolon ends those of its own depth and below."""
        numbers: list[int] = []
        open_: list[int] = []
        ranges: dict[int, tuple[int, int]] = {}
        for at, depth in enumerate(self.depths):
            del open_[depth + 1 :]
            while len(open_) <= depth:
                open_.append(len(ranges))
                ranges[open_[-1]] = (at, at)
            number = open_[depth]
            if self.low(at) == ";":
                del open_[depth:]
            else:
                ranges[number] = (ranges[number][0], at + 1)
            numbers.append(number)
        return [ranges[number] for number in numbers]

    # ---- numbers ----------------------------------------------------------------------------------------------

    @cached_property
    def within_times(self) -> frozenset[int]:
        """The places that belong to time expressions."""
        return frozenset(at for first, end in self.ends.items() for at in range(first, end))

    def is_number(self, at: int) -> bool:
        """Return whether a figure from data, or a typed number that is no time, stands at a place."""
        if at in self.figures:
            return True
        if not 0 <= at < len(self.tokens) or at in self.within_times:
            return False
        return self.tokens[at].kind == "n" or self.tokens[at].low in _NUMBER_WORDS

    def has_number(self, first: int, end: int) -> bool:
        """Return whether a number stands between two places."""
        return any(self.is_number(at) for at in range(first, end))

    def ends_change(self, figure: int) -> bool:
        """Return whether a figure is what something came to: `rose from 14 to 50 between 2017 and 2023`."""
        if self.low(figure - 1) in words.REACHING:
            return True
        if self.low(figure - 1) not in {"to", "by", "at", "("}:
            return False
        return any(self.changes(at) for at in range(max(figure - 14, 0), figure))

    def changes(self, at: int) -> bool:
        """Return whether a word says that something changed: `rose`, `was down by a fifth`, `bringing the total`."""
        is_by = self.low(at) in words.UP_OR_DOWN and self.low(at - 1) in words.AUXILIARIES
        is_by |= self.low(at) in words.TURNING and self.low(at + 1) in words.TURNED
        return is_by or self.low(at) in words.CHANGING or (self.low(at) in words.BRINGING and self.low(at + 1) == "the")

    def is_extreme(self, figure: int) -> bool:
        """Return whether a figure is of one of several years: `ranged from 14 to 50`, `the highest number … was 50`."""
        first = max(self.segment(figure)[0], figure - _FAR)
        return any(self._tells_extreme(at, figure) for at in range(first, figure))

    def _tells_extreme(self, at: int, figure: int) -> bool:
        word = self.low(at)
        if word in words.RANGING and self.low(at + 1) in {"from", "between", "at", "around"}:
            return True
        if word in words.EXTREMES:  # "the highest number of cases in a year was 50", not "the highest courts"
            return any(self.low(place) in words.TOTALS for place in range(at + 1, at + 4))
        if word in words.PASSING:
            return any(self.low(place) in words.DENYING for place in range(at - 4, at))
        is_bound = (word, self.low(at + 1)) in words.BOUNDS and at + 2 + (self.low(at + 2) == "than") == figure
        places = range(*self.segment(figure))
        return is_bound and any(self.low(one) in words.EACH and self.low(one + 1) == "year" for one in places)

    def ends_pair(self, figure: int) -> bool:
        """Return whether a figure is one of two in brackets behind a change: `grew from 2021 to 2025 (14 and 50)`."""
        before, behind = range(figure - 1, max(figure - _FAR, -1), -1), range(figure + 1, figure + _FAR)
        first = next((at for at in before if self.low(at) in {"(", ")"}), 0)
        last = next((at for at in behind if self.low(at) == ")"), 0)
        numbers = [at for at in range(first, last) if self.is_number(at)]
        is_pair = self.low(first) == "(" and len(numbers) == 2 and self.low(numbers[1] - 1) == "and"  # first and last
        return is_pair and any(self.low(at) in words.CHANGING for at in range(max(first - _FAR, 0), first))

    def place_in_order(self, figure: int) -> int | None:
        """Return the place of a figure in a list whose years stand in the same order: where "respectively" says so."""
        first, end = self.segment(figure)
        if not any(self.low(at) == "respectively" for at in range(first, end)):
            return None
        return sum(self.is_number(at) for at in range(first, figure))

    # ---- clauses ----------------------------------------------------------------------------------------------

    def starts(self, at: int) -> str:
        """Return what opens a clause of its own at a place: "part", "held" (a comparison), "apart"; else nothing."""
        if self._phrase(_PARTS, at):
            is_part = self.low(at) not in {"of", "with"} or self.low(at - 1) in {",", "(", "–", "and"}
            return "part" if is_part else ""
        if phrase := self._phrase(_COMPARING, at):
            follows = at + len(phrase)
            is_held = phrase not in words.COMPARING_NUMBERS or self.is_number(follows) or follows in self.times
            return "held" if is_held and self.low(at - 1) != "later" else ""  # "no later than 2023"
        if self.low(at) == "from" and self.is_number(at + 1) and self.low(at - 1) != "to":
            return "held" if self._reaches_to(at) else ""
        return "apart" if self.low(at) in words.APART and at not in self.within_times else ""

    def _phrase(self, phrases: Mapping[str, Sequence[Phrase]], at: int) -> Phrase:
        return next((phrase for phrase in phrases.get(self.low(at), ()) if stands(self.tokens, at, phrase)), ())

    def _reaches_to(self, at: int) -> bool:
        """Return whether "from NUMBER" goes on with "to NUMBER"."""
        for place in range(at + 2, min(at + 14, len(self.tokens))):
            if self.low(place) == "to" and (self.is_number(place + 1) or self.low(place + 1) in words.DETERMINERS):
                return True
            if self.low(place) in _STOPS | {"(", ")", ","}:
                return False
        return False

    @cached_property
    def held(self) -> frozenset[int]:
        """The places that stand in a comparison, to the next comma or the end of its brackets: `(compared with 90)`."""
        found: set[int] = set()
        for at in range(len(self.tokens)):
            if at in found or self.starts(at) != "held":
                continue
            places = range(at + 1, len(self.tokens))
            found.update(range(at, next((place for place in places if self._closes(place, at)), len(self.tokens))))
        return frozenset(found)

    def _closes(self, at: int, start: int) -> bool:
        """Return whether a comparison that begins at a place ends before another."""
        if self.low(start) == "from" and self.low(at) == "to" and at not in self.within_times:
            return True
        if self.low(at) == ",":
            return not self.depths[start] and not self.is_number(at + 1)
        return (self.low(at) in _STOPS and not self.depths[start]) or self.depths[at] < self.depths[start]

    # ---- openers ----------------------------------------------------------------------------------------------

    @cached_property
    def openers(self) -> dict[int, str]:
        """The times that open a clause, with the word that joins it on (nothing for a main clause)."""
        return {at: word for at in self.times if (word := self._opening(at)) is not None}

    def _opening(self, first: int) -> str | None:
        """Return the word before a time that opens a clause: `while` in `…, while in 2023, 40 …`; else None."""
        at, comma = first - 1, False
        while at >= 0 and self.low(at) in words.ADVERBS | {","}:
            comma |= self.low(at) == ","
            at -= 1
        if at < 0 or self.low(at) in _STOPS | _DASHES | {"(", "["}:
            return ""
        end = self.ends[first]
        if self.low(at) in words.JOINING:
            is_list = at in self.ends.values() and not (self.is_number(end) or self.low(end) == ",")
            return None if is_list else self.low(at)
        last = self.segment(first)[1]
        return "" if comma and self.has_number(end, last) and not self._trails(first) else None

    def _trails(self, first: int) -> bool:
        """Return whether a time after a comma trails a number: `300, in 2023 alone, and 200 …`."""
        at = self.ends[first] + (self.low(self.ends[first]) == "alone")
        is_ended = self.low(at) in {"and", ")"} or (self.low(at) == "," and self.low(at + 1) in {"and", "but"})
        return is_ended and self.has_number(max(first - 6, 0), first)


def read_sentences(text: str, figures: Sequence[Span]) -> Iterator[TimedSentence]:
    """Yield the sentences of a text.

    Args:
        text: the text of one paragraph, item or cell.
        figures: the figures in it, in the order of reading.
    """
    plain = masked(text, figures)
    ordered = sorted(figures)
    for span in sentences(plain):
        own = ordered[bisect_left(ordered, (span.start, 0)) : bisect_left(ordered, (span.end, 0))]
        tokens = tokenize(plain, span.start, span.end)
        if len(tokens) > SENTENCE_TOKENS:
            continue
        places = {token.start: at for at, token in enumerate(tokens)}
        behind = {token.end: at + 1 for at, token in enumerate(tokens)}
        times = {places[time.span.start]: time for time in read_times(plain, tokens)}
        ends = {at: behind[one.span.end] for at, one in times.items()}
        yield TimedSentence(span, tokens, _placed(tokens, own), times, ends)


def _placed(tokens: Sequence[Token], figures: Sequence[Span]) -> dict[int, Span]:
    """Return the figures by the tokens in which they begin."""
    found: dict[int, Span] = {}
    for span in figures:
        at = bisect_right(tokens, span.start, key=lambda token: token.start) - 1
        if at >= 0 and span.start < tokens[at].end:
            found[at] = span
    return found


def find_baselines(text: str, figures: Sequence[Span]) -> list[tuple[TimeExpression, ...]]:
    """Return for each figure the times with which its clause compares: `Compared with 2020, it …`.

    Args:
        text: the text of one paragraph, item or cell, as printed.
        figures: the figures in it, in the order of reading.
    """
    return list(_find_baselines(text, tuple(figures)))


@remembered(20_000)
def _find_baselines(text: str, figures: tuple[Span, ...]) -> tuple[tuple[TimeExpression, ...], ...]:
    found: dict[Span, tuple[TimeExpression, ...]] = dict.fromkeys(figures, ())
    lowered = text.lower()
    for sentence in read_sentences(text, figures) if any(word in lowered for word in _BASELINES) else ():
        named = [at for at, one in sentence.times.items() if one.periods and one.text.lower().startswith(_BASELINES)]
        for at, span in sentence.figures.items() if named else ():
            first, end = sentence.segment(at)
            found[span] = tuple(sentence.times[place] for place in named if first <= place < end)
    return tuple(found[span] for span in figures)


_BASELINES = ("compared ", "in comparison ", "by comparison ", "relative ")
SENTENCE_TOKENS = 1_000
"""No sentence is longer: what is, is a list of figures without stops, and looking round each would take for ever."""
SIDES = frozenset({Relation.BEFORE, Relation.AFTER})
COUNTED = frozenset({Relation.WITHIN, Relation.AT, Relation.BY, Relation.SINCE}) | SIDES
"""The relations of times that can be those of a figure."""


# ---- the clause of a figure -----------------------------------------------------------------------------------

REACH = 80
"""So many words after a figure its time is looked for, and so far its clause may go."""


def clause_bounds(sentence: TimedSentence, figure: int) -> tuple[int, int]:
    """Return the stretch round a figure between words that join clauses."""
    first, last = sentence.segment(figure)
    first, last = max(first, figure - REACH), min(last, figure + REACH)
    start, end = figure, figure + 1
    while start > first and not _joins(sentence, start - 1):
        start -= 1
    while end < last and not _joins(sentence, end):
        end += 1
    return start, end


def _joins(sentence: TimedSentence, at: int) -> bool:
    """Return whether a word joins two clauses: `, and 30 …`, `and the courts …`; not in `women and men`."""
    low = sentence.low(at)
    if low in {"and", "but"}:
        return sentence.low(at - 1) == "," or sentence.low(at + 1) in words.DETERMINERS or sentence.is_number(at + 1)
    return low in words.APART or low == ":"


def clause_start(sentence: TimedSentence, at: int, first: int) -> int:
    """Return where the words before a time begin that belong to it: `the number of requests received in 2023`."""
    while at > first and sentence.low(at - 1) not in {",", ":", "("} and sentence.low(at - 1) not in words.JOINING:
        at -= 1
    return at


def bare_year(sentence: TimedSentence, at: int) -> TimeExpression | None:
    """Return the time of a year that stands alone at a place; None where none does."""
    year, span = sentence.tokens[at].text, Span(sentence.tokens[at].start, sentence.tokens[at].end)
    return TimeExpression(span, year, Relation.WITHIN, (Period.of_year(int(year)),)) if _YEAR.fullmatch(year) else None


_YEAR = regex(r"(?:19|20)\d\d")


def is_planned(sentence: TimedSentence, figure: int) -> bool:
    """Return whether the clause of a figure speaks of what is to come."""
    first, end = clause_bounds(sentence, figure)
    return any(
        sentence.low(at) in words.PLANNED
        or (sentence.low(at) in {"is", "are"} and sentence.low(at + 1) == "to" and not sentence.is_number(at + 2))
        for at in range(first, end)
    )


def counts_another(sentence: TimedSentence, start: int, at: int, figure: int) -> bool:
    """Return whether a time is that of another number before it, of which a figure behind it is no part.

    A part is `Of the 90 persons helped in 2024, 12 were women`, `The 90 persons helped in 2024 included 12 women`.

    Args:
        sentence: with its times.
        start: where the words before the time begin that belong to it.
        at: the place of the time.
        figure: the place of the figure.
    """
    end = sentence.ends[at]
    is_whole = sentence.low(start) in words.WHOLES and any(sentence.low(place) == "," for place in range(end, figure))
    is_part = (is_whole or sentence.low(end) in words.HOLDING) and not sentence.has_number(end, figure)
    return sentence.has_number(start, at) and not is_part


def thing_before(sentence: TimedSentence, figure: int, first: int) -> TimeExpression | None:
    """Return the thing of a year from which a figure comes: `The 2022 budget provided …`; None where none is named.

    Args:
        sentence: with its times.
        figure: the place of the figure.
        first: the place from which on it is looked for.
    """
    named = [at for at, one in sentence.times.items() if one.relation in THINGS and first <= at < figure]
    near = [at for at in named if at not in sentence.held and not sentence.has_number(sentence.ends[at], figure)]
    return sentence.times[near[-1]] if near else None
