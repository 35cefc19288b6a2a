"""How long the page for review takes to open in Chromium, for `inputs` and for a report of 2,000 figures.

    python benchmarks/opening.py

Prints the figures and the size of each page, and the milliseconds from the first byte to the end of its script, the
best of five: a browser waits for its processes, and the least of several is what the page itself costs.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import content
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
REPORTGEN = Path(sys.executable).parent / "reportgen"
INDICATORS, AGENCIES_OF_AN_ISSUE = 350, 14
"""With so many, a report of 489 paragraphs prints 2,000 figures."""
ROUNDS = 5
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_READY = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


def main() -> None:
    """Measure both pages."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        many = Path(folder) / "many"
        content.INDICATORS, content.ANSWERING = INDICATORS, AGENCIES_OF_AN_ISSUE
        content.write_project(many, 1)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        for project in (ROOT / "inputs", many):
            page = Path(folder) / "page.html"
            subprocess.run([REPORTGEN, "review", project, "--out", page], check=True, stdout=subprocess.DEVNULL)
            print(measured(browser, page, project.name))
        browser.close()


def measured(browser: Browser, page: Path, name: str) -> str:
    """Return a line on one page.

    Args:
        browser: opens it, in a new tab each time.
        page: the file.
        name: what is said of it.
    """
    times = []
    for _ in range(ROUNDS):
        tab = browser.new_page()
        tab.goto(page.as_uri())
        times.append(tab.evaluate(_READY))
        figures, paragraphs = (tab.locator(css).count() for css in ("button.figure", ".report .number"))
        tab.close()
    size = page.stat().st_size / 1e6
    return f"{name}: {figures:,} figures, {paragraphs:,} paragraphs, {size:.1f} MB: {min(times):.0f} ms"


if __name__ == "__main__":
    main()
