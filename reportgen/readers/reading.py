"""Published documents, .docx and .txt, as document trees.

In come the bytes of a file; out goes the tree that the writers use, with the numbers that the file prints. What is
not understood is kept as text and said, never dropped; a hostile or broken file is refused with its reason.
"""

from collections.abc import Container, Iterator, Sequence
from pathlib import Path, PurePath

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.document.tree import Block, Document, Heading, Inline, Level, Note, Raised, Reference, Text
from reportgen.document.walk import Change, change_block, change_inlines, inlines_of, plain_text, walk_inlines
from reportgen.files.container import is_zip_or_office
from reportgen.files.findings import Findings
from reportgen.files.reading import read_bytes, too_large
from reportgen.files.refusal import WORD_FILE, Refused, refuse
from reportgen.files.text import kind_of_bytes
from reportgen.limits import DOCUMENT_WORDS, FILE_BYTES, REPORT_TEXT_BYTES
from reportgen.readers.cover import Cover, read_cover, symbol_of, title_of
from reportgen.readers.joining import joined_document
from reportgen.readers.language import language_of
from reportgen.readers.line import Line, Piece
from reportgen.readers.places import place_names
from reportgen.readers.recognise import Found, Recogniser
from reportgen.readers.text import read_lines

__all__ = ["WORD_ENDINGS", "ReadReport", "read_file", "read_report"]

EMPTY = Document("", "", "en-GB", (), ())
_WORD = 10
"""Characters of a word with the blank after it, on the safe side."""
WORD_ENDINGS = {".docx", ".docm", ".dotx", ".dotm"}
"""Endings of files that are zips; without that, it may be the first bytes of a download, and is never a text."""
_LISTED = 8
"""Labels that one message names."""


class ReadReport(Struct, frozen=True):
    """What was read of a file."""

    document: Document
    """Empty where the file was refused."""
    diagnostics: tuple[Diagnostic, ...]
    found: tuple[Found, ...] = ()
    """Each block of the document with the lines that it was made of."""
    places: tuple[str, ...] = ()
    """How people call each block, by its index: `report.docx, paragraph 14`."""
    cover: Cover | None = None
    """The first page, with the lines that it was made of."""


def read_file(path: Path) -> ReadReport:
    """The tree of the published report at a path that a user named; read once, and only if it is an ordinary file."""
    name = path.as_posix()
    try:
        data = read_bytes(path, name, root=path.parent, limit=FILE_BYTES)
    except Refused as refused:
        return ReadReport(EMPTY, (refused.diagnostic,))
    return read_report(data, name)


def read_report(data: bytes, name: str) -> ReadReport:
    """The tree of a published report.

    Args:
        data: the bytes of a .docx or .txt file; its content decides which, not its name.
        name: the file as the user named it, for messages.
    """
    try:
        pieces, diagnostics, language = _pieces(data, name)
    except Refused as refused:
        return ReadReport(EMPTY, (refused.diagnostic,))
    return _recognised(pieces, diagnostics, name, language)


def _pieces(data: bytes, name: str) -> tuple[Sequence[Piece], Sequence[Diagnostic], str | None]:
    if is_zip_or_office(data):
        if len(data) > FILE_BYTES:
            raise too_large(Place(name), len(data), FILE_BYTES)
        from reportgen.readers.docx.reading import read_word  # noqa: PLC0415 - lxml is loaded only for Word files

        word = read_word(data, name)
        _expect_readable(word.pieces, name)
        return word.pieces, word.diagnostics, word.language
    if kind := kind_of_bytes(data):
        raise refuse(WORD_FILE.other, Place(name), kind=Literal(kind))
    if (ending := PurePath(name).suffix).casefold() in WORD_ENDINGS:
        raise refuse("RG650", Place(name), ending=Literal(ending))
    if len(data) > REPORT_TEXT_BYTES:
        raise too_large(Place(name), len(data), REPORT_TEXT_BYTES)
    lines, diagnostics = read_lines(data, name)
    return lines, diagnostics, None


def _expect_readable(pieces: Sequence[Piece], name: str) -> None:
    """Refuse what is longer than any document."""
    size = sum(len(piece.text) for piece in pieces if isinstance(piece, Line))
    if size > DOCUMENT_WORDS * _WORD:
        raise refuse(WORD_FILE.beyond, Place(name), part="the text", what=f"more than {DOCUMENT_WORDS:,} words")


def _recognised(
    pieces: Sequence[Piece], diagnostics: Sequence[Diagnostic], name: str, language: str | None
) -> ReadReport:
    cover = read_cover(pieces)
    recogniser = Recogniser(pieces[cover.length :])
    recogniser.run()
    if not recogniser.found:
        return ReadReport(EMPTY, (*diagnostics, diagnose("RG807", Place(name))))
    blocks = tuple(one.block for one in recogniser.found)
    document = Document(
        title=title_of(cover.lines) or title_of_text(blocks),
        symbol=symbol_of(cover.lines),
        language=language or "",
        cover=cover.lines,
        blocks=blocks,
    )
    document = joined_document(_settled(document))
    document = replace(document, language=language or language_of(document))
    found = tuple(Found(block, one.pieces) for block, one in zip(document.blocks, recogniser.found, strict=True))
    said = Findings((*diagnostics, *_remarks(recogniser, name))).all()
    return ReadReport(document, said, found, tuple(place_names(blocks, name)), cover)


def title_of_text(blocks: Sequence[Block]) -> str:
    """The first heading, where it stands over the whole text."""
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    return plain_text(first.children) if first and first.level is Level.TITLE else ""


def _settled(document: Document) -> Document:
    """The document without references to nothing that has a key, and without raised letters that mark no note."""
    keys = {key for block in document.blocks if (key := getattr(block, "key", None))}
    cover = tuple(
        replace(line, children=change_inlines(line.children, _settler(keys, set()))) for line in document.cover
    )
    blocks = tuple(change_block(block, _settler(keys, _marks(block))) for block in document.blocks)
    return replace(document, cover=cover, blocks=blocks)


def _marks(block: Block) -> set[str | None]:
    """The marks of the notes of a block; each may stand again where the same note is meant."""
    inlines = (inline for run in inlines_of(block) for inline in walk_inlines(run))
    return {inline.mark for inline in inlines if isinstance(inline, Note) and inline.children}


def _settler(keys: Container[str], marks: Container[str | None]) -> Change:
    def settle(inline: Inline) -> Inline:
        if isinstance(inline, Reference) and inline.target not in keys:
            return Text(inline.text)
        if isinstance(inline, Note) and not inline.children and inline.number is None and inline.mark not in marks:
            return Raised((Text(inline.mark or ""),))
        return inline

    return settle


def _remarks(recogniser: Recogniser, name: str) -> Iterator[Diagnostic]:
    place = Place(name)
    for before, number in recogniser.gaps:
        said = f"paragraph {before}" if before else "the beginning"
        yield diagnose("RG814", place, number=number, before=said)
    if recogniser.kept:
        names = list(dict.fromkeys(recogniser.kept))
        more = ", …" if len(names) > _LISTED else ""
        yield diagnose("RG815", place, labels=Literal(", ".join(f"“{one}”" for one in names[:_LISTED]) + more))
    if recogniser.guessed:
        count = recogniser.guessed
        yield diagnose("RG816", place, headings=f"{count:,} {'was' if count == 1 else 'were'}")
