"""Write generated tables as semantic HTML, with their phrases as marks."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from reportgen.compose.ledger import PhraseLedger
from reportgen.sentences import Phrase, TableCell, TableRow, TableSpec


def table_html(table: TableSpec, key: str, ledger: PhraseLedger) -> Markup:
    """Return the HTML of a generated table; the heads of columns of figures stand at the right, as the figures do.

    Args:
        table: the table.
        key: its key in the document.
        ledger: takes the phrases.
    """
    rows = Markup("").join(_row(row, ledger) for row in table.rows)
    return Markup(
        '<table id="{}" class="{}"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(key, "landscape" if table.is_wide else "", parts_html(table.caption, ledger), _head(table, ledger), rows)


def _head(table: TableSpec, ledger: PhraseLedger) -> Markup:
    return Markup("").join(
        Markup('<th class="{}">{}</th>').format("figure" if is_figure else "", parts_html(head, ledger))
        for head, is_figure in zip(table.head, _figures(table.rows, len(table.head)), strict=True)
    )


def _figures(rows: Sequence[TableRow], columns: int) -> Iterator[bool]:
    """Yield whether each column holds figures; without a row to see it by, all but the first."""
    for column in range(columns):
        yield any(row.cells[column].is_figure for row in rows) if rows else column > 0


def _row(row: TableRow, ledger: PhraseLedger) -> Markup:
    cells = Markup("").join(_cell(cell, ledger) for cell in row.cells)
    kind = "total" if row.is_total else "part" if row.is_part else ""
    return Markup('<tr class="{}">{}</tr>').format(kind, cells)


def _cell(cell: TableCell, ledger: PhraseLedger) -> Markup:
    notes = (Markup("<aside>{}</aside>").format(parts_html(note, ledger)) for note in cell.notes)
    content = parts_html(cell.parts, ledger) + Markup("").join(notes)
    return Markup('<td class="{}">{}</td>').format("figure" if cell.is_figure else "", content)


def parts_html(parts: Iterable[str | Phrase], ledger: PhraseLedger) -> Markup:
    """Return text escaped, and phrases as their marks."""
    return Markup("").join(escape(part) if isinstance(part, str) else ledger.put(part) for part in parts)
