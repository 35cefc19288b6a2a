"""The command for an edited document against its data."""

import click

COMMANDS: tuple[click.Command, ...] = ()
