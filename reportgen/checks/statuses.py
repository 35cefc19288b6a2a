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

from reportgen.checks.beside import Observed, label_of_series, subject_of
from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.typed_numbers import TypedNumbers
from reportgen.diagnostics import Literal, Path
from reportgen.document.passages import Passage, PrintedFigure
from reportgen.languages.language import load
from reportgen.languages.patterns import Patterns
from reportgen.model import Merged
from reportgen.model.merge import Where

_NEAR = 40
"""Characters between a figure and the brackets that speak of it: `{{ x }} persons helped (provisional figure)`."""
_compiled = lru_cache(re.compile)


class _Printed(Struct, frozen=True):
    """A figure that a reference prints, and an observation that it was made from."""

    passage: Passage
    figure: PrintedFigure
    observed: Observed
    status: str


class _Said(Struct, frozen=True):
    """Words that call figures provisional, or estimates."""

    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """Return them without the bracket before them or the mark behind them."""
        return self.passage.text[self.start : self.end].strip("(（）):：;；,，،؛")

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
    one_form, many_form = patterns.provisional
    alone = patterns.provisional_alone if one_form != many_form else ""  # "предварительные данные" may be of several
    wheres, last = merged.by_path(), max(context.report.settings.reporting_years)
    for _, group in groupby(typed.passages, key=lambda passage: passage.issue):
        passages = list(group)
        printed = list(_printed(passages, merged, wheres))
        says = [said for one in passages for said in _provisional_in(one, patterns)] if printed else []
        open_ = [one for one in printed if ("RG439", subject_of(one.observed, merged)) not in context.confirmed]
        provisional = [one for one in open_ if one.status == "provisional"]
        estimated = [one for one in open_ if one.status == "estimated" and not _is_rough(one, patterns, last)]
        for one in _untold(provisional, printed, says, alone):
            yield _finding("RG439", one, merged, status="provisional", words=patterns.provisional_alone)
        rough = _estimates_in(passages, patterns) if estimated else ()
        for one in _untold(estimated, printed, rough, patterns.estimated_alone):
            yield _finding("RG439", one, merged, status="an estimate", words=patterns.estimated_alone)
        for one, words in _untrue(printed, says, alone):
            if ("RG440", subject_of(one.observed, merged)) not in context.confirmed:
                yield _finding("RG440", one, merged, typed=words)


def _finding(code: str, one: _Printed, merged: Merged, *, typed: str = "", **more: str) -> Finding:
    """Return what is found of a figure, at the place of its reference."""
    values = {
        "typed": typed,
        "figure": one.figure.figure.text,
        "label": label_of_series(one.observed, merged),
        "period": Literal(str(one.observed.where[2])),
        **{name: Literal(text) for name, text in more.items()},
    }
    reference = one.figure.figure.reference
    return Finding(code, reference.place if reference else None, values, subject=subject_of(one.observed, merged))


def _printed(passages: Sequence[Passage], merged: Merged, wheres: Mapping[Path, Where]) -> Iterator[_Printed]:
    """Yield the figures that references print, once for each observation that they were made from."""
    for passage in passages:
        for figure in (one for one in passage.figures if one.figure.reference is not None):
            for key, part, period in (wheres[path] for path in figure.figure.paths if path in wheres):
                series = merged.indicators[key] if part is None else merged.indicators[key].breakdown[part]
                observation = series.values[period]
                if observation.value is not None:
                    observed = Observed(0, (key, part, period), observation.value)
                    yield _Printed(passage, figure, observed, observation.status)


def _provisional_in(passage: Passage, patterns: Patterns) -> Iterator[_Said]:
    if any(stem in passage.text for stem in patterns.provisional_stems):
        yield from _matches(patterns.says_provisional, passage)


def _estimates_in(passages: Sequence[Passage], patterns: Patterns) -> list[_Said]:
    return [said for one in passages for said in _matches(patterns.says_estimated, one)]


def _is_rough(one: _Printed, patterns: Patterns, last: int) -> bool:
    """Return whether the words right before an estimate say that it is none too exact, or its year is one to come."""
    start, printed = one.figure.start, one.figure.figure.text.casefold()
    before = one.passage.text[max(start - _NEAR, 0) : start].casefold().replace("\u00a0", " ")
    rough = (pattern.partition("{value}")[0].replace("~", " ") for pattern in patterns.approximations.values())
    is_said = any(before.endswith(words) or printed.startswith(words) for words in rough if words)
    return is_said or one.observed.where[2].year > last


def _matches(pattern: str, passage: Passage) -> Iterator[_Said]:
    for match in _compiled(pattern, re.IGNORECASE).finditer(passage.text):
        yield _Said(passage, *match.span())


def _untold(
    doubtful: Sequence[_Printed], printed: Sequence[_Printed], says: Sequence[_Said], alone: str
) -> Iterator[_Printed]:
    """Yield the first figure of each indicator whose status the reply does not tell.

    It is told by a sentence of the reply, or in brackets that speak of it here or where it is printed as well, as those
    of a phrase do that compares.

    Args:
        doubtful: the figures that are not final, and were not answered for.
        printed: all figures of the reply.
        says: the words of the reply that tell their status.
        alone: the words that tell it of one figure; "" where they are the same for several.
    """
    if any(not said.is_aside for said in says):
        return
    told = {one.observed.where for said in says for one in _spoken_of(said, printed, alone)}
    found: dict[str, _Printed] = {}
    for one in doubtful:
        if one.observed.where not in told:
            found.setdefault(one.observed.where[0], one)
    yield from found.values()


def _untrue(printed: Sequence[_Printed], says: Sequence[_Said], alone: str) -> Iterator[tuple[_Printed, str]]:
    """Yield the first of some final figures for each place where typed words call them all provisional, with these."""
    for said in says:
        spoken = _spoken_of(said, printed, alone) or printed
        if all(one.status == "final" for one in spoken) and said.passage.is_typed(said.start, said.end):
            yield spoken[0], said.words


def _spoken_of(said: _Said, printed: Sequence[_Printed], alone: str) -> Sequence[_Printed]:
    """Return the figures that words speak of: all of their paragraph, or the one before brackets that speak of one."""
    beside = [one for one in printed if one.passage is said.passage]
    if said.is_aside and said.words.casefold() in {alone, *alone.split()}:
        near = [one for one in beside if 0 <= said.start - one.figure.end <= _NEAR]
        return [one for one in near if one.figure == near[-1].figure] or beside
    return beside
