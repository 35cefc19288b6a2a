"""Turn the cells of a submission's sheets into plain data with their places, for the model to judge.

`model/sheets.py` says how a submission stands in a workbook.
"""

import datetime as dt
import re
from decimal import Decimal
from itertools import islice
from typing import Any

from msgspec import Struct, field

from reportgen.diagnostics import Diagnostic, Literal, Path, Place, Places, diagnose, nearest
from reportgen.files.findings import Findings
from reportgen.files.text import clean_value, has_odd
from reportgen.model.cell_words import parse_letters, parse_truth, same_name
from reportgen.model.line_breaks import break_lines, unclear_breaks
from reportgen.model.sheets import NEEDED_REPLIES, About, FormColumn, ReplyColumn
from reportgen.project.cells import CellKind, SheetCell, place_of
from reportgen.project.formats import Gap, display, shown_text
from reportgen.project.formulas import Formulas, changing_part
from reportgen.project.heads import Heads, find_heads, head_text
from reportgen.project.keys import plain_code
from reportgen.project.leftovers import find_contradictions, find_in_replies, rows_with_issues
from reportgen.project.marks import marked_text
from reportgen.project.numbers import plain_digits
from reportgen.project.rich import struck
from reportgen.project.translated import plain_head, plain_word
from reportgen.project.typed_marks import unclear_break
from reportgen.project.workbook import SheetCells
from reportgen.regex import regex

_ISO = regex(r"\d{4}-\d\d-\d\d", re.ASCII)
_DOTTED = regex(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
"""Day, month, year: no country that writes points begins with the month."""
_WHOLE = regex(r"[0-9]{1,9}")


class SubmissionDraft(Struct):
    """A submission on its way from cells to the model."""

    place: Place
    """The workbook."""
    formulas: Formulas
    data: dict[str, Any] = {}
    places: Places = field(default_factory=Places)
    found: Findings = field(default_factory=Findings)
    heads: dict[str, Heads[Any]] = {}
    """The heads of the sheets that were read, by their titles."""
    own: frozenset[str] = frozenset()
    """The words that the workbook was sent out with, where it keeps them."""

    def text(self, cell: SheetCell, here: Place, column: str, *, is_markdown: bool = False) -> str | None:
        """Return the words of a cell, without space around them, or None where there are none to be had.

        Args:
            cell: the cell.
            here: its place.
            column: what stands over it.
            is_markdown: whether its text is read as light Markdown.
        """
        if self.is_struck(cell, here) or self.is_unseen(cell, here) or self.shows_other_text(cell, here):
            return None
        if self.is_stale(cell, here):
            return None
        match cell.kind:
            case CellKind.TEXT:
                text = marked_text(cell, here, self.found, is_markdown=is_markdown) if cell.runs else str(cell.value)
                return None if text is None else self._clean(text.strip(), here)
            case CellKind.NUMBER | CellKind.PERCENT if isinstance(cell.value, Decimal):
                return self._shown(cell.value, cell.format, here)
            case CellKind.DATE:
                self.found.append(diagnose("RG161", here, column=column, date=cell.value))
            case CellKind.TRUTH:
                return str(cell.value).upper()
            case _:
                self.found.append(unreadable(cell, here))
        return None

    def is_struck(self, cell: SheetCell, here: Place) -> bool:
        """Return whether any of a cell is struck out, which is said."""
        gone = struck(cell.runs)
        if gone:
            self.found.append(diagnose("RG188", here, text=gone))
        return bool(gone)

    def is_unseen(self, cell: SheetCell, here: Place) -> bool:
        """Return whether nobody sees what a cell holds, which is said."""
        if cell.unseen is not None:
            reason, action = map(Literal, cell.unseen.value)
            self.found.append(diagnose("RG237", here, value=cell.value, reason=reason, action=action))
        return cell.unseen is not None

    def is_stale(self, cell: SheetCell, here: Place) -> bool:
        """Return whether the formula of a cell gives another number than the file holds; all of it is said."""
        if what := changing_part(cell):
            self.found.append(diagnose("RG217", here, what=Literal(what)))
        result = self.formulas.other_result(cell, here.sheet or "")
        if result is not None:
            self.found.append(diagnose("RG239", here, value=cell.value, result=f"{result:f}"))
        return result is not None

    def shows_other_text(self, cell: SheetCell, here: Place) -> bool:
        """Return whether the format of a cell of text hides the text, replaces it or adds to it, which is said."""
        text = str(cell.value)
        seen = shown_text(text, cell.format) if cell.kind is CellKind.TEXT else text
        if seen.strip() == text.strip():
            return False
        gap = Gap.TEXT if seen else Gap.NOTHING
        self.found.append(diagnose("RG190", here, text=seen, value=text, reason=Literal(gap.value)))
        return True

    def _clean(self, text: str, here: Place) -> str:
        if text.isascii() and not has_odd(text):
            return text
        return clean_value(text, here, self.found).strip()

    def _shown(self, value: Decimal, code: str, here: Place) -> str:
        """Return a number as the cell shows it, because it is read as text."""
        seen = display(value, code)
        if seen.gap in {Gap.NOTHING, Gap.SCALED}:  # 2 that is shown for 1,507 would be printed without its “thousand”
            self.found.append(diagnose("RG190", here, text=seen.text, value=f"{value:f}", reason=Literal(seen.reason)))
        return seen.text or f"{value:f}"

    def plain_code(self, text: str, here: Place) -> str:
        """Return a code without the capitals that codes do not have; a remark says so."""
        code = plain_code(text)
        if code != text:
            self.found.append(diagnose("RG233", here, text=text, key=code))
        return code

    def set(self, path: Path, value: object, here: Place, into: dict[str, Any]) -> None:
        """Put a value into a group of fields, and remember where it stood."""
        into[str(path[-1])] = value
        self.places.add(path, here)


def unreadable(cell: SheetCell, here: Place) -> Diagnostic:
    """Return what is wrong with a cell that shows an error, was never calculated, or holds no finite number."""
    match cell.kind:
        case CellKind.ERROR:
            return diagnose("RG150", here, error=cell.value)
        case CellKind.UNCALCULATED:
            return diagnose("RG187", here, value=cell.value) if cell.value else diagnose("RG151", here)
        case _ if any(digit.isdigit() for digit in str(cell.value)):
            return diagnose("RG156", here, text=cell.value)
        case _:
            return diagnose("RG154", here, text=cell.value)


def read_about(draft: SubmissionDraft, sheet: SheetCells) -> dict[int, tuple[int, int]]:
    """Read a fact a row: the first filled cell is its label, the next its value; return the columns of both."""
    labelled: dict[int, tuple[int, int]] = {}
    labels = {same_name(label): label for label in About}
    for row, cells in sheet.rows.items():
        filled = sorted(cells)
        text = head_text(cells[filled[0]])
        label = labels.get(same_name(text)) or labels.get(same_name(plain_head(text) or ""))
        if label is None:
            hint = nearest(text.capitalize(), list(About))
            if len(filled) > 1 and hint.startswith("did you mean"):
                here = place_of(draft.place, sheet.title, row, filled[0])
                draft.found.append(diagnose("RG147", here, label=text, nearest=hint))
            continue
        value = filled[1] if len(filled) > 1 else filled[0] + 1
        labelled[row] = (filled[0], value)
        if value in cells:
            _read_fact(draft, label, cells[value], place_of(draft.place, sheet.title, row, value))
    return labelled


def _read_fact(draft: SubmissionDraft, label: About, cell: SheetCell, here: Place) -> None:
    name = label.value.casefold()
    if label is About.DATE and isinstance(cell.value, dt.date) and not cell.runs:
        draft.is_stale(cell, here)
        draft.set((name,), cell.value, here, draft.data)
        return
    text = draft.text(cell, here, label)
    if text is None:
        return
    if label is About.AGENCY:
        text = draft.plain_code(text, here)
    value = _date(plain_digits(text) or text) if label is About.DATE else text
    if value is None:
        draft.found.append(diagnose("RG162", here, text=text))
    else:
        draft.set((name,), value, here, draft.data)


def _date(text: str) -> dt.date | None:
    """Return the date that a text is, by one of the two forms with one reading."""
    try:
        if _ISO.fullmatch(text):
            return dt.date.fromisoformat(text)
        found = _DOTTED.fullmatch(text)
        return dt.date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def read_replies(draft: SubmissionDraft, sheet: SheetCells) -> None:
    """Read a reply from each row; a row without an issue goes on with that of the row above."""
    heads = find_heads(sheet, ReplyColumn, NEEDED_REPLIES, draft.place, draft.found)
    if heads is None:
        return
    draft.heads[sheet.title] = heads
    draft.found.extend(find_in_replies(sheet, heads, draft.place, draft.own))
    draft.found.extend(find_contradictions(sheet, heads, draft.place))
    replies: list[dict[str, Any]] = []
    issue: object = None
    for row, cells in sheet.rows.items():
        if row <= heads.row:
            continue
        reply = _read_reply(draft, sheet, heads, row, len(replies))
        if "text" not in reply:
            issue = reply.get("issue", issue)
            draft.places.remove(("replies", len(replies)))  # a remark about this row is about no reply
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


def _read_nothing_to_add(draft: SubmissionDraft, sheet: SheetCells, heads: Heads[ReplyColumn]) -> None:
    """Read the issues beside which “Nothing to add” says yes."""
    column = heads.column(FormColumn.NOTHING) or 0
    found: list[object] = []
    for row, issue, cells in rows_with_issues(sheet, heads):
        if column not in cells or issue is None or not parse_truth(plain_word(str(cells[column].value))):
            continue
        here, number = place_of(draft.place, sheet.title, row, column), whole(issue, head_text(issue))
        if not draft.is_struck(cells[column], here) and number not in found:
            draft.places.add(("nothing_to_add", len(found)), here)
            found.append(number)
    if found:
        draft.data["nothing_to_add"] = found


def _read_reply(
    draft: SubmissionDraft, sheet: SheetCells, heads: Heads[ReplyColumn], row: int, index: int
) -> dict[str, Any]:
    """Return one row as plain data; without text it is no reply."""
    reply: dict[str, Any] = {}
    cells = sheet.rows[row]
    draft.places.add(("replies", index), place_of(draft.place, sheet.title, row, min(cells)))
    for column, what in heads.columns.items():
        cell = cells.get(column)
        if cell is None:
            continue
        here = place_of(draft.place, sheet.title, row, column)
        value: object = draft.text(cell, here, what, is_markdown=what is ReplyColumn.TEXT)
        if what is ReplyColumn.TEXT and isinstance(value, str):
            draft.found.extend(islice((unclear_break(here, *pair) for pair in unclear_breaks(value, is_cell=True)), 1))
            value = break_lines(value)
        if what is ReplyColumn.ISSUE and value is not None:
            value = whole(cell, str(value))
        if what is ReplyColumn.KEY and isinstance(value, str):
            value = draft.plain_code(value, here)
        if what is ReplyColumn.ANSWERS and isinstance(value, str):
            value = _letters(draft, value, here) if heads.column(ReplyColumn.TEXT) in cells else None
        if value not in (None, ""):
            draft.set(("replies", index, what.value.casefold()), value, here, reply)
    return reply


def _letters(draft: SubmissionDraft, text: str, here: Place) -> list[str] | None:
    """Return the letters of sub-questions that a cell names; None, with a question, where it is something else."""
    try:
        return parse_letters(text) if text.strip() else None
    except ValueError:
        draft.found.append(diagnose("RG242", here, text=text))
        return None


def whole(cell: SheetCell, text: str) -> object:
    """Return a whole number of a cell, else its words, for the model to refuse."""
    if isinstance(cell.value, Decimal) and cell.value == cell.value.to_integral_value():
        return int(cell.value)
    plain = plain_digits(text) or text
    return int(plain) if _WHOLE.fullmatch(plain) else text
