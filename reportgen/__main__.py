"""The entry of `reportgen` and of `python -m reportgen`."""

import gc

from reportgen.cli import COLLECT


def main() -> None:
    """Run the command line; the collector leaves its modules alone from the first one on, a thirtieth of `--help`."""
    gc.set_threshold(*COLLECT)
    from reportgen.cli.main import main as run

    run()


if __name__ == "__main__":
    main()
