"""Pages for coordinators: one look, one policy, and text that stays text."""

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError

from reportgen.files.shipped import shipped_folder
from reportgen.writers.page import render_page


def audit_page(title: str, facts: dict[str, str] | None = None) -> str:
    """The smallest page there is: an audit without findings."""
    return render_page("audit", title, facts or {}, summary=[], places=[], right=[])


def test_a_page_allows_its_one_style_sheet_and_nothing_else() -> None:
    """The policy names the hash of the style that stands in the page; there is no script and nothing to fetch."""
    page = audit_page("Audit of replies.txt")
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    known = b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert f"content=\"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'\"" in page
    assert [] == re.findall(r"<script|src=|href=|url\(|@import", page)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a & b", "a &amp; b"),
        ('"quoted"', "&#34;quoted&#34;"),
        ("{{ 7 * 7 }}", "{{ 7 * 7 }}"),
        ("turned \u202eback", "turned \\u202Eback"),
        ("Қазақстан – “yes”", "Қазақстан – “yes”"),
    ],
)
def test_text_of_others_stays_text(text: str, written: str) -> None:
    """Marks are escaped, expressions are not evaluated, and what cannot be shown is written as its code."""
    page = audit_page(text, {"Found": text})

    assert f"<h1>{written}</h1>" in page
    assert f"<dt>Found</dt><dd>{written}</dd>" in page


def test_a_long_text_is_not_cut() -> None:
    """A page has room: what is cut in a line of the terminal stands here in full."""
    assert f"<dd>{'word ' * 300}</dd>" in audit_page("Audit", {"Found": "word " * 300})


def test_every_page_has_a_dark_and_a_printed_form() -> None:
    """The one style sheet knows dark screens, narrow ones and paper, and every class of a template."""
    folder = shipped_folder() / "pages"
    style = (folder / "page.css").read_text(encoding="utf-8")
    templates = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.j2"))
    classes = {name for names in re.findall(r'class="([a-z -]+)"', templates) for name in names.split()}

    assert all(query in style for query in ("prefers-color-scheme: dark", "max-width: 40rem", "@media print"))
    assert [] == [name for name in sorted(classes) if f".{name}" not in style]


def test_what_a_template_lacks_is_an_error() -> None:
    """A misspelled name in a template of ours is our own bug, never an empty place in a page."""
    with pytest.raises(UndefinedError, match="'summary' is undefined"):
        render_page("audit", "Audit", {})


def test_every_element_is_closed() -> None:
    """The page is well formed."""
    left: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            del attrs
            left.extend([tag] if tag != "meta" else [])

        def handle_endtag(self, tag: str) -> None:
            assert tag == left.pop()

    Reader().feed(audit_page("Audit"))
    assert [] == left
