"""Typed words right behind a figure in another language than English: a unit that is not its own, or another part.

Prose in these languages is not read. What stands right behind a figure is compared with words that the project or the
language package has: the labels of the other parts of the breakdown, the words of millions, the sign of percentages.
"""

from collections.abc import Iterable, Iterator

from reportgen.checks.beside import Observed, label_of_series, observe, subject_of
from reportgen.checks.finding import CheckContext, Finding, shown_number
from reportgen.checks.times import timed_passages
from reportgen.diagnostics import Literal
from reportgen.languages.language import Language, load
from reportgen.model import Currency, Merged, Noun
from reportgen.model.indicators import Part


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
            found = _judge(passage.text[span.end :].lstrip(), observed, context.merged, language)
            subject = subject_of(observed, context.merged)
            if found is not None and (found[0], subject) not in context.confirmed:
                values = {"label": label_of_series(observed, context.merged), **found[1]}
                yield Finding(found[0], figure.reference.place, values, subject=subject)


def _judge(behind: str, figure: Observed, merged: Merged, language: Language) -> tuple[str, dict[str, object]] | None:
    """Return the code of a question and what its wording names, by the text behind a figure."""
    indicator, patterns = merged.indicators[figure.where[0]], language.patterns
    unit, own = indicator.unit, figure.where[1]
    scales = [
        form.replace("{figure}", "").strip("~")
        for forms in (patterns.million, patterns.billion)
        for form in forms.values()
    ]
    signs = [] if unit == "percent" else ["%", patterns.per_cent.replace("{figure}", "").strip("~")]
    if typed := _opens(behind, (*scales, *signs)):
        measured: object = Literal("single ones")
        if unit == "percent":
            measured = Literal("per cent")
        elif isinstance(unit, Currency | Noun):
            measured = unit.currency if isinstance(unit, Currency) else unit.other
        return "RG389", {"typed": typed, "unit": measured}
    if own is not None and _opens(behind, _forms(indicator.breakdown[own])):
        return None
    by = None if own is None else indicator.breakdown[own].by
    others = [
        part for number, part in enumerate(indicator.breakdown) if number != own and (own is None or part.by == by)
    ]
    for part in others:
        typed = _opens(behind, _forms(part))
        is_joined = bool(typed) and behind[len(typed) :].startswith((patterns.last, ","))
        if typed and not is_joined and part.value(figure.where[2]) != figure.value:
            counted = Literal("the whole") if own is None else indicator.breakdown[own].called(one=False)
            return "RG388", {"typed": typed, "value": shown_number(figure.value), "counted": counted}
    return None


def _forms(part: Part) -> list[str]:
    """Return all forms in which the label of a part is known."""
    label = part.label
    forms = (label.other, label.one, label.two, label.few, label.many) if isinstance(label, Noun) else (label,)
    return [form for form in forms if form]


def _opens(text: str, words: Iterable[str]) -> str:
    """Return the longest of some words with which a text begins, none as a part of a longer word; or nothing."""
    low = text.casefold()
    found = [word for word in words if word and low.startswith(word.casefold()) and _is_whole(text, len(word))]
    return text[: max(map(len, found), default=0)]


def _is_whole(text: str, end: int) -> bool:
    """Return whether a word ends at an index; Chinese has no spaces."""
    return not text[end : end + 1].isalpha() or text[end - 1] > _CHINESE


_CHINESE = "\u3400"
