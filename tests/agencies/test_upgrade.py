"""Upgrading in the middle of a cycle: formats of projects and of workbooks, and what a version changes."""

import datetime as dt
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from commands import run
from project import JUSTICE, REPORT, make_project

from reportgen.agencies.clear import clear_issues
from reportgen.agencies.cleared import content_of, digest
from reportgen.agencies.format import with_format
from reportgen.files.input_file import hash_of
from reportgen.model.report import PROJECT_FORMAT
from reportgen.pipeline import check_project
from reportgen.project import read_project

MINIMAL = Path(__file__).parents[2] / "examples" / "minimal"
EARLIER = Path(__file__).parent / "earlier_workbooks"
"""Workbooks that the version before `format:` wrote for examples/minimal."""
NAME = "CCPR-C-ARC-2"


def upgrade(root: Path, *options: str) -> dict[str, Any]:
    """What an upgrade says, for programs."""
    facts: dict[str, Any] = json.loads(run("upgrade", root, "--format", "json", *options).stdout)
    return facts


def reworded(root: Path, old: str, new: str, ending: str = "html") -> None:
    """Make the last build one of a version that put some words otherwise."""
    path, manifest = root / "build" / f"{NAME}.{ending}", root / "build" / "manifest.json"
    text = path.read_text(encoding="utf-8")
    assert new in text
    path.write_text(text.replace(new, old), encoding="utf-8")
    facts = json.loads(manifest.read_text(encoding="utf-8"))
    facts["reportgen"], facts["outputs"][path.name] = "0.0.9", hash_of(path.read_bytes())
    manifest.write_text(json.dumps(facts), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose one issue was cleared and built."""
    issues = "parts: [{title: General, themes: [{issues: [{number: 1, agencies: [justice]}]}]}]\n"
    root = make_project(tmp_path / "project", issues_yaml=issues)
    cleared = clear_issues(root, [1], "Deputy Minister", dt.date(2024, 2, 1))
    (root / "clearances.yaml").write_bytes(cleared.files["clearances.yaml"])
    return root


def build(root: Path, *options: str) -> None:
    """Build the project."""
    result = run("build", root, *options)
    assert 0 == result.exit_code, result.output


# ---- the format of a project ------------------------------------------------------------------------------------


def test_a_project_without_a_format_has_the_oldest(tmp_path: Path) -> None:
    """Missing is 1; what this version writes is newer, and both are read."""
    old = read_project(make_project(tmp_path / "old")).report
    new = read_project(make_project(tmp_path / "new", report_yaml=f"format: {PROJECT_FORMAT}\n{REPORT}")).report

    assert old is not None
    assert new is not None
    assert (1, PROJECT_FORMAT) == (old.settings.format, new.settings.format)


def test_a_newer_format_is_one_error(tmp_path: Path) -> None:
    """Nothing else is said of files that another version wrote; `--watch` looks at what was read of them."""
    report = f"{REPORT}format: {PROJECT_FORMAT + 1}\nnew_field: yes\n"
    root = make_project(tmp_path, report_yaml=report, issues_yaml="pages: 7\n")
    loaded = read_project(root)
    (found,) = loaded.diagnostics

    assert ("RG740", f"{tmp_path}/report.yaml:9:9") == (found.code, str(found.place))
    assert [f"{tmp_path}/report.yaml"] == [file.name for file in loaded.inputs]


@pytest.mark.parametrize("written", ["0", "-1", "two", "2.5", "true"])
def test_a_format_that_is_none_is_refused_at_its_place(tmp_path: Path, written: str) -> None:
    """It is a whole number from 1 on."""
    root = make_project(tmp_path, report_yaml=f"format: {written}\n{REPORT}")

    assert f"{tmp_path}/report.yaml:1:9" in {str(one.place) for one in read_project(root).diagnostics}


def test_new_projects_have_the_newest_format(tmp_path: Path) -> None:
    """Those of init, rollover and import."""
    options = ("--treaty", "ccpr", "--state", "ARC", "--name", "Arcania", "--cycle", "4", "--years", "2024-2027")
    assert 0 == run("init", tmp_path / "init", *options).exit_code
    assert 0 == run("rollover", MINIMAL, tmp_path / "next").exit_code
    published = Path(__file__).parents[2] / "examples" / "published" / "report.txt"
    run("import", published, tmp_path / "import")

    for name in ("init", "next", "import"):
        report = read_project(tmp_path / name).report
        assert report is not None
        assert PROJECT_FORMAT == report.settings.format


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# a note\nstate: {a: b}  # one\n", "# a note\nformat: 2\nstate: {a: b}  # one\n"),
        ("state: 1\r\nformat:   1  # old\r\nz: 2\r\n", "state: 1\r\nformat:   2  # old\r\nz: 2\r\n"),
        ("z: 1\r\n", "format: 2\r\nz: 1\r\n"),
        ("{state: 1, z: 2}\n", "{format: 2, state: 1, z: 2}\n"),
        ("\ufeff---\nstate: 1\n", "\ufeff---\nformat: 2\nstate: 1\n"),
        ("  a: 1\n  b: 2\n", "  format: 2\n  a: 1\n  b: 2\n"),
    ],
)
def test_a_format_is_set_at_its_exact_place(before: str, after: str) -> None:
    """Comments, line ends, quotes and order stay."""
    assert after == with_format(before.encode()).decode()


def test_a_file_that_cannot_be_followed_is_left_alone(tmp_path: Path) -> None:
    """It is said what to write by hand."""
    report = REPORT.replace("treaty: ccpr", "? treaty\n: ccpr").partition("\n")
    root = make_project(tmp_path, report_yaml=report[2] + report[0] + "\n")
    text = (root / "report.yaml").read_bytes()
    result = run("upgrade", root)

    assert 1 == result.exit_code
    assert "RG743" in result.stdout
    assert text == (root / "report.yaml").read_bytes()


# ---- workbooks of an earlier version ----------------------------------------------------------------------------


@pytest.mark.parametrize("agency", ["interior", "justice"])
def test_a_workbook_of_an_earlier_version_is_received(tmp_path: Path, agency: str) -> None:
    """It was sent out before the upgrade, and comes back filled in after it."""
    root = tmp_path / "project"
    shutil.copytree(MINIMAL, root)
    assert 0 == run("upgrade", root).exit_code
    book = openpyxl.load_workbook(EARLIER / f"{agency}.xlsx")
    sheet = book["Replies"]
    heads = {cell.value: cell.column for row in sheet.iter_rows() for cell in row if cell.value in {"Issue", "Text"}}
    rows = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, heads["Issue"]).value == 2]
    sheet.cell(rows[0], heads["Text"]).value = "A new shelter was opened."
    buffer = io.BytesIO()
    book.save(buffer)
    (tmp_path / "reply.xlsx").write_bytes(buffer.getvalue())
    waiting = run("receive", root, tmp_path / "reply.xlsx")
    assert 1 == waiting.exit_code, "nobody knows what it was filled from, so a reply that differs is asked about"
    assert "RG720" in waiting.output
    result = run("receive", "--merge", root, tmp_path / "reply.xlsx")

    assert 0 == result.exit_code, result.output
    report = read_project(root).report
    assert report is not None
    texts = [reply.text for one in report.submissions if one.agency == agency for reply in one.replies]
    assert any("A new shelter was opened." in text for text in texts)


# ---- what a version changes -------------------------------------------------------------------------------------


def test_without_a_last_build_it_is_said_plainly(root: Path) -> None:
    """What an earlier version printed stands nowhere else."""
    result = run("upgrade", root, "--dry-run")

    assert 0 == result.exit_code
    assert "RG741" in result.stdout
    assert "nothing was built yet" in result.stdout
    assert "sentences that differ" not in result.stdout


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_the_same_version_changes_nothing(root: Path, ending: str) -> None:
    """Neither a sentence nor a clearance, from HTML and from DOCX."""
    build(root, "--to", ending)
    found = upgrade(root, "--dry-run")

    assert ([], [], "0.1.0") == (found["sentences"], found["clearances"], found["last_build_by"])


def test_a_sentence_that_is_put_otherwise_is_listed_with_its_clearance(root: Path) -> None:
    """The clearance holds for its inputs, and is told apart from one whose inputs changed; nothing is written."""
    build(root, "--to", "html")
    reworded(root, "(as against", "(compared with")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    found = upgrade(root, "--dry-run")

    (sentence,) = found["sentences"]
    assert 1 == sentence["issue"]
    assert ["In 2023, compensation went to 348 (as against 944 in 2021 and 1,058 in 2022) victims."] == sentence["old"]
    assert ["In 2023, compensation went to 348 (compared with 944 in 2021 and 1,058 in 2022) victims."] == sentence[
        "new"
    ]
    (cleared,) = found["clearances"]
    assert (1, False, "version") == (cleared["issue"], cleared["is_void"], cleared["cause"])
    assert before == {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_clearance_whose_inputs_changed_is_told_apart(root: Path) -> None:
    """After a final build, which records the clearances in force, the cause is certain."""
    build(root, "--to", "html", "--final")
    file = root / "submissions" / "justice.yaml"
    file.write_text(JUSTICE.replace("went to", "was paid to"), encoding="utf-8")
    found = upgrade(root, "--dry-run")

    (cleared,) = found["clearances"]
    assert (True, "inputs") == (cleared["is_void"], cleared["cause"])
    assert "submissions/justice.yaml changed" in cleared["explanation"]
    assert ["RG742"] == [one["code"] for one in found["diagnostics"]]


def test_a_clearance_that_the_version_alone_voids_is_told_apart(root: Path) -> None:
    """It held in the last final build, and no file has changed: the program describes the same otherwise."""
    build(root, "--to", "html", "--final")
    report = check_project(root).report
    assert report is not None
    for path in (root / "clearances.yaml", root / "build" / "manifest.json"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(report.clearances[0].hash, "a" * 64), encoding="utf-8")
    found = upgrade(root, "--dry-run")

    (cleared,) = found["clearances"]
    assert (True, "version") == (cleared["is_void"], cleared["cause"])


def test_what_cannot_be_known_of_a_clearance_is_said(root: Path) -> None:
    """A draft does not record which clearances held."""
    build(root, "--to", "html")
    file = root / "submissions" / "justice.yaml"
    file.write_text(JUSTICE.replace("went to", "was paid to"), encoding="utf-8")
    found = upgrade(root, "--dry-run")

    (cleared,) = found["clearances"]
    assert "unknown" == cleared["cause"]
    assert "cannot be told" in cleared["explanation"]


def test_a_report_that_was_edited_after_its_build_tells_nothing(root: Path) -> None:
    """Its words are no longer those of a version."""
    build(root, "--to", "html")
    page = root / "build" / f"{NAME}.html"
    page.write_text(page.read_text(encoding="utf-8").replace("victims", "persons"), encoding="utf-8")

    assert "was changed after it was built" in run("upgrade", root, "--dry-run").stdout


@pytest.mark.parametrize("manifest", [b"", b"[]", b"{}", b'{"reportgen": 1, "inputs": 2}', b"\xff", b"[" * 50_000])
def test_a_manifest_that_cannot_be_read_is_named(root: Path, manifest: bytes) -> None:
    """It is a file in a folder that anybody may touch."""
    build(root, "--to", "html")
    (root / "build" / "manifest.json").write_bytes(manifest)

    assert "the manifest in the folder build cannot be read" in run("upgrade", root, "--dry-run").stdout


def test_an_upgrade_sets_the_format_and_nothing_else(root: Path) -> None:
    """Afterwards there is nothing to do, and the last build is still that of the same inputs."""
    build(root, "--to", "html")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert 0 == run("upgrade", root).exit_code

    after = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert {root / "report.yaml"} == {path for path in after if after[path] != before.get(path)}
    assert f"format: {PROJECT_FORMAT}\n{REPORT}" == (root / "report.yaml").read_text(encoding="utf-8")
    again = run("upgrade", root)
    assert "the newest" in again.stdout
    assert "nothing was written" in again.stdout
    assert "RG742" not in again.stdout


def test_hashes_of_clearances_are_those_of_the_first_version(tmp_path: Path) -> None:
    """Fields that the program has learned since are described only where they are given."""
    root, sources = tmp_path / "first", MINIMAL.parent / "workbooks" / "minimal"
    shutil.copytree(MINIMAL, root, ignore=shutil.ignore_patterns("build"))
    (root / "submissions/interior.xlsx").unlink()
    for source in (MINIMAL / "submissions/justice.yaml", sources / "interior.yaml"):
        text = re.sub(r"\{\{ \w+ \| last_period \}\}", "2023", source.read_text(encoding="utf-8"))
        (root / "submissions" / source.name).write_text(text, encoding="utf-8")
    checked = check_project(root)
    assert checked.report is not None
    hashes = [digest(content_of(checked, checked.report, number)) for number in (1, 2)]

    assert [
        "509fe3099101f8cbfcf53969cbfd115389e292e2704cd5375f18e3a1903df9bf",
        "4e9fcbc5dcc25c651e6dc8e313323187c477c7eba2856f782f81a1a5e98f853c",
    ] == hashes
