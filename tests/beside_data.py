"""What is said of the words that a reply types beside figures from data."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from project import make_project

from reportgen.diagnostics import Diagnostic
from reportgen.pipeline import check_project

_CODES = {"RG386", "RG387", "RG388", "RG389", "RG430", "RG431", "RG432", "RG433", "RG434", "RG450"}


def said_of(
    root: Path, data: str, texts: Sequence[str], answers: str = "", *, final: bool = False
) -> list[list[Diagnostic]]:
    """What is said of the words of each text, all of them replies of one report, each to an issue of its own."""
    numbers = range(1, len(texts) + 1)
    issues = "\n".join(f"          - {{number: {number}, agencies: [justice]}}" for number in numbers)
    lines = [f"  - issue: {number}\n    text: |\n      {text}\n" for number, text in enumerate(texts, 1)]
    head = f"{data}{answers}replies:\n"
    outline = f"parts:\n  - title: General\n    themes:\n      - issues:\n{issues}\n"
    make_project(root, issues_yaml=outline, submissions__justice_yaml=head + "".join(lines))
    by_line = defaultdict[int, list[Diagnostic]](list)
    for one in check_project(root, final=final).diagnostics:
        if one.code in _CODES and one.place is not None and one.place.line is not None:
            by_line[one.place.line].append(one)
    first = head.count("\n") + 3
    return [by_line[first + 3 * at] for at in range(len(texts))]


def words(diagnostic: Diagnostic) -> list[str]:
    """The code of a finding, and the words that it names."""
    return [diagnostic.code, diagnostic.message.partition("“")[2].partition("”")[0]]
