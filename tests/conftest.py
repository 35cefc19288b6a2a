"""What all tests share: golden files."""

from collections.abc import Callable
from pathlib import Path

import pytest

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
