"""Read what the page of codes says of each. `docs/diagnostics.md` is the one place of these texts; the wheel has it."""

import html
import re
from functools import cache
from pathlib import Path

from msgspec import Struct

from reportgen.regex import regex

_SECTION = regex(r"^### (RG\d{3}): (.+)\n\n\*(\w+)\.\* (.+)\n\nExample: (.+)$", re.MULTILINE)


class CodeExplanation(Struct, frozen=True):
    """The section of a code."""

    title: str
    severity: str
    meaning: str
    """What the rule is, and why there is one; two or three sentences."""
    example: str
    """An input that gives the code, and what to write instead."""


@cache
def explanations() -> dict[str, CodeExplanation]:
    """Return the sections of the page by their codes, in its order."""
    package = Path(__file__).parents[1]
    pages = (root / "docs" / "diagnostics.md" for root in (package, package.parent))
    page = next(path for path in pages if path.is_file()).read_text(encoding="utf-8")
    return {
        code: CodeExplanation(title, severity, meaning, html.unescape(example))
        for code, title, severity, meaning, example in _SECTION.findall(page)
    }
