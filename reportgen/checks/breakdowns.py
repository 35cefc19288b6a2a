"""Breakdowns that the list of issues asks for stand in the text, or the text says where they are."""

import re
from collections.abc import Iterator
from itertools import takewhile

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.times import timed_passages
from reportgen.diagnostics import Literal
from reportgen.document.tree import Document, Figure, FigureReference, Heading, Level, Table
from reportgen.document.walk import walk_block
from reportgen.model import Indicator
from reportgen.model.asks import asked_breakdowns
from reportgen.model.indicators import label_of
from reportgen.regex import regex

_SEX = regex(r"\b(sex|gender|women|woman|men|man|girls?|boys?|females?|males?)\b", re.IGNORECASE)
_WORDS = {
    "sex": _SEX,
    "gender": _SEX,
    "age": regex(r"\b(age|aged|years?|children|adults?|minors?|adolescents?|youths?|elderly)\b|\d", re.IGNORECASE),
}
"""Words of parts by which a breakdown is known, where it does not say what it divides by."""
_ELSEWHERE = regex(r"\b(annex(es)?|(?<!\bround[ -])tables?)\b", re.IGNORECASE)
"""What a reply says that refers its reader to where the figures stand."""


def breakdowns_are_told(context: CheckContext) -> Iterator[Finding]:
    """Yield RG428 where an issue asks for a breakdown that the data have, and the text does not give it."""
    asked = asked_breakdowns(context.report.outline, context.merged.indicators)
    if context.tree is None or not asked:
        return
    referred: dict[str, FigureReference] = {}
    for figure in (figure for passage in timed_passages(context.tree) for _, figure in passage.figures):
        if figure.reference is not None:
            referred.setdefault(figure.indicator, figure.reference)
    in_text, in_tables = _printed_parts(context.tree, context)
    texts: dict[int | None, list[str]] = {}
    for reply in (one for given in context.report.submissions for one in given.replies):
        texts.setdefault(reply.issue, []).append(reply.text)
    for key, reference in referred.items():
        indicator = context.merged.indicators.get(key)
        if indicator is None or key not in asked or _ELSEWHERE.search(" ".join(texts.get(indicator.issue, ()))):
            continue
        parts = {by: {(key, part) for part in _parts_by(indicator, by)} for by in asked[key]}
        missing = [by for by, of_it in parts.items() if of_it and not of_it & in_text]
        tabled = [by for by in missing if parts[by] & in_tables]
        values: dict[str, object] = {"number": indicator.issue, "key": key, "label": label_of(indicator, key)}
        for lacking, where in (([by for by in missing if by not in tabled], ""), (tabled, _IN_TABLE)):
            if lacking:
                facts = {"by": Literal(" and by ".join(lacking)), "where": Literal(where)}
                yield Finding("RG428", reference.place, values | facts)


_IN_TABLE = "; the table below it, which the program writes, does"


def _printed_parts(document: Document, context: CheckContext) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """Return which parts of indicators stand before the annexes: in a text, and in a table that no text asked for."""
    part_at = {path: (key, part) for (key, part, _), path in context.merged.paths.items() if part is not None}
    in_text, in_tables = set[tuple[str, int]](), set[tuple[str, int]]()
    for block in takewhile(lambda one: not (isinstance(one, Heading) and one.level is Level.ANNEX), document.blocks):
        for figure in walk_block(block):
            if type(figure) is Figure:
                is_written = isinstance(block, Table) and figure.reference is None
                (in_tables if is_written else in_text).update(part_at[path] for path in figure.paths if path in part_at)
    return in_text, in_tables


def _parts_by(indicator: Indicator, asked: str) -> Iterator[int]:
    """Yield the parts of an indicator that divide it by what is asked."""
    words = _WORDS.get(asked.casefold().strip())
    for number, part in enumerate(indicator.breakdown):
        is_named = words is not None and part.by is None and words.search(part.name)
        if part.periods and ((part.by or "").casefold() == asked.casefold() or is_named):
            yield number
