"""Judge what stands beside a figure from data in an edited text: a figure says what its neighbours make of it.

A figure that took the place of another one, a number typed against it, and “million” put behind it make a false
figure of a right one, though its reference stands as it stood. So the word next to a figure stays, or another that does
not count stands in its place, or nothing is taken.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from reportgen.compose.written import ALIKE
from reportgen.languages.en.numerals import TENS, UNITS_IN_WORDS
from reportgen.languages.words import word_set
from reportgen.regex import regex

_TOKEN = regex(r"\d[\d.,\u00a0\u202f]*\d|\w+|[^\w\s]")
_CLAUSE = frozenset(["", *"([“‘\"'/.,;:)]”’?!"])
"""Signs that open or end a clause, and the ends of a text."""
_COUNTING = (
    word_set(
        "hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens score mn"
        " bn k m per percent percentage times twice thrice half halves third thirds quarter quarters double triple fold"
        " pairs no not never minus plus less fewer more under over below above"
        " cent cents mille millier milliers milliard milliards douzaine douzaines moitié tiers quart quarts fois moins"
        " cien cientos mil miles millón millones docena docenas mitad tercio cuarto cuartos doble veces menos más"
        " сто сотен сотни тысяча тысячи тысяч тыс миллион миллиона миллионов млн миллиард миллиарда миллиардов млрд"
        " процент процента процентов половина половины треть трети четверть раз раза минус не менее более меньше больше"
        " مئة مائة ألف آلاف مليون مليوناً ملايين مليار مليارات نصف ثلث ربع ضعف مرة مرات ناقص أقل أكثر"
    )
    | UNITS_IN_WORDS.keys()
    | TENS.keys()
)
"""Words that count, in the languages of reports, of which none takes the place of another next to a figure."""
_HAN_COUNTING = regex("[零〇一二两三四五六七八九十百千万萬亿億兆半倍不无未]")
"""The same in Chinese, which has no blanks between words: `1507万人`."""
_NEAR = 5
"""Words about a figure by which its place is known again."""


class Piece(Struct, frozen=True):
    """A run of typed text, or a reference."""

    text: str
    atom: int = -1
    """The index of the reference; -1 for what was typed."""


class _Token(Struct, frozen=True):
    words: str
    atom: int
    is_close: bool
    """Whether it touches the one before it."""


def find_misplaced(old: Sequence[Piece], new: Sequence[Piece], figures: Mapping[int, str]) -> str:
    """Return why a figure says something else in an edited text; nothing where it does not.

    Args:
        old: the text as it was built.
        new: the edited one.
        figures: what the references to data print, by their indices.
    """
    before, after = list(_tokens(old)), list(_tokens(new))
    for atom, text in figures.items():
        if any(one.atom == atom for one in after) and not _is_kept(before, after, atom):
            return f"what was typed beside “{text}” would change what this figure says"
    swapped = next(_swapped(before, after, figures), None)
    return f"“{figures[swapped]}” would stand where another figure stood" if swapped is not None else ""


def _tokens(pieces: Sequence[Piece]) -> Iterator[_Token]:
    is_close = False
    for piece in pieces:
        if piece.atom >= 0:
            yield _Token("", piece.atom, is_close)
            is_close = True
            continue
        text, at = piece.text.translate(ALIKE), 0
        for match in _TOKEN.finditer(text):
            yield _Token(match.group().casefold(), -1, match.start() == at and (is_close or at > 0))
            at = match.end()
        is_close = (is_close and not text) or at == len(text) > 0


def _is_kept(old: Sequence[_Token], new: Sequence[_Token], atom: int) -> bool:
    """Whether what stands next to a reference leaves its figure what it is, on both sides.

    No list of words says what makes another figure of one: `1,507 thousands of`, `half of 1,507`, `1.5 × 1,507`. So the
    next word stays, or another stands in its place and the one beyond it stays: `1,507 people, of whom`.
    """
    was, now = (next(at for at, one in enumerate(tokens) if one.atom == atom) for tokens in (old, new))
    return all(
        _is_like(_word(old, was + step), _word(new, now + step))
        or (
            _is_plain(_word(old, was + step), _word(new, now + step))
            and _word(old, was + 2 * step) == _word(new, now + 2 * step)
        )
        for step in (-1, 1)
    )


def _is_like(old: str, new: str) -> bool:
    return old == new or (old in _CLAUSE and new in _CLAUSE)


def _is_plain(old: str, new: str) -> bool:
    is_counting = new in _COUNTING or _HAN_COUNTING.findall(old) != _HAN_COUNTING.findall(new)
    return old.isalpha() and new.isalpha() and not is_counting


def _word(tokens: Sequence[_Token], at: int) -> str:
    if not 0 <= at < len(tokens):
        return ""
    return tokens[at].words or f"reference {tokens[at].atom}"


# ---- figures that changed places --------------------------------------------------------------------------


def _swapped(before: Sequence[_Token], after: Sequence[_Token], figures: Mapping[int, str]) -> Iterator[int]:
    """Yield the figures that stand where another one, or a typed number, stood."""
    slots, now = _slots(before, figures), _slots(after, figures)
    for one, other in combinations(sorted(slots, key=slots.__getitem__), 2):
        names = [name for name in (one, other) if isinstance(name, int)]
        if one in now and other in now and now[one] > now[other]:
            pairs = [(one, other), (other, one)]
        elif (one in now) != (other in now):
            pairs = [(one, other) if one in now else (other, one)]
        else:
            continue
        for here, there in pairs:
            if here in names and _likeness(after, now[here], before, slots[there]) > _likeness(
                after, now[here], before, slots[here]
            ):
                yield int(here)


def _slots(tokens: Sequence[_Token], figures: Mapping[int, str]) -> dict[int | str, int]:
    """Return where the figures stand, and the numbers that were typed, as far as they stand there once."""
    typed = Counter(one.words for one in tokens if one.words[:1].isdigit())
    found: dict[int | str, int] = {}
    for place, one in enumerate(tokens):
        if one.atom in figures:
            found[one.atom] = place
        elif typed[one.words] == 1:
            found[one.words] = place
    return found


def _likeness(after: Sequence[_Token], now: int, before: Sequence[_Token], then: int) -> int:
    """Return how many words about two places are the same, those nearest counted until they differ."""
    sides = (
        (after[max(0, now - _NEAR) : now][::-1], before[max(0, then - _NEAR) : then][::-1]),
        (after[now + 1 : now + 1 + _NEAR], before[then + 1 : then + 1 + _NEAR]),
    )
    return sum(_common(*side) for side in sides)


def _common(one: Sequence[_Token], other: Sequence[_Token]) -> int:
    """Return how many words two runs begin with; any two figures are alike."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first.words != second.words:
            break
        count += 1
    return count
