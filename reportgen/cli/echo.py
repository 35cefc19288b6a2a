"""Printing that never stops the work of a command: where nobody reads on, or the disk is full, the work goes on."""

import os
import sys

import click

_lost: list[OSError] = []
"""Why something could not be printed."""


def echo(text: str, *, err: bool = False) -> None:
    """Print a text; where its stream takes no more, such as of `| head -1`, this and all that follows is left out.

    Half of the files that `receive` was given would be filed else.
    """
    try:
        click.echo(text, err=err)
    except OSError as error:
        _lost.append(error)
        stream = sys.stderr if err else sys.stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def is_unread() -> bool:
    """Return whether something could not be printed."""
    return bool(_lost)


def told_lost() -> bool:
    """Return whether something could not be printed that somebody waits for, which is said."""
    lost = next((error for error in _lost if not isinstance(error, BrokenPipeError)), None)
    if lost is not None:
        click.echo(f"not all could be printed: {lost.strerror}; everything else was done as usual", err=True)
    return lost is not None
