"""The figures and the typed statistics of a passage, with the claims that relate them."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.checks.stated import Stated, is_extent, members_of, state
from reportgen.claims.line import Line
from reportgen.claims.model import Change, Claim
from reportgen.claims.passages import Span, sentences
from reportgen.claims.typed import NumberKind, kind_at, may_hold_number, read_lines
from reportgen.diagnostics import Path
from reportgen.document.passages import Passage
from reportgen.languages.en.lexicon import MEMBERS
from reportgen.languages.en.months import MONTHS
from reportgen.languages.en.quantifiers import TARGETS
from reportgen.model.merge import Where
from reportgen.regex import regex
from reportgen.remembering import remembered

_MOST = 60
"""Numbers of a sentence that are compared; a longer list is no prose, and each number is compared with all others."""


class PlacedFigure(Struct, frozen=True):
    """A number of a passage that was written from one value of the data."""

    stated: Stated
    where: Where


class ReadPassage(Struct):
    """A passage that was read."""

    index: int
    passage: Passage
    claims: Mapping[Span, Sequence[Claim]]
    """The claims by the numbers that they relate."""
    extents: frozenset[Span] = frozenset()
    """Numbers that say how far something went, and are no values: 54 of `fell by 54 compared with 2022, to 348`."""
    figures: list[PlacedFigure] = []
    typed: list[Stated] = []
    """Statistics that an author typed."""

    def figure_at(self, span: Span) -> PlacedFigure | None:
        """Return the figure whose number has a span."""
        at = bisect_left(self.figures, span.end, key=lambda figure: figure.stated.quantity.span.start) - 1
        return self.figures[at] if at >= 0 and self.figures[at].stated.quantity.span.touches(span) else None

    def figures_of(self, line: Line) -> Sequence[PlacedFigure]:
        """Return the figures of a sentence."""
        first, last = (
            bisect_left(self.figures, at, key=lambda figure: figure.stated.quantity.span.start) for at in line.span
        )
        return self.figures[first:last]


def states_number(passage: Passage) -> bool:
    """Return whether an author typed a statistic in a passage."""
    return not passage.is_generated and _states_typed(passage.text, passage.made)


@remembered(10_000)
def _states_typed(text: str, made: tuple[tuple[int, int], ...]) -> bool:
    """Return whether a statistic stands in a text outside the characters that the program made."""
    passage = Passage(text, 0, None, made=made)
    if not may_hold_number(text, Span(0, len(text)), passage.is_typed):
        return False  # as in most texts
    spans = (span for span in sentences(text) if may_hold_number(text, span, passage.is_typed))
    return any(_may_count(passage, line, at) for line in read_lines(text, spans) for at in line.quantities)


def _may_count(passage: Passage, line: Line, at: int) -> bool:
    """Return whether a number of a line was typed, and counts something or stands alone: `compared with eight`."""
    quantity = line.quantity(at)
    if quantity.text.casefold() == "one" and not quantity.noun:
        return False  # "who had asked for one in 2023"
    if line.words(max(at - 2, 0), 2) == ["all", "but"]:
        return False  # "all but 217 of them women": the judge of shares knows how many these are
    if is_extent(line, at) or line.low(at - 1 - (line.low(at - 1) == "of")) in TARGETS:
        return False  # "below the target of 80 per cent" tells no value
    return passage.is_typed(*quantity.span) and kind_at(line, at) in {NumberKind.STATISTIC, None}


def read_passage(index: int, passage: Passage, wheres: Mapping[Path, Where]) -> ReadPassage:
    """Return the figures, the typed statistics and the claims of a passage.

    Args:
        index: of the passage.
        passage: of the document.
        wheres: the observations by their paths.
    """
    read, lead = _begin(index, passage), passage.lead if passage.lead.rstrip().endswith(":") else ""
    for line in read_lines(passage.text, sentences(passage.text)):
        for at in line.quantities if len(line.quantities) <= _MOST else ():
            _keep(read, line, at, lead, wheres)
    return read


def _keep(read: ReadPassage, line: Line, at: int, lead: str, wheres: Mapping[Path, Where]) -> None:
    """Keep a number of a line among the figures or among the typed ones, or leave it."""
    span = line.quantity(at).span
    printed = read.passage.figures_at(*span)
    if printed:
        found = {wheres.get(path) for path in printed[0].figure.paths}
        if len(printed) == len(found) == 1 and (where := found.pop()) is not None:
            read.figures.append(PlacedFigure(state(line, at, lead), where))
    elif (
        span not in read.extents
        and _may_count(read.passage, line, at)
        and (kind_at(line, at) is not None or span in read.claims or line.low(at - 1) in MEMBERS)
    ):
        read.typed.append(state(line, at, lead))


def _begin(index: int, passage: Passage) -> ReadPassage:
    """Return a passage with the claims of its text by the numbers that each says to be of one series."""
    if not passage.figures or passage.is_generated:
        return ReadPassage(index, passage, {})
    from reportgen.claims.reading import read_claims

    claims: dict[Span, list[Claim]] = {}
    found = read_claims(passage.text).claims
    for claim in found:
        for member in members_of(claim):
            claims.setdefault(member.span, []).append(claim)
    extents = frozenset(claim.by.span for claim in found if isinstance(claim, Change) and claim.by is not None)
    return ReadPassage(index, passage, claims, extents)


def starts_of(read: ReadPassage, typed: Stated) -> Sequence[Stated]:
    """Return the number that a typed one changed from, whose clause is its own: `lowered the limit from 18 to 16`."""
    span = typed.quantity.span
    changes = (one for one in read.claims.get(span, ()) if isinstance(one, Change) and one.end and one.end.span == span)
    starts = {one.start.span for one in changes if one.start is not None}
    return [one for one in read.typed if one.quantity.span in starts]


_PLACE = regex(r"\b(?:in|at|across|around|near) (?:the )?(?:city of |region of |district of )?([A-Z][\w’-]+)")
_ARTICLE = regex(r"\b(?:[Aa]rticles?|[Aa]rts?\.|[Ss]ections?) (\d{1,4})")


def names_topic(read: ReadPassage, typed: Stated, other: ReadPassage) -> bool:
    """Return whether the sentences before a number name a place or an article that the figure's paragraph does not.

    `A shelter opened in Astana. In 2023, 350 persons were received.` speaks of the shelter alone, and `Article 256 is
    about …. The courts completed 44 cases in 2020.` of that article, whatever the courts completed under article 490.
    """
    before = read.passage.text[: typed.line.span.start]
    named = set(_PLACE.findall(before)) - set(MONTHS) | set(_ARTICLE.findall(before))
    return bool(named - set(_PLACE.findall(other.passage.text)) - set(_ARTICLE.findall(other.passage.text)))
