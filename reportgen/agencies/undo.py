"""The step back: the version of a sender that was in force before comes back into force. Nothing is deleted."""

from pathlib import Path

from msgspec import Struct, field

from reportgen.agencies.changes import Changes, compare_submissions
from reportgen.agencies.filing import Filing, ledger_file
from reportgen.agencies.senders import find_senders
from reportgen.agencies.versions import ENDINGS, Versions, find_content, find_versions
from reportgen.diagnostics import Diagnostic, Place, diagnose, errors_of
from reportgen.files.refusal import Refused
from reportgen.model.items import Ledger
from reportgen.project import read_project, read_submission
from reportgen.project.stacks import join_layers, level_of, stacked_name


class Undone(Struct, frozen=True):
    """What goes back into force."""

    diagnostics: tuple[Diagnostic, ...] = ()
    filing: Filing | None = None
    """None: there is nothing to go back to, or a file of it is missing."""
    files: tuple[str, ...] = ()
    """The names of the files that are in force then."""
    changes: Changes = field(default_factory=Changes)


def undo_last(root: Path, code: str) -> Undone:
    """Find the version of a sender before the one in force.

    Args:
        root: the project's folder.
        code: of the sender: `justice`, or `justice.courts`.
    """
    loaded = read_project(root)
    if loaded.report is None:
        return Undone(errors_of(loaded.diagnostics))
    _, unknown = find_senders(loaded.report, [code])
    if unknown:
        return Undone(tuple(unknown))
    try:
        return _undone(find_versions(root, code))
    except Refused as refused:
        return Undone((refused.diagnostic,))


def _undone(versions: Versions) -> Undone:
    """Return what goes back into force; raises `Refused` where a file in force cannot be read."""
    folder, ledger = versions.archive.as_posix(), versions.ledger()
    wanted = ledger.before[-1] if ledger.before else ()
    if not wanted or not all(_is_own(versions, kept.file) for kept in wanted):
        return Undone((diagnose("RG726", Place(versions.folder.as_posix()), sender=versions.code, folder=folder),))
    contents = find_content(versions, [kept.sha256 for kept in wanted])
    missing = next((kept.file for kept in wanted if kept.sha256 not in contents), None)
    if missing:
        return Undone((diagnose("RG730", Place(folder), name=missing, folder=folder),))
    files = {kept.file: contents[kept.sha256] for kept in wanted}
    above = tuple(kept for kept in wanted if level_of(kept.file)[1] > 1)
    filing = _filing(versions, files, Ledger(in_force=above, before=ledger.before[:-1]))
    layers = [(read_submission(files[kept.file], kept.file), frozenset(kept.repeats)) for kept in wanted]
    old, new = versions.joined(), join_layers(layers)
    changes = compare_submissions(old.submission if old else None, new.submission if new else None)
    return Undone((), filing, tuple(files), changes)


def _filing(versions: Versions, files: dict[str, bytes], ledger: Ledger) -> Filing:
    """Return what is to be written so that files are in force again, and what they take the place of."""
    leaving = tuple(path for path in versions.in_force if files.get(path.name) != versions.bytes_of(path))
    name = next((path.name for path in leaving if path.name in files), next(iter(files)))
    others = {file: data for file, data in files.items() if file != name}
    others |= ledger_file(versions, ledger)
    return Filing(versions.folder, name, files[name], leaving, versions.archive, others)


def _is_own(versions: Versions, file: str) -> bool:
    """Return whether a name in the ledger is one of the sender's own files: anybody may change a ledger."""
    code, level = level_of(file)
    return code == versions.code and any(stacked_name(code, level, ending) == file for ending in ENDINGS)
