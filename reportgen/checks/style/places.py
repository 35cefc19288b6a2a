"""Places of words: a report's texts and the files that they stand in come in, the place of a character goes out."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from msgspec import Struct

from reportgen.checks.style.texts import PrintedText
from reportgen.diagnostics import Path, Place, Places
from reportgen.project.scalars import Scalar, read_scalars
from reportgen.project.submission import YAML_ENDINGS

Read = Callable[[str], bytes | None]
"""The bytes of a file of the project by its name; None where it is no longer there."""
_ROOTS: Mapping[str, int] = {"submissions": 2, "settings": 1, "outline": 1, "agencies": 0}
"""How many steps of a path lead to the file that it goes on in."""


def is_yaml(file: str) -> bool:
    """Whether a file's name is that of a YAML file."""
    return PurePath(file).suffix.casefold() in YAML_ENDINGS


def path_in_file(path: Path) -> Path:
    """A path of the report as a path of the file that it leads into."""
    return path[_ROOTS[str(path[0])] :]


class TextPlaces(Struct):
    """Finds where characters of texts stand."""

    places: Places
    """Of the report's values."""
    read: Read
    _files: dict[str, tuple[str, dict[Path, Scalar]]] = {}

    def file(self, source: PrintedText) -> str:
        """The file that a text stands in."""
        place = self.places.find(source.path)
        return place.file if place else ""

    def of(self, source: PrintedText, index: int) -> Place | None:
        """The place of a character of a text: its line and column, or its cell."""
        place = self.places.find(source.path)
        if place is None or place.cell is not None or not is_yaml(place.file):
            return place
        text, scalars = self._scalars(place.file)
        scalar = scalars.get(path_in_file(source.path))
        offset = scalar.value.find(source.text) if scalar else -1
        at = scalar.place(offset + index) if scalar and offset >= 0 else None
        if at is None:
            return place
        return Place(place.file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))

    def _scalars(self, file: str) -> tuple[str, dict[Path, Scalar]]:
        """The text and the values of a YAML file, read once."""
        if file not in self._files:
            data = self.read(file)
            text = (data or b"").decode("utf-8-sig", errors="replace")
            self._files[file] = (text, read_scalars(text) if data is not None else {})
        return self._files[file]
