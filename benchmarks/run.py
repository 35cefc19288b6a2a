"""Measures reportgen against other tools, in one run on the same content, and writes `results.md`.

    python benchmarks/run.py [--rounds 3] [--sizes 1,4,16]

A limit that is missed is said plainly, and is no failure of the run; a command that fails is.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measure import Command, CommandFailedError, Rounds, Run, measure, run, say
from results import Work, render

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "build" / "benchmarks"
PYTHON = Path(sys.executable)
REPORTGEN = PYTHON.parent / "reportgen"
_ROUNDS_OF_START, _TURNS_OF_WRITERS = 15, 15
_REPORTS = 10_000
"""States times treaties times languages: 197, 9 and 6."""
_WORKBOOKS, _FEW_WORKBOOKS = 40, 10
_STAGES = {
    "starting": "are starting Python and loading what reads, checks, writes sentences and lays out",
    "reading": "reading the workbooks and the YAML files",
    "checking": "checking figures",
    "composing": "writing the text and checking what it says of numbers and time",
    "writing": "writing DOCX and manifest",
}
"""The stages of a build, as they are told."""
_PACKAGES = "import click, jinja2.sandbox, msgspec, pydantic, ruamel.yaml; pydantic.BaseModel"
"""What is loaded of other projects to read and check the smallest project."""
_OF_START = "the packages alone, before anything of reportgen is loaded, take the time that stands beside them."
_OF_VERIFY = (
    "it reads, checks and composes the project as a build does, reads two Word files, and audits the text before and "
    "after the edits; a figure is compared with what the data give now, not with what an earlier build gave."
)
_OF_KEPT_VERIFY = (
    "it hashes the project and the program, reads one Word file, compares it piece by piece, and audits its text, of "
    "which it judges by itself only what was edited; what it compares with was kept by a build of the same bytes."
)
_OF_WRITER = (
    "it also makes the stamp by which `pull` knows the build that comes back; what that takes stands beside it."
)
_BUILD_LIMITS = {1: 1.3}
"""The most that a build may take of pandoc's time at a size; at any other, as much as pandoc."""


def main() -> None:
    """Measure everything, print the results and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=3, help="how often each command runs [default: 3]")
    parser.add_argument("--sizes", default="1,4,16", help="how many times the usual report [default: 1,4,16]")
    parser.add_argument("--many", type=int, default=200, help="how many reports are built at once [default: 200]")
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start compiles, which no installation does
    try:
        text = measured(sorted({int(size) for size in options.sizes.split(",")}), options.rounds, options.many)
    except CommandFailedError as error:
        sys.exit(f"nothing was written, since a command failed: {error}")
    print(text)
    (HERE / "results.md").write_text(text, encoding="utf-8")
    say(f"written to {HERE / 'results.md'}")


def measured(sizes: list[int], rounds: int, reports: int) -> str:
    """Measure everything, and return the page of results."""
    for size in sizes:
        prepare(size)
    pandoc = run([PYTHON, "-c", "import pypandoc; print(pypandoc.get_pandoc_path(), pypandoc.get_pandoc_version())"])
    path, version = pandoc.output.rsplit(maxsplit=1)
    works = [
        *builds(sizes, path, rounds),
        review(rounds),
        *starts(),
        *(work for size in sizes for work in writers(size, rounds)),
        *edits(rounds),
        *many(reports),
        sentences(rounds),
        *workbooks(rounds),
    ]
    return render(works, version, rounds)


def prepare(size: int) -> None:
    """Make the content of one size, for reportgen and for the others."""
    say(f"making the content of size {size}")
    shutil.rmtree(WORK / str(size), ignore_errors=True)
    (WORK / str(size) / "out").mkdir(parents=True)
    run([PYTHON, HERE / "content.py", WORK / str(size) / "project", str(size)])
    run([PYTHON, HERE / "prepared.py", WORK / str(size) / "project", WORK / str(size) / "prepared"])


def builds(sizes: list[int], pandoc: str, rounds: int) -> Iterator[Work]:
    """Measure whole builds against other programs that only lay out the finished text; and how they grow."""
    before: tuple[int, Rounds] | None = None
    for size in sizes:
        say(f"builds at size {size}")
        root = WORK / str(size)
        prepared, out = root / "prepared", root / "out"
        commands: dict[str, Command] = {
            "reportgen": [REPORTGEN, "build", root / "project", "--to", "docx", "--out", out],
            "pandoc": [pandoc, prepared / "content.md", "-f", "markdown", "-o", out / "pandoc.docx"],
        }
        for name, script in (("docxtpl", "docxtpl_loops"), ("python-docx", "python_docx"), ("lxml only", "lxml_only")):
            commands[name] = [PYTHON, HERE / "rivals" / f"{script}.py", prepared, out / f"{script}.docx"]
        if before is None:
            measure(commands, 1)  # fills the caches, of which none has to do with the size
        peers = measure(commands, rounds)
        ours = peers.pop("reportgen")
        name, limit = f"`build --to docx`, {489 * size:,} paragraphs", _BUILD_LIMITS.get(size, 1.0)
        yield Work(name, limit, ours, peers, why=_stages(root / "project"))
        if before:
            name = f"`build --to docx`, {size // before[0]} times as much"
            yield Work(name, size / before[0], ours, {f"at size {before[0]}": before[1]})
        before = size, ours


def _stages(project: Path) -> str:
    """Return where the time of a build goes."""
    stages: dict[str, float] = json.loads(run([PYTHON, HERE / "stages.py", project]).output)
    told = ", ".join(f"{seconds:.2f} s {_STAGES[name]}" for name, seconds in stages.items())
    return f"of one build, {told}. The others lay out text that is finished."


def review(rounds: int) -> Work:
    """Measure the page for review against the build of the same report as a page."""
    say("the page for review")
    project, out = ROOT / "inputs", WORK / "review"
    commands: dict[str, Command] = {
        "review": [REPORTGEN, "review", project, "--out", out / "review.html"],
        "`build --to html`": [REPORTGEN, "build", project, "--to", "html", "--out", out],
    }
    peers = measure(commands, rounds)
    ours = peers.pop("review")
    size = (out / "review.html").stat().st_size
    return Work(f"`review inputs`, {size / 1e6:.1f} MB", 2.0, ours, peers)


def starts() -> Iterator[Work]:
    """Measure short commands against a start of Python that does nothing."""
    say("starting")
    audited, project, edited, built = (WORK / name for name in ("audited.txt", "edited", "edited.docx", "edited-built"))
    run([PYTHON, HERE / "audited.py", audited])
    shutil.rmtree(project, ignore_errors=True)
    run([PYTHON, HERE / "content.py", project, "1"])
    run([PYTHON, HERE / "edited.py", project, edited])
    shutil.copytree(project, built, dirs_exist_ok=True)
    run([REPORTGEN, "build", built, "--to", "docx", "--cache", "--quiet"])
    limits: dict[str, tuple[float, list[str | Path]]] = {
        "--version": (6, ["--version"]),
        "--help": (6, ["--help"]),
        "check examples/minimal": (25, ["check", ROOT / "examples" / "minimal"]),
        "status examples/minimal": (25, ["status", ROOT / "examples" / "minimal"]),
        "audit, 489 paragraphs": (28, ["audit", audited]),
        "verify, 489 paragraphs": (28, ["verify", project, edited]),
        "verify, 489 paragraphs, of a kept build": (28, ["verify", built, edited]),
    }
    ours: dict[str, Command] = {name: [REPORTGEN, *words] for name, (_, words) in limits.items()}
    peers: dict[str, Command] = {
        "`python -c pass`": [PYTHON, "-c", "pass"],
        "`import click`": [PYTHON, "-c", "import click"],
        "the packages alone": [PYTHON, "-c", _PACKAGES],
    }
    measure(ours, 1)  # compiles what builds have not loaded
    found = measure({**ours, **peers}, _ROUNDS_OF_START)
    for name, (limit, _) in limits.items():
        why = _OF_KEPT_VERIFY if name.endswith("kept build") else _OF_VERIFY if name.startswith("verify") else _OF_START
        yield Work(f"`{name}`", limit, found[name], {peer: found[peer] for peer in peers}, "ms", why)


def writers(size: int, rounds: int) -> Iterator[Work]:
    """Measure the writers alone, in one process, on a tree that is ready."""
    limits = {
        "docx": (1.3, _TURNS_OF_WRITERS),
        **({"pdf": (0.85, rounds), "typst": (0.2, rounds)} if size == 1 else {}),
    }
    for format_, (limit, turns) in limits.items():
        say(f"the writer of {format_.upper()} at size {size}")
        root = WORK / str(size)
        command: Command = [PYTHON, HERE / "writers.py", format_, root / "project", root / "prepared", str(turns)]
        found: dict[str, Any] = json.loads(run(command).output)
        ours, *peers = ((name, tuple(seconds)) for name, seconds in found.items())
        name = "PDF writer with Typst" if format_ == "typst" else f"{format_.upper()} writer"
        why = _OF_WRITER if format_ == "docx" else ""
        yield Work(f"{name} alone, {489 * size:,} paragraphs", limit, ours[1], dict(peers), "ms", why)


def edits(rounds: int) -> Iterator[Work]:
    """Measure how long an edit takes to reach the outputs while a project is watched."""
    for formats, limit in (("docx", 0.15), ("docx,pdf", 0.5)):
        say(f"an edit of a watched project: {formats}")
        command: Command = [PYTHON, HERE / "edits.py", formats, WORK / "1" / "project", str(5 * rounds)]
        seconds = json.loads(run(command).output)
        name = f"an edit with `build --to {formats} --watch`, 489 paragraphs"
        yield Work(name, limit, tuple(seconds), {}, "ms")


def many(count: int) -> Iterator[Work]:
    """Measure many builds at once, on the clock: by one process, by two, and by a cluster of which a worker is killed.

    From the processor time by one process it is computed what ten thousand take.
    """
    say(f"{count} builds at once")
    folder = WORK / "many"
    shutil.rmtree(folder, ignore_errors=True)
    projects = [folder / f"state-{number}" for number in range(count)]
    for project in projects:
        shutil.copytree(WORK / "1" / "project", project)
    command: Command = [REPORTGEN, "build", *projects, "--to", "docx", "--quiet", "--jobs"]
    one, two = run([*command, "1"]), run([*command, "2"])
    killed = float(run([PYTHON, HERE / "cluster.py", *projects]).output)
    by_one = {"by 1": (one.elapsed,)}
    yield Work(f"{count} builds of DOCX by 2 processes, on the clock", 0.6, (two.elapsed,), by_one)
    yield Work(f"{count} builds of DOCX by 2 workers, one killed half-way, on the clock", 0.9, (killed,), by_one)
    hours = one.seconds / count * _REPORTS / 3600
    yield Work(f"{_REPORTS:,} builds of DOCX by 1 process, computed from that", _REPORTS / 3600, (hours,), {}, "h")


def sentences(rounds: int) -> Work:
    """Measure how long five hundred sentences take, without imports."""
    say("five hundred sentences")
    script, cases = HERE / "catalogue.py", WORK / "cases.yaml"
    run([PYTHON, script, "cases", cases])
    return Work(
        "500 sentences", 1.0, tuple(float(run([PYTHON, script, "write", cases]).output) for _ in range(rounds)), {}
    )


def workbooks(rounds: int) -> Iterator[Work]:
    """Measure agencies' workbooks, written and read, against openpyxl on the same cells; and the memory of writing."""
    folder = WORK / "workbooks"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def done(task: str, count: int = _WORKBOOKS) -> Run:
        say(f"  workbooks: {task}")
        return run([PYTHON, HERE / "workbooks.py", task, folder, str(count)])

    for task in ("write", "cells"):
        done(task)
    tasks = ("write", "openpyxl-write", "read", "openpyxl-read")
    runs = [{task: done(task) for task in tasks} for _ in range(rounds)]
    seconds = {task: tuple(float(turn[task].output) for turn in runs) for task in tasks}
    for task in ("write", "read"):
        name = f"{_WORKBOOKS} workbooks, {'written' if task == 'write' else 'read, merged and checked'}"
        yield Work(name, 1.5, seconds[task], {"openpyxl": seconds[f"openpyxl-{task}"]})
    few = done("write", _FEW_WORKBOOKS).peak
    peaks = {f"for {_FEW_WORKBOOKS}": (few,)}
    yield Work(f"memory for writing {_WORKBOOKS} workbooks", 1.1, (runs[0]["write"].peak,), peaks, "MB")


if __name__ == "__main__":
    main()
