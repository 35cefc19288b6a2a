"""Holding a project while a command works on it, from before it reads until it has written; and refused writes."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reportgen.cli.printing import Printer
from reportgen.diagnostics import Diagnostic
from reportgen.files.output import OutputError, cannot_write, hold, write_files
from reportgen.files.reading import real_path
from reportgen.files.refusal import Refused
from reportgen.project.folder import HOLDS, is_input


@contextlib.contextmanager
def holding(
    folder: Path, command: str, printer: Printer, out: Path | None = None, *, is_new: bool = False
) -> Iterator[None]:
    """Keep other commands from writing into a project; end with 2 where one is at work in it for too long.

    Args:
        folder: of the project. Where it holds none, there is nothing to hold.
        command: the name of this command, for those that wait for it.
        printer: prints what is waited for, what was put right, and why the command ends.
        out: where the command writes. If that is outside the project, a project that cannot be locked is read as it
            is, such as one on a medium that can only be read.
        is_new: whether the command may make a project of the folder; then any folder that is not empty is held, and
            left as it was where the command refuses.
    """
    if not _is_project(folder) and not (is_new and _is_filled(folder)):
        yield
        return
    needed = out is None or real_path(out).is_relative_to(real_path(folder))
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(hold(folder, command, printer.tell, needed=needed, stays=not is_new))
        except OutputError as error:
            printer.finish([error.diagnostic], None if command == "receive" else {})  # its JSON is a list
        yield


@contextlib.contextmanager
def holding_both(one: Path, other: Path, command: str, printer: Printer, out: Path) -> Iterator[None]:
    """Keep other commands from writing into two projects that are compared, always in the same order; see `holding`."""
    first, second = sorted((one, other), key=real_path)
    with holding(first, command, printer, out), holding(second, command, printer, out):
        yield


@contextlib.contextmanager
def refusals(diagnostics: list[Diagnostic]) -> Iterator[None]:
    """Add to the diagnostics why files could not be written, or read again, and pass over what was to be done."""
    try:
        yield
    except (OutputError, Refused) as error:
        diagnostics.append(error.diagnostic)


def write_results(folder: Path, files: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write what a command makes into the folder that its user names, all files or none.

    Args:
        folder: made where it does not exist.
        files: contents by file name, or pairs that are taken one after another.

    Returns:
        Where they stand.

    Raises:
        OutputError: where one cannot be written, or would be read as an input of a project.
    """
    pairs = files.items() if isinstance(files, Mapping) else files
    return write_files(folder, ((_result(folder, name), data) for name, data in pairs))


def _result(folder: Path, name: str) -> str:
    if is_input(folder / name):
        raise cannot_write(folder / name, "a project is read from there; name another place")
    return name


def _is_project(folder: Path) -> bool:
    """Return whether a folder holds anything of a project; in any other, nothing is made."""
    with contextlib.suppress(OSError):
        return any((folder / name).exists() for name in HOLDS)
    return False


def _is_filled(folder: Path) -> bool:
    """Return whether a folder is there and not empty."""
    with contextlib.suppress(OSError):
        return any(folder.iterdir())
    return False
