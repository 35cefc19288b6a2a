"""Make labels of sentences: noun phrases for what is counted, of the words around a figure."""

import re

from reportgen.claims.model import Change, StatedPart, StatedShare
from reportgen.regex import regex

_VERB = regex(r"\b(?:(?:have|has|had) been|were|was|are|is)\s+(?=\w+(?:ed|en|ught|ld|ht|n|t)\b)")
"""The verb of `348 persons were convicted`, before a participle: labels are nouns, `persons convicted`."""
_LINKING = regex(r"(?:representing|which (?:is|was|represents)|that is|i\.e\.|making|marking)\b", re.IGNORECASE)
"""Words that link a change with the values before it, `812 (compared with 790), representing a rise`, and name none."""
_MEMBERS_FIRST = regex(r"^of (?:these|those|such|them|the)\b(?: \w+){0,2}? (?=(?:were|was|are|is)\b)")
"""Words of `1,200 of these pupils were boys` that only say whose part it is."""
_VERB_FIRST = regex(r"^(?:(?:have|has|had) been|were|was|are|is)\s+")
"""The verb with which the words behind a figure begin: `(27 per cent) were women` says who the part is."""
_BEFORE_NUMBER = regex(r"\b(?:in|to|for|against|by|on|among|with)\s+$", re.IGNORECASE)
"""A preposition before a figure, whose words alone say too little: `orders were issued in 45,695 cases`."""
_CLAUSE = regex(r"(?:^|[,;:.](?=\s)|\(|\band\b|\bwhile\b)\s*((?:[^,;:.()]|[,.](?=\d))*)$")
"""The words of a clause before a figure, back to a stop that is not within a number: `1,250`, `3.1`."""
_FIGURE_OR_THERE = regex(r"\d|\bthere (?:are|is|were|was|have been|has been)\s*$", re.IGNORECASE)
"""Words that name nobody: those of another figure, and the “there were” of `there were 348 persons`."""
_EACH = regex(r",\s*(?:and\s+)?|\s+and\s+")
"""What parts the names of `one each of theft, fraud and arson`; `_EACH_WITH_COMMAS` keeps `law and order` whole."""
_EACH_WITH_COMMAS = regex(r",\s*(?:and\s+)?")
_BY = regex(r"\bbreakdown by ([a-z][a-z -]{1,40}?)(?: in [\d–-]+)? (?:was|is|were|are)\b")
"""`The breakdown by sex was: 73 males and 2 females`."""
_NAMED = regex(r"The ([a-z][a-z ]{2,40}?)(?: in [\d–-]+)? (?:was|were|is|are)\b")
"""`The causes in 2023 were disease (94 deaths) and injury (12)`."""
_JOINING = regex(
    r"^(?:(?:and|or|but|with|an?|of (?:whom|which|these|those|them))\s+)+(?=\w)|^of (?:whom|which)$", re.IGNORECASE
)
"""Words that only join a label to what stands before: `of whom women`, `and a minor`."""
_POINTING = regex(
    r"(?:there|which|that|this|it|these|those|they|and|an?|or|out|from|since|who|whom|of)?", re.IGNORECASE
)
"""Words that name nothing that could be counted."""
_BEHIND = regex(r"(?:\s*\([^()]*\))?\s*((?:(?!\s+and\s+(?:[\d]|the remaining))[^,;:.()])*)")
"""The words behind a figure, up to a stop or the next figure: `450 (536) in offices and 12 in courts`."""
_EACH_WORDS = regex(r"[,;:.)]\s+|\b(?:and|was|were|is|are)\s+")
"""What ends the words of the part before: `The causes were disease (94 deaths), injury (12 deaths)`."""
_OTHER_FIGURE = regex(r"^.*\d.*\band\s+(?=\w)")
"""What a clause says of an earlier figure: `45 fines were imposed and warnings issued in 12 cases`."""
_BARE_FIGURE = regex(r"(?<!article )(?<!section )(?<!No\. )\b(?!(?:19|20)\d\d\b)\d")
"""A figure among the words of a label; no number of a law, and no year: `under article 146 in 2023`."""
_PREPOSITION = regex(r"^(?:in|of|for|to)\s+(?:the\s+)?")
"""What a label of a change begins with: `a decrease of 9 per cent in the detentions`."""
_SINCE = regex(r",?\s+(?:in|during|between|since|as at|by)\s+(?=[\w\s]*\d)")
"""The period behind a label, which is no part of it: `were women in 2023`, `of the seats as at 1 January 2024`."""
_DETERMINERS = regex(r"^(?:all|the|these|their)\s+")
"""The article of a whole: `52 per cent of the judges`."""
_STOP = regex(r"[.;:]\s")
_VERB_BEHIND = regex(r"\s(?:(?:have|has|had)\s|(?:were|was|are|is)\b)")
"""A verb, at which the name of a whole ends: `37 of the 45 requests for care have been granted`."""
_SAYING = regex(
    r"\s*(?:\b(?:accounts? for|constitutes?|represents?|makes? up|made up|holds?|held|occup(?:y|ies|ied)|are|is|were|"
    r"was|an?|the|there|only)\s*)*$",
    re.IGNORECASE,
)
"""Words between a part and its share that name neither: `Women make up only`, `Women hold`."""
_STANDING = regex(r"\s*\b(?:stands|stood|remained|remains|amounts|amounted|reached)(?: at| to)?\s*$")
"""The verb between a subject and its value: `Neonatal mortality stood at 3.1`."""
_PERSONS = frozenset({"women", "men", "girls", "boys", "children", "persons"})
"""Words that are no names at the beginning of a sentence."""
_CLAUSE_CHARACTERS = 400
"""Characters before a figure that are searched for the beginning of its clause."""
_FEW = 2
"""Words of a label that say too little by themselves."""


def as_noun_phrase(words: str) -> str:
    """Return words without the verb that makes a sentence of them: `persons convicted` for `persons were convicted`."""
    return _VERB.sub("", words, count=1)


def label_in_clause(text: str, start: int, noun: str, label: str) -> str:
    """Return a label; where it says too little, the words before the figure with its noun.

    `Dismissal orders were issued in 45,695 cases`: `dismissal orders issued in cases`.
    `The Fund compensated 348 persons`: `persons (The Fund compensated)`.
    `The causes were disease (94 deaths, …)`: `deaths (disease)`.

    Args:
        text: the paragraph.
        start: where the figure stands in it.
        noun: what is counted.
        label: the words that a claim gives for it.
    """
    before = text[max(0, start - _CLAUSE_CHARACTERS) : start]
    if before.endswith("(") and label.casefold() == noun.casefold():
        words = _EACH_WORDS.split(before[:-1])[-1].strip()
        return f"{noun} ({words})" if words and "(" not in words else label
    clause = _CLAUSE.search(before)
    is_short = len(label.split()) <= _FEW or label.casefold().startswith(f"{noun.casefold()} considered")
    if noun and is_short and clause is not None and _BEFORE_NUMBER.search(before) and len(clause[1].split()) > 1:
        words = _OTHER_FIGURE.sub("", clause[1].strip())
        if _BARE_FIGURE.search(words):
            return as_noun_phrase(
                label or noun
            )  # "of 1,250 crowns was paid to 14 victims": the words of another figure
        opens = start == len(before) if clause.start(1) == 0 else before[: clause.start(1)].rstrip().endswith(".")
        return clean_label(as_noun_phrase(f"{words[0].lower() if opens else words[0]}{words[1:]} {label or noun}"))
    is_bare = noun and label.casefold() == noun.casefold() and len(label.split()) == 1
    names = clause is not None and clause[1].strip() and not _FIGURE_OR_THERE.search(clause[1])
    if is_bare and clause is not None and names:
        return f"{label} ({clause[1].strip()})"
    return as_noun_phrase(label)


def clean_label(label: str) -> str:
    """Return a label without words that only join it to what stands before; empty where nothing is left."""
    label = _JOINING.sub("", label.strip())
    return "" if _POINTING.fullmatch(label.strip()) else label.strip()


def label_of_change(claim: Change) -> str:
    """Return what changed: the subject, else what the percentage is of: `a decrease of 9 per cent in detentions`."""
    behind = claim.by.phrase if claim.by else ""
    if claim.end is not None and _LINKING.match(claim.subject):
        return claim.end.phrase or claim.end.noun
    return clean_label(claim.subject) or _PREPOSITION.sub("", behind)


def subject_before(text: str, start: int) -> str:
    """Return the words before a figure in its clause, without the verb: `Neonatal mortality` of `… stood at 3.1`."""
    clause = _CLAUSE.search(text[max(0, start - _CLAUSE_CHARACTERS) : start])
    return _SAYING.sub("", _STANDING.sub("", clause[1])).strip() if clause else ""


def words_behind(text: str, end: int) -> str:
    """Return the words behind a figure, also behind brackets: `in offices` of `450 (536) in offices`."""
    found = _BEHIND.match(text, end)
    return found[1].strip() if found else ""


def share_labels(text: str, claim: StatedShare) -> tuple[str, str, str]:
    """Return what the whole, the part and the percentage of a share are called."""
    share, whole = claim.share, claim.whole
    ofs = _DETERMINERS.sub("", share.phrase.removeprefix("of ")) if share.phrase.startswith("of ") else ""
    base = (whole.phrase or whole.noun if whole else "") or ofs or "the total"
    base = _VERB_BEHIND.split(base)[0].strip()
    sentence = _STOP.split(text[: min(quantity.span.start for quantity in (share, claim.part, whole) if quantity)])[-1]
    who = _SAYING.sub("", sentence.rpartition(",")[2]).strip()
    who = who.lower() if who.casefold() in _PERSONS else who
    end = max(quantity.span.end for quantity in (share, claim.part, whole) if quantity)
    behind = _SINCE.split(words_behind(text, end + (text[end : end + 1] == ")")))[0].strip()
    part = _SAYING.sub("", claim.part.phrase) if claim.part and claim.part.noun else ""
    if not part and _VERB_FIRST.match(behind):
        part = f"{_VERB_FIRST.sub('', behind)} among {base}"
    elif not part and who and not who.lower().startswith("of"):
        part = f"{who} among {base}"
    part = part or (f"{base} that {behind}" if behind else f"some of {base}")
    return base, part, f"percentage of {part}"


def part_labels(part: StatedPart, text: str) -> list[str]:
    """Return the labels of a part: as many as it counts for, `one each of A, B and C`; else none."""
    period = part.quantity.period.text if part.quantity.period else ""
    offered = (part.label, part.quantity.phrase, part.quantity.noun)
    label = next((words for words in offered if words not in period and any(map(str.isalpha, words))), "")
    label = label or words_behind(text, part.quantity.span.end)
    label = _MEMBERS_FIRST.sub("", " ".join(label.split()).strip(" ,;:."))
    label = _VERB_FIRST.sub("", label)
    least, most = part.each
    if (least, most) == (1, 1):
        return [label]
    for pattern in (_EACH_WITH_COMMAS, _EACH):
        labels = pattern.split(label)
        if least <= len(labels) <= most:
            return labels
    return []


def criterion_of(text: str) -> str | None:
    """Return what a paragraph divides by: `sex` of `The breakdown by sex was: …`; None where it does not say."""
    found = _BY.search(text) or _NAMED.match(text)
    return found[1] if found else None
