"""What a build depends on beside its project: this program with what it uses, and for a PDF this computer."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from io import FileIO
from pathlib import Path

from reportgen.files.shipped import shipped_folder
from reportgen.regex import regex


@cache
def describe_program() -> tuple[str, ...]:
    """Return what tells this program from any other version: all its bytes, and the names of what is installed."""
    return (sys.version, *_bytes_of_ours(), *_installed())


def _bytes_of_ours() -> Iterator[str]:
    for folder in (Path(__file__).parent.parent, shipped_folder()):
        for name in sorted(_names_below(folder, "")):
            with FileIO(f"{folder}/{name}") as file:
                yield f"{name} {sha256(file.readall()).hexdigest()}"


def _names_below(folder: Path | str, below: str) -> Iterator[str]:
    """Yield the files of a folder by their paths in it, without what Python compiled; `rglob` takes twice as long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _names_below(entry.path, f"{below}{entry.name}/")
            elif entry.is_file() and not entry.name.endswith(".pyc"):
                yield below + entry.name


def _installed() -> Iterator[str]:
    for entry in sys.path:
        yield from sorted(path.name for path in Path(entry).glob("*-info"))


# ---- the computer -----------------------------------------------------------------------------------------------

LIBRARIES = Path("/etc/ld.so.cache")
"""Written anew whenever a library is installed, replaced or taken away (ldconfig(8))."""
FONT_SETTINGS = ("/etc/fonts", "/usr/share/fontconfig", "~/.config/fontconfig")
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
"""Where Typst looks, and fontconfig unless its settings name more folders."""
_NAMED = regex(rb"<dir[^>]*>([^<]+)</dir>")
_ELSEWHERE = ("FONTCONFIG", "XDG_CONFIG", "XDG_DATA", "LD_")
"""Variables by which fonts, their settings and libraries are looked for elsewhere."""
_SHAPING = ("PANGO", "LANG", "LC_", "HOME")


def describe_machine() -> list[str] | None:
    """Return what shapes a PDF on this computer: fonts, their settings, libraries; None where that is not known."""
    if any(name.startswith(_ELSEWHERE) for name in os.environ):
        return None
    try:
        return [*_settings(), *_stamps((LIBRARIES, *_files(_font_folders())))]
    except (OSError, RuntimeError):  # also of an account without a folder of its own
        return None


def _settings() -> list[str]:
    told = [f"{name}={value}" for name, value in sorted(os.environ.items()) if name.startswith(_SHAPING)]
    return told + [f"{path} {sha256(path.read_bytes()).hexdigest()}" for path in _files(FONT_SETTINGS)]


def _font_folders() -> list[str]:
    named = (os.fsdecode(name.strip()) for path in _files(FONT_SETTINGS) for name in _NAMED.findall(path.read_bytes()))
    return sorted({*FONTS, *(name for name in named if name.startswith(("/", "~")))})


def _files(folders: Iterable[str]) -> Iterator[Path]:
    """Yield the files in some folders.

    Raises:
        OSError: where a link leads to another folder, whose files are not told here and are used.
    """
    for folder in folders:
        for path in sorted(Path(folder).expanduser().rglob("*")):
            if path.is_symlink() and path.is_dir():
                raise OSError(path)
            if path.is_file():
                yield path


def _stamps(files: Iterable[Path]) -> Iterator[str]:
    for path in files:
        stat = path.stat()
        yield f"{path} {stat.st_size} {stat.st_mtime_ns}"
