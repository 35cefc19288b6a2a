"""Results that are kept while a project is watched, so that what did not change is not worked out again.

A single command keeps nothing: it would only hold memory.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from operator import is_
from typing import Generic, ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")
_T = TypeVar("_T")
_switches: list[str] = []
"""Not empty while results are kept."""
_MOST = 1_000
_settled: dict[tuple[type, str], object] = {}
"""Values by the texts that say all of them; when there are `_MOST`, it begins anew."""


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


def settle(value: _T, made_from: object) -> _T:
    """Return the value that was made first from the same, so that values that are the same are one object.

    While nothing is kept, the value itself.

    Args:
        value: which nobody changes.
        made_from: plain data from which it follows; they are compared as Python writes them, to the last digit.
    """
    if not _switches:
        return value
    if len(_settled) >= _MOST:
        _settled.clear()
    return _settled.setdefault((type(value), repr(made_from)), value)  # type: ignore[return-value] # the type is in the key


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
