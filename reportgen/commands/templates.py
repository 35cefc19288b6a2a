"""The command for checking templates."""

import click

COMMANDS: tuple[click.Command, ...] = ()
