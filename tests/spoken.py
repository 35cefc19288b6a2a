"""Diagnostics as golden files hold them: all that they say."""

from collections.abc import Iterable
from pathlib import Path

from reportgen.diagnostics import Diagnostic


def spoken(diagnostic: Diagnostic, folder: Path) -> str:
    """All that a diagnostic says, with places from the project on."""
    lines = (diagnostic.message, *filter(None, (diagnostic.hint, *diagnostic.notes)))
    text = "\n    ".join((f"{diagnostic.code} {diagnostic.severity} {diagnostic.place}", *lines))
    text = text.replace(f"{folder.as_posix()}/", "").replace(folder.as_posix(), "the folder")
    return text.encode(errors="backslashreplace").decode()


def all_spoken(said: Iterable[Iterable[Diagnostic]], folder: Path) -> str:
    """All that is said of each of several texts; a hint only where it is said first."""
    lines = dict.fromkeys(line for several in said for one in several for line in spoken(one, folder).split("\n"))
    return "\n".join(lines) + "\n"
