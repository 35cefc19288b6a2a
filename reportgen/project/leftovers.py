"""Name the entries of a submission's sheets that stand where nothing is read, or contradict others.

What belongs to the form is known by where it stands: its title, its captions, its questions, what it counts. The
writer of the form is `agencies/form/`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose
from reportgen.limits import FIRST_YEAR, LAST_YEAR
from reportgen.model.cell_words import parse_letters, parse_truth
from reportgen.model.sheets import POINTER, FormColumn, IndicatorColumn, ReplyColumn
from reportgen.project.cells import CellKind, SheetCell
from reportgen.project.entries import At, at_cell, holds_figure, name_of, names_of
from reportgen.project.heads import Heads
from reportgen.project.translated import plain_word
from reportgen.project.typed_over import is_above, is_own, is_word_of_about
from reportgen.project.workbook import SheetCells
from reportgen.regex import regex

_C = IndicatorColumn
_OF_A_TEXT = {ReplyColumn.KEY: "it names a paragraph", ReplyColumn.ANSWERS: "it says what a text answers"}
_SCALE = regex(
    r"\b(?:thousands?|millions?|billions?|milliers?|milliards?|en miles|millones|тыс|млн|млрд|тысяч|миллион)"
    r"|千|百万|亿|ألف|آلاف|مليون|['’ ]000\b",
    re.IGNORECASE,
)
"""Words by which all figures of a sheet may be meant to be multiplied: `in thousands`, `тыс. руб.`, `'000`."""
_MOVE = "move it to the column that it belongs to, or clear it"
_OF_AN_OFFER = {_C.KEY, _C.OFFERED, _C.ISSUE, _C.NOTE}
"""What may stand in a row that was offered: what the form wrote, and the note, which is told by itself."""

_FILLED_IN = {_C.ISSUE: {_C.LABEL, _C.UNIT, _C.MEASURE}, _C.PART_OF: {_C.LABEL, _C.BY, _C.PART_OF}}
"""What the form fills in as well: beside an issue, what it asks for; beside a total, the part that is asked."""


def find_above(sheet: SheetCells, heads: Heads[Any], place: Place) -> Iterator[Diagnostic]:
    """Name what stands above the heads, but for the title and the captions of a form.

    Args:
        sheet: the cells of the sheet.
        heads: the row of heads that was found in it.
        place: the workbook.
    """
    figures: list[At] = []
    others: list[At] = []
    for row, cells in sheet.rows.items():
        if row >= heads.row:
            break
        for column, cell in cells.items():
            if is_above(heads, (row, column)):
                continue
            (figures if holds_figure(cell) and not _is_year(cell) else others).append((row, column))
    reason = f"it stands above the heads, which are in row {heads.row}"
    action = "if it belongs to the submission, move it under a head"
    for found, severity in ((figures, Severity.WARNING), (others, _weight(sheet, others))):
        if found:
            yield _left(sheet, place, found, reason, action, severity)


def find_in_indicators(sheet: SheetCells, heads: Heads[Any], place: Place, own: frozenset[str]) -> Iterator[Diagnostic]:
    """Name entries of rows that were offered and have no figures, and words where the form counts.

    Args:
        sheet: the cells of the sheet.
        heads: the row of heads that was found in it.
        place: the workbook.
        own: the words that the form was sent out with, where it keeps them.
    """
    offered, counted = heads.column(_C.OFFERED), set(heads.form) if not own else set()
    if not own:
        yield from _below_the_rows(sheet, heads, place)
        yield from _scales_beside_the_rows(sheet, heads, place)
    for row, cells in sheet.rows.items():
        if row <= heads.row:
            continue
        words = [(row, column) for column in cells if column in counted and _has_letters(cells[column])]
        if words:
            yield _left(sheet, place, words, "the form counts in this column", _MOVE)
        if offered not in cells or any(column in heads.periods for column in cells):
            continue
        formal = _OF_AN_OFFER.union(*(more for head, more in _FILLED_IN.items() if heads.column(head) in cells))
        entries = [
            (row, column)
            for column, cell in cells.items()
            if (what := heads.columns.get(column, _C.KEY)) not in formal
            or (own and what not in _OF_AN_OFFER and not is_own(cell, own))
        ]
        if entries:
            reason = "the row was offered for figures, and has none"
            yield _left(sheet, place, entries, reason, "enter the figures of the row, or clear it")


def _below_the_rows(sheet: SheetCells, heads: Heads[Any], place: Place) -> Iterator[Diagnostic]:
    """Name words below the last row of a form that has a key: above it, they may be a heading."""
    keys = {column for what in (_C.KEY, _C.PART_OF) if (column := heads.column(what)) is not None}
    rows = [row for row, cells in sheet.rows.items() if row > heads.row and keys & cells.keys()]
    found = [
        (row, column)
        for row, cells in sheet.rows.items()
        if heads.form and rows and row > rows[-1] and len(cells) == 1
        for column in cells
        if column in heads.columns
    ]
    if found:
        reason = "it stands below the rows of the form, in a row without a key"
        yield _left(sheet, place, found, reason, "write a remark for the coordinator under Note, or into the e-mail")


def _scales_beside_the_rows(sheet: SheetCells, heads: Heads[Any], place: Place) -> Iterator[Diagnostic]:
    """Name words between and below the rows by which figures may be meant to be multiplied: `in thousands`."""
    found = [
        (row, column)
        for row, cells in sheet.rows.items()
        if row > heads.row and len(cells) == 1 and not heads.form
        for column, cell in cells.items()
        if cell.kind is CellKind.TEXT and _SCALE.search(str(cell.value))
    ]
    if found:
        reason = "figures are printed as their cells hold them"
        yield _left(sheet, place, found, reason, "write the figures in full, and take these words away")


def find_in_replies(sheet: SheetCells, heads: Heads[Any], place: Place, own: frozenset[str]) -> Iterator[Diagnostic]:
    """Name replies and remarks that were typed into other columns than Text.

    Args:
        sheet: the cells of the sheet.
        heads: the row of heads that was found in it.
        place: the workbook.
        own: the words that the form was sent out with, where it keeps them.
    """
    asked, text = heads.column(FormColumn.ASKED), heads.column(ReplyColumn.TEXT)
    words = heads.column(FormColumn.WORDS) if not own else None
    issue = heads.column(ReplyColumn.ISSUE)
    answers = heads.column(ReplyColumn.ANSWERS)
    beside = {column: reason for head, reason in _OF_A_TEXT.items() if (column := heads.column(head)) is not None}
    misplaced = _not_of_the_form(sheet, heads, asked) if asked is not None and not own else []
    for row, cells in sheet.rows.items():
        if row <= heads.row:
            continue
        if words in cells and _has_letters(cells[words]):
            misplaced.append((row, words))
        if text in cells:
            continue
        if issue in cells and _has_letters(cells[issue]):
            misplaced.append((row, issue))
        if answers in cells and not _has_letters_of_questions(cells[answers]):
            misplaced.append((row, answers))
            continue
        for column in sorted(beside.keys() & cells.keys()):
            reason = f"{beside[column]}, and the row has no text"
            yield _left(sheet, place, [(row, column)], reason, "write the text, or clear the cell", Severity.INFO)
    for at in sorted(misplaced):
        reason = "replies are read from the column Text alone"
        yield _left(sheet, place, [at], reason, "write the reply into the yellow cells under Text, or clear it")


def _has_letters_of_questions(cell: SheetCell) -> bool:
    """Return whether a cell holds letters of sub-questions, and no reply that was typed beside its column."""
    try:
        return bool(parse_letters(str(cell.value)))
    except ValueError:
        return False


def _not_of_the_form(sheet: SheetCells, heads: Heads[Any], asked: int) -> list[At]:
    """Return entries under “The Committee asks” that the form did not write.

    It writes a title in the first row of an issue, the question in rows without a number below it, and a pointer in
    the first of the rows to write in.
    """
    issue = heads.column(ReplyColumn.ISSUE) or 0
    found: list[At] = []
    pointers: list[At] = []
    current: object = None
    is_writing = False
    for row, cells in sheet.rows.items():
        if row <= heads.row:
            continue
        number = cells[issue].value if issue in cells else None
        begins = number is not None and number != current
        if begins:
            current, is_writing = number, False
        elif number is not None and not is_writing:
            is_writing = True
            if asked in cells:
                pointers.append((row, asked))
        elif asked in cells and is_writing:
            found.append((row, asked))
    return found + _no_pointers(sheet, pointers)


def _no_pointers(sheet: SheetCells, cells: list[At]) -> list[At]:
    """Return those of the cells that point to where a reply is written that hold something else."""
    texts = {at: str(sheet.rows[at[0]][at[1]].value).strip() for at in cells}
    usual = {text for text, count in Counter(texts.values()).items() if count > 1}
    return [at for at, text in texts.items() if text not in usual and not text.endswith(POINTER)]


def find_in_about(
    sheet: SheetCells, labelled: dict[int, tuple[int, int]], place: Place, *, is_form: bool
) -> Iterator[Diagnostic]:
    """Name what stands on the sheet About beside the facts that are read.

    Args:
        sheet: its filled cells.
        labelled: the columns of label and value of each row with a known label.
        place: the workbook.
        is_form: whether the sheet was sent out as part of a form, with a title and a hint below each value.
    """
    first = min(labelled, default=0)
    found: list[At] = []
    for row, cells in sheet.rows.items():
        for column in cells:
            is_read = column in labelled.get(row, ())
            if not (is_read or (is_form and is_word_of_about((row, column), labelled, first))):
                found.append((row, column))
    if found:
        reason = "it is none of the facts Agency, Date and Contact"
        action = "if the coordinator is to know it, write it beside one of these labels, or into the e-mail"
        yield _left(sheet, place, found, reason, action, _weight(sheet, found))


def find_contradictions(sheet: SheetCells, heads: Heads[Any], place: Place) -> Iterator[Diagnostic]:
    """Find a “yes” beside a reply to the same issue, and entries that are neither yes nor no.

    A row without a number belongs to the issue above it.

    Args:
        sheet: the cells of the sheet.
        heads: the row of heads that was found in it.
        place: the workbook.
    """
    column, text = heads.column(FormColumn.NOTHING), heads.column(ReplyColumn.TEXT)
    rows = [(row, issue and str(issue.value).strip(), cells) for row, issue, cells in rows_with_issues(sheet, heads)]
    replies = {issue: (row, text) for row, issue, cells in reversed(rows) if text in cells and text is not None}
    for row, issue, cells in rows:
        if column is None or column not in cells:
            continue
        here, written = at_cell(place, sheet.title, (row, column)), str(cells[column].value)
        answer = parse_truth(plain_word(written))
        if answer is None:
            yield diagnose("RG232", here, text=written)
        elif answer and issue in replies:
            yield diagnose("RG231", here, issue=issue, cell=name_of(replies[issue]))


def rows_with_issues(
    sheet: SheetCells, heads: Heads[Any]
) -> Iterator[tuple[int, SheetCell | None, dict[int, SheetCell]]]:
    """Yield the rows below the heads, with the cell of the issue that each belongs to: a row without one goes on."""
    column, issue = heads.column(ReplyColumn.ISSUE) or 0, None
    for row, cells in sheet.rows.items():
        if row > heads.row:
            issue = cells.get(column, issue)
            yield row, issue, cells


def _left(
    sheet: SheetCells, place: Place, cells: list[At], reason: str, action: str, severity: Severity = Severity.WARNING
) -> Diagnostic:
    here = at_cell(place, sheet.title, min(cells))
    return diagnose(
        "RG225", here, severity=severity, cells=Literal(names_of(cells)), reason=Literal(reason), action=Literal(action)
    )


def _weight(sheet: SheetCells, cells: list[At]) -> Severity:
    """Return how much words matter that nobody reads: more where all figures may be meant in thousands."""
    said = (str(sheet.rows[row][column].value) for row, column in cells)
    return Severity.WARNING if any(_SCALE.search(one) for one in said) else Severity.INFO


def _has_letters(cell: SheetCell) -> bool:
    return cell.kind is CellKind.TEXT and any(sign.isalpha() for sign in str(cell.value))


def _is_year(cell: SheetCell) -> bool:
    """Return whether a number is a year, as it stands in a title."""
    text = str(cell.value).strip()
    return text.isascii() and text.isdigit() and FIRST_YEAR <= int(text[:9]) <= LAST_YEAR
