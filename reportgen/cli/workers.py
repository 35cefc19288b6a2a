"""Running many commands of reportgen at once: in processes that are used again, each command as if it ran alone."""

import contextlib
import gc
import io
import multiprocessing
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cache

from msgspec import Struct

from reportgen.cli.main import main
from reportgen.cli.printing import STEP
from reportgen.files.output.locking import WAITING

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


class Lost(Struct, frozen=True):
    """A command of which nobody knows how it ended."""

    code: str = "RG790"
    """The problem that says so; else its process died."""
    reason: str = ""


Ends = Iterator[tuple[int, Ended | Lost]]
"""The number of each command and how it ended, in the order in which they end."""
Run = Callable[[Sequence[Sequence[str]]], Ends]
"""Runs commands, each given as what is typed after `reportgen`, several at once."""


class NotRunError(Exception):
    """Nothing can run the commands; the words say why."""


class _Said(io.StringIO):
    """What a command says; that it waits for another command is passed on at once, because that may take long."""

    def __init__(self, relay: Callable[[str], object]) -> None:
        super().__init__()
        self._relay = relay

    def write(self, text: str) -> int:
        """Keep a text, and pass it on where it says that the command waits."""
        if text.startswith(f"{STEP}{WAITING}"):
            self._relay(text)
        return super().write(text)


def relay_here(text: str) -> None:
    """Print a text where this process prints its errors, whatever stands in place of that at the moment."""
    print(text, end="", file=sys.__stderr__, flush=True)


def run_command(arguments: Sequence[str], relay: Callable[[str], object] = relay_here) -> Ended:
    """Run a command in this process as a shell would, and return how it ended; a bug of ours is one of its ends.

    Args:
        arguments: as they are typed after `reportgen`.
        relay: is given the line that says that the command waits for another one, as soon as it does.
    """
    output, said = io.StringIO(), _Said(relay)
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(said):
        code = _run(arguments)
    gc.collect()
    _keep_loaded()
    return Ended(code, output.getvalue(), said.getvalue())


@cache
def _keep_loaded() -> None:
    """Take what stands behind the first command, modules mostly, out of what is looked at behind each of the others.

    To look at all of it took 8 per cent of a build, and 13 where the process is a worker of Dask (measured).
    """
    gc.freeze()


def _run(arguments: Sequence[str]) -> int:
    sys.argv = ["reportgen", *arguments]
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except Exception:  # noqa: BLE001 - one project that meets a bug of ours must not stop the others
        traceback.print_exc()
        return 1


def run_all(commands: Sequence[Sequence[str]], jobs: int) -> Ends:
    """Run commands on this computer, and yield how each ended; the death of one's process harms no other.

    Args:
        commands: the arguments of each.
        jobs: how many run at once, each in a process of its own.
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


def _end_of(future: "Future[Ended]") -> Ended | Lost:
    try:
        return future.result()
    except BrokenProcessPool:
        return Lost()


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
