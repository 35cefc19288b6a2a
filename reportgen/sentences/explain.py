"""Why a text is what it is: the facts found, the references that fit with their texts, the choice and its reason.

In: an indicator. Out: an `Explanation`, a value that the command line prints and a coordinator picks from.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportgen.languages.en.explaining import BARE, DIRECTIONS, FACTS, HEADS, MEASURES, REASONS, TRENDS
from reportgen.model import Currency, Noun, Period
from reportgen.sentences.errors import PhraseError
from reportgen.sentences.filters.registry import apply_filter
from reportgen.sentences.generated import SentenceForm, SeriesShape, choose, find_shape, report
from reportgen.sentences.phrase import Parts, TableSpec
from reportgen.sentences.realise import realise, realise_cell, text_of
from reportgen.sentences.remarks import has_remark, is_revised
from reportgen.sentences.view import View

_TRIED: tuple[tuple[str, dict[str, object]], ...] = (
    ("value", {}),
    ("value", {"unit": True}),
    ("about", {}),
    ("compared", {}),
    ("compared", {"unit": True}),
    ("comparison", {}),
    ("with_previous", {}),
    ("by_year", {}),
    ("respectively", {}),
    ("total", {}),
    ("total_by_year", {}),
    ("total_including", {}),
    ("yearly_average", {}),
    ("change", {}),
    ("change", {"form": "noun"}),
    ("change", {"show": "none"}),
    ("multiplied", {}),
    ("from_to", {}),
    ("from_to", {"years": False}),
    ("fold", {}),
    ("yearly_change", {}),
    ("rank_change", {}),
    ("breakdown", {}),
    ("period", {}),
    ("as_at", {}),
)
"""References that are tried, the most usual first."""


class Fact(Struct, frozen=True):
    """One fact of an indicator."""

    name: str
    value: str


class FittingForm(Struct, frozen=True):
    """A reference and what it gives."""

    reference: str
    """`{{ victims | compared }}`"""
    text: str


class Explanation(Struct, frozen=True):
    """What is known of an indicator, and the texts that are made of it."""

    key: str
    facts: tuple[Fact, ...]
    generated: tuple[str, ...]
    """The generated paragraphs; a table as its caption."""
    reason: str
    """Why the generated text has its form."""
    forms: tuple[FittingForm, ...]

    def __str__(self) -> str:
        """Return the explanation as lines for a terminal."""
        width = max((len(fact.name) for fact in self.facts), default=0)
        facts = [f"  {fact.name:<{width}}  {fact.value}" for fact in self.facts]
        forms = [line for form in self.forms for line in (f"  {form.reference}", f"      {form.text}")]
        head = {name: words.format(key=self.key, reason=self.reason) for name, words in HEADS.items()}
        generated = [f"  {text}" for text in self.generated]
        return "\n".join(
            [head["facts"], *facts, "", head["generated"], *generated, f"  ({head['why']})", "", head["forms"], *forms]
        )


def explain(view: View) -> Explanation:
    """Return everything that is known of an indicator."""
    shape = find_shape(view)
    form = choose(shape, view.options.table_from)
    return Explanation(
        view.key,
        tuple(Fact(FACTS[name], value) for name, value in _facts(shape) if value),
        tuple(_generated(view)),
        _reason(shape, form),
        tuple(_forms(view)),
    )


# ---- facts ----------------------------------------------------------------------------------------------------


def _facts(shape: SeriesShape) -> Iterator[tuple[str, str]]:
    """Yield the facts by their names, in the order in which they are told; empty ones are left out."""
    view = shape.view
    yield "label", view.indicator.label or ""
    yield "unit", _unit(view)
    yield "measure", MEASURES[view.indicator.nature]
    yield "latest", _values(view, shape.periods[-1:])
    yield "earlier", _values(view, shape.used)
    yield "inside", _values(view, shape.inside)
    yield "unlike", _values(view, shape.unlike)
    yield "missing", ", ".join(map(str, shape.missing))
    yield "trend", TRENDS[shape.trend] if shape.latest else ""
    yield "change", _change(shape)
    yield "marked", ", ".join(_marked(view))
    yield "breaks", ", ".join(f"{period}: {reason}" for period, reason in view.indicator.breaks.items())
    yield "parts", ", ".join(part.name for part in view.indicator.breakdown)
    yield "figures", str(shape.figures)


def _unit(view: View) -> str:
    unit = view.indicator.unit
    if isinstance(unit, Noun):
        return f"{unit.one}, {unit.other}"
    return unit.currency if isinstance(unit, Currency) else unit or BARE


def _values(view: View, periods: Iterable[Period]) -> str:
    return ", ".join(f"{period}: {view.value(period):,f}" for period in periods)


def _change(shape: SeriesShape) -> str:
    found = shape.change
    return f"{found.direction}, {found.amount}" if found is not None and found.amount is not None else ""


def _marked(view: View) -> Iterator[str]:
    for period, observation in view.series.values.items():
        if observation.value is not None and has_remark(observation):
            former = f", previously {observation.previous}" if is_revised(observation) else ""
            note = f", {observation.note}" if observation.note else ""
            yield f"{period}: {observation.status}{former}{note}"


def _reason(shape: SeriesShape, form: SentenceForm) -> str:
    limit = str(shape.view.options.table_from)
    direction = DIRECTIONS.get(shape.trend, "")
    return REASONS[form].format(figures=str(shape.figures), limit=limit, direction=direction)


# ---- texts ----------------------------------------------------------------------------------------------------


def _generated(view: View) -> Iterator[str]:
    for block in report([view]):
        yield _cell(view, block.caption) if isinstance(block, TableSpec) else _prose(view, block)


def _forms(view: View) -> Iterator[FittingForm]:
    """Yield the references that can be written, with their texts; of those that give the same text, the first."""
    seen: set[str] = set()
    for name, arguments in [*_TRIED, *_parts(view)]:
        try:
            wording = _prose(view, (apply_filter(name, view, (), arguments),))
        except PhraseError:
            continue
        if wording not in seen:
            seen.add(wording)
            yield FittingForm(_reference(view.key, name, arguments), wording)


def _parts(view: View) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield references to breakdowns and parts."""
    for by in view.indicator.criteria:
        if by is not None:
            yield "breakdown", {"by": by}
    for part in view.indicator.breakdown:
        label = part.name
        yield "compared", {"including": label}
        yield "compared", {"part": label, "unit": True}


def _reference(key: str, name: str, arguments: dict[str, object]) -> str:
    if name == "value" and not arguments:
        return f"{{{{ {key} }}}}"
    given = ", ".join(f"{argument}={value!r}" for argument, value in arguments.items())
    return f"{{{{ {key} | {name}{f'({given})' if given else ''} }}}}"


def _prose(view: View, parts: Parts) -> str:
    return text_of(realise(view.language, view.options, parts))


def _cell(view: View, parts: Parts) -> str:
    return text_of(realise_cell(view.language, view.options, parts))
