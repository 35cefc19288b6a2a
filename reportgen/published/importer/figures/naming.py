"""Name an indicator by the words of a sentence: its label, its unit in both numbers, its key."""

import keyword
from collections.abc import Container

from reportgen.compose.contexts import RESERVED
from reportgen.languages.en.plurals import singular
from reportgen.languages.words import word_set
from reportgen.limits import LABEL_CHARACTERS
from reportgen.model import Noun
from reportgen.regex import regex

_STOP = word_set("""
a an and as at by for from had has have in including into is it its of on or out over that the their them these this to
under was were which who whom with within been being be total number
""")
_WORD = regex(r"[a-z0-9]+")
_KEY_WORDS, _KEY_CHARACTERS = 5, 40
_WORDS_OF_TEMPLATES = frozenset({"true", "false", "none", "recursive", "ignore", "missing", "without", "context"})


def unit_of(noun: str) -> Noun | None:
    """Return the unit for a counted noun; None where its singular is not certain."""
    one = singular(noun) if noun else None
    return Noun(one=one, other=noun) if one and one != noun else None


def label_of_words(*words: str) -> str | None:
    """Return a label of the words that tell what is counted: on one line, without stops at its end."""
    text = " ".join(" ".join(words).split()).strip(" ,;:.–-").removeprefix("The ")
    return text[:LABEL_CHARACTERS].strip() or None


def make_key(label: str, taken: Container[str]) -> str:
    """Return a readable key that no other indicator has, of the first words that say something.

    Args:
        label: what is counted.
        taken: the keys there are.
    """
    base = ""
    for word in [word for word in _WORD.findall(label.casefold()) if word not in _STOP][:_KEY_WORDS]:
        longer = f"{base}_{word}".strip("_")
        base = longer if len(longer) <= _KEY_CHARACTERS else base
    base = base or "figure"
    if not base[0].isalpha():
        base = f"n_{base}"
    if _is_reserved(base):
        base = f"{base}_figure"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}_{number}", number + 1
    return key


def _is_reserved(key: str) -> bool:
    """Return whether templates read a word as something else than an indicator."""
    return key in RESERVED or keyword.iskeyword(key) or key in _WORDS_OF_TEMPLATES
