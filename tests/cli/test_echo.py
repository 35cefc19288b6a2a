"""What cannot be printed stops no work, and what stands in the way of the machine is no traceback."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run_well
from project import JUSTICE, make_project

from reportgen import __main__
from reportgen.cli import main

INTERIOR = "agency: interior\nreplies:\n  - {issue: 2, text: Shelters were opened.}\n"
FULL = Path("/dev/full")


def process(*arguments: object, **options: object) -> "subprocess.CompletedProcess[str]":
    """Run a command in a process of its own."""
    called = [sys.executable, "-m", "reportgen", *map(str, arguments)]
    return subprocess.run(called, text=True, check=False, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return] # options are few


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that waits for what its two agencies sent, which stands beside it."""
    root = make_project(tmp_path / "project", submissions__justice_yaml=JUSTICE)
    (root / "submissions" / "justice.yaml").rename(tmp_path / "one.yaml")
    (tmp_path / "other.yaml").write_text(INTERIOR, encoding="utf-8")
    return root


def test_all_files_are_received_although_nobody_reads_on(project: Path, tmp_path: Path) -> None:
    """As with `| head -1`: the files behind the first line are not left out in silence."""
    reader, writer = os.pipe()
    os.close(reader)

    ended = process("receive", project, tmp_path / "one.yaml", tmp_path / "other.yaml", stdout=writer)

    os.close(writer)
    assert (0, "") == (ended.returncode, ended.stderr)
    assert ["interior.yaml", "justice.yaml"] == sorted(path.name for path in (project / "submissions").glob("*.yaml"))


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has it")
def test_a_full_disk_behind_the_output_is_told(project: Path, tmp_path: Path) -> None:
    """The file is received, and nobody is told that nothing was written."""
    with FULL.open("w") as stream:
        ended = process("receive", project, tmp_path / "one.yaml", stdout=stream)

    assert ended.returncode == 2
    assert ended.stderr == "not all could be printed: No space left on device; everything else was done as usual\n"
    assert (project / "submissions" / "justice.yaml").is_file()


def test_an_import_without_room_is_refused(tmp_path: Path) -> None:
    """Also in the passing folder in which it is tried out."""
    report = Path(__file__).parents[2] / "examples" / "published" / "report.txt"

    ended = process(
        *("import", report, tmp_path / "new"),
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},  # half a compiled file would be left for all others
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)),
    )

    assert (2, "") == (ended.returncode, ended.stderr)
    assert "error[RG602]" in ended.stdout
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("command", ["receive", "review", "redline"])
def test_links_that_lead_to_themselves_are_named(project: Path, tmp_path: Path, command: str) -> None:
    """Whatever a command asks of them first."""
    link = tmp_path / "link.docx"
    link.symlink_to(link)
    arguments: tuple[object, ...] = (
        (project, "--against", link, "--out", link) if command == "review" else (project, link)
    )

    said = run_well(command, *arguments, ends=2).output

    assert "Traceback" not in said
    assert "link.docx" in said


def test_an_interruption_before_the_command_begins_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """While modules are loaded, click does not look for it yet."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "main", interrupted)

    with pytest.raises(SystemExit, match="Aborted!"):
        __main__.main()


HOST = """
import atexit, sys
atexit.register(print, "what the host does at its end")
from reportgen.__main__ import main
for code in ("RG000", "RG301"):
    sys.argv = ["reportgen", "explain", code]
    try:
        main()
    except SystemExit as ended:
        print(ended.code)
sys.exit(7)
"""


def test_a_program_that_calls_the_command_and_goes_on_ends_as_it_says() -> None:
    """With what it registered for its end, such as the history of a notebook, and with its own exit code."""
    ended = subprocess.run([sys.executable, "-c", HOST], capture_output=True, text=True, check=False)

    assert ended.returncode == 7
    assert ended.stdout.startswith("2\nRG301")
    assert ended.stdout.endswith("\n0\nwhat the host does at its end\n")
