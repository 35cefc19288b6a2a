"""Characters that touch a figure: what an author typed right beside a reference makes another number of it.

`1{{ cases }}` prints 1140 for 140, `{{ cases }}{{ more }}` 14040, `{{ cases }},000` and `{{ cases }} 000` 140,000,
`-{{ cases }}` less than nothing, `{{ rank }}th` “eleventhth”. A figure is printed as its data have it.
"""

import re
from collections.abc import Iterator

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.times import timed_passages
from reportgen.claims.passages import Span
from reportgen.diagnostics import Literal
from reportgen.document.tree import Figure
from reportgen.languages.words import word_set
from reportgen.regex import regex

# Not the letters of Arabic and Chinese, which touch numbers rightly: "و140", "在140".
_OF_WORDS = r"[0-9A-Za-zÀ-ɏͰ-ӿ٠-٩۰-۹०-९０-９⁰-₉¹²³¼-¾⅐-⅞]"
_PARTING = r"[.,'’٫٬·]"
_BEFORE = regex(rf"(?:{_OF_WORDS}+{_PARTING}?|(?:^|(?<=[\s(]))[-−–])(?<![^\W\d_]{_PARTING})\Z")
_BEHIND = regex(rf"{_OF_WORDS}+|{_PARTING}[0-9٠-٩]+|(?: 000)+(?!\d)")
_TWICE = regex(
    r" ?([^\W\d_]{2,}(?: [^\W\d_]+){0,2}) \1(?![^\W_])| ?(?:%|per cent) ?(?:%|percent(?:age)?\b)", re.IGNORECASE
)
"""`140 persons persons`, `42 per cent per cent`, `42 per cent%`."""
_VERBS = word_set("increased rose risen grew grown decreased fell fallen declined dropped reduced")
_CHANGES = _VERBS | word_set("increase rise growth decrease fall decline drop reduction change")
_VERB, _CHANGE = ("|".join(sorted(words)) for words in (_VERBS, _CHANGES))
_CHANGED_TWICE = regex(
    rf"\b(?:(?:{_CHANGE}) (?:by|of|to) (?:an? )?(?:{_CHANGE})|(?:{_VERB}) (?:{_VERB})) (?:(?:by|of|from) )?\Z",
    re.IGNORECASE,
)
"""`fell by increased by 50 per cent`, `a decrease of an increase of 50 per cent`; but `growth fell by 3 per cent`."""
_DATED_TWICE = regex(r"\bas(?: at)? as at\b", re.IGNORECASE)
"""`As at {{ prisoners | as_at }}, there were 12`: the time itself is no figure."""
_BRACKETS_TWICE = regex(r"\(\([^()]*\Z")
"""`140 persons ({{ persons | comparison }})`, which brings its own brackets."""
_YEARS_TWICE = regex(r" in \d{4}[^.;()]*, (respectively(?:,?| (?!and|of)[a-z]+) in \d{4})(?!\d)")
"""`{{ persons | respectively(years=[2024, 2025]) }} in 2024 and 2025`, which prints the years itself."""
_APART, _STOPS = " (\n\u00a0", ".,"
"""What mostly stands beside a figure, and touches none: then the patterns, slow to compile, are not needed."""
_NEAR = 60
"""Characters beside a figure that are looked at."""


def nothing_touches_figures(context: CheckContext) -> Iterator[Finding]:
    """Yield RG436 for figures that read as another number, RG437 where a noun, a unit or a change is printed twice."""
    found: dict[object, Finding] = {}
    for passage in timed_passages(context.tree) if context.tree else ():
        for span, figure in passage.figures:
            if figure.reference is not None and (values := _touched(passage.text, span, figure)):
                finding = Finding("RG436" if "printed" in values else "RG437", figure.reference.place, values)
                found.setdefault((finding.at, figure.reference.text), finding)
    yield from found.values()


def _touched(text: str, span: Span, figure: Figure) -> dict[str, object]:
    """Return what the wording of RG436 or RG437 names; nothing where a figure stands by itself."""
    ahead, rest = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    before = _BEFORE.search(ahead) if figure.text[:1].isalnum() and ahead[-1:].strip(_APART) else None
    may_touch = rest.lstrip(_STOPS)[:1].strip(_APART) or rest.startswith(" 000")
    behind = _BEHIND.match(rest) if figure.text[-1:].isalnum() and may_touch else None
    if touching := before or behind:
        printed = f"{before[0] if before else ''}{figure.text}{behind[0] if behind else ''}"
        return {"touching": touching[0].strip(), "figure": figure.text, "printed": printed}
    number = _NUMBER.match(figure.text)
    twice = _TWICE.match(text[span.start + number.end() : span.end + _NEAR]) if number else None
    years = _YEARS_TWICE.match(rest) if "respectively" in rest else None
    if words := years[1] if years else twice[0].strip() if twice else "":
        return {"words": words, "figure": figure.text, "where": Literal("behind")}
    twice = _CHANGED_TWICE.search(ahead) if sum(word in _CHANGES for word in ahead.lower().split()) > 1 else None
    words = twice[0].strip() if twice else _said_twice(ahead)
    return {"words": words, "figure": figure.text, "where": Literal("before")} if words else {}


def _said_twice(ahead: str) -> str:
    """Return words that stand twice before a figure, `a augmenté de a augmenté de 50 %`, in any language; else "".

    Such as a reference prints them again: `as at as at January 2024`, `compared with (compared with 262 in 2020)`.
    """
    dated = _DATED_TWICE.search(ahead) if " as at " in ahead.lower() else None
    if dated := dated or ("((" in ahead and _BRACKETS_TWICE.search(ahead)) or None:
        return dated[0].strip()
    words = ahead.replace("(", "").split() if ahead.endswith((" ", "\u00a0")) else []
    for count in (2, 3):
        before, again = words[-2 * count : -count], words[-count:]
        if (
            all(map(str.isalpha, again))
            and "and" not in again
            and [*map(str.casefold, before)] == [*map(str.casefold, again)]
        ):
            return " ".join([*before, *again])
    return ""


_NUMBER = regex(r".*\d|[a-z]+\b", re.IGNORECASE)
"""What of a figure is its number: `42` of `42 per cent`, `none`."""
