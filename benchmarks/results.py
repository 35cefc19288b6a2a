"""What was measured, as Markdown: works come in, the one page of `results.md` goes out. Nothing is measured here."""

import datetime as dt
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from measure import Rounds, run

_UNITS = {"s": (1, "s", 2), "ms": (1000, "ms", 0), "MB": (1e-6, "MB", 0), "h": (1, "h", 1)}
"""How a figure in seconds or bytes is shown: the factor, the unit and the decimals."""
_TOOLS = ("docxtpl", "python-docx", "lxml", "weasyprint", "typst", "openpyxl", "click", "distributed")
_EXPLAINED = (
    "`benchmarks/README.md` says what each work is. All was measured in one run, each line in turns; times are "
    "processor time, medians of the rounds. The ratio is the median of the ratios of single rounds, ours to the best "
    "peer; the limit is one of it, and where there is no peer, of ours."
)


@dataclass(frozen=True, slots=True)
class Work:
    """One thing that was measured, of reportgen and of what it is held against."""

    name: str
    limit: float
    """The most that the ratio may be; where there is no peer, that ours may be."""
    ours: Rounds
    """Seconds or bytes, a figure a round."""
    peers: Mapping[str, Rounds]
    """The same of the others by their names; the limit is about the first."""
    unit: str = "s"
    """A key of `_UNITS`."""
    why: str = ""
    """What the time goes into, told where the limit is missed."""

    @property
    def ratio(self) -> float | None:
        """How many times the best peer's figure ours is; None where there is no peer."""
        best = next(iter(self.peers.values()), None)
        return median(mine / other for mine, other in zip(self.ours, best, strict=True)) if best else None

    @property
    def verdict(self) -> str:
        """Whether the limit is kept."""
        held = median(self.ours) if self.ratio is None else self.ratio
        return "reached" if held <= self.limit else "**missed**"


def render(works: Sequence[Work], pandoc: str, rounds: int) -> str:
    """Return the whole page.

    Args:
        works: what was measured.
        pandoc: the version of pandoc.
        rounds: how often most works ran.
    """
    missed = sum(work.verdict != "reached" for work in works)
    parts = (
        "# What was measured",
        _circumstances(pandoc, rounds),
        f"{_EXPLAINED} {len(works) - missed} of {len(works)} limits are kept.",
        "\n".join(_table(works)),
        *_reasons(works),
    )
    return "\n\n".join(parts) + "\n"


def _table(works: Sequence[Work]) -> Iterator[str]:
    yield "| work | limit | best peer | others | ours | ratio | |"
    yield "| --- | ---: | ---: | --- | ---: | ---: | --- |"
    for work in works:
        best, *others = [f"{name} {_shown(rounds, work.unit)}" for name, rounds in work.peers.items()] or [""]
        ratio = "" if work.ratio is None else f"{work.ratio:.2f}"
        limit = f"≤ {_shown((work.limit,), work.unit) if work.ratio is None else f'{work.limit:g}'}"
        cells = (work.name, limit, best, ", ".join(others), _shown(work.ours, work.unit), ratio, work.verdict)
        yield f"| {' | '.join(cells)} |"


def _reasons(works: Sequence[Work]) -> Iterator[str]:
    missed = [f"- {work.name}: {work.why}" for work in works if work.why and work.verdict != "reached"]
    if missed:
        yield "Why limits are missed, as far as it was measured:"
        yield "\n".join(missed)


def _shown(rounds: Rounds, unit: str) -> str:
    factor, name, decimals = _UNITS[unit]
    return f"{median(rounds) * factor:,.{decimals}f} {name}"


def _circumstances(pandoc: str, rounds: int) -> str:
    here = str(Path(__file__).parent)
    revision = run(["git", "-C", here, "describe", "--always", "--dirty=, changed"]).output.strip()
    tools = ", ".join((f"pandoc {pandoc}", *(f"{name} {version(name)}" for name in _TOOLS)))
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    return (
        f"{dt.datetime.now(dt.UTC).date().isoformat()}, reportgen {version('reportgen')} ({revision}); "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores ({_processor()}), Python "
        f"{platform.python_version()}; {tools}. {rounds} rounds, more for starting. Load of the machine at the end: "
        f"{load}."
    )


def _processor() -> str:
    """Return the processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else "unknown"
