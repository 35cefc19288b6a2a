"""The commands that show what was changed between two versions: redline, corrigendum, build --redline-against."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import JUSTICE, make_project

from reportgen.cli.main import cli


def run(*arguments: str | Path, ends: int = 0) -> Result:
    """Run a command, which ends as expected."""
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments], catch_exceptions=False)
    assert ends == result.exit_code, result.output
    return result


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """The document that was sent, beside a project in which a figure was changed since."""
    project = make_project(tmp_path / "project")
    run("build", project, "--to", "docx", "--out", tmp_path)
    file = project / "submissions" / "justice.yaml"
    assert "348" in JUSTICE
    file.write_text(file.read_text(encoding="utf-8").replace("348", "351"), encoding="utf-8")
    return next(tmp_path.glob("*.docx"))


def test_a_redline_is_written_and_told(sent: Path) -> None:
    """Beside the project's own outputs, with the change by issue; JSON has the same."""
    project = sent.parent / "project"

    said = run("redline", sent, project).output
    facts = json.loads(run("redline", sent, project, "--format", "json", "--out", sent.parent / "r.docx").output)

    assert "[-348-] {+351+}" in said
    assert (project / "build" / "redline.docx").is_file()
    assert [str(sent.parent / "r.docx")] == facts["files"]
    assert "351" in json.dumps(facts)


def test_nothing_is_written_over_a_document(sent: Path) -> None:
    """Neither of the two files is a place for the redline, and both stay as they were."""
    before = sent.read_bytes()

    said = run("redline", sent, sent.parent / "project", "--out", sent, ends=2).output

    assert "is one of the documents" in said
    assert before == sent.read_bytes()


def test_what_is_no_word_file_is_refused(sent: Path, tmp_path: Path) -> None:
    """By its name, and no redline is written."""
    other = tmp_path / "other.docx"
    other.write_bytes(b"no Word file")

    assert f"{other}: error[RG650]" in run("redline", sent, other, ends=1).output
    assert not (tmp_path / "other-redline.docx").exists()


def test_a_corrigendum_says_what_to_read(sent: Path) -> None:
    """As DOCX, PDF and the sources of the corrected figures."""
    out = sent.parent / "corrected"

    run("corrigendum", sent, sent.parent / "project", "--out", out)

    (sources,) = out.glob("*-sources.txt")
    assert {".docx", ".pdf", ".txt"} == {path.suffix for path in out.iterdir()}
    assert "351" in sources.read_text(encoding="utf-8")


def test_without_a_change_there_is_no_corrigendum(sent: Path) -> None:
    """That is said, and no file is written."""
    out = sent.parent / "corrected"

    assert "nothing to correct" in run("corrigendum", sent, sent, "--out", out).output
    assert not out.exists()


def test_a_build_writes_its_redline(sent: Path) -> None:
    """Beside the document: the tracked changes, and what was changed as text, JSON and page."""
    project = sent.parent / "project"

    run("build", project, "--to", "docx", "--redline-against", sent)

    made = {path.name.partition("-redline")[2] for path in (project / "build").glob("*-redline.*")}
    assert {".docx", ".txt", ".json", ".html"} == made
