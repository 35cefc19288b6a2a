"""Set the fields of units back to what was built: numbers that Word puts in follow by themselves, and are no edits."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from reportgen.readers.line import Bookmark, FieldSpan
from reportgen.word.units import Unit, is_reference


def field_texts(units: Iterable[Unit]) -> dict[str, str]:
    """Return what each reference shows, by what Word is told to do; counters (SEQ) show another number each time."""
    return {
        field.code: unit.text[field.start : field.end] for unit in units for field in unit.fields if is_reference(field)
    }


def settle_fields(units: Sequence[Unit], texts: Mapping[str, str]) -> list[Unit]:
    """Return units whose fields show what they showed as built."""
    return [_settled(unit, texts) if unit.fields else unit for unit in units]


def without_kept_fields(unit: Unit, texts: Mapping[str, str]) -> Unit:
    """Return a unit without the fields that show what they showed as built: nobody typed into them."""
    typed = tuple(field for field in unit.fields if texts.get(field.code, "") != unit.text[field.start : field.end])
    return replace(unit, fields=typed, references=())


def _settled(unit: Unit, texts: Mapping[str, str]) -> Unit:
    for number in sorted(range(len(unit.fields)), key=lambda one: -unit.fields[one].start):
        field = unit.fields[number]
        shown = texts.get(field.code)
        if shown is not None and shown != unit.text[field.start : field.end]:
            unit = _put(unit, field, shown)
    return unit


def _put(unit: Unit, field: FieldSpan, shown: str) -> Unit:
    grown = len(shown) - (field.end - field.start)

    def at(position: int) -> int:
        return position + grown if position >= field.end else position

    def span(bookmark: Bookmark) -> Bookmark:
        return replace(bookmark, start=at(bookmark.start), end=at(bookmark.end))

    return replace(
        unit,
        text=unit.text[: field.start] + shown + unit.text[field.end :],
        looks=unit.looks[: field.start] + (unit.looks[field.start :] or "0")[0] * len(shown) + unit.looks[field.end :],
        marks=tuple(map(at, unit.marks)),
        figures=tuple(map(span, unit.figures)),
        spans=tuple(map(span, unit.spans)),
        fields=tuple(replace(one, start=at(one.start), end=at(one.end)) for one in unit.fields),
    )
