"""Write a numbered document tree as one self-contained page, for screen and for print.

The page carries its two style sheets and nothing else: no script, no address that a browser would fetch, and a
policy that forbids both. The PDF is this page in print. All text that comes from the tree passes `escaping.py`;
`inlines.py`, `notes.py`, `tables.py`, `front.py` and `blocks.py` write the nodes.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from reportgen import __version__
from reportgen.document.direction import is_right_to_left, isolate_document, without_marks
from reportgen.document.tree import CoverLine, Document, Picture, Role, Table
from reportgen.document.walk import plain_text
from reportgen.regex import regex
from reportgen.writers.columns import LETTERS, letter_size
from reportgen.writers.first_page import FirstPage, is_in_english, is_long_treaty, place_cover, split_symbol
from reportgen.writers.html.blocks import write_blocks
from reportgen.writers.html.escaping import anchor, content, quoted
from reportgen.writers.html.inlines import write_inlines
from reportgen.writers.html.tables import column_points
from reportgen.writers.policy import content_policy

__all__ = ["anchor", "mirror", "style_sheet", "write_first_page", "write_html"]

_SIDE = regex(r"\b(left|right)\b")
_FOUR = regex(r"\b(margin|padding):((?: -?[\w.]+){4})(?=\s*[;}])")
_OTHER = {"left": "right", "right": "left"}


def write_html(document: Document) -> str:
    """Return the document as one self-contained HTML page.

    Args:
        document: a numbered tree.

    Returns:
        The page; every block with a key is found at `#key`, and every figure names its indicator, periods and
        places in the inputs when it is pointed at.
    """
    document = isolate_document(document)
    page = place_cover(document.cover)
    has_header = page.has_masthead or page.below
    return "".join(
        (
            _head(document),
            f"<body data-symbol={quoted(document.symbol)}>\n",
            f"<header>\n{write_first_page(page, document.language)}</header>\n" if has_header else "",
            f"<main>\n{write_blocks(document.blocks, page.depth)}</main>\n</body>\n</html>\n",
        )
    )


def write_first_page(page: FirstPage, language: str) -> str:
    """Return the lines of the first page; a masthead only where something stands in it.

    Args:
        page: the lines at their places.
        language: of the document.
    """
    masthead = ""
    if page.has_masthead:
        masthead = "".join(
            (
                '<div class="masthead">\n',
                _place("organization", page.organization, language),
                _place("symbol", page.symbol, language),
                _place("treaty long" if is_long_treaty(page) else "treaty", page.treaty, language),
                _place("beside", page.beside, language),
                "</div>\n",
            )
        )
    return masthead + "".join(_line(line, language) for line in page.below)


def _place(name: str, lines: tuple[CoverLine, ...], language: str) -> str:
    written = "".join(_line(line, language) for line in lines)
    return f'<div class="{name}">\n{written}</div>\n' if lines else ""


def _line(line: CoverLine, language: str) -> str:
    match line.role:
        case Role.TITLE:
            return f'<h1 class="title">{write_inlines(line.children)}</h1>\n'
        case Role.SYMBOL:
            series, rest = split_symbol(without_marks(plain_text(line.children)))
            return f'<p><span class="series">{content(series)}</span>{content(rest)}</p>\n'
        case role:
            other = ' lang="en"' if is_in_english(line, language) else ""
            return f'<p class="{role}"{other}>{write_inlines(line.children)}</p>\n'


def _head(document: Document) -> str:
    turned = is_right_to_left(document.language)
    direction = ' dir="rtl"' if turned else ""
    styles = {medium: style_sheet(medium, turned=turned) for medium in ("screen", "print")}
    styles["print"] += _column_styles(document)
    if document.language.startswith("zh"):
        styles = {medium: style + style_sheet("chinese") for medium, style in styles.items()}
    facts = {
        "author": document.author,
        "description": document.subject,
        "keywords": document.symbol,
        "generator": f"reportgen {__version__}",
    }
    return "".join(
        (
            f"<!DOCTYPE html>\n<html lang={quoted(document.language)}{direction}>\n<head>\n",
            '<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(document, styles)}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>{content(document.title)}</title>\n",
            *(f'<meta name="{name}" content={quoted(fact)}>\n' for name, fact in facts.items() if fact),
            *(f'<style media="{medium}">{style}</style>\n' for medium, style in styles.items()),
            "</head>\n",
        )
    )


def _column_styles(document: Document) -> str:
    """Return widths of columns and sizes of letters in print, which attributes could not give under the policy."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    widths = sorted({width for table in tables for width in column_points(table)})
    sizes = sorted({letter_size(table) for table in tables} - {LETTERS})
    return "".join(
        (
            *(f".w{width} {{ width: {width}pt }}\n" for width in widths),
            *(f".s{size} td, .s{size} th {{ font-size: {size / 2:g}pt }}\n" for size in sizes),
            *(f".s{size} thead > tr > * {{ font-size: {size * 4 / 9:.2g}pt }}\n" for size in sizes),
        )
    )


def _policy(document: Document, styles: Mapping[str, str]) -> str:
    has_pictures = any(isinstance(block, Picture) for block in document.blocks)
    return content_policy(*styles.values(), has_pictures=has_pictures)


@cache
def style_sheet(medium: str, *, turned: bool = False) -> str:
    """Return the style sheet of a document for `screen` or `print`, or what Chinese adds to both, `chinese`.

    Args:
        medium: which of them.
        turned: whether the text reads from right to left, so that all stands at the other side.
    """
    folder = Path(__file__).parents[1] / "style"
    style = (folder / f"{medium}.css").read_text(encoding="utf-8")
    return mirror(style) + (folder / f"{medium}-rtl.css").read_text(encoding="utf-8") if turned else style


def mirror(style: str) -> str:
    """Return a style sheet for text from right to left: left and right change places, also in lists of four lengths.

    The sheets name sides rather than `inline-start`, which WeasyPrint knows only of some properties.
    """
    return _FOUR.sub(_turned, _SIDE.sub(lambda side: _OTHER[side[1]], style))


def _turned(found: re.Match[str]) -> str:
    top, right, bottom, left = found[2].split()
    return f"{found[1]}: {top} {left} {bottom} {right}"
