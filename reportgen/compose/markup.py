"""Read the semantic HTML that templates give into checked elements.

Only the elements that the document tree knows are allowed, each only where it makes sense. Every start tag written
in a template carries `data-at="template:line"` (see `environment.py`), so that a problem names template and line.
"""

from collections.abc import Iterator
from html.parser import HTMLParser

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place, diagnose, nearest
from reportgen.document.tree import CitationForm
from reportgen.regex import regex
from reportgen.remembering import keeps_results, remembered

AT = "data-at"
"""The attribute that says where a start tag was written."""

_INLINE = frozenset({"em", "strong", "sup", "sub", "a", "data", "aside", "br", "#text"})
_BLOCK = frozenset({"section", "h1", "h2", "h3", "h4", "p", "ul", "ol", "table", "blockquote", "figure", "nav"})
CONTENT: dict[str, frozenset[str]] = {
    "": _BLOCK,
    "section": _BLOCK,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "p", "td", "th", "caption", "blockquote", "figcaption"), _INLINE),
    "nav": frozenset({"em", "strong", "sup", "sub", "#text"}),
    "em": _INLINE,
    "strong": _INLINE,
    "sup": frozenset({"data", "#text"}),
    "sub": frozenset({"data", "#text"}),
    "a": _INLINE - {"a", "aside"},
    "aside": _INLINE - {"aside"},
    "data": frozenset({"#text"}),
    "br": frozenset(),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "li": _INLINE | {"ul", "ol"},
    "table": frozenset({"caption", "thead", "tbody", "tfoot"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tfoot": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "figure": frozenset({"img", "figcaption"}),
    "img": frozenset(),
}
"""What may stand in each element; the empty name is the document itself."""
ATTRIBUTES: dict[str, frozenset[str]] = {
    "section": frozenset({"class", "id"}),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "p", "table"), frozenset({"id", "class"})),
    **dict.fromkeys(("tr", "aside", "nav"), frozenset({"class"})),
    **dict.fromkeys(("td", "th"), frozenset({"class", "colspan", "rowspan"})),
    "a": frozenset({"href", "class"}),
    "data": frozenset({"value"}),
    "br": frozenset({"class"}),
    "figure": frozenset({"id"}),
    "img": frozenset({"src", "alt"}),
}
"""The attributes that each element may have."""
_EMPTY = frozenset({"br", "img"})
"""Elements that hold nothing and are not closed."""
CLASSES: dict[str, tuple[str, ...]] = {
    "section": ("cover",),
    "h1": ("annex",),
    "p": ("awaiting", "unnumbered"),
    "table": ("landscape",),
    "tr": ("total", "part"),
    "th": ("figure",),
    "td": ("figure",),
    "aside": ("title",),
    "nav": ("contents", "abbreviations"),
    "a": tuple(CitationForm),
    "br": ("paragraph",),
}
"""The classes that each element may have, outside the first page; the others have none."""


class Element(Struct):
    """One element with its children in order."""

    tag: str
    attributes: dict[str, str]
    at: Place | None
    children: list["Element | str"] = []

    @property
    def classes(self) -> tuple[str, ...]:
        """Return the words of its class attribute."""
        return tuple(self.attributes.get("class", "").split())

    def elements(self) -> Iterator["Element"]:
        """Yield its children that are elements."""
        return (child for child in self.children if isinstance(child, Element))


class MarkupReader(HTMLParser):
    """Reads the output of the templates; call `read` once."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, None)
        self.diagnostics: list[Diagnostic] = []
        self._open = [self.root]
        self._misplaced: list[tuple[Element, Diagnostic]] = []
        self._skipped: list[str] = []

    def read(self, html: str) -> Element:
        """Return the document as one element; what is wrong with it is in `diagnostics`."""
        for stretch in _BLOCKS.split(html) if keeps_results() else [html]:
            parent = self._open[-1]
            known = _read_stretch(stretch, parent.tag, parent.at) if self._is_between else None
            if known is None:
                self.feed(stretch)
            else:
                parent.children += known
        self.close()
        for element in self._open[1:]:
            self._leave_open(element)
        return self.root

    def read_within(self, parent: Element, html: str) -> tuple["Element | str", ...] | None:
        """Return what a stretch of a document gives within an element; None where it is not whole, or not in order."""
        self._open.append(parent)
        self.feed(html)
        is_whole = self._is_between and len(self._open) > 1 and self._open[-1] is parent
        return tuple(parent.children) if is_whole and not self.diagnostics else None

    @property
    def _is_between(self) -> bool:
        """Return whether all that was fed is read, and nothing of it hides what follows."""
        return keeps_results() and not (self.rawdata or self._skipped or self.cdata_elem)

    def updatepos(self, i: int, j: int) -> int:
        """Count no lines of the output, as the parser does for each tag: `data-at` names those of the templates."""
        del i
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, if it may stand here."""
        attributes = {name: value or "" for name, value in attrs}
        parent = self._open[-1]
        at = _place(attributes.pop(AT, "")) or parent.at
        if self._skipped or tag not in CONTENT[parent.tag]:
            if not self._skipped:
                problem = _misplaced(tag, parent, at)
                self.diagnostics.append(problem)
                self._misplaced.append((parent, problem))
            if tag not in _EMPTY:
                self._skipped.append(tag)
            return
        self._check_attributes(tag, attributes, at)
        element = Element(tag, attributes, at)
        parent.children.append(element)
        if tag not in _EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be this one."""
        if self._skipped:
            if tag in self._skipped:
                del self._skipped[len(self._skipped) - 1 - self._skipped[::-1].index(tag) :]
            return
        if tag == self._open[-1].tag:
            self._open.pop()
        elif any(tag == element.tag for element in self._open):
            while (element := self._open.pop()).tag != tag:
                self._leave_open(element)
        elif tag not in _EMPTY:
            self.diagnostics.append(diagnose("RG512", self._open[-1].at, tag=tag))

    def handle_data(self, data: str) -> None:
        """Keep text where text may stand; elsewhere only white space is."""
        parent = self._open[-1]
        if self._skipped:
            return
        if "#text" in CONTENT[parent.tag]:
            parent.children.append(data)
        elif data.strip():
            self.diagnostics.append(diagnose("RG513", parent.at, text=data.strip(), tag=parent.tag or "document"))

    def handle_decl(self, decl: str) -> None:
        """Refuse a declaration such as a document type."""
        self.diagnostics.append(diagnose("RG513", self._open[-1].at, text=f"<!{decl}>", tag=self._open[-1].tag))

    def _leave_open(self, element: Element) -> None:
        """Report that an element is not closed, and drop reports of what only seems to stand in it for that reason."""
        follows = {id(problem) for parent, problem in self._misplaced if parent is element and problem.code == "RG515"}
        self.diagnostics = [problem for problem in self.diagnostics if id(problem) not in follows]
        self.diagnostics.append(diagnose("RG511", element.at, tag=element.tag))

    def _check_attributes(self, tag: str, attributes: dict[str, str], at: Place | None) -> None:
        allowed = ATTRIBUTES.get(tag, frozenset())
        for name in [name for name in attributes if name not in allowed]:
            known = nearest(name, allowed)
            self.diagnostics.append(diagnose("RG514", at, attribute=name, tag=tag, known=known))
            del attributes[name]


_BLOCKS = regex(r"(?=<(?:p|h[1-4]|table|ul|ol|blockquote|figure)\b)")


@remembered(20_000)
def _read_stretch(html: str, tag: str, at: Place | None) -> tuple["Element | str", ...] | None:
    """Return what a stretch of a document gives within an element; None where it is not whole, or not in order.

    Args:
        html: the stretch.
        tag: of the element.
        at: where the element was written.
    """
    return MarkupReader().read_within(Element(tag, {}, at), html)


def _misplaced(tag: str, parent: Element, at: Place | None) -> Diagnostic:
    """Return the diagnostic for an element that is not known, or not where it stands."""
    if tag not in CONTENT:
        return diagnose("RG510", at, tag=tag, known=nearest(tag, (name for name in CONTENT if name)))
    inside = f"<{parent.tag}>" if parent.tag else "the document itself"
    return diagnose("RG515", at, tag=tag, parent=inside)


def _place(written: str) -> Place | None:
    """Return the place that a `data-at` names."""
    file, _, line = written.rpartition(":")
    return Place(file, int(line)) if line.isdigit() else None
