"""What arguments of a filter may be: a reader for each kind, named as the catalogue of diagnostics words it."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

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


def _flag(value: object, view: View) -> bool:
    del view
    if not isinstance(value, bool):
        raise WrongKindError
    return value


def _period(value: object, view: View) -> Period:
    del view
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise WrongKindError
    return Period.parse(value)


def _periods(value: object, view: View) -> tuple[Period, ...]:
    if not isinstance(value, (list, tuple)):
        return (_period(value, view),)
    return tuple(sorted({_period(one, view) for one in value}, key=lambda period: period.order))


def _digits(value: object, view: View) -> int:
    del view
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MAX_DIGITS:
        raise WrongKindError
    return value


def _text(value: object, view: View) -> str:
    del view
    if not isinstance(value, str) or not value.strip():
        raise WrongKindError
    return value


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
    """An indicator, or the label of a part of the subject itself."""
    if isinstance(value, Subject):
        return view.of(value)
    if isinstance(value, str):
        return view.seen_part(value)
    raise WrongKindError


def one_of(kind: str, *choices: str) -> Reader:
    """A reader of one word out of several."""

    def read(value: object, view: View) -> str:
        del view
        if not isinstance(value, str) or value not in choices:
            raise WrongKindError
        return value

    return Reader(kind, read)


def _base(value: object, view: View) -> int:
    del view
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise WrongKindError
    return value


def _subjects(value: object, view: View) -> tuple[Subject, ...]:
    return tuple(_subject(one, view) for one in (value if isinstance(value, (list, tuple)) else [value]))


Flag = Annotated[bool, Reader("flag", _flag)]
At = Annotated[Period | None, Reader("period", _period)]
Moment = Annotated[Period, Reader("period", _period)]
Years = Annotated[Sequence[Period] | None, Reader("periods", _periods)]
Digits = Annotated[int, Reader("digits", _digits)]
Words = Annotated[str, Reader("text", _text)]
OptionalWords = Annotated[str | None, Reader("text", _text)]
VerbName = Annotated[str | None, Reader("verb", _verb)]
Other = Annotated[Subject, Reader("subject", _subject)]
Others = Annotated[Sequence[Subject] | None, Reader("subject", _subjects)]
Base = Annotated[int, Reader("count", _base)]
Approximation = Annotated[
    str, one_of("approximation", "some", "about", "more than", "over", "nearly", "almost", "less than")
]
Included = Annotated[View | None, Reader("included", _included)]
Order = Annotated[str, one_of("order", "earliest-first", "latest-first")]
Form = Annotated[str, one_of("form", "verb", "noun")]
Show = Annotated[str, one_of("show", "values", "years", "none")]
