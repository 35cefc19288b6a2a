"""Read parts of a whole said before: `238 persons, of whom 219 …`, `Of these, …`, `Four of them …`, `They were …`."""

from collections.abc import Iterator
from itertools import takewhile

from msgspec.structs import replace

from reportgen.claims.forms.comparison import is_nested, trigger_at
from reportgen.claims.forms.kinds import are_pair
from reportgen.claims.forms.no_whole import is_of_relative
from reportgen.claims.forms.parts import made_total, read_parts
from reportgen.claims.line import Line
from reportgen.claims.model import ListForm, Measure, Quantity, StatedPart, Total
from reportgen.languages.en.lexicon import MEMBERS

_BACK = frozenset({"these", "them", "those", "this", "that"})
_REST = frozenset({"remaining", "rest", "others", "remainder"})


def read_members(line: Line, previous: Line | None) -> Iterator[Total]:
    """Yield the totals whose parts `of whom`, `of these` or `of them` introduces.

    Args:
        line: the sentence.
        previous: the sentence before, whose total is meant where the sentence begins with its parts.
    """
    yield from _of_which(line, previous)
    yield from _of_them(line, previous)


def _of_which(line: Line, previous: Line | None) -> Iterator[Total]:
    """Read `238 persons, of whom 219 were civilians and 19 officers`, and `Of these, …` of the sentence before."""
    for at in (at for at, item in enumerate(line.items[:-1]) if item.low in {"of", "among"}):
        if at == 0 or (at == 1 and line.low(0) == "out"):
            yield from _of_the(line, at)
        if at == 0 and line.low(1) == "the":
            yield from list(_of_the_named(line, previous)) or _of_all(line)
        if line.low(at + 1) not in MEMBERS | {"this", "that"}:
            continue
        if line.kind(at - 1) == "q" or (at > 0 and line.low(at + 1) in {"this", "that"}):
            continue  # "21 of which were pending" is read with its own value
        if is_of_relative(line, at) or line.items[at + 2 : at + 3] == []:
            continue
        if line.items[at + 2].kind == "q" and line.low(at + 3) != "," and at <= 1 and not _is_told(line, at + 2):
            continue  # "Out of these 80 women judges, …" gives its whole itself
        depth = line.items[at].depth
        last = clause_end(line, at + 2, depth)
        parts = read_parts(line, at + 2, last, depth)
        if not parts or parts[0][0] - at > 6:  # "Of these cases, 40 …"
            continue
        is_back = line.low(at + 1) in _BACK and at <= 1
        total = (
            main_quantity(previous, parts, line.low(at + 2))
            if is_back and previous
            else _total_before(line, at, depth, parts)
        )
        if total is not None:
            whole = line.quantity(total) if isinstance(total, int) else total
            source = previous.items if is_back and previous else line.items[:at]
            is_all = is_complete(line, parts) or _are_years_of(whole, parts, {item.low for item in source})
            is_all &= line.low(at) == "of"  # "among them 138 men and 101 women" leaves something out, as "including"
            yield made_total(line, total, parts, ListForm.OF_WHICH, is_exhaustive=is_all)


def _are_years_of(total: Quantity, parts: list[tuple[int, StatedPart]], said: set[str]) -> bool:
    """Return whether parts are those of all years of a total: `in two years; of these, 4 in 2020 and 5 in 2021`.

    Args:
        total: the whole.
        parts: the parts.
        said: the words of the sentence of the whole. A part with another verb tells what happened to some of it only:
            `9 cases were opened; of these, 4 were closed in 2020`.
    """
    years = {part.quantity.period.first for _, part in parts if part.quantity.period is not None} - {None}
    told = {word for _, part in parts for word in part.quantity.phrase.lower().removeprefix(part.quantity.noun).split()}
    is_same = told <= said | {"was", "were"}
    return is_same and total.period is not None and total.period.years == len(years) == len(parts) > 1


def _of_the(line: Line, of: int) -> Iterator[Total]:
    """Read `Of the 640 inmates held there, 412 were men and 228 were women`, `Out of these 80, two … and the other 78`.

    The sentence gives its whole itself.
    """
    total = _whole_at(line, of)
    if total is None:
        return
    commas = (at for at in range(total, len(line.items)) if line.low(at) == "," and line.items[at].depth == 0)
    comma = next(commas, None)
    if comma is None or line.kind(total) != "q" or _is_told(line, total):
        return
    end = clause_end(line, comma + 1, 0)
    another = next((at for at in line.quantities if comma < at < end and line.words(at - 2, 2) == ["of", "the"]), end)
    parts = read_parts(line, comma + 1, another, 0)  # not "…, while of the 9,297, 1,099 …": parts of another whole
    parts = [part for part in parts if not is_nested(line, part[0])]  # not "with 70 of them solved"
    whole = line.quantity(total)
    has_more = line.low(total - 1) in _POINTING and comma - total - 1 > len(whole.noun.split())
    if has_more and any(part.quantity.value > whole.value for _, part in parts):
        return  # "Of these six complaints led to charges, 12 …": the six are a part too
    if parts and parts[0][1].quantity.measure is whole.measure:
        yield made_total(line, total, parts, ListForm.OF_WHICH, is_exhaustive=is_complete(line, parts))


def _is_told(line: Line, at: int) -> bool:
    """Return whether a number is a part, of which something is told: `Of these six complaints were upheld, 12 …`."""
    behind = takewhile(lambda item: item.kind == "w" and item.low not in _ENDS_NOUN, line.items[at + 1 :])
    is_told = line.low(at + 1) == "(" or any(item.low in _TELLING for item in behind)
    return line.low(at - 1) in _POINTING and is_told


_POINTING = frozenset({"these", "those"})
_ENDS_NOUN = frozenset({"who", "which", "that", "whose", "whom"})
"""What begins words that are still of a number: `Of these 80 judges who were appointed in 2021, 12 …`."""
_TELLING = frozenset({"is", "are", "was", "were", "has", "have", "had"})


def _whole_at(line: Line, of: int) -> int | None:
    """Return the whole behind `of`: `Of the 640`, `Of the total of 640`, `Out of these 80`, `Out of 137 victims`."""
    low = line.low(of + 1)
    place = of + 1 if line.low(of - 1) == "out" and low not in {"the", "these", "those"} else of + 2
    place += line.low(place) == "total" and low == "the"
    place += line.low(place) == "of" and line.low(place - 1) == "total"
    is_said = place == of + 1 or low in {"the", "these", "those"}
    return place if is_said and line.kind(place) == "q" else None


def _of_the_named(line: Line, previous: Line | None) -> Iterator[Total]:
    """Read `Of the victims, 27,500 were men and 24,500 women` of the victims in the sentence before."""
    if previous is None or line.low(3) != "," or line.items[2].kind != "w":
        return
    parts = read_parts(line, 4, clause_end(line, 4, 0), 0)
    noun = line.low(2)
    same = [at for at in previous.quantities if previous.quantity(at).noun.lower().split(" of ")[0].endswith(noun)]
    if len(same) == 1 and parts and parts[0][0] == 4 and is_complete(line, parts):
        yield made_total(line, previous.quantity(same[0]), parts, ListForm.OF_WHICH, is_exhaustive=True)


def _of_all(line: Line) -> Iterator[Total]:
    """Read `Of the persons granted asylum, 412 were women and 380 men`, all of a number that stands elsewhere."""
    comma = next((at for at in range(2, len(line.items)) if line.low(at) == "," and line.items[at].depth == 0), None)
    if comma is None or any(item.kind == "q" for item in line.items[:comma]):
        return
    parts = read_parts(line, comma + 1, clause_end(line, comma + 1, 0), 0)
    is_pair = len(parts) == 2 and parts[0][0] == comma + 1 and are_pair([part.label for _, part in parts])
    if is_pair and parts[0][1].quantity.measure is Measure.COUNT:
        divided = line.span_of(2, comma - 1).of(line.text)
        yield replace(made_total(line, None, parts, ListForm.BREAKDOWN, is_exhaustive=True), subject=divided)


def _of_them(line: Line, previous: Line | None) -> Iterator[Total]:
    """Read `Four of the cases were …, two …, and the other seven …` of the total in the sentence before.

    Only where the parts are said to be all: men and women, some and the rest.
    """
    is_part = line.kind(0) == "q" and line.low(1) == "of"
    if previous is None or not is_part or line.low(2) not in MEMBERS | {"the", "such"}:
        return
    parts = read_parts(line, 0, clause_end(line, 1, 0), 0)
    is_all = is_complete(line, parts)
    if len(parts) > 1 and parts[0][0] == 0 and parts[0][1].quantity.measure is Measure.COUNT and is_all:
        total = main_quantity(previous, parts)
        if total is not None:
            yield made_total(line, total, parts, ListForm.OF_WHICH, is_exhaustive=True)


def clause_end(line: Line, at: int, depth: int) -> int:
    """Return where a list without brackets ends: at a semicolon, or where other parts begin, `…, including 3 women`."""
    for place, item in enumerate(line.items[at:], at):
        is_of = item.low == "of" and line.low(place + 1) in {"whom", "which"}
        if item.depth < depth or (item.depth == depth and (is_of or item.low in {";", "including"})):
            return place
    return max(at, len(line.items))


def _total_before(line: Line, at: int, depth: int, parts: list[tuple[int, StatedPart]]) -> int | None:
    """Return the total that `of whom` speaks of: the nearest before it that no `including` stands before."""
    measure = parts[0][1].quantity.measure
    is_back = line.low(at - 1) == ";" and line.low(at + 1) in _BACK  # "8,400 were examined; of these, 120 …"
    for place in range(at - 1 - is_back, -1, -1):
        item = line.items[place]
        if item.low == ";" and item.depth == depth:
            return None
        is_like = item.kind == "q" and item.depth == depth and line.quantity(place).measure is measure
        if is_like and not is_nested(line, place):
            return large_enough(line, place, parts[:1]) if is_back else place
    return None


def main_quantity(previous: Line | None, parts: list[tuple[int, StatedPart]], named: str = "") -> Quantity | None:
    """Return the quantity of the line before that `Of these` speaks of: the last that says no more of another."""
    if previous is None:
        return None
    measure = parts[0][1].quantity.measure
    likely = [at for at in previous.quantities if previous.items[at].depth == 0 and not is_nested(previous, at)]
    likely = [at for at in likely if previous.quantity(at).measure is measure]
    earlier = next((at for at in range(len(previous.items)) if at and trigger_at(previous, at)), len(previous.items))
    likely = [at for at in likely if at < earlier] or likely  # not "as against 500 in 2021"
    same = [at for at in likely if named and previous.quantity(at).noun.lower().split(" of ")[0].endswith(named)]
    likely = same or likely
    return previous.quantity(likely[-1]) if len(likely) == 1 else None


def is_complete(line: Line, parts: list[tuple[int, StatedPart]]) -> bool:
    """Return whether parts are all that there is: men and women, adults and children, some and the rest."""
    labels = [set(part.label.lower().split()) for _, part in parts]
    if len(parts) < 2:  # one part is never all
        return False
    if any(label & _REST for label in labels) or any(line.low(at - 1) in _REST for at, _ in parts):
        return True
    if any(line.words(at - 2, 2) == ["the", "other"] for at, _ in parts):
        return True
    if parts[-1][1].label.lower().startswith("other ") and len(parts) > 2:
        return True  # "41 are judges, 36 are heads of department and 314 are in other posts"
    return are_pair([part.label for _, part in parts])


def large_enough(line: Line, at: int, parts: list[tuple[int, StatedPart]]) -> int | None:
    """Return the last quantity, up to an index, that can hold all parts: they may belong to a whole list.

    Where it is the only one, it is the whole, and too small.
    """
    added = sum(part.quantity.value for _, part in parts)
    item = line.items[at]
    places = [place for place in line.quantities if place <= at and line.items[place].depth == item.depth]
    large = next((place for place in reversed(places) if line.quantity(place).value >= added), None)
    alike = [place for place in places if line.quantity(place).measure is line.quantity(at).measure]
    return at if large is None and alike == [at] else large


def said_of_previous(line: Line, previous: Line | None) -> Iterator[Total]:
    """Read `These comprised 40 women and 20 men`: parts of the total in the line before."""
    if previous is None or line.low(0) not in {"these", "they", "this"}:
        return
    if not any(line.low(at) in {"comprised", "comprise", "consisted", "included", "were", "are"} for at in range(1, 3)):
        return
    parts = read_parts(line, 1, len(line.items), 0)
    total = main_quantity(previous, parts) if len(parts) > 1 else None
    if total is not None:
        yield made_total(line, total, parts, ListForm.OF_WHICH, is_exhaustive=is_complete(line, parts))


_OPENING = 3
"""Items before the whole that a sentence opens with: `Out of the 161 cases, the majority, 147 cases, …`."""


def rest_of_previous(line: Line, previous: Line | None) -> Iterator[Total]:
    """Read `The remaining 14 were rejected` behind `164 proposals were made, of which 150 were accepted`."""
    is_rest = line.words(0, 2) == ["the", "remaining"] and line.kind(2) == "q"
    if previous is None or not is_rest or line.quantity(2).measure is not Measure.COUNT:
        return
    counts = [at for at in previous.quantities if previous.quantity(at).measure is Measure.COUNT]
    if len(counts) != 2:
        return
    is_opening = previous.low(0) in {"of", "out"} and counts[0] <= _OPENING
    if not is_opening and not any(previous.low(at) in {"which", "whom"} for at in range(*counts)):
        return
    whole, part = map(previous.quantity, counts)
    rest = line.quantity(2)
    if rest.noun in {"", whole.noun, part.noun}:  # not "The remaining 14 inspectors were dismissed."
        parts = [(2, StatedPart(part, part.noun)), (2, StatedPart(rest, "remaining"))]
        yield made_total(line, whole, parts, ListForm.OF_WHICH, is_exhaustive=True)
