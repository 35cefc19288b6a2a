"""Counts of persons and cases: they have no fractions, whatever the other figures of their row are.

`1.234` persons is 1,234 with a point that parts thousands in the agency's country, and would be printed as it stands.
"""

import re
from collections.abc import Iterator

from reportgen.checks.finding import CheckContext, Finding, shown_number
from reportgen.diagnostics import Literal
from reportgen.languages.en.persons import PERSONS
from reportgen.languages.words import word_set
from reportgen.model import Indicator, Noun
from reportgen.model.indicators import label_of
from reportgen.regex import regex

_WHOLE = (PERSONS - {"staff"}) | word_set(
    "case cases complaint complaints application applications conviction convictions visit visits"
    " personne personnes victime victimes affaire affaires cas enfant enfants femme femmes homme hommes"
    " plainte plaintes"
    " persona personas víctima víctimas caso casos niño niños mujer mujeres hombre hombres denuncia denuncias"
    " лицо лица человек люди дело дела жалоба жалобы жертва жертвы дети женщины мужчины"
    " شخص أشخاص قضية قضايا شكوى شكاوى طفل أطفال ضحية ضحايا 人 名 起 件 案件 起案件"
)
"""Units of which there is no half."""
_MEASURED = regex(
    r"\b(?:average|mean|median|per|rate|ratio|share|index|full[- ]time|equivalents?|fte"
    r"|moyen(?:ne)?|taux|équivalents?|etp|par (?:an|classe|habitant|jour|mois)|promedio|medi[ao] de|tasa|equivalentes?"
    r"|por (?:año|clase|día|habitante|mes))\b|средн|на душу|коэффициент|ставок|متوسط|معدل|平均|人均|率",
    re.IGNORECASE,
)
"""In the label of what is measured in persons: `average number of pupils in a class`, `full-time equivalents`."""


def counts_are_whole(context: CheckContext) -> Iterator[Finding]:
    """Yield RG333 for every figure with a fraction that counts persons or cases."""
    for key, indicator in context.merged.indicators.items():
        for part, series in indicator.all_series:
            named = "" if part is None else f" ({indicator.breakdown[part].name})"
            for period, value in series.figures:
                if value != value.to_integral_value() and is_counted_whole(indicator):
                    facts = {"label": label_of(indicator, key), "part": Literal(named), "period": period}
                    yield Finding("RG333", context.path(key, period, part), {**facts, "value": shown_number(value)})


def is_counted_whole(indicator: Indicator) -> bool:
    """Return whether an indicator counts persons or cases, by its measure, its unit and its label."""
    unit = indicator.unit
    if not isinstance(unit, Noun) or not indicator.adds_up_over_parts:
        return False
    return {unit.one.casefold(), unit.other.casefold()} <= _WHOLE and not _MEASURED.search(indicator.label or "")
