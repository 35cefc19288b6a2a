"""What was asked in comments of Word files: the file `comments.yaml`."""

from typing import Annotated

from pydantic import StringConstraints

from reportgen.model.base import Code, Key, Label, LongText, Many, Model
from reportgen.model.outline import IssueNumber
from reportgen.model.periods import Period


class Comment(Model):
    """What somebody asked of a passage in Word."""

    document: Label
    """The file in which it was asked. Example: `CCPR-C-KAZ-3-edited.docx`."""
    author: Label
    """Who asked, as Word writes the name. Example: `A. Lawyer`."""
    date: Annotated[str, StringConstraints(max_length=40, pattern=r"^[0-9T:.Z+-]+$")] | None = None
    """When, as Word writes it. Example: `2024-03-01T10:15:00Z`."""
    text: LongText
    """What was asked. Example: `Since when is this so?`."""
    replies_to: LongText | None = None
    """The comment that it replies to. Example: `Is 384 right?`."""
    where: Label | None = None
    """The paragraph, cell or note in which it was asked. Example: `paragraph 14`."""
    passage: LongText | None = None
    """The words that it stands on. Example: `384 persons`."""
    paragraph: LongText | None = None
    """The text around them. Example: `In 2023, compensation was paid to 384 persons.`."""
    agency: Code | None = None
    """The agency that is asked, by its code in agencies.yaml; left out: the coordinator. Example: `justice`."""
    department: Code | None = None
    """The department of the agency, where it is one. Example: `courts`."""
    issue: IssueNumber | None = None
    """The number of the issue in whose reply it was asked. Example: `4`."""
    indicator: Key | None = None
    """The key of the indicator, where the passage is written from data. Example: `victims`."""
    period: Period | None = None
    """The period of the figure. Example: `2023`."""
    part: Label | None = None
    """The label of the part that the figure is of; left out: the whole. Example: `women`."""
    answer: Label | None = None
    """How it was answered; write it, and nobody is asked any more. Example: `The agency has corrected the text.`."""

    @property
    def asked(self) -> tuple[str, str, str]:
        """What tells one comment from another, however often the file was saved: author, minute and words."""
        return (self.author, (self.date or "")[:16], " ".join(self.text.split()))


class Comments(Model):
    """`comments.yaml`: what was asked in comments of Word files, written by `reportgen pull`."""

    comments: Many[Comment] = ()
    """All comments, in the order in which they came in. Example: `[]`."""
