"""The sheet `Problems` as XML: a row a problem, with a link to its cell and, for a question, cells to answer in."""

from collections.abc import Sequence
from decimal import Decimal

from lxml import etree
from lxml.builder import ElementMaker

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
    _Column.INDICATOR: 20,
    _Column.PART: 18,
    _Column.PERIOD: 12,
    _Column.VALUE: 14,
    _Column.CODE: 9,
}
"""The columns from left to right, with their widths in characters: what people read and write stands first."""
_LETTERS = {column: chr(ord("A") + place) for place, column in enumerate(_WIDTHS)}
_HEAD_ROW = 4
_LINE = 15
"""The height of a line in points."""
_WIDEST = 150
"""Characters of a line across the sheet."""
_MARGINS = {"left": "0.4", "right": "0.4", "top": "0.5", "bottom": "0.5", "header": "0.3", "footer": "0.3"}


def problem_sheet(
    package: WorkbookPackage, problems: Sequence[Problem], texts: ProblemTexts, styles: MarkStyles
) -> bytes:
    """Return the sheet that lists problems, its parts in the order of the format (ECMA-376 Part 1, 18.3.1.99).

    Args:
        package: the workbook that it is made for.
        problems: in their order.
        texts: the words around them.
        styles: of its cells.
    """
    make, rows = maker_for(package.namespace), list(enumerate(problems, _HEAD_ROW + 1))
    first = f"A{_HEAD_ROW + 1}"
    pane = make.pane(ySplit=str(_HEAD_ROW), topLeftCell=first, activePane="bottomLeft", state="frozen")
    selection = make.selection(pane="bottomLeft", activeCell=first, sqref=first)
    sheet = make.worksheet(
        make.sheetPr(make.tabColor(rgb="FFC00000"), make.pageSetUpPr(fitToPage="1")),
        make.sheetViews(make.sheetView(pane, selection, showGridLines="0", tabSelected="1", workbookViewId="0")),
        make.cols(
            *(
                make.col(min=str(number), max=str(number), width=str(width), customWidth="1")
                for number, width in enumerate(_WIDTHS.values(), 1)
            )
        ),
        make.sheetData(*_top(make, problems, texts, styles), *(_row(make, *row, styles, texts) for row in rows)),
        make.sheetProtection(sheet="1", formatColumns="0", formatRows="0"),
        make.mergeCells(*(make.mergeCell(ref=f"A{row}:E{row}") for row in (1, 2)), count="2"),
        *_answers(make, [row for row, problem in rows if problem.is_question], texts),
        *_links(make, rows),
        make.pageMargins(**_MARGINS),
        make.pageSetup(paperSize="9", orientation="landscape", fitToHeight="0"),
    )
    return etree.tostring(sheet, xml_declaration=True, encoding="UTF-8", standalone=True)


def _top(
    make: ElementMaker, problems: Sequence[Problem], texts: ProblemTexts, styles: MarkStyles
) -> tuple[Element, ...]:
    """Return the rows of the title, of the sentence under it and of the heads."""
    lead = texts.lead if problems else texts.none
    heads = (_text(make, f"{letter}{_HEAD_ROW}", column.value, styles.head) for column, letter in _LETTERS.items())
    return (
        _sized(make, 1, 26, _text(make, "A1", texts.title, styles.title)),
        _sized(make, 2, _LINE * (len(lead) // _WIDEST + 1) + 8, _text(make, "A2", lead, styles.lead)),
        _sized(make, _HEAD_ROW, 2 * _LINE, *heads),
    )


def _sized(make: ElementMaker, number: int, height: int, *cells: Element) -> Element:
    row: Element = make.row(*cells, r=str(number), ht=str(height), customHeight="1")
    return row


def _row(make: ElementMaker, number: int, problem: Problem, styles: MarkStyles, texts: ProblemTexts) -> Element:
    subject = problem.subject
    answer = styles.answer if problem.is_question else styles.quiet
    cells: dict[AnswerColumn, tuple[str | Decimal | None, int]] = {
        _Column.PLACE: (problem.where, styles.link if problem.sheet else styles.text),
        _Column.PROBLEM: (problem.text, styles.text),
        _Column.ACTION: (problem.hint, styles.text),
        _Column.ANSWER: (texts.confirmed if problem.reason else None, answer),
        _Column.REASON: (problem.reason, answer),
        _Column.INDICATOR: (subject.indicator if subject else None, styles.text),
        _Column.PART: (subject.part if subject else None, styles.text),
        _Column.PERIOD: (subject.period if subject else None, styles.text),
        _Column.VALUE: (subject.value if subject else None, styles.value),
        _Column.CODE: (problem.code, styles.text),
    }
    written = (_cell(make, f"{letter}{number}", column, *cells[column]) for column, letter in _LETTERS.items())
    return _sized(make, number, _height(problem), *written)


def _cell(make: ElementMaker, where: str, column: AnswerColumn, value: str | Decimal | None, style: int) -> Element:
    """Return a cell; a plain year is a number, as people type it."""
    if isinstance(value, str) and not (column is _Column.PERIOD and value.isdecimal()):
        return _text(make, where, value, style)
    number = f"{value:f}" if isinstance(value, Decimal) else value
    cell: Element = make.c(*([] if number is None else [make.v(number)]), r=where, s=str(style))
    return cell


def _text(make: ElementMaker, where: str, text: str, style: int) -> Element:
    written = make.t(text, {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    cell: Element = make.c(getattr(make, "is")(written), r=where, s=str(style), t="inlineStr")
    return cell


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


def _links(make: ElementMaker, rows: Sequence[tuple[int, Problem]]) -> list[Element]:
    """Return the links to the cells of problems; nothing where no problem has a cell."""
    links = [
        make.hyperlink(
            ref=f"{_LETTERS[_Column.PLACE]}{number}",
            location="'{}'!{}".format(problem.sheet.replace("'", "''"), problem.cell or "A1"),
            display=problem.where,
        )
        for number, problem in rows
        if problem.sheet
    ]
    return [make.hyperlinks(*links)] if links else []


def _height(problem: Problem) -> int:
    """Return the height of a row in points: enough for its longest text."""
    texts = ((problem.text, _Column.PROBLEM), (problem.hint, _Column.ACTION), (problem.reason or "", _Column.REASON))
    lines = (sum(len(line) // (_WIDTHS[column] - 4) + 1 for line in text.split("\n")) for text, column in texts)
    return _LINE * max(lines) + 4
