"""What came in and waits, since it has errors or contradicts what is in force: nothing of it is read for the report."""

from collections.abc import Iterator
from pathlib import Path, PurePath

from reportgen.diagnostics import Diagnostic, Place, diagnose
from reportgen.files.reading import real_path
from reportgen.model import Report
from reportgen.project.folder import REFUSED, SUBMISSIONS
from reportgen.project.other_files import litter_of


def waiting_names(root: Path) -> list[str]:
    """Return the names of the files that wait in a project; none where their folder may not be read."""
    folder = root / SUBMISSIONS / REFUSED
    try:
        if not real_path(folder).is_relative_to(real_path(root)):
            return []
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return []
    return [name for name in names if not (name.startswith(".") or litter_of(name))]


def find_waiting(root: Path, report: Report) -> Iterator[Diagnostic]:
    """Yield RG744 for each file of a sender that waits: the report would leave without what it says.

    Args:
        root: the project's folder.
        report: what is in force.
    """
    names = {sender.code: sender.name for sender in report.senders}
    for name in waiting_names(root):
        place = Place(PurePath(root, SUBMISSIONS, REFUSED, name).as_posix())
        code = PurePath(name).stem
        yield diagnose("RG744", place, sender=names.get(code, code))
