"""Judge what stands beside a figure from data in an edited text: a figure says what its neighbours make of it.

A figure that took the place of another one, a number typed against it, and “million” put behind it make a false
figure of a right one, though its reference stands as it stood. So do words that change places around it: `the number of
men was 849 and that of women 658`. What pull takes leaves the word next to a figure as it is, or puts another that does
not count in its place; what verify finds is what certainly, or probably, says something else.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from itertools import combinations, takewhile

from msgspec import Struct

from reportgen.claims.differences import shared_start
from reportgen.document.walk import ALIKE
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
        " nearly almost least most exceeding près presque casi cerca почти свыше قرابة"
        " cent cents mille millier milliers milliard milliards douzaine douzaines moitié tiers quart quarts fois moins"
        " cien cientos mil miles millón millones docena docenas mitad tercio cuarto cuartos doble veces menos más"
        " сто сотен сотни тысяча тысячи тысяч тыс миллион миллиона миллионов млн миллиард миллиарда миллиардов млрд"
        " процент процента процентов половина половины треть трети четверть раз раза минус не менее более меньше больше"
        " مئة مائة ألف آلاف مليون مليوناً ملايين مليار مليارات نصف ثلث ربع ضعف مرة مرات ناقص أقل أكثر"
    )
    | (
        _ABOUT := word_set(
            "some about around roughly approximately environ alrededor unos unas около примерно نحو حوالي"
        )
    )
    | UNITS_IN_WORDS.keys()
    | TENS.keys()
)
"""Words that count, in the languages of reports, of which none takes the place of another next to a figure."""
_HAN_COUNTING = regex("[零〇一二两三四五六七八九十百千万萬亿億兆半倍不无未]")
"""The same in Chinese, which has no blanks between words: `1507万人`."""
_BEFORE = frozenset("-−–±×<>≤≥~≈$€£")
_BEHIND = frozenset("%‰/+×")
"""Signs that make another number of the one that they touch."""
_JOINTS = frozenset({"of", "than", "de", "que"})
"""What may stand between a word that counts and a figure: `half of 1,507`, `more than 1,507`."""
_NOT = word_set(
    "no not never nobody neither cannot pas jamais aucun aucune nunca ningún ninguna tampoco не ни никогда لم لن ليس"
)
"""Words by which a sentence denies what it said."""
_REMARK = regex(r"\(([^()\d]*)\)|[;؛；]\s*([^()]*)\)")
"""What a phrase prints in brackets about figures: `(provisional figure)`, `…; the figure for 2023 is provisional)`."""
_PART = regex(r"\bpart\s*=\s*([\"'])(.+?)\1")
_SHORTEST = 3
"""Letters of a word from which on it names something."""
_NEAR = 5
"""Words about a figure by which its place is known again."""


class TextRun(Struct, frozen=True):
    """A run of typed text, or a reference."""

    text: str
    atom: int = -1
    """The index of the reference; -1 for what was typed."""


class _Token(Struct, frozen=True):
    words: str
    atom: int
    is_close: bool
    """Whether it touches the one before it."""


class Misreading(Enum):
    """Why a figure says something else in an edited text than in the one that was built."""

    SWAPPED = "stands where another figure stood"
    RENAMED = "is the figure for “{}”, which is not said any more"
    UNNAMED = "had “{}” behind it as built, which is not said any more"
    COUNTED = "has “{}” beside it now"
    DENIED = "has “{}” in its sentence now"
    EXCHANGED = "has “{}” and “{}” in each other’s place beside it now"


class Doubted(Struct, frozen=True):
    """A figure that says something else in an edited text."""

    atom: int
    """Its index."""
    doubt: Misreading
    words: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """Return what became of it: `stands where another figure stood`."""
        return self.doubt.value.format(*self.words)


def find_misplaced(
    old: Sequence[TextRun], new: Sequence[TextRun], figures: Mapping[int, str], sources: Mapping[int, str]
) -> str:
    """Return why a figure would say something else in an edited text; nothing where it would not.

    Args:
        old: the text as it was built.
        new: the edited one.
        figures: what the references to data print, by their indices.
        sources: the references as they are written, by their indices.
    """
    before, after = list(_tokens(old)), list(_tokens(new))
    for atom, text in figures.items():
        if any(token.atom == atom for token in after) and not _is_kept(before, after, atom):
            return f"what was typed beside “{text}” would change what this figure says"
    doubted = next(_doubted(before, after, figures, sources), None)
    return f"“{figures[doubted.atom]}” {doubted.reason}" if doubted is not None else ""


def find_doubted(
    old: Sequence[TextRun],
    new: Sequence[TextRun],
    figures: Mapping[int, str],
    sources: Mapping[int, str],
    tails: Mapping[int, str] | None = None,
) -> Iterator[Doubted]:
    """Yield the figures that say something else in an edited text, each once.

    Args:
        old: the text as it was built.
        new: the edited one.
        figures: what the references to data print, by their indices.
        sources: the references as they are written, by their indices.
        tails: what phrases print right behind figures, by the indices of these.
    """
    before, after = list(_tokens(old)), list(_tokens(new))
    found = [*_doubted(before, after, figures, sources), *_counted(before, after, figures)]
    found += [*_unnamed(before, after, tails or {}), *_denied(before, after, figures)]
    yield from {doubted.atom: doubted for doubted in reversed(found)}.values()


def _doubted(
    before: Sequence["_Token"], after: Sequence["_Token"], figures: Mapping[int, str], sources: Mapping[int, str]
) -> Iterator[Doubted]:
    yield from (Doubted(atom, Misreading.SWAPPED) for atom in _swapped(before, after, figures))
    yield from _renamed(before, after, sources)
    yield from _exchanged(before, after, figures)


def _tokens(pieces: Sequence[TextRun]) -> Iterator[_Token]:
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
    """Return whether what stands next to a reference leaves its figure what it is, on both sides.

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


# ---- words about figures ------------------------------------------------------------------------------------


def _renamed(old: Sequence[_Token], new: Sequence[_Token], sources: Mapping[int, str]) -> Iterator[Doubted]:
    """Yield the figures of a part whose name the text does not have any more: `value(part='women')` without women."""
    was, now = ({token.words for token in tokens} for tokens in (old, new))
    standing = {token.atom for token in new}
    for atom, source in sources.items():
        name = part_of(source)
        names = set(name.split())
        if atom in standing and names and names <= was and not names <= now:
            yield Doubted(atom, Misreading.RENAMED, (name,))


def _unnamed(old: Sequence[_Token], new: Sequence[_Token], tails: Mapping[int, str]) -> Iterator[Doubted]:
    """Yield the figures behind which words of a phrase are gone: its noun, `1,262 girls` for `1,262 women`; a remark.

    The noun may stand elsewhere now, and of a remark half of its words may have changed.
    """
    was, now = (Counter(token.words for token in tokens) for tokens in (old, new))
    for atom, tail in tails.items():
        at = next((at for at, one in enumerate(new) if one.atom == atom), None)
        if at is None:
            continue
        noun, remark = (_names(text) for text in (tail.split(maxsplit=1)[0] if tail.strip() else "", _remark(tail)))
        behind = {token.words for token in takewhile(lambda token: token.atom < 0, new[at + 1 :])}
        if noun and noun[0] not in behind and now[noun[0]] < was[noun[0]]:
            yield Doubted(atom, Misreading.UNNAMED, (noun[0],))
        elif sum(word not in now for word in remark) * 2 > len(remark):
            yield Doubted(atom, Misreading.UNNAMED, (_remark(tail),))


def _remark(tail: str) -> str:
    found = _REMARK.search(tail)
    return (found[1] or found[2] or "").strip() if found else ""


def _names(text: str) -> list[str]:
    """Return the words of a text that name something."""
    words = (match.group().casefold() for match in _TOKEN.finditer(text.translate(ALIKE)))
    return [word for word in words if word.isalpha() and len(word) >= _SHORTEST]


def _denied(old: Sequence[_Token], new: Sequence[_Token], figures: Mapping[int, str]) -> Iterator[Doubted]:
    """Yield the figures whose sentence denies now what it said: `legal aid was not given to 1,507 persons`."""
    told: list[set[str]] = []
    for atom in figures:
        was, now = (_sentence(tokens, atom) for tokens in (old, new))
        word = next(iter(sorted(_NOT & now - was)), "")
        if word and now not in told:
            told.append(now)
            yield Doubted(atom, Misreading.DENIED, (word,))


def _sentence(tokens: Sequence[_Token], atom: int) -> set[str]:
    """Return the words of the sentence in which a figure stands; none where it stands nowhere."""
    at = next((at for at, one in enumerate(tokens) if one.atom == atom), None)
    if at is None:
        return set()
    ends = [place for place, token in enumerate(tokens) if token.words in _STOPS]
    first, last = (
        max((end for end in ends if end < at), default=-1),
        min((end for end in ends if end > at), default=len(tokens)),
    )
    return {token.words for token in tokens[first + 1 : last]}


_STOPS = frozenset(".!?;؟؛。")


def part_of(source: str) -> str:
    """Return the part whose figure a reference asks for, in small letters; nothing where it asks for the whole."""
    found = _PART.search(source)
    return found[2].casefold() if found else ""


def _exchanged(old: Sequence[_Token], new: Sequence[_Token], figures: Mapping[int, str]) -> Iterator[Doubted]:
    """Yield the figures around which two words changed places, where another figure stands beside one of these."""
    orders = [[token.atom for token in tokens if token.atom in figures] for tokens in (old, new)]
    if orders[0] != orders[1] or len(orders[0]) < 2:
        return
    was, now = (_sides(tokens, figures) for tokens in (old, new))
    moved = {word: (was[word], now[word]) for word in was if word in now and was[word] != now[word]}
    for one, other in combinations(moved, 2):
        first, second = moved[one]
        if moved[other] == (second, first) and abs(first - second) == 1:  # else they are not about the same figure
            yield Doubted(orders[0][min(first, second)], Misreading.EXCHANGED, (one, other))


def _sides(tokens: Sequence[_Token], figures: Mapping[int, str]) -> dict[str, int]:
    """Return behind how many figures each word stands that stands in a text once."""
    counts = Counter(one.words for one in tokens)
    found, behind = dict[str, int](), 0
    for token in tokens:
        behind += token.atom in figures
        if token.words.isalpha() and len(token.words) >= _SHORTEST and counts[token.words] == 1:
            found[token.words] = behind
    return found


def _counted(old: Sequence[_Token], new: Sequence[_Token], figures: Mapping[int, str]) -> Iterator[Doubted]:
    """Yield the figures beside which a word that counts, or a sign, was put: `half of 1,507`, `-1,507`."""
    for atom in figures:
        was, now = (_beside(tokens, atom) for tokens in (old, new))
        word = next((one for one in now if one not in was), "")
        if word and not (word in _ABOUT and _ABOUT.intersection(was)):
            yield Doubted(atom, Misreading.COUNTED, (word,))


def _beside(tokens: Sequence[_Token], atom: int) -> list[str]:
    """Return the words that count, and the signs, beside a figure."""
    at = next((at for at, one in enumerate(tokens) if one.atom == atom), None)
    if at is None:
        return []
    before, behind = (_word(tokens, at + step) for step in (-1, 1))
    before = _word(tokens, at - 2) if before in _JOINTS else before
    is_sign = before in _BEFORE and tokens[at].is_close
    found = [before] if is_sign or before in _COUNTING else []
    is_close = at + 1 < len(tokens) and tokens[at + 1].is_close
    is_word = behind.isalnum() and (behind.isascii() or not behind.isalpha())  # `th`, `½`
    is_ending = behind in _BEHIND or (is_word and not behind[0].isdecimal())
    return [*found, behind] if (is_close and is_ending) or behind in _COUNTING else found


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
    typed = Counter(token.words for token in tokens if token.words[:1].isdigit())
    found: dict[int | str, int] = {}
    for place, one in enumerate(tokens):
        if one.atom in figures:
            found[one.atom] = place
        elif typed[one.words] == 1:
            found[one.words] = place
    return found


def _likeness(after: Sequence[_Token], now: int, before: Sequence[_Token], then: int) -> int:
    """Return how many words about two places are the same, those nearest counted until they differ.

    Any two figures are alike.
    """
    one, other = (
        [tokens[max(0, at - _NEAR) : at][::-1], tokens[at + 1 : at + 1 + _NEAR]]
        for tokens, at in ((after, now), (before, then))
    )
    return sum(
        shared_start([token.words for token in first], [token.words for token in second])
        for first, second in zip(one, other, strict=True)
    )
