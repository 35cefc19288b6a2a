"""Changes: by how much, from what to what, how many times; places in a ranking, where the smaller number is better."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from reportgen.languages.language import Verb, cldr
from reportgen.languages.patterns import Forms
from reportgen.model import Period
from reportgen.sentences.amounts import amount, bare, kind_of, measure, worked_out
from reportgen.sentences.errors import PhraseError, misfit
from reportgen.sentences.facts import ChangeFacts, Movement, find_change
from reportgen.sentences.filters.arguments import At, Digits, Flag, Form, Show, VerbName
from reportgen.sentences.filters.comparisons import is_ranking, previous
from reportgen.sentences.filters.registry import phrase_filter
from reportgen.sentences.filters.values import check_unbroken, dated, dated_in_change
from reportgen.sentences.numerals import figures, ratio, rounded
from reportgen.sentences.phrase import EMPTY, Number, NumberRule, Phrase, Sources, fill, join, text
from reportgen.sentences.remarks import in_parentheses, named, remarks, when
from reportgen.sentences.thresholds import FOLD_DIGITS, FOLD_FROM, PERCENT_DIGITS
from reportgen.sentences.view import View


@phrase_filter("{{ cases | change(since=2020, digits=0) }}", at=1)
def change(
    view: View,
    since: At = None,
    form: Form = "verb",
    verb: VerbName = None,
    digits: Digits = PERCENT_DIGITS,
    show: Show = "values",
    unit: Flag = False,
) -> Phrase:
    """The change against the period before, or since another one, with both values in parentheses."""
    _check_no_rank(view, "change")
    first, last = ends(view, since, default=previous)
    wording = _ChangeWording(view, first, last, form, verb, digits, unit)
    gaps = () if since else view.gaps(first, last)
    if show == "years" or gaps:
        return wording.phrase(gaps, years=True, show=show)
    plain = wording.phrase(show=show)
    return plain if show == "none" else or_with_years(view, plain, wording.phrase(years=True), first, last)


class _ChangeWording(Struct, frozen=True):
    """A change between two periods as its author wants it told."""

    view: View
    first: Period
    last: Period
    form: str
    verb: str | None
    digits: int
    unit: bool

    def phrase(self, gaps: Sequence[Period] = (), *, years: bool = False, show: str = "values") -> Phrase:
        """Return the change with its values in parentheses.

        Args:
            gaps: periods between the two without data.
            years: whether the years of the values are printed.
            show: "none" leaves the values out.
        """
        view, first, last = self.view, self.first, self.last
        in_points = kind_of(view) is NumberRule.PERCENT
        found = find_change(view.value(first), view.value(last), self.digits, in_points=in_points)
        values = from_to_values(view, first, last, unit=self.unit, years=years, verb=self.verb)
        is_kept = found.direction is Movement.SAME and years and self.form == "verb"
        notes = remarks(view, _same_in(view, first, last) if is_kept else [first, last], gaps)
        if found.amount is None:
            return in_parentheses(view, _by_values(view, found, self.form, self.verb, values), EMPTY, notes)
        if found.direction is Movement.SAME and show != "none":
            return in_parentheses(view, self._unchanged(years=years), EMPTY, notes)
        wording = _in_words(view, found, (first, last), form=self.form, verb=self.verb)
        if show == "none" or found.direction is Movement.SAME:
            return in_parentheses(view, wording, EMPTY, notes)
        return in_parentheses(view, wording.dated() if years else wording, values.dated(), notes)

    def _unchanged(self, *, years: bool) -> Phrase:
        """Return the same value in both periods; with its years only where it is told as a verb."""
        if years and self.form == "verb":
            return kept(self.view, self.first, self.last, years=True, unit=self.unit)
        return _unchanged_at(self.view, self.last, form=self.form, unit=self.unit)


@phrase_filter("{{ centres | from_to(since=2017) }}")
def from_to(view: View, since: At = None, verb: VerbName = None, years: Flag = True, unit: Flag = False) -> Phrase:
    """The change from the first period, or from another one, as two values."""
    first, last = ends(view, since, default=earliest)
    found = find_change(view.value(first), view.value(last), PERCENT_DIGITS, in_points=True)
    is_kept = found.direction is Movement.SAME
    used = _same_in(view, first, last) if is_kept and years else [first, last]
    notes = remarks(view, used, () if since else view.gaps(first, last))
    if is_kept:
        return in_parentheses(view, kept(view, first, last, years=years, unit=unit), EMPTY, notes)
    values = from_to_values(view, first, last, unit=unit, years=years, verb=verb)
    return in_parentheses(view, _by_values(view, found, "verb", verb, values), EMPTY, notes)


@phrase_filter("{{ cases | fold(since=2018) }}")
def fold(view: View, since: At = None, verb: VerbName = None, digits: Digits = FOLD_DIGITS) -> Phrase:
    """The change from the first period, or from another one, as a multiple."""
    _check_no_rank(view, "fold")
    first, last = ends(view, since, default=earliest)
    before, after, patterns = view.value(first), view.value(last), view.language.patterns
    if before <= 0 or after <= 0:
        raise PhraseError("RG414", key=view.key, filter="fold")
    found = find_change(before, after, PERCENT_DIGITS)
    exact = ratio(max(before, after), min(before, after))
    judged = rounded(exact, max(digits, FOLD_DIGITS))  # 1.5 is no "twofold increase", whatever decimals are asked for
    notes = remarks(view, [first, last], () if since else view.gaps(first, last))
    if found.direction is Movement.SAME:
        both = join(view.language, [dated(view, first), dated(view, last)])
        return in_parentheses(view, text(patterns.unchanged_noun), both, notes).dated()
    if found.direction is Movement.NEARLY_SAME:
        values = {"first": dated(view, first), "last": dated(view, last)}
        return in_parentheses(view, fill(patterns.no_fold, **values), EMPTY, notes)
    noun = verb_for(view, found, verb).noun
    if judged < FOLD_FROM:
        raise PhraseError("RG425", key=view.key, multiple=str(judged))
    words = view.language.fold(figures(rounded(exact, digits), view.language.tag), noun)
    wording = text(words, (view.change(first, last),))
    both = from_to_values(view, first, last, unit=False, years=True, verb=verb)
    plain, dated_words = (in_parentheses(view, wording, values, notes) for values in (EMPTY, both))
    return or_with_years(view, plain, dated_words.dated(), first, last)


@phrase_filter("{{ place | rank }}")
def rank(view: View) -> Phrase:
    """The place in a ranking."""
    _check_rank(view, "rank")
    return amount(view, view.current)


@phrase_filter("{{ place | rank_change }}")
def rank_change(view: View, since: At = None, verb: VerbName = None) -> Phrase:
    """The places gained or lost against the period before, or since another one."""
    _check_rank(view, "rank_change")
    first, last = ends(view, since, default=previous)
    found = find_change(view.value(first), view.value(last), 0, in_points=True)
    notes = remarks(view, [first, last], () if since else view.gaps(first, last))
    patterns = view.language.patterns
    if found.first == found.last:
        return in_parentheses(
            view, fill(patterns.rank_kept, when=when(view, first), period=named(view, [first])), EMPTY, notes
        )
    moved = abs(found.last - found.first)
    places = counted_in(view, patterns.places, moved, (view.change(first, last),))
    participle = verb_for(view, found, verb).participle
    wording = fill(patterns.rank_moved, verb=participle, places=places, period=named(view, [first]))
    return in_parentheses(view, wording, EMPTY, notes)


def _check_rank(view: View, name: str) -> None:
    if not is_ranking(view):
        raise misfit(view.key, name, "no_rank")


# ---- what they share ------------------------------------------------------------------------------------------


def or_with_years(view: View, phrase: Phrase, with_years: Phrase, first: Period, last: Period) -> Phrase:
    """Return a change that prints its years where its sentence does not name them.

    Where the sentence names no time, a series of two periods needs none: no others can be meant. Where it names the
    last one alone, “In 2023, it increased by 150 per cent” is read as a change since 2022, and is printed of no other.

    Args:
        view: the series.
        phrase: the change without its years.
        with_years: the change with them.
        first: the period from which it changed.
        last: the period to which it changed.
    """
    base = None if last.follows(first) else first
    needs_time = len(view.periods) > 2
    return replace(phrase, with_years=with_years, base=base, needs_time=needs_time) if base or needs_time else phrase


def earliest(view: View) -> Period:
    """Return the first period of the same kind as the current one."""
    found = view.like()
    if not found or found[0] == view.current:
        raise PhraseError("RG409", key=view.key, period=str(view.current))
    return found[0]


def _check_no_rank(view: View, name: str) -> None:
    """Refuse places in a ranking: a percentage of a place says nothing."""
    if is_ranking(view):
        raise misfit(view.key, name, "no_change")


def ends(view: View, since: Period | None, default: Callable[[View], Period]) -> tuple[Period, Period]:
    """Return the two periods between which a change is told.

    Raises:
        PhraseError: where they are not of one kind, stand in the wrong order, overlap, or a break lies between them.
    """
    last = view.current
    first = since if since is not None else default(view)
    view.value(first)
    if not first.like(last) or first.order >= last.order or view.counts_twice(first, last):
        raise PhraseError("RG410", key=view.key, period=str(last), other=str(first))
    check_unbroken(view, (first, last))
    return first, last


def verb_for(view: View, found: ChangeFacts, name: str | None) -> Verb:
    """Return the verb of a change: the author's, or the usual one of its direction.

    Raises:
        PhraseError: where the author's verb is contrary to the figures.
    """
    rises = (found.last > found.first) != is_ranking(view)
    verbs = view.language.verbs
    if name is None:
        usual = ("rise", "fall") if is_ranking(view) else ("increase", "decrease")
        return verbs[usual[not rises]]
    if verbs[name].rises != rises:
        right = ", ".join(f"verb='{other}'" for other, verb in verbs.items() if verb.rises == rises)
        values = {"first": str(found.first), "last": str(found.last)}
        raise PhraseError("RG406", key=view.key, verb=name, verbs=right, **values)
    return verbs[name]


def from_to_values(
    view: View, first: Period, last: Period, *, unit: bool, years: bool, verb: str | None = None
) -> Phrase:
    """Return `from 14 in 2017 to 50 in 2023`, or without the years, when the unit is written once."""
    unit = unit and not view.language.patterns.declines
    if years:
        values = {"first": dated_in_change(view, first, unit=unit), "last": dated_in_change(view, last, unit=unit)}
    else:
        values = {"first": bare(view, first), "last": amount(view, last, unit=unit)}
    found = find_change(view.value(first), view.value(last), PERCENT_DIGITS, in_points=True)
    return between(view, found, verb, values["first"], values["last"])


def between(view: View, found: ChangeFacts, verb: str | None, first: Phrase, last: Phrase) -> Phrase:
    """Return two values as the ends of a change, with the direction where the language tells it between them."""
    to = "" if found.direction is Movement.SAME else verb_for(view, found, verb).to
    return fill(view.language.patterns.from_to, first=first, last=last, to=to)


def _by_values(view: View, found: ChangeFacts, form: str, verb: str | None, values: Phrase) -> Phrase:
    """Return the change as its two values, without an amount."""
    chosen = verb_for(view, found, verb)
    patterns = view.language.patterns
    if form == "verb":
        return fill(patterns.by_values, verb=chosen.past, values=values)
    return fill(patterns.noun_by_values, noun=chosen.noun, values=values)


def _unchanged_at(view: View, last: Period, *, form: str, unit: bool) -> Phrase:
    """Return that nothing changed, with the value."""
    patterns = view.language.patterns
    pattern = patterns.unchanged_noun_at if form == "noun" else patterns.unchanged_at
    return fill(pattern, value=amount(view, last, unit=unit and not _is_none(view, last)))


def _is_none(view: View, period: Period) -> bool:
    """Return whether nothing was counted, which is a level without a noun: “unchanged at zero”, not “at no cases”."""
    return view.value(period) == 0 and kind_of(view) is NumberRule.COUNT


def _in_words(view: View, found: ChangeFacts, between: tuple[Period, Period], *, form: str, verb: str | None) -> Phrase:
    """Return the change as an amount."""
    patterns = view.language.patterns
    if found.direction is Movement.SAME:
        return text(patterns.unchanged if form == "verb" else patterns.unchanged_noun)
    if found.direction is Movement.NEARLY_SAME:
        return text(patterns.nearly_unchanged if form == "verb" else patterns.nearly_unchanged_noun)
    chosen = verb_for(view, found, verb)
    size = _amount(view, found, between)
    in_points = kind_of(view) is NumberRule.PERCENT
    if form == "verb":
        return fill((in_points and patterns.by_amount) or patterns.by_per_cent, verb=chosen.past, amount=size)
    return fill((in_points and patterns.noun_of_amount) or patterns.noun_of, noun=chosen.noun, amount=size)


def _amount(view: View, found: ChangeFacts, between: tuple[Period, Period]) -> Phrase:
    """Return the size of a change: per cent, percentage points, or places."""
    if found.amount is None:
        raise AssertionError("a change without an amount is told by its values")
    if kind_of(view) is not NumberRule.PERCENT:
        return Phrase((Number(found.amount, NumberRule.PERCENT, (view.change(*between),)),))
    return points(view, found.amount, (view.change(*between),))


def points(view: View, size: Decimal, sources: Sources) -> Phrase:
    """Return percentage points, in the right number."""
    return counted_in(view, view.language.patterns.points, size, sources)


def counted_in(view: View, forms: Forms, size: Decimal, sources: Sources) -> Phrase:
    """Return a number with its noun, in the right number; or the noun alone, where it says the number too."""
    pattern, number = cldr(view.language.tag).form(forms, size), measure(size, sources)
    if "{number}" in pattern:
        return fill(pattern, number=number)
    return Phrase(tuple(replace(token, said=pattern) for token in number.tokens if isinstance(token, Number)))


def pattern_of(view: View, name: str) -> str:
    """Return the pattern of a name, or that of places in a ranking where the language has one for them."""
    patterns = view.language.patterns
    return (patterns.of_ranks.get(name) if is_ranking(view) else None) or str(getattr(patterns, name))


def stood(view: View) -> Phrase:
    """Return the verb of a value that did not change: `was` after a number of something, `stood at` after `wages`."""
    is_measured = kind_of(view) in {NumberRule.PERCENT, NumberRule.MONEY, NumberRule.MEASURE}
    return text(view.language.patterns.stood[is_measured])


def _same_in(view: View, first: Period, last: Period) -> list[Period]:
    """Return the periods of which one value is told: both ends, and those between them where all have it."""
    between = [period for period in view.like() if first.order <= period.order <= last.order]
    is_steady = len(between) > 2 and len({view.value(period) for period in between}) == 1  # more than the ends
    return between if is_steady else [first, last]


def kept(view: View, first: Period, last: Period, *, years: bool, unit: bool) -> Phrase:
    """Return the same value at both ends."""
    if not years:
        return _unchanged_at(view, last, form="verb", unit=unit)
    used = _same_in(view, first, last)
    has_noun = unit and not _is_none(view, last)
    value = worked_out(view, view.value(last), (view.source(*used),), unit=has_noun).dated()
    names = {"first": named(view, [first]), "last": named(view, [last]), "stood": stood(view)}
    names |= {"at_first": when(view, first), "at_last": when(view, last)}
    return fill(pattern_of(view, "same_throughout" if len(used) > 2 else "same_ends"), value=value, **names)
