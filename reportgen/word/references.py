"""Compare what the references and the list of contents of the edited report print with the text as it is now."""

import re
from collections.abc import Iterator, Sequence

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose, shown
from reportgen.document.numbering import contents_entries
from reportgen.document.tree import Contents
from reportgen.document.walk import plain_text
from reportgen.readers.line import FileLine
from reportgen.readers.reading import ReadReport
from reportgen.regex import regex
from reportgen.word.units import Unit
from reportgen.writers.wording import paragraph_range

_REF = regex(r"REF\s+(\w+)", re.IGNORECASE)
_SIDE = regex(r"\\p\b", re.IGNORECASE)
"""What makes a field print on which side its target stands, `above` or `below` (ECMA-376 Part 1, 17.16.5.45)."""
_PAGE = regex(r"PAGEREF\s+\w", re.IGNORECASE)
_LINES = 3
"""How many lines of the contents are named."""
_RANGE = regex(r"\s(\d{1,5}(?:–\d{1,5})?)\s*$")
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
    order = {id(unit): place for place, unit in enumerate(edited)}
    for unit in edited:
        for target, words, is_side in _references(unit):
            if target not in targets and target in known:
                yield diagnose("RG856", Place(name), where=unit.where, said=words, was=known[target].where)
            elif target not in targets:
                continue
            elif is_side:
                side = "above" if order[id(targets[target])] < order[id(unit)] else "below"
                if {"above", "below"} - {side} == {words.strip().lower()}:
                    yield diagnose("RG855", Place(name), where=unit.where, said=words.strip(), number=side)
            elif (printed := _printed(targets[target], target)) and printed != _number(words):
                yield diagnose(
                    "RG855", Place(name), where=unit.where, said=f"paragraph {_number(words)}", number=printed
                )


def check_contents(edited: ReadReport, name: str) -> Iterator[Diagnostic]:
    """Yield one finding on the lines of the contents that give other paragraphs than stand under their headings.

    Ctrl+A and F9 do not bring all of them up to date: a range ends with the paragraph that was the last one of the part
    when the file was made, and does not know one that was added after it.

    Args:
        edited: the report as it came back.
        name: of the edited file, for places.
    """
    old = [f"{said} for “{shown(heading)}”, now {now}" for heading, said, now in _ranges(edited) if said != now]
    if old:
        more = [f"{len(old) - _LINES} more"] if len(old) > _LINES else []
        yield diagnose("RG862", Place(name), lines=Literal("; ".join([*old[:_LINES], *more])))


def _ranges(edited: ReadReport) -> Iterator[tuple[str, str, str]]:
    """Yield the heading of each line of the contents, the paragraphs that it gives, and those that stand there."""
    for found in edited.found:
        if not isinstance(found.block, Contents):
            continue
        entries = {one.target: one for one in contents_entries(edited.document.blocks, found.block.levels)}
        for line in found.pieces:
            page = (
                next((field for field in line.fields if _PAGE.match(field.code)), None)
                if isinstance(line, FileLine)
                else None
            )
            entry = entries.get(page.code.split()[1]) if page else None
            said = _RANGE.search(line.text[: page.start]) if isinstance(line, FileLine) and page else None
            if entry and said and entry.first is not None:
                yield plain_text(entry.children), said[1], paragraph_range(entry)


def _targets(units: Sequence[Unit]) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for unit in units:
        for span in unit.spans:
            found.setdefault(span.name, unit)
    return found


def _references(unit: Unit) -> Iterator[tuple[str, str, bool]]:
    """Yield what a unit refers to, its words, and whether they are a side: by fields of Word, and by typed links."""
    fields = [(field, match) for field in unit.fields if (match := _REF.match(field.code))]
    for field, match in fields:
        yield match.group(1), unit.text[field.start : field.end], _SIDE.search(field.code) is not None
    by_field = {match.group(1) for _, match in fields}
    for reference in unit.references:
        if reference.target not in by_field and _NUMBERED.fullmatch(reference.text.strip()):
            yield reference.target, reference.text, False


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
