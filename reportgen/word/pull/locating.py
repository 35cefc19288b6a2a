"""Find the text in which each unit of a built report was written."""

from collections.abc import Iterator, Mapping, Sequence

from reportgen.claims.passages import Span
from reportgen.compose.written import WrittenPlaces
from reportgen.model import Outline
from reportgen.word.pull.sources import Followed, ProjectText, RefText, follow, units_in
from reportgen.word.units import Unit
from reportgen.writers.docx.bookmarks import bookmark_name


def locate_units(built: Sequence[Unit], written: WrittenPlaces, outline: Outline) -> dict[int, Followed]:
    """Return the units that somebody wrote, by their places, each followed to its text.

    Args:
        built: the units of the report as it is built now.
        written: the texts of its paragraphs.
        outline: the titles of the list of issues.
    """
    titles = list(_titles(outline))
    sources = {bookmark_name(key): ProjectText(one.path, one.text) for key, one in written.texts.items()}
    by_path = {source.path: source for source in sources.values()}
    left = {path: list(units_in(one.text)) for path, one in by_path.items()}
    found: dict[int, Followed] = {}
    current: ProjectText | None = None
    for place, unit in enumerate(built):
        if unit.keys or unit.kind == "Heading":
            current = next((sources[key] for key in sorted(unit.keys) if key in sources), None)
        title = next((text for text in titles if unit.kind == "Heading" and unit.text.startswith(text.text)), None)
        if title is not None:
            titles.remove(title)
            found[place] = _titled(unit, title)
        elif current is not None and (followed := _follow(unit, current, left)) is not None:
            found[place] = followed
            left[current.path].remove(followed.span)
    return found


def _titled(unit: Unit, title: ProjectText) -> Followed:
    """Return a heading followed to its title; the articles behind it are written by the program."""
    end, whole = len(title.text), len(unit.text)
    origins = (*range(end), *(-1 for _ in range(end, whole)))
    return Followed(title, Span(0, end), origins, (RefText(Span(end, end), end, whole),) if end < whole else ())


def _titles(outline: Outline) -> Iterator[ProjectText]:
    for number, part in enumerate(outline.parts):
        if part.title:
            yield ProjectText(("outline", "parts", number, "title"), part.title, is_plain=True)
        for place, theme in enumerate(part.themes):
            if theme.title:
                yield ProjectText(("outline", "parts", number, "themes", place, "title"), theme.title, is_plain=True)


def _follow(unit: Unit, source: ProjectText, left: Mapping[tuple[str | int, ...], Sequence[Span]]) -> Followed | None:
    spans = left[source.path]
    tried = (follow(source, span, unit.text, unit.figures) for span in spans)
    return next((followed for followed in tried if followed is not None), None)
