"""An edit while a project is watched: the processor time from the change to the outputs on disk, in one warm process.

    python benchmarks/edits.py FORMATS PROJECT EDITS

Prints JSON: the seconds of each edit. The words of one reply of one agency change each time; the first builds,
unmeasured, fill the caches. That the system tells of the change some 20 ms late is not in it.
"""

import gc
import io
import json
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path

import openpyxl

from reportgen.cli.building import Wanted, build_one
from reportgen.cli.printing import Printer
from reportgen.cli.watching import watch_project


def main(formats: str, source: Path, edits: int) -> None:
    """Watch a copy of a project, edit it, and print what was measured."""
    gc.set_threshold(200_000, 50, 100)  # as the command line does
    project = source.with_name("watched")
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(source, project)
    found: list[float] = []

    def changes() -> Iterator[None]:
        for number in range(edits + 1):
            edit(project / "submissions" / "agency-1.xlsx", number)
            start = time.process_time()
            yield None
            found.append(time.process_time() - start)

    with redirect_stdout(io.StringIO()):
        wanted = Wanted(tuple(formats.split(",")), pdf_engine="typst")  # type: ignore[arg-type] # names of formats
        watch_project(project, partial(build_one, project, wanted), Printer("text", "quiet"), changes())
    print(json.dumps(found[1:]))


def edit(file: Path, number: int) -> None:
    """Change the words of a reply."""
    book = openpyxl.load_workbook(file)
    cell = book["Replies"]["B2"]
    cell.value = f"{str(cell.value).partition(' Again')[0]} Again and again{' and again' * number}."
    book.save(file)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
