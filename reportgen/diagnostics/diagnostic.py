"""A problem as a value: what is wrong, where, and what to do.

The message stands alone as one phrase with the actual values; the hint is the next action, in the words of
the person who must act. Both are worded in the catalogue, never where the problem is found.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics.place import Place
from reportgen.limits import SHOWN_CHARACTERS, SUGGESTIONS


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """No document is made."""
    WARNING = "warning"
    """The document is made; a person should look."""
    INFO = "info"
    """Something was done that a person may like to know."""

    @property
    def rank(self) -> int:
        """Return a key that sorts the weightiest first."""
        return list(Severity).index(self)


class QuestionSubject(Struct, frozen=True):
    """The figure that a question is about, so that an answer can be matched with it."""

    indicator: str
    part: str | None
    """The label of a part; None: the whole."""
    period: str
    value: Decimal | None


class Diagnostic(Struct, frozen=True):
    """One problem."""

    code: str
    """`RG` and three digits; the catalogue explains it."""
    severity: Severity
    message: str
    place: Place | None = None
    hint: str | None = None
    notes: tuple[str, ...] = ()
    """Further facts, one line each."""
    subject: QuestionSubject | None = None
    """Of a question: the figure that it asks about."""

    def moved(self, place: Place | None) -> "Diagnostic":
        """Return the same problem at another place."""
        return replace(self, place=place)

    @property
    def order(self) -> tuple[tuple[str, str, int, int, str], int, str, str]:
        """Return a key that sorts problems by place, then by weight."""
        place = self.place.order if self.place else ("", "", 0, 0, "")
        return (place, self.severity.rank, self.code, self.message)


def errors_of(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that are errors."""
    return tuple(diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether a diagnostic is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


class Literal(str):
    """Text of our own that a message shows whole: a list of names, a figure worked out here."""

    __slots__ = ()


def shown(value: object) -> str:
    """Return foreign text fit to print: cut to a bound, with nothing in it that a terminal would obey.

    Args:
        value: anything; text that is not `Literal` is cut to `SHOWN_CHARACTERS` and loses line breaks.
    """
    text = str(value)
    if isinstance(value, str) and not isinstance(value, Literal) and len(text) > SHOWN_CHARACTERS:
        text = text[: SHOWN_CHARACTERS - 1] + "…"
    if text.isprintable():  # as nearly all: no character of it can be escaped
        return text
    return "".join(character if is_printable(character) else _escaped(character) for character in text)


def count_of(number: int, noun: str) -> str:
    """Return a number with an English noun that takes an s: `0 errors`, `1 error`, `1,200 errors`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def and_list(words: Sequence[str]) -> str:
    """Return words as a list: `2022`, `2022 and 2023`, `2021, 2022 and 2023`; nothing of none."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def is_printable(character: str) -> bool:
    """Return whether a character can be shown as it is: no control, format, surrogate or private character."""
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


_BYTE = 0xDC00
"""What Python adds to a byte of a file's name that is not UTF-8 (PEP 383)."""


def _escaped(character: str) -> str:
    code = ord(character)
    if _BYTE + 0x80 <= code <= _BYTE + 0xFF:
        return f"\\x{code - _BYTE:02x}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"  # noqa: PLR2004 - the last code of the basic plane


def nearest(wrong: str, known: Iterable[str]) -> Literal:
    """Return the known name that is nearest to a wrong one, else the known names: text for a hint.

    Returns:
        `did you mean “dv_cases”?`, or `known are: a, b, c`, or `there are none`.
    """
    names = sorted(known)
    if not names:
        return Literal("there are none")
    from difflib import get_close_matches  # few runs have a wrong name

    close = get_close_matches(wrong, names, n=1, cutoff=0.6)
    if close:
        return Literal(f"did you mean “{shown(close[0])}”?")
    more = ", …" if len(names) > SUGGESTIONS else ""
    return Literal("known are: " + ", ".join(shown(name) for name in names[:SUGGESTIONS]) + more)
