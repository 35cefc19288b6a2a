"""Shares in words that say a percentage from data once more: `less than half (55.4 per cent) of judges`."""

from collections.abc import Iterator

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.typed.amounts import doubt_restated, ends_clause, placed
from reportgen.checks.typed.share_words import APPOSING, HUNDRED, MARKS, ToldShare, start_of
from reportgen.claims.model import Measure
from reportgen.languages.en.quantifiers import RESTATING
from reportgen.languages.words import word_set


def doubt_percentage(said: Sentence, share: ToldShare) -> Iterator[Doubt]:
    """Yield RG386 for a share in words that a percentage beside it contradicts."""
    percentage = _percentage(said, share)
    if percentage is not None and not share.range.holds(percentage.value / HUNDRED):
        yield doubt_restated(said.line.span_of(share.first, share.last), percentage)


def _percentage(said: Sentence, share: ToldShare) -> Observed | None:
    """Return the percentage that a share in words says once more: `less than half (55.4 per cent) of judges`."""
    line = said.line
    quantity = line.items[share.last].quantity
    if quantity is not None and quantity.measure is Measure.PER_CENT:
        return None  # of two percentages the judge of amounts speaks
    figure = _apposed_figure(said, share) or next((one for one in said.figures if one.at > share.last), None)
    if figure is None or said.indicator(figure).unit != "percent":
        return None
    if figure.at < share.first:
        return figure
    is_said = placed(line, share.last, figure.at, said.known(figure)) or ends_clause(line, share.last, figure.at)
    return figure if is_said else None


def _apposed_figure(said: Sentence, share: ToldShare) -> Observed | None:
    """Return the figure that a share at the end says once more: `55.4 per cent of judges were women, i.e. about half`.

    Only where nothing but the share stands between two marks: not `19 per cent, a third of them in the capital`.
    """
    line, first = said.line, start_of(said.line, share.first)
    while line.low(first - 1) in RESTATING | {"."} and first > 1:
        first = start_of(line, first - 1)
    mark, behind = line.low(first - 1), line.low(share.last + 1)
    if mark not in APPOSING or behind not in MARKS | {"", "."}:
        return None
    near = [at for at in line.quantities if at < first]
    figure = said.figure_at(near[-1]) if near else None
    if figure is None or not _JOINTS.isdisjoint(line.words(figure.at, first - 1 - figure.at)):
        return None
    return figure


_JOINTS = word_set(", ; : and but while whereas")
