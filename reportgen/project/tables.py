"""Read the sheet `Tables` of a workbook: each table becomes a reply whose text is that table in light Markdown.

`model.table_sheet` says how a table stands on the sheet.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from reportgen.diagnostics import Literal, Place, Severity, diagnose
from reportgen.model.cell_words import same_name
from reportgen.model.table_sheet import SheetTable, TableLabel, TextLine, table_lines
from reportgen.project.cells import SheetCell, place_of
from reportgen.project.drafts import SubmissionDraft, whole
from reportgen.project.entries import At, holds_figure, names_of
from reportgen.project.heads import head_text
from reportgen.project.translated import plain_head
from reportgen.project.typed_over import is_own
from reportgen.project.workbook import SheetCells

_LABELS = {same_name(label): label for label in TableLabel}
_OF_A_TABLE = (TableLabel.ISSUE, TableLabel.KEY)
"""What is said of a table, and is none by itself."""
_TOP = 2
"""Rows with words of the form above its first table: the title, and the sentence under it."""
_Row = tuple[int, dict[int, SheetCell]]


class _Block(Struct):
    """The rows of one table, by what labels them, each with its filled cells right of the label."""

    row: int
    """That of its label `Table`."""
    rows: dict[TableLabel, list[_Row]] = {}

    def first(self, label: TableLabel) -> SheetCell | None:
        """Return the first cell beside a label; None where nothing stands there."""
        cells = next((cells for _, cells in self.rows.get(label, ())), {})
        return cells[min(cells)] if cells else None

    def unread(self) -> Iterator[At]:
        """Yield the cells beside an issue and a key that nothing is read from, all of them where there is no table."""
        is_empty = not self.rows.keys() - _OF_A_TABLE
        for label in _OF_A_TABLE:
            for place, (row, cells) in enumerate(self.rows.get(label, ())):
                yield from ((row, column) for column in sorted(cells)[0 if is_empty or place else 1 :])


def read_tables(draft: SubmissionDraft, sheet: SheetCells, *, is_form: bool) -> None:
    """Add the tables of a sheet to the replies of a draft.

    Args:
        draft: the submission.
        sheet: the sheet `Tables`.
        is_form: whether the workbook was sent out, and has words of its own above the first table.
    """
    column = _column_of_labels(sheet)
    if column is None:
        draft.found.append(diagnose("RG875", Place(draft.place.file, sheet=sheet.title)))
        return
    reader = _TablesReader(draft, sheet, column)
    for block in reader.blocks(is_form=is_form):
        reader.name_unread(block)
        reader.read(block)


def _label_of(text: str) -> TableLabel | None:
    """Return the label that a cell is, in English or in a language of the forms."""
    return _LABELS.get(same_name(text)) or _LABELS.get(same_name(plain_head(text) or ""))


def _column_of_labels(sheet: SheetCells) -> int | None:
    """Return the column in which most labels stand, one of them `Table`; None where there is none."""
    counts: Counter[int] = Counter()
    begins: set[int] = set()
    for cells in sheet.rows.values():
        for column, cell in cells.items():
            label = _label_of(head_text(cell))
            counts[column] += label is not None
            if label is TableLabel.TABLE:
                begins.add(column)
    return max(sorted(begins), key=lambda column: counts[column], default=None)


class _TablesReader:
    """Reads the tables of one sheet from top to bottom."""

    def __init__(self, draft: SubmissionDraft, sheet: SheetCells, column: int) -> None:
        self._draft, self._sheet, self._column = draft, sheet, column
        draft.data.setdefault("replies", [])
        if draft.places.exact(("replies",)) is None:
            draft.places.add(("replies",), Place(draft.place.file, sheet=sheet.title))

    def blocks(self, *, is_form: bool) -> Iterator[_Block]:
        """Yield the tables that hold anything; what stands outside them is named."""
        block: _Block | None = None
        lost: list[tuple[int, int]] = []
        for row, cells in self._sheet.rows.items():
            text = head_text(cells[self._column]) if self._column in cells else ""
            label = _label_of(text) if text else TableLabel.ROW
            if label is TableLabel.TABLE:
                if block:
                    yield block
                block = _Block(row)
            if block is None:
                lost += [(row, column) for column in cells]
                continue
            lost += self._take(block, label, text, (row, cells))
        if block:
            yield block
        own = {(row, self._column) for row in list(self._sheet.rows)[:_TOP]} if is_form else set()
        if words := self._draft.own:
            own = {at for at in own if is_own(self._sheet.rows[at[0]].get(at[1]), words)}
        self._leave(
            [at for at in lost if at not in own],
            "it stands above the first row with “Table”, or left of the column with “Row”",
            "move it into the cells beside “Table”, “Heads” and “Row”, or clear it",
        )

    def name_unread(self, block: _Block) -> None:
        """Name what stands beside the issue and the key of a table and is not read."""
        is_table = bool(block.rows.keys() - _OF_A_TABLE)
        reason = "a table has one issue and one key, in the first cell beside each" if is_table else "there is no table"
        action = "move it into the table, or clear it" if is_table else "write the table, or clear it"
        self._leave(list(block.unread()), reason, action)

    def _leave(self, lost: Sequence[At], reason: str, action: str) -> None:
        if lost:
            here, cells = place_of(self._draft.place, self._sheet.title, *lost[0]), Literal(names_of(lost))
            left = diagnose("RG225", here, cells=cells, reason=Literal(reason), action=Literal(action))
            self._draft.found.append(left)

    def _take(self, block: _Block, label: TableLabel | None, text: str, row: _Row) -> list[tuple[int, int]]:
        """Put a row where its label says; return the cells that nothing is read from."""
        number, cells = row
        if label is None:
            here = place_of(self._draft.place, self._sheet.title, number, self._column)
            self._draft.found.append(diagnose("RG876", here, text=text))
            label = TableLabel.ROW
        beside = {column: cell for column, cell in cells.items() if column > self._column}
        if beside:
            block.rows.setdefault(label, []).append((number, beside))
        return [(number, column) for column in cells if column < self._column]

    def read(self, block: _Block) -> None:
        """Add a table to the replies; one that was only offered is passed over."""
        draft = self._draft
        if not block.rows.keys() - _OF_A_TABLE:
            return
        width = max(
            (
                max(cells) - self._column
                for label in (TableLabel.HEADS, TableLabel.ROW)
                for _, cells in block.rows.get(label, ())
            ),
            default=1,
        )
        self._name_merged(block)
        table = SheetTable(
            " ".join(self._words(block, TableLabel.TABLE)),
            self._grid(block, TableLabel.HEADS, width),
            self._grid(block, TableLabel.ROW, width),
            tuple(self._words(block, TableLabel.NOTE)),
            " ".join(self._words(block, TableLabel.SOURCE)),
        )
        here = self._place(block, TableLabel.TABLE)
        if not table.heads:
            draft.found.append(diagnose("RG878", here, title=table.title))
            return
        self._add(block, table_lines(table), here, table.title)

    def _name_merged(self, block: _Block) -> None:
        """Name merged cells that leave others of the table empty, but for a heading across a row."""
        filled = dict(block.rows.get(TableLabel.ROW, ()))
        for area in self._sheet.layout.merged:
            first = filled.get(area.top, {}).get(area.left)
            if first is not None and (area.top < area.bottom or holds_figure(first)):
                here = place_of(self._draft.place, self._sheet.title, area.top, area.left)
                merged = diagnose("RG222", here, severity=Severity.WARNING, area=Literal(area), first=here.cell)
                self._draft.found.append(merged)

    def _add(self, block: _Block, lines: Sequence[TextLine], here: Place, title: str) -> None:
        draft, index = self._draft, len(self._draft.data["replies"])
        reply: dict[str, Any] = {}
        draft.places.add(("replies", index), here)
        draft.set(("replies", index, "text"), "\n".join(line.text for line in lines), here, reply)
        for number, line in enumerate(lines):
            if line.label:
                draft.places.add(("replies", index, "text", number), self._place(block, line.label, line.index))
        issue, key = block.first(TableLabel.ISSUE), block.first(TableLabel.KEY)
        if issue is None:
            draft.found.append(diagnose("RG877", here, title=title))
            return
        written = self._text(issue, self._place(block, TableLabel.ISSUE), TableLabel.ISSUE)
        if written is None:
            return
        draft.set(("replies", index, "issue"), whole(issue, written), self._place(block, TableLabel.ISSUE), reply)
        named = self._text(key, self._place(block, TableLabel.KEY), TableLabel.KEY) if key else None
        if named:
            at = self._place(block, TableLabel.KEY)
            draft.set(("replies", index, "key"), draft.plain_code(named, at), at, reply)
        draft.data["replies"].append(reply)

    def _grid(self, block: _Block, label: TableLabel, width: int) -> tuple[tuple[str, ...], ...]:
        """Return the rows of a label as text, from the column beside the labels on."""
        found = []
        for row, cells in block.rows.get(label, ()):
            texts = [""] * width
            for column, cell in cells.items():
                here = place_of(self._draft.place, self._sheet.title, row, column)
                texts[column - self._column - 1] = self._text(cell, here, label) or ""
            found.append(tuple(texts))
        return tuple(found)

    def _words(self, block: _Block, label: TableLabel) -> list[str]:
        """Return the words beside each row of a label."""
        found = []
        for row, cells in block.rows.get(label, ()):
            texts = [
                self._text(cell, place_of(self._draft.place, self._sheet.title, row, column), label) or ""
                for column, cell in sorted(cells.items())
            ]
            found.append(" ".join(filter(None, texts)))
        return list(filter(None, found))

    def _text(self, cell: SheetCell, here: Place, label: TableLabel) -> str | None:
        return self._draft.text(cell, here, label, is_markdown=label not in {TableLabel.ISSUE, TableLabel.KEY})

    def _place(self, block: _Block, label: TableLabel, index: int = 0) -> Place:
        """Return the place of the first cell beside a label, else that of the label `Table`."""
        rows = block.rows.get(label, ())
        if index < len(rows):
            return place_of(self._draft.place, self._sheet.title, rows[index][0], min(rows[index][1]))
        return place_of(self._draft.place, self._sheet.title, block.row, self._column)
