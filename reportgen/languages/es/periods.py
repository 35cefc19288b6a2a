"""How periods are called in Spanish."""

from reportgen.languages.period_names import PeriodNames, every_kind
from reportgen.languages.words import not_behind
from reportgen.regex import regex

MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
NAMES = PeriodNames(
    months=MONTHS,
    halves=("primer", "segundo"),
    quarters=("primer", "segundo", "tercer", "cuarto"),
    name={
        "year": "{year}",
        "span": "{year}-{end_year}",
        "half": "el {nth} semestre de {year}",
        "quarter": "el {nth} trimestre de {year}",
        "month": "{month} de {year}",
        "months": "el período de {month} a {end_month} de {year}",
        "long": "el período de {month} de {year} a {end_month} de {end_year}",
    },
    opening={"year": "El año {name}", "span": "El período {name}"},
    times=every_kind("en {name}", span="en el período {name}"),
    dates=every_kind(
        "al final de {name}",
        span="al final de {end_year}",
        half="al final del {nth} semestre de {year}",
        quarter="al final del {nth} trimestre de {year}",
        month="en {name}",
        months="al final del período de {month} a {end_month} de {year}",
        long="al final del período de {month} de {year} a {end_month} de {end_year}",
    ),
    day="{day}~de {month} de {year}",
)
_ACTS = "aprobado promulgado firmado ratificado creado"
_ACTS_ALWAYS = "aprobada promulgada firmada ratificada creada vigor"
"""Words before the year of an act or a body: one alone, since `centros creados en 2022` counts them."""
_HAS = "ha han había habían"
"""Words behind which those of `_ACTS` tell what was done in a year: `ha firmado en 2022 12 acuerdos`."""
SAYS_WHEN = regex(
    r"\b"
    + not_behind(_ACTS, unless=_HAS)
    + not_behind(_ACTS_ALWAYS)
    + r"(?i:en|durante|(?:a lo largo|a finales|a fines|al cierre|al final|en el (?:trans)?curso"
    r"|a principios|a mediados) de"
    r"|año|período|periodo|ejercicio|(?:(?<!\d )a|al|el|a fecha de) \d+ de \w+ de"
    r"|en \w+ de|(?:semestre|trimestre) de|entre) (\d{4})"
    r"(?:(?:\s?[-–]\s?| y )(\d{4}))?(?!\d)"
)
"""A time with its year, and the last year of several: `durante 2020-2022`; not the year of a law."""
SAYS_SIDE = regex(
    r"\b(?i:(?:antes|con anterioridad a) (?:de(?:l año)? )?(\d{4})"
    r"|(?:después de(?:l año)?|tras(?: el año)?) (\d{4})"
    r"|(?:desde|a partir de)(?: el año|l año)? (\d{4})|hasta(?: el año| fines de| finales de)? (\d{4}))(?!\d)"
)
"""The year before, after, since or until which something was, each a group: `antes de 2022`, `desde 2022`."""
SAYS_BESIDE = regex(
    r"\b(?i:(el año (?:anterior|precedente|previo)|un año antes)"
    r"|(el año siguiente|un año (?:después|más tarde)))\b(?! (?:al?|del?) \D)"
)
"""The year before, and the year after, the one named last: `el año anterior`; not `el año anterior a la reforma`."""
SAYS_SINCE = regex(
    r"\b(?i:desde|tras|después de) (?:la|el|su) (?:aprobación|adopción|entrada en vigor|creación|promulgación"
    r"|ratificación|introducción|puesta en marcha|apertura|reforma|modificación|adhesión|establecimiento)\b"
    r"[^,;:.()\d]{0,60}?(?:\d{1,2} de \w+ de )?(\d{4})(?!\d)"
)
"""The year of what was adopted, since which something was: `desde la aprobación de la ley en 2022`."""
