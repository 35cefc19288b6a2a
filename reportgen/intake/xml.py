"""XML of a workbook's parts, read by expat alone: no tree is built, and nothing outside a part is ever looked at.

A part with a document type, and with it every trick with entities, is refused (ECMA-376 Part 2, M1.18), as is any
encoding but UTF-8 and UTF-16; depth, attributes, elements and the length of a tag are bounded.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn
from xml.parsers import expat

from reportgen.diagnostics import Literal, Place
from reportgen.intake.refusal import Refused, refuse
from reportgen.limits import XML_ATTRIBUTES, XML_DEPTH, XML_ELEMENTS, XML_TAG_BYTES

Attributes = dict[str, str]
_ENCODINGS = {"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii"}
_SEPARATOR = "}"


@dataclass
class Part:
    """One part of a workbook that is being read."""

    data: bytes
    name: str
    place: Place
    """The workbook."""

    def scan(
        self,
        start: Callable[[str, Attributes], None] | None = None,
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Read the part once, telling what is met; names are `namespace}name`.

        Raises:
            Refused: where it is broken, hostile or beyond its bounds.
        """
        parser = expat.ParserCreate(None, _SEPARATOR)
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._doctype
        _Bounds(self, start, end).watch(parser)
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            parser.Parse(self.data, True)  # noqa: FBT003 - expat's "this is all of it"
        except Refused:
            raise
        except (expat.ExpatError, ValueError, UnicodeError, LookupError):
            raise self.broken("it is not well-formed XML") from None

    def broken(self, reason: str) -> Refused:
        """The exception for a part that contradicts the rules of its format."""
        return refuse("RG132", self.place, reason=Literal(f"its part {self.name}: {reason}"))

    def too_much(self, what: str) -> Refused:
        """The exception for a part beyond its bounds."""
        return refuse("RG135", self.place, part=self.name, what=Literal(what))

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        del version, standalone
        if encoding and encoding.casefold() not in _ENCODINGS:
            raise self.broken("it is in an encoding that workbooks do not have")

    def _doctype(self, *declaration: object) -> NoReturn:
        del declaration
        raise refuse("RG133", self.place, reason=Literal(f"its part {self.name} declares a document type or entities"))


class _Bounds:
    """Counts what a part holds while it is read."""

    def __init__(
        self, part: Part, start: Callable[[str, Attributes], None] | None, end: Callable[[str], None] | None
    ) -> None:
        self._part, self._start, self._end = part, start, end
        self._depth = self._elements = 0
        self._may_have_long_tags = len(part.data) > XML_TAG_BYTES

    def watch(self, parser: expat.XMLParserType) -> None:
        """Look at every element that the parser meets."""
        parser.StartElementHandler = self._opened
        parser.EndElementHandler = self._closed

    def _opened(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > XML_DEPTH:
            raise self._part.too_much(f"elements nested more than {XML_DEPTH} deep")
        if self._elements > XML_ELEMENTS:
            raise self._part.too_much(f"more than {XML_ELEMENTS:,} elements")
        if len(attributes) > XML_ATTRIBUTES:
            raise self._part.too_much(f"an element with more than {XML_ATTRIBUTES} attributes")
        if self._may_have_long_tags and sum(map(len, attributes.values())) > XML_TAG_BYTES:
            raise self._part.too_much("an element whose attributes fill more than 2 MB")
        if self._start is not None:
            self._start(name, attributes)

    def _closed(self, name: str) -> None:
        self._depth -= 1
        if self._end is not None:
            self._end(name)
