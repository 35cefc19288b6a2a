"""Find the tables in agencies' texts: rows with bars, as in Markdown, or with tabs, as they are copied from Word.

    Table [orders]: Protection orders by year

    |         | 2022 ||  2023 ||
    | Region  | Women | Men | Women | Men |
    |---------|------:|----:|------:|----:|
    | North   |    12 |   3 |    14 |   2 |

    Source: Register of the courts

The line before the rows gives the title and, in square brackets, the key by which texts refer to the table. The rows
above the rule are heads; a head with nothing at all between its bars (`||`) belongs to the one on its left, as in
MultiMarkdown. Below stand the source and notes to the whole table. A table ends where a line has no bar.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct

from reportgen.limits import TABLE_HEADS
from reportgen.model.list_marks import read_mark
from reportgen.regex import regex

CAPTION_LINE = regex(
    r"[ \t]{0,3}Table(?:\s+(?P<number>\d+|[IVXL]+))?(?:\s*\[(?P<key>[^\[\]|]*)\])?\s*[:.]"
    r"\s*(?P<title>[^\s|](?:[^|\\]|\\.)*)"
)
BELOW = regex(r"\s*(?P<kind>Sources?|Notes?)\s*:\s*(?P<text>\S.*)", 0)
_BAR = regex(r"(?<!\\)\|")
_RULE = regex(r"\s*:?-+:?\s*")
_MARGINS = 3
"""Lines that a title may go on for."""


class TypedRow(Struct, frozen=True):
    """A row of a table as it was typed."""

    number: int
    """Its line in the text, from 0."""
    cells: tuple[str, ...]


class Found(Struct, frozen=True):
    """A table in a text, as lines."""

    start: int
    end: int
    """The line below it."""
    first: int
    """The line of its first row."""
    heads: tuple[TypedRow, ...]
    rows: tuple[TypedRow, ...]
    aligns: tuple[str, ...] = ()
    """`left`, `right` or nothing, for each column."""
    caption: str = ""
    key: str | None = None
    number: str | None = None
    """The number that was typed in its title."""
    below: tuple[tuple[str, str], ...] = ()
    """`Source` or `Note`, and its text."""
    has_tabs: bool = False


def find_table(line: Callable[[int], str | None], start: int) -> Found | None:
    """Return the table whose title, or first row, is a line; None where none begins there.

    Args:
        line: gives a line by its number; None where the text, or what it stands in, has ended.
        start: the number of the line.
    """
    text = line(start) or ""
    titled = CAPTION_LINE.fullmatch(text) if "Table" in text else None
    if titled is None:
        return _find_rows(line, start) if "|" in text or "\t" in text else None
    at, words = start + 1, [titled["title"].strip()]
    while at < start + _MARGINS and (more := (line(at) or "").strip()) and _find_rows(line, at) is None:
        words.append(more)
        at += 1
    at += (line(at) or "x").isspace() or line(at) == ""
    found = _find_rows(line, at)
    if found is None:
        return None
    caption, key = " ".join(words), (titled["key"] or "").strip() or None
    return Found(
        start,
        found.end,
        found.first,
        found.heads,
        found.rows,
        found.aligns,
        caption,
        key,
        titled["number"],
        found.below,
        found.has_tabs,
    )


def _find_rows(line: Callable[[int], str | None], start: int) -> Found | None:
    """Return the table whose first row is a line."""
    barred = _barred(line, start)
    if barred is not None:
        heads, aligns = barred
        after = start + len(heads) + 1
        rows = tuple(TypedRow(number, split(text)) for number, text in _while(line, after, lambda text: "|" in text))
        end, below = _below(line, after + len(rows))
        return Found(start, end, start, heads, rows, aligns, below=below)
    tabbed = _tabbed(line, start)
    if len(tabbed) < 2:  # noqa: PLR2004 - one line with a tab is no table
        return None
    end, below = _below(line, start + len(tabbed))
    return Found(start, end, start, tabbed[:1], tabbed[1:], below=below, has_tabs=True)


def _while(line: Callable[[int], str | None], start: int, fits: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    number = start
    while (text := line(number)) is not None and text.strip() and fits(text):
        yield number, text
        number += 1


def _barred(line: Callable[[int], str | None], start: int) -> tuple[tuple[TypedRow, ...], tuple[str, ...]] | None:
    """Return the heads above a rule, `|---|---:|`, and how it aligns the columns."""
    heads: list[TypedRow] = []
    for number, text in _while(line, start, lambda text: "|" in text or "-" in text):
        cells = split(text)
        if heads and all(map(_RULE.fullmatch, cells)) and "-" in text:
            return tuple(heads), tuple(map(_alignment, cells))
        if "|" not in text or len(heads) == TABLE_HEADS:
            return None
        heads.append(TypedRow(number, cells))
    return None


def _alignment(cell: str) -> str:
    written = cell.strip()
    return "right" if written.endswith(":") else "left" if written.startswith(":") else ""


def _tabbed(line: Callable[[int], str | None], start: int) -> tuple[TypedRow, ...]:
    """Return the lines with tabs from one on, as rows of the width of the first.

    A cell that is empty at the end of a row counts, as it does where rows are copied from a worksheet. A row with more
    or fewer cells is one of the table too: as prose its figures would lose their heads.
    """
    with_tabs = _while(line, start, lambda text: "\t" in text and read_mark(text.lstrip()) is None)
    rows = [(number, text.split("\t")) for number, text in with_tabs]
    if all(not cells[0].strip() for _, cells in rows):  # the whole table is moved in
        rows = [(number, cells[1:]) for number, cells in rows]
    width = len(_filled(rows[0][1], 1)) if rows else 0
    return tuple(TypedRow(number, _filled(cells, width)) for number, cells in rows) if width > 1 else ()


def _filled(cells: list[str], width: int) -> tuple[str, ...]:
    """Return the cells of a row without empty ones behind those that a table of that width has."""
    last = next((place for place in range(len(cells), width, -1) if cells[place - 1].strip()), width)
    return tuple(cells[:last])


def row_text(text: str) -> str:
    """Return a line without the space before it, but for the tab that an empty first cell leaves there."""
    words = text.lstrip()
    return f"\t{words}" if words and "\t" in text[: len(text) - len(words)] else words


def split(text: str) -> tuple[str, ...]:
    """Return the cells of a row; a bar behind a backslash is one of the text."""
    cells = [cell.replace("\\|", "|") for cell in _BAR.split(text.strip())]
    first = 1 if cells and not cells[0].strip() else 0
    last = len(cells) - 1 if len(cells) > first + 1 and not cells[-1].strip() else len(cells)
    return tuple(cells[first:last])


def _below(line: Callable[[int], str | None], end: int) -> tuple[int, tuple[tuple[str, str], ...]]:
    """Return the line below a table, and the source and notes that stand there, with an empty line before each."""
    found: list[tuple[str, str]] = []
    while True:
        at = end + (1 if (line(end) or "x").isspace() or line(end) == "" else 0)
        match = BELOW.fullmatch(line(at) or "")
        if match is None:
            return end, tuple(found)
        words = [match["text"].strip()]
        more = [text.strip() for _, text in _while(line, at + 1, lambda text: not BELOW.fullmatch(text))]
        found.append((match["kind"].rstrip("s"), " ".join([*words, *more])))
        end = at + 1 + len(more)
