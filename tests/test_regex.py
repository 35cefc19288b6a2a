"""Patterns that are compiled at their first use, and what patterns of the package may not be."""

import re
from pathlib import Path

import pytest

import reportgen
from reportgen.regex import regex

PACKAGE = Path(reportgen.__file__).parent
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")


def test_a_pattern_has_the_methods_of_the_compiled_one() -> None:
    """With its flags, for text and for bytes."""
    assert "Year" == regex("year", re.IGNORECASE).findall("one Year")[0]
    assert b"x" == regex(rb"\d(x)").sub(rb"\1", b"1x")


def test_a_wrong_expression_is_told_at_its_first_use() -> None:
    """Not where it is written."""
    pattern = regex("(")

    with pytest.raises(re.error):
        pattern.match("")


def test_no_group_is_possessive() -> None:
    r"""Python before 3.11.5 (gh-106052) lets such a group take what it has to give back: `\d+(,\d+)*+` took `2023,`.

    Debian 12 has Python 3.11.2, which read `2019–2023, 15` as no span of years.
    """
    found = [
        f"{path.relative_to(PACKAGE)}: {line.strip()}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "regex(" in line or 'r"' in line
        if POSSESSIVE_GROUP.search(line)
    ]

    assert [] == found
    assert POSSESSIVE_GROUP.search(r"(?:,\d++)*+")
    assert not POSSESSIVE_GROUP.search(r"(?:,\d++)*")
