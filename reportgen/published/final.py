"""Whether a report may leave: what the agencies' answers and clearances say, and what its own text contradicts.

The composed document is audited as any published report is. Only what arithmetic proves stops a final build; all else
that an audit finds is for people to read (`reportgen audit PROJECT`).
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from reportgen.agencies.final import judge_agencies
from reportgen.diagnostics import Diagnostic, Literal, Place, Places, Severity, diagnose
from reportgen.document.tree import Block, Figure
from reportgen.document.walk import ALIKE, inlines_of, plain_text, walk_inlines
from reportgen.model.clearances import Affirmation
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.findings import audit_document
from reportgen.published.audit.printing import place_words
from reportgen.regex import regex
from reportgen.results import Checked, Verdict

PROVED = frozenset({Code.SUM, Code.SHARE, Code.CHANGE, Code.DIRECTION, Code.PERIOD, Code.CONFLICT})
"""What is proved by the numbers of the text themselves, where an audit is certain of it."""


def judge_final(root: Path, checked: Checked) -> Verdict:
    """Return what `judge_agencies` does, with the contradictions of the composed document that nobody confirmed."""
    verdict = judge_agencies(root, checked)
    confirmed = {statement.words: statement for statement in checked.report.statements} if checked.report else {}
    found = [(finding, confirmed.get(_words(finding))) for finding in _contradictions(checked)]
    refused = tuple(_diagnose(checked, one) for one, answer in found if answer is None)
    answers = tuple(_answered(answer) for _, answer in found if answer is not None)
    return replace(verdict, diagnostics=(*verdict.diagnostics, *refused), answers=(*verdict.answers, *answers))


def _contradictions(checked: Checked) -> Iterator[AuditFinding]:
    """Yield what the text of a report in English contradicts for certain."""
    if checked.document is None or checked.report is None or checked.report.settings.language != "en":
        return
    for finding in audit_document(checked.document).findings:
        if finding.severity is Severity.ERROR and finding.code in PROVED:
            yield finding


def _words(finding: AuditFinding) -> str:
    """Return what an answer names: the words of the text and the arithmetic, which change with any of the numbers.

    Paragraphs have no number in it, since theirs change with every paragraph before them.
    """
    return _PARAGRAPH.sub("another paragraph", " ".join(finding.evidence.translate(ALIKE).split()))


_PARAGRAPH = regex(r"\bparagraph \d+\b")


def _diagnose(checked: Checked, finding: AuditFinding) -> Diagnostic:
    """Return the finding at the place where its words were written."""
    typed, place = checked.typed, None
    if typed is not None and typed.written is not None:
        block = typed.blocks[finding.block]
        text, end = plain_text(getattr(block, "children", ())), finding.start + _BEGINNING
        place = _made_from(block, finding.start, checked.loaded.places) or typed.written.find(
            typed.blocks, finding.block, text, finding.start, end
        )
    words = _words(finding)
    return diagnose(
        "RG651",
        place,
        where=Literal(place_words(finding.paragraph)),
        what=Literal(finding.message),
        words=Literal(words),
        answer=Literal(f"- {{words: {json.dumps(words, ensure_ascii=False)}, reason: …}}"),
    )


def _made_from(block: Block, start: int, places: Places) -> Place | None:
    """Return where the first figure of a claim stood, in a block written from data alone; None where somebody wrote it.

    Its words stand in no text of an agency, and a shipped template is no place where anybody could correct them.

    Args:
        block: the block.
        start: where the claim begins in its text; of a table, whose text is that of its cells, the first figure counts.
        places: where data stood.
    """
    figures = [one for inlines in inlines_of(block) for one in walk_inlines(inlines) if isinstance(one, Figure)]
    if not figures or any(one.reference is not None for one in figures):
        return None
    end, behind = 0, list[Figure]()
    for inline in getattr(block, "children", ()):
        end += len(plain_text((inline,)))
        behind += [one for one in walk_inlines((inline,)) if isinstance(one, Figure) and end > start]
    return next((place for one in (*behind, *figures) for path in one.paths if (place := places.find(path))), None)


_BEGINNING = 12
"""Characters of a claim by which its place in an agency's text is found."""


def _answered(answer: Affirmation) -> Mapping[str, str | None]:
    """Return a statement that was confirmed, as the manifest names it."""
    return {"code": "RG651", "words": answer.words, "by": answer.by, "reason": answer.reason}
