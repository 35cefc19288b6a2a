"""Whether a change speaks of other things than the values beside it: it names its own noun, or another base period."""

from reportgen.claims.line import Line
from reportgen.claims.model import Change
from reportgen.languages.en.lexicon import CHANGE_NOUNS
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
_SINCE = BASES | {"since", "of"}


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
    is_apart = not _APART.isdisjoint(line.words(max(places[0] - 4, 0), min(places[0], 4)))
    return (
        is_apart
        or _names_another(line, change)
        or any(line.low(at) == change.word.lower() and has_own_subject(line, at) for at in places)
    )


def _names_another(line: Line, change: Change) -> bool:
    """Return whether `and` joins another thing that changed, in words of its own: `…, and deaths fell by a fifth`."""
    first, *words = change.subject.lower().split() or [""]
    said = {item.low for item in line.items if item.end <= change.span.start - len(change.subject)}
    return first == "and" and bool({word for word in words if not word.endswith("ly")} - said - _UNSAID - _GOING_ON)


_GOING_ON = word_set("the it which thus so hence then therefore again has have had been was were is represents marks")
"""Words by which a change goes on with the values before it."""
_APART = frozenset({"while", "whereas", "although", "but"})
