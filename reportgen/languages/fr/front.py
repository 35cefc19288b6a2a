"""The fixed wording of French documents.

Names of treaties and committees, the formula of titles, the lines of the first page and "liste de points" are those of
the United Nations' own documents (CAT/C/AFG/QPR/3, CERD/C/AND/CO/1-6, the model titles of the Geneva services); the
headings over replies are ours ([docs/languages.md](../../../docs/languages.md)).
"""

from reportgen.document.wording import Wording
from reportgen.languages.fr.numerals import ordinal
from reportgen.languages.front import Front, TreatyNames
from reportgen.model.treaties import TreatyCode

_CONVENTION = "Convention"
_CONTRACTED = (("le ", "du "), ("les ", "des "), ("Le ", "du "), ("Les ", "des "))
_VOWELS = tuple("aeiouyàâéèêîôAEIOUYÉÈÎÔ")
_REPORT = " soumis {by_state} {under}{procedure}, attendu en {due}"
_REPORTS = " rapports périodiques soumis {by_state} {under}{procedure}, attendu en {due}"
_REPLIES = "Réponses {of_state} à la liste de points concernant son "


def state_of(name: str) -> str:
    """Return `du Kazakhstan` of `le Kazakhstan`, `de la France`, `d’Andorre`, `de Cuba`."""
    for article, contracted in _CONTRACTED:
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return f"d’{name}" if name.startswith(_VOWELS) else f"de {name}"


def report_ordinal(number: int) -> str:
    """Return `premier`, `deuxième`: a report is masculine."""
    return "premier" if number == 1 else ordinal(number)


def _treaty(name: str, committee: str, short: str, article: str, council: str | None = None) -> TreatyNames:
    """Return a treaty; the article comes with its "de": `de l’article 40`."""
    cited = article.removeprefix("de ").replace("des ", "les ").replace("du ", "le ", 1)
    of = "du Pacte" if short == "Pacte" else "de la Convention"
    return TreatyNames(name, committee, f"{cited} {of}", f"en application {article} {of}", short, council or name)


TREATIES: dict[TreatyCode, TreatyNames] = {
    "cerd": _treaty(
        "Convention internationale sur l’élimination de toutes les formes de discrimination raciale",
        "Comité pour l’élimination de la discrimination raciale",
        _CONVENTION,
        "de l’article~9",
    ),
    "cescr": _treaty(
        "Pacte international relatif aux droits économiques, sociaux et culturels",
        "Comité des droits économiques, sociaux et culturels",
        "Pacte",
        "des articles~16 et~17",
        "Conseil économique et social",
    ),
    "ccpr": _treaty(
        "Pacte international relatif aux droits civils et politiques",
        "Comité des droits de l’homme",
        "Pacte",
        "de l’article~40",
    ),
    "cedaw": _treaty(
        "Convention sur l’élimination de toutes les formes de discrimination à l’égard des femmes",
        "Comité pour l’élimination de la discrimination à l’égard des femmes",
        _CONVENTION,
        "de l’article~18",
    ),
    "cat": _treaty(
        "Convention contre la torture et autres peines ou traitements cruels, inhumains ou dégradants",
        "Comité contre la torture",
        _CONVENTION,
        "de l’article~19",
    ),
    "crc": _treaty(
        "Convention relative aux droits de l’enfant",
        "Comité des droits de l’enfant",
        _CONVENTION,
        "de l’article~44",
    ),
    "cmw": _treaty(
        "Convention internationale sur la protection des droits de tous les travailleurs migrants et des membres de "
        "leur famille",
        "Comité pour la protection des droits de tous les travailleurs migrants et des membres de leur famille",
        _CONVENTION,
        "de l’article~73",
    ),
    "crpd": _treaty(
        "Convention relative aux droits des personnes handicapées",
        "Comité des droits des personnes handicapées",
        _CONVENTION,
        "de l’article~35",
    ),
    "ced": _treaty(
        "Convention internationale pour la protection de toutes les personnes contre les disparitions forcées",
        "Comité des disparitions forcées",
        _CONVENTION,
        "du paragraphe~1 de l’article~29",
    ),
}

FRONT = Front(
    tag="fr-FR",
    wording=Wording(
        paragraph=("paragraphe {numbers}", "paragraphes {numbers}"),
        paragraph_short=("par. {numbers}", "par. {numbers}"),
        span=" à ",
        last=" et ",
        above=("", " ci-dessus"),
        below=("", " ci-dessous"),
        table="tableau~{number}",
        section="section~{letter}",
        reply="la réponse {asked}",
        asked="aux questions soulevées au paragraphe~{number}",
        annex="Annexe",
        annex_in_text="annexe",
        table_label="Tableau~{number}",
        source="Source~: ",
        contents=("Paragraphes", "Page"),
        description="Colonnes~: {heads}. Lignes~: {rows}.",
        has_closed_items=True,
    ),
    treaties=TREATIES,
    state_of=state_of,
    state_by="par {}".format,
    report_ordinal=report_ordinal,
    later_ordinal=report_ordinal,
    organization="Nations Unies",
    distribution="Distr. générale",
    own_language="Français",
    is_own_named_twice=False,
    original="Original~: {language}",
    language_names={
        "Arabic": "arabe",
        "Chinese": "chinois",
        "English": "anglais",
        "French": "français",
        "Russian": "russe",
        "Spanish": "espagnol",
    },
    languages_only="{languages} seulement",
    received="[Date de réception~: {date}]",
    annex_apart="L’annexe du présent document peut être consultée auprès du secrétariat.",
    titles={
        "core": "Document de base commun faisant partie des rapports présentés par les États parties~: {state}",
        "initial": "Rapport initial" + _REPORT,
        "periodic": "{ordinal} rapport périodique" + _REPORT,
        "two": "Rapport valant {first} et {last}" + _REPORTS,
        "more": "Rapport valant {first} à {last}" + _REPORTS,
        "replies-initial": _REPLIES + "rapport initial",
        "replies-periodic": _REPLIES + "{ordinal} rapport périodique",
        "replies-two": _REPLIES + "rapport valant {first} et {last} rapports périodiques",
        "replies-more": _REPLIES + "rapport valant {first} à {last} rapports périodiques",
    },
    procedures={
        "standard": "",
        "simplified": ", selon la procédure simplifiée d’établissement des rapports",
        "optional": ", selon la procédure facultative d’établissement des rapports",
    },
    annex_title="~: annexe statistique",
    contents="Table des matières",
    abbreviations="Sigles et acronymes",
    heading="Réponses à la liste de points ({symbol})",
    cedaw_list=("liste de points", "liste de points et de questions"),
    reply="Réponse {asked}",
    not_received="La réponse {asked} n’a pas été reçue.",
    asked_by={
        "cedaw": "au paragraphe~{number} de la liste de points et de questions",
        "cat": "aux questions posées au paragraphe~{number} de la liste de points",
    },
    tables="Tableaux statistiques",
    tables_intro=(
        "La présente annexe statistique donne tous les chiffres sur lesquels repose le rapport, avec les organismes "
        "qui les ont communiqués. Deux points (..) indiquent que les données ne sont pas disponibles ou n’ont pas été "
        "communiquées séparément. Un tiret (–) indique que le chiffre est nul."
    ),
)
