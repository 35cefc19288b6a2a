"""Corrections of files: the bytes of a YAML file and the changes of its texts come in, its new bytes go out.

The file's text is changed at the exact characters; everything else stays byte for byte. Then it is read again, and
must hold exactly what it held, with the corrected texts: what would not is left out, and said.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from reportgen.checks.style.corrected import Change, Corrected
from reportgen.diagnostics import Path
from reportgen.project import Plain, read_yaml
from reportgen.project.scalars import Scalar, read_scalars

_MARK = b"\xef\xbb\xbf"
"""A byte order mark, which stays where it is."""


class Task(Struct, frozen=True):
    """The corrections of one text of a file."""

    path: Path
    """In the file."""
    corrected: Corrected


class Written(Struct, frozen=True):
    """A file with its corrections."""

    data: bytes
    done: tuple[Task, ...]
    refused: tuple[Task, ...]
    """Whose corrections are not in it: it would not have been read as it is meant."""


def correct_file(data: bytes, tasks: Iterable[Task]) -> Written:
    """Make corrections in a YAML file.

    Args:
        data: its bytes, which were read without an error.
        tasks: the corrections of its texts.
    """
    text = data.removeprefix(_MARK).decode()
    scalars = read_scalars(text)
    done: list[Task] = []
    refused: list[Task] = []
    possible: list[Task] = []
    for task in tasks:
        (possible if _edits(scalars, task) is not None else refused).append(task)
    if _is_right(data, text, scalars, possible):
        done = possible
    else:
        for task in possible:
            (done if _is_right(data, text, scalars, [*done, task]) else refused).append(task)
    return Written(_rewritten(data, text, scalars, done), tuple(done), tuple(refused))


def _edits(scalars: dict[Path, Scalar], task: Task) -> list[Change] | None:
    """The changes of the file's text that make the corrections of one text; None where it cannot be followed."""
    scalar = scalars.get(task.path)
    if scalar is None:
        return None
    offset = scalar.value.find(task.corrected.source.text)
    if offset < 0 or scalar.value.strip() != task.corrected.source.text.strip():
        return None
    edits: list[Change] = []
    for change in task.corrected.changes:
        span = scalar.source(offset + change.span.start, offset + change.span.end)
        if span is None:
            return None
        edits.append(Change(span, scalar.written(change.new)))
    return edits


def _rewritten(data: bytes, text: str, scalars: dict[Path, Scalar], tasks: Sequence[Task]) -> bytes:
    """The file's bytes with some corrections."""
    edits = [edit for task in tasks for edit in _edits(scalars, task) or ()]
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + edit.new + text[edit.span.end :]
    return (_MARK if data.startswith(_MARK) else b"") + text.encode()


def _is_right(data: bytes, text: str, scalars: dict[Path, Scalar], tasks: Sequence[Task]) -> bool:
    """Whether the file with some corrections holds what it held, but for these."""
    expected = read_yaml(data, "").data
    for task in tasks:
        value = scalars[task.path].value
        _put(expected, task.path, value.replace(task.corrected.source.text, task.corrected.text, 1))
    reread = read_yaml(_rewritten(data, text, scalars, tasks), "")
    return reread.is_sound and reread.data == expected


def _put(data: Plain, path: Path, value: str) -> None:
    """Put a value into plain data."""
    for step in path[:-1]:
        data = data[step]  # type: ignore[index] # the path was read from the same file
    data[path[-1]] = value  # type: ignore[index] # as above
