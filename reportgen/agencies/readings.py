"""How the report will read what an agency sent: its texts and each of its figures, as they are printed."""

from collections.abc import Container, Iterable, Iterator
from pathlib import PurePath

from msgspec import Struct

from reportgen.diagnostics import Place
from reportgen.document import tree
from reportgen.document.authorship import TracedBlock, trace_blocks
from reportgen.document.walk import change_inlines, inlines_of, plain_text, walk_inlines
from reportgen.document.words import main_blocks
from reportgen.model.form_texts import ProblemTexts
from reportgen.project.folder import SUBMISSIONS
from reportgen.results import Checked
from reportgen.writers.wording import item_label


class Reading(Struct, frozen=True):
    """A passage of the report that an agency wrote, or in which its figures stand."""

    issue: int | None
    """The number of the issue; None: outside all replies, as in an annex."""
    text: str
    """As it is printed, without its typesetting."""
    place: Place | None
    """Where it was written; of a generated passage, where its first figure of the agency stands."""


def find_readings(checked: Checked, files: Container[str]) -> tuple[Reading, ...]:
    """Return the passages that print what some files hold, in the order of the report.

    Args:
        checked: the project, with its document.
        files: the names of the agency's files in the folder `submissions/`.
    """
    composed = checked.composed
    if composed.tree is None:
        return ()
    traced = trace_blocks(main_blocks(composed.tree), composed.origins)
    apart = composed.tree.blocks[len(main_blocks(composed.tree)) :] + (composed.annex.blocks if composed.annex else ())
    others = (TracedBlock(block, None, None, None) for block in apart)
    return tuple(reading for one in (*traced, *others) for reading in _read(one, files))


def _read(traced: TracedBlock, files: Container[str]) -> Iterator[Reading]:
    """Yield how a block reads, where it is the agency's or has figures of it."""
    block, origin = traced.block, traced.origin
    if isinstance(block, tree.Heading | tree.Contents | tree.Abbreviations | tree.Awaiting):
        return
    if origin and origin.place and not origin.is_generated and stands_in(origin.place, files):
        yield Reading(traced.issue, printed(block), origin.place)
        return
    if isinstance(block, tree.Table):
        rows = tuple(row for row in block.rows if _own_place((cell.children for cell in row.cells), files))
        block = tree.Table(block.caption, block.head, rows, number=block.number, source=block.source, over=block.over)
    place = _own_place(inlines_of(block), files)
    if place is not None:
        yield Reading(traced.issue, printed(block), place)


def stands_in(place: Place, files: Container[str]) -> bool:
    """Return whether a place is in a file of the folder `submissions/`; figures name it from the project's folder."""
    path = PurePath(place.file)
    return path.parent.name == SUBMISSIONS and path.name in files


def _own_place(runs: Iterable[tree.Inlines], files: Container[str]) -> Place | None:
    """Return where the first figure of the agency stands; None where runs have none."""
    figures = (inline for run in runs for inline in walk_inlines(run) if isinstance(inline, tree.Figure))
    return next((place for figure in figures for place in figure.places if stands_in(place, files)), None)


def markdown_readings(readings: Iterable[Reading], texts: ProblemTexts) -> str:
    """Return passages as a list in Markdown, for an agency that sent a text file; nothing where there are none."""
    lines: list[str] = []
    for reading in readings:
        line = f" (line {reading.place.line})" if reading.place and reading.place.line else ""
        lines += ["", f"**{reading.issue or '–'}**{line}", "", *(f"    {one}" for one in reading.text.split("\n"))]
    return "\n".join(["", f"# {texts.reading_title}", *lines, ""]) if lines else ""


# ---- as text ------------------------------------------------------------------------------------------------------


def printed(block: tree.Block) -> str:
    """Return a block as lines of text: a paragraph with its number, items with their marks, a row of a table a line."""
    match block:
        case tree.Paragraph(number=number):
            lines = [f"{number}.  {_text(block.children)}" if number else _text(block.children)]
        case tree.ItemList():
            lines = list(_items(block, ""))
        case tree.Table():
            lines = list(_rows(block))
        case _:
            lines = [_text(run) for run in inlines_of(block)]
    return "\n".join([*lines, *_notes(block)])


def _items(block: tree.ItemList, indent: str) -> Iterator[str]:
    for position, item in enumerate(block.items, start=1):
        text = _text(item.children).replace("\n", f"\n{indent}      ")
        yield f"{indent}{item_label(block.mark, position)}  {text}"
        for below in item.lists:
            yield from _items(below, f"{indent}      ")


def _rows(table: tree.Table) -> Iterator[str]:
    yield _text((tree.Text(f"{table.number}. " if table.number else ""), *table.caption))
    for cells in (*table.over, table.head, *(row.cells for row in table.rows)):
        yield " | ".join(_text(cell.children) for cell in cells)
    if table.source:
        yield _text(table.source)


def _text(run: tree.Inlines) -> str:
    """Return the text of a run, with the marks of its notes."""
    return plain_text(
        change_inlines(run, lambda inline: tree.Text(_mark(inline)) if isinstance(inline, tree.Note) else inline)
    )


def _mark(note: tree.Note) -> str:
    return f"[{note.mark or note.number}]"


def _notes(block: tree.Block) -> Iterator[str]:
    """Yield the footnotes of a block with their marks."""
    for run in inlines_of(block):
        for inline in walk_inlines(run):
            if isinstance(inline, tree.Note):
                yield f"{_mark(inline)} {plain_text(inline.children)}"
