"""Time in a sentence: whether a figure is of the time that its sentence names, checked on the composed tree.

A figure is checked where a text refers to it and the words that were written with it do not say when it was counted.
Times that are typed and times that a reference prints are judged alike.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.parts_of_year import is_other_part, words_beside, words_of_part
from reportgen.claims.clauses import SIDES, find_baselines
from reportgen.claims.fitting import Measured, fits, measure
from reportgen.claims.governing import Governor, Hold, find_governors, lead_in
from reportgen.claims.passages import Span, sentences
from reportgen.claims.times import Relation, TimeExpression, read_times
from reportgen.diagnostics import Literal, QuestionSubject
from reportgen.document.cells import heads_above
from reportgen.document.tree import Block, Document, Figure, Heading, Inlines, ItemList, Note, Paragraph, Table
from reportgen.document.walk import plain_text, printed_spans, walk_inlines
from reportgen.document.words import figures_in
from reportgen.languages.en import time_words as words
from reportgen.languages.language import load
from reportgen.model import Indicator, Period
from reportgen.model.indicators import label_of
from reportgen.regex import regex
from reportgen.remembering import Held, remembered_of

_ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " "})


class TimedPassage(Struct, frozen=True):
    """The text of a paragraph, an item, a cell or a note, with its figures and the times that its surroundings give."""

    text: str
    figures: tuple[tuple[Span, Figure], ...]
    lead: tuple[TimeExpression, ...] = ()


def figures_agree_in_time(context: CheckContext) -> Iterator[Finding]:
    """Yield RG430 to RG432 for every reference whose figure is not of the time that its sentence names.

    Yield RG749 for a figure of the last report under no time: after `reportgen rollover` it is the latest one until its
    agency sends another.
    """
    found: dict[tuple[object, str], Finding] = {}
    for passage in timed_passages(context.tree) if context.tree else ():
        for finding, figure in _judge_passage(passage, context):
            found.setdefault((finding.at, figure.reference.text if figure.reference else ""), finding)
    yield from found.values()


# ---- the passages of a document -------------------------------------------------------------------------------


def timed_passages(document: Document) -> tuple[TimedPassage, ...]:
    """Return every run of text of a document that holds figures, with them, in the order of reading."""
    return _timed_passages(Held(document))


@lru_cache(1)  # two checks ask for them
def _timed_passages(document: Held[Document]) -> tuple[TimedPassage, ...]:
    return tuple(_passages(document.value))


def _passages(document: Document) -> Iterator[TimedPassage]:
    before: Block | None = None
    for block in document.blocks:
        yield from _of_block(block, _lead_in(before.children, block) if isinstance(before, Paragraph) else ())
        before = block


@remembered_of
def _of_block(block: Block, lead: tuple[TimeExpression, ...]) -> tuple[TimedPassage, ...]:
    """Return the passages of a block."""
    match block:
        case Paragraph() | Heading():
            return tuple(_read(block.children))
        case ItemList():
            return tuple(_items(block, lead))
        case Table():
            return tuple(_cells(block))
        case _:
            return ()


def _read(inlines: Inlines, lead: tuple[TimeExpression, ...] = ()) -> Iterator[TimedPassage]:
    """Yield a run of inlines, and the notes in it, each by itself."""
    held = list(walk_inlines(inlines))
    if not any(type(inline) is Figure for inline in held):  # as most runs
        return
    runs = [(inlines, lead), *((inline.children, ()) for inline in held if type(inline) is Note)]
    for run, times in runs:
        if figures := tuple(_figures(run)):
            yield TimedPassage(_text(run), figures, times)


def _text(inlines: Inlines) -> str:
    return plain_text(inlines).translate(_ALIKE)


def _figures(inlines: Inlines) -> Iterator[tuple[Span, Figure]]:
    """Yield the figures of a run with their places in its text."""
    yield from ((Span(start, end), one) for start, end, one in printed_spans(inlines) if isinstance(one, Figure))


def _lead_in(inlines: Inlines, block: Block) -> tuple[TimeExpression, ...]:
    """Return the times that a paragraph or an item gives to the figures of the list after it, where it has any."""
    if not isinstance(block, ItemList) or not figures_in(block):
        return ()
    return lead_in(_text(inlines), [span for span, _ in _figures(inlines)])


def _items(block: ItemList, lead: tuple[TimeExpression, ...]) -> Iterator[TimedPassage]:
    for item in block.items:
        yield from _read(item.children, lead)
        for below in item.lists:
            yield from _items(below, _lead_in(item.children, below) or lead)


def _cells(table: Table) -> Iterator[TimedPassage]:
    """Yield the cells of a table, each under the times of its column and of its row; without any, under its title's."""
    title = _time_of_title(_text(table.caption))
    heads = [tuple(time for cell in above for time in _period_of(cell.children)) for above in heads_above(table)]
    for inlines in (table.caption, table.source):
        yield from _read(inlines)
    for row in table.rows:
        named = _period_of(row.cells[0].children) if row.cells else ()
        for column, cell in enumerate(row.cells):
            above = heads[column] if column < len(heads) else ()
            yield from _read(cell.children, (*above, *(named if column else ())) or title)


def _time_of_title(title: str) -> tuple[TimeExpression, ...]:
    """Return the year of all cells that the title of a table names: `Victims in 2022`, `Victims, 2022`.

    A span is the time of them together: `Victims in 2020–2023`.
    """
    last = title.rpartition("(")[2].rstrip(")") if title.endswith(")") else title.rpartition(",")[2]
    bare = f"in {last.strip()}"
    found = read_times(title) or [time for time in read_times(bare) if time.text == bare]
    return tuple(time for time in found if time.whole is not None and not time.whole.is_span)


def _period_of(inlines: Inlines) -> tuple[TimeExpression, ...]:
    """Return the time that a head names: a period by itself, or one with its preposition."""
    text = _text(inlines)
    return tuple(read_times(text)) or tuple(time for time in read_times(f"in {text}") if time.span.start == 0)


# ---- the judgment ---------------------------------------------------------------------------------------------


def _judge_passage(passage: TimedPassage, context: CheckContext) -> Iterator[tuple[Finding, Figure]]:
    """Yield the findings in a passage, each with its figure."""
    asked = [one for one in passage.figures if one[1].reference is not None and not one[1].is_dated and one[1].periods]
    if not asked:
        return
    governors = find_governors(passage.text, [span for span, _ in passage.figures], passage.lead)
    held = {span: governor for (span, _), governor in zip(passage.figures, governors, strict=True)}
    baselines = find_baselines(passage.text, [span for span, _ in asked])
    for (span, figure), against in zip(asked, baselines, strict=True):
        governor = held[span]
        finding = outdated(figure, context) if governor is None else _judge(governor, figure, passage, span, context)
        if finding is None and governor is not None and not figure.is_change:
            alike = [other for at, other in passage.figures if (one := held[at]) and one.times == governor.times]
            finding = _judge_several(governor, figure, alike, context)
        if finding is None and figure.is_change:
            finding = _judge_baseline(against, figure, context)
        if finding is None and governor is not None:
            finding = _judge_distance(governor, figure, passage, span, context)
        if finding is not None:
            yield finding, figure


def _judge_baseline(times: Sequence[TimeExpression], figure: Figure, context: CheckContext) -> Finding | None:
    """Return the question about a change against another year than its clause compares with: `compared with 2019`."""
    first = Period.parse(figure.periods[0])
    if not times or any(first in time.periods for time in times):
        return None
    return _doubted(times[0], figure, _measured(figure, context.merged.indicators[figure.indicator]), context)


def _judge_distance(
    governor: Governor, figure: Figure, passage: TimedPassage, span: Span, context: CheckContext
) -> Finding | None:
    """Return the question about a change from far back under its last year alone: `In 2023, it rose by 150 per cent`.

    That is read as a change since 2022, and so is `it rose from 14 to 50`. It is none where the sentence, or what leads
    to it, names the first year.
    """
    measured, time = _measured(figure, context.merged.indicators[figure.indicator]), governor.times[0]
    told = [
        one for _, one in passage.figures if one is figure or (one.reference == figure.reference and governor.is_end)
    ]
    periods = (Period.parse(period) for one in told if not one.is_dated for period in one.periods)
    first = min(periods, key=lambda period: period.order)
    is_far = measured.end is not None and first != measured.end and not measured.end.follows(first)
    is_last_alone = governor.hold is Hold.FIRM and time.periods == (measured.end,) and len(governor.times) == 1
    if not is_far or not is_last_alone:
        return None
    sentence = _sentence_at(passage.text, span)
    times = (*read_times(sentence), *passage.lead)
    if _DISTANCE.search(sentence) or any(first in one.periods or one.years for one in times):
        return None
    return _doubted(time, figure, measured, context)


def _sentence_at(text: str, span: Span) -> str:
    return next((one.of(text) for one in sentences(text) if span.start < one.end), "")


_DISTANCE = regex(r"\b(?:years|decades?|since|earlier|ago|previously|baseline|over the period)\b", re.IGNORECASE)
"""What says that a change did not begin in the year before: `had grown by 40 per cent in five years`."""


def _judge_several(
    governor: Governor, figure: Figure, alike: Sequence[Figure], context: CheckContext
) -> Finding | None:
    """Return the question about one figure for several years, which is that of one: `In 2024 and 2025, 30 were helped`.

    Args:
        governor: what governs the figure.
        figure: the figure, which fits one of the years.
        alike: all figures that the same times govern, of which each may be that of another year.
        context: what is checked.
    """
    time = governor.times[0]
    measured = _measured(figure, context.merged.indicators[figure.indicator])
    is_one = len(time.periods) > 1 and time.whole != measured.period and governor.hold is Hold.FIRM
    if not is_one or governor.place is not None or not governor.is_alone or len({one.periods for one in alike}) > 1:
        return None
    return _doubted(time, figure, measured, context)


def _judge(
    governor: Governor, figure: Figure, passage: TimedPassage, span: Span, context: CheckContext
) -> Finding | None:
    """Return what is wrong with a figure and the times that govern it; None where they agree."""
    measured = _measured(figure, context.merged.indicators[figure.indicator])
    years = context.report.settings.reporting_years
    reporting = Period((min(years), 1), (max(years), 12))
    time = governor.times[0]
    if any(_allows(one, measured, reporting, governor) for one in (*governor.times, *governor.also)):
        is_course = words.COURSE in time.text and measured.is_stock and not (figure.is_change or governor.is_end)
        return _doubted(time, figure, measured, context) if is_course and time.periods else None
    is_season = measured.period == time.whole and not words.SEASONS.isdisjoint(time.text.casefold().split())
    is_plain = not (time.meaning or is_season) and time.relation in {Relation.WITHIN, Relation.AT}
    if governor.place is not None and len(governor.times) == 1 and governor.place < len(time.periods):
        own = time.periods[governor.place]
        time = TimeExpression(time.span, time.text, time.relation, (own,))
    candidates = sum(len(one.periods) for one in (time, *governor.times[1:]))
    if governor.hold is Hold.FIRM and is_plain and candidates == 1:
        whole = time.whole
        is_part = whole is not None and measured.period in whole and whole != measured.period
        code = "RG432" if is_part and whole is not None and whole.is_span else "RG430"
        if whole is not None and whole in measured.period and is_of_note(time.text, figure, context):
            return None
        may_be_told = is_part and code == "RG430"
        if not (may_be_told and words_of_part(measured.period) & words_beside(passage.text, span)):
            return _finding(code, time, figure, measured, context)
    # "After 2023", "in the first half" of whichever year: whatever `at=` says.
    is_denied = governor.hold is Hold.FIRM and (time.relation in SIDES or is_other_part(time, measured.period))
    if figure.reference is not None and figure.reference.names_period and not is_denied:
        return None
    return _doubted(time, figure, measured, context)


def is_of_note(time: str, figure: Figure, context: CheckContext) -> bool:
    """Return whether a note says that a figure is of the time within its year that the text names: `as at 1 July`."""
    words, wheres = load(context.report.settings.language).patterns.note_words, context.merged.by_path()
    notes = (note for path in figure.paths if path in wheres for note in context.merged.notes_of(wheres[path]))
    limits = (limit for note in notes if (limit := words.limit(note, "final")))
    clauses = (clause for limit in limits for clause in re.split("[,;،，]", limit))
    return any(words.limit(clause, "final") and words.is_told(clause, time) for clause in clauses)


def outdated(figure: Figure, context: CheckContext) -> Finding | None:
    """Return the question about a figure of the last report that stands under no time, unless it was answered."""
    measured = _measured(figure, context.merged.indicators[figure.indicator])
    reference, first = figure.reference, min(context.report.settings.reporting_years)
    if reference is None or reference.names_period or figure.is_change or measured.period.end >= (first, 1):
        return None
    former = (one.indicators.get(figure.indicator) for one in context.report.previous)
    if not any(one is not None and measured.period in one.values for one in former):
        return None
    subject = subject_of(figure, context)
    if subject is not None and ("RG749", subject) in context.confirmed:
        return None
    label = label_of(context.merged.indicators[figure.indicator], figure.indicator)
    values = {"figure": figure.text, "period": Literal(_with_dash(measured.period)), "label": label, "first": first}
    values["write"] = Literal(f"in {{{{ {figure.indicator} | last_period }}}}")
    return Finding("RG749", reference.place, values, subject=subject)


def _doubted(time: TimeExpression, figure: Figure, measured: Measured, context: CheckContext) -> Finding | None:
    """Return the question about a figure, unless it was answered."""
    subject = subject_of(figure, context)
    if subject is not None and ("RG431", subject) in context.confirmed:
        return None
    return _finding("RG431", time, figure, measured, context, subject)


def _measured(figure: Figure, indicator: Indicator) -> Measured:
    """Return what a figure measures: its period, its end, and the latest period of its indicator."""
    latest = indicator.periods[-1] if indicator.periods else None
    return measure(figure.periods, is_stock=indicator.measure == "stock", is_change=figure.is_change, latest=latest)


def _allows(time: TimeExpression, measured: Measured, reporting: Period, governor: Governor) -> bool:
    """Return whether a figure may stand under a time, also under one that is known from the context."""
    if time.periods:
        if governor.place is not None and len(time.periods) > governor.place:
            return fits(TimeExpression(time.span, time.text, time.relation, (time.periods[governor.place],)), measured)
        whole, own = time.whole, measured.period
        is_within = whole is not None and whole.is_span and own in whole and not measured.is_change
        is_end = whole is not None and own.start[0] in {whole.start[0], whole.end[0]}
        if is_within and (governor.is_extreme or (governor.is_of_pair and is_end)):
            return True
        return fits(time, measured, starts=governor.is_start, ends=governor.is_end)
    if time.meaning == words.REPORTING:
        return measured.period == reporting
    if time.meaning in {words.SAME, words.NEXT, *words.PARTS_OF_YEAR}:
        return True  # nothing before it says which year that is
    years = measured.period.months // 12
    if time.meaning == words.RECENT:
        is_end = governor.is_end and measured.period == measured.latest  # "fell to 119 in the past two years"
        return is_end or (years == time.years if time.years else years > 1)
    return time.meaning in {words.REPORTED, words.EVERY} and years > 1


# ---- the finding ----------------------------------------------------------------------------------------------


def _finding(
    code: str,
    time: TimeExpression,
    figure: Figure,
    measured: Measured,
    context: CheckContext,
    subject: QuestionSubject | None = None,
) -> Finding:
    """Return the finding at the place of the reference."""
    indicator = context.merged.indicators[figure.indicator]
    what = f"the figure for {_with_dash(measured.period)}"
    if measured.is_change:
        what = f"the change from {figure.periods[0]} to {measured.end}"
    values = {
        "time": time.text,
        "figure": figure.text,
        "what": Literal(what),
        "label": label_of(indicator, figure.indicator),
        "remedy": Literal(_remedy(time, figure, indicator, measured)),
    }
    return Finding(code, figure.reference.place if figure.reference else None, values, subject=subject)


def _remedy(time: TimeExpression, figure: Figure, indicator: Indicator, measured: Measured) -> str:
    """Return what to write: the figure of the time that the text names, or the time of the figure that it names."""
    key, meant = figure.indicator, time.whole
    own = f"for {measured.end}, write “in {measured.end}”"
    if measured.end == measured.latest:
        own = f"for the latest figure, write “in {{{{ {key} | last_period }}}}”, so that the year follows the figures"
    if measured.is_change and meant == measured.end:
        return f"name {figure.periods[0]} in the sentence as well, or write show='years' into the reference"
    if meant is None or meant == measured.period or time.relation in SIDES:
        return own
    if indicator.value(meant) is not None and not measured.is_change:
        at = str(meant) if meant.is_year else f"'{meant}'"
        return f"for the figure of {meant}, write {{{{ {key} | at({at}) }}}}; {own}"
    if meant.is_span and not measured.is_change and indicator.adds_up_over_time:
        return f"for the whole of {_with_dash(meant)}, write {{{{ {key} | total }}}} or give its figure; {own}"
    return own


def _with_dash(period: Period) -> str:
    return str(period).replace("-", "–") if period.is_span else str(period)


def subject_of(figure: Figure, context: CheckContext) -> QuestionSubject | None:
    """Return the one figure that a question is about, so that an answer can be matched with it."""
    indicator = context.merged.indicators[figure.indicator]
    part: str | None = None
    match figure.paths[-1] if figure.paths else ():
        case ("submissions", int(number), "indicators", str(key), "breakdown", int(index), *_):
            part = context.report.submissions[number].indicators[key].breakdown[index].name
        case ("submissions", *_):
            pass
        case _:
            return None
    parts = [one for one in indicator.breakdown if one.name == part]
    measured = _measured(figure, indicator)
    period = measured.end or measured.period
    return QuestionSubject(figure.indicator, part, str(period), (parts[0] if parts else indicator).value(period))
