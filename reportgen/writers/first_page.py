"""The first page: which cover line stands at which place of the masthead or below it, for all writers.

    |          | organization           |   symbol | row 1, a thin rule below
    | (emblem) | treaty          | distribution … | row 2, a thick rule below
    committee, session, agenda, title, [date received]

The text of the first page reads in this order in every output. The emblem's place stays empty: its use is regulated.
"""

from collections.abc import Iterable

from msgspec import Struct

from reportgen.document.tree import CoverLine, Role
from reportgen.document.walk import plain_text

BESIDE = (Role.DISTRIBUTION, Role.DATE, Role.LANGUAGE, Role.LANGUAGES)
"""The lines at the right of the masthead, from the top; the first line of `LANGUAGE` has space above it."""
BELOW = (Role.COMMITTEE, Role.SESSION, Role.AGENDA, Role.TITLE, Role.RECEIVED)
"""The lines below the masthead, from the top."""

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
        """Whether anything stands in the masthead."""
        return bool(self.organization or self.symbol or self.treaty or self.beside)


def place_cover(cover: Iterable[CoverLine]) -> FirstPage:
    """Return each line of the cover at its place; lines of one role keep their order."""
    lines = tuple(cover)

    def pick(*roles: Role) -> tuple[CoverLine, ...]:
        return tuple(line for role in roles for line in lines if line.role is role)

    return FirstPage(pick(Role.ORGANIZATION), pick(Role.SYMBOL), pick(Role.TREATY), pick(*BESIDE), pick(*BELOW))


def is_long_treaty(page: FirstPage) -> bool:
    """Return whether the treaty's name is set smaller, so that it keeps to two lines or three."""
    return any(len(plain_text(line.children)) > _LONG for line in page.treaty)


def split_symbol(symbol: str) -> tuple[str, str]:
    """Return a symbol as its large first component and the rest: `CCPR` and `/C/KAZ/3`."""
    first, slash, rest = symbol.partition("/")
    return first, slash + rest
