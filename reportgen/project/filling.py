"""Read a workbook as the plain data of a submission: sheet after sheet, and what no sheet's reader takes is named."""

from typing import Any

from reportgen.diagnostics import Place, Places, diagnose
from reportgen.files.findings import Findings
from reportgen.model.sheets import Sheet
from reportgen.project.answers import read_answers
from reportgen.project.drafts import SubmissionDraft, read_about, read_replies
from reportgen.project.formulas import Formulas
from reportgen.project.leftovers import find_above, find_in_about
from reportgen.project.merged import find_coloured, find_hidden
from reportgen.project.other_sheets import find_beside, find_other_sheets
from reportgen.project.series import read_series
from reportgen.project.tables import read_tables
from reportgen.project.typed_over import find_typed_over
from reportgen.project.workbook import Workbook


def draft_of(workbook: Workbook) -> tuple[dict[str, Any], Places, Findings]:
    """Return the plain data of a submission, where they stand, and what is wrong with them so far."""
    formulas = Formulas(workbook.rows_by_title())
    draft = SubmissionDraft(workbook.place, formulas, found=Findings(workbook.found), own=workbook.origin.words)
    draft.places.add((), workbook.place)
    about = workbook.sheets.get(Sheet.ABOUT)
    labelled: dict[int, tuple[int, int]] = {}
    if about is not None:
        draft.places.add((), Place(workbook.place.file, sheet=about.title))
        labelled = read_about(draft, about)
        draft.found.extend(find_in_about(about, labelled, draft.place, is_form=workbook.origin.version is not None))
    _settle_sender(draft, workbook)
    filled = {kind: sheet for kind, sheet in workbook.sheets.items() if sheet.rows}
    if replies := filled.get(Sheet.REPLIES):
        read_replies(draft, replies)
    if tables := filled.get(Sheet.TABLES):
        read_tables(draft, tables, is_form=workbook.origin.version is not None)
    if series := filled.get(Sheet.INDICATORS):
        read_series(draft, series)
    if problems := filled.get(Sheet.PROBLEMS):
        read_answers(draft, problems)
    draft.found.extend(find_typed_over(workbook, draft.heads, labelled))
    _name_the_rest(draft, workbook)
    return draft.data, draft.places, draft.found


def _name_the_rest(draft: SubmissionDraft, workbook: Workbook) -> None:
    """Name what the workbook holds beside what was read."""
    for sheet in workbook.sheets.values():
        if sheet.title in draft.heads:
            draft.found.extend(find_above(sheet, draft.heads[sheet.title], draft.place))
            draft.found.extend(find_coloured(sheet, draft.heads[sheet.title], draft.place) if draft.own else ())
        if sheet.title in draft.heads or sheet is workbook.sheets.get(Sheet.TABLES):
            draft.found.extend(find_hidden(sheet, draft.place))
    is_form = workbook.origin.version is not None or any(heads.form for heads in draft.heads.values())
    draft.found.extend(find_other_sheets(workbook, is_form=is_form))
    draft.found.extend(find_beside(workbook, draft.heads))


def _settle_sender(draft: SubmissionDraft, workbook: Workbook) -> None:
    """Take agency and department from the properties where About does not give them; say where the two differ."""
    origin = workbook.origin
    for name, made_for, code in (("agency", origin.agency, "RG171"), ("department", origin.department, "RG728")):
        given = draft.data.get(name)
        if made_for is None:
            continue
        if given is None:
            draft.set((name,), made_for, workbook.place, draft.data)
        elif given != made_for:
            here = draft.places.find((name,)) or workbook.place
            draft.found.append(diagnose(code, here, made_for=made_for, **{name: given}))
