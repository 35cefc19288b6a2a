"""Writes sentences from made-up data, reads them back, and counts what is read, what contradicts and what is found.

    make rereading                                          # 15 minutes; the page is rereading.md
    .venv/bin/python benchmarks/rereading.py --minutes 1    # less
    .venv/bin/python benchmarks/rereading.py --sentences 1000000 --altered 10000

The same generator and the same comparison as in `tests/sentences/test_reading_back.py`, in which a few thousand run.
"""

import argparse
import platform
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

from reportgen import __version__

# In place of this folder, which has a `sentences.py`; the generator is kept with the tests.
sys.path[0] = str(Path(__file__).resolve().parent.parent / "tests")
from sentences.frames import referring  # noqa: E402
from sentences.made import generated  # noqa: E402
from sentences.rereading import Proof  # noqa: E402

PAGE = Path(__file__).parent / "rereading.md"
BATCH = 500
"""Draws between two looks at the clock; each has a seed of its own, so that the order of processes does not matter."""


def main() -> None:
    """Run batches until the time or the number of sentences is reached; print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--sentences", type=int, default=1_000_000, help="stop after so many, if the time suffices")
    parser.add_argument("--altered", type=int, default=10_000, help="alter one thing in so many of them")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--seed", default="rereading")
    options = parser.parse_args()
    begin, proof, spent = time.monotonic(), Proof(), 0.0
    with ProcessPoolExecutor(options.processes) as pool:
        for jobs in _rounds(options.seed, options.processes):
            is_altered = [proof.altered < options.altered] * len(jobs)
            for found, used in pool.map(batch, jobs, is_altered):
                proof, spent = proof.merged(found), spent + used
            if proof.sentences >= options.sentences or time.monotonic() - begin > options.minutes * 60:
                break
    text = page(proof, spent, options.seed)
    PAGE.write_text(text, encoding="utf-8")
    print(text)
    sys.exit("figures are unread, contradicted or not found" if not is_proved(proof) else 0)


def _rounds(seed: str, processes: int) -> Iterator[list[str]]:
    """Yield the seeds of as many batches as there are processes, again and again."""
    number = 0
    while True:
        yield [f"{seed} {number + place}" for place in range(processes)]
        number += processes


def batch(seed: str, is_altered: bool) -> tuple[Proof, float]:  # noqa: FBT001 - mapped over
    """Return what was counted in one batch, half of it generated paragraphs, and the processor time that it took."""
    chance, proof, begin = Random(seed), Proof(), time.process_time()
    for place in range(BATCH):
        for written in (generated if place % 2 else referring)(chance):
            proof.add(written, chance if is_altered else None)
    return proof, time.process_time() - begin


def is_proved(proof: Proof) -> bool:
    """Return whether the goals are reached: 99 per cent read, none contradicting, 99 per cent found."""
    return proof.read_share >= 99 and proof.caught_share >= 99 and proof.contradicting == proof.ill == 0


def page(proof: Proof, seconds: float, seed: str) -> str:
    """Return the figures as a page."""
    rows = (
        ("sentences written and read", f"{proof.sentences:,}", "1,000,000"),
        ("figures in them", f"{proof.figures:,}", ""),
        ("figures read with value, period and noun", f"{proof.read_share:.3f} %", "99 %"),
        ("figures unread", f"{proof.unread:,} ({100 - proof.read_share:.3f} %)", ""),
        ("paragraphs that contradict their data", f"{proof.contradicting:,}", "0"),
        ("paragraphs with a fault of grammar or spacing", f"{proof.ill:,}", "0"),
        ("paragraphs altered in one number, year or direction", f"{proof.altered:,}", "10,000"),
        ("of these found", f"{proof.caught_share:.2f} %", "99 %"),
    )
    lines = [
        "# Proof by re-reading",
        "",
        f"Written by `benchmarks/rereading.py`: reportgen {__version__}, Python {platform.python_version()},",
        f"seed “{seed}”,",
        f"{seconds:,.0f} seconds of one core, {proof.sentences / seconds:,.0f} sentences a second.",
        "",
        "| | counted | goal |",
        "| --- | --- | --- |",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
        "“With period and noun” is as far as the sentence names them: “The number fell from 12 to 9.” says no year.",
        "Where a span is compared with a single year, the audit warns of it; that is not counted as a contradiction.",
        "",
        "## The first that went wrong",
        "",
        *(
            f"- {one.split(chr(10))[0]}{chr(10)}{chr(10)}  > {one.split('    ', 1)[1]}{chr(10)}"
            for one in proof.shown[:20]
        ),
    ]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    main()
