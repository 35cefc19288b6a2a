"""Make indicators of drafts that a project can be built with: valid, without contradictions, each with its key.

Figures of a report that do not agree with each other get a diagnostic.
"""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal as OneOf

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from reportgen.claims.model import Measure
from reportgen.claims.reading import read_claims
from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.document.tree import Paragraph
from reportgen.document.walk import plain_text
from reportgen.model import Currency, Indicator, Noun, Observation, Part, Period
from reportgen.model.indicators import Measure as Nature
from reportgen.model.indicators import Share, share_of
from reportgen.published.importer.figures.dating import Pairs
from reportgen.published.importer.figures.draft import DraftPart, FigureSpot, IndicatorDraft
from reportgen.published.importer.figures.drafts import find_drafts
from reportgen.published.importer.figures.joining import take_over
from reportgen.published.importer.figures.naming import label_of_words, make_key, unit_of
from reportgen.published.importer.light_markdown import plain_inlines
from reportgen.published.importer.sections import Section

_NEAR = 6
"""Paragraphs within which a breakdown may stand after its total."""
_SLIP = Decimal("0.1")
"""Parts that miss their total by less than a tenth are still its parts."""
_TELLING = 10
"""From here on the same number of the same things is no chance."""


class PlacedValue(Struct, frozen=True):
    """Where a value stands in a paragraph, and which one it is."""

    start: int
    end: int
    period: str
    """As project files write it."""
    part: int | None
    """The index of the part; None: the whole."""


class PlacedIndicator(Struct, frozen=True):
    """An indicator of a paragraph, and where its values stand in it."""

    key: str
    spots: tuple[PlacedValue, ...]


class ImportedFigures(Struct):
    """The figures of a report."""

    indicators: dict[str, Indicator] = {}
    found: dict[int, list[PlacedIndicator]] = {}
    """By the number of the paragraph."""
    diagnostics: list[Diagnostic] = []


class _Placed(Struct):
    """A draft with the paragraphs that it was found in."""

    draft: IndicatorDraft
    issue: int
    spots: dict[int, list[FigureSpot]]
    """Where its figures stand, by the number of the paragraph."""

    @property
    def paragraphs(self) -> list[int]:
        """The paragraphs that it was found in."""
        return sorted(self.spots)


def find_figures(sections: Iterable[Section], symbol: str, last_year: int, place: Place) -> ImportedFigures:
    """Return the figures of a report as indicators.

    Args:
        sections: its replies.
        symbol: its symbol, for the sources.
        last_year: the last reporting year: what "there are" says of the time of the report is taken for it.
        place: the file, for diagnostics.
    """
    figures = ImportedFigures()
    labels: set[str] = set()
    shares: list[tuple[str, IndicatorDraft]] = []
    keys: dict[int, str] = {}
    for section in sections:
        for placed in _of_section(section, last_year):
            source = _source(symbol, placed.paragraphs)
            for draft in _of_one_voice(placed.draft, source, place, figures.diagnostics):
                label = _free_label(draft.label, placed.paragraphs[0], labels)
                indicator = _indicator(draft, label, placed.issue, source)
                if indicator is not None:
                    labels.add((indicator.label or "").casefold())
                    key = make_key(indicator.label or draft.noun, figures.indicators)
                    figures.indicators[key] = indicator
                    keys[id(placed.draft)] = key
                    shares += [(key, placed.draft)] if placed.draft.share else []
                    for number, spots in placed.spots.items():
                        figures.found.setdefault(number, []).append(PlacedIndicator(key, tuple(_places(draft, spots))))
    for key, draft in shares:
        _link(figures, key, draft, keys, place)
    return figures


def _link(figures: ImportedFigures, key: str, draft: IndicatorDraft, keys: Mapping[int, str], place: Place) -> None:
    """Link a percentage to its part and its whole, and say where it does not follow from them."""
    part, whole = (keys.get(id(one.last)) for one in draft.share or ())
    if part is None or whole is None:
        return
    share = figures.indicators[key] = figures.indicators[key].model_copy(update={"share": Share(part=part, of=whole)})
    for period, found in share.values.items():
        of = figures.indicators[whole].value(period)
        counted = figures.indicators[part].value(period)
        if not of or counted is None or found.value is None:
            continue
        if share_of(counted, of, found.value) != found.value:
            source = share.published or ""
            figures.diagnostics.append(_disagree(source, "the percentage is not that of its part and its whole", place))


def _source(symbol: str, paragraphs: list[int]) -> str:
    """Return where figures come from: `CCPR/C/KAZ/3, para. 86`."""
    first, last = paragraphs[0], paragraphs[-1]
    return f"{symbol}, para. {first}" if first == last else f"{symbol}, paras. {first}–{last}"


def _places(draft: IndicatorDraft, spots: Sequence[FigureSpot]) -> Iterator[PlacedValue]:
    """Yield where the values of a draft stand, by the indexes of its parts."""
    index = {id(part): place for place, part in enumerate(draft.parts)}
    for spot in spots:
        part = index.get(id(spot.part))
        if spot.part is None or part is not None:
            yield PlacedValue(spot.start, spot.end, spot.period, part)


# ---- paragraphs -----------------------------------------------------------------------------------------------


def _of_section(section: Section, last_year: int) -> list[_Placed]:
    """Return the drafts of one reply; a breakdown joins the total before it, and so does what goes on with it."""
    placed: list[_Placed] = []
    pairs = Pairs()
    for block in section.blocks:
        if not isinstance(block, Paragraph) or block.number is None:
            continue
        text = plain_text(plain_inlines(block.children))
        before, pairs = pairs, Pairs()
        for draft in find_drafts(text, read_claims(text), ChainMap(pairs, before)):
            one = _Placed(draft, section.number, {block.number: draft.spots})
            if draft.needs_total:
                _add_breakdown(placed, one)
            elif _date(one, placed, last_year) and not _go_on(one, placed):
                placed.append(one)
    return placed


def _add_breakdown(placed: Sequence[_Placed], parts: _Placed) -> None:
    """Give parts to the total that stands shortly before them, and that they add up to, or nearly."""
    by = parts.draft.parts[0].by if parts.draft.parts else None
    whole = sum((value for part in parts.draft.parts for value in part.values.values()), Decimal(0))
    for one in reversed(placed):
        period = max(one.draft.values, key=_order)
        value = one.draft.values[period]
        is_taken = any(part.by == by for part in one.draft.parts)
        if _are_near(one, parts) and not is_taken and abs(value - whole) <= value * _SLIP:
            parts.draft.settle(period)
            one.draft.parts += parts.draft.parts
            one.spots |= parts.spots
            return


def _date(current: _Placed, placed: Sequence[_Placed], last_year: int) -> bool:
    """Settle a period that the text leaves open; whether it could be settled.

    `There are 50 centres` speaks of the time of the report; `the deaths of the 219 civilians` goes on with a figure
    that stood shortly before.
    """
    draft = current.draft
    if "" not in draft.values:
        return True
    value = draft.values[""]
    period = str(last_year) if draft.is_state else _period_of_known(value, draft.noun, current, placed)
    if not period:
        return False
    draft.values = {period: value}
    draft.settle(period)
    return True


def _period_of_known(value: Decimal, noun: str, current: _Placed, placed: Sequence[_Placed]) -> str:
    """Return the period of the same number of the same things, shortly before; empty where there is none."""
    if value < _TELLING or not noun:
        return ""
    for known in reversed([before for before in placed if _are_near(before, current)]):
        series = [(known.draft.noun, known.draft.values), *((part.label, part.values) for part in known.draft.parts)]
        for words, values in series:
            period = next((written for written, amount in values.items() if amount == value), "")
            if period and noun.casefold() in words.casefold():
                return period
    return ""


def _go_on(current: _Placed, placed: Sequence[_Placed]) -> bool:
    """Join a draft to one with the same words, shortly before, that it does not contradict; whether that was done."""
    draft = current.draft
    for known in reversed(placed):
        same = known.draft.label.casefold() == draft.label.casefold() and known.draft.unit == draft.unit
        if same and known.draft.measure is draft.measure and _are_near(known, current) and _agree(known.draft, draft):
            known.draft.values |= draft.values
            _join_parts(known.draft, draft)
            draft.joined_to = known.draft
            for number, spots in current.spots.items():
                known.spots[number] = [*known.spots.get(number, []), *spots]
            return True
    return False


def _agree(one: IndicatorDraft, other: IndicatorDraft) -> bool:
    """Return whether nothing that one says is contrary to the other, and each says something of its own."""
    labels = {part.label.casefold(): part for part in one.parts}
    pairs = ((part, labels.get(part.label.casefold())) for part in other.parts)
    are_apart = not any(known and part.values.keys() & known.values.keys() for part, known in pairs)
    are_same = all(one.values.get(period, value) == value for period, value in other.values.items())
    return are_apart and are_same and len(one.label.split()) > 1


def _join_parts(one: IndicatorDraft, other: IndicatorDraft) -> None:
    """Take over the parts of another draft, those with the same label as values of other periods."""
    labels = {part.label.casefold(): part for part in one.parts}
    for part in other.parts:
        if known := labels.get(part.label.casefold()):
            take_over(known, part, other.spots)
        else:
            one.parts.append(part)
    one.exhaustive = one.exhaustive and other.exhaustive


def _are_near(before: _Placed, after: _Placed) -> bool:
    return after.paragraphs[0] - before.paragraphs[0] <= _NEAR


def _order(written: str) -> tuple[tuple[int, int], int]:
    return Period.parse(written).order


# ---- agreement ------------------------------------------------------------------------------------------------


def _of_one_voice(
    draft: IndicatorDraft, source: str, place: Place, diagnostics: list[Diagnostic]
) -> Iterator[IndicatorDraft]:
    """Yield the draft, or two of it, so that no figure contradicts another; contradictions get a diagnostic."""
    apart = _spans_that_do_not_add_up(draft)
    for span in apart:
        diagnostics.append(_disagree(source, "the years do not add up to the whole period", place))
        yield replace(draft, values={span: draft.values[span]}, parts=[], label=f"{draft.label} ({span})")
    left = replace(draft, values={period: value for period, value in draft.values.items() if period not in apart})
    left.parts = list(_sound_parts(left, source, place, diagnostics))
    if left.values:
        yield left


def _spans_that_do_not_add_up(draft: IndicatorDraft) -> list[str]:
    """Return spans of years whose years are all given, with another sum."""
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


def _sound_parts(
    draft: IndicatorDraft, source: str, place: Place, diagnostics: list[Diagnostic]
) -> Iterator[DraftPart]:
    """Yield the parts that can stand beside their total: each with its own label, none larger than the whole."""
    groups: dict[str | None, list[DraftPart]] = {}
    for part in draft.parts:
        groups.setdefault(part.by, []).append(part)
    for parts in groups.values():
        labels = [part.label.casefold() for part in parts]
        values = [(draft.values.get(period), value) for part in parts for period, value in part.values.items()]
        if len(set(labels)) < len(labels) or not all(labels):
            continue
        if any(whole is None or value > whole for whole, value in values):
            diagnostics.append(_disagree(source, "a part is larger than the whole", place))
            continue
        if (draft.exhaustive or parts[0].by) and _misses(draft, parts[0].by):
            diagnostics.append(_disagree(source, "the parts do not add up to the whole", place))
        yield from parts


def _disagree(source: str, reason: str, place: Place) -> Diagnostic:
    return diagnose("RG840", place, source=Literal(source), reason=Literal(reason))


# ---- indicators -----------------------------------------------------------------------------------------------


def _free_label(words: str, paragraph: int, taken: set[str]) -> str | None:
    """Return a label; with its paragraph where another indicator has the same."""
    label = label_of_words(words)
    if label is None or label.casefold() not in taken:
        return label
    count = 2
    found = f"{label} (para. {paragraph})"
    while found.casefold() in taken:
        found, count = f"{label} (para. {paragraph}, {count})", count + 1
    return found


def _indicator(draft: IndicatorDraft, label: str | None, issue: int, source: str) -> Indicator | None:
    """Return a draft as an indicator; None where the model refuses it."""
    plain = [part for part in draft.parts if part.by is None]
    try:
        return Indicator(
            label=label,
            unit=_unit(draft),
            measure=_nature(draft),
            issue=issue,
            values=_values(draft.values),
            breakdown=tuple(_breakdown(draft)),
            exhaustive=not plain or (draft.exhaustive and not _misses(draft, None)),
            published=source,
            report="none",
            show=draft.show,
        )
    except ValidationError:
        return None


def _nature(draft: IndicatorDraft) -> Nature:
    if draft.measure is Measure.RATE:
        return "rate"
    return "stock" if draft.is_state else "flow"


def _unit(draft: IndicatorDraft) -> Noun | Currency | OneOf["percent", "rank"] | None:
    match draft.measure:
        case Measure.MONEY:
            return Currency(currency=draft.unit) if draft.unit else None
        case Measure.PER_CENT:
            return "percent"
        case Measure.RANK:
            return "rank"
        case Measure.RATE:
            return None
        case _:
            return unit_of(draft.noun)


def _values(values: Mapping[str, Decimal]) -> dict[Period, Observation]:
    """Return values by period, in the order of time."""
    return {Period.parse(written): Observation(value=values[written]) for written in sorted(values, key=_order)}


def _breakdown(draft: IndicatorDraft) -> Iterator[Part]:
    for part in draft.parts:
        exhaustive = part.by is None or not _misses(draft, part.by)
        yield Part(label=part.label, by=part.by, values=_values(part.values), exhaustive=exhaustive)


def _misses(draft: IndicatorDraft, by: str | None) -> bool:
    """Return whether the parts by a criterion do not add up to the whole."""
    parts = [part for part in draft.parts if part.by == by]
    for period in {period for part in parts for period in part.values}:
        values = [part.values[period] for part in parts if period in part.values]
        if len(values) < len(parts) or sum(values, Decimal(0)) != draft.values.get(period):
            return True
    return False
