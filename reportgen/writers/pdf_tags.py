"""What WeasyPrint leaves to do for PDF/UA-1 (ISO 14289-1): the objects of its PDF come in and are mended in place.

WeasyPrint writes a structure tree with headings, paragraphs, lists, tables and links. Four things are missing:

- running heads and page numbers are no content: they become artifacts (7.8);
- heads of rows and columns say which of the two they are (7.5);
- notes at the foot of a page are `Note` elements with an id (7.9);
- links inside the document are described by words, and printed as they are seen (7.18.1).

An object is a dictionary of pydyf; a reference to it is its number in `b"12 0 R"`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

Objects = Any
"""Objects of pydyf, which publishes no types."""

_PRINT = 4
"""The annotation flag `Print` (ISO 32000-1, table 165)."""


def finish_tags(pdf: Objects, descriptions: Mapping[str, str]) -> None:
    """Mend the tags of a PDF that is about to be written.

    Args:
        pdf: a `pydyf.PDF` with everything in it.
        descriptions: what a link inside the document is called, by the name of its destination.
    """
    root = _follow(pdf, pdf.catalog["StructTreeRoot"])
    document = _follow(pdf, root["K"][0])
    _describe_links(pdf, descriptions)
    _scope_heads(pdf)
    _name_notes(pdf, document)
    _set_aside_margins(pdf, root, document)


def _follow(pdf: Objects, reference: bytes) -> Objects:
    return pdf.objects[int(reference.split()[0])]


def _elements(pdf: Objects) -> Iterator[Objects]:
    return (item for item in pdf.objects if _entry(item, "Type") == "/StructElem")


def _entry(item: Objects, key: str) -> Objects:
    return item.get(key) if isinstance(item, dict) else None


def _children(pdf: Objects, element: Objects) -> Iterator[Objects]:
    """The objects right below an element; marks in the page's content are numbers, not objects."""
    return (_follow(pdf, kid) for kid in element.get("K", ()) if isinstance(kid, bytes))


# ---- links, heads, notes --------------------------------------------------------------------------------------


def _describe_links(pdf: Objects, descriptions: Mapping[str, str]) -> None:
    for item in pdf.objects:
        if _entry(item, "Subtype") != "/Link":
            continue
        item["F"] = _PRINT
        if "Dest" in item and (words := descriptions.get(item["Dest"].string)):
            item["Contents"] = type(item["Dest"])(words)


def _scope_heads(pdf: Objects) -> None:
    for element in _elements(pdf):
        if element["S"] == "/TH":
            group = _follow(pdf, _follow(pdf, element["P"])["P"])
            element["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"


def _name_notes(pdf: Objects, document: Objects) -> None:
    """Each page's notes stand in one nameless element of the document, which holds nothing but block-level spans."""
    count = 0
    for area in _children(pdf, document):
        notes = list(_children(pdf, area))
        if area["S"] != "/NonStruct" or any(_entry(note, "S") != "/Span" for note in notes):
            continue
        area["S"] = "/Div"
        for note in notes:
            count += 1
            note["S"] = "/Note"
            note["ID"] = f"(note-{count})"


# ---- running heads and page numbers ---------------------------------------------------------------------------


def _set_aside_margins(pdf: Objects, root: Objects, document: Objects) -> None:
    """Make artifacts of all marked content whose element is not in the tree: what stands in the margins."""
    reached = {id(element) for element in _below(pdf, document)}
    numbers = _follow(pdf, root["ParentTree"])["Nums"]
    pages = [_follow(pdf, reference) for reference in pdf.page_references]
    for page, owners in zip(pages, numbers[1::2], strict=False):
        strays = {mark for mark, owner in enumerate(owners) if id(_follow(pdf, owner)) not in reached}
        _make_artifacts(_follow(pdf, page["Contents"]).stream, strays)
        for mark in strays:
            owners[mark] = b"null"


def _below(pdf: Objects, element: Objects) -> Iterator[Objects]:
    todo = [element]
    while todo:
        current = todo.pop()
        yield current
        todo.extend(child for child in _children(pdf, current) if _entry(child, "Type") == "/StructElem")


def _make_artifacts(stream: list[Objects], marks: set[int]) -> None:
    """Rewrite `/Span <</MCID n>> BDC` as `/Artifact <</Type /Pagination>> BDC` for the given marks."""
    for index, properties in enumerate(stream):
        if isinstance(properties, dict) and properties.get("MCID") in marks:
            stream[index - 1] = "/Artifact"
            stream[index] = type(properties)({"Type": "/Pagination"})
