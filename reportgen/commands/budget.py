"""The command for where the words of a report are."""

import click

COMMANDS: tuple[click.Command, ...] = ()
