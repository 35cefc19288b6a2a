"""What arguments of a filter may be: a reader for each kind, named as the catalogue of diagnostics words it."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeGuard

from msgspec import Struct

from reportgen.model import Period
from reportgen.sentences.thresholds import MAX_DIGITS
from reportgen.sentences.view import Subject, View


class WrongKindError(ValueError):
    """An argument is of another kind than its reader takes."""


class Reader(Struct, frozen=True):
    """How an argument of one kind is read."""

    kind: str
    """Its name in the catalogue's table of what is expected."""
    read: Callable[[object, View], Any]
    """Gives the value for the filter; raises ValueError where the argument is of another kind."""


def _plain(kind: str, is_right: Callable[[Any], bool]) -> Reader:
    """Return a reader that gives what was written, where it is right."""

    def read(value: object, view: View) -> object:
        del view
        if not is_right(value):
            raise WrongKindError
        return value

    return Reader(kind, read)


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


def _one_of(kind: str, *choices: str) -> Reader:
    return _plain(kind, choices.__contains__)


Flag = Annotated[bool, _plain("flag", lambda value: isinstance(value, bool))]
At = Annotated[Period | None, Reader("period", _period)]
Moment = Annotated[Period, Reader("period", _period)]
Years = Annotated[Sequence[Period] | None, Reader("periods", _periods)]
Digits = Annotated[int, _plain("digits", lambda value: _is_whole(value) and 0 <= value <= MAX_DIGITS)]
_TEXT = _plain("text", lambda value: isinstance(value, str) and bool(value.strip()))
Words = Annotated[str, _TEXT]
OptionalWords = Annotated[str | None, _TEXT]
VerbName = Annotated[str | None, Reader("verb", _verb)]
Other = Annotated[Subject, Reader("subject", _subject)]
Others = Annotated[Sequence[Subject] | None, Reader("subject", _subjects)]
Base = Annotated[int, _plain("count", lambda value: _is_whole(value) and value >= 1)]
Approximation = Annotated[
    str, _one_of("approximation", "some", "about", "more than", "over", "nearly", "almost", "less than")
]
Included = Annotated[View | None, Reader("included", _included)]
Order = Annotated[str, _one_of("order", "earliest-first", "latest-first")]
Form = Annotated[str, _one_of("form", "verb", "noun")]
Show = Annotated[str, _one_of("show", "values", "years", "none")]
