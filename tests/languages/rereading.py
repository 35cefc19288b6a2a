"""A reader of numbers, years, shares and directions in five languages, which knows the text and the data.

It knows the signs of numbers and a few words of each language, and nothing of how sentences are written: a number of
four digits without a sign between them is a year, a number beside a year is the figure of that year, a number before
`%` is a change or a share, and a word for a rise or a fall tells the sign of what follows.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from random import Random

from msgspec import Struct

_YEAR = r"(?<![\d,.\u00a0])(?:19|20)\d\d(?![\d\u00a0]*\d)"


class Tongue(Struct, frozen=True):
    """What the reader knows of a language."""

    group: str
    decimal: str
    dated: tuple[str, ...]
    """{n} and {y}: how a figure stands beside its year."""
    opening: str
    """{y}: how a sentence opens with the year of its first figure."""
    up: tuple[str, ...]
    down: tuple[str, ...]
    """Words for rises and falls."""
    percent: str = "\u00a0?%"
    """What stands behind a percentage."""

    @property
    def number(self) -> str:
        """The pattern of a number."""
        return rf"\d{{1,3}}(?:{self.group}\d{{3}})+(?:{self.decimal}\d+)?|\d+(?:{self.decimal}\d+)?"

    def value(self, text: str) -> Decimal:
        """Return a number as it is read."""
        return Decimal(re.sub(self.group, "", text).replace(self.decimal.strip("\\"), "."))

    @property
    def direction(self) -> re.Pattern[str]:
        """Any word for a rise or a fall; the longest first."""
        return re.compile("|".join(sorted((*self.up, *self.down), key=len, reverse=True)))


_WORDS = r"(?:[ \u00a0][^\W\d]+){0,2}?"
TONGUES = {
    "fr": Tongue(
        "\u00a0", ",", (rf"(?P<n>{{n}}){_WORDS} en (?P<y>{{y}})",), "^En (?P<y>{y})",
        ("augment", "hausse", "progress"), ("diminu", "baiss", "recul", "chut"),
    ),
    "es": Tongue(
        r"\.", ",", (rf"(?P<n>{{n}}){_WORDS} en (?P<y>{{y}})",), "^En (?P<y>{y})",
        ("aument", "subi", "incremento"), ("disminu", "baj", "descen", "redu"),
    ),
    "ru": Tongue(
        "\u00a0", ",", (rf"(?P<n>{{n}}){_WORDS} в (?P<y>{{y}})\u00a0?",), "^В (?P<y>{y})",
        ("увелич", "возрос", "рост"), ("уменьш", "сниж", "сокращ"),
    ),
    "zh": Tongue(
        ",", r"\.", ("(?P<y>{y})年(?:为|的)(?P<n>{n})",), "^(?P<y>{y})年，",
        ("增加", "上升", "增长", "增幅", "升幅", "增至", "升至"), ("减少", "下降", "降幅", "减至", "降至"),
    ),
    "ar": Tongue(
        "\u00a0", r"\.", (rf"(?P<n>{{n}}){_WORDS} في عام (?P<y>{{y}})",), "^(?:في )?(?:عام )?(?P<y>{y})",
        ("ازداد", "زيادة", "ارتفع", "ارتفاع", "نما"), ("انخفض", "انخفاض", "هبط", "هبوط", "تراجع"), "\u00a0في المائة",
    ),
}  # fmt: skip


class Read(Struct, frozen=True):
    """What stands in a text."""

    numbers: tuple[tuple[Decimal, int], ...]
    """All that are no years, with their places."""
    years: tuple[int, ...]
    pairs: tuple[tuple[Decimal, int], ...]
    """Figures with the years beside them."""
    changes: tuple[tuple[Decimal, int], ...]
    """Percentages behind a word for a rise (1) or a fall (-1)."""
    turns: tuple[tuple[int, Decimal, Decimal], ...]
    """Words for a rise or a fall, with the two dated figures that follow, or that stand on both sides."""


def read(text: str, tag: str) -> Read:
    """Return what a text says of numbers, years and directions."""
    tongue = TONGUES[tag]
    years = list(re.finditer(_YEAR, text))
    taken = {place for year in years for place in range(*year.span())}
    found = [one for one in re.finditer(tongue.number, text) if one.start() not in taken]
    return Read(
        tuple((tongue.value(one.group()), one.start()) for one in found),
        tuple(int(one.group()) for one in years),
        tuple(_pairs(text, tongue)),
        tuple(_changes(text, tongue)),
        tuple(_turns(text, tongue)),
    )


def _dated(tongue: Tongue) -> Iterator[re.Pattern[str]]:
    for pattern in tongue.dated:
        yield re.compile(pattern.replace("{n}", tongue.number).replace("{y}", _YEAR))


def _pairs(text: str, tongue: Tongue) -> Iterator[tuple[Decimal, int]]:
    for pattern in _dated(tongue):
        yield from ((tongue.value(one["n"]), int(one["y"])) for one in pattern.finditer(text) if not _is_year(one["n"]))
    opening = re.match(tongue.opening.replace("{y}", _YEAR), text)
    figure = re.compile(rf"[^\d%]*({tongue.number})(?!{tongue.percent}|[\d,.]*\d)")
    first = figure.match(text, opening.end()) if opening else None
    if (
        opening
        and first
        and not _is_year(first[1])
        and not tongue.direction.search(text[opening.end() : first.start(1)])
    ):
        yield tongue.value(first[1]), int(opening["y"])


def _is_year(number: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", number) is not None


def _changes(text: str, tongue: Tongue) -> Iterator[tuple[Decimal, int]]:
    behind = re.compile(rf"[^\d.;()。；]{{0,30}}?({tongue.number}){tongue.percent}")
    for word in tongue.direction.finditer(text):
        if match := behind.match(text, word.end()):
            yield tongue.value(match[1]), _sign(word.group(), tongue)


def _turns(text: str, tongue: Tongue) -> Iterator[tuple[int, Decimal, Decimal]]:
    pattern = next(_dated(tongue))
    for word in tongue.direction.finditer(text):
        following = re.compile(r"[.;。；](?!\d)").split(text[word.end() :])[0]
        between = [one["n"] for one in pattern.finditer(text) if one.end() == word.start()]
        found = [tongue.value(one) for one in [*between, *(one["n"] for one in pattern.finditer(following))]]
        if len(found) > 1 and not re.search(r"\bcontre\b|frente a|по сравнению|مقابل", following):
            yield _sign(word.group(), tongue), found[0], found[1]


def _sign(word: str, tongue: Tongue) -> int:
    return 1 if word in tongue.up else -1


def contradictions(text: str, tag: str, values: Mapping[int, Decimal]) -> list[str]:
    """Return what a text says that the yearly values of its indicator do not.

    Args:
        text: a sentence or more of one indicator.
        tag: its language.
        values: by year.
    """
    told, known = read(text, tag), set(values.values())
    changes = set(_known_changes(values))
    sizes = {size for size, _ in changes}
    worked_out = {sum(values.values()), *sizes}
    return [
        *(f"no figure of {year}: {value}" for value, year in told.pairs if values.get(year) != value),
        *(f"no year of the data: {year}" for year in told.years if not min(values) <= year <= max(values)),
        *(f"no figure: {value}" for value, _ in told.numbers if value not in known | worked_out),
        *(f"no such change: {size} {sign}" for size, sign in told.changes if (size, sign) not in changes),
        *(f"not {sign}: {first} to {last}" for sign, first, last in told.turns if (last > first) != (sign > 0)),
    ]


def share_contradictions(text: str, tag: str, parts: Sequence[Decimal], wholes: Sequence[Decimal]) -> list[str]:
    """Return what a sentence on a share says that a part and its whole do not.

    Args:
        text: a sentence.
        tag: its language.
        parts: the part in the year before and in the last year.
        wholes: the whole in both.
    """
    tongue = TONGUES[tag]
    then, now = (_rounded(Decimal(100) * part / whole) for part, whole in zip(parts, wholes, strict=True))
    shares, change = {then, now}, abs(now - then)  # of the shares as they are printed, so that readers get the same
    directions = [_sign(one.group(), tongue) for one in tongue.direction.finditer(text)]
    told = [(tongue.value(one[1]), one[2]) for one in re.finditer(rf"({tongue.number})({tongue.percent})?", text)]
    return [
        *(f"no such share: {value}" for value, sign in told if sign and value not in shares),
        *(
            f"no figure: {value}"
            for value, sign in told
            if not sign and value not in {parts[1], wholes[1], change, *shares}
        ),
        *(f"not {sign}: {then} to {now}" for sign in directions if (now > then) != (sign > 0)),
    ]


def _rounded(share: Decimal) -> Decimal:
    """Return a share to a tenth; to as many more decimals as it takes not to say all or none."""
    digits = 1
    while (rounded := share.quantize(Decimal(1).scaleb(-digits), "ROUND_HALF_UP")) == 100 or not rounded:
        digits += 1
    return rounded


def _known_changes(values: Mapping[int, Decimal]) -> Iterator[tuple[Decimal, int]]:
    """Yield every change from an earlier to a later year in per cent, to nought and one decimal, with its sign."""
    for first, last in combinations(sorted(values), 2):
        change = 100 * (values[last] - values[first]) / values[first]
        for digits in ("1", "0.1"):
            yield Decimal(str(abs(change))).quantize(Decimal(digits), "ROUND_HALF_UP"), 1 if change > 0 else -1


def altered(chance: Random, text: str, tag: str) -> tuple[str, str]:
    """Return a text in which one number, year or direction is another, and what was changed."""
    tongue = TONGUES[tag]
    years = list(re.finditer(_YEAR, text))
    taken = {place for year in years for place in range(*year.span())}
    numbers = [one for one in re.finditer(tongue.number, text) if one.start() not in taken]
    turns = list(tongue.direction.finditer(text))
    kind, found = chance.choice([one for one in (("number", numbers), ("year", years), ("turn", turns)) if one[1]])
    match = chance.choice(found)
    written = match.group()
    if kind == "number":
        other = chance.choice([digit for digit in "123456789" if digit != written[0]]) + written[1:]
    elif kind == "year":
        other = str(int(written) + chance.choice((-2, -1, 1, 2)))
    else:
        other = (tongue.down if written in tongue.up else tongue.up)[0]
    return text[: match.start()] + other + text[match.end() :], f"{kind}: {written} to {other}"
