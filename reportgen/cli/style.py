"""The command for the editorial rules."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.holding import holding
from reportgen.cli.showing import OUTPUT_FORMAT, end, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.checks.style import Correction, Styled
    from reportgen.diagnostics import Diagnostic

_OF_PROJECTS = frozenset({".yaml", ".yml", ".xlsx"})
"""Endings of files that are looked at as part of their project."""


@click.command()
@click.argument("what", type=click.Path(path_type=Path), metavar="PROJECT | FILE")
@click.option("--fix", is_flag=True, help="Make the certain corrections in the YAML files of PROJECT.")
@click.option("--only", multiple=True, metavar="CODE", help="Only the remarks of this rule; may be repeated.")
@OUTPUT_FORMAT
def style(what: Path, only: tuple[str, ...], shape: str, *, fix: bool) -> None:
    """Say where the text of PROJECT breaks the editorial rules of the United Nations.

    Replies, headings, labels, notes and sources are looked at, each remark at its line or cell. With --fix, what is
    certain is corrected in YAML files; comments and layout stay as they are. Corrections of workbooks are listed, for
    the agency to make. A FILE is a report as .docx or .txt; it is only looked at.

    Example: reportgen style inputs
    """
    from reportgen.checks.style import check_style, read_style  # noqa: PLC0415 - `--help` needs none of it

    codes = _codes(only)
    if not what.is_dir() and what.suffix:
        if what.suffix.casefold() in _OF_PROJECTS:
            raise click.UsageError(f"{what.name} is a file of a project; name the folder of the project instead")
        if fix:
            raise click.UsageError("--fix corrects the YAML files of a project; a document is only looked at")
        _show(_only(read_style(what), codes), shape, what, (), ())
        return
    corrections, refused, written = _correct(what, shape) if fix else ((), (), ())
    remarks = _only(check_style(what, corrections).diagnostics, codes)
    _show((*remarks, *refused), shape, what, corrections, written)


def _codes(only: tuple[str, ...]) -> frozenset[str]:
    """The codes that are asked for, each of a rule."""
    from reportgen.diagnostics import CATALOGUE, nearest  # noqa: PLC0415 - `--help` needs none of it

    rules = [code for code in CATALOGUE if code.startswith("RG9")]
    codes = frozenset(code.upper() for code in only)
    for code in sorted(codes.difference(rules)):
        raise click.BadParameter(f"there is no rule {code}; {nearest(code, rules)}", param_hint="--only")
    return codes


def _only(diagnostics: "Sequence[Diagnostic]", codes: frozenset[str]) -> "tuple[Diagnostic, ...]":
    """What was asked for, and the errors that keep files from being read."""
    from reportgen.diagnostics import Severity  # noqa: PLC0415 - `--help` needs none of it

    return tuple(one for one in diagnostics if not codes or one.code in codes or one.severity is Severity.ERROR)


def _correct(project: Path, shape: str) -> "tuple[Sequence[Correction], Sequence[Diagnostic], Sequence[Path]]":
    """Correct the files of a project; what was corrected, what stands in the way, and what was written."""
    from reportgen.checks.style import correct_style  # noqa: PLC0415 - as above
    from reportgen.diagnostics import Severity  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.files.output import OutputError, write_files  # noqa: PLC0415 - as above

    with holding(project, "style", shape):
        styled: Styled = correct_style(project)
        refused = [one for one in styled.diagnostics if one.severity is not Severity.ERROR]
        try:
            written = write_files(project, styled.files) if styled.files else []
        except OutputError as error:
            listed = [one for one in styled.corrections if one.in_workbook]
            return listed, [*refused, error.diagnostic], []
    return styled.corrections, refused, written


def _show(
    diagnostics: "Sequence[Diagnostic]",
    shape: str,
    what: Path,
    corrections: "Sequence[Correction]",
    written: "Sequence[Path]",
) -> None:
    """Print corrections, remarks and their numbers, and end."""
    from reportgen.checks.style import counts  # noqa: PLC0415 - `--help` needs none of it

    made = [_plain(one) for one in corrections]
    facts = {"corrections": made, "files": [path.as_posix() for path in written], "counts": counts(diagnostics)}
    if shape == "text":
        for line in _lines(corrections, written):
            click.echo(line)
    show(diagnostics, shape, facts)
    if shape == "text":
        click.echo(_summary(what, diagnostics, corrections))
    end(diagnostics)


def _plain(correction: "Correction") -> dict[str, object]:
    """A correction for programs."""
    place = correction.place
    return {
        "code": correction.code,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "sheet": place.sheet if place else None,
        "cell": place.cell if place else None,
        "old": correction.old,
        "new": correction.new,
        "made": not correction.in_workbook,
    }


def _lines(corrections: "Sequence[Correction]", written: "Sequence[Path]") -> "Iterator[str]":
    """Corrections in lines for people, those for workbooks last."""
    from reportgen.diagnostics import shown  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.diagnostics.render import shown_path  # noqa: PLC0415 - as above

    for one in sorted(corrections, key=lambda one: one.in_workbook):
        verb = "to correct in the workbook" if one.in_workbook else "corrected"
        yield f"{shown_path(str(one.place))}: {verb} [{one.code}]: {shown(one.old)} → {shown(one.new)}"
    yield from (f"wrote {path}" for path in written)


def _summary(what: Path, diagnostics: "Sequence[Diagnostic]", corrections: "Sequence[Correction]") -> str:
    """How many remarks each rule gave, the most frequent first."""
    from reportgen.checks.style import counts  # noqa: PLC0415 - as above
    from reportgen.diagnostics import CATALOGUE  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.diagnostics.render import summary  # noqa: PLC0415 - as above

    if not diagnostics:
        return f"{what}: nothing {'else ' if corrections else ''}to remark"
    most = sorted(counts(diagnostics).items(), key=lambda item: (-item[1], item[0]))
    lines = (f"  {number:>5,}  {code}  {CATALOGUE[code].title}" for code, number in most)
    return "\n".join((f"{what}: {summary(diagnostics)}", *lines))


COMMANDS: tuple[click.Command, ...] = (style,)
"""All commands for the editorial rules, for the command line."""
