"""The command: the real project against its own report, and against what is none."""

import json
from pathlib import Path
from shutil import copytree

from click.testing import CliRunner, Result
from word.word_edits import edited, retyped

from reportgen.cli.main import cli
from reportgen.document.walk import figures
from reportgen.pipeline import build_project, check_project

ROOT = Path(__file__).parents[2]
INPUTS = ROOT / "inputs"


def run(*arguments: object) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(cli, ["verify", *map(str, arguments)], catch_exceptions=False)


def built(folder: Path) -> Path:
    """The report of the inputs, as a file."""
    files = build_project(INPUTS, ["docx"]).files
    file = folder / "report.docx"
    file.write_bytes(next(data for name, data in files.items() if name.endswith(".docx")))
    return file


def test_the_real_report_and_an_edit(tmp_path: Path) -> None:
    """Build, then verify: nothing changed; a retyped figure is found with its cell, and the command ends with 1."""
    file = built(tmp_path)
    clean = run(INPUTS, file)
    file.write_bytes(edited(file.read_bytes(), retyped("348", "384", "In 2023, compensation was paid")))
    changed = run(INPUTS, file, "--format", "json")

    assert 0 == clean.exit_code
    assert clean.output.rstrip().endswith("unchanged; no text was edited")
    assert 1 == changed.exit_code
    (one,) = json.loads(changed.output)["changed"]
    assert ("victims", "348", "384", "paragraph 28") == tuple(
        one[name] for name in ("indicator", "old", "new", "where")
    )


def test_what_is_no_report_of_the_project(tmp_path: Path) -> None:
    """A file that is not there, one that is no document, and a project that cannot be read are each said."""
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"%PDF-1.7")

    assert "RG102" in run(INPUTS, tmp_path / "none.docx").output
    assert "RG802" in run(INPUTS, letter).output
    assert "RG118" in run(tmp_path, built(tmp_path)).output


def test_a_project_with_errors_is_no_measure(tmp_path: Path) -> None:
    """With a figure that cannot be read, others look wrong, and nobody may take the report for verified."""
    project, report, _ = with_annex(tmp_path)
    data = project / "submissions" / "justice.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("1507", "about 1507"), encoding="utf-8")
    result = run(project, report)

    assert 1 == result.exit_code
    assert "error[RG154]" in result.output
    assert "RG851" not in result.output


def with_annex(folder: Path) -> tuple[Path, Path, Path]:
    """A project whose annex is a document of its own, its report and its annex."""
    project = folder / "project"
    copytree(ROOT / "examples" / "minimal", project)
    settings = project / "report.yaml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\nannex: separate\n", encoding="utf-8")
    for name, data in build_project(project, ["docx"]).files.items():
        (folder / name).write_bytes(data)
    return project, folder / "CCPR-C-ARC-2.docx", folder / "CCPR-C-ARC-2-annex.docx"


def test_an_annex_that_is_a_document_of_its_own(tmp_path: Path) -> None:
    """The report is compared with the report, and the annex with the annex."""
    project, report, annex = with_annex(tmp_path)

    for file in (report, annex):
        result = run(project, file)

        assert result.output.rstrip().endswith("unchanged; no text was edited")
        assert 0 == result.exit_code


def test_an_edited_annex(tmp_path: Path) -> None:
    """A figure that was retyped in the annex is found there, and nothing of the report is missed."""
    project, _, annex = with_annex(tmp_path)
    old = next(one.text for one in figures(check_project(project).documents["CCPR-C-ARC-2-annex"]))
    annex.write_bytes(edited(annex.read_bytes(), retyped(old, "98,765")))

    result = run(project, annex, "--format", "json")

    assert [(old, "98,765")] == [(one["old"], one["new"]) for one in json.loads(result.output)["changed"]]
