"""Write a numbered document tree as a tagged PDF (PDF/UA-1) with Typst, in a fraction of the time of WeasyPrint.

Typst is an extra (`reportgen[typst]`). It reads one file of ours and the document as JSON; no file of a project is
reached, since the document comes as one string and pictures stand in it.
"""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct, json

from reportgen.document.tree import Document, Heading
from reportgen.regex import regex
from reportgen.writers.html.escaping import anchor
from reportgen.writers.typst.data import document_data

_LACKING = regex(r"the text `\"(.+?)\"` could not be displayed")
"""What Typst says of text that no font has; a PDF/UA may not hold its boxes."""


class TypstUnavailableError(Exception):
    """The package `typst` is not installed."""


class TypstPdf(Struct, frozen=True):
    """A PDF, and the page of each heading."""

    content: bytes
    pages: dict[str, int]
    """The page on which each heading stands, counted from 1, by the key of the heading."""
    missing: str = ""
    """Letters that no installed font has; the content is empty then."""


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_embedded_fonts=False)


def render_typst(document: Document, *, timestamp: dt.datetime | None = None) -> TypstPdf:
    """Return the document as a tagged PDF; the same document and timestamp give the same bytes.

    Args:
        document: a numbered tree.
        timestamp: what the file says of when it was made; None: it says nothing.

    Raises:
        TypstUnavailableError: where the package is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise TypstUnavailableError from error
    data = json.encode({"dated": timestamp is not None, **document_data(document)}).decode()
    page = Path(__file__).with_name("page.typ")
    compiler = typst.Compiler(page, root=page.parent, font_paths=_fonts(), sys_inputs={"document": data})
    try:
        content = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
    except typst.TypstError as error:
        lacking = "".join(_LACKING.findall(f"{error}\n{error.diagnostic}"))
        if not lacking:
            raise
        return TypstPdf(b"", {}, "".join(dict.fromkeys(lacking)))
    found = dict(json.decode(compiler.query("<pages>", field="value", one=True)))
    keys = [block.key for block in document.blocks if isinstance(block, Heading) and block.key is not None]
    return TypstPdf(content, {key: found[anchor(key)] for key in keys})
