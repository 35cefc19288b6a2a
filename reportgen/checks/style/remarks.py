"""Remarks of the editorial rules as findings, with the words that they are on."""

from reportgen.checks.editorial.passage import FIGURE, UNTOUCHED, EditorialPassage, Notice
from reportgen.checks.finding import Finding
from reportgen.diagnostics import Literal, Place
from reportgen.limits import SHOWN_CHARACTERS

_AROUND = 20
"""Characters before and after the words of a remark that are shown with them."""


def remark_finding(passage: EditorialPassage, remark: Notice, place: Place | None) -> Finding:
    """Return a remark as a finding.

    Args:
        passage: that a rule has read.
        remark: of the rule.
        place: where its words stand.
    """
    advice = remark.advice if remark.better is None else advice_to_write(before_and_after(passage, remark)[1])
    return Finding(remark.code, place, {"words": _quote(passage, remark), "advice": Literal(advice)})


def advice_to_write(better: str) -> str:
    """Return the advice to write some words, in quotation marks; words that have such marks get no second pair."""
    return f"write {better}" if "“" in better or "”" in better else f"write “{better}”"


def before_and_after(passage: EditorialPassage, remark: Notice) -> tuple[str, str]:
    """Return the words of a remark before and after, with the rest of the words that they are part of."""
    text = passage.text
    start, end = remark.start, remark.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    better = text[start : remark.start] + (remark.better or "") + text[remark.end : end]
    return _readable(text[start:end]), _readable(better)


def _quote(passage: EditorialPassage, remark: Notice) -> str:
    """Return the words of a remark with a few around them, cut where a word ends."""
    text = passage.text
    if remark.end - remark.start >= SHOWN_CHARACTERS - 2:
        return _readable(text[remark.start : remark.end])
    room = min(_AROUND, (SHOWN_CHARACTERS - 2 - (remark.end - remark.start)) // 2)
    start, end = max(0, remark.start - room), min(len(text), remark.end + room)
    while 0 < start < remark.start and not text[start - 1].isspace():
        start += 1
    while remark.end < end < len(text) and not text[end].isspace():
        end -= 1
    words = _readable(text[start:end].strip())
    return ("…" if start > 0 else "") + words + ("…" if end < len(text) else "")


def _readable(words: str) -> str:
    """Return words as a message shows them: what stands for a figure, or for what is left alone, as a sign."""
    return words.replace(FIGURE, "{{…}}").replace(UNTOUCHED, "…")
