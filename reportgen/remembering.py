"""Results that are kept while a project is watched, so that what did not change is not worked out again.

A single command keeps nothing: it would only hold memory.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")
_switches: list[str] = []
"""Not empty while results are kept."""


def remember() -> None:
    """Keep results from now on, for as long as this process lives."""
    _switches.append("on")


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
