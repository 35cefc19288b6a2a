"""What two commands end with: files that show what was changed, and the summary of it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.cli.holding import refusals
from reportgen.cli.printing import Printer
from reportgen.diagnostics import Diagnostic
from reportgen.files.output import write_files
from reportgen.word.redline.summary import Summary, summary_data, summary_text


def give_changes(
    printer: Printer, summary: Summary, folder: Path, files: Mapping[str, bytes], found: Iterable[Diagnostic]
) -> None:
    """Write files, print what was changed, and end the command.

    Args:
        printer: of the command.
        summary: what was changed.
        folder: where the files go.
        files: their contents by name.
        found: what is to be said of the documents.
    """
    diagnostics, written = list(found), list[Path]()
    with refusals(diagnostics):
        written = write_files(folder, files) if files else []
    printer.show(diagnostics, {**summary_data(summary), "files": [file.as_posix() for file in written]})
    printer.give(summary_text(summary))
    printer.say("", *(f"wrote {file}" for file in written))
    printer.end(diagnostics)
