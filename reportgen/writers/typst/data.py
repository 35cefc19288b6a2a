"""A document tree as plain data for `page.typ`: texts are strings, kinds of nodes are words, lengths are points."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from reportgen.document import tree
from reportgen.document.cells import PlacedCell, head_rows, place_cells
from reportgen.document.direction import (
    has_right_to_left,
    is_right_to_left,
    isolate_document,
    with_unicode_marks,
    without_marks,
)
from reportgen.document.walk import change_inlines, plain_text, split_paragraphs, walk_inlines
from reportgen.regex import regex
from reportgen.writers.characters import fit
from reportgen.writers.columns import column_widths, letter_size, table_width, takes_page, text_columns
from reportgen.writers.first_page import FirstPage, is_in_english, is_long_treaty, place_cover, split_symbol
from reportgen.writers.html.blocks import RANK
from reportgen.writers.html.escaping import anchor
from reportgen.writers.html.inlines import SAFE_ADDRESS, WHOLE, without_link
from reportgen.writers.html.notes import call_id, is_of_table, note_id
from reportgen.writers.html.tables import column_points, table_notes
from reportgen.writers.pdf import UNBROKEN
from reportgen.writers.picture_size import POINT, size_of
from reportgen.writers.table_form import SHORT, find_turned, is_tall, lines_of
from reportgen.writers.wording import (
    AWAITING_CLOSE,
    AWAITING_OPEN,
    item_label,
    paragraph_range,
    source_label,
    table_label,
)

Plain = Any
"""What JSON can hold."""


def document_data(document: tree.Document) -> dict[str, Plain]:
    """Return a numbered document as plain data."""
    document = isolate_document(document)
    page = place_cover(document.cover)
    language, _, region = document.language.partition("-")
    blocks = list(_blocks(document.blocks, page.depth))
    blocks.append((bool(blocks) and blocks[-1][0], {"kind": "end"}))
    return {
        "title": _plain(document.title),
        "author": _plain(document.author) or (),
        "subject": _plain(document.subject) or None,
        "symbol": _plain(document.symbol),
        "turned": is_right_to_left(document.language),
        "language": language.lower(),
        "region": region.lower() or None,
        "masthead": _masthead(page, document.language) if page.has_masthead else None,
        "below": _below(page.below),
        "runs": [(turned, [block for _, block in run]) for turned, run in groupby(blocks, key=lambda pair: pair[0])],
        "headings": [
            anchor(block.key) for block in document.blocks if isinstance(block, tree.Heading) and block.key is not None
        ],
    }


def _shown(text: str) -> str:
    """Return text as it is set; what is isolated in it stands between Unicode's marks."""
    return with_unicode_marks(fit(text))


def _plain(text: str) -> str:
    """Return text as it stands in properties and bookmarks, without marks of directions."""
    return fit(without_marks(text))


def _masthead(page: FirstPage, language: str) -> dict[str, Plain]:
    beside: list[tuple[str, Plain, bool]] = []
    for line in page.beside:
        if line.role is tree.Role.LANGUAGE and not any(role == "gap" for role, *_ in beside):
            beside.append(("gap", [], False))
        beside.append((line.role, _inlines(line.children), is_in_english(line, language)))
    return {
        "organization": [_inlines(line.children) for line in page.organization],
        "symbol": [split_symbol(_plain(plain_text(line.children))) for line in page.symbol],
        "treaty": [_inlines(line.children) for line in page.treaty],
        "long": is_long_treaty(page),
        "beside": beside,
    }


def _below(lines: Sequence[tree.CoverLine]) -> list[tuple[str, Plain, str]]:
    """Return the lines below the masthead; of those of the agenda, the last is the title of the item and in bold."""
    roles = [line.role for line in lines]
    found: list[tuple[str, Plain, str]] = []
    for line, following in zip(lines, [*roles[1:], None], strict=False):
        is_number = line.role is tree.Role.AGENDA and following is line.role
        plain = _plain(plain_text(line.children)).strip()
        found.append(("agenda-number" if is_number else line.role, _inlines(line.children), plain))
    return found


# ---- inlines --------------------------------------------------------------------------------------------------


def _inlines(inlines: tree.Inlines, table: int = 0) -> list[Plain]:
    """Return inlines as plain data.

    Args:
        inlines: the inlines.
        table: the number of the table in which they stand; 0: none.
    """
    found = [one for inline in inlines[:1] for one in _inline(inline, table)]
    for before, inline in pairwise(inlines):
        if isinstance(before, tree.Note) and isinstance(inline, tree.Note):
            found.append(("comma", before.mark is not None and not is_of_table(before)))
        found += _inline(inline, table)
    return found


def _inline(inline: tree.Inline, table: int) -> Iterator[Plain]:
    match inline:
        case tree.Text():
            yield from _text(inline.text, _LONG_IN_CELL if table else _LONG)
        case tree.Figure():  # in a box only where it might be broken, since a line may end beside a box
            text = _shown(inline.text)
            yield text if UNBROKEN.fullmatch(text) else ("figure", text)
        case tree.Emphasis():
            yield ("strong" if inline.strong else "emphasis", _inlines(inline.children, table))
        case tree.Raised():
            yield ("lowered" if inline.is_lowered else "raised", _inlines(inline.children, table))
        case tree.Citation():
            yield from _inlines(inline.children, table)
        case tree.Reference():
            pieces = list(_text(inline.text, _LONG))
            yield from pieces if inline.is_side or not inline.text else [("reference", anchor(inline.target), pieces)]
        case tree.Link():
            yield from _link(inline, table)
        case tree.Note():
            yield _note(inline, table)
        case tree.LineBreak():
            yield ("break",)


_LONG, _LONG_IN_CELL = (regex(rf"[^\s/?…–—\u2e80-\uffff-]{{{least},}}") for least in (30, 15))
"""A word that may be wider than a line, or than a cell; Chinese is broken anywhere, and words behind `/` and `-`."""


def _text(text: str, long: re.Pattern[str]) -> Iterator[Plain]:
    """Yield text, with what is not broken over lines apart, and what may be too long for one."""
    text, end = _shown(text), 0
    for match in WHOLE.finditer(text):
        yield from _parted(text[end : match.start()], long)
        yield ("whole", match[0])
        end = match.end()
    yield from _parted(text[end:], long)


def _parted(text: str, long: re.Pattern[str]) -> Iterator[Plain]:
    end = 0
    for match in long.finditer(text):
        yield from _in_fonts(text[end : match.start()])
        yield ("long", match[0])
        end = match.end()
    yield from _in_fonts(text[end:])


_LETTERS, _SIGNS = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff", "!-/:-@[-`{-~–—…"
_ARABIC = regex(rf"(?:[{_LETTERS}]|(?<=[{_LETTERS}])[ \u00a0](?![{_SIGNS}])|(?:(?<=\d)|^)[ \u00a0](?=[{_LETTERS}]|$))+")
"""Arabic words, and spaces beside them but those beside signs: the other engine takes those from the Latin font."""


def _in_fonts(text: str) -> Iterator[Plain]:
    """Yield a text with its Arabic words apart, which have a font of their own."""
    if not has_right_to_left(text):
        yield text
        return
    end = 0
    for match in _ARABIC.finditer(text):
        yield text[end : match.start()]
        yield ("arabic", match[0])
        end = match.end()
    yield text[end:]


def _link(link: tree.Link, table: int) -> Iterator[Plain]:
    if not SAFE_ADDRESS.match(link.address):
        yield from _inlines(link.children, table)
        return
    yield ("link", fit(link.address), _inlines(change_inlines(link.children, without_link)))
    notes = tuple(inline for inline in walk_inlines(link.children) if isinstance(inline, tree.Note))
    yield from _inlines(notes, table)


def _note(note: tree.Note, table: int) -> Plain:
    if table and is_of_table(note):
        mark = note.mark or ""
        return ("call", mark, note_id(table, mark), call_id(table, mark) if note.children else None)
    return ("note", note.mark or str(note.number or 0), _inlines(note.children))


# ---- blocks ---------------------------------------------------------------------------------------------------


def _blocks(blocks: Sequence[tree.Block], depth: int) -> Iterator[tuple[bool, dict[str, Plain]]]:
    """Yield each block as data, and whether it stands on a turned page; the lists at the beginning end theirs."""
    fronts = (tree.Contents, tree.Abbreviations)
    before: tree.Block | None = None
    for block, turned in zip(blocks, find_turned(blocks), strict=True):
        if isinstance(block, tree.Heading | tree.Abbreviations):
            rank = RANK[block.level] if isinstance(block, tree.Heading) else 1
            depth = min(rank, depth + 1) if _has_words(block) else depth
        is_front, was_front = isinstance(block, fronts), isinstance(before, fronts)
        if (was_front and not is_front) or (isinstance(block, tree.Abbreviations) and not was_front):
            yield turned, {"kind": "page"}
        yield turned, _block(block, depth)
        before = block


def _has_words(block: tree.Heading | tree.Abbreviations) -> bool:
    return isinstance(block, tree.Abbreviations) or bool(block.label or plain_text(block.children).strip())


def _block(block: tree.Block, depth: int) -> dict[str, Plain]:
    match block:
        case tree.Heading():
            text = _inlines(block.children)
            plain = _plain(f"{block.label or ''} {plain_text(block.children)}").strip()
            return _keyed(block, "heading", level=block.level, depth=depth, label=block.label, text=text, plain=plain)
        case tree.Paragraph():
            number = f"{block.label} " if block.numbered else None
            return _keyed(block, "paragraph", number=number, text=_inlines(block.children))
        case tree.ItemList():
            return _list(block)
        case tree.Table():
            return _table(block)
        case tree.Quotation():
            return {"kind": "quotation", "text": _inlines(block.children)}
        case tree.Picture():
            return _picture(block)
        case tree.Contents():
            return _contents(block)
        case tree.Abbreviations():
            entries = [(_shown(entry.short), _shown(entry.full)) for entry in block.entries]
            return {"kind": "abbreviations", "depth": depth, "text": _inlines(block.title), "entries": entries}
        case tree.Awaiting():
            return {"kind": "awaiting", "text": [AWAITING_OPEN, *_inlines(block.children), AWAITING_CLOSE]}


_FORMATS = {"png": "png", "jpeg": "jpg"}
"""The formats of pictures, as Typst calls them."""


def _picture(picture: tree.Picture) -> dict[str, Plain]:
    width, height = (length / POINT for length in size_of(picture))
    facts = {"shows": _plain(picture.shows), "width": width, "height": height, "format": _FORMATS[picture.kind]}
    return _keyed(picture, "picture", text=_inlines(picture.children), data=list(picture.data), **facts)


def _keyed(block: tree.Heading | tree.Paragraph | tree.Picture, kind: str, **facts: Plain) -> dict[str, Plain]:
    return {"kind": kind, "key": anchor(block.key) if block.key else None, **facts}


def _list(block: tree.ItemList) -> dict[str, Plain]:
    items = [
        {
            "mark": item_label(block.mark, position),
            "texts": [_inlines(part) for part in split_paragraphs(item.children)],
            "lists": list(map(_list, item.lists)),
        }
        for position, item in enumerate(block.items, start=1)
    ]
    return {"kind": "list", "bullet": block.mark is tree.Mark.BULLET, "items": items}


def _contents(block: tree.Contents) -> dict[str, Plain]:
    entries = [
        {
            "target": anchor(entry.target),
            "level": entry.level,
            "label": entry.label,
            "text": _inlines(entry.children),
            "range": paragraph_range(entry),
        }
        for entry in block.entries
    ]
    title, heads = _inlines(block.title), block.words.contents
    return {"kind": "contents", "text": title, "heads": heads, "entries": entries}


def _table(table: tree.Table) -> dict[str, Plain]:
    number = table.number or 0
    notes = [
        {
            "mark": note.mark or "",
            "key": note_id(number, note.mark or ""),
            "back": call_id(number, note.mark or ""),
            "text": _inlines(note.children),
        }
        for note in table_notes(table)
    ]
    columns, points = column_widths(table, table_width(table)), column_points(table)
    rows = [
        {
            "total": row.is_total,
            "cells": [
                _cell(cell, number, is_part=row.is_part, is_tall=is_tall(row, columns)) for cell in place_cells(row)
            ],
        }
        for row in table.rows
    ]
    return {
        "kind": "table",
        "key": anchor(table.key) if table.key else None,
        "label": table_label(table),
        "caption": _inlines(table.caption, number),
        "columns": [sum(columns) / 20 - sum(points), *points],
        "size": letter_size(table) / 2,
        "heads": [[_cell(cell, number) for cell in row] for row in head_rows(table)],
        "rows": rows,
        "notes": notes,
        "source": _inlines(table.source, number),
        "word": source_label(table).strip(),
        "short": len(table.rows) <= SHORT,
        "measured": sum(lines_of(row, columns) for row in table.rows) > SHORT or bool(notes),
        "wide": takes_page(table),
        "texts": text_columns(table) > 1,
    }


def _cell(placed: PlacedCell, table: int, *, is_part: bool = False, is_tall: bool = False) -> dict[str, Plain]:
    return {
        "text": _inlines(placed.cell.children, table),
        "figure": placed.cell.is_figure,
        "columns": placed.columns,
        "rows": placed.rows,
        "at": placed.column,
        "part": is_part and placed.column == 0,
        "tall": is_tall,
    }
