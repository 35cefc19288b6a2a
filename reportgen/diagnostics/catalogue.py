"""The closed list of problems: each code's severity, title, message and hint, read from `messages/`, a file a stage.

Codes by stage: RG1xx intake, RG2xx model (from RG220 on: the layout of workbooks), RG3xx checks, RG4xx narrative,
RG5xx compose, RG6xx writers and output, RG7xx the agencies' loop, RG8xx published documents, RG9xx the United Nations'
editorial rules. A code is never used again for something else. What each means, with an example, stands in
`docs/diagnostics.md` (`explanations.py` reads it).

The editorial rules are those of the United Nations Editorial Manual (un.org/dgacm/en/content/editorial-manual), cited
by its sections; where the Manual is silent, the usage of State reports that United Nations editors have edited is named
as such.
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, json

from reportgen.diagnostics.diagnostic import Diagnostic, Severity, shown
from reportgen.diagnostics.place import Place


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """How a problem is worded."""

    severity: Severity
    title: str
    """A noun phrase for lists: "a date where a number belongs"."""
    message: str
    """One phrase with the actual values, in `str.format` fields: "{text} is not a number"."""
    hint: str
    """The next action, a verb first: "write the number with digits only"."""
    is_question: bool = False
    """Whether it asks about a figure that may be right, and can be answered."""


_MESSAGES = Path(__file__).with_name("messages")
_STAGES = (
    *("intake", "intake_workbooks", "intake_figures", "intake_cells", "model", "layout", "checks", "narrative"),
    *("compose", "templates", "output", "loop", "published", "importing", "editorial"),
)
STAGES = {name: json.decode((_MESSAGES / f"{name}.json").read_bytes(), type=dict[str, Entry]) for name in _STAGES}
"""The problems of each stage by their codes, in the order of the stages."""
CATALOGUE = {code: entry for entries in STAGES.values() for code, entry in entries.items()}
"""Every problem by its code."""
QUESTIONS = frozenset(code for code, entry in CATALOGUE.items() if entry.is_question)
"""The codes that an agency may answer: the figure stands, and why."""


def diagnose(
    code: str,
    place: Place | None = None,
    /,
    *,
    notes: tuple[str, ...] = (),
    severity: Severity | None = None,
    **values: object,
) -> Diagnostic:
    """Return the diagnostic of a problem, worded by the catalogue.

    Args:
        code: a code of the catalogue.
        place: where the problem stands, where that is known.
        notes: further facts, one line each.
        severity: another weight than the catalogue's, where the circumstances ask for one.
        values: what the wording of the code names; text of users is cut and made printable.

    Raises:
        KeyError: for a code or a value that the catalogue does not know (a bug of ours).
    """
    return word(code, values, place, notes=notes, severity=severity)


def word(
    code: str,
    values: Mapping[str, object],
    place: Place | None = None,
    *,
    notes: tuple[str, ...] = (),
    severity: Severity | None = None,
) -> Diagnostic:
    """Return the diagnostic of a problem whose values are given as a mapping; otherwise as `diagnose`."""
    entry = CATALOGUE[code]
    printable = {name: shown(value) for name, value in values.items()}
    return Diagnostic(
        code,
        severity or entry.severity,
        entry.message.format_map(printable),
        place,
        entry.hint.format_map(printable),
        notes,
    )
