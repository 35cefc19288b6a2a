"""Approximations that are true of the number: round figures, simple fractions, doubled and halved."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from msgspec.structs import replace

from reportgen.model import Period
from reportgen.sentences.amounts import kind_of, number
from reportgen.sentences.errors import PhraseError, misfit
from reportgen.sentences.facts import find_change
from reportgen.sentences.filters.arguments import Approximation, At, Digits, Other, Show, VerbName
from reportgen.sentences.filters.changes import change, ends, from_to_values, or_with_years, verb_for
from reportgen.sentences.filters.comparisons import previous
from reportgen.sentences.filters.registry import phrase_filter
from reportgen.sentences.filters.shares import whole_of
from reportgen.sentences.numerals import plain, ratio
from reportgen.sentences.phrase import BILLION, EMPTY, MILLION, NumberRule, Phrase, fill, text
from reportgen.sentences.remarks import in_parentheses, remarks
from reportgen.sentences.thresholds import (
    APPROXIMATE_DIGITS,
    FAR_ABOVE,
    FAR_BELOW,
    PERCENT_DIGITS,
    SIMPLE_FRACTIONS,
    WORDED_MILLIONS,
)
from reportgen.sentences.view import View

_ROUNDINGS = {
    "some": ROUND_HALF_UP,
    "about": ROUND_HALF_UP,
    "more than": ROUND_FLOOR,
    "over": ROUND_FLOOR,
    "nearly": ROUND_CEILING,
    "almost": ROUND_CEILING,
    "less than": ROUND_CEILING,
}


@phrase_filter("{{ events | about }}")
def about(view: View, word: Approximation = "some", digits: Digits = APPROXIMATE_DIGITS) -> Phrase:
    """The value as a round figure with a word that is true of it; exact values stand without the word."""
    if kind_of(view) not in {NumberRule.COUNT, NumberRule.MONEY}:
        raise misfit(view.key, "about", "no_round")
    exact = view.value(view.current)
    step = Decimal(1).scaleb(exact.adjusted() - max(digits, 1) + 1)
    round_value = plain((exact / step).quantize(Decimal(1), rounding=_ROUNDINGS[word]) * step)
    _check_near(view, word, exact, round_value)
    token = number(view, round_value, (view.source(view.current),))
    if abs(round_value) >= WORDED_MILLIONS and not token.scale:
        token = replace(token, scale=BILLION if abs(round_value) >= WORDED_MILLIONS * 1000 else MILLION)
    value = Phrase((token,))
    return value if round_value == exact else fill(view.language.patterns.approximations[word], value=value)


def _check_near(view: View, word: str, exact: Decimal, round_value: Decimal) -> None:
    """Refuse a round figure that would mislead.

    Raises:
        PhraseError: where it lies too far from the value for its word.
    """
    off = ratio(abs(round_value - exact), abs(exact)) if exact else Decimal(0)
    if off > (FAR_ABOVE if _ROUNDINGS[word] == ROUND_FLOOR else FAR_BELOW):
        raise PhraseError("RG422", key=view.key, words=f"{word} {round_value:,f}", value=f"{exact:,f}")


@phrase_filter("{{ officials | fraction_of(posts) }}")
def fraction_of(view: View, other: Other) -> Phrase:
    """The share of another indicator as a simple fraction: one third, nearly half, more than two thirds."""
    whole, period = whole_of(view, other)
    share = ratio(view.value(period), whole.value(period))
    found = _simple(share)
    if found is None:
        raise misfit(view.key, "fraction_of", "no_fraction")
    return text(view.language.fraction(*found), (view.source(period), whole.source(period)))


@phrase_filter("{{ cases | multiplied(since=2019) }}")
def multiplied(view: View, since: At = None, verb: VerbName = None, show: Show = "values") -> Phrase:
    """The change in plain words where they are true: doubled, more than halved, fell by nearly one third."""
    if kind_of(view) is NumberRule.ORDINAL:
        raise misfit(view.key, "multiplied", "no_change")
    first, last = ends(view, since, default=previous)
    before, after = view.value(first), view.value(last)
    wording = (
        None if before <= 0 or after <= 0 or kind_of(view) is NumberRule.PERCENT else _plainly(view, first, last, verb)
    )
    if wording is None:
        return change(view, since=since, verb=verb, show=show)
    notes = remarks(view, [first, last], () if since else view.gaps(first, last))
    if show == "none":
        return in_parentheses(view, wording, EMPTY, notes)
    with_years = from_to_values(view, first, last, unit=False, years=True, verb=verb)
    dated = in_parentheses(view, wording, with_years, notes).dated()
    if show == "years":
        return dated
    values = from_to_values(view, first, last, unit=False, years=False, verb=verb).dated()
    return or_with_years(view, in_parentheses(view, wording, values, notes), dated, first, last)


def _plainly(view: View, first: Period, last: Period, verb: str | None) -> Phrase | None:
    """Return `doubled`, `fell by one third`; None where the change is near nothing that has a plain name."""
    before, after = view.value(first), view.value(last)
    found = find_change(before, after, PERCENT_DIGITS)
    sources = (view.change(first, last),)
    chosen = verb_for(view, found, verb) if before != after else None
    if chosen is None:
        return None
    near = _near_multiple(ratio(max(before, after), min(before, after)))
    if near is not None and verb is None:
        plain_verb = view.language.multiple(*near, rises=after > before)
        if plain_verb:
            return text(plain_verb, sources)
    simple = _simple(ratio(abs(after - before), before))
    if simple is None:
        return None
    share = text(view.language.by_fraction(*simple), sources)
    return fill(view.language.patterns.by_fraction, verb=chosen.past, fraction=share)


# ---- nearness -------------------------------------------------------------------------------------------------


def _near(value: Decimal, simple: Decimal) -> str | None:
    """Return how a value lies to a simple one: exactly there, nearly, just above; None where it is far off."""
    if value == simple:
        return "exactly"
    off = ratio(value - simple, simple)
    if off < 0:
        return "nearly" if -off <= FAR_BELOW else None
    return "more than" if off <= FAR_ABOVE else None


def _near_multiple(value: Decimal) -> tuple[int, str] | None:
    """Return the multiple that a value is near to, and how near."""
    return next(((whole, how) for whole in (2, 3, 4) if (how := _near(value, Decimal(whole)))), None)


def _simple(share: Decimal) -> tuple[tuple[int, int], str] | None:
    """Return the simple fraction nearest to a share, and how near."""
    found = []
    for part, whole in SIMPLE_FRACTIONS:
        value = ratio(Decimal(part), Decimal(whole))
        if how := _near(share, value):
            found.append((abs(share - value), ((part, whole), how)))
    return min(found)[1] if found else None
