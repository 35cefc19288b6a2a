"""The table of commands: its help, what it imports, and completion in a shell."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from reportgen.cli import commands
from reportgen.cli.main import cli
from reportgen.cli.table import TABLE, load_command

NAMES = [name for jobs in TABLE.values() for name in jobs]
LIGHT = {
    "reportgen",
    "reportgen.cli",
    "reportgen.cli.echo",
    "reportgen.cli.main",
    "reportgen.cli.table",
    "reportgen.cli.verbosity",
}
"""What `reportgen` imports before it knows the command."""


def run(*arguments: str) -> Result:
    """Run the command line within this process."""
    return CliRunner().invoke(cli, arguments, prog_name="reportgen", catch_exceptions=False)


def python(code: str, **environment: str) -> str:
    """What a program prints that is run by itself."""
    ended = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env={**os.environ, **environment}
    )
    return ended.stdout


def imported_by(call: str, **environment: str) -> set[str]:
    """The modules of reportgen that a call of the command line imports."""
    code = (
        f"import sys\nfrom reportgen.cli.main import cli\ntry: cli({call})\nexcept SystemExit: pass\n"
        "print('\\n' + ' '.join(name for name in sys.modules if name.split('.')[0] == 'reportgen'))"
    )
    return set(python(code, **environment).splitlines()[-1].split())


@pytest.mark.parametrize("name", NAMES)
def test_a_command_has_the_line_of_the_table(name: str) -> None:
    """The first line of its help says the same, and its name is the one that is typed."""
    command = load_command(name)
    line = next(line for jobs in TABLE.values() for known, line in jobs.items() if known == name)

    assert (name, line) == (command.name, (command.help or "").splitlines()[0])
    assert "Example" in (command.help or "")


@pytest.mark.parametrize("name", ["check", "status", "build"])
def test_packages_are_loaded_before_modules_lie_deep(name: str) -> None:
    """All that is loaded first is used, by the modules that follow; `audit` loads none of it."""
    code = "import sys; from reportgen.cli.table import load_command; load_command({!r}); print(*sys.modules)"
    loaded = python(code.format(name)).split()
    own = loaded.index(f"reportgen.cli.commands.{name}")

    assert all(loaded.index(package) < own for package in ("pydantic.fields", "jinja2.environment", "_ruamel_yaml"))
    assert not {"pydantic", "jinja2", "ruamel.yaml"} & set(python(code.format("audit")).split())


def test_every_module_of_commands_is_in_the_table() -> None:
    """One file a command, and no other."""
    (folder,) = commands.__path__
    modules = {path.stem.removesuffix("_") for path in Path(folder).glob("[a-z]*.py")}

    assert set(NAMES) == modules


@pytest.mark.parametrize("name", NAMES)
def test_every_command_takes_the_same_options_for_what_is_printed(name: str) -> None:
    """--format with text, json and github, --quiet and --verbose, under the same letters."""
    options = {option: one for one in load_command(name).params for option in one.opts}
    shape = options["--format"].type

    assert isinstance(shape, click.Choice)
    assert {"text", "json", "github"} <= set(shape.choices)
    assert {"--quiet", "-q", "--verbose", "-v"} <= set(options)


def test_help_shows_the_commands_by_job() -> None:
    """In the order of the work, no line cut short."""
    page = run("--help").output
    places = [page.index(f"\n{job}:\n") for job in TABLE] + [len(page)]

    assert ["Begin", "Collect", "Write", "Check", "After Word", "Published reports"] == list(TABLE)
    assert sorted(places) == places
    width = max(len(name) for lines in TABLE.values() for name in lines)
    for (_, lines), start, end in zip(TABLE.items(), places, places[1:], strict=False):
        section = page[start:end]
        assert [f"  {name:<{width}}  {line}" for name, line in lines.items()] == section.strip("\n").splitlines()[1:]
    assert "..." not in page.partition("Begin:")[2]


def test_help_is_printed_where_nothing_else_is_asked() -> None:
    """`reportgen` alone is no error."""
    assert (0, run("--help").output) == (run().exit_code, run().output)


@pytest.mark.parametrize("call", ["['--help']", "['-h']", "['--version']", "['nosuch']", "[]"])
def test_what_is_no_command_imports_none(call: str) -> None:
    """Nor a library but click."""
    assert imported_by(call) == LIGHT


def test_a_command_is_imported_alone() -> None:
    """The help of one command imports no other."""
    modules = imported_by("['budget', '--help']")

    assert {"reportgen.cli.commands.budget"} == {one for one in modules if one.startswith("reportgen.cli.commands.")}


def test_a_slip_in_a_command_is_answered_with_the_nearest() -> None:
    """And ends with 2, as any wrong call."""
    result = run("chekc")

    assert 2 == result.exit_code
    assert "check" in result.output


@pytest.mark.parametrize(
    ("shell", "words"), [("bash", "complete -o nosort -F"), ("zsh", "#compdef reportgen"), ("fish", "complete")]
)
def test_a_shell_gets_its_script(shell: str, words: str) -> None:
    """By the variable that click reads, through the entry of the command."""
    ended = subprocess.run(
        [sys.executable, "-m", "reportgen"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "_REPORTGEN_COMPLETE": f"{shell}_source"},
    )

    assert words in ended.stdout
    assert "_REPORTGEN_COMPLETE" in ended.stdout


def completed(words: str, **more: str) -> list[str]:
    """What bash is told to offer after some words."""
    environment = {"_REPORTGEN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    code = "from reportgen.cli.main import main; main()"
    return [line.partition(",")[2] for line in python(code, **environment, **more).splitlines()]


def test_names_are_completed_without_importing_a_command() -> None:
    """From the table; options of reportgen itself, where a dash was typed."""
    assert NAMES == completed("reportgen ")
    assert ["check"] == completed("reportgen ch")
    assert ["--quiet", "--verbose", "--version", "--help"] == completed("reportgen --")
    code = (
        "import sys\nfrom click.shell_completion import BashComplete\nfrom reportgen.cli.main import cli\n"
        "BashComplete(cli, {}, 'reportgen', '_X').get_completions([], '')\n"
        "print(*(one for one in sys.modules if one.split('.')[0] == 'reportgen'))"
    )
    assert set(python(code).split()) == LIGHT


def test_options_and_choices_are_completed() -> None:
    """Of the command that was typed."""
    assert ["--format"] == completed("reportgen check --fo")
    assert ["text", "json", "github"] == completed("reportgen check --format ")
    assert ["cerd", "cescr", "cedaw", "ced"] == completed("reportgen init --treaty ce")


def test_bash_completes_by_the_script_that_it_reads(tmp_path: Path) -> None:
    """A shell that read the script offers `check` after `reportgen che`."""
    wrapper = tmp_path / "reportgen"
    wrapper.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reportgen "$@"\n')
    wrapper.chmod(0o755)
    script = (
        'eval "$(_REPORTGEN_COMPLETE=bash_source reportgen)"\n'
        "COMP_WORDS=(reportgen che) COMP_CWORD=1\n_reportgen_completion reportgen\necho ${COMPREPLY[@]}"
    )
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    ended = subprocess.run(["bash", "-c", script], check=True, capture_output=True, text=True, env=environment)  # noqa: S607 - the shell of the user

    assert "check\n" == ended.stdout


def test_a_command_module_imports_at_its_head() -> None:
    """Its name in the table is the name of its module; `import` is a word of Python."""
    assert load_command("import") is importlib.import_module("reportgen.cli.commands.import_").import_
