"""Find the times that follow a figure in its own clause."""

from collections.abc import Iterator

from reportgen.claims.clauses import COUNTED, REACH, SIDES, TimedSentence
from reportgen.claims.times import Relation
from reportgen.languages.en import time_words as words


def times_after(sentence: TimedSentence, figure: int) -> Iterator[int]:
    """Yield the places of the times that follow a figure in its own clause."""
    at, end = figure + 1, sentence.segment(figure)[1]
    depth, found, verb = sentence.depths[figure], False, False
    while end < len(sentence.tokens) and sentence.depths[end] > depth:  # brackets without a stop behind them
        end += 1
    end = min(end, figure + REACH)
    while at < end:
        is_inserted = sentence.depths[at] > depth or sentence.low(at) == ")"
        if is_inserted and not (at in sentence.times and _fills_brackets(sentence, at)):
            at += 1
            continue
        if at in sentence.times:
            if at in sentence.openers and not is_inserted:
                return
            one = sentence.times[at]
            if one.relation is Relation.COMPARED:
                return
            if one.relation in COUNTED and not is_of_another(sentence, at, figure):
                found = True
                yield at
            at = sentence.ends[at]
            continue
        if sentence.is_number(at) and (found or _has_own_time(sentence, at, end)):
            return
        resumed = None if found and _ends_clause(sentence, at) else _passed(sentence, at, end, verb=verb)
        if resumed is None:
            return
        low = sentence.low(at)
        verb |= low in words.AUXILIARIES or (low.endswith("ed") and len(low) > 4)  # "need", "seed"
        at = resumed


def _fills_brackets(sentence: TimedSentence, at: int) -> bool:
    """Return whether a time is all that stands in its brackets: `300 cases (in 2024)`."""
    if sentence.low(at) == "(":
        return True
    return sentence.low(at - 1) == "(" and sentence.low(sentence.ends[at]) == ")"


def _ends_clause(sentence: TimedSentence, at: int) -> bool:
    """Return whether a comma ends the clause: `which was 90 in 2023, fell in 2025`, `Although it was 90, it fell`."""
    return sentence.low(at) == "," and sentence.low(at + 1) in words.GOES_ON | words.PRONOUNS


def _passed(sentence: TimedSentence, at: int, end: int, *, verb: bool) -> int | None:
    """Return the place after one token of a clause; after an inserted clause; None where the clause ends."""
    low = sentence.low(at)
    if low == ":" or (low in {"–", "—"} and sentence.tokens[at].start > sentence.tokens[at - 1].end):
        return None
    is_after_start = at - 1 in sentence.held or "from" in {sentence.low(at - 2), sentence.low(at - 3)}
    if low == "to" and sentence.is_number(at + 1) and is_after_start:
        return None
    if low in {"and", "but", "or"} and verb and _has_own_subject(sentence, at, end):
        return None
    if not sentence.starts(at):
        return at + 1
    comma = next((place for place in range(at, end) if sentence.low(place) == ","), None)
    if comma is None or sentence.low(at - 1) != ",":
        return None
    is_apart = sentence.starts(at) == "apart"  # of "four, of which three …, in 2015" and "four, when it, in 2015, …"
    is_dated = not is_apart and comma + 1 in sentence.times and comma + 1 not in sentence.openers
    return comma + 1 if is_dated or sentence.low(comma + 1) in words.GOES_ON else None


def _has_own_subject(sentence: TimedSentence, at: int, end: int) -> bool:
    """Return whether a clause with its own number and verb follows "and" before any time does."""
    number = False
    for place in range(at + 1, end):
        if place in sentence.times or sentence.low(place) in {",", "("}:
            return False
        if number and sentence.low(place) in words.AUXILIARIES:
            return True
        number |= sentence.is_number(place)
    return False


def _has_own_time(sentence: TimedSentence, at: int, end: int) -> bool:
    """Return whether the next time is that of another number alone: `…, 300 of them in 2024`, `…, 300 in 2024`."""
    if sentence.low(at + 1) == "of" and sentence.low(at + 2) in words.OF_THEM:
        return True
    if sentence.low(at - 1) != ",":
        return False
    for place in range(at + 1, end):
        if place in sentence.times:
            return True
        if sentence.low(place) in {"and", "or", ",", "("} or sentence.low(place) in words.AUXILIARIES:
            return False
    return False


def is_of_another(sentence: TimedSentence, at: int, figure: int) -> bool:
    """Return whether a time belongs to a thing named on the way: `from the fund established in 2019`."""
    if sentence.times[at].relation in SIDES and is_reduced(sentence, at, figure):
        return True  # "offences committed before 2022"
    place = at - 1
    while place > figure and (sentence.low(place) in words.ADVERBS or sentence.low(place) in {",", "up"}):
        place -= 1
    if sentence.low(place) in words.ACTS | {"total"} and sentence.low(place - 1) in words.DETERMINERS:
        return True  # "the Act of 2022", "bring the total since 2020 to 817"
    if not (sentence.low(place) in words.MADE or sentence.low(place).endswith("ed")):
        return False
    for back in range(place - 1, max(figure, place - 9), -1):
        low = sentence.low(back)
        if low in words.AUXILIARIES or sentence.is_number(back) or low in words.TOTALS:
            return False
        if low in words.DETERMINERS or low in words.ACTS or low in words.PLANS:
            return True
    return False


def is_reduced(sentence: TimedSentence, at: int, figure: int) -> bool:
    """Return whether a time stands in a participle that has no verb of its own: `… of deputies elected in 2023`."""
    low = sentence.low(at - 1)
    before = {sentence.low(place) for place in range(max(figure, at - 4), at - 1)}
    return (low.endswith("ed") or low in words.MADE) and not before & words.AUXILIARIES
