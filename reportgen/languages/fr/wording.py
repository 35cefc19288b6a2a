"""French wording: patterns, verbs, abbreviations.

Verbs are chosen so that nothing has to agree with a subject that is not known here: "a augmenté", "n’a pas varié".
"""

from reportgen.languages.language import Verb
from reportgen.languages.patterns import Patterns

PATTERNS = Patterns(
    per_cent="{figure}~%",
    points=("{number}~point de pourcentage", "{number}~points de pourcentage"),
    places=("{number}~place", "{number}~places"),
    million=("{figure}~million", "{figure}~millions"),
    billion=("{figure}~milliard", "{figure}~milliards"),
    money_word=("{figure}~{symbol}", "{figure} de~{symbol}"),
    money_sign=("{figure}~{symbol}", "{figure} de~{symbol}"),
    opening="Au total, ",
    counted="{number} {noun}",
    counted_large="{number} de {noun}",
    zero="zéro",
    zero_noun="zéro",
    nil="–",
    no_data="..",
    minus="moins {word}",
    comma=", ",
    last=" et ",
    semicolon="~; ",
    last_semicolon="~; et ",
    last_semicolon_period="~; et, ",
    dated="{value} {when}",
    dated_including="{value}, dont {part}, {when}",
    parenthesis="({inner})",
    compared="contre {items}",
    including="dont {value}",
    remark="{phrase}~; {remark}",
    missing="aucune donnée n’est disponible pour {periods}",
    missing_parts="aucune donnée n’est disponible sur les éléments suivants~: {labels}",
    provisional=("le chiffre pour {periods} est provisoire", "les chiffres pour {periods} sont provisoires"),
    estimated=("le chiffre pour {periods} est une estimation", "les chiffres pour {periods} sont des estimations"),
    revised=(
        "le chiffre pour {periods} a été révisé, le rapport précédent indiquant {former}",
        "les chiffres pour {periods} ont été révisés, le rapport précédent indiquant {former}, respectivement",
    ),
    provisional_alone="chiffre provisoire",
    estimated_alone="estimation",
    noted="{remark}~: {note}",
    note="note pour {period}~: {note}",
    broken="les chiffres à partir de {period} ne sont pas comparables à ceux des années antérieures{reason}",
    by_per_cent="{verb} de {amount}",
    noun_of="{noun} de {amount}",
    from_to="de {first} à {last}",
    by_values="{verb}, passant {values}",
    noun_by_values="{noun}, {values}",
    by_fraction="{verb} {fraction}",
    unchanged="n’a pas varié",
    unchanged_at="n’a pas varié ({value})",
    unchanged_at_zero="n’a pas varié (0)",
    unchanged_noun="aucune variation",
    unchanged_noun_at="aucune variation ({value})",
    same_throughout="n’a pas varié entre {first} et {last} ({value})",
    same_ends="s’établissait à {value} en {first} comme en {last}",
    nearly_unchanged="n’a pratiquement pas varié",
    nearly_unchanged_noun="pratiquement aucune variation",
    no_fold="pratiquement aucune variation, de {first} à {last}",
    approximations={
        "some": "quelque {value}",
        "about": "environ {value}",
        "more than": "plus de {value}",
        "over": "plus de {value}",
        "nearly": "près de {value}",
        "almost": "près de {value}",
        "less than": "moins de {value}",
    },
    average="{value} par an en moyenne",
    rate="{rate} pour~{base}",
    respectively="{items}, respectivement",
    respectively_years="{values} en {periods}, respectivement",
    out_of="{part} sur {whole}",
    with_verb="{number} {verb} {label}",
    labelled="{number} {label}",
    labelled_figure="{number} ({label})",
    rank_moved="ayant {verb} {places} par rapport à {period}",
    rank_kept="sans changement par rapport à {period}",
    in_span="en {period}",
)

VERBS = {
    "increase": Verb(rises=True, past="a augmenté", participle="gagné", noun="une augmentation"),
    "rise": Verb(rises=True, past="a augmenté", participle="gagné", noun="une hausse"),
    "grow": Verb(rises=True, past="a progressé", participle="gagné", noun="une progression"),
    "decrease": Verb(rises=False, past="a diminué", participle="perdu", noun="une diminution"),
    "fall": Verb(rises=False, past="a baissé", participle="perdu", noun="une baisse"),
    "decline": Verb(rises=False, past="a reculé", participle="perdu", noun="un recul"),
    "drop": Verb(rises=False, past="a chuté", participle="perdu", noun="une chute"),
}

_ABBREVIATIONS = """
art par sect chap vol p pp fig éd cf M Mme MM Mlle Dr Pr St Ste No no Nos nos n° etc ex env p.ex al Add Corr Rev v
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split()) - {"etc"}
"""Without "etc.", which may end a sentence."""

_MULTIPLES = {2: "doublé", 3: "triplé", 4: "quadruplé"}
_MULTIPLE_NEARNESS = {"exactly": "a {verb}", "nearly": "a presque {verb}", "more than": "a plus que {verb}"}
_FRACTIONS = {
    (1, 2): "la moitié",
    (1, 3): "un tiers",
    (2, 3): "deux tiers",
    (1, 4): "un quart",
    (3, 4): "trois quarts",
    (1, 5): "un cinquième",
    (1, 10): "un dixième",
}
_NEARNESS = {"exactly": "", "nearly": "près ", "more than": "plus "}


def multiple(times: int, how: str, *, rises: bool) -> str | None:
    """`a plus que doublé`; French has no such verb for a fall, which is told as a fraction."""
    verb = _MULTIPLES.get(times) if rises else None
    return _MULTIPLE_NEARNESS[how].replace("{verb}", verb) if verb else None


def fraction(of: tuple[int, int], how: str) -> str:
    """`un tiers`, `près de la moitié`."""
    return _NEARNESS[how] + _after_de(of) if how != "exactly" else _FRACTIONS[of]


def by_fraction(of: tuple[int, int], how: str) -> str:
    """`d’un tiers`, `de près de la moitié`, after a verb."""
    return f"de {fraction(of, how)}" if how != "exactly" else _after_de(of)


def _after_de(of: tuple[int, int]) -> str:
    name = _FRACTIONS[of]
    return f"d’{name}" if name.startswith("un ") else f"de {name}"


_SINGULAR = {"étaient": "était", "sont": "est", "ont": "a", "avaient": "avait"}


def agreed(verb: str, one: bool) -> str:  # noqa: FBT001 - number, as grammar calls it
    """A plural verb as it stands for one: `était` for `étaient`."""
    words = verb.split(" ", 1)
    return " ".join([_SINGULAR.get(words[0], words[0]), *words[1:]]) if one else verb


def zero_is_bare(following: str) -> bool:
    """French writes nothing as a number wherever it stands."""
    del following
    return True
