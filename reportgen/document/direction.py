"""Isolate what reads from left to right in a text that reads from right to left, so that nothing in it is reordered.

Where letters stand in a line of Arabic is computed from the whole line (Unicode Standard Annex 9): `-5` becomes `5-`
behind an Arabic letter, `1 June` becomes `June 1` at the beginning of a line, `UNDP 25` becomes one piece. So words in
other letters, symbols of documents, numbers with a sign or a percent sign and chains of numbers stand between marks
that the writers turn into what their format has for it; the two numbers of a range, which read from right to left like
all else, are parted by another.

The marks are noncharacters (The Unicode Standard, 23.7): Unicode's own marks of directions are taken out of all text,
since somebody could turn a line around with them.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.document import tree
from reportgen.document.walk import change_document, change_inlines
from reportgen.regex import regex

OPEN, CLOSE, RIGHT = "\ufdd0", "\ufdd1", "\ufdd2"
"""Around what reads from left to right, and beside what parts two numbers of a range."""
LEFT_MARK = "\u200e"
_UNICODE = str.maketrans({OPEN: "\u2066", CLOSE: "\u2069", RIGHT: "\u200f"})
"""Isolates, and a mark that stands for a letter (UAX 9, 2.4 and 2.6)."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur"})
"""Languages by the first part of their tag."""
_ARABIC = "\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufeff"
_LETTER = f"[^\\W\\d_{_ARABIC}]"
_WORD = rf"(?:[+#@]?\d*{_LETTER}(?:{_LETTER}|\d|[-./:@_'’&+=?%#~](?={_LETTER}|\d|/))*)"
_CITED = r"(?:(?:paras?|arts?|sects?|chaps?|vols?|Nos?|pp?)\.[ \u00a0]\d+(?:[-–]\d+)?(?:[ \u00a0]\(\w{1,4}\))*)"
"""A place in a document that is cited in English: `paras. 5–7`, `art. 14 (1)`."""
_PASSAGE = rf"(?:{_CITED}|{_WORD})(?:[,;:]?[ \u00a0](?:& )?(?:{_CITED}|{_WORD}))*"
"""Words and what is between them: they read on from left to right."""
_SPACED = r"\d{1,3}(?:[ \u2007\u2009'’]\d{3})+(?!\d)(?:[.,]\d+)?"
"""A number with apostrophes, or spaces at which a line may end, as people type them: `1 058` becomes `058 1`."""
_NUMBER = rf"(?:{_SPACED}|\d+(?:[.,/:\u00a0]\d+)*)"
_ALONE = rf"(?<![\d_)])(?<!{_LETTER})"
"""Not behind a digit or a Latin letter; behind an Arabic one, since "و" is written together with what it joins."""
_PREFIXED = r"(?:(?<![\w)%‰])|(?<=\b[وفبلك]))"
"""Where a hyphen is a minus: not behind a word, as in `كوفيد-19`, nor in `50%-60%`."""
_LEFT = regex(
    rf"(?P<words>{_PASSAGE}(?:[ \u00a0]\({_PASSAGE}\))*)"
    rf"|(?P<chain>{_ALONE}(?<!-)(?:\+\d+(?:[ –-]\d+){{2,}}|{_NUMBER}(?:[-–]\d+){{2,}})(?![\w-]))"
    rf"|(?P<range>{_ALONE}(?<!-){_NUMBER}[-–]{_NUMBER}(?!\w))"
    rf"|(?P<signed>(?:{_ALONE}[−+±]|{_PREFIXED}-){_NUMBER}(?:[ \u00a0]?[%‰])?|(?<!\d){_NUMBER}[ \u00a0]?[%‰])"
    rf"|(?P<spaced>(?<![\d.,/:\u00a0]){_SPACED})"
)
_SPACED_ALONE = regex(_SPACED)
_HAS_ARABIC, _HAS_LETTER = regex(f"[{_ARABIC}]"), regex(_LETTER)
ISOLATED = regex(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
"""A piece from left to right with the marks around it."""
_ISOLATES = regex("[\ufdd0-\ufdd2\u2066-\u2069\u200e\u200f\u061c]")


def is_right_to_left(language: str) -> bool:
    """Return whether a language, by its BCP 47 tag, is written from right to left."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT


def has_right_to_left(text: str) -> bool:
    """Return whether a text holds a letter of Arabic or Hebrew."""
    return _HAS_ARABIC.search(text) is not None


def without_marks(text: str) -> str:
    """Return a text without the marks of directions, which nobody sees."""
    return _ISOLATES.sub("", text)


def with_unicode_marks(text: str) -> str:
    """Return an isolated text with Unicode's marks of directions, for a format that has nothing of its own."""
    return text.translate(_UNICODE)


def isolate(text: str) -> str:
    """Return a text of a document from right to left with its pieces from left to right between isolates.

    A text without a letter of Arabic, such as a line in English, is one piece.
    """
    text = without_marks(text)
    bare = text.strip()
    if len(bare.split()) > 1 and _HAS_LETTER.search(bare) and not has_right_to_left(bare):
        return text.replace(bare, f"{OPEN}{bare}{CLOSE}", 1)
    return _LEFT.sub(lambda found: _marked(found[0], is_range=found.lastgroup == "range"), text)


def _marked(piece: str, *, is_range: bool) -> str:
    if not is_range:
        return f"{OPEN}{piece}{CLOSE}"
    between = max(piece.find("-"), piece.find("–"))
    ends = (_SPACED_ALONE.sub(f"{OPEN}\\g<0>{CLOSE}", end) for end in (piece[:between], piece[between + 1 :]))
    return f"{RIGHT}{piece[between]}{RIGHT}".join(ends)


def split_isolates(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of an isolated text, each with whether it reads from left to right."""
    for place, part in enumerate(ISOLATED.split(text)):
        if piece := part.replace(OPEN, "").replace(CLOSE, ""):
            yield piece, place % 2 == 1


def isolate_document(document: tree.Document) -> tree.Document:
    """Return a numbered document in which all that reads otherwise than its language is isolated."""
    if not is_right_to_left(document.language):
        return document
    changed = change_document(document, _isolated)
    return replace(changed, blocks=tuple(map(_with_entries, changed.blocks)))


def _isolated(inline: tree.Inline) -> tree.Inline:
    match inline:
        case tree.Text() | tree.Figure() | tree.Reference():
            return replace(inline, text=isolate(inline.text))
        case _:
            return inline


def _with_entries(block: tree.Block) -> tree.Block:
    """Return a list at the beginning with its entries isolated."""
    match block:
        case tree.Abbreviations():
            shorts = (replace(entry, short=isolate(entry.short), full=isolate(entry.full)) for entry in block.entries)
            return replace(block, entries=tuple(shorts))
        case tree.Contents():
            lines = (replace(entry, children=change_inlines(entry.children, _isolated)) for entry in block.entries)
            return replace(block, entries=tuple(lines))
        case _:
            return block
