"""Read the bytes of a file once, within bounds.

No library opens a path of its own. A path is resolved and must lie inside the project; it is opened without
waiting (a pipe must not hold the program) and must be a regular file within a bound of size.
"""

import errno
import os
import stat
from pathlib import Path

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.files.refusal import Refused, refuse

_NAMED = "check the name, and the folder where you are"
_OPENED = "close it in other programs, and give this account the right to read it"
_ORDINARY = "put an ordinary file in its place"
_FOLDER = ("it is a folder", "name the file in it, or put an ordinary file in its place")
_LINK = ("it is a link that leads nowhere", "put the file itself in the place of the link")
_REASONS = {
    errno.EACCES: ("this account may not read it", _OPENED),
    errno.EPERM: ("this account may not read it", _OPENED),
    errno.ELOOP: ("it is a link that leads to itself", "put the file itself in the place of the link"),
    errno.EISDIR: _FOLDER,
    errno.ENAMETOOLONG: ("its name is too long", "give it a shorter name"),
    errno.ENXIO: ("it is a pipe or a device", _ORDINARY),
    errno.EIO: ("the disk gives an error", "copy it from where it came; the disk may be damaged"),
    errno.ENOENT: ("it is not there", _NAMED),
    errno.ENOTDIR: ("it is not there", _NAMED),
    errno.EMFILE: ("too many files are open", "close other programs and try again"),
}
"""Why a file cannot be opened, and what to do about it."""


def real_path(path: Path) -> Path:
    """Return a path with its links followed as far as they lead, also where they lead to each other.

    `Path.resolve` raises RuntimeError for such links, before Python 3.13.
    """
    return Path(os.path.realpath(path))


def read_bytes(path: Path, name: str, *, root: Path, limit: int, may_be_empty: bool = False) -> bytes:
    """Return the bytes of a file of the project.

    Args:
        path: the file.
        name: the path as the user would type it, for messages.
        root: the project's folder; nothing outside it is read, whatever a link says.
        limit: the largest size in bytes.
        may_be_empty: whether a file without content is read as any other.

    Raises:
        Refused: where its name is not UTF-8, where it is not there, not a regular file, not readable, empty, too large
            or outside the project.
    """
    place = Place(name)
    if not has_readable_name(path, root):
        raise refuse("RG119", place, name=path.name)
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root.resolve()):
            raise refuse("RG103", place)
        data = _read(real, place, limit)
    except (OSError, RuntimeError) as error:
        raise Refused(unreadable(place, error, is_link=path.is_symlink())) from None
    if not data and not may_be_empty:
        raise refuse("RG105", place)
    return data


def has_readable_name(path: Path, root: Path) -> bool:
    """Return whether the name of a file is UTF-8, as that of every file is that a page or a manifest can name.

    Args:
        path: the file.
        root: the project's folder; how the folders are called in which it lies does not matter.
    """
    below = path.relative_to(root) if path.is_relative_to(root) else path.name
    return not any("\ud800" <= character <= "\udfff" for character in str(below))


def _read(path: Path, place: Place, limit: int) -> bytes:
    if path.is_dir():  # Windows opens no folder, and says that this account may not
        raise OSError(errno.EISDIR, "")
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.ENXIO, "")
        if found.st_size > limit:
            raise too_large(place, found.st_size, limit)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(limit + 1)
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise too_large(place, len(data), limit)
    return data


def too_large(place: Place, size: int, limit: int) -> Refused:
    """Return the exception for a file that is larger than its bound.

    Args:
        place: the file.
        size: its size in bytes.
        limit: how many bytes it may have.
    """
    megabyte = 1024 * 1024
    return refuse("RG104", place, size=f"{size / megabyte:,.1f} MB", limit=f"{limit // megabyte:,} MB")


def unreadable(place: Place, error: Exception, *, is_link: bool = False) -> Diagnostic:
    """Return what is said of a path that the system refuses to open.

    Args:
        place: the path as the user would type it.
        error: what the system says.
        is_link: whether the path is that of a link.
    """
    # Path.resolve raises RuntimeError for links that lead to each other, before Python 3.13
    number = errno.ELOOP if isinstance(error, RuntimeError) else getattr(error, "errno", None)
    reason, action = _REASONS.get(number or 0, ("the system refuses to open it", _OPENED))
    if is_link and number == errno.ENOENT:
        reason, action = _LINK
    return diagnose("RG102", place, reason=reason, action=Literal(action))
