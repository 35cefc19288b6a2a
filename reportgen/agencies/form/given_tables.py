"""Tables that an agency gave, as they stand on the sheet `Tables` of its next workbook."""

from collections.abc import Iterable

from msgspec import Struct

from reportgen.model import Reply
from reportgen.model.references import REFERENCES
from reportgen.model.table_sheet import SheetTable, table_lines
from reportgen.model.text_tables import Found, find_table
from reportgen.regex import regex

_ESCAPED = regex(r"(?<!\\)\\(\||(?<=^\\):?-+:?$)")
_BAR = "\ue000"
"""Stands for the bar of a reference; a character for private use, which inputs may not have."""


class FormTable(Struct, frozen=True):
    """A table that the agency gave, as it stands on the sheet."""

    issue: int
    key: str | None
    table: SheetTable


def table_of(reply: Reply) -> FormTable | None:
    """Return the table that a reply is as a whole, or None where it is something else, or would come back changed.

    The sheet has no row for the sub-questions that a reply answers.
    """
    found = None if reply.answers else _find(reply.text)
    if found is None or found.has_tabs or found.number or any(found.aligns):
        return None
    if found.key is not None and reply.key not in {None, found.key}:
        return None
    table = SheetTable(
        _with_bars(found.caption),
        tuple(tuple(map(_plain_cell, line.cells)) for line in found.heads),
        tuple(tuple(map(_plain_cell, line.cells)) for line in found.rows),
        tuple(_with_bars(text) for kind, text in found.below if kind == "Note"),
        _with_bars(" ".join(text for kind, text in found.below if kind == "Source")),
    )
    again = _find("\n".join(line.text for line in table_lines(table)))
    if again is None or _content(again) != _content(found):
        return None
    return FormTable(reply.issue, found.key or reply.key, table)


def _find(text: str) -> Found | None:
    """Return the table that a text is as a whole; a bar of a reference parts no cells, and is another sign in it."""
    lines = REFERENCES.sub(lambda found: found.group().replace("|", _BAR), text.strip()).split("\n")
    found = find_table(lambda number: lines[number] if number < len(lines) else None, 0)
    return found if found and found.end >= len(lines) else None


def _plain_cell(cell: str) -> str:
    """Return a cell as people type it: without the backslash before a bar, and before dashes that are no rule."""
    return _with_bars(_ESCAPED.sub(r"\1", cell.strip()))


def _with_bars(text: str) -> str:
    return text.replace(_BAR, "|")


def _content(found: Found) -> tuple[object, ...]:
    """Return what a table says; a head with nothing between its bars differs from an empty one."""
    upper = [[cell.strip() or cell[:1] for cell in line.cells] for line in found.heads[:-1]]
    others = [[cell.strip() for cell in line.cells] for line in (*found.heads[-1:], *found.rows)]
    return found.caption, upper, others, sorted(found.below)


def split_tables(replies: Iterable[Reply]) -> tuple[list[Reply], list[FormTable]]:
    """Return replies that stand on the sheet `Replies`, and those that are tables.

    A table that is all that was said to an issue stays among the replies, so that the issue does not look unanswered.
    """
    pairs = [(reply, table_of(reply)) for reply in replies]
    worded = {reply.issue for reply, table in pairs if table is None}
    tables = [table for _, table in pairs if table and table.issue in worded]
    return [reply for reply, table in pairs if table is None or table.issue not in worded], tables
