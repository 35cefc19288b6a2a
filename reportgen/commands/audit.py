"""The command for recomputing what a text claims."""

import click

COMMANDS: tuple[click.Command, ...] = ()
