"""Write a numbered document tree as a tagged PDF (PDF/UA-1) with Typst, in a tenth of the time of WeasyPrint.

Typst is an extra (`reportgen[typst]`). It reads one file of ours and the document as JSON; no file of a project is
reached, since the document comes as one string and pictures stand in it.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import json

from reportgen.document.tree import Document, Heading
from reportgen.regex import regex
from reportgen.writers.html.escaping import anchor
from reportgen.writers.pdf import FontFile, Pdf, PdfUnavailableError, describe_font
from reportgen.writers.typst.data import document_data

Typst = Any
"""Values of the package, which may be missing."""

_LACKING = regex(r"the text `\"(.+?)\"` could not be displayed")
"""What Typst says of text that no font has, written as Rust writes strings; a PDF/UA may not hold its boxes."""
_ESCAPED = regex(r"\\u\{([0-9a-f]+)\}|\\(.)")
_FONT_NAME = regex(rb"/FontName\s*/[A-Z]{6}\+([^\s/<>\[\]()]+)")
"""The PostScript name of a font of which a part stands in a PDF (ISO 32000-1, 9.6.4)."""


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
    data = json.encode({"dated": timestamp is not None, **document_data(document)}).decode()
    page = Path(__file__).with_name("page.typ")
    compiler = typst.Compiler(page, root=page.parent, font_paths=_installed(), sys_inputs={"document": data})
    try:
        content = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
    except typst.TypstError as error:
        missing = _missing_letters(f"{error}\n{error.diagnostic}")
        if not missing:
            raise
        return Pdf(b"", missing=missing)
    pages = dict(json.decode(compiler.query("<pages>", field="value", one=True)))
    keys = [block.key for block in document.blocks if isinstance(block, Heading) and block.key is not None]
    return Pdf(content, tuple(sorted(_used_fonts(content))), {key: pages[anchor(key)] for key in keys})


@cache
def _installed() -> Typst:
    """Return the fonts of this computer, read once, each in its newest release, as other programs choose.

    Fonts that Typst brings are left out: the other engine does not have them.
    """
    import typst

    found = typst.Fonts(include_embedded_fonts=False)
    faces: dict[tuple[object, ...], set[str]] = {}
    for font in found.fonts():
        faces.setdefault((font.family, font.style, font.weight, font.stretch), set()).add(font.path)
    newest = {max(paths, key=_release) if len(paths) > 1 else next(iter(paths)) for paths in faces.values()}
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=sorted(newest))


def _release(path: str) -> tuple[float, str]:
    """Return the release of a font file (OpenType, `head.fontRevision`), and its path to settle a tie."""
    from fontTools.ttLib import TTFont

    return TTFont(path, fontNumber=0, lazy=True)["head"].fontRevision, path


def _missing_letters(said: str) -> str:
    """Return the letters that an error of Typst names, each once."""
    found = "".join(_ESCAPED.sub(_unescaped, text) for text in _LACKING.findall(said))
    return "".join(dict.fromkeys(found))


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def _used_fonts(content: bytes) -> Iterator[FontFile]:
    """Yield the files of the fonts that a PDF names."""
    names = {name.decode() for name in _FONT_NAME.findall(content)}
    families = {name.partition("-")[0] for name in names}
    for font in _installed().fonts():
        if not names:
            return
        if font.path and font.family.replace(" ", "") in families:
            described = describe_font(font.family, Path(font.path).read_bytes(), font.index)
            if described.name in names:
                names.remove(described.name)
                yield described
