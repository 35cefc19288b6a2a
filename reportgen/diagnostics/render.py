"""Diagnostics as text for people and as JSON for programs."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reportgen.diagnostics.catalogue import CATALOGUE
from reportgen.diagnostics.diagnostic import Diagnostic, Severity, count_of, shown

_MANY = 12
"""Problems that are seen at a glance; of more, it is said how many there are of each kind."""


def render_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Return all diagnostics as lines a person reads: place, weight, code, message, hint.

    Errors come first, so that none is lost among a hundred warnings; both are sorted by place.
    """
    found = sorted(diagnostics, key=lambda item: (item.severity is not Severity.ERROR, item.order))
    return "\n".join(map(_text, found))


def _text(diagnostic: Diagnostic) -> str:
    place = f"{shown_path(str(diagnostic.place))}: " if diagnostic.place else ""
    lines = [f"{place}{diagnostic.severity}[{diagnostic.code}] {diagnostic.message}"]
    lines += [f"  note: {shown_path(note)}" for note in diagnostic.notes]
    if diagnostic.hint:
        lines.append(f"  hint: {diagnostic.hint}")
    return "\n".join(lines)


def shown_path(path: str) -> str:
    """Return a path fit to print, whole."""
    return "".join(shown(character) for character in path)


def as_json(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Return all diagnostics, sorted by place, as plain data.

    Each is `{code, severity, message, file, line, column, sheet, cell, paragraph, hint, notes}`; what is not known is
    None.
    """
    return [_plain(diagnostic) for diagnostic in sorted(diagnostics, key=lambda item: item.order)]


def _plain(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "sheet": place.sheet if place else None,
        "cell": place.cell if place else None,
        "paragraph": place.paragraph if place else None,
        "hint": diagnostic.hint,
        "notes": list(diagnostic.notes),
    }


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return `2 errors, 1 warning`, or `no errors`."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    named = [
        count_of(counts[severity], noun)
        for severity, noun in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "remark"))
        if counts[severity]
    ]
    return ", ".join(named) or "no errors"


def kinds(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Return a line for each kind of problem with their number, the weightiest first; none where there are few."""
    if len(diagnostics) <= _MANY:
        return []
    counts = Counter(
        (diagnostic.severity.rank, diagnostic.severity.value, diagnostic.code) for diagnostic in diagnostics
    )
    return [
        f"  {n:>5}  {weight:<7}  {code}  {CATALOGUE[code].title}" for (_, weight, code), n in sorted(counts.items())
    ]
