"""The public face of reportgen as a library: load, check and build a project in memory.

Nothing is printed, written (but compiled code, where Python keeps its own) or read from the environment. What is
wrong with the inputs is never an exception: it comes back as diagnostics, each with a code, a place and what to do.
`docs/library.md` shows how.
"""

import datetime as dt
from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import get_args

from reportgen.diagnostics import Diagnostic, Place, Severity
from reportgen.pipeline import EARLIEST, OutputFormat, build_project, check_project
from reportgen.project import Loaded, read_project
from reportgen.published.final import judge_final
from reportgen.results import Built, Checked

__all__ = ["Built", "Checked", "Diagnostic", "Loaded", "Place", "Severity", "build", "check", "load"]


def load(folder: str | PathLike[str]) -> Loaded:
    """Read the files of a project.

    Args:
        folder: the project's folder; places in diagnostics are named by it, as it is given.

    Returns:
        The report, or None where it cannot be made, and the problems of the files. A folder that is not there is such a
        problem as well (RG116).
    """
    return read_project(Path(folder))


def check(folder: str | PathLike[str], *, strict: bool = False) -> Checked:
    """Read a project, check it and compose its document, as `reportgen check` does.

    Args:
        folder: the project's folder.
        strict: warnings are errors.

    Returns:
        The report, the numbered document (None where an error stands in its way) and every problem, sorted by place.
    """
    return check_project(Path(folder), strict=strict)


def build(
    folder: str | PathLike[str],
    formats: Sequence[OutputFormat] = ("docx",),
    *,
    final: bool = False,
    strict: bool = False,
    timestamp: dt.datetime | None = None,
) -> Built:
    """Make the documents of a project in memory, as `reportgen build` does.

    Args:
        folder: the project's folder.
        formats: one or more of `docx`, `pdf`, `html`, `json` and `sdmx`; the PDF is made first, since the Word file
            prints its pages.
        final: refuse while issues are awaiting, questions are open or clearances are void.
        strict: refuse while warnings stand.
        timestamp: the date in the properties of the documents, aware of its time zone and not before 1980. It is not
            read from a clock, so equal inputs give equal bytes.

    Returns:
        The contents of the files by their names, with `manifest.json`; none where an error stands in the way. Writing
        them is left to the caller.

    Raises:
        ValueError: a format is unknown, or the timestamp has no time zone or lies before 1980, which a zip cannot hold.
    """
    known = get_args(OutputFormat)
    if unknown := [name for name in formats if name not in known]:
        raise ValueError(f"unknown format {unknown[0]!r}; known are {', '.join(known)}")
    if timestamp and (timestamp.tzinfo is None or timestamp < EARLIEST):
        raise ValueError(f"the timestamp must have a time zone and lie in 1980 or later, not {timestamp!r}")
    judge = judge_final if final else None
    return build_project(Path(folder), tuple(formats), final=judge, strict=strict, timestamp=timestamp)
