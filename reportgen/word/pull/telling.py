"""Tell what pull took from an edited Word file, what it refused, and what it left."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.document.tree import Figure
from reportgen.results import Checked
from reportgen.word.edits import beginning, groups
from reportgen.word.figures import Tracer
from reportgen.word.heads import find_reheaded
from reportgen.word.meanings import misread_diagnostic, misread_head
from reportgen.word.pull.authors import Tracked
from reportgen.word.pull.looks import find_lost_looks
from reportgen.word.pull.planned import Compared, Planned
from reportgen.word.pull.printed import plain
from reportgen.word.pull.proving import Proof
from reportgen.word.pull.result import LeftEdit, Pulled, PulledEdit, RefusedFigure
from reportgen.word.pull.settling import field_texts, without_kept_fields
from reportgen.word.references import check_references
from reportgen.word.result import EditKind, FigureFate
from reportgen.word.units import Unit


class Teller:
    """Tells what became of the edits of a report."""

    def __init__(self, compared: Compared, checked: Checked, tracked: Tracked, name: str) -> None:
        self._compared, self._checked = compared, checked
        self._tracked, self._name = tracked, name
        states = Tracer(compared.built, compared.edited, compared.pairs, compared.known).trace().states
        self._changed = {id(state.figure): state for state in states if state.state is FigureFate.CHANGED}

    def tell(self, planned: Sequence[Planned], taken: Sequence[Planned], proof: Proof) -> Pulled:
        """Return what is told of the edits, without the files.

        Args:
            planned: all edits.
            taken: those that are taken.
            proof: why the others are not, and what the project prints with those that are.
        """
        compared = self._compared
        known = {plain(unit.text) for unit in proof.units} - {plain(unit.text) for unit in compared.built}
        open_edits = [edit for edit in planned if not (edit.problem and _follows(edit, compared.edited, known))]
        left = (*self._left(open_edits, taken, proof.reasons), *self._unseen(proof.units))
        refused = tuple(self._refused(open_edits))
        told = (*_diagnostics(refused, left, self._name), *self._typed(), *self._reheaded(taken), *proof.raised)
        return Pulled(told, tuple(map(self._pulled, taken)), refused, left)

    def _pulled(self, edit: Planned) -> PulledEdit:
        place = self._checked.loaded.places.find(edit.edits[-1].path)
        return PulledEdit(edit.kind, edit.where, str(place) if place else "", edit.text, self._authors(edit))

    def _authors(self, edit: Planned) -> tuple[str, ...]:
        """Return who tracked the changes of an edit."""
        now = [self._compared.shown[place].text for place in edit.edited]
        return self._tracked.of(now or [self._compared.built[place].text for place in edit.built])

    def _left(
        self, planned: Sequence[Planned], taken: Sequence[Planned], reasons: Mapping[int, str]
    ) -> Iterator[LeftEdit]:
        """Yield the edits that are not taken, but for those of which only what is written from data was edited."""
        known = {id(one) for one in taken}
        for edit in planned:
            is_refused_alone = not edit.edits and not edit.problem and edit.refusals
            if id(edit) not in known and not is_refused_alone and not self._is_figure_alone(edit):
                reason = edit.problem or reasons[id(edit)]
                yield LeftEdit(edit.kind, edit.where, edit.text, reason, self._authors(edit))

    def _is_figure_alone(self, edit: Planned) -> bool:
        """Return whether nothing but figures was edited in what no text says, which is refused of each of them."""
        if len(edit.built) != 1 or len(edit.edited) != 1 or edit.figures:
            return False
        unit, new = self._compared.built[edit.built[0]], self._compared.edited[edit.edited[0]]
        text, known = unit.text, self._compared.known
        for span in sorted(unit.figures, key=lambda span: span.start, reverse=True):
            state = self._changed.get(id(known.get(span.name)))
            text = text[: span.start] + state.new + text[span.end :] if state else text
        return text != unit.text and plain(text) == plain(new.text)

    def _unseen(self, now: Sequence[Unit]) -> Iterator[LeftEdit]:
        """Yield what is not taken of units whose words are, and that somebody edited."""
        unedited = {id(self._compared.edited[place]) for place in self._compared.as_sent}
        found = (one for one in find_lost_looks(self._compared.edited, now) if id(one[0]) not in unedited)
        for unit, words in found:
            yield LeftEdit(EditKind.EDITED, unit.where, beginning(words), "bold and italics cannot be taken here")

    def _typed(self) -> Iterator[Diagnostic]:
        """Yield the references into which another number was typed."""
        texts = field_texts(self._compared.built)
        shown = [without_kept_fields(unit, texts) for unit in self._compared.shown]
        yield from check_references(shown, self._compared.built, self._name)

    def _reheaded(self, taken: Sequence[Planned]) -> Iterator[Diagnostic]:
        """Yield the figures of tables whose heads have other words by the edits that are taken."""
        compared = self._compared
        heads = {(unit.block, *unit.cell) for edit in taken for unit in (compared.edited[at] for at in edit.edited)}
        matched = groups(compared.pairs, compared.built)
        for found in find_reheaded(compared.built, compared.edited, matched, compared.known):
            if found.head in heads:
                yield misread_diagnostic(misread_head(found), self._name)

    def _refused(self, planned: Sequence[Planned]) -> Iterator[RefusedFigure]:
        """Yield what was edited though it is written from data: figures, then words beside them."""
        compared = self._compared
        changed = self._changed
        judged = {id(compared.known[name]) for one in planned for name in one.figures if name in compared.known}
        unedited = {compared.edited[place].where for place in compared.as_sent}
        for key, state in changed.items():
            if key not in judged and state.where not in unedited:
                yield self._refusal((state.figure,), state.where, state.old, state.new)
        for edit in planned:
            for refusal in edit.refusals:
                figures = [compared.known[name] for name in refusal.figures if name in compared.known]
                states = (changed[id(figure)] for figure in figures if id(figure) in changed)
                alone = (state for state in states if refusal.old.replace(state.old, state.new) == refusal.new)
                told = next(((state.old, state.new, (state.figure,)) for state in alone), None)
                old, new, of = told or (refusal.old, refusal.new, figures)
                yield self._refusal(of, edit.where, old, new)

    def _refusal(self, figures: Sequence[Figure], where: str, old: str, new: str) -> RefusedFigure:
        units = (unit.words for unit in self._compared.edited if unit.where == where and new in unit.text)
        cells = tuple(dict.fromkeys(str(place) for figure in figures for place in figure.places))
        owners = self._checked.merged.owners if self._checked.merged else {}
        owner = next((owners[figure.indicator] for figure in figures if figure.indicator in owners), "")
        return RefusedFigure(owner, where, next(units, ""), cells, old, new)


def _follows(edit: Planned, edited: Sequence[Unit], known: AbstractSet[str]) -> bool:
    """Return whether an edit that is not taken is printed all the same: it follows from that of a title."""
    units = [edited[place] for place in edit.edited]
    return len(units) == 1 and units[0].kind in {"Heading", "Table"} and plain(units[0].text) in known


def _diagnostics(refused: Sequence[RefusedFigure], left: Sequence[LeftEdit], name: str) -> Iterator[Diagnostic]:
    for one in refused:
        source = Literal(", ".join(one.cells) or "the data")
        yield diagnose("RG770", Place(name), where=one.where, old=one.old, new=one.new, source=source)
    for edit in left:
        kind, reason = Literal(str(edit.kind)), Literal(edit.reason)
        yield diagnose("RG771", Place(name), where=edit.where, kind=kind, reason=reason, text=edit.text)
