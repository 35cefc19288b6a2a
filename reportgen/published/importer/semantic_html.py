"""Blocks that Markdown cannot carry, as the semantic HTML of templates: tables, quotations, unnumbered paragraphs.

In comes a block of the tree, out goes HTML in which no text can be taken for a tag or for a reference.
"""

from collections.abc import Iterable, Sequence
from typing import cast

from markupsafe import escape
from msgspec.structs import replace

from reportgen.document.tree import (
    Awaiting,
    Block,
    Cell,
    Emphasis,
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
    Raised,
    Table,
)
from reportgen.document.walk import change_block, inlines_of, plain_text, walk_inlines
from reportgen.published.importer.light_markdown import plain_inlines

_LEVELS = {
    Level.TITLE: ("h1", ""),
    Level.PART: ("h3", ""),
    Level.THEME: ("h3", ""),
    Level.REPLY: ("h4", ""),
    Level.ANNEX: ("h1", ' class="annex"'),
}
"""The element of a heading; what was a part within an annex must get no letter, and is a theme."""


def block_html(block: Block) -> str:
    """A block as HTML for a template; nothing for lists that the program makes itself."""
    match block:
        case Paragraph():
            return f"<p{'' if block.numbered else _of_class('unnumbered')}>{inlines_html(block.children)}</p>"
        case Quotation():
            return f"<blockquote>{inlines_html(block.children)}</blockquote>"
        case Awaiting():
            return f"<p{_of_class('awaiting')}>{inlines_html(block.children)}</p>"
        case Heading():
            tag, attributes = _LEVELS[block.level]
            label = f"{block.label} " if block.label and block.level is not Level.ANNEX else ""
            return f"<{tag}{attributes}>{text_html(label)}{inlines_html(block.children)}</{tag}>"
        case ItemList():
            return list_html(block)
        case Table():
            return table_html(block)
        case _:
            return ""


def _of_class(name: str) -> str:
    return f' class="{name}"'


def text_html(text: str) -> str:
    """Text in which nothing is a tag or a reference."""
    return str(escape(text)).replace("{", "&#123;")


def inlines_html(inlines: Inlines) -> str:
    """Inlines as HTML."""
    return "".join(_inline(inline) for inline in plain_inlines(inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Emphasis(children=children, strong=strong):
            tag = "strong" if strong else "em"
            return f"<{tag}>{inlines_html(children)}</{tag}>"
        case Raised(is_lowered=is_lowered):
            tag = "sub" if is_lowered else "sup"
            return f"<{tag}>{text_html(plain_text(inline.children))}</{tag}>"
        case Link(address=address, children=children):
            return f'<a href="{text_html(address)}">{inlines_html(children)}</a>'
        case Note(children=children):
            return f"<aside>{inlines_html(children)}</aside>"
        case LineBreak():
            return "<br>"
        case _:
            return text_html(plain_text((inline,)))


def list_html(block: ItemList) -> str:
    """A list with the lists below it."""
    tag = "ul" if block.mark is Mark.BULLET else "ol"
    items = (f"<li>{inlines_html(item.children)}{''.join(map(list_html, item.lists))}</li>" for item in block.items)
    return f"<{tag}>\n" + "\n".join(items) + f"\n</{tag}>"


def table_html(table: Table) -> str:
    """A table with its caption, head, rows and source."""
    table = _with_whole_notes(table)
    caption = f"<caption>{inlines_html(table.caption)}</caption>\n" if table.caption else ""
    head = f"<thead>\n{_row(table.head, 'th')}\n</thead>\n" if table.head else ""
    rows = "\n".join(_row(row.cells, "td", is_total=row.is_total) for row in table.rows)
    source = f"<tfoot>\n<tr><td>{inlines_html(table.source)}</td></tr>\n</tfoot>\n" if table.source else ""
    attributes = _of_class("landscape") if table.is_landscape else ""
    return f"<table{attributes}>\n{caption}{head}<tbody>\n{rows}\n</tbody>\n{source}</table>"


def _with_whole_notes(table: Table) -> Table:
    """The table with each note in full at each of its marks: those that say the same get one letter again."""
    notes = {
        inline.mark: inline.children
        for inlines in inlines_of(table)
        for inline in walk_inlines(inlines)
        if isinstance(inline, Note) and inline.children
    }

    def fill(inline: Inline) -> Inline:
        if not isinstance(inline, Note) or inline.children:
            return inline
        return replace(inline, children=notes.get(inline.mark, ()))

    return cast("Table", change_block(table, fill))


def _row(cells: Sequence[Cell], tag: str, *, is_total: bool = False) -> str:
    return f"<tr{_of_class('total') if is_total else ''}>{''.join(_cells(cells, tag))}</tr>"


def _cells(cells: Iterable[Cell], tag: str) -> Iterable[str]:
    for cell in cells:
        attributes = _of_class("figure") if cell.is_figure else ""
        yield f"<{tag}{attributes}>{inlines_html(cell.children)}</{tag}>"
