"""French labels as they stand in a sentence, in the shape of the English ones."""

import re

from reportgen.regex import regex

_STOP = regex(r"[\s.;:,]+$")
_UNITS = regex(
    r"(secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?|mètres?|kilomètres?|hectares?|litres?|grammes?|"
    r"kilogrammes?|tonnes?)( .*)?",
    re.IGNORECASE,
)
_AFTER = regex(r"(à|au|aux|de|d’|d'|des|du|en|dans|par|pour|sur|sous|chez|entre|\d)", re.IGNORECASE)


def plain(label: str) -> str:
    """A label without a stop at its end."""
    return _STOP.sub("", " ".join(label.split()))


def plural(label: str, one: str, other: str) -> str:
    """The plural of a label that is the unit in the singular."""
    return other if label.casefold() == one.casefold() else label


def is_measured(noun: str) -> bool:
    """Whether a unit measures and does not count."""
    return _UNITS.fullmatch(noun) is not None


def reason(words: str) -> str:
    """`~: nouvelle définition`."""
    return f"\u00a0: {plain(words)}"


def part_form(label: str) -> str:
    """What the label of a part is: words `after` a number, a `noun`, or a `name`."""
    if _AFTER.match(label):
        return "after"
    return "name" if label[:1].isupper() else "noun"


def indefinite(noun: str) -> str:
    """A noun for one; French puts no verb before it."""
    return noun


def done(label: str) -> tuple[str, str] | None:
    """Return None: French says "était nul", whatever the label."""
    del label
    return None


def has_clause(label: str) -> bool:
    """Whether a label has a clause of its own."""
    return " qui " in label
