"""Several projects on a cluster of Dask: the bytes of each alone, and no death or error stops others.

One cluster of two workers serves all tests; it listens on this computer alone.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner
from distributed import KilledWorker
from project import JUSTICE, make_project

from reportgen.cli import cluster
from reportgen.cli.main import cli
from reportgen.cli.workers import Ended, Lost
from reportgen.files.output import hold

build = import_module("reportgen.cli.commands.build")
PATIENCE = 120
"""Seconds; a busy computer starts Dask slowly."""
WRONG = JUSTICE.replace("victims |", "victms |")


def until(found: Callable[[], object]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < end
        time.sleep(0.05)


def dask(folder: Path, name: str, *words: str) -> subprocess.Popen[bytes]:
    """Start a program of Dask, whose log has a name."""
    with (folder / f"{name}.log").open("wb") as log:
        command = [sys.executable, "-m", "dask", *words, "--no-dashboard"]
        return subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)


def is_registered(log: Path) -> bool:
    """Whether the scheduler knows a worker."""
    return "Registered to" in log.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def workers() -> list[subprocess.Popen[bytes]]:
    """The processes of the two workers; nobody starts one again that was killed."""
    return []


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory, workers: list[subprocess.Popen[bytes]]) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    folder = tmp_path_factory.mktemp("cluster")
    file = folder / "scheduler.json"
    leader = dask(folder, "leader", "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))
    until(lambda: file.exists() and file.read_text(encoding="utf-8"))
    address: str = json.loads(file.read_text(encoding="utf-8"))["address"]
    options = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder), "--host", "127.0.0.1")
    workers += [dask(folder, name, "worker", address, *options, "--name", name) for name in ("first", "second")]
    for name in ("first", "second"):
        until(partial(is_registered, folder / f"{name}.log"))
    yield address
    for program in (leader, *workers):
        program.kill()
        program.wait()


def outputs(project: Path) -> dict[str, bytes]:
    """What stands in the folder of outputs."""
    return {path.name: path.read_bytes() for path in (project / "build").glob("*")}


def test_a_killed_worker_and_a_failing_project_harm_no_other(
    scheduler: str, workers: list[subprocess.Popen[bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both workers wait for another command when one of them is killed; the other one makes all reports that can be.

    The caller is told at once what the builds wait for, and then of each project; the bytes are those of each alone.
    """
    texts = [JUSTICE.replace("348", str(348 + number)) for number in range(4)]
    alone, projects = (
        [make_project(tmp_path / name / str(at), submissions__justice_yaml=text) for at, text in enumerate(texts)]
        for name in ("alone", "cluster")
    )
    projects.append(make_project(tmp_path / "wrong", submissions__justice_yaml=WRONG))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # of the caller alone: the workers were started before
    for project in alone:
        assert 0 == CliRunner().invoke(cli, ["build", str(project), "--to", "docx,json"]).exit_code

    options = ("--to", "docx,json", "--format", "json", "--scheduler", scheduler)
    command = [sys.executable, "-m", "reportgen", "build", *map(str, projects), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as call:
        assert call.stderr is not None
        with hold(projects[0], "receive"), hold(projects[1], "receive"):
            waits = [line for _, line in zip(range(2), call.stderr, strict=False)]
            workers[0].kill()
        output, said = call.communicate()

    lines = {line["project"]: line for line in map(json.loads, output.splitlines())}
    assert ["… waiting for reportgen receive"] * 2 == [line.partition(" (")[0] for line in waits]
    assert [0, 0, 0, 0, 1] == [lines[project.as_posix()]["code"] for project in projects]
    assert 1 == call.returncode
    assert "RG401" in {one["code"] for one in lines[projects[4].as_posix()]["diagnostics"]}
    assert [outputs(project) for project in alone] == [outputs(project) for project in projects[:4]]
    assert "5 of 5: " in said


def test_a_project_is_named_as_it_was_typed(scheduler: str, tmp_path: Path) -> None:
    """From the folder of the call, not from that of the worker; one project alone is built there as well."""
    make_project(tmp_path / "state")
    command = [sys.executable, "-m", "reportgen", "build", "state", "--to", "html", "--scheduler", scheduler]
    call = subprocess.run(command, capture_output=True, cwd=tmp_path, encoding="utf-8", check=False)

    assert 0 == call.returncode
    assert "state:\n" in call.stdout
    assert "state/build/CCPR-C-ARC-2.html" in call.stdout
    assert (tmp_path / "state" / "build" / "CCPR-C-ARC-2.html").is_file()


def test_a_worker_with_another_program_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """It could write other bytes; with the same program it runs the command in the folder of the call."""
    ours = cluster._program()  # noqa: SLF001 - what the caller sends
    monkeypatch.setattr(cluster, "run_command", lambda arguments, _: Ended(0, f"{arguments} in {Path.cwd()}", ""))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")  # put back after the test

    with pytest.raises(Exception, match="other versions of reportgen, Python or packages"):
        cluster.run_on_worker(["check"], "/", f"{ours}0", {})
    assert "['check'] in /" == cluster.run_on_worker(["check"], "/", ours, {}).output
    assert "SOURCE_DATE_EPOCH" not in os.environ


class _Future:
    """A task that ended."""

    def __init__(self, end: Ended | Exception) -> None:
        self.end = end

    def exception(self) -> Exception | None:
        return self.end if isinstance(self.end, Exception) else None

    def result(self) -> Ended:
        assert isinstance(self.end, Ended)
        return self.end


@pytest.mark.parametrize(
    ("end", "known"),
    [
        (Ended(1, "", ""), Ended(1, "", "")),
        (KilledWorker("build", None, 3), Lost("RG790")),
        (FileNotFoundError(2, "No such file or directory", "/states"), Lost("RG791", "No such file or directory")),
        (ModuleNotFoundError("No module named 'reportgen'"), Lost("RG791", "No module named 'reportgen'")),
        (ZeroDivisionError(), Lost("RG791", "ZeroDivisionError")),
    ],
)
def test_the_end_of_a_task_is_told(end: Ended | Exception, known: Ended | Lost) -> None:
    """A project that kills each worker, a folder that a worker does not reach, and a worker without our program."""
    assert known == cluster._end_of(_Future(end))  # noqa: SLF001 - with a stand-in


class _Client:
    """A cluster whose scheduler goes away after the first task."""

    def __init__(self) -> None:
        self.asked = 0

    def nthreads(self) -> dict[str, int]:
        return {"worker": 2}

    def submit(self, *_: object, **__: object) -> _Future:
        self.asked += 1
        return _Future(Ended(0, "", ""))


def test_what_is_left_when_the_scheduler_goes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ended before is told as it ended; no more is handed over than there are threads."""
    client, turns = _Client(), iter([1, 0])
    monkeypatch.setattr(cluster, "_ended", lambda _, running: running[: next(turns)])
    ends = dict(cluster._run(client, [["build"]] * 5))  # noqa: SLF001 - with a stand-in

    assert Ended(0, "", "") == ends.pop(0)
    assert {1, 2, 3, 4} == set(ends)
    assert {"RG791"} == {end.code for end in ends.values()}
    assert 3 == client.asked


def test_a_worker_goes_on_while_its_last_end_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next command is handed over before what ended is told."""
    client = _Client()
    monkeypatch.setattr(cluster, "_ended", lambda _, running: running[:1])

    assert [3, 4, 5, 5, 5] == [client.asked for _ in cluster._run(client, [["build"]] * 5)]  # noqa: SLF001 - with a stand-in


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--scheduler", "tcp://127.0.0.1:1"), "no scheduler answers at tcp://127.0.0.1:1"),
        (("--scheduler", "127.0.0.1:8786"), "is no address of a scheduler"),
        (("--scheduler", "tcp://127.0.0.1:1", "--jobs", "2"), "--jobs is for this computer"),
        (("--scheduler", "tcp://127.0.0.1:1", "--out", "x"), "--out is for one project"),
        (("--scheduler", "tcp://127.0.0.1:1", "--watch"), "--watch is for one project"),
    ],
)
def test_a_wrong_call_builds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], words: str
) -> None:
    """It ends with 2, in a line, not in a traceback."""
    monkeypatch.setattr(cluster, "_CONNECT", 0.5)
    project = make_project(tmp_path)
    result = CliRunner().invoke(cli, ["build", str(project), *options])

    assert 2 == result.exit_code
    assert words in result.output
    assert not (project / "build").exists()


def test_the_extra_is_named_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that installs it is said."""
    monkeypatch.setattr(build, "find_spec", lambda _: None)
    result = CliRunner().invoke(cli, ["build", str(make_project(tmp_path)), "--scheduler", "tcp://127.0.0.1:1"])

    assert 2 == result.exit_code
    assert "pip install 'reportgen[cluster]'" in result.output
