"""Findings as workflow commands of GitHub Actions, which shows them at their lines.

The form is that of the page "Workflow commands for GitHub Actions"; what is escaped, and how, is that of
`packages/core/src/command.ts` in actions/toolkit.
"""

from collections.abc import Iterable

from reportgen.diagnostics import Diagnostic, Place, Severity
from reportgen.diagnostics.render import shown_path

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def annotations(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a line a diagnostic, sorted by place: `::error file=…,line=…,col=…,title=…::message`."""
    return "\n".join(
        annotation(
            diagnostic.severity,
            diagnostic.code,
            (diagnostic.message, *diagnostic.notes, diagnostic.hint or ""),
            diagnostic.place,
        )
        for diagnostic in sorted(diagnostics, key=lambda one: one.order)
    )


def annotation(severity: Severity, title: str, texts: Iterable[str], place: Place | None) -> str:
    """Return the workflow command for a finding.

    Args:
        severity: of the finding.
        title: its code.
        texts: the message and what is to be said with it, a line each; empty ones are left out.
        place: where it is. A cell or a paragraph, for which the command has no property, stands before the message.
    """
    values: dict[str, object] = {"title": title}
    within = ""
    if place is not None:
        file = shown_path(place.file)
        values = {"file": file, "line": place.line, "col": place.column, **values}
        within = shown_path(str(place)).removeprefix(file).lstrip(":, ") if place.line is None else ""
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items() if value is not None)
    text = "\n".join(filter(None, texts))
    return f"::{_LEVELS[severity]} {properties}::{_data(f'{within}: {text}' if within else text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
