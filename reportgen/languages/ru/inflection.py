"""Russian noun phrases in another case and number, by the dictionary of pymorphy3.

A label comes in the nominative plural ("жертвы, получившие компенсацию"), the name of a State in the nominative. The
head is inflected, and with it the adjectives before it, a participle straight after a comma and a second head after
"и"; what follows stays. Where no head is found, nothing is guessed.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.languages.words import capital, word_set

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_UNCHANGED = word_set("тенге евро иена")
"""Nouns that the dictionary inflects and the language does not."""
_OF_ANOTHER = word_set("их его ее")
_AGREEING = ("ADJF", "PRTF")
_SMALL, _DECIMAL = {"small"}, {"decimal"}
"""Forms of a noun that are none of the dictionary: after 2 to 4, and after decimals."""
_ADJECTIVAL = ("ого", "его", "егося")
"""Endings, in the genitive, of nouns that are inflected as adjectives are: `служащего`, `животного`."""
_COUNTED = {"годы": "лет"}
"""Nouns that have another genitive plural after numbers."""
_CLOCKS = "часы"
"""A word that the dictionary reads as a plural alone, a clock, and reports as hours."""


@lru_cache(maxsize=1024)
def genitive(label: str) -> str | None:
    """Return a label after "number of": `жертв, получивших компенсацию`; None where its head is not known."""
    return _inflected(label, {"gent", "plur"}, {"gent", "plur"}, "plur")


@lru_cache(maxsize=1024)
def few(label: str) -> str | None:
    """Return a label in the plural as it stands after 2, 3 and 4: `уголовных дела`; None for two heads."""
    return None if " и " in label else _inflected(label, _SMALL, {"gent", "plur"}, "plur")


@lru_cache(maxsize=1024)
def decimal(label: str) -> str | None:
    """Return a label in the plural as it stands after decimals: `1,5 уголовного дела`; None for two heads."""
    return None if " и " in label else _inflected(label, {"gent", "sing"}, _DECIMAL, "plur")


@lru_cache(maxsize=1024)
def singular(label: str) -> str | None:
    """Return a label in the singular: `жалоба на пытки`; None where other words would have to agree with its head."""
    words = label.split(" ")
    is_alone = _head(words, "plur") == 0 and _parse(words[0], "plur", is_noun=True) is not None
    if not is_alone or len(list(_changed(words, 0, "plur", set(), set()))) > 1:
        return None
    return _inflected(label, {"nomn", "sing"}, {"nomn", "sing"}, "plur")


@lru_cache(maxsize=16)
def name_in(name: str, case: str) -> str | None:
    """Return the name of a State in a case (`gent`, `ablt`): `Казахстана`; None where its head is not known."""
    if name.endswith("ия") and " " not in name:
        return name[:-1] + {"gent": "и", "ablt": "ей"}[case]
    for number in ("sing", "plur"):
        if found := _inflected(name, {case, number}, {case, number}, number):
            return found
    return None


def _inflected(label: str, head: set[str], agreeing: set[str], number: str) -> str | None:
    """Return a label with its head and the words that agree with it in another form."""
    words = label.split(" ")
    place = _head(words, number)
    if place is None:
        return None
    written = list(words)
    if agreeing is _DECIMAL:
        agreeing = {"gent", "sing", _gender(words[place], number)}
    for at, tags in _changed(words, place, number, head, agreeing):
        form = _form(words[at], tags, number, is_noun=tags is head)
        if form is None:
            return None
        written[at] = form
    return " ".join(written)


def _head(words: Sequence[str], number: str) -> int | None:
    """Return the place of the head: the first noun in the nominative, before which all agree with it."""
    for place, word in enumerate(words):
        is_noun = _parse(word, number, is_noun=True) is not None
        agrees = _parse(word, number, is_noun=False) is not None
        following = words[place + 1] if place + 1 < len(words) else ""
        follows = _parse(following, number, is_noun=True) or _parse(following, number, is_noun=False)
        if is_noun and not (agrees and follows and not word.endswith(",")):
            return place
        if not agrees:
            return None
        if not follows:
            return place  # an adjective that stands for a person: "осужденные", "несовершеннолетние"
    return None


def _changed(
    words: Sequence[str], place: int, number: str, head: set[str], agreeing: set[str]
) -> Iterator[tuple[int, set[str]]]:
    """Yield the places of the words that change, each with its form."""
    yield from ((at, agreeing) for at in range(place))
    yield place, head if _parse(words[place], number, is_noun=True) else agreeing
    last, following = place, place + 1
    if words[following : following + 1] == ["и"]:
        second = following + 1 + (words[following + 1 : following + 2] in [[word] for word in _OF_ANOTHER])
        if second < len(words) and _parse(words[second], number, is_noun=True):
            yield second, head
            last = second
    if words[last].endswith(",") and last + 1 < len(words) and _is_participle(words[last + 1], number):
        yield last + 1, agreeing


def _is_participle(word: str, number: str) -> bool:
    """Return whether a word behind a comma agrees with the noun before it: `получившие`, but not `которые`."""
    parse = _parse(word, number, is_noun=False)
    return parse is not None and "Apro" not in parse.tag.grammemes


def _form(word: str, tags: set[str], number: str, *, is_noun: bool) -> str | None:
    """Return a word in another form, with its stop and its capital; None where there is no such form."""
    bare = word.rstrip(",")
    if bare.isupper() or bare.lower() in _UNCHANGED:
        return word
    form = _written(bare.lower(), tags, number, is_noun=is_noun)
    if form is None:
        return None
    first, hyphen, _ = bare.partition("-")
    if hyphen and first.isupper():
        form = first + form[len(first) :]  # ВИЧ-инфицированные
    return (capital(form) if bare[:1].isupper() else form) + word[len(bare) :]


def _written(word: str, tags: set[str], number: str, *, is_noun: bool) -> str | None:
    """Return a bare word in another form; of one with a hyphen, each plural in it: `детей-сирот`."""
    parts = word.split("-")
    if is_noun and len(parts) > 1 and all(_parse_any(part, number) for part in parts):
        forms = [_written(part, tags, number, is_noun=True) for part in parts]
        return None if None in forms else "-".join(map(str, forms))
    parse = _parse_any(word, number) if is_noun else _parse(word, number, is_noun=False)
    if parse is None:
        return None
    if tags is _SMALL:
        one = parse.inflect({"gent", "sing"})
        tags = {"gent", "plur"} if one and one.word.endswith(_ADJECTIVAL) else {"gent", "sing"}
    if word in _COUNTED and tags == {"gent", "plur"}:
        return _COUNTED[word]
    other = parse.inflect(tags)
    return None if other is None else str(other.word).replace("ё", "е")


def _parse_any(word: str, number: str) -> "Parse | None":
    """Return the likeliest reading of a word as a noun, or else as one that stands for a noun: `трудящиеся`."""
    return _parse(word, number, is_noun=True) or _parse(word, number, is_noun=False)


def _gender(word: str, number: str) -> str:
    """Return the gender of a noun in the plural, by its singular; `masc` of an adjective that stands for a person."""
    parse = _parse(word, number, is_noun=True)
    one = None if parse is None else parse.inflect({"nomn", "sing"})
    return str(one.tag.gender or "masc") if one else "masc"


def _parse(word: str, number: str, *, is_noun: bool) -> "Parse | None":
    """Return the likeliest reading of a word in the nominative; of persons the one that is masculine."""
    bare = word.rstrip(",").lower()
    if len(bare) == 1 or not bare.replace("-", "").isalpha():
        return None
    found = [
        one
        for one in _analyzer().parse(bare)
        if {"nomn", number} <= one.tag.grammemes
        and (one.tag.POS == "NOUN" if is_noun else one.tag.POS in _AGREEING)
        and not (bare == _CLOCKS and "Pltm" in one.tag.grammemes)
    ]
    return min(found, key=lambda one: one.normal_form.endswith("ая") and is_noun, default=None)


@lru_cache(maxsize=1)
def _analyzer() -> "MorphAnalyzer":
    from pymorphy3 import MorphAnalyzer  # 150 ms, for Russian alone

    return MorphAnalyzer(lang="ru")
