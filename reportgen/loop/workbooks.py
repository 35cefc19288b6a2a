"""Workbooks out: a project's folder comes in, the workbook of each agency goes out.

Workbooks are made one at a time, when they are asked for, so that a hundred of them need no more memory than one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from reportgen.diagnostics import Diagnostic, Severity, diagnose, nearest
from reportgen.intake import Loaded, read_project
from reportgen.intake.project import SUBMISSIONS
from reportgen.loop.last_replies import write_out
from reportgen.loop.texts import read_form_texts
from reportgen.model import Report
from reportgen.model.form_texts import FormTexts


@dataclass(frozen=True)
class Workbooks:
    """The workbooks that can be made, and what stands in the way of others."""

    report: Report | None
    texts: FormTexts | None
    codes: tuple[str, ...]
    """The agencies that get one."""
    diagnostics: tuple[Diagnostic, ...]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of each workbook, made one after another."""
        if self.report is None or self.texts is None:
            return
        from reportgen.workbook.form import write_form  # noqa: PLC0415 - what is wrong can be said without it
        from reportgen.workbook.plan import Planner  # noqa: PLC0415 - as above

        planner = Planner(write_out(self.report))
        for code in self.codes:
            yield f"{code}.xlsx", write_form(planner.plan(code), self.texts)


def find_workbooks(root: Path, codes: Sequence[str] = (), language: str | None = None) -> Workbooks:
    """Find out which workbooks a project has to send.

    Args:
        root: the project's folder, as the user typed it.
        codes: the agencies; none: all.
        language: of the words in the workbooks; None: the report's.
    """
    loaded = read_project(root)
    report = loaded.report
    if report is None:
        return Workbooks(None, None, (), _errors(loaded))
    texts = read_form_texts(root, language or report.settings.language)
    known = [agency.code for agency in report.agencies]
    unknown = [
        diagnose("RG605", agency=code, nearest=nearest(code, known))
        for code in dict.fromkeys(codes)
        if code not in known
    ]
    if texts.texts is None or unknown:
        return Workbooks(report, None, (), (*_errors(loaded), *texts.diagnostics, *unknown))
    wanted = [code for code in known if not codes or code in codes]
    kept_back = dict(_kept_back(root, loaded, report, wanted))
    found = (*_errors(loaded), *texts.diagnostics, *kept_back.values())
    return Workbooks(report, texts.texts, tuple(code for code in wanted if code not in kept_back), found)


def _kept_back(root: Path, loaded: Loaded, report: Report, codes: Sequence[str]) -> Iterator[tuple[str, Diagnostic]]:
    """Agencies that get no workbook, because it would lack some of what they have sent."""
    from reportgen.workbook.paragraphs import CELL_CHARACTERS, fitting  # noqa: PLC0415 - only where one is written

    spoiled = _spoiled(root, loaded, report)
    for code in codes:
        if code in spoiled:
            yield code, diagnose("RG604", agency=code)
        replies = [reply for one in report.submissions if one.agency == code for reply in one.replies]
        for row in (row for reply in replies for row in fitting(reply)):
            if len(row.text) > CELL_CHARACTERS:
                length, limit = f"{len(row.text):,}", f"{CELL_CHARACTERS:,}"
                yield code, diagnose("RG607", agency=code, issue=row.issue, length=length, limit=limit)


def _errors(loaded: Loaded) -> tuple[Diagnostic, ...]:
    return tuple(one for one in loaded.diagnostics if one.severity is Severity.ERROR)


def _spoiled(root: Path, loaded: Loaded, report: Report) -> set[str]:
    """Agencies of whose file something could not be read.

    A file is named after its agency; where an unreadable one is not, any agency without a sound file may be its sender.
    """
    folder = PurePath(root, SUBMISSIONS)
    broken = {PurePath(one.place.file).stem for one in _errors(loaded) if one.place and _is_in(one.place.file, folder)}
    known = {agency.code for agency in report.agencies}
    if broken <= known:
        return broken
    return broken | (known - {one.agency for one in report.submissions})


def _is_in(file: str, folder: PurePath) -> bool:
    return PurePath(file).is_relative_to(folder)
