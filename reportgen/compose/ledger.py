"""Phrases on their way through text and templates: put down as numbered marks, taken up again in the tree.

A phrase becomes `<data value="7"></data>` in the HTML of a template; the tree's builder takes phrase 7 out of the
ledger and has it realised within its sentence.
"""

from dataclasses import dataclass, field

from markupsafe import Markup

from reportgen.narrative import Phrase


@dataclass(slots=True)
class Ledger:
    """All phrases of one run, in the order in which they were written."""

    phrases: list[Phrase] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    """The keys of the indicators that texts and templates refer to."""

    def put(self, phrase: Phrase) -> Markup:
        """The mark that stands for a phrase."""
        self.phrases.append(phrase)
        return Markup('<data value="{}"></data>').format(len(self.phrases) - 1)

    def take(self, value: str) -> Phrase | None:
        """The phrase of a mark's `value`, or None where there is none."""
        if not (value.isascii() and value.isdigit()) or int(value) >= len(self.phrases):
            return None
        return self.phrases[int(value)]
