"""Write tables as semantic HTML: generated ones, with their phrases as marks; and tables and pictures of texts."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from reportgen.compose.ledger import PhraseLedger
from reportgen.compose.text_blocks import TextPicture, TextTable
from reportgen.diagnostics import Diagnostic, Literal, Place, count_of, diagnose
from reportgen.regex import regex
from reportgen.sentences import Phrase, TableCell, TableRow, TableSpec


def table_html(table: TableSpec, key: str, ledger: PhraseLedger) -> Markup:
    """Return the HTML of a generated table; the heads of columns of figures stand at the right, as the figures do.

    Args:
        table: the table.
        key: its key in the document.
        ledger: takes the phrases.
    """
    rows = Markup("").join(_row(row, ledger) for row in table.rows)
    return Markup('<table id="{}"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(
        key, parts_html(table.caption, ledger), _head(table, ledger), rows
    )


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


# ---- tables of agencies' texts ----------------------------------------------------------------------------------

_TAGS = regex(r"<aside>.*?</aside>|<su[bp]>.*?</su[bp]>|</?(?:strong|em)>|<br>", re.DOTALL)
_WRITTEN = regex(r"<data[^>]*></data>")
_FIGURE = regex(r"[-–−+±~≈<>$€£¥(]*\s*(?:\d[\d\s\u00a0\u202f.,:/–-]*|D)\s*(?:%|‰|per cent|D|[)*])*|[-–—]|\.\.\.?|")
_KEY = regex(r"[a-z0-9]+(-[a-z0-9]+)*")
_STRONG = regex(r"<strong>((?:(?!</?strong>).)*)</strong>((?:<aside>.*?</aside>|<sup>.*?</sup>)*)", re.DOTALL)


def judge_table(table: TextTable, find: Callable[[int], Place | None]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a table that an agency wrote.

    Args:
        table: the table.
        find: gives the place of a line of its text.
    """
    found, start = table.found, find(table.found.start)
    if found.has_tabs:
        yield diagnose("RG551", start, first="  ".join(cell.strip() for cell in found.heads[0].cells))
    elif not found.caption:
        yield diagnose("RG870", start, first=" | ".join(cell.strip() for cell in found.heads[-1].cells))
    if found.number:
        yield diagnose("RG874", start, number=found.number, key=found.key or "courts")
    if found.key is not None and not _KEY.fullmatch(found.key):
        yield diagnose("RG552", start, key=found.key)
    if not found.rows:
        yield diagnose("RG553", start, first=" | ".join(cell.strip() for cell in found.heads[-1].cells))
    width, columns = len(found.heads[-1].cells), _count(found.heads[-1].cells, "column")
    for line in (*found.heads, *found.rows):
        if len(line.cells) != width:
            text = " | ".join(cell.strip() for cell in line.cells)
            yield diagnose("RG873", find(line.number), text=text, cells=_count(line.cells, "cell"), columns=columns)


def _count(cells: Sequence[str], noun: str) -> Literal:
    return Literal(count_of(len(cells), noun))


def text_table_html(table: TextTable, key: str) -> Markup:
    """Return the HTML of a table that an agency wrote; a column stands at the right where it holds figures alone."""
    notes = (Markup("<aside>{}</aside>").format(note) for note in table.notes)
    caption = Markup("").join((table.caption, *notes))
    right = tuple(_at_right(table))
    heads = Markup("").join(_text_heads(row, right) for row in table.heads)
    rows = Markup("").join(_text_row(row, right) for row in table.rows)
    source = Markup("<tfoot><tr><td>{}</td></tr></tfoot>").format(table.source) if table.source else ""
    return Markup('<table id="{}"><caption>{}</caption><thead>{}</thead><tbody>{}</tbody>{}</table>').format(
        key, caption, heads, rows, source
    )


def picture_html(picture: TextPicture, key: str) -> Markup:
    """Return the HTML of a picture that an agency put into a text."""
    title = Markup("<figcaption>{}</figcaption>").format(picture.title) if picture.title else ""
    return Markup('<figure id="{}"><img src="{}" alt="{}">{}</figure>').format(key, picture.file, picture.shows, title)


def _at_right(table: TextTable) -> Iterator[bool]:
    """Yield whether each column stands at the right: as its author aligned it, else where it holds figures alone."""
    for column in range(table.width):
        align = table.found.aligns[column] if column < len(table.found.aligns) else ""
        texts = [row[column] for row in table.rows if column < len(row) and row[column]]
        yield align == "right" or (not align and column > 0 and bool(texts) and all(map(_is_figure, texts)))


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.fullmatch(_WRITTEN.sub("D", _TAGS.sub("", text)).strip()))


def _text_heads(row: Sequence[tuple[Markup, int]], right: Sequence[bool]) -> Markup:
    cells: list[Markup] = []
    column = 0
    for text, columns in row:
        kind = "figure" if right[column] else ""
        cells.append(Markup('<th class="{}" colspan="{}">{}</th>').format(kind, columns, text))
        column += columns
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _text_row(row: Sequence[Markup], right: Sequence[bool]) -> Markup:
    """Return a row; it is a total where all of it is bold, which is then how totals look."""
    strong = [_STRONG.fullmatch(text) for text in row]
    is_total = any(strong) and all(found or not text for found, text in zip(strong, row, strict=True))
    texts = [_unstressed(found) if is_total and found else text for found, text in zip(strong, row, strict=True)]
    cells = (
        Markup('<td class="{}">{}</td>').format("figure" if is_right else "", text)
        for text, is_right in zip(texts, right, strict=False)
    )
    return Markup('<tr class="{}">{}</tr>').format("total" if is_total else "", Markup("").join(cells))


def _unstressed(found: re.Match[str]) -> Markup:
    return Markup(found[1] + found[2])  # pieces of what was safe
