"""Writing files, all or nothing: a failed build leaves what was there before untouched."""

import contextlib
import glob
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from reportgen.files.output.change import FolderChange
from reportgen.files.output.errors import OutputError, cannot_write
from reportgen.files.output.locking import held_folder, hold
from reportgen.files.output.parts import clean, make_folder
from reportgen.files.reading import read_bytes, real_path
from reportgen.files.refusal import Refused
from reportgen.limits import FILE_BYTES

_VERSIONS = 1_000_000


def write_files(
    folder: Path, files: Mapping[str, bytes] | Iterable[tuple[str, bytes]], folders: Iterable[str] = ()
) -> list[Path]:
    """Write all files into a folder, or none of them.

    Args:
        folder: made where it does not exist; a link is refused, since it may lead anywhere.
        files: contents by file name, or by the path of a file in a folder that is there; names come from the program,
            never from inputs. Pairs are taken one after another, so that not all need be in memory at once.
        folders: names of folders in a project that are made as well.

    Returns:
        Where they stand.

    Raises:
        OutputError: where the folder or a file cannot be written.
    """
    pairs = files.items() if isinstance(files, Mapping) else files
    written: list[Path] = []
    with _change([folder]) as (change, path_of):
        for name, data in pairs:
            change.put(path_of(folder / name), data)
            written.append(folder / name)
        for name in folders:
            change.make(path_of(folder / name))
        change.commit()
    return written


class NewVersion(Struct, frozen=True):
    """A new version of a file, and what it takes the place of."""

    folder: Path
    """Made where it does not exist."""
    name: str
    """Of the new version."""
    files: Mapping[str, bytes]
    """Its bytes by its name, and whatever is to be written with it."""
    replaced: Sequence[Path]
    """Files that it takes the place of."""
    archive: Path
    """The folder that keeps them, under the next free number: `health.2.xlsx`."""


def file_versions(
    versions: Sequence[NewVersion], root: Path | None = None, others: Mapping[str, bytes] | None = None
) -> list[Path]:
    """Put new versions of files into their folders; what they take the place of is kept, and nothing is overwritten.

    Args:
        versions: the new versions.
        root: the project's folder; needed for further files.
        others: further files that are written with them, by their paths in the project.

    Returns:
        Where the replaced files stand now.

    Raises:
        OutputError: where something cannot be written; all is as it was then.
    """
    further = {root / name: data for name, data in (others or {}).items()} if root else {}
    kept: list[Path] = []
    touched = [
        path
        for version in versions
        for path in (version.folder, version.archive, *(old.parent for old in version.replaced))
    ]
    with _change([*([root] if root else ()), *touched, *(path.parent for path in further)]) as (change, path_of):
        for one in versions:
            _file(one, change, path_of, kept)
        for path, data in further.items():
            change.put(path_of(path), data)
        change.commit()
    return kept


def _file(version: NewVersion, change: FolderChange, path_of: Callable[[Path], str], kept: list[Path]) -> None:
    for old in version.replaced:
        kept.append(_next_version(version.archive, old, kept))
        change.put(path_of(kept[-1]), _bytes_of(old))
    new = {version.folder / name: data for name, data in version.files.items()}
    for path, data in new.items():
        change.put(path_of(path), data)
    for old in version.replaced:
        if old not in new and old != version.folder / version.name:
            change.remove(path_of(old))


@contextlib.contextmanager
def _change(touched: Sequence[Path]) -> Iterator[tuple[FolderChange, Callable[[Path], str]]]:
    """Begin a change of files in some folders.

    It is a change of the project that this process holds, if they lie in it; else of the folder above them all, which
    is held meanwhile.

    Args:
        touched: all folders with files that change.

    Returns:
        The change, and a function that gives the path of a file as the change wants it.
    """
    held = held_folder(*(real_path(path) for path in touched))
    root = held.root if held else Path(os.path.commonpath(touched))
    link = next((path for path in touched if path.is_symlink()), None)
    if link is not None:
        raise cannot_write(link, "the folder is a link")
    _make(root)
    real = real_path(root)

    def path_of(file: Path) -> str:
        return (real_path(file.parent) / file.name).relative_to(real).as_posix()

    with contextlib.nullcontext() if held else hold(root, "", stays=False):
        change = FolderChange(root, held.command if held else "")
        for path in touched:
            clean(path)
        try:
            yield change, path_of
        finally:
            change.discard()


def _make(folder: Path) -> None:
    try:
        make_folder(folder)
    except OSError as error:
        raise cannot_write(folder, error) from None


def _bytes_of(file: Path) -> bytes:
    real = Path(os.path.realpath(file))  # a link in the project may lead to another folder of it
    try:
        return read_bytes(file, file.as_posix(), root=real.parent, limit=FILE_BYTES, may_be_empty=True)
    except Refused as refused:
        raise OutputError(refused.diagnostic) from None


def _next_version(archive: Path, file: Path, taken: Sequence[Path]) -> Path:
    """Return the next free name for a version of a file in the archive.

    Raises:
        OutputError: where there are too many.
    """
    number = next_version(archive, file.stem, taken)
    if number >= _VERSIONS:
        raise cannot_write(archive, "it holds too many versions")
    return archive / f"{file.stem}.{number}{file.suffix}"


def next_version(archive: Path, stem: str, taken: Iterable[Path] = ()) -> int:
    """Return the number after the highest one of a version of a file, whatever its ending; 1 where there is none.

    Args:
        archive: the folder that keeps the versions.
        stem: the name of the file without its ending.
        taken: further versions, which are still to be written.
    """
    return max(_numbers(stem, [*archive.glob(f"{glob.escape(stem)}.*.*"), *taken]), default=0) + 1


def _numbers(stem: str, versions: Iterable[Path]) -> Iterator[int]:
    """Yield the numbers of the versions of a file, whatever their endings."""
    for path in versions:
        number = path.stem.removeprefix(f"{stem}.")
        if path.name.startswith(f"{stem}.") and number.isdecimal():
            yield int(number)
