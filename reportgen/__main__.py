"""The entry of `reportgen` and of `python -m reportgen`.

The first page of help is printed from a file, without loading the library of the command line: click alone takes four
times as long to load as Python to start. A test keeps the file equal to what click would print.
"""

import os
import sys
from typing import NoReturn

HELP = "help.txt"
"""The page of `reportgen --help`, beside this module."""


def main() -> NoReturn:
    """Print the first page of help, or run the command line."""
    if sys.argv[1:] in (["--help"], ["-h"], []):
        with open(f"{__file__.rpartition('__main__')[0]}{HELP}", encoding="utf-8") as page:  # noqa: PTH123 - pathlib takes longer to load than all the rest
            _print(page.read())
        sys.exit(0)
    from reportgen.cli.main import main as run  # noqa: PLC0415 - see above

    run()


def _print(text: str) -> None:
    """Print, unless nobody listens any more."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
