"""Slips of the text itself: notes to the authors that were left in, and missing, doubled or stray spaces."""

from collections.abc import Iterator, Sequence

from reportgen.claims.author_notes import author_notes
from reportgen.claims.passages import Span, sentences
from reportgen.claims.spacing import Slip, double_spaces, missing_spaces, stray_spaces
from reportgen.diagnostics import Severity
from reportgen.published.audit.finding import Code, Finding
from reportgen.published.audit.passages import Passage
from reportgen.published.audit.wording import quoted

_LONGEST_WORD = 40
"""Characters of a word that are shown on either side of a slip."""


def check_placeholders(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Every note to the authors."""
    for passage in passages:
        for note in author_notes(passage.text):
            message = "a note to the authors was left in"
            around = _sentence(passage.text, note.start, note.end)
            evidence = f"{quoted(passage.text, around)}: {quoted(passage.text, Span(note.start, note.end))}"
            yield _finding(passage, note.start, Code.PLACEHOLDER, Severity.ERROR, message, evidence)


def _sentence(text: str, start: int, end: int) -> Span:
    """The sentence that a stretch stands in."""
    within = [span for span in sentences(text) if span.start <= start < span.end]
    return within[0] if within else Span(start, end)


def check_spacing(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Every place where a space is missing, doubled or out of place."""
    kinds = (
        (missing_spaces, Severity.ERROR, "a space is missing"),
        (double_spaces, Severity.WARNING, "a space is doubled"),
        (stray_spaces, Severity.WARNING, "a space is out of place"),
    )
    for passage in passages:
        for find, severity, message in kinds:
            for slip in find(passage.text):
                yield _finding(passage, slip.start, Code.SPACING, severity, message, _shown(passage.text, slip))


def _shown(text: str, slip: Slip) -> str:
    """The words as they stand, and as they should: whole ones, so that it is seen where."""
    start, end = max(min(slip.shown_start, slip.start), 0), min(max(slip.shown_end, slip.end), len(text))
    first = max(start - _LONGEST_WORD, 0)
    start = first + len(text[first:start].rpartition(" ")[0]) + (" " in text[first:start])
    end += len(text[end : end + _LONGEST_WORD].partition(" ")[0])
    better = text[start : slip.start] + slip.better + text[slip.end : end]
    return f"“{text[start:end]}”: write “{better}”"  # as it is, with every space


def _finding(passage: Passage, start: int, code: Code, severity: Severity, message: str, evidence: str) -> Finding:
    return Finding(passage.block, passage.paragraph, start, code, severity, message, evidence)
