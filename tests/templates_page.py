"""The tables of `docs/templates.md` that follow from the code: what templates see, and what they may write."""

import ast
import inspect
import re
from collections.abc import Iterable, Iterator

from reportgen.compose.annex import AnnexTheme, AnnexView
from reportgen.compose.contexts import (
    BlockView,
    IndicatorView,
    PartView,
    ReplyView,
    ReportView,
    StateView,
    ThemeView,
    TreatyView,
)
from reportgen.compose.front import WordsView
from reportgen.compose.markup import ATTRIBUTES, CLASSES
from reportgen.compose.text_blocks import ListItem, TextList

VIEWS: dict[type, str] = {
    ReportView: "`report`",
    StateView: "`state`",
    TreatyView: "`treaty`",
    WordsView: "`words`",
    PartView: "each `part` in `parts`",
    ThemeView: "each `theme` in `part.themes`",
    ReplyView: "each `reply` in `theme.replies`",
    BlockView: "each `block` in `reply.blocks`",
    TextList: "`block.list`",
    ListItem: "each item in `block.list.items`",
    AnnexView: "`annex`",
    AnnexTheme: "each `theme` in `annex.themes`",
    IndicatorView: "an indicator under its key",
}
"""What stands behind each name, and how a template gets to it."""
_NOT_FOR_TEMPLATES = "Not for templates"
_SECTION = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def templates_page(page: str) -> str:
    """The page with its generated parts written anew."""
    made = {"context": "\n".join(map(_table, VIEWS)), "elements": _elements()}
    return _SECTION.sub(lambda part: f"{part[1]}\n{made[part[2]]}\n{part[3]}", page)


def documented_fields(view: type) -> Iterator[tuple[str, str, str]]:
    """Each field of a view, with its type and the line below it."""
    (body,) = ast.parse(inspect.getsource(view)).body
    assert isinstance(body, ast.ClassDef)
    for place, node in enumerate(body.body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            after = body.body[place + 1] if place + 1 < len(body.body) else None
            is_text = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            text = str(after.value.value) if is_text else ""  # type: ignore[union-attr] # as looked at above
            yield node.target.id, ast.unparse(node.annotation), " ".join(text.split())


def _table(view: type) -> str:
    rows = [
        f"| `{name}` | {_kind(kind)} | {_cell(text)} |"
        for name, kind, text in documented_fields(view)
        if not text.startswith(_NOT_FOR_TEMPLATES)
    ]
    return "\n".join([f"#### {VIEWS[view]}", "", "| field | holds | what it is |", "| --- | --- | --- |", *rows, ""])


_KINDS = {
    "str": "text",
    "int": "number",
    "bool": "yes or no",
    "Markup": "ready text",
    "Decimal": "number",
    "dt.date": "date",
    "DocumentKind": "`initial`, `periodic`, `replies` or `core`",
    "dict[str, Decimal]": "numbers by period",
    "TextList": "a list",
}


def _kind(annotation: str) -> str:
    """A type in plain words."""
    annotation = annotation.replace("'", '"')
    if annotation.endswith(" | None"):
        return f"{_kind(annotation.removesuffix(' | None'))}, or nothing"
    if annotation.startswith("Literal["):
        values = [f"`{value}`" for value in re.findall(r'"([^"]+)"', annotation)]
        return f"{', '.join(values[:-1])} or {values[-1]}"
    if annotation.startswith("tuple["):
        item = re.sub(r'tuple\["?(\w+)"?, \.\.\.\]', r"\1", annotation)
        return {"str": "texts", "int": "numbers", "Markup": "ready texts"}.get(item, "several, see below")
    return _KINDS[annotation]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


ELEMENTS: dict[str, str] = {
    "section": "groups blocks; with `cover`, the lines of the first page",
    "h1": "the heading over everything; with `annex`, the heading of an annex",
    "h2": "a part; numbering puts A., B., … before it",
    "h3": "a theme",
    "h4": "a reply",
    "p": "a numbered paragraph; `unnumbered` without a number; `awaiting` the mark of a missing reply",
    "ul": "a list with bullets",
    "ol": "a list with (a), (b), (c)",
    "li": "an item, with its text and the lists below it",
    "blockquote": "a quotation that stands apart",
    "figure": "a picture that a text of an agency names",
    "img": "its file, as the text names it, and what it shows",
    "figcaption": "its title",
    "nav": "`contents` or `abbreviations`: a list that the document gathers itself, under this title",
    "table": "a table; `landscape` on a page of its own, turned",
    "caption": "its title",
    "thead": "its heads",
    "tbody": "its rows",
    "tfoot": "its source",
    "tr": "a row; `total` for totals, `part` for parts of the row above",
    "th": "a head; `figure` stands at the right",
    "td": "a cell; `figure` stands at the right",
    "em": "italics",
    "strong": "bold",
    "sup": "raised text, such as the 2 of km²",
    "sub": "lowered text, such as the 2 of CO₂",
    "a": 'a link, or a reference in words of your own: `href="#fund"`; its classes belong to '
    "`paragraph('fund')` and its like",
    "aside": "a note at this place; in tables with a letter, with `title` a note to the title",
    "br": "a new line",
    "data": "a figure; written by references only",
}
"""What each element of a template is."""


def _elements() -> str:
    rows = (
        f"| `<{tag}>` | {ELEMENTS[tag]} | {_listed(ATTRIBUTES.get(tag, frozenset()) - {'class'})} "
        f"| {_listed(CLASSES.get(tag, ()))} |"
        for tag in ELEMENTS
    )
    return "\n".join(["| element | is | attributes | classes |", "| --- | --- | --- | --- |", *rows, ""])


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(map(str, names)))
