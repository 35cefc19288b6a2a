"""French names of what is counted, and the patterns of generated sentences."""

import re

from reportgen.languages.fr import labels
from reportgen.languages.naming import Naming
from reportgen.regex import regex

_NUMBER_OF = regex(r"(le )?nombre (?:de |d’|d'|des )", re.IGNORECASE)
_VOWELS = "aâàeéèêëiîïoôuùûyhœ"
_ASPIRATED = regex(r"(handicap|haut|hausse|harc|hiérarch|huit|hors)", re.IGNORECASE)
"""Words before which "de" is not shortened."""
_PERSONS = """
personne personnes homme hommes femme femmes enfant enfants mineur mineurs victime victimes juge juges détenu détenus
prisonnier prisonniers fonctionnaire fonctionnaires réfugié réfugiés migrant migrants élève élèves patient patients
"""
_PERSON_WORDS = frozenset(_PERSONS.split())


def without_number(label: str) -> str:
    """`plaintes` of `nombre de plaintes`."""
    return _NUMBER_OF.sub("", label, count=1)


def of(label: str) -> str:
    """`de plaintes`, `d’affaires`."""
    bare = without_number(label)
    shortened = bare[:1].lower() in _VOWELS and not _ASPIRATED.match(bare)
    return f"d’{bare}" if shortened else f"de {bare}"


def number_of(label: str) -> str:
    """`le nombre de plaintes`."""
    return "le nombre " + of(label)


def quantity(label: str) -> str:
    """A measured quantity; the label brings its article."""
    return label


def are_persons(label: str) -> bool:
    """Whether a label begins with a word for persons."""
    return without_number(label).partition(" ")[0].lower() in _PERSON_WORDS


def is_amount(label: str) -> bool:
    """Whether a label begins with "montant" or "somme"."""
    return re.match(r"(le |les |la )?(montant|somme)s?\b", label, re.IGNORECASE) is not None


def who(shorter: str, longer: str) -> str | None:
    """`ont été indemnisées`, of `victimes` and `victimes qui ont été indemnisées`."""
    start = without_number(shorter) + " qui "
    return without_number(longer).removeprefix(start) if without_number(longer).startswith(start) else None


_STATED = {
    "count": "{when}, {subject} s’établissait à {value}",
    "stock": "{when}, {subject} s’établissait à {value}",
    "level": "{when}, {subject} s’établissait à {value}",
    "money": "{when}, {subject} s’élevait à {value}",
    "amount": "{when}, {subject} s’élevait à {value}",
    "rank": "{when}, {subject} était la {value}",
}

NAMING = Naming(
    number_of=number_of,
    quantity=quantity,
    without_number=without_number,
    of=of,
    are_persons=are_persons,
    is_amount=is_amount,
    who=who,
    plain=labels.plain,
    plural=labels.plural,
    is_measured=labels.is_measured,
    reason=labels.reason,
    part_form=labels.part_form,
    indefinite=labels.indefinite,
    done=labels.done,
    has_clause=labels.has_clause,
    stated=_STATED,
    stated_again={
        "count": "{when}, il s’établissait à {value}",
        "stock": "{when}, il s’établissait à {value}",
        "level": "{when}, le niveau était de {value}",
        "money": "{when}, le montant était de {value}",
        "amount": "{when}, le total était de {value}",
        "rank": "{when}, la place était la {value}",
    },
    none="nul",
    none_recorded="{when}, {subject} était {none}",
    none_existed="{when}, {subject} était {none}",
    none_done="{none} {label} {done} {when}",
    no_data="aucune donnée n’est disponible sur {subject}",
    no_data_for="aucune donnée n’est disponible sur {subject} pour {periods}",
    told="{subject} {told}",
    over_time="{subject} {verb}, passant {values}",
    every_year="{subject} {verb} chaque année, passant {values}",
    each_year="{subject} s’établissait à {value} chaque année de {first} à {last}",
    each_of="{subject} s’établissait à {value} pour chacune des années {periods}",
    by_noun="{clause}, soit {change}",
    of_group="{value} pour {label}",
    outside="{clause}, contre {items}",
    named_part="{label}~: {value}",
    of_whom=("{clause}, dont {parts}", "{clause}, dont {parts}"),
    dated_of_whom=("{value}, dont {parts}, {when}", "{value}, dont {parts}, {when}"),
    part_verb=None,
    composed="{clause}~: {parts}",
    including="{clause}, dont {parts}",
    dated_including="{value}, dont {parts}, {when}",
    broken_down_by="la répartition par {by}{when} était la suivante~: {parts}",
    broken_down="la répartition{when} était la suivante~: {parts}",
    figure_included="le chiffre pour {period} comprenait {parts}",
    same={
        "year": ("la même année", "cette année-là"),
        "period": ("au cours de la même période", "pendant cette période"),
        "date": ("à la même date", "à cette date"),
    },
    second={
        "count": "celui {of} à {value}",
        "stock": "celui {of} à {value}",
        "level": "{label} à {value}",
        "money": "{label} à {value}",
        "amount": "{label} à {value}",
    },
    both="{first}, et {second}",
    several="{first}, {others}",
    who_also=("{clause}, dont {value} {rest}", "{clause}, dont {value} {rest}"),
    respectively="contre {items}, respectivement",
    compared_again="contre {items}",
    stop="{clause}.",
    caption="{label}, {period}",
    caption_by="{label}, par {by}, {period}",
    table_by="le tableau ci-dessous présente la répartition par {by} pour {period} : {subject}",
    figures_caption="Chiffres pour {period}",
    total="Total",
    rows={"year": "Année", "period": "Période", "indicator": "Indicateur", "part": "Catégorie"},
    with_unit="{caption} ({unit})",
    percentage="pourcentage",
    values="Nombre",
    of_label="{label}~: {remark}",
    table_of="le tableau ci-dessous présente {subject} pour {period}",
    table_of_figures="le tableau ci-dessous présente d’autres chiffres pour {period}",
)
