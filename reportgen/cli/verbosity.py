"""How much is printed: the same two options for reportgen itself and for each of its commands."""

from collections.abc import Callable
from typing import TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., object])


def with_verbosity(function: _Command) -> _Command:
    """Give a command `--quiet` and `--verbose`; its function gets `verbosity`: "quiet", "verbose" or None."""
    quiet = click.option("-q", "--quiet", "verbosity", flag_value="quiet", help="Print errors only.")
    verbose = click.option(
        "-v", "--verbose", "verbosity", flag_value="verbose", help="Print each step, and what each code means."
    )
    return quiet(verbose(function))
