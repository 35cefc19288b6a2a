"""Marks of lists as people type them: "•", "–", "1)", "(a)", "i.", and the bullets that Word pastes."""

from functools import cache

from msgspec import Struct

from reportgen.regex import regex

_MARK = regex(
    r"(?P<bullet>[•●○◦▪■□‣⁃∙►➢➤✓✔❖])[ \t\u00a0]*(?=\S)"
    r"|(?P<dash>[-–—−*+·])[ \t\u00a0]+(?=\S)"
    r"|(?P<glued>[-–—])(?=[^\W\d_])"
    r"|(?P<pasted>[o§])\t[ \t\u00a0]*(?=\S)"
    r"|(?P<open>[(（]?)(?P<number>\d{1,3}|[a-zа-яء-ي]ـ?|[A-Z](?=\))|[ivx]{2,5}|[一二三四五六七八九十]{1,2}(?=[)）]))"
    r"(?P<close>[.)）]|(?<=\d)、)(?:[ \t\u00a0\u3000]+(?=\S)|(?<=[)）、])(?=[^\W\d_]))"
)
"""`§` and `o` are bullets where Word sets a tab after them; `-word` may be an item that lacks its space."""
_HALF_WIDTH = str.maketrans("（）", "()")
_LONGEST, _BEHIND = 6, frozenset(".)）、\t")
"""Characters that a mark which begins with a letter has at the most, `xviii)`, and what ends it."""
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
)
"""Letters that count items; lists in Russian pass over ё, й, ъ, ы and ь, those in Arabic have either of two orders."""
_CHINESE = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", *(f"十{one}" for one in "一二三四五六七八九"))
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


class ListMark(Struct, frozen=True):
    """The mark of an item."""

    style: str
    """The bullet itself, or what stands around a number: `()`, `)`, `.`."""
    number: str | None = None
    is_glued: bool = False
    """Whether the words follow a dash without a space."""

    @property
    def is_bullet(self) -> bool:
        """Return whether it counts nothing."""
        return self.number is None

    @property
    def is_certain(self) -> bool:
        """Return whether it is a mark of a list wherever it begins a line: a bullet, one of Markdown, `1.`, `1)`."""
        if self.number is None:
            return not self.is_glued and self.style not in {"–", "—", "−"}
        return self.number.isdecimal() and not self.style.startswith("(")

    @property
    def is_first(self) -> bool:
        """Return whether a list can begin with its number."""
        return any(place == 1 for _, place in _places(self.number or ""))

    def same_style(self, other: "ListMark") -> bool:
        """Return whether two marks may belong to one list."""
        return self.style == other.style and self.is_bullet == other.is_bullet

    def follows(self, earlier: "ListMark") -> bool:
        """Return whether the mark may come next in the list of an earlier one; `1.` may stand before every item."""
        if not self.same_style(earlier) or self.number is None or earlier.number is None:
            return self.same_style(earlier)
        after = {(system, place + 1) for system, place in _places(earlier.number)}
        return bool(after & _places(self.number)) or self.number == earlier.number == "1"

    def may_be_sign(self, rest: str) -> bool:
        """Return whether it may be a sign of the words after it: a star of a note, a sign of a number."""
        return self.style == "*" or (
            self.style in {"-", "–", "—", "−", "+"} and (rest[:1].isdecimal() or rest.startswith("{{"))
        )


@cache
def _places(number: str) -> frozenset[tuple[str, int]]:
    """Return what a number may be: the third by digits, the third letter, the Roman three."""
    found = {("digits", int(number))} if number.isdecimal() else set[tuple[str, int]]()
    systems = (*(_ALPHABETS if len(number) == 1 else ()), _ROMAN, _CHINESE)
    found |= {(str(letters), letters.index(number) + 1) for letters in systems if number in letters}
    return frozenset(found)


def read_mark(words: str) -> tuple[ListMark, str] | None:
    """Return the mark at the beginning of a line and the words after it; None where there is none.

    Args:
        words: the line, without space before it.
    """
    if words[:1].isalpha() and _BEHIND.isdisjoint(words[:_LONGEST]):  # as nearly all lines of a text
        return None
    found = _MARK.match(words)
    if found is None:
        return None
    rest = words[found.end() :]
    if found["number"]:
        style = f"{found['open']}{found['close']}".translate(_HALF_WIDTH)
        return ListMark(style, found["number"].rstrip("ـ")), rest
    bullet = found["bullet"] or found["dash"] or found["glued"] or found["pasted"]
    return ListMark(bullet, is_glued=found["glued"] is not None), rest
