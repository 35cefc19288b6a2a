"""The entry of `reportgen` and of `python -m reportgen`."""

import gc
import sys

from reportgen.cli import COLLECT


def main() -> None:
    """Run the command line; the collector leaves its modules alone from the first one on, a thirtieth of `--help`."""
    gc.set_threshold(*COLLECT)
    try:
        from reportgen.cli.main import main as run

        run()
    except KeyboardInterrupt:  # before click looks for it
        sys.exit("Aborted!")


if __name__ == "__main__":
    main()
