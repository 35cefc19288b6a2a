"""The sheet `Start here` of a workbook that is sent out: what to do, by when, whom to ask, what is missing."""

from typing import TYPE_CHECKING

from reportgen.agencies.form.about import names_of
from reportgen.agencies.form.formulas import Formula, added, cell, cells, counted_text, quoted
from reportgen.agencies.form.indicators import IndicatorsSheet
from reportgen.agencies.form.looks import DONE, FRAME, LOCKED, MISSING, OPEN, SUMS, Looks
from reportgen.agencies.form.page import LINE, fill, height, write_top
from reportgen.agencies.form.plan import AgencyForm, FormIssue
from reportgen.agencies.form.replies import RepliesSheet
from reportgen.agencies.words import day_in_words
from reportgen.model.cell_words import YES
from reportgen.model.form_texts import StartTexts
from reportgen.model.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (26, 66, 12, 24)
_LINK, _THEME, _NUMBER, _STATE = range(4)
_WIDTH = sum(_WIDTHS)
_VERDICT_ROW = 2
_COUNTS_ROW = 5
_LONGEST_LINK = 255
"""Characters that the text of a link can have."""


Others = tuple[Formula, RepliesSheet, IndicatorsSheet]
"""What is missing on `About`, and where things stand on `Replies` and `Indicators`."""


def write_start(sheet: "Worksheet", form: AgencyForm, texts: StartTexts, looks: Looks, others: Others) -> None:
    """Write the sheet.

    Args:
        sheet: where to write.
        form: what is asked.
        texts: the words.
        looks: how cells look.
        others: what the other sheets say of themselves.
    """
    writer = _StartWriter(sheet, form, texts, looks, others)
    writer.top()
    writer.steps()
    writer.facts()
    writer.colours()
    states = writer.issues()
    writer.indicators()
    writer.counts(states)


class _StartWriter:
    """Writes the sheet from top to bottom; the counters last, when the list of issues has its place."""

    def __init__(self, sheet: "Worksheet", form: AgencyForm, texts: StartTexts, looks: Looks, others: Others) -> None:
        self._sheet, self._form, self._texts, self._looks = sheet, form, texts, looks
        self._about, self._replies, self._indicators = others
        self._next = _COUNTS_ROW + 5

    def top(self) -> None:
        """Write the title and the sentence under it."""
        for column, width in enumerate(_WIDTHS):
            self._sheet.set_column(column, column, width)
        names = names_of(self._form)
        title, lead = fill(self._texts.title, **names), fill(self._texts.lead, **names)
        write_top(self._sheet, self._looks, title, lead, columns=len(_WIDTHS), width=_WIDTH)

    def steps(self) -> None:
        """Write what to do."""
        self._heading(self._texts.steps_heading)
        for step in self._texts.steps:
            self._across(fill(step, **names_of(self._form)))
        self._next += 1

    def facts(self) -> None:
        """Write by when to send, and whom to ask."""
        settings, texts = self._form.settings, self._texts
        day = settings.dates.submissions_due
        due = day_in_words(day, self._form.language) if day else fill(texts.due_later, year=settings.dates.due)
        facts = [(texts.due, due), (texts.ask, settings.coordinator or fill(texts.ask_later))]
        if self._form.agency.focal_point:
            facts.append((texts.focal_point, self._form.agency.focal_point))
        for label, value in facts:
            self._sheet.write_string(self._next, 0, fill(label), self._looks["strong"])
            self._sheet.merge_range(self._next, 1, self._next, 3, value, self._looks["plain"])
            self._next += 1
        self._next += 1

    def colours(self) -> None:
        """Write what the colours of cells mean."""
        texts = self._texts
        self._heading(texts.colours_heading)
        meanings = (
            (OPEN, texts.colour_open),
            (MISSING, texts.colour_missing),
            (SUMS, texts.colour_sums),
            (LOCKED, texts.colour_locked),
        )
        for colour, meaning in meanings:
            swatch = self._looks.look(bg_color=colour, **FRAME)
            self._sheet.write_blank(self._next, 0, None, swatch)
            self._sheet.merge_range(self._next, 1, self._next, 3, fill(meaning), self._looks["plain"])
            self._next += 1
        self._next += 1

    def issues(self) -> Formula:
        """Write the issues with links to them.

        Returns:
            How many of them still lack text.
        """
        texts = self._texts
        self._heading(texts.issues_heading, (_NUMBER, texts.words), (_STATE, texts.state))
        if not self._form.issues:
            self._across(fill(texts.issues_none))
            self._next += 1
            return Formula("0", 0)
        first = self._next
        waiting = sum(self._issue(issue) for issue in self._form.issues)
        states = cells((first, _STATE), (self._next - 1, _STATE), fixed=True)
        to_write = fill(texts.to_write)
        rule = {"type": "cell", "criteria": "==", "value": quoted(to_write), "format": self._looks.mark(MISSING)}
        self._sheet.conditional_format(first, _STATE, self._next - 1, _STATE, rule)
        self._next += 1
        return Formula(f"COUNTIF({states},{quoted(to_write)})", waiting)

    def _issue(self, asked: FormIssue) -> bool:
        """Write a line of the list; return whether its text is missing."""
        number, texts, row = asked.issue.number, self._texts, self._next
        target = f"internal:'{Sheet.REPLIES}'!{cell(self._replies.rows[number], 0)}"
        self._sheet.write_url(row, _LINK, target, self._looks["link"], fill(texts.issue, number=number))
        role = fill(texts.lead_role if asked.leads else texts.other_role)
        theme = f"{asked.theme}\n{role}" if asked.theme else role
        self._sheet.set_row(row, height(theme, _WIDTHS[_THEME]))
        self._sheet.write_string(row, _THEME, theme, self._looks["cell"])
        words = self._replies.words[number]
        words.write(self._sheet, row, _NUMBER, self._looks["cell_number"])
        written, to_write, nothing = map(fill, (texts.written, texts.to_write, texts.nothing))
        here = cell(row, _NUMBER)
        otherwise = quoted(to_write)
        if number in self._replies.nothing:
            otherwise = (
                f"IF({self._replies.nothing[number]}={quoted(self._form.word(YES))},{quoted(nothing)},{otherwise})"
            )
        now = written if words.value else nothing if asked.has_nothing else to_write
        state = Formula(f"IF({here}>0,{quoted(written)},{otherwise})", now)
        state.write(self._sheet, row, _STATE, self._looks["cell"])
        self._next += 1
        return now == to_write

    def indicators(self) -> None:
        """Write the rows of figures with links to them."""
        texts, listed = self._texts, self._indicators.listed
        self._heading(texts.indicators_heading, (_STATE, texts.to_fill))
        if not listed:
            self._across(fill(texts.indicators_none))
            return
        first = self._next
        for one in listed:
            target = f"internal:'{Sheet.INDICATORS}'!{cell(one.row, 1)}"
            self._sheet.set_row(self._next, height(one.label, _WIDTHS[0] + _WIDTHS[1]))
            self._sheet.merge_range(self._next, 0, self._next, 2, "", self._looks["link"])
            self._sheet.write_url(self._next, 0, target, self._looks["link"], one.label[:_LONGEST_LINK])
            one.missing.write(self._sheet, self._next, _STATE, self._looks["counted"])
            self._next += 1
        rule = {"type": "cell", "criteria": ">", "value": 0, "format": self._looks.mark(MISSING, bold=True)}
        self._sheet.conditional_format(first, _STATE, self._next - 1, _STATE, rule)

    def counts(self, replies: Formula) -> None:
        """Write what is missing, and whether anything is."""
        texts, looks, sheet = self._texts, self._looks, self._sheet
        counts: Sequence[tuple[str, Formula]] = (
            (texts.missing_about, self._about),
            (texts.missing_replies, replies),
            (texts.missing_figures, self._indicators.missing),
            (texts.missing_sums, self._indicators.sums),
        )
        self._heading(texts.missing_heading, row=_COUNTS_ROW - 1)
        for row, (label, count) in enumerate(counts, start=_COUNTS_ROW):
            sheet.merge_range(row, 0, row, 1, fill(label), looks["plain"])
            count.write(sheet, row, _NUMBER, looks.look(bold=True, align="center"))
        last = _COUNTS_ROW + len(counts) - 1
        for criteria, colour in ((">", MISSING), ("==", DONE)):
            rule = {"type": "cell", "criteria": criteria, "value": 0, "format": looks.mark(colour)}
            sheet.conditional_format(_COUNTS_ROW, _NUMBER, last, _NUMBER, rule)
        reference = cells((_COUNTS_ROW, _NUMBER), (last, _NUMBER), fixed=True)
        self._verdict(f"SUM({reference})", int(added([count for _, count in counts]).value))

    def _verdict(self, missing: str, value: int) -> None:
        """Write the line that says whether the workbook is complete."""
        complete = fill(self._texts.complete)
        not_yet = counted_text(self._texts.not_complete, missing, value)
        verdict = Formula(f"IF({missing}=0,{quoted(complete)},{not_yet.text})", not_yet.value if value else complete)
        look = self._looks.look(bold=True, font_size=14, align="center", valign="vcenter", border=1)
        row = _VERDICT_ROW
        self._sheet.set_row(row, 34)
        self._sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", look)
        verdict.write(self._sheet, row, 0, look)
        for sign, colour in (("=", DONE), (">", MISSING)):
            rule = {"type": "formula", "criteria": f"={missing}{sign}0", "format": self._looks.mark(colour)}
            self._sheet.conditional_format(row, 0, row, len(_WIDTHS) - 1, rule)

    def _heading(self, text: str, *more: tuple[int, str], row: int | None = None) -> None:
        """Write a heading across the sheet, with heads over some of its columns."""
        at = self._next if row is None else row
        self._sheet.set_row(at, 20)
        for column in range(len(_WIDTHS)):
            self._sheet.write_blank(at, column, None, self._looks["heading"])
        self._sheet.write_string(at, 0, fill(text), self._looks["heading"])
        for column, words in more:
            self._sheet.write_string(at, column, fill(words), self._looks["heading"])
        if row is None:
            self._next += 1

    def _across(self, text: str) -> None:
        """Write a text over the width of the sheet."""
        self._sheet.set_row(self._next, max(height(text, _WIDTH), LINE + 3))
        self._sheet.merge_range(self._next, 0, self._next, len(_WIDTHS) - 1, text, self._looks["plain"])
        self._next += 1
