"""Marking a copy of a workbook that an agency sent.

Only what a mark needs is added, part by part: a sheet `Problems`, a conditional format and a comment a cell. All
other parts keep their bytes, and no library loads and saves the workbook, for none of them keeps everything that Excel,
LibreOffice, WPS and Google Sheets write. A mark is a conditional format that holds only while the cell is what it was:
it goes away when the cell is corrected, and takes nothing from the cell's own looks.

The bytes must be those of a workbook that intake has read: its parts are known to be harmless then.
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Sequence

from lxml import etree

from reportgen.agencies.form.formulas import quoted
from reportgen.agencies.marked.book import Sheets
from reportgen.agencies.marked.cells import SheetMarks
from reportgen.agencies.marked.notes import SheetComments
from reportgen.agencies.marked.package import WorkbookPackage, set_property
from reportgen.agencies.marked.problem_sheet import COUNT, problem_sheet
from reportgen.agencies.marked.reading_sheet import reading_sheet
from reportgen.agencies.marked.styles import MarkStyles, add_styles
from reportgen.agencies.problems import Problem
from reportgen.agencies.readings import Reading
from reportgen.model.cell_words import same_name
from reportgen.model.form_texts import ProblemTexts
from reportgen.model.sheets import READING_SHEET, START_SHEET, VERSION_PROPERTY, Sheet
from reportgen.regex import regex

_CELL, _AREA = "A3", "A3:D3"
"""The cell of the line on the sheet `Start here` that says whether the workbook is complete, and the cells that it
goes across."""
_GUARDED = regex(r'=?IF\([^,"]*[!.]\$?[A-Z]+\$?\d+\s*>\s*0,\s*"(?:[^"]|"")*"\s*&[^,"]*,\s*(.*)\)', re.DOTALL)
"""The formula that an earlier copy was given, as Excel and LibreOffice write it."""


class CannotMarkError(Exception):
    """A workbook that intake reads, but to which nothing can be added: its pictures unpack to too much, say."""


def mark_workbook(
    data: bytes,
    problems: Sequence[Problem],
    texts: ProblemTexts,
    version: str | None = None,
    readings: Sequence[Reading] = (),
) -> bytes:
    """Return a copy of a workbook with every problem marked, and a first sheet that lists them.

    What an earlier marked copy added is taken out first.

    Args:
        data: the workbook, which intake has read.
        problems: in the order in which they are listed.
        texts: the words around them.
        readings: how the report will read what the workbook holds, for the second sheet; none: there is no such sheet.
        version: the name of what its cells hold, so that those left as they are can be told when the copy comes back;
            None: the workbook keeps the name that it has.

    Raises:
        CannotMarkError: where that is not possible.
    """
    try:
        return _marked_copy(data, problems, texts, version, readings)
    except (ValueError, etree.LxmlError, zipfile.BadZipFile) as error:
        raise CannotMarkError from error


def _marked_copy(
    data: bytes, problems: Sequence[Problem], texts: ProblemTexts, version: str | None, readings: Sequence[Reading]
) -> bytes:
    """Return the copy, whatever errors that raises."""
    package = WorkbookPackage(data)
    sheets = Sheets(package)
    looks = add_styles(package, sheets.styles)
    by_sheet: defaultdict[str, defaultdict[str, list[Problem]]] = defaultdict(lambda: defaultdict(list))
    for problem in problems:
        if problem.sheet and problem.cell:
            by_sheet[problem.sheet][problem.cell].append(problem)
    conditions: dict[tuple[str, str], str] = {}
    errors, title_of_list = sum(one.is_error for one in problems), sheets.free_title(Sheet.PROBLEMS)
    for title, name in sheets.worksheets():
        marks = SheetMarks(package, name, sheets.strings)
        standing = marks.mark(title, by_sheet.get(title, {}), looks)
        conditions |= {(title, cell): condition for cell, condition in standing.items()}
        if same_name(title) == same_name(START_SHEET):
            _guard_verdict(marks, title_of_list, errors, texts, looks)
            sheets.recalculate()
        SheetComments(package, name, marks).write(by_sheet.get(title, {}), texts)
        marks.write()
    if version is not None:
        set_property(package, VERSION_PROPERTY, version)
    if readings:
        sheets.put_first(sheets.free_title(READING_SHEET), reading_sheet(package, readings, texts, looks))
    sheets.put_first(title_of_list, problem_sheet(package, problems, conditions, texts, looks))
    return package.zipped()


def _guard_verdict(marks: SheetMarks, problems: str, errors: int, texts: ProblemTexts, looks: MarkStyles) -> None:
    """Let the line say that errors still stand, for as long as they do; what an earlier copy let it say goes out.

    Args:
        marks: of the sheet.
        problems: the name of the sheet that lists what is wrong.
        errors: how many errors stand.
        texts: the words.
        looks: of the line.
    """
    formula = marks.formula_of(_CELL)
    if formula is None:
        return
    found = _GUARDED.fullmatch(formula)
    own = found[1] if found else formula
    if not errors:
        if found:
            marks.change(_CELL, own, None)
        return
    count, words = f"'{problems}'!{COUNT}", texts.not_complete.strip() + " "
    marks.change(_CELL, f"IF({count}>0,{quoted(words)}&{count},{own})", f"{words}{errors}")
    marks.lay_over([(_AREA, f"{count}>0", looks.error)])
