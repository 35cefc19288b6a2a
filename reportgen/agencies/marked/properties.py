"""The properties of a workbook that programs add (ECMA-376 Part 1, 22.3): one is set, all others stay."""

from lxml import etree

from reportgen.agencies.marked.package import WorkbookPackage, maker_for

_KIND = "custom-properties"
_PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The identifier that every property has."""
_FIRST = 2
"""The lowest number of a property."""


def set_property(package: WorkbookPackage, name: str, value: str) -> None:
    """Set a property of a workbook to a text.

    Args:
        package: the workbook; it is changed.
        name: of the property, compared without case.
        value: its text.
    """
    part = package.related("", _KIND)
    is_new = part is None or not package.has(part)
    part = _PART if part is None or is_new else part
    root = maker_for(_NAMESPACE).Properties() if is_new else package.root_of(part)
    for one in [one for one in root if str(one.get("name")).casefold() == name.casefold()]:
        root.remove(one)
    number = 1 + max((int(str(one.get("pid"))) for one in root if str(one.get("pid")).isdecimal()), default=_FIRST - 1)
    own = etree.QName(root).namespace
    added = etree.SubElement(root, f"{{{own}}}property", fmtid=_FORMAT, pid=str(number), name=name)
    etree.SubElement(added, f"{{{_VALUES}}}lpwstr", nsmap={"vt": _VALUES}).text = value
    package.write_root(part, root)
    if is_new:
        package.declare(part, _TYPE)
        package.relate("", _KIND, part)
