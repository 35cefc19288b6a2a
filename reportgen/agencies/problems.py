"""What an agency has to look at in what it sent: one problem as a value, and as lines of text.

A marked copy of a workbook shows it as a comment and as a row of its first sheet; an agency that sent YAML gets the
same lines as a list in Markdown.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct

from reportgen.checks.comments import OPEN_COMMENT
from reportgen.diagnostics import CATALOGUE, Diagnostic, QuestionSubject, Severity
from reportgen.model.form_texts import ProblemTexts
from reportgen.model.report import Answer


class Problem(Struct, frozen=True):
    """One problem, or one question, at a place of what an agency sent."""

    code: str
    message: str
    """What is wrong."""
    hint: str
    """What to do."""
    sheet: str | None = None
    """The name on the tab; None: the workbook as a whole, or a text file."""
    cell: str | None = None
    subject: QuestionSubject | None = None
    """Of a question: the figure that it asks about."""
    is_error: bool = False
    reason: str | None = None
    """The agency's answer to a question, where it gave one; it is kept, so that it is not asked again."""
    notes: tuple[str, ...] = ()
    """What else is known of it, a line each."""
    line: int | None = None
    """Of a text file."""
    file: str | None = None
    """Of a text file, its name; the empty name is that of an earlier file."""

    @property
    def is_question(self) -> bool:
        """Return whether it can be answered."""
        return self.subject is not None

    @property
    def is_asked(self) -> bool:
        """Return whether it asks: of a figure, or what somebody asked in Word."""
        return self.is_question or self.code == OPEN_COMMENT

    @property
    def where(self) -> str:
        """The place in words: `Indicators!F14`, `line 12`."""
        if self.sheet or self.cell:
            return "!".join(filter(None, (self.sheet, self.cell)))
        return f"line {self.line}" if self.line else ""

    def text(self, texts: ProblemTexts) -> str:
        """Return what is wrong in the language of the agency, where its words know the code, the message, the notes."""
        return "\n".join(filter(None, (texts.kinds.get(self.code), self.message, *self.notes)))

    def lines(self, texts: ProblemTexts) -> list[str]:
        """Return what an agency reads: what is wrong or asked, the notes, and what to do."""
        label, *messages = texts.wrong if self.is_error else texts.question, texts.kinds.get(self.code), self.message
        first, *others = filter(None, messages)
        return [f"{label}: {first}", *others, *self.notes, f"{texts.action}: {self.hint}"]


def problem_of(diagnostic: Diagnostic) -> Problem:
    """Return a diagnostic as an agency is shown it."""
    place = diagnostic.place
    return Problem(
        diagnostic.code,
        diagnostic.message,
        diagnostic.hint or "",
        place.sheet if place else None,
        place.cell if place else None,
        diagnostic.subject,
        is_error=diagnostic.severity is Severity.ERROR,
        notes=diagnostic.notes,
        line=place.line if place else None,
        file=PurePath(place.file).name if place else None,
    )


def answered_question(answer: Answer) -> Problem:
    """Return a question that was answered: it stays in the list, so that the answer comes back with it."""
    return Problem(answer.code, CATALOGUE[answer.code].title, "", subject=answer.subject, reason=answer.reason)


def markdown_list(name: str, problems: Sequence[Problem], texts: ProblemTexts) -> str:
    """Return problems as a list in Markdown, for an agency that sent a text file.

    Args:
        name: of the file.
        problems: in their order.
        texts: the words around them.
    """
    lines = [f"# {texts.title}: {name}", "", *([] if problems else [texts.none])]
    for problem in problems:
        first, *others = problem.lines(texts)
        lines.append(f"- **{problem.where or problem.file or 'an earlier file'}** {first} ({problem.code})")
        lines += [f"  - {line}" for line in others]
        lines += _how_to_answer(problem)
    return "\n".join(lines) + "\n"


def _how_to_answer(problem: Problem) -> Iterator[str]:
    """Yield what to add to a YAML file so that a question is not asked again; a text in JSON is one in YAML too."""
    subject = problem.subject
    if subject is None:
        return
    fields = {
        "code": problem.code,
        "indicator": subject.indicator,
        "part": json.dumps(subject.part, ensure_ascii=False) if subject.part else None,
        "period": json.dumps(subject.period, ensure_ascii=False),
        "value": None if subject.value is None else f"{subject.value:f}",
        "reason": "…",
    }
    yield "  - if the figure is right, add this to the file, with the reason:"
    yield ""
    yield "        answers:"
    yield f"          - {{{', '.join(f'{name}: {value}' for name, value in fields.items() if value is not None)}}}"
    yield ""
