"""Make a Word file with tracked changes from two Word files of ours, and prove it."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Place, count_of, diagnose, has_errors
from reportgen.readers.docx.oxml import Element, W, name_of
from reportgen.readers.docx.parts import WordFile, open_word_file
from reportgen.readers.reading import ReadReport, read_report
from reportgen.word.align import Pairs, align_versions, is_same_report
from reportgen.word.redline.atoms import atoms_of, comparable_text, is_listed
from reportgen.word.redline.blocks import Walk
from reportgen.word.redline.carrying import Author, Carrier
from reportgen.word.redline.packing import with_parts
from reportgen.word.redline.recording import Marked, NoteMark, Recorder
from reportgen.word.redline.settling import accept, has_changes, reject
from reportgen.word.redline.sides import Side, side_of
from reportgen.word.redline.stories import Stories, stories_of
from reportgen.word.redline.weaving import Weaver
from reportgen.word.units import units_of
from reportgen.writers.docx.oxml import detach
from reportgen.writers.docx.package import bytes_of

_STORIES = ("document", "footnotes")
_MARK = f"{W}footnoteReference"
_NO_TEXT = "RG812"
"""A picture is no text that an audit could read; here it is compared as it is."""


class DraftFile(Struct, frozen=True):
    """A Word file that is compared."""

    data: bytes
    name: str
    """As the user named it, for messages."""
    read: ReadReport


class Redline(Struct, frozen=True):
    """A Word file with tracked changes."""

    data: bytes
    """Empty where an error stands in the way."""
    marked: tuple[Marked, ...]
    diagnostics: tuple[Diagnostic, ...]
    old: ReadReport
    new: ReadReport


_Kinds = tuple[tuple[str, str | None], ...]
"""The changes around a run: what they are, and whose."""


def read_draft(data: bytes, name: str, settle: Callable[[Element], None] = accept) -> DraftFile:
    """Return a Word file with its open tracked changes settled.

    Args:
        data: the bytes of the .docx.
        name: the file as the user named it, for messages.
        settle: accepts or rejects the changes of a part.
    """
    read = read_report(data, name)
    if read.word is None:
        more = () if has_errors(read.diagnostics) else (diagnose("RG858", Place(name)),)
        return DraftFile(data, name, _refused(read, (*read.diagnostics, *more)))
    trees = {kind: tree for kind, tree in read.word.file.trees.items() if kind in _STORIES}
    if not any(has_changes(tree) for tree in trees.values()):
        return DraftFile(data, name, read)
    if inside := next(_changes_in_fields(trees["document"]), None):
        return DraftFile(data, name, _refused(read, (*read.diagnostics, diagnose("RG762", Place(name), text=inside))))
    for tree in trees.values():
        settle(tree)
    settled = with_parts(data, read.word.file, {kind: bytes_of(tree) for kind, tree in trees.items()})
    again = read_report(settled, name)
    return DraftFile(settled, name, _refused(again, (*again.diagnostics, *read.diagnostics)))


def make_redline(old: DraftFile, new: DraftFile, author: Author) -> Redline:
    """Return the new file with tracked changes against the old one.

    Args:
        old: the earlier file.
        new: the later file.
        author: of the changes.
    """
    read = (*old.read.diagnostics, *new.read.diagnostics)
    found = [diagnostic for diagnostic in dict.fromkeys(read) if diagnostic.code != _NO_TEXT]
    if has_errors(found) or old.read.word is None or new.read.word is None:
        return Redline(b"", (), tuple(found), old.read, new.read)
    before, after = units_of(old.read), units_of(new.read)
    pairs = align_versions(before, after)
    symbols = {old.read.document.symbol, new.read.document.symbol}
    if not is_same_report(before, after, pairs, symbols):
        found.append(diagnose("RG760", Place(new.name), old=old.name))
        return Redline(b"", (), tuple(found), old.read, new.read)
    sides = side_of(old.read.word, before, old.data), side_of(new.read.word, after, new.data)
    recorder = Recorder(*sides)
    data, carrier = _written(new, sides, pairs, author, recorder)
    if carrier.lost:
        found.append(diagnose("RG763", Place(old.name), drawings=count_of(carrier.lost, "drawing")))
    if wrong := _disproved(data, old, new, has_lost=carrier.lost > 0):
        found.append(diagnose("RG761", Place(new.name), text=wrong))
        data = b""
    return Redline(data, tuple(recorder.marked), tuple(found), old.read, new.read)


def _written(
    new: DraftFile, sides: tuple[Side, Side], pairs: Pairs, author: Author, recorder: Recorder
) -> tuple[bytes, Carrier]:
    files = sides[0].file, sides[1].file
    carrier = Carrier(*sides, _paired_paragraphs(*sides, pairs), author)
    blocks = Walk(*sides, pairs, carrier, recorder).body()
    document = deepcopy(files[1].document)
    for body in document.iterchildren(f"{W}body"):
        body[:] = blocks
    replaced = {"document": bytes_of(_paired(document))}
    _weave_notes(sides, carrier, recorder)
    for kind in ("footnotes", "numbering"):
        if kind in files[1].trees:
            replaced[kind] = bytes_of(files[1].trees[kind])
    return with_parts(new.data, files[1], replaced, carrier.carried), carrier


def _weave_notes(sides: tuple[Side, Side], carrier: Carrier, recorder: Recorder) -> None:
    """Put the changes against the old notes into those of the new file that stand at the same places."""
    weaver = Weaver(carrier, sides[0].stories.notes)
    paragraphs = [
        {mark.get(f"{W}id"): next(mark.iterancestors(f"{W}p")) for mark in side.file.document.iter(_MARK)}
        for side in sides
    ]
    for pair in carrier.paired_notes:
        old, new = (
            NoteMark(
                atoms_of((part for part in note if name_of(part) == "p"), side.stories.notes), marks[note.get(f"{W}id")]
            )
            for note, side, marks in zip(pair, sides, paragraphs, strict=True)
        )
        if comparable_text(old.atoms) != comparable_text(new.atoms):
            recorder.note(old, new)
            pair[1][:] = weaver.weave(old.atoms, new.atoms)


def _paired_paragraphs(old: Side, new: Side, pairs: Pairs) -> list[tuple[Element, Element]]:
    found = [(old.units[one].line, new.units[other].line) for one, others in pairs.after.items() for other in others]
    return [(old.paragraphs[one - 1], new.paragraphs[other - 1]) for one, other in found if one and other]


def _paired(document: Element) -> Element:
    """Return a document without ends of bookmarks whose other end did not come along."""
    starts = {child.get(f"{W}id") for child in document.iter(f"{W}bookmarkStart")}
    ends = {child.get(f"{W}id") for child in document.iter(f"{W}bookmarkEnd")}
    for element in list(document.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        if element.get(f"{W}id") not in starts & ends:
            detach(element)
    return document


# ---- the proof ------------------------------------------------------------------------------------------------


def _disproved(data: bytes, old: DraftFile, new: DraftFile, *, has_lost: bool) -> str:
    """Return the first text by which a redline with its changes accepted, or rejected, is not what it was made from."""
    for settle, draft in ((accept, new), (reject, old)):
        made, expected = (open_word_file(one, Place(draft.name)) for one in (data, draft.data))
        for kind in _STORIES:
            if kind in made.trees:
                settle(made.trees[kind])
        lacks_drawings = has_lost and draft is old
        texts, wanted = (
            list(texts_of(file, stories_of(one, file), lacks_drawings=lacks_drawings))
            for one, file in ((data, made), (draft.data, expected))
        )
        if texts != wanted:
            pairs = zip([*texts, ""], [*wanted, ""], strict=False)
            return next((one or other for one, other in pairs if one != other), "its end")
    return ""


def texts_of(file: WordFile, stories: Stories, *, lacks_drawings: bool = False) -> Iterator[str]:
    """Yield what each paragraph of a file says, with its notes; fields are named by their codes, contents left out.

    Args:
        file: the file.
        stories: what its text and its notes refer to.
        lacks_drawings: whether drawings do not count.
    """
    for paragraph in file.document.iter(f"{W}p"):
        atoms = atoms_of([paragraph], stories.text)
        if is_listed(paragraph):
            continue
        for atom in list(atoms):
            if atom.note and atom.note in file.footnotes:
                atoms += atoms_of(file.footnotes[atom.note].iter(f"{W}p"), stories.notes)
        text = comparable_text(atom for atom in atoms if not (lacks_drawings and atom.key[0] == "picture"))
        if text.strip():
            yield text


# ---- parts ----------------------------------------------------------------------------------------------------


def _changes_in_fields(document: Element) -> Iterator[str]:
    """Yield the texts of paragraphs in which changes are tracked within a field, and not of all of it."""
    for paragraph in document.iter(f"{W}p"):
        if any(len(changes) > 1 for changes in _changes_of_fields(paragraph)):
            yield "".join(part.text or "" for part in paragraph.iter(f"{W}t"))


def _changes_of_fields(paragraph: Element) -> Iterator[set[_Kinds]]:
    """Yield for each field of a paragraph the changes that its runs stand in; a field that is moved stands in one."""
    depth, found = 0, set[_Kinds]()
    for run in paragraph.iter(f"{W}r"):
        marks = [mark.get(f"{W}fldCharType") for mark in run.iter(f"{W}fldChar")]
        depth += marks.count("begin")
        if depth:
            changes = run.iterancestors(*(W + kind for kind in ("ins", "del", "moveFrom", "moveTo")))
            found.add(tuple((name_of(change), change.get(f"{W}author")) for change in changes))
        depth = max(0, depth - marks.count("end"))
        if not depth and found:
            yield found
            found = set()
    if found:
        yield {*found, ()}  # it goes on beyond the paragraph


def _refused(read: ReadReport, found: Sequence[Diagnostic]) -> ReadReport:
    return replace(read, diagnostics=tuple(dict.fromkeys(found)))
