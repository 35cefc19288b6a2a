"""Write a numbered document tree as a tagged PDF (PDF/UA-1) with Typst, in a tenth of the time of WeasyPrint.

Typst is an extra (`reportgen[typst]`). It reads one file of ours and the document as JSON, both in memory; no file of a
project is reached, since pictures stand in the document.
"""

import datetime as dt
import io
import re
import zlib
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

from msgspec import json

from reportgen.document.direction import is_right_to_left
from reportgen.document.tree import Document, Heading
from reportgen.regex import regex
from reportgen.writers.html.escaping import anchor
from reportgen.writers.pdf import FontFile, Pdf, PdfUnavailableError, describe_font, install_command
from reportgen.writers.typst.arabic import name_marks_once
from reportgen.writers.typst.data import document_data

Typst = Any
"""Values of the package, which may be missing."""

_LACKING = regex(r"the text `\"(.+?)\"` could not be displayed")
"""What Typst says of text that no font has, written as Rust writes strings; a PDF/UA may not hold its boxes."""
_ESCAPED = regex(r"\\u\{([0-9a-f]+)\}|\\(.)")
_FONT_NAME = regex(rb"/FontName\s*/[A-Z]{6}\+([^\s/<>\[\]()]+)")
"""The PostScript name of a font of which a part stands in a PDF (ISO 32000-1, 9.6.4)."""
_DESCRIPTOR = regex(rb"/Type\s*/FontDescriptor.*?endobj", re.DOTALL)
_CELL = rb"(\d+ 0 obj\n<</Type/StructElem)/S/%s(/P \d+ 0 R(?:/ID\([^()]*\))?/A\[<</O/Table)"
_BODY_CELL = regex(_CELL % b"TD" + rb"(/Headers\[[^\]]*\])")
"""A cell of the body; the heads of its columns are named by their places: `(U1x0y0)` is the first of all."""
_EMPTY_HEAD = regex(_CELL % b"TH" + rb"(/Scope/Column/Headers\[[^\]]*\])([^\n]*/K\[\](?:/Pg \d+ 0 R)?>>)")
_FONT_FILE = regex(rb"/FontFile2 (\d+) 0 R")
"""The part of a TrueType font; of others, no release is known."""


def render_typst(document: Document, *, timestamp: dt.datetime | None = None) -> Pdf:
    """Return the document as a tagged PDF; the same document and timestamp give the same bytes.

    Args:
        document: a numbered tree.
        timestamp: what the file says of when it was made; None: it says nothing.

    Returns:
        The PDF; without content where letters are missing, since a PDF/UA may not hold boxes in their place.

    Raises:
        PdfUnavailableError: where the package is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise PdfUnavailableError("pip install 'reportgen[typst]'", "the package typst is not installed") from error
    if not _installed().fonts():  # Typst would leave out all text, without a word
        raise PdfUnavailableError(install_command(), "no font is installed")
    page = Path(__file__).with_name("page.typ")
    data = json.encode({"dated": timestamp is not None, **document_data(document)})
    # As a file: with other `sys.inputs`, Typst would set again what it has set in this process before.
    files = {"main.typ": page.read_bytes(), "document.json": data}
    new: Typst = partial(typst.Compiler, files, root=page.parent, font_paths=_installed())
    try:
        content: bytes = new().compile(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
    except typst.TypstError as error:
        missing = _missing_letters(f"{error}\n{error.diagnostic}")
        if not missing:
            raise
        return Pdf(b"", missing=missing)
    content = _tag_heads(content)
    content = name_marks_once(content) if is_right_to_left(document.language) else content
    # By another compiler, since one forgets its files; what it lays out is remembered.
    pages = dict(json.decode(new().query("<pages>", field="value", one=True)))
    keys = [block.key for block in document.blocks if isinstance(block, Heading) and block.key is not None]
    return Pdf(content, tuple(sorted(_used_fonts(content))), {key: pages[anchor(key)] for key in keys})


@cache
def _installed() -> Typst:
    """Return the fonts of this computer, read once, without those that Typst brings: the other engine lacks them."""
    import typst

    return typst.Fonts(include_embedded_fonts=False)


def _missing_letters(said: str) -> str:
    """Return the letters that an error of Typst names, each once."""
    found = "".join(_ESCAPED.sub(_unescaped, text) for text in _LACKING.findall(said))
    return "".join(dict.fromkeys(found))


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def _tag_heads(content: bytes) -> bytes:
    """Return a PDF in which the first cell of each row of a table is its head, and an empty head is a plain cell.

    Typst can say so only behind a switch that its package for Python does not have. Each cell keeps its length, so that
    the places of objects stay right. Heads of both kinds have a scope (ISO 14289-1, 7.5); the heads of columns that
    Typst names in each cell are taken out, since a cell with some named would not be read with the head of its row.
    """
    return _EMPTY_HEAD.sub(_as_plain_cell, _BODY_CELL.sub(_with_scope, content))


def _with_scope(cell: re.Match[bytes]) -> bytes:
    start, table, heads = cell.groups()
    if b"x0y" not in heads:
        return start + b"/S/TD" + table + b" " * len(heads)
    return start + b"/S/TH" + table + b"/Scope/Row".ljust(len(heads))


def _as_plain_cell(head: re.Match[bytes]) -> bytes:
    start, table, scope, rest = head.groups()
    return start + b"/S/TD" + table + b" " * len(scope) + rest


def _used_fonts(content: bytes) -> Iterator[FontFile]:
    """Yield the files of the fonts that a PDF holds parts of; of several releases of one, that of the part."""
    used = dict(_parts(content))
    families = {name.partition("-")[0].casefold() for name in used}  # NotoSerifCJKsc is of Noto Serif CJK SC
    for font in _installed().fonts():
        if font.path and font.family.replace(" ", "").casefold() in families:
            data = Path(font.path).read_bytes()
            described = describe_font(font.family, data, font.index)
            if described.name in used and used[described.name] in (None, _revision(data, font.index)):
                del used[described.name]
                yield described


def _parts(content: bytes) -> Iterator[tuple[str, float | None]]:
    """Yield the name of each font of which a part stands in a PDF, and its revision where the part tells it."""
    for descriptor in _DESCRIPTOR.finditer(content):
        name, file = _FONT_NAME.search(descriptor[0]), _FONT_FILE.search(descriptor[0])
        if name is None:
            continue
        revision = None
        if file is not None:
            start = content.index(b"stream", content.index(b"\n%s 0 obj" % file[1])) + len(b"stream\n")
            revision = _revision(zlib.decompressobj().decompress(content[start:]), 0)
        yield name[1].decode(), revision


def _revision(data: bytes, index: int) -> float:
    """Return the revision of a font (OpenType, `head.fontRevision`)."""
    from fontTools.ttLib import TTFont

    revision: float = TTFont(io.BytesIO(data), fontNumber=index, lazy=True)["head"].fontRevision
    return revision
