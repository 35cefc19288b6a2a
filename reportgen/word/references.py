"""Compare the number that each reference of the edited report prints with the number that its paragraph has now."""

import re
from collections.abc import Iterator, Sequence

from reportgen.diagnostics import Diagnostic, Place, diagnose
from reportgen.regex import regex
from reportgen.word.units import Unit

_REF = regex(r"REF\s+(\w+)", re.IGNORECASE)
_NUMBERED = regex(r"(?:para(?:graph|s|\.)*\s+)?(\d{1,4})", re.IGNORECASE)


def check_references(edited: Sequence[Unit], built: Sequence[Unit], name: str) -> Iterator[Diagnostic]:
    """Yield references to paragraphs that are gone, or that have another number now.

    Args:
        edited: the report as it came back.
        built: the report as it was built.
        name: of the edited file, for places.
    """
    targets = _targets(edited)
    known = _targets(built)
    for unit in edited:
        for target, words in _references(unit):
            if target not in targets and target in known:
                yield diagnose("RG856", Place(name), where=unit.where, said=words, was=known[target].where)
            elif target in targets and (printed := _printed(targets[target], target)) and printed != _number(words):
                yield diagnose("RG855", Place(name), where=unit.where, said=_number(words), number=printed)


def _targets(units: Sequence[Unit]) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for unit in units:
        for span in unit.spans:
            found.setdefault(span.name, unit)
    return found


def _references(unit: Unit) -> Iterator[tuple[str, str]]:
    """Yield what a unit refers to, with its words: by fields of Word, and by links whose number is typed."""
    fields = [(field, match) for field in unit.fields if (match := _REF.match(field.code))]
    yield from ((match.group(1), unit.text[field.start : field.end]) for field, match in fields)
    by_field = {match.group(1) for _, match in fields}
    for reference in unit.references:
        if reference.target not in by_field and _NUMBERED.fullmatch(reference.text.strip()):
            yield reference.target, reference.text


def _number(words: str) -> str:
    match = _NUMBERED.fullmatch(words.strip())
    return match.group(1) if match else words.strip()


def _printed(unit: Unit, target: str) -> str:
    """Return the number of the paragraph in which a bookmark stands, or of the table around whose number it stands."""
    if unit.number is not None:
        return str(unit.number)
    if unit.kind == "Table":
        span = next((span for span in unit.spans if span.name == target), None)
        text = unit.text[span.start : span.end] if span else ""
        return text if text.isdigit() else ""
    return ""
