"""Carry phrases through text and templates: written as numbered marks, replaced by words in the tree.

A phrase becomes `<data value="7"></data>` in the HTML of a template; `semantic.py` takes phrase 7 out of the ledger and
realises it within its sentence, on which it depends how a number is written.
"""

from markupsafe import Markup
from msgspec import Struct

from reportgen.diagnostics import Place
from reportgen.document.tree import FigureReference
from reportgen.sentences import Phrase


class PhraseLedger(Struct):
    """All phrases of one run."""

    entries: list[tuple[Phrase, FigureReference | None]] = []
    """Each phrase with the reference that asked for it; None where it was written from data alone."""
    used: set[str] = set()
    """The keys of the indicators that texts and templates refer to."""

    def put(self, phrase: Phrase, text: str | None = None, place: Place | None = None) -> Markup:
        """Return the mark that stands for a phrase.

        Args:
            phrase: the phrase.
            text: the reference that asked for it, with its braces; None where none did.
            place: where the reference stands; None where only the template's element tells.
        """
        reference = None if text is None else FigureReference(text, place, phrase.names_period)
        self.entries.append((phrase, reference))
        return Markup(f'<data value="{len(self.entries) - 1}"></data>')  # noqa: S704 - a number

    def take(self, value: str) -> tuple[Phrase, FigureReference | None] | None:
        """Return the phrase of a mark's `value` and the reference that asked for it; None where there is none."""
        is_known = value.isascii() and value.isdigit() and int(value) < len(self.entries)
        return self.entries[int(value)] if is_known else None
