"""Running many commands of reportgen at once: in processes that are used again, each command as if it ran alone."""

import contextlib
import gc
import io
import multiprocessing
import sys
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from msgspec import Struct

from reportgen.cli.main import main

_USES = 25
"""Commands that a process runs before another takes its place, so that its memory goes back to the system."""


class Ended(Struct, frozen=True):
    """How a command ended."""

    code: int
    """Its exit code."""
    output: str
    """What it printed."""
    said: str
    """What it printed to standard error."""


def run_command(arguments: Sequence[str]) -> Ended:
    """Run a command in this process as a shell would, and return how it ended; a bug of ours is one of its ends.

    Args:
        arguments: as they are typed after `reportgen`.
    """
    output, said = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(said):
        code = _run(arguments)
    gc.collect()
    return Ended(code, output.getvalue(), said.getvalue())


def _run(arguments: Sequence[str]) -> int:
    sys.argv = ["reportgen", *arguments]
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except Exception:  # noqa: BLE001 - one project that meets a bug of ours must not stop the others
        traceback.print_exc()
        return 1


def run_all(commands: Sequence[Sequence[str]], jobs: int) -> Iterator[tuple[int, Ended | None]]:
    """Run commands, and yield the number of each and how it ended, in the order in which they end.

    Args:
        commands: the arguments of each.
        jobs: how many run at once, each in a process of its own.

    Yields:
        None as the end of a command whose process died; no other command suffers from that.
    """
    waiting = iter(enumerate(commands))
    workers = free = [_Worker() for _ in range(min(jobs, len(commands)))]
    running: dict[Future[Ended], tuple[int, _Worker]] = {}
    try:
        while True:
            for worker, (number, arguments) in zip(free, waiting, strict=False):
                running[worker.submit(arguments)] = (number, worker)
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            ended = [running.pop(future) for future in done]
            free = [worker for _, worker in ended]
            for future, (number, _) in zip(done, ended, strict=True):
                yield number, _end_of(future)
    finally:
        for worker in workers:
            worker.stop()


def _end_of(future: "Future[Ended]") -> Ended | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return None


class _Worker:
    """A process that runs one command after another, and is replaced where it died or was used often enough.

    It is a pool of one process: where one of a larger pool dies, what its other processes were doing is lost as well.
    """

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._uses = 0

    def submit(self, arguments: Sequence[str]) -> "Future[Ended]":
        """Begin a command, when the one before has ended."""
        if self._uses == _USES:
            self.stop()
        try:
            return self._submit(arguments)
        except BrokenProcessPool:  # it died with the command before, or since
            self.stop()
            return self._submit(arguments)

    def _submit(self, arguments: Sequence[str]) -> "Future[Ended]":
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
        self._uses += 1
        return self._pool.submit(run_command, list(arguments))

    def stop(self) -> None:
        """End the process; what it is doing is finished first."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._pool, self._uses = None, 0
