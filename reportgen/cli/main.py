"""The command line: reads a command, calls the pipeline, shows and saves what comes out.

Every command ends with 0 (clean), 1 (errors found) or 2 (wrong usage, or the system stands in the way). What a user
did never ends in a traceback.
"""

import codecs
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from reportgen import __version__
from reportgen.cli import audit, budget, cycle, importing, loop, returns, style, upgrade, verify
from reportgen.cli.holding import holding
from reportgen.cli.showing import OUTPUT_FORMAT, PROJECT, end, rendered, show

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from reportgen.diagnostics import Diagnostic
    from reportgen.phrases import Phrased
    from reportgen.pipeline import Built, Judge
    from reportgen.writers.pdf import FontFile
    from reportgen.writers.rendering import Format

_FORMATS = ("docx", "pdf", "html")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="reportgen", message="%(prog)s %(version)s")
def cli() -> None:
    """Turn agencies' submissions into a State's report to a United Nations treaty body.

    A project is a folder with report.yaml, issues.yaml, agencies.yaml and submissions/.
    """


def _formats(context: click.Context, parameter: click.Parameter, value: str) -> "tuple[Format, ...]":
    """`docx,pdf` as formats, each once."""
    del context, parameter
    names = tuple(dict.fromkeys(name.strip().lower() for name in value.split(",") if name.strip()))
    wrong = [name for name in names if name not in _FORMATS]
    if wrong or not names:
        message = f"{', '.join(wrong) or 'nothing'} is no format; write one or more of {', '.join(_FORMATS)}"
        raise click.BadParameter(message)
    return names  # type: ignore[return-value] # each was compared with the formats


@cli.command()
@PROJECT
@click.option("--to", "formats", default="docx,pdf,html", show_default=True, callback=_formats, help="What to make.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write. [default: PROJECT/build]")
@click.option("--final", is_flag=True, help="Refuse while anything is missing, asked or void.")
@click.option("--strict", is_flag=True, help="Refuse while there are warnings.")
@OUTPUT_FORMAT
def build(
    project: Path, formats: "Sequence[Format]", out: Path | None, shape: str, *, final: bool, strict: bool
) -> None:
    """Make the report of PROJECT as DOCX, PDF and HTML.

    Files are named after the symbol, CCPR-C-KAZ-3.docx, and stand in PROJECT/build with a manifest of what they
    were made from. A failed build leaves earlier files as they were.

    --final is for the report that leaves: it refuses while there are errors, issues that are awaiting, questions
    about figures that nobody has answered, or clearances that no longer hold, and says which.

    Examples: reportgen build inputs --to docx,pdf, reportgen build inputs --final
    """
    from reportgen.files.output import OutputError, write_files  # noqa: PLC0415 - only this command writes reports
    from reportgen.pipeline import build_project  # noqa: PLC0415 - `--help` needs none of it

    folder = out or project / "build"
    judge = _judge() if final else None
    written: list[Path] = []
    with holding(project, "build", shape, folder):
        result = build_project(
            project, formats, final=judge, strict=strict, timestamp=_timestamp(), progress=_progress(shape)
        )
        diagnostics = list(result.diagnostics)
        try:
            written = write_files(folder, result.files) if result.files else []
        except OutputError as error:
            diagnostics.append(error.diagnostic)
    show(diagnostics, shape, _build_facts(result, written))
    if shape == "text":
        _summarize_build(result, diagnostics, written)
    end(diagnostics)


@cli.command()
@PROJECT
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--templates", is_flag=True, help="Try all templates over samples of other documents as well.")
@OUTPUT_FORMAT
def check(project: Path, shape: str, *, strict: bool, templates: bool) -> None:
    """Say what is wrong or doubtful in PROJECT.

    Everything at once, at its file and line or its sheet and cell; no document is made. Of the templates in PROJECT it
    says what is certain: unknown names, filters and fields, HTML that a report does not have, and what is never used.
    With --templates they and the shipped ones are also tried over samples of other kinds of documents.

    Example: reportgen check inputs
    """
    from reportgen.checks.templates.checking import check_templates, join_findings  # noqa: PLC0415 - as above
    from reportgen.diagnostics.render import summary  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.pipeline import check_project  # noqa: PLC0415 - as above

    checked = check_project(project, strict=strict)
    found = check_templates(project, certain_only=not templates, loaded=checked.loaded, strict=strict)
    diagnostics = sorted(join_findings(checked.diagnostics, found), key=lambda one: one.order)
    show(diagnostics, shape)
    if shape == "text":
        click.echo(f"{project}: {summary(diagnostics)}")
    end(diagnostics)


@cli.command()
@click.argument("what", metavar="CODE | PROJECT")
@click.argument("indicator", required=False)
def explain(what: str, indicator: str | None) -> None:
    """Explain a CODE, or an INDICATOR of PROJECT.

    A code: what it means, with an example. An indicator: the facts, the references that fit it with their texts, and
    why its generated sentence is what it is.

    Examples: reportgen explain RG301, reportgen explain inputs dv_cases
    """
    if indicator is None:
        _explain_code(what)
    else:
        _explain_indicator(Path(what), indicator)


def _explain_code(code: str) -> None:
    """Print the meaning of a code, with an example."""
    from reportgen.diagnostics.explanations import explanations  # noqa: PLC0415 - as above
    from reportgen.published.audit.page import MEANINGS  # noqa: PLC0415 - `--help` needs none of it

    meaning = next((text for known, text in MEANINGS.items() if known == code.lower()), None)
    if meaning is not None:
        click.echo(f"{code.lower()}: {meaning}\n\nreportgen audit finds it in the text of a report; see docs/audit.md.")
        return
    entry = explanations().get(code.upper())
    if entry is None:
        raise click.BadParameter(_no_code(code), param_hint="CODE")
    click.echo(f"{code.upper()}: {entry.title} ({entry.severity})\n\n{click.wrap_text(entry.meaning, 90)}\n")
    click.echo(f"Example: {entry.example}")


def _no_code(what: str) -> str:
    """What is said of something that is neither a code nor a project with an indicator."""
    if Path(what).is_dir():
        return f"{what} is a folder; name an indicator of it as well, or a code"
    if what.upper().startswith("RG"):
        return f"there is no code {what}; a code is RG and three digits, as a message gives it in brackets"
    return f"there is no code and no project {what}"


def _explain_indicator(project: Path, key: str) -> None:
    """Print the facts, the fitting references with their texts, and the generated text of an indicator."""
    from reportgen.pipeline import explain_indicator  # noqa: PLC0415 - `--help` needs none of it

    explained = explain_indicator(project, key)
    if isinstance(explained, tuple):
        show(explained, "text")
        end(explained)
    else:
        click.echo(str(explained))


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["en", "fr"]), default="en", show_default=True, help="The language to write.")
@click.option(
    "--format", "shape", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How to print."
)
def phrase(file: Path, lang: str, shape: str) -> None:
    """Write out the texts with references of FILE.

    FILE is a list in YAML or JSON; each case has id, text, indicators and, if it is to be compared, expect. Ends with
    1 where a text cannot be written or is not the expected one.

    Example: reportgen phrase cases.yaml
    """
    from reportgen.phrases import write_phrases  # noqa: PLC0415 - `--help` needs none of it

    written = write_phrases(file, lang)
    for phrased in written.phrased:
        click.echo(_phrased_json(phrased) if shape == "jsonl" else _phrased_text(phrased))
    if written.diagnostics:
        click.echo(rendered(written.diagnostics), err=True)
    failed = [phrased for phrased in written.phrased if not phrased.ok]
    if shape == "text" and failed:
        click.echo(f"{len(failed)} of {len(written.phrased)} cases are not as they should be", err=True)
    if failed:
        sys.exit(1)
    end(written.diagnostics)


def _phrased_json(phrased: "Phrased") -> str:
    """One case as a line of JSON."""
    import json  # noqa: PLC0415 - `--help` does not need it

    from reportgen.phrases import first_error  # noqa: PLC0415 - as above

    error = first_error(phrased)
    record: dict[str, object] = {"id": phrased.id}
    if error is None:
        record |= {"text": phrased.text, "ok": phrased.ok}
    else:
        record |= {"error": f"{error.code}: {error.message}", "hint": error.hint}
    return json.dumps(record, ensure_ascii=False)


def _phrased_text(phrased: "Phrased") -> str:
    """One case as text: what was written, and how it differs from what was expected."""
    if phrased.text is None:
        return f"{phrased.id}: no text\n{rendered(phrased.diagnostics)}"
    if phrased.ok:
        return phrased.text
    lines = (f"expected: {phrased.expect}", f"written:  {phrased.text}", f"changes:  {phrased.difference}")
    return "\n  ".join((f"{phrased.id}: not as expected", *lines))


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("schema"))
def schema(folder: Path) -> None:
    """Write JSON Schemas of the project files.

    Editors that know YAML complete and check the files by them.

    Put the line "# yaml-language-server: $schema=../schema/report.schema.json" at the head of a file.

    Example: reportgen schema schema
    """
    from reportgen.files.output import OutputError, write_files  # noqa: PLC0415 - as above
    from reportgen.model.schema import json_schemas  # noqa: PLC0415 - `--help` needs none of it

    try:
        for path in write_files(folder, json_schemas()):
            click.echo(path)
    except OutputError as error:
        show([error.diagnostic], "text")
        end([error.diagnostic])


def _judge() -> "Judge":
    """What judges a final build."""
    from reportgen.agencies.final import judge_final  # noqa: PLC0415 - a draft needs none of it

    return judge_final


def _timestamp() -> "dt.datetime":
    """The date for the properties of outputs: SOURCE_DATE_EPOCH where it is set, else a fixed one."""
    import datetime as dt  # noqa: PLC0415 - `--help` needs none of it

    from reportgen.pipeline import EARLIEST  # noqa: PLC0415 - as above

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return EARLIEST
    try:
        return max(dt.datetime.fromtimestamp(int(epoch), dt.UTC), EARLIEST)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}, which is no number of seconds since 1970") from None


def _progress(shape: str) -> "Callable[[str], None]":
    """Steps go to standard error, where they do not mix with what is printed."""

    def say(step: str) -> None:
        if shape == "text":
            click.echo(f"… {step}", err=True)

    return say


def _build_facts(result: "Built", written: "Sequence[Path]") -> dict[str, object]:
    """The summary of a build for programs."""
    from reportgen.cli.typed import typed_facts  # noqa: PLC0415 - `--help` needs none of it

    report, counts = result.checked.report, result.checked.counts
    return {
        "symbol": report.settings.symbol if report else None,
        "issues": len(report.outline.issues) if report else None,
        "awaiting": list(result.checked.awaiting),
        "paragraphs": counts.paragraphs if counts else None,
        "words": counts.words if counts else None,
        "limit": report.settings.limit if report else None,
        "figures": counts.figures if counts else None,
        **typed_facts(result.checked.typed),
        "annexed": counts.annexed if counts else None,
        "fonts": [font.described for font in result.fonts],
        "files": [path.as_posix() for path in written],
    }


def _summarize_build(result: "Built", diagnostics: "Sequence[Diagnostic]", written: "Sequence[Path]") -> None:
    """The summary of a build for people."""
    from reportgen.cli.typed import typed_lines  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.diagnostics.render import summary  # noqa: PLC0415 - as above

    report, counts = result.checked.report, result.checked.counts
    if report is None or counts is None or not written:
        click.echo(f"{summary(diagnostics)}: nothing was written, earlier files are as they were")
        return
    issues, awaiting = report.outline.issues, result.checked.awaiting
    waiting = f", {len(awaiting)} awaiting ({_ranges(awaiting)})" if awaiting else ""
    limit = report.settings.limit
    share = f"{counts.words / limit:.0%}"
    lines = (
        report.settings.symbol,
        f"  issues      {len(issues) - len(awaiting)} answered{waiting}",
        f"  paragraphs  {counts.paragraphs:,}",
        f"  words       {counts.words:,} of {limit:,} ({share})",
        f"  figures     {counts.figures:,} written from data",
        *((f"  annex       {counts.annexed:,} figures; its words do not count",) if counts.annexed else ()),
        *typed_lines(result.checked.typed),
        f"  found       {summary(diagnostics)}",
        *(f"  wrote       {path}" for path in written),
        *((f"  fonts       {_fonts(result.fonts)}",) if result.fonts else ()),
    )
    click.echo("\n".join(lines))


def _fonts(fonts: "Sequence[FontFile]") -> str:
    """Return the font files of a PDF by their release: `LiberationSerif, LiberationSerif-Bold (2.1.5)`."""
    releases: dict[str, list[str]] = {}
    for font in fonts:
        releases.setdefault(font.version, []).append(font.name)
    return "; ".join(f"{', '.join(names)} ({version})" for version, names in releases.items())


def _ranges(numbers: "Sequence[int]") -> str:
    """`16–18, 20` for 16, 17, 18, 20."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


for _group in (loop, returns, cycle, upgrade, budget, style, audit, importing, verify):
    for _command in _group.COMMANDS:
        cli.add_command(_command)


_COLLECT = (200_000, 50, 100)
"""When the garbage collector looks: a report is a million small values that all stay, and looking at them again and
again took 40 per cent of composing a large one (measured)."""


_PRINTABLE = "reportgen.printable"
"""How what a terminal cannot show is printed: an en dash as \\u2013, a byte of a file's name as \\xff."""


def _escape(error: UnicodeError) -> tuple[str | bytes, int]:
    """Escape what a stream cannot encode; `os.fsdecode` made surrogates of bytes that are not UTF-8."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    character = error.object[error.start]
    if "\udc80" <= character <= "\udcff":
        return f"\\x{ord(character) - 0xDC00:02x}", error.start + 1
    return character.encode("ascii", "backslashreplace").decode(), error.start + 1


def main() -> NoReturn:
    """Run the command line; the entry point of `reportgen` and `python -m reportgen`."""
    gc.set_threshold(*_COLLECT)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nothing installed elsewhere takes part
    codecs.register_error(_PRINTABLE, _escape)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_PRINTABLE)
    try:
        cli(prog_name="reportgen")
    except MemoryError:
        click.echo("the inputs need more memory than there is; nothing was written", err=True)
        sys.exit(2)
    except OSError as error:
        click.echo(f"{error.filename or 'reportgen'}: {error.strerror or error}; nothing was written", err=True)
        sys.exit(2)
    sys.exit(0)
