"""The commands that show what was changed between two versions: redline, corrigendum, build --redline-against."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from commands import run_well
from project import JUSTICE, REPORT, make_project


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """The document that was sent, beside a project in which a figure was changed since."""
    project = make_project(tmp_path / "project")
    run_well("build", project, "--to", "docx", "--out", tmp_path)
    file = project / "submissions" / "justice.yaml"
    assert "348" in JUSTICE
    file.write_text(file.read_text(encoding="utf-8").replace("348", "351"), encoding="utf-8")
    return next(tmp_path.glob("*.docx"))


def test_a_redline_is_written_and_told(sent: Path) -> None:
    """Beside the project's own outputs, with the change by issue; JSON has the same."""
    project = sent.parent / "project"

    said = run_well("redline", sent, project).output
    facts = json.loads(run_well("redline", sent, project, "--format", "json", "--out", sent.parent / "r.docx").output)

    assert "[-348-] {+351+}" in said
    assert (project / "build" / "redline.docx").is_file()
    assert [str(sent.parent / "r.docx")] == facts["files"]
    assert "351" in json.dumps(facts)


@pytest.mark.parametrize("font", ['<w:color w:val="FFFFFF"/>', "<w:vanish/>", "<w:strike/>"])
def test_what_was_only_hidden_is_no_text_as_it_was(sent: Path, font: str) -> None:
    """White letters stand in the text as before, and nobody reads them; what was hidden before is no news."""
    hidden = sent.with_name("hidden.docx")
    with ZipFile(sent) as old, ZipFile(hidden, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode() if name == "word/document.xml" else old.read(name)
            new.writestr(
                name,
                re.sub(r"<w:r>(<w:t[^>]*>348<)", rf"<w:r><w:rPr>{font}</w:rPr>\1", part)
                if isinstance(part, str)
                else part,
            )

    said = run_well("redline", sent, hidden).stdout

    assert "the text is that of" not in said
    assert "not marked: " in said
    assert "348" in said
    for pair in ((hidden, hidden.with_name("again.docx")), (sent, sent.with_name("again.docx"))):
        pair[1].write_bytes(pair[0].read_bytes())
        assert "the text is that of" in run_well("redline", *pair).stdout


def test_nothing_is_written_over_a_document(sent: Path) -> None:
    """Neither of the two files is a place for the redline, and both stay as they were."""
    before = sent.read_bytes()

    said = run_well("redline", sent, sent.parent / "project", "--out", sent, ends=2).output

    assert "is one of the documents" in said
    assert before == sent.read_bytes()


def test_what_is_no_word_file_is_refused(sent: Path, tmp_path: Path) -> None:
    """By its name, and no redline is written."""
    other = tmp_path / "other.docx"
    other.write_bytes(b"no Word file")

    assert f"{other}: error[RG650]" in run_well("redline", sent, other, ends=1).output
    assert not (tmp_path / "other-redline.docx").exists()


def test_a_corrigendum_says_what_to_read(sent: Path) -> None:
    """As DOCX, PDF and the sources of the corrected figures."""
    out = sent.parent / "corrected"

    run_well("corrigendum", sent, sent.parent / "project", "--out", out)

    (sources,) = out.glob("*-sources.txt")
    assert {".docx", ".pdf", ".txt"} == {path.suffix for path in out.iterdir()}
    assert "351" in sources.read_text(encoding="utf-8")


def test_without_a_change_there_is_no_corrigendum(sent: Path) -> None:
    """That is said, and no file is written."""
    out = sent.parent / "corrected"

    assert "nothing to correct" in run_well("corrigendum", sent, sent, "--out", out).output
    assert not out.exists()


def test_a_build_writes_its_redline(sent: Path) -> None:
    """Beside the document: the tracked changes, and what was changed as text, JSON and page."""
    project = sent.parent / "project"

    run_well("build", project, "--to", "docx", "--redline-against", sent)

    made = {path.name.partition("-redline")[2] for path in (project / "build").glob("*-redline.*")}
    assert {".docx", ".txt", ".json", ".html"} == made


COMMANDS = ("redline", "corrigendum")


def changed(project: Path, old: str, new: str) -> None:
    """Change words of the submission of a project."""
    file = project / "submissions" / "justice.yaml"
    assert old in file.read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("side", ["old", "new"])
def test_a_project_with_errors_is_refused(sent: Path, tmp_path: Path, command: str, side: str) -> None:
    """A figure that cannot be read is no figure that was taken out: its place is said, and nothing is written."""
    project = tmp_path / "project"
    changed(project, "2023: 351", "2023: 35l")
    documents = (sent, project) if side == "new" else (project, sent)
    out = tmp_path / "out" / "made.docx"

    said = run_well(command, *documents, "--out", out if command == "redline" else out.parent, ends=1).output

    assert re.search(r"submissions/justice\.yaml:7:\d+: error\[RG154\]", said)
    assert "1,058" not in said
    assert not out.parent.exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_warnings_of_a_project_are_shown(sent: Path, tmp_path: Path, command: str) -> None:
    """Also where nothing was changed and in JSON; they are no reason to refuse."""
    project = tmp_path / "project"
    changed(project, "2022: 1058, ", "")
    out = tmp_path / "out" / "made.docx" if command == "redline" else tmp_path / "out"

    said = run_well(command, sent, project, "--out", out).output
    same = run_well(command, project, project, "--out", tmp_path / "same.docx").output
    facts = json.loads(run_well(command, project, project, "--out", tmp_path / "json.docx", "--format", "json").stdout)

    assert "warning[RG305]" in said
    assert 1 == same.count("warning[RG305]")
    assert "RG305" in [one["code"] for one in facts["diagnostics"]]
    assert [] == facts["changes"]


@pytest.mark.parametrize("name", ["changes.html", "changes", "report.yaml"])
def test_a_redline_is_a_word_file(sent: Path, tmp_path: Path, name: str) -> None:
    """Under another ending, the page beside it or an input would be written over."""
    said = run_well("redline", sent, tmp_path / "project", "--out", tmp_path / name, "--format", "html", ends=2).output

    assert "one that ends in .docx" in said
    assert not (tmp_path / name).exists()
    run_well("redline", sent, tmp_path / "project", "--out", tmp_path / "changes.DOCX", "--format", "html")
    assert (tmp_path / "changes.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_corrigendum_that_was_edited_is_kept(sent: Path, tmp_path: Path) -> None:
    """The date in it was set by hand; the same once more is no harm, and another number is another file."""
    command = ("corrigendum", sent, tmp_path / "project", "--out", tmp_path / "out")
    run_well(*command)
    run_well(*command)
    file = tmp_path / "out" / "CCPR-C-ARC-2-Corr.1.docx"
    file.write_bytes(b"with a date")
    before = {path: path.read_bytes() for path in file.parent.iterdir()}

    said = run_well(*command, ends=2).output

    assert f"{file} is there" in said.replace("\n", " ")
    assert before == {path: path.read_bytes() for path in file.parent.iterdir()}
    run_well(*command, "--number", "2")
    assert b"with a date" == file.read_bytes()
    assert file.with_name("CCPR-C-ARC-2-Corr.2.docx").is_file()


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """The report and the annex that were sent, beside a project in which a figure was changed since."""
    report = REPORT + "annex: separate\n"
    latest = JUSTICE.replace("victims | compared", "victims")
    project = make_project(tmp_path / "project", report_yaml=report, submissions__justice_yaml=latest)
    run_well("build", project, "--to", "docx", "--out", tmp_path)
    changed(project, "2022: 1058", "2022: 1059")
    return tmp_path


def test_an_annex_is_compared_with_the_annex(apart: Path) -> None:
    """The document of the project that fits is taken, and the other one is named as not compared."""
    project, annex = apart / "project", apart / "CCPR-C-ARC-2-annex.docx"

    said = run_well("redline", annex, project, "--out", apart / "r.docx").output
    back = run_well("redline", project, annex, "--out", apart / "r.docx").output
    corrected = run_well("corrigendum", annex, project, "--out", apart / "out").output

    assert "[-1,058-] {+1,059+}" in said
    assert "not compared: CCPR-C-ARC-2.docx of " in said
    assert "[-1,059-] {+1,058+}" in back
    assert "[-1,058-] {+1,059+}" in corrected


def test_an_annex_that_is_not_compared_is_named(apart: Path) -> None:
    """Where the report itself says what it said, the annex may say something else."""
    project, report = apart / "project", apart / "CCPR-C-ARC-2.docx"

    said = run_well("corrigendum", report, project, "--out", apart / "out").output
    facts = json.loads(run_well("redline", report, project, "--out", apart / "r.docx", "--format", "json").stdout)

    assert "not compared: CCPR-C-ARC-2-annex.docx of " in said
    assert "nothing to correct" in said
    assert [f"CCPR-C-ARC-2-annex.docx of {project.as_posix()}"] == facts["not_compared"]


def test_a_build_takes_the_document_that_fits(apart: Path) -> None:
    """The redline of the annex is named after it."""
    project = apart / "project"

    run_well("build", project, "--to", "docx", "--redline-against", apart / "CCPR-C-ARC-2-annex.docx")

    text = (project / "build" / "CCPR-C-ARC-2-annex-redline.txt").read_text(encoding="utf-8")
    assert "[-1,058-] {+1,059+}" in text
    assert "not compared: CCPR-C-ARC-2.docx\n" in text
