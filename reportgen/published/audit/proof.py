"""Whether a contradiction is proved: the one rule that tells errors from warnings.

That numbers do not agree is arithmetic; that they should is a reading. A reading rests on assumptions: that each number
is said of this thing and not of another, that no other number is meant, that parts are all and none counts twice, that
two values are of two times, that a share is of this whole. Only where the words of one sentence close every one of
them is a contradiction an error. All else is a warning, however plain it looks: a false error costs the trust in all.
"""

import re

from reportgen.claims.forms.comparison import TURNS, have_one_head
from reportgen.claims.forms.kinds import are_pair, divide
from reportgen.claims.model import SUMMED, Change, Claim, Comparison, ListForm, Measure, Quantity, StatedShare, Total
from reportgen.claims.passages import Span
from reportgen.claims.reading import quantities_of
from reportgen.diagnostics import Severity
from reportgen.languages.words import word_set
from reportgen.published.audit.bounds import are_exact
from reportgen.published.audit.conflicts import within
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.general.equations import Kind, holds
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex


def judged(
    passage: AuditPassage, claim: Claim, code: Code, severity: Severity, message: str, arithmetic: str
) -> AuditFinding:
    """Return the finding about a claim: an error only where `severity` is one and the words prove it."""
    if severity is Severity.ERROR and not is_proved(passage, claim):
        severity = Severity.WARNING
    return passage.finding(code, claim.span, severity, message, arithmetic)


def is_proved(passage: AuditPassage, claim: Claim) -> bool:
    """Return whether no reading but that of the claim is left by the words of its sentence."""
    numbers = list(quantities_of(claim))
    sentence = passage.sentence_of(*(number.span for number in numbers))
    if sentence is None or not are_exact(numbers):
        return False
    match claim:
        case Total(total=Quantity() as total):
            return _is_closed_list(passage, sentence, claim, total)
        case StatedShare(part=Quantity() as part, whole=Quantity() as whole):
            return _is_closed_share(passage, sentence, claim, part, whole)
        case Change(start=Quantity() as start, end=Quantity() as end):
            return _are_two_times(passage, sentence, claim, start, end)
        case Comparison(earlier=(Quantity() as start,), current=end):
            return _are_two_times(passage, sentence, claim, start, end)
    return False


def is_alone(passage: AuditPassage, *numbers: Quantity) -> bool:
    """Return whether no other number of the sentence that holds some numbers measures the same."""
    own = list(numbers)
    within_one = (sentence for sentence in passage.sentences if all(sentence.holds(number.span) for number in own))
    return any(not _others(passage, sentence, own) for sentence in within_one)


def _scope(text: str, sentence: Span, numbers: list[Quantity]) -> Span:
    """Return the part of a sentence between semicolons that holds some numbers."""
    first, last = min(number.span.start for number in numbers), max(number.span.end for number in numbers)
    start, end = text.rfind(";", sentence.start, first) + 1, text.find(";", last, sentence.end)
    return Span(start or sentence.start, end if end >= 0 else sentence.end)


def _others(passage: AuditPassage, scope: Span, numbers: list[Quantity]) -> list[Quantity]:
    """Return the numbers of a stretch that might be meant instead of some: they measure the same."""
    measures, own = {(number.measure, number.unit) for number in numbers}, {number.span for number in numbers}
    near = within(passage.reading.quantities, scope)
    return [quantity for quantity in near if (quantity.measure, quantity.unit) in measures and quantity.span not in own]


def _has_rival(passage: AuditPassage, sentence: Span, kind: Kind, *numbers: Quantity) -> bool:
    """Return whether all would be right with another number of the sentence, or of one beside it, for one of them."""
    at = passage.sentences.index(sentence)
    beside = passage.sentences[max(at - 1, 0) : at + 2]
    for quantity in _others(passage, Span(beside[0].start, beside[-1].end), list(numbers))[:_MOST]:
        for place, number in enumerate(numbers):
            if number.measure is quantity.measure and holds(kind, *numbers[:place], quantity, *numbers[place + 1 :]):
                return True
    return False


_MOST = 60
"""Other numbers that are tried; a sentence with more is a table."""

# ---- totals ---------------------------------------------------------------------------------------------------

_OPEN = word_set(
    "alia such e.g example includes including include included among amongst etc both also several mainly mostly"
    " respectively elsewhere rest average rate some many whom which these those them"
)
"""What leaves parts out, counts some twice, or begins another list."""
_MEMBERS = regex(r",? (?:of|out of|among) (?:whom|which)|,? including", re.IGNORECASE)
_CLOSING = regex(r"[)\]–—]")


def _is_closed_list(passage: AuditPassage, sentence: Span, claim: Total, total: Quantity) -> bool:
    """Return whether a list is surely that of all parts of a total, or a part surely one of it."""
    parts = [part.quantity for part in claim.parts]
    text, first, last = passage.text, parts[0].span, parts[-1].span
    scope = _scope(text, sentence, [total, *parts])
    if claim.form in {ListForm.BRACKETS, ListForm.YEARS} and total.span.end <= first.start:
        closing = _CLOSING.search(text, last.end, sentence.end)
        scope = Span(total.span.start, closing.start() if closing else sentence.end)
    if claim.form is ListForm.OUT_OF and _OF_WHOLE.fullmatch(text, last.end, total.span.start):
        return True
    if claim.form is ListForm.OUTCOMES or total.measure not in SUMMED or _others(passage, scope, [total, *parts]):
        return False
    if len(parts) == 1:
        return _MEMBERS.search(text, total.span.end, first.start) is not None
    if any(part.each != (1, 1) for part in claim.parts) or _has_rival(passage, sentence, Kind.SUM, total, *parts):
        return False
    labels = [part.label for part in claim.parts]
    if claim.form is ListForm.OF_WHICH:
        return divide(labels) or are_pair(labels)
    return _OPEN.isdisjoint(_words(text, scope))


def _words(text: str, span: Span) -> list[str]:
    return _LETTERS.findall(span.of(text).lower())


_LETTERS = regex(r"[a-z]+")


# ---- shares ---------------------------------------------------------------------------------------------------

_OF_WHOLE = regex(
    r"(?: \([^()]*\))?[\w’' -]{0,60}?\s(?:out )?(?:of|among)(?: (?:an?|the|all|its|their|total|overall))*"
    r"(?: (?:of|number of|population of))? |/",
    re.IGNORECASE,
)
"""What stands between a part and its whole: `786 out of 3,415`, `98 (76 per cent) of the 129 men`."""
_OPENING = regex(r"(?:in [\w ]+, )?(?:out )?of (?:the |these |those |all |a total of )*", re.IGNORECASE)
"""What stands before the whole that opens a sentence: `Of the 449 judges, 204 (…)`."""
_OF_NUMBER = regex(r"\b(?:of|among|from)\b(?: [a-z-]+){0,4} \d|\b(?:whom|which|them)\b", re.IGNORECASE)
_WHICH = regex(r"[^;.()]*\bof (?:whom|which) |[^;.()]*, ", re.IGNORECASE)
_OF_WHICH = regex(r" of (?:whom|which) \(", re.IGNORECASE)
"""What stands on either side of a part: `92 proposals, 75 of which (`, `92 people, of whom 75 (`."""


def _is_closed_share(
    passage: AuditPassage, sentence: Span, claim: StatedShare, part: Quantity, whole: Quantity
) -> bool:
    """Return whether a share is surely that of a part of this whole."""
    text, share = passage.text, claim.share
    numbers = [share, part, whole]
    if share.measure is not Measure.PER_CENT or _has_rival(passage, sentence, Kind.SHARE, *numbers):
        return False
    span = Span(min(number.span.start for number in numbers), max(number.span.end for number in numbers))
    if part.span.end <= whole.span.start:
        is_said = _OF_WHOLE.fullmatch(text, part.span.end, whole.span.start) is not None
        return is_said and not _others(passage, span, numbers)
    if whole.span.end > min(part.span.start, share.span.start):  # "27 per cent of the 76 seats (20)"
        return share.span.end <= whole.span.start and not _others(passage, span, numbers)
    if _others(passage, span, numbers):
        return False
    between, behind = text[whole.span.end : part.span.start], text[part.span.end : share.span.start]
    if _WHICH.fullmatch(between) and (_OF_WHICH.fullmatch(behind) or between.endswith(("whom ", "which "))):
        return True
    is_opened = _OPENING.fullmatch(text, sentence.start, whole.span.start) is not None
    return is_opened and _OF_NUMBER.search(text, whole.span.end, sentence.end) is None


# ---- changes --------------------------------------------------------------------------------------------------

_TURNED = TURNS - {"to"} | word_set(
    "whereas instead target targets targeted plan plans planned projected project expected expects forecast aim aims"
    " aimed would should could will may slow slowed slowing slower pace growth respectively average each"
)
"""What turns a word of direction around, puts it off, or says it of something else."""
_FROM = regex(r"\bfrom(?: [^\W\d][\w’'-]*| \d{4}[’']s){0,3} [$€£]?$", re.IGNORECASE)
_TO = regex(r"\bto(?: an?| the| just| only)? [$€£]?$", re.IGNORECASE)
_UP_FROM = regex(r"\b(?:up|down)(?: \w+ly)? from(?: an?| the| just| only| last year’s)? [$€£]?$", re.IGNORECASE)


_APART = word_set("after as when since because with that which who had has have were is are")
"""What may begin another clause, of which a word of direction is not said: `fallen after losses grew from 1 to 5`."""


def _are_two_times(
    passage: AuditPassage, sentence: Span, claim: Change | Comparison, start: Quantity, end: Quantity
) -> bool:
    """Return whether two values are surely of one thing at two times, and the amount, if any, that of their change."""
    numbers = list(quantities_of(claim))
    scope = _scope(passage.text, sentence, numbers)
    first = min(start.span.start, end.span.start)
    said = passage.text.rfind(claim.word, scope.start, first) if claim.word else -1
    if said >= 0 and not _APART.isdisjoint(_words(passage.text, Span(said, first))):
        return False
    if _others(passage, scope, numbers) or not _TURNED.isdisjoint(_words(passage.text, scope)):
        return False
    if start.noun and end.noun and not have_one_head(start.noun, end.noun):
        return False
    words = Span(scope.start, start.span.start).of(passage.text), Span(scope.start, end.span.start).of(passage.text)
    is_from_to = _FROM.search(words[0]) is not None and _TO.search(words[1]) is not None
    if is_from_to or (end.span.end <= start.span.start and _UP_FROM.search(words[0])):
        return True
    periods = [
        quantity.period.first
        for quantity in (start, end)
        if quantity.period is not None and quantity.period.first is not None
    ]
    return len(periods) == 2 and periods[0] < periods[1]
