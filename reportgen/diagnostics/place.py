"""Where a value stood: places in files, and the way from a path in the model to its place."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

Path = tuple[str | int, ...]
"""A path in the model, from the report down: `("submissions", 3, "indicators", "dv_cases", "values", "2023")`."""


class Place(Struct, frozen=True):
    """A place in an input file: a line and column of a text file, a cell of a workbook, a paragraph of a document."""

    file: str
    """The path as the user would type it, relative to the folder where the command runs, with `/`."""
    line: int | None = None
    """Counted from 1."""
    column: int | None = None
    """Counted from 1."""
    sheet: str | None = None
    """The name of a sheet as it stands on its tab."""
    cell: str | None = None
    """A cell such as `F14`."""
    paragraph: int | None = None
    """The number of a paragraph of a document, or of the one that precedes."""

    def __str__(self) -> str:
        """Return `file:line:column`, `file:Sheet!F14`, `file, paragraph 14`, or as much of it as is known."""
        if self.paragraph is not None:
            return f"{self.file}, paragraph {self.paragraph}"
        if self.sheet is not None:
            return f"{self.file}:{self.sheet}" + (f"!{self.cell}" if self.cell else "")
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    def within(self, root: PurePath) -> "Place":
        """Return the same place named from a project's folder on: `submissions/justice.yaml:15:44`."""
        return replace(self, file=name_within(root, self.file))

    def is_beside(self, other: "Place") -> bool:
        """Return whether it is a cell of a row in which another place stands as well."""
        return self.cell is not None and self.order[:3] == other.order[:3]

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """Return a key that sorts places as a reader would meet them."""
        row, letters = _split_cell(self.cell)
        return (
            self.file,
            self.sheet or "",
            self.line or row or self.paragraph or 0,
            self.column or len(letters),
            letters,
        )


@lru_cache(maxsize=4096)
def name_within(root: PurePath, file: str) -> str:
    """Return the path of a file from a project's folder on, whatever was typed for that folder.

    Args:
        root: the folder, as the user typed it.
        file: a path that begins with it; another one is returned as it is.
    """
    path = PurePath(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file


def _split_cell(cell: str | None) -> tuple[int, str]:
    """Return `F14` as row 14 and column letters `F`; row 0 where there is no cell."""
    letters = (cell or "").rstrip("0123456789")
    digits = (cell or "")[len(letters) :]
    return (int(digits) if digits else 0, letters)


class Places:
    """Remembers where each value of the model stood."""

    def __init__(self, places: Mapping[Path, Place] | None = None) -> None:
        self._places: dict[Path, Place] = dict(places or {})
        self._columns: dict[Path, Sequence[int]] = {}
        """Of lines that are not read character by character: where each character began, from 0."""

    def add(self, path: Path, place: Place, columns: Sequence[int] | None = None) -> None:
        """Remember that the value at `path` stood at `place`.

        Args:
            path: of the value.
            place: where it begins.
            columns: of a line of text in which letters were put together with their marks: where each of its
                characters began, counted from the first one.
        """
        self._places[path] = place
        if columns is not None:
            self._columns[path] = columns

    def remove(self, path: Path) -> None:
        """Forget the value at `path` and all that stood in it."""
        for known in [known for known in self._places if known[: len(path)] == path]:
            del self._places[known]
            self._columns.pop(known, None)

    def columns(self, path: Path) -> Sequence[int] | None:
        """Return where the characters of a line began, or None where they stand as they were read."""
        return self._columns.get(path)

    def character(self, path: Path, offset: int) -> Place | None:
        """Return the place of a character of a line of text, or None where the line's place is not known.

        Args:
            path: of the line.
            offset: of the character in the line as it was read, from 0.
        """
        place = self._places.get(path)
        if place is None or place.line is None:
            return None
        columns = self._columns.get(path)
        moved = columns[min(offset, len(columns) - 1)] if columns else offset
        return replace(place, column=(place.column or 1) + moved)

    def extend(self, prefix: Path, other: "Places") -> None:
        """Take over all of `other`, with every path put below `prefix`."""
        self._places.update({prefix + path: place for path, place in other})
        self._columns.update({prefix + path: columns for path, columns in other.moved()})

    def find(self, path: Path) -> Place | None:
        """Return the place of the value at `path`, or of the nearest parent whose place is known."""
        for length in range(len(path), -1, -1):
            place = self._places.get(path[:length])
            if place is not None:
                return place
        return None

    def exact(self, path: Path) -> Place | None:
        """Return the place of the value at `path` itself, or None."""
        return self._places.get(path)

    def moved(self) -> Iterator[tuple[Path, Sequence[int]]]:
        """Yield the lines that are not read character by character, and where each of their characters began."""
        return iter(self._columns.items())

    def __iter__(self) -> Iterator[tuple[Path, Place]]:
        return iter(self._places.items())

    def __len__(self) -> int:
        return len(self._places)
