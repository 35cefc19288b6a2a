"""What commands print in each form, how much, and how they end."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run
from hypothesis import given
from hypothesis import strategies as st
from project import JUSTICE, make_project

from reportgen.cli.github import annotation, annotations
from reportgen.diagnostics import Place, Severity, diagnose
from reportgen.diagnostics.explanations import explanations

WRONG = JUSTICE.replace("{{ victims | compared }}", "{{ victms | compared }}")


# ---- --format github --------------------------------------------------------------------------------------------


def test_a_finding_of_a_text_is_an_annotation_of_its_line(tmp_path: Path) -> None:
    """The message, then the notes and the hint, in one line; nothing else is printed."""
    root = make_project(tmp_path, submissions__justice_yaml=WRONG)
    lines = run("check", root, "--format", "github").stdout.splitlines()

    assert all(re.match(r"::(error|warning|notice) ", line) for line in lines)
    (error,) = [line for line in lines if line.startswith("::error")]
    file = f"{root.as_posix()}/submissions/justice.yaml".replace(":", "%3A").replace(",", "%2C")
    assert error.startswith(f"::error file={file},line=13,col=")
    assert ",title=RG401::" in error
    assert "%0A" in error


def test_a_cell_and_a_paragraph_stand_before_the_message() -> None:
    """An annotation has no place for them."""
    cell = diagnose("RG306", Place("a.xlsx", sheet="In, or: out", cell="F14"), number=2, agency="justice")
    texts = ("wrong", "")

    assert annotations([cell]).startswith("::warning file=a.xlsx,title=RG306::In, or: out!F14: issue 2")
    assert "::error file=a.docx,title=x::paragraph 7: wrong" == annotation(
        Severity.ERROR, "x", texts, Place("a.docx", paragraph=7)
    )
    assert "::error title=x::wrong" == annotation(Severity.ERROR, "x", texts, None)
    assert "::notice file=a.docx,title=x::wrong" == annotation(Severity.INFO, "x", texts, Place("a.docx"))


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(Severity))
def test_no_text_ends_or_begins_an_annotation(file: str, message: str, severity: Severity) -> None:
    """One line comes out, and it reads back as what went in."""
    written = annotation(severity, "RG301", (message,), Place(file, 1))
    head, _, text = written[2:].partition("::")
    values = dict(part.split("=", 1) for part in head.split(" ", 1)[1].split(","))
    decode = {"%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ",", "%25": "%"}

    assert not set("\r\n") & set(written)
    assert message == re.sub("%0A|%0D|%25", lambda one: decode[one[0]], text)
    assert {"file", "line", "title"} == set(values)
    assert ":" not in values["file"]


@pytest.mark.parametrize(
    "command",
    [("build", "--to", "html"), ("status",), ("budget",), ("workbooks",), ("feedback",), ("style",), ("upgrade",)],
    ids=lambda one: one[0],
)
def test_every_command_prints_findings_as_annotations_and_nothing_else(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    """A line of an agency's text could be such a command as well."""
    root = make_project(tmp_path / "p", submissions__justice_yaml=WRONG + "\n      ::error::injected\n")
    printed = run(command[0], root, *command[1:], "--format", "github").stdout.splitlines()

    assert all(re.match(r"::(error|warning|notice) (file|title)=", line) for line in printed)


def test_phrases_that_are_not_as_expected_are_annotations(tmp_path: Path) -> None:
    """The wrong text, and the case that cannot be written."""
    cases = tmp_path / "cases.yaml"
    cases.write_text(
        "- {id: a, text: 'It was {{ x }}.', indicators: {x: {values: {2023: 15}}}, expect: It was 16.}\n"
        "- {id: b, text: 'It was {{ y }}.', indicators: {x: {values: {2023: 15}}}}\n"
    )
    result = run("phrase", cases, "--format", "github")

    assert 1 == result.exit_code
    assert ["RG401", "phrase"] == re.findall(r"title=(\w+)::", result.stdout)
    assert "a: not as expected%0AIt was [-16.-] {+15.+}" in result.stdout


# ---- --quiet and --verbose --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "PROJECT"),
        ("build", "PROJECT", "--to", "html"),
        ("workbooks", "PROJECT"),
        ("feedback", "PROJECT"),
        ("remind", "PROJECT"),
        ("style", "PROJECT"),
        ("upgrade", "PROJECT"),
        ("clear", "PROJECT", "--issue", "1", "--by", "A. Person"),
        ("rollover", "PROJECT", "PROJECT-2"),
        ("correct", "PROJECT", "--symbol", "CCPR/C/ARC/2-3"),
        ("schema", "PROJECT-schema"),
        ("receive", "PROJECT", "PROJECT/submissions/justice.yaml"),
    ],
    ids=lambda one: one[0],
)
def test_quiet_prints_nothing_where_there_is_no_error(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Neither warnings, steps, nor what was done."""
    make_project(tmp_path / "p")
    words = [one.replace("PROJECT", str(tmp_path / "p")) for one in arguments]
    result = run(*words, "--quiet")

    assert (0, "", "") == (result.exit_code, result.stdout, result.stderr)


def test_quiet_prints_errors(tmp_path: Path) -> None:
    """All of them, and no warning beside them; before the command it means the same."""
    root = make_project(tmp_path, submissions__justice_yaml=WRONG)
    result = run("check", root, "-q")

    assert 1 == result.exit_code
    assert "error[RG401]" in result.stdout
    assert "warning" not in result.stdout
    assert result.output == run("--quiet", "check", root).output


def test_quiet_leaves_what_the_command_was_called_for(tmp_path: Path) -> None:
    """A status and a budget are the answer itself, and JSON stays whole for programs."""
    root = make_project(tmp_path)

    assert "justice" in run("status", root, "-q").stdout
    assert run("budget", root).stdout == run("budget", root, "-q").stdout
    assert run("check", root, "--format", "json").stdout == run("check", root, "--format", "json", "-q").stdout


def test_verbose_says_the_steps_and_what_codes_mean(tmp_path: Path) -> None:
    """The steps on standard error, with the version and every file that was read; each code once."""
    root = make_project(tmp_path)
    plain, verbose = run("check", root), run("check", root, "--verbose")

    assert "… reading" in verbose.stderr
    assert f"… read {root.as_posix()}/submissions/justice.yaml" in verbose.stderr
    assert verbose.stderr.startswith("… reportgen ")
    assert "" == plain.stderr
    assert 1 == verbose.stdout.count(f"RG306 means: {explanations()['RG306'].meaning}")
    assert set(plain.stdout.splitlines()) < set(verbose.stdout.splitlines())


def test_verbose_leaves_json_to_programs(tmp_path: Path) -> None:
    """What is printed beside it goes to standard error."""
    root = make_project(tmp_path)
    plain, verbose = run("check", root, "--format", "json"), run("check", root, "--format", "json", "-v")

    assert json.loads(verbose.stdout) == json.loads(plain.stdout)


# ---- exit codes -------------------------------------------------------------------------------------------------

OF_PROJECTS = [
    ("check", "PROJECT"),
    ("build", "PROJECT", "--to", "html"),
    ("status", "PROJECT"),
    ("status", "PROJECT", "--format", "html", "--out", "OUT/status.html"),
    ("budget", "PROJECT"),
    ("style", "PROJECT"),
    ("style", "PROJECT", "--fix"),
    ("workbooks", "PROJECT"),
    ("feedback", "PROJECT"),
    ("remind", "PROJECT"),
    ("receive", "PROJECT", "new.yaml"),
    ("receive", "PROJECT", "--undo", "justice"),
    ("clear", "PROJECT", "--issue", "1", "--by", "A. Person"),
    ("upgrade", "PROJECT"),
    ("correct", "PROJECT", "--symbol", "CCPR/C/ARC/3"),
    ("rollover", "PROJECT", "OUT/next"),
    ("explain", "PROJECT", "victims"),
    ("verify", "PROJECT", "edited.docx"),
    ("audit", "PROJECT"),
]
"""Every command that reads a project."""


@pytest.mark.parametrize("shape", ["text", "json", "github"])
@pytest.mark.parametrize("arguments", OF_PROJECTS, ids=" ".join)
def test_a_folder_that_is_not_there_is_a_wrong_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], shape: str
) -> None:
    """Each ends with 2, says so, and makes nothing of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.yaml").write_text(JUSTICE)
    (tmp_path / "edited.docx").write_bytes(b"PK\x03\x04")
    before = sorted(tmp_path.rglob("*"))
    words = [one.replace("PROJECT", "nosuch").replace("OUT", str(tmp_path)) for one in arguments]
    result = run(*words, *(() if "--format" in words else ("--format", shape)))

    assert 2 == result.exit_code, result.output
    assert "nosuch" in result.output
    assert before == sorted(tmp_path.rglob("*"))


@pytest.mark.parametrize("arguments", [one for one in OF_PROJECTS if one[0] not in {"style", "audit"}], ids=" ".join)
def test_a_file_in_the_place_of_a_folder_is_a_wrong_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """As a folder that is not there; the hint says what is wanted. `style` and `audit` read files as well."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.yaml").write_text(JUSTICE)
    (tmp_path / "edited.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "p").write_text("x")
    words = [one.replace("PROJECT", "p").replace("OUT", str(tmp_path)) for one in arguments]
    result = run(*words)

    assert 2 == result.exit_code, result.output
    assert "p is a file" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "PROJECT", "nosuch.docx"),
        ("receive", "PROJECT", "nosuch.xlsx"),
        ("style", "nosuch.docx"),
        ("audit", "nosuch.docx"),
        ("phrase", "nosuch.yaml"),
        ("import", "nosuch.txt", "new"),
    ],
    ids=" ".join,
)
def test_a_file_that_is_not_there_is_a_wrong_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """Where it was named in the call; and so is a folder in the place of a file."""
    monkeypatch.chdir(tmp_path)
    make_project(tmp_path / "p")
    words = [one.replace("PROJECT", "p") for one in arguments]

    assert 2 == run(*words).exit_code
    if arguments[0] in {"verify", "phrase", "import"}:
        (tmp_path / "folder").mkdir()
        assert 2 == run(*("folder" if one.startswith("nosuch") else one for one in words)).exit_code


def test_a_file_of_the_project_that_cannot_be_read_is_an_error_in_it(tmp_path: Path) -> None:
    """Nobody named it in the call."""
    root = make_project(tmp_path)
    (root / "submissions" / "labour.yaml").symlink_to(tmp_path.parent / "elsewhere.yaml")

    assert 1 == run("check", root).exit_code


@pytest.mark.parametrize("mode", [0o000, 0o100, 0o400], ids=oct)
def test_a_folder_that_may_not_be_read_stands_in_the_way(tmp_path: Path, mode: int) -> None:
    """It ends with 2 and no traceback; as root, who may read anything, another account is taken."""
    root = make_project(tmp_path / "p")
    tmp_path.chmod(0o755)
    for folder in tmp_path.parents:
        if folder.is_relative_to("/tmp/") and folder != Path("/tmp"):  # noqa: S108 - where pytest puts it
            folder.chmod(folder.stat().st_mode | 0o055)
    root.chmod(mode)
    code = (  # all is loaded before, since the other account need not be able to read where it is installed
        "import os, sys\nfrom reportgen.cli.main import main\n"
        "import click._textwrap, reportgen.cli.commands.check\n"
        "if os.getuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        f"sys.argv = ['reportgen', 'check', {str(root)!r}]\nmain()"
    )
    ended = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, env=os.environ)
    root.chmod(0o755)

    assert 2 == ended.returncode, ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


def test_json_shows_letters_as_they_are(tmp_path: Path) -> None:
    """Who reads it in a log, or searches in it, finds the words that were written, in whatever script."""
    root = make_project(tmp_path, submissions__justice_yaml=WRONG)

    assert "“victms”" in run("check", root, "--format", "json").stdout


NAME = "reply\x1b[31m\nof\u202ejustice"
"""As the name of a file that was sent may be: a colour, a second line, and letters from right to left."""


def test_the_name_of_a_file_that_was_sent_is_no_command(tmp_path: Path) -> None:
    """Neither of what came in, nor of a document that was edited."""
    root = make_project(tmp_path / "project")
    sent, edited = (tmp_path / f"{NAME}.{ending}" for ending in ("yaml", "docx"))
    sent.write_text(JUSTICE.replace("348", "351"), encoding="utf-8")
    run("build", root, "--to", "docx", "--out", tmp_path)
    next(tmp_path.glob("*.docx")).rename(edited)

    for arguments in (("receive", root, sent), ("verify", root, edited), ("redline", edited, root)):
        said = run(*arguments).output

        assert NAME not in said
        assert "reply\\u001B[31m\\u000Aof\\u202Ejustice" in said
