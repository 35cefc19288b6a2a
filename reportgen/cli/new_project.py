"""The options of the commands that make a project: `init`, `rollover` and `import`."""

import click

from reportgen.agencies.start import parse_years
from reportgen.cli.options import one_line, read_day
from reportgen.limits import LABEL_CHARACTERS
from reportgen.model import TREATIES

TREATY_CODE = click.Choice(list(TREATIES))


def _read_years(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[int, ...]:
    """Return the years of `2020-2023` or `2020,2022`; none where none are given."""
    del context, parameter
    try:
        return parse_years(value) if value is not None else ()
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _one_line(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return a value that `report.yaml` will take."""
    del context, parameter
    return None if value is None else one_line(value, LABEL_CHARACTERS)


TREATY = click.option("--treaty", type=TREATY_CODE, help="The treaty.")
CYCLE = click.option("--cycle", type=click.IntRange(1, 99), help="The number of the report.")
YEARS = click.option(
    "--years", callback=_read_years, metavar="2024-2027", help="The years for which figures are asked."
)
DUE = click.option("--due", type=click.IntRange(1900, 2199), help="The year in which the report is due.")
SYMBOL = click.option("--symbol", help="The symbol of the report, where it is not the usual one.")
COORDINATOR = click.option(
    "--coordinator", callback=_one_line, metavar="TEXT", help="Whom agencies ask, with telephone or e-mail."
)
SUBMISSIONS_DUE = click.option(
    "--submissions-due", callback=read_day, metavar="YYYY-MM-DD", help="The day by which agencies send."
)
