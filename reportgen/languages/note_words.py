"""Notes to single figures: which of them limit what a figure covers, and whether a text tells it.

“First eleven months”, “without the capital”: who reads the figure without its note reads another figure. A note that
only says where a figure comes from, or that an estimate is a round number, changes nothing of what it counts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, pairwise

from msgspec import Struct

from reportgen.model import Period
from reportgen.regex import regex


class NoteWords(Struct, frozen=True, kw_only=True):
    """The words by which a language reads a note, with `|` between two; a space stands where a word begins or ends."""

    sources: str
    """Of notes on where a figure comes from, who is thanked for it, where else it stands, that it was revised; of two
    that begin alike the longer one first."""
    openings: str
    """With which a note begins that names the office that gave a figure, or the end of its year."""
    done: str
    """What was done with a figure, and with what it counts as well: `confirmed in May`, but not `confirmed cases`."""
    figures: str
    """Of a figure: `data confirmed`, `the final figure`."""
    areas: str
    """With one of them, even a note on a source says what the figure covers: `survey in two regions`."""
    limits: str
    """The same, of times and parts: `register, women only`."""
    excludes: str
    """What is told with another one of them alone: “in the capital” does not tell “without the capital”."""
    rough: str
    """That say of an estimate how rough it is, which its status says as well."""
    years: str
    """That name the year of a figure in its note, where the text has its number: `first half of the year`."""
    numbers: str
    """The words for the numbers from two on, with a comma between two numbers."""

    def limit(self, note: str | None, status: str) -> str | None:
        """Return the note to a figure of a status if it says what the figure covers; else None."""
        clauses, is_rough = re.split("[;；؛]", note or ""), status == "estimated"
        return note if any(self._is_limit(_plain(clause), is_rough=is_rough) for clause in clauses) else None

    def is_told(self, note: str, text: str) -> bool:
        """Return whether a sentence says what a note says: its numbers, most of its words, and that it leaves out."""
        told = self._in_figures(_plain(note))
        for words in self.years.split("|"):  # "first half of the year": of 2023
            told = told.replace(words, " ")
        return any(self._is_said(told, self._in_figures(_plain(said))) for said in _SENTENCES.split(text))

    def _is_said(self, told: str, said: str) -> bool:
        """Return whether a sentence says the words of a note; those of parts and times where it has no others."""
        if told in said:
            return True
        figures = [word for word in told.split() if word.isdigit()]
        bare = [word for word in told.split() if not word.isdigit()]
        words = list(_content(told, self._telling))
        if not words and all(map(_is_year, figures)):  # "men only", "first half of 2023"
            words = [one for one in (f" {word} " for word in bare) if not _has(one, self._telling)]
            words = words or list(map(_stem, bare))
        is_excluded = not _has(told, self.excludes) or _has(said, self.excludes)
        is_counted = all(_is_beside(one, tuple(_stem(word) for word in bare), said.split()) for one in figures)
        return is_excluded and is_counted and _most(words, said)

    def _is_limit(self, plain: str, *, is_rough: bool) -> bool:
        """Return whether a clause of a note says what a figure covers: unknown words do, sources do not."""
        rest = plain
        for words in self.sources.split("|"):
            rest = rest.replace(words, " ")
        if _has(rest, f"{self._telling}|{self.areas}") or (not is_rough and _has(rest, self.rough)):
            return True
        is_harmless = rest != plain or (is_rough and _has(plain, self.rough)) or self._is_of_figure(plain.split())
        return not (is_harmless or all(map(str.isdigit, plain.split())))

    def _is_of_figure(self, words: list[str]) -> bool:
        """Return whether a clause says who gave a figure, or what was done with it."""
        rest = list(dropwhile(self._is_figure, words))
        opening = " ".join([*rest, ""])
        is_done = opening.startswith(tuple(self.done.split("|")))
        is_last = all(len(word) <= _SHORT or self._is_figure(word) for word in rest[1:2])  # "confirmed by"
        return (is_done and is_last) or opening.startswith(tuple(self.openings.split("|")))

    def _is_figure(self, word: str) -> bool:
        return f" {word} " in self.figures

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
    """Return the notes that limit some figures of a series and not all alike, with their periods; else nothing.

    `First half of 2022` limits the figure for 2022 as `first half of 2023` does that for 2023.
    """
    alike = {_plain((note or "").replace(str(period.year), "")) for period, note in limits.items()}
    return "" if len(alike) == 1 else "; ".join(f"{period}: {note}" for period, note in limits.items() if note)


def _has(plain: str, words: str) -> bool:
    return any(word in plain for word in words.split("|"))


def _plain(text: str) -> str:
    """Return the words of a text in small letters, with a space on both sides of each."""
    kept = (sign if sign.isalnum() else " " for sign in text.casefold().replace("ё", "е"))
    return f" {' '.join(''.join(kept).split())} "


_NEAR = 4
"""Words between a number and those it belongs to: `12 of the 17 regions`."""
_SENTENCES = regex(r"[.;!?](?=\s)|[。；！？؛؟\n]")
_SHORT = 3
"""Letters of a word that tells nothing by itself: `the`, `del`, `под`."""


def _stem(word: str) -> str:
    bare = word.removeprefix("وال").removeprefix("بال").removeprefix("ال")
    return bare[: _SHORT + 1]


def _is_year(figure: str) -> bool:
    return len(figure) == len("2023")


def _is_beside(figure: str, stems: tuple[str, ...], said: list[str]) -> bool:
    """Return whether a number stands near a word that stands in the note as well: not `article 11` for `11 months`."""
    near = (said[max(at - _NEAR, 0) : at + _NEAR + 1] for at, word in enumerate(said) if word == figure)
    is_alone = not stems or _is_year(figure)
    return any(is_alone or any(len(one) >= _SHORT and one.startswith(stems) for one in words) for words in near)


def _most(words: Sequence[str], said: str) -> bool:
    return sum(word in said for word in words) * 3 >= len(words) * 2


def _content(plain: str, telling: str) -> Iterator[str]:
    """Yield what a text must hold of each word of a note: its beginning, and of Chinese each two signs."""
    for word in plain.split():
        if "\u4e00" <= word[0] <= "\u9fff":
            runs = re.split("|".join(map(re.escape, telling.split("|"))), word)
            yield from ("".join(pair) for run in runs for pair in pairwise(run))
        elif not word[0].isdigit() and len(word) > _SHORT and not _has(f" {word} ", telling):
            bare = word.removeprefix("وال").removeprefix("بال").removeprefix("ال")
            yield bare[: max(_SHORT + 1, len(bare) - 2)]
