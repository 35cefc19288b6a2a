"""Labels that make no sentence: a question, the heading of a table, a singular."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Checked, Finding
from reportgen.diagnostics import Literal
from reportgen.model import Indicator, Noun
from reportgen.regex import regex

_QUESTION = regex(r"(how (many|much)|what|which|whether|were|was|is|are|did|does|do)\b|.*\?$", re.IGNORECASE)
_HEADING = regex(r"\((total|number|no\.?|%|per cent|in total|persons?|units?)\)|:|^total\s*$|\btotal$", re.IGNORECASE)


def labels_make_sentences(checked: Checked) -> Iterator[Finding]:
    """RG353: a label is a noun phrase in the plural, as a sentence needs it."""
    for key, indicator in checked.merged.indicators.items():
        fault = _fault(indicator)
        if indicator.label and fault:
            what, form = fault
            path = checked.merged.fields.get((key, "label"), checked.merged.homes[key])
            yield Finding("RG353", path, {"label": indicator.label, "what": Literal(what), "form": Literal(form)})


def _fault(indicator: Indicator) -> tuple[str, str] | None:
    """What a label is instead of a noun phrase in the plural, and the form that is wanted."""
    label = " ".join((indicator.label or "").split())
    if _QUESTION.match(label):
        return "a question", "“women who were trained”, not “how many women were trained”"
    if _HEADING.search(label):
        return "the heading of a table", "“women trained”, not “Women trained (total)”"
    unit = indicator.unit
    if isinstance(unit, Noun) and label.casefold() == unit.one.casefold() != unit.other.casefold():
        return "a singular", f"“{unit.other}”, not “{label}”"
    return None
