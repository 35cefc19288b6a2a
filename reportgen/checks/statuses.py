"""Provisional figures and estimates: the reply that prints one says so, and calls no final figure provisional.

A phrase that compares says it by itself, and the annex marks each figure. But `In 2023, {{ victims }} persons were
helped` prints the number alone: who reads the reply takes it for final. And “(provisional figure)”, which was typed,
stays when the figure has become final.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from reportgen.checks.beside import subject_of
from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.notes import notes_are_told
from reportgen.checks.printed import PrintedObservation, finding_of, printed_observations
from reportgen.checks.typed.numbers import TypedNumbers
from reportgen.diagnostics import Literal
from reportgen.document.passages import Passage
from reportgen.languages.language import load
from reportgen.languages.patterns import Patterns

_NEAR = 40
"""Characters between a figure and the brackets that speak of it: `{{ x }} persons helped (provisional figure)`."""
_compiled = lru_cache(re.compile)


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
        printed = list(printed_observations(passages, merged, wheres))
        says = [said for one in passages for said in _provisional_in(one, patterns)] if printed else []
        open_ = [one for one in printed if ("RG439", subject_of(one.observed, merged)) not in context.confirmed]
        provisional = [one for one in open_ if one.status == "provisional"]
        estimated = [one for one in open_ if one.status == "estimated" and not _is_rough(one, patterns, last)]
        untold = [(one, "provisional") for one in _untold(provisional, printed, says, alone)]
        rough = _estimates_in(passages, patterns) if estimated else ()
        untold += [(one, "an estimate") for one in _untold(estimated, printed, rough, patterns.estimated_alone)]
        for one, status in untold:
            told = Literal(_remark(one, patterns))
            yield finding_of("RG439", one, merged, status=Literal(status), words=told)
        for one, words in _untrue(printed, says, alone):
            if ("RG440", subject_of(one.observed, merged)) not in context.confirmed:
                yield finding_of("RG440", one, merged, typed=words)
        if any(one.notes for one in printed):
            yield from notes_are_told(context, passages, printed, [one for one, _ in untold])


def _remark(one: PrintedObservation, patterns: Patterns) -> str:
    """Return the words that tell the status of a figure, and the note that limits it."""
    words = patterns.provisional_alone if one.status == "provisional" else patterns.estimated_alone
    note = "; ".join(note for note in one.notes if patterns.note_words.limit(note, one.status))
    return patterns.noted.replace("~", "\u00a0").format(remark=words, note=note) if note else words


def _provisional_in(passage: Passage, patterns: Patterns) -> Iterator[_Said]:
    if any(stem in passage.text for stem in patterns.provisional_stems):
        yield from _matches(patterns.says_provisional, passage)


def _estimates_in(passages: Sequence[Passage], patterns: Patterns) -> list[_Said]:
    return [said for one in passages for said in _matches(patterns.says_estimated, one)]


def _is_rough(one: PrintedObservation, patterns: Patterns, last: int) -> bool:
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
    doubtful: Sequence[PrintedObservation], printed: Sequence[PrintedObservation], says: Sequence[_Said], alone: str
) -> Iterator[PrintedObservation]:
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
    found: dict[str, PrintedObservation] = {}
    for one in doubtful:
        if one.observed.where not in told:
            found.setdefault(one.observed.where[0], one)
    yield from found.values()


def _untrue(
    printed: Sequence[PrintedObservation], says: Sequence[_Said], alone: str
) -> Iterator[tuple[PrintedObservation, str]]:
    """Yield the first of some final figures for each place where typed words call them all provisional, with these."""
    for said in says:
        spoken = _spoken_of(said, printed, alone) or printed
        if all(one.status == "final" for one in spoken) and said.passage.is_typed(said.start, said.end):
            yield spoken[0], said.words


def _spoken_of(said: _Said, printed: Sequence[PrintedObservation], alone: str) -> Sequence[PrintedObservation]:
    """Return the figures that words speak of: all of their paragraph, or the one before brackets that speak of one."""
    beside = [one for one in printed if one.passage is said.passage]
    if said.is_aside and said.words.casefold() in {alone, *alone.split()}:
        near = [one for one in beside if 0 <= said.start - one.figure.end <= _NEAR]
        return [one for one in near if one.figure == near[-1].figure] or beside
    return beside
