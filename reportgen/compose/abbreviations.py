"""Gather the abbreviations of a document for their list, and check that they are introduced as they should be.

An abbreviation is spelled out
where it is first used, with the short form in brackets, and everything after uses the short form; it is not made at all
for what is mentioned once or twice only (UN Editorial Manual, "Abbreviations and acronyms"). So the list holds what is
used twice or more after it was spelled out. Headings are passed over, since they have no abbreviations; tables and
quotations may use one anywhere.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from reportgen.compose.spelled import READ, letters_of, singular, spelled_out
from reportgen.document import tree
from reportgen.document.walk import ALIKE, inlines_of, plain_text
from reportgen.regex import regex
from reportgen.remembering import remembered, remembered_of

LISTED_FROM = 2
"""How often a short form is used after it was spelled out, for it to be worth one."""
_CAPITAL, _LETTER = "A-ZÀ-ÖØ-ÞА-ЯЁ", "A-Za-zÀ-ÖØ-öø-ÿА-яЁё0-9&-"
"""Of short forms in Latin and Cyrillic letters."""
_BRACKETS = regex(rf"\s\(([{_CAPITAL}][{_LETTER}]{{1,11}})\)")
"""`non-governmental organizations (NGOs)`"""
_BEFORE_WORDS = regex(rf"\b([{_CAPITAL}][{_LETTER}]{{1,11}}) \(([^()]{{5,120}})\)")
"""`CLS (Committee on Legislative Safeguards)`"""
_TOKEN = regex(rf"(?<![\w/-])[{_CAPITAL}][\w&-]*")
_ROMAN = regex(r"[IVXLC]+")
_CAPITALS = 2
"""Capitals of a short form: “(Act)” is none."""


class Stretch(Struct, frozen=True):
    """A run of text with the block that it stands in."""

    text: str
    position: int
    """The index of the block in the document."""
    is_prose: bool
    """Whether an abbreviation must be spelled out here before it is used."""


class Use(Struct, frozen=True):
    """Where a short form or its full words stand: a stretch, and the characters in it."""

    stretch: int
    start: int
    end: int


class Definition(Struct, frozen=True):
    """A short form spelled out."""

    short: str
    full: str
    use: Use
    """The short form where it is spelled out."""


class AbbreviationProblem(Struct, frozen=True):
    """What is wrong with an abbreviation, for the catalogue of diagnostics."""

    code: str
    values: Mapping[str, object]
    use: Use


class Gathered(Struct, frozen=True):
    """The abbreviations of a text."""

    stretches: Sequence[Stretch]
    entries: tuple[tree.Abbreviation, ...]
    """For the list, in the order of the alphabet."""
    problems: tuple[AbbreviationProblem, ...]
    """In the order of the alphabet."""


def list_abbreviations(document: tree.Document, gathered: Gathered) -> tree.Document:
    """Return the document with its list of abbreviations filled in; a list without entries is left out."""
    blocks = (
        replace(block, entries=gathered.entries) if isinstance(block, tree.Abbreviations) else block
        for block in document.blocks
        if gathered.entries or not isinstance(block, tree.Abbreviations)
    )
    return replace(document, blocks=tuple(blocks))


def gather_abbreviations(blocks: Iterable[tree.Block]) -> Gathered:
    """Return the abbreviations of the blocks of a document."""
    return gather(tuple(_stretches(blocks)))


def gather(stretches: Sequence[Stretch]) -> Gathered:
    """Return the abbreviations of some stretches, which stand in reading order."""
    by_short: dict[str, list[Definition]] = {}
    for place, stretch in enumerate(stretches):
        if stretch.is_prose and "(" in stretch.text:
            for definition in find_definitions(stretch.text, place):
                by_short.setdefault(definition.short, []).append(definition)
    if not by_short:
        return Gathered(stretches, (), ())
    uses = _uses(stretches, by_short)
    folded = [stretch.text.casefold() for stretch in stretches]
    forms = [
        _ShortForm(definitions, uses.get(short, ()), stretches, folded)
        for short, definitions in sorted(by_short.items(), key=_alphabet)
    ]
    entries = tuple(tree.Abbreviation(form.first.short, form.first.full) for form in forms if form.is_listed)
    return Gathered(stretches, entries, tuple(problem for form in forms for problem in form.problems()))


def find_definitions(text: str, stretch: int = 0) -> Iterator[Definition]:
    """Yield every short form that a text spells out: `full words (SHORT)`, and `SHORT (full words)`."""
    for match in _BRACKETS.finditer(text):
        full = (
            spelled_out(text[max(match.start() - READ, 0) : match.start()], match[1]) if _is_short(match[1]) else None
        )
        if full is not None:
            yield _definition(match[1], full, Use(stretch, match.start(1), match.end(1)))
    for match in _BEFORE_WORDS.finditer(text):
        full = match[2].removeprefix("the ")
        if _is_short(match[1]) and spelled_out(full, match[1]) == full and full[:1].isalpha():
            yield _definition(match[1], full, Use(stretch, match.start(1), match.end(1)))


def _definition(short: str, full: str, use: Use) -> Definition:
    """Return a definition, in the singular if it was spelled out in the plural: `NGOs`."""
    if short.endswith("s") and short[:-1].isupper():
        return Definition(short[:-1], singular(full), use)
    return Definition(short, full, use)


def _is_short(text: str) -> bool:
    """Return whether something in brackets looks like a short form: two capitals, and no Roman number."""
    return sum(map(str.isupper, text)) >= _CAPITALS and not _ROMAN.fullmatch(text) and len(letters_of(text)) > 1


def _uses(stretches: Sequence[Stretch], shorts: Collection[str]) -> dict[str, list[Use]]:
    """Return where each short form stands, in the singular or the plural."""
    found: dict[str, list[Use]] = {}
    for place, stretch in enumerate(stretches):
        for word, start in _capitalized(stretch.text):
            short = word if word in shorts else word.removesuffix("s")
            if short in shorts:
                found.setdefault(short, []).append(Use(place, start, start + len(word)))
    return found


@remembered(10_000)
def _capitalized(text: str) -> tuple[tuple[str, int], ...]:
    """Return the words of a text that begin with a capital, and where each begins."""
    return tuple((match.group(), match.start()) for match in _TOKEN.finditer(text))


def _alphabet(item: tuple[str, object]) -> tuple[str, str]:
    return (item[0].casefold(), item[0])


def _stretches(blocks: Iterable[tree.Block]) -> Iterator[Stretch]:
    """Yield the texts of all blocks that have abbreviations of their own, notes where their marks are."""
    for position, block in enumerate(blocks):
        if not isinstance(block, tree.Heading | tree.Contents | tree.Abbreviations | tree.Awaiting):
            is_prose = isinstance(block, tree.Paragraph | tree.ItemList)
            for text in _texts(block):
                yield Stretch(text, position, is_prose)


@remembered_of
def _texts(block: tree.Block) -> tuple[str, ...]:
    return tuple(plain_text(inlines, notes=True).translate(ALIKE) for inlines in inlines_of(block))


class _ShortForm(Struct, frozen=True, dict=True):
    """One short form, with all of its definitions and uses."""

    definitions: Sequence[Definition]
    """In the order of reading; at least one."""
    uses: Sequence[Use]
    """Where the short form stands, also where it is spelled out; in the order of reading."""
    stretches: Sequence[Stretch]
    folded: Sequence[str]
    """The texts of the stretches in small letters."""

    @property
    def first(self) -> Definition:
        return self.definitions[0]

    @property
    def is_listed(self) -> bool:
        return len(self._after) >= LISTED_FROM

    @cached_property
    def _after(self) -> list[Use]:
        return list(self.uses[bisect_right(self.uses, _order(self.first.use), key=_order) :])

    def problems(self) -> Iterator[AbbreviationProblem]:
        """Yield what is wrong with how it is introduced and used."""
        short, full = self.first.short, self.first.full
        before = [use for use in self.uses if _order(use) < _order(self.first.use) and self._is_prose(use)]
        if before:
            yield AbbreviationProblem("RG531", {"short": short, "full": full}, before[0])
        for other in self.definitions[1:]:
            if other.full.casefold() == full.casefold():
                yield AbbreviationProblem("RG532", {"short": short, "full": full}, other.use)
            else:
                yield AbbreviationProblem("RG533", {"short": short, "full": full, "other": other.full}, other.use)
        if not self.is_listed and not before and len(self.definitions) == 1:
            times = "once" if self._after else "not"
            yield AbbreviationProblem("RG530", {"short": short, "full": full, "times": times}, self.first.use)
        if self.is_listed and (again := self._spelled_again()):
            yield AbbreviationProblem("RG534", {"short": short, "full": full, "count": len(again)}, again[0])

    def _spelled_again(self) -> list[Use]:
        """Return where the full words stand alone after the short form was given."""
        full = self.first.full
        short = re.escape(self.first.short)
        pattern = re.compile(rf"(?<![\w-]){re.escape(full)}s?(?![\w-])(?! \({short})", re.IGNORECASE)
        uses = (
            Use(place, match.start(), match.end())
            for place, text in enumerate(self.folded)
            if full.casefold() in text
            for match in pattern.finditer(self.stretches[place].text)
        )
        return [use for use in uses if _order(use) > _order(self.first.use) and self._is_prose(use)]

    def _is_prose(self, use: Use) -> bool:
        return self.stretches[use.stretch].is_prose


def _order(use: Use) -> tuple[int, int]:
    return (use.stretch, use.start)
