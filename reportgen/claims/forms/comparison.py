"""Read comparisons of a value with earlier ones.

`348 (compared with 262 persons in 2020, 944 in 2021 and 1,058 in 2022)`, `14, up from 9 in 2017`,
`fewer than in 2022 (609)`, `Compared with 262 in 2020, 348 …`.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.claims.forms.naming import subject_of
from reportgen.claims.line import Line
from reportgen.claims.model import Comparison, Direction, Measure, Quantity
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import DOWN, FACTORS_DOWN, FACTORS_UP, GOING, LESS, MEMBERS, MORE, NOUN_STOPS, UP
from reportgen.languages.words import word_set

TRIGGERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "as": (("as", "compared", "with"), ("as", "compared", "to"), ("as", "against"), ("as", "opposed", "to")),
    "compared": (("compared", "with"), ("compared", "to")),
    "in": (("in", "comparison", "with"), ("in", "comparison", "to"), ("in", "contrast", "to")),
    "against": (("against",),),
    "up": (("up", "from"),),
    "down": (("down", "from"),),
    "versus": (("versus",),),
    "vs": (("vs",),),
    "relative": (("relative", "to"),),
    "than": (("than",),),
}
"""Words that compare one value with others, by the first of them."""
_NESTED = frozenset({"including", "whom", "which"})
_ALIKE = {Measure.COUNT, Measure.RATE}


def trigger_at(line: Line, at: int) -> int:
    """Return how many words from an index compare one value with others; 0 where none do."""
    phrases = TRIGGERS.get(word := line.low(at))
    if phrases is None:
        return 0
    if word in {"up", "down"} and line.low(at + 1).endswith("ly") and line.low(at + 2) == "from":
        return 0 if line.low(at - 1) in GOING else 3  # "217, down slightly from 221"
    for words in phrases:
        if line.words(at, len(words)) == list(words) and line.low(at - 1) not in GOING:
            return len(words) if words[0] not in {"than", "against"} or _compares(line, at) else 0
    return 0


_GROWN = UP | DOWN | FACTORS_UP.keys() | FACTORS_DOWN.keys()


def _compares(line: Line, at: int) -> bool:
    """Return whether `than` or `against` stands between values: `fewer than in 2022`, `against 500 in 2022`."""
    if line.low(at) == "than" and (not degree_before(line, at) or line.low(at + 1) in _GROWN):
        return False  # "which more than doubled to 900"
    return any(item.kind in "qp" for item in line.items[at + 1 : at + 4])


_NAMING = 3
"""Words that may name what is more or fewer, before `than`: `a slightly lower proportion than last year`."""


def degree_before(line: Line, at: int) -> str:
    """Return the `more` or `fewer` that `than` belongs to, also with its noun and a number in brackets between."""
    place = at - 1
    if line.low(place) == ")" and line.items[place - 1].kind == "q" and line.low(place - 2) == "(":
        place -= 3
    for step in range(_NAMING + 1):
        low = line.low(place - step)
        if low in MORE | LESS:
            return low
        if place - step < 0 or line.items[place - step].kind != "w" or low in NOUN_STOPS:
            return ""
    return ""


def read_comparisons(line: Line) -> Iterator[Comparison]:
    """Yield the comparisons of a line."""
    at = 0
    while at < len(line.items):
        item = line.items[at]
        words = trigger_at(line, at) if item.kind == "w" and item.low in TRIGGERS else 0
        if words and (comparison := _read(line, at, words)) is not None:
            yield comparison
        at += words or 1


def _read(line: Line, at: int, words: int) -> Comparison | None:
    """Read the comparison whose words begin at an index; behind one that opens a sentence stands the current value."""
    last = _list_end(line, at)
    earlier = list(_points(line, at + words, last))
    if not earlier:
        return None
    earlier = [point for point in earlier if are_alike(point[1], earlier[0][1])]
    first = at == 0 or (at == 1 and line.low(0) == "(")
    place = _after(line, earlier, last) if first else _before(line, at, [point for _, point in earlier])
    if line.low(at) in {"up", "down"} and (end := _change_end(line, earlier[0][0])) is not None:
        place, earlier = end, earlier[:1]
    if place is None:
        return None
    if first:
        earlier = earlier[:1]
    current = line.quantity(place)
    if line.low(at) in {"against", "than", "versus", "vs"} and not _are_of_two_times(current, earlier[0][1]):
        return None  # "39 persons against whom …", "more than 5 days"
    direction, word = _direction(line, at, place)
    points = tuple(one if one.noun or not current.noun else replace(one, noun=current.noun) for _, one in earlier)
    start = min(line.items[place].start, line.items[at].start)
    end = max(line.items[min(last, len(line.items)) - 1].end, current.span.end)
    trigger = " ".join(line.words(at, words))
    return Comparison(Span(start, end), subject_of(line, place), current, points, direction, word, trigger)


def _change_end(line: Line, start: int) -> int | None:
    """Return the later of two values behind `up from`: `up from 4 to 9`, `up from 4 in 2009 to 9 in 2014`."""
    first = line.close.get(start + 1, start) + 1  # "down from 295 (in 2012) to 244"
    for at in range(first, min(first + 4, len(line.items) - 1)):
        if line.low(at) in {",", ";", "and"}:
            return None
        if line.low(at) == "to" and line.items[at + 1].kind == "q":
            return at + 1
    return None


def _are_of_two_times(current: Quantity, earlier: Quantity) -> bool:
    """Return whether the earlier of two values has a period, and another than the current one."""
    if earlier.period is None:
        return False
    return current.period is None or current.period.text != earlier.period.text


_ENDS = frozenset({";", ":", "–", "—", "while", "whereas", "versus", "vs"})


def _list_end(line: Line, at: int) -> int:
    """Return the index behind the list of values that a trigger begins: the closing bracket, or the clause's end."""
    opening = line.opening(at)
    if opening is not None:
        return remark_begins(line, at, line.close.get(opening, len(line.items)))
    for place in range(at + 1, len(line.items)):
        low = line.low(place) if line.items[place].depth == 0 else ""
        if low in _ENDS or (low == "," and not _goes_on(line, place + 1)):
            return place
        if low == "," and _is_bare_period(line, at, place):
            return place
    return max(at + 1, len(line.items))


_OF_FIGURES = (
    {"the", "figure"},
    {"the", "figures"},
    {"figures", "from"},
    {"figures", "for"},
    {"note", "on"},
    {"no", "data"},
)
_EARLIER = "previously"


def is_remark(line: Line, at: int) -> bool:
    """Return whether a remark on the figures begins behind a semicolon or a bracket: `; the one for 2021 was 5`."""
    return line.low(at) in {";", "("} and (line.low(at + 1) == _EARLIER or set(line.words(at + 1, 2)) in _OF_FIGURES)


def remark_begins(line: Line, first: int, last: int) -> int:
    """Return the index between two at which a remark on the figures begins; the last where none does."""
    return next((at for at in range(first, last) if is_remark(line, at)), last)


def _is_bare_period(line: Line, at: int, comma: int) -> bool:
    """Return whether only a period is compared with, and another value follows: `5% fewer compared to 2022, and …`."""
    kinds = {item.kind for item in line.items[at:comma]}
    behind = comma + 1 + (line.low(comma + 1) == "and")
    return "p" in kinds and "q" not in kinds and line.kind(behind) == "q"


def _goes_on(line: Line, at: int) -> bool:
    """Return whether a list of values goes on behind a comma."""
    while line.low(at) in {"and", "in", "including", "with", "to", "the", "or"}:
        at += 1
    return at < len(line.items) and line.items[at].kind in "qp"


def _points(line: Line, first: int, last: int) -> Iterator[tuple[int, Quantity]]:
    """Yield the values of a list, each with the index where it stands; not those that only say more of one."""
    depth = line.items[first].depth if first < len(line.items) else 0
    place = first
    while place < min(last, len(line.items)):
        item = line.items[place]
        is_difference = line.low(place + 1) in MORE | LESS  # "447 deaths but 16 fewer crashes"
        if item.kind == "q" and item.depth == depth and not is_inserted(line, place) and not is_difference:
            yield place, line.quantity(place)
        elif item.kind == "p" and (inside := _in_brackets(line, place)) is not None:
            quantity = line.quantity(inside)
            yield inside, quantity if quantity.period else replace(quantity, period=item.period)
            place = inside
        place += 1


def _in_brackets(line: Line, at: int) -> int | None:
    """Return the value in brackets right behind a period: `2022 (609)`, `the same period of 2022 (609 persons)`."""
    if line.low(at + 1) != "(" or line.kind(at + 2) != "q":
        return None
    closing = line.close.get(at + 1, len(line.items))
    return at + 2 if sum(item.kind == "q" for item in line.items[at + 2 : closing]) == 1 else None


def is_nested(line: Line, at: int) -> bool:
    """Return whether a value only says more of another: `, including 126 women`, `21 of which were pending`."""
    for place in range(at - 1, max(at - 4, -1), -1):
        if line.low(place) in _NESTED:
            return True
        if line.items[place].kind == "q":
            break
    return line.low(at + 1) == "of" and line.low(at + 2) in MEMBERS


def is_inserted(line: Line, at: int) -> bool:
    """Return whether a value is of a list that says more of another: `5` in `12, including 3 minors and 5 adults`."""
    if is_nested(line, at):
        return True
    depth = line.items[at].depth
    for place in range(at - 1, max(at - _FAR, 0), -1):
        item = line.items[place]
        if item.depth < depth or (item.depth == depth and (item.kind == "p" or item.low in {";", ":"})):
            return False
        if item.depth == depth and item.low in _NESTED and "," in line.words(place - 2, 2):
            return True
        if (
            item.low == ","
            and item.depth == depth
            and not (line.items[place + 1].kind == "q" or line.low(place + 1) in {"none", "no"})
        ):
            return False
    return False


_FAR = 40
"""Items of an insertion before one of its values."""


def _before(line: Line, at: int, earlier: list[Quantity]) -> int | None:
    """Return the index of the value that is compared with those of a list: the nearest before it that is like them."""
    opening = line.opening(at)
    if line.low(at) == "than" and line.low(at - 1) == ")" and line.items[at - 2].kind == "q":
        return at - 2 if are_alike(line.quantity(at - 2), earlier[0]) else None  # "fewer cases (310) than in 2020"
    if opening is not None and (inside := _within(line, opening, at, earlier[0])) is not None:
        return inside
    depth = line.items[at].depth - (opening is not None)
    limit = opening if opening is not None else at
    likely = [
        place
        for place in reversed(line.quantities)
        if place < limit and line.items[place].depth == depth and are_alike(line.quantity(place), earlier[0])
        if not (place == at - 2 and line.low(at - 1) in MORE | LESS)  # "58,000 more than": by how much
    ]
    if any(item.low in _NESTED for item in line.items[at : _list_end(line, at)]):
        likely = [place for place in likely if not is_inserted(line, place)] or likely
    noun = earlier[0].noun
    named = [place for place in likely[:3] if noun and head_of(line.quantity(place).noun) == head_of(noun)]
    return next(iter(named or likely), None)


def _within(line: Line, opening: int, at: int, like: Quantity) -> int | None:
    """Return the value that stands alone before a comparison in the same brackets: `(13%, compared with 14%)`."""
    inside = [place for place in line.quantities if opening < place < at]
    is_first = len(inside) == 1 and inside[0] == opening + 1 and line.items[inside[0]].depth == line.items[at].depth
    return inside[0] if is_first and are_alike(line.quantity(inside[0]), like) else None


def _after(line: Line, earlier: list[tuple[int, Quantity]], last: int) -> int | None:
    """Return the index of the first value behind a comparison that opens its sentence."""
    behind = [place for place in line.quantities if place > earlier[0][0] and line.items[place].depth == 0]
    behind = [place for place in behind if "by" not in line.words(place - 2, 2)]  # by how much, and no value
    if last < len(line.items):
        behind = [place for place in behind if place >= last] or behind
    return next((place for place in behind if are_alike(line.quantity(place), earlier[0][1])), None)


def _degree_outside(line: Line, opening: int) -> str:
    """Return the `lower` of `lower than last year (13 per cent compared with 14 per cent)`, or `than among men (…)`."""
    than = next((at for at in range(opening - 2, max(opening - 6, 0), -1) if line.low(at) == "than"), None)
    if than is not None and any(item.kind not in "wp" for item in line.items[than:opening]):
        return ""
    return degree_before(line, than) if than is not None else ""


def head_of(noun: str) -> str:
    """Return the last word of a noun before `of`: `cases` of `criminal cases of theft`."""
    words = noun.lower().partition(" of ")[0].split()
    return words[-1] if words else ""


def have_one_head(one: str, other: str) -> bool:
    """Return whether two nouns have the same last word before `of`, in the singular or the plural."""
    return head_of(one).removesuffix("s") == head_of(other).removesuffix("s")


def are_alike(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities measure the same."""
    if one.measure is other.measure:
        return one.measure is not Measure.MONEY or one.unit == other.unit or not (one.unit and other.unit)
    if {one.measure, other.measure} == {Measure.COUNT, Measure.MONEY}:  # "1.8 billion pesos … (1.6 billion)"
        return min(one.step, other.step) > 1 and not (one.noun and other.noun)
    return {one.measure, other.measure} <= _ALIKE


def _direction(line: Line, at: int, current: int) -> tuple[Direction | None, str]:
    """Return the direction of a comparing word, or of the verb before the value: `up from`, `dropped to 450`."""
    word = line.low(at)
    if word in {"up", "down"}:
        return (Direction.UP if word == "up" else Direction.DOWN), f"{word} from"
    opening = line.opening(at)
    before = line.low(at - 1) if word != "than" else degree_before(line, at)
    if opening is not None and opening < current < at:
        before = _degree_outside(line, opening) or before
    if before in MORE | LESS and word in {"than", "compared", "as"}:
        return (Direction.UP if before in MORE else Direction.DOWN), before
    if line.low(current - 1) == "to":
        for verb in reversed(line.words(max(current - 4, 0), 3)):
            if verb in UP | DOWN and current < at:
                return (Direction.UP if verb in UP else Direction.DOWN), f"{verb} to"
    return _announced(line, current)


def _announced(line: Line, current: int) -> tuple[Direction | None, str]:
    """Return the direction that a sentence begins with: `Withdrawals rose sharply, with 255 in 2023 compared with 59`.

    None where another number, or another word of direction, stands between, or where something else is said of a
    change: `The decline ended, with 255 …`.
    """
    if line.low(current - 1) != "with" or line.low(current - 2) != ",":
        return None, ""
    before = line.items[: current - 2]
    places = [at for at, item in enumerate(before) if item.depth == 0 and item.low in (UP | DOWN) - MORE - LESS]
    if len(places) != 1 or any(item.kind == "q" or item.low in TURNS for item in before):
        return None, ""
    word, behind = before[places[0]].low, before[places[0] + 1 :]
    is_said = all(item.kind == "p" or item.low in _BEHIND or item.low.endswith("ly") for item in behind)
    if not is_said and line.low(0) != "there":
        return None, ""
    return (Direction.UP if word in UP else Direction.DOWN), word


TURNS = word_set(
    "not no never hardly barely rarely seldom little but although while despite without prevent stop stopped ceased"
    " ended reversed to ; :"
)
"""What may turn a word of direction around, or make it one of a wish."""
_BEHIND = word_set("again further in during over throughout")
"""What may stand between a word of direction and `, with`, beside periods and words such as `sharply`."""
