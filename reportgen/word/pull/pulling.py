"""Return what was edited in a Word file to the inputs of its project.

Every edit is planned as a change of the text that it was written in. The project is then composed with these changes,
in memory, and must print the edited text and everything else as before: what does not is left out and listed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from reportgen.agencies.corrected import CorrectedCopies
from reportgen.compose.written import ALIKE
from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose
from reportgen.document.tree import Document, Figure
from reportgen.pipeline import check_project
from reportgen.readers.docx.oxml import Element
from reportgen.readers.reading import read_report
from reportgen.results import Checked
from reportgen.word.align import align, is_same_report
from reportgen.word.figures import Tracer, known_figures
from reportgen.word.pull.files import EditedFiles, edit_files
from reportgen.word.pull.locating import locate_units
from reportgen.word.pull.planning import Compared, Planned, plan_edits
from reportgen.word.pull.result import LeftEdit, Pulled, PulledEdit, RefusedFigure
from reportgen.word.pull.settling import field_texts, settle_fields
from reportgen.word.redline.making import read_draft
from reportgen.word.redline.settling import accept, accept_of, authors_of, reject
from reportgen.word.result import EditKind, FigureFate
from reportgen.word.units import Unit, units_of
from reportgen.writers.docx.writing import DocxOptions, write_docx

ARRANGED = frozenset({EditKind.DELETED, EditKind.MOVED})
"""What is taken after a question."""
_NOT_PRINTED = "the report would not print the edited text then"
_NOT_WRITTEN = "its file cannot be changed so that nothing else in it changes"
_BROKEN = "the project could not be built then"
_ELSEWHERE = "a reference in the report would lead to another paragraph then"


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
    built = _units(checked)
    texts = field_texts(built)
    new = settle_fields(units_of(edited), texts)
    pairs = align(built, new)
    if not is_same_report(built, new, pairs, {checked.document.symbol, edited.document.symbol}):
        return Pulled((*edited.diagnostics, diagnose("RG850", Place(name), symbol=checked.document.symbol)))
    located = locate_units(built, checked.composed.written)
    compared = Compared(built, new, pairs, located, known_figures(checked.document))
    planned = plan_edits(compared)
    if not arranges:
        planned = [_unasked(one) if one.kind in ARRANGED else one for one in planned]
    proof = _Proof(root, checked, built, texts)
    wanted = [one for one in planned if one.edits]
    taken = proof.provable(wanted)
    files = proof.edited(taken)
    left = list(_left(planned, taken, proof.reasons))
    refused = tuple(_refused(compared, checked, planned))
    return Pulled(
        (*edited.diagnostics, *_diagnostics(refused, left, name)),
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


def _units(checked: Checked) -> list[Unit]:
    """Return the units of the report that a project makes now, as they are read back from Word."""
    assert checked.report is not None  # noqa: S101 - asked before
    assert checked.document is not None  # noqa: S101 - asked before
    return units_of(read_report(_written(checked.document, checked), "built.docx"))


def _written(document: Document, checked: Checked) -> bytes:
    assert checked.report is not None  # noqa: S101 - asked before
    return write_docx(document, DocxOptions(checked.report.settings.numbering))


def _unasked(one: Planned) -> Planned:
    return Planned(one.kind, one.where, one.text, refusals=one.refusals, problem=one.problem or "it was not agreed to")


class _Proof:
    """Proves that a project prints an edited report."""

    def __init__(self, root: Path, checked: Checked, built: Sequence[Unit], texts: dict[str, str]) -> None:
        self._root, self._checked, self._texts = root, checked, texts
        self._before = Counter(_plain(unit.text) for unit in built)
        self._targets = _targets(built)
        self.reasons: dict[int, str] = {}
        """Why edits are left out, by their identities."""

    def edited(self, planned: Sequence[Planned]) -> EditedFiles:
        """Return the files of the project with some edits."""
        if not planned:
            return EditedFiles({}, CorrectedCopies((), (), ()), is_whole=True)
        written = self._checked.composed.written
        texts = {one.path: one.text for one in written.texts.values()} if written else {}
        return edit_files(self._root, texts, self._checked.loaded.places, planned)

    def provable(self, planned: Sequence[Planned]) -> list[Planned]:
        """Return the edits with which the project prints what was edited, in their order; as many as are found."""
        reason = self._reason(planned) if planned else ""
        if not reason:
            return list(planned)
        if len(planned) == 1:
            self.reasons[id(planned[0])] = reason
            return []
        half = len(planned) // 2
        first, second = self.provable(planned[:half]), self.provable(planned[half:])
        if not (first and second) or not self._reason([*first, *second]):
            return [*first, *second]
        for one in second:
            if reason := self._reason([*first, one]):
                self.reasons[id(one)] = reason
            else:
                first = [*first, one]
        return first

    def _reason(self, planned: Sequence[Planned]) -> str:
        """Return why the project does not print what was edited with some edits; nothing where it does."""
        files = self.edited(planned)
        if not files.is_whole:
            return _NOT_WRITTEN
        checked = check_project(self._root, instead=files.instead)
        if checked.document is None or (checked.failed and not self._checked.failed):
            return _BROKEN
        target = self._before.copy()
        target.subtract(_plain(text) for one in planned for text in one.old)
        target.update(_plain(text) for one in planned for text in one.new)
        units = settle_fields(_units(checked), self._texts)
        now = Counter(_plain(unit.text) for unit in units)
        if min(target.values(), default=0) < 0 or +target != now:
            return _NOT_PRINTED
        return "" if self._refers(units, planned) else _ELSEWHERE

    def _refers(self, units: Sequence[Unit], planned: Sequence[Planned]) -> bool:
        """Return whether references lead where they led: a text that is divided gives the next one another key."""
        now = _targets(units)
        for key, text in self._targets.items():
            edits = (one for one in planned if text in map(_plain, one.old))
            known = {text, *(_plain(new) for one in edits for new in one.new)}
            if now.get(key, text) not in known:
                return False
        return True


def _targets(units: Sequence[Unit]) -> dict[str, str]:
    """Return the texts that are referred to, by their bookmarks."""
    codes = (field.code.split() for unit in units for field in unit.fields)
    keys = {code[1] for code in codes if len(code) > 1 and code[0].upper() in {"REF", "PAGEREF"}}
    return {key: _plain(unit.text) for unit in reversed(units) for key in sorted(unit.keys & keys)}


def _plain(text: str) -> str:
    return " ".join(text.translate(ALIKE).split())


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
            yield LeftEdit(one.kind, one.where, one.text, one.problem or reasons.get(id(one), _NOT_PRINTED))


def _refused(compared: Compared, checked: Checked, planned: Sequence[Planned]) -> Iterator[RefusedFigure]:
    """Yield what was edited though it is written from data: figures, then words beside them."""
    tracer = Tracer(compared.built, compared.edited, compared.pairs, compared.known)
    told: set[tuple[str, str, str]] = set()
    for state in tracer.trace().states:
        if state.state is FigureFate.CHANGED:
            told.add((state.where, state.old, state.new))
            yield _refusal(state.figure, compared, checked, state.where, state.old, state.new)
    for one in planned:
        for refusal in one.refusals:
            figures = [compared.known[name] for name in refusal.figures if name in compared.known]
            is_told = any(where == one.where and new in refusal.new for where, _, new in told)
            if figures and not is_told:
                yield _refusal(figures[0], compared, checked, one.where, refusal.old, refusal.new)


def _refusal(figure: Figure, compared: Compared, checked: Checked, where: str, old: str, new: str) -> RefusedFigure:
    sentence = next((unit.words for unit in compared.edited if unit.where == where and new in unit.text), "")
    cells = tuple(dict.fromkeys(str(place) for place in figure.places))
    owner = checked.merged.owners.get(figure.indicator, "") if checked.merged else ""
    return RefusedFigure(owner, where, sentence, cells, old, new)


def _diagnostics(refused: Sequence[RefusedFigure], left: Sequence[LeftEdit], name: str) -> Iterator[Diagnostic]:
    for one in refused:
        source = Literal(", ".join(one.cells) or "the data")
        yield diagnose("RG770", Place(name), where=one.where, old=one.old, new=one.new, source=source)
    for edit in left:
        kind, reason = Literal(str(edit.kind)), Literal(edit.reason)
        yield diagnose("RG771", Place(name), where=edit.where, kind=kind, reason=reason, text=edit.text)
