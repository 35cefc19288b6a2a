"""The command for the editorial rules."""

import click

COMMANDS: tuple[click.Command, ...] = ()
