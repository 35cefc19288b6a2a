"""Certain corrections of one text, made until the rules find no more.

One correction may make room for the next (a dash, then the words around it), so that the rules are applied again after
each round. Every character remembers where it stood, so that the changes are changes of the text as it was written.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.checks.editorial.passage import Notice
from reportgen.checks.editorial.rules import read_passage
from reportgen.checks.style.passages import Currencies, Located, passages_of
from reportgen.checks.style.remarks import before_and_after
from reportgen.checks.style.texts import PrintedText
from reportgen.claims.passages import Span
from reportgen.project.corrections import TextChange

_ROUNDS = 8
"""Rounds after which nothing more is corrected; texts of the tests need at most three."""


class CorrectedWords(Struct, frozen=True):
    """A correction that was made in a text."""

    code: str
    at: int
    """Where the words stand in the text as it was written."""
    old: str
    new: str


class CorrectedText(Struct, frozen=True):
    """A text with its corrections."""

    source: PrintedText
    text: str
    changes: tuple[TextChange, ...]
    """Of the text as it was written."""
    corrections: tuple[CorrectedWords, ...]


def correct_text(source: PrintedText, currencies: Currencies) -> CorrectedText:
    """Return a text with all certain corrections."""
    letters = list(source.text)
    origins: list[int | None] = list(range(len(letters)))
    made: list[CorrectedWords] = []
    for _ in range(_ROUNDS):
        chosen = _choose(replace(source, text="".join(letters)), currencies)
        if not chosen:
            break
        for located, remark, span, new in reversed(chosen):
            old, better = before_and_after(located.passage, remark)
            start = located.span(remark.start, remark.end).start
            at = next((origin for origin in origins[start:] if origin is not None), len(source.text))
            made.append(CorrectedWords(remark.code, at, old, better))
            letters[span.start : span.end] = new
            origins[span.start : span.end] = [None] * len(new)
    made.sort(key=lambda corrected: corrected.at)
    return CorrectedText(source, "".join(letters), tuple(_changes(source.text, letters, origins)), tuple(made))


def _choose(source: PrintedText, currencies: Currencies) -> list[tuple[Located, Notice, Span, str]]:
    """Return the corrections of one round, in order, none of which touches another."""
    possible = [
        (located, remark, *correction)
        for located in passages_of(source, currencies)
        for remark in read_passage(located.passage)
        if (correction := _correction(located, remark)) is not None
    ]
    chosen: list[tuple[Located, Notice, Span, str]] = []
    for one in sorted(possible, key=lambda one: one[2]):
        if not chosen or chosen[-1][2].end < one[2].start:
            chosen.append(one)
    return chosen


def _correction(located: Located, remark: Notice) -> tuple[Span, str] | None:
    """Return the certain correction of a remark as a change of the text; None where it spans a line break."""
    correction = remark.correction(located.passage.text)
    if correction is None:
        return None
    span, new = correction
    here = located.span(*span)
    return (here, new) if span.of(located.passage.text) == here.of(located.source.text) else None


def _changes(text: str, letters: Sequence[str], origins: Sequence[int | None]) -> list[TextChange]:
    """Return what leads from the text as it was written to the corrected one."""
    changes: list[TextChange] = []
    kept, new = 0, list[str]()
    for letter, origin in zip([*letters, ""], [*origins, len(text)], strict=True):
        if origin is None:
            new.append(letter)
            continue
        if new or origin > kept:
            changes.append(TextChange(Span(kept, origin), "".join(new)))
        kept, new = origin + 1, []
    return changes
