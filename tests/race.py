"""Pairs of commands at once, as a program: `python tests/race.py PAIRS` prints how many submissions were lost.

Each pair is two processes that receive a workbook of the same agency into one project.
"""

import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

from faults import KILLED, make_workbook
from project import make_project

from reportgen.cli.main import cli


def main(pairs: int) -> int:
    """Run pairs; every version that was accepted must lie in the project afterwards."""
    lost = 0
    with tempfile.TemporaryDirectory(prefix="reportgen-") as name:
        folder = Path(name)
        files = [folder / f"{number}.xlsx" for number in (1, 2)]
        for number, file in enumerate(files):
            file.write_bytes(make_workbook(300 + number))
        link = folder / "the same folder"
        link.symlink_to(folder / "project")
        _receive(make_project(folder / "warm-up"), files[0])
        for _ in range(pairs):
            shutil.rmtree(folder / "project", ignore_errors=True)
            make_project(folder / "project")
            wanted = {_digest(file) for file in (*files, folder / "project/submissions/justice.yaml")}
            children = [_start(root, file) for root, file in zip((folder / "project", link), files, strict=True)]
            codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
            found = {_digest(path) for path in (folder / "project/submissions").rglob("*") if path.is_file()}
            lost += codes != [0, 0] or not wanted <= found
    print(f"lost {lost} of {pairs}")  # noqa: T201 - it is what this program is for
    return 1 if lost else 0


def _start(root: Path, file: Path) -> int:
    child = os.fork()
    if child == 0:
        try:
            code = _receive(root, file)
        except BaseException:  # noqa: BLE001 - the parent counts it
            code = KILLED
        os._exit(code)
    return child


def _receive(root: Path, file: Path) -> int:
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stdout = sys.stderr = nowhere
        try:
            cli.main(args=["receive", "--replace", str(root), str(file)], prog_name="reportgen")
        except SystemExit as ended:
            return int(ended.code or 0)
        finally:
            sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    return 0


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
