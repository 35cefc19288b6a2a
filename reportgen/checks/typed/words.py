"""What authors typed around figures from data, held against the data: each judge reads one kind of words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.checks.beside import Doubt, Sentence, SentenceReader, label_of_series, subject_of
from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.typed.numbers import TypedNumbers
from reportgen.claims.model import Measure
from reportgen.diagnostics import Place
from reportgen.document.passages import Passage
from reportgen.languages.en.lexicon import (
    AGO,
    BETTER,
    CHANGING,
    LESS,
    MORE,
    OUTNUMBERING,
    PASSING,
    SAMENESS,
    TRENDS,
    WORSE,
)
from reportgen.languages.en.quantifiers import PERIODS, QUANTIFIERS, TARGETS, VAGUE, YEARLY
from reportgen.languages.en.time_words import SPANNING
from reportgen.languages.words import word_set
from reportgen.remembering import Held, remembered_of

if TYPE_CHECKING:
    from reportgen.document.tree import Figure


def words_beside_data(context: CheckContext, typed: TypedNumbers) -> Iterator[Finding]:
    """Yield RG386 to RG389, RG433 and RG434 for what is typed beside a figure and is not so by the indicator's values.

    Args:
        context: with the figures as they are printed.
        typed: the passages of the document, and where their words were written.
    """
    reader, places = Held(SentenceReader(context.merged), context.merged), typed.walk() if typed.passages else None
    for index, passage in enumerate(typed.passages):
        doubts = _doubted(passage, reader)
        wrong = [span for (at, span), one in typed.matches.items() if at == index and not one.agrees] if doubts else []
        for doubt in doubts:
            subject = subject_of(doubt.figure, context.merged)
            is_typed, place = places.find(passage.position, passage.text, *doubt.span) if places else (False, None)
            place = place or _place_of_figure(passage) if is_typed else place
            is_settled = (doubt.code, subject) in context.confirmed or any(map(doubt.span.touches, wrong))
            if is_typed and place is not None and not is_settled:
                label = label_of_series(doubt.figure, context.merged)
                values = {"typed": doubt.span.of(passage.text), "label": label, **doubt.values}
                yield Finding(doubt.code, place, values, subject=subject)


def titles_beside_data(context: CheckContext, typed: TypedNumbers) -> Iterator[Finding]:
    """Yield RG433 for the title of a theme that says which way the figures of its replies went, and is not so."""
    reader = Held(SentenceReader(context.merged), context.merged)
    printed: dict[int | None, list[Figure]] = {}
    for passage in typed.passages:
        printed.setdefault(passage.issue, []).extend(one.figure for one in passage.figures)
    for number, part in enumerate(context.report.outline.parts):
        for place, theme in enumerate(part.themes):
            below = tuple(figure for issue in theme.issues for figure in printed.get(issue.number, ()))
            title = Passage(str(theme.title or ""), 0, None, below=below)
            for doubt in _doubted(title, reader) if title.text and below else ():
                subject = subject_of(doubt.figure, context.merged)
                if (doubt.code, subject) not in context.confirmed:
                    label = label_of_series(doubt.figure, context.merged)
                    values = {"typed": doubt.span.of(title.text), "label": label, **doubt.values}
                    path = ("outline", "parts", number, "themes", place, "title")
                    yield Finding(doubt.code, path, values, subject=subject)


def _place_of_figure(passage: Passage) -> Place | None:
    """Return where the first figure of a passage was asked for: a reply that is a list alone has no paragraph."""
    figures = (*(one.figure for one in passage.figures), *passage.below)
    return next((one.reference.place for one in figures if one.reference is not None), None)


@remembered_of
def _doubted(passage: Passage, reader: Held[SentenceReader]) -> tuple[Doubt, ...]:
    doubts = (doubt for said in reader.value.read(passage) for doubt in _doubts(said))
    return tuple(sorted(doubts, key=lambda doubt: doubt.span))


def _doubts(said: Sentence) -> Iterator[Doubt]:
    """Yield what the judges say of a sentence whose words stand in it; each is loaded for the first such sentence."""
    if said.words & _CHANGES or said.measures & {Measure.TIMES, Measure.FRACTION} or said.is_relative:
        yield from _doubts_of_change(said)
    if said.figures and said.words & (_STEPPING if said.measures else _NOTHING):
        from reportgen.checks.typed.steps import doubt_steps

        yield from doubt_steps(said)
    if said.figures and said.words & SPANNING:
        from reportgen.checks.typed.spans import doubt_spans

        yield from doubt_spans(said)
    if said.figures and said.words & _TRENDING:
        from reportgen.checks.typed.trends import doubt_trends

        yield from doubt_trends(said)
    if said.figures and said.words & _PAIRING:
        yield from _doubts_of_pairs(said)
    if said.measures or said.words & VAGUE.keys():
        yield from _doubts_of_numbers(said)
    if said.measures & {Measure.FRACTION, Measure.PER_CENT, Measure.COUNT} or said.words & _SHARING:
        from reportgen.checks.typed.shares import doubt_shares

        yield from doubt_shares(said)
    if said.figures or said.shares:
        from reportgen.checks.typed.nouns import doubt_nouns

        yield from doubt_nouns(said)


def _doubts_of_pairs(said: Sentence) -> Iterator[Doubt]:
    """Yield what the judges of two figures say: of comparisons, and of ratios."""
    from reportgen.checks.typed.pairs import doubt_pairs

    yield from doubt_pairs(said)
    if said.words & _RATIOS:
        from reportgen.checks.typed.ratios import doubt_ratios

        yield from doubt_ratios(said)


def _doubts_of_numbers(said: Sentence) -> Iterator[Doubt]:
    """Yield what the judges say of numbers beside figures: of the same once more, of targets, of averages."""
    from reportgen.checks.typed.amounts import doubt_amounts

    yield from doubt_amounts(said)
    if said.measures and said.figures and said.words & TARGETS:
        from reportgen.checks.typed.targets import doubt_targets

        yield from doubt_targets(said)
    if said.measures and said.words & PERIODS:
        from reportgen.checks.typed.rates import doubt_rates

        yield from doubt_rates(said)
    if said.measures and said.words & YEARLY:
        from reportgen.checks.typed.averages import doubt_averages

        yield from doubt_averages(said)


def _doubts_of_change(said: Sentence) -> Iterator[Doubt]:
    """Yield what the judges of change say: of several series, of a ranking, or of one series."""
    if len({figure.where[:2] for figure in said.spoken}) > 1:
        from reportgen.checks.typed.clauses import doubt_clauses

        yield from doubt_clauses(said)
    elif any(said.indicator(figure).unit == "rank" for figure in said.spoken):
        from reportgen.checks.typed.places import doubt_places

        yield from doubt_places(said)
    elif said.spoken:
        from reportgen.checks.typed.changes import doubt_changes

        yield from doubt_changes(said)


_SHARING = QUANTIFIERS.keys() | {"every"}
_PAIRING = (
    MORE
    | LESS
    | SAMENESS
    | OUTNUMBERING
    | PASSING
    | word_set("equal equally every each per ratio difference gap margin most least largest biggest smallest")
)
_RATIOS = word_set("every each per ratio")
_NOTHING = word_set("no none nobody single")
_STEPPING = _NOTHING | word_set("not from bringing raising increasing taking")
_TRENDING = word_set("+ - – − plus minus") | TRENDS
_CHANGES = CHANGING | SAMENESS | AGO | BETTER | WORSE | word_set("better best worse worst lost losing gaining")
