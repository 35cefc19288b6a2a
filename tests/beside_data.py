"""What is said of the words that a reply types beside figures from data."""

from collections.abc import Collection, Sequence
from pathlib import Path

from project import make_project

from reportgen.diagnostics import Diagnostic
from reportgen.pipeline import check_project

CODES = {
    "RG386",
    "RG387",
    "RG388",
    "RG389",
    "RG430",
    "RG431",
    "RG432",
    "RG433",
    "RG434",
    "RG450",
    "RG371",
}


def said_of(
    root: Path,
    data: str,
    texts: Sequence[str],
    answers: str = "",
    *,
    final: bool = False,
    codes: Collection[str] = CODES,
    **files: str,
) -> list[list[Diagnostic]]:
    """What is said of the words of each text, all of them replies of one report, each to an issue of its own.

    Args:
        root: where the project is made.
        data: the beginning of the submission, with its indicators.
        texts: of one line, or of several.
        answers: to questions, in the submission.
        final: whether the report is to be the final one.
        codes: which findings are meant.
        files: that replace or add some, as for `make_project`.
    """
    numbers = range(1, len(texts) + 1)
    issues = "\n".join(f"          - {{number: {number}, text: T., agencies: [justice]}}" for number in numbers)
    outline = f"parts:\n  - title: General\n    themes:\n      - issues:\n{issues}\n"
    submission, issue_at = f"{data}{answers}replies:\n", dict[int, int]()
    for number, text in enumerate(texts):
        submission += f"  - issue: {number + 1}\n    text: |\n"
        first = submission.count("\n") + 1
        submission += "".join(f"      {line}\n" if line else "\n" for line in text.rstrip("\n").split("\n"))
        issue_at |= dict.fromkeys(range(first, submission.count("\n") + 1), number)
    make_project(root, issues_yaml=outline, submissions__justice_yaml=submission, **files)
    said: list[list[Diagnostic]] = [[] for _ in texts]
    for one in check_project(root, final=final).diagnostics:
        line = one.place.line if one.place else None
        if one.code in codes and line in issue_at:
            said[issue_at[line]].append(one)
    return said


def words(diagnostic: Diagnostic) -> list[str]:
    """The code of a finding, and the words that it names."""
    return [diagnostic.code, diagnostic.message.partition("“")[2].partition("”")[0]]
