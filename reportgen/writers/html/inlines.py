"""Inlines as HTML: text, figures that show their source, links, references and the marks of notes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportgen.document import tree
from reportgen.document.walk import change_inlines, plain_text, walk_inlines
from reportgen.regex import regex
from reportgen.writers.html.escaping import anchor, content, quoted
from reportgen.writers.html.notes import comma, footnote, is_of_table, table_call

WHOLE = regex(
    r"(?<![\w/.-])[A-Z]{1,5}(?:/[A-Z0-9][A-Z0-9.-]{0,12}){2,6}(?![\w/])|(?<!\w)\d{1,4}(?:–\d{1,4}){1,2}(?!\w)"
)
"""What is not broken over lines: the symbol of a document, such as `CCPR/C/KAZ/CO/2`, and years such as `2020–2023`."""
SAFE_ADDRESS = regex(r"(?:https?|mailto):", re.IGNORECASE)


def write_inlines(inlines: tree.Inlines, table: int = 0) -> str:
    """Return inlines as HTML.

    Args:
        inlines: the inlines.
        table: the number of the table in which they stand; 0: none.
    """
    if not any(isinstance(inline, tree.Note) for inline in inlines):
        return "".join([_inline(inline, table) for inline in inlines])
    return "".join(_with_commas(inlines, table))


def _with_commas(inlines: tree.Inlines, table: int) -> Iterator[str]:
    yield _inline(inlines[0], table)
    for before, inline in pairwise(inlines):
        if isinstance(before, tree.Note) and isinstance(inline, tree.Note):
            yield comma(before)
        yield _inline(inline, table)


def _inline(inline: tree.Inline, table: int) -> str:
    match inline:
        case tree.Text():
            return WHOLE.sub(r'<span class="whole">\g<0></span>', content(inline.text))
        case tree.Figure():
            return _figure(inline)
        case tree.Emphasis():
            tag = "strong" if inline.strong else "em"
            return f"<{tag}>{write_inlines(inline.children, table)}</{tag}>"
        case tree.Raised():
            tag = "sub" if inline.is_lowered else "sup"
            return f"<{tag}>{write_inlines(inline.children, table)}</{tag}>"
        case tree.Citation():
            return write_inlines(inline.children, table)
        case tree.Reference():
            return _reference(inline)
        case tree.Link():
            return _link(inline, table)
        case tree.Note():
            return _note(inline, table)
        case tree.LineBreak():
            return "<br>"


def _reference(reference: tree.Reference) -> str:
    text = content(reference.text)
    return text if reference.is_side or not text else f'<a href="#{anchor(reference.target)}">{text}</a>'


def _figure(figure: tree.Figure) -> str:
    """Return a figure with a tooltip that says what it was made from: `cases, 2023: submissions/court.xlsx:Data!D4`.

    The value of a `data` element is for machines (HTML, 4.5.13): digits and a point; a word that is no number has none.
    On a page for review, a figure is a button instead; on paper, where its indicator is empty, it is text on one line.
    """
    if figure.button is not None:
        name, classes = quoted(figure.button.name), figure.button.classes
        return f'<button type="button" class="figure {classes}" id={name}>{content(figure.text)}</button>'
    if not figure.indicator:
        return f'<span class="whole">{content(figure.text)}</span>'
    periods = ", ".join(figure.periods)
    places = "; ".join(str(place) for place in figure.places)
    made_from = f"{figure.indicator}, {periods}: {places}"
    tag, value = ("span", "") if figure.value is None else ("data", f" value={quoted(f'{figure.value:f}')}")
    return (
        f'<{tag} class="figure"{value} data-indicator={quoted(figure.indicator)}'
        f" data-periods={quoted(periods)} title={quoted(made_from)}>{content(figure.text)}</{tag}>"
    )


def _link(link: tree.Link, table: int) -> str:
    """Return a link, or its text alone where the address is none that a reader may be sent to.

    A link cannot hold another: references in it become text, and notes stand behind it.
    """
    if not SAFE_ADDRESS.match(link.address):
        return write_inlines(link.children, table)
    text = write_inlines(change_inlines(link.children, without_link))
    notes = tuple(inline for inline in walk_inlines(link.children) if isinstance(inline, tree.Note))
    return f'<a href={quoted(link.address)} rel="noopener noreferrer">{text}</a>{write_inlines(notes, table)}'


def without_link(inline: tree.Inline) -> tree.Inline:
    """Return an inline as it may stand within a link, which cannot hold another."""
    match inline:
        case tree.Reference():
            return tree.Text(inline.text)
        case tree.Link():
            return tree.Text(plain_text(inline.children))
        case tree.Note():
            return tree.Text("")
        case _:
            return inline


def _note(note: tree.Note, table: int) -> str:
    if table and is_of_table(note):
        return table_call(table, note)
    return footnote(note, write_inlines(note.children))
