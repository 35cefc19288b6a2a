"""Typed numbers as a build shows them: in lines for people, in full for programs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.claims.typed import NumberKind
from reportgen.diagnostics import shown
from reportgen.diagnostics.render import shown_path

if TYPE_CHECKING:
    from reportgen.checks.typed_numbers import TypedNumber, TypedNumbers

LISTED = 10
"""Statistics that the summary of a build names; the rest is counted."""
_AROUND = 45
"""Characters of its sentence that are shown before and after a number."""
_NAMES = {
    NumberKind.DATE: ("date", "dates"),
    NumberKind.NAME: ("article, law or other name", "articles, laws and other names"),
    NumberKind.LAW: ("amount fixed by law", "amounts fixed by law"),
    NumberKind.TIME: ("age, duration or ordinal", "ages, durations and ordinals"),
    NumberKind.STATISTIC: ("statistical quantity", "statistical quantities"),
}


def typed_lines(typed: "TypedNumbers | None") -> Iterator[str]:
    """Yield the lines on typed numbers: how many there are of each kind, and the statistics by their places."""
    if typed is None or not typed.numbers:
        return
    counts = [(typed.counts[kind.value], names) for kind, names in _NAMES.items()]
    named = [f"{count:,} {names[count != 1]}" for count, names in counts if count]
    yield f"  typed       {len(typed.numbers):,} numbers not written from data: {', '.join(named)}"
    statistics = typed.statistics
    if statistics:
        yield "  to vouch for, as no data stand behind these:"
        yield from (f"    {_line(one)}" for one in statistics[:LISTED])
    if len(statistics) > LISTED:
        yield f"    and {len(statistics) - LISTED:,} more; build --format json lists all"


def _line(number: "TypedNumber") -> str:
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
    words = "".join(shown(character) for character in sentence[start:end].strip())
    return f"{'…' if start else ''}{words}{'…' if end < len(sentence) else ''}"


def typed_facts(typed: "TypedNumbers | None") -> dict[str, object]:
    """Return the typed numbers for programs: how many, of which kinds, and each with its place and sentence."""
    if typed is None:
        return {"typed": None, "typed_kinds": None, "typed_numbers": []}
    return {
        "typed": len(typed.numbers),
        "typed_kinds": dict(typed.counts),
        "typed_numbers": [_facts(one) for one in typed.numbers],
    }


def _facts(number: "TypedNumber") -> dict[str, object]:
    place = number.place
    return {
        "kind": number.kind.value,
        "number": number.text,
        "sentence": number.sentence,
        "issue": number.issue,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "sheet": place.sheet if place else None,
        "cell": place.cell if place else None,
        "reference": number.reference,
    }
