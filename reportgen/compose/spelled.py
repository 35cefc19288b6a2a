"""Find the words that a short form stands for: those before its brackets whose initials give it.

Small words may be passed over, words with a hyphen may give a letter for each part, and a plural `s` belongs to the
words as well.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from reportgen.languages.words import word_set
from reportgen.regex import regex

_SMALL = word_set("""
a an and against at by for from in of on or the to under with
à au aux contre d dans de des du en et l la le les ou par pour sur
al con contra de del e el las lo los o para por y
без в для за и из или к на о об от по при с со у
""")
"""Words that a short form may leave out, in languages that have short forms."""
_ELIDED = regex(r"\s+|(?<=\b[dlDL][’'])")
"""Between words; French ones whose vowel fell away stand without a space before the next."""
_APART = regex(r"(?<=\b[dlDL][’']) ")
_LINKING = word_set("against by de du for from in of on to under with")
"""Words after which `the` is part of a name: `Committee on the Rights of the Child`."""
_CLAUSE = regex(r"[.;:!?()“”\"\n]\s*")
_PARTS = regex(r"[^\W_]+")
_ABBREVIATED = regex(r"[A-Z]{2,}/")
"""`WHO/Joint United Nations Programme …`: what stands before the stroke is no word of the name."""
_FEW = 2
"""Words with capitals that a name has at least; “the Office (OHCHR)” names nothing."""
READ = 400
"""Characters that are read before the brackets; the longest names of ministries have 150."""
_WORDS = 40
"""Words, and parts of words with hyphens, that are looked at."""


class _WordPart(Struct, frozen=True):
    """A part of a word between hyphens."""

    initial: str
    word: int
    """The index of its word."""
    is_first: bool
    is_small: bool


def letters_of(short: str) -> str:
    """Return the letters that the words must give: all of them, in capitals, without a plural `s`."""
    single = short[:-1] if short.endswith("s") and short[:-1].isupper() else short
    return "".join(character for character in single if character.isalnum()).upper()


def spelled_out(before: str, short: str) -> str | None:
    """Return the full words of a short form, which end the text before its brackets; None where they cannot be told."""
    words = [word for word in _ELIDED.split(_CLAUSE.split(before[-READ:])[-1]) if word][-_WORDS:]
    if not words:
        return None
    letters = letters_of(short)
    start = _initials_start(words, letters)
    full = " ".join(words[start:]) if start is not None else _name(words, letters)
    return None if full is None else _APART.sub("", full)


def singular(full: str) -> str:
    """Return full words with their last word in the singular: `non-governmental organization`."""
    if full.endswith("ies"):
        return f"{full[:-3]}y"
    if re.search(r"(?:ss|x|ch|sh)es$", full):
        return full[:-2]
    return full[:-1] if full.endswith("s") and not full.endswith("ss") else full


def _initials_start(words: Sequence[str], letters: str) -> int | None:
    """Return the index of the word with which the initials begin to give the letters; the last word must give one."""
    parts = [
        _WordPart(part.group()[0].upper(), place, number == 0, word.lower().rstrip("’'") in _SMALL)
        for place, word in enumerate(words)
        for number, part in enumerate(_PARTS.finditer(word))
    ][-_WORDS:]
    if not parts or parts[-1].is_small:
        return None

    @cache
    def match(place: int, letter: int) -> int | None:
        """Match parts and letters from their ends; return the index of the first word once all letters are found."""
        if place < 0:
            return None
        part = parts[place]
        if part.initial == letters[letter]:
            found = match(place - 1, letter - 1) if letter else first_word(place)
            if found is not None:
                return found
        return match(place - 1, letter) if part.is_small or not part.is_first else None

    def first_word(place: int) -> int | None:
        """Return the first word; a small one is it (`in vitro fertilization`) where none further ahead fits."""
        part = parts[place]
        ahead = match(place - 1, 0) if part.is_small else None
        return ahead if ahead is not None else part.word if part.is_first else None

    return match(len(parts) - 1, len(letters) - 1)


def _name(words: Sequence[str], letters: str) -> str | None:
    """Return a name with capitals that holds the letters in order: `Group of States against Corruption` for GRECO."""
    start = len(words)
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word[:1].isupper():
            start = place
        elif not _goes_on(words, place):
            break
    name = [_ABBREVIATED.sub("", word) if place == start else word for place, word in enumerate(words)][start:]
    for first in range(len(name) - 1, -1, -1):
        if name[first][:1] == letters[0] and _holds(name[first:], letters):
            while first > 0 and name[first - 1][:1].isupper():
                first -= 1  # noqa: PLW2901 - the name goes on to the left: Joint United Nations Programme
            return " ".join(name[first:])
    return None


def _holds(name: Sequence[str], letters: str) -> bool:
    """Return whether several words with capitals hold the letters in order."""
    remaining = iter(" ".join(name).upper())
    return sum(word[:1].isupper() for word in name) >= _FEW and all(letter in remaining for letter in letters)


def _goes_on(words: Sequence[str], place: int) -> bool:
    """Return whether a small word links the words around it into one name."""
    word = words[place]
    if word in {"the", "and"}:
        return place > 0 and (words[place - 1] in _LINKING if word == "the" else words[place - 1][:1].isupper())
    return word in _LINKING
