"""The problems of a project, each with whom it concerns and with the observations that it is about."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path as FilePath

from msgspec import Struct

from reportgen.agencies.belonging import Belonging, Registry
from reportgen.diagnostics import QUESTIONS, Diagnostic, Path, Place, Severity
from reportgen.model import Merged, Report
from reportgen.model.merge import Where
from reportgen.pipeline import Checked
from reportgen.review.values import AgencyFacts, ProblemFacts

_VALUES = 6
"""Steps of the path of an observation of the whole: `submissions/0/indicators/victims/values/2023`."""
_PART_VALUES = 8
"""The same of a part: `submissions/0/indicators/victims/breakdown/1/values/2023`."""
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "doubt", Severity.INFO: "remark"}
COUNTED = ("error", "question", "doubt")
"""The kinds that are counted by agency."""


class Problems(Struct, frozen=True):
    """The problems of a project, by what they are about; an index of a problem counts from 0."""

    facts: tuple[ProblemFacts, ...] = ()
    agencies: tuple[AgencyFacts, ...] = ()
    of_places: Mapping[Place, tuple[int, ...]] = {}
    of_wheres: Mapping[Where, tuple[int, ...]] = {}
    of_series: Mapping[str, tuple[int, ...]] = {}
    of_issues: Mapping[int, tuple[int, ...]] = {}

    def kinds(self, indexes: Iterable[int]) -> set[str]:
        """Return the kinds of some problems."""
        return {self.facts[index].kind for index in indexes}


def plain_problems(root: FilePath, diagnostics: Iterable[Diagnostic]) -> Problems:
    """Return the problems of a project that cannot be read."""
    return Problems(tuple(_facts(root, diagnostic, Belonging(None, None), ()) for diagnostic in diagnostics))


def find_problems(
    registry: Registry, checked: Checked, report: Report, merged: Merged, wheres: Mapping[Path, Where]
) -> Problems:
    """Return the problems of a project.

    Args:
        registry: finds whom they concern.
        checked: the project.
        report: its report.
        merged: its indicators.
        wheres: the observation at each path of the model.
    """
    known = checked.diagnostics
    paths = _paths_at(checked, {diagnostic.place for diagnostic in known if diagnostic.place})
    facts: list[ProblemFacts] = []
    found: defaultdict[object, list[int]] = defaultdict(list)
    for index, one in enumerate(known):
        belonging = registry.of(one)
        issues = _issues(registry, report, belonging)
        facts.append(_facts(registry.root, one, belonging, issues))
        about = _subjects_of(one, merged, wheres, paths)
        for subject in dict.fromkeys((one.place, *about, *issues)):
            found[subject].append(index)
    grouped = {subject: tuple(indexes) for subject, indexes in found.items()}
    return Problems(
        tuple(facts),
        tuple(_agencies(report, facts)),
        {key: value for key, value in grouped.items() if isinstance(key, Place)},
        {key: value for key, value in grouped.items() if isinstance(key, tuple)},
        {key: value for key, value in grouped.items() if isinstance(key, str)},
        {key: value for key, value in grouped.items() if isinstance(key, int)},
    )


def kind_of(diagnostic: Diagnostic) -> str:
    """Return `error`, `question`, `doubt` or `remark`."""
    is_question = diagnostic.severity is Severity.WARNING and diagnostic.code in QUESTIONS
    return "question" if is_question else _KINDS[diagnostic.severity]


def _facts(root: FilePath, diagnostic: Diagnostic, belonging: Belonging, issues: tuple[int, ...]) -> ProblemFacts:
    place = str(diagnostic.place.within(root)) if diagnostic.place else ""
    notes = tuple(_from_project(root, note) for note in diagnostic.notes)
    hint, agency = _from_project(root, diagnostic.hint or ""), belonging.agency or ""
    return ProblemFacts(kind_of(diagnostic), diagnostic.code, diagnostic.message, place, hint, notes, agency, issues)


def _from_project(root: FilePath, text: str) -> str:
    """Return a text in which files are named from the project's folder on, whatever was typed for that folder."""
    name = root.as_posix()
    return text if name == "." else re.sub(rf"(?<![\w/.-]){re.escape(name)}/", "", text)


def _issues(registry: Registry, report: Report, belonging: Belonging) -> tuple[int, ...]:
    """Return the issues that a problem touches; what concerns a whole file touches those that its agency answers."""
    if belonging.issues is not None:
        return tuple(sorted(belonging.issues))
    if belonging.agency is None:
        return ()
    return tuple(
        issue.number for issue in report.outline.issues if belonging.agency in registry.answering(issue.number)
    )


def _paths_at(checked: Checked, places: set[Place]) -> Mapping[Place, Sequence[Path]]:
    """Return the paths of the values that stand at some places."""
    found: defaultdict[Place, list[Path]] = defaultdict(list)
    for path, place in checked.loaded.places:
        if place in places:
            found[place].append(path)
    return found


def _subjects_of(
    diagnostic: Diagnostic, merged: Merged, wheres: Mapping[Path, Where], paths: Mapping[Place, Sequence[Path]]
) -> list[Where | str]:
    """Return the observations that a problem is about; else the keys of the indicators."""
    subject = diagnostic.subject
    if subject is not None and subject.indicator in merged.indicators:
        return [where for where in merged.paths if _is_subject(where, merged, subject.part, subject.period, diagnostic)]
    own = [path for path in paths.get(diagnostic.place, ()) if path[2:3] == ("indicators",)] if diagnostic.place else []
    observed: list[Where | str] = [wheres[path] for path in map(_observation, own) if path in wheres]
    return list(dict.fromkeys(observed or [str(key) for path in own for key in path[3:4]]))


def _is_subject(where: Where, merged: Merged, part: str | None, period: str, diagnostic: Diagnostic) -> bool:
    key, index, when = where
    if diagnostic.subject is None or key != diagnostic.subject.indicator or str(when) != period:
        return False
    label = None if index is None else merged.indicators[key].breakdown[index].name
    return label == part


def _observation(path: Path) -> Path:
    """Return the path of the observation that a path leads to or into; the path itself where it leads to none."""
    length = _PART_VALUES if path[4:5] == ("breakdown",) else _VALUES
    return path[:length]


def _agencies(report: Report, facts: Sequence[ProblemFacts]) -> Iterable[AgencyFacts]:
    """Yield the agencies in their order, and last the project's own files, where something is wrong with them."""
    names = [*report.agency_names.items(), ("", "The project’s own files")]
    for code, name in names:
        kinds = [fact.kind for fact in facts if fact.agency == code]
        errors, questions, doubts = (kinds.count(kind) for kind in COUNTED)
        if code or any((errors, questions, doubts)):
            yield AgencyFacts(code, name, (errors, questions, doubts))
