"""The symbols of documents of the treaty bodies, as a report names them: its own, and that of its list of issues."""

import re
from collections.abc import Iterator

from msgspec import Struct

from reportgen.document.tree import Document
from reportgen.document.walk import inlines_of, plain_text
from reportgen.model import TREATIES
from reportgen.published.importer.first_lines import lines_before
from reportgen.regex import regex

_TREATIES = {treaty.prefix: code for code, treaty in TREATIES.items()}
_SYMBOL = regex(
    rf"\b(?P<prefix>{'|'.join(map(re.escape, _TREATIES))})/(?P<state>[A-Z]{{3}})"
    r"(?:/(?P<kind>QPR|Q|RQ|CO|FCO))?/(?P<number>\d{1,2}(?:-\d{1,2})?)\b(?P<suffix>(?:/(?:Add|Rev|Corr)\.\d{1,2})*)"
)
FIRST_BLOCKS = 5
"""Blocks of a text in which it may say what it is."""
LISTS = frozenset({"QPR", "Q"})
"""What the symbols of lists of issues have before their number."""


class Symbol(Struct, frozen=True):
    """A symbol by its parts: `CCPR/C/KAZ/QPR/3`."""

    text: str
    treaty: str
    state: str
    kind: str
    """`QPR`, `Q`, `RQ`, `CO`; empty for a report."""
    number: str
    suffix: str = ""
    """`/Add.1` of a document that belongs to another one."""

    @property
    def is_list(self) -> bool:
        """Return whether it is the symbol of a list of issues; the replies to one have the same with an addendum."""
        return self.kind in LISTS and not self.suffix


def symbols_of(document: Document) -> Iterator[Symbol]:
    """Yield the symbols of the first page and of the headings, in their order."""
    yield from symbols_in(document.symbol)
    for line in document.cover:
        yield from symbols_in(plain_text(line.children, notes=True))
    for block in document.blocks[:FIRST_BLOCKS]:
        for inlines in inlines_of(block):
            yield from symbols_in(plain_text(inlines))


def own_symbol(document: Document) -> Symbol | None:
    """Return the symbol of the first page, or the one that stands alone in a line above the text."""
    alone = (
        symbol for line in lines_before(document) for symbol in symbols_in(line) if symbol.text == line.strip(" *")
    )
    return next(symbols_in(document.symbol), None) or next(alone, None)


def symbols_in(text: str) -> Iterator[Symbol]:
    """Yield the symbols in a text."""
    for found in _SYMBOL.finditer(text):
        kind, suffix = found["kind"] or "", found["suffix"]
        yield Symbol(found[0], _TREATIES[found["prefix"]], found["state"], kind, found["number"], suffix)
