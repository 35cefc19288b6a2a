"""`--watch`: what is made of a project is made again whenever something in it changes, and what is new is printed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from itertools import chain
from pathlib import Path, PurePath
from time import perf_counter

import click
from msgspec.structs import replace

from reportgen.cli.building import Made
from reportgen.cli.echo import is_unread
from reportgen.cli.printing import Printer
from reportgen.diagnostics import Diagnostic, shown
from reportgen.diagnostics.diagnostic import count_of
from reportgen.diagnostics.render import as_json, shown_path, summary
from reportgen.files.reading import real_path
from reportgen.files.snapshot import PASSED_OVER, Snapshot, take_snapshot
from reportgen.remembering import remember

_PAUSE, _LONGEST_PAUSE = 20, 200
"""Milliseconds of quiet after which a change counts as whole, and how long such quiet is waited for."""
_BEGUN = 500
"""Milliseconds after which files are looked at once, for what changed before the system was asked."""
_QUIET = False
"""What the source of changes yields while nothing changes."""
_NAMED = 3
"""Files that are named as changed; more are counted."""


Make = Callable[[Printer], Made]
"""Makes something of a project; as facts, `symbol` is None where its figures were not looked at."""


def watch_project(project: Path, make: Make, printer: Printer, changes: Iterable[object] | None = None) -> None:
    """Make something of a project, and again whenever its files hold something else, until the call is interrupted.

    Where there is no such folder, it is made once, and the command ends.

    Args:
        project: its folder.
        make: makes it.
        printer: prints the first time as without --watch, and then what is found newly.
        changes: gives something whenever a file may have changed; None: the system is asked.

    Raises:
        click.UsageError: nothing that asks the system is installed.
    """
    if changes is None and find_spec("watchfiles") is None:
        raise click.UsageError("--watch needs the package watchfiles: pip install 'reportgen[watch]'")
    if not project.is_dir():
        printer.finish(*make(printer))
        return
    remember()
    watch = _Watch(project, make, printer)
    with suppress(KeyboardInterrupt):
        for change in chain([None], changes or _changes(project)):
            if change is not _QUIET or watch.is_owed:
                watch.look()
            if is_unread():
                return


def _changes(project: Path) -> Iterator[object]:
    """Yield every half second whether something in a project changed."""
    from watchfiles import watch

    def is_of_the_project(_: object, path: str) -> bool:
        return not {*PurePath(path).relative_to(root).parts[:1]} & {*PASSED_OVER}

    root = real_path(project)
    has_begun = False
    for changed in watch(
        root,
        watch_filter=is_of_the_project,
        step=_PAUSE,
        debounce=_LONGEST_PAUSE,
        rust_timeout=_BEGUN,
        yield_on_timeout=True,
    ):
        yield changed or has_begun is _QUIET
        has_begun = True


class _Watch:
    """What was made last, and what was found then."""

    def __init__(self, project: Path, make: Make, printer: Printer) -> None:
        self._project = project
        self._make = make
        self._printer = printer
        self._snapshot: Snapshot | None = None
        self._found: Sequence[Diagnostic] | None = None
        self.is_owed = False
        """Whether another command was at work, so that what changed has not been built."""

    def look(self) -> None:
        """Build until the files are the same as those that were built."""
        while True:
            snapshot, before = take_snapshot(self._project), self._snapshot
            if snapshot and before and snapshot.files == before.files:
                return
            if snapshot and before:
                self._printer.tell(_changed(before.files, snapshot.files))
            self._snapshot = snapshot
            self._build()
            if self.is_owed:
                self._snapshot = before
            if snapshot is None or self.is_owed:  # what cannot be told apart is built once a change
                return

    def _build(self) -> None:
        is_first = self._found is None
        started = perf_counter()
        printer = self._printer if is_first else replace(self._printer, verbosity="quiet")
        try:
            diagnostics, facts, lines = self._make(printer)
        except SystemExit:  # another command was at work for too long, and that was printed
            self.is_owed = True
            return
        self.is_owed = False
        is_read = facts["symbol"] is not None  # else the figures were not looked at, and nothing of them is solved
        gone = _without(self._found or (), diagnostics)
        if self._printer.shape == "json":
            self._printer.dump({**facts, "diagnostics": as_json(diagnostics)}, indent=None)
        else:
            self._printer.show(_without(diagnostics, self._found or ()))
            what = "built" if facts["files"] else "nothing was written"
            end = f"{perf_counter() - started:.2f} s, {what}: {summary(diagnostics)}"
            solved = map(_solved, gone if is_read else ())
            self._printer.say(*(lines if is_first else [*solved, end]))
        self._found = diagnostics if is_read else [*diagnostics, *gone]


def _without(found: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return what was found and is not among others; that a line moved makes no difference."""
    left, new = Counter(map(_same, others)), []
    for diagnostic in found:
        left[_same(diagnostic)] -= 1
        new += [diagnostic] if left[_same(diagnostic)] < 0 else []
    return new


def _same(diagnostic: Diagnostic) -> tuple[object, ...]:
    return (
        diagnostic.code,
        diagnostic.severity,
        diagnostic.message,
        diagnostic.notes,
        diagnostic.place and (diagnostic.place.file, diagnostic.place.sheet),
    )


def _solved(diagnostic: Diagnostic) -> str:
    place = f"{shown_path(str(diagnostic.place))}: " if diagnostic.place else ""
    return f"{place}solved[{diagnostic.code}] {diagnostic.message}"


def _changed(before: dict[str, str], now: dict[str, str]) -> str:
    """Return a line that names the files that changed, came or went."""
    names = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
    more = f" and {count_of(len(names) - _NAMED, 'more file')}" if len(names) > _NAMED else ""
    return f"changed: {', '.join(map(shown, names[:_NAMED]))}{more}"
