"""Read published documents, .docx and .txt, as the trees that the writers use, with the numbers that they print.

What is not understood is kept as text and named in a diagnostic, never dropped; a hostile or broken file is refused
with its reason.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Optional

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.document import tree
from reportgen.document.walk import Change, change_block, change_inlines, inlines_of, map_runs, plain_text, walk_block
from reportgen.files.findings import Findings
from reportgen.files.reading import read_bytes, too_large
from reportgen.files.refusal import WORD_FILE, Refused, refuse
from reportgen.files.text import is_zip_or_office, kind_of_bytes
from reportgen.limits import DOCUMENT_WORDS, FILE_BYTES, REPORT_TEXT_BYTES
from reportgen.readers.cover import Cover, read_cover, symbol_of, title_of
from reportgen.readers.line import FileLine, Piece
from reportgen.readers.numbers import number_lines
from reportgen.readers.recognise import RecognisedBlock, Recogniser
from reportgen.readers.text import read_lines
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.readers.docx.body import ReadWord

_EMPTY = tree.Document("", "", "en-GB", (), ())
_WORD = 10
"""Characters of a word with the blank after it, on the safe side."""
WORD_ENDINGS = {".docx", ".docm", ".dotx", ".dotm"}
"""Endings of files that are zips; without that, it may be the first bytes of a download, and is never a text."""
_LISTED = 8
"""Labels that one message names."""


class ReadReport(Struct, frozen=True):
    """What was read of a file."""

    document: tree.Document
    """Empty where the file was refused."""
    diagnostics: tuple[Diagnostic, ...]
    found: tuple[RecognisedBlock, ...] = ()
    """Each block of the document with the lines that it was made of."""
    cover: Cover | None = None
    """The first page, with the lines that it was made of."""
    word: Optional["ReadWord"] = None
    """The Word file that it was read from; None for a text."""


def read_file(path: Path) -> ReadReport:
    """Return the tree of the published report at a path that a user named, which must be an ordinary file."""
    name = path.as_posix()
    try:
        data = read_bytes(path, name, root=path.parent, limit=FILE_BYTES)
    except Refused as refused:
        return ReadReport(_EMPTY, (refused.diagnostic,))
    return read_report(data, name)


def read_report(data: bytes, name: str) -> ReadReport:
    """Return the tree of a published report.

    Args:
        data: the bytes of a .docx or .txt file; its content decides which, not its name.
        name: the file as the user named it, for messages.
    """
    try:
        word = _word(data, name)
        lines, diagnostics = (word.pieces, word.diagnostics) if word else read_lines(data, name)
    except Refused as refused:
        return ReadReport(_EMPTY, (refused.diagnostic,))
    read = _recognised(lines, diagnostics, name, word.language if word else None)
    return replace(read, word=word) if word else read


def _word(data: bytes, name: str) -> "ReadWord | None":
    """Return what a Word file holds; None for a text file."""
    if is_zip_or_office(data):
        if len(data) > FILE_BYTES:
            raise too_large(Place(name), len(data), FILE_BYTES)
        from reportgen.readers.docx.body import read_word  # lxml is loaded only for Word files

        word = read_word(data, name)
        _expect_readable(word.pieces, name)
        return word
    if kind := kind_of_bytes(data):
        raise refuse(WORD_FILE.other, Place(name), kind=Literal(kind))
    if (ending := PurePath(name).suffix).casefold() in WORD_ENDINGS:
        raise refuse("RG650", Place(name), ending=Literal(ending))
    if len(data) > REPORT_TEXT_BYTES:
        raise too_large(Place(name), len(data), REPORT_TEXT_BYTES)
    return None


def _expect_readable(pieces: Sequence[Piece], name: str) -> None:
    """Refuse what is longer than any document."""
    size = sum(len(piece.text) for piece in pieces if isinstance(piece, FileLine))
    if size > DOCUMENT_WORDS * _WORD:
        raise refuse(WORD_FILE.beyond, Place(name), part="the text", what=f"more than {DOCUMENT_WORDS:,} words")


def _recognised(
    pieces: Sequence[Piece], diagnostics: Sequence[Diagnostic], name: str, language: str | None
) -> ReadReport:
    pieces = number_lines(pieces)
    cover = read_cover(pieces)
    recogniser = Recogniser(pieces[cover.length :])
    recogniser.run()
    if not recogniser.found:
        return ReadReport(_EMPTY, (*diagnostics, diagnose("RG807", Place(name))))
    blocks = tuple(block.block for block in recogniser.found)
    document = tree.Document(
        title=title_of(cover.lines) or _title(blocks),
        symbol=symbol_of(cover.lines),
        language=language or "",
        cover=cover.lines,
        blocks=blocks,
    )
    document = _joined(_settled(document))
    document = replace(document, language=language or _language(document))
    found = tuple(
        RecognisedBlock(block, one.pieces) for block, one in zip(document.blocks, recogniser.found, strict=True)
    )
    remarks = Findings((*diagnostics, *_remarks(recogniser, name))).all()
    return ReadReport(document, remarks, found, cover)


def _title(blocks: Sequence[tree.Block]) -> str:
    """Return the first heading, where it stands over the whole text."""
    first = next((block for block in blocks if isinstance(block, tree.Heading)), None)
    return plain_text(first.children) if first and first.level is tree.Level.TITLE else ""


def _settled(document: tree.Document) -> tree.Document:
    """Return the document without references to what has no key, and without raised letters that mark no note."""
    keys = {key for block in document.blocks if (key := getattr(block, "key", None))}
    cover = tuple(
        replace(line, children=change_inlines(line.children, _settler(keys, set()))) for line in document.cover
    )
    blocks = tuple(change_block(block, _settler(keys, _marks(block))) for block in document.blocks)
    return replace(document, cover=cover, blocks=blocks)


def _marks(block: tree.Block) -> set[str | None]:
    """Return the marks of the notes of a block; each may stand again where the same note is meant."""
    return {inline.mark for inline in walk_block(block) if isinstance(inline, tree.Note) and inline.children}


def _settler(keys: Container[str], marks: Container[str | None]) -> Change:
    def settle(inline: tree.Inline) -> tree.Inline:
        if isinstance(inline, tree.Reference) and inline.target not in keys:
            return tree.Text(inline.text)
        if isinstance(inline, tree.Note) and not inline.children and inline.number is None and inline.mark not in marks:
            return tree.Raised((tree.Text(inline.mark or ""),))
        return inline

    return settle


def _remarks(recogniser: Recogniser, name: str) -> Iterator[Diagnostic]:
    place = Place(name)
    for before, number in recogniser.gaps:
        after = f"paragraph {before}" if before else "the beginning"
        yield diagnose("RG814", place, number=number, before=after)
    if recogniser.kept:
        names = list(dict.fromkeys(recogniser.kept))
        more = ", …" if len(names) > _LISTED else ""
        yield diagnose("RG815", place, labels=Literal(", ".join(f"“{one}”" for one in names[:_LISTED]) + more))
    if recogniser.guessed:
        count = recogniser.guessed
        yield diagnose("RG816", place, headings=f"{count:,} {'was' if count == 1 else 'were'}")


# ---- neighbours of one look -----------------------------------------------------------------------------------


def _joined(document: tree.Document) -> tree.Document:
    """Return the document with neighbouring texts, and neighbouring words of one emphasis, joined."""
    cover = tuple(replace(line, children=joined(line.children)) for line in document.cover)
    return replace(document, cover=cover, blocks=tuple(map_runs(block, joined) for block in document.blocks))


def joined(inlines: Iterable[tree.Inline]) -> tree.Inlines:
    """Return inlines with neighbours of one kind joined, as an author would have written them."""
    made: list[tree.Inline] = []
    for inline in inlines:
        before = made[-1] if made else None
        match before, inline:
            case tree.Text(), tree.Text():
                made[-1] = tree.Text(before.text + inline.text)
            case tree.Raised(), tree.Raised() if before.is_lowered == inline.is_lowered:
                made[-1] = replace(before, children=(*before.children, *inline.children))
            case tree.Emphasis(), tree.Emphasis() if before.strong == inline.strong:
                made[-1] = replace(before, children=(*before.children, *inline.children))
            case _:
                made.append(inline)
    return tuple(
        replace(inline, children=joined(inline.children))
        if isinstance(inline, tree.Emphasis | tree.Raised | tree.Link | tree.Note)
        else inline
        for inline in made
    )


# ---- the language ---------------------------------------------------------------------------------------------

_WORDS = {
    "en-GB": frozenset({"the", "of", "and", "to", "in", "for", "was"}),
    "fr": frozenset({"le", "la", "les", "des", "et", "du", "dans", "une"}),
    "es": frozenset({"el", "los", "las", "y", "del", "una", "se", "con"}),
}
_SCRIPTS = (("ru", regex("[а-яё]", re.IGNORECASE)), ("ar", regex("[\u0621-\u064a]")), ("zh", regex("[一-鿿]")))
_AFTER_LATIN = "\u0370"
_SAMPLE = 20_000
"""Characters that are looked at; more would not change the answer."""


def _language(document: tree.Document) -> str:
    """Return the BCP 47 tag of the language of a document; English where nothing tells."""
    text = ""
    for block in document.blocks:
        text += " ".join(plain_text(inlines) for inlines in inlines_of(block)) + " "
        if len(text) > _SAMPLE:
            break
    third = sum(map(str.isalpha, text)) / 3
    if sum(map(_AFTER_LATIN.__le__, text)) > third:  # patterns over whole scripts are dear to compile
        for tag, letters in _SCRIPTS:
            if len(letters.findall(text)) > third:
                return tag
    counts = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    return max(_WORDS, key=lambda tag: sum(counts[word] for word in _WORDS[tag]))
