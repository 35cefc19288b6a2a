"""How long an audit takes, as whole processes, cold: against the start of the command, and as reports grow.

    python benchmarks/audit.py [ROUNDS]

Prints the median time of `reportgen --version`, of an audit of an empty report, and of audits of reports of usual size
(489 paragraphs), of four and of eight times that (a text file may have 2 MB); then two ratios: the usual audit to the
start of the command (goal: at most 3), and how the work grows with the length (goal: no faster than the length). Every
third paragraph relates numbers, as in published replies; the rest is the filler of the other benchmarks. The processes
take turns, so that what else happens on the machine hits all of them alike. Python's modules are compiled before, as
an installation has them.
"""

import os
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from measure import Series, measure
from sentences import paragraph

PARAGRAPHS = 489
SIZES = (1, 4, 8)
_GOAL = 3.0
_CLAIMED_EVERY = 3
_CLAIMS = (
    (
        "In 2022, the office of district {n} received {total:,} complaints: {a:,} on wages, {b:,} on leave and {c:,} on"
        " safety."
    ),
    "In district {n}, {a:,} persons were registered in 2022 (compared with {b:,} in 2020 and {c:,} in 2021).",
    "Of the {total:,} applicants of district {n}, {a:,} were granted aid, including {less:,} women.",
    "In district {n}, {b:,} households were visited, of whom {less:,} had moved; {c:,} others were called in 2021.",
)


def report(factor: int) -> str:
    """A report as text: numbered paragraphs under a heading for each issue, in which nothing is wrong."""
    chance = Random(f"audit {factor}")  # noqa: S311 - repeatable, not secret
    lines = ["Replies to the list of issues (CCPR/C/ARC/QPR/3)"]
    for number in range(1, PARAGRAPHS * factor + 1):
        if number % 19 == 1:
            lines.append(f"\t\tReply to the issues raised in paragraph {number // 19 + 1}")
        text = paragraph(chance)
        if number % _CLAIMED_EVERY == 0:
            a, b, c = (100 + int(chance.random() * 9_000) for _ in range(3))
            claim = _CLAIMS[number // _CLAIMED_EVERY % len(_CLAIMS)]
            text += " " + claim.format(n=number, a=a, b=b, c=c, total=a + b + c, less=min(a, b) - 7)
        lines.append(f"{number}.\t{text}")
    return "\n".join(lines) + "\n"


def main(rounds: int) -> None:
    """Measure and print."""
    command = [sys.executable, "-m", "reportgen"]
    with TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.txt"
        empty.write_text("1.\tNothing.\n", encoding="utf-8")
        commands = {
            "start of the command": [*command, "--version"],
            "audit of one word": [*command, "audit", str(empty)],
        }
        for size in SIZES:
            file = Path(folder) / f"report-{size}.txt"
            file.write_text(report(size), encoding="utf-8")
            commands[f"audit of {PARAGRAPHS * size:,} paragraphs"] = [*command, "audit", str(file)]
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        measure(commands, 1)  # compiles
        show(measure(commands, rounds))


def show(found: dict[str, Series]) -> None:
    """Print the times and the ratios."""
    for name, series in found.items():
        print(f"{name:32} {series.wall * 1000:8,.0f} ms  ({series.cpu * 1000:,.0f} ms of processor time)")
    start, least, *audits = (series.cpu for series in found.values())
    print(f"audit of {PARAGRAPHS} paragraphs to the start of the command: {audits[0] / start:.1f} (goal: {_GOAL:g})")
    print(f"audit of {PARAGRAPHS} paragraphs to the audit of one word: {audits[0] / least:.1f}")
    for size, seconds in zip(SIZES[1:], audits[1:], strict=True):
        growth = (seconds - least) / (audits[0] - least)
        print(f"{size} times the length takes {growth:.1f} times the work")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
