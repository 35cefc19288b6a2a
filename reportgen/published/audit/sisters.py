"""Lists that are made alike, of which all but one add up.

`In 2020, … 404 cases (warnings in 27, fines in 106 and detention in 271); in 2021, … 325 cases (18, 103 and 204); in
2022, … 2,458 cases (466, 212 and 178)`: that the first two add up proves that the parts are all, so that the third,
however far from its total, is wrong.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportgen.claims.model import SUMMED, Total
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import SAYING_LITTLE
from reportgen.published.audit.bounds import added, bounds
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_WORD = regex(r"[^\W\d_]++(?:[’'-][^\W_]++)*")
_PROOF = 2
"""Sisters that must add up."""
_Key = tuple[int, str, int, tuple[frozenset[str], ...]]


def proven_whole(passages: Sequence[AuditPassage]) -> set[tuple[int, Span]]:
    """Return the totals whose parts are all because those of their sisters are, by block and span.

    Sisters stand under one heading, have as many parts in the same form, and name them in the same words. More than
    half of them, and at least two, must add up.
    """
    sisters: dict[_Key, list[tuple[AuditPassage, Total]]] = defaultdict(list)
    for passage in passages:
        for claim in passage.reading.claims:
            if isinstance(claim, Total) and len(claim.parts) > 1 and _is_counted(claim):
                sisters[_key(passage, claim)].append((passage, claim))
    return {
        (passage.block, claim.span)
        for alike in sisters.values()
        if len(alike) > _PROOF and _are_proof([claim for _, claim in alike])
        for passage, claim in alike
        if not _adds_up(claim)
    }


def _are_proof(alike: Sequence[Total]) -> bool:
    right = sum(map(_adds_up, alike))
    return right >= _PROOF and right * 2 > len(alike)


def _is_counted(claim: Total) -> bool:
    return claim.total is not None and claim.total.measure in SUMMED


def _adds_up(claim: Total) -> bool:
    assert claim.total is not None  # only these are collected
    return added(claim.parts).meets(bounds(claim.total))


def _key(passage: AuditPassage, claim: Total) -> _Key:
    return passage.reply, claim.form, len(claim.parts), tuple(_names(passage, claim))


def _names(passage: AuditPassage, claim: Total) -> Iterator[frozenset[str]]:
    """Yield the words about each part that tell it from the others, on both sides of its number."""
    spans = [part.quantity.span for part in claim.parts]
    start = passage.text.rfind("(", claim.span.start, spans[0].start) + 1 or spans[0].start
    for part, behind in zip(claim.parts, [*spans[1:], None], strict=True):
        label_end = passage.text.find(part.label, part.quantity.span.end) + len(part.label)
        is_behind = part.quantity.span.end < label_end <= (behind.start if behind else claim.span.end)
        end = label_end if is_behind else part.quantity.span.end
        period = part.quantity.period
        text = passage.text[start : part.quantity.span.start] + passage.text[part.quantity.span.end : end]
        words = {match.lower() for match in _WORD.findall(text)}
        yield frozenset(words - SAYING_LITTLE) or frozenset({period.text if period else ""})
        start = end
