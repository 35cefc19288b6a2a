"""The least that writes this content as DOCX: styles taken from a base document, the body built with lxml, and a zip.

python benchmarks/rivals/lxml_only.py PREPARED OUT.docx
"""

import json
import sys
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DOCUMENT = "word/document.xml"
NUMBERS = count(1)
"""The numbers of bookmarks."""


def write(content: dict[str, Any], base: bytes, *, bookmarks: bool = False) -> bytes:
    """Return the content in the styles of a base document.

    Args:
        content: what `prepared.py` wrote.
        base: a document with an empty body.
        bookmarks: make those of paragraphs and figures, each figure a run of its own, as reportgen does.
    """
    made = BytesIO()
    with ZipFile(BytesIO(base)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, fill(part, content, bookmarks=bookmarks) if name == DOCUMENT else part)
    return made.getvalue()


def fill(document: bytes, content: dict[str, Any], *, bookmarks: bool) -> bytes:
    """Return the document part with the content in its empty body."""
    root = etree.fromstring(document)
    body = root[0]
    page = body[0]
    body.remove(page)
    add_numbered = add_marked if bookmarks else add_plain
    for line in content["cover"]:
        add(body, "Normal", line)
    add(body, "HChG", content["title"])
    for part in content["parts"]:
        add(body, "H1G", part["title"], part["label"])
        for theme in part["themes"]:
            add(body, "H23G", theme["title"])
            for reply in theme["replies"]:
                add(body, "H4G", reply["title"])
                for paragraph in reply["paragraphs"]:
                    add_numbered(body, paragraph)
                    for item in paragraph["items"]:
                        add(body, "Bullet1G", item)
    body.append(page)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def add(body: Any, style: str, text: str, label: str = "") -> None:
    """Add a paragraph with one run."""
    run = etree.SubElement(begin(body, style), W + "r")
    if label:
        etree.SubElement(run, W + "tab")
        etree.SubElement(run, W + "t").text = label
        etree.SubElement(run, W + "tab")
    etree.SubElement(run, W + "t").text = text


def add_plain(body: Any, paragraph: dict[str, Any]) -> None:
    """Add a numbered paragraph with one run."""
    made = begin(body, "SingleTxtG", numbered=True)
    add_run(made, paragraph["text"])


def add_marked(body: Any, paragraph: dict[str, Any]) -> None:
    """Add a numbered paragraph with its bookmark, and a bookmark around each figure."""
    made = begin(body, "SingleTxtG", numbered=True)
    number = open_bookmark(made, paragraph["bookmark"])
    for text, name in paragraph["runs"]:
        if name is None:
            add_run(made, text)
            continue
        inner = open_bookmark(made, name)
        add_run(made, text)
        close_bookmark(made, inner)
    close_bookmark(made, number)


def begin(body: Any, style: str, *, numbered: bool = False) -> Any:
    """Return a new paragraph with its properties."""
    paragraph = etree.SubElement(body, W + "p")
    properties = etree.SubElement(paragraph, W + "pPr")
    etree.SubElement(properties, W + "pStyle").set(W + "val", style)
    if numbered:
        numbering = etree.SubElement(properties, W + "numPr")
        etree.SubElement(numbering, W + "ilvl").set(W + "val", "0")
        etree.SubElement(numbering, W + "numId").set(W + "val", "1")
    return paragraph


def add_run(paragraph: Any, text: str) -> None:
    """Add a run with text, whose blanks at the ends are kept."""
    made = etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t")
    made.text = text
    made.set(SPACE, "preserve")


def open_bookmark(paragraph: Any, name: str) -> str:
    """Add the start of a bookmark, and return its number."""
    number = str(next(NUMBERS))
    start = etree.SubElement(paragraph, W + "bookmarkStart")
    start.set(W + "id", number)
    start.set(W + "name", name)
    return number


def close_bookmark(paragraph: Any, number: str) -> None:
    """Add the end of a bookmark."""
    etree.SubElement(paragraph, W + "bookmarkEnd").set(W + "id", number)


if __name__ == "__main__":
    prepared = Path(sys.argv[1])
    data = json.loads((prepared / "content.json").read_text(encoding="utf-8"))
    Path(sys.argv[2]).write_bytes(write(data, (prepared / "base.docx").read_bytes()))
