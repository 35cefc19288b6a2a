"""The proof by re-reading: how many figures are read, what contradicts the data, how many alterations are found.

The reader knows the text and the data, not what the writer made of them. Which figure of the data each number was
written from is asked only to count how many were read.
"""

import re
from collections.abc import Sequence
from random import Random
from typing import Any

from msgspec import Struct
from sentences.held import contradictions
from sentences.known import Data
from sentences.made import Printed, Written
from sentences.read_text import Read, ReadText, words_of

from reportgen.claims.passages import sentences
from reportgen.model import Noun, Period


def unread(written: Written, read: ReadText) -> list[str]:
    """Return the figures that were not read as what they are: with their value, their period and a noun."""
    return [
        f"{why}: {written.text[one.start : one.end]}" for one in written.printed if (why := _missed(written, one, read))
    ]


def _missed(written: Written, printed: Printed, read: ReadText) -> str:
    """Return what was not read of a figure; nothing where all was."""
    found = [one for one in read.numbers if one.span.start < printed.end and printed.start < one.span.end]
    if not found:
        return "number" if _is_number(written.text[printed.start : printed.end]) else ""
    source, indicator = printed.sources[0], written.data[printed.sources[0].indicator]
    part = indicator.breakdown[source.part].called(one=False) if source.part is not None else ""
    unit = indicator.unit.other if isinstance(indicator.unit, Noun) else ""
    words = words_of(f"{indicator.label} {unit} {part}")
    if not words & found[0].words and indicator.unit != "rank":
        return "noun"
    if not found[0].period and not read.names_time(printed.start):
        return ""  # nobody can read a period there
    periods = {period for one in printed.sources for period in one.periods}
    if source.is_change or len(periods) > 1:
        return ""
    if not found[0].period and (read.is_bare(found[0].span) or read.is_undated(found[0].span)):
        return ""  # the brackets of `with_previous`, and the beginning of a change without years, say nothing of time
    is_named = any(str(one) in found[0].period or found[0].period == _month_of(one) for one in periods)
    return "" if is_named or _is_of_span(found[0], *periods) else "period"


def _month_of(period: Period) -> str:
    """Return the last month of a period, which is the time of a stock "as at the end of" it."""
    return str(Period(period.end, period.end))


def _is_of_span(one: Read, period: Period) -> bool:
    return bool(one.period) and period in Period.parse(one.period)


def _is_number(text: str) -> bool:
    return bool(re.search(r"\d", text)) or text.lower() in _IN_WORDS


_IN_WORDS = frozenset(["no", "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])

# ---- sentences that were altered --------------------------------------------------------------------------------

_YEAR = re.compile(r"\b20[012]\d\b")
_DIRECTIONS = {
    "increased": "decreased",
    "rose": "fell",
    "an increase": "a decrease",
    "a rise": "a fall",
    "risen": "fallen",
    "-fold increase": "-fold decrease",
    "doubled": "halved",
    "higher": "lower",
}
_TURNED = {**_DIRECTIONS, **{down: up for up, down in _DIRECTIONS.items()}}
_DIRECTION = re.compile(
    "|".join(rf"\b{re.escape(word)}\b" if word[0].isalpha() else re.escape(word) for word in _TURNED)
)


def altered(chance: Random, written: Written) -> tuple[str, str] | None:
    """Return a text in which one number, year or direction is another, and what was changed; None: nothing can be."""
    text = written.text
    if not written.printed:
        return None  # what introduces a table
    numbers = [one for one in written.printed if _is_number(text[one.start : one.end])]
    years, turns = list(_YEAR.finditer(text)), list(_DIRECTION.finditer(text))
    years = [one for one in years if not _is_constant(written)]
    kinds = [kind for kind, found in (("number", numbers), ("year", years), ("direction", turns)) if found]
    if not kinds:
        return None
    kind = chance.choice(kinds)
    if kind == "number":
        one = chance.choice(numbers)
        start, end = one.start, one.end
        other = _other_number(chance, text[start:end])
    else:
        match = chance.choice(years if kind == "year" else turns)
        start, end = match.span()
        other = str(int(match.group()) + chance.choice((-2, -1, 1, 2))) if kind == "year" else _TURNED[match.group()]
    return f"{text[:start]}{other}{text[end:]}", f"{kind}: {text[start:end]} to {other}"


def _is_constant(written: Written) -> bool:
    """Return whether a figure is the same in several periods, so that a sentence with another year may be as true."""
    values = [[one.value(period) for period in one.periods] for one in written.data.values()]
    return any(len(set(one)) < len(one) for one in values)


def _other_number(chance: Random, written: str) -> str:
    """Return another number, written in the same way: one digit of it, or another word."""
    if written.lower() in _IN_WORDS:
        others = [
            word for word in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine") if word != written
        ]
        return chance.choice(others)
    digits = [place for place, letter in enumerate(written) if letter.isdigit()]
    place = chance.choice(digits[: 1 + len(digits) // 2])
    digit = chance.choice([one for one in "123456789" if one != written[place]])
    return written[:place] + digit + written[place + 1 :]


# ---- grammar ----------------------------------------------------------------------------------------------------

_ILL = {
    "a word twice": re.compile(r"\b([A-Za-z]+) \1\b", re.IGNORECASE),
    "spacing": re.compile(r"  |\s[,.;:)]|\(\s|,,|\.\.|\(\)|[,;:][A-Za-z]"),
    "article": re.compile(r"\b(?:a (?=[aeio]\w)(?!one\b)|an (?=[bcdfgjklmnpqrstvwxyz]))", re.IGNORECASE),
    "agreement": re.compile(
        r"\bthere (?:was (?:two|three|four|five|six|seven|eight|nine|\d\d)|were one\b)|\bone were\b"
        r"|\b(?:of (?:whom|which)|and) (?:two|three|four|five|six|seven|eight|nine|[1-9]\d+) was\b"
        r"|\b[2-9] was (?:a|an)\b"
        r"|\bone (?:women|men|persons|children|cases|orders|minors|adults|soldiers)\b|\b0 was\b",
        re.IGNORECASE,
    ),
    "no article": re.compile(
        r"(?<!the )(?<!The )\b(?:unemployment rate|gender wage gap|maternal mortality ratio|suicide rate"
        r"|gender inequality index|average (?:age|duration|monthly))\b"
    ),
    "beginning": re.compile(r"(?:^|(?<=\. ))[a-z0-9]"),
    "end": re.compile(r"[^.]$"),
}


def ill_formed(text: str) -> list[str]:
    """Return what is wrong with the articles, the agreement, the words and the spaces of a text."""
    return [f"{what}: {match.group()}" for what, pattern in _ILL.items() if (match := pattern.search(text))]


# ---- all of it --------------------------------------------------------------------------------------------------


class Proof(Struct):
    """What was counted over many sentences, and the first of those that went wrong."""

    sentences: int = 0
    figures: int = 0
    unread: int = 0
    contradicting: int = 0
    """Paragraphs that say something that the data do not."""
    ill: int = 0
    """Paragraphs with a fault of grammar or spacing."""
    altered: int = 0
    missed: int = 0
    """Altered paragraphs in which nothing was found."""
    shown: list[str] = []
    """The first of the paragraphs that contradict their data or are ill formed."""
    overlooked: list[str] = []
    """The first of the alterations that were missed."""

    def add(self, written: Written, chance: Random | None) -> None:
        """Read one paragraph back.

        Args:
            written: the paragraph.
            chance: from which one of its numbers, years or directions is altered; None: nothing is.
        """
        read, data = ReadText(written.text), Data(written.data)
        self.sentences += len(sentences(written.text))
        self.figures += len(written.printed)
        missed, wrong, ill = (
            unread(written, read),
            contradictions(read, data, is_all=written.is_all),
            ill_formed(written.text),
        )
        self.unread += len(missed)
        self.contradicting += bool(wrong)
        self.ill += bool(ill)
        _show(self.shown, written.text, [*wrong, *ill])
        change = altered(chance, written) if chance is not None and not wrong else None
        if change is not None:
            text, what = change
            self.altered += 1
            if not contradictions(ReadText(text), data, is_all=written.is_all):
                self.missed += 1
                _show(self.overlooked, text, [what])

    def merged(self, other: "Proof") -> "Proof":
        """Return the counts of both."""
        both: dict[str, Any] = {name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__}
        both |= {name: both[name][:_SHOWN] for name in ("shown", "overlooked")}
        return Proof(**both)

    @property
    def read_share(self) -> float:
        """The share of figures that were read with value, period and noun, in per cent."""
        return 100 * (1 - self.unread / self.figures)

    @property
    def caught_share(self) -> float:
        """The share of altered paragraphs in which something was found, in per cent."""
        return 100 * (1 - self.missed / (self.altered or 1))


_SHOWN = 40


def _show(shown: list[str], text: str, problems: Sequence[str]) -> None:
    if problems and len(shown) < _SHOWN:
        shown.append(f"{'; '.join(problems)}\n    {text}")
