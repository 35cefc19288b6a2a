"""Status as text for people and as plain data for programs."""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from reportgen.agencies.status.values import AgencyStatus, FigureCount, IssueStatus, ReplyState, Status
from reportgen.diagnostics import count_of, shown

SIGNS = {
    ReplyState.NOT_RECEIVED: "–",
    ReplyState.ERRORS: "E",
    ReplyState.INCOMPLETE: "i",
    ReplyState.QUESTIONS: "?",
    ReplyState.READY: "r",
    ReplyState.CLEARED: "C",
    ReplyState.NOTHING: "n",
}
"""One sign a state, where there is no room for words."""
_NAMED = 32
"""Characters of an agency's code in the matrix."""


def status_text(status: Status) -> str:
    """Return the status as lines that a person reads."""
    blocks = [
        _head(status),
        _matrix(status),
        _agencies(status.agencies),
        _missing(status),
        _unanswered(status.issues),
        _voided(status.issues),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def due_words(due: dt.date | None, date: dt.date) -> str:
    """Return `2024-01-31, in 16 days`; `2024-01-31, 3 days ago`; what to do where no day is given.

    Args:
        due: the day by which agencies send.
        date: the day that counts as today.
    """
    if due is None:
        return "no day is given; write submissions_due under dates in report.yaml"
    left = (due - date).days
    days = count_of(abs(left), "day")
    return f"{due}, {'today' if not left else f'in {days}' if left > 0 else f'{days} ago'}"


def counts_words(status: Status) -> str:
    """Return `12 ready, 3 incomplete`, the furthest first."""
    counts = [(status.count(state), state) for state in reversed(ReplyState)]
    return ", ".join(f"{count} {state}" for count, state in counts if count) or "nothing is asked of anybody"


def given_words(figures: FigureCount) -> str:
    """Return `146 of 148`, or a dash where none are asked."""
    return f"{figures.given:,} of {figures.due:,}" if figures.due else "–"


def words_words(words: int | None, budget: int) -> str:
    """Return `1,695 of 2,466 (69%)`."""
    if words is None:
        return f"not known while there are errors, of {budget:,}"
    return f"{words:,} of {budget:,} ({words / budget:.0%})" if budget else f"{words:,}"


def _head(status: Status) -> list[str]:
    lines = [
        f"{status.symbol}, {status.date}",
        f"  submissions  {due_words(status.due, status.date)}",
        f"  replies      {counts_words(status)}",
        f"  words        {words_words(status.words, status.limit)}",
    ]
    if status.other_errors:
        errors = count_of(status.other_errors, "error")
        lines.append(f"  project      {errors} in its own files: reportgen check says which")
    return lines


def _matrix(status: Status) -> list[str]:
    """Return the matrix: a row an agency, a column an issue."""
    numbers = [issue.number for issue in status.issues]
    matrix = status.matrix
    wide = max((len(str(number)) for number in numbers), default=1) + 1
    name_wide = min(max((len(agency.code) for agency in status.agencies), default=0), _NAMED)
    legend = ", ".join(f"{sign} {state}" for state, sign in SIGNS.items())
    lines = [" " * name_wide + "".join(f"{number:>{wide}}" for number in numbers)]
    for agency in status.agencies:
        cells = (matrix.get((agency.code, number)) for number in numbers)
        signs = "".join(f"{SIGNS[part.state] if part else '.':>{wide}}" for part in cells)
        lines.append(f"{agency.code[:name_wide]:<{name_wide}}{signs}")
    return [*lines, f"({legend}, . not asked)"]


def _agencies(agencies: Iterable[AgencyStatus]) -> list[str]:
    heads = ("agency", "sent", "words", "figures", "errors", "questions", "doubts")
    return aligned([heads, *map(_agency_row, agencies)])


def _missing(status: Status) -> list[str]:
    """Return the figures that agencies which have sent something still owe, by their labels."""
    received = {agency.code for agency in status.agencies if agency.received}
    lines = [
        f"  {part.agency}, issue {part.issue}: {line}"
        for part in status.parts
        if part.agency in received
        for line in part.missing
    ]
    return ["missing", *lines] if lines else []


def _unanswered(issues: Iterable[IssueStatus]) -> list[str]:
    """Return the sub-questions that no reply says it answers."""
    lines = [f"  issue {issue.number}: {question}" for issue in issues for question in issue.unanswered]
    return ["sub-questions that no reply answers", *lines] if lines else []


def aligned(rows: Sequence[Sequence[str]], *, numbers: bool = False) -> list[str]:
    """Return the rows of a table as lines, with the cells of a column below each other.

    Args:
        rows: at least one, all of the same number of cells.
        numbers: whether all cells but the first of a row are numbers, which stand at the right.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    signs = ["<", *((">" if numbers else "<") for _ in widths[1:])]
    shapes = list(zip(signs, widths, strict=True))
    return [
        "  ".join(f"{cell:{sign}{width}}" for cell, (sign, width) in zip(row, shapes, strict=True)).rstrip()
        for row in rows
    ]


def _agency_row(agency: AgencyStatus) -> tuple[str, ...]:
    counts = (str(count) if count else "–" for count in (agency.errors, agency.questions, agency.warnings))
    return (agency.code, sent_words(agency), words_words(agency.words, agency.budget), given_words(agency.figures),
            *counts)  # fmt: skip


def sent_words(agency: AgencyStatus) -> str:
    """Return when an agency sent, and whether it could be taken."""
    if agency.refused:
        return "a file waits" if agency.received and not agency.errors else "with errors"
    if not agency.received:
        return "not received"
    return agency.sent.isoformat() if agency.sent else "received"


def _voided(issues: Iterable[IssueStatus]) -> list[str]:
    """Return the clearances: those that hold in one line, those that do not with what changed."""
    cleared = [issue for issue in issues if issue.cleared_by]
    holding = [str(issue.number) for issue in cleared if not issue.changes and not issue.lacks_names]
    lines = [f"cleared: {', '.join(holding)}"] if holding else []
    lines += [lacking_words(issue) for issue in cleared if issue.lacks_names]
    for issue in cleared:
        if issue.changes:
            lines.append(
                f"clearance of issue {issue.number} by {shown(issue.cleared_by)} on {issue.cleared_on} is void:"
            )
            lines += [f"  {change}" for change in issue.differences or issue.changes]
    return lines


def lacking_words(issue: IssueStatus) -> str:
    """Return that an issue was cleared by fewer persons than the project asks for."""
    return (
        f"issue {issue.number}: cleared by {issue.names} of {issue.names_needed} persons: "
        f"{shown(issue.cleared_by)} on {issue.cleared_on}"
    )


def status_data(status: Status) -> dict[str, object]:
    """Return the status as plain data for JSON: figures as text of their exact digits, dates as 2024-01-31."""
    data = msgspec.to_builtins(status)
    for issue, plain in zip(status.issues, data["issues"], strict=True):
        for one, known in zip(plain["differences"], issue.differences, strict=True):
            one["difference"] = known.difference
    counts = {state.value: status.count(state) for state in ReplyState}
    return {**data, "days_left": status.days_left, "counts": counts}
