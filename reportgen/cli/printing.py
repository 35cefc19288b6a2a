"""How commands print what they found and what they did, and how they end."""

import functools
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click
from msgspec import Struct

from reportgen import __version__
from reportgen.cli.echo import echo
from reportgen.cli.github import annotations
from reportgen.cli.verbosity import with_verbosity
from reportgen.diagnostics import Diagnostic, Place, errors_of
from reportgen.diagnostics.render import as_json, render_text, shown_path
from reportgen.regex import regex

FORMATS = ("text", "json", "github")
"""The forms in which every command prints what it found."""
_NOT_THE_DATA = frozenset({"RG116", "RG117", "RG602", "RG640", "RG641", "RG642", "RG643", "RG790", "RG791"})
"""Problems of the call, such as a folder that is not there, and of the machine."""
_UNREADABLE = "RG102"
"""A file that is not there or cannot be read: a problem of the call where it was named there, else of the project."""
STEP = "… "
"""How a line on a step of a command begins."""
_UNDECODED = regex("[\udc80-\udcff]")
"""A byte of a file's name that is not UTF-8, as `os.fsdecode` gives it."""


class Printer(Struct, frozen=True):
    """Prints in the form, and as much, as the options of a command ask for."""

    shape: str = "text"
    """`text` for people; `json`: one value for programs; `github`: findings as workflow commands, and nothing else,
    because any other line that an agency's text gets into could be such a command as well."""
    verbosity: str | None = None
    """`quiet`: errors only; `verbose`: also the steps, and what the codes mean."""
    typed: frozenset[str] = frozenset()
    """The paths that were typed, as places name them."""

    @property
    def is_quiet(self) -> bool:
        """Return whether only errors are to be printed."""
        return self.verbosity == "quiet"

    def tell(self, line: str) -> None:
        """Print to standard error, where it does not mix with what is asked for; not with --quiet."""
        if not self.is_quiet:
            echo(f"{STEP}{line}", err=True)

    def step(self, line: str) -> None:
        """Print a step of a long command as it begins: for people, or with --verbose."""
        if self.shape == "text" or self.verbosity == "verbose":
            self.tell(line)

    def detail(self, line: str) -> None:
        """Print a step with --verbose only."""
        if self.verbosity == "verbose":
            self.tell(line)

    def say(self, *lines: str) -> None:
        """Print lines that say what was done; for people, and not with --quiet.

        Nothing in them, such as the name of a file that was sent, is a second line or a command to the terminal.
        """
        if not self.is_quiet:
            self.give(*map(shown_path, lines))

    def give(self, *lines: str) -> None:
        """Print lines that are what the command was called for, which --quiet leaves."""
        if self.shape == "text" and lines:
            echo("\n".join(lines))

    def show(self, diagnostics: Iterable[Diagnostic], facts: Mapping[str, object] | None = None) -> None:
        """Print diagnostics.

        Args:
            diagnostics: in any order; they are sorted by place.
            facts: what else JSON says, with the diagnostics among it; None: JSON is the list of the diagnostics.
        """
        found = list(diagnostics)
        if self.shape == "json":
            self.dump(as_json(found) if facts is None else {**facts, "diagnostics": as_json(found)})
            return
        if self.is_quiet:
            found = list(errors_of(found))
        text = annotations(found) if self.shape == "github" else render_text(found)
        if text:
            echo(text)
        if self.verbosity == "verbose":
            from reportgen.diagnostics.explanations import explanations  # which loads all names of characters in HTML

            for code in sorted({diagnostic.code for diagnostic in found}):
                self.give(f"{code} means: {explanations()[code].meaning}")

    def dump(self, data: object, indent: int | None = 2) -> None:
        """Print data as JSON; without an indent on one line."""
        echo(dumped(data, indent))

    def relay(self, text: str) -> None:
        """Print what another process printed in the same form."""
        if text:
            echo(text.rstrip("\n"))

    def finish(
        self, diagnostics: Iterable[Diagnostic], facts: Mapping[str, object] | None = None, lines: Iterable[str] = ()
    ) -> None:
        """Print diagnostics, then lines that say what was done, and end the command where there are errors.

        Args:
            diagnostics: as for `show`.
            facts: as for `show`.
            lines: for people.
        """
        found = list(diagnostics)
        self.show(found, facts)
        self.say(*lines)
        self.end(found)

    def refuse(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print to standard error what was found before there is a result, and end where there are errors."""
        found = list(diagnostics)
        if self.shape == "github":
            self.show(found)
        elif found:
            echo(render_text(found), err=True)
        self.end(found)

    def end(self, diagnostics: Iterable[Diagnostic]) -> None:
        """End with 1 where there are errors, with 2 where the call was wrong or the system stood in the way."""
        errors = errors_of(diagnostics)
        if errors:
            sys.exit(2 if all(map(self._is_of_the_call, errors)) else 1)

    def _is_of_the_call(self, error: Diagnostic) -> bool:
        named = error.place.file if error.place else None
        return error.code in _NOT_THE_DATA or (error.code == _UNREADABLE and named in self.typed)


def with_printer(*more: str, **option: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command `--format`, `--quiet` and `--verbose`; its function gets a `printer` that keeps to them.

    Args:
        more: forms of this command beside those of all.
        option: the help of `--format`, where it is not the usual one.
    """
    shape = click.option(
        "--format",
        "shape",
        type=click.Choice([*FORMATS, *more]),
        default="text",
        show_default=True,
        help=option.get("help", "How to print what was found."),
    )

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def run(*arguments: object, shape: str, verbosity: str | None, **options: object) -> None:
            context = click.get_current_context()
            printer = Printer(shape, verbosity or context.find_root().params.get("verbosity"), _paths(options.values()))
            printer.detail(f"reportgen {__version__}, Python {sys.version.split()[0]}: {context.info_name}")
            function(*arguments, printer=printer, **options)

        return shape(with_verbosity(run))

    return decorate


def dumped(data: object, indent: int | None = 2) -> str:
    r"""Return data as JSON that any stream can print; bytes of names that are not UTF-8 are written as `\xff`."""
    written = json.dumps(data, ensure_ascii=False, indent=indent)
    return _UNDECODED.sub(lambda match: f"\\\\x{ord(match[0]) - 0xDC00:02x}", written)


def place_facts(place: Place | None) -> dict[str, object]:
    """Return a place for programs; what is not known is None."""
    return {name: getattr(place, name, None) for name in ("file", "line", "column", "sheet", "cell")}


def _paths(values: Iterable[object]) -> frozenset[str]:
    """Return the paths among the arguments of a command."""
    flat = (one for value in values for one in (value if isinstance(value, tuple) else (value,)))
    return frozenset(one.as_posix() for one in flat if isinstance(one, Path))
