"""Sentences with references, one or more for every filter, over made-up indicators."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any

from sentences.made import (
    COUNTS,
    OTHERS,
    Plain,
    Written,
    months,
    plain_indicator,
    realised,
    years,
    years_apart,
)
from sentences.phrase_cases import indicators, parts

from reportgen.sentences import Narrator, Options, PhraseError

FRAMES: Mapping[str, Sequence[str]] = {
    "count": (
        "In {{ a | last_period }}, the authorities registered {{ a | value(unit=True) }}.",
        "In {{ a | first_period }}, the authorities registered {{ a | at(FIRST, unit=True) }}.",
        "In {{ a | last_period }}, the authorities registered {{ a | value(unit=True) }} {{ a | comparison }}.",
        "In {{ a | last_period }}, the authorities registered {{ a | compared(unit=True) }}.",
        "In {{ a | last_period }}, the authorities registered {{ a | compared(unit=True, order='latest-first') }}.",
        "In {{ a | last_period }}, the authorities registered {{ a | with_previous(unit=True) }} in all.",
        "The LABEL were {{ a | by_year }}.",
        "The following numbers of LABEL were registered: {{ a | by_year(unit=True) }}.",
        "In {{ a | period }}, the authorities registered a total of {{ a | total(unit=True) }}.",
        "In {{ a | period }}, the number of LABEL was {{ a | total_by_year }}.",
        "The numbers of LABEL were {{ a | each_year('{a} in {year}') }}.",
        "The number of LABEL {{ a | change }}.",
        "The number of LABEL {{ a | change(show='years') }}.",
        "There was {{ a | change(form='noun', show='years') }} in the number of LABEL.",
        "In {{ a | last_period }}, the number of LABEL {{ a | change(show='none') }}.",
        "The number of LABEL {{ a | from_to }}.",
        "The number of LABEL {{ a | multiplied }}.",
        "There was {{ a | fold }} in the number of LABEL.",
        "In {{ a | period }}, there was {{ a | yearly_average(unit=True) }}.",
        "The number of LABEL {{ a | yearly_change }}.",
        "In {{ a | last_period }}, the number of LABEL was {{ a | about }}.",
        "In {{ a | last_period }}, of the {{ b }} LABEL, the authorities followed up {{ a | with_share(b) }}.",
        "In {{ a | last_period }}, the authorities followed up {{ a | out_of(b, unit=True) }}.",
        "In {{ a | last_period }}, the authorities followed up {{ a | share_of(b) }} of the LABEL.",
        "The share of LABEL that were followed up {{ a | share_change(b) }}.",
        "In {{ a | last_period }}, {{ a | fraction_of(b) }} of the LABEL were followed up.",
        "In {{ a | last_period }}, the rate of LABEL was {{ a | rate_per(b) }}.",
        "In {{ a | last_period }}, they saw {{ a | value(unit=True) }}, of whom {{ a | breakdown(verb='were') }}.",
        "In {{ a | last_period }}, the number of LABEL was {{ a }}: {{ a | breakdown }}.",
        "In {{ a | period }}, the authorities registered {{ a | total_including(unit=True) }}.",
        "The numbers of LABEL were {{ a | respectively }}.",
        "In {{ a | last_period }}, the authorities registered {{ a | compared(years=[FIRST], unit=True) }}.",
        "The number of LABEL {{ a | change(since=FIRST) }}.",
        "The number of LABEL {{ a | from_to(since=FIRST) }}.",
        "The number of LABEL {{ a | multiplied(since=FIRST) }}.",
        "There was {{ a | fold(since=FIRST) }} in the number of LABEL.",
        "The number of LABEL {{ a | yearly_change(since=FIRST, digits=0) }}.",
        "The LABEL were {{ a | by_year(order='latest-first', unit=True) }}.",
        "The share of LABEL that were followed up {{ a | share_change(b, since=FIRST) }}.",
        "The number of PART among LABEL {{ a | change(part='PART', show='years') }}.",
        "The number of PART among LABEL {{ a | from_to(part='PART') }}.",
        "In {{ a | last_period }}, the number of LABEL was {{ a | compared(including='PART') }}.",
    ),
    "percent": (
        "In {{ a | last_period }}, the LABEL was {{ a | compared }}.",
        "The LABEL {{ a | change }}.",
        "The LABEL {{ a | from_to }}.",
        "The LABEL was {{ a | by_year }}.",
    ),
    "money": (
        "In {{ a | last_period }}, the LABEL amounted to {{ a | compared }}.",
        "The LABEL {{ a | change(show='years') }}.",
        "The LABEL was {{ a | by_year }}.",
        "In {{ a | period }}, the LABEL came to {{ a | total_by_year }}.",
        "In {{ a | last_period }}, the LABEL came to {{ a | about('nearly') }}.",
    ),
    "stock": (
        "{{ a | as_at }}, the number of LABEL stood at {{ a }}.",
        "The number of LABEL was {{ a | value }} {{ a | as_at }}.",
    ),
    "rank": (
        "In {{ a | last_period }}, the country ranked {{ a | rank }}, {{ a | rank_change }}.",
        "In {{ a | last_period }}, its place was {{ a | compared }}.",
    ),
}
"""Sentences with every filter, by the unit of the indicator, made of those that the page of filters shows."""


def referring(chance: Random) -> list[Written]:
    """Return a sentence that refers to a figure; none where the reference is refused for such data."""
    kind = chance.choice(("count", "count", "count", "percent", "money", "rank", "stock"))
    kinds = {"percent": lambda one: one.unit == "percent", "rank": lambda one: one.unit == "rank"}
    kinds["stock"] = lambda one: one.measure == "stock" and one.size == "count"
    kinds["money"] = lambda one: one.size == "money" and one.measure == "flow"
    kinds["count"] = lambda one: isinstance(one.unit, dict) and one.size == "count"
    counted = chance.choice([one for one in (*COUNTS, *OTHERS) if kinds[kind](one)])
    periods = months(chance) if kind == "stock" else years(chance) if chance.random() < 0.9 else years_apart(chance)
    made = plain_indicator(chance, counted, periods)
    whole = {"label": made["label"], "values": {one: _larger(chance, value) for one, value in made["values"].items()}}
    frame = chance.choice(FRAMES[kind])
    if "breakdown" in frame and not _fits_breakdown(made, frame):
        return []
    whole["unit"] = counted.unit
    data = indicators({"a": made, "b": whole} if re.search(r"\bb\b", frame) else {"a": made})
    writer = Narrator(data, options=Options(non_breaking_spaces=False))
    label = counted.label[0].lower() + counted.label[1:] if counted.label[1].islower() else counted.label
    text = frame.replace("LABEL", label.removeprefix("number of ")).replace(
        "FIRST", str(data["a"].periods[0]) if data["a"].periods else "0"
    )
    text = text.replace("PART", data["a"].breakdown[0].called(one=False) if data["a"].breakdown else "women")
    try:
        return [realised(writer, list(parts(writer, text)), data, frame)]
    except PhraseError:
        return []


def _fits_breakdown(made: Plain, frame: str) -> bool:
    """Return whether a sentence may say of an indicator that its parts are all, and what they were."""
    labels = [part["label"] for part in made.get("breakdown", ())]
    are_nouns = all(isinstance(label, dict) for label in labels)
    return (
        "exhaustive" not in made
        and not any(label in {"North", "in towns"} for label in labels if isinstance(label, str))
        and (are_nouns or "verb" not in frame)
    )


def _larger(chance: Random, value: Any) -> Decimal | None:  # noqa: ANN401 - plain data
    """Return a whole of which a value may be a part."""
    plain = value["value"] if isinstance(value, dict) else value
    return None if plain is None else 2 + plain + chance.randint(0, 3 * int(plain) + 5)
