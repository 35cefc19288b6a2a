"""What is checked of a document in another language than English, and what is not.

The rules that read prose (`claims/`) know English. Elsewhere figures are checked as everywhere, and of the words only
this: that a figure is of a year that its sentence names, by the words that the language package has for times.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from reportgen.checks.finding import CheckContext, Finding, shown_number
from reportgen.checks.foreign_extents import MARK, other_extent
from reportgen.checks.times import TimedPassage, is_of_note, outdated, timed_passages
from reportgen.claims.fitting import measure
from reportgen.claims.passages import Span
from reportgen.diagnostics import Literal
from reportgen.document.tree import Figure
from reportgen.languages.language import NAMES, Language, cldr, load
from reportgen.model import Currency, Noun, Period
from reportgen.model.indicators import label_of
from reportgen.regex import regex

ENGLISH = "en"
_YEARS = regex(r"(?<![\d/])((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?(?!\d)")
_BEHIND = regex(r"[^.,;:()\d]{0,40}(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?")
"""` en 2022`, behind a figure that brings its time."""


def _is_short(text: str, stop: re.Match[str], language: Language) -> bool:
    """Return whether a full stop belongs to an abbreviation: `в 2022 г. было`, `в г. Алматы`, not `в 2022 г. Было`."""
    word = _WORD_BEFORE.search(text, max(0, stop.start() - 9), stop.start())
    if word is None or not {word[0], word[0].casefold()} & language.abbreviations:
        return False
    return not (text[word.start() - 2 : word.start() - 1].isdigit() and text[stop.end() : stop.end() + 1].isupper())


_END = regex(r"[.!?;]\s+|[。！？；]")
_WORD_BEFORE = regex(r"\w{1,9}\Z")


def words_are_not_read(context: CheckContext) -> Iterator[Finding]:
    """Yield RG370 for a report in a language in which prose is not read."""
    yield Finding("RG370", ("settings", "language"), {"language": Literal(NAMES[context.report.settings.language])})


def years_are_those_of_figures(context: CheckContext) -> Iterator[Finding]:
    """Yield RG371 for every reference in a sentence that names times, none of which is that of its figure.

    Yield RG749 for a figure of the last report where neither its sentence nor what stands before it names a time.
    """
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


def words_behind_figures_fit(context: CheckContext) -> Iterator[Finding]:
    """Yield RG388 and RG389 for references behind which an author typed another part, or another unit."""
    from reportgen.checks.foreign_words import judge_words_behind

    yield from judge_words_behind(context)


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


def currencies_fit_numbers(context: CheckContext) -> Iterator[Finding]:
    """Yield RG339 for a currency that is given as a word and stands beside numbers that want another form of it."""
    language = load(context.report.settings.language)
    ends = _DECLINED.get(language.tag)
    for key, indicator in context.merged.indicators.items():
        symbol = indicator.unit.currency if isinstance(indicator.unit, Currency) else ""
        word = symbol.split()[0] if symbol else ""
        if ends is None or not (word.islower() and len(word) > _CODE and word.endswith(ends)):
            continue
        numbers = {abs(value) for _, series in indicator.all_series for _, value in series.figures}
        values = sorted(one for one in numbers if indicator.show is None or one < _MILLION)  # "1,2 млн долларов"
        usual = cldr(language.tag).category(Decimal(_MANY))
        other = next((value for value in values if cldr(language.tag).category(value) not in {usual, "many"}), None)
        if other is not None:
            path = context.merged.fields.get((key, "unit"), context.merged.homes[key])
            yield Finding("RG339", path, {"currency": symbol, "value": shown_number(other)})


_DECLINED: Mapping[str, tuple[str, ...]] = {"fr": ("s",), "es": ("s",), "ru": ("в", "й", "н", "х")}
"""How a currency ends whose word is another one beside 0, 1 or 2: `euros`, `долларов`; not `тенге`."""
_CODE, _MANY, _MILLION = 3, 11, 1_000_000
"""Letters of a code, which never changes, a number beside which a currency has its usual form, and that from which it
stands behind the word of a scale where one is asked for."""
_FORMS, _TOLD_BY = ("two", "few", "many"), 100
"""What a noun may be given beside one and other, and the numbers by which a language tells forms apart."""


def _is_unknown(noun: Noun, category: str, language: Language) -> bool:
    return noun.one != noun.other and language.counted(noun.one, noun.other, category) is None


def _judge(passage: TimedPassage, language: Language, context: CheckContext) -> Iterator[Finding]:
    text = _without_times_of_others(passage)
    places = [span.start for span, _ in passage.figures]
    for span, figure in passage.figures:
        if figure.reference is None or figure.is_dated or not figure.periods:
            continue
        indicator, own = context.merged.indicators[figure.indicator], _years_of(figure)
        said = _with_ends(text, max(own), language) if indicator.measure == "stock" else text
        time = _other_side(said, span.start, own, language)
        if year := 0 if time else _other_time(said, span.start, places, own, language):
            time = language.when(Period.of_year(year))
        if not time and indicator.measure != "stock" and not figure.is_change:
            sentence = _sentence(text, span.start, language)
            others = [_whole(one) for at, one in passage.figures if at != span and at.start in range(*sentence)]
            time = other_extent(text, sentence, span.start, _whole(figure), others, language.tag)
            time = "" if time and is_of_note(time, figure, context) else time
        if time:
            values = {
                "time": time,
                "figure": figure.text,
                "label": label_of(indicator, figure.indicator),
                "period": Literal(" and ".join(figure.periods)),
            }
            yield Finding("RG371", figure.reference.place, values)
        elif not (passage.lead or _names_time(text, span.start, own, language)):
            late = outdated(figure, context)
            yield from () if late is None else (late,)


def _names_time(text: str, at: int, own: set[int], language: Language) -> bool:
    """Return whether a text names a time up to the end of the sentence with a figure, or the figure's own year."""
    end = _sentence(text, at, language).end
    says = (language.says_when, language.says_side, language.says_beside, language.says_since)
    return not own.isdisjoint(_years(text[:end])) or any(pattern.search(text, 0, end) for pattern in says)


def _with_ends(text: str, last: int, language: Language) -> str:
    """Return a text in which the first of January stands for the end of the year before, as it does for a stock."""
    for year in (last, last + 1):
        day = " ".join(language.date_name(dt.date(year, 1, 1)).split())
        # Not the end of "21 de enero de 2024".
        text = re.sub(rf"(?<!\d){re.escape(day)}", day.replace(str(year), str(year - 1)), text)
    return text


class _Part(NamedTuple):
    """A part of a sentence, from one mark to the next."""

    years: set[int]
    """All years that it names."""
    times: set[int]
    """Those that say when something was."""
    span: Span
    holds_figure: bool
    is_bare: bool
    """Whether it is such a time and next to nothing else: ` et en 2023`."""


def _other_time(text: str, at: int, places: Sequence[int], own: set[int], language: Language) -> int:
    """Return the year that a sentence gives as the time of a figure, where it is another than its own; else 0.

    The times of the part in which the figure stands tell more than those before and behind it, which may be those of
    other figures; the first of the parts without a figure stand for what opens or closes a clause.
    """
    sentence = _sentence(text, at, language)
    parts = list(_parts(_without_beginnings(text, sentence, own, language), sentence, places, language))
    times = {year for part in parts for year in part.times}
    if not times:
        return 0
    if own.isdisjoint(year for part in parts for year in part.years):
        return min(times)
    place = next(number for number, part in enumerate(parts) if at < part.span.end)
    if parts[place].times:
        others = (part.years for part in parts if not part.holds_figure)
        return 0 if own & parts[place].years.union(*others) else min(parts[place].times)
    bare = attrgetter("is_bare")
    near = [*takewhile(bare, reversed(parts[:place])), *takewhile(bare, parts[place + 1 :])]
    said = {year for part in near for year in part.years}
    return min(said) if said and own.isdisjoint(said) else 0


def _without_beginnings(text: str, sentence: Span, own: set[int], language: Language) -> str:
    """Return a text without the years since which a figure was counted: `Depuis l’adoption de la loi en 2022, …`."""
    for found in language.says_since.finditer(text, *sentence):
        if int(found[1]) <= max(own):
            text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    return text


def _parts(text: str, sentence: Span, places: Sequence[int], language: Language) -> Iterator[_Part]:
    """Yield the parts of a sentence."""
    start = sentence.start
    for end in (*(mark.end() for mark in MARK.finditer(text, sentence.start, sentence.end)), sentence.end):
        span = Span(start, end)
        found = list(language.says_when.finditer(text, start, end))
        times = {year for match in found for year in _from_to(match)}
        beside = list(language.says_beside.finditer(text, start, end))
        said = {year for match in beside for year in _beside(match, text[sentence.start : match.start()])}
        holds_figure = any(start <= place < end for place in places)
        rest = len(span.of(text).strip()) - sum(len(match[0]) for match in (*found, *beside))
        is_bare = bool(found or said) and not holds_figure and rest < _REST
        yield _Part(_years(span.of(text)) | times | said, times | said, span, holds_figure, is_bare)
        start = end


def _beside(match: re.Match[str], before: str) -> Iterator[int]:
    """Yield the year before or after the one named last: 2022, of `contre 12 l’année précédente` behind 2023."""
    named = list(_YEARS.finditer(before))
    if named:
        yield int(named[-1][2] or named[-1][1]) + (-1 if match[1] else 1)


def _other_side(text: str, at: int, own: set[int], language: Language) -> str:
    """Return the words that place a figure before or after a year, where its sentence names none of it; or nothing.

    They open its sentence, or stand in its part of it: `…, et à partir de 2024, le Fonds sera élargi` is of the Fund.
    `hasta 1500 euros` names no year.
    """
    sentence = _sentence(text, at, language)
    for found in language.says_side.finditer(text, *sentence):
        between = text[min(found.start(), at) : max(found.start(), at)]
        opens = len(text[sentence.start : found.start()].strip()) < _REST
        rest = text[sentence.start : found.start()] + text[found.end() : sentence.end]
        is_said = (opens and found.start() < at) or MARK.search(between) is None
        if is_said and _years(found[0]) and _is_beyond(found, own) and own.isdisjoint(_years(rest)):
            return found[0]
    return ""


def _is_beyond(found: re.Match[str], own: set[int]) -> bool:
    """Return whether none of some years is before, after, since or until the year of a match."""
    before, after, since, until = (int(year) if year else None for year in found.groups())
    if last := until or (before - 1 if before else None):
        return min(own) > last
    return max(own) < (since or (after or 0) + 1)


_REST = 9
"""Letters beside a time that say nothing else: ` et `, `2022 года,`."""


def _without_times_of_others(passage: TimedPassage) -> str:
    """Return a text without the times that references wrote behind their own figures, as long as it was."""
    text = passage.text
    for span, figure in passage.figures:
        behind = _BEHIND.match(text, span.end) if figure.is_dated else None
        if behind is not None:
            text = text[: behind.start()] + " " * len(behind[0]) + text[behind.end() :]
    return text


def _sentence(text: str, at: int, language: Language) -> Span:
    """Return the sentence, or the part up to a semicolon, that a place of a text lies in."""
    start = 0
    for end in _END.finditer(text):
        if end[0].startswith(".") and _is_short(text, end, language):
            continue
        if end.start() >= at:
            return Span(start, end.end())
        start = end.end()
    return Span(start, len(text))


def _years(words: str) -> set[int]:
    """Return all years that some words name, those within spans as well."""
    return {year for match in _YEARS.finditer(words) for year in _from_to(match)}


def _from_to(match: re.Match[str]) -> range:
    """Return the years from the first group of a match to the second, if it has one."""
    return range(int(match[1]), int(match[2] or match[1]) + 1)


def _years_of(figure: Figure) -> set[int]:
    periods = [Period.parse(period) for period in figure.periods]
    return {year for period in periods for year in range(period.start[0], period.end[0] + 1)}


def _whole(figure: Figure) -> Period:
    """Return the time from the first month of a figure to the last."""
    return measure(figure.periods, is_stock=False).period
