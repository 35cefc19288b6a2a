"""What a reader of a Word file is told beside its text: tracked changes, comments, pictures, fields that fetch."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from reportgen.diagnostics import Diagnostic, Literal, Place, and_list, count_of, diagnose, shown
from reportgen.limits import REMARKS_OF_A_KIND

_LISTED = 8
"""Places that one message names; more are counted."""


class Remarks(Struct):
    """Counts what was met while a file was read."""

    changes: Counter[str] = field(default_factory=Counter)
    """Tracked changes by their kind: `insertion`, `deletion`, `move`."""
    things: Counter[str] = field(default_factory=Counter)
    """What is no text: `picture`, `chart`, `embedded file`."""
    alternatives: list[str] = []
    """The alternative texts of pictures."""
    beside: list[str] = []
    """The beginnings of the paragraphs in which they stand."""
    fetching: list[tuple[str, str]] = []
    """What would fetch something, with the beginning of its paragraph."""
    hidden: list[tuple[str, str]] = []
    struck: list[tuple[str, str]] = []
    """What is struck out, with the beginning of its paragraph."""
    removed: int = 0
    """Characters that were taken out."""
    nested: int = 0
    """Tables within tables."""
    comments: int = 0

    def hide(self, text: str, where: str) -> None:
        """Keep a text that is not printed, with where it stands."""
        if text.strip() and len(self.hidden) < REMARKS_OF_A_KIND:
            self.hidden.append((text, where))

    def diagnostics(self, name: str) -> Iterator[Diagnostic]:
        """Yield what is worth telling of a file."""
        place = Place(name)
        if changes := +self.changes:  # kinds that were met no time are left out
            yield diagnose("RG810", place, changes=_listed(changes))
        if self.comments:
            yield diagnose("RG811", place, comments=count_of(self.comments, "comment"))
        if things := +self.things:
            notes = tuple(f"alternative text: {shown(text)}" for text in self.alternatives[:_LISTED])
            where = Literal("; ".join(dict.fromkeys(self.beside[:_LISTED])))
            yield diagnose("RG812", place, notes=notes, things=_listed(things), where=where)
        for what, which in self.fetching[:_LISTED]:
            yield diagnose("RG813", place, what=Literal(shown(what)), where=Literal(which))
        for text, which in self.hidden[:_LISTED]:
            yield diagnose("RG817", place, text=text, where=Literal(which))
        for text, which in self.struck[:_LISTED]:
            yield diagnose("RG199", place, text=text.strip(), where=Literal(which))
        if self.removed:
            yield diagnose("RG818", place, count=count_of(self.removed, "character"))
        if self.nested:
            words = "table stands" if self.nested == 1 else "tables stand"
            yield diagnose("RG819", place, tables=f"{self.nested:,} {words}")


def beside(text: str) -> str:
    """Return a paragraph by its first words: `the paragraph “In 2023, 384 cases …”`."""
    words = text.strip()
    return f"the paragraph “{shown(words)}”" if words else "an empty paragraph"


def _listed(counts: Counter[str]) -> Literal:
    parts = [count_of(count, noun) for noun, count in sorted(counts.items())]
    return Literal(and_list(parts))
