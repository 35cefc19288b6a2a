"""Show a document tree as text, one line a block, for golden files and comparisons.

CPTX symbol: CCPR/C/KAZ/3
H part A. General information
1 [justice-1-1] In 2023, {victims@2023:348} victims …
- an item
"""

from collections.abc import Iterable, Iterator

from reportgen.document.tree import (
    Abbreviations,
    Awaiting,
    Block,
    Citation,
    Contents,
    ContentsEntry,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Quotation,
    Raised,
    Reference,
    Table,
    Text,
)


def dump(document: Document) -> str:
    """The whole tree as text; equal trees give equal text."""
    cover = [f"cover {line.role}: {show_inlines(line.children)}" for line in document.cover]
    return "\n".join([*cover, *(line for block in document.blocks for line in _block(block, 0)), ""])


def _block(block: Block, depth: int) -> Iterator[str]:
    key = f" [{block.key}]" if getattr(block, "key", None) else ""  # type: ignore[union-attr]
    match block:
        case Heading():
            label = f" {block.label}" if block.label else ""
            yield f"{block.level}{key}{label} {show_inlines(block.children)}"
        case Paragraph():
            yield f"{block.number or '·'}{key} {show_inlines(block.children)}"
        case ItemList():
            yield from _list(block, depth)
        case Table():
            yield from _table(block, key)
        case Contents() | Abbreviations():
            yield from _front(block)
        case Quotation():
            yield f"> {show_inlines(block.children)}"
        case Awaiting():
            yield f"awaiting {show_inlines(block.children)}"


def _table(table: Table, key: str) -> Iterator[str]:
    turned = " landscape" if table.is_landscape else ""
    yield f"table {table.number}{turned}{key} {show_inlines(table.caption)}"
    yield "  " + " | ".join(show_inlines(cell.children) for cell in table.head)
    for row in table.rows:
        sign = "= " if row.is_total else "  - " if row.is_part else "  "
        yield sign + " | ".join(show_inlines(cell.children) for cell in row.cells)
    if table.source:
        yield f"  source: {show_inlines(table.source)}"


def _front(block: Contents | Abbreviations) -> Iterator[str]:
    if isinstance(block, Contents):
        yield f"contents {show_inlines(block.title)}"
        yield from map(_entry, block.entries)
    else:
        yield f"abbreviations {show_inlines(block.title)}"
        yield from (f"  {entry.short} = {entry.full}" for entry in block.entries)


def _entry(entry: ContentsEntry) -> str:
    label = f"{entry.label} " if entry.label else ""
    paragraphs = "" if entry.first is None else f" {entry.first}–{entry.last}"
    return f"  {entry.level} [{entry.target}] {label}{show_inlines(entry.children)}{paragraphs}"


def _list(block: ItemList, depth: int) -> Iterator[str]:
    for item in block.items:
        yield f"{'  ' * depth}- ({block.mark}) {show_inlines(item.children)}"
        for below in item.lists:
            yield from _list(below, depth + 1)


def show_inlines(inlines: Iterable[Inline]) -> str:
    """Inlines as text: `{key@periods:text}` for a figure, `<target:text>` for a reference, `^(…)` for a note."""
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Figure():
            return f"{{{inline.indicator}@{'+'.join(inline.periods)}:{inline.text}}}"
        case Reference():
            return f"<{inline.target}:{inline.text}>"
        case Citation():
            return f"«{' '.join(inline.targets)}:{show_inlines(inline.children)}»"
        case LineBreak():
            return "¶" if inline.is_paragraph else "⏎"
        case Emphasis():
            mark = "**" if inline.strong else "*"
            return f"{mark}{show_inlines(inline.children)}{mark}"
        case Raised():
            mark = "~" if inline.is_lowered else "^"
            return f"{mark}{show_inlines(inline.children)}{mark}"
        case Link():
            return f"[{show_inlines(inline.children)}]({inline.address})"
        case Note():
            return f"^{inline.mark or inline.number}({show_inlines(inline.children)})"
