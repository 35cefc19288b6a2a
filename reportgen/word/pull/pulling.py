"""Return what was edited in a Word file to the inputs of its project.

Every edit is planned as a change of the text that it was written in. The project is then composed with these changes,
in memory, and must print the edited text and everything else as before: what does not is left out and listed.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose, has_errors
from reportgen.pipeline import check_project
from reportgen.project.folder import COMMENTS
from reportgen.readers.docx.oxml import Element
from reportgen.readers.reading import ReadReport
from reportgen.results import Checked
from reportgen.word.align import align, is_same_report
from reportgen.word.figures import known_figures
from reportgen.word.pull.authors import Tracked
from reportgen.word.pull.binding import bind_edits
from reportgen.word.pull.comments import find_questions, keep_questions
from reportgen.word.pull.expecting import Expectation
from reportgen.word.pull.locating import locate_units
from reportgen.word.pull.pairing import pair_in_place
from reportgen.word.pull.planned import Compared, Planned
from reportgen.word.pull.planning import plan_edits
from reportgen.word.pull.proving import Proof, Shown, units_of_project
from reportgen.word.pull.result import Pulled
from reportgen.word.pull.settling import field_texts, settle_fields
from reportgen.word.pull.since import Original, Sent, Since, find_original
from reportgen.word.pull.telling import Teller
from reportgen.word.redline.making import read_draft
from reportgen.word.redline.settling import accept, accept_of, reject
from reportgen.word.result import EditKind
from reportgen.word.units import units_of

ARRANGED = frozenset({EditKind.DELETED, EditKind.MOVED})
"""What is taken after a question."""
_LEFT_OUT = "RG811"
"""Comments are left out by other readers; here they become questions."""


def pull_report(
    root: Path, data: bytes, name: str, sent: Sent | None = None, *, accepting: str = "all", arranges: bool = True
) -> Pulled:
    """Return the edits of a Word file as new contents of the inputs; nothing is written.

    Args:
        root: the project's folder.
        data: the bytes of the .docx, which was built from the project and edited since.
        name: the file as the user named it, for messages.
        sent: the document as it was built; None: that of the last build of the project, where that is the same build.
        accepting: whose tracked changes are accepted: `all`, `none`, or those of one author.
        arranges: whether paragraphs that were deleted or moved are deleted or moved in the inputs.
    """
    checked = check_project(root)
    if checked.report is None or checked.document is None or checked.composed.written is None:
        return Pulled(checked.diagnostics)
    if broken := tuple(diagnostic for diagnostic in checked.diagnostics if _is_broken(diagnostic, root / COMMENTS)):
        return Pulled(broken)
    unread, tracked = tuple(filter(_is_unread, checked.diagnostics)), Tracked()
    edited = read_draft(data, name, partial(_settle, accepting, tracked)).read
    original = find_original(root, checked.document, edited, sent)
    if original and original.read and has_errors(original.read.diagnostics):
        return Pulled(original.read.diagnostics)
    compared, since = _compared(checked, edited, original)
    if problems := _problems(edited, compared, tracked, Place(name), accepting) or _unknown(original, Place(name)):
        return Pulled((*problems, *unread))
    planned, clusters = bind_edits(compared, _planned(compared, since, arranges=arranges))
    proof = _proof(root, checked, compared, planned)
    taken = proof.provable(clusters)
    told = Teller(compared, checked, tracked, name).tell(planned, taken, proof)
    files = proof.edited(taken)
    questions = find_questions(edited, compared, checked, name)
    kept, unkept = keep_questions(root, questions)
    return replace(
        told,
        diagnostics=(
            *(diagnostic for diagnostic in edited.diagnostics if diagnostic.code != _LEFT_OUT),
            *told.diagnostics,
            *unkept,
            *unread,
        ),
        files={**files.files, **kept},
        copies=files.copies,
        comments=questions if kept else (),
    )


def _compared(checked: Checked, edited: ReadReport, original: Original | None) -> tuple[Compared, Since | None]:
    """Return the report as it is built now beside the edited one, and what was done since the original, if any."""
    assert checked.report is not None  # the caller asked
    assert checked.document is not None  # the caller asked
    assert checked.composed.written is not None  # the caller asked
    built, shown = units_of_project(checked), units_of(edited)
    texts = field_texts(built)
    new, since = settle_fields(shown, texts), None
    if original and original.read:
        since = Since(settle_fields(units_of(original.read), texts), built, new, original.name)
    pairs = since.pairs() if since else align(built, new)
    pair_in_place(built, new, pairs)
    as_sent = since.as_sent if since else frozenset[int]()
    located = locate_units(built, checked.composed.written, checked.report.outline)
    known, symbol = known_figures(checked.document), checked.document.symbol
    return Compared(built, new, pairs, located, known, symbol, shown, as_sent), since


def _problems(
    edited: ReadReport, compared: Compared, tracked: Tracked, place: Place, accepting: str
) -> tuple[Diagnostic, ...]:
    """Return why nothing can be pulled from a file; nothing where it can."""
    if has_errors(edited.diagnostics):
        return edited.diagnostics
    if accepting not in {"all", "none", *tracked.all}:
        found = Literal(", ".join(sorted(tracked.all)) or "nobody")
        return (diagnose("RG772", place, author=accepting, authors=found),)
    symbols = {compared.symbol, edited.document.symbol}
    if not is_same_report(compared.built, compared.edited, compared.pairs, symbols):
        return (*edited.diagnostics, diagnose("RG850", place, symbol=compared.symbol))
    return ()


def _unknown(original: Original | None, place: Place) -> tuple[Diagnostic, ...]:
    """Return that the original of an edited document is not known, where it has to be."""
    return (diagnose("RG773", place, built=original.name),) if original and original.read is None else ()


def _planned(compared: Compared, since: Since | None, *, arranges: bool) -> list[Planned]:
    """Return the edits; those without their changes that the inputs overtook or nobody agreed to."""
    planned = plan_edits(compared)
    planned = list(since.leave_changed(planned)) if since else planned
    return planned if arranges else [_unasked(edit) if edit.kind in ARRANGED else edit for edit in planned]


def _proof(root: Path, checked: Checked, compared: Compared, planned: Sequence[Planned]) -> Proof:
    """Return the proof that the project prints edits as they stand in the edited report."""
    expectation = Expectation(compared.built, compared.edited, compared.pairs, compared.moved)
    sources = {followed.source.path: followed.source.text for followed in compared.located.values()}
    return Proof(root, checked, expectation, Shown(sources, field_texts(compared.built)), planned)


def _settle(accepting: str, tracked: Tracked, root: Element) -> None:
    """Accept or reject the tracked changes of a part, and note who made them."""
    changed = tracked.read(root)
    if accepting == "all":
        accept(root)
    elif accepting == "none":
        reject(root)
    else:
        accept_of(root, accepting)
    tracked.read_settled(changed)


def _is_unread(found: Diagnostic) -> bool:
    """Return whether an entry, or a whole file, could not be read: what it prints seems to be added in the document."""
    return found.severity is Severity.ERROR and found.code.startswith("RG1")


def _is_broken(found: Diagnostic, file: Path) -> bool:
    """Return whether a file of the project cannot be added to."""
    return found.severity is Severity.ERROR and found.place is not None and found.place.file == file.as_posix()


def _unasked(edit: Planned) -> Planned:
    return replace(edit, edits=(), problem=edit.problem or "it was not agreed to")
