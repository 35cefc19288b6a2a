"""Running many commands of reportgen on a cluster of Dask, each as a process of this computer would run it.

The workers reach the projects by the same paths, over a file system that they share, and write the outputs there
themselves; what travels is the words of a command and what it printed.
"""

import contextlib
import os
import sys
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from reportgen.cli.circumstances import describe_program
from reportgen.cli.workers import Ended, Ends, Lost, NotRunError, run_command

if TYPE_CHECKING:
    from distributed import Client, Future

_CONNECT = 10
"""Seconds in which a scheduler has to answer, and to have a worker."""
_PATIENCE = 30
"""Seconds without a build that ended, after which it is looked whether any worker is left."""
_LOST = "RG791"
_DATED = "SOURCE_DATE_EPOCH"
"""The one variable on which the bytes of outputs depend."""
_one_at_a_time = threading.Lock()
"""A command has its process for itself: it is in a folder, and prints. A worker may have several threads."""


class _OtherProgramError(Exception):
    """A worker has other versions of reportgen, Python or packages, and could write other bytes."""

    def __str__(self) -> str:
        return "a worker has other versions of reportgen, Python or packages"


def run_on_cluster(commands: Sequence[Sequence[str]], scheduler: str) -> Ends:
    """Run commands on the workers of a cluster, and yield how each ended; the death of a worker harms none.

    What a worker was doing when it died is begun anew by another one, as often as the scheduler allows.

    Args:
        commands: the arguments of each.
        scheduler: the address of the scheduler, `tcp://HOST:PORT` or `tls://HOST:PORT`.

    Raises:
        NotRunError: where no scheduler answers at the address, or it has no worker.
    """
    from distributed import Client

    try:
        client = Client(scheduler, timeout=_CONNECT)
    except (OSError, ValueError) as error:
        raise NotRunError(f"no scheduler answers at {scheduler}: {error}") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_CONNECT)
        except OSError:
            raise NotRunError(f"the scheduler at {scheduler} has no worker") from None
        yield from _run(client, commands)


def _run(client: "Client", commands: Sequence[Sequence[str]]) -> Ends:
    """Run commands, as many at once as there are threads.

    More are not handed over: a scheduler gives up tasks whose worker died several times, also those that only waited.
    """
    dated = {name: os.environ[name] for name in (_DATED,) if name in os.environ}
    call = (os.getcwd(), _program(), dated)  # noqa: PTH109 - as it was typed
    waiting, running, ended = deque(enumerate(commands)), dict["Future", int](), dict["Future", int]()
    while waiting or running or ended:
        free = max(1, _threads(client)) - len(running)
        for number, arguments in (waiting.popleft() for _ in range(min(free, len(waiting)))):
            running[client.submit(run_on_worker, arguments, *call, pure=False)] = number
        for future, number in ended.items():  # fetched while their workers go on
            yield number, _end_of(future)
        done = _ended(client, list(running)) if running else []
        ended = {future: running.pop(future) for future in done}
        if running and not ended:
            left = [*running.values(), *(number for number, _ in waiting)]
            yield from ((number, Lost(_LOST, "the scheduler is gone, or its last worker")) for number in left)
            return


def run_on_worker(arguments: Sequence[str], folder: str, program: str, dated: Mapping[str, str]) -> Ended:
    """Run a command on a worker, as `run_command` does.

    Args:
        arguments: as they are typed after `reportgen`.
        folder: the folder in which they were typed.
        program: the hash of the program that asks; a worker with another one refuses.
        dated: the variable of the caller that dates outputs, where it is set.

    Raises:
        _OtherProgramError: where that is not the program of this worker.
        OSError: where this worker cannot reach the folder.
    """
    if program != _program():
        raise _OtherProgramError
    with _one_at_a_time, contextlib.chdir(folder):
        os.environ.pop(_DATED, None)
        os.environ.update(dated)
        return run_command(arguments, _relay_to_client)


def _relay_to_client(text: str) -> None:
    """Print a text where the client prints its errors."""
    from distributed import print as print_at_client

    with contextlib.redirect_stderr(sys.__stderr__):
        print_at_client(text, end="", file=sys.stderr, flush=True)


def _program() -> str:
    return sha256("\n".join(describe_program()).encode()).hexdigest()


def _threads(client: "Client") -> int:
    """Return how many builds the cluster can run at once; 0 where its scheduler is gone."""
    try:
        return sum(client.nthreads().values())
    except (OSError, RuntimeError):
        return 0


def _ended(client: "Client", running: Sequence["Future"]) -> Sequence["Future"]:
    """Wait until builds end, and return them; none where nobody is left to go on with them."""
    from distributed import CancelledError, wait

    while True:
        try:
            return list(wait(running, timeout=_PATIENCE, return_when="FIRST_COMPLETED").done)
        except TimeoutError:
            if not _threads(client):
                return []
        except CancelledError:  # the connection to the scheduler broke, which forgets what it was asked for
            return []


def _end_of(future: "Future") -> Ended | Lost:
    """Return how a command ended that a worker ran, or why no worker could."""
    from distributed import KilledWorker

    match error := future.exception():
        case None:
            ended: Ended = future.result()
            return ended
        case KilledWorker():
            return Lost()
        case OSError(strerror=str() as reason):
            return Lost(_LOST, reason)
    return Lost(_LOST, str(error) or type(error).__name__)
