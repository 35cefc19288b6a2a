"""Periods that are compared, and the order in which years are given."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.claims.model import Change, Comparison, Period, PeriodKind, Quantity, Series
from reportgen.claims.passages import Span
from reportgen.diagnostics import Severity
from reportgen.published.audit.finding import Code, Finding
from reportgen.published.audit.passages import Passage
from reportgen.published.audit.wording import figure, listed, named, quoted

_YEAR = 12


def check_periods(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Every comparison of periods that are not alike, and every year that is given twice."""
    for passage in passages:
        for claim in passage.reading.claims:
            found = None
            if isinstance(claim, Comparison):
                found = _check_comparison(claim.current, claim.earlier)
            elif isinstance(claim, Change) and claim.start is not None and claim.end is not None:
                found = _check_pair(claim.end.period, claim.start.period)
            if found is not None:
                severity, message, arithmetic = found
                evidence = f"{quoted(passage.text, claim.span)}: {arithmetic}"
                start = claim.span.start
                yield Finding(passage.block, passage.paragraph, start, Code.PERIOD, severity, message, evidence)


_Found = tuple[Severity, str, str]


def _check_comparison(current: Quantity, earlier: Sequence[Quantity]) -> _Found | None:
    if current.period is None:
        return _check_twice(earlier)
    periods = [one.period for one in earlier]
    known = [period for period in periods if period is not None]
    total = sum(one.value for one in earlier)
    if (
        len(known) == len(earlier) > 1
        and all(current.period.covers(period) for period in known)
        and total == current.value
    ):
        names = " + ".join(figure(one.value) for one in earlier)
        message = f"the years of {current.period.text} are called a comparison, but are its parts"
        return Severity.ERROR, message, f"{names} = {figure(current.value)}"
    for one in earlier:
        is_other = bool(one.noun and current.noun and one.noun.lower() != current.noun.lower())
        found = _check_pair(current.period, one.period)
        if found is not None and not (is_other and one.period and one.period.written == current.period.written):
            return found
    return _check_twice(earlier)


def _check_twice(earlier: Sequence[Quantity]) -> _Found | None:
    """A year that is given two values in one list."""
    seen: dict[str, Quantity] = {}
    for one in earlier:
        written = one.period.written if one.period is not None and one.period.kind is PeriodKind.YEAR else ""
        if written in seen and seen[written].value != one.value:
            message = f"{written} is given twice, with {named(seen[written])} and {named(one)}"
            return Severity.WARNING, message, f"{written}: {figure(seen[written].value)}, {figure(one.value)}"
        if written:
            seen[written] = one
    return None


def _check_pair(current: Period | None, earlier: Period | None) -> _Found | None:
    """Two periods of different length, or one that is compared with itself."""
    if current is None or earlier is None or PeriodKind.DATE in {current.kind, earlier.kind}:
        return None
    if current.written and current.written == earlier.written and current.span != earlier.span:
        return Severity.WARNING, f"{current.text} is compared with itself", f"{current.text}; {earlier.text}"
    one, other = current.months, earlier.months
    if not one or not other or one == other:
        return None
    arithmetic = f"{current.text}: {_length(one)}; {earlier.text}: {_length(other)}"
    verb = "is" if _length(one).startswith("1 ") else "are"
    return Severity.WARNING, f"{_length(one)} {verb} compared with {_length(other)}", arithmetic


def _length(months: int) -> str:
    years, rest = divmod(months, _YEAR)
    if rest:
        return f"{months} months" if months > 1 else "1 month"
    return f"{years} years" if years > 1 else "1 year"


# ---- the order of years ---------------------------------------------------------------------------------------

_List = tuple[Passage, Span, tuple[Period, ...]]


def check_year_order(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Lists of years that go neither up nor down, and those that go the other way than most lists of the document."""
    lists = [one for passage in passages for one in _lists(passage)]
    ways = [_way(periods) for _, _, periods in lists]
    up, down = ways.count("ascending"), ways.count("descending")
    few, many = ("descending", up) if down <= up else ("ascending", down)
    usual = "ascending" if few == "descending" else "descending"
    for one, way in zip(lists, ways, strict=True):
        if not way:
            yield _out_of_order(one, "the years stand in no order", Severity.WARNING)
        elif way == few:
            yield _out_of_order(one, f"the years are {way}; in {many} other lists they are {usual}", Severity.WARNING)


def _way(periods: Sequence[Period]) -> str:
    """How the years of a list go; empty where they go up and down."""
    if _is_rising(periods):
        return "ascending"
    return "descending" if _is_rising(periods[::-1]) else ""


def _lists(passage: Passage) -> Iterator[_List]:
    for claim in passage.reading.claims:
        if isinstance(claim, Comparison | Series):
            values = claim.earlier if isinstance(claim, Comparison) else claim.points
            periods = tuple(
                one.period for one in values if one.period is not None and one.period.kind is PeriodKind.YEAR
            )
            least = 2 if isinstance(claim, Comparison) else 3  # "in 2022 …; in 2021 …" is prose, and no list
            if len(periods) == len(values) >= least:
                yield passage, claim.span, periods


def _is_rising(periods: Sequence[Period]) -> bool:
    firsts = [period.first for period in periods if period.first is not None]
    return all(one <= other for one, other in pairwise(firsts))


def _out_of_order(one: _List, message: str, severity: Severity) -> Finding:
    passage, span, periods = one
    years = listed(period.text for period in periods)
    evidence = f"{quoted(passage.text, span)}: {years}"
    return Finding(passage.block, passage.paragraph, span.start, Code.YEAR_ORDER, severity, message, evidence)
