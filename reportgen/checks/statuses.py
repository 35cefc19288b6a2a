"""Provisional figures and estimates: the reply that prints one says so, and calls no final figure provisional.

A phrase that compares says it by itself, and the annex marks each figure. But `In 2023, {{ victims }} persons were
helped` prints the number alone: who reads the reply takes it for final. And “(provisional figure)”, which was typed,
stays when the figure has become final.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.typed_numbers import TypedNumbers
from reportgen.diagnostics import Literal, Path, QuestionSubject
from reportgen.document.passages import Passage, PrintedFigure
from reportgen.languages.language import load
from reportgen.languages.patterns import Patterns
from reportgen.model import Merged
from reportgen.model.indicators import Series, label_of
from reportgen.model.merge import Where

_NEAR = 40
"""Characters between a figure and the brackets that speak of it: `{{ x }} persons helped (provisional figure)`."""
_compiled = lru_cache(re.compile)


class _Printed(Struct, frozen=True):
    """A figure that a reference prints, and an observation that it was made from."""

    passage: Passage
    one: PrintedFigure
    where: Where
    status: str


class _Said(Struct, frozen=True):
    """Words that call figures provisional, or estimates."""

    passage: Passage
    start: int
    end: int

    @property
    def is_aside(self) -> bool:
        """Return whether they stand in brackets, and so speak of what is before these."""
        before = self.passage.text[: self.start + 1].translate(_BRACKETS)
        return before.count("(") > before.count(")")


_BRACKETS = str.maketrans("（）", "()")


def statuses_are_told(context: CheckContext, typed: TypedNumbers) -> Iterator[Finding]:
    """Yield RG439 for figures that are printed as if they were final, RG440 for final ones that are called provisional.

    Args:
        context: with the figures as they are printed.
        typed: the passages of the document.
    """
    patterns, merged = load(context.report.settings.language).patterns, context.merged
    wheres = merged.by_path()
    for _, group in groupby(typed.passages, key=lambda passage: passage.issue):
        passages = list(group)
        printed = list(_printed(passages, merged, wheres))
        provisional = [one for one in printed if one.status == "provisional"]
        last = max(context.report.settings.reporting_years)
        estimated = [one for one in printed if one.status == "estimated" and not _is_rough(one, patterns, last)]
        says = [said for one in passages for said in _provisional_in(one, patterns)] if printed else []
        found = [*_untold(provisional, says), *_untold(estimated, _estimates_in(passages, patterns, estimated))]
        for code, one, text in [*(("RG439", one, "") for one in found), *_untrue(printed, says)]:
            subject = _subject_of(one.where, merged)
            if (code, subject) not in context.confirmed and one.one.figure.reference is not None:
                values = {
                    "typed": text,
                    "figure": one.one.figure.text,
                    "label": label_of(merged.indicators[one.where[0]], one.where[0]),
                    "period": Literal(str(one.where[2])),
                    "status": Literal("an estimate" if one.status == "estimated" else one.status),
                    "words": Literal(
                        patterns.estimated_alone if one.status == "estimated" else patterns.provisional_alone
                    ),
                }
                yield Finding(code, one.one.figure.reference.place, values, subject=subject)


def _printed(passages: Sequence[Passage], merged: Merged, wheres: Mapping[Path, Where]) -> Iterator[_Printed]:
    """Yield the figures that references print, once for each observation that they were made from."""
    for passage in passages:
        for one in passage.figures:
            for path in one.figure.paths if one.figure.reference is not None else ():
                if where := wheres.get(path):
                    yield _Printed(passage, one, where, _series(where, merged).values[where[2]].status)


def _series(where: Where, merged: Merged) -> Series:
    key, part, _ = where
    return merged.indicators[key] if part is None else merged.indicators[key].breakdown[part]


def _subject_of(where: Where, merged: Merged) -> QuestionSubject:
    key, part, period = where
    called = None if part is None else merged.indicators[key].breakdown[part].name
    return QuestionSubject(key, called, str(period), _series(where, merged).values[period].value)


def _provisional_in(passage: Passage, patterns: Patterns) -> Iterator[_Said]:
    if any(stem in passage.text for stem in patterns.provisional_stems):
        yield from _matches(patterns.says_provisional, passage)


def _estimates_in(passages: Sequence[Passage], patterns: Patterns, estimated: Sequence[_Printed]) -> list[_Said]:
    return [said for one in passages for said in _matches(patterns.says_estimated, one)] if estimated else []


def _is_rough(printed: _Printed, patterns: Patterns, last: int) -> bool:
    """Return whether the words right before an estimate say that it is none too exact, or its year is one to come."""
    text, start, figure = printed.passage.text, printed.one.start, printed.one.figure
    rough = [pattern.partition("{value}")[0].replace("~", " ") for pattern in patterns.approximations.values()]
    before = text[max(start - _NEAR, 0) : start].casefold().replace("\u00a0", " ")
    return printed.where[2].year > last or any(
        before.endswith(one) or figure.text.casefold().startswith(one) for one in rough if one
    )


def _matches(pattern: str, passage: Passage) -> Iterator[_Said]:
    for match in _compiled(pattern, re.IGNORECASE).finditer(passage.text):
        yield _Said(passage, *match.span())


def _untold(printed: Sequence[_Printed], says: Sequence[_Said]) -> Iterator[_Printed]:
    """Yield the first figure of each indicator whose status the reply does not tell.

    It is told by a sentence of the reply, or in brackets of its own paragraph or of one that prints it as well, as a
    phrase does that compares.
    """
    if any(not said.is_aside for said in says):
        return
    beside = {id(said.passage) for said in says}
    told = {one.where for one in printed if id(one.passage) in beside}
    found: dict[str, _Printed] = {}
    for one in printed:
        if one.where not in told:
            found.setdefault(one.where[0], one)
    yield from found.values()


def _untrue(printed: Sequence[_Printed], says: Sequence[_Said]) -> Iterator[tuple[str, _Printed, str]]:
    """Yield each place where typed words call figures provisional all of which are final, with the first of them."""
    for said in says:
        spoken = [one for one in printed if one.passage is said.passage] or printed
        before = [one for one in spoken if said.is_aside and 0 <= said.start - one.one.end <= _NEAR]
        spoken = [one for one in before if one.one == before[-1].one] or spoken
        is_final = all(one.status == "final" for one in spoken)
        if spoken and is_final and said.passage.is_typed(said.start, said.end):
            yield "RG440", spoken[0], said.passage.text[said.start : said.end].lstrip("(（")
