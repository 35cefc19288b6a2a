"""The folder of templates that ship with the program."""

from functools import cache
from pathlib import Path


@cache
def shipped_folder() -> Path:
    """Return the folder of the shipped templates: within the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"
