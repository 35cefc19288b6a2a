"""Read one submission, with the places of its values, from the bytes of a YAML file or a workbook."""

from pathlib import PurePath
from typing import Any

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place, Places, diagnose
from reportgen.files.findings import Findings
from reportgen.files.refusal import Refused
from reportgen.languages.language import NAMES
from reportgen.limits import FILE_BYTES, YAML_BYTES
from reportgen.model import Submission
from reportgen.project.figures import read_figures
from reportgen.project.salvage import salvage
from reportgen.project.typed_marks import find_typed_marks
from reportgen.project.validate import validate
from reportgen.project.versions import Languages, choose_texts
from reportgen.project.yaml import ReadYaml, read_yaml
from reportgen.remembering import remembered, settle

WORKBOOK_ENDINGS = (".xlsx",)
YAML_ENDINGS = (".yaml", ".yml")


def is_workbook(file: str | PurePath) -> bool:
    """Return whether a file is read as a workbook, by its ending."""
    return PurePath(file).suffix.casefold() in WORKBOOK_ENDINGS


def largest_size(file: str | PurePath) -> int:
    """Return how many bytes a file of a submission may have, by its ending."""
    return FILE_BYTES if is_workbook(file) else YAML_BYTES


class ReadSubmission(Struct, frozen=True):
    """What one file of an agency holds."""

    submission: Submission | None
    """None where the file, or what it holds, was refused; only what is sound where there are errors."""
    places: Places
    """Paths from the submission down to places."""
    diagnostics: tuple[Diagnostic, ...]
    agency: str | None = None
    """Whose it is, as far as the file says so; known even where the rest was refused."""
    project: str | None = None
    """The symbol of the report that a workbook was made for, where it says so."""
    department: str | None = None
    """Of the agency, where the file names one."""
    version: str | None = None
    """What a workbook was filled from, where it says so: the name of a version (`model.sheets.VERSION_PROPERTY`)."""
    issues: str | None = None
    """Which issues a workbook asks about, where it says so."""
    language: str | None = None
    """The code of the language of a workbook's words, where it says so."""


@remembered(200)
def read_submission(data: bytes, name: str, versions: Languages | None = None) -> ReadSubmission:
    """Read one submission.

    Args:
        data: the bytes of a YAML file or an .xlsx workbook.
        name: its path as the user would type it; its ending says which of the two it is.
        versions: the languages of its texts; None: any of those in which a text stands.
    """
    try:
        if is_workbook(name):
            return _from_workbook(data, name) if versions is None or versions.is_main else _untranslated(name, versions)
        return _from_yaml(data, name, versions or Languages("", "").unasked())
    except Refused as refused:
        return ReadSubmission(None, Places(), (refused.diagnostic,))


def _untranslated(name: str, versions: Languages) -> ReadSubmission:
    """Refuse a workbook for another version than the main one: its words are in one language."""
    found = diagnose("RG374", Place(name), language=NAMES[versions.built], there=NAMES[versions.main])
    return ReadSubmission(None, Places(), (found,))


def _from_yaml(data: bytes, name: str, versions: Languages) -> ReadSubmission:
    read, lacking = choose_texts(read_yaml(data, name), name, versions)
    fields, found = fields_of(read, name, "the agency, and its replies and indicators")
    found.extend(lacking)
    if fields is None:
        return ReadSubmission(None, read.places, found.all())
    read_figures(fields, read.places, name, found)
    found.extend(find_typed_marks(fields, read.places, name))
    _trim_replies(fields)
    submission, places, refused = _validate(fields, read.places)
    found.extend(refused)
    return ReadSubmission(
        submission, places, found.all(), _text(fields, "agency"), department=_text(fields, "department")
    )


def _from_workbook(data: bytes, name: str) -> ReadSubmission:
    from reportgen.project import filling, workbook  # a project without workbooks does not load them

    book = workbook.read_workbook(data, name)
    draft, places, found = filling.draft_of(book)
    found.extend(find_typed_marks(draft, places, name))
    submission, places, refused = _validate(draft, places)
    found.extend(refused)
    origin = book.origin
    return ReadSubmission(
        submission,
        places,
        found.all(),
        _text(draft, "agency"),
        origin.project,
        _text(draft, "department"),
        origin.filled_from,
        origin.issues,
        origin.language,
    )


def _validate(fields: dict[str, Any], places: Places) -> tuple[Submission | None, Places, list[Diagnostic]]:
    """Return a submission, or its sound parts, with their places, and what is wrong with it.

    Its indicators are those of an earlier reading if they are equal: where only a text was edited while a project is
    watched, nothing that follows from figures alone is done again.
    """
    submission, refused = validate(Submission, fields, places)
    if submission is None:
        submission, places = salvage(Submission, fields, places)
    if submission is not None and submission.indicators:
        known = settle(submission.indicators, fields["indicators"])
        if known is not submission.indicators:
            submission = submission.model_copy(update={"indicators": known})
    return submission, places, refused


def _text(fields: dict[str, Any], name: str) -> str | None:
    """Return a field of a file, where it is text."""
    value = fields.get(name)
    return value if isinstance(value, str) else None


def _trim_replies(fields: dict[str, Any]) -> None:
    """Take the space around replies away: in a workbook it does not count either."""
    replies = fields.get("replies")
    for reply in replies if isinstance(replies, list) else ():
        if isinstance(reply, dict) and isinstance(reply.get("text"), str):
            reply["text"] = reply["text"].strip()


def fields_of(read: ReadYaml, name: str, purpose: str) -> tuple[dict[str, Any] | None, Findings]:
    """Return the fields of a YAML file, and what is wrong with it.

    Args:
        read: the file.
        name: its path.
        purpose: what the file is to hold, for the hint where it holds no fields.
    """
    found = Findings(read.diagnostics)
    if isinstance(read.data, dict):
        return read.data, found
    if read.is_sound:
        holds = {list: "a list", type(None): "nothing"}.get(type(read.data), "a single value")
        found.append(diagnose("RG127", Place(name, 1, 1), found=holds, purpose=purpose))
    return None, found
