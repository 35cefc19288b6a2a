"""The HTML writer: a numbered document tree comes in, one self-contained page goes out, for screen and for print.

The page carries its two style sheets and nothing else: no script, no address that a browser would fetch, and a
policy that forbids both. The PDF is this page in print. All text that comes from the tree is escaped here, and only
here: `_text` for content, `_quoted` for attributes.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from reportgen import __version__
from reportgen.document.tree import (
    Abbreviations,
    Awaiting,
    Block,
    Cell,
    Citation,
    Contents,
    CoverLine,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    ItemList,
    Level,
    LineBreak,
    Link,
    Mark,
    Note,
    Paragraph,
    Quotation,
    Reference,
    Role,
    Row,
    Table,
    Text,
)
from reportgen.document.walk import change_inlines, plain_text, walk_inlines
from reportgen.writers.characters import fit
from reportgen.writers.first_page import FirstPage, is_long_treaty, place_cover, split_symbol
from reportgen.writers.table_form import BODY_COLUMNS, SHORT
from reportgen.writers.wording import AWAITING_CLOSE, AWAITING_OPEN, SOURCE, item_label, table_label

_MEDIA = ("screen", "print")
_SAFE_ADDRESS = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_OUTSIDE_KEY = re.compile(r"[^A-Za-z0-9_.-]")


def write_html(document: Document) -> str:
    """The document as one self-contained HTML page.

    Args:
        document: a numbered tree.

    Returns:
        The page; every block with a key is found at `#key`, and every figure names its indicator, periods and
        places in the inputs when it is pointed at.
    """
    page = place_cover(document.cover)
    has_header = page.has_masthead or page.below
    return "".join(
        (
            _head(document),
            f"<body data-symbol={_quoted(document.symbol)}>\n",
            f"<header>\n{_first_page(page)}</header>\n" if has_header else "",
            "<main>\n",
            *_blocks(document.blocks, 1 if page.below else 0),
            "</main>\n</body>\n</html>\n",
        )
    )


def anchor(key: str) -> str:
    """The key of a block as the id of its element: other characters than letters, digits and `_.-` are spelled out.

    Ids that the writer makes itself hold a colon (`note:1`), so none can be taken for a key.
    """
    return _OUTSIDE_KEY.sub(lambda match: f"~{ord(match[0]):x}~", key)


def note_id(number: int) -> str:
    """The id of a note."""
    return f"note:{number}"


def call_id(number: int) -> str:
    """The id of a note's mark in the text."""
    return f"call:{number}"


# ---- the head -------------------------------------------------------------------------------------------------


def _head(document: Document) -> str:
    facts = {
        "author": document.author,
        "description": document.subject,
        "keywords": document.symbol,
        "generator": f"reportgen {__version__}",
    }
    return "".join(
        (
            f"<!DOCTYPE html>\n<html lang={_quoted(document.language)}>\n<head>\n",
            '<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>{_text(document.title)}</title>\n",
            *(f'<meta name="{name}" content={_quoted(fact)}>\n' for name, fact in facts.items() if fact),
            *(f'<style media="{medium}">{_style(medium)}</style>\n' for medium in _MEDIA),
            "</head>\n",
        )
    )


@cache
def _style(medium: str) -> str:
    return files("reportgen.writers").joinpath("style", f"{medium}.css").read_text(encoding="utf-8")


@cache
def _policy() -> str:
    """What a browser may do with the page: apply these two style sheets, known by their hashes, and nothing else."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(_style(medium).encode()).digest()).decode()}'" for medium in _MEDIA)
    return f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"


# ---- the first page -------------------------------------------------------------------------------------------


def _first_page(page: FirstPage) -> str:
    masthead = ""
    if page.has_masthead:
        masthead = "".join(
            (
                '<div class="masthead">\n',
                _place("organization", page.organization),
                _place("symbol", page.symbol),
                _place("treaty long" if is_long_treaty(page) else "treaty", page.treaty),
                _place("beside", page.beside),
                "</div>\n",
            )
        )
    return masthead + "".join(_cover_line(line) for line in page.below)


def _place(name: str, lines: tuple[CoverLine, ...]) -> str:
    return f'<div class="{name}">\n{"".join(_cover_line(line) for line in lines)}</div>\n' if lines else ""


def _cover_line(line: CoverLine) -> str:
    match line.role:
        case Role.TITLE:
            return f'<h1 class="title">{_inlines(line.children)}</h1>\n'
        case Role.SYMBOL:
            series, rest = split_symbol(plain_text(line.children))
            return f'<p><span class="series">{_text(series)}</span>{_text(rest)}</p>\n'
        case role:
            return f'<p class="{role}">{_inlines(line.children)}</p>\n'


# ---- blocks ---------------------------------------------------------------------------------------------------

_RANK = {Level.TITLE: 1, Level.ANNEX: 1, Level.PART: 2, Level.THEME: 3, Level.REPLY: 4}


def _blocks(blocks: Iterable[Block], depth: int) -> Iterator[str]:
    """Each block as HTML.

    A reader who goes by headings must not meet a gap (ISO 14289-1, 7.4.2), so a reply right below a part is an `h3`
    and a reply below a theme an `h4`; their class gives them the same look.

    Args:
        blocks: the blocks.
        depth: the depth of the heading before them, or 0.
    """
    for block in blocks:
        match block:
            case Heading():
                depth = min(_RANK[block.level], depth + 1)
                yield _heading(block, depth)
            case Paragraph():
                yield _paragraph(block)
            case ItemList():
                yield _list(block)
            case Table():
                yield _table(block)
            case Quotation():
                yield f"<blockquote><p>{_inlines(block.children)}</p></blockquote>\n"
            case Contents():
                yield _contents(block)
            case Abbreviations():
                yield _abbreviations(block)
            case Awaiting():
                yield f'<p class="awaiting">{AWAITING_OPEN}{_inlines(block.children)}{AWAITING_CLOSE}</p>\n'


def _contents(contents: Contents) -> str:
    """The list of contents."""
    lines = (
        f'<li class="{entry.level}"><a href="#{anchor(entry.target)}">{_inlines(entry.children)}</a></li>\n'
        for entry in contents.entries
    )
    return f'<nav class="contents"><p>{_inlines(contents.title)}</p><ol>\n{"".join(lines)}</ol></nav>\n'


def _abbreviations(block: Abbreviations) -> str:
    """The list of abbreviations."""
    lines = (f"<dt>{_text(entry.short)}</dt><dd>{_text(entry.full)}</dd>\n" for entry in block.entries)
    return f'<section class="abbreviations"><p>{_inlines(block.title)}</p><dl>\n{"".join(lines)}</dl></section>\n'


def _heading(heading: Heading, depth: int) -> str:
    label = f'<span class="label">{_text(heading.label)} </span>' if heading.label else ""
    return f'<h{depth} class="{heading.level}"{_id(heading.key)}>{label}{_inlines(heading.children)}</h{depth}>\n'


def _paragraph(paragraph: Paragraph) -> str:
    number = f'<span class="number">{paragraph.number}. </span>' if paragraph.numbered else ""
    return f"<p{_id(paragraph.key)}>{number}{_inlines(paragraph.children)}</p>\n"


def _list(block: ItemList) -> str:
    tag = "ul" if block.mark is Mark.BULLET else "ol"
    items = (
        f'<li><span class="mark">{item_label(block.mark, position)} </span>{_inlines(item.children)}'
        f"{''.join(map(_list, item.lists))}</li>\n"
        for position, item in enumerate(block.items, start=1)
    )
    return f"<{tag}>\n{''.join(items)}</{tag}>\n"


def _table(table: Table) -> str:
    source = ""
    if table.source:
        source = f'<p class="source"><em>{SOURCE.strip()}</em> {_inlines(table.source)}</p>\n'
    return "".join(
        (
            f'<table class="{_table_class(table)}"{_id(table.key)}>\n',
            f"<caption>{table_label(table)}<br><strong>{_inlines(table.caption)}</strong></caption>\n",
            f"<thead>\n<tr>{''.join(_head_cell(cell) for cell in table.head)}</tr>\n</thead>\n<tbody>\n",
            *(_row(row) for row in table.rows),
            "</tbody>\n</table>\n",
            source,
        )
    )


def _table_class(table: Table) -> str:
    columns = len(table.head)
    return " ".join(
        (
            f"columns-{columns}",
            *(("wide",) if columns > BODY_COLUMNS else ()),
            *(("short",) if len(table.rows) <= SHORT else ()),
        )
    )


def _head_cell(cell: Cell) -> str:
    """A column head; an empty one is a plain cell, since it is the head of nothing."""
    if not cell.children:
        return "<td></td>"
    return f'<th scope="col"{_side(cell)}>{_inlines(cell.children)}</th>'


def _row(row: Row) -> str:
    first, *rest = row.cells
    total = ' class="total"' if row.is_total else ""
    cells = "".join(f"<td{_side(cell)}>{_inlines(cell.children)}</td>" for cell in rest)
    return f'<tr{total}><th scope="row"{_side(first)}>{_inlines(first.children)}</th>{cells}</tr>\n'


def _side(cell: Cell) -> str:
    return ' class="figures"' if cell.is_figure else ""


def _id(key: str | None) -> str:
    return f' id="{anchor(key)}"' if key else ""


# ---- inlines --------------------------------------------------------------------------------------------------


def _inlines(inlines: Inlines) -> str:
    return "".join([_inline(inline) for inline in inlines])


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _text(inline.text)
        case Figure():
            return _figure(inline)
        case Emphasis():
            tag = "strong" if inline.strong else "em"
            return f"<{tag}>{_inlines(inline.children)}</{tag}>"
        case Citation():
            return _inlines(inline.children)
        case Reference():
            return f'<a href="#{anchor(inline.target)}">{_text(inline.text)}</a>' if inline.text else ""
        case Link():
            return _link(inline)
        case Note():
            return _note(inline)
        case LineBreak():
            return "<br>"


def _figure(figure: Figure) -> str:
    """A figure that shows, when pointed at, what it was made from: `cases, 2023: submissions/court.xlsx:Data!D4`."""
    periods = ", ".join(figure.periods)
    places = "; ".join(str(place) for place in figure.places)
    made_from = f"{figure.indicator}, {periods}: {places}"
    return (
        f'<data class="figure" value={_quoted(figure.text)} data-indicator={_quoted(figure.indicator)}'
        f" data-periods={_quoted(periods)} title={_quoted(made_from)}>{_text(figure.text)}</data>"
    )


def _link(link: Link) -> str:
    """A link, or its text alone where the address is none that a reader may be sent to.

    A link cannot hold another: references in it become text, and notes stand behind it.
    """
    if not _SAFE_ADDRESS.match(link.address):
        return _inlines(link.children)
    text = _inlines(change_inlines(link.children, _without_link))
    notes = "".join(_note(inline) for inline in walk_inlines(link.children) if isinstance(inline, Note))
    return f'<a href={_quoted(link.address)} rel="noopener noreferrer">{text}</a>{notes}'


def _without_link(inline: Inline) -> Inline:
    match inline:
        case Reference():
            return Text(inline.text)
        case Link():
            return Text(plain_text(inline.children))
        case Note():
            return Text("")
        case _:
            return inline


def _note(note: Note) -> str:
    """The mark in the text, and the note right behind it: print moves it to the foot of the page."""
    text = _inlines(change_inlines(note.children, _in_brackets))
    if note.mark is not None:
        mark = _text(note.mark)
        return (
            f'<span class="call of-title">{mark}</span>'
            f'<span class="note" role="note"><span class="mark of-title">{mark} </span>{text}</span>'
        )
    number = note.number or 0
    here, there = note_id(number), call_id(number)
    return (
        f'<a class="call" id="{there}" href="#{here}" role="doc-noteref">{number}</a>'
        f'<span class="note" id="{here}" role="doc-footnote"><span class="mark">'
        f'<a href="#{there}" role="doc-backlink">{number}</a> </span>{text}</span>'
    )


def _in_brackets(inline: Inline) -> Inline:
    """A note in a note, which Word does not have either, stands in brackets, so that nothing is lost."""
    return Text(f" ({plain_text(inline.children)})") if isinstance(inline, Note) else inline


# ---- escaping -------------------------------------------------------------------------------------------------


def _text(text: str) -> str:
    return escape(fit(text), quote=False)


def _quoted(text: str) -> str:
    return f'"{escape(fit(text), quote=True)}"'
