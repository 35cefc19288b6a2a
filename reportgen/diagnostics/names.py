"""The nearest right spelling of a name, for hints."""

from collections.abc import Iterable
from difflib import get_close_matches

from reportgen.diagnostics.diagnostic import Literal, shown
from reportgen.limits import SUGGESTIONS


def nearest(wrong: str, known: Iterable[str]) -> Literal:
    """Return the known name that is nearest to a wrong one, else the known names: text for a hint.

    Args:
        wrong: what was written.
        known: the names that would be right.

    Returns:
        `did you mean “dv_cases”?`, or `known are: a, b, c`, or `there are none`.
    """
    names = sorted(known)
    if not names:
        return Literal("there are none")
    close = get_close_matches(wrong, names, n=1, cutoff=0.6)
    if close:
        return Literal(f"did you mean “{shown(close[0])}”?")
    more = ", …" if len(names) > SUGGESTIONS else ""
    return Literal("known are: " + ", ".join(shown(name) for name in names[:SUGGESTIONS]) + more)
