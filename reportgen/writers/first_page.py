"""The first page: which cover line stands at which place of the masthead or below it, for all writers.

    |          | organization           |   symbol | row 1, a thin rule below
    | (emblem) | treaty          | distribution … | row 2, a thick rule below
    committee, session, agenda, title, [date received]

The text of the first page reads in this order in every output. The emblem's place stays empty: its use is regulated.
"""

from collections.abc import Iterable

from msgspec import Struct

from reportgen.document.tree import Contents, CoverLine, Inlines, Note, Role
from reportgen.document.walk import plain_text, walk_inlines

BESIDE = (Role.DISTRIBUTION, Role.DATE, Role.LANGUAGE, Role.LANGUAGES)
"""The lines at the right of the masthead, from the top; the first line of `LANGUAGE` has space above it."""
BELOW = (Role.COMMITTEE, Role.SESSION, Role.AGENDA, Role.TITLE, Role.RECEIVED)
"""The lines below the masthead, from the top."""

_OTHER_SCRIPTS = frozenset({"ar", "ru", "zh"})
_LONG = 40
"""Characters of a treaty's name that is set smaller."""


class FirstPage(Struct, frozen=True):
    """The lines of a cover at their places; a place without a line is empty."""

    organization: tuple[CoverLine, ...]
    symbol: tuple[CoverLine, ...]
    treaty: tuple[CoverLine, ...]
    beside: tuple[CoverLine, ...]
    below: tuple[CoverLine, ...]

    @property
    def has_masthead(self) -> bool:
        """Return whether anything stands in the masthead."""
        return bool(self.organization or self.symbol or self.treaty or self.beside)

    @property
    def depth(self) -> int:
        """The depth of its heading, the title, or 0: without one, the first heading of the text is the highest."""
        return int(any(line.role is Role.TITLE and plain_text(line.children).strip() for line in self.below))


def place_cover(cover: Iterable[CoverLine]) -> FirstPage:
    """Return each line of the cover at its place; lines of one role keep their order."""
    lines = tuple(cover)

    def pick(*roles: Role) -> tuple[CoverLine, ...]:
        return tuple(line for role in roles for line in lines if line.role is role)

    return FirstPage(pick(Role.ORGANIZATION), pick(Role.SYMBOL), pick(Role.TREATY), pick(*BESIDE), pick(*BELOW))


def is_in_english(line: CoverLine, language: str) -> bool:
    """Return whether a line at the right of the masthead is in English, as documents in other scripts have it.

    Args:
        line: of the first page.
        language: the BCP 47 tag of the document.
    """
    is_other = language[:2] in _OTHER_SCRIPTS and line.role in BESIDE
    return is_other and all(letter.isascii() for letter in plain_text(line.children) if letter.isalpha())


def is_long_treaty(page: FirstPage) -> bool:
    """Return whether the treaty's name is set smaller, so that it keeps to two lines or three."""
    return any(len(plain_text(line.children)) > _LONG for line in page.treaty)


def split_symbol(symbol: str) -> tuple[str, str]:
    """Return a symbol as its large first component and the rest: `CCPR` and `/C/KAZ/3`."""
    first, slash, rest = symbol.partition("/")
    return first, slash + rest


_MASTHEAD, _PAGE = 200, 785
"""Points from the edge of the paper to the end of the masthead, and to the end of the text."""
_LINE, _LETTER, _COLUMN = 12, 5, 360
"""The height of a line, the width of a letter of 10 points on the average, and how broad titles and entries are."""


def contents_fit(cover: Iterable[CoverLine], contents: Contents) -> bool:
    """Return whether a list of contents has room on the first page; rather not, where it is a matter of a line."""
    page = place_cover(cover)
    below = sum(_height(line) for line in page.below)
    notes = [inline for line in page.below for inline in walk_inlines(line.children) if isinstance(inline, Note)]
    foot = sum(_lines(note.children, _LETTER) * _LINE for note in notes) + 2 * _LINE if notes else 0
    listed = sum(_lines(entry.children, _LETTER) * _LINE + 6 for entry in contents.entries)
    return _MASTHEAD + below + 5 * _LINE + listed + foot + _LINE <= _PAGE


def _height(line: CoverLine) -> int:
    """Return how high a line below the masthead is, with its space; a title has letters of 14 points in bold."""
    return _lines(line.children, 8) * 15 + 30 if line.role is Role.TITLE else _lines(line.children, 4) * _LINE + 12


def _lines(inlines: Inlines, letter: int) -> int:
    return sum(1 + len(text) * letter // _COLUMN for text in plain_text(inlines).split("\n"))
