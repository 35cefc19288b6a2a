"""A change of several files of a folder: all of them, or none.

New contents are staged under passing names, a journal makes the change count (`reportgen.files.journal`), and then each
file is replaced or taken away. What fails on the way is undone; what a killed process leaves is finished by `recover`.
Nothing needs hard links, which FAT and many shares do not have.
"""

import contextlib
import errno
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from reportgen.diagnostics import Place, diagnose
from reportgen.files.journal import (
    FOLDER,
    JOURNAL,
    UNDO,
    FileState,
    Journal,
    JournalError,
    Step,
    digest_of,
    is_to_be_undone,
    read_journal,
    state_of,
)
from reportgen.files.output.errors import OutputError, cannot_write
from reportgen.files.output.parts import copy_part, drop, force, make_folder, part_name, write_part


class FolderChange:
    """Files that are put into a folder, or taken away from it, together."""

    def __init__(self, root: Path, command: str) -> None:
        """Begin a change.

        Args:
            root: the folder that is held; all files lie below it.
            command: what writes, for the journal.

        Raises:
            OutputError: where the work of another change waits to be finished or undone, and could not be: its files
                must not be lost.
        """
        if _has_journal(root):
            raise cannot_write(root / FOLDER / JOURNAL, "the work of an interrupted command waits there")
        self._root = root
        self._command = command
        self._steps: list[Step] = []
        self._folders: list[str] = []

    def put(self, target: str, data: bytes) -> None:
        """Stage new contents of a file.

        Args:
            target: its path below the folder, with `/`.
            data: its contents.

        Raises:
            OutputError: where they cannot be staged, or something else than a file stands in its place.
        """
        path = self._root / target
        try:
            self._expect_place(path)
            new = write_part(path, data)
        except OSError as error:
            raise cannot_write(path, error) from None
        self._steps.append(Step(target, new.name, None, None, digest_of(new)))

    def remove(self, target: str) -> None:
        """Plan to take a file away; nothing happens to it yet.

        Raises:
            OutputError: where it cannot be read.
        """
        path = self._root / target
        try:
            self._steps.append(Step(target, None, part_name(path.name), digest_of(path), None))
        except OSError as error:
            raise cannot_write(path, error) from None

    def make(self, name: str) -> None:
        """Plan to make a folder."""
        self._folders.append(name)

    def _expect_place(self, path: Path) -> None:
        """Make the folder of a file.

        Raises:
            OSError: where it cannot be made, a link leads away from it, or there is a folder in the file's place.
        """
        for folder in path.parents:
            if folder == self._root:
                break
            if folder.is_symlink():
                raise OSError(errno.ELOOP, f"the folder {folder.name} is a link")
        make_folder(path.parent)
        if path.is_dir() and not path.is_symlink():
            raise IsADirectoryError(errno.EISDIR, "there is a folder of that name")

    def commit(self) -> None:
        """Make the change, all of it or none.

        Raises:
            OutputError: where one of the files stands in the way; it is named, and all are as they were.
        """
        try:
            if len(self._steps) + len(self._folders) > 1:
                self._commit_together()
            else:
                self._commit_alone()
        finally:
            self.discard()

    def _commit_alone(self) -> None:
        """Replace one file, which is one step for the system."""
        for step in self._steps:
            _forward(self._root, step)
            force(step.path(self._root).parent)

    def _commit_together(self) -> None:
        for number, step in enumerate(self._steps):
            self._steps[number] = self._with_copy(step)
        for folder in {step.path(self._root).parent for step in self._steps}:
            force(folder)
        _write_journal(self._root, Journal(self._command, tuple(self._steps), tuple(self._folders)))
        done: list[Step] = []
        try:
            _make_folders(self._root, self._folders)
            for step in self._steps:
                done.append(step)
                _forward(self._root, step)
            _close(self._root, done)
        except BaseException:
            _undo(self._root, done)
            raise

    def _with_copy(self, step: Step) -> Step:
        """Return the step with a copy of what stands in the file's place, so that it can be undone.

        Raises:
            OutputError: where it cannot be copied.
        """
        path = step.path(self._root)
        try:
            if step.new is None or not os.path.lexists(path):
                return step
            old = copy_part(path)
            return Step(step.target, step.new, old.name, digest_of(old), step.after)
        except OSError as error:
            raise cannot_write(path, error) from None

    def discard(self) -> None:
        """Remove what was staged, unless it is still needed to finish or to undo the change."""
        if _has_journal(self._root):
            return
        for step in self._steps:
            _drop_parts(self._root, step)


def recover(root: Path, tell: Callable[[str], None]) -> None:
    """Finish the change that a killed command left in a folder, or undo it where it cannot be finished.

    Args:
        root: the folder, which this process holds.
        tell: is told what was done.

    Raises:
        OutputError: where it can be neither finished nor undone; the file in the way is named.
    """
    try:
        journal = read_journal(root)
    except JournalError as error:
        raise OutputError(diagnose("RG642", Place((root / FOLDER / JOURNAL).as_posix()), reason=str(error))) from None
    if journal is None:
        return
    states = [state_of(root, step) for step in journal.steps]
    undone = is_to_be_undone(journal, states)
    if not undone:
        try:
            _make_folders(root, journal.folders)
            for step in _in_state(journal, root, FileState.BEFORE):
                _forward(root, step)
        except OutputError:
            undone = True
    if undone:
        _undo_left(root, journal)
    _close(root, list(journal.steps))
    for step in journal.steps:
        _drop_parts(root, step)
    names = ", ".join(step.target for step in journal.steps)
    tell(f"{'undid' if undone else 'finished'} what an interrupted “reportgen {journal.command}” had begun: {names}")


def _in_state(journal: Journal, root: Path, state: FileState) -> list[Step]:
    return [step for step in journal.steps if state_of(root, step) is state]


def _undo_left(root: Path, journal: Journal) -> None:
    """Undo what a killed command did.

    Raises:
        OutputError: naming the file that is in the way.
    """
    _mark_as_undone(root)
    for step in reversed(_in_state(journal, root, FileState.AFTER)):
        try:
            _backward(root, step)
        except FileNotFoundError:  # somebody took the copy away: what stands there is all that there is
            continue
        except OSError as error:
            place, reason = Place(step.path(root).as_posix()), error.strerror or "it cannot be written"
            raise OutputError(diagnose("RG641", place, command=journal.command, reason=reason)) from None


def _undo(root: Path, done: list[Step]) -> None:
    """Undo the steps of a change that failed; where that fails too, the journal stays for the next writer."""
    _mark_as_undone(root)
    try:
        for step in reversed(done):
            if state_of(root, step) is FileState.AFTER:
                _backward(root, step)
    except OSError:
        return
    with contextlib.suppress(OSError, OutputError):
        _close(root, done)


def _make_folders(root: Path, names: Iterable[str]) -> None:
    """Make the folders that belong to a change.

    Raises:
        OutputError: where one cannot be made.
    """
    for name in names:
        try:
            make_folder(root / name)
        except OSError as error:
            raise cannot_write(root / name, error) from None


def _forward(root: Path, step: Step) -> None:
    """Put a file in place, or take it away.

    Raises:
        OutputError: naming it, where the system refuses.
    """
    path = step.path(root)
    new, old = step.beside(root, step.new), step.beside(root, step.old)
    try:
        if new is not None:
            new.replace(path)
        elif old is not None:
            path.replace(old)
    except OSError as error:
        raise cannot_write(path, error) from None


def _backward(root: Path, step: Step) -> None:
    """Put back what stood in a file's place.

    Raises:
        OSError: where the system refuses.
    """
    path = step.path(root)
    new, old = step.beside(root, step.new), step.beside(root, step.old)
    if old is not None:
        old.replace(path)
    elif new is not None:
        path.replace(new)


# ---- the journal on disk ----------------------------------------------------------------------------------------


def _write_journal(root: Path, journal: Journal) -> None:
    """Write the journal: from now on the change counts.

    Raises:
        OutputError: where it cannot be written.
    """
    path = root / FOLDER / JOURNAL
    part = None
    try:
        part = write_part(path, journal.dumps())
        part.replace(path)
    except OSError as error:
        if part is not None:
            drop(part)
        raise cannot_write(path, error) from None
    force(path.parent)


def _has_journal(root: Path) -> bool:
    return any((root / FOLDER / name).exists() for name in (JOURNAL, UNDO))


def _mark_as_undone(root: Path) -> None:
    """Say in the journal that the change is being undone; a rename needs no space on the disk."""
    with contextlib.suppress(OSError):
        (root / FOLDER / JOURNAL).replace(root / FOLDER / UNDO)
        force(root / FOLDER)


def _close(root: Path, steps: list[Step]) -> None:
    """Remove the journal, after what it describes was forced to the disk.

    Raises:
        OutputError: where it cannot be removed.
    """
    for folder in {step.path(root).parent for step in steps}:
        force(folder)
    for name in (JOURNAL, UNDO):
        path = root / FOLDER / name
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise cannot_write(path, error) from None
    force(root / FOLDER)


def _drop_parts(root: Path, step: Step) -> None:
    for part in (step.beside(root, step.new), step.beside(root, step.old)):
        if part is not None:
            drop(part)
