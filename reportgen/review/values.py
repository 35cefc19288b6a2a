"""What the page for review knows, as plain values: they stand in it as JSON, and a server could give them as well.

Names of figures are those of their buttons; an index of a problem or of a row counts from 0.
"""

from msgspec import Struct

from reportgen.agencies.status.values import Chart
from reportgen.document.tree import Document


class ArithmeticLine(Struct, frozen=True, omit_defaults=True):
    """Arithmetic that was done again."""

    words: str
    """`(348 − 262) ÷ 262 × 100 = 32.8`"""
    right: bool = True


class RowFacts(Struct, frozen=True, omit_defaults=True):
    """One observation of a series."""

    period: str
    value: str
    """As it is in the data; `..` where there are no data."""
    part: str = ""
    """Empty: the whole."""
    status: str = ""
    """Empty: final."""
    note: str = ""
    previous: str = ""
    """What the last report said of the period, where that differs."""
    file: str = ""
    where: str = ""
    """The sheet and the cell, or the line and the column."""
    sent: str = ""
    """The date that its file names."""
    agency: str = ""
    """Who gave it, where that is not the agency of its series."""
    contact: str = ""
    """Whom to ask there."""
    arithmetic: tuple[ArithmeticLine, ...] = ()
    problems: tuple[int, ...] = ()


class SeriesFacts(Struct, frozen=True, omit_defaults=True):
    """An indicator of which the report prints something."""

    label: str
    unit: str = ""
    measure: str = ""
    agency: str = ""
    contact: str = ""
    source: str = ""
    published: str = ""
    rows: tuple[RowFacts, ...] = ()
    breaks: tuple[str, ...] = ()
    problems: tuple[int, ...] = ()
    """Of the indicator as a whole."""


class FigureFacts(Struct, frozen=True, omit_defaults=True):
    """A figure that is a button."""

    text: str
    series: str = ""
    """The key of its indicator; empty: typed by hand."""
    rows: tuple[int, ...] = ()
    """The rows of the series that it was made from."""
    others: tuple[tuple[str, int], ...] = ()
    """Rows of other series, by their keys."""
    former: str = ""
    """Of a figure of the last cycle: where it stood in what was reported then."""
    issue: int = 0
    """The issue whose reply prints it; 0: none."""
    paragraph: int = 0
    """The paragraph that it stands in or follows; 0: before the first."""
    reference: str = ""
    """The reference that wrote it; empty: a sentence or table that is made from data alone."""
    place: str = ""
    """Where the reference, or the typed number, stands."""
    agency: str = ""
    """Who typed it."""
    typed: str = ""
    """What a typed number is: `statistics`, `legal amounts`, `times`."""
    sentence: str = ""
    """The sentence of a typed number."""
    advice: str = ""
    """What would write a typed number from data."""
    arithmetic: tuple[ArithmeticLine, ...] = ()
    problems: tuple[int, ...] = ()
    changed: bool = False
    """Whether the last cycle reported it otherwise."""
    uncleared: bool = False
    """Whether it changed since the reply was cleared."""


class LastReply(Struct, frozen=True):
    """What an agency said in the last cycle."""

    agency: str
    paragraphs: tuple[str, ...]


class IssueFacts(Struct, frozen=True, omit_defaults=True):
    """One issue of the list, in its place in the outline."""

    number: int
    title: str
    state: str
    """`awaiting`, `errors`, `questions open`, `clearance void`, `cleared`, `no open problem`."""
    over: tuple[str, ...] = ()
    """The headings that begin before it: of its part, and of its theme."""
    agencies: tuple[str, ...] = ()
    cleared: str = ""
    """Who cleared it, and when."""
    changes: tuple[str, ...] = ()
    """What changed since."""
    problems: tuple[int, ...] = ()
    last: tuple[LastReply, ...] = ()


class ProblemFacts(Struct, frozen=True, omit_defaults=True):
    """One problem."""

    kind: str
    """`error`, `question`, `doubt` or `remark`."""
    code: str
    message: str
    place: str = ""
    hint: str = ""
    notes: tuple[str, ...] = ()
    agency: str = ""
    issues: tuple[int, ...] = ()


class AgencyFacts(Struct, frozen=True, omit_defaults=True):
    """An agency, and how many problems of each kind concern it."""

    code: str
    """Empty: the project's own files."""
    name: str
    counts: tuple[int, int, int] = (0, 0, 0)
    """Errors, questions, other doubts."""


class ChangedText(Struct, frozen=True):
    """A paragraph that an earlier version of the report did not have, or had in other words."""

    block: str
    """The id of the block that it stands in or follows; empty: before the first."""
    pieces: tuple[tuple[str, str], ...]
    """Its words in their order, each with `=`, `-` or `+`: kept, taken away, or new."""


class Review(Struct, frozen=True):
    """Everything that the page shows."""

    title: str
    facts: dict[str, str]
    """What stands under the title."""
    is_public: bool = False
    figures: dict[str, FigureFacts] = {}
    series: dict[str, SeriesFacts] = {}
    charts: dict[str, Chart] = {}
    issues: tuple[IssueFacts, ...] = ()
    agencies: tuple[AgencyFacts, ...] = ()
    problems: tuple[ProblemFacts, ...] = ()
    claims: dict[int, tuple[ArithmeticLine, ...]] = {}
    """What the text of each paragraph claims, worked out again."""
    changes: tuple[ChangedText, ...] = ()
    against: str = ""
    """What `changes` compares with."""
    documents: tuple[Document, ...] = ()
    """The report and its annex, with their buttons; none where there is no report."""
