"""Whom a problem concerns: diagnostics know a place in a file, people ask for the agency and the issue.

A problem concerns the agency whose file it stands in, and the issues whose reply it touches.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path as FilePath
from pathlib import PurePath

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Literal, Path, Place
from reportgen.model import Report
from reportgen.model.senders import sender_code, split_sender
from reportgen.pipeline import Checked
from reportgen.project.folder import SUBMISSIONS

_ISSUE_DEPTH = 7
"""Steps of the path of an issue in the list of issues."""
_ENDS_OF_CODES = ("", "-", "_", ".", " ", "+")
"""What may follow an agency's code in the name of one of its files: `justice.xlsx`, `justice-2.xlsx`."""


class Belonging(Struct, frozen=True):
    """Whom a problem concerns."""

    agency: str | None
    """None: no single agency."""
    issues: frozenset[int] | None
    """None: everything of the agency; of the project where there is no agency either."""
    department: str | None = None
    """The department of the agency, where it is one."""

    @property
    def sender(self) -> str | None:
        """What the files of the agency or its department are called."""
        return None if self.agency is None else sender_code(self.agency, self.department)

    def touches(self, issue: int) -> bool:
        """Return whether the reply to an issue is concerned."""
        return self.issues is None or issue in self.issues


class Registry:
    """Finds the agency and the issues of places in the files of a project."""

    def __init__(self, root: FilePath, checked: Checked, report: Report) -> None:
        self.root = root
        self._checked, self._report = checked, report

    def of(self, diagnostic: Diagnostic) -> Belonging:
        """Return whom a diagnostic concerns."""
        place = diagnostic.place
        if place is None:
            return Belonging(None, None)
        path = self.path_of(place)
        if path[:1] == ("outline",):
            number = self._issue_paths.get(path[:_ISSUE_DEPTH])
            return Belonging(None, None if number is None else frozenset({number}))
        if path[:1] == (SUBMISSIONS,):
            submission = self._report.submissions[int(path[1])]
            return Belonging(submission.agency, self._issues_at(path), submission.department)
        if place.file.startswith(PurePath(self.root, SUBMISSIONS).as_posix() + "/"):
            codes = [*self._report.agency_names, *(sender.code for sender in self._report.senders)]
            agency, department = split_sender(agency_of_file(place.file, codes) or "")
            return Belonging(agency or None, None, department)
        return self._of_template(place)

    def place_of(self, issue: int) -> Place | None:
        """Return where an issue stands in the list."""
        path = next((path for path, number in self._issue_paths.items() if number == issue), None)
        return self._checked.loaded.places.find(path) if path else None

    def lead_of(self, issue: int) -> Literal:
        """Return the name of the agency that leads the reply to an issue, as messages print it."""
        found = self._report.outline.issue(issue)
        codes = found.agencies if found else ()
        return Literal(self._report.agency_names.get(codes[0], codes[0]) if codes else "an agency")

    def _of_template(self, place: Place) -> Belonging:
        """Return the issue of a reply's own template; every other file concerns the whole project."""
        name = PurePath(place.file)
        number = name.name.partition(".")[0]
        is_reply = name.parent.as_posix().endswith("templates/replies") and number.isdecimal()
        return Belonging(None, frozenset({int(number)}) if is_reply else None)

    def path_of(self, place: Place) -> Path:
        """Return the path of the value at a place, or before it in its line, row or block; `()` for none."""
        entries = self._by_file.get(place.file, [])
        index = bisect_right(entries, (place.order, ()), key=lambda entry: (entry[0].order, ()))
        if not index:
            return entries[0][1][:2] if entries else ()
        found, path = entries[index - 1]
        if place.sheet is not None and (found.sheet, found.order[2]) != (place.sheet, place.order[2]):
            return path[:2]
        return path

    @cached_property
    def _by_file(self) -> dict[str, list[tuple[Place, Path]]]:
        """All known places of a file in its order, each with the deepest path that stands there."""
        files: defaultdict[str, dict[Place, Path]] = defaultdict(dict)
        for path, place in self._checked.loaded.places:
            if len(path) > len(files[place.file].get(place, ())):
                files[place.file][place] = path
        return {
            file: sorted(((place, path) for place, path in known.items()), key=lambda entry: entry[0].order)
            for file, known in files.items()
        }

    @cached_property
    def _issue_paths(self) -> dict[Path, int]:
        """The numbers of the issues by their paths in the list."""
        return {path: issue.number for path, issue in self._report.outline.issues_by_path()}

    def _issues_at(self, path: Path) -> frozenset[int] | None:
        """Return the issues of a reply or an indicator of a submission; None for anything else in it."""
        submission = self._report.submissions[int(path[1])]
        match path[2:]:
            case ("replies", int(reply), *_):
                return frozenset({submission.replies[reply].issue})
            case ("indicators", str(key), *_):
                return self.issues_of(key)
            case _:
                return None

    def issues_of(self, key: str) -> frozenset[int]:
        """Return the issues whose reply an indicator is part of: its own, and those whose texts refer to it."""
        merged = self._checked.merged
        own = merged.indicators[key].issue if merged and key in merged.indicators else None
        referring = (number for number, keys in self._checked.referred.items() if key in keys)
        return frozenset(number for number in (own, *referring) if number is not None)

    def answering(self, issue: int) -> frozenset[str]:
        """Return the agencies that answer an issue: those that the list names, also for figures, and all that sent."""
        return self._answering.get(issue, frozenset())

    @cached_property
    def _answering(self) -> dict[int, frozenset[str]]:
        found = {
            issue.number: {*issue.agencies, *(asked.agency for asked in issue.asks.indicators if asked.agency)}
            for issue in self._report.outline.issues
        }
        for submission in self._report.submissions:
            for reply in submission.replies:
                found.setdefault(reply.issue, set()).add(submission.agency)
            for key in submission.indicators:
                for number in self.issues_of(key):
                    found.setdefault(number, set()).add(submission.agency)
        return {number: frozenset(agencies) for number, agencies in found.items()}


def agency_of_file(name: str, codes: Iterable[str]) -> str | None:
    """Return the agency or department whose code a file's name begins with; of several, the longest."""
    stem = PurePath(name).stem.casefold()
    fitting = [code for code in codes if stem.startswith(code) and stem[len(code) : len(code) + 1] in _ENDS_OF_CODES]
    return max(fitting, key=len, default=None)


def touching(registry: Registry, diagnostics: Iterable[Diagnostic], issue: int) -> Iterator[Diagnostic]:
    """Yield the diagnostics that touch the reply to an issue.

    What concerns the whole of an agency's file touches only the issues that the agency answers.

    Args:
        registry: of the project.
        diagnostics: of the project, in any order.
        issue: its number.
    """
    answering = registry.answering(issue)
    for diagnostic in diagnostics:
        belonging = registry.of(diagnostic)
        if belonging.touches(issue) and (belonging.issues or belonging.agency in {None, *answering}):
            yield diagnostic
