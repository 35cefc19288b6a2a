"""Writing a whole new folder, which appears in one step."""

import contextlib
import glob
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reportgen.files.journal import FOLDER, is_part
from reportgen.files.output.errors import cannot_write
from reportgen.files.output.files import write_files
from reportgen.files.output.locking import try_lock
from reportgen.files.output.parts import force, make_folder, part_name, write_part


def write_tree(root: Path, files: Mapping[str, bytes], folders: Iterable[str] = ()) -> list[Path]:
    """Write a whole new folder with what is in it, or nothing.

    Args:
        root: must not exist, or be an empty folder.
        files: contents by path below it, with `/`; paths come from the program, never from inputs.
        folders: further folders, which stay empty.

    Returns:
        Where the files stand.

    Raises:
        OutputError: where it cannot be written; nothing is left behind.
    """
    beside = None
    try:
        make_folder(root.parent)
        _clean_beside(root)
        beside = root.parent / part_name(root.name)
        beside.mkdir()
        with _in_use(beside):
            _fill(beside, files, folders)
        if root.is_dir() and not root.is_symlink():
            root.rmdir()  # an empty one; Windows renames onto nothing that exists
        beside.rename(root)
        force(root.parent)
    except OSError as error:
        raise cannot_write(Path(error.filename2 or root), error) from None
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
    return [root / name for name in files]


def write_project(folder: Path, files: Mapping[str, bytes], folders: Sequence[str] = ()) -> list[Path]:
    """Write a new project: a folder that is not there, or is empty, in one step; else beside what it holds.

    Args:
        folder: of the project.
        files: contents by path below it, with `/`.
        folders: further folders, which stay empty.

    Returns:
        Where the files stand.

    Raises:
        OutputError: where it cannot be written.
    """
    if not folder.is_dir() or not any(folder.iterdir()):
        return write_tree(folder, files, folders)
    return write_files(folder, files, folders)


def _fill(folder: Path, files: Mapping[str, bytes], folders: Iterable[str]) -> None:
    """Write everything into a folder that nobody knows of yet.

    Raises:
        OSError: where it cannot be written.
    """
    for name in folders:
        make_folder(folder / name)
    for name, data in files.items():
        make_folder((folder / name).parent)
        write_part(folder / name, data).replace(folder / name)
    for parent in {(folder / name).parent for name in files}:
        force(parent)


@contextlib.contextmanager
def _in_use(folder: Path) -> Iterator[None]:
    """Hold the lock of a passing folder, so that others can tell it from one that a killed command left."""
    lock = try_lock(folder)
    try:
        yield
    finally:
        shutil.rmtree(folder / FOLDER, ignore_errors=True)
        if lock is not None:
            lock.release()
            shutil.rmtree(folder / FOLDER, ignore_errors=True)  # Windows removes no file that is open


def _clean_beside(root: Path) -> None:
    """Remove the passing folders that killed commands left where they were to make this folder."""
    for left in root.parent.glob(f".{glob.escape(root.name)}.*.part"):
        if is_part(left.name) and left.is_dir() and not left.is_symlink():
            lock = try_lock(left)
            if lock is not None:
                shutil.rmtree(left, ignore_errors=True)
                lock.release()
                shutil.rmtree(left, ignore_errors=True)  # Windows removes no file that is open
