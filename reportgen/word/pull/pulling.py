"""Return what was edited in a Word file to the inputs of its project.

Every edit is planned as a change of the text that it was written in. The project is then composed with these changes,
in memory, and must print the edited text and everything else as before: what does not is left out and listed.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path

from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose
from reportgen.document.tree import Figure
from reportgen.pipeline import check_project
from reportgen.readers.docx.oxml import Element
from reportgen.results import Checked
from reportgen.word.align import align, is_same_report
from reportgen.word.edits import beginning
from reportgen.word.figures import Tracer, known_figures
from reportgen.word.pull.expecting import Expectation
from reportgen.word.pull.locating import locate_units
from reportgen.word.pull.looks import find_lost_looks
from reportgen.word.pull.pairing import pair_in_place
from reportgen.word.pull.planning import Compared, Planned, plan_edits
from reportgen.word.pull.printed import plain
from reportgen.word.pull.proving import Proof, Shown, units_of_project
from reportgen.word.pull.result import LeftEdit, Pulled, PulledEdit, RefusedFigure
from reportgen.word.pull.settling import field_texts, settle_fields, without_kept_fields
from reportgen.word.redline.making import read_draft
from reportgen.word.redline.settling import accept, accept_of, authors_of, reject
from reportgen.word.references import check_references
from reportgen.word.result import EditKind, FigureFate
from reportgen.word.units import Unit, units_of

ARRANGED = frozenset({EditKind.DELETED, EditKind.MOVED})
"""What is taken after a question."""


def pull_report(root: Path, data: bytes, name: str, *, accepting: str = "all", arranges: bool = True) -> Pulled:
    """Return the edits of a Word file as new contents of the inputs; nothing is written.

    Args:
        root: the project's folder.
        data: the bytes of the .docx, which was built from the project and edited since.
        name: the file as the user named it, for messages.
        accepting: whose tracked changes are accepted: `all`, `none`, or those of one author.
        arranges: whether paragraphs that were deleted or moved are deleted or moved in the inputs.
    """
    checked = check_project(root)
    if checked.report is None or checked.document is None or checked.composed.written is None:
        return Pulled(checked.diagnostics)
    authors: set[str] = set()
    edited = read_draft(data, name, partial(_settle, accepting, authors)).read
    if any(one.severity is Severity.ERROR for one in edited.diagnostics):
        return Pulled(edited.diagnostics)
    if accepting not in {"all", "none", *authors}:
        found = Literal(", ".join(sorted(authors)) or "nobody")
        return Pulled((diagnose("RG772", Place(name), author=accepting, authors=found),))
    built = units_of_project(checked)
    texts = field_texts(built)
    shown = units_of(edited)
    new = settle_fields(shown, texts)
    pairs = align(built, new)
    pair_in_place(built, new, pairs)
    if not is_same_report(built, new, pairs, {checked.document.symbol, edited.document.symbol}):
        return Pulled((*edited.diagnostics, diagnose("RG850", Place(name), symbol=checked.document.symbol)))
    located = locate_units(built, checked.composed.written, checked.report.outline)
    compared = Compared(built, new, pairs, located, known_figures(checked.document))
    planned = plan_edits(compared)
    if not arranges:
        planned = [_unasked(one) if one.kind in ARRANGED else one for one in planned]
    sources = {one.source.path: one.source.text for one in located.values()}
    proof = Proof(root, checked, Expectation(built, new, pairs, compared.moved), Shown(sources, texts))
    wanted = [one for one in planned if one.edits]
    taken = proof.provable(wanted)
    files = proof.edited(taken)
    known = {plain(unit.text) for unit in proof.units} - {plain(unit.text) for unit in built}
    planned = [one for one in planned if not (one.problem and _follows(one, new, known))]
    left = [*_left(planned, taken, proof.reasons), *_unseen(compared, proof.units)]
    typed = check_references([without_kept_fields(unit, texts) for unit in shown], built, name)
    refused = tuple(_refused(compared, checked, planned))
    return Pulled(
        (*edited.diagnostics, *_diagnostics(refused, left, name), *typed, *proof.raised),
        tuple(_pulled(one, checked) for one in taken),
        refused,
        tuple(left),
        files.files,
        files.copies,
    )


def _settle(accepting: str, authors: set[str], root: Element) -> None:
    """Accept or reject the tracked changes of a part, and note who made them."""
    authors |= authors_of(root)
    if accepting == "all":
        accept(root)
    elif accepting == "none":
        reject(root)
    else:
        accept_of(root, accepting)


def _follows(one: Planned, edited: Sequence[Unit], known: AbstractSet[str]) -> bool:
    """Return whether an edit that is not taken is printed all the same: it follows from another one, as of a title."""
    return len(one.edited) == 1 and plain(edited[one.edited[0]].text) in known


def _unasked(one: Planned) -> Planned:
    return Planned(one.kind, one.where, one.text, refusals=one.refusals, problem=one.problem or "it was not agreed to")


# ---- what is told ---------------------------------------------------------------------------------------------


def _pulled(one: Planned, checked: Checked) -> PulledEdit:
    place = checked.loaded.places.find(one.edits[-1].path)
    return PulledEdit(one.kind, one.where, str(place) if place else "", one.text)


def _left(planned: Sequence[Planned], taken: Sequence[Planned], reasons: Mapping[int, str]) -> Iterator[LeftEdit]:
    """Yield the edits that are not taken, but for those of which only what is written from data was edited."""
    known = {id(one) for one in taken}
    for one in planned:
        is_refused_alone = not one.edits and not one.problem and one.refusals
        if id(one) not in known and not is_refused_alone:
            yield LeftEdit(one.kind, one.where, one.text, one.problem or reasons[id(one)])


def _unseen(compared: Compared, now: Sequence[Unit]) -> Iterator[LeftEdit]:
    """Yield what is not taken of units whose words are."""
    for unit, words in find_lost_looks(compared.edited, now):
        yield LeftEdit(EditKind.EDITED, unit.where, beginning(words), "bold and italics are not taken")


def _refused(compared: Compared, checked: Checked, planned: Sequence[Planned]) -> Iterator[RefusedFigure]:
    """Yield what was edited though it is written from data: figures, then words beside them."""
    tracer = Tracer(compared.built, compared.edited, compared.pairs, compared.known)
    changed = {id(one.figure): one for one in tracer.trace().states if one.state is FigureFate.CHANGED}
    judged = {id(compared.known[name]) for one in planned for name in one.figures if name in compared.known}
    for key, state in changed.items():
        if key not in judged:
            yield _refusal((state.figure,), compared, checked, state.where, state.old, state.new)
    for one in planned:
        for refusal in one.refusals:
            figures = [compared.known[name] for name in refusal.figures if name in compared.known]
            states = (changed[id(figure)] for figure in figures if id(figure) in changed)
            alone = (state for state in states if refusal.old.replace(state.old, state.new) == refusal.new)
            old, new = next(((state.old, state.new) for state in alone), (refusal.old, refusal.new))
            yield _refusal(figures, compared, checked, one.where, old, new)


def _refusal(
    figures: Sequence[Figure], compared: Compared, checked: Checked, where: str, old: str, new: str
) -> RefusedFigure:
    sentence = next((unit.words for unit in compared.edited if unit.where == where and new in unit.text), "")
    cells = tuple(dict.fromkeys(str(place) for figure in figures for place in figure.places))
    owners = checked.merged.owners if checked.merged else {}
    owner = next((owners[one.indicator] for one in figures if one.indicator in owners), "")
    return RefusedFigure(owner, where, sentence, cells, old, new)


def _diagnostics(refused: Sequence[RefusedFigure], left: Sequence[LeftEdit], name: str) -> Iterator[Diagnostic]:
    for one in refused:
        source = Literal(", ".join(one.cells) or "the data")
        yield diagnose("RG770", Place(name), where=one.where, old=one.old, new=one.new, source=source)
    for edit in left:
        kind, reason = Literal(str(edit.kind)), Literal(edit.reason)
        yield diagnose("RG771", Place(name), where=edit.where, kind=kind, reason=reason, text=edit.text)
