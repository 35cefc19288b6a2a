"""Accept or reject all tracked changes of a part of a Word file, as Word does (ECMA-376 Part 1, 17.13.5)."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from reportgen.readers.docx.oxml import Element, W, child, name_of
from reportgen.writers.docx.oxml import detach


class _Names(Struct, frozen=True):
    """What goes and what stays, by the names of elements."""

    gone: frozenset[str]
    kept: frozenset[str]
    gone_cell: str
    kept_cell: str


_ACCEPT = _Names(frozenset({"del", "moveFrom"}), frozenset({"ins", "moveTo"}), "cellDel", "cellIns")
_REJECT = _Names(frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"}), "cellIns", "cellDel")
_RANGES = tuple(
    f"{W}{kind}Range{end}"
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
_LOOKS = tuple(f"{W}{kind}Change" for kind in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx"))
CHANGES = (*(f"{W}{kind}" for kind in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")), *_LOOKS)
"""The elements by which a file has tracked changes."""
_TEXTS = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}


def accept(root: Element) -> None:
    """Make a part what it is when all its changes are accepted."""
    _settle(root, _ACCEPT)


def reject(root: Element) -> None:
    """Make a part what it is when all its changes are rejected; looks stay as they are now."""
    _settle(root, _REJECT)


def accept_of(root: Element, author: str) -> None:
    """Make a part what it is when the changes of one author are accepted and all others rejected."""
    _settle(root, _REJECT, lambda change: change.get(f"{W}author") != author)
    _settle(root, _ACCEPT)


_Chosen = Callable[[Element], bool]


def _every(change: Element) -> bool:
    del change
    return True


def _settle(root: Element, names: _Names, chosen: _Chosen = _every) -> None:
    """Settle the changes of a part that are chosen."""
    for element in list(root.iter(*_RANGES, *_LOOKS)):
        detach(element)
    _settle_rows(root, names, chosen)
    for paragraph in list(root.iter(f"{W}p")):
        _settle_mark(paragraph, names, chosen)
    for one in _chosen_elements(root, names.gone, chosen):
        detach(one)
    for one in _chosen_elements(root, names.kept, chosen):
        _unwrap(one)
    for one in root.iter(*_TEXTS):
        if next(one.iterancestors(f"{W}del", f"{W}moveFrom"), None) is None:
            one.tag = _TEXTS[str(one.tag)]


def _chosen_elements(root: Element, kinds: Iterable[str], chosen: _Chosen) -> list[Element]:
    return [element for kind in kinds for element in root.iter(W + kind) if chosen(element)]


def _has(element: Element | None, kinds: Iterable[str], chosen: _Chosen) -> bool:
    """Return whether the properties of a mark, row or cell hold a change that is chosen."""
    return element is not None and any(chosen(one) for kind in kinds for one in element.findall(W + kind))


def _settle_rows(root: Element, names: _Names, chosen: _Chosen) -> None:
    for table in list(root.iter(f"{W}tbl")):
        for row in list(table.iter(f"{W}tr")):
            if _has(child(row, "trPr"), names.gone, chosen):
                detach(row)
        for cell in list(table.iter(f"{W}tc")):
            if _has(child(cell, "tcPr"), [names.gone_cell], chosen):
                detach(cell)
        for mark in _chosen_elements(table, [names.kept_cell], chosen):
            detach(mark)
        if next(table.iter(f"{W}tr"), None) is None:
            detach(table)


def _settle_mark(paragraph: Element, names: _Names, chosen: _Chosen) -> None:
    """Join a paragraph whose mark goes with the next one, whose properties stay."""
    looks = child(paragraph, "pPr", "rPr")
    if looks is None or not _has(looks, names.gone, chosen):
        return
    following = paragraph.getnext()
    while following is not None and name_of(following) in {"bookmarkStart", "bookmarkEnd"}:
        following = following.getnext()
    content = [node for node in paragraph if name_of(node) != "pPr"]
    if following is None or name_of(following) != "p":
        if any(name_of(node) not in names.gone or not chosen(node) for node in content):
            for kind in names.gone:
                for mark in looks.findall(W + kind):
                    looks.remove(mark)
            return
    else:
        start = 1 if child(following, "pPr") is not None else 0
        for node in reversed(content):  # near the first child: far from it, each insertion goes along all before it
            following.insert(start, node)
    detach(paragraph)


def _unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    for node in list(element):
        element.addprevious(node)
    parent.remove(element)


def has_changes(root: Element) -> bool:
    """Return whether a part has tracked changes."""
    return next(root.iter(*CHANGES), None) is not None
