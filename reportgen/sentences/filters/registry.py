"""The table of filters: each a function from a view of an indicator to a phrase, with its arguments read and checked.

Adding a filter: write the function in the file of its family, give it `@phrase_filter`, a docstring whose first line
says what it gives, and an example; the reference page and the hints follow.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Literal, nearest
from reportgen.model import Period
from reportgen.sentences.errors import PhraseError
from reportgen.sentences.filters.arguments import ArgumentReader, At, OptionalWords
from reportgen.sentences.phrase import Phrase
from reportgen.sentences.view import Subject, View

PhraseFunction = Callable[..., Phrase]


class Parameter(Struct, frozen=True):
    """One argument of a filter."""

    name: str
    reader: ArgumentReader
    default: object = None
    is_required: bool = False


class FilterSpec(Struct, frozen=True):
    """One filter."""

    name: str
    function: PhraseFunction
    parameters: tuple[Parameter, ...]
    example: str
    """A reference that uses it."""

    @property
    def meaning(self) -> str:
        """What it gives, in one line."""
        return (self.function.__doc__ or "").partition("\n")[0]


_FILTERS: dict[str, FilterSpec] = {}
FILTERS: Mapping[str, FilterSpec] = MappingProxyType(_FILTERS)
"""All filters by name."""

_AT = Parameter("at", get_args(At)[1], None)
"""Another period than the latest: for every filter that speaks of one period."""
_PART = Parameter("part", get_args(OptionalWords)[1], None)
"""A part of the breakdown instead of the whole: for every filter."""


def phrase_filter(
    example: str, *, at: int | None = None, whole_series: bool = False
) -> Callable[[PhraseFunction], PhraseFunction]:
    """Enter a function in the table under its own name.

    Args:
        example: a reference that uses it.
        at: the position of `at` among the arguments; None: after all others.
        whole_series: the filter tells of all periods, and takes no `at`.
    """

    def enter(function: PhraseFunction) -> PhraseFunction:
        kinds = [(name, get_args(kind)[1]) for name, kind in list(function.__annotations__.items())[1:-1]]
        defaults = function.__defaults__ or ()
        required = len(kinds) - len(defaults)
        own = [
            *(Parameter(*kind, is_required=True) for kind in kinds[:required]),
            *(Parameter(*kind, default) for kind, default in zip(kinds[required:], defaults, strict=True)),
        ]
        position = len(own) if at is None else at
        moment = () if whole_series else (_AT,)
        parameters = (*own[:position], *moment, *own[position:], _PART)
        name = function.__name__.removesuffix("_")
        _FILTERS[name] = FilterSpec(name, function, parameters, example)
        return function

    return enter


def apply_filter(name: str, view: View, args: Sequence[object], kwargs: Mapping[str, object]) -> Phrase:
    """Return the phrase that a filter makes of a view.

    Raises:
        PhraseError: for an unknown filter, arguments that it does not take, and data that it does not fit.
    """
    spec = FILTERS.get(name)
    if spec is None:
        raise unknown_filter(view.key, name)
    values = _read(spec, view, _bound(spec, view, args, kwargs))
    part, moment = values.pop("part", None), values.pop("at", None)
    if isinstance(part, str):
        view = view.seen_part(part)
    if isinstance(moment, Period):
        view = view.seen_at(moment)
    hidden = next((period for period in view.asked if view.withheld(period)), None)
    if hidden is not None and name not in _OF_ONE_PERIOD:
        raise view.is_withheld(hidden)  # a comparison over the years would call it missing
    phrase = spec.function(view, **values)
    return replace(phrase, names_period=moment is not None or "period" in values)


_OF_ONE_PERIOD = frozenset({"value", "at", "first_period", "last_period"})
"""Filters that tell nothing of other periods than the one that they name."""


def unknown_filter(key: str, name: str) -> PhraseError:
    """Return the error for a filter that is not in the table."""
    return PhraseError("RG402", key=key, filter=name, nearest=nearest(name, FILTERS), example=_example(name))


def _bound(
    spec: FilterSpec, view: View, args: Sequence[object], kwargs: Mapping[str, object]
) -> dict[Parameter, object]:
    """Return the arguments given, by parameter."""
    known = {parameter.name: parameter for parameter in spec.parameters}
    wrong = [name for name in kwargs if name not in known]
    if wrong:
        suggestion = nearest(wrong[0], known)
        raise _misused(spec, view, "RG403", argument=wrong[0], nearest=suggestion)
    if len(args) > len(spec.parameters):
        raise _misused(
            spec, view, "RG404", argument=str(len(args)), expected=Literal("are more arguments than it takes")
        )
    given = {parameter.name: value for parameter, value in zip(spec.parameters, args, strict=False)}
    twice = next((name for name in given if name in kwargs), None)
    if twice:
        raise _misused(spec, view, "RG404", argument=twice, expected=Literal("is given twice"))
    given |= kwargs
    absent = next(
        (
            parameter.name
            for parameter in spec.parameters
            if parameter.is_required and given.get(parameter.name) is None
        ),
        None,
    )
    if absent:
        raise _misused(spec, view, "RG404", argument=absent, expected=Literal("is missing"))
    return {known[name]: value for name, value in given.items()}


def _read(spec: FilterSpec, view: View, given: Mapping[Parameter, object]) -> dict[str, object]:
    """Return the arguments as the filter's function takes them; None stands for an argument not given."""
    values: dict[str, object] = {}
    for parameter, value in given.items():
        if value is None:
            continue
        try:
            values[parameter.name] = parameter.reader.read(value, view)
        except ValueError:
            raise _misused(
                spec,
                view,
                "RG404",
                argument=f"{parameter.name}={_as_written(value)}",
                expected=parameter.reader.expected,
            ) from None
    return values


def _misused(spec: FilterSpec, view: View, code: str, **values: object) -> PhraseError:
    return PhraseError(code, key=view.key, filter=spec.name, example=Literal(spec.example), **values)


def _example(wrong: str) -> Literal:
    """Return a reference with the filter that was probably meant."""
    from difflib import get_close_matches  # few runs have a wrong name

    close = get_close_matches(wrong, FILTERS, n=1)
    return Literal(FILTERS[close[0] if close else "compared"].example)


def _as_written(value: object) -> str:
    """Return an argument as its author wrote it."""
    return value.key if isinstance(value, Subject) else str(value) if isinstance(value, Decimal) else repr(value)
