"""`reportgen phrase`."""

import json
import sys
from pathlib import Path

import click

from reportgen.cli.echo import echo
from reportgen.cli.github import annotation
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import Place, Severity, errors_of
from reportgen.diagnostics.render import render_text
from reportgen.languages.language import LANGUAGES
from reportgen.phrases import Phrased, write_phrases


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--language",
    "--lang",
    "lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language to write.",
)
@with_printer("jsonl")
def phrase(file: Path, lang: str, printer: Printer) -> None:
    """Write out the texts with references of FILE.

    FILE is a list in YAML or JSON; each case has id, text, indicators and, if it is to be compared, expect. Words may
    stand in several languages, as in a project. Ends with 1 where a text cannot be written or is not the expected one.

    Example: reportgen phrase cases.yaml
    """
    written = write_phrases(file, lang)
    failed = [phrased for phrased in written.phrased if not phrased.ok]
    match printer.shape:
        case "json":
            printer.dump([_facts(phrased) for phrased in written.phrased])
        case "jsonl":
            for phrased in written.phrased:
                echo(json.dumps(_facts(phrased), ensure_ascii=False))
        case "github":
            printer.show(diagnostic for phrased in written.phrased for diagnostic in phrased.diagnostics)
            for phrased in failed:
                if phrased.text is not None:
                    texts = (f"{phrased.id}: not as expected", phrased.difference)
                    echo(annotation(Severity.ERROR, "phrase", texts, Place(file.as_posix())))
        case _:
            printer.give(*map(_text, failed if printer.is_quiet else written.phrased))
            if failed:
                echo(f"{len(failed)} of {len(written.phrased)} cases are not as they should be", err=True)
    printer.refuse(written.diagnostics)
    if failed:
        sys.exit(1)


def _facts(phrased: Phrased) -> dict[str, object]:
    """Return a case for programs: its text, or its first error."""
    error = next(iter(errors_of(phrased.diagnostics)), None)
    if error is None:
        return {"id": phrased.id, "text": phrased.text, "ok": phrased.ok}
    return {"id": phrased.id, "error": f"{error.code}: {error.message}", "hint": error.hint}


def _text(phrased: Phrased) -> str:
    """Return a case for people: what was written, and how it differs from what was expected."""
    if phrased.text is None:
        return f"{phrased.id}: no text\n{render_text(phrased.diagnostics)}"
    if phrased.ok:
        return phrased.text
    lines = (f"expected: {phrased.expect}", f"written:  {phrased.text}", f"changes:  {phrased.difference}")
    return "\n  ".join((f"{phrased.id}: not as expected", *lines))
