"""What was cleared and what was confirmed: the file `clearances.yaml`."""

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from reportgen.model.base import Frozen, Label, Many, Model, nothing
from reportgen.model.outline import IssueNumber

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
"""The first 16 hexadecimal digits of a SHA-256."""


class Clearance(Model):
    """That somebody cleared the reply to an issue, as it then was."""

    issue: IssueNumber
    """The number of the issue. Example: `4`."""
    by: Label
    """Who cleared it. Example: `Deputy Minister of Justice`."""
    date: dt.date
    """The day on which it was cleared. Example: `2024-02-15`."""
    hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of the text and the data that were cleared. Example:
    `0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef`."""
    items: Frozen[Label, Digest] = Field(default_factory=nothing)
    """The beginning of the SHA-256 of each text, series and figure, so that it can be told what changed since:
    `text/justice`, `series/victims`, `figure/victims/2023`, `template/replies/2.html.j2`. Example: `{"text/justice":
    "0123456789abcdef"}`."""


class Affirmation(Model):
    """That a statement of the text is right although its own numbers seem to contradict it, and why."""

    words: Annotated[str, StringConstraints(min_length=1, max_length=2000)]
    """The words and the arithmetic, as the build prints them; with another number they are others. Example: `“three
    cases: one of theft and one of fraud”: 1 + 1 = 2, not 3`."""
    reason: Label
    """Why it is right. Example: `One case was still open.`."""
    by: Label | None = None
    """Who says so. Example: `Head of Statistics`."""


class Clearances(Model):
    """`clearances.yaml`: what was cleared, written by `reportgen clear`; and what the coordinator confirmed."""

    clearances: Many[Clearance] = ()
    """All clearances, in the order of the issues. Example: `[]`."""
    statements: Many[Affirmation] = ()
    """Statements that a final build would refuse, and that are right. Example: `[{"words": "“three cases: one of theft
    and one of fraud”: 1 + 1 = 2, not 3", "reason": "One case was still open."}]`."""
