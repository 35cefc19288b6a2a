"""Single files under passing names: written beside their places and forced to the disk, and cleaned up if left over."""

import contextlib
import os
import secrets
from pathlib import Path

from reportgen.files.journal import is_part

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def part_name(name: str) -> str:
    """Return a new passing name for a file."""
    return f".{name}.{secrets.token_hex(4)}.part"


def write_part(target: Path, data: bytes) -> Path:
    """Write the contents of a file under a passing name beside it, forced to the disk.

    Raises:
        OSError: where it cannot be written; nothing is left behind then.
    """
    part = target.with_name(part_name(target.name))
    descriptor = os.open(part, _FLAGS, 0o666)  # less what the umask takes away, as for any new file
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        drop(part)
        raise
    return part


def copy_part(target: Path) -> Path:
    """Copy a file, or the link that stands in its place, under a passing name beside it.

    Raises:
        OSError: where it cannot be read or written.
    """
    if not target.is_symlink():
        return write_part(target, target.read_bytes())
    part = target.with_name(part_name(target.name))
    part.symlink_to(target.readlink())
    return part


def drop(path: Path) -> None:
    """Remove a file of ours that nobody needs any more; one that cannot be removed waits for the next writer."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def force(folder: Path) -> None:
    """Force the names in a folder to the disk, where the system lets folders be opened for that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder with those above it, forced to the disk.

    Raises:
        OSError: where it cannot be made, or is a file.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    force(folder.parent)


def clean(folder: Path, *, below: bool = False) -> None:
    """Remove passing files that a killed command left in a folder.

    Args:
        folder: nobody else may be writing into it.
        below: whether the folders in it are cleaned as well; links are not followed.
    """
    for path, folders, files in os.walk(folder):
        for name in filter(is_part, files):
            drop(Path(path, name))
        if not below:
            folders.clear()
