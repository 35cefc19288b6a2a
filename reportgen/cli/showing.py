"""What all commands share: how diagnostics are printed, and how a command ends.

Everything heavy is imported where it is needed: `--help` needs none of it.
"""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.diagnostics import Diagnostic

PROJECT = click.argument("project", type=click.Path(path_type=Path))
OUTPUT_FORMAT = click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print what was found.",
)
TREATIES = ("cerd", "cescr", "ccpr", "cedaw", "cat", "crc", "cmw", "crpd", "ced")
"""The codes of the treaties, as they are typed."""
_NOT_THE_DATA = frozenset({"RG116", "RG117", "RG602", "RG640", "RG641", "RG642", "RG643"})
"""Problems of the call, such as a folder that is not there, and of the machine."""


def read_day(context: click.Context, parameter: click.Parameter, value: str | None) -> dt.date:
    """A date as it is written, `2024-01-31`; today where none is given."""
    del context, parameter
    if value is None:
        return dt.datetime.now(tz=dt.UTC).astimezone().date()
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value} is no date; write it as 2024-01-31") from None


def read_years(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[int, ...]:
    """`2020-2023` or `2020,2022` as years; none where none are given."""
    del context, parameter
    if value is None:
        return ()
    from reportgen.agencies.start import parse_years  # noqa: PLC0415 - `--help` needs none of it

    try:
        return parse_years(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


DATE = click.option(
    "--date", callback=read_day, metavar="YYYY-MM-DD", help="The day that counts as today. [default: today]"
)


def rendered(diagnostics: "Iterable[Diagnostic]") -> str:
    """Diagnostics as text, sorted by place."""
    from reportgen.diagnostics.render import render_text  # noqa: PLC0415 - `--help` needs none of it

    return render_text(diagnostics)


def dumped(data: object) -> str:
    r"""Return data as JSON that any stream can print; bytes of names that are not UTF-8 are written as `\xff`."""
    import json  # noqa: PLC0415 - `--help` needs none of it
    import re  # noqa: PLC0415 - as above

    written = json.dumps(data, ensure_ascii=False, indent=2)
    return re.sub("[\udc80-\udcff]", lambda found: f"\\\\x{ord(found[0]) - 0xDC00:02x}", written)


def show(diagnostics: "Iterable[Diagnostic]", shape: str, facts: dict[str, object] | None = None) -> None:
    """Print diagnostics: as text; as JSON, a list, or facts with the list in them."""
    from reportgen.diagnostics.render import as_json  # noqa: PLC0415 - `--help` needs none of it

    if shape == "json":
        found = as_json(diagnostics)
        click.echo(dumped(found if facts is None else facts | {"diagnostics": found}))
    elif text := rendered(diagnostics):
        click.echo(text)


def end(diagnostics: "Iterable[Diagnostic]") -> None:
    """End with 1 where there are errors, with 2 where the call was wrong or the system stood in the way."""
    from reportgen.diagnostics import Severity  # noqa: PLC0415 - `--help` needs none of it

    errors = [diagnostic.code for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]
    if errors:
        sys.exit(2 if all(code in _NOT_THE_DATA for code in errors) else 1)
