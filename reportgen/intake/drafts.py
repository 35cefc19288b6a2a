"""The sheets of a submission come in as cells; its plain data and places go out, for the model to judge.

`model/sheets.py` says how a submission stands in a workbook.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from reportgen.diagnostics import Diagnostic, Path, Place, Places, diagnose, nearest
from reportgen.intake.cells import Cell, Kind, place_of
from reportgen.intake.heads import Heads, find_heads, head_text
from reportgen.intake.workbook import SheetCells, Workbook
from reportgen.model.sheets import NEEDED_REPLIES, YES_WORDS, About, FormColumn, ReplyColumn, Sheet, same_name
from reportgen.untrusted.findings import Findings
from reportgen.untrusted.text import ODD, clean_value

_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
"""Day, month, year: no country that writes points begins with the month."""
_WHOLE = re.compile(r"[0-9]{1,9}")


@dataclass
class Draft:
    """A submission on its way from cells to the model."""

    place: Place
    """The workbook."""
    data: dict[str, Any] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    found: Findings = field(default_factory=Findings)

    def text(self, cell: Cell, here: Place, column: str) -> str | None:
        """The words of a cell, without space around them, or None where there are none to be had."""
        match cell.kind:
            case Kind.TEXT:
                text = str(cell.value).strip()
                return clean_value(text, here, self.found).strip() if ODD.search(text) else text
            case Kind.NUMBER | Kind.PERCENT:
                return f"{cell.value:f}"
            case Kind.DATE:
                self.found.append(diagnose("RG161", here, column=column, date=cell.value))
            case Kind.TRUTH:
                return str(cell.value).upper()
            case _:
                self.found.append(unreadable(cell, here))
        return None

    def set(self, path: Path, value: object, here: Place, into: dict[str, Any]) -> None:
        """Put a value into a group of fields, and remember where it stood."""
        into[str(path[-1])] = value
        self.places.add(path, here)


def draft_of(workbook: Workbook) -> tuple[dict[str, Any], Places, Findings]:
    """The plain data of a submission, where they stand, and what is wrong with them so far."""
    from reportgen.intake.answers import read_answers  # noqa: PLC0415 - it builds on this module
    from reportgen.intake.series import read_series  # noqa: PLC0415 - as above

    draft = Draft(workbook.place, found=Findings(workbook.found))
    draft.places.add((), workbook.place)
    about = workbook.sheets.get(Sheet.ABOUT)
    if about is not None:
        draft.places.add((), Place(workbook.place.file, sheet=about.title))
        _read_about(draft, about)
    _settle_sender(draft, workbook)
    replies = workbook.sheets.get(Sheet.REPLIES)
    if replies is not None and replies.rows:
        _read_replies(draft, replies)
    series = workbook.sheets.get(Sheet.INDICATORS)
    if series is not None and series.rows:
        read_series(draft, series)
    problems = workbook.sheets.get(Sheet.PROBLEMS)
    if problems is not None and problems.rows:
        read_answers(draft, problems)
    return draft.data, draft.places, draft.found


def unreadable(cell: Cell, here: Place) -> Diagnostic:
    """What is wrong with a cell that shows an error, was never calculated, or holds no finite number."""
    match cell.kind:
        case Kind.ERROR:
            return diagnose("RG150", here, error=cell.value)
        case Kind.UNCALCULATED:
            return diagnose("RG151", here)
        case _ if any(digit.isdigit() for digit in str(cell.value)):
            return diagnose("RG156", here, text=cell.value)
        case _:
            return diagnose("RG154", here, text=cell.value)


def _read_about(draft: Draft, sheet: SheetCells) -> None:
    """A row a fact: the label is the first filled cell of a row, the value is the next."""
    labels = {same_name(label): label for label in About}
    for row, cells in sheet.rows.items():
        filled = sorted(cells)
        text = head_text(cells[filled[0]])
        label = labels.get(same_name(text))
        if label is None:
            hint = nearest(text.capitalize(), list(About))
            if len(filled) > 1 and hint.startswith("did you mean"):
                here = place_of(draft.place, sheet.title, row, filled[0])
                draft.found.append(diagnose("RG147", here, label=text, nearest=hint))
        elif len(filled) > 1:
            here = place_of(draft.place, sheet.title, row, filled[1])
            _read_fact(draft, label, cells[filled[1]], here)


def _settle_sender(draft: Draft, workbook: Workbook) -> None:
    """Take agency and department from the properties where About does not give them; say where the two differ."""
    origin = workbook.origin
    for name, made_for, code in (("agency", origin.agency, "RG171"), ("department", origin.department, "RG728")):
        given = draft.data.get(name)
        if made_for is None:
            continue
        if given is None:
            draft.set((name,), made_for, workbook.place, draft.data)
        elif given != made_for:
            here = draft.places.find((name,)) or workbook.place
            draft.found.append(diagnose(code, here, made_for=made_for, **{name: given}))


def _read_fact(draft: Draft, label: About, cell: Cell, here: Place) -> None:
    name = label.value.casefold()
    if label is About.DATE and cell.kind is Kind.DATE:
        draft.set((name,), cell.value, here, draft.data)
        return
    text = draft.text(cell, here, label)
    if text is None:
        return
    value = _date(text) if label is About.DATE else text
    if value is None:
        draft.found.append(diagnose("RG162", here, text=text))
    else:
        draft.set((name,), value, here, draft.data)


def _date(text: str) -> dt.date | None:
    """The date that a text is, by one of the two forms with one reading."""
    try:
        if _ISO.fullmatch(text):
            return dt.date.fromisoformat(text)
        found = _DOTTED.fullmatch(text)
        return dt.date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _read_replies(draft: Draft, sheet: SheetCells) -> None:
    """A row a reply; a row without an issue goes on with that of the row above."""
    heads = find_heads(sheet, ReplyColumn, NEEDED_REPLIES, draft.place, draft.found)
    if heads is None:
        return
    replies: list[dict[str, Any]] = []
    issue: object = None
    for row, cells in sheet.rows.items():
        if row <= heads.row:
            continue
        reply = _read_reply(draft, sheet, heads, row, len(replies))
        if "text" not in reply:
            issue = reply.get("issue", issue)
            continue
        if "issue" not in reply and issue is not None:
            here = place_of(draft.place, sheet.title, row, min(cells))
            draft.found.append(diagnose("RG169", here, issue=issue))
            reply["issue"] = issue
        issue = reply.get("issue")
        replies.append(reply)
    draft.data["replies"] = replies
    draft.places.add(("replies",), Place(draft.place.file, sheet=sheet.title))
    _read_nothing_to_add(draft, sheet, heads)


def _read_nothing_to_add(draft: Draft, sheet: SheetCells, heads: Heads[ReplyColumn]) -> None:
    """The issues beside which “Nothing to add” says yes."""
    wanted = same_name(FormColumn.NOTHING)
    column = next((one for one, cell in sheet.rows[heads.row].items() if same_name(head_text(cell)) == wanted), None)
    issues = next((one for one, what in heads.columns.items() if what is ReplyColumn.ISSUE), None)
    found: list[object] = []
    for row, cells in sheet.rows.items():
        said, issue = cells.get(column or 0), cells.get(issues or 0)
        if row > heads.row and said and issue and head_text(said).casefold() in YES_WORDS:
            number = whole(issue, head_text(issue))
            if number not in found:
                draft.places.add(("nothing_to_add", len(found)), place_of(draft.place, sheet.title, row, column or 0))
                found.append(number)
    if found:
        draft.data["nothing_to_add"] = found


def _read_reply(draft: Draft, sheet: SheetCells, heads: Heads[ReplyColumn], row: int, index: int) -> dict[str, Any]:
    """One row as plain data; without text it is no reply."""
    reply: dict[str, Any] = {}
    cells = sheet.rows[row]
    draft.places.add(("replies", index), place_of(draft.place, sheet.title, row, min(cells)))
    for column, what in heads.columns.items():
        cell = cells.get(column)
        if cell is None:
            continue
        here = place_of(draft.place, sheet.title, row, column)
        value: object = draft.text(cell, here, what)
        if what is ReplyColumn.ISSUE and value is not None:
            value = whole(cell, str(value))
        if value not in (None, ""):
            draft.set(("replies", index, what.value.casefold()), value, here, reply)
    return reply


def whole(cell: Cell, text: str) -> object:
    """A whole number of a cell, else its words, for the model to refuse."""
    if isinstance(cell.value, Decimal) and cell.value == cell.value.to_integral_value():
        return int(cell.value)
    return int(text) if _WHOLE.fullmatch(text) else text
