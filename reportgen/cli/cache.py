"""Builds that are kept in a project, `.reportgen/cache`, and given back for the same files, settings and program.

Beside each stands what `verify` compares an edited file with, which depends on the files and the program alone.

The name of either is a hash over all that it can depend on, so nothing is looked up that could be out of date: every
byte of the project and of the program with its templates, the versions of what it uses, the call, and for a PDF
the fonts and libraries of the computer. Where any of that cannot be told, nothing is kept.
"""

import os
from contextlib import suppress
from hashlib import sha256
from os.path import normpath
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from reportgen.cli.circumstances import describe_machine, describe_program
from reportgen.diagnostics import Diagnostic
from reportgen.files.journal import FOLDER, JOURNAL, UNDO
from reportgen.files.sealed import SealedFolder
from reportgen.files.snapshot import PASSED_OVER, Snapshot, take_snapshot
from reportgen.limits import CACHE_BYTES

if TYPE_CHECKING:
    from reportgen.word.built import BuiltReport

_TO_VERIFY = ("what verify compares with",)
"""Stands for the call in the name of what is kept for `verify`."""


class Result(Struct, frozen=True):
    """What a build gives, written or not."""

    diagnostics: tuple[Diagnostic, ...]
    files: dict[str, bytes]
    """The outputs by their names; none where errors stand in their way."""
    facts: dict[str, Any]
    """The summary for programs, as if the outputs were written."""
    lines: tuple[str, ...]
    """The summary for people, likewise."""
    inputs: tuple[str, ...]
    """The files that were read."""
    reference: str | None = None
    """The file that the settings name for styles, which may be any file of the project."""


class BuildCache:
    """The builds that are kept in a project."""

    def __init__(self, project: Path, call: tuple[str, ...], *, has_pdf: bool) -> None:
        """Look at the project as it is now.

        Args:
            project: its folder, which this process holds.
            call: whatever else of the call shapes what a build gives.
            has_pdf: whether it lays out a PDF.
        """
        self._project = project
        self._folder = _folder(project)
        self._before = _snapshot(project)
        self.key = _key(self._before, (str(project), *call), has_pdf=has_pdf)

    def find(self) -> Result | None:
        """Return what the same build gave before, or None."""
        data = self._folder.get(self.key) if self.key else None
        return msgspec.msgpack.decode(data, type=Result) if data else None

    def keep(self, result: Result, report: "BuiltReport | None") -> None:
        """Keep what a build gave, where it made outputs of the project as it was and still is.

        Args:
            result: what it gave.
            report: what `verify` compares an edited file with; None: nothing is kept for it.
        """
        reference = PurePath(normpath(result.reference or "")).parts[:1]
        reads_more = any(part.casefold() in PASSED_OVER for part in reference)
        if self.key and result.files and not reads_more and _snapshot(self._project) == self._before:
            from reportgen.files.output import make_lock_folder  # `verify` writes nothing

            with suppress(OSError):
                make_lock_folder(self._project)  # a project whose outputs go elsewhere is not locked, and has none yet
                self._folder.put(self.key, msgspec.msgpack.encode(result))
                if report and (key := _key(self._before, _TO_VERIFY, has_pdf=False)):
                    self._folder.put(key, msgspec.msgpack.encode(report))


def find_report(project: Path) -> "BuiltReport | None":
    """Return what a build of the project as it is now has kept for `verify`, or None."""
    folder = _folder(project)
    if folder.is_empty:  # as for most projects: nothing has to be hashed
        return None
    key = _key(_snapshot(project), _TO_VERIFY, has_pdf=False)
    data = folder.get(key) if key else None
    if not data:
        return None
    from reportgen.word.built import BuiltReport  # a build does not read claims for it

    return msgspec.msgpack.decode(data, type=BuiltReport)


def _folder(project: Path) -> SealedFolder:
    return SealedFolder(project / FOLDER / "cache", CACHE_BYTES)


def _snapshot(project: Path) -> Snapshot | None:
    """Return what a project holds; None also while a change of its files waits to be finished."""
    waits = any(os.path.lexists(project / FOLDER / name) for name in (JOURNAL, UNDO))
    return None if waits else take_snapshot(project)


def _key(snapshot: Snapshot | None, call: tuple[str, ...], *, has_pdf: bool) -> str | None:
    """Return the name of a build, or None where it cannot be told what it depends on."""
    machine = describe_machine() if has_pdf else ()
    if snapshot is None or machine is None:
        return None
    parts = (call, sorted(snapshot.files.items()), describe_program(), machine)
    try:
        return sha256(msgspec.json.encode(parts)).hexdigest()
    except UnicodeEncodeError:  # the name of a file or a folder is not UTF-8
        return None
