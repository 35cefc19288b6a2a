"""How long a time is, in a sentence of another language than English: a half of a year, a year, several years.

The names of halves, quarters and months are those that the language writes itself. Whether a sentence names the year of
a figure at all is told by `languages`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reportgen.claims.passages import Span
from reportgen.languages.language import Language, load
from reportgen.model import Period
from reportgen.regex import regex

MARK = regex(r"(?<!\d)[,،]|[,،](?!\d)|[，、:：()（）]|\s[—–]\s")
"""What parts a sentence; not the comma of a number."""
_SOME_YEAR = "2001"
"""Any year: the names of the parts of a year are read off what the language writes."""
_PARTS = ("H1", "H2", "Q1", "Q2", "Q3", "Q4")
_MONTHS = tuple(f"{month:02}" for month in range(1, 13))
_LINKS = frozenset({"le", "el", "de", "del", "من", "عام"})
"""Words of a name before the part and between it and its year."""
_OPENS = 14
"""Letters before a time that opens a sentence: `Au cours du`. With twice as many beside it, it is that of a clause."""
_TO = regex(r"(?:\b(?:à|et|a|y|по|и|إلى|و|до)|[-–—至到和])\s?\Z")
"""What makes a part the end of several: `de janvier à mars 2025`."""


def other_extent(text: str, sentence: Span, at: int, period: Period, others: Sequence[Period], tag: str) -> str:
    """Return the words by which a sentence gives a figure a longer or a shorter time than its own; or nothing.

    Args:
        text: of the passage.
        sentence: round the figure; it names a year of the figure.
        at: where the figure begins.
        period: of the figure, which is no state at a date and no change.
        others: the periods of the other figures of the sentence.
        tag: of the language: `fr`.
    """
    language = load(tag)
    stretch = _stretch(text, sentence, at, language, tag)
    parts = [part for part in _named_parts(text, stretch, tag) if _tells(part, text, sentence)]
    if parts:
        named, found = parts[0]
        is_inside = named.start[0] in range(period.start[0], period.end[0] + 1) and len(parts) == 1
        behind = language.says_when.finditer(text, found.end(), max(at, stretch.end, found.end()))
        is_of_act = any(
            int(time[1]) in (period.start[0], period.end[0]) for time in behind
        )  # "la ley de marzo, y en …"
        return found[0] if is_inside and named != period and not is_of_act else ""
    times = list(language.says_when.finditer(text, *stretch))
    times = times if len(times) == 1 else list(_FROM_TO.finditer(text, *stretch))
    if len(times) != 1:
        return ""
    first, last = int(times[0][1]), int(times[0][2] or times[0][1])
    rest = f"{text[sentence.start : times[0].start()]} {text[times[0].end() : sentence.end]}"
    is_said = not _YEAR.search(rest) and _is_of_other_length(period, first, last, others)
    is_part = period.start[0] == period.end[0] and not period.is_year
    names_part = is_part and (_bare(tag).search(text, *sentence) or _PART.search(text, *sentence))
    if not is_said or (first == last and names_part) or (first < last and _MOVES.search(text, *sentence)):
        return ""
    is_title = last > first and times[0].start() > at and _TITLED.search(text, at, times[0].end()) is not None
    return "" if is_title or _NO_TIME.match(text, times[0].end()) else times[0][0]


_FROM_TO = regex(r"(?<![\d/])((?:19|20)\d\d)(?:年|\s)\s?(?:[-–—至到]|à|a|по|إلى)\s?((?:19|20)\d\d)(?![\d/])")
"""Several years in other words than those by which a language says when: `de 2021 à 2023`, `2021年至2023年`."""
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TITLED = regex(r"[A-ZА-ЯЁ]|\bpour\b")
"""What names a plan with its years behind a figure: `dans le cadre du Plan pour 2021-2025`."""

_PART = regex(
    r"semestre|trimestre|\bmois\b|moitié|\bmes(?:es)?\b|mitad|полугод|квартал|месяц|половин|نصف|ربع|شهر|شهور|月|季|半年",
    re.IGNORECASE,
)
"""Words of a part of a year that is named in another way than here: `au deuxième semestre`, `за шесть месяцев`."""
_MOVES = regex(
    r"augment|diminu|baiss|réduit|recul|attein|doubl|tripl|\bpass[aé]|\bplus \w|aument|dismin|descen|redu[cj]|alcanz"
    r"|\bpas[óa]\b|\bmás \w|увелич|сокра|сниз|вырос|возрос|уменьш|достиг|удво|утро|انخفض|ارتفع|زاد|تراجع|وصل|تضاعف"
    r"|rest[éa]|stable|mantuv|mantien|остав|остал|стабил|مستقر|ثابت|[增减減降升达達翻]|维持|保持|稳定",
    re.IGNORECASE,
)
"""What went on over several years and led to the figure of the last: `entre 2021 et 2023, le nombre a augmenté`."""
_NO_TIME = regex(r"/|计划|规划|战略")
"""What goes on with years that are no time: `2024/25`, the plan of these years."""


def _is_of_other_length(period: Period, first: int, last: int, others: Sequence[Period]) -> bool:
    """Return whether a figure is of fewer or of more months than the years from the first to the last."""
    within_a_year = period.start[0] == period.end[0]
    if first == last:
        return period.months > len(_MONTHS) or (within_a_year and not period.is_year)
    return within_a_year and first <= period.start[0] <= last and all(one == period for one in others)


def _stretch(text: str, sentence: Span, at: int, language: Language, tag: str) -> Span:
    """Return the part of a sentence that says when a figure was: its own, else what opens the sentence."""
    ends = [mark.end() for mark in MARK.finditer(text, *sentence)]
    start = max((end for end in ends if end <= at), default=sentence.start)
    own = Span(start, min((end for end in ends if end > at), default=sentence.end))
    if language.says_when.search(text, *own) or any(_named_parts(text, own, tag)):
        return own
    opening = Span(sentence.start, min(ends, default=sentence.end))
    times = [found for says in (language.says_when, _FROM_TO) for found in says.finditer(text, *opening)]
    times += [found for _, found in _named_parts(text, opening, tag)]
    rest = [opening.of(text).replace(found[0], "") for found in times if found.start() - opening.start <= _OPENS]
    return opening if any(len(words) <= 2 * _OPENS for words in rest) else own


def _named_parts(text: str, stretch: Span, tag: str) -> Iterator[tuple[Period, re.Match[str]]]:
    """Yield the halves, the quarters and the months of a year that some words name, with these words."""
    for found in _pattern(tag).finditer(text, *stretch):
        if not _TO.search(text, stretch.start, found.start()):
            yield _read(found, tag), found


def _read(found: re.Match[str], tag: str) -> Period:
    """Return the time that a part of a year, or some months of it, are."""
    named = {name: words for name, words in found.groupdict().items() if words}
    year = int(next(words for name, words in named.items() if name.startswith("y")))
    if count := named.get("count"):
        return Period((year, 1), (year, int(count) if count.isdecimal() else _numbers(tag)[count.casefold()]))
    first, last = ([int(name[1:]) for name in named if name.startswith(end)] for end in "fl")
    if first and last:
        return Period((year - (first[0] > last[0]), first[0]), (year, last[0]))
    return Period.parse(f"{year}-{str(found.lastgroup)[1:]}")


def _tells(part: tuple[Period, re.Match[str]], text: str, sentence: Span) -> bool:
    """Return whether a part of a year is the time of a figure: months are mostly those of acts.

    A month opens the sentence then, and is not the last of its year, up to which a year's figure may be told.
    """
    named, found = part
    if named.months > 1:
        return True
    is_opening = not text[sentence.start : found.start()].strip()
    return is_opening and named.end[1] < len(_MONTHS) and _ACT.match(text, found.end(), sentence.end) is None


_ACT = regex(r"[起以]|\w*的|\s?(?:[-–—至到]|à |a |по |إلى )")
"""Behind a month: since then, the act of that month, or that month up to another."""


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    """Return the pattern of months up to others, of halves and quarters, and of months as times, each with its year."""
    parts = (f"(?P<p{code}>{_named(tag, code)})" for code in (*_PARTS, *_MONTHS))
    return regex("|".join((_some_months(tag), _first_months(tag), *parts)), re.IGNORECASE)


def _some_months(tag: str) -> str:
    """Return the pattern of `janvier à septembre 2023`, whose groups tell the first month and the last."""
    names = {code: _in_words(_name(tag, code)) for code in reversed(_MONTHS)}
    first, last = ("|".join(f"(?P<{end}{code}>{name})" for code, name in names.items()) for end in "fl")
    to = r"\s?(?:[-–—至到]|(?:à|et|a|y|по|и|إلى|و|до)\s)\s?"
    if tag == "zh":
        return rf"(?<!\d)(?P<ysome>{_ANY_YEAR})年(?:{first.replace('月', '月?')}){to}(?:{last})"
    return rf"(?:\b\w{{1,2}}\s)?(?:{first}){to}(?:{last}){_GAP}(?P<ysome>{_ANY_YEAR})(?!\d)"


def _first_months(tag: str) -> str:
    """Return the pattern of `les neuf premiers mois de 2023`, whose group `count` tells how many; else of nothing."""
    count, year = rf"(?P<count>1[0-2]|[2-9]|{'|'.join(_numbers(tag))})", rf"(?<!\d)(?P<yfirst>{_ANY_YEAR})(?!\d)"
    return _FIRST_MONTHS.get(tag, r"(?!)").format(count=count, year=year)


@cache
def _numbers(tag: str) -> Mapping[str, int]:
    """Return the numbers of a language from two on, by their words."""
    numbers = enumerate(load(tag).patterns.note_words.numbers.split(", "), start=2)
    return {word: number for number, words in numbers for word in words.split()}


_ANY_YEAR = r"(?:19|20)\d\d"
_GAP = r"[^\d.,;:()]{0,14}?\s"
"""What stands between the name of a part and its year: ` de l’année `."""
_FIRST_MONTHS: Mapping[str, str] = {
    "fr": r"(?<!derniers )\b{count} (?:premiers )?mois (?:de (?:l[’']année )?)?{year}",
    "es": r"(?<!últimos )\b{count} (?:primeros )?meses (?:del? (?:año )?)?{year}",
    "ru": r"\b(?:за|течение|первы\w) (?:первы\w )?{count} месяц\w* {year}",
    "ar": r"الأشهر (?:ال)?{count} الأولى (?:من (?:عام |سنة )?)?{year}",
    "zh": r"{year}年前{count}个月",
}


@cache
def _bare(tag: str) -> re.Pattern[str]:
    """Return the pattern of the names of halves, quarters and months without their year."""
    return regex("|".join(_in_words(_name(tag, code)) for code in (*_PARTS, *_MONTHS)), re.IGNORECASE)


def _name(tag: str, code: str) -> str:
    return load(tag).period_name(Period.parse(f"{_SOME_YEAR}-{code}")).replace(f"{_SOME_YEAR}年", "")


def _named(tag: str, code: str) -> str:
    language, period = load(tag), Period.parse(f"{_SOME_YEAR}-{code}")
    name = language.when(period) if code in _MONTHS else language.period_name(period)
    before, _, behind = name.partition(_SOME_YEAR)
    year = rf"(?P<y{code}>{_ANY_YEAR})(?!\d)"
    if not before:  # `2025年3月`, not of the eighth
        return rf"(?<!\d){year}{re.escape(behind)}(?!\d)"
    return rf"{_in_words(before)}{_GAP}{year}"


def _in_words(name: str) -> str:
    """Return the pattern of a name without its year, whose Russian words may have other endings."""
    words = [word for word in name.split() if word not in _LINKS and not word.isdecimal() and word != "года"]
    return r"(?<!\w)" + r"\s".join(map(_ending, words)) if words[0].isascii() or " " in name else re.escape(words[0])


def _ending(word: str) -> str:
    if not _CYRILLIC.fullmatch(word):
        return rf"(?:{'|'.join(map(re.escape, (word, *word.split('/'))))})(?!\w)"
    if len(word) < len("март"):
        return word if len(word) < len("май") else rf"{word[:-1]}\w\b"
    return rf"{word[: max(len('мар'), len(word) - 2)]}\w*"


_CYRILLIC = regex(r"[а-яё]+")
