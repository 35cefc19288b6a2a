"""What the last build of a project printed, sentence by sentence.

The manifest says what was built from what; the report beside it, as HTML or as DOCX, holds the sentences. A report that
is no longer what the manifest says was edited by hand, and tells nothing of what a version writes.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import html
from msgspec import Struct

from reportgen.claims.passages import sentences
from reportgen.document.tree import Contents, Document, Heading, Level
from reportgen.document.walk import inlines_of, plain_text
from reportgen.files.input_file import hash_of
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import FILE_BYTES
from reportgen.readers.reading import read_report
from reportgen.regex import regex

BUILD = "build"
MANIFEST = "manifest.json"
_REPLY = regex(r"reply-(\d{1,3})")
_NUMBER = regex(r"\d+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {"p", "li", "caption", "td", "th", "blockquote"}


class PrintedSentence(Struct, frozen=True):
    """A sentence as it is printed."""

    text: str
    issue: int | None
    """The issue that it answers."""


class LastBuild(Struct, frozen=True):
    """A build that is still as it was made."""

    version: str
    """Of the program that made it."""
    inputs: Mapping[str, str] = {}
    """SHA-256 of all files of the project that went into it, by their paths."""
    clearances: Mapping[int, str] = {}
    """Of a final build: the hashes of the clearances in force, by issue."""
    reports: Mapping[str, bytes] = {}
    """The report by its ending, `html` or `docx`."""


def read_last_build(root: Path, name: str) -> LastBuild | str:
    """Return the last build of a project, or why there is none to compare with.

    Args:
        root: the project's folder.
        name: of the report's files without their ending: `CCPR-C-KAZ-3`.
    """
    try:
        manifest = json.loads(read_built(root, MANIFEST))
        made, inputs = str(manifest["reportgen"]), dict(manifest["inputs"])
        outputs: Mapping[str, Any] = dict(manifest["outputs"])
        cleared = {int(one["issue"]): str(one["hash"]) for one in manifest.get("clearances", ())}
    except FileNotFoundError:
        return "nothing was built yet"
    except (Refused, OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return "the manifest in the folder build cannot be read"
    reports: dict[str, bytes] = {}
    for ending in ("html", "docx"):
        try:
            data = read_built(root, f"{name}.{ending}")
        except (Refused, OSError):
            continue
        if hash_of(data) == outputs.get(f"{name}.{ending}"):
            reports[ending] = data
    if not reports:
        return "the report in the folder build is not there, or was changed after it was built"
    return LastBuild(made, inputs, cleared, reports)


def read_built(root: Path, name: str) -> bytes:
    """Return a file of the last build of a project.

    Raises:
        FileNotFoundError: where it is not there.
        Refused: where it cannot be read.
    """
    path = root / BUILD / name
    if not path.exists():
        raise FileNotFoundError(name)
    return read_bytes(path, path.as_posix(), root=root, limit=FILE_BYTES)


def read_sentences(data: bytes, ending: str) -> list[PrintedSentence]:
    """Return the sentences of a report that was built, in their order; lists of contents are passed over.

    Args:
        data: the report.
        ending: `html` or `docx`.
    """
    runs = _runs_of_html(data) if ending == "html" else _runs_of_docx(data)
    found: list[PrintedSentence] = []
    for text, issue in runs:
        plain = " ".join(text.replace("\xa0", " ").split())
        found += [PrintedSentence(span.of(plain), issue) for span in sentences(plain)]
    return found


def _runs_of_html(data: bytes) -> Iterator[tuple[str, int | None]]:
    """Yield the texts of the blocks of a page, each with the issue that it answers."""
    issue: int | None = None
    for element in html.document_fromstring(data).iter():
        if element.tag not in _BLOCKS or next(element.iterancestors("nav"), None) is not None:
            continue
        if element.tag in _HEADINGS:
            reply = _REPLY.fullmatch(element.get("id", ""))
            issue = int(reply[1]) if reply else None
        yield "".join(_texts(element)), issue


def _texts(element: html.HtmlElement) -> Iterator[str]:
    """Yield the texts of a block without its number and without the blocks in it."""
    yield element.text or ""
    for child in element:
        is_apart = child.tag in _BLOCKS or child.tag in {"ul", "ol", "table"}
        if isinstance(child.tag, str) and not is_apart and child.get("class") not in {"number", "label"}:
            yield from _texts(child)
        yield child.tail or ""


def _runs_of_docx(data: bytes) -> Iterator[tuple[str, int | None]]:
    """Yield the texts of the blocks of a Word file, each with the issue that it answers."""
    document: Document = read_report(data, "report.docx").document
    issue: int | None = None
    for block in document.blocks:
        if isinstance(block, Heading):
            number = _NUMBER.search(plain_text(block.children)) if block.level is Level.REPLY else None
            issue = int(number.group()) if number else None
        if not isinstance(block, Contents):
            yield from ((plain_text(run, notes=True), issue) for run in inlines_of(block))
