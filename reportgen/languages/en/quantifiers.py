"""The English words by which a text tells how many there are without a number, and those that restate one."""

from decimal import Decimal

from reportgen.languages.words import word_set

VAGUE = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
}
"""`hundreds of victims`: so many at the least."""
VAGUE_FACTORS = {"tens": 10, "hundreds": 100}
"""`tens of thousands`."""
RESTATING = word_set(
    "that is i e i.e. which means meaning or namely exactly precisely a total of in all fact other words specifically"
    " actually"
)
"""What may stand between a number and the same number once more: `nearly 500, that is, 348 victims`."""
TOTALLING = word_set("in all total altogether overall persons people")
"""What may stand behind a number that restates another one: `(348 in all)`."""
PERIODS = word_set("day week month")
"""`29 a month`: for each of what an average over a year is told."""
YEARLY = word_set("year annual annually yearly average averaged")
"""`an average of 29 a year since 2020`: of what an average of several years is told."""
EXCEEDING = word_set("exceeded exceeds exceeding surpassed surpasses topped")
"""Before a number that is less than what was counted: `exceeded 300`."""
TARGETS = word_set("target targets goal goals objective benchmark planned foreseen targeted envisaged")
"""What a figure is held against beside other figures: `short of the target of 95 per cent`, `the 2,300 planned`."""
CURRENCIES = {
    "$": "dollar",
    "us$": "dollar",
    "usd": "dollar",
    "€": "euro",
    "eur": "euro",
    "£": "pound",
    "gbp": "pound",
    "¥": "yen",
    "t": "tenge",
    "₸": "tenge",
    "kzt": "tenge",
    "₽": "rouble",
    "rub": "rouble",
    "₴": "hryvnia",
    "uah": "hryvnia",
    "chf": "franc",
    "som": "som",
    "kgs": "som",
}
"""What the signs of some currencies are called; what others are called is not judged."""

# ---- parts of a whole -----------------------------------------------------------------------------------------

_ALL, _HALF, _LARGE, _SMALL = Decimal(1), Decimal("0.5"), Decimal("0.6"), Decimal("0.3")
_NEARLY_ALL = Decimal("0.85")
QUANTIFIERS: dict[str, tuple[Decimal, Decimal]] = {
    "majority": (_HALF, _ALL),
    "most": (_HALF, _ALL),
    "mostly": (_HALF, _ALL),
    "mainly": (_HALF, _ALL),
    "predominantly": (_HALF, _ALL),
    "exclusively": (_ALL, _ALL),
    "solely": (_ALL, _ALL),
    "minority": (Decimal(0), _HALF),
    "few": (Decimal(0), _SMALL),
    "all": (_ALL, _ALL),
    "none": (Decimal(0), Decimal(0)),
}
"""Which share of a whole a word tells of, at least and at most."""
NARROWED: dict[tuple[str, str], tuple[Decimal, Decimal]] = {
    **{(word, "majority"): (_LARGE, _ALL) for word in ("vast", "overwhelming", "great", "large")},
    ("small", "minority"): (Decimal(0), _SMALL),
    **{(word, "all"): (_NEARLY_ALL, _ALL) for word in ("nearly", "almost", "virtually", "practically")},
}
"""The same with the word before."""
ADVERBS_OF_SHARE = word_set("mostly mainly predominantly exclusively solely")
"""Before the name of a part itself: `348 victims, mostly women`."""
MAKING_UP = word_set(
    "made make constituted constitute formed form accounted account represented represent comprised comprise were are"
)
"""`Women made up the majority of the 348 victims`."""
