"""Bookmarks: names that Word accepts and that stay the same from build to build.

A bookmark's name begins with a letter or `_`, holds letters, digits and `_`, has at most 40 characters, and is
compared without regard to case (Word; ECMA-376 Part 1, 17.13.6.2 sets no limits). Names that begin with `_` are
hidden: Word does not list them, nor export them to a PDF's outline, but keeps them through editing, as it does
with its own `_Ref…` and `_Toc…`.

Blocks have visible names, since a lawyer may like to jump to them or cite them. Figures have hidden ones: a report
has a thousand. We chose bookmarks over content controls for figures, since a control shows a frame under the mouse,
gets in the way of typing, and is announced by screen readers; a bookmark is none of that, and costs some 40 bytes
in the packed file.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256

from lxml import etree

from reportgen.document.tree import Figure
from reportgen.regex import regex
from reportgen.writers.docx.oxml import BOOKMARK_END, BOOKMARK_START, ID, NAME, Element

LONGEST = 40
"""Characters that Word allows in a name."""

FIGURE = "_fig_"
"""The beginning of the hidden names of figures."""
_DIGEST = 10
_PLAIN = regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_OTHER = regex(r"[^a-z0-9]+")


def bookmark_name(key: str) -> str:
    """Return the name of a block's bookmark: `justice_1_1` for `justice-1-1`.

    A key that is not made of small letters, digits and single hyphens, or is too long, is cut and gets a digest
    after `__`, which no plain name holds; so different keys always have different names.
    """
    if len(key) <= LONGEST and _PLAIN.fullmatch(key):
        return key.replace("-", "_")
    cleaned = _OTHER.sub("_", key.lower()).strip("_")
    readable = cleaned if cleaned[:1].isalpha() else f"k_{cleaned}".rstrip("_")
    return f"{readable[: LONGEST - _DIGEST - 2]}__{_digest(key)}"


def figure_name(figure: Figure, occurrence: int) -> str:
    """Return the hidden name of a figure's bookmark: `_fig_`, a digest of indicator and periods, and its occurrence.

    It does not depend on what stands elsewhere, nor on the value: a later build of changed data gives the same name.
    """
    return f"{figure_source(figure)}_{occurrence}"


def figure_source(figure: Figure) -> str:
    """Return the name of a figure's bookmark without its occurrence: all figures of these periods have it."""
    return source_name(figure.indicator, figure.periods)


@lru_cache(maxsize=4096)
def source_name(indicator: str, periods: tuple[str, ...]) -> str:
    """Return the same of an indicator and the periods of a figure."""
    return f"{FIGURE}{_digest(' '.join((indicator, *periods)))}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


class Bookmarks:
    """Gives bookmarks their ids, which are unique in a document, and figures their names."""

    def __init__(self, first: int = 1, occurrences: dict[str, int] | None = None) -> None:
        """Begin with an id, and with how often figures of each source were named before."""
        self._next = first
        self._occurrences = occurrences or {}

    def take(self, sources: Sequence[str], *, more: bool) -> tuple[int, tuple[int, ...]]:
        """Pass over the bookmarks of figures; return the first id, and how often each source was named before.

        Args:
            sources: of the figures, in order.
            more: whether one bookmark more is passed over.
        """
        first, known = self._next, self._occurrences
        before = tuple(known.get(source, 0) for source in dict.fromkeys(sources))
        for source in sources:
            known[source] = known.get(source, 0) + 1
        self._next += len(sources) + more
        return first, before

    def open(self, parent: Element, name: str) -> str:
        """Begin a bookmark at the end of `parent`; its id, for `close`."""
        number = str(self._next)
        self._next += 1
        start = etree.SubElement(parent, BOOKMARK_START)
        start.set(ID, number)  # twice as fast as attributes given as a dict
        start.set(NAME, name)
        return number

    def close(self, parent: Element, number: str) -> None:
        """End the bookmark with that id."""
        etree.SubElement(parent, BOOKMARK_END).set(ID, number)

    @contextmanager
    def around(self, parent: Element, name: str | None) -> Iterator[None]:
        """Put what is written meanwhile at the end of `parent` between the ends of a bookmark, where it has a name."""
        number = self.open(parent, name) if name else None
        yield
        if number is not None:
            self.close(parent, number)

    def name(self, figure: Figure) -> str:
        """Return the name of the next bookmark for a figure of this indicator and these periods."""
        source = figure_source(figure)
        occurrence = self._occurrences[source] = self._occurrences.get(source, 0) + 1
        return f"{source}_{occurrence}"
