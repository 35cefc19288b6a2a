"""The sheet `Problems` as XML: a row a problem, with a link to its cell and, for a question, cells to answer in."""

from collections.abc import Sequence
from decimal import Decimal

from lxml import etree

from reportgen.agencies.marked.package import Element, Package, new_root
from reportgen.agencies.marked.problem import Problem
from reportgen.agencies.marked.styles import Looks
from reportgen.model.form_texts import ProblemTexts
from reportgen.model.sheets import CONFIRMED, AnswerColumn

_Column = AnswerColumn
_COLUMNS = (
    (_Column.PLACE, 18),
    (_Column.PROBLEM, 50),
    (_Column.ACTION, 50),
    (_Column.ANSWER, 14),
    (_Column.REASON, 40),
    (_Column.INDICATOR, 20),
    (_Column.PART, 18),
    (_Column.PERIOD, 12),
    (_Column.VALUE, 14),
    (_Column.CODE, 9),
)
"""The columns from left to right, with their widths in characters: what people read and write stands first."""
_LETTERS = {column: chr(ord("A") + place) for place, (column, _) in enumerate(_COLUMNS)}
_HEAD_ROW = 4
_LINE = 15
_WIDEST = 150
_PLAIN_NUMBER = 15


def problem_sheet(package: Package, problems: Sequence[Problem], texts: ProblemTexts, looks: Looks) -> bytes:
    """The sheet that lists problems.

    Args:
        package: the workbook that it is made for.
        problems: in their order.
        texts: the words around them.
        looks: of its cells.
    """
    return _Sheet(package, looks).write(problems, texts)


class _Sheet:
    """Puts the parts of the sheet together, in the order of the format."""

    def __init__(self, package: Package, looks: Looks) -> None:
        self._tag, self._looks = package.tag, looks
        self._root = new_root("worksheet", package.namespace)

    def write(self, problems: Sequence[Problem], texts: ProblemTexts) -> bytes:
        properties = self._element(self._root, "sheetPr")
        self._element(properties, "tabColor", rgb="FFC00000")
        self._element(properties, "pageSetUpPr", fitToPage="1")
        self._view()
        data_at = len(self._root)
        questions = [row for row, one in enumerate(problems, _HEAD_ROW + 1) if one.is_question]
        self._data(problems, texts)
        self._columns(data_at)
        self._element(self._root, "sheetProtection", sheet="1", formatColumns="0", formatRows="0")
        merges = self._element(self._root, "mergeCells", count="2")
        for row in (1, 2):
            self._element(merges, "mergeCell", ref=f"A{row}:E{row}")
        if questions:
            self._answers(questions, texts)
        self._links(problems)
        self._element(
            self._root, "pageMargins", left="0.4", right="0.4", top="0.5", bottom="0.5", header="0.3", footer="0.3"
        )
        self._element(self._root, "pageSetup", paperSize="9", orientation="landscape", fitToHeight="0")
        return etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _element(self, parent: Element, name: str, **attributes: str) -> Element:
        return etree.SubElement(parent, self._tag(name), **attributes)  # type: ignore[arg-type] # all are texts

    def _view(self) -> None:
        view = self._element(
            self._element(self._root, "sheetViews"), "sheetView", showGridLines="0", tabSelected="1", workbookViewId="0"
        )
        first = f"A{_HEAD_ROW + 1}"
        self._element(view, "pane", ySplit=str(_HEAD_ROW), topLeftCell=first, activePane="bottomLeft", state="frozen")
        self._element(view, "selection", pane="bottomLeft", activeCell=first, sqref=first)

    def _columns(self, index: int) -> None:
        columns = etree.Element(self._tag("cols"))
        for number, (_, width) in enumerate(_COLUMNS, 1):
            self._element(columns, "col", min=str(number), max=str(number), width=str(width), customWidth="1")
        self._root.insert(index, columns)

    def _data(self, problems: Sequence[Problem], texts: ProblemTexts) -> None:
        data = self._element(self._root, "sheetData")
        self._text(self._row(data, 1, 26), "A1", texts.title, self._looks.title)
        lead = texts.lead if problems else texts.none
        self._text(self._row(data, 2, _LINE * (len(lead) // _WIDEST + 1) + 8), "A2", lead, self._looks.lead)
        heads = self._row(data, _HEAD_ROW, 2 * _LINE)
        for column, letter in _LETTERS.items():
            self._text(heads, f"{letter}{_HEAD_ROW}", column.value, self._looks.head)
        for number, problem in enumerate(problems, _HEAD_ROW + 1):
            self._problem(self._row(data, number, _height(problem)), number, problem)

    def _row(self, data: Element, number: int, height: int) -> Element:
        return self._element(data, "row", r=str(number), ht=str(height), customHeight="1")

    def _problem(self, row: Element, number: int, problem: Problem) -> None:
        looks, subject = self._looks, problem.subject
        answer = looks.answer if problem.is_question else looks.quiet
        cells: dict[AnswerColumn, tuple[str | Decimal | None, int]] = {
            _Column.PLACE: (problem.where, looks.link if problem.sheet else looks.text),
            _Column.PROBLEM: (problem.message, looks.text),
            _Column.ACTION: (problem.hint, looks.text),
            _Column.ANSWER: (CONFIRMED if problem.reason else None, answer),
            _Column.REASON: (problem.reason, answer),
            _Column.INDICATOR: (subject.indicator if subject else None, looks.text),
            _Column.PART: (subject.part if subject else None, looks.text),
            _Column.PERIOD: (subject.period if subject else None, looks.text),
            _Column.VALUE: (subject.value if subject else None, looks.value),
            _Column.CODE: (problem.code, looks.text),
        }
        for column, letter in _LETTERS.items():
            value, look = cells[column]
            where = f"{letter}{number}"
            if isinstance(value, str) and not (column is _Column.PERIOD and value.isdecimal()):
                self._text(row, where, value, look)
            else:
                cell = self._element(row, "c", r=where, s=str(look))
                if value is not None:
                    self._element(cell, "v").text = f"{value:f}" if isinstance(value, Decimal) else value

    def _text(self, row: Element, where: str, text: str, look: int) -> None:
        cell = self._element(row, "c", r=where, s=str(look), t="inlineStr")
        written = self._element(self._element(cell, "is"), "t")
        written.text = text
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _answers(self, rows: Sequence[int], texts: ProblemTexts) -> None:
        validations = self._element(self._root, "dataValidations", count="1")
        letter = _LETTERS[_Column.ANSWER]
        choice = self._element(
            validations,
            "dataValidation",
            type="list",
            allowBlank="1",
            showInputMessage="1",
            showErrorMessage="1",
            promptTitle=texts.question[:32],
            prompt=texts.prompt[:255],
            error=texts.refused[:255],
            sqref=" ".join(f"{letter}{row}" for row in rows),
        )
        self._element(choice, "formula1").text = f'"{CONFIRMED}"'

    def _links(self, problems: Sequence[Problem]) -> None:
        links = etree.Element(self._tag("hyperlinks"))
        for number, problem in enumerate(problems, _HEAD_ROW + 1):
            if problem.sheet:
                title = problem.sheet.replace("'", "''")
                self._element(
                    links,
                    "hyperlink",
                    ref=f"{_LETTERS[_Column.PLACE]}{number}",
                    location=f"'{title}'!{problem.cell or 'A1'}",
                    display=problem.where,
                )
        if len(links):
            self._root.append(links)


def _height(problem: Problem) -> int:
    """The height of a row in points: enough for its longest text."""
    widths = dict(_COLUMNS)
    texts = ((problem.message, _Column.PROBLEM), (problem.hint, _Column.ACTION), (problem.reason or "", _Column.REASON))
    lines = (sum(len(line) // (widths[column] - 4) + 1 for line in text.split("\n")) for text, column in texts)
    return _LINE * max(lines) + 4
