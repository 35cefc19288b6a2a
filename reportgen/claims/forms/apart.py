"""Read totals that stand apart from their parts: behind them, or in the clause before a semicolon.

`112 visits in 2020, 98 in 2021 and 140 in 2022 (350 in total)`, `…, making a total of 26.5 million dinars`, `or 350
in all`; `1,482 applications were lodged; 640 were granted, 502 were rejected and 340 were pending`; `14 judges, 6 of
whom`; `26 posts – 14 for women and 12 for men –`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from reportgen.claims.forms.comparison import head_of, is_nested, trigger_at
from reportgen.claims.forms.naming import subject_of
from reportgen.claims.forms.parts import read_parts
from reportgen.claims.line import Line
from reportgen.claims.model import SUMMED, ListForm, Measure, Quantity, StatedPart, Total
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import AUXILIARIES, DOWN, MEMBERS, UP

_MAKING = frozenset({"making", "giving", "totalling", "totaling"})
_BEFORE = _MAKING | {"or", "(", "i.e.", "for", ",", "–", "—"}
"""What a total behind its parts begins with."""
_IN_ALL = frozenset({"total", "all"})
_WORDS = 4
"""Words between a total and its `in all`; they name what is counted."""
_MOST = 24
"""Numbers of a sentence that may be parts."""
_NEAR = (Decimal("0.75"), Decimal("1.34"))
"""A sum that misses the total by more than a quarter or a third is of other things."""


def read_trailing(line: Line) -> Iterator[Total]:
    """Yield totals behind their parts."""
    for at in line.quantities:
        total = line.quantity(at)
        first = _beginning(line, at) if total.measure in SUMMED else None
        if first is None or line.low(at + 1) == ":":
            continue
        parts = _summands(line, first, total)
        if len(parts) > 1:
            span = line.span_of(parts[0], at)
            quantities = [line.quantity(part) for part in parts]
            made = tuple(
                StatedPart(quantity, quantity.phrase or (quantity.period.text if quantity.period else ""))
                for quantity in quantities
            )
            periods = {quantity.period for quantity in quantities}
            total = total if len(periods) == 1 else replace(total, period=None)  # of no single one of them
            yield Total(span, subject_of(line, parts[0]), total, made, ListForm.TRAILING, is_exhaustive=True)


def _beginning(line: Line, at: int) -> int | None:
    """Return the index of the mark or word with which a total behind its parts begins; None where there is none."""
    place = at - 1
    if line.words(at - 2, 2) == ["total", "of"]:
        place = at - 3
        place -= line.low(place) in {"a", "the"}
    elif line.words(at - 3, 3) == ["the", "total", "to"] and line.low(at - 4) in {"bringing", "taking"}:
        place = at - 4 - (line.low(at - 5) == ",")
        return place if line.low(place) == "," else None
    elif not _is_in_all(line, at) and line.low(place) not in {"totalling", "totaling"}:
        return None
    if place < 1 or line.low(place) not in _BEFORE:
        return None
    while line.low(place) in _MAKING | {"or", "i.e.", "for"} and line.low(place - 1) in {",", "(", "–", "—"}:
        place -= 1
    return place


def _is_in_all(line: Line, at: int) -> bool:
    """Return whether `in total`, `in all` or `altogether` stands behind a number and its noun."""
    place = at + 1
    while place <= at + _WORDS and line.kind(place) == "w":
        if line.low(place) in {"altogether", "combined"}:
            return True
        if line.low(place) == "in":
            behind = line.low(place + 2)
            return line.low(place + 1) in _IN_ALL and not (behind.isalpha() and line.low(place + 1) == "all")
        place += 1
    return False


def _summands(line: Line, first: int, total: Quantity) -> list[int]:
    """Return the numbers before a total that are its parts: of all that may be, those that come nearest to it."""
    depth = line.items[first].depth - (line.low(first) == "(")
    likely: list[int] = []
    for at in reversed(range(first)):
        item = line.items[at]
        if item.depth == depth and (item.low == ":" or trigger_at(line, at) or item.low in UP | DOWN):
            break
        if item.kind != "q" or item.depth != depth or len(likely) > _MOST:
            continue
        if line.quantity(at).measure is not total.measure or is_nested(line, at):
            break
        likely.insert(0, at)
    runs = [likely[start:] for start in range(len(likely) - 1)]
    best = min(runs, key=lambda run: abs(_sum(line, run) - total.value), default=[])
    is_near = bool(best) and _NEAR[0] * total.value <= _sum(line, best) <= _NEAR[1] * total.value
    joints = {",", ";", "and", "plus"}
    are_joined = all(joints & {item.low for item in line.items[one + 1 : other]} for one, other in pairwise(best))
    return best if is_near and are_joined else []


def _sum(line: Line, run: list[int]) -> Decimal:
    return sum((line.quantity(at).value for at in run), Decimal(0))


# ---- between dashes -------------------------------------------------------------------------------------------

_DASHES = frozenset("–—")


def read_dashed(line: Line) -> Iterator[Total]:
    """Read `1,450 persons – 870 women and 580 men – attended`: dashes as brackets, right behind what is counted."""
    dashes = [at for at, item in enumerate(line.items) if item.low in _DASHES]
    for opening, closing in pairwise([*dashes, len(line.items)]):
        depth = line.items[opening].depth
        whole = max((at for at in line.quantities if at < opening), default=None)
        parts = read_parts(line, opening + 1, closing, depth)
        inside = [at for at in line.quantities if opening < at < closing]
        if whole is None or len(parts) < 2 or [at for at, _ in parts] != inside or inside[0] != opening + 1:
            continue
        total = line.quantity(whole)
        are_named = all(part.label and part.quantity.measure is total.measure for _, part in parts)
        if are_named and total.measure in SUMMED and _is_all_noun(line, whole, opening):
            span = line.span_of(whole, closing - 1)
            made = tuple(part for _, part in parts)
            yield Total(span, subject_of(line, whole), total, made, ListForm.BRACKETS, is_exhaustive=True)


# ---- a clause of outcomes -------------------------------------------------------------------------------------


def read_outcomes(line: Line) -> Iterator[Total]:
    """Read `1,482 applications were lodged; 640 were granted, 502 were rejected and 340 were pending`."""
    stops = [at for at, item in enumerate(line.items) if item.low == ";" and item.depth == 0]
    if len(stops) != 1:
        return  # several clauses are a list of their own
    stop = stops[0]
    parts = read_parts(line, stop + 1, len(line.items), 0)
    parts += _remaining(line, parts)
    inside = [at for at in line.quantities if at > stop and line.items[at].depth == 0]
    if len(parts) < 2 or parts[0][0] != stop + 1 or [at for at, _ in parts] != inside:
        return
    joints = (line.low(at) for at in range(inside[-1], inside[-2], -1) if line.low(at) in {",", "and"})
    if next(joints, "") != "and" or not all(_is_elliptic(line, at) for at in inside):
        return
    total = _total_before(line, stop, parts)
    if total is not None:
        is_rest = any(line.low(at - 1) in {"remaining", "other"} for at in inside)
        span = line.span_of(total, len(line.items) - 1)
        made = tuple(part for _, part in parts)
        yield Total(span, subject_of(line, total), line.quantity(total), made, ListForm.OUTCOMES, is_exhaustive=is_rest)


def _remaining(line: Line, parts: list[tuple[int, StatedPart]]) -> Iterator[tuple[int, StatedPart]]:
    """Yield the last part where it stands behind its words: `and the trials of the remaining 24 are continuing`."""
    at = line.quantities[-1] if line.quantities and parts else 0
    if parts and at > parts[-1][0] and line.items[at].depth == 0 and line.low(at - 1) in {"remaining", "other"}:
        yield at, StatedPart(line.quantity(at), "remaining")


def _is_elliptic(line: Line, at: int) -> bool:
    """Return whether a number leaves out what it counts, and says when of nothing: `640 were granted`, `31 of them`."""
    quantity = line.quantity(at)
    following = line.low(at + 1)
    is_of = following == "of" and line.low(at + 2) in MEMBERS
    is_said = following in AUXILIARIES or following in {"from", "concerned", "involved"} or following.endswith("ed")
    is_dated = any(item.kind == "p" for item in line.items[at : at + 6])
    is_rest = line.low(at - 1) in {"remaining", "other"}
    return quantity.measure is Measure.COUNT and (is_of or is_said or is_rest) and not is_dated


def _total_before(line: Line, stop: int, parts: list[tuple[int, StatedPart]]) -> int | None:
    """Return the only count before the semicolon that nothing is compared with, or that the parts add up to."""
    likely: list[int] = []
    for at in range(stop):
        if trigger_at(line, at):
            break
        if line.items[at].kind == "q" and line.items[at].depth == 0 and line.quantity(at).measure is Measure.COUNT:
            likely.append(at)
    added = sum((part.quantity.value for _, part in parts), Decimal(0))
    exact = [at for at in likely if line.quantity(at).value == added]
    return next(iter(exact or (likely if len(likely) == 1 else [])), None)


# ---- some of them ---------------------------------------------------------------------------------------------


def read_some_of(line: Line) -> Iterator[Total]:
    """Read `14 judges were promoted, 6 of whom …`: a part of the number whose noun stands right before the comma."""
    for at in line.quantities:
        is_part = line.low(at + 1) == "of" and line.low(at + 2) in {"whom", "which", "them", "these"}
        comma = at - 2 if line.words(at - 2, 2) == [",", "and"] else at - 1
        if not is_part or comma < 0 or line.low(comma) != ",":
            continue
        whole = max((place for place in line.quantities if place < at), default=None)
        if whole is None or line.items[whole].depth != line.items[at].depth or not _is_all_noun(line, whole, comma):
            continue
        quantity = line.quantity(at)
        if quantity.measure is line.quantity(whole).measure is Measure.COUNT and quantity.upper is None:
            part = StatedPart(quantity, quantity.phrase)
            span = Span(line.items[whole].start, line.items[at].end)
            subject = subject_of(line, whole)
            yield Total(span, subject, line.quantity(whole), (part,), ListForm.INCLUDING, is_exhaustive=False)


def read_out_of(line: Line) -> Iterator[Total]:
    """Read `14 of the 20 judges`, `14 judges out of a total of 20`: a part right before its whole, of one noun."""
    for at, whole in pairwise(line.quantities):
        part, total = line.quantity(at), line.quantity(whole)
        between = _before_whole(line, whole) - at - 1
        is_said = 0 <= between <= len(part.noun.split()) and line.items[at].depth == line.items[whole].depth
        noun = re.split(r"\b(?:out )?of ", part.noun)[0].strip()  # of "cases out of a total"
        nouns = {head_of(one) for one in (noun, total.noun) if one}
        if is_said and part.measure is total.measure is Measure.COUNT and len(nouns) < 2:
            parts = (StatedPart(replace(part, noun=noun), noun),)
            total = replace(total, noun=total.noun or noun)
            span = Span(line.items[at].start, line.items[whole].end)
            yield Total(span, subject_of(line, at), total, parts, ListForm.OUT_OF, is_exhaustive=False)


def _before_whole(line: Line, whole: int) -> int:
    """Return where `of the`, `out of` or `out of a total caseload of` begins before a number, else 0."""
    place = whole
    if line.low(whole - 1) == "of" and "total" in line.words(max(whole - 3, 0), 2):
        place -= 2 if line.low(whole - 2) == "total" else 3
    is_said = place < whole or line.low(place - 1) in {"the", "all"}
    place -= line.low(place - 1) in {"a", "the", "all"}
    if line.words(max(place - 2, 0), 2) == ["out", "of"]:
        return place - 2
    return place - 1 if is_said and line.low(place - 1) == "of" else 0


def _is_all_noun(line: Line, whole: int, comma: int) -> bool:
    """Return whether nothing but the noun of a number, and a verb without an object, stands before a comma."""
    words = line.quantity(whole).noun.lower().split()
    has_verb = any(word.endswith("ed") for word in words[1:])  # "twelve organizations trained teachers, 400 of whom"
    behind = line.items[whole + 1 + len(words) : comma]
    behind = [item for item in behind if item.kind != "p" and item.low != "in"]
    are_verbs = all(item.kind == "w" and (item.low in AUXILIARIES or item.low.endswith("ed")) for item in behind)
    return bool(words) and not has_verb and are_verbs
