"""Typed words right behind a figure in another language than English: a unit that is not its own, or another part.

Prose in these languages is not read. What stands right behind a figure is compared with the labels of the other parts
of the breakdown, in the forms that are known of them, with the words of thousands and millions, and with per cent.
"""

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.beside import Observed, label_of_series, observe, subject_of
from reportgen.checks.finding import CheckContext, Finding, shown_number
from reportgen.checks.scaled import SCALE
from reportgen.checks.times import timed_passages
from reportgen.diagnostics import Literal
from reportgen.languages.language import Language, load
from reportgen.model import Currency, Indicator, Merged, Noun
from reportgen.model.indicators import Part
from reportgen.regex import regex


def judge_words_behind(context: CheckContext) -> Iterator[Finding]:
    """Yield RG388 and RG389 for references behind which an author typed another part, or another unit."""
    passages = timed_passages(context.tree) if context.tree else ()
    wheres = context.merged.by_path() if passages else {}
    language = load(context.report.settings.language)
    for passage in passages:
        for span, figure in passage.figures:
            observed = observe([figure], 0, wheres, context.merged)
            if figure.reference is None or figure.tail or observed is None:
                continue
            behind = passage.text[span.end :].lstrip()
            found = _judge(passage.text[: span.start], behind, observed, context.merged, language)
            subject = subject_of(observed, context.merged)
            if found is not None and (found[0], subject) not in context.confirmed:
                values = {"label": label_of_series(observed, context.merged), **found[1]}
                yield Finding(found[0], figure.reference.place, values, subject=subject)


def _judge(
    before: str, behind: str, figure: Observed, merged: Merged, language: Language
) -> tuple[str, dict[str, object]] | None:
    """Return the code of a question and what its wording names, by the text on both sides of a figure."""
    indicator = merged.indicators[figure.where[0]]
    unit, own = indicator.unit, figure.where[1]
    sign = None if unit == "percent" else _PER_CENT.match(behind) or _OF_A_HUNDRED.search(before)
    if found := SCALE.match(behind) or sign:
        measured: object = Literal("single ones")
        if unit == "percent":
            measured = Literal("per cent")
        elif isinstance(unit, Currency | Noun):
            measured = unit.currency if isinstance(unit, Currency) else unit.other
        return "RG389", {"typed": found.group(), "unit": measured}
    behind = behind[1:] if behind[:1] in _CLASSIFIERS and behind[1:2] > _CHINESE else behind
    parts = indicator.breakdown
    if own is not None and _opens(behind, _forms(parts[own], language)):
        return None
    by = None if own is None else parts[own].by
    for number, part in enumerate(parts):
        if number == own or (own is not None and part.by != by):
            continue
        typed = _opens(behind, _forms(part, language))
        is_alone = bool(typed) and not _goes_on(behind[len(typed) :], indicator, language, is_whole=own is None)
        if is_alone and part.value(figure.where[2]) != figure.value:
            counted = Literal("the whole") if own is None else parts[own].name
            return "RG388", {"typed": typed, "value": shown_number(figure.value), "counted": counted}
    return None


_PER_CENT = regex(
    r"[%％٪]|(?:pour cent|por ciento|процент(?:а|ов)?|(?:في المائة|في المئة|بالمائة|بالمئة))(?![^\W_])", re.IGNORECASE
)
_OF_A_HUNDRED = regex(r"百分之\Z")
"""What Chinese has before the figure of a percentage."""
_CLASSIFIERS = frozenset("名位个個例起件项項宗")
"""What stands between a number and its noun in Chinese: `217名女性`."""


def _goes_on(behind: str, indicator: Indicator, language: Language, *, is_whole: bool) -> bool:
    """Return whether another part follows: `femmes et hommes`; of a whole, whatever is joined to the first one.

    `217 femmes, en 2023` and `217 femmes et leurs familles` name one part alone.
    """
    joint = next((one for one in (language.patterns.last, ",", "、") if behind.startswith(one)), None)
    if joint is None:
        return False
    if is_whole and joint == language.patterns.last:
        return True
    return any(_opens(behind[len(joint) :].lstrip(), _forms(part, language)) for part in indicator.breakdown)


def _forms(part: Part, language: Language) -> list[str]:
    """Return the forms in which the label of a part may stand behind a number: as given, for one, and after “of”."""
    label = part.label
    given = (label.other, label.one, label.two, label.few, label.many) if isinstance(label, Noun) else (label,)
    derived = (*language.part_noun(part.name), language.of(part.name))
    return [form for form in (*given, *derived) if form]


def _opens(text: str, words: Sequence[str]) -> str:
    """Return the longest of some words with which a text begins, none as a part of a longer word; or nothing.

    Another ending of a long word is the same word: `женщинам`, where `женщины` and `женщин` are known.
    """
    low = text.casefold()
    found = [word for word in words if low.startswith(word.casefold()) and _is_whole(text, len(word))]
    first, last = min(words).casefold(), max(words).casefold()
    stem = first[: next((at for at, sign in enumerate(first) if not last.startswith(sign, at)), len(first))]
    inflected = _LETTERS.match(text) if len(stem) >= _STEM and low.startswith(stem) else None
    if not found and inflected is not None and len(inflected.group()) <= len(stem) + _ENDING:
        return inflected.group()
    return text[: max(map(len, found), default=0)]


_LETTERS = regex(r"[^\W\d_]+")
_STEM, _ENDING = 5, 3


def _is_whole(text: str, end: int) -> bool:
    """Return whether a word ends at an index; Chinese has no spaces."""
    return not (text[end : end + 1].isalpha() and text[end - 1].isalpha()) or text[end - 1] > _CHINESE


_CHINESE = "\u3400"
