"""What waits in `submissions/refused` is named, and a report does not leave without it."""

from pathlib import Path

from click.testing import CliRunner
from project import JUSTICE, make_project

from reportgen.agencies.final import judge_agencies
from reportgen.cli.main import cli
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.pipeline import build_project, check_project

INTERIOR = "agency: interior\nreplies:\n  - {issue: 2, text: Two courses were held.}\n"
CORRECTED = JUSTICE.replace("2023: 348", "2023: 384").replace("agency: justice", "agency: justice\ndate: 2024-02-01")


def received(root: Path, *options: str, **files: str) -> Path:
    """A project into which a correction that contradicts what is in force was received, with some options."""
    make_project(root, submissions__interior_yaml=INTERIOR, **files)
    came = root.parent / "came.yaml"
    came.write_text(CORRECTED, encoding="utf-8")
    CliRunner().invoke(cli, ["receive", str(root), str(came), *options])
    return root


def waiting(diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """What is said of files that wait."""
    return [one for one in diagnostics if one.code == "RG744"]


def test_a_report_does_not_leave_without_a_file_that_waits(tmp_path: Path) -> None:
    """The figure of the file that waits is another; a draft is built with a warning at the file, a final report not."""
    root = received(tmp_path / "project")
    with_names = [one.message for one in waiting(check_project(root).diagnostics)]
    draft, final = build_project(root, ("html",)), build_project(root, ("html",), final=judge_agencies)

    assert ["a file of Ministry of Justice waits here, and the report has nothing of what it says"] == with_names
    assert [Severity.WARNING] == [one.severity for one in waiting(draft.diagnostics)]
    assert draft.files
    (refused,) = waiting(final.diagnostics)
    assert (Severity.ERROR, f"{root}/submissions/refused/justice.yaml") == (refused.severity, str(refused.place))
    assert not final.files


def test_a_file_that_was_decided_waits_no_more(tmp_path: Path) -> None:
    """With --merge its figure counts, and the report leaves."""
    root = received(tmp_path / "project", "--merge")
    final = build_project(root, ("html",), final=judge_agencies)

    assert [] == waiting(final.diagnostics)
    assert b"384" in final.files["CCPR-C-ARC-2.html"]


def test_what_a_file_would_change_is_tried_without_the_one_that_waits(tmp_path: Path) -> None:
    """A trial of other contents, as receive and pull make it, says nothing of files that wait."""
    root = received(tmp_path / "project")

    assert [] == waiting(check_project(root, instead={"justice.yaml": CORRECTED.encode()}).diagnostics)


def test_other_things_in_the_folder_are_no_files_that_wait(tmp_path: Path) -> None:
    """Neither hidden files, nor what Excel and Windows leave there, nor a folder that leads out of the project."""
    root = make_project(tmp_path / "project")
    (root / "submissions" / "refused").mkdir()
    for name in (".DS_Store", "~$justice.xlsx", "Thumbs.db"):
        (root / "submissions" / "refused" / name).write_bytes(b"")
    outside = make_project(tmp_path / "other")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "justice.yaml").write_text(CORRECTED, encoding="utf-8")
    (outside / "submissions" / "refused").symlink_to(tmp_path / "elsewhere")

    assert [] == waiting(check_project(root).diagnostics)
    assert [] == waiting(check_project(outside).diagnostics)
