"""How writing fails: an exception that carries its one diagnostic."""

from pathlib import Path

from reportgen.diagnostics import Diagnostic, Place, diagnose


class OutputError(Exception):
    """Files cannot be written; `diagnostic` says which and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def cannot_write(path: Path, error: OSError | str) -> OutputError:
    """Return the exception for a file or folder that cannot be written.

    Args:
        path: as the user typed it.
        error: what the system says, or a reason in words.
    """
    reason = error if isinstance(error, str) else error.strerror
    return OutputError(diagnose("RG602", Place(path.as_posix()), reason=reason or "it cannot be written"))
