"""Read where a workbook comes from: what its document properties say of format, project and agency.

Workbooks that are sent out carry properties of their own (`model.sheets`). A program that saves a workbook may drop
them (Google Sheets does), so a workbook without them is as good as one with them.
"""

from xml.etree.ElementTree import Element

from msgspec import Struct

from reportgen.diagnostics import Place
from reportgen.files.refusal import refuse
from reportgen.files.xml import XmlPart
from reportgen.model.form_words import read_words
from reportgen.model.sheets import (
    AGENCY_PROPERTY,
    DEPARTMENT_PROPERTY,
    FORMAT_PROPERTY,
    FORMAT_VERSION,
    ISSUES_PROPERTY,
    LANGUAGE_PROPERTY,
    PROJECT_PROPERTY,
    VERSION_PROPERTY,
)


class WorkbookOrigin(Struct, frozen=True):
    """What a workbook says of where it comes from; None: nothing."""

    version: str | None = None
    project: str | None = None
    """The symbol of the report that it was made for."""
    agency: str | None = None
    department: str | None = None
    filled_from: str | None = None
    """The name of the version that it was filled from."""
    issues: str | None = None
    """The name of the list of issues that it asks about."""
    language: str | None = None
    """The code of the language of its words."""
    words: frozenset[str] = frozenset()
    """The hashes of all words that it was sent out with (`model.form_words`)."""


_IN_ORDER = (
    FORMAT_PROPERTY,
    PROJECT_PROPERTY,
    AGENCY_PROPERTY,
    DEPARTMENT_PROPERTY,
    VERSION_PROPERTY,
    ISSUES_PROPERTY,
    LANGUAGE_PROPERTY,
)
"""The properties of an `Origin`, in the order of its fields."""


def read_origin(part: XmlPart | None) -> WorkbookOrigin:
    """Read the document properties of a workbook.

    Args:
        part: the part of custom properties (ECMA-376 Part 1, 22.3), where there is one.
    """
    values: dict[str, str] = {}

    def take(element: Element) -> None:
        values[element.get("name", "").casefold()] = "".join(element.itertext()).strip()

    if part is not None:
        part.subtrees({"property"}, (), take)
    version, project, agency, department, filled_from, issues, language = (values.get(one) or None for one in _IN_ORDER)
    return WorkbookOrigin(version, project, agency, department, filled_from, issues, language, read_words(values))


def refuse_newer(version: str | None, place: Place) -> None:
    """Refuse a workbook of a format that this version of the program does not know.

    The formats that there were are read alike: version 1 added sheets and properties around the same three sheets.

    Args:
        version: as the workbook says it; None for one without properties.
        place: the workbook.

    Raises:
        Refused: where it is newer, or none that there is.
    """
    digits = (version or "0").removesuffix(".0")
    is_known = digits.isascii() and digits.isdigit() and len(digits) < len("1000") and int(digits) <= FORMAT_VERSION
    if not is_known:
        raise refuse("RG172", place, version=version, newest=FORMAT_VERSION)
