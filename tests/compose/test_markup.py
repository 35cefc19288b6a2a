"""The output of templates as elements: what is kept while a project is watched is what reading anew gives."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from reportgen import remembering
from reportgen.compose.markup import Element, MarkupReader
from reportgen.diagnostics import Diagnostic

PIECES = (
    "<section>", "</section>", '<section data-at="a.html.j2:3">', "<p>", "</p>", '<p id="k">Words</p>',
    '<p class="x">Odd</p>', "<h2>", "</h2>", "<ul><li>", "</li></ul>", "<table><tbody><tr><td>",
    "</td></tr></tbody></table>", "<em>", "</em>", '<data value="1"></data>', "AT&T", "&amp;", "&am", "a < b ", "\n",
    "<!--", "-->", "<!DOCTYPE html>", "<script>", "</script>", "<br>", "</br>", "<p",
    " data-at='a.html.j2:7'>", "</body>",
)  # fmt: skip


def read(html: str) -> tuple[Element, list[Diagnostic]]:
    """The elements of a document, and what is wrong with it."""
    reader = MarkupReader()
    return reader.read(html), reader.diagnostics


def joined(element: Element) -> tuple[object, ...]:
    """An element as a value."""
    children = tuple(one if isinstance(one, str) else joined(one) for one in element.children)
    return element.tag, tuple(element.attributes.items()), element.at, children


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_stretches_that_are_kept_are_as_when_they_are_read(pieces: list[str]) -> None:
    """Also broken ones: the end of something outside, a comment over blocks, half a character reference."""
    html = "".join(pieces)
    root, problems = read(html)

    with patch.object(remembering, "_switches", ["on"]):
        for _ in range(2):
            again, found = read(html)
            assert joined(root) == joined(again)
            assert problems == found
