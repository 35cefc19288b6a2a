"""Mend in place what WeasyPrint leaves to do in a PDF for PDF/UA-1 (ISO 14289-1).

WeasyPrint writes a structure tree with headings, paragraphs, lists, tables and links. Seven things are missing:

- running heads and page numbers are no content: they become artifacts (7.8);
- a table over several pages is one table, and its heads are read aloud once (ISO 32000-1, 14.8.4.3.4);
- heads of rows and columns say which of the two they are (7.5);
- notes at the foot of a page are `Note` elements with an id (7.9);
- links inside the document are described by words, and printed as they are seen (7.18.1);
- a link is one element with its annotations, and nothing inside it has annotations of its own (7.18.5);
- the list of contents is a `TOC` of `TOCI` (ISO 32000-1, 14.8.4.3).

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
    _unnest_links(pdf, document)
    _join_tables(pdf, document)
    _describe_links(pdf, descriptions)
    _name_contents(pdf)
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
    """Yield the objects right below an element; marks in the page's content are numbers, not objects."""
    return (_follow(pdf, kid) for kid in element.get("K", ()) if isinstance(kid, bytes))


# ---- links, heads, notes --------------------------------------------------------------------------------------


def _describe_links(pdf: Objects, descriptions: Mapping[str, str]) -> None:
    for item in pdf.objects:
        if _entry(item, "Subtype") != "/Link":
            continue
        item["F"] = _PRINT
        if "Dest" in item and (words := descriptions.get(item["Dest"].string)):
            item["Contents"] = type(item["Dest"])(words)


def _unnest_links(pdf: Objects, document: Objects) -> None:
    """Take away the annotations that WeasyPrint gives to each box in a link, beside that of the link itself."""
    nested: set[bytes] = set()
    for link in [element for element in _below(pdf, document) if element["S"] == "/Link"]:
        if not _annotations(pdf, link):
            continue
        for element in _below(pdf, link):
            if element is not link:
                nested |= _without_annotations(pdf, element)
    _drop_annotations(pdf, nested)


def _drop_annotations(pdf: Objects, dropped: set[bytes]) -> None:
    for reference in pdf.page_references if dropped else ():
        page = _follow(pdf, reference)
        if "Annots" in page:
            page["Annots"][:] = [annotation for annotation in page["Annots"] if annotation not in dropped]


def _annotations(pdf: Objects, element: Objects) -> list[bytes]:
    """Return the references from an element to annotations."""
    return [kid for kid in element["K"] if isinstance(kid, bytes) and _entry(_follow(pdf, kid), "Type") == "/OBJR"]


def _without_annotations(pdf: Objects, element: Objects) -> set[bytes]:
    """Make a plain piece of a link's text of an element in it; the annotations that it had."""
    owned = _annotations(pdf, element)
    element["K"][:] = [kid for kid in element["K"] if kid not in owned]
    if element["S"] == "/Link":
        element["S"] = "/Span"
    return {_follow(pdf, kid)["Obj"] for kid in owned}


def _name_contents(pdf: Objects) -> None:
    """Tag the list of contents: the one list that stands in a nameless element, `nav`.

    The dots before the numbers, which are nameless as well, say nothing: out of the tree, they become artifacts.
    """
    for element in _elements(pdf):
        if element["S"] != "/L" or _follow(pdf, element["P"])["S"] != "/NonStruct":
            continue
        element["S"] = "/TOC"
        for item in _children(pdf, element):
            item["S"] = "/TOCI"
            for body in _children(pdf, item):
                body["S"] = "/Reference"
                for piece in _children(pdf, body):
                    piece["K"][:] = [kid for kid in piece["K"] if not _is_nameless(pdf, kid)]


def _is_nameless(pdf: Objects, kid: Objects) -> bool:
    return isinstance(kid, bytes) and _entry(_follow(pdf, kid), "S") == "/NonStruct"


def _join_tables(pdf: Objects, document: Objects) -> None:
    """Move the rows of a table on further pages to its first piece, which alone has a caption.

    The heads that such a page repeats leave the tree, and so become artifacts.
    """
    dropped: set[bytes] = set()
    whole: Objects = None
    for table in [element for element in _below(pdf, document) if element["S"] == "/Table"]:
        if whole is None or any(group["S"] == "/Caption" for group in _children(pdf, table)):
            whole = table
            continue
        _follow(pdf, table["P"])["K"].remove(table.reference)
        for group in _children(pdf, table):
            if group["S"] == "/TBody":
                _move_rows(pdf, group, whole)
            else:
                dropped |= {annotation for element in _below(pdf, group) for annotation in _annotated(pdf, element)}
    _drop_annotations(pdf, dropped)


def _move_rows(pdf: Objects, group: Objects, whole: Objects) -> None:
    """Put the rows of a group at the end of those that a table has."""
    body = next((own for own in _children(pdf, whole) if own["S"] == "/TBody"), None)
    parent, moved = (whole, [group]) if body is None else (body, list(_children(pdf, group)))
    for element in moved:
        element["P"] = parent.reference
        parent["K"].append(element.reference)


def _annotated(pdf: Objects, element: Objects) -> set[bytes]:
    """Return the annotations of an element."""
    return {_follow(pdf, kid)["Obj"] for kid in _annotations(pdf, element)}


def _scope_heads(pdf: Objects) -> None:
    for element in _elements(pdf):
        if element["S"] == "/TH":
            group = _follow(pdf, _follow(pdf, element["P"])["P"])
            element["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"


def _name_notes(pdf: Objects, document: Objects) -> None:
    """Tag notes: those of a page stand in one nameless element, which holds nothing but block-level spans."""
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
    """Yield an element and all below it, in the order of the text."""
    todo = [element]
    while todo:
        current = todo.pop()
        yield current
        children = [child for child in _children(pdf, current) if _entry(child, "Type") == "/StructElem"]
        todo.extend(reversed(children))


def _make_artifacts(stream: list[Objects], marks: set[int]) -> None:
    """Rewrite `/Span <</MCID n>> BDC` as `/Artifact <</Type /Pagination>> BDC` for the given marks."""
    for index, properties in enumerate(stream):
        if isinstance(properties, dict) and properties.get("MCID") in marks:
            stream[index - 1] = "/Artifact"
            stream[index] = type(properties)({"Type": "/Pagination"})
