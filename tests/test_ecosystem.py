"""What other tools read: hooks for pre-commit, the Dockerfile, what the package says of itself."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from project import JUSTICE, make_project
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
HOOKS = {hook["id"]: hook for hook in YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")}


def run_hook(name: str, project: Path) -> "subprocess.CompletedProcess[str]":
    """Run the entry of a hook with its arguments in a folder, as pre-commit does."""
    hook = HOOKS[name]
    program, *arguments = [*shlex.split(str(hook["entry"])), *map(str, hook["args"])]
    assert "reportgen" == program
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", program, *arguments]
    return subprocess.run(command, check=False, cwd=project, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_passes_a_project_without_errors(tmp_path: Path, name: str) -> None:
    """With its own arguments, in the folder of the project."""
    ended = run_hook(name, make_project(tmp_path))

    assert 0 == ended.returncode, ended.stdout + ended.stderr


def test_the_hook_stops_a_commit_with_errors(tmp_path: Path) -> None:
    """And prints these alone, at their places."""
    project = make_project(tmp_path, submissions__justice_yaml=JUSTICE.replace("{{ victims |", "{{ victms |"))
    ended = run_hook("reportgen-check", project)

    assert 1 == ended.returncode
    assert "submissions/justice.yaml:13:" in ended.stdout
    assert "warning" not in ended.stdout


def test_hooks_run_for_the_files_of_a_project() -> None:
    """Once for all files, where one that is read has changed."""
    for hook in HOOKS.values():
        assert hook["pass_filenames"] is False
        assert all(re.search(hook["files"], name) for name in ("report.yaml", "submissions/justice.xlsx"))
        assert not re.search(hook["files"], "build/CCPR-C-ARC-2.docx")


def test_everything_that_the_dockerfile_copies_is_there_and_let_through() -> None:
    """`.dockerignore` keeps all else out."""
    copied = re.findall(r"^COPY (.+) \S+$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    let_through = set(re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE))

    assert set(names) == let_through
    assert all((ROOT / name).exists() for name in names)


def test_the_dockerfile_copies_all_that_the_package_is_made_of() -> None:
    """Also what only pyproject.toml takes into the wheel from elsewhere: without it, the image could not be built."""
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    copied = set(re.findall(r"^COPY (?:.+ )?(\S+) \1$", dockerfile, re.MULTILINE))
    hatch = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
    wheel = hatch["build"]["targets"]["wheel"]

    assert {*wheel["packages"], *wheel["force-include"]} <= copied


def test_the_package_says_only_what_is_so() -> None:
    """Every Python that it names is allowed, it names no address, and its command is there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [one.rpartition(" ")[2] for one in project["classifiers"] if re.search(r":: 3\.\d+$", one)]

    assert f">={named[0]}" == project["requires-python"]
    assert named == sorted(named, key=lambda version: int(version.split(".")[1]))
    assert "urls" not in project
    assert {"reportgen": "reportgen.__main__:main"} == project["scripts"]
