"""The browser that all tests of pages share."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the distribution ships it."""
    with sync_playwright() as playwright:
        options = ["--no-sandbox"]  # as root, as in a container of CI
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        yield chromium
        chromium.close()
