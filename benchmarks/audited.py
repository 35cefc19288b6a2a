"""A published report as text, to audit: 489 numbered paragraphs in which nothing is wrong.

    python benchmarks/audited.py FILE

Every third paragraph relates numbers, as in published replies; the rest is the filler of the other benchmarks.
"""

import sys
from pathlib import Path
from random import Random

from sentences import paragraph

PARAGRAPHS = 489
_CLAIMED_EVERY = 3
_CLAIMS = (
    (
        "In 2022, the office of district {n} received {total:,} complaints: {a:,} on wages, {b:,} on leave and {c:,} on"
        " safety."
    ),
    "In district {n}, {a:,} persons were registered in 2022 (compared with {b:,} in 2020 and {c:,} in 2021).",
    "Of the {total:,} applicants of district {n}, {a:,} were granted aid, including {less:,} women.",
    "In district {n}, {b:,} households were visited, of whom {less:,} had moved; {c:,} others were called in 2021.",
)


def report() -> str:
    """Return the report, with a heading for each issue."""
    chance = Random("audit 1")
    lines = ["Replies to the list of issues (CCPR/C/ARC/QPR/3)"]
    for number in range(1, PARAGRAPHS + 1):
        if number % 19 == 1:
            lines.append(f"\t\tReply to the issues raised in paragraph {number // 19 + 1}")
        text = paragraph(chance)
        if number % _CLAIMED_EVERY == 0:
            a, b, c = (100 + int(chance.random() * 9_000) for _ in range(3))
            claim = _CLAIMS[number // _CLAIMED_EVERY % len(_CLAIMS)]
            text += " " + claim.format(n=number, a=a, b=b, c=c, total=a + b + c, less=min(a, b) - 7)
        lines.append(f"{number}.\t{text}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(report(), encoding="utf-8")
