"""What an audit finds, as values."""

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from reportgen.diagnostics import Severity


class Code(StrEnum):
    """What is wrong, or looks wrong."""

    SUM = "sum-mismatch"
    SHARE = "share-mismatch"
    CHANGE = "change-mismatch"
    DIRECTION = "direction-mismatch"
    PERIOD = "period-mismatch"
    CONFLICT = "conflict"
    DUPLICATE = "duplicate"
    PLACEHOLDER = "placeholder"
    YEAR_ORDER = "year-order"
    SPACING = "typo-spacing"


class AuditFinding(Struct, frozen=True):
    """One thing found in a document."""

    block: int
    """The index of the block in the document."""
    paragraph: int | None
    """The number of the paragraph that it stands in or follows; None before the first."""
    start: int
    """Where the words in question begin in the text of the block, in characters."""
    code: Code
    severity: Severity
    """`ERROR`: arithmetic or text that is certainly wrong; `WARNING`: a person should look; `INFO`: likewise,
    where the numbers of several sentences were put together."""
    message: str
    """One phrase that stands alone."""
    evidence: str
    """The words in question, in quotation marks, and the arithmetic."""


class Judgement(NamedTuple):
    """The judgement of one claim."""

    severity: Severity
    message: str
    arithmetic: str
    """The calculation that shows it: `786 ÷ 3,415 = 23.02 per cent`."""


class RightClaim(Struct, frozen=True):
    """A claim that follows from the numbers that the text gives for it."""

    paragraph: int | None
    """The number of the paragraph that it stands in or follows; None before the first."""
    words: str
    """In quotation marks."""


class Audited(Struct, frozen=True):
    """A document that was audited."""

    findings: tuple[AuditFinding, ...]
    """In the order of the text."""
    claims_read: int
    """Claims that relate numbers; quantities said by themselves do not count."""
    numbers_read: int
    """Numbers that stand in these claims."""
    numbers: int
    """Numbers of the text, without periods and names with numbers."""
    claims_unread: int
    """Constructions that compare, but that could not be read."""
    right: tuple[RightClaim, ...] = ()
    """Claims that were recomputed and are right, in the order of the text."""
