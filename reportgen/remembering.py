"""Results that are kept while a project is watched, so that what did not change is not worked out again.

A single command keeps nothing: it would only hold memory.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from operator import is_
from typing import Concatenate, Generic, ParamSpec, TypeVar

from msgspec import msgpack

_P = ParamSpec("_P")
_R = TypeVar("_R")
_T = TypeVar("_T")
_switches: list[str] = []
"""Not empty while results are kept."""
_MOST = 20_000
"""More than the blocks of a report sixteen times as long as usual."""
_settled: dict[tuple[type, str | bytes], object] = {}
"""Values by what says all of them; when there are `_MOST`, it begins anew."""
_first: set[int] = set()
"""The ids of these values, which are held and so stay their own."""


def keeps_results() -> bool:
    """Return whether results are kept."""
    return bool(_switches)


class Held(Generic[_T]):
    """A value that equals another only where both are one object; as such, anything can be an argument."""

    __slots__ = ("_by", "value")

    def __init__(self, value: _T, *by: object) -> None:
        """Hold a value.

        Args:
            value: the value.
            by: the parts of it that are used, which are compared in its place; without any, itself.
        """
        self.value = value
        self._by = by or (value,)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Held) or len(self._by) != len(other._by):
            return False
        return all(map(is_, self._by, other._by))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self._by)))


def remember() -> None:
    """Keep results from now on, for as long as this process lives."""
    _switches.append("on")


def settle(value: _T, made_from: object = None) -> _T:
    """Return the value that was made first from the same, so that values that are the same are one object.

    While nothing is kept, the value itself.

    Args:
        value: which nobody changes.
        made_from: plain data from which it follows; they are compared as Python writes them, to the last digit. None:
            the value is a Struct that holds plain data, which are compared as closely.
    """
    if not _switches or id(value) in _first:
        return value
    if len(_settled) >= _MOST:
        _settled.clear()
        _first.clear()
    try:
        key = _encode(value) if made_from is None else repr(made_from)
    except UnicodeEncodeError:  # half of a surrogate pair, which no writer prints
        return value
    first = _settled.setdefault((type(value), key), value)
    _first.add(id(first))
    return first  # type: ignore[return-value] # the type is in the key


_encode = msgpack.Encoder().encode


def remembered(count: int) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Return a decorator by which a function gives again what it gave for equal arguments, while results are kept.

    It is right only for a function whose result follows from its arguments alone and is changed by nobody. Arguments
    are compared by what they hold, a file byte by byte.

    Args:
        count: how many results are kept, of those that were asked for last.
    """

    def decorate(function: Callable[_P, _R]) -> Callable[_P, _R]:
        kept = lru_cache(count, typed=True)(function)

        @wraps(function)
        def call(*arguments: _P.args, **named: _P.kwargs) -> _R:
            return kept(*arguments, **named) if _switches else function(*arguments, **named)  # type: ignore[arg-type] # hashable

        return call

    return decorate


def remembered_of(function: Callable[Concatenate[_T, _P], _R]) -> Callable[Concatenate[_T, _P], _R]:
    """Return a function that gives again what it gave for the same object, and equal further arguments.

    It is for the many small values that `settle` makes one: not to compare them takes a fifth of the time. As with
    `remembered`, its results are changed by nobody; when there are `_MOST`, it begins anew.
    """
    kept: dict[tuple[object, ...], tuple[_T, _R]] = {}

    @wraps(function)
    def call(value: _T, /, *arguments: _P.args, **named: _P.kwargs) -> _R:
        if not _switches:
            return function(value, *arguments, **named)
        key = (id(value), *arguments, *named.items())
        found = kept.get(key)
        if found is None:
            if len(kept) >= _MOST:
                kept.clear()
            found = kept[key] = value, function(value, *arguments, **named)  # held, so that its id stays its own
        return found[1]

    return call
