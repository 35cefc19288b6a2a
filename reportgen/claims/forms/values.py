"""Find the values of a change that stand elsewhere: in brackets, behind `compared with`, or before an apposition."""

from collections.abc import Iterator

from reportgen.claims.forms.apposition import value_before, value_of_number
from reportgen.claims.forms.comparatives import stands_beside, value_compared
from reportgen.claims.forms.comparison import are_alike, is_remark, remark_begins
from reportgen.claims.forms.draft import SHARES, STOPS, ChangeDraft
from reportgen.claims.forms.own_base import CLOSE
from reportgen.claims.line import Line
from reportgen.claims.model import RELATIVE, SUMMED, Measure, Quantity
from reportgen.languages.en.lexicon import CHANGE_NOUNS, LESS, MORE, NOUN_STOPS
from reportgen.languages.words import word_set


def take_stated(line: Line, found: ChangeDraft) -> None:
    """Take the value before a change in apposition: `987 inquiries, a decrease from 1,025 in 2013`.

    Where no earlier value is given, two amounts prove each other: `450 cases, a rise of 50 cases or 12.5 per cent`.
    """
    start = found.start
    if start is None and found.is_factor:
        start = value_of_number(line, found.trigger)
    like = line.quantity(start) if start is not None else _counted(found)
    end = value_before(line, found.trigger, like) if like is not None else None
    if end is None or like is None:
        return
    is_dated = like.period is not None or line.quantity(end).period is not None
    if start is None and line.low(0) == "compared" and end == line.quantities[0]:
        found.start = end  # "Compared to 64,417 in 2003, there has been an increase of 828 (1.29 per cent)"
    elif start is None:
        found.end = end
    elif is_dated or like.measure is not Measure.COUNT:
        found.start, found.end = start, end
        found.reaches(start)


def _counted(found: ChangeDraft) -> Quantity | None:
    """Return the one of two amounts that is counted in the unit of the value itself."""
    amounts = (found.by, found.also) if found.also is not None else ()
    return next((amount for amount in amounts if amount is not None and amount.measure in SUMMED), None)


_SIGNS = frozenset({"+", "-", "–", "−"})
_NAMING = 4
"""Words that name what an amount counts, before the second amount."""


def take_also(line: Line, found: ChangeDraft) -> None:
    """Take a second amount of the same change: `a decrease of 1,759 cases or 6.2 per cent`, `of 50 (12.5 per cent)`."""
    if found.by is None:
        return
    span = found.by.span
    place = next((at for at in line.quantities if line.quantity(at).span == span), len(line.items)) + 1
    last = place + _NAMING
    while place <= last and line.kind(place) == "w" and line.low(place) != "or":
        place += 1
    while line.low(place) in {",", "or", "(", "i.e.", "that", "is"} and line.low(place) != line.low(place - 1):
        place += 1
    has_sign = line.low(place) in _SIGNS
    place += has_sign
    opening = place - 1 - has_sign
    closing = line.close.get(opening, -1)
    is_named = all(item.kind == "w" for item in line.items[place + 1 : closing])
    is_alone = line.low(opening) == "(" and (has_sign or (closing > place and is_named))
    is_open = found.start is None and found.end is None and closing > place + 1  # "by 7.9% (1,994 incidents)"
    is_also = has_sign or found.by.measure in SUMMED or is_open
    is_joined = line.low(opening) in {"or", "i.e.", "is"} or (is_alone and is_also)
    second = line.items[place].quantity if is_joined and place < len(line.items) else None
    if second is None:
        return
    kinds = {found.by.measure, second.measure}
    if kinds & SUMMED and kinds & RELATIVE and second.span != span:
        found.also = second
        found.reaches(place)


def take_base(line: Line, found: ChangeDraft, end: int) -> None:
    """Take the earlier value behind the later: `down 5 per cent to 4,180, compared with 4,400 in 2020`."""
    value = line.quantity(end)
    start = value_compared(line, found, {value.measure})
    if start is None or start <= end or not are_alike(value, line.quantity(start)):
        return
    between = line.items[end + 1 : start]
    is_plain = not any(item.kind == "q" or item.low in STOPS for item in between) and line.items[start].depth == 0
    nouns = {quantity.noun.lower() for quantity in (value, line.quantity(start)) if quantity.noun}
    if is_plain and len(nouns) < 2 and line.quantity(start).period is not None:
        found.start = start
        found.reaches(start)


def take_antecedent(line: Line, found: ChangeDraft, end: int) -> None:
    """Take the dated value that a relative clause speaks of: `378 in 2018, which has gone up to 405 in 2019`."""
    which = next((at for at in range(found.trigger - 1, found.trigger - 5, -1) if line.low(at) == "which"), -1)
    before = [at for at in line.quantities if at < which]
    if not before or line.items[end].period is not None or line.quantity(end).period is None:
        return
    between = line.items[before[-1] + 1 : which]
    is_near = any(item.kind == "p" for item in between) and len(between) <= CLOSE
    if is_near and are_alike(line.quantity(before[-1]), line.quantity(end)) and line.quantity(before[-1]).period:
        found.start = before[-1]


def take_beside(line: Line, found: ChangeDraft, end: int) -> None:
    """Take the earlier value in the brackets behind the later: `to 23,480 in 2022 (22,230 in 2020)`."""
    place = end + 1
    while place <= end + CLOSE and place < len(line.items) and line.items[place].kind in "wp":
        place += 1
    inside = [at for at in line.quantities if place < at < line.close.get(place, place)]
    if line.low(place) != "(" or inside != [place + 1]:
        return
    now, then = line.quantity(end).period, line.quantity(place + 1).period
    is_earlier = now is not None and then is not None and (then.first or (9999, 0)) < (now.first or (0, 0))
    if is_earlier and are_alike(line.quantity(end), line.quantity(place + 1)):
        found.start = place + 1
        found.reaches(place + 1)


def take_pair(line: Line, found: ChangeDraft, end: int) -> None:
    """Take the earlier value of two that stand alone in brackets: `a 9 per cent drop in murders (43 to 39)`."""
    is_pair = line.low(end - 1) == "to" and line.low(end - 3) == "(" and line.low(end + 1) == ")"
    if is_pair and line.items[end - 2].kind == "q" and are_alike(line.quantity(end - 2), line.quantity(end)):
        found.start = end - 2


# ---- several values ---------------------------------------------------------------------------------------------


def take_series(line: Line, found: ChangeDraft) -> None:
    """Take values in brackets, with their periods: `fell by a third (90 in 2021 and 60 in 2022)`."""
    if found.by is None and not _is_finite(line, found.trigger):
        return
    beside = [at for at in line.quantities if 0 < at - found.last <= CLOSE and stands_beside(line, at)]
    if len(beside) == 2:  # "between 2019 (110) and 2022 (165)"
        found.start, found.end = beside
        found.reaches(beside[-1])
        return
    opening = _bracket_behind(line, found.last)
    excepts = any(item.low in {"exception", "except", "excluding", "apart"} for item in line.items)
    inside = list(_dated_within(line, opening)) if opening is not None and not excepts else []
    if len(inside) > 1:
        inside.sort(key=lambda at: getattr(line.quantity(at).period, "first", ()))
        found.start, found.end = inside[0], inside[-1]
        found.reaches(max(inside))


_LONG = 24
"""Words between a change and the brackets with its values: they name what rose or fell, however long that is."""


def _bracket_behind(line: Line, at: int) -> int | None:
    """Return the index of the brackets behind a word of change, with nothing but words between them; else None."""
    for place in range(at, min(at + _LONG, len(line.items))):
        if line.low(place) == "(":
            return None if is_remark(line, place) else place
        if place >= at + CLOSE and (line.items[place].kind not in "wcr" or line.low(place) in STOPS):
            return None
    return None


def _dated_within(line: Line, opening: int) -> Iterator[int]:
    """Yield the values in brackets that are alike and each of a period of its own; none where another has no period.

    What says by how much (`five persons fewer`) is no value.
    """
    closing = remark_begins(line, opening, line.close.get(opening, len(line.items)))
    inside = [at for at in line.quantities if opening < at < closing and not _is_difference(line, at)]
    values = [line.quantity(at) for at in inside]
    periods = {value.period.first for value in values if value.period is not None and value.period.first}
    if len(periods) == len(values) and all(are_alike(values[0], value) for value in values):
        yield from inside


def _is_difference(line: Line, at: int) -> bool:
    """Return whether a number says how many more or fewer there are: `five persons fewer`, `12 more`."""
    behind = line.words(at + 1, 3)
    place = next((place for place, word in enumerate(behind) if word in MORE | LESS), None)
    return place is not None and all(word.isalpha() and word not in NOUN_STOPS for word in behind[:place])


_FINITE = word_set("has have had been was were is are steadily gradually sharply also")
"""Words before a word of change by which it is a verb: `arrivals have also increased`."""
_SEEN = word_set("there saw seen shows show showed marked recorded observed noted trend")
"""Words beside a noun of change by which it happened: `there was an increase`, not `to prevent an increase`."""


def _is_finite(line: Line, at: int) -> bool:
    """Return whether a word says that something rose or fell: a verb, or a noun that was seen."""
    if line.low(at) in CHANGE_NOUNS and line.low(at - 1) not in _FINITE:
        return any(item.low in _SEEN for item in line.items[max(at - 6, 0) : at + 4])
    behind = line.low(at + 1)
    return line.low(at - 1) in _FINITE or not behind.isalpha() or behind in NOUN_STOPS or behind.endswith("ly")


def take_said(line: Line, found: ChangeDraft) -> None:
    """Take the amount behind the brackets with a noun's values: `The increase (from 50 to 80) was 60 per cent`."""
    if found.by is not None or found.start is None or found.end is None or line.low(found.start - 2) != "(":
        return
    opening = found.start - 2  # and behind it `from`
    place = line.close.get(opening, len(line.items)) + 1
    if line.low(place) in {"was", "is", "amounted", "represents", "represented"} and found.end < place:
        said = place + 1 + (line.low(place + 1) in {"to", "a"})
        if line.kind(said) == "q" and line.quantity(said).measure in SHARES:
            found.by = line.quantity(said)
            found.reaches(said)


def take_subject(line: Line, found: ChangeDraft, end: int) -> None:
    """Take the value that the subject is of: `The waiting list of 3,600 persons was cut by a third to 2,400`."""
    last = found.trigger - 1
    while line.low(last) in _PASSIVE:
        last -= 1
    before = [at for at in line.quantities if at <= last]
    if found.by is None or last == found.trigger - 1 or not before or line.low(before[-1] - 1) != "of":
        return
    is_plain = all(item.kind == "w" for item in line.items[before[-1] + 1 : last + 1])
    if is_plain and last - before[-1] < _NAMING and are_alike(line.quantity(before[-1]), line.quantity(end)):
        found.start = before[-1]


_PASSIVE = word_set("was were is are has have had been being")
