"""`build --watch`: after every change the outputs are those of a clean build, and only what is new is printed."""

import json
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from project import AGENCIES, ISSUES, JUSTICE, REPORT, make_project

from reportgen import remembering
from reportgen.cli import watching
from reportgen.cli.building import Made, Wanted, build_one
from reportgen.cli.main import cli
from reportgen.cli.printing import Printer
from reportgen.cli.watching import watch_project
from reportgen.diagnostics.render import as_json
from reportgen.files import snapshot as snapshots
from reportgen.pipeline import OutputFormat, build_project
from reportgen.review.page import Stamp

INTERIOR = JUSTICE.replace("agency: justice", "agency: interior").replace("victims", "persons").replace("fund", "help")
LINES = (
    "See {{ paragraph('fund') }} and (so) {{ paragraphs('fund', 'help') }}.",
    "*Few* persons had **help**, of which [the register](https://example.org/help) tells; CO~2~ is none of it.",
    "{{ reply(1) }} says more.{{ source('victims') }}",
    "In 2022, {{ victims | at(2022, unit=True) }} came:\n\n- Of all;\n- {{ victims | at(2022) }} of them in spring.",
    "Nobody else came.",
    "Table: Persons\n\n| Year | Persons |\n|---|---|\n| 2022 | {{ victims | at(2022) }} |\n| 2023 | {{ victims }} |",
)
"""Paragraphs of all kinds: what refers to other blocks, what is written from data, what is neither."""
OVERRIDE = "{% extends 'un/report.html.j2' %}\n{# mine #}\n"


@pytest.fixture(autouse=True)
def memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is kept for other tests."""
    monkeypatch.setattr(remembering, "_switches", [])


def watched(project: Path, capsys: pytest.CaptureFixture[str], *edits: Callable[[], object]) -> list[str]:
    """What is printed for the first build, and after each edit, as text."""
    printed: list[str] = []

    def changes() -> Iterator[None]:
        for edit in edits:
            printed.append(capsys.readouterr().out)
            edit()
            yield None

    watch_project(project, partial(build_one, project, Wanted(("html",))), Printer("text"), changes())
    return [*printed, capsys.readouterr().out]


def test_what_is_new_and_what_is_solved_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A warning that stands stays unsaid, also where its line moves; an error keeps the outputs as they were."""
    project = make_project(tmp_path)
    file, page = project / "submissions" / "justice.yaml", project / "build" / "CCPR-C-ARC-2.html"

    first, wrong, moved, mended = watched(
        project,
        capsys,
        lambda: file.write_text(JUSTICE.replace("victims |", "victms |"), encoding="utf-8"),
        lambda: file.write_text("\n\n" + JUSTICE.replace("victims |", "victms |"), encoding="utf-8"),
        lambda: file.write_text(JUSTICE.replace("348", "349"), encoding="utf-8"),
    )

    assert "warning[RG306]" in first
    assert "wrote" in first
    assert ["error[RG401]"] == [word for word in wrong.split() if word.startswith(("error[", "warning["))]
    assert "nothing was written: 1 error, " in wrong
    assert moved.endswith(wrong.splitlines()[-1].partition(" ")[2] + "\n")
    assert 1 == len(moved.splitlines())
    assert "solved[RG401]" in mended
    assert mended.endswith("built: 1 warning\n")
    assert "349" in page.read_text(encoding="utf-8")


def test_what_was_not_looked_at_is_not_solved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read hides the problems of all others, and they are not new when it can."""
    project = make_project(tmp_path)
    report, file = project / "report.yaml", project / "submissions" / "justice.yaml"
    wrong = JUSTICE.replace("victims |", "victms |")

    _, found, hidden, shown, solved = watched(
        project,
        capsys,
        lambda: file.write_text(wrong, encoding="utf-8"),
        lambda: report.write_text(REPORT + "x: [\n", encoding="utf-8"),
        lambda: report.write_text(REPORT, encoding="utf-8"),
        lambda: file.write_text(JUSTICE, encoding="utf-8"),
    )

    assert "error[RG401]" in found
    assert ("error[RG120]" in hidden, "solved" in hidden) == (True, False)
    assert ("solved[RG120]" in shown, "RG401" in shown) == (True, False)
    assert "solved[RG401]" in solved


def test_a_change_that_another_command_stood_in_the_way_of_is_built_later(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As soon as it is gone, without another change."""
    project, file = make_project(tmp_path), tmp_path / "submissions" / "justice.yaml"
    held = [False]

    def make(printer: Printer) -> Made:
        if held[0]:
            raise SystemExit(2)
        return build_one(project, Wanted(("html",)), printer)

    def changes() -> Iterator[object]:
        held[0] = True
        file.write_text(JUSTICE.replace("348", "349"), encoding="utf-8")
        yield True
        held[0] = False
        yield False
        assert "349" in (project / "build" / "CCPR-C-ARC-2.html").read_text(encoding="utf-8")
        capsys.readouterr()
        yield False

    watch_project(project, make, Printer("text"), changes())

    assert "" == capsys.readouterr().out


def test_nothing_is_built_where_nothing_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that was saved as it was, and what the build wrote itself, are no changes."""
    project = make_project(tmp_path)
    file = project / "submissions" / "justice.yaml"

    _, same, own = watched(
        project,
        capsys,
        lambda: file.write_bytes(file.read_bytes()),
        (project / "build" / "manifest.json").unlink,
    )

    assert ["", ""] == [same, own]


def test_a_change_during_a_build_is_built_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to save again: the build that read the old file is followed by another."""
    project = make_project(tmp_path)
    file, page = project / "submissions" / "justice.yaml", project / "build" / "CCPR-C-ARC-2.html"
    real = snapshots.take_snapshot
    taken: list[object] = []

    def take(root: Path) -> object:
        found = real(root)
        if not taken:
            file.write_text(JUSTICE.replace("944", "17"), encoding="utf-8")
        taken.append(found)
        return found

    monkeypatch.setattr("reportgen.cli.watching.take_snapshot", take)
    watch_project(project, partial(build_one, project, Wanted(("html",))), Printer("text"), iter(()))

    assert 3 == len(taken)
    assert page.exists()


EDITS: dict[str, Callable[[Path, int], object]] = {
    "value": lambda root, n: _write(root, "submissions/justice.yaml", JUSTICE.replace("348", str(340 + n))),
    "decimals": lambda root, n: _write(
        root, "submissions/justice.yaml", JUSTICE.replace("348", ("348", "348.0", "348.00")[n % 3])
    ),
    "label": lambda root, n: _write(root, "submissions/justice.yaml", JUSTICE.replace("victims who", f"{n} who")),
    "same": lambda root, n: _write(root, "submissions/interior.yaml", JUSTICE.replace("348", str(347 + n))),
    "words": lambda root, n: _write(
        root, "submissions/justice.yaml", JUSTICE.replace("went to", f"went in {2020 + n} to")
    ),
    "wrong": lambda root, n: _write(root, "submissions/justice.yaml", JUSTICE.replace("348", "x" * n)),
    "back": lambda root, _: _write(root, "submissions/justice.yaml", JUSTICE),
    "other": lambda root, n: _write(root, "submissions/interior.yaml", INTERIOR.replace("944", str(900 + n))),
    "no other": lambda root, _: (root / "submissions" / "interior.yaml").unlink(missing_ok=True),
    "issue": lambda root, n: _write(root, "issues.yaml", ISSUES.replace("General", f"General {n}")),
    "settings": lambda root, n: _write(root, "report.yaml", REPORT.replace("2024-03-15", f"2024-03-{10 + n}")),
    "agencies": lambda root, n: _write(root, "agencies.yaml", AGENCIES.replace("of Justice", f"of Justice {n}")),
    "template": lambda root, n: _write(root, "templates/report.html.j2", OVERRIDE * (n % 2) or "{{ nothing }}"),
    "no template": lambda root, _: shutil.rmtree(root / "templates", ignore_errors=True),
    "lines": lambda root, n: _write(root, "submissions/other.yaml", _lines([*LINES[n:], *LINES[:n]])),
    "fewer lines": lambda root, n: _write(root, "submissions/other.yaml", _lines(LINES[n:])),
    "moved lines": lambda root, n: _write(root, "submissions/other.yaml", "\n" * n + _lines(LINES)),
    "renamed": lambda root, n: _rename(root / "submissions" / "justice.yaml", f"justice-{n % 2}.yaml"),
}


def _write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def _lines(lines: Sequence[str]) -> str:
    text = "\n\n".join(lines).replace("\n", "\n      ")
    return f"agency: interior\nreplies:\n  - issue: 2\n    key: help\n    text: |\n      {text}\n"


def _rename(file: Path, name: str) -> None:
    if file.exists():
        file.rename(file.with_name(name))


FORMATS: tuple[OutputFormat, ...] = ("html", "docx", "json")


@settings(max_examples=20, deadline=None)
@given(edits=st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 5)), min_size=1, max_size=5))
def test_after_any_edits_all_is_as_a_clean_build_gives_it(edits: list[tuple[str, int]]) -> None:
    """Outputs, and everything that is found; what has errors leaves the outputs of the last build that had none."""
    with TemporaryDirectory() as folder, patch("click.echo") as echo, patch.object(remembering, "_switches", []):
        project = make_project(Path(folder))
        wanted: dict[str, bytes] = {}

        def compare() -> None:
            with patch.object(remembering, "_switches", []):
                clean = build_project(project, FORMATS)
            wanted.update(clean.files)
            assert wanted == {file.name: file.read_bytes() for file in (project / "build").glob("*")}
            printed = [json.loads(call.args[0]) for call in echo.call_args_list if call.args[0].startswith("{")]
            assert as_json(clean.diagnostics) == printed[-1]["diagnostics"]

        def changes() -> Iterator[None]:
            compare()
            for name, number in edits:
                EDITS[name](project, number)
                yield None
                compare()

        watch_project(project, partial(build_one, project, Wanted(FORMATS)), Printer("json"), changes())


_HEEDING = """
import signal
from reportgen.cli.main import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""
"""The command, which heeds Ctrl+C also where the tests run in the background, whose programs are made to ignore it."""


def test_the_system_tells_of_changes(tmp_path: Path) -> None:
    """The whole command: it builds, sees an edit, builds again, and ends well where it is interrupted."""
    project = make_project(tmp_path)
    page = project / "build" / "CCPR-C-ARC-2.html"
    command = [sys.executable, "-c", _HEEDING, "build", str(project), "--to", "html", "--watch"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True) as process:
        try:
            _wait_for(page.exists)
            for text in ("391", "392"):  # the first perhaps before the system is asked, the second surely after it
                _write(project, "submissions/justice.yaml", JUSTICE.replace("348", text))
                _wait_for(partial(_holds, page, text))
                assert text in page.read_text(encoding="utf-8")
            process.send_signal(signal.SIGINT)
            said = process.communicate(timeout=300)[1]
            assert (0, []) == (process.returncode, [line for line in said.splitlines() if not line.startswith("…")])
        finally:
            process.kill()


def _holds(page: Path, text: str) -> bool:
    return text in page.read_text(encoding="utf-8")


def _wait_for(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 300  # of a machine that does much else
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.05)


def test_a_folder_that_is_not_there_is_an_error_as_ever(tmp_path: Path) -> None:
    """Nothing is waited for."""
    result = CliRunner().invoke(cli, ["build", str(tmp_path / "nowhere"), "--watch"])

    assert 2 == result.exit_code
    assert "RG116" in result.output


def test_without_the_package_the_command_says_what_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra."""
    monkeypatch.setattr("reportgen.cli.watching.find_spec", lambda _: None)
    result = CliRunner().invoke(cli, ["build", str(make_project(tmp_path)), "--watch"])

    assert 2 == result.exit_code
    assert "pip install 'reportgen[watch]'" in result.output


def test_the_page_for_review_is_made_again_with_another_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By which a browser finds out; the stamp goes when the watch ends, and a page that nobody watches has none."""
    project = make_project(tmp_path)
    page, stamp = project / "build" / "review.html", project / "build" / "review.watch.svg"
    seen: list[tuple[str, str]] = []

    def look() -> None:
        size = re.search(r'width="(\d+)" height="(\d+)"', stamp.read_text(encoding="utf-8"))
        assert size is not None
        html = page.read_text(encoding="utf-8")
        assert f'data-file="review.watch.svg" data-size="{size[1]}x{size[2]}"' in html
        assert "img-src 'self' file:;" in html
        seen.append((size[0], html))

    def changes(_: Path) -> Iterator[None]:
        look()
        _write(project, "submissions/justice.yaml", JUSTICE.replace("348", "391"))
        yield None
        look()
        _write(project, "submissions/justice.yaml", JUSTICE.replace("victims |", "victms |"))
        yield None
        look()

    monkeypatch.setattr(watching, "_changes", changes)
    watched = CliRunner().invoke(cli, ["review", str(project), "--date", "2024-01-20", "--watch"])

    assert 0 == watched.exit_code
    assert "RG401" in watched.output
    assert 3 == len({size for size, _ in seen})
    assert [False, True] == ["391" in html for _, html in seen[:2]]
    assert not stamp.exists()
    assert 0 == CliRunner().invoke(cli, ["review", str(make_project(tmp_path / "b")), "--date", "2024-01-20"]).exit_code
    alone = (tmp_path / "b" / "build" / "review.html").read_text(encoding="utf-8")
    assert ("review:stamp" in alone, "img-src" in alone) == (False, False)


def test_a_public_page_is_not_watched(tmp_path: Path) -> None:
    """It is made once, of a report that is done."""
    result = CliRunner().invoke(cli, ["review", str(make_project(tmp_path)), "--public", "--watch"])

    assert 2 == result.exit_code
    assert "--watch is for the page of those who work" in result.output


@pytest.mark.parametrize(("one", "other"), [((1, 7), (2, 7)), ((1, 7), (1, 8)), ((4095, 0), (4096, 0))])
def test_stamps_differ_by_page_and_process(one: tuple[int, int], other: tuple[int, int]) -> None:
    """Each side of the picture can be told from nothing."""
    sizes = [Stamp("x", *each).size for each in (one, other)]

    assert sizes[0] != sizes[1]
    assert all(1 <= side <= 4096 for size in sizes for side in size)
