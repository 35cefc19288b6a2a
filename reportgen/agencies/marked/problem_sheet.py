"""The sheet `Problems` as XML: a row a problem, with a link to its cell and, for a question, cells to answer in."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from lxml.builder import ElementMaker

from reportgen.agencies.form.formulas import quoted
from reportgen.agencies.marked.listing import (
    HEAD_ROW,
    LINE,
    formula_cell,
    lead_height,
    lines_in,
    links_to,
    listing,
    row_of,
    text_cell,
)
from reportgen.agencies.marked.package import Element, WorkbookPackage, maker_for
from reportgen.agencies.marked.styles import MarkStyles
from reportgen.agencies.problems import Problem
from reportgen.model.form_texts import ProblemTexts
from reportgen.model.sheets import AnswerColumn

_Column = AnswerColumn
_WIDTHS = {
    _Column.PLACE: 18,
    _Column.PROBLEM: 50,
    _Column.ACTION: 50,
    _Column.ANSWER: 14,
    _Column.REASON: 40,
    _Column.STATE: 12,
    _Column.INDICATOR: 20,
    _Column.PART: 18,
    _Column.PERIOD: 12,
    _Column.VALUE: 14,
    _Column.CODE: 9,
}
"""The columns from left to right, with their widths in characters: what people read and write stands first."""
_LETTERS = {column: chr(ord("A") + place) for place, column in enumerate(_WIDTHS)}
COUNT = "$B$3"
"""The cell that counts the errors that still stand."""
Conditions = Mapping[tuple[str, str], str]
"""By sheet and cell, a condition that holds while the cell is what it was."""


def problem_sheet(
    package: WorkbookPackage,
    problems: Sequence[Problem],
    conditions: Conditions,
    texts: ProblemTexts,
    styles: MarkStyles,
) -> bytes:
    """Return the sheet that lists problems.

    Args:
        package: the workbook that it is made for.
        problems: in their order.
        conditions: by which it is told that a cell was changed.
        texts: the words around them.
        styles: of its cells.
    """
    make, rows = maker_for(package.namespace), list(enumerate(problems, HEAD_ROW + 1))
    written = [
        _row(make, number, problem, _state(problem, number, conditions, texts), styles, texts)
        for number, problem in rows
    ]
    links = (
        (f"{_LETTERS[_Column.PLACE]}{number}", problem.sheet, problem.cell or "A1", problem.where)
        for number, problem in rows
        if problem.sheet
    )
    answers = _answers(make, [row for row, problem in rows if problem.is_question], texts)
    rest = [*_colours(make, rows, texts, styles), *answers, *links_to(make, links)]
    tops = _top(make, problems, texts, styles)
    return listing(make, list(_WIDTHS.values()), [*tops, *written], rest, title=texts.title, colour="FFC00000")


def _top(
    make: ElementMaker, problems: Sequence[Problem], texts: ProblemTexts, styles: MarkStyles
) -> tuple[Element, ...]:
    """Return the rows of the title, of the sentence under it, of the number of errors and of the heads."""
    lead, state = texts.lead if problems else texts.none, _LETTERS[_Column.STATE]
    heads = (text_cell(make, f"{letter}{HEAD_ROW}", column.value, styles.head) for column, letter in _LETTERS.items())
    standing, errors = quoted(texts.to_correct), sum(problem.is_error for problem in problems)
    count = f"COUNTIF({state}{HEAD_ROW + 1}:{state}{HEAD_ROW + max(len(problems), 1)},{standing})"
    return (
        row_of(make, 1, 26, text_cell(make, "A1", texts.title, styles.title)),
        row_of(make, 2, lead_height(lead), text_cell(make, "A2", lead, styles.lead)),
        row_of(
            make,
            3,
            LINE + 4,
            text_cell(make, "A3", texts.standing, styles.lead),
            formula_cell(make, COUNT.replace("$", ""), count, errors, styles.lead),
        ),
        row_of(make, HEAD_ROW, 2 * LINE, *heads),
    )


def _state(problem: Problem, number: int, conditions: Conditions, texts: ProblemTexts) -> tuple[str, str]:
    """Return the formula that says whether a problem still stands, and what it gives now."""
    still = conditions.get((problem.sheet or "", problem.cell or ""), "TRUE")
    standing = texts.to_correct if problem.is_error else texts.to_look_at
    formula = f"IF({still},{quoted(standing)},{quoted(texts.changed)})"
    if not problem.is_question:
        return formula, standing
    answer = f'{_LETTERS[_Column.ANSWER]}{number}="{texts.confirmed}"'
    return f"IF({answer},{quoted(texts.answered)},{formula})", texts.answered if problem.reason else standing


def _row(
    make: ElementMaker, number: int, problem: Problem, state: tuple[str, str], styles: MarkStyles, texts: ProblemTexts
) -> Element:
    subject = problem.subject
    answer = styles.answer if problem.is_question else styles.quiet
    cells: dict[AnswerColumn, tuple[str | Decimal | None, int]] = {
        _Column.PLACE: (problem.where, styles.link if problem.sheet else styles.text),
        _Column.PROBLEM: (problem.text(texts), styles.text),
        _Column.ACTION: (problem.hint, styles.text),
        _Column.ANSWER: (texts.confirmed if problem.reason else None, answer),
        _Column.REASON: (problem.reason, answer),
        _Column.INDICATOR: (subject.indicator if subject else None, styles.text),
        _Column.PART: (subject.part if subject else None, styles.text),
        _Column.PERIOD: (subject.period if subject else None, styles.text),
        _Column.VALUE: (subject.value if subject else None, styles.value),
        _Column.CODE: (problem.code, styles.text),
    }
    written = (
        formula_cell(make, f"{letter}{number}", *state, styles.text)
        if column is _Column.STATE
        else _cell(make, f"{letter}{number}", column, *cells[column])
        for column, letter in _LETTERS.items()
    )
    return row_of(make, number, _height(problem, texts), *written)


def _cell(make: ElementMaker, where: str, column: AnswerColumn, value: str | Decimal | None, style: int) -> Element:
    """Return a cell; a plain year is a number, as people type it."""
    if isinstance(value, str) and not (column is _Column.PERIOD and value.isdecimal()):
        return text_cell(make, where, value, style)
    number = f"{value:f}" if isinstance(value, Decimal) else value
    cell: Element = make.c(*([] if number is None else [make.v(number)]), r=where, s=str(style))
    return cell


def _colours(
    make: ElementMaker, rows: Sequence[tuple[int, Problem]], texts: ProblemTexts, styles: MarkStyles
) -> list[Element]:
    """Return what colours the states of errors that still stand."""
    if not rows:
        return []
    letter = _LETTERS[_Column.STATE]
    rule = make.cfRule(
        make.formula(quoted(texts.to_correct)), type="cellIs", dxfId=str(styles.error), priority="1", operator="equal"
    )
    return [make.conditionalFormatting(rule, sqref=f"{letter}{rows[0][0]}:{letter}{rows[-1][0]}")]


def _answers(make: ElementMaker, rows: Sequence[int], texts: ProblemTexts) -> list[Element]:
    """Return what may be chosen in the cells of answers; nothing where there is no question."""
    if not rows:
        return []
    choice = make.dataValidation(
        make.formula1(f'"{texts.confirmed}"'),
        type="list",
        allowBlank="1",
        showInputMessage="1",
        showErrorMessage="1",
        promptTitle=texts.question[:32],
        prompt=texts.prompt[:255],
        error=texts.refused[:255],
        sqref=" ".join(f"{_LETTERS[_Column.ANSWER]}{row}" for row in rows),
    )
    return [make.dataValidations(choice, count="1")]


def _height(problem: Problem, texts: ProblemTexts) -> int:
    """Return the height of a row in points: enough for its longest text."""
    wrong, reason = problem.text(texts), problem.reason or ""
    written = ((wrong, _Column.PROBLEM), (problem.hint, _Column.ACTION), (reason, _Column.REASON))
    return LINE * max(lines_in(text, _WIDTHS[column]) for text, column in written) + 4
