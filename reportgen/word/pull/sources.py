"""Divide an agency's text into the units that it prints, and follow each printed character to where it was written.

A text is light Markdown with references. A reference prints what the data say: its characters were written by nobody,
and it is followed as a whole. A unit that cannot be followed from its first character to its last has no source here.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from reportgen.claims.passages import Span
from reportgen.compose.references import split_references
from reportgen.diagnostics import Path
from reportgen.document.walk import ALIKE
from reportgen.readers.line import Bookmark
from reportgen.regex import regex
from reportgen.word.units import Unit, is_reference

_ITEM = regex(r"[ \t]*(?:[-*+•–]|\(?(?:[a-z]{1,4}|\d{1,3})[.)])[ \t]+")
_NOTE = regex(r" {0,3}\[\^[^\[\]\s]+\]:[ \t]*")
_QUOTED = regex(r"[ \t]*>[ \t]?")
_CELL = regex(r"(?:\\.|[^|\\\n])+")
_RULE = regex(r"[ \t|:\-]+")
_UNPRINTED = regex(r"\[\^[^\[\]\s]+\]|\]\([^()\s]*\)|(?<=\n)>[ \t]?|[*_\\\[\]^~]")
"""Marks of Markdown that are not printed: of a note, the address of a link, of a quotation, of emphasis."""


class ProjectText(Struct, frozen=True):
    """A text of the project."""

    path: Path
    """In the model."""
    text: str
    is_plain: bool = False
    """Whether it is no Markdown: a heading."""


class RefText(Struct, frozen=True):
    """A reference, and what it prints."""

    span: Span
    """In the text."""
    start: int
    """Where it is printed in its unit."""
    end: int


class Followed(Struct, frozen=True):
    """A printed unit, followed to its text."""

    source: ProjectText
    span: Span
    """Of the unit in the text."""
    origins: tuple[int, ...]
    """Where each printed character was written; -1 within references."""
    atoms: tuple[RefText, ...]


def is_item_mark(text: str) -> bool:
    """Return whether a text is the mark of an item of a list, with the blanks about it."""
    return bool(_ITEM.fullmatch(text))


def is_rule(line: str) -> bool:
    """Return whether a line of a table stands below its heads: `| --- | --- |`."""
    return bool(_RULE.fullmatch(line))


def units_in(text: str) -> Iterator[Span]:
    """Yield what a text prints as units: paragraphs, items, cells and notes."""
    begun: int | None = None
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        mark = _NOTE.match(text, at, end) or _ITEM.match(text, at, end)
        is_row = line.lstrip().startswith("|")
        if begun is not None and (not line.strip() or mark or is_row):
            yield _trimmed(text, begun, at)
            begun = None
        if is_row:
            if not is_rule(line):
                yield from (_trimmed(text, *cell.span()) for cell in _CELL.finditer(text, at, end))
        elif line.strip() and begun is None:
            quoted = _QUOTED.match(text, at, end)
            begun = mark.end() if mark else quoted.end() if quoted else at
        at = end + 1
    if begun is not None:
        yield _trimmed(text, begun, len(text))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def follow(source: ProjectText, span: Span, printed: str, figures: Sequence[Bookmark] = ()) -> Followed | None:
    """Return a printed unit followed to its text; None where the text does not print it.

    Args:
        source: the text.
        span: of the unit in it.
        printed: the unit as it is printed.
        figures: the bookmarks of its figures, which nobody wrote.
    """
    masked = list(printed.translate(ALIKE))
    for figure in figures:
        masked[figure.start : figure.end] = "\0" * (figure.end - figure.start)
    page = "".join(masked)
    references = _references(source.text, span)
    origins, atoms, at = [-1] * len(page), list[RefText](), 0
    starts = [span.start, *(reference.end for reference in references)]
    ends = [*(reference.start for reference in references), span.end]
    for number, literal in enumerate(map(Span, starts, ends)):
        found = _place_printed(source.text, literal, page, at, is_first=number == 0, is_last=number == len(references))
        if found is None:
            return None
        begin, at_end, pairs = found
        if number:
            atoms.append(RefText(references[number - 1], at, begin))
        for place, origin in pairs:
            origins[place] = origin
        at = at_end
    return Followed(source, span, tuple(origins), tuple(atoms))


def _references(text: str, span: Span) -> list[Span]:
    segments = (segment for segment in split_references(text) if segment.meaning is not None)
    spans = (Span(segment.offset, segment.offset + len(segment.text)) for segment in segments)
    return [one for one in spans if span.holds(one)]


_Pairs = list[tuple[int, int]]
"""Places of printed characters, with those of the characters that were written."""


def _place_printed(
    text: str, literal: Span, page: str, at: int, *, is_first: bool, is_last: bool
) -> tuple[int, int, _Pairs] | None:
    """Return where a literal is printed, from where to where, the first place from `at` on that it fits."""
    if not literal.of(text).strip() and not (is_first or is_last) and not literal.of(text):
        return None  # two references without anything between them
    for start in [at] if is_first else range(at + 1, len(page) + 1):
        matched = _matched(text, literal, page, start)
        if matched is not None and (not is_last or matched[0] == len(page)):
            return start, *matched
    return None


def _matched(text: str, literal: Span, page: str, at: int) -> tuple[int, _Pairs] | None:
    """Return where a literal ends that is printed from a place on, and its characters; None where it is not."""
    pairs: _Pairs = []
    place = literal.start
    while place < literal.end:
        if text[place].isspace():
            end = place
            while end < literal.end and text[end].isspace():
                end += 1
            if at < len(page) and page[at] == " ":
                pairs.append((at, place))
                at += 1
            elif place != literal.start and end != literal.end:
                return None
            place = end
        elif at < len(page) and page[at] == text[place].translate(ALIKE):
            pairs.append((at, place))
            at, place = at + 1, place + 1
        elif mark := _UNPRINTED.match(text, place, literal.end):
            place = mark.end()
        else:
            return None
    return at, pairs


# ---- references that stand in another text now -----------------------------------------------------------------


def marks_of(located: Iterable[tuple[Unit, Followed]]) -> frozenset[str]:
    """Return what the references of a report are known by: the names of bookmarks, and the codes of fields.

    What stands about a reference is known in its own text alone, so one that was put elsewhere is not taken along.
    """
    return frozenset(
        mark
        for unit, followed in located
        for atom in followed.atoms
        for mark, start, end in _marks(unit)
        if atom.start <= start and end <= atom.end
    )


def names_in(unit: Unit) -> frozenset[str]:
    """Return the marks that stand in a unit."""
    return frozenset(mark for mark, _, _ in _marks(unit))


def _marks(unit: Unit) -> Iterator[tuple[str, int, int]]:
    yield from ((figure.name, figure.start, figure.end) for figure in unit.figures)
    yield from ((field.code, field.start, field.end) for field in unit.fields if is_reference(field))
