"""`docs/style.md` says what the rules are."""

from pathlib import Path

import pytest
from checks.style.style_page import BEGIN, END, with_rules

PAGE = Path(__file__).parents[3] / "docs" / "style.md"


def test_the_table_of_rules_is_current(request: pytest.FixtureRequest) -> None:
    """The table is made from the catalogue; `pytest --update-golden` writes it anew."""
    page = PAGE.read_text(encoding="utf-8")
    if request.config.getoption("--update-golden"):
        PAGE.write_text(with_rules(page), encoding="utf-8")
        page = PAGE.read_text(encoding="utf-8")

    assert BEGIN in page
    assert END in page
    assert with_rules(page) == page
