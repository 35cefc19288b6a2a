"""What verify found, for people and for programs."""

from collections.abc import Iterator

from msgspec import to_builtins

from reportgen.diagnostics import shown
from reportgen.diagnostics.render import as_json, render_text
from reportgen.word.result import Edit, Kind, State, Verified

_HEADS = {
    Kind.EDITED: "Edited",
    Kind.ADDED: "Added",
    Kind.DELETED: "Deleted",
    Kind.MOVED: "Moved",
    Kind.SPLIT: "Split",
    Kind.MERGED: "Merged",
}


def verify_text(verified: Verified, name: str) -> str:
    """What was found, for reading: figures and references first, then the edits, then the audit, then the summary."""
    parts = [render_text(verified.diagnostics), *_edits(verified), *_audit(verified)]
    if verified.figures:
        parts.append(summary(verified, name))
    return "\n\n".join(part for part in parts if part)


def summary(verified: Verified, name: str) -> str:
    """One line: what became of the figures, and how much text was edited."""
    counts = [
        f"{verified.count(state):,} {state}" for state in State if verified.count(state) or state is State.UNCHANGED
    ]
    edits = len(verified.edits)
    text = "no text was edited" if not edits else f"{edits:,} {'edit' if edits == 1 else 'edits'} of the text"
    figures = f"{len(verified.figures):,} {'figure' if len(verified.figures) == 1 else 'figures'} from data"
    return f"{name}: {figures}: {', '.join(counts)}; {text}"


def verify_json(verified: Verified) -> dict[str, object]:
    """What was found, as plain data."""
    return {
        "figures": {str(state): verified.count(state) for state in State},
        "changed": [
            {
                "indicator": one.figure.indicator,
                "periods": list(one.figure.periods),
                "state": str(one.state),
                "old": one.old,
                "new": one.new,
                "where": one.where,
                "places": [str(place) for place in one.figure.places],
            }
            for one in verified.figures
            if one.state is not State.UNCHANGED
        ],
        "edits": [to_builtins(edit) for edit in verified.edits],
        "audit": [
            {"where": where, "code": str(one.code), "message": one.message, "evidence": one.evidence}
            for one, where in zip(verified.findings, verified.audit_places, strict=True)
        ],
        "diagnostics": as_json(verified.diagnostics),
    }


def _edits(verified: Verified) -> Iterator[str]:
    if verified.edits:
        yield "\n".join(["Text that is not as it was built:", *(f"  {_edit(edit)}" for edit in verified.edits)])


def _edit(edit: Edit) -> str:
    was = f" (built as {edit.was})" if edit.was and edit.was != edit.where else ""
    text = "".join(shown(character) for character in edit.text)
    return f"{edit.where}{was}: {_HEADS[edit.kind].lower()}: {text}"


def _audit(verified: Verified) -> Iterator[str]:
    if verified.findings:
        found = zip(verified.findings, verified.audit_places, strict=True)
        lines = [f"  {where}: {one.severity}[{one.code}] {one.message}\n    {one.evidence}" for one, where in found]
        yield "\n".join(["What the edited text says now, and did not say before:", *lines])
