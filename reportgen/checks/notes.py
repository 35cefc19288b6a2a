"""Notes to single figures: the reply that prints a figure of eleven months says so, and compares it with no whole year.

A phrase that compares tells the notes of its figures, and the annex has them all. But `In 2023, {{ victims }} persons
were helped` prints the number alone: who reads the reply takes it for that of the year, or of the whole country.
"""

from collections.abc import Iterator, Sequence

from reportgen.checks.beside import subject_of
from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.printed import PrintedObservation, finding_of
from reportgen.document.passages import Passage
from reportgen.languages.language import load
from reportgen.languages.note_words import NoteWords, parting
from reportgen.model import Period
from reportgen.regex import regex

_COMPARES = regex(r"\|\s*(?:change|from_to|fold|multiplied|yearly_change|share_change|rank_change)\b")
"""What tells which way figures went, and how far."""


def notes_are_told(
    context: CheckContext,
    passages: Sequence[Passage],
    printed: Sequence[PrintedObservation],
    doubtful: Sequence[PrintedObservation],
) -> Iterator[Finding]:
    """Yield RG441 for figures without the note that limits them, RG442 for changes between figures that it parts.

    Args:
        context: with the figures as they are printed.
        passages: of one reply.
        printed: its figures.
        doubtful: those whose status is asked about, and their notes with it.
    """
    words, merged = load(context.report.settings.language).patterns.note_words, context.merged
    asked = {(one.observed.where[0], note) for one in doubtful for note in one.notes}
    for one in printed:
        is_open = bool(one.notes) and ("RG441", subject_of(one.observed, merged)) not in context.confirmed
        for note in one.notes if is_open else ():
            noted = (one.observed.where[0], note)
            is_told = noted in asked or any(words.is_told(note, passage.text) for passage in passages)
            if not is_told and words.limit(note, one.status):
                asked.add(noted)
                yield finding_of("RG441", one, merged, note=note)
    for one, base, notes in _compared(printed, words):
        reference = one.figure.figure.reference
        if reference is not None and ("RG442", subject_of(one.observed, merged)) not in context.confirmed:
            yield finding_of("RG442", one, merged, typed=reference.text, base=base, note=notes)


def _compared(
    printed: Sequence[PrintedObservation], words: NoteWords
) -> Iterator[tuple[PrintedObservation, Period, str]]:
    """Yield the last figure of each change that a reference tells, the first period, and the notes that part them."""
    changes: dict[object, dict[Period, PrintedObservation]] = {}
    for one in printed:
        reference = one.figure.figure.reference
        if reference is not None and _COMPARES.search(reference.text):
            changes.setdefault((reference, one.observed.where[:2]), {})[one.observed.where[2]] = one
    for ends in changes.values():
        first, last = (choose(ends, key=lambda period: period.order) for choose in (min, max))
        limits = {period: _limits(ends[period], words) for period in (first, last)}
        if notes := parting(limits):
            yield ends[last], first, notes


def _limits(one: PrintedObservation, words: NoteWords) -> str | None:
    return "; ".join(note for note in one.notes if words.limit(note, one.status)) or None
