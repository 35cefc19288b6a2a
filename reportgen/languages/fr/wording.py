"""French wording: patterns, verbs, abbreviations.

Verbs are chosen so that nothing has to agree with a subject that is not known here: "a augmenté", "n’a pas varié".
"""

from reportgen.languages.change_words import ChangeWords
from reportgen.languages.language import Verb
from reportgen.languages.note_words import NoteWords
from reportgen.languages.patterns import Patterns
from reportgen.languages.words import numbered, word_set
from reportgen.regex import regex

PATTERNS = Patterns(
    per_cent="{figure}~%",
    repeats_per_cent=True,
    points={"one": "{number}~point de pourcentage", "other": "{number}~points de pourcentage"},
    places={"one": "{number}~place", "other": "{number}~places"},
    million={"one": "{figure}~million", "other": "{figure}~millions"},
    billion={"one": "{figure}~milliard", "other": "{figure}~milliards"},
    money_word=("{figure}~{symbol}", "{figure} {of}"),
    money_sign=("{figure}~{symbol}", "{figure} de~{symbol}"),
    opening="Au total, ",
    counted_large="{number} {of}",
    zero="zéro",
    zero_noun="zéro",
    minus="moins {word}",
    last=" et ",
    semicolon="~; ",
    last_semicolon="~; et ",
    last_semicolon_period="~; et, ",
    dated_including="{value}, dont {part}, {when}",
    contractions={("de ", "le "): "du ", ("de ", "les "): "des ", ("à ", "le "): "au ", ("à ", "les "): "aux "},
    compared="contre {items}",
    compared_ranks="{items}",
    including="dont {value}",
    remark="{phrase}~; {remark}",
    missing="aucune donnée n’est disponible pour {periods}",
    no_total="aucun chiffre d’ensemble n’est disponible pour {periods}",
    missing_parts="aucune donnée n’est disponible sur les éléments suivants~: {labels}",
    provisional=("le chiffre pour {periods} est provisoire", "les chiffres pour {periods} sont provisoires"),
    estimated=("le chiffre pour {periods} est une estimation", "les chiffres pour {periods} sont des estimations"),
    revised=(
        "le chiffre pour {periods} a été révisé, le rapport précédent indiquant {former}",
        "les chiffres pour {periods} ont été révisés, le rapport précédent indiquant {former}, respectivement",
        "les chiffres pour {periods} ont été révisés, le rapport précédent indiquant {former} dans chaque cas",
    ),
    provisional_alone="chiffre provisoire",
    estimated_alone="estimation",
    provisional_stems=("rovisoire", "réliminaire"),
    says_provisional=(
        r"(?:chiffres?|données|statistiques?|résultats?|nombres?) (?:encore )?(?:provisoires?|préliminaires?)"
        r"|(?:chiffres?|données|statistiques?|résultats?)\b[^.;()]{0,60}"
        r" (?:est|sont|restent?|étai(?:en)?t) (?:encore )?"
        r"(?:provisoires?|préliminaires?)|\((?:provisoires?|préliminaires?)[):;,]"
    ),
    says_estimated=r"\b(?:estim(?!e\b|ent\b)|on estime\b|approximati|environ\b)",
    note_words=NoteWords(
        sources=(
            " première fois | dernière révision| dernière mise à jour | mis à jour | mise à jour | source| selon |"
            " d après | remerci| merci | registre| recensement| enquête| base de données | bases de données |"
            " statistiq| fourni par | fournis par | fournies par | communiqué| voir | cf | annuaire| rapport annuel |"
            " bulletin | données de la police | données du ministère| données des tribunaux | données officielles |"
            " données administratives | révisé| corrigé| rectifié| actualisé| calculé| recalculé| calculs "
        ),
        openings=(
            "ministère |police |office |direction |parquet |institut national |au 31 décembre |à la fin de l année "
        ),
        done="confirmé|vérifié|contrôlé|publié|soumis|définiti",
        figures=" les | le | la | données | chiffre | chiffres | nombre | valeur | total | ces | ont | été | sont ",
        areas=" région | régions | province | provinces | départements | rural| urbain| capitale | nord | sud | ouest ",
        limits=(
            " seul| uniquement | mois | trimestre| semestre| partie| partiel| incompl| jusqu | depuis | au 1 |"
            " au 1er | premier| premiè| dernier| derniè| y compris | limit| âgé"
        ),
        excludes=" sans | hors | exclu| exception | excepté| sauf | non | ne | pas | hormis ",
        rough=(
            " plus de | moins de | environ | quelque | près de | arrondi| au moins | au plus | approximati| estim|"
            " prévu| prévision"
        ),
        years=" de l année | de l an | de cette année ",
        numbers="deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze",
    ),
    noted="{remark}~: {note}",
    note="note pour {period}~: {note}",
    broken="les chiffres à partir de {period} ne sont pas comparables à ceux des années antérieures{reason}",
    by_per_cent="{verb} de {amount}",
    noun_of="{noun} de {amount}",
    by_average="{verb} de {amount} par an en moyenne",
    from_to="de {first} à {last}",
    by_values="{verb}, passant {values}",
    noun_by_values="{noun}, {values}",
    unchanged="n’a pas varié",
    unchanged_at="n’a pas varié ({value})",
    unchanged_noun="aucune variation",
    unchanged_noun_at="aucune variation ({value})",
    same_throughout="n’a pas varié entre {first} et {last} ({value})",
    same_ends="s’établissait à {value} {at_first} comme {at_last}",
    of_ranks={
        "same_ends": "correspondait à la {value} place {at_first} comme {at_last}",
        "each_of": "{subject} correspondait à la {value} place pour chacune des années {periods}",
    },
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
    respectively_years="{values} {times}, respectivement",
    counts_part=True,
    out_of="{part} sur {whole}",
    rank_moved="ayant {verb} {places} par rapport à {period}",
    rank_kept="sans changement par rapport à {period}",
    in_span="en {period}",
    stated={
        "count": "{when}, {subject} s’établissait à {value}",
        "stock": "{when}, {subject} s’établissait à {value}",
        "level": "{when}, {subject} s’établissait à {value}",
        "money": "{when}, {subject} s’élevait à {value}",
        "amount": "{when}, {subject} s’élevait à {value}",
        "rank": "{when}, {subject} correspondait à la place suivante~: {value}",
    },
    previously="auparavant {items}",
    none_again="{when}, il s’établissait à {value}",
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
    fewer_than="moins de {limit}",
    not_published="non publié",
    no_data_on="aucune donnée n’est disponible sur {subject}",
    no_data_for="aucune donnée n’est disponible sur {subject} pour {periods}",
    over_time="{subject} {verb}, passant {values}",
    every_year="{subject} {verb} chaque année, passant {values}",
    each_year="{subject} s’établissait à {value} chaque année de {first} à {last}",
    each_of="{subject} s’établissait à {value} pour chacune des années {periods}",
    by_noun="{clause}, soit {change}",
    of_group="{value} pour la catégorie «~{label}~»",
    labelled_one="{number} ({label})",
    outside="{clause}, contre {items}",
    named_part="{label}~: {value}",
    of_whom=("{clause}, dont {parts}", "{clause}, dont {parts}"),
    dated_of_whom=("{value}, dont {parts}, {when}", "{value}, dont {parts}, {when}"),
    composed="{clause}~: {parts}",
    clause_including="{clause}, dont {parts}",
    dated_with_parts="{value}, dont {parts}, {when}",
    broken_down_of="{when}, la ventilation pour {subject} était la suivante~: {parts}",
    broken_down_of_by="{when}, la ventilation par {by} pour {subject} était la suivante~: {parts}",
    included_of="{when}, {subject} comprenait {parts}",
    broken_down_by="la répartition par {by}{when} était la suivante~: {parts}",
    broken_down="la répartition{when} était la suivante~: {parts}",
    figure_included="le chiffre pour {period} comprenait {parts}",
    figure_included_named="le chiffre pour {period} comprenait notamment~: {parts}",
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
    who_apart=("one",),
    who_also=("{clause}, dont {value} {rest}", "{clause}, dont {value} {rest}"),
    compared_respectively="contre {items}, respectivement",
    compared_again="contre {items}",
    caption_by="{label}, par {by}, {period}",
    table_by="le tableau ci-dessous présente la répartition par {by} pour {period}~: {subject}",
    figures_caption="Chiffres pour {period}",
    rows={"year": "Année", "period": "Période", "indicator": "Indicateur", "part": "Catégorie"},
    percentage="pourcentage",
    values="Nombre",
    of_label="{label}~: {remark}",
    table_of="le tableau ci-dessous présente {subject} pour {period}",
    table_of_figures="le tableau ci-dessous présente d’autres chiffres pour {period}",
    others="Autres chiffres",
    annual="{title}~: chiffres annuels, {period}",
    other_periods="{title}~: chiffres pour d’autres périodes",
    source="Organisme et source",
    figure="Chiffre",
    unit_per_cent="en pourcentage",
    by="{by}~: {label}",
    of_which="dont~: {label}",
    formerly="chiffre révisé~; le rapport précédent indiquait {former}",
    broken_series="chiffre non comparable aux précédents{reason}",
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

NUMBERED = numbered(
    r"n[o°º]s?|n[o°º]|lois?|art|articles?|par|paragraphes?|alinéas?|chapitres?|sections?|résolutions?"
    r"|décrets?|tableaux?|annexes?|chap|points?|formulaires?"
)
ABBREVIATIONS = word_set("""
art par sect chap vol p pp fig éd cf M Mme MM Mlle Dr Pr St Ste No no Nos nos n° etc ex env p.ex al Add Corr Rev v
""") - {"etc"}
"""Without "etc.", which may end a sentence."""

SINGULAR_VERBS = {"étaient": "était", "sont": "est", "ont": "a", "avaient": "avait"}
OPENS_WITH_PERIOD = regex(r"(en|au cours de la période) \d{4}(-\d{4})?,")
"""An item of a list that opens with its year."""
_OF = {
    (1, 3): "d’un tiers",
    (2, 3): "de deux tiers",
    (1, 4): "d’un quart",
    (3, 4): "de trois quarts",
    (1, 5): "d’un cinquième",
    (1, 10): "d’un dixième",
}
CHANGES = ChangeWords(
    multiples={2: "doublé", 3: "triplé", 4: "quadruplé"},
    multiplied={"exactly": "a {verb}", "nearly": "a presque {verb}", "more than": "a plus que {verb}"},
    fractions={
        (1, 2): "la moitié",
        (1, 3): "un tiers",
        (2, 3): "deux tiers",
        (1, 4): "un quart",
        (3, 4): "trois quarts",
        (1, 5): "un cinquième",
        (1, 10): "un dixième",
    },
    after_of=_OF | {(1, 2): "de la moitié"},
    after_by=_OF | {(1, 2): "de moitié"},
    near={"exactly": "{name}", "nearly": "près {of}", "more than": "plus {of}"},
    by={"exactly": "{by}", "nearly": "de près {of}", "more than": "de plus {of}"},
)
"""French has no verb for a fall to a half, which is told as a fraction."""
