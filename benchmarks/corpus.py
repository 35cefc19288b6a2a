"""Reads real workbooks twice, by reportgen's reader and by openpyxl, and counts where the two differ.

    make corpus                                     # what some packages ship as test data, and the folder build/corpus
    .venv/bin/python benchmarks/corpus.py FOLDER…   # workbooks in folders and in .zip, .whl and .tar archives
    .venv/bin/python benchmarks/corpus.py --list FOLDER…    # with every difference

The same comparison as `receive` makes, over every sheet. What was seen is in corpus.md.
"""

import argparse
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.diagnostics import Diagnostic, Place
from reportgen.files.refusal import Refused
from reportgen.limits import FILE_BYTES
from reportgen.project.second import compare
from reportgen.project.workbook import read_every_sheet

_ENDINGS = (".xlsx",)


@dataclass
class Seen:
    """What was counted."""

    files: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    """Files that reportgen refuses, by the code and the reason."""
    once: Counter[str] = field(default_factory=Counter)
    """Files that openpyxl cannot open, by the reason."""
    cells: int = 0
    differing_files: int = 0
    differences: list[Diagnostic] = field(default_factory=list)


def main() -> None:
    """Read what the arguments name, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--list", action="store_true", help="print every difference")
    options = parser.parse_args()
    seen = Seen()
    for folder in options.folders:
        for name, data in workbooks(folder):
            read(name, data, seen)
    show(seen, every=options.list)
    sys.exit(0 if seen.files else "no workbooks were found")


def workbooks(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the workbooks in a folder, its archives included, in the order of their names."""
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        lowered = file.name.casefold()
        if not file.is_file():
            continue
        if lowered.endswith(_ENDINGS):
            yield str(file), file.read_bytes()
        elif lowered.endswith((".zip", ".whl")):
            with zipfile.ZipFile(file) as archive:
                for entry in archive.infolist():
                    if entry.filename.casefold().endswith(_ENDINGS) and entry.file_size <= FILE_BYTES:
                        yield f"{file.name}/{entry.filename}", archive.read(entry)
        elif lowered.endswith((".tar", ".tar.gz", ".tgz")):
            yield from _of_tar(file)


def _of_tar(file: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(file) as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() and member.size <= FILE_BYTES else None
            if stream is not None and member.name.casefold().endswith(_ENDINGS):
                yield f"{file.name}/{member.name}", stream.read()


def read(name: str, data: bytes, seen: Seen) -> None:
    """Read one workbook twice and count."""
    seen.files += 1
    try:
        sheets = read_every_sheet(data, name)
    except Refused as refused:
        seen.refused[f"{refused.diagnostic.code} {refused.diagnostic.message[:90]}"] += 1
        return
    found = compare(data, Place(name), sheets)
    once = [one.message for one in found if one.code == "RG235"]
    if once:
        seen.once[once[0]] += 1
        return
    seen.cells += sum(len(cells) for sheet in sheets for cells in sheet.rows.values())
    seen.differing_files += bool(found)
    seen.differences += found


def show(seen: Seen, *, every: bool) -> None:
    """Print the counts."""
    twice = seen.files - seen.refused.total() - seen.once.total()
    print(f"{seen.files:,} files: {twice:,} read twice, {seen.once.total():,} once, {seen.refused.total():,} refused")
    print(f"{seen.cells:,} cells compared; {len(seen.differences):,} differ, in {seen.differing_files:,} files")
    for title, counts in (("refused", seen.refused), ("read once", seen.once)):
        for reason, count in counts.most_common():
            print(f"  {title}: {count:,} {reason}")
    if every:
        for one in seen.differences:
            print(f"  {one.place}: {one.message}")


if __name__ == "__main__":
    main()
