"""What a folder holds, read byte by byte: folders with equal snapshots give equal documents."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from reportgen.files.journal import FOLDER
from reportgen.limits import SNAPSHOT_BYTES

PASSED_OVER = (FOLDER, ".git", "build")
"""What stands in a project and is not read for its report, unless its settings name a file there."""


class Snapshot(Struct, frozen=True):
    """What stood in a folder."""

    files: dict[str, str]
    """The SHA-256 of each file by its path below the folder; of folders, nothing."""
    stamps: tuple[tuple[int, ...], ...]
    """What the system says of each file and folder: changes with every writing, also with one that was taken back."""


def take_snapshot(root: Path) -> Snapshot | None:
    """Return what a project's folder holds; None where not all of it can be told.

    So it is where it holds a link, a pipe, a file that cannot be read, or more bytes than are worth reading.
    """
    files: dict[str, str] = {}
    stamps: list[tuple[int, ...]] = []
    left = SNAPSHOT_BYTES
    try:
        for entry, name in _walk(root, ""):
            found = entry.stat(follow_symlinks=False)
            stamps.append((found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))
            left -= found.st_size
            if left < 0 or not (entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)):
                return None
            files[name] = "" if entry.is_dir() else sha256(Path(entry.path).read_bytes()).hexdigest()
    except OSError:
        return None
    return Snapshot(files, tuple(stamps))


def _walk(folder: Path | str, below: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield everything in a folder with its path, in the order of the names."""
    with os.scandir(folder) as entries:
        there = sorted(entries, key=lambda entry: entry.name)
    for entry in there:
        if below or entry.name not in PASSED_OVER:
            yield entry, below + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{below}{entry.name}/")
