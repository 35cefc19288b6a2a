"""Give the quantities of a line their nouns and periods.

A noun stands behind its number (`262 persons in 2020`), or is left to the sentence (`the number of victims was 348`).
A period stands behind its number (`151 in 2020`), or before all that it holds for (`In 2023, 384 cases …`).
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reportgen.claims.line import Line, Term
from reportgen.claims.model import Measure, PeriodKind, StatedPeriod
from reportgen.claims.tokens import DASHES
from reportgen.languages.en.lexicon import MEMBERS, NOUN_STOPS
from reportgen.languages.words import word_set

_MEASURED_ALONE = frozenset({Measure.TIMES, Measure.POINTS, Measure.DURATION})
_NOT_LAST = word_set("and or in of to for with while the but during")
"""Words with which the phrase behind a number does not end."""
_NUMBERED = frozenset({"number", "numbers", "total", "figure", "amount", "proportion", "share", "percentage", "rate"})
"""Heads of a subject that says what is counted: `The number of complaints rose to 412`."""
_PLURALS = word_set("people women men children police staff")
"""Plurals without an s."""
_NO_ADJECTIVES = word_set("concerned related involved based received registered recorded located")
"""Participles behind a noun, which name no kind of it: `of the 45 persons concerned, 12 …`."""


def attach(line: Line) -> None:
    """Give the quantities of a line their nouns, phrases and periods."""
    if not line.quantities:
        return
    subject = _counted_subject(line)
    periods = _periods(line)
    for at in line.quantities:
        quantity = line.quantity(at)
        noun = "" if quantity.measure in _MEASURED_ALONE else _noun(line, at + 1)
        phrase = _phrase(line, at + 1)
        if not noun and subject and at > subject[1] and line.items[at].depth == 0:
            is_apart = any(item.low in {";", ":"} for item in line.items[subject[1] : at])
            noun = "" if is_apart else subject[0]
        line.items[at].quantity = replace(quantity, noun=noun, phrase=phrase, period=periods.get(at))
    _share_nouns(line)


# ---- nouns ----------------------------------------------------------------------------------------------------


def _noun(line: Line, at: int) -> str:
    """Return the noun whose words begin at an index; empty where a verb, a preposition or a mark stands there."""
    items = line.items
    if line.low(at) == "of" and line.low(at + 1) in {"the", "all"}:
        at += 2
    elif line.low(at) == "of" and items[at].depth == items[at - 1].depth and line.low(at + 1) not in MEMBERS:
        at += 1
    first = at
    while at < len(items) and _is_noun_word(items[at], line.low(at + 1), is_first=at == first):
        if at > first and items[at].low.endswith("ed") and _is_plural(line.low(at - 1)):
            break  # "cases registered nationwide", not "newly trained judges"
        at += 1
    while at > first and line.low(at - 1) == "of":
        at -= 1
    return "" if at == first or line.low(first) == "of" else line.text[items[first].start : items[at - 1].end]


def _is_noun_word(item: Term, following: str, *, is_first: bool) -> bool:
    """Return whether a word goes on with a noun: `trained judges`, not `judges trained`, nor `staff providing aid`."""
    low = item.low
    if item.kind not in "wc" or low in NOUN_STOPS:
        return False
    if low.endswith("ed") and len(low) > 4:  # a verb, or an adjective before a noun
        return low not in _NO_ADJECTIVES and following.isalpha() and following not in NOUN_STOPS
    return is_first or not low.endswith("ing") or len(low) < 6  # "training" first, "providing" later


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith("ss"))


def _phrase(line: Line, at: int) -> str:
    """Return the words from an index to the next number, period or mark of the same depth."""
    items = line.items
    first, last = at, at - 1
    while at < len(items) and items[at].kind in "wcr":
        last, at = at, at + 1
    while last >= first and items[last].low in _NOT_LAST:
        last -= 1
    return "" if last < first else line.text[items[first].start : items[last].end]


def _counted_subject(line: Line) -> tuple[str, int] | None:
    """Return the noun of `the number of NOUN …` and the index of its last word."""
    for at, item in enumerate(line.items):
        if item.low in _NUMBERED and line.low(at + 1) == "of" and item.depth == 0:
            noun = _noun(line, at + 2 if line.low(at + 2) not in {"the", "all"} else at + 3)
            if noun:
                return noun, at + 1 + len(noun.split())
    return None


def _share_nouns(line: Line) -> None:
    """Give numbers of a list the noun that stands behind the last or the first: `10, 12 and 15 cases`."""
    at_and_noun: list[tuple[int, str]] = []
    for at in reversed(line.quantities):
        quantity = line.quantity(at)
        following = line.items[at + 2 : at + 3] if line.low(at + 1) in {",", "and", "or"} else []
        is_listed = any(item.kind == "q" or item.low == "and" for item in following)
        if not quantity.noun and is_listed and quantity.measure is Measure.COUNT and at_and_noun:
            place, noun = at_and_noun[-1]
            if noun and place - at <= 3 and line.quantity(place).measure is Measure.COUNT:  # a comma, an "and"
                quantity = replace(quantity, noun=noun)
                line.items[at].quantity = quantity
        at_and_noun.append((at, quantity.noun))


# ---- periods --------------------------------------------------------------------------------------------------


def _periods(line: Line) -> dict[int, StatedPeriod]:
    """Return the period of each quantity, by its index."""
    respective = _respectively(line)
    if any(line.items[at].depth == 0 for at in respective):
        return respective
    known: dict[int, StatedPeriod] = {}
    for first, last in _segments(line):
        _attach_segment(line, first, last, known)
    for at in line.quantities:  # "2020: 52", "2020 – 52"; "52 (2020)"; "last year's figure of 52"
        owner = at - 1 - 2 * (line.low(at - 1) == "of")
        if owner >= 0 and _owns(line, owner):
            known[at] = _stated(line, owner)
        if line.low(at - 1) in DASHES | {":"} and at > 1 and line.items[at - 2].period is not None:
            known[at] = _stated(line, at - 2)
        elif line.low(at + 1) == "(" and line.low(at + 3) == ")" and line.items[at + 2].period is not None:
            known[at] = _stated(line, at + 2)
    _inherit(line, known)
    for opening, closing in sorted(line.close.items()):
        _as_before(line, opening, closing, known)
    return known | respective  # those of a remark in brackets: the others have their own


def _owns(line: Line, at: int) -> bool:
    """Return whether a period is that of the number behind it alone: `last year's 52`."""
    period = line.items[at].period
    return period is not None and period.text.endswith(("’s", "'s"))


def _as_before(line: Line, opening: int, closing: int, known: dict[int, StatedPeriod]) -> None:
    """Give values that are compared with, and name no periods, those of the list before that has as many.

    `12 (compared with 10 in 2021 and 9 in 2022), and that of women was 4 (compared with 3 and 5, respectively)`
    """
    inside = [at for at in line.quantities if opening < at < closing]
    is_bare = not any(item.kind == "p" for item in line.items[opening:closing])
    if line.low(opening + 1) != "compared" or not inside or not is_bare:
        return
    for start, end in reversed([one for one in line.close.items() if one[1] < opening]):
        before = [at for at in line.quantities if start < at < end and at in known]
        if line.low(start + 1) == "compared" and len(before) == len(inside):
            known.update(zip(inside, (known[at] for at in before), strict=True))
            return


def _respectively(line: Line) -> dict[int, StatedPeriod]:
    """Read `In 2021, 2022 and 2023, 10, 12 and 15 cases …, respectively`: as many numbers as periods."""
    if not any(item.low == "respectively" for item in line.items):
        return {}
    runs = {kind: max(reversed(_runs(line, kind)), key=len, default=[]) for kind in "pq"}  # of two, the later
    if len(runs["p"]) < 2 or len(runs["p"]) != len(runs["q"]):  # two and two at least
        return {}
    return {number: _stated(line, period) for number, period in zip(runs["q"], runs["p"], strict=True)}


def _runs(line: Line, kind: str) -> list[list[int]]:
    """Return runs of items of one kind with nothing but commas, "and" and "in" between them."""
    runs: list[list[int]] = []
    for at, item in enumerate(line.items):
        if item.kind != kind:
            continue
        between = {one.low for one in line.items[runs[-1][-1] + 1 : at]} if runs else set()
        if runs and between <= {",", "and", "in", "to"}:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


_BREAKS = frozenset({"compared", "against", "versus", "while", "whereas", "comparison", "than"})


def _segments(line: Line) -> Iterator[tuple[int, int]]:
    """Yield runs of items whose periods and numbers belong together: between brackets, semicolons, comparing words."""
    starts: dict[int, int] = {0: 0}
    runs: list[tuple[int, int, int]] = []
    depth = 0
    for at, item in enumerate(line.items):
        if item.depth > depth:
            starts[item.depth] = at
        is_break = (
            item.low in _BREAKS
            or (item.kind == "m" and item.low in ";:")
            or (item.low == "as" and _is_in(line, at + 1))
        )
        if item.depth < depth:
            runs.append((starts.pop(depth, at), at, depth))
        if is_break:
            runs.append((starts.get(item.depth, at), at, item.depth))
            starts[item.depth] = at
        depth = item.depth
    runs += [(start, len(line.items), level) for level, start in starts.items()]
    yield from ((start, end) for start, end, _ in sorted(runs))


def _is_in(line: Line, at: int) -> bool:
    """Return whether another period is named behind `as`: `three times as many (360) as in 2019 (120)`."""
    return line.low(at) in {"in", "during"} and line.kind(at + 1) == "p"


def _attach_segment(line: Line, first: int, last: int, known: dict[int, StatedPeriod]) -> None:
    """Match the periods and numbers of one segment, at the depth at which it begins."""
    items = line.items
    depth = items[first].depth if first < len(items) else 0
    marks = [at for at in range(first, last) if items[at].depth == depth and items[at].kind in "pq"]
    marks = [at for at in marks if not _owns(line, at)]
    kinds = "".join(items[at].kind for at in marks)
    if "p" not in kinds or "q" not in kinds:
        return
    later = [at for at in marks[1:] if items[at].kind == "p"]
    if kinds.startswith("pq") and later and _alternates(kinds) and all(_leads(line, at) for at in later):
        _attach_leading(line, marks, known)
    else:
        _attach_mixed(line, marks, known)


def _attach_leading(line: Line, marks: Sequence[int], known: dict[int, StatedPeriod]) -> None:
    """Give numbers the period before them: `In 2020, 235 persons …, in 2021, 190`."""
    leading = _stated(line, marks[0])
    for at in marks:
        leading = line.items[at].period or leading
        if line.items[at].kind == "q":
            known[at] = leading


def _attach_mixed(line: Line, marks: Sequence[int], known: dict[int, StatedPeriod]) -> None:
    """Give numbers the period behind them, or the one that opens the segment: `In 2023, 384 cases …`."""
    items = line.items
    opens = items[marks[0]].kind == "p"
    leading = items[marks[0]].period
    pending: list[int] = []
    for at in marks:
        if items[at].kind == "q":
            pending.append(at)
            if leading is not None:
                known[at] = leading
        elif pending and _trails(line, pending[-1], at):
            _give_back(line, pending, at, known)
            pending = []
        elif opens or not pending:
            leading = items[at].period
            pending = []


def _give_back(line: Line, pending: Sequence[int], at: int, known: dict[int, StatedPeriod]) -> None:
    """Give a period to the number before it, and to the one that this says more of."""
    known[pending[-1]] = _stated(line, at)
    inserted = _inserted(line, pending, at)
    for earlier in reversed(pending[:-1]):
        if earlier not in inserted and not _is_nested(line, pending, earlier):
            break
        known[earlier] = _stated(line, at)


def _inserted(line: Line, pending: Sequence[int], at: int) -> Sequence[int]:
    """Return the numbers of an insertion before a period, and the one it is of: `4, of which 1 … and 3 …, in 2016`."""
    preposition = at - 1 if line.low(at - 1) in {"in", "for", "during", "at"} else at
    preposition -= line.low(preposition - 1) == "as"
    if line.low(preposition - 1) != ",":
        return []
    depth = line.items[at].depth
    opens = [
        place
        for place in range(pending[0], at)
        if line.low(place) in _NESTING and line.items[place].depth == depth and "," in line.words(place - 2, 2)
    ]
    whole = [one for one in pending if opens and one < opens[-1]][-1:]
    return [one for one in pending if whole and one >= whole[0]]


_NESTING = frozenset({"including", "whom", "which"})


def _stated(line: Line, at: int) -> StatedPeriod:
    """Return the period at an index that is known to hold one."""
    period = line.items[at].period
    assert period is not None  # it was looked for by its kind
    return period


def _alternates(kinds: str) -> bool:
    """Return whether every period stands before its numbers: `pqpq`, `pqqpqq`, but not `pqqp`."""
    return kinds[-1] == "q" and kinds.count("p") * 2 <= len(kinds) and "pp" not in kinds and "qp" in kinds


def _leads(line: Line, at: int) -> bool:
    """Return whether a period begins a clause: `, in 2021`, `and in 2022`."""
    while line.low(at - 1) in {"in", "for", "during", "by"}:
        at -= 1
    return line.low(at - 1) in {",", ";", "and", "while", "(", "but", "whereas"}


def _trails(line: Line, at: int, period: int) -> bool:
    """Return whether a period belongs to the number before it: only words, and no new beginning, stand between."""
    between = line.items[at + 1 : period]
    depth = line.items[at].depth
    marks = [item for item in between if item.depth == depth and item.kind == "m" and item.low in {",", "–", "—"}]
    begins_anew = any(item.low in {"and", "but"} for item in between[-2:])
    begins_anew |= any(item.low == "average" for item in between[-4:])  # "173, above the average over four years"
    return not begins_anew and len(marks) <= 2 and len(between) < 24  # `337, including 126 women, in 2020`


def _is_nested(line: Line, pending: Sequence[int], at: int) -> bool:
    """Return whether the number after this one only says more of it: `337, including 126 women, in 2020`."""
    following = pending[pending.index(at) + 1]
    between = [item.low for item in line.items[at + 1 : following]]
    return any(word in {"including", "whom", "which"} for word in between) and len(between) < 6  # close by


_NOT_INHERITED = frozenset({PeriodKind.RELATIVE, PeriodKind.DATE})


def _inherit(line: Line, known: dict[int, StatedPeriod]) -> None:
    """Give numbers without a period the one that opens the sentence, or the one of the number that they say more of."""
    first = line.items[:6] if not any(item.kind == "q" for item in line.items[:2]) else []
    opening = next((item.period for item in first if item.kind == "p"), None)
    last: StatedPeriod | None = opening
    for at in line.quantities:
        if at in known:
            if line.items[at].depth == 0:
                last = known[at]
        elif line.items[at].depth == 0 and opening is not None and opening.kind is not PeriodKind.RELATIVE:
            known[at] = opening
        elif (whole := _whole_of(line, at)) in known:
            known[at] = known[whole]
        elif (beside := _beside(line, at)) is not None:
            known[at] = beside
        elif line.items[at].depth > 0 and last is not None and last.kind not in _NOT_INHERITED and _says_more(line, at):
            known[at] = last


def _whole_of(line: Line, at: int) -> int:
    """Return the index of the dated number that one in the same brackets says more of: `257 in 2022, of whom 213 …`.

    -1 where there is none.
    """
    opening = line.opening(at)
    if opening is None:
        return -1
    inside = [
        place for place in line.quantities if opening < place < at and line.items[place].depth == line.items[at].depth
    ]
    between = line.items[inside[-1] : at] if inside else []
    words = [item.low for item in between]
    is_part = any(word in _NESTING for word in words) or (
        len(inside) > 1 and not any(item.kind == "p" for item in between)
    )
    return inside[-1] if is_part and ";" not in words else -1


def _beside(line: Line, at: int) -> StatedPeriod | None:
    """Return the period right before the brackets that a number stands in: `than in 2021 (25)`."""
    is_first = at > 1 and line.opening(at) == at - 1
    return line.items[at - 2].period if is_first and _says_more(line, at) else None


def _says_more(line: Line, at: int) -> bool:
    """Return whether a number in brackets has no period beside it: `(26 police officers and 13 others)`."""
    opening = line.opening(at)
    if opening is None:
        return False
    inside = line.items[opening : line.close.get(opening, len(line.items))]
    return not any(item.kind == "p" or item.low in _BREAKS for item in inside)
