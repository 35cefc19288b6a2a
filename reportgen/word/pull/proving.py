"""Prove that a project prints an edited report: it is composed with the edits, in memory, and compared unit by unit."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct

from reportgen.agencies.corrected import CorrectedCopies
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.diagnostics import Path as ModelPath
from reportgen.pipeline import check_project
from reportgen.readers.reading import read_report
from reportgen.results import Checked
from reportgen.word.pull.binding import BOUND
from reportgen.word.pull.expecting import Expectation, Expected, ordered
from reportgen.word.pull.files import EditedFiles, edit_files
from reportgen.word.pull.planned import Planned
from reportgen.word.pull.printed import plain
from reportgen.word.pull.settling import settle_fields
from reportgen.word.units import Unit, units_of
from reportgen.writers.docx.writing import DocxOptions, write_docx

_NOT_PRINTED = "the report would not print the edited text then"
_NOT_WRITTEN = "its file cannot be changed so that nothing else in it changes"
_BROKEN = "the project could not be built then"
_ELSEWHERE = "a reference in the report would lead to another paragraph then"
_TRIED = 8
"""Edits that are tried again alone, since another one may have been at fault; each composes the project."""


_Cluster = Sequence[Planned]
"""Edits that are taken together or not at all."""


class _Verdict(Struct, frozen=True):
    """Why a project does not print what was edited."""

    reason: str
    """Empty where it does."""
    suspects: frozenset[int] = frozenset()
    """The edits that are at fault, by their identities; none where it cannot be told."""


class Shown(Struct, frozen=True):
    """The texts of a project, and what its references show."""

    sources: Mapping[ModelPath, str]
    """The texts that are printed, by their paths in the model."""
    fields: Mapping[str, str]
    """What each field of Word shows, by what Word is told to do."""


class Proof:
    """Proves that a project prints an edited report."""

    def __init__(
        self, root: Path, checked: Checked, expectation: Expectation, shown: Shown, planned: Sequence[Planned]
    ) -> None:
        self._root, self._checked, self._shown, self._planned = root, checked, shown, planned
        self._expectation = expectation
        self._targets = _targets(expectation.built)
        self._known = Counter(diagnostic.code for diagnostic in checked.diagnostics)
        self.reasons: dict[int, str] = {}
        """Why edits are left out, by their identities."""
        self.units: Sequence[Unit] = expectation.built
        """What the project prints with the edits that were proved last."""
        self.raised: tuple[Diagnostic, ...] = ()
        """What is said of the project with these edits, and was not said before."""

    def edited(self, planned: Sequence[Planned]) -> EditedFiles:
        """Return the files of the project with some edits."""
        if not planned:
            return EditedFiles({}, CorrectedCopies((), (), ()))
        return edit_files(self._root, self._shown.sources, self._checked.loaded.places, planned)

    def provable(self, clusters: Sequence[_Cluster]) -> list[Planned]:
        """Return the edits with which the project prints what was edited, in their order; as many as are found.

        Args:
            clusters: the edits; those of one cluster are taken together or not at all.
        """
        left = list(clusters)
        while left and (verdict := self._judge(self._flat(left))).reason:
            suspects = [one for one in left if verdict.suspects.intersection(map(id, one))]
            if not suspects:
                left = self._halved(left, verdict.reason)
                break
            self._leave(suspects, verdict)
            left = [one for one in left if one not in suspects]
        return self._flat(self._again(clusters, left))

    def _flat(self, clusters: Iterable[_Cluster]) -> list[Planned]:
        """Return the edits of clusters in the order of the document, in which they are written."""
        known = _ids(edit for cluster in clusters for edit in cluster)
        return [edit for edit in self._planned if id(edit) in known]

    def _leave(self, clusters: Iterable[_Cluster], verdict: _Verdict) -> None:
        """Note why edits are left out: themselves, or another one that they are bound to."""
        for cluster in clusters:
            own = verdict.suspects.intersection(map(id, cluster)) or _ids(cluster)
            self.reasons |= {id(edit): verdict.reason if id(edit) in own else BOUND for edit in cluster}

    def _again(self, clusters: Sequence[_Cluster], taken: list[_Cluster]) -> list[_Cluster]:
        """Return the taken edits, with those that were left out only because of others."""
        left = [cluster for cluster in clusters if cluster not in taken]
        if len(left) < 2:
            return taken
        proved = self.units, self.raised
        for one in left[:_TRIED]:
            more = [other for other in clusters if other in taken or other is one]
            verdict = self._judge(self._flat(more))
            if verdict.reason:
                self._leave([one], verdict)
                self.units, self.raised = proved
            else:
                taken, proved = more, (self.units, self.raised)
        return taken

    def _halved(self, clusters: Sequence[_Cluster], reason: str) -> list[_Cluster]:
        """Return the edits that can be proved where it cannot be told which one is at fault."""
        if len(clusters) == 1:
            self._leave(clusters, _Verdict(reason))
            return []
        taken: list[_Cluster] = []
        half = len(clusters) // 2
        for part in (clusters[:half], clusters[half:]):
            verdict = self._judge(self._flat([*taken, *part]))
            if not verdict.reason:
                taken += part
            elif len(part) > 1 or not taken:
                found = self._halved(part, verdict.reason)
                taken += [one for one in found if not self._judge(self._flat([*taken, one])).reason]
            else:
                self._leave(part, verdict)
        return taken

    def _judge(self, planned: Sequence[Planned]) -> _Verdict:
        """Return why the project does not print what was edited with some edits."""
        files = self.edited(planned)
        if files.refused:
            return _Verdict(
                _NOT_WRITTEN, _ids(one for one in planned if {edit.path for edit in one.edits} & files.refused)
            )
        checked = check_project(self._root, instead=files.instead)
        raised = tuple(self._raised(checked.diagnostics))
        error = next((diagnostic.message for diagnostic in raised if diagnostic.severity is Severity.ERROR), "")
        if checked.document is None or error:
            return _Verdict(f"{_BROKEN}: {error}" if error else _BROKEN)
        units = settle_fields(units_of_project(checked), self._shown.fields)
        expected = self._expectation.of(planned)
        suspects = list(_wrong(expected, units))
        if suspects:
            return _Verdict(_NOT_PRINTED, _ids(suspect for suspect in suspects if suspect is not None))
        wrong = self._misled(units, planned)
        if wrong is not None:
            return _Verdict(_ELSEWHERE, wrong)
        self.units, self.raised = units, raised
        return _Verdict("")

    def _raised(self, diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield what is said of a project now and was not said before; paragraphs may have other numbers now."""
        now = Counter(diagnostic.code for diagnostic in diagnostics)
        before = {(diagnostic.code, diagnostic.message) for diagnostic in self._checked.diagnostics}
        yield from (
            diagnostic
            for diagnostic in diagnostics
            if now[diagnostic.code] > self._known[diagnostic.code]
            and (diagnostic.code, diagnostic.message) not in before
        )

    def _misled(self, units: Sequence[Unit], planned: Sequence[Planned]) -> frozenset[int] | None:
        """Return the edits of the texts to which references lead no more; None where all lead where they led."""
        now = _targets(units)
        for key, text in self._targets.items():
            edits = [edit for edit in planned if text in _olds(edit, self._expectation.built)]
            known = {text, *(new.text for edit in edits for new in edit.new)}
            if now.get(key, text) not in known:
                return _ids(edits)
        return None


def units_of_project(checked: Checked) -> list[Unit]:
    """Return the units of the report that a project makes, as they are read back from Word."""
    assert checked.report is not None  # the caller asked
    assert checked.document is not None  # the caller asked
    data = write_docx(checked.document, DocxOptions(checked.report.settings.numbering))
    return units_of(read_report(data, "built.docx"))


def _wrong(expected: Sequence[Expected], units: Sequence[Unit]) -> Iterator[Planned | None]:
    """Yield the edits that are not printed as they are to be; None where what was not edited is not."""
    wanted, now = [one.printed for one in expected], ordered(units)
    if wanted == now:
        return
    matcher = SequenceMatcher(None, wanted, now, autojunk=False)
    for kind, start, end, _, _ in matcher.get_opcodes():
        if kind != "equal":
            near = expected[max(0, start - 1) : end + 1] if start == end else expected[start:end]
            known = [one.planned for one in near if one.planned is not None]
            yield from known or (None,)


def _olds(edit: Planned, built: Sequence[Unit]) -> set[str]:
    return {plain(built[place].text) for place in edit.built}


def _ids(planned: Iterable[Planned]) -> frozenset[int]:
    return frozenset(map(id, planned))


def _targets(units: Sequence[Unit]) -> dict[str, str]:
    """Return the texts that are referred to, by their bookmarks."""
    codes = (field.code.split() for unit in units for field in unit.fields)
    keys = {code[1] for code in codes if len(code) > 1 and code[0].upper() in {"REF", "PAGEREF"}}
    return {key: plain(unit.text) for unit in reversed(units) for key in sorted(unit.keys & keys)}
