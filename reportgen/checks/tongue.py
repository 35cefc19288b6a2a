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
_SCRIPTS = {
    "ru": ("\u0400", "\u052f", "іїєґўәғқңөұүһҳҷӯӣјљњћђ"),
    "ar": ("\u0600", "\u06ff", "پچژگکیٹڈڑںےہ"),
    "zh": ("\u3040", "\u9fff", "".join(map(chr, range(0x3041, 0x30FB)))),
}
"""The first letter of each script and its last, and letters that the language itself does not have: those of Ukrainian,
Kazakh and Tajik, of Persian and Urdu, of Japanese, whose `・` stands in foreign names in Chinese as well."""
_OTHERS = {"ru": "another language in Cyrillic", "ar": "another language in Arabic letters", "zh": "Japanese"}
_FOREIGN = 0.015
"""The share of these letters from which a text is in such a language; those of names (`Әлиев`) are not counted."""
_LEAST = 3
"""Frequent words of a language that a text must have: names and titles of another one have fewer."""


def texts_are_of_the_report(context: CheckContext) -> Iterator[Finding]:
    """Yield RG775 for each reply that is written in another language than the report."""
    own = context.report.settings.language
    for number, submission in enumerate(context.report.submissions):
        for place, reply in enumerate(submission.replies):
            other = _language_of(REFERENCES.sub(" ", reply.text))
            if other is not None and other != NAMES[own]:
                values = {"issue": reply.issue, "other": other, "own": NAMES[own]}
                yield Finding("RG775", ("submissions", number, "replies", place, "text"), values)


def _language_of(text: str) -> str | None:
    """Return what the language of a text is called; None where it is too short to tell, or mixed."""
    common = "".join(word for word in text.split() if not word.lstrip('«“„"(').istitle())
    text = text.casefold()
    letters = sum(map(str.isalpha, text))
    for language, (first, last, foreign) in _SCRIPTS.items() if not text.isascii() else ():
        if sum(first <= letter <= last for letter in text) * 2 > letters:
            is_another = sum(letter in foreign for letter in common) > _FOREIGN * letters
            return _OTHERS[language] if is_another else NAMES[language]
    words = Counter(text.split())
    counts = {language: sum(words[word] for word in known.split()) for language, known in _FREQUENT.items()}
    best = max(counts, key=lambda language: counts[language])
    others = sum(counts.values()) - counts[best]
    return NAMES[best] if counts[best] >= _LEAST and counts[best] > 2 * others else None
