"""Writes sentences from made-up data, reads them back, and counts what is read, what contradicts and what is found.

    make rereading                                          # 15 minutes; the page is rereading.md
    .venv/bin/python benchmarks/rereading.py --minutes 1    # less
    .venv/bin/python benchmarks/rereading.py --minutes 600 --processes 2    # until there are 1,000,000

What is counted is kept batch by batch in `build/rereading.jsonl`: a run that is stopped, or whose time is up, is
continued by the next one with the same seed. Where the code has changed it begins anew: the figures are of one state.
The same generator and the same comparison as in `tests/sentences/test_reading_back.py`, in which a few thousand run.
"""

import argparse
import platform
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from functools import reduce
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random

import msgspec

from reportgen import __version__

ROOT = Path(__file__).resolve().parent.parent
# In place of this folder, which has a `sentences.py`; the generator is kept with the tests.
sys.path[0] = str(ROOT / "tests")
from languages.proving import Counts, prove  # noqa: E402
from languages.rereading import TONGUES  # noqa: E402
from sentences.frames import referring  # noqa: E402
from sentences.made import generated  # noqa: E402
from sentences.rereading import Proof  # noqa: E402

PAGE = ROOT / "benchmarks/rereading.md"
STATE = ROOT / "build/rereading.jsonl"
DRAWS = 500
"""Draws of a batch; each batch has a seed of its own, so that neither order nor number of processes matters."""
LANGUAGE_DRAWS = 2000
"""Series that are written of in each language but English."""
_ALTERED = 350
"""Paragraphs of a batch that are altered at least, where any are."""


class Batch(msgspec.Struct, frozen=True):
    """What was counted in one batch."""

    number: int
    seconds: float
    """Of processor time."""
    proof: Proof


def main() -> None:
    """Run batches until the time or the number of sentences is reached; print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--sentences", type=int, default=1_000_000, help="stop after so many, if the time suffices")
    parser.add_argument("--altered", type=int, default=10_000, help="alter one thing in so many paragraphs")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--seed", default="rereading")
    options = parser.parse_args()
    batches = _read_state(options.seed)
    proof, end = _merged(batches.values()), time.monotonic() + options.minutes * 60
    for found in _run(options, set(batches), end) if proof.sentences < options.sentences else ():
        batches[found.number] = found
        with STATE.open("ab") as state:
            state.write(msgspec.json.encode(found) + b"\n")
        proof = proof.merged(found.proof)
        if proof.sentences >= options.sentences:
            break
    # In the order of their numbers, so that the same batches give the same page.
    proof = _merged(batches[number] for number in sorted(batches))
    with ProcessPoolExecutor(options.processes) as pool:
        others = dict(zip(TONGUES, pool.map(prove_language, [options.seed] * len(TONGUES), TONGUES), strict=True))
    text = page(proof, sum(one.seconds for one in batches.values()), options.seed, others)
    PAGE.write_text(text, encoding="utf-8")
    print(text)
    is_all = is_proved(proof) and all(map(is_language_proved, others.values()))
    sys.exit(0 if is_all else "figures are unread, contradicted or not found")


def _merged(batches: Iterable[Batch]) -> Proof:
    return reduce(Proof.merged, (one.proof for one in batches), Proof())


def _read_state(seed: str) -> dict[int, Batch]:
    """Return the batches that were counted before with this seed and this code; without any, a new file is begun."""
    head = msgspec.json.encode({"seed": seed, "code": _hash_of_code()})
    lines = STATE.read_bytes().split(b"\n") if STATE.exists() else []
    if lines[:1] != [head]:
        STATE.parent.mkdir(exist_ok=True)
        STATE.write_bytes(head + b"\n")
        return {}
    # What stands behind the last line break was written while the run was stopped.
    found = [msgspec.json.decode(line, type=Batch) for line in lines[1:-1]]
    STATE.write_bytes(b"\n".join([*lines[:-1], b""]))
    return {one.number: one for one in found}


def _hash_of_code() -> str:
    """Return a hash of all code that writes, reads or compares."""
    files = sorted(
        [
            *(ROOT / "reportgen").rglob("*.py"),
            *(ROOT / "tests/sentences").glob("*.py"),
            *(ROOT / "tests/languages").glob("*.py"),
            Path(__file__),
        ]
    )
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def _run(options: argparse.Namespace, known: set[int], end: float) -> Iterator[Batch]:
    """Yield the batches that are not known, as they are counted, until the time is up."""
    numbers = (number for number in count() if number not in known)
    running: set[Future[Batch]] = set()
    with ProcessPoolExecutor(options.processes) as pool:
        while time.monotonic() < end:
            while len(running) < options.processes:
                number = next(numbers)
                is_altered = number * _ALTERED < options.altered
                running.add(pool.submit(run_batch, options.seed, number, is_altered=is_altered))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (one.result() for one in done)


def run_batch(seed: str, number: int, *, is_altered: bool) -> Batch:
    """Return what was counted in one batch, half of it generated paragraphs."""
    chance, proof, begin = Random(f"{seed} {number}"), Proof(), time.process_time()
    for place in range(DRAWS):
        for written in (generated if place % 2 else referring)(chance):
            proof.add(written, chance if is_altered else None)
    return Batch(number, time.process_time() - begin, proof)


def is_proved(proof: Proof) -> bool:
    """Return whether the goals are reached: 99 per cent read, none contradicting, 99 per cent found."""
    return proof.read_share >= 99 and proof.caught_share >= 99 and proof.contradicting == proof.ill == 0


def prove_language(seed: str, tag: str) -> Counts:
    """Return what was counted in another language than English."""
    return prove(Random(f"{seed} {tag}"), tag, LANGUAGE_DRAWS)


def is_language_proved(counts: Counts) -> bool:
    """Return whether nothing contradicts the data, and 99 of 100 alterations are found."""
    return not counts.contradicting and len(counts.missed) * 100 <= counts.texts


def page(proof: Proof, seconds: float, seed: str, others: Mapping[str, Counts]) -> str:
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
        *languages_table(others),
        *_examples("Paragraphs that contradict their data", proof.shown),
        *_examples("Alterations that were not found", proof.overlooked),
    ]
    return "\n".join(lines).rstrip() + "\n"


def languages_table(others: Mapping[str, Counts]) -> list[str]:
    """Return what was counted in the other languages, a row each, and the alterations that were not found."""
    rows = (
        f"| {tag} | {one.texts:,} | {one.figures:,} | {one.dated / max(one.series_figures, 1):.1%} "
        f"| {len(one.contradicting):,} | {1 - len(one.missed) / max(one.texts, 1):.2%} |"
        for tag, one in others.items()
    )
    return [
        "## Other languages",
        "",
        "Series and shares, one thing altered in every paragraph; read by the signs of numbers, years and a few words.",
        "",
        "| | paragraphs | figures | of series, read with their year | contradicting | alterations found |",
        "| --- | --- | --- | --- | --- | --- |",
        *rows,
        "",
    ]


def _examples(title: str, shown: list[str]) -> list[str]:
    """Return the first of the paragraphs that went wrong, each below what is wrong with it."""
    split = (one.split("\n    ", 1) for one in shown[:20])
    items = [f"- {problem}\n\n  > {text}\n" for problem, text in split]
    return [f"## {title}", "", *(items or ["None.\n"])]


if __name__ == "__main__":
    main()
