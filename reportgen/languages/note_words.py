"""Notes to single figures: which of them limit what a figure covers, and whether a text tells it.

“First eleven months”, “without the capital”: who reads the figure without its note reads another figure. A note that
only says where a figure comes from, or that an estimate is a round number, changes nothing of what it counts.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from reportgen.model import Period


class NoteWords(Struct, frozen=True, kw_only=True):
    """The words by which a language reads a note, with `|` between two; a space stands where a word begins or ends."""

    sources: str
    """Of notes on where a figure comes from, who is thanked for it, and where else it stands."""
    limits: str
    """With one of them, even such a note says what the figure covers: `register of the capital only`."""
    excludes: str
    """What is told with another one of them alone: “in the capital” does not tell “without the capital”."""
    rough: str
    """That say of an estimate how rough it is, which its status says as well."""
    numbers: str
    """The words for the numbers from two on, with a comma between two numbers."""

    def limit(self, note: str | None, status: str) -> str | None:
        """Return the note to a figure of a status if it says what the figure covers; else None."""
        plain = _plain(note or "")
        harmless = f"{self.sources}|{self.rough}" if status == "estimated" else self.sources
        return note if plain.strip() and (_has(plain, self._telling) or not _has(plain, harmless)) else None

    def is_told(self, note: str, text: str) -> bool:
        """Return whether a text says what a note says: its numbers, most of its words, and that it leaves out."""
        said, told = self._in_figures(_plain(text)), self._in_figures(_plain(note))
        if told in said:
            return True
        figures = {word for word in told.split() if word.isdigit()}
        words = list(_content(told, self._telling))
        is_excluded = not _has(told, self.excludes) or _has(said, self.excludes)
        is_named = figures <= set(said.split()) and sum(word in said for word in words) * 3 >= len(words) * 2
        return bool(figures or words) and is_excluded and is_named

    @property
    def _telling(self) -> str:
        return f"{self.limits}|{self.excludes}"

    def _in_figures(self, plain: str) -> str:
        """Return a text whose small numbers are all in figures."""
        for number, words in enumerate(self.numbers.split(", "), start=2):
            for word in words.split():
                plain = plain.replace(f" {word} ", f" {number} ")
        return plain


def parting(limits: Mapping[Period, str | None]) -> str:
    """Return the notes that limit some figures of a series and not all alike, with their periods; else nothing."""
    is_alike = len(set(limits.values())) == 1
    return "" if is_alike else "; ".join(f"{period}: {note}" for period, note in limits.items() if note)


def _has(plain: str, words: str) -> bool:
    return any(word in plain for word in words.split("|"))


def _plain(text: str) -> str:
    """Return the words of a text in small letters, with a space on both sides of each."""
    kept = (sign if sign.isalnum() else " " for sign in text.casefold().replace("ё", "е"))
    return f" {' '.join(''.join(kept).split())} "


_SHORT = 3
"""Letters of a word that tells nothing by itself: `the`, `del`, `под`."""


def _content(plain: str, telling: str) -> Iterator[str]:
    """Yield what a text must hold of each word of a note: its beginning, and of Chinese each two signs."""
    for word in plain.split():
        if "\u4e00" <= word[0] <= "\u9fff":
            runs = re.split("|".join(map(re.escape, telling.split("|"))), word)
            yield from ("".join(pair) for run in runs for pair in pairwise(run))
        elif not word[0].isdigit() and len(word) > _SHORT and not _has(f" {word} ", telling):
            bare = word.removeprefix("وال").removeprefix("بال").removeprefix("ال")
            yield bare[: max(_SHORT + 1, len(bare) - 2)]
