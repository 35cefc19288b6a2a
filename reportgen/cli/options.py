"""Options that several commands take."""

import datetime as dt

import click

from reportgen.languages.language import LANGUAGES

LANGUAGE = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="Which of the versions that report.yaml names. [default: its language]",
)


def read_day(context: click.Context, parameter: click.Parameter, value: str | None) -> dt.date | None:
    """Return the day that an option names, such as `2024-01-31`, or None where it is not given."""
    del context, parameter
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value} is no date; write it as 2024-01-31") from None


def _read_today(context: click.Context, parameter: click.Parameter, value: str | None) -> dt.date:
    return read_day(context, parameter, value) or dt.datetime.now(tz=dt.UTC).astimezone().date()


DATE = click.option(
    "--date", callback=_read_today, metavar="YYYY-MM-DD", help="The day that counts as today. [default: today]"
)


def one_line(value: str, limit: int) -> str:
    """Return a text of an option on one line.

    Args:
        value: as it was typed.
        limit: the most characters that the file takes in which it is written.

    Raises:
        click.BadParameter: it is empty, too long, or not printable.
    """
    text = " ".join(value.split())
    if not text or len(text) > limit or not text.isprintable():
        raise click.BadParameter(f"write at most {limit} printable characters, and at least one")
    return text
