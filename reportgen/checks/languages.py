"""What is checked of a document in another language than English, and what is not.

The rules that read prose (`claims/`) know English. Elsewhere figures are checked as everywhere, and of the words only
this: that a figure is of a year that its sentence names, by the words that the language package has for times.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.times import TimedPassage, timed_passages
from reportgen.diagnostics import Literal
from reportgen.document.tree import Figure
from reportgen.languages.language import NAMES, Language, cldr, load
from reportgen.model import Noun, Period
from reportgen.model.indicators import label_of
from reportgen.regex import regex

ENGLISH = "en"
_YEARS = regex(r"(?<![\d/])((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?(?!\d)")
_BEHIND = regex(r"[^.,;:()\d]{0,40}(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?")
"""` en 2022`, behind a figure that brings its time."""
_END = regex(r"[.!?;]\s+|[。！？；]|\Z")


def words_are_not_read(context: CheckContext) -> Iterator[Finding]:
    """Yield RG370 for a report in a language in which prose is not read."""
    yield Finding("RG370", ("settings", "language"), {"language": Literal(NAMES[context.report.settings.language])})


def years_are_those_of_figures(context: CheckContext) -> Iterator[Finding]:
    """Yield RG371 for every reference in a sentence that names times, none of which is that of its figure."""
    language, found = load(context.report.settings.language), set[object]()
    for passage in timed_passages(context.tree) if context.tree else ():
        for finding in _judge(passage, language, context):
            if finding.at not in found:
                found.add(finding.at)
                yield finding


def numbers_stand_apart(context: CheckContext) -> Iterator[Finding]:
    """Yield RG376 for every reference whose figure reads as one number with the digits before or behind it."""
    language = context.report.settings.language
    if not cldr(language).group.isspace():
        return
    for passage in timed_passages(context.tree) if context.tree else ():
        for span, figure in passage.figures:
            number = _LAST_NUMBER.search(passage.text, 0, span.start)
            if number is None or not _GROUP.match(figure.text):
                is_short = _ENDS_SHORT.search(figure.text)
                number = _GROUP_BEHIND.match(passage.text, span.end) if is_short else None
            if number and figure.reference is not None:
                values = {"before": number[0].strip(), "figure": figure.text, "language": Literal(NAMES[language])}
                yield Finding("RG376", figure.reference.place, values)


_LAST_NUMBER = regex(r"(?<![\d.,])\d{1,3}(?: \d{3})* \Z")
_GROUP = regex(r"\d{3}(?!\d)")
_GROUP_BEHIND = regex(r" \d{3}(?!\d)")
_ENDS_SHORT = regex(r"(?:\A|[\s\u00a0])\d{1,3}\Z")


def forms_are_known(context: CheckContext) -> Iterator[Finding]:
    """Yield RG377 for every noun whose form behind some numbers is neither given nor derived."""
    language = load(context.report.settings.language)
    told_apart = {cldr(language.tag).category(Decimal(number)) for number in range(_TOLD_BY)}
    for key, indicator in context.merged.indicators.items():
        labels = (part.label for part in indicator.breakdown)
        for noun in dict.fromkeys(one for one in (indicator.unit, *labels) if isinstance(one, Noun)):
            asked = [name for name in _FORMS if name in told_apart and not getattr(noun, name)]
            lacking = [name for name in asked if _is_unknown(noun, name, language)]
            if lacking:
                path = context.merged.fields.get((key, "unit"), context.merged.homes[key])
                values = {
                    "noun": noun.other,
                    "language": Literal(NAMES[language.tag]),
                    "example": Literal(f"“11 ({noun.other})”"),
                    "forms": Literal(", ".join(f"{name}: …" for name in lacking)),
                }
                yield Finding("RG377", path, values)


_FORMS, _TOLD_BY = ("two", "few", "many"), 100
"""What a noun may be given beside one and other, and the numbers by which a language tells forms apart."""


def _is_unknown(noun: Noun, category: str, language: Language) -> bool:
    return noun.one != noun.other and language.counted(noun.one, noun.other, category) is None


def _judge(passage: TimedPassage, language: Language, context: CheckContext) -> Iterator[Finding]:
    text = _without_times_of_others(passage)
    for span, figure in passage.figures:
        if figure.reference is None or figure.is_dated or not figure.periods:
            continue
        sentence = _sentence(text, span.start)
        named = _years(sentence)
        times = [year for year in sorted(named) if _is_time(year, sentence, language)]
        if times and named.isdisjoint(_years_of(figure)):
            indicator = context.merged.indicators[figure.indicator]
            values = {
                "time": language.when(Period.of_year(times[0])),
                "figure": figure.text,
                "label": label_of(indicator, figure.indicator),
                "period": Literal(" and ".join(figure.periods)),
            }
            yield Finding("RG371", figure.reference.place, values)


def _without_times_of_others(passage: TimedPassage) -> str:
    """Return a text without the times that references wrote behind their own figures, as long as it was."""
    text = passage.text
    for span, figure in passage.figures:
        behind = _BEHIND.match(text, span.end) if figure.is_dated else None
        if behind is not None:
            text = text[: behind.start()] + " " * len(behind[0]) + text[behind.end() :]
    return text


def _sentence(text: str, at: int) -> str:
    """Return the sentence, or the part up to a semicolon, that a place of a text lies in."""
    start = 0
    for end in _END.finditer(text):
        if end.start() >= at:
            return text[start : end.end()]
        start = end.end()
    return text[start:]


def _years(sentence: str) -> set[int]:
    """Return all years that a sentence names, those within spans as well."""
    spans = ((int(one[1]), int(one[2] or one[1])) for one in _YEARS.finditer(sentence))
    return {year for first, last in spans for year in range(first, last + 1)}


def _years_of(figure: Figure) -> set[int]:
    periods = [Period.parse(one) for one in figure.periods]
    return {year for one in periods for year in range(one.start[0], one.end[0] + 1)}


def _is_time(year: int, sentence: str, language: Language) -> bool:
    return language.when(Period.of_year(year)).casefold() in sentence.casefold()
