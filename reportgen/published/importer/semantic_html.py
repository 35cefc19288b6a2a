"""Write blocks that Markdown cannot carry as the semantic HTML of templates: tables, unnumbered paragraphs, headings.

No text in it can be taken for a tag or for a reference.
"""

from collections.abc import Sequence
from typing import cast

from markupsafe import escape
from msgspec.structs import replace

from reportgen.document import tree
from reportgen.document.walk import change_block, plain_text, walk_block
from reportgen.published.importer.light_markdown import plain_inlines

_LEVELS = {
    tree.Level.TITLE: ("h1", ""),
    tree.Level.PART: ("h3", ""),
    tree.Level.THEME: ("h3", ""),
    tree.Level.REPLY: ("h4", ""),
    tree.Level.ANNEX: ("h1", ' class="annex"'),
}
"""The element of a heading; what was a part within an annex must get no letter, and is a theme."""


def block_html(block: tree.Block) -> str:
    """Return a block as HTML for a template; nothing for lists that the program makes itself."""
    match block:
        case tree.Paragraph():
            return f"<p{_of_class('unnumbered', when=not block.numbered)}>{inlines_html(block.children)}</p>"
        case tree.Quotation():
            return f"<blockquote>{inlines_html(block.children)}</blockquote>"
        case tree.Awaiting():
            return f'<p class="awaiting">{inlines_html(block.children)}</p>'
        case tree.Heading():
            tag, attributes = _LEVELS[block.level]
            label = f"{block.label} " if block.label and block.level is not tree.Level.ANNEX else ""
            return f"<{tag}{attributes}>{text_html(label)}{inlines_html(block.children)}</{tag}>"
        case tree.ItemList():
            return list_html(block)
        case tree.Table():
            return table_html(block)
        case _:
            return ""


def _of_class(name: str, *, when: bool) -> str:
    return f' class="{name}"' if when else ""


def text_html(text: str) -> str:
    """Return text in which nothing is a tag or a reference."""
    return str(escape(text)).replace("{", "&#123;")


def inlines_html(inlines: tree.Inlines) -> str:
    """Return inlines as HTML."""
    return "".join(_inline(inline) for inline in plain_inlines(inlines))


def _inline(inline: tree.Inline) -> str:
    match inline:
        case tree.Emphasis(children=children, strong=strong):
            tag = "strong" if strong else "em"
            return f"<{tag}>{inlines_html(children)}</{tag}>"
        case tree.Raised(is_lowered=is_lowered):
            tag = "sub" if is_lowered else "sup"
            return f"<{tag}>{text_html(plain_text(inline.children))}</{tag}>"
        case tree.Link(address=address, children=children):
            return f'<a href="{text_html(address)}">{inlines_html(children)}</a>'
        case tree.Note(children=children):
            return f"<aside>{inlines_html(children)}</aside>"
        case tree.LineBreak():
            return "<br>"
        case _:
            return text_html(plain_text((inline,)))


def list_html(block: tree.ItemList) -> str:
    """Return a list with the lists below it."""
    tag = "ul" if block.mark is tree.Mark.BULLET else "ol"
    items = (f"<li>{inlines_html(item.children)}{''.join(map(list_html, item.lists))}</li>" for item in block.items)
    return f"<{tag}>\n" + "\n".join(items) + f"\n</{tag}>"


def table_html(table: tree.Table) -> str:
    """Return a table with its caption, head, rows and source."""
    table = _with_whole_notes(table)
    caption = f"<caption>{inlines_html(table.caption)}</caption>\n" if table.caption else ""
    head = f"<thead>\n{_row(table.head, 'th')}\n</thead>\n" if table.head else ""
    rows = "\n".join(_row(row.cells, "td", is_total=row.is_total) for row in table.rows)
    source = f"<tfoot>\n<tr><td>{inlines_html(table.source)}</td></tr>\n</tfoot>\n" if table.source else ""
    start = f"<table{_of_class('landscape', when=table.is_landscape)}>\n{caption}{head}"
    return f"{start}<tbody>\n{rows}\n</tbody>\n{source}</table>"


def _with_whole_notes(table: tree.Table) -> tree.Table:
    """Return the table with each note in full at each of its marks: those that say the same get one letter again."""
    notes = {
        inline.mark: inline.children
        for inline in walk_block(table)
        if isinstance(inline, tree.Note) and inline.children
    }

    def fill(inline: tree.Inline) -> tree.Inline:
        if not isinstance(inline, tree.Note) or inline.children:
            return inline
        return replace(inline, children=notes.get(inline.mark, ()))

    return cast("tree.Table", change_block(table, fill))


def _row(cells: Sequence[tree.Cell], tag: str, *, is_total: bool = False) -> str:
    written = (
        f"<{tag}{_of_class('figure', when=cell.is_figure)}>{inlines_html(cell.children)}</{tag}>" for cell in cells
    )
    return f"<tr{_of_class('total', when=is_total)}>{''.join(written)}</tr>"
