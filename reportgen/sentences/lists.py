"""Lists in a sentence: with commas, or with semicolons where an item holds a comma."""

from collections.abc import Sequence

from reportgen.languages.language import Language
from reportgen.sentences.phrase import Phrase, fill, joined


def join(language: Language, items: Sequence[Phrase]) -> Phrase:
    """Items as a list: `a, b and c`, or `a; b; and c` where one of them holds a comma."""
    if any(language.patterns.comma.strip() in item.words for item in items):
        return join_long(language, items)
    return _join(items, language.patterns.comma, language.patterns.last)


def join_long(language: Language, items: Sequence[Phrase]) -> Phrase:
    """Items as a list with semicolons; a last item that opens with its year stands after `and,`."""
    patterns = language.patterns
    opens_with_period = bool(items) and language.opens_with_period.match(items[-1].words)
    return _join(
        items, patterns.semicolon, patterns.last_semicolon_period if opens_with_period else patterns.last_semicolon
    )


def join_with(items: Sequence[Phrase], between: str) -> Phrase:
    """Items with the same words between all of them."""
    return _join(items, between, between)


def _join(items: Sequence[Phrase], between: str, last: str) -> Phrase:
    pieces: list[Phrase] = []
    for place, item in enumerate(items):
        if place:
            pieces.append(fill(last if place == len(items) - 1 else between))
        pieces.append(item)
    return joined(pieces)
