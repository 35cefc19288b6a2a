"""Write a numbered document tree as a tagged PDF (PDF/UA-1).

The PDF is the page of the HTML writer in print, laid out by WeasyPrint, which takes a second to load and needs
system libraries: it is imported when the first PDF is made. Nothing is fetched; the page carries what it needs.
"""

import contextlib
import gc
import hashlib
import io
import logging
import platform
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Literal
from reportgen.document.tree import Contents, Document, Figure, Heading, Inline, Note, Reference, Table, Text
from reportgen.document.walk import change_document, plain_text, walk
from reportgen.regex import regex
from reportgen.writers.html.notes import call_id, note_id
from reportgen.writers.html.tables import table_notes
from reportgen.writers.html.writing import anchor, write_html
from reportgen.writers.pdf_tags import finish_tags

WeasyPrint = Any
"""The module; it publishes no types."""

TIMES_METRICS = frozenset(
    {"Times New Roman", "Times", "Liberation Serif", "Tinos", "Nimbus Roman", "Nimbus Roman No9 L", "TeX Gyre Termes"}
)
"""Fonts whose letters are as wide as those of Times New Roman: lines and pages break where they should."""

_VERSION, _POSTSCRIPT_NAME = 5, 6
"""The numbers of names in the table `name` of a font (OpenType, name IDs)."""


UNBROKEN = regex(r"[\w.,\u00a0]+")
"""A figure within which no line ends, whatever stands around it."""

_PARAGRAPH_NUMBER = regex(r"(\d+)[.-]")
"""How the first line of a paragraph begins: `14.`, in Arabic `14-`."""


class FontFile(Struct, frozen=True, order=True):
    """A font file that text was set with, as the file itself says; where it lies differs from machine to machine."""

    family: str
    """The family that was asked for, as `Liberation Serif`."""
    name: str
    """The file's PostScript name, by which it is mostly called: `LiberationSerif-Bold`."""
    version: str
    """Its release, as `2.1.5`."""
    sha256: str

    @property
    def described(self) -> dict[str, str]:
        """Its name, release and SHA-256, for programs."""
        return {"name": self.name, "version": self.version, "sha256": self.sha256}


class Pdf(Struct, frozen=True):
    """A PDF, the font files that it was set with, and the page of each heading."""

    content: bytes
    fonts: tuple[FontFile, ...] = ()
    """Sorted by family and name."""
    pages: Mapping[str, int] = {}
    """The page on which each heading stands, counted from 1, by the key of the heading."""
    missing: str = ""
    """The letters that no installed font has, in the order of the text; the file shows boxes for them."""

    @property
    def families(self) -> tuple[str, ...]:
        """The families of the fonts, sorted."""
        return tuple(dict.fromkeys(font.family for font in self.fonts))

    @property
    def has_times(self) -> bool:
        """Return whether the text stands in a font with the widths of Times New Roman."""
        return not TIMES_METRICS.isdisjoint(self.families)


class PdfUnavailableError(Exception):
    """What lays out the PDF cannot be loaded: the system libraries of WeasyPrint, or Typst."""

    def __init__(self, command: str, reason: str) -> None:
        super().__init__(f"{reason}; install them with: {command}")
        self.command = command
        """What installs them on this platform."""
        self.reason = reason
        """What the system said."""

    @property
    def values(self) -> dict[str, Any]:
        """What the diagnostic RG601 says."""
        return {"command": Literal(self.command), "reason": self.reason}


def render_pdf(document: Document, *, timestamp: datetime | None = None) -> Pdf:
    """Return the document as a tagged PDF, with its fonts and the pages of its headings.

    The same document and timestamp give the same bytes.

    Args:
        document: a numbered tree.
        timestamp: what the file says of when it was made; None: it says nothing.

    Raises:
        PdfUnavailableError: where system libraries are missing.
    """
    weasyprint = _load_weasyprint()
    with _collector_at_rest():
        return _render(weasyprint, document, timestamp)


def paragraph_lines(document: Document) -> dict[int, list[str]]:
    """Return the lines of each numbered paragraph as a page of the PDF breaks them, without its number.

    Args:
        document: a numbered tree.

    Raises:
        PdfUnavailableError: where system libraries are missing.
    """
    weasyprint = _load_weasyprint()
    with _collector_at_rest():
        rendered = _lay_out(weasyprint, document)
    lines: dict[Any, list[str]] = {}
    for sheet in rendered.pages:
        for box in sheet._page_box.descendants():  # noqa: SLF001 - WeasyPrint shows its boxes nowhere else
            if type(box).__name__ == "LineBox" and box.element is not None and box.element.tag == "p":
                lines.setdefault(box.element, []).append("".join(_texts(box)))
    found: dict[int, list[str]] = {}
    for texts in lines.values():
        if number := _PARAGRAPH_NUMBER.match(texts[0]):
            found.setdefault(int(number[1]), [texts[0][number.end() :], *texts[1:]])
    return found


def _texts(box: WeasyPrint) -> Iterator[str]:
    if type(box).__name__ == "TextBox":
        yield box.text
    for below in getattr(box, "children", ()):
        yield from _texts(below)


def _lay_out(weasyprint: WeasyPrint, document: Document) -> WeasyPrint:
    """Return the pages of a document; figures stand on them without their sources, which paper cannot show."""
    html = write_html(change_document(document, without_source))
    page = weasyprint.HTML(string=html, base_url=None, url_fetcher=_refuse_all(weasyprint))
    return page.render(presentational_hints=False)


def without_source(inline: Inline) -> Inline:
    """Return a figure as text: every element in a line costs as much as its letters."""
    if not isinstance(inline, Figure):
        return inline
    return Text(inline.text) if UNBROKEN.fullmatch(inline.text) else replace(inline, indicator="")


def _render(weasyprint: WeasyPrint, document: Document, timestamp: datetime | None) -> Pdf:
    rendered = _lay_out(weasyprint, document)
    if timestamp is not None:
        rendered.metadata.created = rendered.metadata.modified = _w3c(timestamp)
    descriptions = _link_descriptions(document)
    with _missing_letters() as missing:
        content = rendered.write_pdf(pdf_variant="pdf/ua-1", finisher=lambda _, pdf: finish_tags(pdf, descriptions))
    fonts = tuple(sorted(set(map(_font_file, rendered.fonts.values()))))
    return Pdf(content, fonts, _heading_pages(document, rendered), "".join(missing))


@contextlib.contextmanager
def _missing_letters() -> Iterator[dict[str, None]]:
    """Gather the letters for which WeasyPrint draws a box, each once; it says so in a warning with letter and code."""
    found: dict[str, None] = {}

    def take(record: logging.LogRecord) -> bool:
        is_box = str(record.msg).startswith(".notdef") and isinstance(record.args, tuple)
        if is_box and isinstance(record.args, tuple):
            found[str(record.args[0])] = None
        return not is_box

    logger = logging.getLogger("weasyprint")
    logger.addFilter(take)
    try:
        yield found
    finally:
        logger.removeFilter(take)


def _font_file(font: WeasyPrint) -> FontFile:
    """Return the file that a font of WeasyPrint was read from; what stands in the PDF is the part that is used."""
    from weasyprint.text.fonts import get_hb_object_data

    return describe_font(font.family, get_hb_object_data(font.hb_face), font.index)


def describe_font(family: str, data: bytes, index: int) -> FontFile:
    """Return what a font file says of itself.

    Args:
        family: the family that was asked for.
        data: the file.
        index: of the font in a file that holds several.
    """
    from fontTools.ttLib import TTFont

    names = TTFont(io.BytesIO(data), fontNumber=index, lazy=True)["name"]
    name, version = (names.getDebugName(number) or "" for number in (_POSTSCRIPT_NAME, _VERSION))
    release = version.removeprefix("Version ").partition(";")[0].strip()
    return FontFile(family, name, release, hashlib.sha256(data).hexdigest())


def _heading_pages(document: Document, rendered: WeasyPrint) -> dict[str, int]:
    places = {name: number for number, page in enumerate(rendered.pages, start=1) for name in page.anchors}
    keys = [block.key for block in document.blocks if isinstance(block, Heading) and block.key is not None]
    return {key: places[anchor(key)] for key in keys if anchor(key) in places}


def install_command(system: str | None = None, distributions: Iterable[str] | None = None) -> str:
    """Return what installs the system libraries, and a font with the widths of Times New Roman.

    Args:
        system: `Linux`, `Darwin` or `Windows`; None: this one.
        distributions: ids of a Linux distribution and of those that it is like; None: this one's.
    """
    system = system or platform.system()
    if system != "Linux":
        return _COMMANDS.get(system, _COMMANDS["debian"])
    known = (_COMMANDS[name] for name in distributions or _distributions() if name in _COMMANDS)
    return next(known, _COMMANDS["debian"])


_COMMANDS = {
    "debian": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation2",
    "fedora": "sudo dnf install pango liberation-serif-fonts",
    "arch": "sudo pacman -S pango ttf-liberation",
    "alpine": "sudo apk add pango font-liberation",
    "suse": "sudo zypper install libpango-1_0-0 liberation-fonts",
    "Darwin": "brew install pango",
    "Windows": "pacman -S mingw-w64-x86_64-pango (in the MSYS2 shell, https://www.msys2.org)",
}
"""Windows and macOS have Times New Roman itself."""


def _distributions() -> tuple[str, ...]:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ()
    return (release.get("ID", ""), *release.get("ID_LIKE", "").split())


def _load_weasyprint() -> WeasyPrint:
    """Load WeasyPrint, without what it prints when a library is missing: that is said by the error."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # an optional library is missing: fontTools steps in
            import weasyprint
    except OSError as error:
        for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
            del sys.modules[name]
        raise PdfUnavailableError(install_command(), str(error).splitlines()[0]) from error
    return weasyprint


@contextlib.contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking the layout's objects, which all live to the end: a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _refuse_all(weasyprint: WeasyPrint) -> object:
    """Return a fetcher that serves nothing but the pictures that stand in the page itself."""
    return weasyprint.urls.URLFetcher(allowed_protocols=frozenset({"data"}), allow_redirects=False)


def _w3c(moment: datetime) -> str:
    """Return a moment in the form that the properties of a PDF are read from; without a zone it is taken as UTC."""
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return zoned.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _link_descriptions(document: Document) -> dict[str, str]:
    """Return what a link inside the document is called when it is read aloud, by the id that it leads to."""
    descriptions: dict[str, str] = {}
    for inline in walk(document):
        match inline:
            case Reference(is_side=False) if inline.text:
                descriptions.setdefault(anchor(inline.target), inline.text)
            case Note(number=int(number)):
                descriptions[note_id(number)] = descriptions[call_id(number)] = str(number)
    for block in document.blocks:
        match block:
            case Contents():
                for entry in block.entries:
                    descriptions.setdefault(anchor(entry.target), plain_text(entry.children))
            case Table(number=int(number)):
                for note in table_notes(block):
                    mark = note.mark or ""
                    descriptions[note_id(number, mark)] = descriptions[call_id(number, mark)] = mark
    return descriptions
