"""The entry of `reportgen` and of `python -m reportgen`."""

import atexit
import contextlib
import gc
import os
import sys

from reportgen.cli import COLLECT

_status: list[int] = []
"""With what the command ends, once that is known."""


def main() -> None:
    """Run the command line; the collector leaves its modules alone from the first one on, a thirtieth of `--help`."""
    gc.set_threshold(*COLLECT)
    if _is_all():
        atexit.register(_leave)  # as the first one, which is called last
    try:
        from reportgen.cli.main import main as run

        run()
    except SystemExit as ended:
        _status.extend([ended.code] if isinstance(ended.code, int) else [])
        raise
    except KeyboardInterrupt:  # before click looks for it
        sys.exit("Aborted!")


def _is_all() -> bool:
    """Return whether the process is for the command alone; a notebook that calls it goes on, and ends as it wants."""
    named = sys.orig_argv[-len(sys.argv) :][:1]  # `reportgen` of `python -m reportgen check`
    return any(name.endswith(("reportgen", "reportgen.exe")) for name in named)


def _leave() -> None:
    """End here: Python would take all that was read apart, value by value, which is 3 per cent of a `verify`."""
    if _status:
        with contextlib.suppress(OSError, ValueError, AttributeError):  # a stream that is full or closed: as usual
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(_status[0])


if __name__ == "__main__":
    main()
