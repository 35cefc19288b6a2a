"""The first page as HTML: the masthead, and the lines below it."""

from reportgen.document.tree import CoverLine, Role
from reportgen.document.walk import plain_text
from reportgen.writers.first_page import FirstPage, is_long_treaty, split_symbol
from reportgen.writers.html.escaping import content
from reportgen.writers.html.inlines import write_inlines


def write_first_page(page: FirstPage) -> str:
    """Return the lines of the first page; a masthead only where something stands in it."""
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
    return masthead + "".join(map(_line, page.below))


def _place(name: str, lines: tuple[CoverLine, ...]) -> str:
    return f'<div class="{name}">\n{"".join(map(_line, lines))}</div>\n' if lines else ""


def _line(line: CoverLine) -> str:
    match line.role:
        case Role.TITLE:
            return f'<h1 class="title">{write_inlines(line.children)}</h1>\n'
        case Role.SYMBOL:
            series, rest = split_symbol(plain_text(line.children))
            return f'<p><span class="series">{content(series)}</span>{content(rest)}</p>\n'
        case role:
            return f'<p class="{role}">{write_inlines(line.children)}</p>\n'
