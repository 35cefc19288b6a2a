"""Breakdowns: the parts of an indicator in one period."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from reportgen.diagnostics import Literal, nearest
from reportgen.languages.language import cldr, is_round_million
from reportgen.model import Noun, Part, Period
from reportgen.regex import regex
from reportgen.sentences.amounts import amount, behind_million, counted_noun, kind_of, said_by_noun
from reportgen.sentences.errors import PhraseError
from reportgen.sentences.filters.arguments import OptionalWords
from reportgen.sentences.filters.registry import phrase_filter
from reportgen.sentences.phrase import Number, NumberRule, Phrase, fill, join, text
from reportgen.sentences.remarks import with_remarks
from reportgen.sentences.view import View


@phrase_filter("{{ killed | breakdown(verb='were') }}")
def breakdown(view: View, verb: OptionalWords = None, by: OptionalWords = None) -> Phrase:
    """The parts, each with its label in the right number."""
    period = view.current
    parts = view.parts(criterion(view, by))
    hidden = next((place for place, _ in parts if view.of_part(place).withheld(period)), None)
    if hidden is not None:
        raise view.of_part(hidden).is_withheld(period)
    given = [(place, part) for place, part in parts if part.value(period) is not None]
    if not given:
        raise PhraseError("RG416", key=view.key, period=str(period))
    items = [labelled(view, place, period, verb) for place, _ in given]
    lacking = [part for _, part in parts if period in part.values and part.value(period) is None]
    return with_remarks(view, join(view.language, items), _lacking(view, lacking))


def labelled(view: View, place: int, period: Period, verb: str | None = None) -> Phrase:
    """Return a part with its label: `219 were civilians`, `V$600 for women`."""
    seen = view.of_part(place)
    value = seen.value(period)
    one = cldr(view.language.tag).category(abs(value)) == "one"
    counted = amount(seen, period)
    noun = view.noun_of(place)
    patterns, form = view.language.patterns, view.language.part_form(noun.other)
    label = counted_noun(view, noun, value) if form != "after" else noun.one if one else noun.other
    if kind_of(view) is not NumberRule.COUNT and form != "after":
        return fill(patterns.of_group, value=counted, label=noun.other)
    is_given = isinstance(view.indicator.breakdown[place].label, Noun)
    is_alike = noun.one == noun.other and form != "after"
    if one and value and patterns.labelled_one and not is_given and is_alike:
        return fill(patterns.labelled_one, number=counted, label=label)
    if verb:
        first, space, rest = verb.partition(" ")
        agreed = _agreed(view.language.singular_verbs, first, one=one) + space + rest
        label = view.language.indefinite(label) if one and noun.one != noun.other else label
        return fill(patterns.with_verb, number=counted, verb=agreed, label=label)
    if noun.one != noun.other:
        if form != "after" and (said := said_by_noun(view, noun, value)):
            return Phrase(tuple(replace(token, said=said) for token in counted.tokens if isinstance(token, Number)))
        counted = Phrase(tuple(replace(token, has_noun=True) for token in counted.tokens if isinstance(token, Number)))
    is_scaled = is_round_million(value) or any(isinstance(token, Number) and token.scale for token in counted.tokens)
    if is_scaled and form == "noun" and "{of}" in patterns.counted_large:
        return behind_million(view, counted, label)
    unit = regex(patterns.measure_word).match(view.noun.other) if view.noun and patterns.measure_word else None
    if unit and not label[-1:].isdigit():
        return fill(patterns.labelled_measured, number=counted, label=label, noun=unit.group())
    pattern = patterns.labelled_figure if label[:1].isdigit() else patterns.labelled
    return fill(pattern, number=counted, label=label)


def _agreed(singular_verbs: Mapping[str, str], verb: str, *, one: bool) -> str:
    """Return a verb in the number of what it is said of: `two were` also where its author wrote "was"."""
    forms = singular_verbs if one else {singular: plural for plural, singular in singular_verbs.items()}
    return forms.get(verb, verb)


def criterion(view: View, by: str | None) -> str | None:
    """Return the criterion of a breakdown: the one asked for, or the only one.

    Raises:
        PhraseError: where there is no breakdown, or no such one, or several and none was named.
    """
    known = view.indicator.criteria
    if by in known or (by is None and len(known) == 1):
        return by if by in known else known[0]
    names = [name for name in known if name]
    if not known:
        raise PhraseError("RG416", key=view.key, period=str(view.current))
    if by is None:
        raise PhraseError("RG423", key=view.key, criteria=Literal(", ".join(f"by='{name}'" for name in names)))
    raise PhraseError("RG419", key=view.key, by=by, nearest=nearest(by, names))


def _lacking(view: View, parts: Sequence[Part]) -> list[Phrase]:
    if not parts:
        return []
    labels = join(view.language, [text(part.name) for part in parts])
    return [fill(view.language.patterns.missing_parts, labels=labels)]
