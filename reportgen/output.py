"""Writing, all or nothing: a failed build leaves what was there before untouched.

Every file is first written beside its place under another name and forced to the disk; only when all of them stand
are they renamed into place (POSIX rename replaces in one step).
"""

import contextlib
import errno
import glob
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reportgen.diagnostics import Diagnostic, Place, diagnose


class OutputError(Exception):
    """Outputs cannot be written; `diagnostic` says which and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write all files into a folder, or none of them.

    Args:
        folder: made where it does not exist; a link is refused, since it may lead anywhere.
        files: contents by file name, or by the path of a file in a folder of it, which is made where it is not there;
            names come from the program, never from inputs.

    Raises:
        OutputError: where the folder or a file cannot be written.
    """
    if folder.is_symlink():
        raise OutputError(diagnose("RG602", Place(folder.as_posix()), reason="the folder is a link"))
    temporary: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            if (folder / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, "there is a folder of that name", str(folder / name))
            final = folder / name
            final.parent.mkdir(exist_ok=True)
            temporary[final] = _write_beside(final.parent, final.name, data)
        for final, written in temporary.items():
            written.replace(final)
        for changed in {folder, *(final.parent for final in temporary)}:
            _force(changed)
    except OSError as error:
        place = Place(str(error.filename2 or (error.filename if error.errno == errno.EISDIR else folder.as_posix())))
        raise OutputError(diagnose("RG602", place, reason=error.strerror or "it cannot be written")) from None
    finally:
        for written in temporary.values():
            with contextlib.suppress(OSError):
                written.unlink(missing_ok=True)
    return list(temporary)


def file_version(
    folder: Path, name: str, files: Mapping[str, bytes], replaced: Sequence[Path], archive: Path
) -> list[Path]:
    """Put a new version of a file into a folder; what it takes the place of is kept, and nothing is overwritten.

    The old versions stand in the archive before the new one is there, so that a power cut loses neither.

    Args:
        folder: made where it does not exist.
        name: of the new version.
        files: its bytes by its name, and whatever is to be written with it.
        replaced: files that it takes the place of.
        archive: the folder that keeps them, under the next free number: `health.2.xlsx`.

    Returns:
        Where the replaced files stand now.

    Raises:
        OutputError: where something cannot be written; the replaced files are still there then.
    """
    if folder.is_symlink():
        raise OutputError(diagnose("RG602", Place(folder.as_posix()), reason="the folder is a link"))
    try:
        kept = [_add_version(archive, old) for old in replaced]
    except OSError as error:
        raise OutputError(
            diagnose("RG602", Place(archive.as_posix()), reason=error.strerror or "it cannot be written")
        ) from None
    write_files(folder, files)
    for old in replaced:
        if old not in {folder / path for path in (name, *files)}:
            with contextlib.suppress(OSError):  # it is in the archive; at worst it is there twice
                old.unlink()
    return kept


def _add_version(archive: Path, file: Path) -> Path:
    """Copy a file into the archive under the next free number, forced to the disk."""
    if archive.is_symlink():
        raise OSError(None, "the folder is a link")
    archive.mkdir(parents=True, exist_ok=True)
    written = _write_beside(archive, file.name, file.read_bytes())
    try:
        for number in range(next_version(archive, file.stem), _VERSIONS):
            version = archive / f"{file.stem}.{number}{file.suffix}"
            try:
                os.link(written, version)  # fails where the name is taken, in one step
            except FileExistsError:
                continue
            return version
    finally:
        written.unlink(missing_ok=True)
    raise OSError(None, "it holds too many versions")


_VERSIONS = 1_000_000


def next_version(archive: Path, stem: str) -> int:
    """The number after the highest one of a version of a file, whatever its ending; 1 where there is none."""
    numbers = (path.stem.removeprefix(f"{stem}.") for path in archive.glob(f"{glob.escape(stem)}.*.*"))
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


def _force(folder: Path) -> None:
    """Force the names in a folder to the disk, where the system lets folders be opened for that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write_beside(folder: Path, name: str, data: bytes) -> Path:
    """Write a file under a passing name, forced to the disk."""
    handle, written = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(written).chmod(0o644)
    except BaseException:
        Path(written).unlink(missing_ok=True)
        raise
    return Path(written)


def write_tree(root: Path, files: Mapping[str, bytes], folders: Iterable[str] = ()) -> list[Path]:
    """Write a whole new folder with what is in it, or nothing.

    Args:
        root: must not exist, or be an empty folder.
        files: contents by path below it, with `/`; paths come from the program, never from inputs.
        folders: further folders, which stay empty.

    Raises:
        OutputError: where it cannot be written; nothing is left behind.
    """
    beside = None
    try:
        root.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{root.name}.", suffix=".part", dir=root.parent))
        for name in folders:
            (beside / name).mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            target = beside / name
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_beside(target.parent, target.name, data).replace(target)
        beside.chmod(0o755)
        if root.is_dir() and not root.is_symlink():
            root.rmdir()  # an empty one; Windows renames onto nothing that exists
        beside.rename(root)
    except OSError as error:
        place = Place(str(error.filename2 or root.as_posix()))
        raise OutputError(diagnose("RG602", place, reason=error.strerror or "it cannot be written")) from None
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
    return [root / name for name in files]
