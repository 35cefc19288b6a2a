"""Spaces, quotation marks, dashes and other signs (Editorial Manual, “Punctuation”, “Quotations”)."""

import re
from collections.abc import Callable, Iterator

from reportgen.checks.editorial.passage import (
    FIGURE,
    MARKS,
    RUNNING,
    EditorialPassage,
    Notice,
    PassageKind,
    Rule,
    rewriting,
)
from reportgen.claims.author_notes import author_notes
from reportgen.claims.spacing import Slip, double_spaces, missing_spaces, stray_spaces
from reportgen.regex import regex

# ---- spaces -----------------------------------------------------------------------------------------------------


def _slips(code: str, find: Callable[[str], Iterator[Slip]]) -> Rule:
    """Return a rule for the slips that a function of `claims.spacing` finds."""

    def remarks(passage: EditorialPassage) -> Iterator[Notice]:
        for slip in find(passage.text):
            start, end = min(slip.shown_start, slip.start), max(slip.shown_end, slip.end)
            better = passage.text[start : slip.start] + slip.better + passage.text[slip.end : end]
            yield Notice(code, start, end, better)

    return Rule(code, remarks)


# ---- quotation marks --------------------------------------------------------------------------------------------

_OPENS_AFTER = ' \xa0([–—-/“‘"'
_WORD_MARK = regex(r"(?<=[\w\ufffc])'(?=\w)|(?<=[Ss])'(?=[\s.,;:)]|$)|(?<!\w)'(?=\d0s\b)")
_SHORT = 40
"""Characters of a quotation that is shown whole, with both of its marks."""


def _straight_doubles(passage: EditorialPassage) -> Iterator[Notice]:
    """Yield straight double quotation marks: corrected where they stand in pairs."""
    text = passage.text
    places = [match.start() for match in re.finditer('"', text)]
    opening = [_opens(text, place) for place in places]
    paired = len(places) % 2 == 0 and opening == [place % 2 == 0 for place in range(len(places))]
    for first, last in zip(places[::2], places[1::2], strict=True) if paired else ():
        words = text[first + 1 : last]
        if len(words) > _SHORT or MARKS & set(words):
            yield Notice("RG922", first, first + 1, "“")
            yield Notice("RG922", last, last + 1, "”")
        else:
            yield Notice("RG922", first, last + 1, f"“{words}”")
    if not paired:
        advice = "write “ before the words and ” after them"
        yield from (Notice("RG922", place, place + 1, advice=advice) for place in places)


def _opens(text: str, place: int) -> bool:
    """Return whether a quotation mark stands where one opens."""
    return (place == 0 or text[place - 1] in _OPENS_AFTER) and text[place + 1 : place + 2].strip() != ""


def _straight_singles(passage: EditorialPassage) -> Iterator[Notice]:
    """Yield straight apostrophes, and single quotation marks."""
    text = passage.text
    marks = {match.start() for match in _WORD_MARK.finditer(text)}
    alone = [match.start() for match in re.finditer("'", text) if match.start() not in marks]
    paired = len(alone) % 2 == 0 and all(_opens(text, place) == (number % 2 == 0) for number, place in enumerate(alone))
    sure = not alone or all(text[place + 1 : place + 2].isalnum() for place in marks)
    for place in sorted(marks):
        yield Notice("RG922", place, place + 1, "’" if sure else None, "write ’")
    for number, place in enumerate(alone):
        better = ("’" if number % 2 else "‘") if paired and sure else None
        yield Notice("RG922", place, place + 1, better, "write ’, or “ and ” around a quotation")


def _foreign_quotes(passage: EditorialPassage) -> Iterator[Notice]:
    """Yield quotation marks of other languages: « », „ “."""
    text = passage.text
    for match in re.finditer(r"«\s*([^«»]*?)\s*»|„([^„“”]*)[“”]", text):
        yield Notice("RG922", match.start(), match.end(), f"“{match[1] if match[1] is not None else match[2]}”")


# ---- dashes, commas, stops --------------------------------------------------------------------------------------

_NO_ITEMS = (
    "also accordingly again although besides consequently finally first furthermore hence however if indeed instead"
    " likewise moreover namely nevertheless now often particularly second similarly so still then therefore third thus"
    " today too where which who yet"
)
_ITEM = rf"(?!(?:{_NO_ITEMS.replace(' ', '|')})\b)[a-z][a-z’-]+"


def _left_in(passage: EditorialPassage) -> Iterator[Notice]:
    """Yield notes that an author wrote for the author: `[to be checked]`, `XX`."""
    for note in author_notes(passage.text):
        yield Notice("RG935", note.start, note.end, advice="ask the agency for what is missing, and take the note out")


RULES = (
    _slips("RG919", missing_spaces),
    _slips("RG920", double_spaces),
    _slips("RG921", stray_spaces),
    Rule("RG922", _straight_doubles),
    Rule("RG922", _straight_singles),
    Rule("RG922", _foreign_quotes),
    rewriting(
        "RG923",
        rf"(?<=[\w,)’”{FIGURE}])(?P<first>[ \xa0])(?:-|--|‑)(?P<last>[ \xa0])(?=[A-Za-z(“‘{FIGURE}])",
        r"\g<first>–\g<last>",
        unless=lambda passage, match: passage.text[match.start() - 1].isdigit() and passage.text[match.end()] == FIGURE,
    ),
    rewriting(
        "RG924",
        rf"(?<![\w’-])(?P<first>{_ITEM}),\s(?P<second>{_ITEM}),\s(?P<word>and|or)\s(?P<third>{_ITEM})(?=[.;:)]|$)",
        r"\g<first>, \g<second> \g<word> \g<third>",
    ),
    rewriting(
        "RG924",
        r"(?<![\w.,])(?<!\d, )(?P<list>\d+(?:, \d+)+),\s(?P<word>and|or)\s(?P<last>\d+)(?=[.;:)]|$|\s[a-z])",
        r"\g<list> \g<word> \g<last>",
    ),
    Rule("RG935", _left_in),
    rewriting(
        "RG938",
        r"(?<=[\w)])\.$",
        "",
        unless=lambda passage, _: passage.text.endswith((" etc.", "No.")),
        kinds=frozenset({PassageKind.HEADING}),
    ),
    rewriting("RG939", r"\*\*[^*]+\*\*|__[^_]+__", None, advice="take the asterisks out", kinds=RUNNING),
    rewriting("RG940", r"(?<=[\w)”’\ufffc]);$", "", kinds=frozenset({PassageKind.ITEM})),
    rewriting(
        "RG941",
        r"(?<![\w’-])(?P<word>the|an?|of|to|in|and|for|at|by|with|from|is|are|was|were|be|as|or|has|have|it)\s(?P=word)(?![\w’-])",
        r"\g<word>",
    ),
)
"""The rules on signs."""
