"""Read the answers that an agency gave to questions from the sheet `Problems` of a marked copy.

Only rows with an answer matter. The sheet is the program's own, and people may sort, filter and trim it: what
cannot be matched any more is said and left out, and never stands in the way of the submission.
"""

from typing import Any

from msgspec import Struct
from pydantic import ValidationError

from reportgen.diagnostics import Place, diagnose
from reportgen.files.findings import Findings
from reportgen.model.report import Answer
from reportgen.model.sheets import CONFIRMED, AnswerColumn
from reportgen.project.cells import SheetCell, place_of
from reportgen.project.drafts import SubmissionDraft
from reportgen.project.heads import Heads, find_heads
from reportgen.project.numbers import ReadFigure, read_number
from reportgen.project.translated import plain_word
from reportgen.project.workbook import SheetCells

_Column = AnswerColumn
_NEEDED = (_Column.CODE, _Column.ANSWER)
_FIELDS = {
    _Column.CODE: "code",
    _Column.INDICATOR: "indicator",
    _Column.PART: "part",
    _Column.PERIOD: "period",
    _Column.VALUE: "value",
    _Column.REASON: "reason",
}


def read_answers(draft: SubmissionDraft, sheet: SheetCells) -> None:
    """Read the answers of a marked copy into the draft; a sheet that only has its name is somebody's own."""
    heads = find_heads(sheet, AnswerColumn, _NEEDED, draft.place, Findings())
    if heads is None:
        return
    answers: list[dict[str, Any]] = []
    for number, cells in sheet.rows.items():
        if number > heads.row:
            row = _read_row(draft, sheet, heads, number, cells)
            answer = _answer(draft, row)
            if answer is not None:
                for name in answer:
                    draft.places.add(("answers", len(answers), name), row.places.get(name, row.place))
                answers.append(answer)
    if answers:
        draft.data["answers"] = answers
        draft.places.add(("answers",), Place(draft.place.file, sheet=sheet.title))


class _Row(Struct, frozen=True):
    """One row of the list as text."""

    place: Place
    """Of its answer."""
    answer: str
    fields: dict[str, str]
    places: dict[str, Place]


def _read_row(
    draft: SubmissionDraft, sheet: SheetCells, heads: Heads[AnswerColumn], number: int, cells: dict[int, SheetCell]
) -> _Row:
    columns = {what: column for column, what in heads.columns.items() if what in _FIELDS or what is _Column.ANSWER}
    places = {
        what: place_of(draft.place, sheet.title, number, column) for what, column in columns.items() if column in cells
    }
    texts = {what: draft.text(cells[columns[what]], here, what) or "" for what, here in places.items()}
    fields = {name: " ".join(texts[what].split()) for what, name in _FIELDS.items() if texts.get(what)}
    here = place_of(draft.place, sheet.title, number, columns[_Column.ANSWER])
    named = {name: places[what] for what, name in _FIELDS.items() if what in places}
    return _Row(here, texts.get(_Column.ANSWER, ""), fields, named)


def _answer(draft: SubmissionDraft, row: _Row) -> dict[str, Any] | None:
    """Return the plain data of an answer, or None where there is none that counts."""
    if not row.answer:
        return None
    if CONFIRMED not in {row.answer.casefold(), plain_word(row.answer)}:
        draft.found.append(diagnose("RG176", row.place, text=row.answer))
        return None
    answer: dict[str, Any] = dict(row.fields)
    if "value" in answer:
        reading = read_number(answer["value"])
        answer["value"] = reading.value if isinstance(reading, ReadFigure) else answer["value"]
    if not _is_matched(answer):
        draft.found.append(diagnose("RG177", row.place))
        return None
    if "reason" not in answer:
        draft.found.append(diagnose("RG175", row.place))
        return None
    return answer


def _is_matched(answer: dict[str, Any]) -> bool:
    """Return whether the cells that say what was asked still say it."""
    try:
        Answer.model_validate({**answer, "reason": "any"})
    except ValidationError:
        return False
    return True
