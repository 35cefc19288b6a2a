"""Words beside figures: labels that make a sentence, verbs and nouns around a reference."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import takewhile

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.times import TimedPassage, timed_passages
from reportgen.claims.passages import Span
from reportgen.diagnostics import Literal
from reportgen.document.tree import Figure
from reportgen.languages.en import labels
from reportgen.languages.en.persons import PERSONS
from reportgen.languages.en.plurals import is_plural, singular
from reportgen.languages.words import word_set
from reportgen.model import Indicator, Merged, Noun
from reportgen.regex import regex
from reportgen.remembering import Held, remembered_of

# ---- labels -----------------------------------------------------------------------------------------------------

_QUESTION = regex(r"(how (many|much)|what|which|whether|were|was|is|are|did|does|do)\b|.*\?$", re.IGNORECASE)
"""`How many women were trained`: after a figure it would read “12 how many women were trained”."""
_HEADING = regex(
    r"\((total|number|no\.?|%|per cent|in total|persons?|units?)\)|:|^total\s*$|\btotal$|%|^no\. of | [-–—] "
    r"|(?:[*†‡]|(?<!m)[⁰¹²³⁴-⁹])+$",
    re.IGNORECASE,
)
"""`Women trained (total)`, `Cases: opened`, `No. of cases`, `cases*`, `cases¹`: heads of a table's columns."""
_OF_A_YEAR = regex(
    r"\b(?:in|for|during|as (?:at|of)(?: \d{1,2} [a-z]+)?|at the end of) (?:19|20)\d\d$|\((?:19|20)\d\d[^()]*\)",
    re.IGNORECASE,
)
"""`shelters in 2023`, which is false of another year; `acts of torture in January 2022` were so whenever counted."""


def labels_make_sentences(context: CheckContext) -> Iterator[Finding]:
    """Yield RG353 for labels that are no noun phrase in the plural, RG331 for those of measures, RG398 for units."""
    language = context.report.settings.language
    for key, indicator in context.merged.indicators.items():
        unit = indicator.unit
        if language == "en" and isinstance(unit, Noun) and unit.one != unit.other and singular(unit.one) == unit.other:
            path = context.merged.fields.get((key, "unit"), context.merged.homes[key])
            yield Finding("RG398", path, {"one": unit.one, "other": unit.other})
        fault = _fault(indicator, language)
        if indicator.label and language == "en" and _lacks_measure(indicator):
            yield Finding(
                "RG331",
                context.merged.fields.get((key, "label"), context.merged.homes[key]),
                {"label": indicator.label},
            )
        elif indicator.label and fault:
            path = context.merged.fields.get((key, "label"), context.merged.homes[key])
            values = {"label": indicator.label, "what": Literal(fault[0]), "form": Literal(fault[1])}
            yield Finding("RG353", path, values)


def _fault(indicator: Indicator, language: str) -> tuple[str, str] | None:
    """Return what a label is instead of a noun phrase in the plural, and the form that is wanted."""
    label = " ".join((indicator.label or "").split())
    if _QUESTION.match(label):
        return "a question", "“women who were trained”, not “how many women were trained”"
    is_plain = label.replace(" ", "").isalpha() and "total" not in label.lower()  # as most labels are
    if not is_plain and _HEADING.search(label):
        return "the heading of a table", "“women trained”, not “Women trained (total)”"
    if ("19" in label or "20" in label) and _OF_A_YEAR.search(label):
        return "a label for one year", "without the year, which stands beside each figure"
    if label.isupper() and len(label) > _ABBREVIATED:
        return "in capitals", f"“{label.lower()}”, with capitals for names and abbreviations alone"
    unit = indicator.unit
    if isinstance(unit, Noun) and label.casefold() == unit.one.casefold() != unit.other.casefold():
        return "a singular", f"“{unit.other}”, not “{label}”"
    return _fault_in_english(label, indicator) if language == "en" else None


def _fault_in_english(label: str, indicator: Indicator) -> tuple[str, str] | None:
    if labels.is_sentence(label):
        return "a sentence, or a part of one", "“judges trained”, not “judges were trained”"
    if bare := labels.without_determiner(label):
        return "about certain ones", f"“{bare}”, not “{label}”"
    if not _is_counted(indicator):
        return None
    plain = labels.plain(label)
    if noun := labels.counts_one(plain):
        return "a singular", f"“cases”, not “case”: “{noun}” is one of what is counted"
    if labels.counts_nothing(plain):
        return "nothing that can be counted", f"“cases of {plain}”, “victims of {plain}”, or whatever is counted"
    return None


def _lacks_measure(indicator: Indicator) -> bool:
    """Return whether a label names what is measured, and neither unit nor measure says how: `share of women: 14`.

    "The share of women was 14" says nothing, and 14 and 12 would be added up. An amount of money is one by its unit.
    """
    label, unit = labels.plain(indicator.label or ""), indicator.unit
    if not indicator.adds_up_over_parts or unit in {"percent", "rank"}:
        return False
    return labels.is_level(label) or (unit is None and (labels.is_quantity(label) or labels.has_unit(label)))


_ABBREVIATED = 6
"""Letters that an abbreviation may have: `UNHCR`."""


def _is_counted(indicator: Indicator) -> bool:
    """Return whether a sentence says "the number of" before the label, as it is."""
    unit = indicator.unit
    if isinstance(unit, Noun):
        return indicator.adds_up_over_parts and unit.one == unit.other and not labels.is_measured(unit.other)
    return indicator.adds_up_over_parts and unit is None


# ---- words around a reference -----------------------------------------------------------------------------------

_NEAR = 400
"""Characters beside a figure within which its words are looked for."""
_ONLY = r"(?:(?:only|just|still|also|nearly|almost|in total|altogether) )?"
_THERE = regex(rf"\bthere (?:(?P<plural>were|are|have been)|was|is|has been) {_ONLY}$", re.IGNORECASE)
_THERE_IS_ONE = regex(r"\b(there (?:were|are|have been)) (an? (?:\w+ of )?)?$", re.IGNORECASE)
"""Before a change as a noun: `there were an increase of 20 per cent`; but `there were an average of 25 deaths`."""
_ONE = {"1", "one", "a", "an"}
_BRACKETS = regex(
    r"((?: [a-z]+){0,2}) (?:\([^()]*\)|in [^().;]*, respectively,?|in (?:19|20)\d\d) ((?:[a-z-]+\b ?){1,3})"
)
"""What a phrase prints behind its figure: `12 (9 in 2022) new cases` separates the figure from its noun."""
_BEFORE_NOTHING = regex(
    r"\b(?:the|all|only|just|these|those|than|at least|over|about|some|nearly|almost|another|a further) $",
    re.IGNORECASE,
)
"""Words that need something to count: `only no cases`, `no fewer than none`."""
_ARTICLE = regex(r"\ban? $", re.IGNORECASE)
_BEFORE_SEVERAL = regex(r"\b(?:all|both|these|those|several|other) $", re.IGNORECASE)
_BEFORE_TWO = regex(r"\bboth $", re.IGNORECASE)
_TWO = frozenset({"2", "two"})
_AND = regex(r"[^.,;]{0,40} and ")
"""`both three in 2022 and five in 2023`."""
_SEVERAL = regex(r"[2-9]|[1-9][\d,]+|two|three|four|five|six|seven|eight|nine")
_SMALL_WORDS = word_set(
    "of out and or to in on for by per with from at as than who which that was were is are has have had"
    " against among between under over after before during into about within without"
)
"""Words that end what a number counts: `one of the cases`, `one and two cases`."""
_GOES_ON = r"(?=[.,;:)]|$| (?:was|were|is|are|has|have|in|of|by|and|or|with|for|to|on|[a-z]+ed)\b)"
_GOING_ON = regex(_GOES_ON)
_MORE = regex(r"\b(?:but|than|every|total of|number of|sum of) $", re.IGNORECASE)
"""Words before a figure that decide whether the verb is a plural: `all but one were`, `more than one`, `a total of`."""
_TIMES = regex(
    r"\b(years?|annual(ly)?|periods?|decades?|months?|since|recent(ly)?|quarters?|half|cycle|(19|20)\d\d)\b",
    re.IGNORECASE,
)


def words_fit_figures(context: CheckContext) -> Iterator[Finding]:
    """Yield RG391, RG392, RG426, RG427 and RG435 for words that do not fit a figure."""
    found: dict[tuple[object, ...], Finding] = {}
    merged = Held(context.merged)
    for passage in timed_passages(context.tree) if context.tree else ():
        for indicator, finding in _of_passage(passage, merged, context.report.settings.language):
            found.setdefault((finding.code, finding.at, indicator), finding)
    yield from found.values()


@remembered_of
def _of_passage(passage: TimedPassage, merged: Held[Merged], language: str) -> tuple[tuple[str, Finding], ...]:
    """Return the findings in a passage, each with the indicator of its figure."""
    return tuple(
        (figure.indicator, finding)
        for span, figure in passage.figures
        for finding in _around(passage, span, figure, merged, language)
    )


def _around(
    passage: TimedPassage, span: Span, figure: Figure, merged: Held[Merged], language: str
) -> Iterator[Finding]:
    """Yield RG392 and RG426 for words that do not agree, RG427 and RG435 for far nouns and lost units, RG391."""
    reference, indicator = figure.reference, merged.value.indicators.get(figure.indicator)
    if reference is None or indicator is None or not isinstance(indicator.unit, Noun | None):
        return
    before, after = passage.text[max(span.start - _NEAR, 0) : span.start], passage.text[span.end : span.end + _NEAR]
    value, nouns = figure.text.casefold(), _counted_nouns(merged)
    there = _THERE.search(before)
    if there and there["plural"] and value in _ONE and not _goes_on(after):
        facts = {"words": Literal(there[0].strip()), "figure": figure.text, "remedy": Literal("write “there was”")}
        yield Finding("RG426", reference.place, facts)
    elif there and not there["plural"] and (_SEVERAL.fullmatch(value) or value == "no"):
        facts = {"words": Literal(there[0].strip()), "figure": figure.text, "remedy": Literal("write “there were”")}
        yield Finding("RG426", reference.place, facts)
    elif figure.is_change and (many := _many_before_one(before, value)):
        facts = {"words": Literal(many), "figure": figure.text, "remedy": Literal("write “there was”")}
        yield Finding("RG426", reference.place, facts)
    elif words := _disagreeing(value, before, after, indicator, nouns):
        facts = {"words": words, "figure": figure.text, "reference": Literal(_with_unit(reference.text))}
        yield Finding("RG392", reference.place, facts)
    elif words := _unfit_before(value, before, after, nouns):
        yield Finding(
            "RG426", reference.place, {"words": words, "figure": figure.text, "remedy": Literal("take it out")}
        )
    noun = None if figure.is_change else _noun_after(after, indicator, nouns)
    if noun:
        needed = "" if isinstance(indicator.unit, Noun) else f"“{singular(noun) or noun} / {noun}” as its unit and "
        facts = {"noun": noun, "reference": Literal(needed + _with_unit(reference.text))}
        yield Finding("RG427", reference.place, facts)
    if language == "en" and (unit := _missing_unit(passage, figure, indicator)):
        facts = {"figure": figure.text, "unit": unit, "reference": Literal(_with_unit(reference.text))}
        yield Finding("RG435", reference.place, facts)
    if language == "en" and _is_undated(passage, figure, indicator):
        yield Finding("RG391", reference.place, {"figure": figure.text, "periods": Literal("–".join(figure.periods))})


def _many_before_one(before: str, value: str) -> str | None:
    """Return `there were` where it stands before one change, with its article before or in what is printed."""
    found = _THERE_IS_ONE.search(before) if "there " in before.lower() else None
    return found[1] if found and (found[2] or value.startswith("a")) else None


@lru_cache(1)  # asked for at every figure
def _counted_nouns(merged: Held[Merged]) -> frozenset[str]:
    """Return the nouns in the plural by which the indicators of a report count, and those of persons."""
    units = (indicator.unit for indicator in merged.value.indicators.values())
    labels = (indicator.label or "" for indicator in merged.value.indicators.values())
    words = " ".join((*labels, *(unit.other for unit in units if isinstance(unit, Noun)))).casefold().split()
    return frozenset(word for word in (*words, *PERSONS) if is_plural(word) and singular(word) not in {word, None})


def _disagreeing(value: str, before: str, after: str, indicator: Indicator, nouns: Collection[str]) -> str | None:
    """Return the words behind a figure that do not agree with it: `one cases`, `five case`, `one case were`."""
    unit = indicator.unit
    single = unit.one if isinstance(unit, Noun) and unit.one != unit.other else ""
    if value in _ONE - {"a", "an"}:
        own = unit.other if isinstance(unit, Noun) and unit.other != single else ""
        found = re.match(rf" ((?:[a-z-]+ )??)({_any_of([own])}|[a-z]+){_GOES_ON}", after)
        is_noun = found and (found[2] == own or found[2] in nouns or (is_plural(found[2]) and _are(after, found.end())))
        if found and is_noun and not {single, *_SMALL_WORDS}.intersection(found[1].split()):
            return found[2]
        verb = re.match(rf" (?:{_any_of([single])} )?(were|are|have)\b", after)
        return verb[0].strip() if verb and not _MORE.search(before) else None
    if not _SEVERAL.fullmatch(value):
        return None
    if single and after.startswith(f" {single}") and _GOING_ON.match(after[1 + len(single) :]):
        return single
    found = re.match(r" ([a-z]+) (?:was|is|has)\b", after)
    is_expected = found and found[1] in _singulars(frozenset(nouns)) and not _MORE.search(before)
    return found[0].strip() if found and is_expected else None


@lru_cache(8)
def _singulars(nouns: frozenset[str]) -> frozenset[str]:
    """Return the singular of nouns: `report`, behind which `30 report was` shows that one was expected."""
    return frozenset(one for noun in nouns if (one := singular(noun)) and one not in nouns)


def _are(text: str, at: int) -> bool:
    """Return whether a verb in the plural stands at a place: the word before it is no verb, as in `one remains`."""
    return re.match(r" (?:were|are|have)\b", text[at:]) is not None


def _unfit_before(value: str, before: str, after: str, nouns: Collection[str]) -> str | None:
    """Return the words before a figure that do not fit it: `only no cases`, `these one case`, `a 140 persons`."""
    if value in {"no", "none"}:
        found = _BEFORE_NOTHING.search(before)
    elif value in _ONE - {"a", "an"}:
        found = _BEFORE_SEVERAL.search(before)
    elif (
        value not in _TWO
        and before[-5:].lower() == "both "
        and (both := _BEFORE_TWO.search(before))
        and not _AND.match(after)
    ):
        found = both
    else:
        noun = re.match(r" ([a-z]+)", after) if _SEVERAL.fullmatch(value) else None
        found = _ARTICLE.search(before) if noun and noun[1] in nouns else None
    return found[0].strip() if found else None


def _any_of(words: list[str]) -> str:
    """Return a pattern of words, of which the empty one is none."""
    return "|".join(re.escape(word) for word in words if word) or r"(?!)"


def _is_undated(passage: TimedPassage, figure: Figure, indicator: Indicator) -> bool:
    """Return whether a change is told without its years where a reader takes it for that of the whole period."""
    is_lone = figure.is_change and not figure.is_dated and not passage.lead and not _TIMES.search(passage.text)
    return is_lone and len([period for period in indicator.periods if indicator.value(period) is not None]) > 2  # noqa: PLR2004 - two values leave no doubt


_SENTENCE = 6
"""Words from which a text is a sentence, in which a unit is to be named; a cell of a table has its unit in the head."""
_AGES = word_set("age aged expectancy")


def _missing_unit(passage: TimedPassage, figure: Figure, indicator: Indicator) -> str | None:
    """Return the unit of what is measured, where its sentence names it nowhere: `the average length fell to 77`.

    What is counted is often called by another name: `348 were compensated` needs no `persons`, and a maternal mortality
    of `11 per 100,000 births` no `deaths`. An age is in years.
    """
    unit, text = indicator.unit, passage.text.casefold()
    if not isinstance(unit, Noun) or figure.is_change or len(text.split()) < _SENTENCE:
        return None
    is_age = unit.other == "years" and not _AGES.isdisjoint(text.split())
    if is_age or not (labels.is_measured(unit.other) or "per " in unit.other):
        return None
    words = (word for form in (unit.one, unit.other) for word in form.casefold().split() if word not in _SMALL_WORDS)
    return None if any(word in text for word in words) else unit.other


def _goes_on(after: str) -> bool:
    """Return whether a further figure makes the subject plural: "there were one case in 2022 and three in 2023"."""
    return re.match(r"[^.;()]*\b(and|or)\b[^.;()]*\b(\d|two|three|four|five|six|seven|eight|nine)", after) is not None


def _noun_after(after: str, indicator: Indicator, nouns: Collection[str]) -> str | None:
    """Return the noun that stands after the brackets of a phrase, and not before them: `12 (9 in 2022) cases`."""
    brackets = _BRACKETS.match(after)
    if brackets is None:
        return None
    words: list[str] = brackets[2].split()
    words = list(takewhile(lambda one: one not in _SMALL_WORDS and not one.endswith(("ing", "ed")), words))
    own = (indicator.unit.other, indicator.unit.one) if isinstance(indicator.unit, Noun) else ()
    for at, word in enumerate(words):
        if noun := next((one for one in own if f"{' '.join(words[at:])} ".startswith(f"{one.casefold()} ")), None):
            return noun
        if not own and word in nouns and not brackets[1]:
            return word
    return None


def _with_unit(reference: str) -> str:
    """Return `{{ dv | compared(unit=True) }}` for `{{ dv | compared }}`, and `by_year` for a pattern of `each_year`."""
    if "unit" in reference:
        return reference
    if "each_year" in reference:  # its pattern has no nouns of its own
        return re.sub(r"each_year\(.*\)", "by_year(unit=True)", reference)
    if "|" not in reference:
        return re.sub(r"\s*\}\}$", " | value(unit=True) }}", reference)
    if ")" in reference:  # behind what it is given: no name may stand before `2025` in `at(2025)`
        given, _, rest = reference.rpartition(")")
        return f"{given}{'' if given.endswith('(') else ', '}unit=True){rest}"
    return re.sub(r"\s*\}\}$", "(unit=True) }}", reference)
