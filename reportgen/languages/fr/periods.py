"""How periods are called in French."""

from reportgen.languages.period_names import PeriodNames, every_kind
from reportgen.languages.words import not_behind
from reportgen.regex import regex

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
NAMES = PeriodNames(
    months=MONTHS,
    halves=("premier", "second"),
    quarters=("premier", "deuxième", "troisième", "quatrième"),
    name={
        "year": "{year}",
        "span": "{year}-{end_year}",
        "half": "le {nth} semestre de {year}",
        "quarter": "le {nth} trimestre de {year}",
        "month": "{month} {year}",
        "months": "la période de {month} à {end_month} {year}",
        "long": "la période de {month} {year} à {end_month} {end_year}",
    },
    opening={"year": "L’année {name}", "span": "La période {name}"},
    times=every_kind(
        "en {name}",
        span="au cours de la période {name}",
        half="au {nth} semestre de {year}",
        quarter="au {nth} trimestre de {year}",
        months="au cours de {name}",
        long="au cours de {name}",
    ),
    dates=every_kind(
        "à la fin de {name}",
        span="à la fin de {end_year}",
        half="à la fin du {nth} semestre de {year}",
        quarter="à la fin du {nth} trimestre de {year}",
        month="en {name}",
    ),
    day="{day}~{month} {year}",
    first_day="1er",
)
_ACTS = "adopté promulgué signé ratifié créé institué"
_ACTS_ALWAYS = "adoptée promulguée signée ratifiée créée instituée vigueur"
"""Words before the year of an act or a body: one alone, since `centres créés en 2022` counts them."""
_HAS = "a ont avait avaient"
"""Words behind which those of `_ACTS` tell what was done in a year: `a signé en 2022 12 accords`."""
SAYS_WHEN = regex(
    r"\b"
    + not_behind(_ACTS, unless=_HAS)
    + not_behind(_ACTS_ALWAYS)
    + r"(?i:(?<!jusqu[’'])en|pendant|durant|pour|courant|fin|début|mi|(?:au cours|à la fin|au début|au titre) de|année"
    r"|exercice|période|l[’']an|au mois d(?:e |[’'])\w+"
    r"|(?:au|le|à la date du) \d+(?:er)? \w+|en \w+|(?:semestre|trimestre)(?: de)?|entre)[ -](\d{4})"
    r"(?:(?:\s?[-–]\s?| et )(\d{4}))?(?!\d)"
)
"""A time with its year, and the last year of several: `au cours de 2022`; not the year of a law."""
SAYS_SIDE = regex(
    r"\b(?i:(?:avant|antérieurement à)(?: l[’']année)? (\d{4})"
    r"|(?:après|postérieurement à)(?: l[’']année)? (\d{4})"
    r"|(?:depuis|dès|à (?:partir|compter) de)(?: l[’']année)? (\d{4})|jusqu[’'](?:en|à la fin de|à fin) (\d{4}))(?!\d)"
)
"""The year before, after, since or until which something was, each a group: `avant 2022`, `jusqu’en 2022`."""
SAYS_BESIDE = regex(
    r"\b(?i:(l[’']année (?:précédente|d[’']avant)|(?:un an|une année) (?:plus tôt|auparavant))"
    r"|(l[’']année (?:suivante|d[’']après)|(?:un an|une année) plus tard))\b"
)
"""The year before, and the year after, the one named last: `l’année précédente`."""
SAYS_SINCE = regex(
    r"\b(?i:depuis|dès|à la suite de|suite à|après) (?:l[’']|la |le |son |sa )(?:adoption|entrée en vigueur|création"
    r"|mise en place|introduction|promulgation|ratification|lancement|ouverture|réforme|modification|adhésion)\b"
    r"[^,;:.()\d]{0,60}?(?:\d{1,2}(?:er)? \w+ )?(\d{4})(?!\d)"
)
"""The year of what was adopted, since which something was: `depuis l’adoption de la loi en 2022`."""
