"""Years against the period that they lie in, and the same figures under two dates."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.claims.model import Measure, PeriodKind, Quantity, StatedPeriod
from reportgen.claims.passages import Span
from reportgen.diagnostics import Severity, and_list
from reportgen.published.audit.bounds import are_exact, bounds
from reportgen.published.audit.conflicts import within
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.memory import Remembered
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.proof import is_alone
from reportgen.published.audit.wording import figure, quoted

_RUN = 3
"""Figures in a row that two sentences share."""
_LARGE = Decimal(100)
_LARGE_ONES = 2
"""So many of a run must be this large: small numbers are alike by chance."""
_BEHIND = 12
"""Characters behind a period within which `alone` belongs to it."""


def check_years(passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield years that do not fit into their period, and figures that stand under two dates."""
    yield from _check_alone(passages)
    yield from _check_dates(passages)


# ---- a year alone ---------------------------------------------------------------------------------------------


def _check_alone(passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield `in 2017–2023, … 18,000 persons, and in 2023 alone … 44,090`: a year that is larger than its period."""
    for passage in passages:
        for sentence in passage.sentences:
            periods = [
                period for period in within(passage.reading.periods, sentence) if _is_alone(passage.text, period)
            ]
            if not periods:
                continue
            quantities = list(within(passage.reading.quantities, sentence))
            for part in (quantity for quantity in quantities if quantity.period in periods):
                whole = next((quantity for quantity in quantities if _is_whole(quantity, part)), None)
                if whole is not None and bounds(part).low > bounds(whole).high:
                    yield _larger(passage, whole, part)


def _is_alone(text: str, period: StatedPeriod) -> bool:
    return "alone" in text[period.span.end : period.span.end + _BEHIND].lower().replace(",", " ").split()[:1]


def _is_whole(whole: Quantity, part: Quantity) -> bool:
    """Return whether a quantity is that of the longer period that the part's year lies in, of the same noun."""
    if whole.period is None or part.period is None or whole.span == part.span or whole.measure is not part.measure:
        return False
    is_alike = not part.noun or not whole.noun or whole.noun.lower() == part.noun.lower()
    return is_alike and whole.period.covers(part.period) and whole.period.months > part.period.months


def _larger(passage: AuditPassage, whole: Quantity, part: Quantity) -> AuditFinding:
    written = [quantity.period.text if quantity.period else "" for quantity in (part, whole)]
    message = f"{figure(part.value)} in {written[0]} alone is more than {figure(whole.value)} in all of {written[1]}"
    span = Span(min(whole.span.start, part.span.start), max(whole.span.end, part.span.end))
    arithmetic = f"{figure(part.value)} > {figure(whole.value)}"
    is_proved = are_exact([whole, part]) and is_alone(passage, whole, part)
    return passage.finding(Code.SUM, span, Severity.ERROR if is_proved else Severity.WARNING, message, arithmetic)


# ---- years and their period in two paragraphs -----------------------------------------------------------------

_Key = tuple[str, frozenset[str], frozenset[str]]


def check_year_sums(known: Sequence[Remembered]) -> Iterator[AuditFinding]:
    """Yield periods whose years, said elsewhere in the same words, have another sum."""
    alike: dict[_Key, list[Remembered]] = defaultdict(list)
    for remembered in known:
        alike[remembered.head, remembered.qualifiers, remembered.context].append(remembered)
    for group in alike.values():
        for whole in group:
            period = whole.quantity.period
            if period is not None and period.kind is PeriodKind.SPAN:
                yield from _check_span(whole, period, group)


def _check_span(whole: Remembered, period: StatedPeriod, group: Sequence[Remembered]) -> Iterator[AuditFinding]:
    parts: dict[str, Remembered] = {}
    for remembered in group:
        inner = remembered.quantity.period
        is_year = inner is not None and inner.kind is PeriodKind.YEAR and period.covers(inner)
        if is_year and remembered.passage.block != whole.passage.block:
            parts.setdefault(remembered.period, remembered)
    if len(parts) * 12 != period.months or len({part.passage.block for part in parts.values()}) != 1:
        return
    terms = [one.quantity.value for _, one in sorted(parts.items())]
    if sum(terms) == whole.quantity.value:
        return
    other = next(iter(parts.values()))
    message = (
        f"{figure(whole.quantity.value)} in {period.text}, but the years of it in {other.passage.place} add up to"
        f" {figure(sum(terms, Decimal(0)))}: are they the same?"
    )
    added = f"{' + '.join(map(figure, terms))} = {figure(sum(terms, Decimal(0)))}"
    evidence = (
        f"{quoted(whole.passage.text, whole.sentence)}; {other.passage.place}:"
        f" {quoted(other.passage.text, other.sentence)}: {added}"
    )
    start = whole.quantity.span.start
    yield whole.passage.finding_at(start, Code.CONFLICT, Severity.WARNING, message, evidence)


# ---- the same figures under two dates -------------------------------------------------------------------------


def _check_dates(passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield figures in a row that stand in two paragraphs under two dates."""
    seen: dict[tuple[Decimal, ...], tuple[AuditPassage, Quantity]] = {}
    for passage in passages:
        asked = False
        counts = [
            quantity
            for quantity in passage.reading.quantities
            if quantity.measure is Measure.COUNT and quantity.is_exact
        ]
        for at in range(len(counts) - _RUN + 1):
            run = counts[at : at + _RUN]
            values = tuple(quantity.value for quantity in run)
            if sum(value >= _LARGE for value in values) < _LARGE_ONES or not _is_dated(run):
                continue
            before = seen.setdefault(values, (passage, run[0]))
            if not asked and before[0].block != passage.block and _are_apart(before[1], run[0]):
                asked = True
                yield _two_dates(passage, run, *before)


def _is_dated(run: Sequence[Quantity]) -> bool:
    """Return whether all figures are of one period, whose months are known."""
    periods = {quantity.period.text if quantity.period else "" for quantity in run}
    return len(periods) == 1 and run[0].period is not None and run[0].period.first is not None


def _are_apart(one: Quantity, other: Quantity) -> bool:
    """Return whether the periods of two figures have no month in common."""
    first, second = one.period, other.period
    if first is None or second is None or None in {first.first, first.last, second.first, second.last}:
        return False
    return (first.last or ()) < (second.first or ()) or (second.last or ()) < (first.first or ())


def _two_dates(passage: AuditPassage, run: Sequence[Quantity], earlier: AuditPassage, first: Quantity) -> AuditFinding:
    here, there = (quantity.period.text if quantity.period else "" for quantity in (run[0], first))
    names = and_list([figure(quantity.value) for quantity in run])
    message = f"{names} are those of {here} here, but of {there} in {earlier.place}"
    around, before = (one.sentence_of(value.span) or value.span for one, value in ((passage, run[0]), (earlier, first)))
    evidence = f"{quoted(passage.text, around)}; {earlier.place}: {quoted(earlier.text, before)}"
    return passage.finding_at(run[0].span.start, Code.CONFLICT, Severity.WARNING, message, evidence)
