"""The table of commands: by job, each with its line of help. A command is imported when it is called.

Here alone imports wait: a command module imports what its command needs, and only the module of the command that is
called is imported, so that `reportgen --help`, `--version` and the completion of names cost hardly more than click.
"""

from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

TABLE = {
    "Begin": {
        "init": "Begin a new project in DIR.",
        "rollover": "Begin the next cycle of PROJECT in the folder NEW.",
        "correct": "Correct the symbol of PROJECT.",
        "upgrade": "Bring PROJECT to the format of this version.",
        "schema": "Write JSON Schemas of the project files and of the JSON twin.",
    },
    "Collect": {
        "workbooks": "Write the workbooks that agencies fill in.",
        "receive": "Take in FILEs that agencies sent.",
        "remind": "Write an e-mail to each agency that still owes something.",
        "feedback": "Write for each agency what is wrong in what it sent.",
        "status": "Say who has sent what, and what is ready.",
        "clear": "Record that somebody cleared the reply to an issue.",
    },
    "Write": {
        "build": "Make the report of each PROJECT as documents or as data.",
        "budget": "Say where the words of PROJECT are.",
        "explain": "Explain a CODE, or an INDICATOR of PROJECT.",
        "phrase": "Write out the texts with references of FILE.",
    },
    "Check": {
        "check": "Say what is wrong or doubtful in PROJECT.",
        "review": "Make a page where figures open their sources.",
        "style": "Say where texts break the editorial rules.",
    },
    "After Word": {
        "verify": "Compare FILE.docx, edited in Word, with the data.",
        "pull": "Return what was edited in FILE.docx to PROJECT.",
        "redline": "Write NEW with all changes against OLD tracked.",
        "corrigendum": "Write the corrections that make NEW of OLD.",
    },
    "Published reports": {
        "audit": "Recompute what the text of a report claims.",
        "import": "Make a project from a published report.",
    },
}
"""For each job, its commands in the order of the work: the name, and the first line of the command's help."""


_PACKAGES = ("pydantic.fields", "_ruamel_yaml", "jinja2")
"""What nearly every command needs of other projects. It is loaded first, since Python keeps the calls that are open in
pieces of memory, and gives a piece back at once: what is loaded from deep within our own modules asks the system for
the same 16 KB hundreds of times, a thirtieth of `check` and `status` (Python 3.11)."""
_LIGHT = frozenset({"audit", "correct", "init", "verify"})
"""The commands that do not need all of it, or not always."""


def load_command(name: str) -> click.Command:
    """Import a command of the table.

    Args:
        name: as it is typed. The module `reportgen.cli.commands.NAME` has the command under the same name; `import`,
            which Python keeps for itself, is `import_` there.
    """
    if name not in _LIGHT:
        for package in _PACKAGES:
            import_module(package)
    known_as = f"{name}_" if name == "import" else name
    command: click.Command = getattr(import_module(f"reportgen.cli.commands.{known_as}"), known_as)
    return command


class CommandTable(click.Group):
    """A group of click that knows the names and lines of its commands, and imports a command when it is called."""

    def __init__(self, name: str | None = None, **settings: Any) -> None:
        lines = {name: line for jobs in TABLE.values() for name, line in jobs.items()}
        commands = {name: click.Command(name, short_help=line) for name, line in lines.items()}
        super().__init__(name, commands, **settings)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        del ctx
        return list(self.commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of a name, or return None where there is none."""
        del ctx
        return load_command(cmd_name) if cmd_name in self.commands else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table, a section a job."""
        del ctx
        width = max(map(len, self.commands))
        for job, commands in TABLE.items():
            with formatter.section(job):
                formatter.write_dl([(name.ljust(width), line) for name, line in commands.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands, and the options, that begin with what was typed."""
        names = [
            CompletionItem(name, help=command.short_help)
            for name, command in self.commands.items()
            if name.startswith(incomplete)
        ]
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]
