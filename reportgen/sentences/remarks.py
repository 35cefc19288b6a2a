"""What must be said beside a comparison: missing data, provisional figures, revisions, notes, breaks in the series."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from reportgen.model import Observation, Period
from reportgen.sentences.amounts import number
from reportgen.sentences.phrase import EMPTY, Phrase, Source, Word, fill, join, text
from reportgen.sentences.view import View


def period_word(view: View, period: Period) -> Phrase:
    """Return a period by itself, with the form that opens a sentence."""
    language = view.language
    return Phrase((Word(language.period_name(period), opening=language.opening_period(period)),))


def when(view: View, period: Period) -> Phrase:
    """Return a period as a time; a month of a stock is the date at which it was counted."""
    language = view.language
    is_date = view.indicator.measure == "stock" and period.months == 1
    return text(language.as_at(period) if is_date else language.when(period))


def named(view: View, periods: Iterable[Period]) -> Phrase:
    """Return periods as a list."""
    told, language = list(periods), view.language
    pattern = language.patterns.several_years if len(told) > 1 else None
    if pattern and all(period.is_year or period.is_span for period in told):
        return fill(pattern, years=join(language, [text(language.period_name(period)) for period in told]))
    return join(language, [text(language.listed_period(period)) for period in told])


def covered(view: View, periods: Sequence[Period]) -> str:
    """Return the name of the span from the first of some periods to the last: `2020–2023`."""
    return view.language.listed_period(
        Period(min(period.start for period in periods), max(period.end for period in periods))
    )


def runs_of(periods: Iterable[Period]) -> list[list[Period]]:
    """Return years that follow each other together; every other period by itself."""
    runs: list[list[Period]] = []
    for period in periods:
        follows = runs and period.is_year and runs[-1][-1].is_year and period.year == runs[-1][-1].year + 1
        if follows:
            runs[-1].append(period)
        else:
            runs.append([period])
    return runs


RUN = 3
"""So many years that follow each other are written as a range; two are "2022 and 2023"."""


def in_runs(periods: Iterable[Period]) -> list[Period]:
    """Return the periods, three years or more that follow each other as one; a span that is those years stands once."""
    found: list[Period] = []
    for run in runs_of(periods):
        found += [Period(run[0].start, run[-1].end)] if len(run) >= RUN else run
    return list(dict.fromkeys(found))


def named_in_runs(view: View, periods: Iterable[Period]) -> Phrase:
    """Return periods as a list, in which years that follow each other are a range."""
    return named(view, in_runs(sorted(periods, key=lambda period: period.order)))


def remarks(
    view: View, used: Sequence[Period], missing: Sequence[Period] = (), shown: Sequence[Period] | None = None
) -> list[Phrase]:
    """Return all that must be said of the values at some periods.

    Args:
        view: the series.
        used: the periods whose values are printed or worked with.
        missing: periods that were asked for and have no data.
        shown: the periods in which it or a part of it is printed, since a break parts both; None: those used.
    """
    notes = [missing_in(view, missing)] if missing else []
    return [*notes, *_of_figures(view, used), *break_remarks(view, used if shown is None else shown)]


def _of_figures(view: View, used: Sequence[Period]) -> list[Phrase]:
    """Return what must be said of single figures: their status, their notes, what the last report said of them."""
    notes = [*_by_status(view, used, "provisional"), *_by_status(view, used, "estimated"), *_revisions(view, used)]
    noted = (period for period in used if view.series.values[period].status == "final")
    return notes + [status_remark(view, [period]) for period in noted if view.series.values[period].note]


def named_remarks(view: View, used: Sequence[Period]) -> list[Phrase]:
    """Return what must be said of single figures under the name of their series: `judges: note on 2023: …`."""
    label = view.language.plain(view.indicator.label or view.key.replace("_", " "))
    name = label if view.part is None else view.noun_of(view.part).other
    return [fill(view.language.patterns.of_label, label=name, remark=note) for note in _of_figures(view, used)]


def remarks_of_parts(view: View, places: Sequence[int], periods: Sequence[Period]) -> list[Phrase]:
    """Return what must be said of the figures of parts, under their names: `women: the figure for 2025 is provisional`.

    What is said of the whole in the same period holds for its parts, and is not said again.

    Args:
        view: the whole.
        places: the indexes of the parts that are printed.
        periods: the periods in which they are.
    """
    told: list[tuple[Phrase, list[Phrase]]] = []
    for place in places:
        part, label = view.of_part(place), text(view.noun_of(place).other)
        used = [period for period in periods if has_remark_of_its_own(view, part, period)]
        for note in _of_figures(part, used):
            labels = next((labels for said, labels in told if said == note), None)
            if labels is None:
                told.append((note, [label]))
            else:
                labels.append(label)
    pattern = view.language.patterns.of_label
    return [fill(pattern, label=join(view.language, labels), remark=note) for note, labels in told]


def has_remark_of_its_own(view: View, part: View, period: Period) -> bool:
    """Return whether something must be said of the figure of a part that is not said of the whole."""
    observation, whole = part.series.values.get(period), view.indicator.values.get(period)
    if observation is None or observation.value is None or not has_remark(observation):
        return False
    is_same = whole is not None and (whole.status, whole.note) == (observation.status, observation.note)
    return is_revised(observation) or not is_same


def compared_with(view: View, items: Phrase) -> Phrase:
    """Return `compared with 262 in 2020 and 944 in 2021`."""
    patterns = view.language.patterns
    is_rank = view.indicator.unit == "rank"
    return fill((is_rank and patterns.compared_ranks) or patterns.compared, items=items)


def missing_in(view: View, periods: Iterable[Period]) -> Phrase:
    """Return `no data are available for 2020 and 2022`."""
    return fill(view.language.patterns.missing, periods=named_in_runs(view, periods))


def break_remarks(view: View, used: Sequence[Period], said: Sequence[Period] = ()) -> list[Phrase]:
    """Return a remark for each break of the series that lies between some periods and was not said before."""
    pattern, told, breaks = view.language.patterns.broken, view.language.reason, view.indicator.breaks
    starts = [start for start in crossed(view, used) if start not in said]
    return [fill(pattern, period=named(view, [start]), reason=told(breaks[start])) for start in starts]


def has_remark(observation: Observation) -> bool:
    """Return whether something must be said of a figure by itself."""
    return bool(observation.status != "final" or observation.note or is_revised(observation))


def is_revised(observation: Observation) -> bool:
    """Return whether the last report gave another value for the same period."""
    return None not in (observation.value, observation.previous) and observation.value != observation.previous


def _revisions(view: View, used: Sequence[Period]) -> list[Phrase]:
    """Return one remark for all figures that the last report gave otherwise, with what it said."""
    periods = dict.fromkeys(period for period in used if is_revised(view.series.values[period]))
    revised = sorted(periods, key=lambda period: period.order)
    if not revised:
        return []
    values = [former_value(view, period) for period in revised]
    sources = [former_source(view, period, is_dated=True) for period in revised]
    if len(revised) > 1 and len(set(values)) == 1:  # "as three and three, respectively" would say it twice
        pattern, numbers = view.language.patterns.revised[2], [number(view, values[0], tuple(sources))]
    else:
        pattern = view.language.patterns.revised[len(revised) > 1]
        numbers = [number(view, value, (source,)) for value, source in zip(values, sources, strict=True)]
    former = join(view.language, [Phrase((one,)) for one in numbers])
    return [fill(pattern, periods=named(view, revised), former=former)]


def former_value(view: View, period: Period) -> Decimal:
    """Return what the last report said of a period whose figure was revised."""
    value = view.series.values[period].previous
    if value is None:
        raise AssertionError("only a revised figure has a former one")
    return value


def former_source(view: View, period: Period, *, is_dated: bool) -> Source:
    """Return the provenance of what the last report said of a period."""
    return Source(view.key, view.part, (period,), is_former=True, is_dated=is_dated)


def lone_remark(view: View, period: Period) -> list[Phrase]:
    """Return what must be said of the only figure of a sentence, which need not be named again."""
    patterns, observation, plain = view.language.patterns, view.series.values[period], view.language.plain
    alone = {"provisional": patterns.provisional_alone, "estimated": patterns.estimated_alone}.get(observation.status)
    if alone is None:
        return [text(plain(observation.note))] if observation.note else []
    remark = fill(alone)
    return [fill(patterns.noted, remark=remark, note=plain(observation.note)) if observation.note else remark]


def crossed(view: View, used: Sequence[Period]) -> list[Period]:
    """Return the breaks of the series that lie between some periods: each as the first period of the new series."""
    return [
        start
        for start in sorted(view.indicator.breaks, key=lambda period: period.order)
        if any(period.start < start.start for period in used) and any(period.end >= start.start for period in used)
    ]


def _by_status(view: View, used: Sequence[Period], status: str) -> list[Phrase]:
    """Return one remark for all figures of a status, and one for each that has a note of its own."""
    marked = {period: view.series.values[period] for period in used if view.series.values[period].status == status}
    plain = [period for period, observation in marked.items() if not observation.note]
    groups = ([plain] if plain else []) + [[period] for period in marked if period not in plain]
    return [status_remark(view, group) for group in groups]


def status_remark(view: View, periods: Sequence[Period]) -> Phrase:
    """Return what must be said of figures of one status and one note: `the figures for 2022 and 2023 are provisional`.

    Args:
        view: the series.
        periods: of the figures, one or more; a final figure among them has a note.
    """
    patterns, first = view.language.patterns, view.series.values[periods[0]]
    forms = {"provisional": patterns.provisional, "estimated": patterns.estimated}.get(first.status)
    periods_named = named(view, sorted(periods, key=lambda period: period.order))
    note = view.language.plain(first.note or "")
    if forms is None:
        return fill(patterns.note, period=periods_named, note=note)
    remark = fill(forms[len(periods) > 1], periods=periods_named)
    return fill(patterns.noted, remark=remark, note=note) if note else remark


def with_remarks(view: View, phrase: Phrase, notes: Sequence[Phrase]) -> Phrase:
    """Return a phrase with remarks after it, each after a semicolon.

    Args:
        view: the indicator, for its language.
        phrase: what is remarked on.
        notes: the remarks, in their order.
    """
    for remark in notes:
        phrase = fill(view.language.patterns.remark, phrase=phrase, remark=remark) if phrase != EMPTY else remark
    return phrase


def in_parentheses(view: View, phrase: Phrase, inner: Phrase, notes: Sequence[Phrase] = ()) -> Phrase:
    """Return a phrase and, in parentheses, what explains it; the phrase alone where nothing does."""
    content = with_remarks(view, inner, notes)
    if content == EMPTY:
        return phrase
    patterns = view.language.patterns
    # The space as one with the bracket: a comma that closes a Russian clause goes before both.
    return phrase + fill(("" if phrase == EMPTY else patterns.space) + patterns.parenthesis, inner=content)
