"""Read a text file as lines, those without words left out.

The United Nations' own text files have a paragraph a line, with tabs for the places of labels. In files that are
wrapped, a line goes on with the one before, where that does not end a sentence, and where the line begins with a small
letter, or the one before has an open bracket or ends with a word such as `of`.
The text of a PDF has form feeds between its pages, with the head and the foot of each page beside them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose, shown
from reportgen.document.tree import Text
from reportgen.files.refusal import WORD_FILE, refuse
from reportgen.files.text import FORBIDDEN, decode, find_forbidden
from reportgen.languages.en.lexicon import DETERMINERS, PREPOSITIONS
from reportgen.limits import DOCUMENT_PARAGRAPHS
from reportgen.readers.line import Line, settle
from reportgen.regex import regex

_WRAPPED = 110
"""Characters: files whose lines are all shorter were wrapped by a program for a narrow window."""
_MOSTLY = 0.9
"""The share of short lines of a wrapped file of which some lines are longer: addresses, rows of tables."""
_BROKEN = 0.2
"""The share of lines in such a file that go on with the one before; of a list of short lines hardly any does."""
_ENDS = (".", ":", ";", "!", "?", "”", ")", "]")
_NOT_LAST = PREPOSITIONS | DETERMINERS | {"of", "and", "or"}
"""Words with which neither a sentence nor a heading ends."""
_LABELLED = regex(r"\s*(?:(?:\d{1,4}[.)]|\(?[a-z]{1,3}\)|[A-Z]{1,4}\.|[•·–-])\s|\d{1,4}\.[A-Z])")
_GLUED_NUMBER = regex(r"\s*\d{1,4}\.[“\"‘(]?[A-Z]")
_GLUED = regex(r"(\s*(?:[IVXLC]{1,7}\.|[A-Z]\.|\(?[a-z]{1,2}\)))(?=[“\"‘]?[A-Z][a-z]|A\b)")
"""`A.Replies`, `II.Replies`, `(a)The`: labels that lost their tab when the text was taken from a page on the web."""
_EDGE = 2
"""Lines at the top and at the foot of a page that may be its head and foot."""
_FEWEST = 3
"""Pages on which a line must stand at the edge to be part of their head or foot."""
_LONGEST_EDGE = 80
"""Characters of such a line: `CCPR/C/ARC/3`, `4 GE.24-12345`."""

_LONGEST_NUMBER = 4
"""Digits of the number of a page."""


class _Row(Struct):
    number: int
    """Of the line in the file, from 1."""
    text: str
    page: int
    """The page that it stands on, from 0: how many form feeds stand before it."""
    follows_blank: bool = False


def read_lines(data: bytes, name: str) -> tuple[list[Line], list[Diagnostic]]:
    """Return the lines of a text file, and what was wrong with its characters.

    Args:
        data: the bytes of the file.
        name: the file, for messages.

    Raises:
        Refused: where it is not UTF-8, or has more lines than any report.
    """
    text = decode(data, name)
    found = find_forbidden(text.replace("\x0c", "\n"), name)
    rows = _rows(text)
    edges = _page_edges(rows)
    if edges:
        texts = list(dict.fromkeys(row.text.strip() for row in rows if id(row) in edges))
        found.append(diagnose("RG820", Place(name), lines=len(edges), first=Literal(shown(texts[0]))))
    rows = [row for row in rows if row.text.strip() and id(row) not in edges]
    if len(rows) > DOCUMENT_PARAGRAPHS:
        what = f"more than {DOCUMENT_PARAGRAPHS:,} lines"
        raise refuse(WORD_FILE.beyond, Place(name), part="the text", what=what)
    lines = [_line(row) for row in _apart(_over_pages(rows))]
    joined = _unwrapped(lines) if _is_wrapped(lines) else lines
    return [settle(line) for line in joined], found


def _rows(text: str) -> list[_Row]:
    """Return the lines of a text with the pages that they stand on."""
    rows: list[_Row] = []
    for number, line in enumerate(re.split("\r\n|\r|\n", text), 1):
        for place, piece in enumerate(line.split("\x0c")):
            page = rows[-1].page + (place > 0) if rows else 0
            is_apart = bool(rows) and (not rows[-1].text.strip() or rows[-1].page != page)
            rows.append(_Row(number, FORBIDDEN.sub("", piece), page, is_apart))
    return rows


def _line(row: _Row) -> Line:
    return Line((Text(row.text),), row.number, follows_blank=row.follows_blank)


def _page_edges(rows: Sequence[_Row]) -> set[int]:
    """Return which rows, by `id`, are heads and feet of pages: the same words, or the page's number, on many pages."""
    pages: dict[int, list[_Row]] = {}
    for row in rows:
        if row.text.strip():
            pages.setdefault(row.page, []).append(row)
    edges = [row for row in _edges_of(pages.values()) if not _LABELLED.match(row.text)]
    counts = Counter(key for key, _ in {(_edge_key(row), row.page) for row in edges})
    fewest = max(_FEWEST, len(pages) / 3)
    return {id(row) for row in edges if len(row.text.strip()) <= _LONGEST_EDGE and counts[_edge_key(row)] >= fewest}


def _edges_of(pages: Iterable[list[_Row]]) -> Iterator[_Row]:
    for page in pages:
        yield from page[:_EDGE]
        yield from page[max(_EDGE, len(page) - _EDGE) :]


def _edge_key(row: _Row) -> str:
    """Return what is the same in the heads of all pages: the words without numbers; a number less that of the page."""
    text = " ".join(row.text.split())
    is_number = text.isdecimal() and len(text) <= _LONGEST_NUMBER
    return f"page {int(text) - row.page}" if is_number else re.sub(r"\d+", "#", text)


def _over_pages(rows: Sequence[_Row]) -> Iterator[_Row]:
    """Yield the rows, with a sentence that goes on over the page put together again."""
    held: _Row | None = None
    for row in rows:
        if held is not None and held.page != row.page and _continues(held.text, row.text):
            held = _Row(held.number, f"{held.text.rstrip()} {row.text.strip()}", row.page, held.follows_blank)
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _apart(rows: Iterable[_Row]) -> list[_Row]:
    """Return the rows with a tab behind labels that lost theirs; where no number lost it, `A.Smith` is a name."""
    found = list(rows)
    if not any(_GLUED_NUMBER.match(row.text) for row in found):
        return found
    return [_Row(row.number, _GLUED.sub(r"\1\t", row.text, count=1), row.page, row.follows_blank) for row in found]


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether paragraphs were broken into lines of a window's width."""
    short = sum(len(line.text) <= _WRAPPED for line in lines)
    broken = sum(map(_goes_on, lines, lines[1:]))
    if short == len(lines):
        return broken > 0
    return short >= len(lines) * _MOSTLY and broken >= len(lines) * _BROKEN


def _goes_on(line: Line, after: Line) -> bool:
    """Whether the second line goes on with the sentence of the first."""
    return not after.follows_blank and _continues(line.text, after.text)


def _continues(text: str, after: str) -> bool:
    """Whether a text goes on with the sentence of the one before."""
    text = text.rstrip()
    is_open = text.count("(") > text.count(")") or text.rpartition(" ")[2].lower() in _NOT_LAST
    goes_on = is_open or after.lstrip()[:1].islower()
    return goes_on and not text.endswith(_ENDS) and not _LABELLED.match(after)


def _unwrapped(lines: list[Line]) -> list[Line]:
    """Return paragraphs put together again: lines up to an empty one, or up to one with a label of its own."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.follows_blank and not _LABELLED.match(line.text) and not line.text.startswith("\t"):
            groups[-1].append(line)
        else:
            groups.append([line])
    # what stands before the first line of a group is kept, since tabs tell what it is
    texts = (" ".join((first.text.rstrip(), *(line.text.strip() for line in others))) for first, *others in groups)
    return [replace(group[0], inlines=(Text(text),)) for group, text in zip(groups, texts, strict=True)]
