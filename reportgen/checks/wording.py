"""Words beside figures: labels that make a sentence, verbs and nouns around a reference, breakdowns that vanish."""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.times import TimedPassage, timed_passages
from reportgen.claims.passages import Span
from reportgen.diagnostics import Literal
from reportgen.document.tree import Document, Figure, FigureReference, Heading, Level, Table
from reportgen.document.walk import inlines_of, walk_inlines
from reportgen.model import Indicator, Noun
from reportgen.model.indicators import label_of
from reportgen.regex import regex

# ---- labels -----------------------------------------------------------------------------------------------------

_QUESTION = regex(r"(how (many|much)|what|which|whether|were|was|is|are|did|does|do)\b|.*\?$", re.IGNORECASE)
"""`How many women were trained`: after a figure it would read “12 how many women were trained”."""
_HEADING = regex(r"\((total|number|no\.?|%|per cent|in total|persons?|units?)\)|:|^total\s*$|\btotal$", re.IGNORECASE)
"""`Women trained (total)`, `Cases: opened`: heads of a table's columns."""


def labels_make_sentences(context: CheckContext) -> Iterator[Finding]:
    """Yield RG353 for a label that is no noun phrase in the plural, as a sentence needs it."""
    for key, indicator in context.merged.indicators.items():
        fault = _fault(indicator)
        if indicator.label and fault:
            path = context.merged.fields.get((key, "label"), context.merged.homes[key])
            values = {"label": indicator.label, "what": Literal(fault[0]), "form": Literal(fault[1])}
            yield Finding("RG353", path, values)


def _fault(indicator: Indicator) -> tuple[str, str] | None:
    """Return what a label is instead of a noun phrase in the plural, and the form that is wanted."""
    label = " ".join((indicator.label or "").split())
    if _QUESTION.match(label):
        return "a question", "“women who were trained”, not “how many women were trained”"
    if _HEADING.search(label):
        return "the heading of a table", "“women trained”, not “Women trained (total)”"
    unit = indicator.unit
    if isinstance(unit, Noun) and label.casefold() == unit.one.casefold() != unit.other.casefold():
        return "a singular", f"“{unit.other}”, not “{label}”"
    return None


# ---- words around a reference -----------------------------------------------------------------------------------

_PLURAL_BEFORE = regex(r"\bthere (?:were|are|have been) $", re.IGNORECASE)
_SINGULAR_BEFORE = regex(r"\bthere (?:was|is|has been) $", re.IGNORECASE)
_ONE = {"1", "one", "a", "an"}
_BRACKETS = regex(r" \([^()]*\) ")
"""What a phrase prints behind its figure: `12 (9 in 2022) cases` separates the figure from its noun."""
_SEVERAL = regex(r"[2-9]|[1-9][\d,]+|two|three|four|five|six|seven|eight|nine")


def words_fit_figures(context: CheckContext) -> Iterator[Finding]:
    """Yield RG426 and RG427 where the words around a reference do not fit what it prints, RG428 for lost breakdowns."""
    found: dict[tuple[object, ...], Finding] = {}
    referred: dict[str, FigureReference] = {}
    for passage in timed_passages(context.tree) if context.tree else ():
        for span, figure in passage.figures:
            if figure.reference is not None:
                referred.setdefault(figure.indicator, figure.reference)
            for finding in _around(passage, span, figure, context):
                found.setdefault((finding.code, finding.at, figure.indicator), finding)
    yield from found.values()
    yield from _vanished(referred, context)


def _around(passage: TimedPassage, span: Span, figure: Figure, context: CheckContext) -> Iterator[Finding]:
    """Yield RG426 for "there were" before one or "there was" before several, RG427 for a noun after brackets."""
    indicator, reference = context.merged.indicators.get(figure.indicator), figure.reference
    if reference is None or indicator is None or not isinstance(indicator.unit, Noun | None):
        return
    before, after = passage.text[: span.start], passage.text[span.end :]
    value = figure.text.casefold()
    plural, singular = _PLURAL_BEFORE.search(before), _SINGULAR_BEFORE.search(before)
    if value in _ONE and plural and not _goes_on(after):
        facts = {"words": Literal(plural[0].strip()), "figure": figure.text, "verb": "was"}
        yield Finding("RG426", reference.place, facts)
    elif singular and _SEVERAL.fullmatch(value):
        facts = {"words": Literal(singular[0].strip()), "figure": figure.text, "verb": "were"}
        yield Finding("RG426", reference.place, facts)
    noun = _noun_after(after, indicator)
    if noun and "unit" not in reference.text:
        yield Finding("RG427", reference.place, {"noun": noun, "reference": Literal(_with_unit(reference.text))})


def _goes_on(after: str) -> bool:
    """Return whether a further figure makes the subject plural: "there were one case in 2022 and three in 2023"."""
    return re.match(r"[^.;()]*\b(and|or)\b[^.;()]*\b(\d|two|three|four|five|six|seven|eight|nine)", after) is not None


def _noun_after(after: str, indicator: Indicator) -> str | None:
    """Return the noun of the unit that stands after the brackets of a phrase: `12 (9 in 2022) cases`."""
    brackets = _BRACKETS.match(after)
    if brackets is None or not isinstance(indicator.unit, Noun):
        return None
    rest = after[brackets.end() :]
    nouns = (indicator.unit.other, indicator.unit.one)
    return next((noun for noun in nouns if re.match(rf"{re.escape(noun)}\b", rest, re.IGNORECASE)), None)


def _with_unit(reference: str) -> str:
    """Return `{{ dv | compared(unit=True) }}` for `{{ dv | compared }}`."""
    if "(" in reference:
        return reference.replace("(", "(unit=True, ", 1).replace(", )", ")")
    return re.sub(r"\s*\}\}$", "(unit=True) }}", reference)


# ---- breakdowns that were asked for -----------------------------------------------------------------------------

_SEX = regex(r"\b(sex|gender|women|woman|men|man|girls?|boys?|females?|males?)\b", re.IGNORECASE)
_WORDS = {
    "sex": _SEX,
    "gender": _SEX,
    "age": regex(r"\b(age|aged|years?|children|adults?|minors?|adolescents?|youths?|elderly)\b|\d", re.IGNORECASE),
}
"""Words of parts by which a breakdown is known, where it does not say what it divides by."""
_ELSEWHERE = regex(r"\b(annex(es)?|(?<!\bround[ -])tables?)\b", re.IGNORECASE)
"""What a reply says that refers its reader to where the figures stand."""


def _vanished(referred: Mapping[str, FigureReference], context: CheckContext) -> Iterator[Finding]:
    """Yield RG428 where an issue asks for a breakdown that the data have, and the text does not give it."""
    if context.tree is None:
        return
    in_text, in_tables = _printed_parts(context.tree, context)
    for issue in context.report.outline.issues:
        texts = (one.text for given in context.report.submissions for one in given.replies if one.issue == issue.number)
        if issue.asks is None or _ELSEWHERE.search(" ".join(texts)):
            continue
        for key, reference in referred.items():
            indicator = context.merged.indicators.get(key)
            if indicator is None or indicator.issue != issue.number:
                continue
            parts = {by: {(key, part) for part in _parts_by(indicator, by)} for by in issue.asks.breakdowns}
            missing = [by for by, of_it in parts.items() if of_it and not of_it & in_text]
            tabled = [by for by in missing if parts[by] & in_tables]
            values = {"number": issue.number, "key": key, "label": label_of(indicator, key)}
            for asked, where in (([by for by in missing if by not in tabled], ""), (tabled, _IN_TABLE)):
                if asked:
                    facts = {"by": Literal(" and by ".join(asked)), "where": Literal(where)}
                    yield Finding("RG428", reference.place, values | facts)


_IN_TABLE = "; the table below it, which the program writes, does"


def _printed_parts(document: Document, context: CheckContext) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """Return which parts of indicators stand before the annexes: in a text, and in a table that no text asked for."""
    part_at = {path: (key, part) for (key, part, _), path in context.merged.paths.items() if part is not None}
    in_text, in_tables = set[tuple[str, int]](), set[tuple[str, int]]()
    for block in takewhile(lambda one: not (isinstance(one, Heading) and one.level is Level.ANNEX), document.blocks):
        for figure in (one for inlines in inlines_of(block) for one in walk_inlines(inlines)):
            if type(figure) is Figure:
                is_written = isinstance(block, Table) and figure.reference is None
                (in_tables if is_written else in_text).update(part_at[path] for path in figure.paths if path in part_at)
    return in_text, in_tables


def _parts_by(indicator: Indicator, asked: str) -> Iterator[int]:
    """Yield the parts of an indicator that divide it by what is asked."""
    words = _WORDS.get(asked.casefold().strip())
    for number, part in enumerate(indicator.breakdown):
        is_named = words is not None and part.by is None and words.search(part.called(one=False))
        if part.periods and ((part.by or "").casefold() == asked.casefold() or is_named):
            yield number
