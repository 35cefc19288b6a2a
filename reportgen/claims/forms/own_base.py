"""Whether a change speaks of other things than the values beside it: it names its own noun, or another base period."""

from collections.abc import Iterable

from reportgen.claims.line import Line
from reportgen.claims.model import Change, Quantity
from reportgen.languages.en.lexicon import CHANGE_NOUNS, DOWN, NOUN_STOPS, SAYING_LITTLE, UP
from reportgen.languages.words import word_set

BASES = frozenset({"than", "compared", "over", "on", "from", "against", "as"})
"""Words behind which the value stands that a change starts from."""
CLOSE = 10
"""Items between a change and what says more of it."""


def has_own_subject(line: Line, at: int) -> bool:
    """Return whether a noun of change says itself what changed: `the increase in wages by 30 per cent`."""
    if line.low(at) not in CHANGE_NOUNS:
        return False
    place = at + 1
    if line.low(place) == "of" and line.kind(place + 1) == "q":
        place += 2
    is_said = line.low(place) in {"in", "of"} and line.kind(place + 1) == "w"
    return is_said and _UNSAID.isdisjoint(line.words(place + 1, 2))


_UNSAID = word_set(
    "this that these those total all a an number numbers figure amount real nominal absolute relative comparison"
    " relation just only less response line accordance"
)
"""Words behind `an increase in` or `of` that name nothing else: `of a third`, `in total`, `in real terms`."""


def goes_on(line: Line, first: int, at: int) -> bool:
    """Return whether a change is one more, of another thing or a later time, and not that of the values before it.

    `… from 200 to 240, and pending cases fell by a third`, `… to 240 in 2021 and fell by 10 per cent in 2022`

    Args:
        line: the sentence.
        first: the index of the last item of what stands before it.
        at: the index of its word, which names no other thing where it is a noun: `…, a sharp fall of 15 per cent`.
    """
    low, near = line.low(at), max(first + 1, at - _NEAR)
    if not _CAUSES.isdisjoint(line.words(near, at - near)):
        return True
    between = {item.low for item in line.items[first + 1 : at] if item.kind == "w"}
    is_noun = low in CHANGE_NOUNS and line.low(at - 1) not in _PLANNED
    if is_noun and "and" not in between:
        return False
    said = {item.low for item in line.items[: first + 1]}
    opposite = DOWN if low in UP else UP if low in DOWN else frozenset()
    is_turned = not low.endswith("ing") and not said.isdisjoint(opposite)
    is_next = is_turned or not (between.isdisjoint(_NEXT) or said.isdisjoint(UP | DOWN))
    is_later = not is_noun and is_next and between.isdisjoint(_THUS)
    return is_later or any(not word.endswith("ly") for word in between - said - NOUN_STOPS - SAYING_LITTLE)


_CAUSES = word_set("after against because compared despite due following owing")
"""Words before a change beside that of the values: `…, despite an increase of 8 per cent in convictions`."""
_NEAR = 5
"""Words before a change among which one of these is said of it."""
_PLANNED = word_set("will would should shall may might could can must")
_NEXT, _THUS = word_set("and then before"), word_set("thus so hence therefore which")
_SINCE = BASES | {"since", "of"}


def is_after(by: Quantity | None, values: Iterable[Quantity]) -> bool:
    """Return whether an amount of change is of a later time than values: `… 200 in 2022, increasing by 5 in 2023`."""
    first = by.period.first if by is not None and by.period is not None else None
    ends = [value.period.last for value in values if value.period is not None and value.period.last is not None]
    return first is not None and bool(ends) and first > max(ends)


def has_other_base(line: Line, first: int | None, last: int) -> bool:
    """Return whether a change starts from another period than a value: `…, an increase of 9 years compared with 1990`.

    Args:
        line: the sentence.
        first: the index of the value that the change would start from.
        last: the index of the last item of the change.
    """
    start = line.quantity(first).period if first is not None else None
    if start is None or start.first is None:
        return False
    for at in range(last + 1, min(last + CLOSE, len(line.items))):
        period = line.items[at].period
        if line.items[at].kind == "q" or line.low(at) in {";", ":"}:
            return False
        if period is not None and any(word in _SINCE for word in line.words(max(at - 3, 0), min(at, 3))):
            return period.first is not None and period.first[0] != start.first[0]
    return False


def is_of_another(line: Line, change: Change) -> bool:
    """Return whether the word of a change is followed by what changed, another thing than what stands before it."""
    places = [at for at, item in enumerate(line.items) if change.span.start <= item.start < change.span.end]
    at = next((at for at in places if line.low(at) == change.word.lower()), places[0])
    before = max((number for number in line.quantities if number < places[0]), default=at)
    is_apart = not _APART.isdisjoint(line.words(max(places[0] - 4, 0), min(places[0], 4)))
    return is_apart or goes_on(line, before, at) or has_own_subject(line, at)


_APART = frozenset({"while", "whereas", "although", "but"})
