"""`reportgen budget`."""

from pathlib import Path

import click

from reportgen.agencies.budget import find_budget
from reportgen.agencies.budget_text import budget_data, budget_text
from reportgen.cli.arguments import PROJECT
from reportgen.cli.printing import Printer, with_printer


@click.command()
@PROJECT
@with_printer()
def budget(project: Path, printer: Printer) -> None:
    """Say where the words of PROJECT are.

    Words are counted as the United Nations counts them, by part, issue and agency, beside what each may use of the
    limit. A share with a star is one that issues.yaml gives; the others share what is left, alike. Below stands what
    would go to an annex first.

    Example: reportgen budget inputs
    """
    found = find_budget(project)
    if found.budget is None:
        printer.finish(found.diagnostics)
    elif printer.shape == "json":
        printer.dump(budget_data(found.budget))
    else:
        printer.give(budget_text(found.budget))
