"""Find bold and italics of an edited report that the project does not print, or not yet."""

from collections.abc import Iterator, Sequence

from reportgen.word.align import equal_places
from reportgen.word.pull.printed import plain
from reportgen.word.units import Unit


def find_lost_looks(edited: Sequence[Unit], now: Sequence[Unit]) -> Iterator[tuple[Unit, str]]:
    """Yield units whose words are set in bold or italics in one report and not in another, with the first such words.

    Args:
        edited: the units of the report as it came back.
        now: those of the report that the project prints; units of the same words are compared.
    """
    old, new = ([(unit.kind, plain(unit.text)) for unit in units] for units in (now, edited))
    for before, after in equal_places(old, new):
        if changed := changed_looks([edited[after]], [now[before]]):
            yield edited[after], changed


def changed_looks(one: Sequence[Unit], other: Sequence[Unit]) -> str:
    """Return the first words that are bold or italic in one of two versions of a text alone."""
    for look in (2, 1):
        first, second = (" ".join(words for unit in units for words in _words(unit, look)) for units in (one, other))
        if first.replace(" ", "") != second.replace(" ", ""):
            return first or second
    return ""


def _words(unit: Unit, look: int) -> Iterator[str]:
    """Yield the stretches of a text that have a look."""
    text = "".join(char if int(own) & look else "\0" for char, own in zip(unit.text, unit.looks, strict=True))
    yield from (words for part in text.split("\0") if (words := plain(part)))
