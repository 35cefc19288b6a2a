"""Comments that the program writes into a draft, and how they are known again among those of people."""

from msgspec import Struct

from reportgen.regex import regex

AUTHOR, INITIALS = "reportgen", "RG"
_BEGINS = regex(r"RG\d{3} (?:error|question|remark): ")
"""How a comment of ours begins: Word's “Remove personal information” takes the names of all authors away."""


class Remark(Struct, frozen=True):
    """A comment on a block of a document."""

    lines: tuple[str, ...]
    """Its paragraphs; the first begins with the code and the kind: `RG320 question: …`."""
    figure: tuple[str, tuple[str, ...]] | None = None
    """The indicator and the periods of the figure that it stands on; None: on the first words of its block."""


def is_ours(author: str, text: str) -> bool:
    """Return whether a comment was written by the program."""
    return author == AUTHOR or _BEGINS.match(text) is not None
