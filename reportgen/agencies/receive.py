"""Receiving a file that an agency sent: whose it is, what is wrong with it, what it changes.

The file is compared with what is in force of its sender, item by item (`weighing`), and checked as part of the project.
A file with errors, or one that contradicts what is in force, does not come into force. Whose it is stands in the file
itself; its name does not count. Nothing is written here: `filing` says what is to be written where.
"""

import os
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePath

from msgspec.structs import replace

from reportgen.agencies.changes import compare_submissions
from reportgen.agencies.conflicts import find_conflicts, find_kept, find_older, is_newer, without_unread
from reportgen.agencies.corrected import correction_note
from reportgen.agencies.edited import Edited, find_edited
from reportgen.agencies.exchanged import find_exchanged
from reportgen.agencies.filing import Filing, FilingPlan, plan_filing
from reportgen.agencies.received import Decision, Incoming, Outcome, Pending, Received
from reportgen.agencies.versions import Versions, find_sent, find_versions, is_version, read_version
from reportgen.agencies.weighing import ItemVerdict, Sides, Weighed, weigh
from reportgen.agencies.year_references import with_year_references
from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose, errors_of
from reportgen.files.output import next_version
from reportgen.files.reading import read_bytes, real_path
from reportgen.files.refusal import Refused
from reportgen.model import Indicator, Submission
from reportgen.model.items import ItemKey, Items, Value, items_of, same
from reportgen.pipeline import check_project
from reportgen.project import ReadSubmission, read_project, read_submission
from reportgen.project.folder import PREVIOUS, SUBMISSIONS, find_strangers
from reportgen.project.other_files import find_other_kind
from reportgen.project.submission import is_workbook, largest_size
from reportgen.project.waiting import waiting_names
from reportgen.regex import regex

_NOBODY = frozenset({"RG180", "RG723"})
"""What is said of a file of which nobody knows the sender."""
_CODE = regex(r"[a-z0-9]+(-[a-z0-9]+)*")
"""A code of an agency or a department, as the model has it; it becomes the name of a file."""
_SENDER = regex(rf"{_CODE.pattern}(\.{_CODE.pattern})?")


def receive_file(
    root: Path, file: Path, decision: Decision = "ask", *, is_edited: bool = False, held: list[Pending] | None = None
) -> Received:
    """Check a file that an agency sent, as part of a project.

    Args:
        root: the project's folder.
        file: what came in, wherever it stands.
        decision: what to do where it contradicts what is in force.
        is_edited: whether it is the coordinator's own edited copy of what the agency sent.
        held: files of the same call that another sender contradicts; this one may settle it, or is added to them.
    """
    name = file.as_posix()
    other = find_other_kind(file.name, Place(name))
    if other and os.path.isfile(file):  # noqa: PTH113 - Path.is_file raises where a folder may not be looked into
        return Received(name, Outcome.UNKNOWN, tuple(other))
    try:
        data = read_bytes(file, name, root=real_path(file).parent, limit=largest_size(file))
    except Refused as refused:
        return Received(name, Outcome.UNKNOWN, (refused.diagnostic,))
    read = read_submission(data, name)
    named = (read.agency, *([read.department] if read.department else []))
    if read.agency is None or not all(_CODE.fullmatch(code or "") for code in named):
        return Received(name, Outcome.UNKNOWN, read.diagnostics)
    try:
        return _examine(
            Incoming(root, name, data, read, read.agency, is_edited), decision, [] if held is None else held
        )
    except Refused as refused:  # what is there of its sender, and not the file
        return Received(name, Outcome.UNKNOWN, (refused.diagnostic,), read.agency, department=read.department)


def _examine(incoming: Incoming, decision: Decision, held: list[Pending]) -> Received:
    """Decide what becomes of a file of a known sender."""
    versions = incoming.versions()
    same = _same_as(versions, incoming.data, decision)
    if same is not None:
        return replace(incoming.result(Outcome.SAME, ()), same_as=same)
    if incoming.is_edited:
        marked = _mark_edits(incoming, versions, decision)
        if isinstance(marked, list):
            return incoming.result(Outcome.UNKNOWN, marked)
        incoming = marked
    case = Pending(incoming, decision)
    received = _judge(case, {})
    joint = _judge_together(case, received, [*_waiting_cases(incoming), *held]) if received.disagrees else None
    settled = {incoming.code, *(one.sender for one in joint.along)} if joint else {incoming.code}
    held[:] = [one for one in held if one.incoming.code not in settled]
    if received.disagrees and joint is None:
        held.append(case)
    return joint or received


def _waiting_cases(incoming: Incoming) -> Iterator[Pending]:
    """Yield the files of other senders that wait; none of them was decided about."""
    codes = {PurePath(name).stem for name in waiting_names(incoming.root)} - {incoming.code}
    for code in sorted(filter(_SENDER.fullmatch, codes)):
        versions = find_versions(incoming.root, code)
        for file in versions.refused[:1]:
            with suppress(Refused):  # a damaged file of another sender is no reason to say so of this one
                read, name, data = versions.read(file), file.as_posix(), versions.bytes_of(file)
                if read.agency == versions.agency and read.department == versions.department:
                    yield Pending(Incoming(incoming.root, name, data, read, versions.agency), "ask")


def _judge_together(case: Pending, received: Received, others: Iterable[Pending]) -> Received | None:
    """Return what becomes of a file that another sender contradicts, where that one has sent a correction, too.

    Neither of two files that correct what both of their senders give could come into force before the other one.

    Args:
        case: the file.
        received: what becomes of it alone.
        others: files of other senders that were held back; of two of one sender the last counts.

    Returns:
        None where not all of them can come into force at once.
    """
    by_code = {one.incoming.code: one for one in others if one.incoming.code != case.incoming.code}
    cases, judged = [case], [received]
    while any(one.disagrees for one in judged):
        named = [text for one in judged for error in errors_of(one.diagnostics) for text in _places(error)]
        files = {code: one.incoming.versions().in_force for code, one in by_code.items()}
        more = [
            code for code, paths in files.items() if any(path.as_posix() in text for path in paths for text in named)
        ]
        if not more:
            return None
        cases += [by_code.pop(code) for code in more]
        plans = [_plan(one.incoming, one.incoming.versions(), one.decision)[0].instead for one in cases]
        judged = [_judge(one, dict(ChainMap(*map(dict, plans)))) for one in cases]
    if any(one.outcome is not Outcome.ACCEPTED for one in judged):
        return None
    return replace(judged[0], along=tuple(judged[1:]))


def _places(error: Diagnostic) -> tuple[str, ...]:
    """Return the places that an error names."""
    return (error.place.file, *error.notes) if error.place else error.notes


def _judge(case: Pending, beside: Mapping[str, bytes | None]) -> Received:
    """Decide what becomes of a file where others came into force with it.

    Args:
        case: the file.
        beside: how `submissions/` would then read, as `check_project` takes it.
    """
    incoming, decision = case.incoming, case.decision
    versions = incoming.versions()
    read, place = incoming.read, Place(incoming.name)
    plan, conflicts = _plan(incoming, versions, decision)
    checked = check_project(incoming.root, instead={**beside, **plan.instead})
    if checked.report is None:
        return incoming.result(Outcome.UNKNOWN, (*_project_errors(checked.diagnostics), *read.diagnostics))
    strangers = find_strangers(read, checked.report.settings, checked.report.outline, place)
    if errors_of(strangers):
        return incoming.result(Outcome.UNKNOWN, strangers)
    filed_as = PurePath(incoming.root, SUBMISSIONS, plan.filing.name).as_posix()
    found = (*_of_file(checked.diagnostics, filed_as, incoming.name), *_second_reading(incoming.name, incoming.data))
    nobody = [diagnostic for diagnostic in found if diagnostic.code in _NOBODY]
    if nobody:  # whatever else it says against others, it is nobody's
        return incoming.result(Outcome.UNKNOWN, nobody)
    if decision != "ask":  # what the coordinator has decided speaks against it no more
        conflicts = [conflict for conflict in conflicts if conflict.severity is not Severity.ERROR]
    if errors := errors_of(found):
        return _kept_back(incoming, versions, Outcome.REFUSED, (*found, *without_unread(conflicts, errors)))
    if errors_of(conflicts):
        return _kept_back(incoming, versions, Outcome.WAITING, (*found, *conflicts))
    found = (*found, *conflicts)
    received = _accepted(incoming, versions, plan, found)
    says_nothing = not (received.changes or found)  # of what is found in it, feedback tells the sender
    if received.stays and says_nothing and not incoming.is_edited:  # it would only hide what is in force
        return replace(received, filing=_archived(incoming, versions))
    return received


def _archived(incoming: Incoming, versions: Versions) -> Filing:
    """Return how a file is kept that does not count: among the earlier ones."""
    archive, code = versions.archive, versions.code
    name = f"{code}.{next_version(archive, code)}{_ending(incoming.name)}"
    return Filing(archive, name, incoming.data, (), archive)


def _plan(incoming: Incoming, versions: Versions, decision: Decision) -> tuple[FilingPlan, list[Diagnostic]]:
    """Return how a file would come into force, and what speaks against it."""
    alone = decision == "replace"
    weighed, conflicts = (Weighed(), []) if alone else _weighed(incoming, versions)
    ending = _ending(incoming.name)
    if incoming.is_edited:
        versions = replace(versions, refused=())  # a file of the sender that waits goes on waiting
    return plan_filing(versions, incoming.data, incoming.read, ending, weighed.repeats, alone=alone), conflicts


def _mark_edits(incoming: Incoming, versions: Versions, decision: Decision) -> Incoming | list[Diagnostic]:
    """Return an edited copy with marks on all that was edited, or why it cannot be taken as one."""
    place, joined = Place(incoming.name), versions.joined()
    if joined is None or joined.submission is None:
        return [diagnose("RG731", place, sender=versions.code)]
    if incoming.read.submission is None:
        return incoming
    sent = _filled_from(incoming, versions, joined)
    copied = joined.submission if decision == "replace" else find_edited(versions, incoming.read, sent)
    incoming = replace(incoming, copied=copied)
    verdicts = [ItemVerdict.ADDED, ItemVerdict.CORRECTED, ItemVerdict.CONFLICT, ItemVerdict.REMOVED]
    weighed, kept = _weighed(incoming, versions)
    if not weighed.of(*verdicts):
        return kept or [diagnose("RG733", place)]
    if not any(map(is_workbook, versions.in_force)):
        return incoming
    items = weighed.of(*verdicts[: None if decision == "replace" else -1])
    note = correction_note(incoming.root, read_project(incoming.root).report, incoming.agency)
    data = Edited(incoming.data, incoming.read, joined.submission).marked(items, note)
    if data is None:
        return [diagnose("RG732", place, file=Literal(versions.in_force[-1].as_posix()))]
    return replace(incoming, data=data, read=read_submission(data, incoming.name))


def plan_of_waiting(root: Path, versions: Versions, file: Path) -> FilingPlan:
    """Plan how a file that waits would come into force, so that it can be checked as part of the project.

    Args:
        root: the project's folder.
        versions: what is there of its sender.
        file: one of those that wait.
    """
    data = versions.bytes_of(file)
    return _plan(Incoming(root, file.as_posix(), data, versions.read(file), versions.agency), versions, "merge")[0]


def _same_as(versions: Versions, data: bytes, decision: Decision) -> Path | None:
    """Return the file in force that has the same bytes, where to take it again changes nothing."""
    highest = next(reversed(versions.in_force), None)
    if highest is None or versions.refused or (decision == "replace" and len(versions.in_force) > 1):
        return None
    return highest if versions.bytes_of(highest) == data else None


def _weighed(incoming: Incoming, versions: Versions) -> tuple[Weighed, list[Diagnostic]]:
    """Return what a file changes, and what speaks against it; as warnings, what of an edited copy does not count."""
    submission, in_force, read = incoming.read.submission, versions.joined(), incoming.read
    if submission is None:
        return Weighed(), []
    base, older, than_waiting = incoming.copied, list[Diagnostic](), list[Diagnostic]()
    if not incoming.is_edited:
        base = _filled_from(incoming, versions, in_force)
        older, than_waiting = find_older(versions, read, Place(incoming.name))
    former = in_force.submission if in_force else None
    indicators = {**submission.indicators, **(former.indicators if former else {})}
    sides = Sides(
        _items(submission, indicators),
        _items(former, indicators) if former else {},
        None if base is None else _items(base, indicators),
        last_cycle=_last_cycle(incoming.root, incoming.agency),
    )
    weighed = weigh(sides, is_older=bool(older or than_waiting))
    if former:
        weighed = _without_typed_years(weighed, items_of(submission), items_of(former))
    conflicts = [*find_conflicts(weighed, sides, read, in_force), *find_exchanged(weighed, sides, read)]
    if former is None and all(
        item.kind == "field" or sides.base_of(item) == value for item, value in sides.new.items()
    ):
        conflicts.append(diagnose("RG776", Place(incoming.name)))
    if incoming.is_edited:
        is_older = base not in [one.submission for _, one, _ in versions.layers()]
        conflicts += find_kept(weighed, sides, read, in_force, is_older=is_older)
    return weighed, [*(than_waiting or (older if conflicts else [])), *conflicts]


def _filled_from(incoming: Incoming, versions: Versions, in_force: ReadSubmission | None) -> Submission | None:
    """Return what a workbook was filled from when it went out; None where nobody knows."""
    base, version = find_sent(incoming.root, versions.code, incoming.read.version), incoming.read.version
    if base is None and in_force and in_force.submission and is_version(in_force.submission, version):
        return in_force.submission
    return base


def _items(submission: Submission, indicators: Mapping[str, Indicator]) -> Items:
    """Return the items of a submission, with references in its texts where the year of a latest figure is typed.

    A workbook that went out before the texts in force had such references says the same as they do.
    """
    return items_of(submission.model_copy(update={"replies": with_year_references(submission.replies, indicators)}))


def _without_typed_years(weighed: Weighed, new: Items, in_force: Items) -> Weighed:
    """Keep the text in force of each reply from which a new one differs in typed years alone."""
    alike = [
        item
        for item in weighed.of(ItemVerdict.SAME)
        if item.kind == "reply" and not same(item, new.get(item), in_force.get(item))
    ]
    return Weighed({**weighed.verdicts, **dict.fromkeys(alike, ItemVerdict.REPEATED)})


def _last_cycle(root: Path, agency: str) -> Items:
    """Return what an agency said in the last cycle, as far as its workbook is filled with it: its rows of figures.

    Texts stand beside their cells for reference alone, and issues have the numbers of the new list.
    """
    folder = root / PREVIOUS
    files = sorted(folder.glob(f"{agency}*.yaml")) if folder.is_dir() else []
    read = (read_version(root, path).submission for path in files)
    found: dict[ItemKey, Value] = {}
    for submission in read:
        if submission is not None and submission.agency == agency:
            found |= {item: value for item, value in items_of(submission).items() if item.indicator}
    return {item: value for item, value in found.items() if item.kind != "answer" and item.field != "issue"}


def _kept_back(
    incoming: Incoming, versions: Versions, outcome: Outcome, diagnostics: tuple[Diagnostic, ...]
) -> Received:
    """Keep a file back: it takes the place of one that waits, unless that is a newer one."""
    if incoming.is_edited:
        return incoming.result(outcome, diagnostics)
    code, ending = versions.code, _ending(incoming.name)
    others = tuple(path for path in versions.refused if versions.bytes_of(path) != incoming.data)
    filing = Filing(versions.waiting, f"{code}{ending}", incoming.data, others, versions.archive)
    if any(is_newer(versions.read(path), incoming.read) for path in others):
        filing = _archived(incoming, versions)
    kept = incoming.result(outcome, diagnostics)
    return replace(kept, is_first=not versions.in_force, filing=filing)


def _accepted(incoming: Incoming, versions: Versions, plan: FilingPlan, found: tuple[Diagnostic, ...]) -> Received:
    """Return what is known of a file that comes into force."""
    old, new = versions.joined(), plan.joined
    return replace(
        incoming.result(Outcome.ACCEPTED, found),
        changes=compare_submissions(old.submission if old else None, new.submission if new else None),
        is_first=not versions.in_force,
        filing=plan.filing,
        stays=tuple(path for path in versions.in_force if path not in plan.filing.replaced),
    )


def _second_reading(name: str, data: bytes) -> tuple[Diagnostic, ...]:
    """Return what a second reader of a workbook reads otherwise than the first."""
    if not is_workbook(name):
        return ()
    from reportgen.project.second import read_again  # only a workbook that is received needs openpyxl

    return read_again(data, name)


def _ending(name: str) -> str:
    """Return the ending under which a file is kept."""
    return ".xlsx" if is_workbook(name) else ".yaml"


def _project_errors(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield why a project cannot be read."""
    for error in errors_of(diagnostics):
        if error.place and f"/{SUBMISSIONS}/" not in error.place.file:
            yield error


def _of_file(diagnostics: Iterable[Diagnostic], filed: str, name: str) -> Iterator[Diagnostic]:
    """Yield the diagnostics that concern a file, named as the user typed it.

    Args:
        diagnostics: of the whole project.
        filed: the path that the file would have in the project.
        name: the path that it has now.
    """
    for diagnostic in diagnostics:
        place = diagnostic.place
        stands_there = place is not None and place.file == filed
        if stands_there or any(filed in note for note in diagnostic.notes):
            notes = tuple(note.replace(filed, name) for note in diagnostic.notes)
            moved = replace(place, file=name) if place is not None and stands_there else place
            yield replace(diagnostic, place=moved, notes=notes)
