"""Published documents, .docx and .txt, as document trees.

In come the bytes of a file; out goes the tree that the writers use, with the numbers that the file prints. What is
not understood is kept as text and said, never dropped; a hostile or broken file is refused with its reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.diagnostics import Diagnostic, Place
from reportgen.document.tree import Document
from reportgen.readers.cover import read_cover, symbol_of, title_of
from reportgen.readers.line import Piece
from reportgen.readers.recognise import Found, Recogniser
from reportgen.readers.text import read_lines
from reportgen.untrusted.refusal import Refused

__all__ = ["ReadReport", "read_report"]

EMPTY = Document("", "", "en-GB", (), ())


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What was read of a file."""

    document: Document
    """Empty where the file was refused."""
    diagnostics: tuple[Diagnostic, ...]
    found: tuple[Found, ...] = ()
    """Each block of the document with the lines that it was made of."""
    places: Mapping[int, Place] = field(default_factory=dict)
    """Where each block stands, by its index: `report.docx, paragraph 14`."""


def read_report(data: bytes, name: str) -> ReadReport:
    """The tree of a published report.

    Args:
        data: the bytes of a .docx or .txt file; its content decides which, not its name.
        name: the file as the user named it, for messages.
    """
    try:
        pieces, diagnostics = read_lines(data, name)
    except Refused as refused:
        return ReadReport(EMPTY, (refused.diagnostic,))
    return _recognised(pieces, diagnostics)


def _recognised(pieces: Sequence[Piece], diagnostics: Sequence[Diagnostic]) -> ReadReport:
    cover = read_cover(pieces)
    recogniser = Recogniser(pieces[cover.length :])
    recogniser.run()
    document = Document(
        title=title_of(cover.lines),
        symbol=symbol_of(cover.lines),
        language="en-GB",
        cover=cover.lines,
        blocks=tuple(one.block for one in recogniser.found),
    )
    return ReadReport(document, tuple(diagnostics), tuple(recogniser.found))
