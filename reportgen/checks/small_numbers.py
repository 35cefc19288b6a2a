"""Small numbers about people: which indicators wait for an answer, what goes with them, and what is typed beside."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.typed_numbers import TypedNumber
from reportgen.diagnostics import Literal, shown
from reportgen.languages.en.numerals import read_cardinal
from reportgen.languages.language import load
from reportgen.model import Merged, Report
from reportgen.model.asks import periods_in_words
from reportgen.model.indicators import label_of
from reportgen.model.merge import Where
from reportgen.model.protection import Protected, protect
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.model.periods import Period

_WORD = regex(r"[^\W\d_]+")
_STEM = 3
"""Letters by which words of a label are known in a sentence, at the least: `women`, `woman`."""


def protect_report(report: Report, merged: Merged) -> Protected:
    """Return the indicators of a report as they may be printed.

    Args:
        report: the report.
        merged: its indicators, as they were given.
    """
    settings = report.settings
    return protect(merged, settings.small_numbers, load(settings.language).are_persons)


def check_small_numbers(context: CheckContext, protected: Protected, typed: Iterable[TypedNumber]) -> Iterator[Finding]:
    """Yield what is asked and told of small numbers.

    RG360 for each indicator with small numbers that nobody has answered; RG362 for a typed number that may be one
    that is not printed; RG363 for an indicator of which further numbers are not printed.

    Args:
        context: with the indicators as they were given.
        protected: the same as they may be printed.
        typed: the numbers that authors typed.
    """
    settings = context.report.settings.small_numbers
    if settings is None:
        return
    for key, cells in protected.small.items():
        values = {**_values(context, cells), "key": key, "below": settings.below}
        yield Finding("RG360", context.path(key, cells[0][2], cells[0][1]), values)
    for key in dict.fromkeys(where[0] for where in protected.beside):
        own = [where for where in protected.beside if where[0] == key]
        yield Finding("RG363", context.path(key, own[0][2], own[0][1]), _values(context, own))
    if protected.withheld:
        yield from _typed(context, protected, typed)


def _values(context: CheckContext, cells: Iterable[Where]) -> dict[str, object]:
    """Return what a message says of some cells of one indicator: its label, and the parts with their periods."""
    named: dict[str, list[Period]] = {}
    key = ""
    for key, place, period in cells:
        part = context.merged.indicators[key].breakdown[place or 0]
        named.setdefault(shown(part.called(one=False)), []).append(period)
    ordered = {label: sorted(periods, key=lambda one: one.order) for label, periods in named.items()}
    return {"label": label_of(context.merged.indicators[key], key), "cells": Literal(periods_in_words(ordered))}


def _typed(context: CheckContext, protected: Protected, typed: Iterable[TypedNumber]) -> Iterator[Finding]:
    """Yield typed numbers that stand beside the name of a part, and are one of its numbers that are not printed."""
    indicators = context.merged.indicators
    for number in typed:
        value = _value(number.text)
        for (key, place, period), withheld in protected.withheld.items():
            indicator = indicators[key]
            part = indicator.breakdown[place or 0]
            labels = (part.called(one=True), part.called(one=False))
            if value == withheld and indicator.issue in {None, number.issue} and _names(number.sentence, labels):
                values = {"typed": number.text, "label": label_of(indicator, key), "part": labels[1], "period": period}
                yield Finding("RG362", number.place, values)
                break


def _value(text: str) -> Decimal | None:
    """Return the number that was typed, in digits or in English words."""
    digits = "".join(text.replace(",", "").split())
    if digits.isdecimal():
        return Decimal(digits)
    cardinal = read_cardinal(text.casefold().split())
    return None if cardinal is None else Decimal(cardinal.value)


def _names(sentence: str, labels: Iterable[str]) -> bool:
    """Return whether a sentence has the words of a label, whatever their endings."""
    words = [word.casefold() for word in _WORD.findall(sentence)]
    return any(
        all(any(one[:length] == word[:length] for one in words) for word, length in _stems(label)) for label in labels
    )


def _stems(label: str) -> list[tuple[str, int]]:
    words = [word.casefold() for word in _WORD.findall(label) if len(word) > _STEM] or [label.casefold()]
    return [(word, max(_STEM, len(word) - 2)) for word in words]
