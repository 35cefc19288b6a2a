"""Whether the words around a reference fit what it prints: "there were" beside one case, a noun after brackets.

The reply to an issue that asks for a breakdown is looked at as well: the parts that the data have must not vanish from
the text because it refers to the total.
"""

import re
from collections.abc import Iterator

from reportgen.checks.finding import Checked
from reportgen.checks.times import Passage, passages
from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.document.tree import Document, Figure
from reportgen.model import Indicator, Noun
from reportgen.regex import regex

_PLURAL_BEFORE = regex(r"\bthere (?:were|are|have been) $", re.IGNORECASE)
_SINGULAR_BEFORE = regex(r"\bthere (?:was|is|has been) $", re.IGNORECASE)
_ONE = {"1", "one", "a", "an"}
_BRACKETS = regex(r" \([^()]*\) ")
_SEVERAL = regex(r"[2-9]|[1-9][\d,]+|two|three|four|five|six|seven|eight|nine")


def words_fit_figures(document: Document, checked: Checked) -> tuple[Diagnostic, ...]:
    """Return RG426 to RG428 for references whose surrounding words do not fit what they print.

    Args:
        document: the composed document.
        checked: the report that it was made from.
    """
    found: dict[tuple[str, Place | None, str], Diagnostic] = {}
    shown: set[tuple[str, bool]] = set()
    referred: dict[str, Figure] = {}
    for passage in passages(document):
        for span, figure in passage.figures:
            if figure.reference is not None:
                has_part = any("breakdown" in path for path in figure.paths)
                shown.add((figure.indicator, has_part))
                referred.setdefault(figure.indicator, figure)
            for diagnostic in _around(passage, span.start, span.end, figure, checked):
                found.setdefault((diagnostic.code, diagnostic.place, figure.indicator), diagnostic)
    return (*found.values(), *_vanished(referred, shown, checked))


def _around(passage: Passage, start: int, end: int, figure: Figure, checked: Checked) -> Iterator[Diagnostic]:
    indicator = checked.merged.indicators.get(figure.indicator)
    if figure.reference is None or indicator is None or not _is_count(indicator):
        return
    before, after = passage.text[:start], passage.text[end:]
    place, value = figure.reference.place, figure.text
    if value.casefold() in _ONE and (verb := _PLURAL_BEFORE.search(before)) and not _goes_on(after):
        yield diagnose("RG426", place, words=Literal(verb[0].strip()), figure=value, verb="was")
    elif _SEVERAL.fullmatch(value.casefold()) and (verb := _SINGULAR_BEFORE.search(before)):
        yield diagnose("RG426", place, words=Literal(verb[0].strip()), figure=value, verb="were")
    noun = _noun_after(after, indicator)
    if noun and "unit" not in figure.reference.text:
        yield diagnose("RG427", place, noun=noun, reference=Literal(_with_unit(figure.reference.text)))


def _is_count(indicator: Indicator) -> bool:
    return indicator.unit is None or isinstance(indicator.unit, Noun)


def _goes_on(after: str) -> bool:
    """Whether a further figure makes the subject plural: "there were one case in 2022 and three in 2023"."""
    return re.match(r"[^.;()]*\b(and|or)\b[^.;()]*\b(\d|two|three|four|five|six|seven|eight|nine)", after) is not None


def _noun_after(after: str, indicator: Indicator) -> str | None:
    """The noun of the unit that stands after the brackets of a phrase."""
    brackets = _BRACKETS.match(after)
    if brackets is None or not isinstance(indicator.unit, Noun):
        return None
    rest = after[brackets.end() :]
    nouns = (indicator.unit.other, indicator.unit.one)
    return next((noun for noun in nouns if re.match(rf"{re.escape(noun)}\b", rest, re.IGNORECASE)), None)


def _with_unit(reference: str) -> str:
    """`{{ dv | compared(unit=True) }}` of `{{ dv | compared }}`."""
    if "(" in reference:
        return reference.replace("(", "(unit=True, ", 1).replace(", )", ")")
    return re.sub(r"\s*\}\}$", "(unit=True) }}", reference)


# ---- breakdowns that were asked for ---------------------------------------------------------------------------


_WORDS = {
    "sex": regex(r"\b(sex|gender|women|woman|men|man|girls?|boys?|females?|males?)\b", re.IGNORECASE),
    "gender": regex(r"\b(sex|gender|women|woman|men|man|girls?|boys?|females?|males?)\b", re.IGNORECASE),
    "age": regex(r"\b(age|aged|years?|children|adults?|minors?|adolescents?|youths?|elderly)\b|\d", re.IGNORECASE),
}
"""Words of parts by which a breakdown is known, where it does not say what it divides by."""
_ANNEX = regex(r"\b(annex|tables?)\b", re.IGNORECASE)


def _vanished(referred: dict[str, Figure], shown: set[tuple[str, bool]], checked: Checked) -> Iterator[Diagnostic]:
    """RG428: what an issue asks to be broken down, and the data have, is told in the text or referred to."""
    for issue in checked.report.outline.issues:
        for key, figure in referred.items():
            indicator = checked.merged.indicators.get(key)
            if indicator is None or indicator.issue != issue.number or (key, True) in shown or figure.reference is None:
                continue
            asked = [by for by in (issue.asks.breakdowns if issue.asks else ()) if _has(indicator, by)]
            replies = " ".join(
                reply.text for one in checked.report.submissions for reply in one.replies if reply.issue == issue.number
            )
            if asked and not _ANNEX.search(replies):
                by = Literal(" and by ".join(asked))
                yield diagnose("RG428", figure.reference.place, number=issue.number, by=by, key=key)


def _has(indicator: Indicator, asked: str) -> bool:
    """Whether the data are divided by what is asked."""
    words = _WORDS.get(asked.casefold().strip())
    for part in indicator.breakdown:
        if part.periods and (part.by or "").casefold() == asked.casefold():
            return True
        if part.periods and words is not None and part.by is None and words.search(part.called(one=False)):
            return True
    return False
