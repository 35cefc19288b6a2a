"""`reportgen explain`."""

from pathlib import Path

import click
from msgspec import to_builtins

from reportgen.cli.options import LANGUAGE
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics.explanations import explanations
from reportgen.pipeline import explain_indicator
from reportgen.published.audit.page import MEANINGS

_OF_THE_AUDIT = "reportgen audit finds it in the text of a report; see docs/audit.md."


@click.command()
@click.argument("what", metavar="CODE | PROJECT")
@click.argument("indicator", required=False)
@LANGUAGE
@with_printer()
def explain(what: str, indicator: str | None, language: str | None, printer: Printer) -> None:
    """Explain a CODE, or an INDICATOR of PROJECT.

    A code: what it means, with an example. An indicator: the facts, the references that fit it with their texts, and
    why its generated sentence is what it is; --language gives them in another version that report.yaml names.

    Examples: reportgen explain RG301, reportgen explain inputs dv_cases
    """
    if indicator is None:
        _explain_code(what, printer)
    else:
        _explain_indicator(Path(what), indicator, language, printer)


def _explain_code(what: str, printer: Printer) -> None:
    """Print the meaning of a code, with an example."""
    meaning = next((text for known, text in MEANINGS.items() if known == what.lower()), None)
    code = what.upper()
    entry = explanations().get(code)
    if meaning is not None:
        facts = {"code": what.lower(), "meaning": meaning}
        text = f"{what.lower()}: {meaning}\n\n{_OF_THE_AUDIT}"
    elif entry is not None:
        facts = {"code": code, "title": entry.title, "severity": entry.severity}
        facts |= {"meaning": entry.meaning, "example": entry.example}
        text = f"{code}: {entry.title} ({entry.severity})\n\n{click.wrap_text(entry.meaning, 90)}\n\n"
        text += f"Example: {entry.example}"
    else:
        raise click.BadParameter(_no_code(what), param_hint="CODE")
    if printer.shape == "json":
        printer.dump(facts)
    printer.give(text)


def _no_code(what: str) -> str:
    """Return why something is neither a code nor a project with an indicator."""
    if Path(what).is_dir():
        return f"{what} is a folder; name an indicator of it as well, or a code"
    if what.upper().startswith("RG"):
        return f"there is no code {what}; a code is RG and three digits, as a message gives it in brackets"
    return f"there is no code and no project {what}"


def _explain_indicator(project: Path, key: str, language: str | None, printer: Printer) -> None:
    """Print the facts, the fitting references with their texts, and the generated text of an indicator."""
    explained = explain_indicator(project, key, language)
    if isinstance(explained, tuple):
        printer.finish(explained)
    elif printer.shape == "json":
        printer.dump(to_builtins(explained))
    else:
        printer.give(str(explained))
