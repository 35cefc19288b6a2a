"""Print what verify found, for people and for programs."""

from msgspec import to_builtins

from reportgen.diagnostics import Literal, count_of, shown
from reportgen.diagnostics.render import as_json, render_text, shown_path
from reportgen.word.result import Edit, FigureFate, Verified


def verify_text(verified: Verified, name: str) -> str:
    """Return what was found, for reading: figures and references, the edits, the audit, the summary."""
    parts = [render_text(verified.diagnostics)]
    if verified.edits:
        parts.append("\n".join(["Text that is not as it was built:", *map(_edit, verified.edits)]))
    if verified.findings:
        found = zip(verified.findings, verified.audit_places, strict=True)
        lines = (f"  {where}: {one.severity}[{one.code}] {one.message}\n    {one.evidence}" for one, where in found)
        parts.append("\n".join(["What the edited text says now, and did not say before:", *lines]))
    if verified.figures:
        parts.append(summary(verified, name))
    return "\n\n".join(filter(None, parts))


def summary(verified: Verified, name: str) -> str:
    """Return one line: what became of the figures, and how much text was edited."""
    counts = [
        f"{verified.count(state):,} {state}"
        for state in FigureFate
        if verified.count(state) or state is FigureFate.UNCHANGED
    ]
    text = f"{count_of(len(verified.edits), 'edit')} of the text" if verified.edits else "no text was edited"
    counted = f"{count_of(len(verified.figures), 'figure')} from data: {', '.join(counts)}"
    return f"{shown_path(name)}: {counted}; {text}"


def verify_json(verified: Verified) -> dict[str, object]:
    """Return what was found, as plain data."""
    return {
        "figures": {str(state): verified.count(state) for state in FigureFate},
        "changed": [
            {
                "indicator": found.figure.indicator,
                "periods": list(found.figure.periods),
                "state": str(found.state),
                "old": found.old,
                "new": found.new,
                "where": found.where,
                "places": [str(place) for place in found.figure.places],
            }
            for found in verified.figures
            if found.state is not FigureFate.UNCHANGED
        ],
        "edits": [to_builtins(edit) for edit in verified.edits],
        "audit": [
            {"where": where, "code": str(one.code), "message": one.message, "evidence": one.evidence}
            for one, where in zip(verified.findings, verified.audit_places, strict=True)
        ],
        "diagnostics": as_json(verified.diagnostics),
    }


def _edit(edit: Edit) -> str:
    was = f" (built as {edit.was})" if edit.was and edit.was != edit.where else ""
    return f"  {edit.where}{was}: {edit.kind}: {shown(Literal(edit.text))}"
