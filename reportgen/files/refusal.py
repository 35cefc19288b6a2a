"""How a file that cannot be read any further says so: an exception that carries its one diagnostic."""

from typing import Any

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place, diagnose


class Refused(Exception):  # noqa: N818 - it is the file's end, not a bug
    """Reading of one file ends here; the reader of the project catches it and goes on with the next file."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


class Codes(Struct, frozen=True):
    """The codes with which files of one kind are refused."""

    locked: str
    """With a password, or in an old format."""
    other: str
    """Of another kind."""
    damaged: str
    suspicious: str
    large: str
    """It unpacks to too much."""
    beyond: str
    """A part beyond its bounds."""


WORKBOOK = Codes("RG130", "RG131", "RG132", "RG133", "RG134", "RG135")
WORD_FILE = Codes("RG801", "RG802", "RG803", "RG804", "RG805", "RG806")


def refuse(code: str, place: Place, /, **values: Any) -> Refused:
    """Return the exception for a problem after which a file is not read any further."""
    return Refused(diagnose(code, place, **values))
