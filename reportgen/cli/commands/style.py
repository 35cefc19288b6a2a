"""`reportgen style`."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

import click
from msgspec.structs import replace

from reportgen.agencies.corrected import correct_workbooks
from reportgen.checks.style import Correction, check_style, correct_style, counts, read_style
from reportgen.cli.holding import holding, refusals
from reportgen.cli.printing import Printer, place_facts, with_printer
from reportgen.diagnostics import CATALOGUE, Diagnostic, Severity, nearest, shown
from reportgen.diagnostics.render import shown_path, summary

_OF_PROJECTS = frozenset({".yaml", ".yml", ".xlsx"})
"""Endings of files that are looked at as part of their project."""


@click.command()
@click.argument("what", type=click.Path(path_type=Path), metavar="PROJECT | FILE")
@click.option("--fix", is_flag=True, help="Make the certain corrections in the files of PROJECT.")
@click.option("--only", multiple=True, metavar="CODE", help="Only the remarks of this rule; may be repeated.")
@with_printer()
def style(what: Path, only: tuple[str, ...], printer: Printer, *, fix: bool) -> None:
    """Say where texts break the editorial rules.

    The rules are those of the United Nations. Replies, headings, labels, notes and sources of PROJECT are looked at,
    each remark at its line or cell. With --fix, what is certain is corrected: in YAML files, whose comments and layout
    stay as they are, and in copies of workbooks, which take their place and have the old text in a note; the workbooks
    themselves go to submissions/earlier. A FILE is a report as .docx or .txt; it is only looked at.

    Example: reportgen style inputs
    """
    codes = _codes(only)
    if not what.is_dir() and what.suffix:
        if what.suffix.casefold() in _OF_PROJECTS:
            raise click.UsageError(f"{what.name} is a file of a project; name the folder of the project instead")
        if fix:
            raise click.UsageError("--fix corrects the files of a project; a document is only looked at")
        _finish(_only(read_style(what), codes), printer, what, (), ())
        return
    corrections, refused, written = _correct(what, printer) if fix else ((), (), ())
    remarks = _only(check_style(what, corrections).diagnostics, codes)
    _finish((*remarks, *refused), printer, what, corrections, written)


def _codes(only: tuple[str, ...]) -> frozenset[str]:
    """Return the codes that are asked for.

    Raises:
        click.BadParameter: one of them is not that of an editorial rule.
    """
    rules = [code for code in CATALOGUE if code.startswith("RG9")]
    codes = frozenset(code.upper() for code in only)
    for code in sorted(codes.difference(rules)):
        raise click.BadParameter(f"there is no rule {code}; {nearest(code, rules)}", param_hint="--only")
    return codes


def _only(diagnostics: Sequence[Diagnostic], codes: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Return what was asked for, and the errors that keep files from being read."""
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if not codes or diagnostic.code in codes or diagnostic.severity is Severity.ERROR
    )


def _correct(project: Path, printer: Printer) -> tuple[Sequence[Correction], Sequence[Diagnostic], Sequence[Path]]:
    """Correct the files of a project.

    Returns:
        What was corrected or is listed, what stands in the way, and the files that were written.
    """
    with holding(project, "style", printer):
        styled = correct_style(project)
        found = [diagnostic for diagnostic in styled.diagnostics if diagnostic.severity is not Severity.ERROR]
        refused: list[Diagnostic] = []
        written: list[Path] = []
        corrections: Sequence[Correction] = styled.corrections
        with refusals(refused):
            copies = correct_workbooks(project, styled.workbooks)
            written = copies.file(project, styled.files)
            corrections = _marked_as_made(corrections, [(name, one.sheet, one.cell) for name, one in copies.done])
    made = [correction for correction in corrections if correction.in_workbook] if refused else corrections
    return made, [*found, *refused], written


def _marked_as_made(corrections: Sequence[Correction], cells: Sequence[tuple[str, str, str]]) -> list[Correction]:
    """Return corrections, those of cells in corrected copies as made."""
    in_copies = set(cells)
    return [
        replace(correction, in_workbook=False)
        if correction.place
        and (PurePath(correction.place.file).name, correction.place.sheet, correction.place.cell) in in_copies
        else correction
        for correction in corrections
    ]


def _finish(
    diagnostics: Sequence[Diagnostic],
    printer: Printer,
    what: Path,
    corrections: Sequence[Correction],
    written: Sequence[Path],
) -> None:
    """Print corrections, remarks and their numbers, and end."""
    facts = {
        "corrections": [_facts(correction) for correction in corrections],
        "files": [path.as_posix() for path in written],
        "counts": counts(diagnostics),
    }
    printer.say(*_lines(corrections, written))
    printer.finish(diagnostics, facts, _summary(what, diagnostics, corrections))


def _facts(correction: Correction) -> dict[str, object]:
    """Return a correction for programs."""
    made = {"old": correction.old, "new": correction.new, "made": not correction.in_workbook}
    return {"code": correction.code, **place_facts(correction.place), **made}


def _lines(corrections: Sequence[Correction], written: Sequence[Path]) -> Iterator[str]:
    """Yield corrections for people, those for workbooks last."""
    for correction in sorted(corrections, key=lambda one: one.in_workbook):
        verb = "to correct in the workbook" if correction.in_workbook else "corrected"
        what = f"{shown(correction.old)} → {shown(correction.new)}"
        yield f"{shown_path(str(correction.place))}: {verb} [{correction.code}]: {what}"
    yield from (f"wrote {path}" for path in written)


def _summary(what: Path, diagnostics: Sequence[Diagnostic], corrections: Sequence[Correction]) -> Iterator[str]:
    """Yield how many remarks each rule gave, the most frequent first."""
    if not diagnostics:
        yield f"{what}: nothing {'else ' if corrections else ''}to remark"
        return
    yield f"{what}: {summary(diagnostics)}"
    for code, number in sorted(counts(diagnostics).items(), key=lambda item: (-item[1], item[0])):
        yield f"  {number:>5,}  {code}  {CATALOGUE[code].title}"
