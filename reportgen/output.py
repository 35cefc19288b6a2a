"""Writing, all or nothing: a failed build leaves what was there before untouched.

Every file is first written beside its place under another name and forced to the disk; only when all of them stand
are they renamed into place (POSIX rename replaces in one step).
"""

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reportgen.diagnostics import Diagnostic, Place, diagnose


class OutputError(Exception):
    """Outputs cannot be written; `diagnostic` says which and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write all files into a folder, or none of them.

    Args:
        folder: made where it does not exist; a link is refused, since it may lead anywhere.
        files: contents by file name; names come from the program, never from inputs.

    Raises:
        OutputError: where the folder or a file cannot be written.
    """
    if folder.is_symlink():
        raise OutputError(diagnose("RG602", Place(folder.as_posix()), reason="the folder is a link"))
    temporary: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            temporary[folder / name] = _write_beside(folder, name, data)
        for final, written in temporary.items():
            written.replace(final)
    except OSError as error:
        place = Place(str(error.filename2 or folder.as_posix()))
        raise OutputError(diagnose("RG602", place, reason=error.strerror or "it cannot be written")) from None
    finally:
        for written in temporary.values():
            with contextlib.suppress(OSError):
                written.unlink(missing_ok=True)
    return list(temporary)


def _write_beside(folder: Path, name: str, data: bytes) -> Path:
    """Write a file under a passing name, forced to the disk."""
    handle, written = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(written).chmod(0o644)
    except BaseException:
        Path(written).unlink(missing_ok=True)
        raise
    return Path(written)
