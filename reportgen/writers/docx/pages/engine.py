"""What programs that print Word's files do each in their own way.

The list of contents is made for Word. Where LibreOffice differs, and a test must know it to compare pages with those
that LibreOffice prints, the difference is a measure here and not a second way through the code.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that prints; measures in twips."""

    separator: int = 320
    """The rule above the notes: in Word a paragraph of the style Normal, 240, and 80 below it."""
    under_masthead: int = 0
    """Space between the masthead, which floats, and the text."""
    note_start: int = 0
    """Where the text of a note starts on its first line, from the indent of the others."""


WORD = Engine()
"""Word 2013 and later."""
LIBREOFFICE = Engine(separator=127, under_masthead=286, note_start=567)
"""LibreOffice 7: it has a separator of its own, and puts the mark of a note before the first tab, not behind it."""
