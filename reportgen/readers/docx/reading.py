"""DOCX: the bytes of a Word file come in, its lines and tables go out, with what is to be said of it.

`parts.py` opens the container, `styles.py` and `numbering.py` know what Word makes of styles and lists, `story.py`
reads what stands in a paragraph, `body.py` what stands in the text. Only these parts are read: the text, its notes,
styles and lists; comments are counted. Nothing is fetched, run or opened that the file points to.
"""

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place
from reportgen.readers.docx.body import Body
from reportgen.readers.docx.oxml import child
from reportgen.readers.docx.parts import open_word_file
from reportgen.readers.docx.remarks import Remarks
from reportgen.readers.line import Piece

__all__ = ["ReadWord", "read_word"]


class ReadWord(Struct, frozen=True):
    """What was read of a Word file."""

    pieces: tuple[Piece, ...]
    diagnostics: tuple[Diagnostic, ...]
    language: str | None
    """The language of the whole text, where its styles say it."""


def read_word(data: bytes, name: str) -> ReadWord:
    """The lines and tables of a Word file.

    Args:
        data: the bytes of the file.
        name: the file, for messages.

    Raises:
        Refused: where it is no Word file, or a damaged or hostile one.
    """
    file = open_word_file(data, Place(name))
    remarks = Remarks(comments=file.comments)
    body = Body(file, remarks)
    root = child(file.document, "body")
    pieces = [] if root is None else body.read(root)
    remarks.changes += type(remarks.changes)()  # kinds that were met no time are not said
    remarks.things += type(remarks.things)()
    return ReadWord(tuple(pieces), tuple(remarks.diagnostics(name)), body.sheet.language)
