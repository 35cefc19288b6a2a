"""Where a workbook comes from: its document properties come in, what they say of format, project and agency goes out.

Workbooks that are sent out carry three properties of their own (`model.sheets`). A program that saves a workbook may
drop them (Google Sheets does), so a workbook without them is as good as one with them. What reads otherwise than
today's format is brought there by `migrate`, one version at a time.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.files.refusal import refuse
from reportgen.files.xml import Attributes, Part
from reportgen.model.sheets import (
    AGENCY_PROPERTY,
    DEPARTMENT_PROPERTY,
    FORMAT_PROPERTY,
    ISSUES_PROPERTY,
    PROJECT_PROPERTY,
    VERSION_PROPERTY,
)

if TYPE_CHECKING:
    from reportgen.project.workbook import Workbook

PLAIN_VERSION = 0
"""The version of a workbook without properties: three sheets and nothing else."""


class Origin(Struct, frozen=True):
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


_IN_ORDER = (
    FORMAT_PROPERTY,
    PROJECT_PROPERTY,
    AGENCY_PROPERTY,
    DEPARTMENT_PROPERTY,
    VERSION_PROPERTY,
    ISSUES_PROPERTY,
)
"""The properties of an `Origin`, in the order of its fields."""


def read_origin(part: Part | None) -> Origin:
    """Read the document properties of a workbook.

    Args:
        part: the part of custom properties (ECMA-376 Part 1, 22.3), where there is one.
    """
    if part is None:
        return Origin()
    read = _Properties()
    part.scan(read.opened, read.closed, read.text)
    named = {name.casefold(): value.strip() or None for name, value in read.values.items()}
    return Origin(*(named.get(name) for name in _IN_ORDER))


class _Properties(Struct):
    """The values of properties as text, by their names."""

    values: dict[str, str] = {}
    _name: str | None = None

    def opened(self, local: str, attributes: Attributes) -> None:
        if local == "property":
            self._name = attributes.get("name", "")
            self.values[self._name] = ""

    def closed(self, local: str) -> None:
        if local == "property":
            self._name = None

    def text(self, text: str) -> None:
        if self._name is not None:
            self.values[self._name] += text


Migration = Callable[["Workbook"], None]
"""Changes the cells of a workbook of one version into what they are in the next."""


def _nothing_to_change(workbook: "Workbook") -> None:
    """Version 1 added sheets and properties around the same three sheets."""
    del workbook


MIGRATIONS: Mapping[int, Migration] = {PLAIN_VERSION: _nothing_to_change}
"""What leads from each version to the next one."""


def migrate(workbook: "Workbook", migrations: Mapping[int, Migration] = MIGRATIONS) -> None:
    """Bring the cells of an older workbook to today's format.

    Args:
        workbook: is changed.
        migrations: what leads from each version to the next one.

    Raises:
        Refused: where the workbook is of a newer version, or of none that there is.
    """
    written = workbook.origin.version
    newest = max(migrations) + 1
    version = _version(written)
    if version is None or version > newest:
        raise refuse("RG172", workbook.place, version=written, newest=newest)
    for step in range(version, newest):
        migrations[step](workbook)


def _version(written: str | None) -> int | None:
    """The number of a version; that of a plain workbook where none is written, None where it is no number."""
    if written is None:
        return PLAIN_VERSION
    digits = written.removesuffix(".0")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < len("1000") else None
