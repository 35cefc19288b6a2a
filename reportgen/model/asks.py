"""Give what the issues ask figures of keys that stay, and say what of it is missing.

The list of issues asks in words (`victims compensated`); a row needs a key. Keys are given over the whole list, so that
two agencies that are asked the same never get the same key, and so that they stay when a workbook is made again.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from reportgen.limits import NAME_CHARACTERS
from reportgen.model.indicators import Indicator, Measure, Part, Series
from reportgen.model.outline import AskedIndicator, Issue, Outline
from reportgen.model.periods import Period
from reportgen.regex import regex

_WORD = regex(r"[^\W_]+")
_SMALL = frozenset(
    "a an and at by for from in is its of on or that the their they to under was were which who with".split()
)
"""Words that a key can do without."""
_LONGEST_KEY = NAME_CHARACTERS // 2
"""A key is typed in texts; longer ones are a burden."""
_STEM = regex(r"(\w{4,}?)(?:(?:at|it)?(?:ions?|ed|ing|es|e)|als?|ments?|s)?")
"""What words are compared by: `approved` and `approval` are one, `prosecutions` and `prosecutors` are not."""
_SHORTEST_WORD = 4
_LIKELY: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    ("ratio", regex(r"\bratio\b", re.IGNORECASE)),
    ("index", regex(r"\bindex\b", re.IGNORECASE)),
    ("average", regex(r"(the )?(average|mean|median)\b|life expectancy\b", re.IGNORECASE)),
    ("rate", regex(r"\b(rate|share|proportion|percentage|prevalence)s?\b|per cent|%", re.IGNORECASE)),
)
"""Words of a label that tell the measure, the most certain first: "ratio of girls to boys", "place in the Rule of Law
Index", "average length of proceedings", "life expectancy at birth", "share of women among judges"."""
Periods = frozenset[Period]


class Ask(Struct, frozen=True):
    """Figures that an issue asks for."""

    issue: int
    place: int
    """Which of the figures of its issue, counted from 0."""
    key: str
    indicator: Indicator
    """What is known of it: label, unit, measure, and the parts that are asked; it has no values."""
    periods: Periods
    """For which it is asked."""
    agency: str | None = None
    """The code of the agency that owes it; None: of nobody."""
    divided_by: tuple[str, ...] = ()
    """What it is to be divided by, in the words of the list."""
    undivided: tuple[str, ...] = ()
    """Those of them without parts that the list names: the agency writes them."""
    has_own_periods: bool = False
    """Whether the issue names periods, be they the reporting years or others."""

    @property
    def label(self) -> str:
        """Return what is counted."""
        return self.indicator.label or self.key


def find_asks(outline: Outline, years: Iterable[int], taken: Iterable[str]) -> tuple[Ask, ...]:
    """Return all figures that the list asks for, each with a key of its own.

    Args:
        outline: the whole list, in its order.
        years: the reporting years, for issues that name no others.
        taken: keys of indicators that there are. One that an ask would get is its answer.
    """
    asks: list[Ask] = []
    given = [asked.key for issue in outline.issues for asked in issue.asks.indicators if asked.key]
    used, known = set(given), set(taken)
    reporting = frozenset(map(Period.of_year, years))
    for issue in outline.issues:
        for place, asked in enumerate(issue.asks.indicators):
            key = asked.key or _free_key(issue, place, asked.label, used, known)
            used.add(key)
            asks.append(_ask(outline, issue, place, key, reporting))
    return tuple(asks)


def _free_key(issue: Issue, place: int, label: str, used: set[str], known: set[str]) -> str:
    plain = _slug(label) or f"issue_{issue.number}_{place + 1}"
    choices = (plain, f"{plain}_{issue.number}", f"{plain}_{issue.number}_{place + 1}")
    free = [choice for choice in choices if choice not in used]
    return next((choice for choice in free if choice in known), free[0] if free else choices[-1])


def _ask(outline: Outline, issue: Issue, place: int, key: str, reporting: Periods) -> Ask:
    asked, years = issue.asks.indicators[place], frozenset(map(Period.of_year, issue.asks.years))
    divided_by = tuple(dict.fromkeys(issue.asks.breakdowns if asked.breakdowns is None else asked.breakdowns))
    parts, undivided = _divisions(outline, divided_by)
    known = {"unit": asked.unit, "measure": asked.measure or _likely_measure(asked)}
    given: dict[str, Any] = {name: value for name, value in known.items() if value is not None}
    return Ask(
        issue=issue.number,
        place=place,
        key=key,
        # of parts that are valid: to prepare for checking them again takes a hundredth of the smallest `check`
        indicator=Indicator.model_construct(label=asked.label, issue=issue.number, breakdown=parts, **given),
        periods=frozenset(asked.periods or ()) or years or reporting,
        agency=asked.agency or next(iter(issue.agencies), None),
        divided_by=divided_by,
        undivided=undivided,
        has_own_periods=bool(asked.periods or years),
    )


def _likely_measure(asked: AskedIndicator) -> Measure | None:
    """Return the measure that the unit and the label suggest; None where they do not."""
    if asked.unit == "percent":
        return "rate"
    return next((measure for measure, words in _LIKELY if words.search(asked.label)), None)


def _divisions(outline: Outline, divided_by: Iterable[str]) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Return the parts that are asked, and the names of divisions whose parts the list does not name."""
    known = {name.casefold(): (name, labels) for name, labels in outline.breakdowns.items()}
    parts: list[Part] = []
    undivided: list[str] = []
    for wanted in divided_by:
        if wanted.casefold() in known:
            name, labels = known[wanted.casefold()]
            parts += [Part(label=label, by=name) for label in labels]
        else:
            undivided.append(wanted)
    return tuple(parts), tuple(undivided)


# ---- what answers an ask --------------------------------------------------------------------------------------


def closest_asks(asks: Iterable[Ask], indicators: Mapping[str, Indicator]) -> dict[str, Ask]:
    """Return what is asked of indicators, by their keys: an ask has one answer, and an indicator answers one ask.

    The indicator with the key of an ask is its answer. Of the others, one of the same issue whose label has all of the
    words is, the one with the fewest others first: `women judges` may stand in the labels of several.
    """
    asked = list(asks)
    found = {ask.key: ask for ask in asked if ask.key in indicators}
    pairs = [
        (len(_stems(one.label or key)) - len(_stems(ask.label)), place, number, key)
        for place, ask in enumerate(asked)
        for number, (key, one) in enumerate(indicators.items())
        if _is_named(ask, key, one)
    ]
    answered = set(found)
    for _, place, _, key in sorted(pairs):
        if key not in found and asked[place].key not in answered:
            found[key] = asked[place]
            answered.add(asked[place].key)
    return found


def asked_breakdowns(outline: Outline, indicators: Mapping[str, Indicator]) -> dict[str, tuple[str, ...]]:
    """Return what the issues want indicators to be divided by, in the words of the list, by the indicators' keys.

    An indicator that answers an ask is divided by what the ask says; any other of the issue by what the issue says for
    all. One of which no breakdown is asked is left out.
    """
    for_all = {issue.number: issue.asks.breakdowns for issue in outline.issues}
    has_own = any(asked.breakdowns is not None for issue in outline.issues for asked in issue.asks.indicators)
    # in most lists an issue says it for all: which indicator answers which ask is then not needed, and takes long
    asked = closest_asks(find_asks(outline, (), indicators), indicators) if has_own else {}
    found = {
        key: asked[key].divided_by if key in asked else for_all.get(indicator.issue or 0, ())
        for key, indicator in indicators.items()
    }
    return {key: names for key, names in found.items() if names}


def is_asked_by_name(asks: Iterable[Ask], key: str, indicator: Indicator) -> bool:
    """Return whether an issue asks for an indicator by its key, or, naming periods, for one of several under one name.

    Args:
        asks: all figures that the list asks for.
        key: of the indicator.
        indicator: what is known of it.
    """
    return any(key == ask.key or (ask.has_own_periods and _is_named(ask, key, indicator)) for ask in asks)


def _is_named(ask: Ask, key: str, indicator: Indicator) -> bool:
    if indicator.issue != ask.issue:  # most are not, and stems take long
        return False
    asked = _stems(ask.label)
    return bool(asked) and asked <= _stems(f"{indicator.label or ''} {key}")


# ---- what is missing ------------------------------------------------------------------------------------------


def with_asked_parts(indicator: Indicator, ask: Ask | None) -> Indicator:
    """Return an indicator with the parts that are asked and that it does not have, without values, behind its own.

    Parts without `by` belong to the division in which some of them are asked: `women` is that `by: sex`.
    """
    asked = ask.indicator.breakdown if ask else ()
    lacking = [part for part in asked if _same_part(indicator.breakdown, part) is None]
    if not lacking:
        return indicator
    bare = {part.by for part in asked if (one := _same_part(indicator.breakdown, part)) and one.by is None}
    added = [part.model_copy(update={"by": None}) if part.by in bare else part for part in lacking]
    return indicator.model_copy(update={"breakdown": (*indicator.breakdown, *added)})


def _same_part(parts: Iterable[Part], asked: Part) -> Part | None:
    """Return the part that is the one asked for, whatever its capitals; None where there is none.

    What one of the two does not divide by may be what the other does.
    """
    label = asked.name.casefold()
    alike = (part for part in parts if part.name.casefold() == label)
    return next(
        (part for part in alike if (part.by or asked.by or "").casefold() == (asked.by or part.by or "").casefold()),
        None,
    )


def lacks_division(indicator: Indicator, name: str) -> bool:
    """Return whether an indicator has no parts by what it is to be divided by; parts without `by` may be those."""
    return not any(part.by is None or part.by.casefold() == name.casefold() for part in indicator.breakdown)


def due_periods(series: Series, now: Series | None, asked: Periods, *, is_named: bool) -> Periods:
    """Return the periods that need a value.

    Of what was one single figure, there are none, unless an issue asks for it by name; of a series, those that no
    other period covers.

    Args:
        series: an indicator or a part, with what the last cycle said of it.
        now: the same, as it was sent in this cycle; None: it was not.
        asked: the periods that are asked.
        is_named: whether an issue asks for it by name.
    """
    if now is not None and len(series.values) <= 1 and not is_named:
        return frozenset()
    wide = [period for period in series.periods if not period.is_year]
    return frozenset(
        period for period in asked if period in wide or not any(period in other or other in period for other in wide)
    )


def missing_parts(indicator: Indicator, ask: Ask) -> dict[str, list[Period]]:
    """Return the periods for which parts that are asked have no figure, by their labels, in the order of time.

    Where the whole has no data, or no figure, none is asked of its parts: the whole is missing then.
    """
    whole = {period for period in ask.periods if indicator.value(period) is not None}
    asked = with_asked_parts(Indicator.model_construct(breakdown=indicator.breakdown), ask).breakdown
    found: dict[str, list[Period]] = {}
    for part in asked:
        if _same_part(ask.indicator.breakdown, part) is None:
            continue
        missing = sorted(
            (period for period in whole if not any(period in other or other in period for other in part.values)),
            key=lambda period: period.order,
        )
        if missing:
            found[part.name] = missing
    return found


def periods_in_words(missing: Mapping[str, Sequence[Period]]) -> str:
    """Return which figures are missing, by label: `women 2022, 2023; men 2023`; a label, or periods, may be lacking."""
    return "; ".join(f"{label} {', '.join(map(str, periods))}".strip() for label, periods in missing.items())


# ---- keys -----------------------------------------------------------------------------------------------------


def own_keys(agency: str, count: int, taken: Iterable[str]) -> tuple[str, ...]:
    """Return new keys for rows of an agency's own: `justice_1`, `justice_2`, ….

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
        found[1]
        for word in _WORD.findall(text.casefold().replace("_", " "))
        if len(word) >= _SHORTEST_WORD and (found := _STEM.fullmatch(word))
    )
