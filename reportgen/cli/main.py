"""The command line, which `__main__.py` enters.

Every command ends with 0 (clean), 1 (errors found) or 2 (wrong usage, or the system stands in the way). What a user
did never ends in a traceback.
"""

import codecs
import gc
import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

import click

from reportgen import __version__
from reportgen.cli import COLLECT
from reportgen.cli.echo import told_lost
from reportgen.cli.table import CommandTable
from reportgen.cli.verbosity import with_verbosity

_PRINTABLE = "reportgen.printable"
"""The name of `_escape` among the handlers of codecs."""


@click.group(
    cls=CommandTable,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@with_verbosity
@click.version_option(__version__, prog_name="reportgen", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context, verbosity: str | None) -> None:
    """Turn agencies' submissions into a State's report to a United Nations treaty body.

    A project is a folder with report.yaml, issues.yaml, agencies.yaml and submissions/. What a command does and
    takes is said by: reportgen COMMAND --help
    """
    del verbosity  # the command that is called asks for it
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def _escape(error: UnicodeError) -> tuple[str | bytes, int]:
    r"""Return what is printed for a character that a stream cannot encode.

    An en dash is printed as `\u2013`; a byte of a file's name that is not UTF-8, which `os.fsdecode` made a surrogate
    of, as `\xff`.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    character = error.object[error.start]
    if "\udc80" <= character <= "\udcff":
        return f"\\x{ord(character) - 0xDC00:02x}", error.start + 1
    return character.encode("ascii", "backslashreplace").decode(), error.start + 1


class _Metadata(ModuleType):
    """Stands for `importlib.metadata` until something of it is used.

    Pydantic imports it, and with it all of `email`, to look for plug-ins, which is switched off: 3 per cent of `check`.
    """

    def entry_points(self, **wanted: Any) -> Any:  # noqa: ANN401 - as the true one
        """Return what the true one does."""
        return self.__getattr__("entry_points")(**wanted)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has under that name
        if name.startswith("__"):  # what the machinery of imports asks a module
            raise AttributeError(name)
        sys.modules.pop(self.__name__, None)
        return getattr(import_module(self.__name__), name)


def main() -> NoReturn:
    """Run the command line."""
    gc.set_threshold(*COLLECT)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nothing installed elsewhere takes part
    sys.modules.setdefault("importlib.metadata", _Metadata("importlib.metadata"))
    codecs.register_error(_PRINTABLE, _escape)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_PRINTABLE)
    try:
        cli(prog_name="reportgen")
    except SystemExit as ended:
        sys.exit(2 if told_lost() else ended.code)
    except MemoryError:
        click.echo("the inputs need more memory than there is; nothing was written", err=True)
        sys.exit(2)
    except OSError as error:
        click.echo(f"{error.filename or 'reportgen'}: {error.strerror or error}; nothing was written", err=True)
        sys.exit(2)
    sys.exit(0)
