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
from reportgen.readers.line import FileLine, settle
from reportgen.readers.wording import JOB_NUMBER, SYMBOL, is_named
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
"""What a line of a text file begins with, so that it does not go on with the one before."""
_NUMBERED = regex(r"\s*(\d{1,4})[.)]\s")
_GLUED_NUMBER = regex(r"\s*\d{1,4}\.[“\"‘(]?[A-Z]")
"""A paragraph number without a space behind it, as text copied from pages has: `14.The State`."""
_GLUED = regex(r"(\s*(?:[IVXLC]{1,7}\.|[A-Z]\.|\(?[a-z]{1,2}\)))(?=[“\"‘]?[A-Z](?:[a-z]|[A-Z]{2})|A\b)")
"""`A.Replies`, `II.Replies`, `(a)The`: labels that lost their tab when the text was taken from a page on the web."""
_OF_FULL_LINES = 0.8
"""The share of the lines of a wrapped file that are no longer than its full ones."""
_FULL = 0.8
"""The share of the width that the shortest full line fills; letters of a PDF are not equally wide."""
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


def read_lines(data: bytes, name: str) -> tuple[list[FileLine], list[Diagnostic]]:
    """Return the lines of a text file, and what was wrong with its characters.

    Args:
        data: the bytes of the file.
        name: the file, for messages.

    Raises:
        Refused: where it is not UTF-8, or has more lines than any report.
    """
    text = decode(data, name)
    found = find_forbidden(text.replace("\x0c", "\n"), name)
    rows = _rows("\x0c".join(FORBIDDEN.sub("", page) for page in text.split("\x0c")) if found else text)
    edges = _page_edges(rows)
    if edges:
        texts = list(dict.fromkeys(row.text.strip() for row in rows if id(row) in edges))
        found.append(diagnose("RG820", Place(name), lines=len(edges), first=Literal(shown(texts[0]))))
    rows = [row for row in rows if row.text.strip() and id(row) not in edges]
    if len(rows) > DOCUMENT_PARAGRAPHS:
        what = f"more than {DOCUMENT_PARAGRAPHS:,} lines"
        raise refuse(WORD_FILE.beyond, Place(name), part="the text", what=what)
    rows = _apart(_over_pages(rows))
    lines = [FileLine((Text(row.text),), row.number, follows_blank=row.follows_blank) for row in rows]
    joined = _unwrapped(lines) if _is_wrapped(lines) else _closed(lines)
    return [settle(line) for line in joined], found


def _rows(text: str) -> list[_Row]:
    """Return the lines of a text with the pages that they stand on."""
    rows: list[_Row] = []
    for number, line in enumerate(re.split("\r\n|\r|\n", text), 1):
        for place, piece in enumerate(line.split("\x0c")):
            page = rows[-1].page + (place > 0) if rows else 0
            is_apart = bool(rows) and (not rows[-1].text.strip() or rows[-1].page != page)
            rows.append(_Row(number, piece, page, is_apart))
    return rows


def _page_edges(rows: Sequence[_Row]) -> set[int]:
    """Return which rows, by `id`, are heads and feet of pages: the same words, or the page's number, on many pages."""
    pages: dict[int, list[_Row]] = {}
    for row in rows:
        if row.text.strip():
            pages.setdefault(row.page, []).append(row)
    edges = [row for row in _edges_of(pages.values()) if not _LABELLED.match(row.text)]
    edges = [row for row in edges if len(row.text.strip()) <= _LONGEST_EDGE and not is_named(row.text.strip())]
    counts = Counter(key for key, _ in {(key, row.page) for row in edges for key in _edge_keys(row)})
    fewest = max(_FEWEST, len(pages) / 3)
    return {id(row) for row in edges if any(counts[key] >= fewest for key in _edge_keys(row))} | _between_pages(rows)


def _between_pages(rows: Sequence[_Row]) -> set[int]:
    """Return which rows, by `id`, were heads and feet in a text that lost its form feeds.

    The symbol or the job number that stands again and again, and the number of the page beside it. The first of each
    belongs to the first page.
    """
    lines = [row for row in rows if row.text.strip()]
    marks = [row for row in lines if SYMBOL.fullmatch(row.text.strip()) or JOB_NUMBER.fullmatch(row.text.strip())]
    counts = Counter(row.text.strip() for row in marks)
    seen: set[str] = set()
    found = set()
    for row in marks:
        text = row.text.strip()
        if counts[text] > _FEWEST and text in seen:
            found.add(id(row))
        seen.add(text)
    beside = zip(lines, [None, *lines], [*lines[1:], None], strict=False)
    numbers = (
        row
        for row, before, after in beside
        if row.text.strip().isdecimal() and any(one is not None and id(one) in found for one in (before, after))
    )
    return found | {id(row) for row in numbers}


def _edges_of(pages: Iterable[list[_Row]]) -> Iterator[_Row]:
    for page in pages:
        yield from page[:_EDGE]
        yield from page[max(_EDGE, len(page) - _EDGE) :]


def _edge_keys(row: _Row) -> Iterator[str]:
    """Yield what may be the same in the heads of all pages: the words; the words with a number less that of the page.

    Other numbers have to be the same: `Article 7` and `Article 9` at the top of two pages are headings.
    """
    text = " ".join(row.text.split())
    yield text
    for found in re.finditer(r"\d+", text):
        if len(found[0]) <= _LONGEST_NUMBER:
            yield f"{text[: found.start()]}page {int(found[0]) - row.page}{text[found.end() :]}"


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


def _is_wrapped(lines: list[FileLine]) -> bool:
    """Return whether paragraphs were broken into lines of a window's width."""
    short = sum(len(line.text) <= _WRAPPED for line in lines)
    broken = sum(map(_goes_on, lines, lines[1:]))
    if short == len(lines):
        return broken > 0
    return short >= len(lines) * _MOSTLY and broken >= len(lines) * _BROKEN


def _goes_on(line: FileLine, after: FileLine) -> bool:
    """Return whether the second line goes on with the sentence of the first."""
    return not after.follows_blank and _continues(line.text, after.text)


def _continues(text: str, after: str) -> bool:
    """Return whether a text goes on with the sentence of the one before."""
    text = text.rstrip()
    is_open = text.count("(") > text.count(")") or text.rpartition(" ")[2].lower() in _NOT_LAST
    goes_on = is_open or after.lstrip()[:1].islower()
    return goes_on and not text.endswith(_ENDS) and not _LABELLED.match(after)


def _closed(lines: Iterable[FileLine]) -> list[FileLine]:
    """Return lines of which a bracket that one opens and the next closes makes one: broken there by mistake."""
    made: list[FileLine] = []
    for line in lines:
        before = made[-1].text if made else ""
        is_open = before.count("(") > before.count(")") and line.text.count(")") > line.text.count("(")
        if is_open and not (line.follows_blank or line.text.startswith("\t") or _LABELLED.match(line.text)):
            made[-1] = replace(made[-1], inlines=(Text(f"{before.rstrip()} {line.text.strip()}"),))
        else:
            made.append(line)
    return made


def _unwrapped(lines: list[FileLine]) -> list[FileLine]:
    """Return paragraphs put together again: lines up to one that begins another paragraph."""
    groups: list[list[FileLine]] = []
    width = sorted(len(line.text) for line in lines)[int(len(lines) * _OF_FULL_LINES)]
    last = 0
    for line in lines:
        found = _NUMBERED.match(line.text)
        number = int(found[1]) if found else None
        is_next = number == last + 1
        if groups and not is_next and not _begins_paragraph(groups[-1][-1].text.rstrip(), line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
            last = last if number is None else number
    # what stands before the first line of a group is kept, since tabs tell what it is
    texts = (" ".join((first.text.rstrip(), *(line.text.strip() for line in others))) for first, *others in groups)
    return [replace(group[0], inlines=(Text(text),)) for group, text in zip(groups, texts, strict=True)]


def _begins_paragraph(before: str, line: FileLine, width: int) -> bool:
    """Return whether a line begins anew: it follows an empty line, has a label, or the one before was not wrapped.

    Where the first word would have had room at the end of the line before, nothing but a new paragraph broke it.

    Args:
        before: the line before it.
        line: the line.
        width: characters of the full lines of the file.
    """
    is_full = len(before) >= width * _FULL
    if is_full and not line.follows_blank and not before.endswith(_ENDS) and _NUMBERED.match(line.text):
        return False  # "was adopted in March" and, on the next line, "2021. The Ministry"
    if line.follows_blank or _LABELLED.match(line.text) or line.text.startswith("\t"):
        return True
    first = line.text.split(maxsplit=1)[0]
    has_room = len(before) + 1 + len(first) < width * _FULL
    return has_room and not first[:1].islower() and not _continues(before, line.text)
