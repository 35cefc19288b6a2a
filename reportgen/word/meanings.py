"""Find figures that stand as they were built, in words that make them say something else.

The number is right, and what is said of it is not: the year of its sentence was edited, two figures or the words beside
them changed places, or a word such as `thousand` or `half of` was put next to it.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from reportgen.claims.fitting import fits, measure
from reportgen.claims.governing import Governor, Hold, find_governors
from reportgen.claims.passages import Span
from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose
from reportgen.document.tree import Figure
from reportgen.document.walk import ALIKE
from reportgen.word.edits import Group
from reportgen.word.figures import CarriedFigure
from reportgen.word.heads import Reheaded, find_reheaded
from reportgen.word.standing import Misreading, TextRun, find_doubted, part_of
from reportgen.word.units import Unit

_SURE = frozenset({Misreading.SWAPPED, Misreading.RENAMED})


class Misread(Struct, frozen=True):
    """A figure that says something else in an edited report."""

    figure: Figure
    where: str
    """Where it stands."""
    reason: str
    """`stands where another figure stood`"""
    is_certain: bool
    """Whether the data contradict it; else somebody has to look."""


def find_misread(
    built: Sequence[Unit],
    edited: Sequence[Unit],
    groups: Sequence[Group],
    known: Mapping[str, Figure],
    carried: Sequence[CarriedFigure] = (),
) -> Iterator[Misread]:
    """Yield every figure of which an edited report says something else, each once.

    Args:
        built: units of the report as it was built.
        edited: units of the report as it came back.
        groups: which of them belong together.
        known: the figures of the report as it was built, by the names of their bookmarks.
        carried: the figures that stand in another text now.
    """
    for one in carried:
        if one.is_alone:
            where = edited[one.group.edited[0]].where
            yield Misread(known[one.name], where, "stands in another text than it was written in", is_certain=False)
    for group in (*groups, *dict.fromkeys(one.group for one in carried)):
        old, new = [built[place] for place in group.built], [edited[place] for place in group.edited]
        if [unit.words for unit in old] != [unit.words for unit in new]:
            found = (*_misdated(old, new, known), *_misplaced(old, new, known))
            yield from {(misread.where, misread.figure): misread for misread in reversed(found)}.values()
    yield from map(misread_head, find_reheaded(built, edited, groups, known))


def misread_head(head: Reheaded) -> Misread:
    """Return what an edited report says of a figure that stands with another head."""
    reason = f"stands with “{head.new}” now, and with “{head.old}” as built"
    return Misread(head.figure, head.where, reason, is_certain=head.is_certain)


def misread_diagnostic(misread: Misread, name: str) -> Diagnostic:
    """Return the diagnostic of a figure that stands as it was built, in words that say something else of it."""
    code, figure, source = (
        "RG395" if misread.is_certain else "RG396",
        Literal(misread.figure.text),
        source_of(misread.figure),
    )
    return diagnose(
        code, Place(name), where=misread.where, figure=figure, reason=Literal(misread.reason), source=source
    )


def source_of(figure: Figure) -> Literal:
    """Return the data that a figure was written from: `dv_cases, 2023 (submissions/interior.xlsx:Indicators!D4)`."""
    places = ", ".join(dict.fromkeys(str(place) for place in figure.places))
    return Literal(name_of(figure) + (f" ({places})" if places else ""))


def name_of(figure: Figure) -> str:
    """Return the indicator of a figure, and its periods."""
    return f"{figure.indicator}, {' and '.join(figure.periods)}"


def _misplaced(old: Sequence[Unit], new: Sequence[Unit], known: Mapping[str, Figure]) -> Iterator[Misread]:
    """Yield the figures beside which something was put, or that changed places, in units that belong together."""
    texts, now = _texts(old), _texts(new)
    places = {span.name: unit.where for unit in new for span in unit.figures}
    names = [name for name, text in texts.items() if name in known and now.get(name) == text]
    if not names:
        return
    numbers = {name: number for number, name in enumerate(names)}
    figures = {number: texts[name] for name, number in numbers.items()}
    references = {number: known[name].reference for name, number in numbers.items()}
    sources = {number: one.text for number, one in references.items() if one is not None}
    tails = {number: known[name].tail for name, number in numbers.items()}
    for doubted in find_doubted(_pieces(old, numbers), _pieces(new, numbers), figures, sources, tails):
        name = names[doubted.atom]
        is_named = part_of(sources.get(doubted.atom, "")) in doubted.words
        yield Misread(known[name], places[name], doubted.reason, doubted.doubt in _SURE or is_named)


def _texts(units: Sequence[Unit]) -> dict[str, str]:
    """Return what the figures of some units print, by the names of their bookmarks."""
    return {span.name: unit.text[span.start : span.end].translate(ALIKE) for unit in units for span in unit.figures}


def _pieces(units: Sequence[Unit], numbers: Mapping[str, int]) -> list[TextRun]:
    """Return the words and the figures of some units, in their order."""
    pieces: list[TextRun] = []
    for unit in units:
        at = 0
        for span in sorted((span for span in unit.figures if span.name in numbers), key=lambda span: span.start):
            if span.start >= at:
                pieces += [TextRun(unit.text[at : span.start]), TextRun("", numbers[span.name])]
                at = span.end
        pieces += [TextRun(unit.text[at:]), TextRun("\n\n")]
    return pieces


# ---- the time of a figure -----------------------------------------------------------------------------------


def _misdated(old: Sequence[Unit], new: Sequence[Unit], known: Mapping[str, Figure]) -> Iterator[Misread]:
    """Yield the figures of whose time an edited sentence says something else: `In 2024` for `In 2023`."""
    unfit = [
        (name, unit, governor, known[name])
        for name, (unit, governor) in _governors(new).items()
        if governor is not None and governor.hold is Hold.FIRM and _is_unfit(governor, known.get(name))
    ]
    before = _governors(old) if unfit else {}  # as for few
    for name, unit, governor, figure in unfit:
        was = before[name][1] if name in before else None
        if was is not None and _is_of(was, figure):
            said, meant = governor.times[0].text, " and ".join(figure.periods)
            yield Misread(figure, unit.where, f"is said to be of “{said}”, and is of {meant}", is_certain=True)


def _is_unfit(governor: Governor, figure: Figure | None) -> bool:
    return figure is not None and bool(figure.periods) and not _is_of(governor, figure)


def _governors(units: Sequence[Unit]) -> dict[str, tuple[Unit, Governor | None]]:
    """Return what governs each figure of some units, by the names of their bookmarks."""
    found: dict[str, tuple[Unit, Governor | None]] = {}
    for unit in (unit for unit in units if unit.figures):
        spans = sorted(unit.figures, key=lambda bookmark: bookmark.start)
        governors = find_governors(unit.text.translate(ALIKE), [Span(span.start, span.end) for span in spans])
        found.update({one.name: (unit, governor) for one, governor in zip(spans, governors, strict=True)})
    return found


def _is_of(governor: Governor, figure: Figure) -> bool:
    """Return whether one of the times that govern a figure allows it, or names no period."""
    measured = measure(figure.periods, is_stock=True, is_change=figure.is_change)
    times = (*governor.times, *governor.also)
    return any(not time.periods or fits(time, measured, ends=governor.is_end) for time in times)
