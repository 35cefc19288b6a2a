"""The texts of a project that are printed: a report comes in, its texts go out in the order of the document."""

from collections.abc import Iterator

from msgspec import Struct

from reportgen.checks.editorial.rules import Kind
from reportgen.diagnostics import Path
from reportgen.model import Report
from reportgen.model.indicators import Indicator, Noun, Part


class PrintedText(Struct, frozen=True):
    """One text, as its author wrote it."""

    path: Path
    """From the report down."""
    text: str
    kind: Kind
    """Of its first passage; a reply may hold several."""
    group: int | None = None
    """The issue that it answers."""


def printed_texts(report: Report) -> Iterator[PrintedText]:
    """Title, headings and replies, then what indicators and agencies are called, and notes and sources."""
    settings = report.settings
    if settings.title:
        yield PrintedText(("settings", "title"), settings.title, Kind.HEADING)
    for number, note in enumerate(settings.title_notes):
        yield PrintedText(("settings", "title_notes", number), note, Kind.NOTE)
    yield from _replies(report)
    for number, submission in enumerate(report.submissions):
        for key, indicator in submission.indicators.items():
            yield from _indicator(indicator, ("submissions", number, "indicators", key))
    for number, agency in enumerate(report.agencies):
        yield PrintedText(("agencies", number, "name"), agency.name, Kind.LABEL)


def _replies(report: Report) -> Iterator[PrintedText]:
    """The list of issues with its headings, and the replies to each."""
    outline = report.outline
    if outline.title:
        yield PrintedText(("outline", "title"), outline.title, Kind.HEADING)
    for number, part in enumerate(outline.parts):
        yield PrintedText(("outline", "parts", number, "title"), part.title, Kind.HEADING)
        for place, theme in enumerate(part.themes):
            if theme.title:
                path = ("outline", "parts", number, "themes", place, "title")
                yield PrintedText(path, theme.title, Kind.HEADING)
            for issue in theme.issues:
                for submission, position, reply in report.replies(issue):
                    written: Path = ("submissions", submission, "replies", position, "text")
                    yield PrintedText(written, reply.text, Kind.PARAGRAPH, issue.number)


def _indicator(indicator: Indicator, path: Path) -> Iterator[PrintedText]:
    """What is printed of an indicator beside its figures."""
    if indicator.label:
        yield PrintedText((*path, "label"), indicator.label, Kind.LABEL)
    if isinstance(indicator.unit, Noun):
        yield from _noun(indicator.unit, (*path, "unit"))
    for number, part in enumerate(indicator.breakdown):
        yield from _part(part, (*path, "breakdown", number))
    for period, observation in indicator.values.items():
        if observation.note:
            yield PrintedText((*path, "values", str(period), "note"), observation.note, Kind.NOTE)
    for period, change in indicator.breaks.items():
        yield PrintedText((*path, "breaks", str(period)), change, Kind.NOTE)
    if indicator.source:
        yield PrintedText((*path, "source"), indicator.source, Kind.NOTE)


def _part(part: Part, path: Path) -> Iterator[PrintedText]:
    if isinstance(part.label, Noun):
        yield from _noun(part.label, (*path, "label"))
    else:
        yield PrintedText((*path, "label"), part.label, Kind.LABEL)
    for period, observation in part.values.items():
        if observation.note:
            yield PrintedText((*path, "values", str(period), "note"), observation.note, Kind.NOTE)


def _noun(noun: Noun, path: Path) -> Iterator[PrintedText]:
    yield PrintedText((*path, "one"), noun.one, Kind.LABEL)
    yield PrintedText((*path, "other"), noun.other, Kind.LABEL)
