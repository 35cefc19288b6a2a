"""Small numbers about people that somebody typed: in texts, in tables of texts, and in the words beside the figures."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.typed.numbers import TypedNumbers
from reportgen.claims.typed import NumberKind, sort_numbers
from reportgen.diagnostics import Literal, Path, Place, Places, shown
from reportgen.document.cells import heads_above
from reportgen.document.tree import Table
from reportgen.document.walk import plain_text
from reportgen.languages.en.numerals import read_cardinal
from reportgen.model.indicators import Indicator, label_of
from reportgen.model.merge import Protected, Where
from reportgen.regex import regex

_WORD = regex(r"[^\W\d_]+")
_STEM = 3
"""Letters by which words of a label are known in a sentence, at the least: `women`, `woman`."""


class _Typed(Struct, frozen=True):
    """A number that somebody typed."""

    text: str
    words: str
    """Its sentence; of a cell also its row and its heads."""
    issue: int | None
    at: Path | Place | None
    agency: str | None
    """Who wrote it; None: no agency."""


def find_typed_small(
    context: CheckContext, protected: Protected, typed: TypedNumbers, places: Places
) -> Iterator[Finding]:
    """Yield RG362 for typed numbers that stand beside the name of a part, and are one of its numbers not printed.

    What an agency gets to read of the numbers of another one names neither number nor part.

    Args:
        context: with the indicators as they were given.
        protected: the same as they may be printed.
        typed: the numbers that authors typed.
        places: where the submissions stood.
    """
    if not protected.withheld:
        return
    agencies = {
        place.file: one.agency
        for number, one in enumerate(context.report.submissions)
        if (place := places.find(("submissions", number)))
    }
    for number in (*_in_texts(typed, agencies), *_beside_figures(context, protected)):
        where = _withheld(number, context, protected)
        if where is not None:
            yield Finding("RG362", number.at, _said(number, where, context))


def _said(number: _Typed, where: Where, context: CheckContext) -> Mapping[str, object]:
    key, place, period = where
    indicator = context.merged.indicators[key]
    label = shown(label_of(indicator, key))
    if number.agency not in {None, context.merged.owners.get(key)}:
        return {"typed": Literal("a number here"), "what": Literal(f"one of another agency (“{label}”)")}
    part = shown(indicator.breakdown[place or 0].name)
    return {"typed": number.text, "what": Literal(f"the number of {part} in {period} (“{label}”)")}


def _withheld(number: _Typed, context: CheckContext, protected: Protected) -> Where | None:
    """Return the first number that is not printed which a typed one may be."""
    value = _value(number.text)
    for where in (one for one, withheld in protected.withheld.items() if withheld == value):
        indicator = context.merged.indicators[where[0]]
        part = indicator.breakdown[where[1] or 0]
        is_near = None in {indicator.issue, number.issue} or indicator.issue == number.issue
        if is_near and _names(number.words, (part.called(one=True), part.name)):
            return where
    return None


# ---- where numbers are typed ----------------------------------------------------------------------------------


def _in_texts(typed: TypedNumbers, agencies: Mapping[str, str]) -> Iterator[_Typed]:
    """Yield the numbers of texts and templates, those of a table with the words of their row and their heads."""
    rows = {position: list(_cells(block)) for position, block in enumerate(typed.blocks) if isinstance(block, Table)}
    for number in typed.numbers:
        passage = typed.passages[number.passage]
        words = [number.sentence, passage.lead]
        words += [beside for text, beside in rows.get(passage.position, ()) if text == passage.text]
        agency = agencies.get(number.place.file) if number.place else None
        yield _Typed(number.text, "\n".join(words), number.issue, number.place, agency)


def _cells(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the text of each cell of a table, with that of the first cell of its row, its heads and the caption."""
    heads = [" ".join(plain_text(cell.children) for cell in above) for above in heads_above(table)]
    caption = plain_text(table.caption)
    for row in table.rows:
        first = plain_text(row.cells[0].children) if row.cells else ""
        for cell, head in zip(row.cells, heads, strict=False):
            yield plain_text(cell.children), f"{first}\n{head}\n{caption}"


def _beside_figures(context: CheckContext, protected: Protected) -> Iterator[_Typed]:
    """Yield the numbers in the words that are printed beside figures: labels, notes, breaks, sources."""
    for key, indicator in protected.merged.indicators.items():
        for text, part, path in _words_of(key, indicator, protected):
            owner = context.report.submissions[int(path[1])].agency if path[:1] == ("submissions",) else None
            for number in sort_numbers(text, language=context.report.settings.language):
                if number.kind is NumberKind.STATISTIC:
                    words = f"{number.sentence.of(text)}\n{part}"
                    yield _Typed(number.span.of(text), words, indicator.issue, path, owner)


def _words_of(key: str, indicator: Indicator, protected: Protected) -> Iterator[tuple[str, str, Path]]:
    """Yield the words of an indicator, each with the label of the part that they are said of, and their path."""
    merged = protected.merged
    home = merged.homes.get(key, ())
    for name, text in (("label", indicator.label), ("source", indicator.source)):
        yield text or "", "", merged.fields.get((key, name), home)
    for period, reason in indicator.breaks.items():
        yield reason, "", (*merged.fields.get((key, "breaks"), home), str(period))
    for place, series in ((None, indicator), *enumerate(indicator.breakdown)):
        called = "" if place is None else indicator.breakdown[place].name
        yield called, "", merged.fields.get((key, "breakdown"), home)
        for period, one in series.values.items():
            yield one.note or "", called, (*merged.paths.get((key, place, period), home), "note")


# ---- how they are read ----------------------------------------------------------------------------------------


def _value(text: str) -> Decimal | None:
    """Return the number that was typed, in digits or in English words."""
    digits = "".join(text.replace(",", "").split())
    if digits.isdecimal():
        return Decimal(digits)
    cardinal = read_cardinal(text.casefold().split())
    return None if cardinal is None else Decimal(cardinal.value)


def _names(sentence: str, labels: Iterable[str]) -> bool:
    """Return whether a sentence has the words of a label, whatever their endings."""
    words = [word.casefold() for word in _WORD.findall(sentence)]
    return any(
        all(any(one[:length] == word[:length] for one in words) for word, length in _stems(label)) for label in labels
    )


def _stems(label: str) -> list[tuple[str, int]]:
    words = [word.casefold() for word in _WORD.findall(label) if len(word) > _STEM] or [label.casefold()]
    return [(word, max(_STEM, len(word) - 2)) for word in words]
