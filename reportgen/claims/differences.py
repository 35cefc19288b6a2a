"""Two texts compared word by word, as people can read it."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from reportgen.limits import COMPARED_WORDS

_AROUND = 6
"""Words that are shown on each side of a change."""


def diff(old: str, new: str) -> str:
    """Return what changed between two texts, word by word: `in [-2022-] {+2023+}`; long equal stretches are cut."""
    before, after = old.split()[:COMPARED_WORDS], new.split()[:COMPARED_WORDS]
    parts: list[str] = []
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for place, (kind, start, end, begin, stop) in enumerate(codes):
        if kind == "equal":
            parts += _context(before[start:end], is_first=place == 0, is_last=place == len(codes) - 1)
        if start < end and kind != "equal":
            parts.append(f"[-{' '.join(before[start:end])}-]")
        if begin < stop and kind != "equal":
            parts.append(f"{{+{' '.join(after[begin:stop])}+}}")
    return " ".join(parts)


def _context(words: Sequence[str], *, is_first: bool, is_last: bool) -> list[str]:
    """Return equal words, cut to some next to each change."""
    before = [] if is_first else list(words[:_AROUND])
    after = [] if is_last else list(words[-_AROUND:])
    if len(words) <= len(before) + len(after):
        return list(words)
    return [*before, "…", *after]
