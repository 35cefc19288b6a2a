"""Divide a text into words, figures and marks, in one pass."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from reportgen.regex import regex

DASHES = frozenset("-–—‑")
"""Between the two ends of a span, or the two words of one."""
_TOKEN = regex(
    r"(?P<s>[⁰¹²³⁴-⁹⁺⁻⁽⁾]++)"
    r"|(?P<c>\d++(?:[.,]\d++)*[-\u2011][^\W\d_][^\W_]*+(?:[-\u2011][^\W_]++)*)"
    r"|(?P<n>\d++(?:[.,\u00a0\u2009\u202f]\d++)*)"
    r"|(?P<w>i\.e\.|e\.g\.|[^\W\d_]++(?:[’'\-\u2010\u2011][^\W_]++)*)"
    r"|(?P<m>--(?!-)|\S)"
)
"""Every repetition takes all that it can and gives nothing back, so that the time grows with the length alone."""
_BASE = "10"
"""Raised figures behind it make a power, which is no figure of the text; behind others they are the mark of a note."""
_POWER = regex(r"[⁰¹²³⁴-⁹⁺⁻⁽⁾]+")
_SPACES = str.maketrans("", "", "\u00a0\u2009\u202f")
_PLAIN = str.maketrans("’\u2010\u2011", "'--")
_GLUED = frozenset({"with", "in", "of", "and", "to", "from", "by", "for", "or", "than", "the", "were", "was"})
"""Words that a missing space glues to a figure; other letters before a figure make a code: `A4`."""
MONEY_SIGNS = frozenset({"sh", "shs", "ksh", "tsh", "ush", "rs", "rm", "rwf", "frw"})
"""Signs of currencies that stand right before a figure: `Sh335.7 billion`."""
_KEPT_APART = frozenset({"m", "mn", "bn", "k", "pc", "pct", "percent"})
"""Scales and units that stand right behind a figure: `5m`, `12pc`."""
_GROUP, _LONGEST = 3, 12
_LONG = 3
"""Figures behind capital letters are money where they are at least so long: `T138,000`, but `A4`."""


class Token(Struct, frozen=True):
    """A piece of text."""

    kind: str
    """`n` figures, `w` a word, `m` a mark, `c` a code such as `24-hour`, `A4`, `62nd`."""
    text: str
    low: str
    """The text in small letters, with plain hyphens and apostrophes; of figures, without spaces."""
    start: int
    end: int


def low(tokens: Sequence[Token], at: int) -> str:
    """Return the word or mark at a place, in small letters; empty outside the text."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def stands(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    """Return whether some words stand from a place on."""
    last = at + len(words) - 1
    if at < 0 or last >= len(tokens) or tokens[last].low != words[-1]:
        return False  # most are found by their first word, and end otherwise
    return all(tokens[place].low == word for place, word in enumerate(words, at))


Phrase = tuple[str, ...]
"""The words of a phrase, in small letters."""


def by_word(phrases: Iterable[Phrase], place: int = 0) -> dict[str, list[Phrase]]:
    """Return phrases by their words at a place, -1 for the last; those of one word keep their order."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase[place], []).append(phrase)
    return found


def is_year(token: Token) -> bool:
    """Return whether figures are a year: four without a comma, since the United Nations writes 2,019 persons."""
    return token.kind == "n" and len(token.low) == 4 and token.low[:2] in {"19", "20"}


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of a text between two positions."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind, piece = match.lastgroup or "m", match.group()
        if kind == "n" and _GLUED_YEAR.fullmatch(piece):
            tokens += _parted(piece, match.start())
            continue
        small = piece.lower()
        if not piece.isascii():
            small = small.translate(_PLAIN) if kind in "wc" else piece.translate(_SPACES)
        first, last = match.span()
        if piece == "--" or (piece == "-" and text[first - 1 : last + 1] == " - "):
            small = "–"  # a dash, as it was typed
        if kind == "s":
            kind = "m"
            if tokens and tokens[-1].end == first and tokens[-1].kind == "n" and tokens[-1].low != _BASE:
                continue  # the mark of a note, which says nothing of the figure
        if tokens and tokens[-1].end == first and _is_code(tokens[-1], kind, piece, small):
            before = tokens.pop()
            piece, small, first, kind = before.text + piece, before.low + small, before.start, "c"
        elif kind == "n" and tokens and tokens[-1].kind == "n" and _is_group(text, tokens[-1], first, small):
            before = tokens.pop()
            piece, small, first = text[before.start : last], before.low + small, before.start
        tokens.append(Token(kind, piece, small, first, last))
    return tokens


_GLUED_YEAR = regex(r"(?:19|20)\d\d,(?:\d{3}|(?:19|20)\d\d)")
"""A year and what follows it without a space: `in 2023,163 persons`; no number has four figures before its comma."""


def _parted(piece: str, start: int) -> list[Token]:
    """Return a year, its comma and the figures glued to it as three tokens."""
    year, _, behind = piece.partition(",")
    comma, last = start + len(year), start + len(piece)
    return [
        Token("n", year, year, start, comma),
        Token("m", ",", ",", comma, comma + 1),
        Token("n", behind, behind, comma + 1, last),
    ]


def _is_code(before: Token, kind: str, piece: str, small: str) -> bool:
    """Return whether a piece and the token right before it are one code."""
    match before.kind, kind:
        case "n", "m":
            return before.low == _BASE and _POWER.fullmatch(piece) is not None
        case "n", "w":
            return small not in _KEPT_APART
        case "w", "n":
            is_money = before.low in MONEY_SIGNS or (before.text.isupper() and len(piece) >= _LONG)
            return before.low not in _GLUED and not is_money
        case "c", "n" | "w":
            return len(before.text) < _SHORT
    return False


def _is_group(text: str, before: Token, first: int, small: str) -> bool:
    """Return whether figures behind others are their next three: `12 450`, as some write 12,450."""
    is_spaced = first == before.end + 1 and text[before.end] == " "
    head = before.text.split(" ")
    return (
        is_spaced
        and len(small.partition(".")[0]) == _GROUP
        and len(head[0]) <= _GROUP
        and before.low.isdecimal()
        and len(before.low) < _LONGEST
        and not head[0].startswith("0")
    )


_SHORT = 40
"""No code is longer; letters and digits that run on for ever are left in pieces."""
