"""The sheet `Replies` of a workbook that is sent out: each issue with its question, and rows to write in."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.agencies.form.about import names_of
from reportgen.agencies.form.formulas import Formula, cell, cells, on_sheet, quoted, words_of, words_of_all
from reportgen.agencies.form.looks import MISSING, Looks
from reportgen.agencies.form.page import fill, height, write_head, write_top
from reportgen.agencies.form.plan import AgencyForm, FormIssue
from reportgen.model import Issue, Reply
from reportgen.model.cell_words import YES, format_letters
from reportgen.model.form_texts import ReplyTexts
from reportgen.model.paragraphs import CHARACTERS
from reportgen.model.report import ALL
from reportgen.model.sheets import FORM_REPLIES, FormColumn, ReplyColumn, Sheet
from reportgen.sentences.numerals import figures

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS: Mapping[str, int] = {
    ReplyColumn.ISSUE: 7,
    FormColumn.ASKED: 14,
    ReplyColumn.TEXT: CHARACTERS,
    ReplyColumn.ANSWERS: 9,
    FormColumn.WORDS: 8,
    FormColumn.NOTHING: 12,
    FormColumn.LAST: 60,
    ReplyColumn.KEY: 14,
}
_COLONS = {"fr": "\u00a0: ", "zh": "："}
"""The colon of a language, where it is another."""
_TOTAL_ROW = 2
_HEAD_ROW = 4
_FEWEST_ROWS = 4
"""Rows to write in that each issue has."""
_LONGEST_LIST = 40
"""Letters in the list of a cell, which holds 255 characters (Excel's limit)."""
_SPARE_ROWS = 2
"""Rows that follow what is written already."""
_ASKED_WIDTH = CHARACTERS + _WIDTHS[FormColumn.ASKED]


class RepliesSheet(Struct, frozen=True):
    """Where the issues stand, for the first sheet."""

    rows: Mapping[int, int]
    """The row of each issue's line, counted from 0."""
    words: Mapping[int, Formula]
    """The words of each issue: the reference of the cell that counts them."""
    nothing: Mapping[int, str]
    """Of issues that others lead, the reference of the cell that says there is nothing to add."""


def write_replies(sheet: "Worksheet", form: AgencyForm, texts: ReplyTexts, looks: Looks) -> RepliesSheet:
    """Write the sheet; return where its issues stand.

    Args:
        sheet: an empty one.
        form: what is asked, and what is known already.
        texts: the words.
        looks: of its cells.
    """
    writer = _RepliesWriter(sheet, form, texts, looks)
    writer.heads()
    for issue in form.issues:
        writer.issue(issue)
    writer.total()
    return RepliesSheet(writer.rows, writer.words, writer.nothing)


class _RepliesWriter:
    """Writes the sheet from top to bottom."""

    def __init__(self, sheet: "Worksheet", form: AgencyForm, texts: ReplyTexts, looks: Looks) -> None:
        self._sheet, self._form, self._texts, self._looks = sheet, form, texts, looks
        used = {
            FormColumn.LAST: any(issue.last for issue in form.issues),
            ReplyColumn.ANSWERS: any(issue.issue.questions for issue in form.issues),
        }
        heads = [head for head in FORM_REPLIES if used.get(head, True)]
        self._columns = {head: column for column, head in enumerate(heads)}
        self._next = _HEAD_ROW + 1
        self.rows: dict[int, int] = {}
        self.words: dict[int, Formula] = {}
        self.nothing: dict[int, str] = {}

    def heads(self) -> None:
        """Write the title, the sentence under it, and the heads."""
        sheet, texts = self._sheet, self._texts
        columns = self._columns[FormColumn.NOTHING] + 1
        width = sum(list(_WIDTHS.values())[:columns])
        title = fill(texts.title, **names_of(self._form))
        write_top(sheet, self._looks, title, fill(texts.lead), columns=columns, width=width)
        for head, column in self._columns.items():
            sheet.set_column(column, column, _WIDTHS[head])
            write_head(sheet, self._looks, (_HEAD_ROW, column), head, texts.columns[head])
        sheet.set_row(_HEAD_ROW - 1, 26)
        sheet.set_row(_HEAD_ROW, 30)
        sheet.freeze_panes(_HEAD_ROW + 1, 0)
        sheet.repeat_rows(_HEAD_ROW)

    def issue(self, asked: FormIssue) -> None:
        """Write the line of an issue, its question, the rows to write in."""
        band = self._next
        number = asked.issue.number
        self.rows[number] = band
        self._band(asked, band)
        self._next += 1
        self._question(asked)
        first = self._next
        count = max(_FEWEST_ROWS, len(asked.given) + _SPARE_ROWS, len(asked.last))
        for place in range(count):
            self._row(asked, place)
        self._count(asked, band, first)
        self._mark(asked, band, first)

    @property
    def _by_character(self) -> bool:
        """Return whether the replies are written in a language without spaces between words."""
        return self._form.settings.language == "zh"

    def _words(self, reference: str, texts: Iterable[str]) -> Formula:
        return words_of_all(reference, texts, by_character=self._by_character)

    def total(self) -> None:
        """Write the words of all rows against what the agency may use."""
        text = self._columns[ReplyColumn.TEXT]
        last = max(self._next - 1, _HEAD_ROW + 1)
        given = [reply.text for issue in self._form.issues for reply in issue.given]
        counted = self._words(cells((_HEAD_ROW + 1, text), (last, text), fixed=True), given)
        words, budget = counted.value, self._form.budget
        colon = _COLONS.get(self._form.language, ": ")
        label, over = f"{fill(self._texts.total)}{colon}", f" {fill(self._texts.over)}"
        written = figures(Decimal(budget), self._form.language)
        bound = f" {fill(self._texts.budget, budget=written)}"
        hidden = cell(_TOTAL_ROW, self._columns[FormColumn.WORDS], fixed=True)
        counted.write(self._sheet, _TOTAL_ROW, self._columns[FormColumn.WORDS], self._looks["counted"])
        shown = Formula(
            f'{quoted(label)}&{hidden}&{quoted(bound)}&IF({hidden}>{budget},{quoted(over)}," ")',
            f"{label}{words}{bound}{over if int(words) > budget else ' '}",
        )
        shown.write(self._sheet, _TOTAL_ROW, 0, self._looks.look(bold=True, text_wrap=False))
        rule = {"type": "formula", "criteria": f"={hidden}>{budget}", "format": self._looks.mark(MISSING)}
        self._sheet.conditional_format(_TOTAL_ROW, 0, _TOTAL_ROW, self._columns[FormColumn.WORDS], rule)

    def _band(self, asked: FormIssue, row: int) -> None:
        number, theme, texts = asked.issue.number, asked.theme, self._texts
        title = fill(texts.issue if theme else texts.issue_alone, number=number, theme=theme)
        self._sheet.set_row(row, 20)
        for column in self._columns.values():
            self._sheet.write_blank(row, column, None, self._looks["band"])
        self._sheet.write_number(row, self._columns[ReplyColumn.ISSUE], number, self._looks["band_number"])
        self._sheet.write_string(row, self._columns[FormColumn.ASKED], title, self._looks["band"])
        if not asked.leads:
            self._offer_nothing(asked, row)

    def _offer_nothing(self, asked: FormIssue, row: int) -> None:
        """Open the cell in which an agency that does not lead may say that it has nothing to add."""
        column = self._columns[FormColumn.NOTHING]
        yes = self._form.word(YES)
        self._sheet.write(row, column, yes if asked.has_nothing else None, self._looks.text(is_open=True))
        options = {"validate": "list", "source": [yes], "input_message": fill(self._texts.nothing_hint)[:255]}
        self._sheet.data_validation(row, column, row, column, options)
        self.nothing[asked.issue.number] = on_sheet(Sheet.REPLIES, cell(row, column, fixed=True))

    def _question(self, asked: FormIssue) -> None:
        """Write the question over the width of the sheet, a row for each of its parts."""
        lettered = zip(asked.issue.letters, asked.issue.questions, strict=True)
        parts = [f"({letter}) {text.strip()}" for letter, text in lettered]
        for text in filter(None, (asked.issue.text.strip(), *parts)):
            first, last = self._columns[FormColumn.ASKED], self._columns[ReplyColumn.TEXT]
            self._sheet.set_row(self._next, height(text, _ASKED_WIDTH))
            self._sheet.write_blank(self._next, 0, None, self._looks["question"])
            self._sheet.merge_range(self._next, first, self._next, last, text, self._looks["question"])
            self._next += 1

    def _row(self, asked: FormIssue, place: int) -> None:
        """Write a row to write in."""
        row, looks, sheet = self._next, self._looks, self._sheet
        given = asked.given[place] if place < len(asked.given) else None
        text = given.text if given else ""
        sheet.write_number(row, self._columns[ReplyColumn.ISSUE], asked.issue.number, looks["number"])
        label = fill(self._texts.write) if place == 0 else ""
        sheet.write(row, self._columns[FormColumn.ASKED], label or None, looks.text(is_open=False))
        sheet.write(row, self._columns[ReplyColumn.TEXT], None, looks.text(is_open=True))
        last = asked.last[place] if place < len(asked.last) else ""
        if given or last:  # only a row whose height is left open grows with what is typed
            lines = height(text, CHARACTERS), height(last, _WIDTHS[FormColumn.LAST])
            sheet.set_row(row, max(lines))
        if given:
            sheet.write_string(row, self._columns[ReplyColumn.TEXT], text, looks.text(is_open=True))
        if ReplyColumn.ANSWERS in self._columns:
            self._offer_letters(asked.issue, row, given)
        here = cell(row, self._columns[ReplyColumn.TEXT])
        words_of(here, text, by_character=self._by_character).write(
            sheet, row, self._columns[FormColumn.WORDS], looks["counted"]
        )
        sheet.write_blank(row, self._columns[FormColumn.NOTHING], None, looks.text(is_open=False))
        if FormColumn.LAST in self._columns:
            sheet.write(row, self._columns[FormColumn.LAST], last or None, looks.text(is_open=False))
        sheet.write(row, self._columns[ReplyColumn.KEY], given.key if given else None, looks.text(is_open=True))
        self._next += 1

    def _offer_letters(self, issue: Issue, row: int, given: Reply | None) -> None:
        """Open the cell in which a row of a reply says which sub-questions it answers, with a list of them.

        A row may answer several, so that other entries than those of the list are taken as well.
        """
        column, letters = self._columns[ReplyColumn.ANSWERS], format_letters(given.answers) if given else ""
        self._sheet.write(row, column, letters or None, self._looks.text(is_open=bool(issue.questions)))
        if issue.questions:
            choices = [*map("({})".format, issue.letters), ALL][:_LONGEST_LIST]
            options = {"validate": "list", "source": choices, "show_error": False}
            self._sheet.data_validation(row, column, row, column, options)

    def _count(self, asked: FormIssue, band: int, first: int) -> None:
        """Write the words of the issue, in its line."""
        column, text = self._columns[FormColumn.WORDS], self._columns[ReplyColumn.TEXT]
        counted = self._words(cells((first, text), (self._next - 1, text)), (reply.text for reply in asked.given))
        counted.write(self._sheet, band, column, self._looks["band_number"])
        reference = on_sheet(Sheet.REPLIES, cell(band, column, fixed=True))
        self.words[asked.issue.number] = Formula(reference, counted.value)

    def _mark(self, asked: FormIssue, band: int, first: int) -> None:
        """Mark the first row of an issue as long as nothing is written."""
        words = cell(band, self._columns[FormColumn.WORDS], fixed=True)
        nothing = cell(band, self._columns[FormColumn.NOTHING], fixed=True)
        missing = f"{words}=0" if asked.leads else f"AND({words}=0,{nothing}<>{quoted(self._form.word(YES))})"
        text = self._columns[ReplyColumn.TEXT]
        rule = {"type": "formula", "criteria": f"={missing}", "format": self._looks.mark(MISSING)}
        self._sheet.conditional_format(first, text, first, text, rule)
