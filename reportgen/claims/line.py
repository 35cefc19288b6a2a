"""Divide a sentence into the items that the rules look at.

An item is a word, a mark, a period or a quantity; names that hold numbers ("article 105", "resolution 1325 (2000)")
are one item each. Brackets are matched, and every item knows how deep it stands.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.claims.amounts import AMOUNT_WORDS, read_amount
from reportgen.claims.model import Measure, PeriodKind, Quantity, StatedPeriod
from reportgen.claims.numerals import NUMBER_WORDS, may_begin, read_figures
from reportgen.claims.passages import Span
from reportgen.claims.periods import PERIOD_WORDS, is_code, read_period
from reportgen.claims.tokens import DASHES, Token, is_year, low, tokenize
from reportgen.languages.en.lexicon import CURRENCY_SIGNS, LOOSE_REFERENCES, PLURAL_REFERENCES, REFERENCES
from reportgen.languages.en.numerals import ORDINALS, SCALES
from reportgen.languages.words import word_set
from reportgen.regex import regex

LONGEST = 6_000
"""Characters of a sentence that are read; the longest of real reports has 2,500. Rules look back and forth
in a sentence, so that its length is what bounds their time."""
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")


class Term(Struct):
    """One thing that the rules look at."""

    kind: str
    """`w` a word, `m` a mark, `q` a quantity, `p` a period, `r` a name with a number, `c` a code."""
    low: str
    """In small letters."""
    start: int
    end: int
    depth: int
    """Within how many brackets; a bracket itself stands within."""
    quantity: Quantity | None = None
    period: StatedPeriod | None = None


class Line(Struct):
    """A sentence."""

    text: str
    """The whole text that the spans are of."""
    span: Span
    items: list[Term]
    close: dict[int, int] = {}
    """The index of the closing bracket by that of the opening one; of the end of the line where it is missing."""
    quantities: list[int] = []
    """The indexes of the items that are quantities."""
    clauses: list[int] = []
    """For each item, the index at which the clause before it begins."""
    counted: list[int] = []
    """The indexes behind `number of`, `share of` and the like, outside brackets."""

    def low(self, at: int) -> str:
        """Return the word or mark at an index; nothing outside the line."""
        return self.items[at].low if 0 <= at < len(self.items) else ""

    def kind(self, at: int) -> str:
        """Return the kind of the item at an index; nothing outside the line."""
        return self.items[at].kind if 0 <= at < len(self.items) else ""

    def period(self, at: int) -> StatedPeriod | None:
        """Return the period at an index; None where another item stands, and outside the line."""
        return self.items[at].period if 0 <= at < len(self.items) else None

    def words(self, at: int, count: int) -> list[str]:
        """Return some words from an index on."""
        return [item.low for item in self.items[at : at + count]]

    def quantity(self, at: int) -> Quantity:
        """Return the quantity at an index that is known to hold one."""
        found = self.items[at].quantity
        assert found is not None  # callers look at `quantities`
        return found

    def span_of(self, first: int, last: int) -> Span:
        """Return the characters from one item to another, both within."""
        return Span(self.items[first].start, self.items[last].end)

    def opening(self, at: int) -> int | None:
        """Return the index of the bracket that an item stands in."""
        depth = self.items[at].depth
        if depth == 0:
            return None
        while at >= 0 and not (self.items[at].depth == depth and self.items[at].low in _OPEN):
            at -= 1
        return at if at >= 0 else None


def read_line(text: str, span: Span) -> Line:
    """Return the items of a sentence."""
    tokens = tokenize(text, span.start, span.end)
    line = Line(text, span, [])
    opened: list[int] = []
    unopened: list[int] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.text in _CLOSE:
            if opened:
                line.close[opened.pop()] = len(line.items)
                line.items.append(Term("m", token.low, token.start, token.end, len(opened) + 1))
                at += 1
                continue
            unopened.append(len(line.items) - 1)
        if token.text in _OPEN:
            opened.append(len(line.items))
        at += _add(line, tokens, at, len(opened))
    for unclosed in opened:
        line.close[unclosed] = len(line.items)
    _drop_labels(line)
    if len(unopened) > 1:
        _make_labels(line, [at for at in unopened if at >= 0 and line.items[at].kind == "q"])
    _share_units(line)
    line.quantities = [at for at, item in enumerate(line.items) if item.kind == "q"]
    line.clauses = list(_clauses(line.items))
    numbered = [at for at, item in enumerate(line.items) if item.low in _NUMBERED and item.depth == 0]
    line.counted = [at + 2 for at in numbered if line.low(at + 1) == "of"]
    return line


def _drop_labels(line: Line) -> None:
    """Make the numbers of a list in running text labels: `three goals: (1) …; (2) …; and (3) …`."""
    items = line.items
    labels = [
        at + 1
        for at, end in sorted(line.close.items())
        if end == at + 2 and items[at + 1].kind == "q" and line.low(at - 1) in {":", ";", ",", "and", "or", ""}
    ]
    if len(labels) > 1:
        _make_labels(line, labels)


def _make_labels(line: Line, places: Sequence[int]) -> None:
    """Make numbers labels where they count from 1: `1) … and 2) …`."""
    values = [line.quantity(at).value for at in places]
    if values == [*range(1, len(places) + 1)]:
        for at in places:
            line.items[at].kind, line.items[at].quantity = "c", None


_NUMBERED = frozenset({"number", "proportion", "share", "percentage", "rate", "amount", "total"})
_CLAUSE_MARKS = frozenset(",;:(")


def _clauses(items: Sequence[Term]) -> Iterator[int]:
    """Yield for each item where its clause begins: behind the last mark that stands no deeper in brackets than it."""
    depths: list[int] = []
    places: list[int] = []
    for at, item in enumerate(items):
        depth = item.depth
        known = len(depths) if not depths or depths[-1] <= depth else bisect_right(depths, depth)
        yield places[known - 1] if known else 0
        if item.low in _CLAUSE_MARKS:
            known = bisect_left(depths, depth)
            depths[known:], places[known:] = [depth], [at + 1]


_BEGINNINGS = REFERENCES | PLURAL_REFERENCES | PERIOD_WORDS | AMOUNT_WORDS | NUMBER_WORDS | {"per", "every", "each"}
"""The words with which something other than a word begins; all others are taken as they are."""


def _add(line: Line, tokens: Sequence[Token], at: int, depth: int) -> int:
    """Add the item that begins at a token; return how many tokens it took."""
    token = tokens[at]
    kind = token.kind
    if kind == "c" and (tied := _tied(line, token)):
        line.items.append(Term("q", "", token.start, token.end, depth, quantity=tied))
        return 1
    is_before_sign = at + 1 < len(tokens) and tokens[at + 1].text in CURRENCY_SIGNS
    begins = (
        token.low in _BEGINNINGS
        or ("-" in token.low and may_begin(token.low))
        or (is_before_sign and _begins_sign(tokens, at))
    )
    begins = is_code(token.low) if kind == "c" else begins
    if (kind in "wc" and not begins) or (kind == "m" and token.text not in CURRENCY_SIGNS):
        parts = _ranked(token, depth) if "-" in token.low else ()
        line.items += parts or [Term(kind, token.low, token.start, token.end, depth)]
        return 1
    if kind == "w" and (used := _reference(tokens, at)):
        line.items.append(Term("r", token.low, token.start, tokens[at + used - 1].end, depth))
        return used
    period = read_period(line.text, tokens, at) if kind in "wnc" else None
    if period is not None and not _is_amount(tokens, at, period):
        found, used = period
        line.items.append(Term("p", "", token.start, tokens[at + used - 1].end, depth, period=found))
        return used
    is_base = token.low == "per" or (token.low in {"every", "each"} and low(tokens, at - 1) in {"for", "of", "in"})
    if is_base and (used := _rate(line, tokens, at)):
        return used
    if amount := read_amount(line.text, tokens, at):
        end = tokens[at + amount.used - 1].end
        line.items.append(Term("q", "", token.start, end, depth, quantity=amount.quantity))
        return amount.used
    line.items.append(Term(kind if kind in "wm" else "c", token.low, token.start, token.end, depth))
    return 1


_RANKED = word_set("highest lowest largest smallest most fewest best worst")


def _ranked(token: Token, depth: int) -> Sequence[Term]:
    """Return the two items of `second-highest`, which is read as `second highest` is; nothing for other words."""
    rank, _, ranked = token.low.partition("-")
    if rank not in ORDINALS or ranked not in _RANKED:
        return ()
    middle = token.start + len(rank)
    return Term("w", rank, token.start, middle, depth), Term("w", ranked, middle + 1, token.end, depth)


_TIED = regex(r"(\d[\d,.]*)-(fold|percent|per-cent|percentage-point)")
"""`a 37-percent decline`, `a 3.7-fold increase`."""
_TIED_MEASURES = {
    "fold": Measure.TIMES,
    "percent": Measure.PER_CENT,
    "per-cent": Measure.PER_CENT,
    "percentage-point": Measure.POINTS,
}


def _tied(line: Line, token: Token) -> Quantity | None:
    """Return the amount that a number is tied to by a hyphen: `a 37-percent decline`, `a 3.7-fold increase`."""
    match = _TIED.fullmatch(token.low)
    number = read_figures(match[1]) if match else None
    if match is None or number is None:
        return None
    span = Span(token.start, token.end)
    measure = _TIED_MEASURES[match[2]]
    return Quantity(number[0], span.of(line.text), span, measure, number[1])


def _begins_sign(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word before the sign of a currency is its first half: `V$`."""
    return tokens[at + 1].start == tokens[at].end


def _is_amount(tokens: Sequence[Token], at: int, found: tuple[StatedPeriod, int]) -> bool:
    """Return whether what looks like a year is an amount: `2000 million`, `1999 persons` after a stop."""
    period, used = found
    is_bare = period.kind is PeriodKind.YEAR and used == 1
    return is_bare and low(tokens, at + 1) in {"million", "billion", "thousand", "%", "percent"}


# ---- names with numbers ---------------------------------------------------------------------------------------


def _reference(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens a name with a number takes: `article 105`, `arts. 13 and 14`, `No. 264`; else 0."""
    word = tokens[at].low
    is_plural = word in PLURAL_REFERENCES
    if not is_plural and word not in REFERENCES:
        return 0
    place = at + 1
    place += low(tokens, place) == "."
    if low(tokens, place) == "no" and place + 1 < len(tokens):
        place += 1 + (tokens[place + 1].text == ".")
    if place >= len(tokens) or tokens[place].kind not in "nc" or _is_count(tokens[place], word):
        return 0
    return _numbers(tokens, place, is_plural=is_plural) - at


def _is_count(token: Token, word: str) -> bool:
    """Return whether the number after a word that may name one is a count: with commas, or a year."""
    if token.kind == "n" and "," in token.text and read_figures(token.low):
        return True
    return word in LOOSE_REFERENCES and is_year(token)


def _numbers(tokens: Sequence[Token], place: int, *, is_plural: bool) -> int:
    """Return the place behind the numbers of a name, with the brackets behind each: `1325 (2000), 1820 (2008)`."""
    place = _bracketed(tokens, place + 1)
    while place + 1 < len(tokens):
        joint = tokens[place].low
        is_last = joint in {"and", "or", "to"} or joint in DASHES
        if tokens[place + 1].kind not in "nc" or not (joint in DASHES or (is_plural and (is_last or joint == ","))):
            break
        if tokens[place + 1].text.find(",") > 0:
            break
        place = _bracketed(tokens, place + 2)
        if is_last and joint != "to" and joint not in DASHES:
            break
    return place


def _bracketed(tokens: Sequence[Token], place: int) -> int:
    """Return the place behind brackets such as `(2000)`, `(3)`, `(a)`."""
    while low(tokens, place) == "(" and low(tokens, place + 2) == ")":
        if not (tokens[place + 1].low.isdecimal() or len(tokens[place + 1].text) == 1):
            break
        place += 3
    return place


# ---- units that stand elsewhere -------------------------------------------------------------------------------

_FAR = 8
"""How many items may stand between a number and `per 100,000`."""
_LEAST_BASE = 100
"""The least number that rates are of: `per 100,000`; `12 per 10 beds` is none."""


def _rate(line: Line, tokens: Sequence[Token], at: int) -> int:
    """Give the last quantity its base where `per 100,000` or `for every 100,000` stands; how many tokens that took."""
    amount = read_amount(line.text, tokens, at + 1) if at + 1 < len(tokens) else None
    base = {"thousand": "1,000", "million": "1,000,000"}.get(
        low(tokens, at + 1), amount.quantity.text if amount else ""
    )
    if amount is None and not base:
        return 0
    if amount is not None and (amount.quantity.value < _LEAST_BASE or amount.quantity.measure is not Measure.COUNT):
        return 0
    used = 1 + (amount.used if amount else 1)
    depth = line.items[-1].depth if line.items else 0
    for item in reversed(line.items[-_FAR:]):
        if item.quantity is not None and item.depth == depth:
            if item.quantity.measure is Measure.COUNT:
                item.quantity = replace(item.quantity, measure=Measure.RATE, unit=base)
            break
    line.items.append(Term("c", "per", tokens[at].start, tokens[at + used - 1].end, depth))
    return used


def _share_units(line: Line) -> None:
    """Give numbers the unit of the next one where it is left out: `from 7 to 5 per cent`."""
    items = line.items
    joints = {"to", "or"} | DASHES
    if any(item.low == "respectively" for item in items):
        joints = joints | {",", "and"}
    for at in range(len(items) - 3, -1, -1):
        item = items[at]
        if item.quantity is None or items[at + 1].low not in joints:
            continue
        if item.quantity.measure is Measure.MONEY and (upper := items[at + 2].quantity) is not None:
            items[at + 2].quantity = _as_money(item, upper)
        if item.quantity.measure is not Measure.COUNT:
            continue
        place = at + 2 if [items[at + 1].low, items[at + 2].low] == [",", "and"] else at + 1
        following = items[place + 1].quantity if place + 1 < len(items) else None
        is_apart = items[at + 1].low == "or" or items[at + 1].low in DASHES
        if is_apart and following is not None and following.value < item.quantity.value:
            continue  # "an increase of 60 or 12.5 per cent", "to 60 – 12.5 per cent less": no range, but two numbers
        is_from = items[at + 1].low == "to" and at > 0 and items[at - 1].low == "from"
        if is_from and following is not None and following.measure is Measure.COUNT:
            item.quantity = _like(item.quantity, following)  # "from 215 to 168 million"
        if following is not None and following.measure not in {Measure.COUNT, Measure.FRACTION}:
            item.quantity = _like(item.quantity, following)


def _as_money(item: Term, quantity: Quantity) -> Quantity:
    """Return the upper end in the currency of the lower, and change the scale of the lower: `$1.2 to 2.5 million`."""
    lower = item.quantity
    if lower is None or quantity.measure is not Measure.COUNT:
        return quantity
    measured = replace(quantity, measure=Measure.MONEY, unit=lower.unit)
    item.quantity = _like(lower, measured)
    return measured


_WHOLE = 10_000
"""A number that is larger leaves out no `million` of the next."""


def _like(quantity: Quantity, following: Quantity) -> Quantity:
    """Return the quantity in the measure and the scale of the next one."""
    value, step = quantity.value, quantity.step
    scale = next((SCALES[word] for word in following.text.lower().split() if word in SCALES), 1)
    if value < min(scale, _WHOLE):
        value, step = value * scale, step * scale
    return replace(quantity, measure=following.measure, unit=following.unit, value=value, step=step)
