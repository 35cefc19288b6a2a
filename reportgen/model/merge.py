"""Indicators of all submissions as one: the same key in several files is one indicator, if the files agree.

Where the last cycle reported another value for a period, the observation remembers it (`Observation.previous`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportgen.diagnostics import Path
from reportgen.model.indicators import Indicator, Observation, Part
from reportgen.model.periods import Period
from reportgen.model.report import Report, Submission

Where = tuple[str, int | None, Period]
"""An observation: the key of its indicator, the index of the part (None: the whole), and the period."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A value, or another field, that two files give differently."""

    key: str
    what: str
    """What differs, in words: `the value for 2023`, `unit`."""
    first: str
    second: str
    first_path: Path
    second_path: Path


@dataclass
class Merged:
    """All indicators by key, with where each of their values stands in the model."""

    indicators: dict[str, Indicator] = field(default_factory=dict)
    paths: dict[Where, Path] = field(default_factory=dict)
    """The path of each observation."""
    former: dict[Where, Path] = field(default_factory=dict)
    """The path of what the last cycle reported, of each observation that was revised since."""
    owners: dict[str, str] = field(default_factory=dict)
    """The agency that reports each indicator."""
    homes: dict[str, Path] = field(default_factory=dict)
    """The path of the indicator itself."""
    disagreements: list[Disagreement] = field(default_factory=list)


def merge_report(report: Report) -> Merged:
    """The indicators of all submissions of a report, beside what its last cycle said."""
    return merge_indicators(report.submissions, report.previous)


def merge_indicators(submissions: Iterable[Submission], previous: Iterable[Submission] = ()) -> Merged:
    """Put the indicators of all submissions together.

    Values for other periods are added; of a value given twice the first is kept, and a different second one
    is recorded as a disagreement, as is any other field that differs.

    Args:
        submissions: what the agencies report now.
        previous: what they reported in the last cycle; where a value differs, it is kept beside the new one.
    """
    merged = _gathered(submissions, "submissions")
    _remember(merged, _gathered(previous, "previous"))
    return merged


def _gathered(submissions: Iterable[Submission], root: str) -> Merged:
    """The indicators of some submissions, which stand at `root` of the report."""
    merged = Merged()
    for number, submission in enumerate(submissions):
        for key, indicator in submission.indicators.items():
            home: Path = (root, number, "indicators", key)
            if key in merged.indicators:
                merged.indicators[key] = _joined(merged, key, indicator, home)
            else:
                merged.indicators[key] = indicator
                merged.owners[key] = submission.agency
                merged.homes[key] = home
            _locate(merged, key, indicator, home)
    return merged


def _locate(merged: Merged, key: str, indicator: Indicator, home: Path) -> None:
    """Remember where the observations stand that no earlier file gave."""
    for period in indicator.values:
        merged.paths.setdefault((key, None, period), (*home, "values", str(period)))
    known = {_part_name(part): place for place, part in enumerate(merged.indicators[key].breakdown)}
    for place, part in enumerate(indicator.breakdown):
        for period in part.values:
            merged.paths.setdefault(
                (key, known[_part_name(part)], period), (*home, "breakdown", place, "values", str(period))
            )


def _part_name(part: Part) -> tuple[str | None, str]:
    return (part.by, part.called(one=False))


def _joined(merged: Merged, key: str, second: Indicator, home: Path) -> Indicator:
    """The indicator with what a further file adds to it."""
    first = merged.indicators[key]
    for name in ("label", "unit", "measure", "issue", "show"):
        _compare_field(merged, key, name, second, home)
    values = _joined_values(merged, key, None, second.values, (*home, "values"))
    parts = {_part_name(part): part for part in first.breakdown}
    for place, part in enumerate(second.breakdown):
        called = _part_name(part)
        if called in parts:
            index = list(parts).index(called)
            added = _joined_values(merged, key, index, part.values, (*home, "breakdown", place, "values"))
            parts[called] = parts[called].model_copy(update={"values": added})
        else:
            parts[called] = part
    return first.model_copy(update={"values": values, "breakdown": tuple(parts.values())})


def _compare_field(merged: Merged, key: str, name: str, second: Indicator, home: Path) -> None:
    first = merged.indicators[key]
    if name not in second.model_fields_set:
        return
    old, new = getattr(first, name), getattr(second, name)
    if old != new:
        paths = ((*merged.homes[key], name), (*home, name))
        merged.disagreements.append(Disagreement(key, name, _said(old), _said(new), *paths))


def _said(value: object) -> str:
    """A field's value for a message."""
    return "nothing" if value is None else str(value)


def _joined_values(
    merged: Merged, key: str, part: int | None, second: Mapping[Period, Observation], home: Path
) -> dict[Period, Observation]:
    """First and second values by period; a difference is recorded and the first one kept."""
    indicator = merged.indicators[key]
    first = dict((indicator if part is None else indicator.breakdown[part]).values)
    for period, observation in second.items():
        known = first.get(period)
        if known is None or known.value is None:
            first[period] = observation
            merged.paths.pop((key, part, period), None)
        elif observation.value is not None and observation.value != known.value:
            paths = (merged.paths[key, part, period], (*home, str(period)))
            merged.disagreements.append(
                Disagreement(key, f"the value for {period}", str(known.value), str(observation.value), *paths)
            )
    return first


# ---- the last cycle -------------------------------------------------------------------------------------------


def _remember(merged: Merged, last: Merged) -> None:
    """Put what the last cycle said beside each value that differs from it."""
    for key in merged.indicators.keys() & last.indicators.keys():
        now, then = merged.indicators[key], last.indicators[key]
        values = _revised(merged, last, (key, None, None), now.values, then.values)
        parts = list(now.breakdown)
        former_parts = {_part_name(part): place for place, part in enumerate(then.breakdown)}
        for place, part in enumerate(parts):
            former = former_parts.get(_part_name(part))
            if former is not None:
                which = (key, place, former)
                revised = _revised(merged, last, which, part.values, then.breakdown[former].values)
                parts[place] = part.model_copy(update={"values": revised})
        merged.indicators[key] = now.model_copy(update={"values": values, "breakdown": tuple(parts)})


def _revised(
    merged: Merged,
    last: Merged,
    which: tuple[str, int | None, int | None],
    now: Mapping[Period, Observation],
    then: Mapping[Period, Observation],
) -> dict[Period, Observation]:
    """Observations with what the last cycle said of them, where that differs; what an agency itself says of it stays.

    Args:
        merged: gets the paths of the former values.
        last: knows them.
        which: the key, and the index of the part now and then.
        now: the observations.
        then: those of the last cycle.
    """
    key, place, former_place = which
    found = dict(now)
    for period, observation in now.items():
        former = then[period].value if period in then else None
        if former is None or observation.value is None or former == observation.value:
            continue
        if observation.previous is None:
            found[period] = observation.model_copy(update={"previous": former})
            merged.former[key, place, period] = last.paths[key, former_place, period]
    return found
