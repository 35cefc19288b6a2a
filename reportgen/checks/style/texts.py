"""The texts of a project that are printed, in the order of the document, and where their characters stand."""

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from pathlib import PurePath

from msgspec import Struct

from reportgen.checks.editorial.passage import PassageKind
from reportgen.diagnostics import Path, Place, Places
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import YAML_BYTES
from reportgen.model import Report
from reportgen.model.indicators import Indicator, Noun, Part
from reportgen.project.scalars import Scalar, read_scalars
from reportgen.project.submission import YAML_ENDINGS

_ROOTS: Mapping[str, int] = {"submissions": 2, "settings": 1, "outline": 1, "agencies": 0}
"""How many steps of a path lead to the file that it goes on in."""


class PrintedText(Struct, frozen=True):
    """One text, as its author wrote it."""

    path: Path
    """From the report down."""
    text: str
    kind: PassageKind
    """Of its first passage; a reply may hold several."""
    group: int | None = None
    """The issue that it answers."""


def printed_texts(report: Report) -> Iterator[PrintedText]:
    """Yield title, headings and replies, then what indicators and agencies are called, and notes and sources."""
    settings = report.settings
    if settings.title:
        yield PrintedText(("settings", "title"), settings.title, PassageKind.HEADING)
    for number, note in enumerate(settings.title_notes):
        yield PrintedText(("settings", "title_notes", number), note, PassageKind.NOTE)
    yield from _replies(report)
    for number, submission in enumerate(report.submissions):
        for key, indicator in submission.indicators.items():
            yield from _indicator(indicator, ("submissions", number, "indicators", key))
    for number, agency in enumerate(report.agencies):
        yield PrintedText(("agencies", number, "name"), agency.name, PassageKind.LABEL)


def _replies(report: Report) -> Iterator[PrintedText]:
    """Yield the headings of the list of issues, and the replies to each issue."""
    outline = report.outline
    if outline.title:
        yield PrintedText(("outline", "title"), outline.title, PassageKind.HEADING)
    for number, part in enumerate(outline.parts):
        yield PrintedText(("outline", "parts", number, "title"), part.title, PassageKind.HEADING)
        for place, theme in enumerate(part.themes):
            if theme.title:
                path = ("outline", "parts", number, "themes", place, "title")
                yield PrintedText(path, theme.title, PassageKind.HEADING)
            for issue in theme.issues:
                for submission, position, reply in report.replies(issue):
                    written: Path = ("submissions", submission, "replies", position, "text")
                    yield PrintedText(written, reply.text, PassageKind.PARAGRAPH, issue.number)


def _indicator(indicator: Indicator, path: Path) -> Iterator[PrintedText]:
    """Yield what is printed of an indicator beside its figures."""
    if indicator.label:
        yield from _label(indicator.label, (*path, "label"))
    if isinstance(indicator.unit, Noun):
        yield from _label(indicator.unit, (*path, "unit"))
    for number, part in enumerate(indicator.breakdown):
        yield from _label(part.label, (*path, "breakdown", number, "label"))
        yield from _notes(part, (*path, "breakdown", number))
    yield from _notes(indicator, path)
    for period, change in indicator.breaks.items():
        yield PrintedText((*path, "breaks", str(period)), change, PassageKind.NOTE)
    if indicator.source:
        yield PrintedText((*path, "source"), indicator.source, PassageKind.NOTE)


def _label(label: str | Noun, path: Path) -> Iterator[PrintedText]:
    """Yield a label, or both numbers of a noun."""
    if isinstance(label, str):
        yield PrintedText(path, label, PassageKind.LABEL)
    else:
        yield PrintedText((*path, "one"), label.one, PassageKind.LABEL)
        yield PrintedText((*path, "other"), label.other, PassageKind.LABEL)


def _notes(series: Indicator | Part, path: Path) -> Iterator[PrintedText]:
    """Yield the notes on the figures of a series."""
    for period, observation in series.values.items():
        if observation.note:
            yield PrintedText((*path, "values", str(period), "note"), observation.note, PassageKind.NOTE)


# ---- places -----------------------------------------------------------------------------------------------------


def is_yaml(file: str) -> bool:
    """Return whether a file's name is that of a YAML file."""
    return PurePath(file).suffix.casefold() in YAML_ENDINGS


def path_in_file(path: Path) -> Path:
    """Return a path of the report as a path of the file that it leads into."""
    return path[_ROOTS[str(path[0])] :]


class TextPlaces(Struct):
    """Finds where characters of texts stand."""

    root: FilePath
    """The folder of the project."""
    places: Places
    """Of the report's values."""
    _files: dict[str, tuple[str, dict[Path, Scalar]]] = {}

    def file(self, source: PrintedText) -> str:
        """Return the file that a text stands in."""
        place = self.places.find(source.path)
        return place.file if place else ""

    def data(self, file: str) -> bytes:
        """Return the bytes of a file of the project; none where somebody took it away since it was read."""
        try:
            return read_bytes(FilePath(file), file, root=self.root, limit=YAML_BYTES)
        except Refused:
            return b""

    def find(self, source: PrintedText, index: int) -> Place | None:
        """Return the place of a character of a text: its line and column, or its cell."""
        place = self.places.find(source.path)
        if place is None or place.cell is not None or not is_yaml(place.file):
            return place
        if place.file not in self._files:
            text = self.data(place.file).decode("utf-8-sig", errors="replace")
            self._files[place.file] = (text, read_scalars(text) if text else {})
        text, scalars = self._files[place.file]
        scalar = scalars.get(path_in_file(source.path))
        offset = scalar.value.find(source.text) if scalar else -1
        at = scalar.place(offset + index) if scalar and offset >= 0 else None
        if at is None:
            return place
        return Place(place.file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
