"""A phrase as a value: words and numbers that still know which observations they came from.

Filters build phrases by filling the patterns of a language; `realise` writes them out once the whole sentence is
known. Nothing here decides how a number is printed.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from reportgen.languages.language import Language
from reportgen.model import Period
from reportgen.regex import regex

NBSP = "\u00a0"
TIE = "~"
"""In a pattern, a space that does not break."""


class Source(Struct, frozen=True):
    """Where a printed number came from."""

    indicator: str
    """The key of the indicator."""
    part: int | None
    """The index in `Indicator.breakdown`; None: the whole."""
    periods: tuple[Period, ...]
    is_former: bool = False
    """Whether it is what the last cycle reported of these periods."""
    is_change: bool = False
    """Whether it tells what happened from the first of these periods to the last."""
    is_dated: bool = False
    """Whether the phrase itself says which period it is of, so that no other words of the sentence do."""


Sources = tuple[Source, ...]


MILLION, BILLION = 6, 9
"""Powers of ten that are printed as words."""


class NumberRule(StrEnum):
    """Which rule a number is printed by."""

    COUNT = "count"
    """In words below ten, in figures from ten on."""
    MEASURE = "measure"
    """In figures, without a unit of its own: places, points, the first of two percentages."""
    PERCENT = "percent"
    MONEY = "money"
    ORDINAL = "ordinal"


class Number(Struct, frozen=True):
    """A number that is not printed yet."""

    value: Decimal
    kind: NumberRule
    sources: Sources
    symbol: str = ""
    """The symbol of a currency."""
    scale: int = 0
    """The power of ten that is printed as a word: `MILLION` or `BILLION`; 0 for none."""
    has_noun: bool = False
    """Whether the noun that it counts follows."""
    digits: int = 0
    """How many decimals it has at least, in figures."""
    said: str = ""
    """The words that say the number together with its noun: `شخصان`; empty: it is printed as a number."""


class Word(Struct, frozen=True):
    """Words, or a figure that has no other form."""

    text: str
    sources: Sources = ()
    opening: str | None = None
    """What is written instead at the start of a sentence."""
    behind_decimals: str | None = None
    """What is written instead behind a number that gets decimals of nought: `1 day`, and `1.0 days` beside `9.5`."""


Token = Word | Number


class Phrase(Struct, frozen=True):
    """Words and numbers in their order; to read one as text, realise it."""

    tokens: tuple[Token, ...]
    names_period: bool = False
    """Whether its author named the period that it speaks of (`at=`)."""
    with_years: "Phrase | None" = None
    """The same with its years: what is printed where the other words of the sentence do not name them."""
    base: Period | None = None
    """The period that these words must name, where others lie between it and the one that the phrase speaks of."""
    needs_time: bool = True
    """Whether it is printed with its years also where no other words of the sentence name a time."""

    def __add__(self, other: "Phrase") -> "Phrase":
        return Phrase(self.tokens + other.tokens)

    def dated(self) -> "Phrase":
        """Return the same phrase, whose figures need no other words to say when they were counted."""
        return replace(self, tokens=tuple(_dated(token) for token in self.tokens))

    @property
    def words(self) -> str:
        """Its words alone, each number as one placeholder."""
        return "".join(token.text if isinstance(token, Word) else PLACEHOLDER for token in self.tokens)

    @property
    def sources(self) -> Sources:
        """The sources of all its numbers."""
        return tuple(source for token in self.tokens for source in token.sources)


def _dated(token: Token) -> Token:
    if not token.sources:
        return token
    return replace(token, sources=tuple(replace(source, is_dated=True) for source in token.sources))


PLACEHOLDER = "\ufffc"
"""Stands for a number where the shape of a sentence is read (U+FFFC, object replacement character)."""
EMPTY = Phrase(())


def text(words: str, sources: Sources = ()) -> Phrase:
    """Return words as a phrase."""
    return Phrase((Word(words, sources),))


_FIELD = regex(r"\{(\w+)\}")


@lru_cache(maxsize=1024)
def _split(pattern: str) -> tuple[str, ...]:
    """Return a pattern as words and field names in turn, beginning with words."""
    return tuple(_FIELD.split(pattern.replace(TIE, NBSP)))


def fill(pattern: str, **parts: Phrase | str) -> Phrase:
    """Return a pattern of a language with its fields filled.

    Args:
        pattern: words with fields such as `{items}`; `~` is a non-breaking space.
        parts: a phrase, or plain words, for each field.
    """
    tokens: list[Token] = []
    for place, piece in enumerate(_split(pattern)):
        if place % 2 == 0:
            if piece:
                tokens.append(Word(piece))
            continue
        part = parts[piece]
        if isinstance(part, Phrase):
            tokens.extend(part.tokens)
        elif part:
            tokens.append(Word(part))
    return Phrase(tuple(tokens))


def joined(phrases: Iterable[Phrase]) -> Phrase:
    """Return phrases one after the other."""
    return Phrase(tuple(token for phrase in phrases for token in phrase.tokens))


# ---- lists ------------------------------------------------------------------------------------------------------


def join(language: Language, items: Sequence[Phrase]) -> Phrase:
    """Return items as a list: `a, b and c`, or `a; b; and c` where one of them holds a comma."""
    if any(mark in item.words for item in items for mark in _COMMAS):
        return join_long(language, items)
    patterns = language.patterns
    if patterns.clauses and any(re.search(patterns.clauses[0], item.words) for item in items):
        return join_with(items, patterns.clauses[1])
    is_joined_otherwise = patterns.last_vowel and items and _SOUNDS_LIKE_AND.match(items[-1].words)
    last = patterns.last_vowel if is_joined_otherwise else patterns.last
    return join_with(items, patterns.between or patterns.comma, last)


_COMMAS = ",、，،"
_SOUNDS_LIKE_AND = regex(r"h?[ií](?![aeou])", re.IGNORECASE)
"""`inglés`, `hijas`, but not `hierro`: before these Spanish says “e” (Ortografía de la lengua española)."""


def join_long(language: Language, items: Sequence[Phrase]) -> Phrase:
    """Return items as a list with semicolons; a last item that opens with its year stands after `and,`."""
    patterns = language.patterns
    opens_with_period = bool(items) and language.opens_with_period.match(items[-1].words)
    return join_with(
        items, patterns.semicolon, patterns.last_semicolon_period if opens_with_period else patterns.last_semicolon
    )


def join_with(items: Sequence[Phrase], between: str, last: str | None = None) -> Phrase:
    """Return items with the same words between all of them, or with others between the last two.

    Args:
        items: the phrases.
        between: what stands between two of them.
        last: what stands between the last two; None: the same.
    """
    words = [between] * (len(items) - 2) + [between if last is None else last] * (len(items) > 1)
    pieces = [piece for item, word in zip(items, ["", *words], strict=False) for piece in (fill(word), item)]
    return joined(pieces)


# ---- paragraphs and tables --------------------------------------------------------------------------------------


Parts = tuple[str | Phrase, ...]
"""Text and phrases in the order of reading: one paragraph, one cell, one caption."""
Paragraph = Parts


class TableCell(Struct, frozen=True):
    """One cell."""

    parts: Parts
    is_figure: bool = False
    """Figures stand at the right."""
    notes: tuple[Parts, ...] = ()
    """What must be said of it below the table."""


class TableRow(Struct, frozen=True):
    """One row."""

    cells: tuple[TableCell, ...]
    is_total: bool = False
    is_part: bool = False
    """Whether it is a part of what a row above it shows."""


class TableSpec(Struct, frozen=True):
    """A table: caption, column heads, rows."""

    caption: Parts
    head: tuple[Parts, ...]
    rows: tuple[TableRow, ...]
