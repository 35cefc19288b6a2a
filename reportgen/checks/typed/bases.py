"""The period that typed words of change start from: `than in 2022`, `since 2020`, `Between 2020 and 2023, …`."""

from collections.abc import Iterator, Sequence

from reportgen.checks.beside import CLOSING, Observed
from reportgen.checks.stated import beside_year, is_split
from reportgen.checks.typed.change_words import BASES, CLOSE, ChangeWord
from reportgen.checks.typed.extents import over_years
from reportgen.claims.line import Line
from reportgen.claims.model import PeriodKind, StatedPeriod
from reportgen.languages.en.lexicon import AGO, DOWN, LESS_OR_SHORTER, MORE_OR_LONGER, UP
from reportgen.languages.en.numerals import ORDINALS
from reportgen.languages.words import word_set
from reportgen.model import Period

_BASES_OF_AMOUNTS = word_set("as in of for during")
_BETWEEN = word_set(
    "in the that those of for during at year figure figures level levels number total compared as relative"
    " corresponding either both each any recorded registered reported lodged reached"
)
_EACH = word_set("either both each any")
_NARROWING = word_set("in among at of under within for by alone")
"""Behind the period that a change starts from: `28 more than in 2022 in the capital alone` is not of the whole."""


def compared(word: ChangeWord) -> Observed | None:
    """Return the figure that a number is held against: `384 in 2022, fewer than the 410 in 2023`, `twice the 410`."""
    line, at = word.line, word.at
    if word.is_as_many and line.low(at + 1) == "the":
        return word.figure_at(at + 2)
    if word.low not in MORE_OR_LONGER | LESS_OR_SHORTER:
        return None
    than = next((one for one in range(at + 1, at + CLOSE) if line.low(one) == "than"), None)
    figure = word.figure_at(than + 1 + (line.low(than + 1) == "the")) if than is not None else None
    # "more than 384 persons" is no comparison, "more than 384 in 2022" and "more than the 384" are.
    is_dated = figure is not None and any(item.kind == "p" for item in line.items[figure.at + 1 : figure.at + 4])
    return figure if figure is not None and (is_dated or line.low(figure.at - 1) == "the") else None


def named_bases(word: ChangeWord, end: Observed) -> Sequence[Period | None]:
    """Return the periods that the text names as what a change starts from; nothing where it names none.

    They are several where each is: `fewer than in 2021 or 2022`. None stands for one that cannot be told.
    """
    line = word.line
    if word.is_passing:
        return _behind(word, word.at, end) or [None]
    if before := _before(word, end):
        return before
    for place in range(word.at + 1, min(word.at + CLOSE, len(line.items))):
        if _ends_change(line, place):
            break
        if line.low(place) in UP | DOWN and word.at < end.at < place:
            break
        if line.low(place) in UP | DOWN:  # "fell in 2021 and rose on 2022": the next one has its own
            return [None]
        if (span := _span_at(word, place, end)) is not None:
            return span
        is_of_amount = (word.is_as_many or word.is_same or word.is_level) and line.low(place) in _BASES_OF_AMOUNTS
        found = _behind(word, place, end) if is_of_amount or line.low(place) in BASES else ()
        if found and not (is_of_amount and found[0] == end.where[2]):  # "as many were granted in 2023 as in 2022"
            return found
    return _opening(word, end)


def _before(word: ChangeWord, end: Observed) -> Sequence[Period | None]:
    """Return the period of a figure before a change, or the one since which it is: `in 2022 and have since fallen`."""
    if (figure := compared(word)) is not None:
        return [figure.where[2]]
    dated = [item.period for item in word.line.items[: word.at] if item.period is not None]
    return [read_base(dated[-1], end)] if dated and word.line.low(word.at - 1) == "since" else []


def _ends_change(line: Line, at: int) -> bool:
    """Return whether what follows is no base: `rose, but is lower than in 2021`, `against an average of 29 since …`."""
    quantity = line.items[at].quantity
    is_average = quantity is not None and "average" in line.text[line.items[at].start : quantity.span.start].casefold()
    return is_average or line.low(at) in {";", ".", ":", "while", "whereas"} | MORE_OR_LONGER | LESS_OR_SHORTER


def _span_at(word: ChangeWord, place: int, end: Observed) -> Sequence[Period | None] | None:
    """Return the period from which a change in a span of years starts: `between 2020 and 2023`, `over two years`."""
    line, item = word.line, word.line.items[place]
    is_first = line.low(word.at - 1) == "first" and word.low in UP | DOWN  # "the first rise since 2021"
    is_time = item.period is not None and item.period.text.endswith(" time") and line.low(place + 1) == "since"
    if is_first or is_time:  # "rose for the first time since 2020": on the year before
        return [_years_before(end, 1)]
    if item.period is not None and item.period.kind is PeriodKind.SPAN:
        return [_first_of(item.period, end)]
    years = item.quantity if item.quantity is not None and item.quantity.unit.startswith("year") else None
    is_over = years is not None and word.said.passage.text[: years.span.start].endswith("over ")
    return [over_years(word, end, int(years.value))] if is_over and years is not None else None


def _behind(word: ChangeWord, place: int, end: Observed) -> Sequence[Period | None]:
    """Return the period behind a word such as `than`, `since`, `compared with`."""
    line = word.line
    behind = place + 1
    while line.low(behind) in _BETWEEN and line.items[behind].kind == "w":
        behind += 1
    figure = word.figure_at(behind)
    if figure is not None and figure is not end and line.low(place) != "to":
        return [figure.where[2]]
    item = line.items[behind] if behind < len(line.items) else None
    if item is None or (line.low(place) == "to" and line.low(place - 1) != "compared"):
        return []
    if item.period is not None and item.period.kind is PeriodKind.RELATIVE and (item.period.years or 0) > 1:
        is_each = not _EACH.isdisjoint(
            line.words(place + 1, behind - place - 1)
        )  # of the last three, perhaps with this
        years = item.period.years or 0
        return [_years_before(end, back) for back in range(1, years)] if is_each else [over_years(word, end, years)]
    if years := _each_back(line, place, behind):
        return [_years_before(end, back) for back in range(1, years + 1)]
    if item.quantity is not None and line.low(behind + 1) == "in" and line.items[behind + 2 : behind + 3]:
        dated = line.items[behind + 2].period  # "down from 500 in 2022"
        return [read_base(dated, end)] if dated is not None else []
    years, behind = years_ago(line, behind)
    if item.period is None and not years:
        return []
    is_dated = line.low(behind + 1) == "in" and any(one.kind == "p" for one in line.items[behind + 2 : behind + 3])
    is_narrowed = line.low(behind + 1) in _NARROWING and not is_dated and line.low(place) != "since"
    if is_narrowed and not (word.is_passing and line.kind(behind + 2) == "q"):  # "exceeded that of 2022 by 70"
        return [None]
    if item.period is None:
        return [_years_before(end, years)]
    return [read_base(item.period, end), *_further(word, behind + 1, end)]


def year_of_multiple(word: ChangeWord, end: Observed) -> Period | None:
    """Return the year that had so many times a figure: `three times as many in 2022 as in 2023 (348)`."""
    line = word.line
    than = next((at for at in range(word.at + 3, end.at) if line.words(at, 2) == ["as", "in"]), None)
    behind = line.period(than + 2) if than is not None else None
    named = [item.period for item in line.items[word.at : than] if item.period is not None]
    is_base = behind is not None and read_base(behind, end) == end.where[2]
    return read_base(named[0], end) if is_base and len(named) == 1 else None


def _each_back(line: Line, place: int, at: int) -> int:
    """Return how many years `than in either of the two preceding years` goes back; 0 where it is none."""
    quantity = line.items[at].quantity
    is_each = not _EACH.isdisjoint(line.words(place + 1, at - place - 1)) and line.low(at + 2) == "years"
    is_back = is_each and line.low(at + 1) in {"preceding", "previous", "prior", "last"}
    return int(quantity.value) if is_back and quantity is not None and quantity.is_exact else 0


def _further(word: ChangeWord, at: int, end: Observed) -> Iterator[Period | None]:
    """Yield the periods that are joined to the first one: `more than in 2021 or 2022`, `than in 2021 and in 2022`."""
    line = word.line
    while word.low in MORE_OR_LONGER | LESS_OR_SHORTER and line.low(at) in _JOINTS:
        place = at + 1 + (line.low(at + 1) == "in")
        item = line.items[place] if place < len(line.items) else None
        if item is None or item.period is None or line.low(place + 1) not in _JOINTS | _ENDS:
            return
        yield read_base(item.period, end)
        at = place + 1


_JOINTS, _ENDS = word_set("and or"), CLOSING | {"but"}


def years_ago(line: Line, at: int) -> tuple[int, int]:
    """Return how many years `two years earlier` goes back, and the index of its last word; 0 where it is none."""
    item = line.items[at]
    if item.period is not None:
        is_one = item.period.kind is PeriodKind.RELATIVE and item.period.years == 1
        return int(is_one), at
    quantity = item.quantity
    is_ago = quantity is not None and quantity.unit.startswith("year") and line.low(at + 1) in AGO
    return (int(quantity.value), at + 1) if quantity is not None and is_ago and quantity.is_exact else (0, at)


def _years_before(end: Observed, years: int) -> Period | None:
    own = end.where[2]
    return beside_year(own, own.start[0] - years) if years and not own.is_span else None


def _first_of(period: StatedPeriod, end: Observed) -> Period | None:
    """Return the first year of a span that ends with the year of a figure."""
    own, first, last = end.where[2], period.first, period.last
    is_last = first is not None and last is not None and own.is_year and last[0] == own.year
    return Period.of_year(first[0]) if first is not None and is_last else None


def _opening(word: ChangeWord, end: Observed) -> Sequence[Period | None]:
    """Return what a sentence compares with at its beginning: `Compared with 2022, …`, `Between 2020 and 2023, …`."""
    line = word.line
    behind = next((at for at in range(word.at) if line.low(at) == ","), 0) if line.low(0) == "since" else 0
    opening = line.items[: min(word.at, max(_OPENING, behind))]  # "Since the adoption of the Act in 2021, the number …"
    at = next((at for at, item in enumerate(opening) if item.period is not None), None)
    if at is None:
        return []
    period = line.items[at].period
    if period is None or ";" in line.words(at, word.at - at):
        return []
    if period.kind is PeriodKind.SPAN:  # "Between 2019 and 2023, the number peaked at 150 and fell to 131": from 150
        is_later = any(figure is not end and at < figure.at < word.at for figure in word.figures)
        return [None if is_later else _first_of(period, end)]
    if line.low(0) == "since" and period.first is not None and end.where[2].is_year:
        return [Period.of_year(period.first[0])]
    is_compared = line.low(0) == "compared" and line.low(1) in {"with", "to"} and at == len(("compared", "with"))
    return [read_base(period, end)] if is_compared else []


_OPENING = 5
"""Items within which a sentence says at its beginning from when on something changed."""


def read_base(stated: StatedPeriod, end: Observed) -> Period | None:
    """Return the period that words name, `the previous year` as the one before that of a figure."""
    if is_split(stated) and stated.first and stated.months == end.where[2].months and not end.where[2].is_year:
        return beside_year(end.where[2], stated.first[0])
    if stated.kind is PeriodKind.YEAR and stated.written:
        return Period.parse(stated.written)
    if stated.kind is PeriodKind.DATE and stated.last is not None and stated.last[1] in {1, 12}:
        return Period.of_year(stated.last[0] - (stated.last[1] == 1))  # "than at the end of 2022"
    if stated.kind is PeriodKind.PART and stated.written:
        return Period.parse(stated.written)
    if end.where[2].is_part and (period := _part_of_year(stated, end.where[2])) is not None:
        return period
    return _years_before(end, 1) if stated.kind is PeriodKind.RELATIVE and stated.years == 1 else None


def _part_of_year(stated: StatedPeriod, own: Period) -> Period | None:
    """Return the half or quarter that words name beside one: `than in the first half`, `in the same period of 2022`."""
    words = stated.text.casefold().split()
    if "same" in words:
        year = int(words[-1]) if words[-1].isdecimal() else own.year - 1 if _LAST & set(words) else None
        return None if year is None else Period((year, own.start[1]), (year, own.end[1]))
    number = next((ORDINALS[word] for word in words if word in ORDINALS), 0)
    is_whole = (
        stated.kind is PeriodKind.RELATIVE and words[-1] == _NAMES.get(own.months) and 0 < number * own.months <= _YEAR
    )
    return Period((own.year, (number - 1) * own.months + 1), (own.year, number * own.months)) if is_whole else None


_LAST, _YEAR = word_set("previous preceding last prior"), 12
_NAMES = {6: "half", 3: "quarter"}
