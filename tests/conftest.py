"""What all tests share: golden files, how Hypothesis searches, and the browser of the tests of pages."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from reportgen.diagnostics import catalogue, shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("search", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "search"))
"""At a desk each run looks at new examples; in CI all runs look at the same ones, so that a change is what fails.
`HYPOTHESIS_PROFILE=deep pytest tests/sentences` searches for a long time."""

PUBLISHED = Path(__file__).parent / "published.txt"
"""Replies as a State publishes them, with the slips that such replies have; State, words and figures are made up."""

GOLDEN = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites the golden files; their diff is then read like code."""
    parser.addoption("--update-golden", action="store_true", help="write what the tests give as the new golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """A function that compares text with the golden file at a path below `tests/golden/`."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(path: str, text: str) -> None:
        file = GOLDEN / path
        if update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.exists(), f"tests/golden/{path} is missing; write it with: pytest --update-golden"
        assert file.read_text(encoding="utf-8") == text

    return compare


@pytest.fixture(scope="session", autouse=True)
def no_message_says_none() -> Iterator[None]:
    """A value of a message that was not found is a fault of ours, whatever else a test looks at."""

    def named(value: object) -> str:
        assert value is not None, "a message would say “None”"
        return shown(value)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "shown", named)
        yield


@pytest.fixture(scope="session")
def published() -> bytes:
    """The text of replies as a State publishes them."""
    return PUBLISHED.read_bytes()


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Chromium as the distribution ships it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        options = ["--no-sandbox"]  # as root, as in a container of CI
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        yield chromium
        chromium.close()
