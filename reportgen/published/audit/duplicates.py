"""Paragraphs and long sentences that stand twice, word for word or nearly.

Runs of words that stand in two paragraphs are found by the hash of every few words in a row, so that the time grows
with the length of the document. Runs that stand in many paragraphs are formulas, and are passed over.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, compress, count, islice
from operator import ne
from typing import NamedTuple

from msgspec import Struct

from reportgen.claims.passages import Span
from reportgen.diagnostics import Severity
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_WORD = regex(r"[^\W_]++")
_RUN = 10
"""Words in a row that two paragraphs must share before anything is compared: shorter runs are names of laws."""
_LONG = 18
"""Words of a run that alone is a duplicate, where it is most of a sentence or two."""
_SHARE = 0.6
"""Of the shorter paragraph, how much must stand in the other."""
_FORMULA = 3
"""A run in more paragraphs than this is a formula."""
_LEAST = 12
"""Words of a paragraph that is compared at all."""


class _Words(Struct, frozen=True, dict=True):
    passage: AuditPassage
    words: list[str]
    """In small letters."""
    firsts: list[int]
    """For each sentence, the index of its first word; and how many words there are."""

    @cached_property
    def titles(self) -> list[tuple[int, int]]:
        """Where the titles of articles and the quotations in it stand."""
        text = self.passage.text
        if "(" not in text and "“" not in text:  # as most: to look through all of it takes as long as to compare it
            return []
        return [match.span() for match in _TITLE.finditer(text)]

    def span_of(self, first: int, length: int) -> Span:
        """Return the characters of a run of its words."""
        sentence = bisect_right(self.firsts, first) - 1
        skipped = first - self.firsts[sentence]
        words = _WORD.finditer(self.passage.text, self.passage.sentences[sentence].start)
        run = list(islice(words, skipped, skipped + length))
        return Span(run[0].start(), run[-1].end())


def _read(passage: AuditPassage) -> _Words:
    words: list[str] = []
    firsts = [0]
    for sentence in passage.sentences:
        words += _WORD.findall(passage.low, sentence.start, sentence.end)
        firsts.append(len(words))
    return _Words(passage, words, firsts)


class _SharedRun(NamedTuple):
    """Words in a row that two passages share."""

    first: int
    """The index of its first word in the later passage."""
    other: int
    """The same in the earlier passage."""
    length: int


def check_duplicates(passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield every passage that says again what an earlier one said."""
    texts = [text for text in map(_read, passages) if len(text.words) >= _LEAST]
    hashes = [list(map(hash, zip(*(text.words[at:] for at in range(_RUN)), strict=False))) for text in texts]
    again = {value for value, times in Counter(chain.from_iterable(hashes)).items() if times > 1}
    seen: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, text in enumerate(texts):
        repeated = list(compress(enumerate(hashes[index]), map(again.__contains__, hashes[index])))
        shared: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for at, value in repeated:
            for other, place in seen[value]:
                shared[other].append((at, place))
        for other, places in sorted(shared.items()):
            if (found := _finding(texts[other], text, places)) is not None:
                yield found
                break
        for at, value in repeated:
            seen[value].append((index, at))
            if len(seen[value]) > _FORMULA:
                again.discard(value)  # of a formula no more is asked


def _runs(one: _Words, other: _Words, places: Iterable[tuple[int, int]]) -> list[_SharedRun]:
    """Return the longest runs that a passage shares with an earlier one.

    Args:
        one: the earlier passage.
        other: the later one.
        places: where words stand in the later and in the earlier passage whose hashes are the same, in their order.
    """
    runs: list[_SharedRun] = []
    end = 0
    for at, place in places:
        if at < end:
            continue
        differ = map(ne, other.words[at:], one.words[place:])
        length = next(compress(count(), differ), min(len(other.words) - at, len(one.words) - place))
        if length >= _RUN:  # else their hashes are the same by chance
            runs.append(_SharedRun(at, place, length))
            end = at + length
    return runs


def _finding(one: _Words, other: _Words, places: Iterable[tuple[int, int]]) -> AuditFinding | None:
    """Return the finding that the later of two passages repeats most of the shorter one, or a long run; else None."""
    runs = _runs(one, other, places)
    if not runs:
        return None
    shared = sum(run.length for run in runs)
    longest = max(runs, key=lambda run: run.length)
    shorter = min(len(one.words), len(other.words))
    is_much = shared >= _SHARE * shorter or longest.length >= _LONG or _is_sentence(other, longest)
    if not is_much or one.passage.block == other.passage.block or _is_of_numbers(other, longest):
        return None
    is_lead = longest.first + longest.length <= other.firsts[1] and _LEADS.match(other.passage.text) is not None
    if is_lead and one.words != other.words:
        return None
    if any(_is_title(text, longest.length, first) for text, first in ((one, longest.other), (other, longest.first))):
        return None
    place = one.passage.place
    message = f"repeats {place}: {shared} of {len(other.words)} words"
    if one.words == other.words:
        message = f"stands already, word for word, in {place}"
    span = other.span_of(longest.first, longest.length)
    alike = f"{longest.length} words in a row, as in {place}"
    return other.passage.finding(Code.DUPLICATE, span, Severity.WARNING, message, alike)


_LEADS = regex(r"(?:The )?(?:following tables?|tables? below|tables? \d+)\b", re.IGNORECASE)
"""How a sentence begins that leads to a table: `The table below shows the breakdown by sex of the number of …` stands
over each of them in the same words, also as the program writes it. What follows it is no lead."""


def _is_sentence(text: _Words, run: _SharedRun) -> bool:
    """Return whether a run is a whole sentence of a passage, and long enough to be no formula."""
    if run.length < _LEAST:
        return False
    at = bisect_right(text.firsts, run.first) - 1
    return text.firsts[at : at + 2] == [run.first, run.first + run.length]


_TITLE = regex(
    r"(?:\b(?:[Aa]rticles?|[Aa]rts?\.|[Ss]ections?|[Pp]aragraphs?|Acts?|Code|Laws?|Decree|Order|No\.)"
    r"\s[\d\w.,/ ]{0,30}\((?=[^()]{40})[^()]*\)|“[^“”]{40,}”)"
)
"""What stands in brackets behind the number of an article or a law, or in quotation marks: its title, cited in full."""


def _is_title(text: _Words, length: int, first: int) -> bool:
    """Return whether a run is the title of an article or a quotation, which may be cited twice."""
    if not text.titles:
        return False
    span = text.span_of(first, length)
    return any(start <= span.start + _FEW and span.end <= end + _FEW for start, end in text.titles)


_FEW = 12
"""Characters before or behind a title that the words around two citations may share."""


def _is_of_numbers(text: _Words, run: _SharedRun) -> bool:
    """Return whether a run is mostly numbers: a row of years, not a sentence."""
    words = text.words[run.first : run.first + run.length]
    return sum(map(str.isdigit, words)) * 3 > len(words)
