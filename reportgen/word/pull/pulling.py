"""Return what was edited in a Word file to the inputs of its project.

Every edit is planned as a change of the text that it was written in. The project is then composed with these changes,
in memory, and must print the edited text and everything else as before: what does not is left out and listed.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose
from reportgen.pipeline import check_project
from reportgen.project.folder import COMMENTS
from reportgen.readers.docx.oxml import Element
from reportgen.readers.reading import ReadReport, read_report
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
from reportgen.word.pull.since import Sent, Since, last_built
from reportgen.word.pull.telling import Teller
from reportgen.word.redline.making import read_draft
from reportgen.word.redline.settling import accept, accept_of, reject
from reportgen.word.result import EditKind
from reportgen.word.units import Unit, units_of

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
        sent: the document as it was built; None: that of the last build of the project, where it is there.
        accepting: whose tracked changes are accepted: `all`, `none`, or those of one author.
        arranges: whether paragraphs that were deleted or moved are deleted or moved in the inputs.
    """
    checked = check_project(root)
    if checked.report is None or checked.document is None or checked.composed.written is None:
        return Pulled(checked.diagnostics)
    if broken := tuple(one for one in checked.diagnostics if _is_broken(one, root / COMMENTS)):
        return Pulled(broken)
    tracked = Tracked()
    edited = read_draft(data, name, partial(_settle, accepting, tracked)).read
    sent = sent or last_built(root, checked.document.symbol)
    before = read_report(sent.data, sent.name) if sent else None
    if before and any(one.severity is Severity.ERROR for one in before.diagnostics):
        return Pulled(before.diagnostics)
    built, shown = units_of_project(checked), units_of(edited)
    texts = field_texts(built)
    new = settle_fields(shown, texts)
    since = Since(settle_fields(units_of(before), texts), built, new, sent.name) if sent and before else None
    compared = _compared(checked, built, new, shown, since)
    if problems := _problems(edited, compared, tracked, Place(name), accepting):
        return Pulled(problems)
    planned = plan_edits(compared)
    planned = list(since.leave_changed(planned)) if since else planned
    if not arranges:
        planned = [_unasked(one) if one.kind in ARRANGED else one for one in planned]
    planned, clusters = bind_edits(compared, planned)
    expectation = Expectation(compared.built, compared.edited, compared.pairs, compared.moved)
    sources = {one.source.path: one.source.text for one in compared.located.values()}
    proof = Proof(root, checked, expectation, Shown(sources, field_texts(compared.built)), planned)
    taken = proof.provable(clusters)
    told = Teller(compared, checked, tracked, name).tell(planned, taken, proof)
    files = proof.edited(taken)
    questions = find_questions(edited, compared, checked, name)
    kept, unkept = keep_questions(root, questions)
    return replace(
        told,
        diagnostics=(*(one for one in edited.diagnostics if one.code != _LEFT_OUT), *told.diagnostics, *unkept),
        files={**files.files, **kept},
        copies=files.copies,
        comments=questions if kept else (),
    )


def _compared(
    checked: Checked, built: Sequence[Unit], new: Sequence[Unit], shown: Sequence[Unit], since: Since | None
) -> Compared:
    """Return the report as it is built now beside the edited one."""
    assert checked.report is not None  # noqa: S101 - the caller asked
    assert checked.document is not None  # noqa: S101 - the caller asked
    assert checked.composed.written is not None  # noqa: S101 - the caller asked
    pairs = since.pairs() if since else align(built, new)
    pair_in_place(built, new, pairs)
    as_sent = since.as_sent if since else frozenset[int]()
    located = locate_units(built, checked.composed.written, checked.report.outline)
    return Compared(
        built, new, pairs, located, known_figures(checked.document), checked.document.symbol, shown, as_sent
    )


def _problems(
    edited: ReadReport, compared: Compared, tracked: Tracked, place: Place, accepting: str
) -> tuple[Diagnostic, ...]:
    """Return why nothing can be pulled from a file; nothing where it can."""
    if any(one.severity is Severity.ERROR for one in edited.diagnostics):
        return edited.diagnostics
    if accepting not in {"all", "none", *tracked.all}:
        found = Literal(", ".join(sorted(tracked.all)) or "nobody")
        return (diagnose("RG772", place, author=accepting, authors=found),)
    symbols = {compared.symbol, edited.document.symbol}
    if not is_same_report(compared.built, compared.edited, compared.pairs, symbols):
        return (*edited.diagnostics, diagnose("RG850", place, symbol=compared.symbol))
    return ()


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


def _is_broken(found: Diagnostic, file: Path) -> bool:
    """Return whether a file of the project cannot be added to."""
    return found.severity is Severity.ERROR and found.place is not None and found.place.file == file.as_posix()


def _unasked(one: Planned) -> Planned:
    return replace(one, edits=(), problem=one.problem or "it was not agreed to")
