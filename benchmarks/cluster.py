"""Many builds on a cluster of this computer: two workers, of which one is killed when half of the reports are made.

    python benchmarks/cluster.py PROJECT...

Prints the seconds on the clock from the call to its end; starting the cluster is not in them.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

_COMMAND = [sys.executable, "-m"]
_UNWATCHED = {"DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}
"""As docs/coordinators.md tells to start workers."""
_REGISTERED = "Registered to"
"""What a worker writes once the scheduler knows it."""


def main(projects: Sequence[str]) -> None:
    """Start a cluster, build, kill, and print what was measured."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        root = Path(folder)
        file = root / "scheduler.json"
        _dask(stack, root, "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", file)
        while not file.exists():
            time.sleep(0.1)
        shared = ("--scheduler-file", file, "--nthreads", "1", "--no-nanny", "--local-directory", root)
        workers = [_dask(stack, root, "worker", *shared, "--name", name) for name in ("first", "second")]
        while sum(_REGISTERED in log.read_text(encoding="utf-8") for log in root.glob("*.log")) < len(workers):
            time.sleep(0.1)
        address = file.read_text(encoding="utf-8").partition('"address": "')[2].partition('"')[0]
        print(_build(projects, address, workers[0]))


def _dask(stack: ExitStack, root: Path, *words: str | Path) -> subprocess.Popen[bytes]:
    """Start a program of Dask, which is killed at the end."""
    log = stack.enter_context((root / f"{len(list(root.glob('*.log')))}.log").open("wb"))
    command = [*_COMMAND, "dask", *map(str, words), "--no-dashboard"]
    process = stack.enter_context(subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **_UNWATCHED}))
    stack.callback(process.kill)
    return process


def _build(projects: Sequence[str], scheduler: str, victim: subprocess.Popen[bytes]) -> float:
    """Build all projects, kill a worker in the middle, and return the seconds.

    Raises:
        SystemExit: where a report was not made.
    """
    began = time.perf_counter()
    options = ["build", *projects, "--to", "docx", "--scheduler", scheduler]
    command = [*_COMMAND, "reportgen", *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8") as process:
        for line in process.stderr or ():
            if line.startswith(f"… {len(projects) // 2:,} of "):
                victim.kill()
    if process.returncode:
        sys.exit(f"the builds ended with {process.returncode}")
    return time.perf_counter() - began


if __name__ == "__main__":
    main(sys.argv[1:])
