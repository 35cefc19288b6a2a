"""Looking at the templates of a project."""

from pathlib import Path

from reportgen.diagnostics import Diagnostic
from reportgen.project import read_project

_SEEN_BY_LOOKING = ("RG119", "RG54")
"""What is certain of a template as it is written; the rest comes up when templates are tried out over samples."""


def check_templates(root: Path, *, certain_only: bool) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the templates of a project, sorted by place.

    Args:
        root: the project's folder; where its report cannot be read, nothing is said.
        certain_only: only what is certain of the project's own templates as they are written; else all templates are
            also tried out over the project's data, and over samples of other kinds of documents.
    """
    folder = root / "templates"
    if certain_only and not folder.is_dir():
        return ()
    from reportgen.checks.templates.linting import lint_templates  # noqa: PLC0415 - few projects have templates of their own

    loaded = read_project(root)
    if loaded.report is None:
        return ()
    found = lint_templates(loaded.report, loaded.places, folder).diagnostics
    if not certain_only:
        return found
    own = f"{folder.as_posix()}/"
    return tuple(
        one for one in found if one.code.startswith(_SEEN_BY_LOOKING) and one.place and one.place.file.startswith(own)
    )
