"""The pages in a real browser: nothing scrolls sideways, no figure breaks, and axe finds nothing.

Run by `make test-browser`, which needs Chromium; `make check` leaves these tests out.
"""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from build import document, figure, full_document, paragraph, table, words
from click.testing import CliRunner
from playwright.sync_api import Browser, Page
from project import make_project
from repository import ROOT

from reportgen.cli.main import cli
from reportgen.document.tree import Note
from reportgen.writers.html.writing import write_html

pytestmark = pytest.mark.browser

PHONE, TABLET, DESK = 360, 768, 1440
"""Widths of windows in pixels of CSS."""
LONG_WORD = "ab" * 30

BROKEN = r"""() => {
  const broken = [], range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const match of walker.currentNode.data.matchAll(/\d(?:[\d.,–\u00a0\u202f]*\d)?/g)) {
      range.setStart(walker.currentNode, match.index);
      range.setEnd(walker.currentNode, match.index + match[0].length);
      const tops = new Set([...range.getClientRects()].filter(box => box.width).map(box => Math.round(box.top)));
      if (tops.size > 1) broken.push(match[0]);
    }
  }
  return broken;
}"""
"""Returns the figures and years that stand on more than one line."""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def report_page(folder: Path) -> Path:
    """A report with every kind of block, a long word in text, note and table, and many figures and ranges of years."""
    years = ("2019", "2020", "2021", "2022", "2023")
    sums = tuple(figure(f"{1234567890 + number:,}", "sums", year) for number, year in enumerate(years))
    texts = [part for sum_ in sums for part in ("In 2019–2023 the courts awarded ", sum_, " tenge, and 2020/21. ")]
    wide = table("Sums by region", " | ".join(("Region", *years)), " | ".join((LONG_WORD, *["1,234,567,890"] * 5)))
    more = (paragraph(*texts, LONG_WORD, Note(words(f"https://example.org/{LONG_WORD}"))), wide)
    page = folder / "report.html"
    sample = full_document()
    page.write_text(write_html(document(*sample.blocks, *more, cover=sample.cover)), encoding="utf-8")
    return page


def status_page(folder: Path) -> Path:
    """The status of a project with an agency that sent nothing, and questions."""
    root = make_project(folder / "project")
    CliRunner().invoke(cli, ["status", str(root), "--format", "html"])
    return root / "build" / "status.html"


def audit_page(folder: Path) -> Path:
    """The audit of replies with slips."""
    page = folder / "audit.html"
    result = CliRunner().invoke(cli, ["audit", str(ROOT / "tests" / "published.txt"), "--format", "html"])
    page.write_text(result.stdout, encoding="utf-8")
    return page


PAGES = {"report": report_page, "status": status_page, "audit": audit_page}


@pytest.fixture(scope="session", params=PAGES)
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each page in turn."""
    made: Path = PAGES[request.param](tmp_path_factory.mktemp("pages"))
    return made


def opened(browser: Browser, file: Path, width: int, scheme: Literal["light", "dark"] = "light") -> Page:
    """The page in a window."""
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, file: Path, width: int, scheme: Literal["light", "dark"]) -> None:
    """Contrast, landmarks, names, heads of tables, and what scrolls can be reached with the keyboard."""
    page = opened(browser, file, width, scheme)
    found = Axe().run(page).response["violations"]

    assert [] == [(violation["id"], node["html"]) for violation in found for node in violation["nodes"]]


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
def test_nothing_scrolls_sideways(browser: Browser, file: Path, width: int) -> None:
    """A wide table scrolls inside its own element; a word of 60 letters wraps."""
    assert opened(browser, file, width).evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
def test_no_figure_or_year_breaks_inside(browser: Browser, file: Path, width: int) -> None:
    """In text, notes and cells; ranges of years stand on one line too."""
    assert [] == opened(browser, file, width).evaluate(BROKEN)


def test_the_measures_find_what_they_look_for(browser: Browser, tmp_path: Path) -> None:
    """A page with each fault is told from one without."""
    bad = tmp_path / "bad.html"
    bad.write_text(
        '<p style="width: 3em; word-break: break-all">1,234,567,890</p>'
        '<p style="width: 900px">wide</p><img src="x.png">',
        encoding="utf-8",
    )
    page = opened(browser, bad, PHONE)

    assert ["1,234,567,890"] == page.evaluate(BROKEN)
    assert page.evaluate(OVERFLOW) > 0
    assert "image-alt" in {violation["id"] for violation in Axe().run(page).response["violations"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_follows_the_scheme_of_the_reader(
    browser: Browser, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    """White letters on black at night, so that axe looks at two pages and not twice at one."""
    page = opened(browser, report_page(tmp_path), PHONE, scheme)
    paper = page.evaluate("() => getComputedStyle(document.body).backgroundColor")

    assert ("rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 24, 31)") == paper
