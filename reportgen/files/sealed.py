"""Bytes that are kept in a folder of a project under a name, and given back only where this account put them there.

A project is a folder that goes through many hands. So each file carries a seal that only this account can make, with a
secret that stands in the account's own folder of state; what has another seal, or another name, counts for nothing.
"""

import contextlib
import hmac
import os
from pathlib import Path

from reportgen.files.journal import is_part
from reportgen.regex import regex

_NAME = regex(r"[0-9a-f]{64}")
_SEAL = 32
"""Bytes of a seal (HMAC with SHA-256), and of the secret."""
_PRIVATE = 0o600


class SealedFolder:
    """A folder of sealed files; nothing of it is needed, and any of it may be taken away at any time."""

    def __init__(self, folder: Path, limit: int) -> None:
        """Use a folder, which need not be there.

        Args:
            folder: where the files stand; where it is a link, nothing is read or written.
            limit: how many bytes are kept; of more, those go that were not used for longest.
        """
        self._folder = folder
        self._limit = limit

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is kept."""
        try:
            return not any(self._folder.iterdir())
        except OSError:
            return True

    def get(self, name: str) -> bytes | None:
        """Return what was kept under a name, 64 hexadecimal digits; None where that is not surely known."""
        path = self._folder / name
        try:
            if self._folder.is_symlink() or path.is_symlink() or not 0 < path.stat().st_size <= self._limit:
                return None
            sealed = path.read_bytes()
            seal, data = sealed[:_SEAL], sealed[_SEAL:]
            if not hmac.compare_digest(seal, _seal(name, data)):
                return None
            os.utime(path)
        except OSError:
            return None
        return data

    def put(self, name: str, data: bytes) -> None:
        """Keep bytes under a name, or do nothing where they cannot be written or are too many."""
        from reportgen.files.output.parts import write_part  # who only reads needs nothing of it

        with contextlib.suppress(OSError):
            if self._folder.is_symlink() or len(data) + _SEAL > self._limit:
                return
            self._folder.mkdir(exist_ok=True)
            write_part(self._folder / name, _seal(name, data) + data).replace(self._folder / name)
            self._shrink()

    def _shrink(self) -> None:
        """Take away what a killed command left, and the files that were not used for longest, down to the limit."""
        from reportgen.files.output.parts import drop

        found: list[tuple[int, int, Path]] = []
        for path in self._folder.iterdir():
            if is_part(path.name):
                drop(path)
            elif _NAME.fullmatch(path.name):
                stat = path.lstat()
                found.append((stat.st_mtime_ns, stat.st_size, path))
        left = self._limit
        for _, size, path in sorted(found, reverse=True):
            left -= size
            if left < 0:
                drop(path)


def _seal(name: str, data: bytes) -> bytes:
    return hmac.digest(_secret(), name.encode() + data, "sha256")


def _secret() -> bytes:
    """Return the secret of this account, made when it is first needed.

    Raises:
        OSError: where it can be neither read nor made.
    """
    path = _state_folder() / "reportgen" / "seal"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{os.urandom(8).hex()}")
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(os.urandom(_SEAL))
        part.replace(path)  # where two make it at once, the later one stays, and what the other sealed is made anew
    data = path.read_bytes()
    if len(data) != _SEAL:
        raise OSError(0, "the secret was cut")
    return data


def _state_folder() -> Path:
    """Return where the account keeps the state of programs; a relative path counts for nothing (XDG Base Directory).

    Raises:
        OSError: where the account has no folder of its own, as that of a container.
    """
    named = Path(os.environ.get("XDG_STATE_HOME", ""))
    if named.is_absolute():
        return named
    try:
        return Path.home() / ".local" / "state"
    except RuntimeError as error:
        raise OSError(0, str(error)) from None
