"""French labels as they stand in a sentence."""

import re

from reportgen.languages.label_rules import LabelRules
from reportgen.languages.words import word_set
from reportgen.regex import regex

_VOWELS = "aâàeéèêëiîïoôuùûyhœ"
_ASPIRATED = regex(
    r"h(?:aie|aine|alte|ameau|and|angar|arc|asard|asch|aus|aut|eurt|iérarch|olland|ongr|ryv|ors|uis\b|uit|url|éros\b|cr\b)"
    r"|y(?!eux\b)[aeiou]|onz",
    re.IGNORECASE,
)
"""How words begin before which "de" is not shortened: an aspirated h, a y that is no vowel, and onze."""


def _of(label: str) -> str:
    """Return `de plaintes`, `d’affaires`, `des plaintes` of `les plaintes`."""
    for article, contracted in (("les ", "des "), ("le ", "du ")):
        if label.startswith(article):
            return contracted + label.removeprefix(article)
    shortened = label[:1].lower() in _VOWELS and not _ASPIRATED.match(label)
    return f"d’{label}" if shortened else f"de {label}"


def _number_of(label: str) -> str:
    return "le nombre " + _of(label)


RULES = LabelRules(
    number=_number_of,
    genitive=_of,
    counting=regex(r"(le )?nombre (?:de |d’|d'|des )", re.IGNORECASE),
    persons=word_set("""
    personne personnes homme hommes femme femmes enfant enfants mineur mineurs victime victimes juge juges détenu
    détenus prisonnier prisonniers fonctionnaire fonctionnaires réfugié réfugiés migrant migrants élève élèves patient
    patients
    """),
    measures=regex(
        r"(secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?|mètres?|kilomètres?|hectares?|litres?|"
        r"grammes?|kilogrammes?|tonnes?)( .*)?",
        re.IGNORECASE,
    ),
    behind=regex(r"(à|au|aux|de|d’|d'|des|du|en|dans|par|pour|sur|sous|chez|entre|\d)", re.IGNORECASE),
    amounts=regex(r"(le |les |la )?(montant|somme)s?\b", re.IGNORECASE),
    relative=" qui ",
    because="~: {words}",
    levels=regex(
        r"(le |la |les |l[’'])?(part|proportion|taux|pourcentage|ratio|indice|moyenne|(?:âge|durée|salaire)s? moyens?"
        r"|durée moyenne|espérance|budget|dépenses?|densité)\b",
        re.IGNORECASE,
    ),
    articles=regex(r"(le |la |l[’'])"),
    indicator="l’indicateur «~{label}~»",
    plurals=("s",),
)
