"""What arguments of a filter may be: a reader for each kind, with the words of a message about a wrong one."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeGuard

from msgspec import Struct

from reportgen.diagnostics import Literal
from reportgen.model import Period
from reportgen.sentences.thresholds import MAX_DIGITS
from reportgen.sentences.view import Subject, View


class WrongKindError(ValueError):
    """An argument is of another kind than its reader takes."""


class ArgumentReader(Struct, frozen=True):
    """How an argument of one kind is read."""

    expected: Literal
    """What the argument must be, for messages."""
    read: Callable[[object, View], Any]
    """Gives the value for the filter; raises ValueError where the argument is of another kind."""


def _plain(expected: str, is_right: Callable[[Any], bool]) -> ArgumentReader:
    """Return a reader that gives what was written, where it is right."""

    def read(value: object, view: View) -> object:
        del view
        if not is_right(value):
            raise WrongKindError
        return value

    return ArgumentReader(Literal(expected), read)


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _period(value: object, view: View) -> Period:
    del view
    if not (_is_whole(value) or isinstance(value, str)):
        raise WrongKindError
    return Period.parse(value)


def _periods(value: object, view: View) -> tuple[Period, ...]:
    if not isinstance(value, (list, tuple)):
        return (_period(value, view),)
    return tuple(sorted({_period(one, view) for one in value}, key=lambda period: period.order))


def _verb(value: object, view: View) -> str:
    if not isinstance(value, str) or value not in view.language.verbs:
        raise WrongKindError
    return value


def _subject(value: object, view: View) -> Subject:
    if isinstance(value, str):
        return view.lookup(value)
    if not isinstance(value, Subject):
        raise WrongKindError
    return value


def _included(value: object, view: View) -> View:
    """Return an indicator, or the label of a part of the subject itself."""
    if isinstance(value, Subject):
        return view.of(value)
    if isinstance(value, str):
        return view.seen_part(value)
    raise WrongKindError


def _subjects(value: object, view: View) -> tuple[Subject, ...]:
    return tuple(_subject(one, view) for one in (value if isinstance(value, (list, tuple)) else [value]))


def _one_of(*choices: str) -> ArgumentReader:
    *others, last = (f"'{choice}'" for choice in choices)
    return _plain(f"must be {', '.join(others)} or {last}", choices.__contains__)


_PERIOD = ArgumentReader(Literal("must be a period such as 2023, '2020-2023' or '2023-H1'"), _period)
_SUBJECT = Literal("must be the name of an indicator, without quotation marks")
_VERB = Literal("must be one of 'increase', 'rise', 'grow', 'decrease', 'fall', 'decline', 'drop'")
_INCLUDED = Literal("must be the name of an indicator, or the label of a part in quotation marks")
_TEXT = _plain("must be text in quotation marks", lambda value: isinstance(value, str) and bool(value.strip()))


Flag = Annotated[bool, _plain("must be True or False", lambda value: isinstance(value, bool))]
At = Annotated[Period | None, _PERIOD]
Moment = Annotated[Period, _PERIOD]
Years = Annotated[
    Sequence[Period] | None, ArgumentReader(Literal("must be a list of periods such as [2020, 2022]"), _periods)
]
Digits = Annotated[
    int, _plain("must be a number of decimals from 0 to 6", lambda value: _is_whole(value) and 0 <= value <= MAX_DIGITS)
]
Words = Annotated[str, _TEXT]
OptionalWords = Annotated[str | None, _TEXT]
VerbName = Annotated[str | None, ArgumentReader(_VERB, _verb)]
Other = Annotated[Subject, ArgumentReader(_SUBJECT, _subject)]
Others = Annotated[Sequence[Subject] | None, ArgumentReader(_SUBJECT, _subjects)]
Base = Annotated[int, _plain("must be a whole number above 0", lambda value: _is_whole(value) and value >= 1)]
Approximation = Annotated[str, _one_of("some", "about", "more than", "over", "nearly", "almost", "less than")]
Included = Annotated[View | None, ArgumentReader(_INCLUDED, _included)]
Order = Annotated[str, _one_of("earliest-first", "latest-first")]
Form = Annotated[str, _one_of("verb", "noun")]
Show = Annotated[str, _one_of("values", "years", "none")]
