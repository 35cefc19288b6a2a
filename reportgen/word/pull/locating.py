"""Find the text in which each unit of a built report was written."""

from collections.abc import Mapping, Sequence

from reportgen.claims.passages import Span
from reportgen.compose.written import WrittenPlaces
from reportgen.word.pull.sources import Followed, Source, follow, units_in
from reportgen.word.units import Unit
from reportgen.writers.docx.bookmarks import bookmark_name


def locate_units(built: Sequence[Unit], written: WrittenPlaces) -> dict[int, Followed]:
    """Return the units that agencies wrote, by their places, each followed to its text.

    Args:
        built: the units of the report as it is built now.
        written: the texts of its paragraphs.
    """
    sources = {bookmark_name(key): Source(one.path, one.text) for key, one in written.texts.items()}
    by_path = {one.path: one for one in sources.values()}
    left = {path: list(units_in(one.text)) for path, one in by_path.items()}
    found: dict[int, Followed] = {}
    current: Source | None = None
    for place, unit in enumerate(built):
        if unit.keys or unit.kind == "Heading":
            current = next((sources[key] for key in sorted(unit.keys) if key in sources), None)
        if current is not None and (followed := _follow(unit, current, left)) is not None:
            found[place] = followed
            left[current.path].remove(followed.span)
    return found


def _follow(unit: Unit, source: Source, left: Mapping[tuple[str | int, ...], Sequence[Span]]) -> Followed | None:
    spans = left[source.path]
    tried = (follow(source, span, unit.text, unit.figures) for span in spans)
    return next((one for one in tried if one is not None), None)
