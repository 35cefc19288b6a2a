"""Slips of the text itself: notes to the authors that were left in, and missing, doubled or stray spaces."""

from collections.abc import Container, Iterator, Sequence

from reportgen.claims.author_notes import author_notes
from reportgen.claims.passages import Span
from reportgen.claims.spacing import Slip, double_spaces, may_be_note, missing_spaces, stray_spaces
from reportgen.diagnostics import Severity
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.wording import quoted
from reportgen.regex import regex

_QUOTED = regex(r"“[^“”]*+”")
_HIGH_MARKS = ";:!?"
"""Marks before which French has a space."""
_FRENCH = regex(r"\b(?:le|les|des|du|et|est|dans|aux?)\b")
_ENGLISH = regex(r"\b(?:the|of|and|was|were|in|for)\b")
_SPANISH = regex(r"\b(?:el|los|las|del|y|una?|con|por)\b")
"""It shares “le” and “les” with French, and puts no space there."""
_LONGEST_WORD = 40
"""Characters of a word that are shown on either side of a slip."""


def check_placeholders(passages: Sequence[AuditPassage], quiet: Container[str] = ()) -> Iterator[AuditFinding]:
    """Yield every note to the authors; not a question of the Committee that is quoted above its answer.

    Args:
        passages: the passages of a document.
        quiet: texts that have none.
    """
    for place, passage in enumerate(passages):
        if passage.text in quiet:
            continue
        within = passage.sentences
        for note in author_notes(passage.text):
            span = Span(note.start, note.end)
            around = next((one for one in within if one.start <= span.start < one.end), span)
            if note.is_question and _is_answered(passages, place, around):
                continue
            message = "a note to the authors was left in"
            if note.is_question:
                message = "a note to the authors was left in, or a question without its answer"
            severity = Severity.WARNING if note.is_question else Severity.ERROR
            evidence = f"{quoted(passage.text, around)}: {quoted(passage.text, span)}"
            yield passage.finding_at(span.start, Code.PLACEHOLDER, severity, message, evidence)


def _is_answered(passages: Sequence[AuditPassage], place: int, question: Span) -> bool:
    """Return whether nothing but requests stands before a question in its paragraph, and an answer comes after it.

    So do replies that repeat the list of issues: `Please indicate … . Please provide … .`, and then the reply.
    """
    passage = passages[place]
    within = [sentence for sentence in passage.sentences if sentence.start != question.start]
    before = [span for span in within if span.start < question.start]
    if not all(_is_request(span.of(passage.text)) for span in before):
        return False
    if any(not _is_request(span.of(passage.text)) for span in within[len(before) :]):
        return True
    after = (one for one in passages[place + 1 :] if one.reply == passage.reply)
    return any(not _is_request(sentence.of(one.text)) for one in after for sentence in one.sentences)


def _is_request(text: str) -> bool:
    """Return whether a sentence asks for something, outside quotation marks."""
    low = _QUOTED.sub("", text).lower()
    return "please" in low or "kindly" in low


def check_spacing(passages: Sequence[AuditPassage], quiet: Container[str] = ()) -> Iterator[AuditFinding]:
    """Yield every place where a space is missing, doubled or out of place; not of the `quiet` texts."""
    kinds = (
        (missing_spaces, Severity.ERROR, "a space is missing"),
        (double_spaces, Severity.WARNING, "a space is doubled"),
        (stray_spaces, Severity.WARNING, "a space is out of place"),
    )
    french: bool | None = None
    for passage in (one for one in passages if one.text not in quiet):
        for find, severity, message in kinds:
            for slip in find(passage.text):
                if find is stray_spaces and passage.text[slip.end] in _HIGH_MARKS:
                    french = _is_french(passages) if french is None else french
                    if french:
                        continue
                is_mark = severity is Severity.ERROR and may_be_note(passage.text, slip)
                said = f"{message}, unless this is the mark of a note" if is_mark else message
                weight = Severity.INFO if is_mark else severity
                yield passage.finding_at(slip.start, Code.SPACING, weight, said, _shown(passage.text, slip))


def _is_french(passages: Sequence[AuditPassage]) -> bool:
    """Return whether a document is in French, by its small words."""
    languages = (_FRENCH, _ENGLISH, _SPANISH)
    french, *others = (sum(len(one.findall(passage.text)) for passage in passages) for one in languages)
    return french > max(others)


def _shown(text: str, slip: Slip) -> str:
    """Return the words as they stand, and as they should: whole ones, so that it is seen where."""
    start, end = max(min(slip.shown_start, slip.start), 0), min(max(slip.shown_end, slip.end), len(text))
    first = max(start - _LONGEST_WORD, 0)
    start = first + len(text[first:start].rpartition(" ")[0]) + (" " in text[first:start])
    end += len(text[end : end + _LONGEST_WORD].partition(" ")[0])
    better = text[start : slip.start] + slip.better + text[slip.end : end]
    return f"“{text[start:end]}”: write “{better}”"  # as it is, with every space
