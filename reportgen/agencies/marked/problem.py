"""One problem as it is shown in a marked copy."""

from msgspec import Struct

from reportgen.diagnostics import Subject


class Problem(Struct, frozen=True):
    """One problem, or one question, at a place of the workbook."""

    code: str
    message: str
    """What is wrong."""
    hint: str
    """What to do."""
    sheet: str | None = None
    """The name on the tab; None: the workbook as a whole."""
    cell: str | None = None
    subject: Subject | None = None
    """Of a question: the figure that it asks about."""
    is_error: bool = False
    reason: str | None = None
    """The agency's answer to a question, where it gave one; it is kept, so that it is not asked again."""

    @property
    def is_question(self) -> bool:
        """Whether it can be answered."""
        return self.subject is not None

    @property
    def where(self) -> str:
        """The place in words: `Indicators!F14`."""
        return "!".join(filter(None, (self.sheet, self.cell)))
