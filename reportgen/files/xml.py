"""Read XML of the parts of workbooks and Word files by expat alone; nothing outside is looked at.

A part with a document type, and with it every trick with entities, is refused (ECMA-376 Part 2, M1.18), as is any
encoding but UTF-8 and UTF-16; depth, attributes, elements and the length of a tag are bounded.
"""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from msgspec import Struct

from reportgen.diagnostics import Literal, Place, shown
from reportgen.files.refusal import WORKBOOK, Codes, Refused, refuse
from reportgen.limits import XML_ATTRIBUTES, XML_DEPTH, XML_ELEMENTS, XML_TAG_BYTES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Attributes = dict[str, str]
_ENCODINGS = {"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii"}
_SEPARATOR = "}"
_WORDS = {
    "_rels/": "a list of links",
    "content_types": "the list of contents",
    "workbook.xml": "the list of sheets",
    "sharedstrings": "the texts of the cells",
    "styles": "the formats",
    "worksheets/": "a sheet",
    "comments": "the comments",
    "drawing": "a drawing",
    "document.xml": "the text",
    "notes": "the notes",
    "numbering": "the numbers of lists",
    "docprops": "the properties",
}
"""What messages call the parts of a workbook or a Word file, by a piece of their names."""


class XmlPart(Struct):
    """One part of a workbook or a Word file that is being read."""

    data: bytes
    name: str
    place: Place
    """The file, or its sheet."""
    codes: Codes = WORKBOOK
    """How files of this kind are refused."""

    @property
    def words(self) -> str:
        """Return what a message calls the part: nobody sees the names of parts."""
        if self.place.sheet is not None:
            return f"the sheet “{shown(self.place.sheet)}”"
        return next((words for sign, words in _WORDS.items() if sign in self.name), "something that is not shown")

    def scan(
        self,
        start: Callable[[str, Attributes], None] | None = None,
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Read the part once, telling what is met by its name without its namespace.

        Raises:
            Refused: where it is broken, hostile or beyond its bounds.
        """
        parser = expat.ParserCreate(None, _SEPARATOR)
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._doctype
        parser.StartElementHandler, parser.EndElementHandler = _within_bounds(self, start, end)
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            parser.Parse(self.data, True)  # noqa: FBT003 - expat's "this is all of it"
        except Refused:
            raise
        except (expat.ExpatError, ValueError, UnicodeError, LookupError):
            raise self.broken("something is not well-formed XML") from None

    def subtrees(self, tops: Collection[str], inside: Collection[str], take: Callable[["Element"], None]) -> None:
        """Read the part once, and hand over each element of some names with what matters in it.

        Names of elements come without their namespaces. An element within one that is handed over is only part of it.

        Args:
            tops: names of the elements.
            inside: names of the elements in them that are kept; a drawing of a map has a hundred thousand others.
            take: is given each; nothing keeps the element afterwards.

        Raises:
            Refused: where the part is broken, hostile or beyond its bounds.
        """
        from xml.etree.ElementTree import TreeBuilder  # Word files are read without it

        builder = TreeBuilder()
        depth = 0

        def opened(name: str, attributes: Attributes) -> None:
            nonlocal depth
            if name in inside if depth else name in tops:
                builder.start(name, attributes)
                depth += 1

        def closed(name: str) -> None:
            nonlocal builder, depth
            if depth and (name in inside or (depth == 1 and name in tops)):
                builder.end(name)
                depth -= 1
                if not depth:
                    take(builder.close())
                    builder = TreeBuilder()

        self.scan(opened, closed, lambda text: builder.data(text) if depth else None)

    def broken(self, reason: str) -> Refused:
        """Return the exception for a part that contradicts the rules of its format."""
        return refuse(self.codes.damaged, self.place, reason=Literal(f"{reason} (in {self.words})"))

    def too_much(self, what: str) -> Refused:
        """Return the exception for a part beyond its bounds."""
        return refuse(self.codes.beyond, self.place, part=Literal(self.words), what=Literal(what))

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        del version, standalone
        if encoding and encoding.casefold() not in _ENCODINGS:
            raise self.broken("something is in an encoding that Office files do not have")

    def _doctype(self, *declaration: object) -> NoReturn:
        del declaration
        raise refuse(
            self.codes.suspicious,
            self.place,
            reason=Literal(f"it declares a document type or entities (in {self.words})"),
        )


def _within_bounds(
    part: XmlPart, start: Callable[[str, Attributes], None] | None, end: Callable[[str], None] | None
) -> tuple[Callable[[str, Attributes], None], Callable[[str], None]]:
    """Return handlers that count what a part holds, and pass it on.

    They run for every element, a million times in a large sheet; hence local variables instead of an object's.
    """
    depth = elements = 0
    has_long_tags = len(part.data) > XML_TAG_BYTES
    names: dict[str, str] = {}

    def opened(name: str, attributes: Attributes) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > XML_DEPTH or elements > XML_ELEMENTS or len(attributes) > XML_ATTRIBUTES:
            raise _beyond(part, depth, elements)
        if has_long_tags and sum(map(len, attributes.values())) > XML_TAG_BYTES:
            raise part.too_much("an element whose attributes fill more than 2 MB")
        if start is not None:
            local = names.get(name)
            if local is None:
                local = names[name] = name.rpartition(_SEPARATOR)[2]
            start(local, attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(names[name])

    return opened, closed


def _beyond(part: XmlPart, depth: int, elements: int) -> Refused:
    if depth > XML_DEPTH:
        return part.too_much(f"elements nested more than {XML_DEPTH} deep")
    if elements > XML_ELEMENTS:
        return part.too_much(f"more than {XML_ELEMENTS:,} elements")
    return part.too_much(f"an element with more than {XML_ATTRIBUTES} attributes")
