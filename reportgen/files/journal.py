"""The journal of a writing that is under way: which files of a folder change together.

Several files cannot be replaced in one step. So their new contents are first written beside them under passing names,
then `.reportgen/journal.json` is put in place, and only then is any of the files touched. From that moment on all of
them count as changed: readers take the new contents from where they stand (`pending`), and whoever writes next
finishes the work, or undoes it. The same file under the name `undo.json` says that the work is being undone.

This module only reads; `reportgen.files.output` writes.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct, to_builtins

from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import JOURNAL_BYTES
from reportgen.regex import regex

FOLDER = ".reportgen"
"""The folder in a project that holds the lock and the journal; version control ignores it."""
JOURNAL = "journal.json"
UNDO = "undo.json"
_FORMAT = 1
_PART = regex(r"\.(?P<name>.+)\.[a-z0-9_]{8}\.part", re.DOTALL)
"""A passing name. Eight characters, as `tempfile` gives them, which earlier versions used."""
_DIGEST = regex(r"[0-9a-f]{64}")


class JournalError(Exception):
    """A journal that this program did not write, or that was damaged."""


class FileState(Enum):
    """How a file stands to the change that a journal describes."""

    BEFORE = "before"
    AFTER = "after"
    OTHER = "other"
    """Neither: somebody changed it since by other means."""


class Step(Struct, frozen=True):
    """The change of one file."""

    target: str
    """Its path below the folder, with `/`."""
    new: str | None
    """The passing name, beside it, of its new contents; None: it is taken away."""
    old: str | None
    """The passing name, beside it, that keeps what stood there before; None: nothing did."""
    before: str | None
    """The digest of what stood there before; None: nothing did."""
    after: str | None

    def path(self, root: Path) -> Path:
        """Return where the file stands."""
        return root.joinpath(*PurePosixPath(self.target).parts)

    def beside(self, root: Path, name: str | None) -> Path | None:
        """Return where `new` or `old` stands."""
        return self.path(root).with_name(name) if name else None


class Journal(Struct, frozen=True):
    """A change of several files."""

    command: str
    """The command that wrote, as in `reportgen receive`."""
    steps: tuple[Step, ...]
    folders: tuple[str, ...] = ()
    """Folders that are made as well, by their names; they are never undone, being empty."""
    is_undone: bool = False

    def dumps(self) -> bytes:
        """Return the bytes of the journal's file."""
        record: dict[str, object] = {"format": _FORMAT, "command": self.command, "folders": self.folders}
        record["steps"] = [to_builtins(step) for step in self.steps]
        return f"{json.dumps(record, indent=1)}\n".encode()


def is_part(name: str) -> bool:
    """Return whether a file name is one of our passing names."""
    return _PART.fullmatch(name) is not None


def read_journal(root: Path) -> Journal | None:
    """Return the journal of a folder, or None where no writing is under way.

    Raises:
        JournalError: where there is one that cannot be understood.
    """
    folder = root / FOLDER
    for name in (UNDO, JOURNAL):
        path = folder / name
        if path.is_file() and not path.is_symlink() and not folder.is_symlink():
            try:
                return _parse(read_bytes(path, name, root=root, limit=JOURNAL_BYTES), is_undone=name == UNDO)
            except Refused as refused:
                if not path.exists():  # its writer finished meanwhile
                    continue
                raise JournalError(refused.diagnostic.message) from None
    return None


def _parse(data: bytes, *, is_undone: bool) -> Journal:
    try:
        record = json.loads(data)
        if record["format"] != _FORMAT:
            raise JournalError("another version of reportgen wrote it")
        steps = tuple(_step(fields) for fields in record["steps"])
        return Journal(str(record["command"]), steps, tuple(map(_folder, record["folders"])), is_undone)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError("it is damaged") from None


def _step(fields: Mapping[str, Any]) -> Step:
    """Return one step, which may name nothing outside the folder: a project may have come from anywhere.

    Raises:
        ValueError: where it does.
    """
    step = Step(**fields)
    path = PurePosixPath(step.target)
    parts = [match["name"] for name in (step.new, step.old) if name is not None and (match := _PART.fullmatch(name))]
    is_inside = not path.is_absolute() and ".." not in path.parts and not re.search(r"[\\:]", step.target)
    is_ours = len(parts) == sum(name is not None for name in (step.new, step.old)) and set(parts) <= {path.name}
    digests = [digest for digest in (step.before, step.after) if digest is not None]
    if not (is_inside and is_ours and path.name and all(_DIGEST.fullmatch(digest) for digest in digests)):
        raise ValueError(step.target)
    return step


def _folder(name: object) -> str:
    """Return the name of a folder.

    Raises:
        ValueError: where it is none.
    """
    if not (isinstance(name, str) and re.fullmatch(r"[a-z]+", name)):
        raise ValueError(name)
    return name


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of what stands at a path, or None where nothing does.

    A link stands for itself, not for what it leads to.

    Raises:
        OSError: where it cannot be read.
    """
    if path.is_symlink():
        return hashlib.sha256(b"link to " + str(path.readlink()).encode(errors="surrogateescape")).hexdigest()
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def state_of(root: Path, step: Step) -> FileState:
    """Return whether a file is as before a step, as after it, or neither."""
    try:
        found = digest_of(step.path(root))
    except OSError:
        return FileState.OTHER
    if found == step.after:
        return FileState.AFTER
    return FileState.BEFORE if found == step.before else FileState.OTHER


def is_to_be_undone(journal: Journal, states: list[FileState]) -> bool:
    """Return whether a change is undone rather than finished: also where somebody touched one of its files since."""
    return journal.is_undone or FileState.OTHER in states


def pending(root: Path) -> dict[str, Path | None]:
    """Return where the contents of files stand that a writing under way has not put in place yet.

    Returns:
        By path below the folder, with `/`: the file that holds the contents that count; None: it counts as gone. What
        stands as it should is not in it. A folder that is about to be made counts as there.
    """
    try:
        journal = read_journal(root)
    except JournalError:  # who writes next says so; until then the files are read as they stand
        return {}
    if journal is None:
        return {}
    states = [state_of(root, step) for step in journal.steps]
    undone = is_to_be_undone(journal, states)
    wrong = FileState.AFTER if undone else FileState.BEFORE
    found = {
        step.target: step.beside(root, step.old if undone else step.new)
        for step, state in zip(journal.steps, states, strict=True)
        if state is wrong
    }
    found |= {name: root / FOLDER for name in journal.folders if not undone and not (root / name).exists()}
    return {target: part for target, part in found.items() if part is None or part.exists()}


def fingerprint(root: Path, *folders: str) -> tuple[object, ...]:
    """Return a value that changes when files of a project are replaced, so that a reader can tell.

    Args:
        root: the project's folder.
        folders: those below it that are read; the files of `root` itself count as well.
    """
    journals = [_stamp(root / FOLDER / name) for name in (JOURNAL, UNDO)]
    return (*journals, *(_listing(root / folder) for folder in ("", *folders)))


def _listing(folder: Path) -> object:
    try:
        return tuple(sorted((path.name, _stamp(path)) for path in folder.iterdir() if path.is_file()))
    except OSError as error:
        return error.errno


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return (found.st_ino, found.st_mtime_ns, found.st_size)
