"""Copies of the repository that are changed and run: for the recipes of CONTRIBUTING.md, and for mutants."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
COPIED = (
    "reportgen",
    "templates",
    "tests",
    "docs",
    "examples",
    "inputs",
    "README.md",
    "CONTRIBUTING.md",
    "pyproject.toml",
)


def copy_repository(folder: Path) -> None:
    """Copy the program, and what its tests and the recipes read."""
    ignored = shutil.ignore_patterns("__pycache__", "build", "images", ".reportgen")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)


def environment_of(folder: Path) -> dict[str, str]:
    """Return the environment in which programs run with the copy's own reportgen."""
    return {**os.environ, "PYTHONPATH": str(folder), "GIT_CEILING_DIRECTORIES": str(folder.parent)}
