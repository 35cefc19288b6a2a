"""What an indicator is called: words of a sentence come in; a label, a unit in both numbers and a key go out."""

import keyword
from collections.abc import Container

from reportgen.compose.contexts import RESERVED
from reportgen.limits import LABEL_CHARACTERS
from reportgen.model import Noun
from reportgen.regex import regex

_IRREGULAR = {
    "persons": "person", "people": "person", "women": "woman", "men": "man", "children": "child", "staff": "staff",
    "females": "female", "males": "male", "judges": "judge", "cases": "case", "offences": "offence", "sentences":
    "sentence", "purposes": "purpose", "policewomen": "policewoman", "policemen": "policeman", "spouses": "spouse",
    "services": "service", "courses": "course", "houses": "house", "responses": "response", "charges": "charge",
    "media": "medium", "series": "series", "premises": "premises", "personnel": "personnel",
}  # fmt: skip
"""Nouns whose singular the endings do not tell."""
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", ""))
_NO_PLURAL = regex(r"(?:ss|us|is|ics)$")
_LEAST = 3
_STOP_WORDS = """
a an and as at by for from had has have in including into is it its of on or out over that the their them these this to
under was were which who whom with within been being be total number
"""
_STOP = frozenset(_STOP_WORDS.split())
_WORD = regex(r"[a-z0-9]+")
_KEY_WORDS, _KEY_CHARACTERS = 5, 40
_WORDS_OF_TEMPLATES = frozenset({"true", "false", "none", "recursive", "ignore", "missing", "without", "context"})


def singular(noun: str) -> str | None:
    """The singular of a noun phrase in the plural, by its head; None where its last word is no plural."""
    head, _, tail = noun.partition(" of ")
    words = head.split(" ")
    one = _one(words[-1])
    if one is None:
        return None
    singular_head = " ".join([*words[:-1], one])
    return f"{singular_head} of {tail}" if tail else singular_head


def _one(word: str) -> str | None:
    """One of what a plural names."""
    if word.casefold() in _IRREGULAR:
        return _IRREGULAR[word.casefold()]
    if len(word) <= _LEAST or _NO_PLURAL.search(word) or not word.isalpha():
        return None
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return None


def unit_of(noun: str) -> Noun | None:
    """The unit for a counted noun; None where its singular is not certain."""
    one = singular(noun) if noun else None
    return Noun(one=one, other=noun) if one and one != noun else None


def label_of_words(*words: str) -> str | None:
    """A label of the words that tell what is counted: on one line, without stops at its end."""
    text = " ".join(" ".join(words).split()).strip(" ,;:.–-").removeprefix("The ")
    return text[:LABEL_CHARACTERS].strip() or None


def make_key(label: str, taken: Container[str]) -> str:
    """A readable key that no other indicator has, of the first words that say something.

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
    """Whether templates read a word as something else than an indicator."""
    return key in RESERVED or keyword.iskeyword(key) or key in _WORDS_OF_TEMPLATES
