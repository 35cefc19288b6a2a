"""Several projects in one call: the same bytes as one by one, and none suffers from another."""

import gc
import json
import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest
from commands import run
from project import JUSTICE, make_project

from reportgen.cli import workers
from reportgen.cli.workers import Ended, Lost, run_all, run_command
from reportgen.files.output import hold

WRONG = JUSTICE.replace("victims |", "victms |")


@pytest.fixture
def states(tmp_path: Path) -> list[Path]:
    """Three projects, of which the second has an error; no two are alike."""
    texts = (JUSTICE, WRONG, JUSTICE.replace("348", "349"))
    return [
        make_project(tmp_path / name, submissions__justice_yaml=text) for name, text in zip("abc", texts, strict=True)
    ]


def outputs(project: Path) -> dict[str, bytes]:
    """What stands in the folder of outputs."""
    return {path.name: path.read_bytes() for path in (project / "build").glob("*")}


def test_the_bytes_are_those_of_each_alone(states: list[Path]) -> None:
    """Whatever a process built before leaves no trace, and a project with errors writes nothing and stops no other."""
    alone = []
    for project in states:
        run("build", project, "--to", "docx,html,json")
        alone.append(outputs(project))
        for file in (project / "build").glob("*"):
            file.unlink()

    result = run("build", *states, *states, "--to", "docx,html,json", "--jobs", "1")

    assert 1 == result.exit_code
    assert alone == [outputs(project) for project in states]
    assert [4, 0, 4] == [len(files) for files in alone]
    assert alone[0] != alone[2]


@pytest.mark.parametrize("shape", ["text", "json"])
def test_a_bug_in_the_middle_of_an_output_is_told(
    states: list[Path], monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    """What was printed before it and the bug itself; the other projects are told as ever."""
    ends = [Ended(1, "part of the out", "… reading a\nTraceback: boom"), Ended(0, "{}", "… reading b")]
    monkeypatch.setattr(workers, "run_all", lambda _commands, **_: iter(enumerate(ends)))
    output = run("build", *states[:2], "--format", shape).stdout

    assert "part of the out" in output
    assert "Traceback: boom" in output
    assert "… reading" not in output
    if shape == "json":
        first, second = map(json.loads, output.splitlines())
        assert ("Traceback: boom", 1, 0) == (first["said"], first["code"], second["code"])


def test_text_names_each_project_and_sums_up(states: list[Path]) -> None:
    """What a build prints stands below the name of its project; the end says what was not made, and why."""
    result = run("build", *states, states[0] / ".." / "nowhere", "--to", "html", "--jobs", "2")

    assert 2 == result.exit_code
    assert "error[RG401]" in result.output
    assert "4 of 4: " in result.stderr
    end = result.stdout.rpartition("\n\n")[2].splitlines()
    assert "2 projects made, 2 not made" == end[0]
    assert [f"  {states[1].as_posix()}: not made, it has errors"] == end[1:2]
    assert end[2].endswith("nowhere: not made, the system or the call stood in the way")


def test_json_is_a_line_a_project(states: list[Path]) -> None:
    """Each with its exit code, and with what a build of it alone says; the summary is not among them."""
    result = run("build", *states, "--to", "html", "--format", "json", "--jobs", "2")
    lines = {line["project"]: line for line in map(json.loads, result.stdout.splitlines())}

    assert 3 == len(lines)
    assert [0, 1, 0] == [lines[project.as_posix()]["code"] for project in states]
    for project in states:
        alone = json.loads(run("build", project, "--to", "html", "--format", "json").stdout)
        assert alone == {
            name: value for name, value in lines[project.as_posix()].items() if name not in {"project", "code"}
        }


def test_options_reach_every_build(states: list[Path]) -> None:
    """--strict refuses the warning that an issue is awaiting, --quiet leaves errors alone."""
    result = run("build", states[0], states[2], "--to", "html", "--strict", "--quiet")

    assert 1 == result.exit_code
    assert 2 == result.stdout.count("error[RG306]")
    assert "" == result.stderr


@pytest.mark.parametrize(
    "wrong", [("--out", "x"), ("--redline-against", "x.docx"), ("--jobs", "0"), ("--jobs", "many")]
)
def test_what_fits_one_project_alone_is_refused(states: list[Path], wrong: tuple[str, str]) -> None:
    """Outputs of several would lie in one folder; nothing is built."""
    result = run("build", *states, *wrong)

    assert 2 == result.exit_code
    assert wrong[0] in result.output
    assert not any((project / "build").exists() for project in states)


def test_a_project_named_twice_is_one(states: list[Path]) -> None:
    """However it is written; then it is a build of one project, which may have a folder for its outputs."""
    result = run("build", states[0], states[0] / ".." / "a", "--to", "html", "--out", states[0] / "out")

    assert 0 == result.exit_code
    assert (states[0] / "out" / "manifest.json").exists()


def test_a_process_that_dies_fails_its_own_command_alone() -> None:
    """The others are run by another process."""

    def kill() -> None:
        while not (children := multiprocessing.active_children()):
            time.sleep(0.001)
        os.kill(children[0].pid or 0, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    ended = dict(run_all([["--version"], ["--version"], ["--version"]], 1))
    killer.join()

    assert Lost() == ended[0]
    assert [0, 0] == [one.code for one in (ended[1], ended[2])]
    assert [] == multiprocessing.active_children()


@pytest.mark.parametrize("shape", ["text", "json", "github"])
def test_a_death_is_said_like_any_error(monkeypatch: pytest.MonkeyPatch, states: list[Path], shape: str) -> None:
    """The project is named, with what to do; the exit code says that the system stood in the way."""
    monkeypatch.setattr(
        workers, "run_all", lambda commands, **_: enumerate([Lost(), *(Ended(0, "{}", "") for _ in commands[1:])])
    )

    result = run("build", *states, "--format", shape)

    assert 2 == result.exit_code
    assert states[0].as_posix() in result.stdout
    assert "RG790" in result.stdout


def test_it_is_told_at_once_what_a_build_waits_for(states: list[Path], capfd: pytest.CaptureFixture[str]) -> None:
    """Another command is at work in one of the projects; the line comes once, though steps of builds stay unsaid."""
    told = ""
    builds = threading.Thread(target=run, args=("build", states[0], states[2], "--to", "html", "--jobs", "2"))
    with hold(states[0], "receive"):
        builds.start()
        while builds.is_alive() and "waiting for" not in told:
            time.sleep(0.05)
            told += capfd.readouterr().err
    builds.join()
    told += capfd.readouterr().err

    assert 1 == told.count(f"… waiting for reportgen receive (process {os.getpid()}")
    assert "reading" not in told
    assert all((project / "build").is_dir() for project in (states[0], states[2]))


def test_a_bug_of_ours_ends_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its traceback is what the command said; the process goes on."""

    def fail() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(workers, "main", fail)
    ended = run_command(["build", "x"])

    assert 1 == ended.code
    assert "ZeroDivisionError" in ended.said


def test_what_the_first_command_loaded_is_not_looked_at_again() -> None:
    """The collector looks at what a command made, and frees it; modules stay out of its sight."""
    run_command(["--version"])
    kept = gc.get_freeze_count()
    run_command(["--version"])

    assert kept
    assert kept == gc.get_freeze_count()


@pytest.mark.parametrize(("commands", "processes"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_a_process_is_used_again_and_replaced(monkeypatch: pytest.MonkeyPatch, commands: int, processes: int) -> None:
    """After as many commands as its memory can be trusted with, and not before."""
    made: list[ProcessPoolExecutor] = []

    class Counted(ProcessPoolExecutor):
        def __init__(self, count: int, context: BaseContext) -> None:
            super().__init__(count, context)
            made.append(self)

    monkeypatch.setattr(workers, "_USES", 2)
    monkeypatch.setattr(workers, "ProcessPoolExecutor", Counted)

    assert commands == len(list(run_all([["--version"]] * commands, 1)))
    assert processes == len(made)
