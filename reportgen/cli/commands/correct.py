"""`reportgen correct`."""

from pathlib import Path

import click

from reportgen.agencies.symbol import correct_symbol
from reportgen.cli.arguments import PROJECT
from reportgen.cli.holding import holding, refusals
from reportgen.cli.printing import Printer, with_printer
from reportgen.files.output import write_files


@click.command()
@PROJECT
@click.option("--symbol", required=True, help="The right symbol of the report.")
@click.option("--cycle", type=click.IntRange(1, 99), help="The right number of the report, where that was wrong too.")
@with_printer()
def correct(project: Path, symbol: str, cycle: int | None, printer: Printer) -> None:
    """Correct the symbol of PROJECT.

    It is corrected in report.yaml, also after workbooks went out, which are then still taken: the symbol that they
    carry is kept under earlier_symbols. Nothing else in the file changes.

    Example: reportgen correct inputs --symbol CCPR/C/KAZ/3
    """
    written: list[Path] = []
    with holding(project, "correct", printer):
        corrected = correct_symbol(project, symbol, cycle)
        diagnostics = list(corrected.diagnostics)
        with refusals(diagnostics):
            written = write_files(project, corrected.files) if corrected.files else []
    kept = ", ".join(corrected.earlier) or "no other symbol"
    lines = [f"{path}: the symbol is {symbol}; workbooks with {kept} are still taken" for path in written]
    printer.finish(diagnostics, {"files": [path.as_posix() for path in written]}, lines)
