"""The command for where the words of a report are."""

from pathlib import Path

import click

from reportgen.cli.showing import OUTPUT_FORMAT, PROJECT, dumped, end, show


@click.command()
@PROJECT
@OUTPUT_FORMAT
def budget(project: Path, shape: str) -> None:
    """Say where the words of PROJECT are, and what would go to an annex first.

    Words are counted as the United Nations counts them, by part, issue and agency, beside what each may use of the
    limit. A share with a star is one that issues.yaml gives; the others share what is left, alike.

    Example: reportgen budget inputs
    """
    from reportgen.agencies.budget import find_budget  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.agencies.budget_text import budget_data, budget_text  # noqa: PLC0415 - as above

    found = find_budget(project)
    if found.budget is None:
        show(found.diagnostics, shape)
        end(found.diagnostics)
        return
    if shape == "json":
        click.echo(dumped(budget_data(found.budget)))
    else:
        click.echo(budget_text(found.budget))


COMMANDS: tuple[click.Command, ...] = (budget,)
