"""Small numbers about people: which indicators wait for an answer, what goes with them, and answers without effect."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.checks.finding import CheckContext, Finding
from reportgen.diagnostics import Literal, shown
from reportgen.languages.language import load
from reportgen.model import Merged, Report
from reportgen.model.asks import periods_in_words
from reportgen.model.indicators import label_of
from reportgen.model.merge import Protected, Where
from reportgen.sentences.phrase import join, text

if TYPE_CHECKING:
    from reportgen.model.periods import Period

_GOES_ALONG = "with the other numbers, they would give the small ones away"
_NOTHING_LEFT = "put together, nothing but the whole would be left of them"


def protect_report(report: Report, merged: Merged) -> Protected:
    """Return the indicators of a report as they may be printed.

    Args:
        report: the report.
        merged: its indicators, as they were given.
    """
    settings, language = report.settings, load(report.settings.language)
    if settings.small_numbers is None:
        return Protected(merged)
    from reportgen.model.protection import protect  # few projects withhold numbers

    def joined(labels: Sequence[str]) -> str:
        return join(language, [text(label) for label in labels]).words

    # Words for persons are known in English alone: in another language, and where a report has versions in others,
    # every count is asked about.
    is_read = settings.language == "en" and not settings.versions
    return protect(merged, settings.small_numbers, language.are_persons if is_read else lambda _: True, joined)


def check_small_numbers(context: CheckContext, protected: Protected) -> Iterator[Finding]:
    """Yield what is asked and told of small numbers.

    RG360 for each indicator with small numbers that nobody has answered; RG363 for an indicator of which further
    numbers are not printed; RG364 for an answer that could not be followed; RG365 for an indicator whose small numbers
    follow from the rest whatever is withheld.

    Args:
        context: with the indicators as they were given.
        protected: the same as they may be printed.
    """
    settings = context.report.settings.small_numbers
    if settings is None:
        return
    for key, cells in protected.small.items():
        values = {**_values(context, cells), "key": key, "below": settings.below}
        yield Finding("RG360", context.path(key, cells[0][2], cells[0][1]), values)
    yield from _by_indicator(context, "RG363", protected.beside, _GOES_ALONG)
    yield from _by_indicator(context, "RG363", protected.dropped, _NOTHING_LEFT)
    yield from _by_indicator(context, "RG365", protected.told)
    for key, reason in protected.unheeded.items():
        values = {"key": key, "answer": settings.answers[key], "reason": Literal(reason)}
        yield Finding("RG364", ("settings", "small_numbers", "answers", key), values)


def _by_indicator(context: CheckContext, code: str, wheres: Iterable[Where], reason: str = "") -> Iterator[Finding]:
    """Yield a finding for each indicator that some cells belong to."""
    cells: dict[str, list[Where]] = {}
    for where in wheres:
        cells.setdefault(where[0], []).append(where)
    for key, own in cells.items():
        values = {**_values(context, own), "key": key, "reason": Literal(reason)}
        yield Finding(code, context.path(key, own[0][2], own[0][1]), values)


def _values(context: CheckContext, cells: Iterable[Where]) -> dict[str, object]:
    """Return what a message says of some cells of one indicator: its label, and the parts with their periods."""
    named: dict[str, list[Period]] = {}
    key = ""
    for key, place, period in cells:
        part = context.merged.indicators[key].breakdown[place or 0]
        named.setdefault(shown(part.name), []).append(period)
    ordered = {label: sorted(periods, key=lambda one: one.order) for label, periods in named.items()}
    return {"label": label_of(context.merged.indicators[key], key), "cells": Literal(periods_in_words(ordered))}
