"""Find the language of words in another script.

    <w:r><w:rPr><w:lang w:val="kk-KZ"/></w:rPr><w:t>Заң күші</w:t></w:r>

The tree does not say in which language the name of a law stands, but its letters do: a screen reader that takes
Cyrillic for English spells it out, and Word underlines it all. The first alphabet that has all letters of a piece
counts; words that could be of several languages are taken for the one that stands first. Latin letters say nothing of
the language, so other languages in them stay unmarked. Arabic and Hebrew are runs from right to left, with their
language as that of complex scripts (ECMA-376 Part 1, 17.3.2.20 and 17.3.2.30):

    <w:r><w:rPr><w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr><w:t>قانون</w:t></w:r>
"""

from collections.abc import Iterator

from reportgen.regex import regex

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_ALPHABETS = (
    ("ru-RU", _RUSSIAN),
    ("kk-KZ", _RUSSIAN + "әғқңөұүһі"),
    ("uk-UA", _RUSSIAN + "ґєії"),
    ("be-BY", _RUSSIAN + "іў"),
    ("ky-KG", _RUSSIAN + "ңөү"),
    ("uz-Cyrl-UZ", _RUSSIAN + "ўқғҳ"),
    ("tg-Cyrl-TJ", _RUSSIAN + "ғӣқӯҳҷ"),
)
_OTHERS = (("el-GR", "\u0370", "\u03ff"), ("hy-AM", "\u0530", "\u058f"), ("ka-GE", "\u10a0", "\u10ff"))
RIGHT_TO_LEFT = frozenset({"ar-SA", "fa-IR", "ur-PK", "he-IL"})
_HEBREW, _ARABIC = "\u0590-\u05ff\ufb1d-\ufb4f", "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_LETTERS_OF = (("fa-IR", frozenset("پچژگ")), ("ur-PK", frozenset("ٹڈڑےںھ")))
"""Languages in Arabic letters by letters that Arabic itself does not have."""
_ANY = "\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u10a0-\u10ff"
_SCRIPTS = (_ANY, _HEBREW, _ARABIC)
_FOREIGN = regex("|".join(f"[{own}](?:[^A-Za-z{''.join(_SCRIPTS).replace(own, '')}]*[{own}])?" for own in _SCRIPTS))
"""From the first letter of a script to its last one, as long as no letter of another stands between."""
_IS_HEBREW, _IS_ARABIC = regex(f"[{_HEBREW}]"), regex(f"[{_ARABIC}]")
_LATIN = frozenset({"en", "fr", "es"})
"""Languages of the United Nations that are written in Latin letters."""


def differs(text: str, language: str) -> bool:
    """Return whether a text holds letters that its language is not written in."""
    return not text.isascii() and language[:2] in _LATIN and _FOREIGN.search(text) is not None


def split_languages(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield the pieces of a text in their order, each with its language; None for that of the document."""
    end = 0
    for found in _FOREIGN.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], None
        yield found[0], _language(found[0])
        end = found.end()
    if end < len(text):
        yield text[end:], None


def _language(piece: str) -> str | None:
    letters = {letter for letter in piece.casefold() if letter.isalpha()}
    if _IS_HEBREW.match(piece):
        return "he-IL"
    if _IS_ARABIC.match(piece):
        return next((language for language, own in reversed(_LETTERS_OF) if letters & own), "ar-SA")
    for language, first, last in _OTHERS:
        if all(first <= letter <= last for letter in letters):
            return language
    return next((language for language, alphabet in _ALPHABETS if letters <= set(alphabet)), None)
