"""Read a list of issues as the secretariat sends it: its first page, its title, its lines without a label.

Lists come as styled and as plain Word files, and as text that was copied from a page or a PDF. Some first pages have
the symbol beside the words United Nations, some titles are `List of issues and questions prior to …` or `List of
themes in relation to …`, and headings have two tabs, one or none.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.tree import Block, CoverLine, Document, ItemList, Paragraph, Role, Text
from reportgen.document.walk import plain_text
from reportgen.languages.en.numerals import ORDINALS
from reportgen.readers.labels import Sign
from reportgen.readers.line import FileLine, LineStyle, Piece, TableLines
from reportgen.readers.lists import build_lists
from reportgen.readers.reading import ReadReport
from reportgen.readers.recognise import RecognisedBlock, Recogniser
from reportgen.readers.wording import SYMBOL, cover_role
from reportgen.regex import regex

_TITLE = regex(r"lists? of (?:issues|themes|questions)\b", re.IGNORECASE)
"""`List of issues in relation to the third periodic report`, `List of themes`."""
_FIRST_LINES = 60
"""Lines among which the title is looked for; first pages have some twenty."""
_NOTE = regex(r"(?:[*†‡]|adopted by\b|the present document\b|issued without\b)", re.IGNORECASE)
"""What stands between the title and the first issue and is a note to the title: `* Adopted by the Committee at …`."""
_STARS = "*†‡"
_NUMBERS = regex(r"/(\d{1,2})(?:-(\d{1,2}))?(?:/(?:Add|Corr|Rev)\.\d+)*$")
"""The numbers of reports in a symbol: `CAT/C/ARC/Q/5-6`, `CCPR/C/ARC/QPR/3/Add.1`."""
_COMBINED = regex(rf"\b({'|'.join(sorted(ORDINALS, key=len, reverse=True))}|initial)\b", re.IGNORECASE)
"""The numbers of reports in a title: `combined fifth and sixth periodic reports`."""


class ReportNumbers(Struct, frozen=True):
    """Which periodic reports a list of issues is about."""

    first: int
    last: int

    @property
    def written(self) -> str:
        """Return the numbers as symbols have them: `5-6`, `7`."""
        return str(self.last) if self.first == self.last else f"{self.first}-{self.last}"


def read_list(read: ReadReport) -> Document:
    """Return a list of issues with all that stands before its first heading or issue on its first page.

    Lines without a label that a reader took for items of a list become paragraphs of their own: what they are is for
    the reader of issues to say.
    """
    pieces = _pieces(read)
    place = next((place for place, line in _lines(pieces[:_FIRST_LINES]) if _is_title(line)), None)
    if place is None:
        return replace(read.document, blocks=tuple(_without_strays(read.found)))
    rest = pieces[place + 1 :]
    while rest and isinstance(rest[0], FileLine) and (_is_note(rest[0]) or not rest[0].text):
        rest = rest[1:]
    recogniser = Recogniser([piece for piece in rest if not (isinstance(piece, FileLine) and _is_starred_note(piece))])
    recogniser.run()
    head = [line for _, line in _lines(pieces[: place + 1])]
    cover = tuple(line for one in head for line in _cover_lines(one))
    symbol = next((plain_text(line.children) for line in cover if line.role is Role.SYMBOL), read.document.symbol)
    title = " ".join(head[-1].text.split()).rstrip("* ")
    blocks = tuple(_without_strays(recogniser.found))
    return replace(read.document, title=title, symbol=symbol.rstrip("* "), cover=cover, blocks=blocks)


def report_numbers(symbol: str | None, title: str) -> ReportNumbers | None:
    """Return which reports a list is about: by its symbol, `…/Q/5-6`, else by its title, `combined fifth and sixth`.

    Args:
        symbol: of the list; None where it has none.
        title: of the list.
    """
    if found := _NUMBERS.search(symbol or ""):
        return ReportNumbers(int(found[1]), int(found[2] or found[1]))
    before, report, _ = title.casefold().partition("report")
    ordinals = [ORDINALS.get(word, 1) for word in _COMBINED.findall(before)] if report else []
    return ReportNumbers(min(ordinals), max(ordinals)) if ordinals else None


def is_prior_to_report(symbol: str | None, title: str) -> bool:
    """Return whether the replies to a list are the report itself; else a report was there before the list.

    Args:
        symbol: of the list; None where it has none.
        title: of the list.
    """
    if symbol and re.search(r"/(?:QPR|Q)/", symbol):
        return "/QPR/" in symbol
    return re.search(r"\bin (?:relation to|connection with)\b|\bwith regard to\b", title, re.IGNORECASE) is None


def _pieces(read: ReadReport) -> list[Piece]:
    """Return all lines and tables of a file in their order."""
    cover = read.cover.pieces if read.cover else ()
    return [*cover, *(piece for block in read.found for piece in block.pieces)]


def _lines(pieces: Sequence[Piece]) -> Iterator[tuple[int, FileLine]]:
    """Yield each line with the place of its piece; those of a table as well, for a masthead may be one."""
    for place, piece in enumerate(pieces):
        if isinstance(piece, TableLines):
            yield from ((place, line) for row in piece.rows for cell in row for line in cell.lines)
        else:
            yield place, piece


def _is_title(line: FileLine) -> bool:
    is_numbered = line.label is not None and line.label.sign is Sign.NUMBER
    return not is_numbered and _TITLE.match(line.text.strip()) is not None


def _is_note(line: FileLine) -> bool:
    label = line.label.text if line.label else ""
    return _NOTE.match(f"{label}{line.text}".strip()) is not None


def _is_starred_note(line: FileLine) -> bool:
    """Return whether a line is a note to the title below the list, where a text that was copied has it."""
    words = f"{line.label.text if line.label else ''} {line.text}".strip()
    return words[:1] in _STARS and _NOTE.match(words.lstrip(f"{_STARS} ")) is not None


def _cover_lines(line: FileLine) -> Iterator[CoverLine]:
    """Yield what a line of the first page says: `United Nations CEDAW/C/VEL/QPR/7` says two things."""
    words = line.text.split()
    symbol = next((word for word in words if SYMBOL.fullmatch(word) and "/" in word), None)
    rest = " ".join(word for word in words if word != symbol)
    if symbol:
        yield CoverLine(Role.SYMBOL, (Text(symbol),))
    if rest:
        role = Role.TITLE if _is_title(line) else cover_role(rest) or Role.AGENDA
        yield CoverLine(role, (Text(rest),))


def _without_strays(found: Sequence[RecognisedBlock]) -> Iterator[Block]:
    """Yield the blocks, with a paragraph for each line of a list that has no label and no style of a list."""
    for recognised in found:
        lines = [piece for piece in recognised.pieces if isinstance(piece, FileLine)]
        if not isinstance(recognised.block, ItemList) or not any(map(_is_stray, lines)):
            yield recognised.block
            continue
        group: list[FileLine] = []
        for line in lines:
            if _is_stray(line):
                yield from build_lists(group)
                yield Paragraph(line.inlines, numbered=False)
                group = []
            else:
                group.append(line)
        yield from build_lists(group)


def _is_stray(line: FileLine) -> bool:
    return line.label is None and line.style is not LineStyle.LIST
