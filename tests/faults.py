"""Commands that are killed, or hindered by the system, at each of their file operations.

Run as a program, `python tests/faults.py COMMAND…`, it prints what went wrong, a line each. It forks for every
operation, so it is a process of its own, without the threads of the test runner.
"""

import contextlib
import errno
import gc
import hashlib
import io
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Self

from project import AGENCIES, ISSUES, JUSTICE, REPORT, make_project
from xlsx import Cell, book

from reportgen.cli.main import cli

KILLED = 99
"""The exit code of a command that was killed."""
_RENAMES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.truncate", "os.link", "os.chmod"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True)
class Scenario:
    """A command in a folder."""

    prepare: Callable[[Path], None]
    command: tuple[str, ...]
    project: str = "project"
    """The folder that is checked afterwards."""


@dataclass
class Injector:
    """Counts the file operations below a folder, and ends the process or raises an error at one of them."""

    root: str
    at: int | None
    code: int | None
    """The error to raise; None: the process is killed."""
    count: int = 0
    is_on: bool = False

    def operation(self, path: object, before_death: Callable[[], None] | None = None) -> None:
        """Count an operation on a path."""
        if not self.is_on or not str(path).startswith(self.root):
            return
        self.count += 1
        if self.count != self.at:
            return
        if self.code is not None:
            raise OSError(self.code, os.strerror(self.code), str(path))
        if before_death:
            before_death()
        os._exit(KILLED)

    def event(self, name: str, arguments: tuple[Any, ...]) -> None:
        """Take an event of the interpreter; see `sys.addaudithook`."""
        if name == "open":
            path, mode, flags = arguments
            if not isinstance(path, int) and (set(mode or "") & set("wax+") or (mode is None and flags & _WRITES)):
                self.operation(_absolute(path))
        elif name in _RENAMES:
            self.operation(_absolute(arguments[0]))

    def install(self) -> None:
        """Watch everything that this process does from now on."""
        os.chdir(self.root)
        sys.addaudithook(self.event)
        fdopen = os.fdopen

        def counted_fsync(fd: Any) -> None:  # noqa: ANN401 - as os.fsync
            del fd  # counted, and passed over: the death of a process loses nothing that was written
            self.operation(self.root)

        def counted_fdopen(descriptor: int, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as os.fdopen
            return _CountedFile(self, fdopen(descriptor, *arguments, **options))

        os.fsync = counted_fsync
        os.fdopen = counted_fdopen  # type: ignore[assignment] # it has overloads
        self.is_on = True


def _absolute(path: Any) -> str:  # noqa: ANN401 - as the interpreter gives it
    """A path as the system sees it; a descriptor is one of a file of ours."""
    return str(Path.cwd() if isinstance(path, int) else Path.cwd() / os.fsdecode(path))


@dataclass
class _CountedFile:
    """A file whose writing is an operation; where it is killed, half is written."""

    injector: Injector
    file: BinaryIO
    closed: bool = field(default=False, init=False)

    def write(self, data: bytes) -> int:
        """Write, half of it where the process is killed."""

        def half() -> None:
            self.file.write(data[: len(data) // 2])
            self.file.flush()

        self.injector.operation(self.injector.root, half)
        return self.file.write(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.file.close()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a file has
        return getattr(self.file, name)


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    output: str
    operations: int = 0


def run(folder: Path, *commands: tuple[str, ...], at: int | None = None, error: int | None = None) -> list[Ended]:
    """Run commands in a folder, in a process of their own.

    Args:
        folder: where; the paths of the commands are relative to it.
        commands: what is typed after `reportgen`.
        at: the number of the file operation that is hindered; None: none is.
        error: with which error; None: the process is killed.
    """
    with tempfile.NamedTemporaryFile() as report:
        child = os.fork()
        if child == 0:
            injector = Injector(str(folder), at, error)
            injector.install()
            ended = []
            for command in commands:
                code, output = _call(command)
                ended.append((code, output, injector.count))
            injector.is_on = False
            Path(report.name).write_text(json.dumps(ended), encoding="utf-8")
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code:
            return [Ended(code, "")]
        return [Ended(*one) for one in json.loads(Path(report.name).read_text(encoding="utf-8"))]


def _call(command: tuple[str, ...]) -> tuple[int, str]:
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            cli.main(args=list(command), prog_name="reportgen")
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else 1, output.getvalue()
        except OSError as error:  # as `cli.main` does
            return 2, f"{output.getvalue()}{error.filename}: {error.strerror}"
        except BaseException as error:  # noqa: BLE001 - told as what it is
            return 70, f"{output.getvalue()}{type(error).__name__}: {error}"
    return 0, output.getvalue()


def contents(folder: Path) -> dict[str, str]:
    """The digests of all files but those of the lock and passing ones, by their paths."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".reportgen" not in path.parts and not path.name.endswith(".part") and not _passing(path)
    }


def _everything(folder: Path) -> str:
    """What lies in a folder, passing files and the journal among it, as text; passing names differ at each run."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "holder"]
    lines = [
        f"{path.relative_to(folder)} {data.decode(errors='replace') if path.suffix == '.json' else hash(data)}"
        for path, data in ((path, path.read_bytes()) for path in files)
    ]
    return re.sub(r"\.[0-9a-f]{8}\.part", ".part", "\n".join(lines))


def _passing(path: Path) -> bool:
    return any(part.startswith(".") and part.endswith(".part") for part in path.parts)


def _leftovers(folder: Path) -> list[str]:
    """What is left of work that was interrupted."""
    return [str(path) for path in folder.rglob("*") if path.name.endswith((".part", "journal.json", "undo.json"))]


class Trial:
    """One scenario, hindered at each of its operations."""

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        """Run the scenario undisturbed, to know what is right."""
        self.scenario = scenario
        self.folder = folder
        self._seen: set[str] = set()
        self.check = ("check", scenario.project, "--format", "json")
        self._warm_up()
        start = self._fresh()
        self.before = contents(start)
        (self.checked_before,) = run(start, self.check)
        (self.undisturbed,) = run(start, scenario.command)
        self.after = contents(start)
        (self.checked_after,) = run(start, self.check)

    def _warm_up(self) -> None:
        """Run the commands here once, so that what they import is there in every fork."""
        os.chdir(self._fresh())
        _call(self.check)
        _call(self.scenario.command)
        _call(self.check)
        os.chdir(self.folder)

    def _fresh(self) -> Path:
        start, work = self.folder / "start", self.folder / "work"
        if not start.exists():
            start.mkdir()
            self.scenario.prepare(start)
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(start, work)
        return work

    def kills(self) -> Iterator[str]:
        """Kill the command at each operation; yield what is wrong afterwards."""
        for number in range(1, self.undisturbed.operations + 1):
            work = self._fresh()
            (killed,) = run(work, self.scenario.command, at=number)
            if killed.code != KILLED:
                yield f"{number}: not killed, but {killed.code}: {killed.output}"
            yield from (f"killed at {number}: {wrong}" for wrong in self._wrong(work))

    def errors(self, *codes: int) -> Iterator[str]:
        """Let the system refuse each operation; yield what is wrong afterwards."""
        for number in range(1, self.undisturbed.operations + 1):
            code = codes[number % len(codes)]
            work = self._fresh()
            (ended,) = run(work, self.scenario.command, at=number, error=code)
            right = self.before if "[RG602]" in ended.output or ended.code == 2 else self.after
            name = f"{errno.errorcode[code]} at {number}"
            if ended.code not in {self.undisturbed.code, 2}:
                yield f"{name}: code {ended.code}: {ended.output}"
            if contents(work) != right:
                yield f"{name}: code {ended.code}, but {_difference(right, contents(work))}"
            yield from (f"{name}: {wrong}" for wrong in self._wrong(work))

    def _wrong(self, work: Path) -> Iterator[str]:
        """What is wrong with a project in which a command was interrupted, and after it is run again.

        What lies there is looked at once: most operations, such as forcing a file to the disk, change nothing of it.
        """
        key = _everything(work)
        if key in self._seen:
            return
        self._seen.add(key)
        found = contents(work)
        for name, digest in found.items():
            if digest not in {self.before.get(name), self.after.get(name)}:
                yield f"{name} is neither the old nor the new one"
        checked, _ = run(work, self.check, self.scenario.command)
        if (checked.code, checked.output) not in {
            (one.code, one.output) for one in (self.checked_before, self.checked_after)
        }:
            yield f"check says {checked.code}: {checked.output}"
        lost = set(self.before.values()) & set(self.after.values()) - set(contents(work).values())
        if lost:
            yield f"lost {lost}"
        if contents(work) != self.after:
            yield f"run again, it gives {_difference(self.after, contents(work))}"
        if left := _leftovers(work):
            yield f"left over: {left}"


def _difference(right: Mapping[str, str], found: Mapping[str, str]) -> str:
    names = sorted(name for name in right.keys() | found.keys() if right.get(name) != found.get(name))
    return f"another {', '.join(names)} (right: {sorted(right)}, found: {sorted(found)})"


# ---- the commands ---------------------------------------------------------------------------------------------------

_WITH_ANSWER = f"""\
{JUSTICE}answers:
  - {{code: RG320, indicator: victims, period: "2023", value: 348, reason: The fund closed.}}
"""


def make_workbook(value: Cell, text: str = "Victims were paid.") -> bytes:
    """Return a workbook of the ministry of justice with a value for 2023."""
    heads = ("Key", "Label", "Unit", "Issue", 2021, 2022, 2023)
    row = ("victims", "victims who received compensation", "person / persons", 1, 944, 1058, value)
    replies = (("Issue", "Text"), (1, text))
    return book({"About": (("Agency", "justice"),), "Replies": replies, "Indicators": (heads, row)})


def _project(folder: Path) -> None:
    """A project in which the ministry has sent YAML; a new workbook of it lies beside."""
    make_project(folder / "project", submissions__justice_yaml=_WITH_ANSWER)
    (folder / "new.xlsx").write_bytes(make_workbook(348))
    (folder / "bad.xlsx").write_bytes(make_workbook("about 300"))


def _with_versions(folder: Path) -> None:
    """A project with a workbook in force and a refused one that waits."""
    _project(folder)
    run(folder, ("receive", "project", "new.xlsx"), ("receive", "project", "bad.xlsx"))
    (folder / "new.xlsx").write_bytes(make_workbook(350))
    (folder / "bad.xlsx").write_bytes(make_workbook("about 350"))


def _built(folder: Path) -> None:
    """A project that was built, and changed since."""
    _project(folder)
    run(folder, ("build", "project", "--to", "html"), ("feedback", "project"), ("workbooks", "project"))
    run(folder, ("receive", "project", "new.xlsx"))
    (folder / "project/agencies.yaml").write_text(AGENCIES.replace("of the Int", "for Int"), encoding="utf-8")


def _to_correct(folder: Path) -> None:
    """A project with slips of style in two files."""
    text = JUSTICE.replace("In 2023, compensation", "Compensation of 15 % was due. In 2023, compensation")
    issues = ISSUES.replace("Violence against women", "Violence in 12 % of cases")
    make_project(folder / "project", submissions__justice_yaml=text, issues_yaml=issues)


def _nothing(folder: Path) -> None:
    """An empty place, with a list of issues to import."""
    shutil.copy(Path(__file__).parents[1] / "examples/published/list-of-issues.txt", folder / "list.txt")


def _other_things(folder: Path) -> None:
    """A folder that holds something, but no project."""
    (folder / "project").mkdir()
    (folder / "project/notes.txt").write_text("notes", encoding="utf-8")


def _without_issues(folder: Path) -> None:
    """A project that waits for its list of issues."""
    _nothing(folder)
    make_project(folder / "project")
    (folder / "project/issues.yaml").unlink()
    (folder / "project/report.yaml").write_text(REPORT, encoding="utf-8")


_INIT = ("--treaty", "ccpr", "--state", "KAZ", "--cycle", "4", "--years", "2024-2027")
SCENARIOS = {
    "receive": Scenario(_project, ("receive", "project", "new.xlsx")),
    "receive-replace": Scenario(_project, ("receive", "--replace", "project", "new.xlsx")),
    "receive-again": Scenario(_with_versions, ("receive", "project", "new.xlsx")),
    "receive-refused": Scenario(_with_versions, ("receive", "project", "bad.xlsx")),
    "build": Scenario(_built, ("build", "project", "--to", "html")),
    "build-elsewhere": Scenario(_built, ("build", "project", "--to", "html", "--out", "elsewhere")),
    "clear": Scenario(_project, ("clear", "project", "--issue", "1", "--by", "A. Person", "--date", "2024-02-01")),
    "feedback": Scenario(_built, ("feedback", "project")),
    "workbooks": Scenario(_built, ("workbooks", "project")),
    "status": Scenario(_built, ("status", "project", "--format", "html", "--date", "2024-02-01")),
    "rollover": Scenario(_project, ("rollover", "project", "next", "--years", "2024-2026"), "next"),
    "correct": Scenario(_project, ("correct", "project", "--symbol", "CCPR/C/ARC/9")),
    "upgrade": Scenario(_built, ("upgrade", "project")),
    "style": Scenario(_to_correct, ("style", "project", "--fix")),
    "import": Scenario(_nothing, ("import", "--list-of-issues", "list.txt", "project"), "project"),
    "import-list": Scenario(_without_issues, ("import", "--list-of-issues", "list.txt", "project")),
    "init": Scenario(_nothing, ("init", "project", *_INIT)),
    "init-beside": Scenario(_other_things, ("init", "project", *_INIT)),
}


def main(names: list[str]) -> int:
    """Try scenarios; print what is wrong."""
    wrong = 0
    for name in names or SCENARIOS:
        with tempfile.TemporaryDirectory(prefix="reportgen-") as folder:
            trial = Trial(SCENARIOS[name], Path(folder).resolve())
            gc.freeze()
            for line in (*trial.kills(), *trial.errors(errno.ENOSPC, errno.EACCES)):
                print(f"{name}: {line}")  # noqa: T201 - it is what this program is for
                wrong += 1
            print(f"{name}: {trial.undisturbed.operations} operations", file=sys.stderr)  # noqa: T201 - as above
            if trial.undisturbed.operations < 5 or trial.before == trial.after:
                print(f"{name}: nothing was tried: {trial.undisturbed}")  # noqa: T201 - as above
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
