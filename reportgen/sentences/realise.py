"""Writing phrases out: the last stage, where a whole sentence is known and numbers become words or figures.

In: the parts of one paragraph, list item or cell, plain text and phrases in turn. Out: the same parts, the text
untouched, every phrase as runs. The rules are those of the United Nations Editorial Manual: below ten in words,
all in figures where one number of the sentence is ten or more or has decimals, never a figure at the start of a
sentence.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, zip_longest

from msgspec import Struct
from msgspec.structs import replace

from reportgen.claims.passages import Span
from reportgen.claims.times import THINGS, Relation, TimeExpression, read_times
from reportgen.languages.language import Language, cldr
from reportgen.languages.words import capital
from reportgen.model import Period
from reportgen.regex import regex
from reportgen.remembering import Held, remembered
from reportgen.sentences.numerals import figures, is_whole
from reportgen.sentences.phrase import (
    BILLION,
    MILLION,
    NBSP,
    PLACEHOLDER,
    TIE,
    Number,
    NumberRule,
    Phrase,
    Sources,
    Token,
    Word,
)
from reportgen.sentences.starts import ENDS, find_sentences
from reportgen.sentences.thresholds import FIGURES_FROM, WORDS_UP_TO
from reportgen.sentences.view import Options


class Run(Struct, frozen=True):
    """Realised text; it has sources exactly where it is a figure written from data."""

    text: str
    sources: Sources = ()
    value: Decimal | None = None
    """The number that a figure prints; None where it is a word that is no number."""


class _Setting(Struct, frozen=True):
    """What decides how one token is written."""

    in_figures: bool
    opens: bool
    """Whether it is the first of its sentence."""
    before: str
    """The text before it in its sentence."""
    following: str
    """The text after it."""


def realise(language: Language, options: Options, parts: Sequence[str | Phrase]) -> list[str | tuple[Run, ...]]:
    """Return the parts of a paragraph with every phrase written out.

    Args:
        language: the language of the text.
        options: whether spaces may be non-breaking.
        parts: plain text and phrases in the order of reading.
    """
    if all(isinstance(part, str) for part in parts):
        return [part for part in parts if isinstance(part, str)]
    return [*_in_prose(Held(language), options, _held(parts))]


def realise_cell(language: Language, options: Options, parts: Sequence[str | Phrase]) -> list[str | tuple[Run, ...]]:
    """Return the parts of a table's cell: all numbers in figures, a zero as the sign for nothing."""
    return [*_in_table(Held(language), options, _held(parts))]


def text_of(realised: Iterable[str | tuple[Run, ...]]) -> str:
    """Return what was written out as one text."""
    return "".join(part if isinstance(part, str) else "".join(run.text for run in part) for part in realised)


_HeldParts = tuple[str | Held[Phrase], ...]
"""Parts whose phrases are the same only as one object: equal numbers may have other decimals."""


def _held(parts: Sequence[str | Phrase]) -> _HeldParts:
    return tuple(part if isinstance(part, str) else Held(part) for part in parts)


@remembered(10_000)
def _in_prose(held: Held[Language], options: Options, given: _HeldParts) -> list[str | tuple[Run, ...]]:
    language = held.value
    parts = _with_years(language, [part if isinstance(part, str) else part.value for part in given])
    settings = _settings(language, parts)
    return _realised(language, parts, options, lambda token: _write(language, token, next(settings)))


@remembered(10_000)
def _in_table(held: Held[Language], options: Options, given: _HeldParts) -> list[str | tuple[Run, ...]]:
    language, setting = held.value, _Setting(in_figures=True, opens=False, before="", following="")
    parts = [part if isinstance(part, str) else part.value for part in given]
    return _realised(language, parts, options, lambda token: _in_cell(language, token, setting))


def _realised(
    language: Language, parts: Sequence[str | Phrase], options: Options, write: Callable[[Token], Iterator[Run]]
) -> list[str | tuple[Run, ...]]:
    def runs(token: Token) -> Iterator[Run]:
        value = token.value if isinstance(token, Number) else None
        return (replace(run, value=value) if run.sources else run for run in write(token))

    contractions = language.patterns.contractions
    return [
        part
        if isinstance(part, str)
        else _tidy((run for token in _with_articles(language, part) for run in runs(token)), options, contractions)
        for part in parts
    ]


def _with_articles(language: Language, phrase: Phrase) -> Sequence[Token]:
    """Return the tokens of a phrase, with the article that a percentage has behind some words: `del 1,9 % al 1,3 %`."""
    changed = language.patterns.before_per_cent
    if not changed or not any(_is_percent(token) for token in phrase.tokens):
        return phrase.tokens
    return [
        replace(token, text=_ended(token.text, changed)) if isinstance(token, Word) and _is_percent(after) else token
        for token, after in zip_longest(phrase.tokens, phrase.tokens[1:])
    ]


def _is_percent(token: Token | None) -> bool:
    return isinstance(token, Number) and token.kind is NumberRule.PERCENT


def _ended(text: str, changed: Mapping[str, str]) -> str:
    """Return a text whose last word is changed as a language says."""
    for word, other in changed.items():
        if text.endswith(word) and not (word[0].isalpha() and text.removesuffix(word)[-1:].isalpha()):
            return text.removesuffix(word) + other
    return text


# ---- years that no other words name ---------------------------------------------------------------------------


def _with_years(language: Language, parts: Sequence[str | Phrase]) -> Sequence[str | Phrase]:
    """Return the parts, where each change prints its years if the other words of its sentence do not name them."""
    if not any(isinstance(part, Phrase) and part.with_years for part in parts):
        return parts
    shown = [part if isinstance(part, str) else _shown_large(part.words) for part in parts]
    starts = find_sentences("".join(shown), language.abbreviations)
    others = [
        PLACEHOLDER * len(words) if isinstance(part, Phrase) and part.with_years else words
        for part, words in zip(parts, shown, strict=True)
    ]
    text = "".join(others)
    named = [time for time in read_times(text) if time.periods and time.relation not in THINGS]
    years = named if language.tag == "en" else [*_years(text)]
    offsets = accumulate((len(words) for words in shown), initial=0)

    def settled(part: str | Phrase, offset: int) -> str | Phrase:
        if isinstance(part, str) or part.with_years is None:
            return part
        sentence = bisect_right(starts, offset)
        told = named if part.base is None else years
        times = [time for time in told if bisect_right(starts, time.span.start) == sentence]
        is_named = any(part.base is None or _begins_with(time, part.base) for time in times)
        return part if is_named or not (times or part.needs_time) else part.with_years

    return [settled(part, offset) for part, offset in zip(parts, offsets, strict=False)]


def _years(text: str) -> Iterator[TimeExpression]:
    """Yield the years in digits of a text in a language whose other words of time are not read."""
    for found in _YEAR.finditer(text):
        yield TimeExpression(Span(*found.span()), found[0], Relation.WITHIN, (Period.of_year(int(found[0])),))


_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _begins_with(time: TimeExpression, base: Period) -> bool:
    """Return whether a time names a period, or is a span that begins with it: `in 2018–2023`."""
    return base in time.periods or (time.whole is not None and time.whole.start == base.start)


_NEAR = 80
"""Characters before and after a number that tell how it is written."""

# ---- what is known of each token ------------------------------------------------------------------------------


def _settings(language: Language, parts: Sequence[str | Phrase]) -> Iterator[_Setting]:
    """Yield the setting of every token of all phrases, in order."""
    text = "".join(part if isinstance(part, str) else _shown_large(part.words) for part in parts)
    starts = find_sentences(text, language.abbreviations) if _is_prose(parts, text) else [-1]
    placed = list(_placed(parts))
    in_figures = {
        bisect_right(starts, offset)
        for offset, token in placed
        if isinstance(token, Number) and _calls_for_figures(language, token)
    }
    firsts = set(starts)
    for offset, token in placed:
        after = offset + (1 if isinstance(token, Number) else len(token.text))
        sentence = bisect_right(starts, offset)
        start = max(starts[sentence - 1] if sentence else 0, offset - _NEAR)
        near = text[start:offset], text[after : after + _NEAR]
        yield _Setting(sentence in in_figures, offset in firsts, *near)


def _shown_large(words: str) -> str:
    """Return words with a capital first, because their small letter is no sign that a sentence goes on."""
    large = words[:1].upper()
    return large + words[1:] if len(large) == 1 else words


def _is_prose(parts: Sequence[str | Phrase], text: str) -> bool:
    """Return whether the parts make sentences: not where a phrase stands alone, as in a cell or an example."""
    return text.rstrip()[-1:] in ENDS or any(isinstance(part, str) and any(map(str.isalpha, part)) for part in parts)


def _placed(parts: Sequence[str | Phrase]) -> Iterator[tuple[int, Token]]:
    """Yield all tokens with their offsets in the text where numbers are placeholders."""
    offset = 0
    for part in parts:
        if isinstance(part, str):
            offset += len(part)
            continue
        for token in part.tokens:
            yield offset, token
            offset += len(PLACEHOLDER) if isinstance(token, Number) else len(token.text)


def _calls_for_figures(language: Language, number: Number) -> bool:
    """Return whether a number turns all numbers of its sentence into figures."""
    if number.kind is not NumberRule.COUNT:
        return False
    size = abs(number.value)
    return size >= FIGURES_FROM or not is_whole(size) or language.cardinal(int(size)) is None


# ---- words and figures ----------------------------------------------------------------------------------------


def _write(language: Language, token: Token, setting: _Setting) -> Iterator[Run]:
    """Yield one token as runs."""
    if isinstance(token, Word):
        yield Run((token.opening or capital(token.text)) if setting.opens else token.text, token.sources)
    elif token.said:
        yield Run(token.said, token.sources)
    elif token.kind is NumberRule.ORDINAL and token.value >= 1 and is_whole(token.value):
        place = int(token.value)
        written = capital(language.opening_ordinal(place)) if setting.opens else language.ordinal(place)
        yield Run(written, token.sources)
    elif token.kind is NumberRule.COUNT and not token.scale:
        yield from _count(language, token, setting)
    else:
        yield from _measured(language, token, setting)


def _count(language: Language, number: Number, setting: _Setting) -> Iterator[Run]:
    """Yield a count, in words or in figures."""
    if number.value == 0 and (setting.opens or not setting.in_figures):
        has_noun = number.has_noun or not language.zero_is_bare(setting.before, setting.following)
        patterns = language.patterns
        alone = (language.zero_is_value(setting.before, setting.following) and patterns.zero_value) or patterns.zero
        zero = patterns.zero_noun if has_noun else alone
        yield Run(_cased(zero, setting), number.sources)
        return
    in_words = _in_words(language, number.value, WORDS_UP_TO if setting.opens else FIGURES_FROM - 1)
    if in_words is not None and (setting.opens or not setting.in_figures):
        yield Run(_cased(in_words, setting), number.sources)
    else:
        yield from _in_figures(language, number, figures(number.value, language.tag), setting)


def _in_words(language: Language, value: Decimal, up_to: int) -> str | None:
    """Return a whole number in words, or None where it is not written so."""
    size = abs(value)
    if not is_whole(value) or size > up_to:
        return None
    words = language.cardinal(int(size))
    return words if words is None or value >= 0 else language.patterns.minus.replace("{word}", words)


def _measured(language: Language, number: Number, setting: _Setting) -> Iterator[Run]:
    """Yield a percentage, an amount or a measure: in figures unless it opens a sentence and has words."""
    in_words = None
    if setting.opens and number.kind in {NumberRule.PERCENT, NumberRule.MEASURE}:
        in_words = _in_words(language, number.value, WORDS_UP_TO)
    if in_words is not None:
        yield Run(capital(_with_unit(language, number, in_words)), number.sources)
    else:
        written = figures(number.value.scaleb(-_scale(language, number)), language.tag, number.digits)
        yield from _in_figures(language, number, _with_unit(language, number, written), setting)


def _scale(language: Language, number: Number) -> int:
    """Return the power of ten that is written as a word behind a number; 0: none is."""
    if not number.scale:
        return 0
    patterns = language.patterns
    return patterns.billion_power if _is_billion(language, number) else patterns.million_power


def _is_billion(language: Language, number: Number) -> bool:
    """Return whether the larger word stands behind a number; also of millions that reach it: 2.02亿, not 20,200万."""
    patterns = language.patterns
    reaches = patterns.million_power < MILLION and abs(number.value) >= Decimal(10) ** patterns.billion_power
    return number.scale == BILLION or (number.scale == MILLION and reaches)


def _with_unit(language: Language, number: Number, written: str) -> str:
    """Return a figure with the words that belong to it: million, per cent, the symbol of a currency."""
    patterns = language.patterns
    if number.scale:
        forms = patterns.billion if _is_billion(language, number) else patterns.million
        pattern = cldr(language.tag).form(forms, number.value.scaleb(-_scale(language, number)))
        written = pattern.replace("{figure}", written)
        if number.has_noun or number.symbol:
            for alone, before_noun in patterns.construct.items():
                written = written.replace(alone, before_noun)
    if number.kind is NumberRule.PERCENT:
        written = patterns.per_cent.replace("{figure}", written)
    if number.kind is NumberRule.MONEY:
        shapes = patterns.money_word if number.symbol[-1:].isalpha() else patterns.money_sign
        shape = shapes[bool(number.scale)]
        if number.value < 0 and shape.startswith("{symbol}{figure}"):  # −$500: nothing parts a sign from its number
            shape, written = f"{written[0]}{shape}", written[1:]
        written = shape.replace("{figure}", written).replace("{symbol}", number.symbol)
        written = written.replace("{of}", language.of(number.symbol))
    return written.replace(TIE, NBSP)


def _in_figures(language: Language, number: Number, written: str, setting: _Setting) -> Iterator[Run]:
    """Yield a figure, with words before it where it would open the sentence."""
    if setting.opens:
        patterns = language.patterns
        is_sum = number.kind in {NumberRule.COUNT, NumberRule.MONEY} and is_whole(number.value) and number.value > 0
        yield Run(patterns.opening if is_sum or patterns.opening_measure is None else patterns.opening_measure)
    yield Run(written, number.sources)


def _in_cell(language: Language, token: Token, setting: _Setting) -> Iterator[Run]:
    if isinstance(token, Number) and token.value == 0 and token.kind is not NumberRule.ORDINAL:
        yield Run(language.patterns.nil, token.sources)
    elif isinstance(token, Number) and token.kind is NumberRule.ORDINAL:
        yield Run(figures(token.value, language.tag), token.sources)
    else:
        yield from _write(language, token, setting)


# ---- letters and spaces ---------------------------------------------------------------------------------------


def _cased(words: str, setting: _Setting) -> str:
    return capital(words) if setting.opens else words


def _tidy(runs: Iterator[Run], options: Options, contractions: Mapping[tuple[str, str], str]) -> tuple[Run, ...]:
    """Return runs with neighbouring plain words as one, and ordinary spaces where the options ask for them."""
    tidy: list[Run] = []
    for run in runs:
        written = run if options.non_breaking_spaces else replace(run, text=run.text.replace(NBSP, " "))
        if tidy and not (tidy[-1].sources or written.sources):
            tidy[-1] = Run(_contracted(tidy[-1].text, written.text, contractions))
        else:
            tidy.append(written)
    return tuple(tidy)


def _contracted(before: str, after: str, contractions: Mapping[tuple[str, str], str]) -> str:
    """Return two texts as one, with the words that meet contracted where the language asks for it."""
    for (first, second), together in contractions.items():
        is_word = not first[0].isalpha() or f" {before}".endswith(f" {first}")
        if after.startswith(second) and before.endswith(first) and is_word:
            return before.removesuffix(first) + together + after.removeprefix(second)
    return before + after
