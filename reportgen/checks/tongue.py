"""Texts in another language than their report: nothing is translated, so that they would be printed as they are."""

from collections import Counter
from collections.abc import Iterator, Mapping

from reportgen.checks.finding import CheckContext, Finding
from reportgen.languages.language import NAMES
from reportgen.model.references import REFERENCES

_FREQUENT: Mapping[str, str] = {
    "en": "the of and to is are was were by with that which for not from has have been",
    "fr": "le les des du et est sont une dans pour par au aux qui ont été cette ces sur ou avec",
    "es": "el los las del y es una para por fue fueron con como su sus este esta",
}
"""The most frequent words of the languages in Latin letters, without those that another of them has."""
_SCRIPTS = {"ru": ("\u0400", "\u04ff"), "ar": ("\u0600", "\u06ff"), "zh": ("\u4e00", "\u9fff")}
"""The first letter of each script and its last."""
_LEAST = 3
"""Frequent words of a language that a text must have: names and titles of another one have fewer."""


def texts_are_of_the_report(context: CheckContext) -> Iterator[Finding]:
    """Yield RG775 for each reply that is written in another of the six languages than the report."""
    own = context.report.settings.language
    for number, submission in enumerate(context.report.submissions):
        for place, reply in enumerate(submission.replies):
            other = _language_of(REFERENCES.sub(" ", reply.text))
            if other is not None and other != own:
                values = {"issue": reply.issue, "other": NAMES[other], "own": NAMES[own]}
                yield Finding("RG775", ("submissions", number, "replies", place, "text"), values)


def _language_of(text: str) -> str | None:
    """Return the language of a text; None where it is too short to tell, or mixed."""
    letters = sum(map(str.isalpha, text))
    for language, (first, last) in _SCRIPTS.items() if not text.isascii() else ():
        if sum(first <= letter <= last for letter in text) * 2 > letters:
            return language
    words = Counter(text.casefold().split())
    counts = {language: sum(words[word] for word in known.split()) for language, known in _FREQUENT.items()}
    best = max(counts, key=lambda language: counts[language])
    others = sum(counts.values()) - counts[best]
    return best if counts[best] >= _LEAST and counts[best] > 2 * others else None
