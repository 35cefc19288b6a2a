"""Finds runs of words that this project shares with a published report, outside names and titles.

The figures of `inputs/` are those of CCPR/C/KAZ/3; its words are to be our own. The texts of replies, the labels of
indicators and the questions are compared with the report, of which the text is given in one or more files. A figure
that is a reference ends a run, and the words of names and titles do not count: those with a capital letter, with the
small words between them.

    python inputs/own_words.py REPORT.txt...

It prints each shared run with its place, and ends with 1 where there is one.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from reportgen import load
from reportgen.model import Noun, Report

ROOT = Path(__file__).resolve().parent
LONGEST = 8
"""Words that a shared run has at the least."""
REFERENCE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
SMALL = {"of", "the", "on", "and", "for", "to", "in", "against", "with", "from", "related", "their", "a"}
"""Words that stand between the capital letters of a name: `Act on State Protection of Parties`."""
BREAK = ""
"""Stands where a reference stood; it is never shared."""


def words_of(text: str) -> list[str]:
    """The words of a text as they stand, with a break where a figure is a reference."""
    pieces = (WORD.findall(piece.replace("\N{NO-BREAK SPACE}", " ")) for piece in REFERENCE.split(text))
    return [word for number, piece in enumerate(pieces) for word in ([BREAK] if number else []) + piece]


def runs_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All runs of the length that counts, in small letters."""
    small = [word.casefold() for word in words]
    return (tuple(small[start : start + LONGEST]) for start in range(len(small) - LONGEST + 1))


def shared_runs(words: Sequence[str], published: set[tuple[str, ...]]) -> Iterator[list[str]]:
    """The longest runs of a text that are published as well, each as it stands in the text."""
    is_shared = [BREAK not in run and run in published for run in runs_of(words)]
    for shared, places in groupby(range(len(is_shared)), key=is_shared.__getitem__):
        if shared:
            first, *more = places
            yield list(words[first : (more[-1] if more else first) + LONGEST])


def own_words(run: Sequence[str]) -> list[str]:
    """The words of a run that belong to no name or title."""
    is_capital = [word[0].isupper() or word[0].isdigit() for word in run]
    return [word for place, word in enumerate(run) if not is_capital[place] and not _joins(run, is_capital, place)]


def _joins(run: Sequence[str], is_capital: Sequence[bool], place: int) -> bool:
    """Whether only small words stand between a word and words with a capital, on both sides."""
    before = next((other for other in range(place, -1, -1) if run[other].casefold() not in SMALL), None)
    after = next((other for other in range(place, len(run)) if run[other].casefold() not in SMALL), None)
    return all(other is not None and other != place and is_capital[other] for other in (before, after))


def texts_of(report: Report) -> Iterator[tuple[str, str]]:
    """Each text of the project with its place: questions, replies and labels."""
    for issue in report.outline.issues:
        for text in (issue.text or "", *issue.questions):
            yield f"issue {issue.number}", text
    for submission in report.submissions:
        for reply in submission.replies:
            for text in re.split(r"\n\s*\n", reply.text):
                yield f"{submission.agency}, issue {reply.issue}", text
        for key, indicator in submission.indicators.items():
            for label in (indicator.label, *(part.label for part in indicator.breakdown)):
                yield f"{submission.agency}, {key}", label.other if isinstance(label, Noun) else label or ""


def find_shared(report: Report, published: str) -> list[tuple[str, str]]:
    """The place and the words of each run that is shared outside names and titles.

    Args:
        report: the project.
        published: the text of the published report.
    """
    runs = {run for line in published.splitlines() for run in runs_of(words_of(line))}
    return [
        (place, " ".join(run))
        for place, text in texts_of(report)
        for run in shared_runs(words_of(text), runs)
        if len(own_words(run)) >= LONGEST
    ]


def main(files: Sequence[str]) -> int:
    """Compare the project with the files of the report, and say what they share."""
    if not files:
        sys.exit(__doc__)
    report = load(ROOT).report
    if report is None:
        sys.exit("inputs/ cannot be read: reportgen check inputs says why")
    found = find_shared(report, "\n".join(Path(file).read_text(encoding="utf-8") for file in files))
    for place, run in found:
        print(f"{place}: {run}")
    print(f"{len(found)} runs of {LONGEST} words or more are shared outside names and titles")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
