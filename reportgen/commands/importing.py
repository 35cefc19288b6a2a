"""The command for a project from a published report."""

import click

COMMANDS: tuple[click.Command, ...] = ()
