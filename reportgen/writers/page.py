"""Pages for the people who make a report, such as its status or an audit: one look, one policy, one renderer.

A page is complete in itself: nothing that a browser would fetch, and a policy that forbids it. Its template, its script
where it has one, and the style sheet of all pages ship with the program in `templates/pages/`; a project cannot replace
them.
"""

from collections.abc import Mapping
from html import unescape

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from msgspec import json, to_builtins

from reportgen import __version__
from reportgen.diagnostics import shown
from reportgen.document.direction import is_right_to_left, isolate, with_unicode_marks
from reportgen.files.shipped import shipped_folder
from reportgen.regex import regex
from reportgen.writers.policy import content_policy

_PIECE = regex(r"(?s)<(style|script)\b.*?</\1>|<[^>]*>|[^<]+")
_SAID = regex(r'\b(title|aria-label)="([^"]*)"')
"""Attributes whose words are read."""


def render_page(
    name: str,
    title: str,
    facts: Mapping[str, str],
    *,
    style: str = "",
    has_neighbours: bool = False,
    page_language: str = "en",
    **values: object,
) -> str:
    """Return a page as HTML.

    Args:
        name: of its template in `templates/pages/`, without the ending: `status`. A script of that name, `status.js`,
            is part of the page.
        title: of the page.
        facts: what stands under the title, as label and value.
        style: a style sheet of this page alone, after that of all pages.
        has_neighbours: whether it may look at pictures that stand beside it.
        page_language: of the words of the page; what reads otherwise than it is isolated.
        values: what the template prints. Text is escaped, and characters that cannot be shown become their codes.
    """
    folder, is_rtl = shipped_folder() / "pages", is_right_to_left(page_language)
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    styles = [text for text in ((folder / "page.css").read_text(encoding="utf-8"), style) if text]
    program = folder / f"{name}.js"
    script = program.read_text(encoding="utf-8") if program.exists() else ""
    page = environment.get_template(f"{name}.html.j2").render(
        title=title,
        facts=facts,
        styles=[Markup(text) for text in styles],
        script=Markup(script),
        policy=Markup(content_policy(*styles, script=script, has_neighbours=has_neighbours)),
        version=__version__,
        page_language=page_language,
        is_right_to_left=is_rtl,
        **values,
    )
    return _isolate_page(page) if is_rtl else page


def embed(data: object) -> Markup:
    """Return plain data as JSON that can stand in a page: whatever a text holds, it neither ends nor opens an element.

    Args:
        data: what msgspec can encode; text is made printable first.
    """
    encoded = json.encode(_printed(to_builtins(data, str_keys=True))).decode()
    for character in "<>&\u2028\u2029":
        encoded = encoded.replace(character, f"\\u{ord(character):04x}")
    return Markup(encoded)


def _printed(data: object) -> object:
    """Return data in which every text can be shown."""
    match data:
        case str():
            return data if data.isprintable() else _printable(data)
        case dict():
            return {_printed(key): _printed(value) for key, value in data.items()}
        case list() | tuple():
            return [_printed(value) for value in data]
        case _:
            return data


def _isolate_page(page: str) -> str:
    """Return a page from right to left in which what reads otherwise is isolated, also in words of attributes.

    Marks do it and not elements, since attributes can hold no elements.
    """
    return _PIECE.sub(lambda found: _isolate_piece(found[0]), page)


def _isolate_piece(piece: str) -> str:
    if not piece.startswith("<"):
        return escape(with_unicode_marks(isolate(unescape(piece))))
    if piece.startswith(("<style", "<script")):
        return piece
    return _SAID.sub(lambda found: f'{found[1]}="{escape(with_unicode_marks(isolate(unescape(found[2]))))}"', piece)


def _printable(value: object) -> object:
    """Return text fit to print, character by character, as long as it is; markup and numbers stay as they are."""
    return "".join(map(shown, value)) if isinstance(value, str) and not hasattr(value, "__html__") else value
