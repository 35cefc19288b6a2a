"""The recipes of CONTRIBUTING.md: each applies to a copy of the repository, and the commands below it pass."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from repository import ROOT, copy_repository, environment_of

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^### (.+?)\n(.*?)(?=^### |\Z)", PAGE, re.DOTALL | re.MULTILINE))
AFTER = {"A check": ("A code",)}
"""What must have been followed before."""


def blocks(recipe: str, kind: str) -> list[str]:
    """The fenced blocks of one kind in a recipe."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", RECIPES[recipe], re.DOTALL | re.MULTILINE)


def run(folder: Path, *arguments: str, given: str | None = None) -> None:
    """Run a program in the copy, with the copy's own reportgen; it must end with 0."""
    environment = environment_of(folder)
    ended = subprocess.run(
        arguments, check=False, cwd=folder, env=environment, input=given, capture_output=True, text=True
    )
    assert 0 == ended.returncode, f"{shlex.join(arguments)}\n{ended.stdout}{ended.stderr}"


def follow(recipe: str, folder: Path) -> None:
    """Apply the differences of a recipe, and run its commands."""
    for difference in blocks(recipe, "diff"):
        run(folder, "git", "apply", "-", given=difference)
    for line in "".join(blocks(recipe, "sh")).splitlines():
        program, *arguments = shlex.split(line, comments=True)
        module = Path(program).name
        run(folder, sys.executable, "-m", module, *(("-n", "0") if module == "pytest" else ()), *arguments)


@pytest.mark.parametrize("recipe", ["A code", "A check", "A phrase", "A command", "A language", "An output"])
def test_a_recipe_can_be_followed(recipe: str, tmp_path: Path) -> None:
    """What comes out is formatted and without a finding of the linter as well."""
    copy_repository(tmp_path)
    for before in AFTER.get(recipe, ()):
        for difference in blocks(before, "diff"):
            run(tmp_path, "git", "apply", "-", given=difference)
    follow(recipe, tmp_path)
    run(tmp_path, sys.executable, "-m", "ruff", "format", "--check", "--no-cache", ".")
    run(tmp_path, sys.executable, "-m", "ruff", "check", "--no-cache", ".")


def test_a_report_is_built_in_the_language_of_the_recipe(tmp_path: Path) -> None:
    """First page, months and sentences; its status is told in English as long as nobody has translated its words."""
    copy_repository(tmp_path)
    follow("A language", tmp_path)
    settings = tmp_path / "examples" / "minimal" / "report.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("language: en", "language: pt"), encoding="utf-8")
    run(tmp_path, sys.executable, "-m", "reportgen", "build", "examples/minimal", "--to", "html")
    run(tmp_path, sys.executable, "-m", "reportgen", "status", "examples/minimal", "--out", "status.txt")
    (page,) = (tmp_path / "examples" / "minimal" / "build").rglob("*.html")
    text = page.read_text(encoding="utf-8")

    assert '<html lang="pt-PT"' in text
    assert "Nações Unidas" in text
    assert "o número de" in text.casefold()
    assert "Submissions are due" in (tmp_path / "status.txt").read_text(encoding="utf-8")


def test_a_copy_runs_its_own_reportgen(tmp_path: Path) -> None:
    """Else a recipe would prove nothing."""
    copy_repository(tmp_path)
    code = f"import reportgen; assert reportgen.__file__.startswith({str(tmp_path)!r}), reportgen.__file__"

    run(tmp_path, sys.executable, "-c", code)


def test_every_file_that_a_recipe_names_is_there() -> None:
    """In the steps of the recipes that are not applied, too."""
    named = re.findall(r"`((?:reportgen|tests|docs)/[\w./]+)`", PAGE)
    missing = [name for name in named if not (ROOT / name).exists() and "NAME" not in name]

    assert ["tests/test_recipes.py"] == [name for name in named if "recipes" in name]
    assert [] == missing
