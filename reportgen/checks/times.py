"""Whether a sentence and its figures agree in time: looked at on the composed tree, where all words are known.

In comes the document; out come diagnostics at the places of the references. A figure is looked at where a text asked
for it and the words that were written with it do not say when it was counted. Times that are typed and times that a
reference prints are judged alike.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.checks.finding import Checked
from reportgen.checks.questions import confirmed
from reportgen.claims.clauses import find_baselines
from reportgen.claims.governing import Governor, Hold, find_governors, lead_in
from reportgen.claims.passages import Span
from reportgen.claims.times import Measured, Relation, TimeExpression, fits, read_times
from reportgen.diagnostics import Diagnostic, Literal, Place, Subject, word
from reportgen.document.tree import (
    Block,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    ItemList,
    Note,
    Paragraph,
    Table,
)
from reportgen.document.walk import plain_text, walk_inlines
from reportgen.languages.en import time_words as words
from reportgen.model import Indicator, Period
from reportgen.model.indicators import label_of

_ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " "})


class Passage(Struct, frozen=True):
    """The text of a paragraph, an item, a cell or a note, with its figures and the times that its surroundings give."""

    text: str
    figures: tuple[tuple[Span, Figure], ...]
    lead: tuple[TimeExpression, ...] = ()


def figures_agree_in_time(document: Document, checked: Checked) -> tuple[Diagnostic, ...]:
    """Return RG430 to RG432 for every reference whose figure is not of the time that its sentence names.

    Args:
        document: the composed document.
        checked: the report that it was made from.
    """
    found: dict[tuple[Place | None, str], Diagnostic] = {}
    for passage in passages(document):
        for diagnostic, figure in _judged(passage, checked):
            reference = figure.reference
            found.setdefault((diagnostic.place, reference.text if reference else ""), diagnostic)
    return tuple(found.values())


# ---- the passages of a document -------------------------------------------------------------------------------


def passages(document: Document) -> Iterator[Passage]:
    """Return every run of text of a document with its figures, in the order of reading."""
    before: Block | None = None
    for block in document.blocks:
        match block:
            case Paragraph() | Heading():
                yield from _read(block.children)
            case ItemList():
                yield from _items(block, _lead_of(before))
            case Table():
                yield from _cells(block)
            case _:
                pass
        before = block


def _read(inlines: Inlines, lead: tuple[TimeExpression, ...] = ()) -> Iterator[Passage]:
    """A run of inlines, and the notes in it, each by itself."""
    placed = tuple(_placed(inlines, 0))
    yield Passage(plain_text(inlines).translate(_ALIKE), placed, lead)
    for inline in walk_inlines(inlines):
        if isinstance(inline, Note):
            text = plain_text(inline.children).translate(_ALIKE)
            yield Passage(text, tuple(_placed(inline.children, 0)))


def _placed(inlines: Iterable[Inline], offset: int) -> Iterator[tuple[Span, Figure]]:
    """The figures of a run with their places in its text."""
    for inline in inlines:
        length = len(plain_text((inline,)))
        if isinstance(inline, Figure):
            yield Span(offset, offset + length), inline
        elif length and not isinstance(inline, Note):
            yield from _placed(getattr(inline, "children", ()), offset)
        offset += length


def _lead_of(block: Block | None) -> tuple[TimeExpression, ...]:
    """The times that a paragraph gives to the list after it."""
    return _lead_in(block.children) if isinstance(block, Paragraph) else ()


def _lead_in(inlines: Inlines) -> tuple[TimeExpression, ...]:
    return lead_in(plain_text(inlines).translate(_ALIKE), [span for span, _ in _placed(inlines, 0)])


def _items(block: ItemList, lead: tuple[TimeExpression, ...]) -> Iterator[Passage]:
    for item in block.items:
        yield from _read(item.children, lead)
        for below in item.lists:
            yield from _items(below, _lead_in(item.children) or lead)


def _cells(table: Table) -> Iterator[Passage]:
    """The cells of a table, each under the times of its column and of its row."""
    heads = [_period_of(cell.children) for cell in table.head]
    for inlines in (table.caption, table.source):
        yield from _read(inlines)
    for row in table.rows:
        named = _period_of(row.cells[0].children) if row.cells else ()
        for column, cell in enumerate(row.cells):
            above = heads[column] if column < len(heads) else ()
            yield from _read(cell.children, (*above, *(named if column else ())))


def _period_of(inlines: Inlines) -> tuple[TimeExpression, ...]:
    """The time that a head names: a period by itself, or one with its preposition."""
    text = plain_text(inlines).translate(_ALIKE)
    return tuple(read_times(text)) or tuple(one for one in read_times(f"in {text}") if one.span.start == 0)


# ---- the judgment ---------------------------------------------------------------------------------------------


def _judged(passage: Passage, checked: Checked) -> Iterator[tuple[Diagnostic, Figure]]:
    """The diagnostics of a passage, each with its figure."""
    asked = [one for one in passage.figures if one[1].reference is not None and not one[1].is_dated and one[1].periods]
    if not asked:
        return
    governors = find_governors(passage.text, [span for span, _ in passage.figures], passage.lead)
    held = {span: governor for (span, _), governor in zip(passage.figures, governors, strict=True)}
    baselines = find_baselines(passage.text, [span for span, _ in asked])
    for (span, figure), against in zip(asked, baselines, strict=True):
        governor = held[span]
        found = _judge(governor, figure, checked) if governor is not None else None
        if found is None and figure.is_change:
            found = _judge_baseline(against, figure, checked)
        if found is not None:
            yield found, figure


def _judge_baseline(times: Sequence[TimeExpression], figure: Figure, checked: Checked) -> Diagnostic | None:
    """What is to be said of a change that is not the one against the year that its clause compares with."""
    first = Period.parse(figure.periods[0])
    if not times or any(first in one.periods for one in times):
        return None
    return _doubted(times[0], figure, _measured(figure, checked.merged.indicators[figure.indicator]), checked)


def _judge(governor: Governor, figure: Figure, checked: Checked) -> Diagnostic | None:
    """What is to be said of a figure and the times that govern it; None where they agree."""
    measured = _measured(figure, checked.merged.indicators[figure.indicator])
    reporting = _span(checked.report.settings.reporting_years)
    if any(_allows(one, measured, reporting, governor) for one in (*governor.times, *governor.also)):
        return None
    time = governor.times[0]
    is_plain = not time.meaning and time.relation in {Relation.WITHIN, Relation.AT}
    if governor.hold is Hold.FIRM and is_plain and sum(len(one.periods) for one in governor.times) == 1:
        whole = time.whole
        is_part = whole is not None and measured.period in whole and whole != measured.period
        code = "RG432" if is_part and whole is not None and whole.is_span else "RG430"
        return _worded(code, time, figure, measured, checked)
    if figure.reference is not None and figure.reference.names_period:
        return None
    return _doubted(time, figure, measured, checked)


def _doubted(time: TimeExpression, figure: Figure, measured: Measured, checked: Checked) -> Diagnostic | None:
    """The question about a figure, unless it was answered."""
    subject = _subject(figure, measured, checked)
    if subject is not None and ("RG431", subject) in confirmed(checked):
        return None
    return _worded("RG431", time, figure, measured, checked, subject)


def _measured(figure: Figure, indicator: Indicator) -> Measured:
    periods = [Period.parse(one) for one in figure.periods]
    first, last = min(one.start for one in periods), max(one.end for one in periods)
    end = max(periods, key=lambda period: period.order)
    latest = indicator.periods[-1] if indicator.periods else None
    return Measured(Period(first, last), indicator.measure == "stock", figure.is_change, end, latest)


def _span(years: Sequence[int]) -> Period:
    return Period((min(years), 1), (max(years), 12))


def _allows(one: TimeExpression, measured: Measured, reporting: Period, governor: Governor) -> bool:
    """Whether a figure may stand under a time, also under one that is known from the context."""
    if one.periods:
        if governor.place is not None and len(one.periods) > governor.place:
            return fits(TimeExpression(one.span, one.text, one.relation, (one.periods[governor.place],)), measured)
        return fits(one, measured, ends=governor.is_end)
    if one.meaning == words.REPORTING:
        return measured.period == reporting
    if one.meaning in {words.SAME, words.NEXT}:
        return True  # nothing before it says which year that is
    years = measured.period.months // 12
    if one.meaning == words.RECENT:
        return years == one.years if one.years else years > 1
    return one.meaning == words.REPORTED and years > 1


# ---- what is said ---------------------------------------------------------------------------------------------


def _worded(
    code: str,
    time: TimeExpression,
    figure: Figure,
    measured: Measured,
    checked: Checked,
    subject: Subject | None = None,
) -> Diagnostic:
    """The diagnostic at the place of the reference."""
    indicator, reference = checked.merged.indicators[figure.indicator], figure.reference
    first, last = figure.periods[0], str(measured.end)
    period = str(measured.period).replace("-", "–") if measured.period.is_span else str(measured.period)
    values = {
        "time": time.text,
        "figure": figure.text,
        "what": Literal(f"the change from {first} to {last}" if measured.is_change else f"the figure for {period}"),
        "label": label_of(indicator, figure.indicator),
        "remedy": Literal(_remedy(time, figure, indicator, measured)),
    }
    place = reference.place if reference is not None else None
    return replace(word(code, values, place), subject=subject)


def _remedy(time: TimeExpression, figure: Figure, indicator: Indicator, measured: Measured) -> str:
    """What to write: the figure of the time that the text names, or the time of the figure that it names."""
    key, meant = figure.indicator, time.whole
    own = f"for {measured.end}, write “in {measured.end}”"
    if measured.end == measured.latest:
        own = f"for the latest figure, write “in {{{{ {key} | last_period }}}}”, so that the year follows the figures"
    if meant is None or meant == measured.period:
        return own
    if indicator.value(meant) is not None and not measured.is_change:
        return f"for the figure of {meant}, write {{{{ {key} | at({_written(meant)}) }}}}; {own}"
    if meant.is_span and not measured.is_change and indicator.adds_up_over_time:
        return (
            f"for the whole of {str(meant).replace('-', '–')}, write {{{{ {key} | total }}}} or give its figure; {own}"
        )
    return own


def _written(period: Period) -> str:
    return str(period) if period.is_year else f"'{period}'"


def _subject(figure: Figure, measured: Measured, checked: Checked) -> Subject | None:
    """The one figure that a question is about, so that an answer can be matched with it."""
    path = figure.paths[-1] if figure.paths else ()
    part: str | None = None
    match path:
        case ("submissions", int(number), "indicators", str(key), "breakdown", int(index), *_):
            part = checked.report.submissions[number].indicators[key].breakdown[index].called(one=False)
        case ("submissions", *_):
            pass
        case _:
            return None
    indicator = checked.merged.indicators[figure.indicator]
    series = next((one for one in indicator.breakdown if part is not None and one.called(one=False) == part), indicator)
    period = measured.end or measured.period
    return Subject(figure.indicator, part, str(period), series.value(period))
