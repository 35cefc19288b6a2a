"""Exact corrections in YAML files: some characters of a value change, and everything else stays byte for byte.

The corrected file is read again, and must hold exactly what it held, with the corrected values: a correction that would
break it is left out and named.
"""

from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from reportgen.claims.passages import Span
from reportgen.diagnostics import Path
from reportgen.project.scalars import Scalar, read_scalars
from reportgen.project.yaml import read_yaml


class TextChange(Struct, frozen=True):
    """Characters of a text that are replaced."""

    span: Span
    new: str


def changed(text: str, changes: Iterable[TextChange]) -> str:
    """Return a text with changes that do not overlap."""
    for change in sorted(changes, key=lambda change: change.span)[::-1]:  # of two at one place, the later first
        text = text[: change.span.start] + change.new + text[change.span.end :]
    return text


class ValueCorrection(Struct, frozen=True):
    """The correction of one value of a file."""

    path: Path
    """In the file."""
    old: str
    """The value without the space around it, as it was read."""
    new: str
    changes: tuple[TextChange, ...]
    """What leads from `old` to `new`."""


class CellCorrection(Struct, frozen=True):
    """The correction of the text of one cell."""

    sheet: str
    """The name on the tab."""
    cell: str
    """Such as `C14`."""
    old: str
    """The text as it was read."""
    new: str
    changes: tuple[TextChange, ...]
    """What leads from `old` to `new`."""


class CorrectedFile(Struct, frozen=True):
    """A file with its corrections."""

    data: bytes
    done: tuple[ValueCorrection, ...]
    refused: tuple[ValueCorrection, ...]
    """What is not in it: it would not have been read as it is meant."""


def correct_yaml(data: bytes, corrections: Iterable[ValueCorrection]) -> CorrectedFile:
    """Return a YAML file with corrections.

    Args:
        data: its bytes, which were read without an error.
        corrections: of its values.
    """
    text = data.removeprefix(BOM_UTF8).decode()
    scalars = read_scalars(text)
    wanted = list(corrections)
    done = [correction for correction in wanted if _edits(scalars, correction) is not None]
    if not _is_right(data, text, scalars, done):
        possible, done = done, []
        for one in possible:
            done += [one] if _is_right(data, text, scalars, [*done, one]) else []
    paths = {correction.path for correction in done}
    refused = tuple(correction for correction in wanted if correction.path not in paths)
    return CorrectedFile(_rewritten(data, text, scalars, done), tuple(done), refused)


def _edits(scalars: dict[Path, Scalar], correction: ValueCorrection) -> list[TextChange] | None:
    """Return the changes of the file's text that correct one value; None where it cannot be followed in the file."""
    scalar = scalars.get(correction.path)
    offset = scalar.value.find(correction.old) if scalar else -1
    if scalar is None or offset < 0 or scalar.value.strip() != correction.old.strip():
        return None
    edits = []
    for change in correction.changes:
        span = _span(scalar, offset, change)
        if span is None:
            return None
        edits.append(TextChange(span, scalar.written(change.new)))
    return edits


def _span(scalar: Scalar, offset: int, change: TextChange) -> Span | None:
    """Return where the characters of a change stand in the file; line breaks are taken with those around them."""
    start, end = offset + change.span.start, offset + change.span.end
    return scalar.source(start, end) or (scalar.stretch(start, end) if end > start else None)


def _rewritten(data: bytes, text: str, scalars: dict[Path, Scalar], corrections: Sequence[ValueCorrection]) -> bytes:
    """Return the file's bytes with some corrections."""
    edits = [edit for correction in corrections for edit in _edits(scalars, correction) or ()]
    return (BOM_UTF8 if data.startswith(BOM_UTF8) else b"") + changed(text, edits).encode()


def _is_right(data: bytes, text: str, scalars: dict[Path, Scalar], corrections: Sequence[ValueCorrection]) -> bool:
    """Return whether the file with some corrections holds what it held, but for these."""
    expected = read_yaml(data, "").data
    for correction in corrections:
        _set_at(expected, correction.path, scalars[correction.path].value.replace(correction.old, correction.new, 1))
    reread = read_yaml(_rewritten(data, text, scalars, corrections), "")
    return reread.is_sound and reread.data == expected


def _set_at(data: Any, path: Path, value: str) -> None:
    """Put a value into plain data."""
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value
