"""Rules that look at the whole text: abbreviations, currencies without their name, the same paragraph twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reportgen.checks.editorial.comparisons import SYMBOL
from reportgen.checks.editorial.passage import MARKS, RUNNING, EditorialPassage, Notice, PassageKind, WholeRule
from reportgen.languages.en.editorial import KNOWN_ABBREVIATIONS, NO_SYMBOLS
from reportgen.regex import regex

# ---- abbreviations ----------------------------------------------------------------------------------------------

_ABBREVIATION = regex(r"(?<![\w/.’'&@#№-])(?P<name>[A-Z]{2,7})s?(?![\w/@&]|[-‑]\d|\.\w)")
_EXPLAINED = regex(r"\(\s*(?:[“‘])?(?P<name>[A-Z]{2,7})s?(?:[”’])?\s*(?:[,;][^()]*)?\)")
_AMOUNT_BEHIND = regex(r"\s?[\d\ufffc]")
"""An amount, whose symbol the abbreviation is: `KZT 500`."""
_ROMAN = regex(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def _unexplained(passages: Sequence[EditorialPassage]) -> Iterator[tuple[int, Notice]]:
    """Yield the first use of each abbreviation that is not explained there or before."""
    explained: dict[str, tuple[int, int]] = {}
    for index, passage in enumerate(passages):
        for match in _EXPLAINED.finditer(passage.text) if passage.kind in RUNNING else ():
            explained.setdefault(match["name"], (index, match.start("name")))
    used: set[str] = set()
    for index, passage in enumerate(passages):
        if passage.kind not in RUNNING or passage.text.isupper():
            continue
        for match in _ABBREVIATION.finditer(passage.text):
            name = match["name"]
            if name in used or name in KNOWN_ABBREVIATIONS or _ROMAN.fullmatch(name):
                continue
            if _AMOUNT_BEHIND.match(passage.text, match.end()):
                continue
            used.add(name)
            if (index, match.start()) < explained.get(name, (len(passages), 0)):
                advice = (
                    f"explain {name} here, where it first stands: the full name, then ({name})"
                    if name in explained
                    else f"write the full name with ({name}) after it where it first stands, or only the full name"
                )
                yield index, Notice("RG934", match.start(), match.end(), advice=advice)


# ---- currencies -------------------------------------------------------------------------------------------------

_WORLDWIDE = frozenset({"$", "€", "£", "¥", "USD", "EUR", "GBP", "CHF", "JPY"})
"""Symbols that need no name."""


def _unnamed_currencies(passages: Sequence[EditorialPassage]) -> Iterator[tuple[int, Notice]]:
    """Yield the first use of each symbol of a currency that stands nowhere in brackets after its name."""
    named = {
        match[1]
        for passage in passages
        for match in re.finditer(r"[A-Za-z]\s\(([A-Z][A-Za-z]{0,2}|[₸₽₴₾₼])\)", passage.text)
    }
    seen: set[str] = set()
    for index, passage in enumerate(passages):
        for symbol, start, end in _symbols(passage):
            if symbol not in named | seen | _WORLDWIDE | NO_SYMBOLS:
                seen.add(symbol)
                advice = f"write its name where it first stands, with the symbol behind it: NAME ({symbol})"
                yield index, Notice("RG914", start, end, advice=advice)


def _symbols(passage: EditorialPassage) -> Iterator[tuple[str, int, int]]:
    """Yield the symbols of currencies that a passage is printed with, and where they stand."""
    for match in SYMBOL.finditer(passage.text):
        yield match["symbol"], match.start(), match.end("symbol")
    for symbol in sorted(passage.currencies):
        figure = next((place for place, sign in enumerate(passage.text) if sign in MARKS), 0)
        yield symbol, figure, figure + 1


# ---- the same twice ---------------------------------------------------------------------------------------------

_SHINGLE = 4
_LEAST_WORDS = 8
_HOLDERS = 20
"""Paragraphs that are remembered for one run of words, so that a thousand equal ones take no time."""
_ALIKE = 0.8
"""How large a part of their runs of four words two paragraphs share that are one, but for some words."""


def _repeated(passages: Sequence[EditorialPassage]) -> Iterator[tuple[int, Notice]]:
    """Yield paragraphs that stand, word for word or nearly, further up."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    runs: dict[int, frozenset[tuple[str, ...]]] = {}
    for index, passage in enumerate(passages):
        words = re.findall(r"\w+", (passage.identity or passage.text).casefold())
        if passage.kind is not PassageKind.PARAGRAPH or len(words) < _LEAST_WORDS:
            continue
        own = frozenset(tuple(words[place : place + _SHINGLE]) for place in range(len(words) - _SHINGLE + 1))
        shared = Counter(other for run in own for other in holders[run])
        alike = [other for other, count in shared.items() if count / len(own | runs[other]) >= _ALIKE]
        if alike:
            first = passages[min(alike)]
            beginning = " ".join(re.sub("[\ufffb\ufffc]", "…", first.text).split()[:6])
            advice = f"keep one of the two; the other begins “{beginning} …”"
            if first.group is not None:
                advice += f" and answers issue {first.group}"
            yield index, Notice("RG936", 0, len(passage.text), advice=advice)
        runs[index] = own
        for run in own:
            if len(holders[run]) < _HOLDERS:
                holders[run].append(index)


RULES: tuple[WholeRule, ...] = (_unexplained, _unnamed_currencies, _repeated)
"""The rules on the whole text."""
