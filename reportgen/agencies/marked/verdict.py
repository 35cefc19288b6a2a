"""The line of the sheet `Start here` that says whether a workbook is complete: never while errors are marked in it."""

import re

from reportgen.agencies.marked.cells import SheetMarks
from reportgen.agencies.marked.problem_sheet import COUNT
from reportgen.agencies.marked.styles import MarkStyles
from reportgen.model.form_texts import ProblemTexts
from reportgen.regex import regex

_CELL, _AREA = "A3", "A3:D3"
"""The cell of the line, and the cells that it goes across."""
_GUARDED = regex(r'=?IF\([^,"]*[!.]\$?[A-Z]+\$?\d+\s*>\s*0,\s*"(?:[^"]|"")*"\s*&[^,"]*,\s*(.*)\)', re.DOTALL)
"""The formula that an earlier copy was given, as Excel and LibreOffice write it."""


def guard_verdict(marks: SheetMarks, problems: str, errors: int, texts: ProblemTexts, looks: MarkStyles) -> None:
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
    before = words.replace('"', '""')
    marks.change(_CELL, f'IF({count}>0,"{before}"&{count},{own})', f"{words}{errors}")
    marks.lay_over([(_AREA, f"{count}>0", looks.error)])
