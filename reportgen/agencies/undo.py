"""The step back: the version of a sender that was in force before comes back into force. Nothing is deleted."""

from pathlib import Path

from msgspec import Struct, field

from reportgen.agencies.changes import Changes, compare_submissions
from reportgen.agencies.filing import Filing, plan_undo
from reportgen.agencies.versions import find_versions
from reportgen.diagnostics import Diagnostic, Place, diagnose, nearest
from reportgen.project import read_project
from reportgen.project.stacks import join_layers


class Undone(Struct, frozen=True):
    """What goes back into force."""

    diagnostics: tuple[Diagnostic, ...] = ()
    filing: Filing | None = None
    """None: there is nothing to go back to."""
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
        return Undone(tuple(one for one in loaded.diagnostics if one.severity == "error"))
    agency, _, department = code.partition(".")
    known = {one.code: one for one in loaded.report.senders} | dict.fromkeys(loaded.report.agency_names)
    if code not in known:
        return Undone((diagnose("RG605", agency=code, nearest=nearest(code, known)),))
    versions = find_versions(root, agency, department or None)
    restored, folder = plan_undo(versions), versions.archive.as_posix()
    if restored.missing:
        return Undone((diagnose("RG730", Place(folder), name=restored.missing, folder=folder),))
    if restored.filing is None:
        return Undone((diagnose("RG726", Place(versions.folder.as_posix()), sender=code, folder=folder),))
    old, new = versions.joined(), join_layers(restored.layers)
    changes = Changes()
    if old and new and old.submission and new.submission:
        changes = compare_submissions(old.submission, new.submission)
    return Undone((), restored.filing, restored.files, changes)
