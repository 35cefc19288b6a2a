"""The singular of English nouns in the plural."""

from reportgen.languages.words import word_set
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
_NO_NOUN = word_set("always perhaps sometimes nowadays afterwards besides overseas as its his")
_IRREGULAR_END = ("women", "men", "people", "children")
_LEAST = 3
"""Letters of words whose ending tells nothing: `bus`, `gas`."""


def is_plural(word: str) -> bool:
    """Return whether a word in small letters is a noun in the plural, by its form: `cases`, `servicemen`."""
    return word.endswith(_IRREGULAR_END) or (word not in _NO_NOUN and _singular_word(word) is not None)


def singular(noun: str) -> str | None:
    """Return the singular of a noun phrase in the plural, by its head; None where its last word is no plural."""
    head, _, tail = noun.partition(" of ")
    words = head.split(" ")
    last = _singular_word(words[-1])
    if last is None:
        return None
    singular_head = " ".join([*words[:-1], last])
    return f"{singular_head} of {tail}" if tail else singular_head


def _singular_word(word: str) -> str | None:
    if word.casefold() in _IRREGULAR:
        return _IRREGULAR[word.casefold()]
    if len(word) <= _LEAST or _NO_PLURAL.search(word) or not word.isalpha():
        return None
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return None
