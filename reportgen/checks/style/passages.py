"""The passages of a text, as the editorial rules read them.

A text is light Markdown with references. Its paragraphs and items become passages of one line each; references stand
in them as one character, and so do the addresses of links and the marks of notes, which no rule may touch.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from reportgen.checks.editorial.passage import FIGURE, UNTOUCHED, EditorialPassage, PassageKind
from reportgen.checks.style.texts import PrintedText
from reportgen.claims.passages import Span
from reportgen.compose.references import Expression, names_in, split_references
from reportgen.regex import regex

ADDRESS = regex(
    r"\]\([^()\s]*\)|(?:https?://|mailto:|www\.)[^\s<>]*[^\s<>.,;:!?)\]”’]|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+"
    r"|\[\^[^\[\]\s]++\]"
)
"""The address of a link, bare addresses, and the mark of a note."""
_MARKS = {
    PassageKind.ITEM: regex(r"\s*[-*+][ \t]+"),
    PassageKind.SUBPARAGRAPH: regex(r"\s*\d{1,9}[.)][ \t]+"),
    PassageKind.NOTE: regex(f"{UNTOUCHED}:[ \t]*"),
    PassageKind.PARAGRAPH: regex(r"\s*>[ \t]?"),
}
"""The marks of Markdown by which a line begins a passage; a quotation is one of paragraphs."""


class Located(Struct, frozen=True):
    """A passage, and where its characters stand in its text."""

    source: PrintedText
    passage: EditorialPassage
    origins: tuple[int, ...]
    """The index in the text of each character, and of the end."""

    def span(self, start: int, end: int) -> Span:
        """Return where a run of characters of the passage stands in the text.

        Args:
            start: of the run.
            end: equal to `start` for a place between two characters.
        """
        if start == end:
            return Span(self.origins[start], self.origins[start])
        return Span(self.origins[start], self.origins[end - 1] + 1)


Currencies = Mapping[str, str]
"""The symbols of currencies by the keys of the indicators that are counted in them."""


def passages_of(source: PrintedText, currencies: Currencies) -> Iterator[Located]:
    """Yield the passages of a text, in order."""
    masked = _mask(source.text, currencies)
    if source.kind is not PassageKind.PARAGRAPH:
        yield _located(source, source.kind, masked, [Span(0, len(masked.text))])
        return
    kind, lines = PassageKind.PARAGRAPH, list[Span]()
    for line in re.finditer(r"[^\n]*\n?", masked.text):  # the last one is empty, and ends what stands before it
        start, end = line.start(), line.start() + len(line.group().rstrip())
        begun = _begun(masked.text, start, end)
        if (begun or start >= end) and lines:
            yield _located(source, kind, masked, lines)
            kind, lines = PassageKind.PARAGRAPH, []
        if begun:
            kind, start = begun
        if start < end:
            lines.append(Span(start, end))


class _Masked(Struct, frozen=True):
    """A text in which references and addresses are single characters."""

    text: str
    origins: list[int]
    symbols: list[tuple[int, frozenset[str]]]
    """The symbols of currencies that references are written with, by where these stand."""


def _mask(text: str, currencies: Currencies) -> _Masked:
    characters: list[str] = []
    masked = _Masked("", [], [])
    for piece in split_references(text):
        if piece.meaning is None and piece.problem is None:
            _mask_addresses(piece.text, piece.offset, characters, masked.origins)
            continue
        if isinstance(piece.meaning, Expression):
            symbols = frozenset(currencies[key] for key in names_in(piece.meaning) if key in currencies)
            masked.symbols.append((len(characters), symbols))
        characters.append(FIGURE if isinstance(piece.meaning, Expression) else UNTOUCHED)
        masked.origins.append(piece.offset)
    masked.origins.append(len(text))
    return _Masked("".join(characters), masked.origins, masked.symbols)


def _mask_addresses(text: str, offset: int, characters: list[str], origins: list[int]) -> None:
    """Add plain text, with one character for each address in it."""
    end = 0
    for match in ADDRESS.finditer(text):
        characters += [*text[end : match.start()], UNTOUCHED]
        origins += [*range(offset + end, offset + match.start()), offset + match.start()]
        end = match.end()
    characters += text[end:]
    origins += range(offset + end, offset + len(text))


def _begun(text: str, start: int, end: int) -> tuple[PassageKind, int] | None:
    """Return the kind of passage that a line begins by its mark, and where its words begin."""
    begun = ((kind, match.end()) for kind, mark in _MARKS.items() if (match := mark.match(text, start, end)))
    return next(begun, None)


def _located(source: PrintedText, kind: PassageKind, masked: _Masked, lines: list[Span]) -> Located:
    """Return the passage of some lines, joined by spaces."""
    characters: list[str] = []
    origins: list[int] = []
    for line in lines:
        words = line.of(masked.text).lstrip(" \t")
        start = line.end - len(words)
        if characters:
            characters.append(" ")
            origins.append(masked.origins[start] - 1)
        characters += words
        origins += masked.origins[start : line.end]
    first, last = lines[0].start, lines[-1].end
    origins.append(masked.origins[last])
    symbols = frozenset(symbol for at, those in masked.symbols if first <= at < last for symbol in those)
    identity = source.text[masked.origins[first] : masked.origins[last]]
    return Located(source, EditorialPassage("".join(characters), kind, symbols, identity, source.group), tuple(origins))
