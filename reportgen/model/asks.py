"""Give what the issues ask figures of keys that stay.

The list of issues asks in words (`victims compensated`); a row needs a key. Keys are given over the whole list, so that
two agencies that are asked the same never get the same key, and so that they stay when a workbook is made again.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from reportgen.limits import NAME_CHARACTERS
from reportgen.model.indicators import Indicator
from reportgen.model.report import Issue
from reportgen.regex import regex

_WORD = regex(r"[^\W_]+")
_SMALL = frozenset(
    "a an and at by for from in is its of on or that the their they to under was were which who with".split()  # noqa: SIM905 - a list of words is read as one
)
"""Words that a key can do without."""
_LONGEST_KEY = NAME_CHARACTERS // 2
"""A key is typed in texts; longer ones are a burden."""
_STEM = 5
"""Letters by which words are compared: `compensated` and `compensation` are one."""
_SHORTEST_WORD = 4


class Ask(Struct, frozen=True):
    """Figures that an issue asks for."""

    issue: int
    label: str
    key: str


def find_asks(issues: Iterable[Issue], taken: Iterable[str]) -> tuple[Ask, ...]:
    """Return all figures that the list asks for, each with a key of its own.

    Args:
        issues: the whole list, in its order.
        taken: keys of indicators that there are. One that an ask would get is its answer.
    """
    asks: list[Ask] = []
    used: set[str] = set()
    known = set(taken)
    for issue in issues:
        for number, label in enumerate(issue.asks.indicators, start=1):
            plain = _slug(label) or f"issue_{issue.number}_{number}"
            choices = (plain, f"{plain}_{issue.number}", f"{plain}_{issue.number}_{number}")
            free = [choice for choice in choices if choice not in used]
            key = next((choice for choice in free if choice in known), free[0])
            used.add(key)
            asks.append(Ask(issue.number, label, key))
    return tuple(asks)


def is_answered(ask: Ask, indicators: Mapping[str, Indicator]) -> bool:
    """Return whether some indicator is what was asked: by its key, or because its label has all of the words."""
    return any(answers(ask, key, indicator) for key, indicator in indicators.items())


def answers(ask: Ask, key: str, indicator: Indicator) -> bool:
    """Return whether an indicator is what was asked.

    Args:
        ask: what was asked of an agency.
        key: of the indicator.
        indicator: as the agency sent it.
    """
    asked = _stems(ask.label)
    is_named = bool(asked) and asked <= _stems(f"{indicator.label or ''} {key}")
    return key == ask.key or (indicator.issue == ask.issue and is_named)


def is_asked_by_name(issues: Iterable[Issue], asks: Iterable[Ask], key: str, indicator: Indicator) -> bool:
    """Return whether an issue that names years asks for an indicator.

    Args:
        issues: the whole list.
        asks: all figures that it asks for.
        key: of the indicator.
        indicator: what is known of it.
    """
    with_years = {issue.number for issue in issues if issue.asks.years}
    return any(ask.issue in with_years and answers(ask, key, indicator) for ask in asks)


def own_keys(agency: str, count: int, taken: Iterable[str]) -> tuple[str, ...]:
    """Return keys for rows of an agency's own: `justice_1`, `justice_2`, …; none that there is.

    Args:
        agency: its code.
        count: how many keys are wanted.
        taken: keys that there are.
    """
    known = set(taken)
    start = _slug(agency.replace("-", " ")) or "own"
    names = (f"{start}_{number}" for number in range(1, len(known) + count + 1))
    return tuple([name for name in names if name not in known][:count])


def _slug(text: str) -> str:
    """Return a key of the words that matter; empty where there are none in Latin letters."""
    words = [word for word in _WORD.findall(text.casefold()) if word.isascii() and word not in _SMALL]
    key = "_".join(words)[:_LONGEST_KEY].rstrip("_")
    return f"n_{key}" if key[:1].isdigit() else key


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        word[:_STEM] for word in _WORD.findall(text.casefold().replace("_", " ")) if len(word) >= _SHORTEST_WORD
    )
