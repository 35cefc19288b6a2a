"""The commands of the agencies' loop: workbooks out and in, feedback, status, clearances, cycles."""

import click

COMMANDS: tuple[click.Command, ...] = ()
"""All commands of the loop, for the command line."""
