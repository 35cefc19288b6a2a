"""The agencies' workbooks: written, and read and checked, by reportgen and by openpyxl alone on the same cells.

    python benchmarks/workbooks.py TASK FOLDER COUNT

There are 40 agencies; COUNT is how many of their workbooks the task is about. Each agency answers 30 issues and reports
60 series of five years, ten of them in two parts. `write` makes the workbooks from a report that is ready, as
`reportgen workbooks` does; `cells` notes their cells down, for openpyxl to write them again: `openpyxl-write` values,
formulas and looks, without rules, conditions, notes and links. `read` reads the workbooks, merges and checks them;
`openpyxl-read` only reads each cell. Prints JSON: the processor seconds of the work without imports and preparation.
"""

import copy
import json
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

AGENCIES, ISSUES, SERIES, PARTED = 40, 30, 60, 10
YEARS = (2019, 2020, 2021, 2022, 2023)
_SENTENCE = "In the reporting period the authority took measures, and {{ %s | value }} cases were recorded. "


def make_report(count: int) -> Any:
    """Return a report of which every agency has answered everything."""
    from reportgen.model import Report

    codes = [f"agency-{number}" for number in range(1, count + 1)]
    issues = [{"number": number, "text": _QUESTION, "agencies": codes} for number in range(1, ISSUES + 1)]
    return Report.model_validate(
        {
            "settings": {
                "state": {"name": "Arcania", "code": "ARC"},
                "treaty": "ccpr",
                "cycle": 3,
                "symbol": "CCPR/C/ARC/3",
                "dates": {"due": 2024},
                "reporting_years": list(YEARS[1:]),
            },
            "outline": {"parts": [{"title": "General", "themes": [{"title": "Measures", "issues": issues}]}]},
            "agencies": [{"code": code, "name": f"Authority {code}"} for code in codes],
            "submissions": [_submission(code) for code in codes],
        }
    )


_QUESTION = "Please provide information on the measures taken, with data disaggregated by year. " * 3


def _submission(code: str) -> dict[str, Any]:
    start = code.replace("-", "_")
    keys = [f"{start}_{number}" for number in range(SERIES)]
    replies = [{"issue": number % ISSUES + 1, "text": (_SENTENCE % keys[number]) * 5} for number in range(len(keys))]
    return {
        "agency": code,
        "indicators": {key: _series(key, place) for place, key in enumerate(keys)},
        "replies": replies,
    }


def _series(key: str, place: int) -> dict[str, Any]:
    values = {year: 1000 + 7 * place + year % 100 for year in YEARS}
    series: dict[str, Any] = {
        "label": f"cases recorded under {key.replace('_', ' ')}",
        "unit": {"one": "case", "other": "cases"},
        "issue": place % ISSUES + 1,
        "values": values,
        "source": "Register of the authority",
    }
    if place < PARTED:
        women = {year: value // 3 for year, value in values.items()}
        men = {year: value - women[year] for year, value in values.items()}
        series["breakdown"] = [{"label": "women", "values": women}, {"label": "men", "values": men}]
    return series


def write(folder: Path, count: int) -> float:
    """Write all workbooks, one after another."""
    from reportgen.agencies.form.form import write_form
    from reportgen.agencies.form.plan import Planner
    from reportgen.agencies.texts import read_texts
    from reportgen.files.output import write_files
    from reportgen.model.form_texts import FormTexts

    report, texts = make_report(AGENCIES), read_texts(FormTexts, folder, "en").texts
    if texts is None:
        sys.exit("the texts of workbooks cannot be read")
    start = time.process_time()
    planner = Planner(report)
    for agency in report.agencies[:count]:
        write_files(folder, {f"{agency.code}.xlsx": write_form(planner.plan(agency.code), texts)})
    return time.process_time() - start


def read(folder: Path, count: int) -> float:
    """Read all workbooks, merge what they hold, and check it."""
    from reportgen.checks.finding import CheckContext
    from reportgen.checks.report import check_report
    from reportgen.model import merge_indicators
    from reportgen.project import read_submission

    report = make_report(1)
    start = time.process_time()
    submissions = []
    for file in _files(folder, count):
        found = read_submission(file.read_bytes(), file.name).submission
        if found is None or len(found.indicators) != SERIES:
            sys.exit(f"{file} was not read as it was written")
        submissions.append(found)
    given = report.model_copy(update={"submissions": tuple(submissions)})
    list(check_report(CheckContext(given, merge_indicators(submissions))))
    return time.process_time() - start


def note_cells(folder: Path, count: int) -> float:
    """Note down the cells of each workbook: value, and which of its looks it has; and the looks themselves."""
    import openpyxl

    start = time.process_time()
    for file in _files(folder, count):
        book = openpyxl.load_workbook(file)
        looks: dict[Any, tuple[int, Any]] = {}
        sheets: dict[str, list[tuple[Any, ...]]] = {}
        for sheet in book:
            noted = sheets[sheet.title] = []
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                if cell.value is not None or cell.has_style:
                    key = tuple(getattr(cell, "_style"))  # noqa: B009 - the numbers of its looks, which have no other name
                    if key not in looks:
                        looks[key] = (len(looks), _look_of(cell))
                    noted.append((cell.row, cell.column, cell.value, looks[key][0]))
        noted_all = (sheets, [look for _, look in looks.values()])
        file.with_suffix(".pickle").write_bytes(pickle.dumps(noted_all))
    return time.process_time() - start


def _look_of(cell: Any) -> tuple[Any, ...]:
    parts = (cell.font, cell.fill, cell.border, cell.alignment, cell.protection)
    return (*map(copy.copy, parts), cell.number_format)


def openpyxl_write(folder: Path, count: int) -> float:
    """Write the same cells with the same looks with openpyxl; no rules, no notes, no links."""
    import openpyxl
    from openpyxl.styles import NamedStyle

    seconds = 0.0
    for file in _files(folder, count):
        cells, looks = pickle.loads(file.with_suffix(".pickle").read_bytes())  # noqa: S301 - written just before
        start = time.process_time()
        book = openpyxl.Workbook()
        styles = []
        for number, (font, fill, border, alignment, protection, number_format) in enumerate(looks):
            style = NamedStyle(f"look {number}", font, fill, border, alignment, number_format, protection)
            book.add_named_style(style)
            styles.append(style.name)
        for title, noted in cells.items():
            sheet = book.create_sheet(title)
            for row, column, value, look in noted:
                cell = sheet.cell(row, column, value)
                cell.style = styles[look]
        book.save(file.with_suffix(".openpyxl.xlsx"))
        seconds += time.process_time() - start
    return seconds


def openpyxl_read(folder: Path, count: int) -> float:
    """Read every cell with openpyxl."""
    import openpyxl

    start = time.process_time()
    filled = 0
    for file in _files(folder, count):
        book = openpyxl.load_workbook(file, data_only=True)
        filled += sum(cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row)
    if not filled:
        sys.exit("openpyxl read nothing")
    return time.process_time() - start


def _files(folder: Path, count: int) -> list[Path]:
    return [folder / f"agency-{number}.xlsx" for number in range(1, count + 1)]


TASKS: dict[str, Callable[[Path, int], float]] = {
    "write": write,
    "read": read,
    "cells": note_cells,
    "openpyxl-write": openpyxl_write,
    "openpyxl-read": openpyxl_read,
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))))
