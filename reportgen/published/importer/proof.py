"""The proof of an import: the new project is built in a passing folder, and compared with what was imported.

In come the blocks of the published report and of the build; out goes what differs. Nothing is left behind.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose
from reportgen.document.tree import (
    Abbreviations,
    Awaiting,
    Block,
    Contents,
    Heading,
    ItemList,
    Level,
    Note,
    Paragraph,
    Quotation,
    Table,
)
from reportgen.document.walk import inlines_of, plain_text, walk_inlines
from reportgen.files.output import write_tree
from reportgen.pipeline import Checked, check_project
from reportgen.published.importer.light_markdown import plain_inlines

_MOST = 20
"""Differences that are listed; more are counted."""


class Line(Struct, frozen=True):
    """One block, as it is compared: what it is, its number, and its words with the letter of a part before them."""

    kind: str
    number: str
    """Of a paragraph that has one."""
    text: str


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """The blocks as lines; lists that the program makes itself, and replies not received, are left out."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Contents() | Abbreviations() | Awaiting():
            return
        case Heading():
            label = f"{block.label} " if block.label and block.level is not Level.ANNEX else ""
            yield Line("heading", "", f"{label}{_text(block.children)}")
        case Paragraph():
            yield Line("paragraph", f"{block.number}" if block.numbered else "", _text(block.children))
        case Quotation():
            yield Line("quotation", "", _text(block.children))
        case ItemList():
            yield from (Line("item", "", _text(inlines)) for inlines in inlines_of(block))
        case Table():
            yield from (Line("table", "", plain_text(plain_inlines(inlines))) for inlines in inlines_of(block))
            yield from (Line("note to a table", "", note) for note in _notes(block))


def _notes(table: Table) -> list[str]:
    """The notes to a table, each once: the same note to two figures is printed once."""
    notes = (
        plain_text(one.children)
        for inlines in inlines_of(table)
        for one in walk_inlines(inlines)
        if isinstance(one, Note)
    )
    return list(dict.fromkeys(filter(None, notes)))


def _text(inlines: object) -> str:
    return plain_text(plain_inlines(inlines), notes=True)  # type: ignore[arg-type] # inlines of a block


def build_back(files: Mapping[str, bytes]) -> Checked:
    """The project that these files make, checked and composed in a passing folder."""
    with tempfile.TemporaryDirectory(prefix="reportgen-") as folder:
        root = Path(folder) / "project"
        write_tree(root, files)
        checked = check_project(root)
        named = tuple(found.moved(_below(found.place, root)) for found in checked.diagnostics)
        return replace(checked, diagnostics=named)


def _below(place: Place | None, root: Path) -> Place | None:
    """A place in the new project, without the passing folder."""
    if place is None:
        return None
    return replace(place, file=place.file.removeprefix(f"{root.as_posix()}/"))


def find_differences(was: Sequence[Block], checked: Checked, place: Place) -> list[Diagnostic]:
    """What a build of the new project would not print as the file has it; and its errors, where it cannot be built.

    Args:
        was: the blocks of the file, with the numbers that paragraphs will have.
        checked: the new project.
        place: the file.
    """
    if checked.document is None:
        return [found for found in checked.diagnostics if found.severity is Severity.ERROR]
    old, new = lines_of(was), lines_of(checked.document.blocks)
    found: list[Diagnostic] = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            pairs = max(last - first, end - start)
            for number in range(pairs):
                before = old[first + number] if first + number < last else None
                after = new[start + number] if start + number < end else None
                found.append(_difference(before, after, place))
    return found[:_MOST]


def _difference(before: Line | None, after: Line | None, place: Place) -> Diagnostic:
    line = before or after
    assert line is not None  # noqa: S101 - one of the two is there
    where = f"paragraph {line.number}" if line.number else f"a {line.kind}"
    was, now = _shown(before, after), _shown(after, before)
    return diagnose("RG839", place, where=Literal(where), was=was, now=now)


def _shown(line: Line | None, other: Line | None) -> str:
    """The words of a line from shortly before where they differ from the other's."""
    if line is None:
        return ""
    text, against = _numbered(line), _numbered(other) if other else ""
    same = next((place for place, (a, b) in enumerate(zip(text, against, strict=False)) if a != b), 0)
    start = max(0, same - 20)
    return f"…{text[start:]}" if start else text


def _numbered(line: Line) -> str:
    return f"{line.number} {line.text}".strip()
