"""Two texts compared: word by word, as people can read it, and by their beginnings."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from reportgen.limits import COMPARED_WORDS

_AROUND = 6
"""Words that are shown on each side of a change."""


def diff(old: str, new: str) -> str:
    """Return what changed between two texts, word by word: `in [-2022-] {+2023+}`; long equal stretches are cut."""
    before, after = old.split()[:COMPARED_WORDS], new.split()[:COMPARED_WORDS]
    return " ".join(mark_changes(before, after, are_cut=True))


def mark_changes(before: Sequence[str], after: Sequence[str], *, are_cut: bool = False) -> list[str]:
    """Return the words of two texts with marks around those that only one of them has: `[-2022-]`, `{+2023+}`.

    Args:
        before: words of the first text.
        after: words of the second.
        are_cut: whether long equal stretches are cut to some words next to each change.
    """
    parts: list[str] = []
    pieces = list(changed_words(before, after))
    for place, (kind, words) in enumerate(pieces):
        match kind:
            case "=":
                parts += kept_around(words, is_first=place == 0, is_last=place == len(pieces) - 1) if are_cut else words
            case "-":
                parts.append(f"[-{' '.join(words)}-]")
            case _:
                parts.append(f"{{+{' '.join(words)}+}}")
    return parts


def changed_words(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the words of two texts in stretches: kept (`=`), of the first alone (`-`), of the second alone (`+`)."""
    for kind, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "=", before[start:end]
            continue
        if start < end:
            yield "-", before[start:end]
        if begin < stop:
            yield "+", after[begin:stop]


def shared_start(one: Iterable[object], other: Iterable[object]) -> int:
    """Return with how many equal items two sequences begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def kept_around(words: Sequence[str], *, is_first: bool, is_last: bool) -> list[str]:
    """Return equal words, cut to some next to each change."""
    before = [] if is_first else list(words[:_AROUND])
    after = [] if is_last else list(words[-_AROUND:])
    if len(words) <= len(before) + len(after):
        return list(words)
    return [*before, "…", *after]
