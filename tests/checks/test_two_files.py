"""A second file of an agency, from the folder to the page and the messages."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.main import cli

MINIMAL = Path(__file__).parents[2] / "examples" / "minimal"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The smallest example, in a folder of its own, where the commands run."""
    shutil.copytree(MINIMAL, tmp_path / "project", ignore=shutil.ignore_patterns("build"))
    monkeypatch.chdir(tmp_path)
    return Path("project")


def add(project: Path, name: str, indicators: str) -> None:
    """Write a second file of the ministry of justice."""
    text = f"agency: justice\ndate: 2024-02-15\nindicators:\n{indicators}"
    (project / "submissions" / name).write_text(text, encoding="utf-8")


def run(*arguments: str) -> tuple[int, str]:
    """The exit code and the output of a command."""
    result = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    return result.exit_code, result.output


NAMES = ("justice_2.yaml", "justice-2.yaml", "a.yaml")
"""Names that sort after and before `justice.yaml`."""


@pytest.mark.parametrize("name", NAMES)
def test_each_field_that_differs_is_told_at_the_newer_file(project: Path, name: str) -> None:
    """The source differs; the break, and how to report it, only one of the files gives."""
    add(
        project,
        name,
        "  legal_aid:\n    values: {2023: 1507}\n    source: Another register\n    report: table\n"
        "    breaks: {2022: a new law}\n    exhaustive: false\n",
    )
    code, output = run("check", "project")

    assert 1 == code
    assert (
        f"project/submissions/{name}:6:13: error[RG303] “persons who received legal aid” is given twice, and “Source” "
        "differs: “Register of the Legal Aid Service” and “Another register”" in output
    )
    assert "project/submissions/justice.yaml:20:13" in output
    assert "project: 1 error\n" in output


@pytest.mark.parametrize("name", NAMES)
def test_units_are_told_as_the_sheet_shows_them(project: Path, name: str) -> None:
    """No code of ours is shown."""
    add(project, name, "  legal_aid:\n    unit: {one: case, other: cases}\n")

    assert "“Unit” differs: “person / persons” and “case / cases”" in run("check", "project")[1]


def test_what_a_second_file_adds_is_printed_whatever_its_name(project: Path) -> None:
    """A break and a status that only the second file gives stand in the page, and the page is the same."""
    pages = set()
    for name in NAMES:
        added = "    values: {2022: {value: 9, status: estimated}}\n    breaks: {2023: mobile offices are counted}\n"
        add(project, name, f"  legal_aid_offices:\n{added}")
        assert 0 == run("build", "project", "--to", "html")[0]
        page = (project / "build" / "CCPR-C-ARC-2.html").read_text(encoding="utf-8")
        assert "mobile offices are counted" in page
        assert "the figure for 2022 is an estimate" in page
        pages.add(page.replace(name, "NAME"))
        (project / "submissions" / name).unlink()

    assert 1 == len(pages)
