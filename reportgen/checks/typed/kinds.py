"""Typed words for the kind of a figure: `the number of deaths` over a rate, `the maximum wage` over an average.

Only the subject right before a verb and its figure is read (`the number of deaths was {{ mortality }}`), and only
where nothing in the sentence says for each of what: `the number of deaths per 100,000 live births` is a rate.
"""

import re
from collections.abc import Iterator

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.stated import stems
from reportgen.claims.line import Line
from reportgen.claims.passages import Span
from reportgen.diagnostics import Literal
from reportgen.languages.words import word_set
from reportgen.model import Noun
from reportgen.regex import regex

_COUNTS = word_set("number total")
_SHARES = word_set("rate percentage proportion share")
_EXTREMES = word_set("maximum minimum median highest lowest longest shortest largest total")
_RELATIVE = word_set(
    "per every each rate rates ratio index average mean percentage proportion share estimated prevalence incidence out"
)
"""In a sentence that says itself that its figure is no plain count."""
_VERBS = word_set("was is were are to at reached totalled exceeded equalled be been")
_KINDS = {"rate": "a rate", "ratio": "a ratio", "index": "an index"}


def doubt_kinds(said: Sentence, figure: Observed) -> Iterator[Doubt]:
    """Yield RG389 for words that call a rate a count, a count a rate, or an average the highest."""
    indicator = said.indicator(figure)
    label = (indicator.label or "").casefold()
    kind = _KINDS.get(indicator.nature, "")
    if indicator.unit == "percent":
        kind = "per cent"
    if kind:
        place = _counted(said, figure, label)
        if place is not None:
            yield Doubt("RG389", said.line.span_of(*place), figure, {"unit": Literal(kind)})
    elif indicator.nature == "average":
        span = _extreme(said, figure, label)
        if span is not None:
            measured = "averages" if _AVERAGES & set(label.split()) else "medians"
            yield Doubt("RG389", span, figure, {"unit": Literal(measured)})
    elif isinstance(indicator.unit, Noun) and not stems(label) & stems(" ".join(_RELATIVE)):
        place = _head(said, figure, _SHARES)
        if place is not None and not _PER & set(said.line.words(figure.at, len(said.line.items))):
            yield Doubt("RG389", said.line.span_of(*place), figure, {"unit": indicator.unit.other})


_PER = word_set("per every each")


def _counted(said: Sentence, figure: Observed, label: str) -> tuple[int, int] | None:
    """Return the places of the words that call a rate, a ratio, an index or a percentage a count."""
    line, at = said.line, figure.at
    first, last = _clause(line, at)
    if "number" in label.split() or _RELATIVE & set(line.words(first, last - first)) or _is_base(line, at + 1):
        return None
    if said.indicator(figure).unit == "percent" and _is_count_noun(said, at + 1):
        return at + 1, at + 1
    if place := _head(said, figure, _COUNTS):
        return place
    if said.indicator(figure).unit == "percent":
        return None
    if line.words(max(at - 2, 0), 2) == ["total", "of"] and said.is_typed(at - 1):
        return at - 2, at - 1
    counted, per, _ = label.partition(" per ")
    last = at + 1
    while last < len(line.items) and line.items[last].kind == "w" and stems(line.low(last)) & stems(counted):
        last += 1
    is_noun = per and last > at + 1 and said.is_typed(at + 1) and said.is_typed(last - 1)
    return (at + 1, last - 1) if is_noun else None


def _clause(line: Line, at: int) -> tuple[int, int]:
    """Return the indexes between which the clause of a figure stands; a comma alone does not end it."""
    first = max((one + 1 for one in range(at) if _parts(line, one)), default=0)
    return first, next((one for one in range(at + 1, len(line.items)) if _parts(line, one)), len(line.items))


def _parts(line: Line, at: int) -> bool:
    return line.low(at) in _CLAUSES or (line.low(at) == "," and line.low(at + 1) in {"and", "yet"})


_CLAUSES = word_set("; but while whereas although though because since")


def _is_count_noun(said: Sentence, at: int) -> bool:
    """Return whether persons or things stand right behind a percentage: `6.1 per cent persons were poor`.

    `55.4 per cent women` and `6.1 per cent children` say of what a whole is made.
    """
    line, low = said.line, said.line.low(at)
    is_list = line.low(at + 1) in {"and", "or", ",", "of"}  # "6.1 per cent families and 93.9 per cent others"
    return low in _COUNTED and not is_list and said.is_typed(at) and line.low(at - 2) not in _MADE_UP


_COUNTED = word_set("persons people individuals victims households cases complaints families applications")
_MADE_UP = word_set("were was is are with comprised included")
"""`The applicants were 6.1 per cent families`."""


def _is_base(line: Line, at: int) -> bool:
    """Whether what follows says of what a figure is a part: `55.4 per cent of all judges`, `12.9 for 1,000 births`."""
    return line.low(at) in {"of", "for", "in"} and line.items[at + 1 : at + 2] != [] and line.items[at + 1].kind != "p"


def _head(said: Sentence, figure: Observed, heads: frozenset[str]) -> tuple[int, int] | None:
    """Return the place of the head of a subject: `number` of `the number of deaths was {{ mortality }}`."""
    line, at = said.line, figure.at
    verb = next((one for one in range(at - 1, max(at - 1 - _NEAR, 0), -1) if line.low(one) in _VERBS), None)
    if verb is None or any(line.items[one].kind != "w" for one in range(verb, at)):
        return None
    first = max((one + 1 for one in range(verb) if line.low(one) in _BREAKS), default=0)
    found = [one for one in range(first, verb) if line.low(one) in heads and line.low(one + 1) == "of"]
    is_plain = all(line.items[one].kind in "wc" for one in range(found[0], verb)) if found else False
    return (found[0], found[0] + 1) if is_plain and said.is_typed(found[0]) else None


_NEAR = 2
"""Items from a verb to its figure: `came to about`."""
_BREAKS = word_set(", ; : ( and but while whereas which")


def _extreme(said: Sentence, figure: Observed, label: str) -> Span | None:
    """Return the characters of `maximum` in `the maximum monthly wage was {{ wage }}`, over an average."""
    line, at, known = said.line, figure.at, stems(label)
    own = (_AVERAGES if _AVERAGES & set(label.split()) else frozenset({"median"})) & set(label.split())
    if not own or (_AVERAGES if own & _AVERAGES else own) & said.words:
        return None
    before = Span(line.items[max(at - _LONGEST, 0)].start, line.quantity(at).span.start)
    if limit := _LIMIT.search(before.of(line.text)):
        span = Span(before.start + limit.start(1), before.start + limit.end(1))
        return span if said.passage.is_typed(*span) else None
    if line.low(at - 1) not in _VERBS:
        return None
    first = max((one + 1 for one in range(at) if line.low(one) in _BREAKS), default=0)
    for place in range(first, at - 1):
        if line.low(place) in (_EXTREMES | _AVERAGES) - set(label.split()) and stems(line.low(place + 1)) & known:
            return line.span_of(place, place) if said.is_typed(place) else None
    return None


_AVERAGES = word_set("average mean averaged")
_LIMIT = regex(
    r"\b(at (?:most|least)|(?:no|not) (?:longer|more|less|shorter) than|up to|an? (?:maximum|minimum) of"
    r"|as (?:long|short|little|much) as)\s*$",
    re.IGNORECASE,
)
"""Before an average they make a limit of it, which some were beyond."""
_LONGEST = 3
"""Words of a limit."""
