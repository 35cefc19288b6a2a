"""One writer a folder: the system holds the lock, and frees it when the process ends, however it ends.

The lock is `.reportgen/lock` in the folder itself, so it is the same by whatever path the folder was given, and for
everybody who shares it. It is a lock of `flock` on POSIX and of `LockFileEx` on Windows. NFS and SMB pass it on to
the server, unless they are mounted with `nolock`, `local_lock` or `nobrl`: then it holds on one computer alone.
A lock file that stays is not a lock, and is never removed from a project: two processes must not lock two files.
"""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.diagnostics.render import shown_path
from reportgen.files.journal import FOLDER
from reportgen.files.output.change import recover
from reportgen.files.output.errors import OutputError, cannot_write
from reportgen.files.output.parts import clean, drop
from reportgen.files.reading import real_path
from reportgen.limits import LOCK_SECONDS

if TYPE_CHECKING:
    from filelock import BaseFileLock

_LOCK = "lock"
_HOLDER = "holder"
"""The file that says which command holds the lock; a help for people, on which nothing depends."""
WAITING = "waiting for "
"""How the line begins that says that a command waits for another one."""
_HOLDER_CHARACTERS = 200
_IGNORE = (".gitignore", "*\n")
_UNSUPPORTED = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK}
_PAUSE = 0.05
"""Seconds between two attempts to take a lock."""
_ATTEMPTS = 20
"""How often the folder of the lock is made anew where another process tidied it away."""
_CLEANED = ("submissions", "build", "schema", "cleared")
"""The folders of a project, with those in them, into which commands write."""

Tell = Callable[[str], None]


class HeldFolder(Struct, frozen=True):
    """A folder that this process holds."""

    root: Path
    """As the user typed it."""
    command: str


_held: dict[Path, HeldFolder] = {}
"""By the folder's resolved path."""


def tell_nobody(line: str) -> None:
    """Say nothing."""
    del line


@contextlib.contextmanager
def hold(
    root: Path, command: str, tell: Tell = tell_nobody, *, needed: bool = True, stays: bool = True
) -> Iterator[None]:
    """Keep every other process from writing into a folder, and finish what a killed one left there.

    Args:
        root: the folder; a project, or any folder that files go to.
        command: the one that writes, as in `reportgen receive`; others that wait are told.
        tell: is told, in a line, that another command is waited for, and what was finished or undone.
        needed: False where the command only reads the folder: then it is held only where it can be, and where it was
            held before, so that a folder which is only read stays as it is.
        stays: False where the folder is no project yet: nothing of ours is left in it that was not there before.

    Raises:
        OutputError: where another process holds it for too long, or it cannot be locked.
    """
    real = real_path(root)
    if real in _held or not (needed or (root / FOLDER / _LOCK).exists()):
        yield
        return
    stays = stays or (root / FOLDER / _LOCK).exists()
    try:
        lock = _acquire(root, real, command, tell)
    except OSError as error:
        if needed:
            raise _cannot_lock(root / FOLDER, error) from None
        yield
        return
    _held[real] = HeldFolder(root, command)
    try:
        _begin(root, command, tell, needed=needed)
        yield
    finally:
        del _held[real]
        drop(root / FOLDER / _HOLDER)
        if not stays:
            _tidy(root / FOLDER)
        lock.release()


def held_folder(*paths: Path) -> HeldFolder | None:
    """Return the folder that this process holds and in which all of some resolved paths lie, if there is one."""
    found = (real for real in _held if all(path.is_relative_to(real) for path in paths))
    innermost = max(found, key=lambda real: len(real.parts), default=None)
    return _held[innermost] if innermost else None


def try_lock(folder: Path) -> "BaseFileLock | None":
    """Take the lock of a folder that is there, or return None where another process holds it.

    Raises:
        OSError: where the file of the lock cannot be made or locked.
    """
    from filelock import FileLock, Timeout

    rights = _rights(folder)
    mode = rights & 0o666 | 0o600  # the owner's as well in a folder that is only read, as the lock requires
    lock = FileLock(folder / FOLDER / _LOCK, mode=mode, preserve_lock_file=True, thread_local=False)
    for _ in range(_ATTEMPTS):
        make_lock_folder(folder)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return None
        except FileNotFoundError:  # another process tidied it away meanwhile
            continue
        return lock
    return None


def _acquire(root: Path, real: Path, command: str, tell: Tell) -> "BaseFileLock":
    """Take the lock of a folder, waiting for it as long as is bearable.

    Raises:
        OutputError: where another process holds it for longer.
        OSError: where the file of the lock cannot be made or locked.
    """
    lock = try_lock(real)
    if lock is None:
        tell(f"{WAITING}{_holder(root)}, which is at work in {shown_path(root.as_posix())}")
        deadline = time.monotonic() + LOCK_SECONDS
        while (lock := try_lock(real)) is None:
            if time.monotonic() > deadline:
                raise OutputError(_busy(root, command))
            time.sleep(_PAUSE)
    return lock


def make_lock_folder(root: Path) -> None:
    """Make the folder of a lock, `.reportgen`, which version control ignores, in the folder that is locked.

    Whoever may write into the latter may also lock it, whatever the umask of who came first.

    Raises:
        OSError: where it cannot be made.
    """
    folder = root / FOLDER
    if folder.is_symlink():
        raise OSError(errno.ELOOP, "the folder is a link")
    if not folder.is_dir():
        folder.mkdir(exist_ok=True)
        with contextlib.suppress(OSError):
            folder.chmod(_rights(root))
    name, text = _IGNORE
    ignore = folder / name
    if not ignore.is_file() or not ignore.stat().st_size:
        ignore.write_text(text, encoding="utf-8", newline="\n")


def _rights(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def _begin(root: Path, command: str, tell: Tell, *, needed: bool) -> None:
    """Say who is at work, and put right what a killed command left."""
    with contextlib.suppress(OSError):
        holder = f"reportgen {command} (process {os.getpid()}{_computer()})"
        (root / FOLDER / _HOLDER).write_text(holder, encoding="utf-8")
    try:
        recover(root, tell)
    except OutputError:
        if needed:
            raise
        return  # a reader takes the contents that count from where they stand
    clean(root)
    clean(root / FOLDER)
    for name in _CLEANED:
        if not (root / name).is_symlink():
            clean(root / name, below=True)


def _computer() -> str:
    """Return the name of this computer, for those who share a folder over a network."""
    import socket

    name = socket.gethostname()
    return f" on {name}" if name else ""


def _holder(root: Path) -> str:
    """Return which command seems to hold a folder."""
    try:
        with (root / FOLDER / _HOLDER).open(encoding="utf-8", errors="replace") as file:
            text = file.read(_HOLDER_CHARACTERS)
    except OSError:
        text = ""
    return "".join(one for one in text if one.isprintable()) or "another command"


def _busy(root: Path, command: str) -> Diagnostic:
    place = Place(root.as_posix())
    return diagnose("RG640", place, holder=Literal(_holder(root)), command=Literal(f"reportgen {command}"))


def _cannot_lock(folder: Path, error: OSError) -> OutputError:
    if error.errno in _UNSUPPORTED:
        return OutputError(diagnose("RG643", Place(folder.parent.as_posix()), reason=error.strerror or "no locks"))
    return cannot_write(folder, error)


def _tidy(folder: Path) -> None:
    """Remove the folder of the lock while the lock is held.

    A process that waits notices that the file which it locked is gone, and begins anew; on a system that keeps open
    files the folder stays.
    """
    drop(folder / _IGNORE[0])
    drop(folder / _LOCK)
    with contextlib.suppress(OSError):
        folder.rmdir()
