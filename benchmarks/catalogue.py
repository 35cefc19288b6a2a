"""Five hundred sentences, written as `reportgen phrase` writes them.

    python benchmarks/catalogue.py cases FILE       makes the file of cases: the conformance cases, over and over
    python benchmarks/catalogue.py write FILE       prints the processor seconds that writing takes, without imports

The second is one process's time for reading, checking and writing all cases, after one unmeasured case.
"""

import sys
import time
from pathlib import Path

CASES = Path(__file__).resolve().parent.parent / "tests" / "sentences" / "phrases.yaml"
SENTENCES = 500


def make_cases(file: Path) -> None:
    """Write `SENTENCES` cases, each under an id of its own."""
    items = CASES.read_text(encoding="utf-8").split("\n- id: ")[1:]
    chosen = (items[number % len(items)] for number in range(SENTENCES))
    renamed = (f'- id: "{number}"\n{item.partition(chr(10))[2]}' for number, item in enumerate(chosen))
    file.write_text("\n".join(renamed), encoding="utf-8")


def write_cases(file: Path) -> float:
    """Return the seconds that writing all cases takes."""
    from reportgen.phrases import write_phrases

    first = file.with_suffix(".first.yaml")
    first.write_text("- {id: a, text: '{{ x | compared }}', indicators: {x: {values: {2022: 1, 2023: 2}}}}\n")
    write_phrases(first)
    start = time.process_time()
    written = write_phrases(file)
    seconds = time.process_time() - start
    if len(written.phrased) != SENTENCES or not all(phrased.ok for phrased in written.phrased):
        sys.exit("not all cases gave their text")
    return seconds


if __name__ == "__main__":
    if sys.argv[1] == "cases":
        make_cases(Path(sys.argv[2]))
    else:
        print(write_cases(Path(sys.argv[2])))
