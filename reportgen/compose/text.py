"""Write a text with references as plain text: for `reportgen phrase`, without Markdown, templates or a document."""

from reportgen.compose.pointers import Pointer, PointerWriter
from reportgen.compose.references import Expression, evaluate, place_in, split_references
from reportgen.diagnostics import Diagnostic, Place, Places, diagnose, word
from reportgen.sentences import Narrator, Phrase, PhraseError
from reportgen.sentences.realise import text_of

_TEXT = ("text",)


def write_text(text: str, narrator: Narrator, places: Places) -> tuple[str | None, list[Diagnostic]]:
    """Return a text with every reference written out.

    Args:
        text: plain text with references to indicators.
        narrator: knows the indicators.
        places: the places of the text and its lines, at `("text",)` and `("text", line)`.

    Returns:
        The text, or None with everything that is wrong with it.
    """
    parts: list[str | Phrase] = []
    problems: list[Diagnostic] = []
    for segment in split_references(text):
        at = place_in(text, segment.offset, _TEXT, places)
        if segment.problem:
            problems.append(segment.problem.moved(at))
        elif isinstance(segment.meaning, Expression):
            made = evaluate(segment.meaning, narrator)
            if isinstance(made, Phrase):
                parts.append(made)
            else:
                problems += [word(error.code, error.values, at) for error in made]
        elif isinstance(segment.meaning, Pointer):
            problems += _point(segment.meaning, narrator, at)
        else:
            parts.append(segment.text)
    if problems:
        return None, problems
    try:
        realised = narrator.realise(parts)
    except PhraseError as error:
        return None, [word(error.code, error.values, places.find(_TEXT))]
    return text_of(realised), []


def _point(pointer: Pointer, narrator: Narrator, at: Place | None) -> list[Diagnostic]:
    """Return what is wrong with a pointer in a text by itself, which has no other blocks and leaves out notes."""
    if not pointer.is_source:
        known = "a text by itself has no paragraphs"
        return [diagnose("RG505", at, key=key, known=known) for key in pointer.targets]
    try:
        PointerWriter((), narrator).write(pointer)
    except PhraseError as error:
        return [word(error.code, error.values, at)]
    return []
