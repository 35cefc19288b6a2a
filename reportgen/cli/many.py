"""`reportgen build` of several projects: what it prints of each as it ends, and of all."""

import contextlib
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportgen.cli.printing import STEP, Printer
from reportgen.cli.workers import Ended, Lost, Run
from reportgen.diagnostics import Place, diagnose
from reportgen.diagnostics.diagnostic import count_of
from reportgen.diagnostics.render import shown_path

_ENDS = {0: "made", 1: "not made, it has errors", 2: "not made, the system or the call stood in the way"}
"""What each exit code of a build means."""


def build_all(projects: Sequence[Path], options: Sequence[str], run: Run, printer: Printer) -> int:
    """Build projects at once, print how each ended, and return the worst exit code.

    Args:
        projects: their folders.
        options: of `reportgen build`, as they are typed.
        run: runs the builds, here or on a cluster.
        printer: prints as the call asks; with JSON, a line a project.

    Raises:
        NotRunError: where no build can be run.
    """
    commands = [["build", *options, "--format", printer.shape, "--", str(project)] for project in projects]
    codes: dict[int, int] = {}
    for number, ended in run(commands):
        project = projects[number]
        one = _found_lost(project, ended, printer) if isinstance(ended, Lost) else ended
        codes[number] = one.code
        if printer.shape != "github":
            printer.tell(f"{len(codes):,} of {len(projects):,}: {_line(project, one.code)}")
        _show(project, one, printer)
    refused = {projects[number]: code for number, code in sorted(codes.items()) if code}
    printer.say("", *_summary(len(projects), refused))
    return max(codes.values(), default=0)


def _found_lost(project: Path, lost: Lost, printer: Printer) -> Ended:
    """Return what a build would have printed of its own loss."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        printer.show([diagnose(lost.code, Place(project.as_posix()), reason=lost.reason)], {})
    return Ended(2, output.getvalue(), "")


def _show(project: Path, ended: Ended, printer: Printer) -> None:
    """Print what a build printed; a line of JSON where that is asked for."""
    if printer.shape == "json":
        printer.dump({"project": project.as_posix(), "code": ended.code, **_facts(ended)}, indent=None)
        return
    printer.say("", f"{shown_path(project.as_posix())}:")
    printer.relay(ended.output)
    if said := _without_steps(ended):
        printer.give(said)


def _facts(ended: Ended) -> dict[str, object]:
    """Return what a build told as JSON; what was cut off by a bug is told as text."""
    said: dict[str, object] = {"said": _without_steps(ended)} if _without_steps(ended) else {}
    try:
        return {**json.loads(ended.output), **said}
    except ValueError:
        return {"output": ended.output, **said} if ended.output else said


def _without_steps(ended: Ended) -> str:
    """Return what a build said beside its output, without its steps."""
    return "\n".join(line for line in ended.said.splitlines() if not line.startswith(STEP))


def _summary(projects: int, refused: Mapping[Path, int]) -> list[str]:
    """Return the lines that end a call: how many were made, and which were not."""
    made = f"{count_of(projects - len(refused), 'project')} made, {len(refused):,} not made"
    return [made, *(f"  {_line(project, code)}" for project, code in refused.items())]


def _line(project: Path, code: int) -> str:
    return f"{shown_path(project.as_posix())}: {_ENDS.get(code, 'not made')}"
