"""Periods that are compared, and the order in which years are given."""

from collections.abc import Iterator, Sequence

from reportgen.claims.model import SUMMED, Change, Comparison, PeriodKind, Quantity, StatedPeriod, StatedSeries
from reportgen.claims.passages import Span
from reportgen.diagnostics import Severity, and_list
from reportgen.published.audit.finding import AuditFinding, Code, Judgement
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.wording import figure, named
from reportgen.regex import regex

_YEAR = 12
_FISCAL = regex(r"\d{4}[-–]\d{2}")
"""`2018-19` is two years to some, and one financial year to others."""
_SAME_AGO = regex(
    r"(?:a|one) year (?:before|earlier|ago)|the year (?:before|prior)|(?:the )?(?:last|previous|preceding|prior) year"
)
"""The same period a year before, of whatever length: `in the last three months of 2004, against … a year earlier`."""
_LIKE = regex(
    r"\b(?:same|corresponding|comparable|equivalent|similar)\b[^;.]{0,30}\b(?:period|months?|time|quarter)\b"
    r"|\b(?:averag\w+|annual\w*|yearly)\b|\b(?:per|a|each) year\b(?! (?:ago|earlier|before))"
)
"""What says that periods may be compared: `in the same 1986 period`, `an average of 4,000 a year in 2015–2020`."""
_NEAR = 80
"""Characters before a claim in which it may stand."""
_USUAL = 2
"""Lists of years that make a custom of a document, where those of the other order are not half as many."""


def check_periods(passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield every comparison of periods that are not alike, and every year that is given twice."""
    for passage in passages:
        ends = set[Span]()
        for claim in passage.reading.claims:
            verdict = None
            if isinstance(claim, Comparison):
                verdict = _check_comparison(claim.current, claim.earlier)
            elif isinstance(claim, Change) and claim.start is not None and claim.end is not None:
                ends.add(claim.end.span)
                if claim.start.span in ends:
                    continue  # "fell from 11 to 7 between 2019 and 2022, then rose to 9 in 2023": 7 is that of 2022
                verdict = _check_pair(claim.end, claim.start)
            if verdict is not None and not _is_like(passage.text, claim.span):
                yield passage.finding(Code.PERIOD, claim.span, *verdict)
        may_list = " and 19" in passage.text or " and 20" in passage.text  # few do: to look for years takes longer
        for found in _YEARS.finditer(passage.text) if may_list else ():
            years = _ONE.findall(found[0])
            twice = next((year for at, year in enumerate(years) if year in years[:at]), None)
            end = found.end()
            is_list = len(years) > 2 or passage.text[end : end + 1] in ".,;:)"  # no "2018 and 2018 plans"
            if twice is not None and is_list and _EACH.match(passage.text, end) is None:
                message = f"{twice} stands twice in a list of years"
                yield passage.finding(Code.PERIOD, Span(*found.span()), Severity.WARNING, message, and_list(years))


def _is_like(text: str, span: Span) -> bool:
    """Return whether the words of a comparison, or those beside it, say that its periods are alike."""
    return _LIKE.search(text, max(span.start - _NEAR, 0), span.end + _NEAR) is not None


_ONE = regex(r"\b(?:19|20)\d\d\b(?:[-–](?:19|20)\d\d\b)?")
_YEARS = regex(rf"(?<![\d,./–-]){_ONE.pattern}(?:, {_ONE.pattern})*,? and {_ONE.pattern}(?![\d,./–-]\d)")
"""Years by themselves: `for 2017, 2019 and 2022`."""
_EACH = regex(r",? (?:respectively|in that order)\b")
"""What stands behind years of which each is that of another thing: `in 2010, 2012 and 2012, respectively`."""


def _check_comparison(current: Quantity, earlier: Sequence[Quantity]) -> Judgement | None:
    if current.period is None:
        return _check_twice(earlier)
    whole = current.period
    are_within = len(earlier) > 1 and all(one.period is not None and whole.covers(one.period) for one in earlier)
    if are_within and sum(one.value for one in earlier) == current.value:
        names = " + ".join(figure(one.value) for one in earlier)
        message = f"the years of {whole.text} are called a comparison, but are its parts"
        return Judgement(Severity.ERROR, message, f"{names} = {figure(current.value)}")
    for quantity in earlier:
        is_other = bool(quantity.noun and current.noun and quantity.noun.lower() != current.noun.lower())
        verdict = _check_pair(current, quantity)
        if verdict is not None and not (is_other and quantity.period and quantity.period.written == whole.written):
            return verdict
    return _check_twice(earlier)


def _check_twice(earlier: Sequence[Quantity]) -> Judgement | None:
    """Judge a year that stands twice in one list, with two values; not one that governs several, of several things."""
    seen: dict[str, tuple[Quantity, StatedPeriod]] = {}
    for quantity in earlier:
        period = quantity.period
        if period is None or period.kind is not PeriodKind.YEAR or not period.written:
            continue
        before, its_period = seen.setdefault(period.written, (quantity, period))
        if before.value != quantity.value and its_period.span != period.span:
            message = f"{period.written} is given twice, with {named(before)} and {named(quantity)}"
            arithmetic = f"{period.written}: {figure(before.value)}, {figure(quantity.value)}"
            return Judgement(Severity.WARNING, message, arithmetic)
    return None


def _check_pair(later: Quantity, before: Quantity) -> Judgement | None:
    """Judge the periods of two values: one that is compared with itself, or two of different length.

    Only what adds up over time is of a length: a rate of 2013–2014 and one of 2003 are of surveys.
    """
    current, earlier = later.period, before.period
    if current is None or earlier is None or PeriodKind.DATE in {current.kind, earlier.kind}:
        return None
    if current.written and current.written == earlier.written and current.span != earlier.span:
        message = f"{current.text} is compared with itself"
        return Judgement(Severity.WARNING, message, f"{current.text}; {earlier.text}")
    if not _adds_up(later) or _is_named_by_month(current, earlier) or _SAME_AGO.fullmatch(earlier.text) is not None:
        return None
    one, other = current.months, earlier.months
    if 1 in {one, other}:
        return None  # a month names a year by its examinations, or a level by its date: `90 per cent in July 2022`
    if not one or not other or one == other or _FISCAL.fullmatch(current.text) or _FISCAL.fullmatch(earlier.text):
        return None
    arithmetic = f"{current.text}: {_length(one)}; {earlier.text}: {_length(other)}"
    verb = "is" if _length(one).startswith("1 ") else "are"
    return Judgement(Severity.WARNING, f"{_length(one)} {verb} compared with {_length(other)}", arithmetic)


def _adds_up(quantity: Quantity) -> bool:
    """Return whether a value of two years is that of both together: no share, rate, or index such as 125.7."""
    return quantity.measure in SUMMED and quantity.step >= 1


def _is_named_by_month(current: StatedPeriod, earlier: StatedPeriod) -> bool:
    """Return whether a year is named by its last month: `in the year ended June 2023, down from 609 in June 2022`."""
    if current.kind is not PeriodKind.YEAR or earlier.months != 1 or current.last is None or earlier.last is None:
        return False
    return current.last[1] == earlier.last[1]


def _length(months: int) -> str:
    years, rest = divmod(months, _YEAR)
    if rest:
        return f"{months} months" if months > 1 else "1 month"
    return f"{years} years" if years > 1 else "1 year"


# ---- the order of years ---------------------------------------------------------------------------------------


def check_year_order(passages: Sequence[AuditPassage]) -> Iterator[AuditFinding]:
    """Yield lists of years that go neither up nor down, or the other way than most lists of the document."""
    lists = [(passage, *years) for passage in passages for years in _lists(passage)]
    ways = [_way(periods) for _, _, periods in lists]
    up, down = ways.count("ascending"), ways.count("descending")
    few, usual, many = ("descending", "ascending", up) if down <= up else ("ascending", "descending", down)
    for (passage, span, periods), way in zip(lists, ways, strict=True):
        if way and (way != few or many < max(_USUAL, 2 * ways.count(few))):
            continue
        message = (
            f"the years are {way}; in {many} other lists they are {usual}" if way else "the years stand in no order"
        )
        years = and_list([period.text for period in periods])
        yield passage.finding(Code.YEAR_ORDER, span, Severity.WARNING, message, years)


def _way(periods: Sequence[StatedPeriod]) -> str:
    """Return how the years of a list go; empty where they go up and down."""
    firsts = [period.first for period in periods if period.first is not None]
    if firsts == sorted(firsts):
        return "ascending"
    return "descending" if firsts == sorted(firsts, reverse=True) else ""


def _lists(passage: AuditPassage) -> Iterator[tuple[Span, tuple[StatedPeriod, ...]]]:
    """Yield the years of each comparison and series, with its place."""
    for claim in passage.reading.claims:
        if isinstance(claim, Comparison | StatedSeries):
            values = claim.earlier if isinstance(claim, Comparison) else claim.points
            periods = tuple(value.period for value in values if value.period and value.period.kind is PeriodKind.YEAR)
            least = 2 if isinstance(claim, Comparison) else 3  # "in 2022 …; in 2021 …" is prose, and no list
            if len(periods) == len(values) >= least:
                yield claim.span, periods
