"""Name the files that stand among submissions and are none: what programs leave there, and other kinds of documents."""

from pathlib import PurePath

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.project.submission import WORKBOOK_ENDINGS, YAML_ENDINGS

_LITTER = {"thumbs.db": "a file of Windows", "desktop.ini": "a file of Windows", "ehthumbs.db": "a file of Windows"}
_LOCKS = (("~$", "the lock file of a workbook that is open in Excel"),)
_SAVE_AS = "open it in Excel or LibreOffice, and save it as “Excel Workbook (.xlsx)”"
_TAKE_OUT = "put what belongs to the report into a workbook or a YAML file, and leave this one out"
_KINDS = {
    ".xls": ("a workbook in the format of before 2007", _SAVE_AS),
    ".xlsb": ("a binary workbook", _SAVE_AS),
    ".xlsm": ("a workbook with macros", _SAVE_AS),
    ".xltx": ("a template of a workbook", _SAVE_AS),
    ".ods": ("a workbook of LibreOffice", _SAVE_AS),
    ".csv": ("a CSV table", _SAVE_AS),
    ".tsv": ("a table of text", _SAVE_AS),
    ".numbers": ("a workbook of Apple Numbers", "export it from Numbers as an Excel workbook (.xlsx)"),
    ".docx": ("a Word document", "copy its text into the sheet Replies of the agency's workbook"),
    ".doc": ("a Word document in an old format", "copy its text into the sheet Replies of the agency's workbook"),
    ".pdf": ("a PDF", _TAKE_OUT),
    ".zip": ("a zipped file", "unpack it, and put the workbooks from it into the folder"),
    ".json": ("a JSON file", "JSON is also YAML: name it .yaml if it is a submission"),
}


def litter_of(name: str) -> str | None:
    """Return what a program left under a name, such as `a file of Windows`; None where that is not known."""
    return next((kind for start, kind in _LOCKS if name.startswith(start)), _LITTER.get(name.casefold()))


def find_other_kind(name: str, place: Place) -> list[Diagnostic]:
    """Return what is wrong with a file whose name is not that of a workbook or a YAML file."""
    lowered = name.casefold()
    if lowered.endswith((*WORKBOOK_ENDINGS, *YAML_ENDINGS)):
        return []
    kind, action = _KINDS.get(PurePath(lowered).suffix, ("a file of another kind", _TAKE_OUT))
    return [diagnose("RG106", place, name=name, kind=kind, action=Literal(action))]
