"""Indicators of all submissions as one: the same key in several files is one indicator, if the files agree.

What is given in several files must be the same; what only one gives holds. This goes for every field of the model,
also for one that is added to it later: a field without a rule of its own is compared as a whole. The order of the
files changes nothing.

Where the last cycle reported another value for a period, the observation remembers it (`Observation.previous`).
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar, cast

from msgspec import Struct

from reportgen.diagnostics import Path
from reportgen.model.base import Model
from reportgen.model.cell_words import field_in_words, format_part_label, value_in_words
from reportgen.model.indicators import Indicator, Noun, Observation, Part
from reportgen.model.parts import find_renamed, name_parts
from reportgen.model.periods import Period
from reportgen.model.report import Report, Submission
from reportgen.remembering import Held, remembered

_T = TypeVar("_T")
_M = TypeVar("_M", bound=Model)
Where = tuple[str, int | None, Period]
"""An observation: the key of its indicator, the index of the part (None: the whole), and the period."""


class Disagreement(Struct, frozen=True):
    """A value, or another field, that two files give differently."""

    key: str
    name: str
    """What the indicator is called: its label, else its key."""
    what: str
    """What differs, in the words of the sheet: `the value for 2023`, `“Unit”`."""
    first: str
    """What the older file says, as a cell would show it."""
    second: str
    """What the newer file says; of two files with the same date, either may stand here."""
    first_path: Path
    second_path: Path


class Merged(Struct):
    """All indicators by key, with where each of their values stands in the model."""

    indicators: dict[str, Indicator] = {}
    paths: dict[Where, Path] = {}
    """The path of each observation."""
    further: dict[Where, tuple[Path, ...]] = {}
    """Of an observation that is a sum of several: the paths of the others."""
    former: dict[Where, Path] = {}
    """The path of what the last cycle reported, of each observation that was revised since."""
    owners: dict[str, str] = {}
    """The agency that reports each indicator."""
    homes: dict[str, Path] = {}
    """The path of the indicator itself."""
    fields: dict[tuple[str, str], Path] = {}
    """The path of each field of an indicator that some file gives, by key and name."""
    disagreements: list[Disagreement] = []

    def paths_of(self, where: Where) -> tuple[Path, ...]:
        """Return the paths of all that an observation was made from; none where nobody gave it."""
        return (self.paths[where], *self.further.get(where, ())) if where in self.paths else ()

    def by_path(self) -> dict[Path, Where]:
        """Return the observations by their paths, of which one may have several."""
        return {path: where for where in self.paths for path in self.paths_of(where)}

    def notes_of(self, where: Where) -> tuple[str, ...]:
        """Return the notes to an observation: its own, and that of the whole in its period, which holds for parts."""
        key, part, period = where
        indicator = self.indicators[key]
        observed = (indicator.series(part).values[period], indicator.values.get(period))
        return tuple(dict.fromkeys(one.note for one in observed if one is not None and one.note))


class Protected(Struct):
    """Indicators as they may be printed; all cells are those of the indicators as they were given."""

    merged: Merged
    small: dict[str, tuple[Where, ...]] = {}
    """The cells with small numbers that nobody has answered, by indicator."""
    withheld: dict[Where, Decimal] = {}
    """The numbers that are not printed, or not by themselves."""
    beside: dict[Where, Where] = {}
    """Of these, what goes with a small number, and with which."""
    dropped: list[Where] = []
    """Of these, what is not printed because nothing would be left of its breakdown but the whole."""
    told: list[Where] = []
    """Small numbers that a reader can work out whatever is withheld."""
    unheeded: dict[str, str] = {}
    """Answers that could not be followed, by key, with the reason."""


class _Given(Struct, Generic[_T], frozen=True):
    """What one file says."""

    value: _T
    path: Path
    sent: dt.date

    def at(self, value: Any, *steps: str | int) -> "_Given[Any]":
        """Return a value below this one."""
        return _Given(value, (*self.path, *steps), self.sent)


class _Which(Struct, frozen=True):
    """The series, and the period in it, that is being put together."""

    part: int | None = None
    label: str | None = None
    period: Period | None = None


def merge_report(report: Report) -> Merged:
    """Return the indicators of all submissions of a report, beside what its last cycle said."""
    return merge_indicators(report.submissions, report.previous)


def merge_indicators(submissions: Iterable[Submission], previous: Iterable[Submission] = ()) -> Merged:
    """Put the indicators of all submissions together.

    What files give differently is recorded as a disagreement, and one of the two is kept.

    Args:
        submissions: what the agencies report now.
        previous: what they reported in the last cycle; where a value differs, it is kept beside the new one.
    """
    return _merge(tuple(_in_order(submissions)), tuple(_in_order(previous)))


class _Figures(NamedTuple):
    """What of a submission is merged."""

    number: int
    """Its index among the submissions."""
    agency: str
    sent: dt.date
    indicators: Held[Mapping[str, Indicator]]


@remembered(8)
def _merge(submissions: tuple[_Figures, ...], previous: tuple[_Figures, ...]) -> Merged:
    merged = _gathered(submissions, "submissions")
    _remember(merged, _gathered(previous, "previous"))
    return merged


def _gathered(submissions: Iterable[_Figures], root: str) -> Merged:
    """Return the indicators of some submissions, which stand at `root` of the report."""
    merged = Merged()
    found: dict[str, list[_Given[Indicator]]] = {}
    for submission in submissions:
        for key, indicator in submission.indicators.value.items():
            home: Path = (root, submission.number, "indicators", key)
            merged.owners.setdefault(key, submission.agency)
            merged.homes.setdefault(key, home)
            found.setdefault(key, []).append(_Given(indicator, home, submission.sent))
    for key, given in found.items():
        merged.indicators[key] = _Joiner(merged, key, given).join()
    return merged


def _in_order(submissions: Iterable[Submission]) -> Iterator[_Figures]:
    """Yield what submissions report in an order that depends on what they hold, never on names of files.

    Neither a corrected figure nor a newer date changes it, unless two files of an agency have just the same series.
    """
    named = [(number, one, (one.agency, tuple(one.indicators))) for number, one in enumerate(submissions)]
    times = Counter(name for _, _, name in named)
    ordered = sorted(
        named, key=lambda item: (item[2], (repr(item[1].indicators), repr(item[1])) if times[item[2]] > 1 else ("", ""))
    )
    for number, one, _ in ordered:
        yield _Figures(number, one.agency, one.date or dt.date.min, Held(one.indicators))


class _Joiner:
    """Puts together what several files say of one indicator."""

    def __init__(self, merged: Merged, key: str, given: Sequence[_Given[Indicator]]) -> None:
        self._merged, self._key, self._given = merged, key, given
        self._name = next((one.value.label for one in given if one.value.label), key)

    def join(self) -> Indicator:
        """Return the indicator; paths and disagreements are recorded."""
        for one in self._given:
            for name in _names_given(one.value):
                self._merged.fields.setdefault((self._key, name), (*one.path, name))
        return self._model(Indicator, self._given, _Which())

    def _model(self, kind: type[_M], given: Sequence[_Given[_M]], which: _Which) -> _M:
        """Return one model out of several, field by field."""
        if len(given) == 1 and kind is Observation:
            return given[0].value  # most are; there is nothing below it to remember the path of
        fields: dict[str, Any] = {}
        for name in kind.model_fields:
            values = [one.at(getattr(one.value, name), name) for one in given if name in _names_given(one.value)]
            if values:
                fields[name] = self._field(kind, name, values, which)
        return given[0].value if len(given) == 1 else _construct(kind, set(fields), fields)

    def _field(self, kind: type[Model], name: str, given: Sequence[_Given[Any]], which: _Which) -> object:
        match kind.__name__, name:
            case (("Indicator" | "Part"), "values"):
                return self._observations(given, which)
            case "Indicator", "breakdown":
                return self._parts(given)
            case "Indicator", "breaks":
                return self._breaks(given)
            case "Part", "label":
                return self._part_label(given, which)
            case "Part", "by":
                return given[0].value  # parts are the same by it, see `name_parts`
            case "Observation", "value":
                return self._figure(given, which)
        return self._same(name, given, which)

    def _same(self, name: str, given: Sequence[_Given[_T]], which: _Which) -> _T:
        """Return what all files give, and record each that gives something else."""
        first = given[0]
        for other in given[1:]:
            if other.value != first.value:
                self._differ(name, first, other, which)
        return first.value

    def _differ(self, name: str, one: _Given[Any], other: _Given[Any], which: _Which) -> None:
        first, second = (one, other) if one.sent <= other.sent else (other, one)
        what = field_in_words(name, which.period, which.label)
        words = value_in_words(first.value), value_in_words(second.value)
        found = Disagreement(self._key, self._name, what, *words, first.path, second.path)
        self._merged.disagreements.append(found)

    def _by_period(self, given: Sequence[_Given[Mapping[Period, Any]]]) -> dict[Period, list[_Given[Any]]]:
        found: dict[Period, list[_Given[Any]]] = {}
        for one in given:
            for period, value in one.value.items():
                found.setdefault(period, []).append(one.at(value, str(period)))
        return found

    def _breaks(self, given: Sequence[_Given[Mapping[Period, str]]]) -> Mapping[Period, str]:
        breaks = self._by_period(given)
        return MappingProxyType(
            {period: self._same("breaks", texts, _Which(period=period)) for period, texts in breaks.items()}
        )

    # ---- observations -----------------------------------------------------------------------------------------

    def _observations(
        self, given: Sequence[_Given[Mapping[Period, Observation]]], which: _Which
    ) -> Mapping[Period, Observation]:
        found: dict[Period, Observation] = {}
        for period, observations in self._by_period(given).items():
            valued = [observation for observation in observations if observation.value.value is not None]
            here = _Which(which.part, which.label, period)
            self._merged.paths[self._key, which.part, period] = (valued or observations)[0].path
            self._refuse_no_data(observations, valued, here)
            found[period] = self._model(Observation, observations, here)
        return MappingProxyType(found)

    def _refuse_no_data(
        self, observations: Sequence[_Given[Observation]], valued: Sequence[_Given[Observation]], which: _Which
    ) -> None:
        """Record that one file says of a period why it has no data, where another has a figure."""
        for observation in observations if valued else ():
            says = (
                observation.value.value is None
                and "value" in observation.value.model_fields_set
                and observation.value.note
            )
            if observation.value.value is None and (says or observation.value.status == "not available"):
                figure = valued[0].at(valued[0].value.value)
                self._differ("value", observation.at(None), figure, which)

    def _figure(self, given: Sequence[_Given[Decimal]], which: _Which) -> Decimal:
        """Return the figure, with as many decimals as the file that gives most of them."""
        kept = self._same("value", [_Given(one.value, one.path[:-1], one.sent) for one in given], which)
        return max((one.value for one in given if one.value == kept), key=_decimals)

    # ---- parts ------------------------------------------------------------------------------------------------

    def _parts(self, given: Sequence[_Given[tuple[Part, ...]]]) -> tuple[Part, ...]:
        breakdowns = [one.value for one in given]
        for pair in find_renamed(breakdowns):
            one, other = (given[file].at(breakdowns[file][place].by, place, "by") for file, place in pair)
            self._differ("by", one, other, _Which())
        found: dict[object, list[_Given[Part]]] = {}
        for breakdown, names in zip(given, name_parts(breakdowns), strict=True):
            for place, (part, name) in enumerate(zip(breakdown.value, names, strict=True)):
                found.setdefault(name, []).append(breakdown.at(part, place))
        return tuple(
            self._model(Part, same, _Which(index, format_part_label(same[0].value.label)))
            for index, same in enumerate(found.values())
        )

    def _part_label(self, given: Sequence[_Given[str | Noun]], which: _Which) -> str | Noun:
        """Return the label; one in both numbers says more than the same label in one."""
        nouns = [one for one in given if isinstance(one.value, Noun)]
        others = {noun.value.other for noun in nouns if isinstance(noun.value, Noun)}
        plain = [one for one in given if isinstance(one.value, str) and one.value not in others]
        return self._same("label", [*nouns, *plain], _Which(label=which.label))


def _names_given(model: Model) -> list[str]:
    """Return the names of the fields that a file gives: an empty one is not given."""
    return [name for name in model.model_fields_set if getattr(model, name) is not None]


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


# ---- the last cycle -------------------------------------------------------------------------------------------


def _remember(merged: Merged, last: Merged) -> None:
    """Put what the last cycle said beside each value that differs from it."""
    merged.disagreements.extend(last.disagreements)
    for key in merged.indicators.keys() & last.indicators.keys():
        now, then = merged.indicators[key], last.indicators[key]
        values = _revised(merged, last, (key, None, None), now.values, then.values)
        names, former_names = name_parts([now.breakdown, then.breakdown])
        former_places = {name: place for place, name in enumerate(former_names)}
        parts = list(now.breakdown)
        for place, part in enumerate(parts):
            former = former_places.get(names[place])
            if former is not None:
                which = (key, place, former)
                revised = _revised(merged, last, which, part.values, then.breakdown[former].values)
                parts[place] = _with(part, values=revised)
        merged.indicators[key] = _with(now, values=values, breakdown=tuple(parts))


def _revised(
    merged: Merged,
    last: Merged,
    which: tuple[str, int | None, int | None],
    now: Mapping[Period, Observation],
    then: Mapping[Period, Observation],
) -> Mapping[Period, Observation]:
    """Return observations with what the last cycle said, where that differs; what an agency itself says of it stays.

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
            found[period] = _with(observation, previous=former)
            merged.former[key, place, period] = last.paths[key, former_place, period]
    return MappingProxyType(found)


def _with(model: _M, **fields: object) -> _M:
    """Return a model with other values of some fields; nothing that was worked out from the old ones is kept."""
    held = {name: getattr(model, name) for name in type(model).model_fields}
    given = {name for name, value in fields.items() if value or name in model.model_fields_set}
    return _construct(type(model), model.model_fields_set | given, {**held, **fields})


def _construct(kind: type[_M], given: set[str], fields: Mapping[str, Any]) -> _M:
    """Return a model of values that were validated before; fields without a value get their defaults."""
    return cast("_M", kind.model_construct(given, **fields))
