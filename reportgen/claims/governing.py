"""Find the times that govern each figure of a paragraph.

The first that applies: a time after the figure in its own clause; the time that opens its clause, up to the next
semicolon or opener; what the caller gives of the head of a table or the lead-in of a list. What stands before in the
same clause, in the clause before or in the sentence before only makes a reader doubt.
"""

from collections.abc import Sequence
from enum import IntEnum

from msgspec import Struct
from msgspec.structs import replace

from reportgen.claims.clauses import (
    COUNTED,
    TimedSentence,
    bare_year,
    clause_bounds,
    clause_start,
    counts_another,
    is_planned,
    read_sentences,
    thing_before,
)
from reportgen.claims.following import is_of_another, is_reduced, times_after
from reportgen.claims.passages import Span
from reportgen.claims.resolving import resolve_times
from reportgen.claims.times import Relation, TimeExpression
from reportgen.languages.en import time_words as words
from reportgen.model import Period
from reportgen.remembering import remembered


class Hold(IntEnum):
    """How firmly a time holds for a figure."""

    FIRM = 2
    """It says when the figure was counted."""
    LOOSE = 1
    """A reader may take it for the time of the figure."""


class Governor(Struct, frozen=True):
    """The times that govern one figure."""

    times: tuple[TimeExpression, ...]
    """The candidates, in the order of reading."""
    hold: Hold
    also: tuple[TimeExpression, ...] = ()
    """Times that would allow the figure as well: the opener beside a time that follows."""
    is_start: bool = False
    """Whether the text tells what the figure was in the beginning: `rose from …`."""
    is_end: bool = False
    """Whether the text tells what the figure came to in the end: `rose to …`, `grew by …`."""
    is_extreme: bool = False
    """Whether the text tells what the figure was in one of the years: `ranged from …`, `never exceeded …`."""
    is_of_pair: bool = False
    """Whether it is one of two figures in brackets, of the first year and of the last: `grew (14 and 50)`."""
    is_alone: bool = True
    """Whether no typed number stands in its clause, which may be that of another of the times."""
    place: int | None = None
    """Where the figure stands among those that share a list of years with "respectively"."""


def find_governors(text: str, figures: Sequence[Span], lead: Sequence[TimeExpression] = ()) -> list[Governor | None]:
    """Return what governs each figure of a text; None where nothing does, or where the verb is that of a plan.

    Args:
        text: the text of one paragraph, item or cell, as printed.
        figures: the figures in it, in the order of reading.
        lead: the times of the head of the table or of the lead-in of the list that the text belongs to.
    """
    return list(_find_governors(text, tuple(figures), tuple(lead)))


@remembered(20_000)
def _find_governors(
    text: str, figures: tuple[Span, ...], lead: tuple[TimeExpression, ...]
) -> tuple[Governor | None, ...]:
    found: dict[Span, Governor | None] = dict.fromkeys(figures)
    before: TimedSentence | None = None
    known: Period | None = None
    for sentence in read_sentences(text, figures):
        resolved, known = resolve_times(sentence, known)
        for at, span in sentence.figures.items():
            found[span] = _governor(resolved, at, before, lead)
        before = resolved
    return tuple(found[span] for span in figures)


def lead_in(text: str, figures: Sequence[Span]) -> tuple[TimeExpression, ...]:
    """Return the times that the lead-in of a list gives to its items: `In 2022, the following were registered:`.

    Args:
        text: the text of the paragraph before the list; only one that ends with a colon is a lead-in.
        figures: the figures in it.
    """
    if not text.rstrip().endswith(":"):
        return ()
    item = Span(len(text) + 1, len(text) + 2)
    found = find_governors(f"{text} 0", [*figures, item])[-1]
    return found.times if found is not None else ()


def _governor(
    sentence: TimedSentence, at: int, before: TimedSentence | None, lead: Sequence[TimeExpression]
) -> Governor | None:
    if is_planned(sentence, at):
        return None
    found = _firm(sentence, at)
    if found is None and at not in sentence.held and lead:
        found = Governor(tuple(lead), Hold.FIRM)
    if found is None and at not in sentence.held:
        found = _subject(sentence, at) or _of_thing(sentence, at) or _earlier(sentence, at, before)
    found = found or _of_change(sentence, at, before, lead)
    if found is None:
        return None
    found = _of_listed_year(sentence, at, found)
    first, end = sentence.segment(at)
    typed = any(sentence.is_number(place) and place not in sentence.figures for place in range(first, end))
    is_end = sentence.ends_change(at)
    return replace(
        found,
        is_end=is_end,
        is_extreme=sentence.is_extreme(at),
        is_of_pair=sentence.ends_pair(at),
        is_alone=not typed,
        place=sentence.place_in_order(at),
    )


def _of_listed_year(sentence: TimedSentence, at: int, found: Governor) -> Governor:
    """Return the one year of a figure in brackets that list a number for each: `9 in 2021–2023 (2, 3 and 4)`."""
    whole, depth = found.times[0].whole, sentence.depths[at]
    if not depth or whole is None or not whole.is_span:
        return found
    first = next((place + 1 for place in range(at, -1, -1) if sentence.depths[place] < depth), 0)
    end = next((place for place in range(at, len(sentence.tokens)) if sentence.depths[place] < depth), at)
    numbers = [place for place in range(first, end) if sentence.is_number(place) and not sentence.is_number(place - 1)]
    is_dated = any(first <= place < end for place in sentence.times)
    if is_dated or at not in numbers or len(numbers) * 12 != whole.months:
        return found
    between = range(numbers[0], numbers[-1])
    if not all(sentence.is_number(place) or sentence.low(place) in {*",;%", "and", "per", "cent"} for place in between):
        return found  # "(10.1 for minors and 27.7 for adults)", "(North: three; South: four)"
    year = Period.of_year(whole.start[0] + numbers.index(at))
    return replace(found, times=(replace(found.times[0], periods=(year,)),))


def _of_change(
    sentence: TimedSentence, at: int, before: TimedSentence | None, lead: Sequence[TimeExpression]
) -> Governor | None:
    """Return the time of a change for the figure with which it begins: `between 2021 and 2025, … from 14 to 50`."""
    if sentence.low(at - 1) != "from" or at not in sentence.held:
        return None
    places = range(at + 1, sentence.segment(at)[1])
    last = next((place for place in places if sentence.low(place - 1) == "to" and sentence.is_number(place)), None)
    found = _governor(sentence, last, before, lead) if last else None
    if found is None or not found.is_end or not (whole := found.times[0].whole):
        return None
    time = found.times[0]
    hold = found.hold if time.text.split()[0].lower() in words.FROM else Hold.LOOSE  # "in 2021–2025" may begin later
    is_course = time.relation is Relation.SINCE or whole.start[0] < whole.end[0]
    return Governor((time,), hold, is_start=True) if is_course else None


def _firm(sentence: TimedSentence, at: int) -> Governor | None:
    """Return the times after a figure in its clause, else the opener of the clause."""
    if dated := _when(sentence, at):
        return dated
    opener = None if at in sentence.held else _opener(sentence, at)
    opening = (sentence.times[opener[0]],) if opener else ()
    places = tuple(times_after(sentence, at))
    if places:
        first, end = clause_bounds(sentence, at)
        is_present = any(sentence.low(place) in words.PRESENT for place in range(first, end))
        is_loose = is_present and all(is_reduced(sentence, place, at) for place in places)
        after = tuple(sentence.times[place] for place in places)
        return Governor(after, Hold.LOOSE if is_loose else Hold.FIRM, opening)
    found = _of_brackets(sentence, at) if sentence.depths[at] else None
    if found is not None and (sentence.low(at - 1), sentence.low(at + 1)) == ("(", ")"):
        before = _opener(sentence, at)  # "In 2022, the number was lower than in 2021 (150)"
        also = (sentence.times[before[0]],) if before else ()
        return replace(found, also=tuple(one for one in also if one.span != found.times[0].span))
    return found or (Governor(opening, opener[1], _that_of(sentence, at)) if opener else None)


def _when(sentence: TimedSentence, figure: int) -> Governor | None:
    """Return the time that a clause goes on from: `compared with 2023, when 133 were trained`."""
    behind = (place for place in range(figure + 1, len(sentence.tokens)) if sentence.low(place) in {",", ";", "("})
    if any(at in sentence.times for at in range(figure, next(behind, len(sentence.tokens)))):
        return None
    joint = next((at for at in range(figure - 1, 0, -1) if sentence.low(at) in {",", ";", ":", "(", "when"}), 0)
    if sentence.low(joint) != "when" or sentence.low(joint - 1) != ",":
        return None
    dated = (sentence.times[at] for at, end in sentence.ends.items() if end == joint - 1 and at in sentence.times)
    one = next(dated, None)
    if one is None or not one.periods:
        return None
    is_course = one.text.split()[0].lower() in words.FROM and one.periods[-1].is_span  # "from 2020 to 2025, when"
    periods = (Period.of_year(one.periods[-1].end[0]),) if is_course else one.periods
    return Governor((replace(one, relation=Relation.WITHIN, periods=periods),), Hold.FIRM)


# ---- before the figure ----------------------------------------------------------------------------------------


def _opener(sentence: TimedSentence, figure: int) -> tuple[int, Hold] | None:
    """Return the time that opens the clause of a figure, and how firmly it holds."""
    first = _reach(sentence, figure)
    for at in sorted(sentence.times, reverse=True):
        if not first <= at < figure or sentence.depths[at] > sentence.depths[figure] or at in sentence.held:
            continue
        joined = sentence.openers.get(at)
        if joined is None or sentence.times[at].relation not in COUNTED:
            continue
        if joined == "and" and _is_of_turn(sentence, at, figure):
            continue  # "peaked in 2021 and again in 2022, before falling to 45"
        comma = any(sentence.low(place) == "," for place in range(sentence.ends[at] + 1, figure))
        is_narrowed = sentence.low(sentence.ends[at]) == "("  # "In 2025 (January to June), …"
        if (joined in words.SUBORDINATE and comma) or is_narrowed:
            return at, Hold.LOOSE
        return _through(sentence, at, figure)
    return None


def _of_brackets(sentence: TimedSentence, figure: int) -> Governor | None:
    """Return the time of the brackets of a figure: `four in 2020 (North: three)`, `(previously four, …, in 2020)`.

    A figure alone in brackets is that of the period right before them, also where it opens the sentence: `Compared
    with 2022 (30), …`.
    """
    depth = sentence.depths[figure]
    first = next((at for at in range(figure, -1, -1) if sentence.depths[at] < depth), -1) + 1
    if sentence.low(first + 1) in words.EARLIER:
        start, end = sentence.segment(figure)
        inside = [one for at, one in sentence.times.items() if start <= at < end and sentence.depths[at] == depth]
        return Governor((inside[0],), Hold.FIRM) if len(inside) == 1 and inside[0].periods else None
    if any(first <= at < figure for at in sentence.times):
        return None  # "by 2027 (at the end of 2023: 40)"
    at = next((at for at, behind in sentence.ends.items() if behind == first), None)
    if at is None and sentence.low(first - 2) == "to" and first + 1 == figure:
        one = bare_year(sentence, first - 1)  # "from 2022 (30) to 2023 (40)"
        return Governor((one,), Hold.FIRM) if one else None
    if at is None or not sentence.times[at].periods:
        return None
    behind = next((place for place in range(figure + 1, len(sentence.tokens)) if sentence.depths[place] < depth), 0) - 1
    words_only = all(sentence.low(place).isalpha() for place in range(figure + 1, behind))
    is_alone = first + 1 == figure and words_only  # "more than in 2022 (30)", "(30 persons)"
    if at in sentence.openers and (not is_alone or sentence.times[at].relation in _OPEN):
        return None
    start = clause_start(sentence, at, 0)
    is_dated = (is_alone or sentence.has_number(start, at)) and not is_of_another(sentence, at, start - 1)
    one = sentence.times[at]
    if is_alone and one.relation is Relation.COMPARED:
        one = replace(one, relation=Relation.WITHIN)
    return Governor((one,), Hold.FIRM) if is_dated else None


def _that_of(sentence: TimedSentence, figure: int) -> tuple[TimeExpression, ...]:
    """Return the year of which a figure in brackets may be: `In 2023, the number exceeded that of 2022 (30)`."""
    is_that = sentence.low(figure - 4) in {"that", "those"} and sentence.low(figure - 3) == "of"
    return tuple(one for one in (bare_year(sentence, figure - 2),) if one) if is_that else ()


_OPEN = frozenset({Relation.SINCE, Relation.AFTER, Relation.BEFORE})
"""Relations to the end of a time: `unchanged since 2023 (30)` gives the figure of today."""


def _through(sentence: TimedSentence, at: int, figure: int) -> tuple[int, Hold] | None:
    """Return how firmly an opener holds for a figure in a later clause: `In 2023, a centre opened, which had …`."""
    start = sentence.ends[at] + 1
    joints = [place for place in range(start + 2, figure) if sentence.low(place) in words.JOINTS]
    joints = [place for place in joints if not _is_closed(sentence, place, figure)]
    if not joints or sentence.depths[joints[-1]] != sentence.depths[figure]:
        return at, Hold.FIRM
    end = clause_bounds(sentence, figure)[1]
    is_present = any(sentence.low(place) in words.PRESENT for place in range(joints[-1], end))
    is_relative = sentence.low(joints[-1]) in words.APART
    if is_relative and sentence.low(joints[-1] - 1) == "of":
        return at, Hold.FIRM
    if is_present:
        return (at, Hold.LOOSE) if not is_relative else None
    return at, Hold.LOOSE if is_relative else Hold.FIRM


def _is_closed(sentence: TimedSentence, joint: int, figure: int) -> bool:
    """Return whether a relative clause ends before a figure: `the Commissioner, whose office is new, received …`."""
    return sentence.low(joint) in words.APART and any(sentence.low(at) == "," for at in range(joint, figure))


def _reach(sentence: TimedSentence, figure: int) -> int:
    """Return the first place from which an opener holds for a figure: the brackets round it do not end the clause."""
    first = sentence.segment(figure)[0]
    depth = sentence.depths[figure]
    while first > 0 and depth and sentence.low(first - 1) != ";":
        first, depth = sentence.segment(first - 1)[0], depth - 1
    return first


def _subject(sentence: TimedSentence, figure: int) -> Governor | None:
    """Return a time before the figure in its clause that does not open it: `The number of requests in 2023 was …`."""
    first = _reach(sentence, figure)
    for at in sorted(sentence.times, reverse=True):
        one = sentence.times[at]
        depth = sentence.depths[at] - (sentence.low(at) == "(")
        is_near = first <= at < figure and depth <= sentence.depths[figure] and at not in sentence.held
        if not is_near or one.relation not in COUNTED or (one.day and one.relation is not Relation.AT):
            continue
        if _is_of_turn(sentence, at, figure):
            return Governor((replace(one, relation=Relation.AFTER),), Hold.LOOSE)
        start = clause_start(sentence, at, first)
        is_total = any(sentence.low(place) in words.TOTALS for place in range(start, at))
        follows = sentence.low(sentence.ends[at])
        is_label = follows == ":" and figure == sentence.ends[at] + 1
        if follows in words.EQUALS:  # "The caseload in 2023 was 30"
            is_total |= figure == sentence.ends[at] + 1 + (sentence.low(sentence.ends[at] + 1) in {"at", "to"})
        if (is_label or (is_total and follows in words.EQUALS)) and not sentence.has_number(start, at):
            return Governor((one,), Hold.FIRM)
        if counts_another(sentence, start, at, figure) or _is_aside(sentence, at, figure, start):
            continue
        return Governor((one,), Hold.LOOSE)
    return None


def _is_of_turn(sentence: TimedSentence, at: int, figure: int) -> bool:
    """Return whether a time ends what went before that which led to a figure: `rose until 2022 and then fell to 30`."""
    behind = range(sentence.ends[at], figure)
    later = next((place for place in behind if sentence.low(place) in words.LATER), figure)
    is_turned = any(sentence.low(place) in {"and", "but"} for place in range(sentence.ends[at], later))
    is_turned |= sentence.low(later) == "before"
    return is_turned and sentence.ends_change(figure) and any(map(sentence.changes, range(later, figure)))


def _of_thing(sentence: TimedSentence, figure: int) -> Governor | None:
    thing = thing_before(sentence, figure, _reach(sentence, figure))
    return Governor((thing,), Hold.LOOSE) if thing else None


def _is_aside(sentence: TimedSentence, at: int, figure: int, start: int) -> bool:
    """Return whether a time before a figure is that of something else: of an act, of an event, of a relative clause."""
    is_whole = sentence.low(start) in words.WHOLES  # "Of those arrested in 2024, …"
    if is_whole or any(sentence.low(place) in words.SURVEYS for place in range(start, at)):
        return False
    if sentence.times[at].day is not None or is_of_another(sentence, at, start - 1):
        return True
    comma = any(sentence.low(place) == "," for place in range(sentence.ends[at], figure))
    made = sentence.low(start + (sentence.low(start) == "as"))
    is_apart = start == 0 or sentence.low(start - 1) == ","
    if is_apart and (made in words.MADE or made.endswith("ed")) and not sentence.is_number(sentence.ends[at] + 1):
        return sentence.low(sentence.ends[at]) == ","  # "The Office, set up in 2023, helped 40 persons"
    return comma and (sentence.low(start) in words.INTRODUCING or any(
        sentence.low(place) in words.APART for place in range(max(start - 1, 0), at)))  # fmt: skip


def _earlier(sentence: TimedSentence, figure: int, before: TimedSentence | None) -> Governor | None:
    """Return the times of the clause before, or of the sentence before where this one names none."""
    first, end = sentence.segment(figure)
    if any(sentence.low(place) in words.PRESENT for place in range(first, end)):
        return None
    if any(at < first for at in sentence.times):
        times = [one for at, one in sorted(sentence.times.items()) if at < first and at not in sentence.held]
    elif before is not None and all(at in sentence.held for at in sentence.times):
        named = [at for at in sorted(before.times) if at not in before.held]
        # Times in brackets are those of what a figure is compared with, and of remarks, unless there are no others.
        times = [before.times[at] for at in [at for at in named if before.depths[at] == 0] or named]
    else:
        return None
    dated = tuple(time for time in times if time.relation is Relation.WITHIN and time.periods)
    return Governor(dated, Hold.LOOSE) if dated else None
