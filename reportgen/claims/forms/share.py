"""Read shares of a whole.

`21.02 per cent of all deputies (786 out of 3,415)`, `Of the 449 judges, 204 (45.4 per cent) …`, `204 of the
449 judges (45.4 per cent)`, `86 per cent (43) of the 50 schools`, `a third of the 300 applicants (100)`.
"""

from collections.abc import Iterator

from reportgen.claims.forms.comparison import have_one_head
from reportgen.claims.forms.naming import subject_of
from reportgen.claims.line import Line
from reportgen.claims.model import SUMMED, Measure, StatedShare
from reportgen.languages.en.lexicon import CHANGE_NOUNS, LESS, MEMBERS, MORE
from reportgen.languages.words import word_set

_SHARES = frozenset({Measure.PER_CENT, Measure.FRACTION})
_NEAR = 12
"""Items between a share and the brackets with its part."""
_SKIPPED = word_set("the a an total of all some out only those these its their")
"""Words between `of` and the number of a whole: `9 of the total of 12`."""
_WHOLES = word_set(
    "population number workforce electorate membership strength caseload estimated overall sanctioned working"
)
"""Words before the number of a whole: `of the population of 9.4 million`."""
_ALL_OF = frozenset({"total", "overall", "estimated"})
_PLACES = frozenset({"places", "beds", "spaces", "place", "bed"})
_LINKS = word_set("or i.e. representing which constituting accounting equivalent equal is making comprising")
"""What links a number with the share that it is: `412 men, representing 64 per cent`."""
_THAT_IS = word_set("i.e. i . e or that is ,")
"""What may stand in brackets before a share: `(i.e. 45.4 per cent)`."""
_NAMED = 4
"""Words that may name a whole before its part, without a comma: `Of these 40 pleas 12 (30 per cent) …`."""
_LINKED = 7
"""Items between the comma before a link and its share: `, which works out to about 12 per cent`."""


def read_shares(line: Line) -> Iterator[StatedShare]:
    """Yield the shares of a line whose part or whole is given."""
    for at in line.quantities:
        if line.quantity(at).measure not in _SHARES or _is_change(line, at):
            continue
        part, whole = _occupancy(line, at) or _of_that_of(line, at) or _part_and_whole(line, at)
        if part is None and whole is None:
            part, whole = _explained(line, at)
        if part is None and whole is None:
            continue
        places = [place for place in (at, part, whole) if place is not None]
        given = [line.quantity(place) if place is not None else None for place in (part, whole)]
        yield StatedShare(line.span_of(min(places), max(places)), subject_of(line, at), line.quantity(at), *given)


def _is_change(line: Line, at: int) -> bool:
    """Return whether a percentage says how much something changed."""
    return line.low(at - 1) == "by" or line.low(at + 1) in CHANGE_NOUNS | MORE | LESS


def _part_and_whole(line: Line, at: int) -> tuple[int | None, int | None]:
    """Return the indexes of the part and of the whole of the share at an index."""
    place = at + 1 + (line.low(at + 1) == ",")
    if line.low(place) == "or" and _counted(line, place + 1):  # "56 per cent, or 461 of 818"
        whole = _whole_within(line, place + 1, place + _NEAR)
        if whole is not None:
            return place + 1, whole
    opening = line.opening(at)
    if opening is not None and all(line.low(place) in _THAT_IS for place in range(opening + 1, at)):
        return _bracketed(line, opening, at)
    part, whole = _in_brackets_behind(line, at)
    if part is not None:
        return part, whole
    whole = _whole_behind(line, at + 1)
    if whole is not None:
        part = _linked_part(line, at)
        return part if part is not None else _named_part(line, whole), whole
    part = _linked_part(line, at)
    if line.low(at + 1) == "of":
        whole = _whole_opening(line, at, part) if part is not None else None
        return part, whole if whole is not None and _is_of_total(line, at, whole) else None
    pair = _linked_pair(line, at)
    if pair != (None, None) or part is None:
        return pair
    return part, _whole_opening(line, at, part)


def _explained(line: Line, at: int) -> tuple[int | None, int | None]:
    """Return the part and whole that say a share in numbers: `6 per cent of children, i.e. 72,000 of 1.2 million`."""
    comma = next((place for place in range(at + 1, at + _NEAR) if line.low(place) in {",", "(", ";"}), at)
    link = comma + 1
    while line.low(comma) == "," and line.low(link) in _THAT_IS | {"namely"} and link - comma < _LINKED:
        link += 1
    is_said = not _NAMING.isdisjoint(line.words(comma + 1, link - comma - 1)) and _counted(line, link)
    whole = _whole_within(line, link, link + _NEAR) if is_said else None
    return (link, whole) if whole is not None else (None, None)


def _named_part(line: Line, whole: int) -> int | None:
    """Return the part behind a whole: `a third of the 90 posts, or 30`, `38 per cent of the 2,500 staff, i.e. 950`."""
    place = whole + 1
    while line.kind(place) in {"w", "p"} and place - whole <= _NAMED:
        place += 1
    link = place + 1
    while line.low(link) in _THAT_IS | {"namely"} and link - place < _LINKED:
        link += 1
    linked = line.words(place + 1, link - place - 1)
    if line.low(place) not in {",", "–", "—"} or _NAMING.isdisjoint(linked) or not _counted(line, link):
        return None
    one, other = line.quantity(link), line.quantity(whole)
    is_of = linked != ["or"] or not (one.noun and other.noun) or have_one_head(one.noun, other.noun)
    return link if is_of and one.measure is other.measure and one.value <= other.value else None


def _ends_with_whole(line: Line, at: int) -> bool:
    """Return whether a share and its whole are all of an apposition: `, 2 per cent of the population of 2 million.`."""
    whole = _whole_behind(line, at + 1)
    return whole is not None and line.low(whole + 1 + len(line.quantity(whole).noun.split())) in {
        "",
        ".",
        ";",
        ",",
        ")",
    }


_NAMING = word_set("or is namely i.e. e")
"""What links a whole with a part behind it: `, that is, 60`; with `or`, one of its noun, not `, or 30 towns`."""


def _is_of_total(line: Line, at: int, whole: int) -> bool:
    """Return whether a share is said to be one of the whole: `of the total number of sitting judges` of 80 judges.

    Not where the whole is narrower: of `80 women judges`.
    """
    behind = [item.low for item in line.items[at + 1 :]]
    noun = set(line.quantity(whole).noun.lower().split())
    return "total" in behind[:4] and bool(noun) and noun <= set(behind)


def _occupancy(line: Line, at: int) -> tuple[int, int] | None:
    """`The occupancy rate was 104 per cent (8,320 prisoners for 8,000 places)`: the only two counts of the line."""
    if "occupancy" not in line.words(max(at - _NEAR, 0), min(at, _NEAR)):
        return None
    counts = [place for place in line.quantities if line.quantity(place).measure is Measure.COUNT]
    shares = [place for place in line.quantities if line.quantity(place).measure in _SHARES]
    if len(counts) != 2 or len(shares) != 1:
        return None
    wholes = [one for one in counts if _is_capacity(line, one)]
    if len(wholes) != 1:
        return None
    return next(one for one in counts if one != wholes[0]), wholes[0]


def _is_capacity(line: Line, at: int) -> bool:
    """Return whether a count is of places: `8,000 places`, `a capacity of 8,000`."""
    noun = line.quantity(at).noun.lower().split()
    return bool(_PLACES & set(noun)) or line.words(max(at - 2, 0), 2) == ["capacity", "of"]


def _of_that_of(line: Line, at: int) -> tuple[int, int] | None:
    """`1,240 lei in 2019, or 86.5 per cent of that of men (1,434 lei)`."""
    part = _linked_part(line, at)
    if part is None or line.low(at + 1) != "of" or line.low(at + 2) not in {"that", "those"}:
        return None
    place = at + 3
    while place < at + _NEAR and place < len(line.items) and line.items[place].kind in "wc":
        place += 1
    is_like = _counted(line, place + 1) and line.quantity(place + 1).measure is line.quantity(part).measure
    return (part, place + 1) if line.low(place) == "(" and is_like else None


def _linked_pair(line: Line, at: int) -> tuple[int | None, int | None]:
    """Return the part and whole before a share that is linked with both: `12 of 25 posts, or 48 per cent`."""
    whole = _linked_part(line, at)
    if whole is None:
        return None, None
    left = [place for place in line.quantities if place < whole and line.items[place].depth == line.items[whole].depth]
    if len(left) == 1 and line.low(whole + 1) == "of" and line.low(whole + 2) in MEMBERS:
        return whole, left[0]  # "3,000 teachers, 1,240 of them women, that is, 41.3 per cent"
    if len(left) == 1 and line.low(whole - 2) == "of" and line.low(whole - 1) in MEMBERS:
        return whole, left[0]  # "12,400 officers, of whom 2,480 are women, or 20 per cent"
    if len(left) == 1 and line.low(0) == "of" and _whole_behind(line, 0) == left[0]:
        return whole, left[0]  # "Of the 34 ministers, 11, or 32 per cent, …"
    return _pair(line, left[-1], whole) if left and _has_words_of(line, left[-1], whole) else (None, None)


def _pair(line: Line, part: int, whole: int) -> tuple[int | None, int | None]:
    """Return a part and its whole; none where a share of it is said twice: `half of the 120 girls (52 per cent)`."""
    return (part, whole) if _counted(line, part) else (None, None)


def _counted(line: Line, at: int) -> bool:
    quantity = line.items[at].quantity if at < len(line.items) else None
    return quantity is not None and quantity.measure in SUMMED


def _whole_behind(line: Line, at: int) -> int | None:
    """Return the whole behind `of`: `of the 449 judges`, `out of a total of 3,415`."""
    if line.low(at) == "out":
        at += 1
    if line.low(at) != "of":
        return None
    place = at + 1
    while line.low(place) in _SKIPPED | _WHOLES or line.low(place).endswith("'s"):  # "of the country's 24 provinces"
        place += 1
    if line.low(place - 1) in _ALL_OF and line.kind(place) == "w" and line.low(place + 1) == "of":
        place += 2  # "of total expenditure of 800 million"
    return place if _counted(line, place) else None


def _in_brackets_behind(line: Line, at: int) -> tuple[int | None, int | None]:
    """Return the part and whole in the brackets behind a share: `(786 out of 3,415)`, `(43) of the 50 schools`."""
    place = at + 1
    whole = _whole_behind(line, at + 1)
    while place < min(len(line.items), at + _NEAR) and line.low(place) not in {"(", "[", ",", ";", ":"}:
        if line.items[place].kind not in "wcr" and whole != place:
            break
        place += 1
    if line.low(place) not in {"(", "["}:
        return None, None
    closing = line.close.get(place, len(line.items))
    inside = place + 1
    while line.low(inside) in {"i.e.", "or", "that", "is", "a", "total", "of", ".", ","}:
        inside += 1
    if not _counted(line, inside) or inside >= closing:
        return None, None
    numbers = [one for one in line.quantities if inside <= one < closing]
    within = _whole_within(line, inside, closing)
    if within is None and len(numbers) > 1:
        return None, None
    behind = within if within is not None else whole or _whole_behind(line, closing + 1)
    if behind is None:
        behind = _whole_opening(line, at, inside) or _whole_of_which(line, at)
    return inside, behind


def _whole_of_which(line: Line, at: int) -> int | None:
    """Return the whole before `of which` and a share: `3,200,000 people, of whom 51 per cent (1,632,000) are women`."""
    before = [place for place in line.quantities if place < at and line.items[place].depth == line.items[at].depth]
    is_of = line.low(at - 2) == "of" and line.low(at - 1) in {"which", "whom", "them", "these"}
    is_near = bool(before) and _counted(line, before[-1]) and line.low(at - 3) in {",", "out"}
    return before[-1] if is_of and is_near else None


def _whole_opening(line: Line, at: int, part: int) -> int | None:
    """Return the whole that opens a sentence: `Of the 9,300 refugees in two camps, over half (5,022) are children`."""
    of = next((one for one in range(at - 1, -1, -1) if line.low(one) in {"of", "among"} and _opens(line, one)), 0)
    whole = _whole_behind(line, of) if line.low(of) in {"of", "among"} else None
    if whole is None or whole >= at:
        return None
    between = [place for place in line.quantities if whole < place < at and place != part]
    is_near = all(line.quantity(one).value < line.quantity(part).value for one in between)
    if _is_part(line, whole, min(at, part)):
        return None
    is_plain = all(item.low not in {";", "whom", "which", "these"} for item in line.items[whole : min(at, part)])
    return whole if is_near and is_plain else None


def _is_part(line: Line, whole: int, end: int) -> bool:
    """Return whether what looks like a whole is a part: `Of these 12 cases led to charges (30 per cent) and 8 …`.

    So it is where its own share stands behind it: `Of those 12 (30 per cent) led to charges, 8 (20 per cent) …`.
    """
    behind = [item.low for item in line.items[whole + 1 : end]]
    is_told = behind[:1] == ["("] or ("," not in behind and len(behind) > _NAMED)
    return line.low(whole - 1) in {"these", "those"} and is_told


def _opens(line: Line, at: int) -> bool:
    """Return whether a sentence begins at an index, or its words behind a period: `In 2023, of the …`, `Out of …`."""
    at -= line.low(at - 1) == "out"
    return at == 0 or line.low(at - 1) == "," or line.items[at - 1].kind == "p"


def _whole_within(line: Line, at: int, closing: int) -> int | None:
    """Return the whole behind a part within brackets: `786 out of 3,415`, `43 schools of 50`, `43 of the 50`."""
    for place in range(at + 1, min(closing, at + 6)):
        if line.low(place) in {"of", "out"}:
            return _whole_behind(line, place)
    if line.low(at + 1) == "/" and at + 3 == closing and _counted(line, at + 2):  # "34 per cent (3,459/10,082)"
        return at + 2
    return None


def _bracketed(line: Line, opening: int, at: int) -> tuple[int | None, int | None]:
    """Return the part and whole before a share in brackets: `Of 449 judges, 204 (…)`, `204 of the 449 judges (…)`."""
    closing = line.close.get(opening, len(line.items))
    if line.low(at + 1) == "of" and closing > at + 1:
        whole = _whole_behind(line, at + 1)
        before = _nearest(line, opening)
        return (before, whole) if whole is not None else (None, None)
    if closing != at + 1:
        return None, None
    before = _nearest(line, opening)
    behind = line.words(closing + 1, 2)
    if before is None or (behind[:1] == ["of"] and behind[1:] in (["them"], ["these"], ["whom"], ["which"])):
        return None, None
    left = [
        place for place in line.quantities if place < before and line.items[place].depth == line.items[before].depth
    ]
    if left and _whole_behind(line, left[-1] + 1) == before:
        return _pair(line, left[-1], before)
    if left and _is_of_which(line, before, opening):
        return before, left[-1]
    is_beside = opening == before + 1 or line.low(closing + 1) == "out"  # "three women judges (9 per cent) out of …"
    if is_beside and (behind_it := _whole_behind(line, closing + 1)) is not None:
        return before, behind_it  # "98,714 (76.2 per cent) of the 129,597 bridegrooms"
    if left and _has_words_of(line, left[-1], before):
        return _pair(line, left[-1], before)
    if left and _is_of_again(line, left[-1]):
        return before, left[-1]
    first = next((place for place in line.quantities if _counted(line, place)), before)
    is_of_part = line.low(before - 1) in {"whom", "which", "them", "these", "including"}
    is_opening = line.low(line.low(0) == "out") in {"of", "among"} and _whole_behind(line, 0) == first
    if is_opening and first < before and not is_of_part and not _is_part(line, first, before):
        return before, first
    return before, None  # "96 women (40 per cent) and 144 men (60 per cent)": of a whole that stands elsewhere


def _is_of_which(line: Line, at: int, opening: int) -> bool:
    """Return whether a part before brackets is `of which`: `75 of which (…`, `of which 7,200 within six months (…`."""
    is_behind = line.low(at - 2) == "of" and line.low(at - 1) in MEMBERS and opening != at + 1
    return is_behind or (line.low(at + 1) == "of" and line.low(at + 2) in MEMBERS)


def _is_of_again(line: Line, whole: int) -> bool:
    """Return whether a second whole stands before its part: `… and out of 77,537 women just 6,364 (8.2 per cent)`."""
    return any(
        line.low(at) in {"of", "among"} and line.low(at - 1) in {"out", "and", ","} and _whole_behind(line, at) == whole
        for at in range(max(whole - _NEAR, 1), whole)
    )


def _has_words_of(line: Line, part: int, whole: int) -> bool:
    """Return whether a part, its noun and `of` stand before a whole: `204 women of 449 judges`, `9 men out of 449`."""
    if any(item.low in {",", ";"} for item in line.items[part:whole]):
        return False
    places = [place for place in range(part + 1, whole) if line.low(place) in {"of", "out"}]
    places = [place for place in places if line.low(place - 1) not in CHANGE_NOUNS]  # "an increase of 11,324 (13 %)"
    is_among = line.words(whole - 2, 2) == ["among", "the"]  # "96 women among the 240 members"
    return is_among or any(_whole_behind(line, place) == whole for place in places)


def _nearest(line: Line, opening: int) -> int | None:
    """Return the nearest count before brackets, with only words between."""
    place = opening - 1
    while place >= 0 and opening - place < 12 and (line.items[place].kind in "wcrp" or _is_length(line, place)):
        place -= 1
    return place if place >= 0 and _counted(line, place) else None


def _is_length(line: Line, at: int) -> bool:
    """Return whether a length of time says how long what is counted took: `7,200 within six months (80 per cent)`."""
    return line.low(at - 1) == "within" and line.quantity(at).measure is Measure.DURATION


def _linked_part(line: Line, at: int) -> int | None:
    """Return the part before a share that is linked with it: `204 women, or 45.4 per cent of the 449 judges`."""
    place = at - 1
    if line.low(place) == "," and line.words(max(place - 2, 0), 2) == ["that", "is"] and line.low(place - 3) == ",":
        return _nearest(line, place - 3)
    while line.kind(place) == "w" and at - place < _LINKED:
        place -= 1
    if place == at - 1 and line.low(place) == "," and _ends_with_whole(line, at):
        return _nearest(line, place)  # "40,000, about 2 per cent of the population of 2 million"
    is_apart = line.low(place) == "," or (line.low(place) in {"–", "—"} and line.low(place + 1) == "or")
    if not is_apart or line.low(place + 1) not in _LINKS:
        return None
    return _nearest(line, place)
