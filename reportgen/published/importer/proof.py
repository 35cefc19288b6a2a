"""Prove an import: build the new project in a passing folder, and compare it with what was imported."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain, zip_longest
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose, errors_of
from reportgen.document import tree
from reportgen.document.walk import inlines_of, plain_text, walk_block
from reportgen.files.output import write_tree
from reportgen.pipeline import Checked, check_project
from reportgen.published.importer.light_markdown import plain_inlines

_MOST = 20
"""Differences that are listed; more are counted."""


class ComparedLine(Struct, frozen=True):
    """One block, as it is compared: what it is, its number, and its words with the letter of a part before them."""

    kind: str
    number: str
    """Of a paragraph that has one."""
    text: str


def lines_of(blocks: Sequence[tree.Block]) -> list[ComparedLine]:
    """Return blocks as lines; lists that the program makes itself, and replies not received, are left out."""
    return list(chain.from_iterable(map(_lines, blocks)))


def _lines(block: tree.Block) -> Iterator[ComparedLine]:
    match block:
        case tree.Contents() | tree.Abbreviations() | tree.Awaiting():
            return
        case tree.Heading():
            label = f"{block.label} " if block.label and block.level is not tree.Level.ANNEX else ""
            yield ComparedLine("heading", "", f"{label}{_text(block.children)}")
        case tree.Paragraph():
            yield ComparedLine("paragraph", f"{block.number}" if block.numbered else "", _text(block.children))
        case tree.Quotation():
            yield ComparedLine("quotation", "", _text(block.children))
        case tree.ItemList():
            yield from (ComparedLine("item", "", _text(inlines)) for inlines in inlines_of(block))
        case tree.Table():
            yield from (ComparedLine("table", "", plain_text(plain_inlines(inlines))) for inlines in inlines_of(block))
            notes = (plain_text(inline.children) for inline in walk_block(block) if isinstance(inline, tree.Note))
            once = dict.fromkeys(filter(None, notes))  # the same note to two figures is printed once
            yield from (ComparedLine("note to a table", "", note) for note in once)


def _text(inlines: tree.Inlines) -> str:
    return plain_text(plain_inlines(inlines), notes=True)


def build_back(files: Mapping[str, bytes]) -> Checked:
    """Return the project that these files make, checked and composed in a passing folder."""
    with tempfile.TemporaryDirectory(prefix="reportgen-") as folder:
        root = Path(folder) / "project"
        write_tree(root, files)
        checked = check_project(root)
        return replace(checked, diagnostics=tuple(_below(found, root) for found in checked.diagnostics))


def _below(found: Diagnostic, root: Path) -> Diagnostic:
    """Return a diagnostic about the new project, with its place below the passing folder."""
    place = found.place
    return found.moved(place and replace(place, file=place.file.removeprefix(f"{root.as_posix()}/")))


def find_differences(was: Sequence[tree.Block], checked: Checked, place: Place) -> list[Diagnostic]:
    """Return what a build of the new project would print otherwise than the file, or the errors that stop the build.

    Args:
        was: the blocks of the file, with the numbers that paragraphs will have.
        checked: the new project.
        place: the file.
    """
    if checked.document is None:
        return list(errors_of(checked.diagnostics))
    old, new = lines_of(was), lines_of(checked.document.blocks)
    found: list[Diagnostic] = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += (_difference(*pair, place) for pair in zip_longest(old[first:last], new[start:end]))
    return found[:_MOST]


def _difference(before: ComparedLine | None, after: ComparedLine | None, place: Place) -> Diagnostic:
    line = before or after
    assert line is not None  # one of the two is there
    where = f"paragraph {line.number}" if line.number else f"a {line.kind}"
    was, now = _words_from_difference(before, after), _words_from_difference(after, before)
    return diagnose("RG839", place, where=Literal(where), was=was, now=now)


def _words_from_difference(line: ComparedLine | None, other: ComparedLine | None) -> str:
    """Return the words of a line from shortly before where they differ from the other's."""
    if line is None:
        return ""
    text, against = _numbered(line), _numbered(other) if other else ""
    same = next((place for place, (a, b) in enumerate(zip(text, against, strict=False)) if a != b), 0)
    start = max(0, same - 20)
    return f"…{text[start:]}" if start else text


def _numbered(line: ComparedLine) -> str:
    return f"{line.number} {line.text}".strip()
