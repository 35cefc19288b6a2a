"""Find directions that were turned: “increased by 12 per cent” edited to “decreased by 12 per cent”.

A figure that was made from two periods says a change; the word of direction nearest to it, in its sentence, was chosen
for the data. Where the edited text has only words of the other direction next to the same figure, it says the opposite
of what the data say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from reportgen.document.tree import Figure
from reportgen.languages.en.lexicon import DOWN, LESS, MORE, UP
from reportgen.readers.line import Bookmark
from reportgen.regex import regex
from reportgen.word.edits import Group
from reportgen.word.units import Unit

_UP = UP | MORE - {"above"}
_DOWN = DOWN | LESS - {"below"} | {"downward", "loss", "lost"}
"""“See the table above” and “below” stand near figures and say no direction."""
_NOT = frozenset({"not", "no", "never", "without"})
_WORD = regex(r"[A-Za-z]+|\d[\d.,\u00a0]*\d|\d|[.;](?=\s|$)")
_NEAR = 8
"""Words between a figure of a change and its direction: `decreased, compared with the year before, by 12 per cent`."""


class Reversed(Struct, frozen=True):
    """A change whose direction was edited to the opposite."""

    figure: Figure
    text: str
    """The figure as it is printed."""
    old: str
    """The word of direction that the data gave."""
    new: str
    """The word that stands there now."""
    where: str


def find_reversed(
    built: Sequence[Unit], edited: Sequence[Unit], groups: Sequence[Group], known: Mapping[str, Figure]
) -> Iterator[Reversed]:
    """Yield every change that the edited text turns around."""
    for group in groups:
        now = [edited[place] for place in group.edited]
        for unit in (built[place] for place in group.built):
            for span in unit.figures:
                figure = known.get(span.name)
                if figure is not None and len(figure.periods) == 2:
                    yield from _reversed(unit, span, figure, now)


def _reversed(unit: Unit, span: Bookmark, figure: Figure, now: Sequence[Unit]) -> Iterator[Reversed]:
    text = unit.text[span.start : span.end]
    old = [word for word in _around(unit.text, span.start, span.end) if _sense(word)]
    if not old:
        return
    place = unit.text.count(text, 0, span.start)
    for other in now:
        if other.text == unit.text or other.text.count(text) != unit.text.count(text):
            continue
        start = [match.start() for match in re.finditer(re.escape(text), other.text)][place]
        words = _around(other.text, start, start + len(text))
        new = [word for word in words if _sense(word)]
        is_denied = any(word.casefold() in _NOT for word in words)
        if new and not is_denied and all(_sense(word) == -_sense(old[0]) for word in new):
            yield Reversed(figure, text, old[0], new[0], other.where)
            return


def _around(text: str, start: int, end: int) -> list[str]:
    """Return the words about a figure within its sentence, the nearest first, those before it before those after it."""
    before = [match.group() for match in _WORD.finditer(text, 0, start)][: -_NEAR - 1 : -1]
    after = [match.group() for match in _WORD.finditer(text, end)][:2]
    if before[:1] == ["than"]:
        return []  # “more than 12 per cent” is no direction
    return [*takewhile(_goes_on, before), *takewhile(_goes_on, after)]


def _goes_on(word: str) -> bool:
    return word not in {".", ";"}


def _sense(word: str) -> int:
    """Return 1 for up, -1 for down, 0 for a word without a direction."""
    return (word.casefold() in _UP) - (word.casefold() in _DOWN)
