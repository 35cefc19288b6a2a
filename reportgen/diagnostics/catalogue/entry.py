"""One entry of the catalogue: how a problem is worded.

The functions `error`, `warning`, `info` and `question` make entries. A table reads `"RG301": warning(…)`, with the
title, the message and the hint in this order. What a code means and an example stand in `docs/diagnostics.md`.
"""

from functools import partial

from msgspec import Struct

from reportgen.diagnostics.diagnostic import Severity


class Entry(Struct, frozen=True):
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


error = partial(Entry, Severity.ERROR)
warning = partial(Entry, Severity.WARNING)
info = partial(Entry, Severity.INFO)
question = partial(Entry, Severity.WARNING, is_question=True)
