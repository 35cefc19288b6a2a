"""What a build made, as lines for people and as facts for programs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.claims.typed import NumberKind
from reportgen.cli.printing import place_facts
from reportgen.diagnostics import Diagnostic, count_of, shown
from reportgen.diagnostics.render import shown_path, summary

if TYPE_CHECKING:
    from reportgen.checks.typed.numbers import TypedNumber, TypedNumbers
    from reportgen.pipeline import Built
    from reportgen.writers.pdf import FontFile

LISTED = 10
"""Statistics that the lines name; the rest is counted."""
_AROUND = 45
"""Characters of its sentence that are shown before and after a number."""
_NAMES = {
    NumberKind.DATE: ("date", "dates"),
    NumberKind.NAME: ("article, law or other name", "articles, laws and other names"),
    NumberKind.LAW: ("amount fixed by law", "amounts fixed by law"),
    NumberKind.TIME: ("age, duration or ordinal", "ages, durations and ordinals"),
    NumberKind.STATISTIC: ("statistical quantity", "statistical quantities"),
}


def build_facts(built: "Built", written: Sequence[Path]) -> dict[str, object]:
    """Return the summary of a build for programs; what is not known is None."""
    report, counts = built.checked.report, built.checked.counts
    return {
        "symbol": report.settings.symbol if report else None,
        "issues": len(report.outline.issues) if report else None,
        "awaiting": list(built.checked.awaiting),
        "paragraphs": counts.paragraphs if counts else None,
        "words": counts.words if counts else None,
        "limit": report.settings.limit if report else None,
        "figures": counts.figures if counts else None,
        **_typed_facts(built.checked.typed),
        "annexed": counts.annexed if counts else None,
        "fonts": [font.described for font in built.fonts],
        "files": [path.as_posix() for path in written],
    }


def build_lines(built: "Built", diagnostics: Sequence[Diagnostic], written: Sequence[Path]) -> Iterator[str]:
    """Yield the summary of a build for people.

    Args:
        built: what the build gave.
        diagnostics: everything that was found, with what kept files from being written.
        written: the files that were written; none: nothing was.
    """
    report, counts = built.checked.report, built.checked.counts
    if report is None or counts is None or not written:
        yield from nothing_written(diagnostics)
        return
    issues, awaiting = report.outline.issues, built.checked.awaiting
    waiting = f", {len(awaiting)} awaiting ({_ranges(awaiting)})" if awaiting else ""
    limit = report.settings.limit
    yield report.settings.symbol
    yield f"  issues      {len(issues) - len(awaiting)} answered{waiting}"
    yield f"  paragraphs  {counts.paragraphs:,}"
    yield f"  words       {counts.words:,} of {limit:,} ({counts.words / limit:.0%})"
    yield f"  figures     {counts.figures:,} written from data"
    if counts.annexed:
        yield f"  annex       {counts.annexed:,} figures; its words do not count"
    yield from _typed_lines(built.checked.typed)
    yield f"  found       {summary(diagnostics)}"
    yield from (f"  wrote       {path}" for path in written)
    if built.fonts:
        yield f"  fonts       {_fonts(built.fonts)}"


def nothing_written(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Return the summary of a build that wrote nothing, because of what was found."""
    return [f"{summary(diagnostics)}: nothing was written, earlier files are as they were"]


def _fonts(fonts: "Sequence[FontFile]") -> str:
    """Return the font files of a PDF by their release: `LiberationSerif, LiberationSerif-Bold (2.1.5)`."""
    releases: dict[str, list[str]] = {}
    for font in fonts:
        releases.setdefault(font.version, []).append(font.name)
    return "; ".join(f"{', '.join(names)} ({version})" for version, names in releases.items())


def _ranges(numbers: Sequence[int]) -> str:
    """Return `16–18, 20` for 16, 17, 18, 20."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _typed_lines(typed: "TypedNumbers | None") -> Iterator[str]:
    """Yield the lines on typed numbers: how many there are of each kind, and the statistics by their places."""
    if typed is None or not typed.numbers:
        return
    counts = [(typed.counts[kind.value], names) for kind, names in _NAMES.items()]
    named = [f"{count:,} {names[count != 1]}" for count, names in counts if count]
    yield f"  typed       {count_of(len(typed.numbers), 'number')} not written from data: {', '.join(named)}"
    statistics = typed.statistics
    if statistics:
        yield "  to vouch for, as no data stand behind these:"
        yield from (f"    {_typed_line(number)}" for number in statistics[:LISTED])
    if len(statistics) > LISTED:
        yield f"    and {len(statistics) - LISTED:,} more; build --format json lists all"


def _typed_line(number: "TypedNumber") -> str:
    place = f"{shown_path(str(number.place))}: " if number.place else ""
    hint = f" – data hold it, write {number.reference}" if number.reference else ""
    return f"{place}{_excerpt(number)}{hint}"


def _excerpt(number: "TypedNumber") -> str:
    """Return the words around a number in its sentence."""
    sentence, at = number.sentence.replace("\n", " "), number.offset
    start, end = max(0, at - _AROUND), at + len(number.text) + _AROUND
    while 0 < start < at and not sentence[start - 1].isspace():
        start += 1
    while at + len(number.text) < end < len(sentence) and not sentence[end].isspace():
        end -= 1
    words = "".join(map(shown, sentence[start:end].strip()))
    return f"{'…' if start else ''}{words}{'…' if end < len(sentence) else ''}"


def _typed_facts(typed: "TypedNumbers | None") -> dict[str, object]:
    """Return the typed numbers for programs: how many, of which kinds, and each with its place and sentence."""
    if typed is None:
        return {"typed": None, "typed_kinds": None, "typed_numbers": []}
    return {
        "typed": len(typed.numbers),
        "typed_kinds": dict(typed.counts),
        "typed_numbers": [
            {"kind": number.kind.value, "number": number.text, "sentence": number.sentence, "issue": number.issue}
            | place_facts(number.place)
            | {"reference": number.reference}
            for number in typed.numbers
        ],
    }
