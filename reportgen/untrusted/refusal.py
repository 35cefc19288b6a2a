"""How a file that cannot be read any further says so: an exception that carries its one diagnostic."""

from typing import Any

from reportgen.diagnostics import Diagnostic, Place, diagnose


class Refused(Exception):  # noqa: N818 - it is the file's end, not a bug
    """Reading of one file ends here; the reader of the project catches it and goes on with the next file."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def refuse(code: str, place: Place, /, **values: Any) -> Refused:  # noqa: ANN401 - whatever a message names
    """The exception for a problem after which a file is not read any further."""
    return Refused(diagnose(code, place, **values))
