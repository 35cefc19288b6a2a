"""Drafts become indicators that a project can be built with: valid, of one voice with themselves, each with its key.

In come the paragraphs of a report in their order; out go indicators by key, where their figures stand, and what is said
of figures that do not agree with each other.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal as OneOf

from pydantic import ValidationError

from reportgen.claims import read_claims
from reportgen.claims.model import Measure
from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.document.tree import Paragraph
from reportgen.document.walk import plain_text
from reportgen.importer.figures.drafts import Draft, DraftPart, find_drafts
from reportgen.importer.figures.found import Found
from reportgen.importer.figures.naming import label_of_words, make_key, unit_of
from reportgen.importer.light_markdown import plain_inlines
from reportgen.importer.sections import Section
from reportgen.model import Currency, Indicator, Noun, Observation, Part, Period

_UNDATED = "the report names no year for it"
_NEAR = 6
"""Paragraphs within which a breakdown may stand after its total."""
_SLIP = Decimal("0.1")
"""Parts that miss their total by less than a tenth are still its parts."""


@dataclass
class Figures:
    """The figures of a report."""

    indicators: dict[str, Indicator] = field(default_factory=dict)
    found: dict[int, list[Found]] = field(default_factory=dict)
    """By the number of the paragraph."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


@dataclass
class _Placed:
    """A draft with the paragraphs that it was found in."""

    draft: Draft
    issue: int
    paragraphs: list[int]
    spans: dict[int, list[tuple[int, int]]]


def find_figures(sections: Iterable[Section], symbol: str, last_year: int, place: Place) -> Figures:
    """The figures of a report as indicators.

    Args:
        sections: its replies.
        symbol: its symbol, for the sources.
        last_year: the last reporting year: where a total is given without a year, it is taken for this one.
        place: the file, for what is said of it.
    """
    figures = Figures()
    labels: set[str] = set()
    for section in sections:
        for placed in _of_section(section):
            source = _source(symbol, placed.paragraphs)
            for draft in _of_one_voice(placed.draft, source, place, figures.diagnostics):
                label = _free_label(draft, placed.paragraphs[0], labels)
                indicator = _indicator(draft, label, placed.issue, source, last_year)
                if indicator is not None:
                    labels.add((indicator.label or "").casefold())
                    key = make_key(indicator.label or draft.noun, figures.indicators)
                    figures.indicators[key] = indicator
                    for number, spans in placed.spans.items():
                        figures.found.setdefault(number, []).append(Found(key, number, tuple(spans)))
    return figures


def _source(symbol: str, paragraphs: list[int]) -> str:
    """Where figures come from: `CCPR/C/KAZ/3, para. 86`."""
    first, last = paragraphs[0], paragraphs[-1]
    return f"{symbol}, para. {first}" if first == last else f"{symbol}, paras. {first}–{last}"


# ---- paragraphs -----------------------------------------------------------------------------------------------


def _of_section(section: Section) -> Iterator[_Placed]:
    """The drafts of one reply; breakdowns that stand after their total join it."""
    placed: list[_Placed] = []
    for block in section.blocks:
        if not isinstance(block, Paragraph) or block.number is None:
            continue
        text = plain_text(plain_inlines(block.children))
        for draft in find_drafts(text, read_claims(text).claims):
            if not draft.needs_total:
                placed.append(_Placed(draft, section.number, [block.number], {block.number: draft.spans}))
            elif (total := _total_of(draft, placed, block.number)) is not None:
                _add_breakdown(total, draft, block.number)
    yield from placed


def _total_of(parts: Draft, placed: list[_Placed], number: int) -> _Placed | None:
    """The total that stands shortly before parts, and that they add up to, or nearly."""
    whole = sum((value for part in parts.parts for value in part.values.values()), Decimal(0))
    for one in reversed(placed):
        near = number - one.paragraphs[0] <= _NEAR
        if near and any(abs(value - whole) <= value * _SLIP for value in _latest(one.draft)):
            return one
    return None


def _latest(draft: Draft) -> list[Decimal]:
    """The value that a breakdown may belong to: of the last period."""
    periods = sorted(draft.values, key=_order)
    return [draft.values[periods[-1]]] if periods else []


def _order(written: str) -> tuple[tuple[int, int], int]:
    return Period.parse(written).order if written else ((0, 0), 0)


def _add_breakdown(total: _Placed, parts: Draft, number: int) -> None:
    period = max(total.draft.values, key=_order)
    by = parts.criterion
    if by is None or any(part.by == by for part in total.draft.parts):
        return
    for part in parts.parts:
        total.draft.parts.append(DraftPart(part.label, {period: next(iter(part.values.values()))}, by))
    total.paragraphs.append(number)
    total.spans[number] = parts.spans


# ---- agreement ------------------------------------------------------------------------------------------------


def _of_one_voice(draft: Draft, source: str, place: Place, said: list[Diagnostic]) -> Iterator[Draft]:
    """The draft, or two of it, so that no check finds figures against each other; what they disagree on is said."""
    apart = _spans_that_do_not_add_up(draft)
    for span in apart:
        said.append(_disagree(source, "the years do not add up to the whole period", place))
        yield replace(draft, values={span: draft.values[span]}, parts=[], label=f"{draft.label} ({span})")
    left = replace(draft, values={period: value for period, value in draft.values.items() if period not in apart})
    left.parts = list(_sound_parts(left, source, place, said))
    if left.values:
        yield left


def _spans_that_do_not_add_up(draft: Draft) -> list[str]:
    """Spans of years whose years are all given, with another sum."""
    apart = []
    for written, value in draft.values.items():
        span = Period.parse(written) if written else None
        if span is None or not span.is_span or draft.measure in {Measure.PER_CENT, Measure.RANK}:
            continue
        years = [draft.values.get(str(year)) for year in range(span.start[0], span.end[0] + 1)]
        known = [year for year in years if year is not None]
        if len(known) == len(years) and sum(known, Decimal(0)) != value:
            apart.append(written)
    return apart


def _sound_parts(draft: Draft, source: str, place: Place, said: list[Diagnostic]) -> Iterator[DraftPart]:
    """The parts that can stand beside their total: each with its own label, none larger than the whole."""
    groups: dict[str | None, list[DraftPart]] = {}
    for part in draft.parts:
        groups.setdefault(part.by, []).append(part)
    for parts in groups.values():
        labels = [part.label.casefold() for part in parts]
        values = [(draft.values.get(period), value) for part in parts for period, value in part.values.items()]
        if len(set(labels)) < len(labels) or not all(labels):
            continue
        if any(whole is None or value > whole for whole, value in values):
            said.append(_disagree(source, "a part is larger than the whole", place))
            continue
        yield from parts


def _disagree(source: str, reason: str, place: Place) -> Diagnostic:
    return diagnose("RG840", place, source=Literal(source), reason=Literal(reason))


# ---- indicators -----------------------------------------------------------------------------------------------


def _free_label(draft: Draft, paragraph: int, taken: set[str]) -> str | None:
    """The label of a draft; with its paragraph where another indicator has the same."""
    words = draft.label if not draft.noun or draft.noun.casefold() in draft.label.casefold() else ""
    label = label_of_words(words or f"{draft.noun} {draft.label}")
    if label is None or label.casefold() not in taken:
        return label
    count = 2
    found = f"{label} (para. {paragraph})"
    while found.casefold() in taken:
        found, count = f"{label} (para. {paragraph}, {count})", count + 1
    return found


def _indicator(draft: Draft, label: str | None, issue: int, source: str, last_year: int) -> Indicator | None:
    """A draft as an indicator; None where the model refuses it."""
    unit = _unit(draft)
    try:
        return Indicator(
            label=label,
            unit=unit,
            issue=issue,
            values=_values(draft.values, last_year),
            breakdown=tuple(_breakdown(draft, last_year)),
            exhaustive=draft.exhaustive and not (draft.parts and _misses(draft, None)),
            source=source,
            report="none",
        )
    except ValidationError:
        return None


def _unit(draft: Draft) -> Noun | Currency | OneOf["percent", "rank"] | None:
    match draft.measure:
        case Measure.MONEY:
            return Currency(currency=draft.unit) if draft.unit else None
        case Measure.PER_CENT:
            return "percent"
        case Measure.RANK:
            return "rank"
        case _:
            return unit_of(draft.noun)


def _values(values: Mapping[str, Decimal], last_year: int) -> dict[Period, Observation]:
    return {
        Period.parse(written) if written else Period.of_year(last_year): Observation(
            value=value, note=None if written else _UNDATED
        )
        for written, value in values.items()
    }


def _breakdown(draft: Draft, last_year: int) -> Iterator[Part]:
    for part in draft.parts:
        values = _values(part.values, last_year)
        exhaustive = part.by is None or not _misses(draft, part.by)
        yield Part(label=part.label, by=part.by, values=values, exhaustive=exhaustive)


def _misses(draft: Draft, by: str | None) -> bool:
    """Whether the parts by a criterion do not add up to the whole."""
    parts = [part for part in draft.parts if part.by == by]
    for period in {period for part in parts for period in part.values}:
        values = [part.values[period] for part in parts if period in part.values]
        if sum(values, Decimal(0)) != draft.values.get(period):
            return True
    return False
