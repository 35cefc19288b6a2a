"""What a workbook holds beside the sheets that are read: other sheets, comments, objects. Each is named."""

from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose
from reportgen.model.cell_words import parse_period_header, same_name
from reportgen.model.form_words import hash_words
from reportgen.model.sheets import (
    MARK_OF_COMMENTS,
    MARK_OF_CORRECTIONS,
    READING_SHEET,
    START_SHEET,
    IndicatorColumn,
    ReplyColumn,
    Sheet,
)
from reportgen.model.table_sheet import TableLabel
from reportgen.project.beside import COMMENT, THREAD, Beside
from reportgen.project.cells import CellKind, Rows
from reportgen.project.entries import At, at_cell, cells_in, holds_figure, names_of
from reportgen.project.heads import Heads, head_text
from reportgen.project.workbook import OtherSheet, Workbook

_COPIED = (Sheet.INDICATORS, Sheet.REPLIES, Sheet.ABOUT)
_OF_A_TABLE = (TableLabel.TABLE, TableLabel.HEADS, TableLabel.ROW)
_ROWS_LOOKED_AT = 40
"""Filled rows of another sheet in which heads are looked for."""


def find_other_sheets(workbook: Workbook, *, is_form: bool) -> Iterator[Diagnostic]:
    """Name the sheets that hold entries and are not read, the more loudly where one looks like a sheet of the form.

    Args:
        workbook: what was read of the file.
        is_form: whether it was sent out as a form, whose first sheet is the form's own.
    """
    for other in workbook.others:
        own = {same_name(READING_SHEET), same_name(START_SHEET) if is_form else ""}
        if same_name(other.title) in own:
            continue
        place = Place(workbook.place.file, sheet=other.title)
        sheet = _model(other)
        if sheet is not None and sheet in workbook.sheets:
            rows = workbook.sheets[sheet].rows
            differing = [at for at in cells_in(other.rows) if _differs(other.rows, rows, at)]
            if differing:
                severity = Severity.WARNING if sheet is Sheet.ABOUT else Severity.ERROR
                here = at_cell(place, other.title, differing[0])
                yield diagnose("RG227", here, severity=severity, sheet=sheet, cells=Literal(names_of(differing)))
                continue
        kind = f"hidden {other.kind}" if other.is_hidden else other.kind
        is_asked = sheet not in workbook.sheets and any(
            holds_figure(cell) for cells in other.rows.values() for cell in cells.values()
        )
        severity = Severity.WARNING if is_asked else Severity.INFO
        yield diagnose("RG226", place, severity=severity, kind=kind, content=Literal(_content(other)))


def _model(other: OtherSheet) -> Sheet | None:
    """Return the sheet of the form that another sheet is named after, or laid out like."""
    title = same_name(other.title)
    named = next((sheet for sheet in _COPIED if same_name(sheet) in title), None)
    return named or _laid_out_like(other.rows)


def _laid_out_like(rows: Rows) -> Sheet | None:
    """Return the sheet whose heads another sheet has."""
    for row in list(rows)[:_ROWS_LOOKED_AT]:
        texts = [head_text(cell) for cell in rows[row].values()]
        names = set(map(same_name, texts))
        if {same_name(ReplyColumn.ISSUE), same_name(ReplyColumn.TEXT)} <= names:
            return Sheet.REPLIES
        if same_name(IndicatorColumn.KEY) in names and any(map(parse_period_header, texts)):
            return Sheet.INDICATORS
    labels = {same_name(head_text(cell)) for cells in rows.values() for cell in cells.values()}
    return Sheet.TABLES if set(map(same_name, _OF_A_TABLE)) <= labels else None


def _differs(others: Rows, rows: Rows, at: At) -> bool:
    """Return whether a cell of another sheet says something that the same cell of the read one does not say."""
    cell = others[at[0]][at[1]]
    return cell.kind is not CellKind.UNCALCULATED and rows.get(at[0], {}).get(at[1]) != cell


def _content(other: OtherSheet) -> str:
    count = sum(map(len, other.rows.values()))
    if not count:
        return "it holds no cells"
    columns = [column for cells in other.rows.values() for column in cells]
    corners = {(min(other.rows), min(columns)), (max(other.rows), max(columns))}
    area = ":".join(names_of([at]) for at in sorted(corners))
    return f"it has an entry in {area}" if count == 1 else f"it has {count:,} entries in {area}"


def find_beside(workbook: Workbook, heads: Mapping[str, Heads[Any]]) -> Iterator[Diagnostic]:
    """Name comments and objects, but for the notes that the form itself has on its heads.

    Args:
        workbook: what was read of the file.
        heads: of the sheets that were read, by their titles.
    """
    of_the_form = workbook.origin.words or set(map(hash_words, _texts_of_the_form(workbook, heads)))
    for title, found in workbook.beside.items():
        threads = {one.at for one in found if one.kind == THREAD}
        for beside in found:
            if beside.kind == COMMENT and (beside.at in threads or hash_words(_plain(beside)) in of_the_form):
                continue
            yield from _name(beside, title, workbook.place)


def _texts_of_the_form(workbook: Workbook, heads: Mapping[str, Heads[Any]]) -> Iterator[str]:
    """Yield the texts of the notes that a form has on each of its heads."""
    for title, known in heads.items():
        for beside in workbook.beside.get(title, ()) if known.form else ():
            if beside.kind == COMMENT and beside.at is not None and beside.at[0] == known.row:
                yield _plain(beside)


def _plain(comment: Beside) -> str:
    """Return the text of a comment without what a marked or a corrected copy added, on one line."""
    own = comment.text.partition(MARK_OF_CORRECTIONS)[0].partition(MARK_OF_COMMENTS)[0]
    return " ".join(own.split())


def _name(beside: Beside, title: str, place: Place) -> Iterator[Diagnostic]:
    here = Place(place.file, sheet=title) if beside.at is None else at_cell(place, title, beside.at)
    if beside.kind not in {COMMENT, THREAD}:
        text = Literal(f": “{beside.text[:120]}”") if beside.text else ""
        yield diagnose("RG230", here, what=beside.kind, text=text)
        return
    if _plain(beside):
        yield diagnose("RG229", here, text=_plain(beside))
