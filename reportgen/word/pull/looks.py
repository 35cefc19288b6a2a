"""Find bold and italics of an edited report that the project does not print."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.word.pull.printed import plain
from reportgen.word.units import Unit


def find_lost_looks(edited: Sequence[Unit], now: Sequence[Unit]) -> Iterator[tuple[Unit, str]]:
    """Yield units whose words are set in bold or italics in one report and not in another, with the first such words.

    Args:
        edited: the units of the report as it came back.
        now: those of the report that the project prints; units of the same words are compared.
    """
    old, new = ([(unit.kind, plain(unit.text)) for unit in units] for units in (now, edited))
    for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for step in range(match.size):
            unit = edited[match.b + step]
            if changed := _changed(unit, now[match.a + step]):
                yield unit, changed


def _changed(one: Unit, other: Unit) -> str:
    """Return the first words that are bold or italic in one of two units alone."""
    for strong in (True, False):
        first, second = (
            " ".join(plain(text) for is_strong, text in unit.looks if is_strong is strong) for unit in (one, other)
        )
        if first.replace(" ", "") != second.replace(" ", ""):
            return first or second
    return ""
