"""What was measured, as Markdown: findings come in, the text of `results.md` goes out. Nothing is measured here."""

import datetime as dt
import os
import platform
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

from measure import Series, ratio

_MEGABYTE = 1_000_000
_MILLI = 1000
_TOOLS = ("docxtpl", "python-docx", "lxml", "weasyprint")

_SIZES = (
    "Size 1 is a report of usual length; 4 and 16 are four and sixteen times that. Ratios are medians of the ratios of "
    "single rounds."
)
_ALONE = (
    "In one process, on a tree that is ready. The lxml-only writer makes of a paragraph a style, a number and one run; "
    "with bookmarks, also one for each paragraph and one for each figure, as reportgen does. reportgen alone writes "
    "the masthead, emphasis, and references that follow their paragraph’s number."
)
_STAGES = "Milliseconds; imports are those that happen while the stage runs. Starting Python comes on top: {start} ms."


_OF_WORKBOOKS = (
    "{count} agencies with 30 issues and 60 series each; the work alone, without starting and imports. `write` makes "
    "the workbooks with rules, conditions, notes and links; `openpyxl-write` writes the same cells with the same looks "
    "and none of these, `openpyxl-values` their values and formulas alone, without cells to fill in. `read` reads, "
    "merges and checks; `openpyxl-read` only reads."
)
_PAIRS = (("write", "openpyxl-write"), ("read", "openpyxl-read"))


@dataclass(frozen=True, slots=True)
class Writer:
    """A writer alone, without reading and composing."""

    series: Series
    size: int
    """Bytes that it writes."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a build, in seconds."""

    name: str
    imports: float
    work: float


@dataclass(frozen=True, slots=True)
class Size:
    """All that was measured at one size."""

    factor: int
    facts: Mapping[str, Any]
    """The summary of the build."""
    programs: Mapping[str, Series]
    docx: Mapping[str, Writer]
    pdf: Mapping[str, Writer]
    """Empty where no PDF was made."""
    stages: Sequence[Stage]


@dataclass(frozen=True, slots=True)
class Workbooks:
    """What was measured of agencies' workbooks."""

    count: int
    tasks: Mapping[str, Series]
    """By the name of the task: the seconds of its work, and the peak of its process."""
    few: int
    peaks: tuple[int, int]
    """The most memory for few workbooks and for all of them, in bytes."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was measured."""

    rounds: int
    python: Series
    """Starting Python and doing nothing."""
    help: Series
    """`reportgen --help`."""
    sizes: Sequence[Size]
    imports: Sequence[tuple[str, float]]
    catalogue: Series
    """Five hundred sentences, without imports."""
    workbooks: Workbooks


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio that is to stay within a bound."""

    words: str
    bound: float
    found: float

    @property
    def verdict(self) -> str:
        """Whether it does."""
        return "reached" if self.found <= self.bound else "**missed**"


def render(findings: Findings) -> str:
    """The whole text."""
    sections = (
        "# What was measured",
        _circumstances(findings),
        "## Goals",
        table(
            ("", "measured", "goal", ""),
            ((one.words, f"{one.found:.2f}", f"≤ {one.bound:g}", one.verdict) for one in goals(findings)),
        ),
        _SIZES,
        "## Whole programs",
        *(part for size in findings.sizes for part in _programs(size)),
        *_growth(findings.sizes),
        "## The writers alone",
        _ALONE,
        table(("", "time", "shortest", "reportgen is times this", "bytes written"), _writers(findings.sizes)),
        "## Where the time of a DOCX build goes",
        _STAGES.format(start=_milli(findings.python.wall)),
        table(("", *(_stage_heads(findings.sizes))), _stages(findings.sizes)),
        "Loading, by package, at the first size (`-X importtime`, which itself slows loading down):",
        table(("package", "ms"), ((f"`{name}`", _milli(seconds)) for name, seconds in findings.imports)),
        "## Agencies’ workbooks",
        *_workbooks(findings.workbooks),
    )
    return "\n\n".join(sections) + "\n"


def goals(findings: Findings) -> Iterator[Goal]:
    """The goals with what was measured."""
    for size in findings.sizes:
        yield Goal(f"DOCX writer ÷ lxml-only writer, size {size.factor}", 1.5, _times(size.docx, "lxml only"))
    for size in findings.sizes:
        whole = ratio(size.programs["reportgen, DOCX"], size.programs["pandoc"])
        yield Goal(f"whole DOCX build ÷ pandoc’s bare conversion, size {size.factor}", 3, whole)
    for size in findings.sizes:
        if size.pdf:
            words = f"PDF writer ÷ WeasyPrint alone on the same HTML, size {size.factor}"
            yield Goal(words, 1.15, _times(size.pdf, "WeasyPrint"))
    yield Goal("500 sentences written, without imports (seconds)", 1, findings.catalogue.wall)
    yield Goal("`reportgen --help` ÷ `python -c pass`", 5, ratio(findings.help, findings.python))
    for ours, theirs in _PAIRS:
        times = ratio(findings.workbooks.tasks[ours], findings.workbooks.tasks[theirs])
        yield Goal(f"workbooks: {ours} ÷ {theirs}", 1.5, times)
    few, all_ = findings.workbooks.peaks
    yield Goal(f"workbooks: memory for {findings.workbooks.count} ÷ for {findings.workbooks.few}", 1.1, all_ / few)
    for before, after in _steps(findings.sizes):
        for name in before.programs:
            if name.startswith("reportgen") and name in after.programs:
                grown = after.programs[name].wall / before.programs[name].wall
                yield Goal(f"{name}: size {after.factor} ÷ size {before.factor}", after.factor / before.factor, grown)
        grown = _work(after) / _work(before)
        words = f"work of a DOCX build without imports: size {after.factor} ÷ size {before.factor}"
        yield Goal(words, after.factor / before.factor, grown)


def _work(size: Size) -> float:
    """The seconds of all stages without imports, which hide how the work itself grows."""
    return sum(stage.work for stage in size.stages)


def _workbooks(found: Workbooks) -> Iterator[str]:
    """Writing and reading against openpyxl alone."""
    yield _OF_WORKBOOKS.format(count=found.count)
    rows = (
        (name, f"{one.wall:.2f} s ({one.spread[0]:.2f}–{one.spread[1]:.2f})", f"{one.peak / _MEGABYTE:,.0f} MB")
        for name, one in found.tasks.items()
    )
    yield table(("", "time", "most memory"), rows)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; the first column stands at the left, the others at the right."""
    cells = list(head)
    lines = [cells, ["---", *("---:" for _ in cells[1:])], *(list(row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _circumstances(findings: Findings) -> str:
    today = dt.datetime.now(dt.UTC).date().isoformat()
    first = _first_line(["pandoc", "--version"])
    tools = ", ".join(f"{name} {version(name)}" for name in _TOOLS)
    pages = ", ".join(_content(size) for size in findings.sizes)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{today}, reportgen {_revision()}; {platform.system()} {platform.machine()}, {os.cpu_count()} cores "
        f"({_processor()}), Python {platform.python_version()}; {first}, {tools}. "
        f"Load of the machine at the end: {load}.\n\n"
        f"Content: {pages}.\n\n"
        f"Each command ran as a whole process {findings.rounds} times (three times at size 16, "
        f"{len(findings.help.runs)} times for starting), all in turn, a turn a round; times are medians of elapsed "
        "time, in parentheses the shortest and the longest. `benchmarks/README.md` says what each does."
    )


def _revision() -> str:
    """The version, and the commit where there is one."""
    command = ["git", "-C", str(Path(__file__).parent), "describe", "--always", "--dirty=, changed"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return f"{version('reportgen')} ({found.stdout.strip() or 'no commit'})"


def _content(size: Size) -> str:
    facts = size.facts
    return (
        f"size {size.factor}: {facts['issues']:,} issues, {facts['paragraphs']:,} paragraphs, {facts['words']:,} "
        f"words, {facts['figures']:,} figures written from data"
    )


def _first_line(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.partition("\n")[0]


def _processor() -> str:
    """The processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else "unknown"


def _programs(size: Size) -> Iterator[str]:
    yield f"### Size {size.factor}"
    pandoc = size.programs["pandoc"]
    rows = (
        (
            name,
            f"{series.wall:.2f} s ({series.spread[0]:.2f}–{series.spread[1]:.2f})",
            f"{series.cpu:.2f} s",
            f"{series.peak / _MEGABYTE:,.0f} MB",
            f"{ratio(series, pandoc):.2f}",
        )
        for name, series in size.programs.items()
    )
    yield table(("", "time", "processor time", "most memory", "times pandoc"), rows)


def _steps(sizes: Sequence[Size]) -> list[tuple[Size, Size]]:
    return list(pairwise(sizes))


def _growth(sizes: Sequence[Size]) -> Iterator[str]:
    """How time grows from size to size, where there are several."""
    steps = _steps(sizes)
    if not steps:
        return
    yield "## Growth"
    yield "How many times longer a program takes at the larger size than at the smaller."
    rows = ([name, *(_grown(name, before, after) for before, after in steps)] for name in sizes[0].programs)
    yield table(("", *(f"{before.factor} → {after.factor}" for before, after in steps)), rows)


def _grown(name: str, before: Size, after: Size) -> str:
    found = after.programs.get(name)
    return f"{found.wall / before.programs[name].wall:.2f}" if found else "—"


def _times(writers: Mapping[str, Writer], other: str) -> float:
    """How many times the other writer's time reportgen's is."""
    return ratio(writers["reportgen"].series, writers[other].series)


def _writers(sizes: Sequence[Size]) -> Iterator[tuple[str, ...]]:
    for format_, made in (("DOCX", [size.docx for size in sizes]), ("PDF", [size.pdf for size in sizes])):
        for size, writers in zip(sizes, made, strict=True):
            for name, writer in writers.items():
                yield (
                    f"{format_}, size {size.factor}: {name}",
                    f"{_milli(writer.series.wall)} ms",
                    f"{_milli(writer.series.spread[0])} ms",
                    f"{_times(writers, name):.2f}",
                    f"{writer.size:,}",
                )


def _stage_heads(sizes: Sequence[Size]) -> Iterator[str]:
    for size in sizes:
        yield f"size {size.factor}: imports"
        yield "work"


def _stages(sizes: Sequence[Size]) -> Iterator[list[str]]:
    for turns in zip(*(size.stages for size in sizes), strict=True):
        yield [turns[0].name, *(_milli(seconds) for stage in turns for seconds in (stage.imports, stage.work))]
    yield [
        "together",
        *(
            _milli(sum(column))
            for size in sizes
            for column in zip(*((s.imports, s.work) for s in size.stages), strict=True)
        ),
    ]


def _milli(seconds: float) -> str:
    return f"{seconds * _MILLI:,.0f}"
