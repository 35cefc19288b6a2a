"""Corrections of one text: it comes in, the changes that make it right go out, until the rules find no more.

One correction may make room for the next (a dash, then the words around it), so that the rules look again after each
round. Every character remembers where it stood, so that the changes are changes of the text as it was written.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.checks.editorial.rules import Remark, read_passage
from reportgen.checks.style.passages import Currencies, Located, passages_of
from reportgen.checks.style.said import before_and_after
from reportgen.checks.style.texts import PrintedText
from reportgen.claims.passages import Span

ROUNDS = 8
"""Rounds after which nothing more is corrected; texts of the tests need at most three."""


class Change(Struct, frozen=True):
    """Characters of a text that are replaced."""

    span: Span
    """In the text as it was written."""
    new: str


class Made(Struct, frozen=True):
    """A correction that was made."""

    code: str
    at: int
    """Where the words stand in the text as it was written."""
    old: str
    new: str


class Corrected(Struct, frozen=True):
    """A text with its corrections."""

    source: PrintedText
    text: str
    changes: tuple[Change, ...]
    made: tuple[Made, ...]


def correct(source: PrintedText, currencies: Currencies) -> Corrected:
    """Make all certain corrections of a text.

    Args:
        source: the text.
        currencies: of the report's indicators.
    """
    letters = list(source.text)
    origins: list[int | None] = list(range(len(letters)))
    made: list[Made] = []
    for _ in range(ROUNDS):
        text = "".join(letters)
        chosen = _chosen(replace(source, text=text), currencies)
        if not chosen:
            break
        for located, remark, span, new in reversed(chosen):
            old, better = before_and_after(located.passage, remark)
            at = _origin(origins, located.span(remark.start, remark.end).start, len(source.text))
            made.append(Made(remark.code, at, old, better))
            letters[span.start : span.end] = new
            origins[span.start : span.end] = [None] * len(new)
    made.sort(key=lambda one: one.at)
    return Corrected(source, "".join(letters), tuple(_changes(source.text, letters, origins)), tuple(made))


def _chosen(source: PrintedText, currencies: Currencies) -> list[tuple[Located, Remark, Span, str]]:
    """The corrections of one round, in order, none of which touches another."""
    found: list[tuple[Located, Remark, Span, str]] = []
    for located in passages_of(source, currencies):
        for remark in read_passage(located.passage):
            correction = correction_in(located, remark)
            if correction is not None:
                found.append((located, remark, *correction))
    found.sort(key=lambda one: one[2])
    chosen: list[tuple[Located, Remark, Span, str]] = []
    for one in found:
        if not chosen or chosen[-1][2].end < one[2].start:
            chosen.append(one)
    return chosen


def correction_in(located: Located, remark: Remark) -> tuple[Span, str] | None:
    """The certain correction of a remark as a change of the text, or None."""
    correction = remark.correction(located.passage.text)
    if correction is None:
        return None
    span, new = correction
    here = located.span(*span)
    as_written = span.of(located.passage.text) == here.of(located.source.text)
    return (here, new) if as_written else None


def _origin(origins: Sequence[int | None], at: int, end: int) -> int:
    """Where a character stood, or the next one that was there before."""
    return next((origin for origin in origins[at:] if origin is not None), end)


def _changes(text: str, letters: Sequence[str], origins: Sequence[int | None]) -> list[Change]:
    """What leads from the text as it was written to the corrected one."""
    changes: list[Change] = []
    kept, new = 0, list[str]()
    for letter, origin in zip([*letters, ""], [*origins, len(text)], strict=True):
        if origin is None:
            new.append(letter)
            continue
        if new or origin > kept:
            changes.append(Change(Span(kept, origin), "".join(new)))
        kept, new = origin + 1, []
    return changes
