"""A file that is called .docx and is none."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from project import make_project

from reportgen.cli.main import cli

NOTHING = (b"P", b"x", b" ", b"PK", b"1. The State took note of 5 cases.\n", b"\x89PN")


def run(*arguments: str | Path) -> tuple[int, str]:
    """Run a command; its code and what it prints."""
    result = CliRunner().invoke(cli, [str(one) for one in arguments], catch_exceptions=False)
    return result.exit_code, result.output


@pytest.mark.parametrize("data", NOTHING)
@pytest.mark.parametrize("name", ["reply.docx", "REPLY.DOCX", "reply.docm"])
def test_every_command_refuses_it(tmp_path: Path, data: bytes, name: str) -> None:
    """Read as a text, it would be a report in which nothing is wrong."""
    file = tmp_path / name
    file.write_bytes(data)
    project = make_project(tmp_path / "project")
    commands = (
        ("audit", file),
        ("style", file),
        ("import", file, tmp_path / "new"),
        ("import", "--list-of-issues", file, tmp_path / "new"),
        ("verify", project, file),
    )
    for command in commands:
        code, output = run(*command)
        assert 1 == code, command
        assert "RG650" in output or (data == b"PK" and "RG802" in output), (command, output)
    assert not (tmp_path / "new").exists()


def test_a_text_is_still_a_text(tmp_path: Path) -> None:
    """The same words under the name of a text are read, also where it has no ending."""
    for name in ("report.txt", "report"):
        (tmp_path / name).write_text("1. The State took note of 5 cases.\n", encoding="utf-8")
        assert 0 == run("audit", tmp_path / name)[0]
