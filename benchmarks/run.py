"""Measures reportgen against other tools, in one run on the same content, and writes `results.md`.

    python benchmarks/run.py [--rounds 5] [--sizes 1,4,16] [--full]

A goal that is missed is said plainly, and is no failure of the run; a command that fails is.
"""

import argparse
import json
import re
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from measure import Command, CommandFailedError, Run, Series, measure, output, run, say
from results import Findings, Size, Stage, Workbooks, Writer, render
from rivals import pandoc

HERE = Path(__file__).resolve().parent
WORK = HERE.parent / "build" / "benchmarks"
PYTHON = Path(sys.executable)
REPORTGEN = PYTHON.parent / "reportgen"
_LARGE = 16
"""From this factor on, the PDF is made only with `--full`, and three rounds do."""
_ROUNDS_OF_LARGE = 3
_ROUNDS_OF_START = 20
_TURNS_OF_WRITERS = 15
_IMPORTS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Options:
    """What to measure."""

    sizes: tuple[int, ...]
    rounds: int
    full: bool

    def rounds_of(self, size: int) -> int:
        """How often the programs run at a size."""
        return min(self.rounds, _ROUNDS_OF_LARGE) if size >= _LARGE else self.rounds

    def has_pdf(self, size: int) -> bool:
        """Whether the PDF is made at a size."""
        return self.full or size < _LARGE


@dataclass(frozen=True, slots=True)
class Site:
    """The folders of one size."""

    size: int
    root: Path = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "root", WORK / str(self.size))

    @property
    def project(self) -> Path:
        """What reportgen reads."""
        return self.root / "project"

    @property
    def prepared(self) -> Path:
        """What the other tools read."""
        return self.root / "prepared"

    @property
    def out(self) -> Path:
        """Where all of them write."""
        return self.root / "out"

    def build(self, formats: str, out: str, *more: str) -> Command:
        """The command that builds the project."""
        return [REPORTGEN, "build", self.project, "--to", formats, "--out", self.out / out, *more]

    def rival(self, script: str, out: str) -> Command:
        """The command that runs one of the scripts in `rivals/`."""
        return [PYTHON, HERE / "rivals" / f"{script}.py", self.prepared, self.out / out]


def main() -> None:
    """Measure everything, print the results and write them."""
    options = read_options()
    try:
        findings = find(options)
    except CommandFailedError as error:
        sys.exit(f"nothing was written, since a command failed: {error}")
    text = render(findings)
    print(text)
    (HERE / "results.md").write_text(text, encoding="utf-8")
    say(f"written to {HERE / 'results.md'}")


def read_options() -> Options:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each command runs [default: 5]")
    parser.add_argument("--sizes", default="1,4,16", help="how many times the usual report [default: 1,4,16]")
    parser.add_argument("--full", action="store_true", help="make the PDF of 16 times the usual report, too")
    given = parser.parse_args()
    return Options(tuple(sorted({int(size) for size in given.sizes.split(",")})), given.rounds, given.full)


def find(options: Options) -> Findings:
    """Measure everything."""
    sites = [Site(size) for size in options.sizes]
    for site in sites:
        prepare(site)
    say("starting")
    start = measure({"python": [PYTHON, "-c", "pass"], "reportgen": [REPORTGEN, "--help"]}, _ROUNDS_OF_START)
    sizes = []
    for site in sites:
        say(f"size {site.size}")
        sizes.append(find_size(site, options))
    imports, catalogue = find_imports(sites[0]), find_catalogue(sites[0], options.rounds)
    workbooks = find_workbooks(options.rounds)
    return Findings(options.rounds, start["python"], start["reportgen"], tuple(sizes), imports, catalogue, workbooks)


def prepare(site: Site) -> None:
    """Make the content of one size, for reportgen and for the others; run everything once to warm up."""
    say(f"making the content of size {site.size}")
    shutil.rmtree(site.root, ignore_errors=True)
    site.out.mkdir(parents=True)
    run([PYTHON, HERE / "content.py", site.project, str(site.size)])
    run([PYTHON, HERE / "prepared.py", site.project, site.prepared])
    if site.size < _LARGE:
        measure(programs(site, pdf=False), 1)


def programs(site: Site, *, pdf: bool) -> dict[str, Command]:
    """The commands that are measured as whole processes."""
    commands: dict[str, Command] = {
        "reportgen, DOCX": site.build("docx", "docx"),
        "pandoc": pandoc.command(site.prepared, site.out / "pandoc.docx"),
        "docxtpl": site.rival("docxtpl_loops", "docxtpl.docx"),
        "python-docx": site.rival("python_docx", "python-docx.docx"),
        "lxml only": site.rival("lxml_only", "lxml.docx"),
    }
    if pdf:
        commands["reportgen, DOCX and PDF"] = site.build("docx,pdf", "both")
        commands["WeasyPrint alone, PDF"] = site.rival("weasyprint_alone", "weasyprint.pdf")
    return commands


def find_size(site: Site, options: Options) -> Size:
    """Measure one size: whole programs, writers alone, stages."""
    rounds = options.rounds_of(site.size)
    facts = json.loads(output(site.build("docx", "facts", "--format", "json")))
    series = measure(programs(site, pdf=options.has_pdf(site.size)), rounds)
    docx = find_writers("docx", site, _TURNS_OF_WRITERS)
    pdf = find_writers("pdf", site, rounds) if options.has_pdf(site.size) else {}
    return Size(site.size, facts, series, docx, pdf, find_stages(site, rounds))


def find_writers(format_: str, site: Site, rounds: int) -> dict[str, Writer]:
    """Measure the writers of one format alone."""
    say(f"  the writers alone: {format_.upper()}")
    command: Command = [PYTHON, HERE / "writers.py", format_, site.project, site.prepared, str(rounds)]
    found: Mapping[str, Any] = json.loads(output(command))
    return {name: Writer(_timed(one["seconds"]), one["bytes"]) for name, one in found.items()}


def _timed(seconds: Iterable[float]) -> Series:
    return Series(tuple(Run(one, one, 0) for one in seconds))


def find_stages(site: Site, rounds: int) -> tuple[Stage, ...]:
    """Measure the stages of a DOCX build."""
    say("  stage by stage")
    command = [PYTHON, HERE / "stages.py", site.project, site.out / "stages"]
    runs = [json.loads(output(command)) for _ in range(rounds)]
    return tuple(
        Stage(turns[0]["name"], median(one["imports"] for one in turns), median(one["work"] for one in turns))
        for turns in zip(*runs, strict=True)
    )


def find_catalogue(site: Site, rounds: int) -> Series:
    """Measure how long five hundred sentences take."""
    say("five hundred sentences")
    script, cases = HERE / "catalogue.py", site.out / "cases.yaml"
    run([PYTHON, script, "cases", cases])
    return _timed(float(output([PYTHON, script, "write", cases])) for _ in range(rounds))


_TASKS = ("write", "openpyxl-write", "openpyxl-values", "read", "openpyxl-read")
_WORKBOOKS, _FEW_WORKBOOKS = 40, 10


def find_workbooks(rounds: int) -> Workbooks:
    """Measure agencies' workbooks, written and read."""
    say("agencies' workbooks")
    folder = WORK / "workbooks"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def command(task: str, count: int = _WORKBOOKS) -> Command:
        return [PYTHON, HERE / "workbooks.py", task, folder, str(count)]

    for task in ("write", "cells"):
        run(command(task))
    seconds: dict[str, list[float]] = {task: [] for task in _TASKS}
    for number in range(rounds):
        for task in _TASKS:
            say(f"  round {number + 1} of {rounds}: {task}")
            seconds[task].append(float(output(command(task))))
    peaks = {task: run(command(task)).peak for task in _TASKS}
    tasks = {task: Series(tuple(Run(one, one, peaks[task]) for one in found)) for task, found in seconds.items()}
    return Workbooks(_WORKBOOKS, tasks, _FEW_WORKBOOKS, (run(command("write", _FEW_WORKBOOKS)).peak, peaks["write"]))


_IMPORTED = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \|\s+(\w+)", re.MULTILINE)


def find_imports(site: Site) -> tuple[tuple[str, float], ...]:
    """The packages that take longest to load in a DOCX build, with the seconds of each."""
    say("imports")
    log = site.out / "imports.txt"
    command = [PYTHON, "-X", "importtime", "-m", "reportgen", *site.build("docx", "imports")[1:]]
    words = shlex.join(map(str, command))
    output(["sh", "-c", f"{words} 2>{shlex.quote(str(log))}"])
    seconds: Counter[str] = Counter()
    for microseconds, package in _IMPORTED.findall(log.read_text(encoding="utf-8")):
        seconds[package] += int(microseconds)
    return tuple((package, count / 1e6) for package, count in seconds.most_common(_IMPORTS_SHOWN))


if __name__ == "__main__":
    main()
