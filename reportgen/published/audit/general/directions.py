"""Relate two values that a word of direction compares, though no amount is given and a sentence may end between."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from reportgen.claims.forms.comparison import TURNS
from reportgen.claims.model import Nearness
from reportgen.languages.en.lexicon import CHANGE_NOUNS, DOWN, LESS, MORE, UP
from reportgen.languages.words import word_set
from reportgen.published.audit.general.compared import start_of
from reportgen.published.audit.general.equations import Equation, Kind, may_explain
from reportgen.published.audit.general.numbers import PlacedNumber, says_up
from reportgen.published.audit.general.related import Related
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_NOUNS = "|".join(sorted(CHANGE_NOUNS | {"improvement"}, key=len, reverse=True))
_BETWEEN = regex(
    r"\b(?:which|this|that|it) (?:is|was|represents?|represented|marks?|marked) (?:a|an)"
    rf" (?:[a-z-]++ ){{0,2}}({_NOUNS})"
    r" (?:from|on|over|(?:as )?compared (?:with|to)|against)\b[^,;.()]{0,60}\(?$"
    r"|\b(?:is|was|are|were) (?:[a-z]+ly )?(higher|lower|greater|smaller|larger|fewer)"
    r" (?:than|compared (?:with|to))\b[^,;.()]{0,60}(?:\(|, when (?:it|they|there) (?:was|were|stood at|had been) )?$"
)
"""What stands between a value and the earlier one: `454 …. The police say this is an increase from the 436 …`."""
_IN_BETWEEN = ("this ", "which ", "that ", "it ", "higher ", "lower ", "greater ", "smaller ", "larger ", "fewer ")
"""One of these stands between two such values: most have none, and a pattern is slower."""
_PASSING = regex(
    r"[^;:.()]{0,40}?\)?,? (?:that |which )?(exceed\w*|surpass\w*|outnumber\w*"
    r"|(?:(?<=, )|\b(?:is|was|were|are|being|remained|stood|stands) )(?:well |far |just |still )?(?:above|below))"
    r" (?:the|that|those|its|last) [^,;.()]{0,60}(?:\(|\bof )$"
)
"""What stands between a value and one that it is above or below: `acquittals (35) exceeded the number of … (29)`."""
_FIGURES = regex(r"\b(?:age|line|poverty|threshold|limit|mark|maximum|minimum|ceiling|years?)\b")
"""What a value may be above or below that is none of its kind: `above the age of 60`."""
_MORE = regex(r"\b(more|fewer|less) [^,;:.()]{1,50} \($")
_THAN = regex(r"\) than [^,;:.()]{1,50} \(")
"""What stands before and between two values: `more girls (5,230) than boys (4,980)`."""
_LONGEST = 200
"""Characters between the two."""
_ALL = UP | DOWN
_VERBS = {"higher", "lower"} | _ALL - MORE - LESS - word_set("cut raise raised growing growth slip dip fall")
_HELD = (" compared with ", " compared to ", " against ", " as opposed to ")
_MOVED = (" up from ", " down from ")
"""The same, with the way that a count went: not the rate of `a rise of 3.7 per cent, down from 4.2`."""
_BESIDE = 140
"""Characters between two values that are held against each other."""
_GOING = regex(r"\b(?:went|gone|came|come|goes|comes) (up|down) to (?:an? |the |just |only )?$")
_CHAINED = regex(
    r"(?: (?:in|last|this|by)\b[^,;()]{0,40}?)?,? (?:and|but|before)(?: (?:it|they|then|later)){0,3}"
    r" ([a-z]+)(?: (?:[a-z]+ly|again|further|back)){0,2} to (?:an? |the |just |only )?$"
)
"""What stands between two values of a series, with a word of direction: `25,870, and then rose again to 25,942`."""
_TO_VALUE = regex(r"\b([a-z]+)(?: [a-z]+ly)? to (?:an? |the |just |only )?$")
"""What stands before a value that was reached, likewise."""
_OTHER = TURNS - {"to"} | word_set(
    "whilst whereas except instead would should will could may aim aims aimed target targets planned plan slow"
    " slowed slower pace rate men women boys girls"
)
"""What turns a word of direction around, or may say it of something else."""


def relate_directions(passage: AuditPassage, numbers: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield the values of two that stand beside each other, and whether they went as the word about them says."""
    for later, earlier in pairwise([number for number in numbers if not number.word]):
        start, end = later.quantity.span.end, earlier.quantity.span.start
        if earlier.sentence - later.sentence > 1 or not 0 < end - start < _LONGEST:
            continue
        between = passage.low[start:end]
        said = _BETWEEN.search(between) if any(word in between for word in _IN_BETWEEN) else None
        if said is not None and _are_values(later, earlier):
            yield _went(later, earlier, said[1] or said[2])
        if later.sentence == earlier.sentence and earlier.before.endswith(("(", " of ")):
            yield from _passed(later, earlier)
        is_one = later.sentence == earlier.sentence and earlier.before.endswith(" ")
        going = None
        if is_one and " to " in earlier.before:
            going = _GOING.search(earlier.before) or _CHAINED.fullmatch(earlier.before)
        if going is not None and going[1] in _ALL and _are_values(later, earlier):
            yield _went(earlier, later, going[1])
    for sentence, group in groupby(numbers, key=lambda number: number.sentence):
        yield from _of_sentence(passage, sentence, list(group))


def _passed(value: PlacedNumber, other: PlacedNumber) -> Iterator[Related]:
    """Relate two values of which words say that the first is above or below the other, not at another time."""
    if other.before.endswith("average of ") and other.quantity.nearness is Nearness.ABOUT:  # as all averages are read
        other = replace(other, quantity=replace(other.quantity, nearness=Nearness.EXACT))
    said = _MORE.search(value.before) if _THAN.fullmatch(other.before) is not None else None
    if said is None and _FIGURES.search(other.before) is None:
        said = _PASSING.fullmatch(other.before)
    if said is None or not _are_values(value, other) or (said[1].endswith(("above", "below")) and not value.is_share):
        return
    is_less = said[1].endswith(("fewer", "less", "below"))
    equation = Equation(Kind.FALLEN if is_less else Kind.RISEN, (value, other))
    yield Related(equation, equation.holds, "" if equation.holds else said[1])


def _of_sentence(passage: AuditPassage, sentence: int, numbers: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Relate the only two values of a sentence with its only word of direction, or that of the sentence before.

    `There was an increase in thefts: 430 were reported, compared with 397 in 2021.`
    """
    values = [number for number in numbers if not number.word]
    yield from _held(values)
    if len(values) != 2 or not _are_values(*values):
        return
    later, earlier = values if start_of(*values) is not values[0] else reversed(values)  # "420 in 2015, against 462"
    text = passage.sentences[sentence].of(passage.low)
    between = values[1].before
    if len(between) > _BESIDE or ";" in between or not any(word in between for word in _HELD) or _turns(text):
        return
    word = _only_word(text)
    if not word and (there := _THERE.match(text)) is not None:
        word = there[1]
    elif not word and sentence and _VERBS.isdisjoint(_LETTERS.findall(text)):
        before = passage.sentences[sentence - 1].of(passage.low)
        word = "" if _turns(before) or _DIGIT.search(before) else _only_word(before)
    elif word not in text[: values[0].quantity.span.start - passage.sentences[sentence].start]:
        return
    if word and all(may_explain(one.quantity, earlier.quantity, later.quantity) for one in numbers if one.word == word):
        yield _went(later, earlier, word)


def _held(values: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Relate two values of a clause that has one word of direction: `injuries rose in July at 683 against 594`."""
    for later, earlier in pairwise(values):
        said = _TO_VALUE.search(later.before) if " to " in later.before else None
        word = said[1] if said is not None and said[1] in _ALL else ""
        held = _HELD + _MOVED if later.is_value else _HELD
        if not word and any(one in earlier.before for one in held) and not _turns(later.before + earlier.before):
            word = _only_word(later.before)
        if word and start_of(later, earlier) is earlier and _are_values(later, earlier):
            yield _went(later, earlier, word)


_THERE = regex(r"\s*+there (?:were|are) (?:also |again |even |slightly |far |many |once more ){0,2}(more|fewer)\b")
"""How a sentence begins whose two values are held against each other: `There were also fewer fires: 80, against 96`."""
_DIGIT = regex(r"\d")


def _only_word(text: str) -> str:
    """Return the word of direction of a text that has one alone; `a reduced staff` and `natural decrease` say none."""
    words = ["", *_LETTERS.findall(text)]
    found = [(before, word) for before, word in pairwise(words) if word in _VERBS]
    is_said = len(found) == 1 and not (found[0][0] in {"", "a", "an", "the"} and found[0][1].endswith("ed"))
    is_said = is_said and found[0][0] != "natural"  # by how many more died than were born
    return found[0][1] if is_said else ""


def _turns(text: str) -> bool:
    """Return whether a word turns one of direction around, or may say it of something else: `the rise was stopped`."""
    return not _OTHER.isdisjoint(_LETTERS.findall(text))


_LETTERS = regex(r"[a-z]+")


def _went(later: PlacedNumber, earlier: PlacedNumber, word: str) -> Related:
    equation = Equation(Kind.RISEN if says_up(word) else Kind.FALLEN, (later, earlier))
    return Related(equation, equation.holds, "" if equation.holds else word)


def _are_values(later: PlacedNumber, earlier: PlacedNumber) -> bool:
    """Return whether two numbers are exact values of one thing."""
    are_exact = later.quantity.is_exact and earlier.quantity.is_exact and not later.word and not earlier.word
    return are_exact and later.is_like(earlier) and later.is_of(earlier) and later.is_value == earlier.is_value
