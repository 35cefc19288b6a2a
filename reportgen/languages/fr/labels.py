"""French labels as they stand in a sentence, in the shape of the English ones."""

import re

from reportgen.languages.words import word_set
from reportgen.regex import regex

_STOP = regex(r"[\s.;:,]+$")
_UNITS = regex(
    r"(secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?|mètres?|kilomètres?|hectares?|litres?|grammes?|"
    r"kilogrammes?|tonnes?)( .*)?",
    re.IGNORECASE,
)
_AFTER = regex(r"(à|au|aux|de|d’|d'|des|du|en|dans|par|pour|sur|sous|chez|entre|\d)", re.IGNORECASE)


def plain(label: str) -> str:
    """Return a label without a stop at its end."""
    return _STOP.sub("", " ".join(label.split()))


def plural(label: str, one: str, other: str) -> str:
    """Return the plural of a label that is the unit in the singular."""
    return other if label.casefold() == one.casefold() else label


def is_measured(noun: str) -> bool:
    """Return whether a unit measures and does not count."""
    return _UNITS.fullmatch(noun) is not None


def reason(words: str) -> str:
    """Return `~: nouvelle définition`."""
    return f"\u00a0: {plain(words)}"


def part_noun(label: str) -> tuple[str, str]:
    """Return the label of a part for one and for more, as it was written."""
    return label, label


def part_form(label: str) -> str:
    """Return what the label of a part is: words `after` a number, a `noun`, or a `name`."""
    if _AFTER.match(label):
        return "after"
    return "name" if label[:1].isupper() else "noun"


def indefinite(noun: str) -> str:
    """Return a noun for one; French puts no verb before it."""
    return noun


def done(label: str) -> tuple[str, str] | None:
    """Return None: French says "était nul", whatever the label."""
    del label
    return None


def has_clause(label: str) -> bool:
    """Return whether a label has a clause of its own."""
    return " qui " in label


# ---- names of what is counted ----------------------------------------------------------------------------------

_NUMBER_OF = regex(r"(le )?nombre (?:de |d’|d'|des )", re.IGNORECASE)
_VOWELS = "aâàeéèêëiîïoôuùûyhœ"
_ASPIRATED = regex(r"(handicap|haut|hausse|harc|hiérarch|huit|hors)", re.IGNORECASE)
"""Words before which "de" is not shortened."""
_PERSON_WORDS = word_set("""
personne personnes homme hommes femme femmes enfant enfants mineur mineurs victime victimes juge juges détenu détenus
prisonnier prisonniers fonctionnaire fonctionnaires réfugié réfugiés migrant migrants élève élèves patient patients
""")


def without_number(label: str) -> str:
    """Return `plaintes` of `nombre de plaintes`."""
    return _NUMBER_OF.sub("", label, count=1)


def of(label: str) -> str:
    """Return `de plaintes`, `d’affaires`."""
    bare = without_number(label)
    shortened = bare[:1].lower() in _VOWELS and not _ASPIRATED.match(bare)
    return f"d’{bare}" if shortened else f"de {bare}"


def number_of(label: str) -> str:
    """Return `le nombre de plaintes`."""
    return "le nombre " + of(label)


def quantity(label: str) -> str:
    """Return a measured quantity; the label brings its article."""
    return label


def are_persons(label: str) -> bool:
    """Return whether a label begins with a word for persons."""
    return without_number(label).partition(" ")[0].lower() in _PERSON_WORDS


def is_amount(label: str) -> bool:
    """Return whether a label begins with "montant" or "somme"."""
    return re.match(r"(le |les |la )?(montant|somme)s?\b", label, re.IGNORECASE) is not None


def who(shorter: str, longer: str) -> str | None:
    """Return `ont été indemnisées`, of `victimes` and `victimes qui ont été indemnisées`."""
    start = without_number(shorter) + " qui "
    return without_number(longer).removeprefix(start) if without_number(longer).startswith(start) else None
