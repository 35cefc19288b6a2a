"""Status as text for people and as plain data for programs."""

from collections.abc import Iterable, Sequence

import msgspec

from reportgen.agencies.status.values import AgencyStatus, IssueStatus, ReplyState, Status
from reportgen.agencies.status.words import StatusWords
from reportgen.model.paragraphs import width_of

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


def status_text(status: Status, words: StatusWords) -> str:
    """Return the status as lines that a person reads."""
    blocks = [
        _head(status, words),
        _matrix(status, words),
        _agencies(status.agencies, words),
        _missing(status, words),
        _unanswered(status.issues, words),
        _clearances(status.issues, words),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _head(status: Status, words: StatusWords) -> list[str]:
    facts = [(f"  {name}", value) for name, value in words.facts(status).items()]
    return [words.texts.title.format(symbol=status.symbol, date=status.date), *aligned(facts)]


def _matrix(status: Status, words: StatusWords) -> list[str]:
    """Return the matrix: a row an agency, a column an issue; nothing where there are none yet."""
    if not status.agencies or not status.issues:
        return []
    numbers = [issue.number for issue in status.issues]
    matrix = status.matrix
    wide = max(len(str(number)) for number in numbers) + 1
    name_wide = min(max(len(agency.code) for agency in status.agencies), _NAMED)
    meanings = (*((words.state(state), sign) for state, sign in SIGNS.items()), (words.texts.not_asked, "."))
    legend = words.texts.comma.join(f"{sign} {name}" for name, sign in meanings)
    lines = [" " * name_wide + "".join(f"{number:>{wide}}" for number in numbers)]
    for agency in status.agencies:
        cells = (matrix.get((agency.code, number)) for number in numbers)
        signs = "".join(f"{SIGNS[part.state] if part else '.':>{wide}}" for part in cells)
        lines.append(f"{agency.code[:name_wide]:<{name_wide}}{signs}")
    return [*lines, f"({legend})"]


def _agencies(agencies: Iterable[AgencyStatus], words: StatusWords) -> list[str]:
    texts, agencies = words.texts, list(agencies)
    if not agencies:
        return []
    heads = (texts.agency, texts.sent, texts.words_given, texts.figures_given, texts.errors, texts.questions,
             texts.doubts)  # fmt: skip
    return aligned([heads, *(_agency_row(agency, words) for agency in agencies)])


def _agency_row(agency: AgencyStatus, words: StatusWords) -> tuple[str, ...]:
    counts = (str(count) if count else "–" for count in (agency.errors, agency.questions, agency.warnings))
    return (agency.code, words.sent(agency), words.words(agency.words, agency.budget), words.given(agency.figures),
            *counts)  # fmt: skip


def _missing(status: Status, words: StatusWords) -> list[str]:
    """Return the figures that agencies which have sent something still owe, by their labels."""
    received = {agency.code for agency in status.agencies if agency.received}
    lines = [
        f"  {words.part(part)}: {line}" for part in status.parts if part.agency in received for line in part.missing
    ]
    return [words.texts.missing_heading, *lines] if lines else []


def _unanswered(issues: Iterable[IssueStatus], words: StatusWords) -> list[str]:
    """Return the sub-questions that no reply says it answers."""
    lines = [f"  {words.issue(issue)}: {question}" for issue in issues for question in issue.unanswered]
    return [words.texts.unanswered_heading, *lines] if lines else []


def _clearances(issues: Iterable[IssueStatus], words: StatusWords) -> list[str]:
    """Return the clearances: those that hold in one line, those that do not with what changed."""
    cleared = [issue for issue in issues if issue.cleared_by]
    holding = [str(issue.number) for issue in cleared if not issue.changes and not issue.lacks_names]
    lines = [f"{words.state(ReplyState.CLEARED)}: {', '.join(holding)}"] if holding else []
    lines += [words.clearance(issue) for issue in cleared if issue.lacks_names]
    for issue in cleared:
        if issue.changes:
            lines += [words.clearance(issue), *(f"  {change}" for change in issue.differences or issue.changes)]
    return lines


def aligned(rows: Sequence[Sequence[str]], *, numbers: bool = False) -> list[str]:
    """Return the rows of a table as lines, with the cells of a column below each other.

    Args:
        rows: at least one, all of the same number of cells.
        numbers: whether all cells but the first of a row are numbers, which stand at the right.
    """
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    fills = [[" " * (width - width_of(cell)) for cell, width in zip(row, widths, strict=True)] for row in rows]
    return [
        "  ".join(
            fill + cell if numbers and place else cell + fill
            for place, (cell, fill) in enumerate(zip(row, filling, strict=True))
        ).rstrip()
        for row, filling in zip(rows, fills, strict=True)
    ]


def status_data(status: Status) -> dict[str, object]:
    """Return the status as plain data for JSON: figures as text of their exact digits, dates as 2024-01-31."""
    data = msgspec.to_builtins(status)
    for issue, plain in zip(status.issues, data["issues"], strict=True):
        for one, known in zip(plain["differences"], issue.differences, strict=True):
            one["difference"] = known.difference
    counts = {state.value: status.count(state) for state in ReplyState}
    return {**data, "days_left": status.days_left, "counts": counts}
