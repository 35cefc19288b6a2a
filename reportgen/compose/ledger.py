"""Phrases on their way through text and templates: put down as numbered marks, taken up again in the tree.

A phrase becomes `<data value="7"></data>` in the HTML of a template; the tree's builder takes phrase 7 out of the
ledger and has it realised within its sentence.
"""

from markupsafe import Markup
from msgspec import Struct

from reportgen.diagnostics import Place
from reportgen.document.tree import FigureReference
from reportgen.sentences import Phrase


class Ledger(Struct):
    """All phrases of one run, in the order in which they were written."""

    phrases: list[Phrase] = []
    references: list[FigureReference | None] = []
    """For each phrase the reference that asked for it; None where it was written from data alone."""
    used: set[str] = set()
    """The keys of the indicators that texts and templates refer to."""

    def put(self, phrase: Phrase, text: str | None = None, place: Place | None = None) -> Markup:
        """The mark that stands for a phrase.

        Args:
            phrase: the phrase.
            text: the reference that asked for it, with its braces; None where none did.
            place: where the reference stands; None where only the template's element tells.
        """
        self.phrases.append(phrase)
        self.references.append(None if text is None else FigureReference(text, place, phrase.names_period))
        return Markup('<data value="{}"></data>').format(len(self.phrases) - 1)

    def take(self, value: str) -> Phrase | None:
        """The phrase of a mark's `value`, or None where there is none."""
        if not (value.isascii() and value.isdigit()) or int(value) >= len(self.phrases):
            return None
        return self.phrases[int(value)]

    def reference(self, value: str) -> FigureReference | None:
        """The reference that asked for the phrase of a mark's `value`, which is one of this ledger."""
        return self.references[int(value)]
